//! What helps with the field that has the keys, below the fields; and the story over the whole screen.

use super::draw::{described, other_name};
use super::fields::{FieldId, Kind, issue_key};
use super::{Log, PART_OF_NAME};
use crate::domain::column::Column;
use crate::domain::issue::IssueCode;
use crate::domain::values::Coded as _;
use crate::i18n::numbers::digits;
use crate::i18n::{Named, anchor, facility_notes};
use crate::tui::model::{Model, body};
use crate::tui::text::{Field, pad, width};
use crate::tui::theme::sign;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words;

/// The columns of the story over the whole screen.
pub fn story_columns(size: (u16, u16)) -> u16 {
    size.0.saturating_sub(2).max(1)
}

/// How many issues stand in a row of the board.
pub fn board_columns(size: (u16, u16)) -> usize {
    if size.0 < 62 { 2 } else { 3 }
}

/// The rows of the pane below, its line included. What is chosen from gets more of a small screen.
pub fn rows(size: (u16, u16), kind: Option<Kind>) -> u16 {
    let all = body(size).height;
    let (wanted, kept) = match kind {
        Some(Kind::Issues) => (9, 3),
        Some(Kind::Facility) => (8, 3),
        _ => (7, 5),
    };
    if all < 8 { 0 } else { wanted.min(all.saturating_sub(kept)) }
}

impl Log {
    /// Draws what helps with the field.
    pub(super) fn draw_help(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(field) = self.field_id() else {
            canvas.paragraph(0, 0, words::hint_buttons(lang), theme.dim());
            return;
        };
        match field.kind() {
            Kind::Facility => self.draw_matches(model, canvas),
            Kind::Issues => self.draw_board(model, canvas),
            Kind::Story => {
                let y = canvas.paragraph(0, 0, words::hint_story(lang), theme.dim());
                let beginning: String = self.text(Column::Narrative).chars().take(400).collect();
                canvas.paragraph(0, y + 1, &beginning, theme.text());
            }
            Kind::Line => {
                let y = canvas.paragraph(0, 0, field.help(None, lang), theme.dim());
                self.draw_message(field, model, &mut canvas.below(y + 1));
            }
            Kind::Choice => self.draw_choices(field, model, canvas),
        }
    }

    /// The beginning of the message that a field was read out of, for whoever is to confirm it.
    fn draw_message(&self, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) {
        if self.is_unconfirmed(field) {
            let beginning: String = self.text(Column::Narrative).chars().take(400).collect();
            canvas.paragraph(0, 0, &beginning, model.theme.text());
        }
    }

    /// Draws the story over the whole screen.
    pub(super) fn draw_story(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let empty = Field::many_lines("");
        let story = self.texts.get(&Column::Narrative).unwrap_or(&empty);
        let (columns, height) = (canvas.width(), canvas.height());
        let label = FieldId::Of(Column::Narrative).label(lang);
        match self.not_kept() {
            Some(_) => canvas.rule(0, &format!("{label} {}", words::not_kept_yet(lang)), theme),
            None => canvas.rule(0, label, theme),
        }
        let mut area = canvas.part(1, 1, columns.saturating_sub(1), height.saturating_sub(1));
        if story.is_empty() {
            area.paragraph(0, 1, words::hint_writing(lang), theme.dim());
        }
        let focus = model.layers.is_empty();
        let (above, below) = input::draw_lines(&mut area, story, theme.text(), focus);
        draw_scroll_sign(canvas, 0, (above, below), model);
    }

    fn draw_choices(&self, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let chosen = self.choice(field);
        let y = canvas.paragraph(0, 0, field.help(chosen, lang), theme.text());
        let count = field.codes().len();
        let cell = (0..count).map(|place| width(field.choice(place, lang))).max().unwrap_or(1) + 7;
        let across = (usize::from(canvas.width()) / cell).max(1);
        for place in 0..count {
            let is_chosen = chosen == Some(place);
            let marker = if is_chosen { ">" } else { " " };
            let key = match (field.is_a_question(), place) {
                (true, 0) => "y".to_owned(),
                (true, _) => "n".to_owned(),
                (false, _) => digits(&(place + 1).to_string(), lang),
            };
            let text = pad(&format!("{marker}{key} {}", field.choice(place, lang)), cell - 2);
            let style = if is_chosen { theme.selected() } else { theme.text() };
            let (x, row) = (place % across * cell, place / across);
            let used = canvas.text(x as u16, y + 1 + row as u16, &text, style);
            canvas.zone(x as u16, y + 1 + row as u16, used, 1, Hit::Choice(place));
        }
        if matches!(field, FieldId::Consent(_)) {
            let row = y + 2 + count.div_ceil(across) as u16;
            canvas.text(0, row, words::hint_question(lang), theme.dim());
        }
    }

    fn draw_matches(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        if self.facility.is_some() {
            let mut below = canvas.paragraph(0, 0, words::hint_facility_chosen(lang), theme.dim());
            for note in self.facility.as_ref().map(|known| facility_notes(known, lang)).unwrap_or_default() {
                below += canvas.paragraph(0, below, &format!("! {note}"), theme.error());
            }
            self.draw_message(FieldId::Of(Column::Facility), model, &mut canvas.below(below + 1));
            return;
        }
        if self.matches.is_empty() {
            let is_empty = self.text(Column::Facility).trim().is_empty();
            let is_looking = !is_empty && self.answered != self.asked;
            let hint = match (is_empty, is_looking) {
                (true, _) => words::hint_facility(lang),
                (false, true) => words::looking(lang),
                (false, false) => words::no_facility_found(lang),
            };
            canvas.paragraph(0, 0, hint, theme.dim());
            return;
        }
        let is_alike =
            !self.is_picked && self.matches.first().is_some_and(|first| first.score < PART_OF_NAME);
        let mut canvas = canvas.below(0);
        if is_alike {
            canvas.paragraph(0, 0, words::only_alike(lang), theme.error());
        }
        let mut canvas = canvas.below(u16::from(is_alike));
        let height = usize::from(canvas.height()).max(1);
        let top = (self.matched + 1).saturating_sub(height);
        for (y, (index, found)) in self.matches.iter().enumerate().skip(top).take(height).enumerate() {
            let chosen = index == self.matched && !is_alike;
            let marker = if chosen { ">" } else { " " };
            let facility = &found.facility;
            let line = format!("{marker} {}", described(facility, lang));
            // Before the other name: what is to be known must not be cut off.
            let notes = facility_notes(facility, lang);
            let line = notes.iter().fold(line, |line, note| format!("{line} ! {note}"));
            let line = format!("{line} · {}", other_name(facility, lang));
            canvas.text(0, y as u16, &line, theme.text());
            let across = canvas.width();
            canvas.zone(0, y as u16, across, 1, Hit::Choice(index));
            if chosen {
                canvas.style_row(y as u16, theme.selected());
            }
        }
    }

    fn draw_board(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let across = board_columns(model.size);
        let cell = usize::from(canvas.width()) / across;
        let rows = IssueCode::ALL.len().div_ceil(across);
        let help_rows = 2;
        let room = usize::from(canvas.height()).saturating_sub(help_rows).max(1);
        let top = (self.issue / across + 1).saturating_sub(room).min(rows);
        for (index, &code) in IssueCode::ALL.iter().enumerate() {
            let (column, row) = (index % across, index / across);
            let Some(y) = row.checked_sub(top).filter(|y| *y < room) else {
                continue;
            };
            let severity = self.issues.severity(code);
            let marker = if index == self.issue { ">" } else { " " };
            let mark = severity.map_or(" ", sign);
            let text = format!("{marker}{} {mark} {}", issue_key(code), code.name(lang));
            let style = severity.map_or(theme.text(), |severity| theme.severity(severity));
            let style = if index == self.issue { style.patch(theme.selected()) } else { style };
            let x = (column * cell) as u16;
            let used = canvas.text(x, y as u16, &pad(&text, cell.saturating_sub(1)), style);
            canvas.zone(x, y as u16, used, 1, Hit::Choice(index));
            if index == self.issue && theme.plain && model.layers.is_empty() {
                canvas.set_cursor(x, y as u16);
            }
        }
        let y = rows.min(room) as u16;
        let Some(&code) = IssueCode::ALL.get(self.issue) else {
            return;
        };
        let (severity, style) = match self.issues.severity(code) {
            Some(severity) => (severity, theme.severity(severity)),
            None => (code.suggested_severity(self.waited()), theme.dim()),
        };
        let example = anchor(code, severity, lang);
        let text = format!("{} {}", sign(severity), words::example(lang, severity.name(lang), example));
        let used = canvas.paragraph(0, y, &text, style);
        canvas.text(0, y + used, words::hint_issues(lang), theme.dim());
    }
}

/// `↑ 3 ↓ 12`: how much is hidden above and below, at the right end of a line.
pub fn draw_scroll_sign(canvas: &mut Canvas<'_>, y: u16, hidden: (usize, usize), model: &Model) {
    let count = |count: usize| digits(&count.to_string(), model.lang);
    let sign = match hidden {
        (0, 0) => return,
        (above, 0) => format!(" ↑ {} ", count(above)),
        (0, below) => format!(" ↓ {} ", count(below)),
        (above, below) => format!(" ↑ {} ↓ {} ", count(above), count(below)),
    };
    let columns = width(&sign) as u16;
    let x = canvas.width().saturating_sub(columns + 2);
    canvas.text(x, y, &sign, model.theme.heading());
}
