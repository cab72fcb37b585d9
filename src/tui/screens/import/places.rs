//! The third step: which facility each doubtful name means, and which code each unknown word. What stays open is refused, and
//! waits in the file of refused rows.

use super::{Import, seen};
use crate::app::{Doubtful, Survey, UnknownWord};
use crate::domain::facility::{Facility, FacilityId};
use crate::i18n::numbers::number;
use crate::i18n::{Lang, label};
use crate::intake::choices_of;
use crate::reference;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::layers::{Asking, Layer, Menu, Picking, Prompt};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::text::{pad, truncate};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// Something of a table that nobody knows the meaning of.
enum Doubt<'a> {
    /// A name of a facility.
    Name(&'a Doubtful),
    /// A word for a code.
    Word(&'a UnknownWord),
}

/// What is decided on: the open names and words first, then names of which a decision is remembered.
fn doubts(survey: &Survey) -> impl Iterator<Item = Doubt<'_>> {
    let words = survey.words.iter().map(Doubt::Word);
    let remembered = survey.remembered.iter().map(Doubt::Name);
    survey.doubtful.iter().map(Doubt::Name).chain(words).chain(remembered)
}

impl Import {
    pub(super) fn act_places(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(survey) = self.survey() else {
            return;
        };
        if !matches!(action, Action::Open | Action::More | Action::Less) {
            let count = doubts(survey).count();
            self.place.act(action, count, seen(cx.size).saturating_sub(3));
            return;
        }
        let menu = match doubts(survey).nth(self.place.chosen) {
            Some(Doubt::Name(one)) => which_facility(one),
            Some(Doubt::Word(word)) => which_code(word, cx.lang),
            None => return,
        };
        self.deciding = Some(self.place.chosen);
        cx.requests.push(Request::Lay(menu));
    }

    fn deciding(&self) -> Option<&Doubtful> {
        match doubts(self.survey()?).nth(self.deciding?)? {
            Doubt::Name(one) => Some(one),
            Doubt::Word(_) => None,
        }
    }

    /// Which facility a name means was chosen.
    pub fn facility_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let Some(one) = self.deciding() else {
            return;
        };
        let count = one.nearest.len();
        match one.nearest.get(index).map(|facility| facility.id.clone()) {
            Some(id) => self.decide(id),
            None if index == count => {
                let (title, hint) = (Words::fixed(words::import_which), Words::fixed(words::import_code_doc));
                cx.requests.push(Request::Lay(Prompt::line(Asking::TableFacility, title, hint, "")));
            }
            None => {
                let (text, remembered) = (one.name(), one.remembered.as_ref().map(|(name, _)| name.clone()));
                self.decided.remove(&text);
                self.forgotten.extend(remembered);
                self.decided_on();
            }
        }
    }

    /// The name or the code of a facility was typed: the book knows which it means.
    pub fn told_facility(&mut self, typed: &str, cx: &mut Cx<'_>) -> Generation {
        let generation = self.naming.next();
        cx.effects.push(Effect::Write(Work::CallFacility(typed.to_owned(), generation)));
        generation
    }

    /// The book knows which facility was typed.
    pub fn facility_called(&mut self, generation: Generation, id: FacilityId) {
        if self.naming == generation {
            self.decide(id);
        }
    }

    fn decide(&mut self, id: FacilityId) {
        let Some(one) = self.deciding() else {
            return;
        };
        let (text, remembered) = (one.name(), one.remembered.as_ref().map(|(name, _)| name.clone()));
        self.decided.insert(text, id);
        remembered.map(|name| self.forgotten.remove(&name));
        self.decided_on();
    }

    /// What a word means was chosen.
    pub fn word_picked(&mut self, index: usize, cx: &Cx<'_>) {
        let place = self.deciding;
        let word = self.survey().zip(place).and_then(|(survey, place)| doubts(survey).nth(place));
        let Some(Doubt::Word(UnknownWord { column, text, .. })) = word else {
            return;
        };
        let (column, text) = (*column, text.clone());
        let values = self.mapping.values.entry(column).or_default();
        match choices_of(column, cx.lang).get(index) {
            Some((code, _)) => values.insert(text, (*code).to_owned()),
            None => values.remove(&text),
        };
        self.decided_on();
    }

    fn decided_on(&mut self) {
        self.forget_trial();
        let last = self.survey().map_or(0, |survey| doubts(survey).count().saturating_sub(1));
        self.place.chosen = (self.place.chosen + 1).min(last);
    }

    /// Which facility a name means as far as it is decided, with its mark: just now, or before.
    fn meant(&self, one: &Doubtful, lang: Lang) -> Option<(&'static str, String)> {
        if let Some(id) = self.decided.get(&one.name()) {
            let offered = one.nearest.iter().find(|facility| facility.id == *id).cloned();
            let known = offered.or_else(|| reference::facility(id));
            return Some(("✓", known.map_or_else(|| id.to_string(), |known| called(&known, lang))));
        }
        let (_, facility) = one.remembered.as_ref().filter(|(name, _)| !self.forgotten.contains(name))?;
        Some(("=", called(facility, lang)))
    }

    /// What was said that a word means.
    fn word_meant(&self, word: &UnknownWord, lang: Lang) -> Option<String> {
        let code = self.mapping.values.get(&word.column)?.get(&word.text)?;
        let choices = choices_of(word.column, lang);
        choices.iter().find(|(known, _)| known == code).map(|(_, name)| (*name).to_owned())
    }

    pub(super) fn draw_places(&self, survey: &Survey, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme, columns) = (model.lang, model.theme, usize::from(canvas.width()));
        if doubts(survey).next().is_none() {
            canvas.paragraph(1, 0, words::import_no_doubts(lang), theme.text());
            if theme.plain {
                canvas.set_cursor(0, 0);
            }
            return;
        }
        let doc = if survey.doubtful.is_empty() && survey.words.is_empty() {
            words::import_recalled_doc
        } else {
            words::import_places_doc
        };
        let used = canvas.paragraph(1, 0, doc(lang), theme.dim());
        let height = usize::from(canvas.height().saturating_sub(used + 1));
        let mut place = self.place;
        place.fit(doubts(survey).count(), height);
        let left = columns * 2 / 5;
        for (y, (index, one)) in (used + 1..).zip(doubts(survey).enumerate().skip(place.top).take(height)) {
            let meant = match &one {
                Doubt::Name(one) => self.meant(one, lang),
                Doubt::Word(word) => self.word_meant(word, lang).map(|name| ("✓", name)),
            };
            let is_chosen = index == place.chosen;
            let marker = if is_chosen { ">" } else { " " };
            let mark = meant.as_ref().map_or("?", |(mark, _)| mark);
            let text = pad(&truncate(&said(&one, lang), left), left);
            let style = if meant.is_some() { theme.text() } else { theme.key() };
            let said = meant.map_or_else(|| words::import_open(lang).to_owned(), |(_, said)| said);
            let x = canvas.text(0, y, &format!("{marker} {mark} {text} → "), style);
            let room = columns.saturating_sub(usize::from(x) + 1);
            canvas.text(x, y, &truncate(&said, room), theme.text());
            canvas.zone(0, y, canvas.width(), 1, Hit::Row(index));
            if is_chosen {
                canvas.style_row(y, theme.selected());
                if theme.plain {
                    canvas.set_cursor(0, y);
                }
            }
        }
    }
}

/// A doubt as it stands in the list: what the table says, how many rows say it, and where, or of what.
fn said(doubt: &Doubt<'_>, lang: Lang) -> String {
    let (text, rows, around) = match doubt {
        Doubt::Name(one) => {
            let around = one.place.and_then(reference::place);
            (
                &one.text,
                one.rows,
                around.map(|place| lang.pick(place.name_km.as_str(), place.name_en.as_str())),
            )
        }
        Doubt::Word(word) => (&word.text, word.rows, Some(label(word.column, lang))),
    };
    let around = around.map(|around| format!(", {around}")).unwrap_or_default();
    format!("{text} ({}){around}", number(rows as u64, lang))
}

fn which_facility(one: &Doubtful) -> Layer {
    let known = one.nearest.iter().map(|facility| {
        let facility = facility.clone();
        Words::new(move |lang| called(&facility, lang))
    });
    let open = if one.remembered.is_some() { words::import_forget } else { words::import_leave_open };
    let others = [Words::fixed(words::import_another_code), Words::fixed(open)];
    Menu::pick(words::import_which, Picking::TableFacility, known.chain(others), 0)
}

fn which_code(word: &UnknownWord, lang: Lang) -> Layer {
    let choices = choices_of(word.column, lang).into_iter();
    let choices = choices.map(|(code, name)| Words::new(move |_| format!("{code}  {name}")));
    let open = Words::fixed(words::import_leave_open);
    Menu::pick(words::import_which_word, Picking::TableWord, choices.chain([open]), 0)
}

/// Name, code and place of a facility.
fn called(facility: &Facility, lang: Lang) -> String {
    let place = reference::place(facility.place());
    let place =
        place.map(|place| lang.pick(place.name_km.as_str(), place.name_en.as_str())).unwrap_or_default();
    format!("{} · {} · {place}", lang.pick(&facility.name_km, &facility.name_en), facility.id)
}
