//! How the form looks: one field a row, and below what helps with the field that has the keys.

use ratatui::style::Style;

use super::Log;
use super::fields::{ALL, FieldId, Kind, issue_key};
use crate::domain::column::Column;
use crate::domain::date;
use crate::domain::facility::Facility;
use crate::domain::issue::IssueCode;
use crate::domain::times::{VisitTime, parse_length};
use crate::domain::values::Coded as _;
use crate::i18n::numbers::{digits, minutes};
use crate::i18n::{Lang, Named, Speak, anchor, dates};
use crate::tui::model::{Model, body};
use crate::tui::screens::cases::place_name;
use crate::tui::screens::welcome::paragraph;
use crate::tui::text::{pad, width, wrap};
use crate::tui::theme::sign;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words;

/// The columns of the story's own pane.
pub fn story_columns(size: (u16, u16)) -> u16 {
    size.0.saturating_sub(2).max(1)
}

/// The room for a text of this column; what was understood of a date or time stands beside it.
fn typed_columns(column: Column) -> u16 {
    match column {
        Column::Arrived | Column::Seen | Column::Registered | Column::Medicine => 10,
        Column::VisitedOn | Column::ClaimedOn | Column::WaitedMinutes => 14,
        Column::PaidRiel | Column::ClaimedRiel | Column::MemberPhone => 20,
        _ => 60,
    }
}

/// How many issues stand in a row of the board.
pub fn board_columns(size: (u16, u16)) -> usize {
    if size.0 < 62 { 2 } else { 3 }
}

/// The rows of the pane below.
fn pane(size: (u16, u16), kind: Kind) -> u16 {
    let rows = body(size).height;
    let wanted = match kind {
        Kind::Story => rows / 2,
        Kind::Issues => 9,
        _ => 7,
    };
    if rows < 8 { 0 } else { wanted.min(rows.saturating_sub(4)) }
}

impl Log {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let title = match (&self.saved, self.is_saving) {
            (_, true) => words::saving(lang).to_owned(),
            (Some(number), false) if !self.is_touched() => words::last_saved(lang, number.as_str()),
            _ => words::form_title(lang).to_owned(),
        };
        canvas.text(1, 0, &title, theme.heading());
        let pane = pane(model.size, self.field_id().kind());
        let room = canvas.height().saturating_sub(1 + pane);
        let columns = canvas.width();
        self.draw_fields(model, &mut canvas.part(0, 1, columns, room));
        if pane > 0 {
            let mut area = canvas.below(1 + room);
            area.rule(0, self.field_id().label(lang), theme);
            let height = pane - 1;
            self.draw_help(model, &mut area.part(1, 1, columns.saturating_sub(2), height));
        }
    }

    /// The rows that a field needs: itself, and what is wrong with it.
    fn refusals_of(&self, index: usize, field: FieldId, lang: Lang, columns: usize) -> Vec<String> {
        let is_first = ALL.iter().position(|known| known.column() == field.column()) == Some(index);
        if !is_first {
            return Vec::new();
        }
        let mut lines = Vec::new();
        for refusal in self.refusals.iter().filter(|refusal| refusal.column == field.column()) {
            let mut text = format!("! {}", refusal.reason.what(lang));
            if let Some(hint) = refusal.hint(lang) {
                text = format!("{text} {hint}");
            }
            lines.extend(wrap(&text, columns.max(1)));
        }
        lines
    }

    fn draw_fields(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let shown = || ALL.iter().enumerate().filter(|(_, field)| field.is_shown(self.issues));
        let left = shown().map(|(_, field)| width(field.label(lang))).max().unwrap_or(0) + 4;
        let left = (left as u16).min(canvas.width() / 2);
        let columns = usize::from(canvas.width().saturating_sub(left + 1));
        let mut rows: Vec<(usize, FieldId, Option<String>)> = Vec::new();
        for (index, field) in shown() {
            rows.push((index, *field, None));
            let wrong = self.refusals_of(index, *field, lang, columns);
            rows.extend(wrong.into_iter().map(|line| (index, *field, Some(line))));
        }
        let height = usize::from(canvas.height());
        let at = rows.iter().rposition(|(index, _, _)| *index == self.focus).unwrap_or(0);
        let top = (at + 2).saturating_sub(height).min(rows.len().saturating_sub(height));
        for (y, (index, field, wrong)) in rows.iter().skip(top).take(height).enumerate() {
            let y = y as u16;
            if let Some(line) = wrong {
                canvas.text(left, y, line, theme.error());
                continue;
            }
            let focus = *index == self.focus;
            let marker = if focus { ">" } else { " " };
            let needed = if field.is_needed() { "*" } else { " " };
            let style = if focus { theme.heading() } else { theme.text() };
            canvas.text_in(0, y, left, &format!("{marker}{needed}{}", field.label(lang)), style);
            self.draw_value(*index, *field, model, &mut canvas.part(left, y, columns as u16, 1));
            let across = canvas.width();
            canvas.zone(0, y, across, 1, Hit::Field(*index));
        }
    }

    fn draw_value(&self, index: usize, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let focus = index == self.focus && model.layers.is_empty();
        match field.kind() {
            Kind::Facility => match &self.facility {
                Some(facility) => {
                    let text = described(facility, lang);
                    let used = canvas.text(0, 0, &text, theme.text());
                    if focus {
                        canvas.set_cursor(used.min(canvas.width().saturating_sub(1)), 0);
                    }
                }
                None => self.draw_line(field.column(), model, canvas, focus),
            },
            Kind::Line => self.draw_line(field.column(), model, canvas, focus),
            Kind::Issues => {
                let mut x = 0;
                for (code, severity) in self.issues.iter() {
                    let text = format!("{} {code} {}   ", sign(severity), severity.name(lang));
                    x += canvas.text(x, 0, &text, theme.severity(severity));
                }
                if x == 0 {
                    canvas.text(0, 0, words::no_issue_yet(lang), theme.dim());
                }
                if focus && theme.plain {
                    canvas.set_cursor(0, 0);
                }
            }
            Kind::Choice => {
                let chosen = self.choices.get(&index).copied();
                let text = chosen.map_or_else(|| field.unset(lang), |place| field.choice(place, lang));
                let style = if chosen.is_some() { theme.text() } else { theme.dim() };
                if focus {
                    canvas.pieces(0, 0, &[("‹ ", theme.key()), (text, style), (" ›", theme.key())]);
                    if theme.plain {
                        canvas.set_cursor(2, 0);
                    }
                } else {
                    canvas.text(2, 0, text, style);
                }
            }
            Kind::Story => {
                let story = self.text(Column::Narrative);
                let first = story.lines().next().unwrap_or_default();
                let more = if story.lines().count() > 1 { " …" } else { "" };
                canvas.text(0, 0, &format!("{first}{more}"), theme.text());
            }
        }
    }

    fn draw_line(&self, column: Column, model: &Model, canvas: &mut Canvas<'_>, focus: bool) {
        let empty = crate::tui::text::Field::default();
        let field = self.texts.get(&column).unwrap_or(&empty);
        let columns = canvas.width().min(typed_columns(column));
        let style = if focus { model.theme.input() } else { Style::new() };
        input::draw(canvas, (0, 0), columns, field, style, focus);
        let read = self.read_back(column, model);
        if !read.is_empty() {
            let x = if focus { columns + 1 } else { width(field.value()) as u16 + 2 };
            canvas.text(x.min(columns + 1), 0, &format!("= {read}"), model.theme.dim());
        }
    }

    /// What was understood of a date or time, so that a slip is seen at once.
    fn read_back(&self, column: Column, model: &Model) -> String {
        let (text, lang) = (self.text(column).trim(), model.lang);
        if text.is_empty() {
            return String::new();
        }
        match column {
            Column::VisitedOn | Column::ClaimedOn => date::parse_relative(text, model.today)
                .map(|day| format!("{} {}", dates::weekday(day, lang), dates::date(day, lang)))
                .unwrap_or_default(),
            Column::Arrived | Column::Seen | Column::Registered | Column::Medicine => {
                let time = text.parse::<VisitTime>().map(|time| digits(&time.to_string(), lang));
                match (time, column, self.waited()) {
                    (Ok(time), Column::Seen, Some(waited)) => {
                        format!("{time} · {}", words::waited(lang, &minutes(waited, lang)))
                    }
                    (Ok(time), _, _) => time,
                    (Err(_), _, _) => String::new(),
                }
            }
            Column::WaitedMinutes => {
                parse_length(text).map(|length| minutes(length, lang)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    fn draw_help(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let field = self.field_id();
        match field.kind() {
            Kind::Facility => self.draw_matches(model, canvas),
            Kind::Issues => self.draw_board(model, canvas),
            Kind::Story => {
                let empty = crate::tui::text::Field::many_lines("");
                let story = self.texts.get(&Column::Narrative).unwrap_or(&empty);
                if story.is_empty() {
                    paragraph(canvas, 0, 0, words::hint_story(lang), theme.dim());
                }
                if model.layers.is_empty() {
                    input::draw_lines(canvas, story, theme.text());
                }
            }
            Kind::Line => {
                paragraph(canvas, 0, 0, field.help(None, lang), theme.dim());
            }
            Kind::Choice => self.draw_choices(field, model, canvas),
        }
    }

    fn draw_choices(&self, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let chosen = self.choices.get(&self.focus).copied();
        let y = paragraph(canvas, 0, 0, field.help(chosen, lang), theme.text());
        let count = field.codes().len();
        let cell = (0..count).map(|place| width(field.choice(place, lang))).max().unwrap_or(1) + 7;
        let across = (usize::from(canvas.width()) / cell).max(1);
        for place in 0..count {
            let is_chosen = chosen == Some(place);
            let marker = if is_chosen { ">" } else { " " };
            let number = digits(&(place + 1).to_string(), lang);
            let text = pad(&format!("{marker}{number} {}", field.choice(place, lang)), cell - 2);
            let style = if is_chosen { theme.selected() } else { theme.text() };
            let (x, row) = (place % across * cell, place / across);
            canvas.text(x as u16, y + 1 + row as u16, &text, style);
        }
    }

    fn draw_matches(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        if self.facility.is_some() {
            paragraph(canvas, 0, 0, words::hint_facility_chosen(lang), theme.dim());
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
            paragraph(canvas, 0, 0, hint, theme.dim());
            return;
        }
        let height = usize::from(canvas.height()).max(1);
        let top = (self.matched + 1).saturating_sub(height);
        for (y, (index, found)) in self.matches.iter().enumerate().skip(top).take(height).enumerate() {
            let chosen = index == self.matched;
            let marker = if chosen { ">" } else { " " };
            let facility = &found.facility;
            let line = format!("{marker} {} · {}", described(facility, lang), other_name(facility, lang));
            canvas.text(0, y as u16, &line, theme.text());
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
            canvas.text((column * cell) as u16, y as u16, &pad(&text, cell.saturating_sub(1)), style);
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
        let used = paragraph(canvas, 0, y, &text, style);
        canvas.text(0, y + used, words::hint_issues(lang), theme.dim());
    }
}

/// `Preah Kossamak Hospital · Phnom Penh`.
fn described(facility: &Facility, lang: Lang) -> String {
    let name = lang.pick(&facility.name_km, &facility.name_en);
    format!("{name} · {}", place_name(facility, lang))
}

/// The name in the other language, by which an officer may know it better.
fn other_name(facility: &Facility, lang: Lang) -> &str {
    lang.other().pick(&facility.name_km, &facility.name_en)
}
