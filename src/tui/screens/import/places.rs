//! The third step: which facility each doubtful name means. What stays open is refused, and waits in the file of refused rows.

use super::{Import, seen};
use crate::app::{Doubtful, Survey};
use crate::domain::facility::Facility;
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::reference;
use crate::tui::action::Action;
use crate::tui::layers::{Asking, Menu, Picking, Prompt};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::text::{pad, truncate};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

impl Import {
    pub(super) fn act_places(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(survey) = self.survey() else {
            return;
        };
        if !matches!(action, Action::Open | Action::More | Action::Less) {
            let count = names(survey).count();
            self.place.act(action, count, seen(cx.size).saturating_sub(3));
            return;
        }
        let Some(one) = names(survey).nth(self.place.chosen) else {
            return;
        };
        let known = one.nearest.iter().map(|facility| {
            let facility = facility.clone();
            Words::new(move |lang| called(&facility, lang))
        });
        let open = if one.remembered.is_some() { words::import_forget } else { words::import_leave_open };
        let others = [Words::fixed(words::import_another_code), Words::fixed(open)];
        let labels: Vec<Words> = known.chain(others).collect();
        self.deciding = Some(self.place.chosen);
        cx.requests.push(Request::Lay(Menu::pick(words::import_which, Picking::TableFacility, labels, 0)));
    }

    fn deciding(&self) -> Option<&Doubtful> {
        names(self.survey()?).nth(self.deciding?)
    }

    /// Which facility a name means was chosen.
    pub fn facility_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        let Some(one) = self.deciding() else {
            return;
        };
        let text = one.name();
        let remembered = one.remembered.as_ref().map(|(name, _)| name.clone());
        let count = one.nearest.len();
        match one.nearest.get(index).map(|facility| facility.id.clone()) {
            Some(id) => {
                self.decided.insert(text, id);
                remembered.map(|name| self.forgotten.remove(&name));
            }
            None if index == count => {
                let (title, hint) = (Words::fixed(words::import_which), Words::fixed(words::import_code_doc));
                cx.requests.push(Request::Lay(Prompt::line(Asking::TableFacility, title, hint, "")));
                return;
            }
            None => {
                self.decided.remove(&text);
                self.forgotten.extend(remembered);
            }
        }
        self.forget_trial();
        self.place.chosen += 1;
    }

    /// The code of a facility was typed.
    pub fn told_facility(&mut self, typed: &str) -> Result<(), Words> {
        let Some(one) = self.deciding() else {
            return Ok(());
        };
        let text = one.name();
        let remembered = one.remembered.as_ref().map(|(name, _)| name.clone());
        let Some(id) = typed.trim().parse().ok().filter(|id| reference::facility(id).is_some()) else {
            return Err(Words::fixed(words::import_no_facility));
        };
        self.decided.insert(text, id);
        remembered.map(|name| self.forgotten.remove(&name));
        self.forget_trial();
        self.place.chosen += 1;
        Ok(())
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

    pub(super) fn draw_places(&self, survey: &Survey, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme, columns) = (model.lang, model.theme, usize::from(canvas.width()));
        if names(survey).next().is_none() {
            canvas.paragraph(1, 0, words::import_no_doubts(lang), theme.text());
            if theme.plain {
                canvas.set_cursor(0, 0);
            }
            return;
        }
        let doc =
            if survey.doubtful.is_empty() { words::import_recalled_doc } else { words::import_places_doc };
        let used = canvas.paragraph(1, 0, doc(lang), theme.dim());
        let height = usize::from(canvas.height().saturating_sub(used + 1));
        let mut place = self.place;
        place.fit(names(survey).count(), height);
        let left = columns * 2 / 5;
        for (y, (index, one)) in (used + 1..).zip(names(survey).enumerate().skip(place.top).take(height)) {
            let meant = self.meant(one, lang);
            let is_chosen = index == place.chosen;
            let marker = if is_chosen { ">" } else { " " };
            let mark = meant.as_ref().map_or("?", |(mark, _)| mark);
            let around = one.place.and_then(reference::place);
            let around = around.map(|place| format!(", {}", lang.pick(&place.name_km, &place.name_en)));
            let text = format!("{} ({})", one.text, number(one.rows as u64, lang));
            let text = format!("{text}{}", around.unwrap_or_default());
            let text = pad(&truncate(&text, left), left);
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

/// The names that are decided on: the open ones first, then those of which a decision is remembered.
fn names(survey: &Survey) -> impl Iterator<Item = &Doubtful> {
    survey.doubtful.iter().chain(&survey.remembered)
}

/// Name, code and place of a facility.
fn called(facility: &Facility, lang: Lang) -> String {
    let place = reference::place(facility.place());
    let place =
        place.map(|place| lang.pick(place.name_km.as_str(), place.name_en.as_str())).unwrap_or_default();
    format!("{} · {} · {place}", lang.pick(&facility.name_km, &facility.name_en), facility.id)
}
