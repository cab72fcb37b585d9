//! What the officer prefers: language, colours, digits, and the like. A change holds at once and is kept.

use crate::app::{Colours, Preferences, Shade, Widths};
use crate::i18n::{Calendar, Digits, Lang};
use crate::tui::action::{Action, Context};
use crate::tui::keymap::Keymap;
use crate::tui::model::{Cx, Model, Request, body};
use crate::tui::text::width;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::choices::{self, beside};
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// What can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    Language,
    Digits,
    Calendar,
    Background,
    Colours,
    Widths,
    Mouse,
    Editor,
}

/// All of them, in the order in which they stand.
const ALL: [Setting; 8] = [
    Setting::Language,
    Setting::Digits,
    Setting::Calendar,
    Setting::Background,
    Setting::Colours,
    Setting::Widths,
    Setting::Mouse,
    Setting::Editor,
];

impl Setting {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Language => words::setting_language(lang),
            Self::Digits => words::setting_digits(lang),
            Self::Calendar => words::setting_calendar(lang),
            Self::Background => words::setting_background(lang),
            Self::Colours => words::setting_colours(lang),
            Self::Widths => words::setting_widths(lang),
            Self::Mouse => words::setting_mouse(lang),
            Self::Editor => words::setting_editor(lang),
        }
    }

    fn doc(self, keymap: &Keymap, lang: Lang) -> String {
        let doc = match self {
            Self::Language => {
                return words::setting_language_doc(lang, &keymap.key(Context::Settings, Action::Language));
            }
            Self::Digits => words::setting_digits_doc(lang),
            Self::Calendar => words::setting_calendar_doc(lang),
            Self::Background => words::setting_background_doc(lang),
            Self::Colours => words::setting_colours_doc(lang),
            Self::Widths => words::setting_widths_doc(lang),
            Self::Mouse => words::setting_mouse_doc(lang),
            Self::Editor => {
                return words::setting_editor_doc(lang, &keymap.key(Context::Story, Action::EditElsewhere));
            }
        };
        doc.to_owned()
    }

    /// What holds now, in words.
    fn value(self, preferences: &Preferences, lang: Lang) -> &'static str {
        match self {
            Self::Language => lang.own_name(),
            Self::Digits => match preferences.digits {
                // Its name shows them.
                Digits::Khmer => words::digits_khmer(lang.with_digits(Digits::Khmer)),
                Digits::Western => words::digits_western(lang),
            },
            Self::Calendar => match preferences.calendar {
                Calendar::Gregorian => words::calendar_gregorian(lang),
                Calendar::Buddhist => words::calendar_buddhist(lang),
            },
            Self::Background => match preferences.background {
                Shade::Auto => words::as_found(lang),
                Shade::Dark => words::background_dark(lang),
                Shade::Light => words::background_light(lang),
            },
            Self::Colours => match preferences.colours {
                Colours::Auto => words::as_found(lang),
                Colours::None => words::colours_none(lang),
                Colours::Sixteen => words::colours_sixteen(lang),
                Colours::TwoFiftySix => words::colours_256(lang),
                Colours::True => words::colours_all(lang),
            },
            Self::Widths => match preferences.widths {
                Widths::Auto => words::as_found(lang),
                Widths::Sum => words::widths_sum(lang),
                Widths::Clustered => words::widths_clustered(lang),
            },
            Self::Mouse => on_or_off(preferences.mouse, lang),
            Self::Editor => on_or_off(preferences.editor, lang),
        }
    }

    /// Goes to another value, round and round.
    fn turn(self, preferences: &mut Preferences, lang: &mut Lang, forward: bool) {
        match self {
            Self::Language => *lang = lang.other(),
            Self::Digits => preferences.digits = beside(&Digits::ALL, preferences.digits, forward),
            Self::Calendar => preferences.calendar = beside(&Calendar::ALL, preferences.calendar, forward),
            Self::Background => preferences.background = beside(Shade::ALL, preferences.background, forward),
            Self::Colours => preferences.colours = beside(Colours::ALL, preferences.colours, forward),
            Self::Widths => preferences.widths = beside(Widths::ALL, preferences.widths, forward),
            Self::Mouse => preferences.mouse = !preferences.mouse,
            Self::Editor => preferences.editor = !preferences.editor,
        }
    }
}

fn on_or_off(is_on: bool, lang: Lang) -> &'static str {
    if is_on { words::is_on(lang) } else { words::is_off(lang) }
}

/// The settings.
#[derive(Default)]
pub struct SettingsScreen {
    place: Place,
}

impl SettingsScreen {
    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::More => self.turn(true, cx),
            Action::Less => self.turn(false, cx),
            _ => {
                self.place.act(action, ALL.len(), seen(cx.size));
            }
        }
    }

    fn turn(&self, forward: bool, cx: &mut Cx<'_>) {
        if let Some(setting) = ALL.get(self.place.chosen) {
            let (mut preferences, mut lang) = (cx.preferences.clone(), cx.lang);
            setting.turn(&mut preferences, &mut lang, forward);
            cx.requests.push(Request::Prefer(preferences, lang));
        }
    }

    /// Takes a click: the first chooses a row, the second takes the next value.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.turn(true, cx),
            Hit::Row(index) => self.place.chosen = index,
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        canvas.text(1, 0, words::settings_title(lang), theme.heading());
        let left = ALL.iter().map(|setting| width(setting.label(lang))).max().unwrap_or(0) + 2;
        let columns = canvas.width();
        let mut place = self.place;
        place.fit(ALL.len(), seen(model.size));
        for (y, (index, setting)) in (2..).zip(ALL.iter().enumerate().skip(place.top).take(seen(model.size)))
        {
            let (label, value) = (setting.label(lang), setting.value(&model.preferences, lang));
            choices::row(canvas, (y, index), (label, left), value, index == place.chosen, theme);
        }
        let y = seen(model.size).min(ALL.len()) as u16 + 3;
        if let Some(setting) = ALL.get(place.chosen) {
            let mut below = canvas.part(2, y, columns.saturating_sub(4), u16::MAX);
            let used = below.paragraph(0, 0, &setting.doc(&model.keymap, lang), theme.text());
            below.paragraph(0, used + 1, words::settings_kept(lang), theme.dim());
        }
    }
}

/// How many settings are seen at once; what the chosen one means stands below.
fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(5)).clamp(1, ALL.len())
}
