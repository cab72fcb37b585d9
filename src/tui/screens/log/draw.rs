//! How the form looks: one field a row, and below what helps with the field that has the keys.

use ratatui::style::Style;

use super::fields::{ALL, FieldId, Kind};
use super::{Button, Log, Wait, pane};
use crate::domain::column::Column;
use crate::domain::date;
use crate::domain::facility::Facility;
use crate::domain::times::{VisitTime, parse_length};
use crate::domain::values::{Coded as _, Purpose};
use crate::i18n::numbers::{digits, minutes, number};
use crate::i18n::{Lang, Named, dates};
use crate::tui::action::{Action, Context};
use crate::tui::effect::DraftRow;
use crate::tui::model::Model;
use crate::tui::screens::cases::place_name;
use crate::tui::text::{Field, width, wrap};
use crate::tui::theme::sign;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words;

/// How much of the story is looked at to show its beginning, in letters.
const LONGEST_BEGINNING: usize = 300;

/// Below so many columns what is said of a field has a line of its own.
const NARROW: u16 = 60;

/// The room for a text of this column; what was understood of a date or time stands beside it.
fn typed_columns(column: Column) -> u16 {
    match column {
        Column::Arrived | Column::Seen | Column::Registered | Column::Medicine => 10,
        Column::VisitedOn | Column::ClaimedOn | Column::WaitedMinutes => 14,
        Column::PaidRiel | Column::ClaimedRiel | Column::MemberPhone => 20,
        _ => 60,
    }
}

/// A row of the form.
enum Row {
    Field(usize, FieldId),
    /// What is wrong with the field above it, or odd.
    Said(String, bool),
    /// What holds for the fields from here on.
    Heading(&'static str),
    Buttons,
}

impl Log {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        if self.is_writing {
            self.draw_story(model, canvas);
            return;
        }
        let (lang, theme) = (model.lang, model.theme);
        self.draw_title(model, &mut canvas.part(1, 0, canvas.width().saturating_sub(2), 1));
        let pane = pane::rows(model.size, self.kind());
        let room = canvas.height().saturating_sub(1 + pane);
        let columns = canvas.width();
        let offered = self.draw_offer(model, &mut canvas.part(1, 1, columns.saturating_sub(2), 1));
        let hidden = self.draw_fields(model, &mut canvas.part(0, 1 + offered, columns, room - offered));
        let label = self.field_id().map_or("", |field| field.label(lang));
        if pane > 0 {
            let mut area = canvas.below(1 + room);
            area.rule(0, label, theme);
            pane::draw_scroll_sign(&mut area, 0, hidden, model);
            let height = pane - 1;
            self.draw_help(model, &mut area.part(1, 1, columns.saturating_sub(2), height));
        } else {
            pane::draw_scroll_sign(canvas, 0, hidden, model);
        }
    }

    /// What the form is, and what it still needs.
    fn draw_title(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let title = match (self.wait, &self.saved) {
            (Wait::Lookup | Wait::Saving, _) => words::saving(lang).to_owned(),
            (Wait::Keeping(_), _) => words::keeping(lang).to_owned(),
            (Wait::Draft, _) => words::taking_up(lang).to_owned(),
            (Wait::Nothing, Some(number)) if !self.is_touched() => words::last_saved(lang, number.as_str()),
            _ => words::form_title(lang).to_owned(),
        };
        let mut used = canvas.text(0, 0, &title, theme.heading()) + 2;
        if self.not_kept().is_some() {
            used += canvas.text(used, 0, words::not_kept_yet(lang), theme.error()) + 2;
        }
        let needed: Vec<&str> = self.still_needed().map(|field| field.label(lang)).collect();
        let room = canvas.width().saturating_sub(used);
        if needed.is_empty() && self.refusals.is_empty() && !self.unconfirmed.is_empty() {
            let count = number(self.unconfirmed.len() as u64, lang);
            canvas.text_right(used, 0, room, &words::still_to_confirm(lang, &count), theme.heading());
        } else if needed.is_empty() && self.refusals.is_empty() {
            canvas.text_right(used, 0, room, words::nothing_needed(lang), theme.good());
        } else if needed.is_empty() {
            let count = number(self.refusals.len() as u64, lang);
            canvas.text_right(used, 0, room, &words::to_put_right(lang, &count), theme.error());
        } else {
            canvas.text_right(used, 0, room, &words::needed(lang, &needed.join(", ")), theme.text());
        }
    }

    /// The draft that waits, while the form is empty; returns the rows used.
    fn draw_offer(&self, model: &Model, canvas: &mut Canvas<'_>) -> u16 {
        let lang = model.lang;
        let Some((newest, count)) = self.offered().filter(|_| model.size.1 >= 10) else {
            return 0;
        };
        let binding = model.keymap.binding(Context::Log, Action::ContinueDraft);
        let key = binding.and_then(|binding| binding.shown_key(Context::Log));
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        let draft = summary(newest, lang);
        let text = match count {
            1 => words::draft_waits(lang, &draft, &key),
            _ => words::drafts_wait(lang, &number(count as u64, lang), &draft, &key),
        };
        let used = canvas.text(0, 0, &text, model.theme.key());
        canvas.zone(0, 0, used, 1, Hit::Act(Action::ContinueDraft));
        1
    }

    /// The rows of the form, and which of them has the keys.
    fn rows(&self, lang: Lang, columns: usize) -> (Vec<Row>, usize) {
        let mut rows = Vec::new();
        let mut at = 0;
        let mut was_needed = true;
        for (index, field) in ALL.into_iter().enumerate().filter(|(_, field)| field.is_shown(self.issues)) {
            if was_needed && !field.is_needed() {
                rows.push(Row::Heading(words::optional_from_here(lang)));
            }
            if field == FieldId::Consent(Purpose::Count) {
                rows.push(Row::Heading(words::ask_the_member(lang)));
            }
            was_needed = field.is_needed();
            if index == self.focus {
                at = rows.len();
            }
            rows.push(Row::Field(index, field));
            for (text, is_wrong) in self.said_beside(field, lang) {
                rows.extend(wrap(&text, columns.max(1)).into_iter().map(|line| Row::Said(line, is_wrong)));
            }
        }
        if self.focus >= ALL.len() {
            at = rows.len();
        }
        rows.push(Row::Buttons);
        (rows, at)
    }

    /// Draws the fields; returns how many are hidden above and below.
    fn draw_fields(&self, model: &Model, canvas: &mut Canvas<'_>) -> (usize, usize) {
        let (lang, theme) = (model.lang, model.theme);
        let labels =
            ALL.iter().filter(|field| field.is_shown(self.issues)).map(|field| width(field.label(lang)));
        let left = labels.max().unwrap_or(0) + 4;
        let left = (left as u16).min(canvas.width() / 2);
        let columns = canvas.width().saturating_sub(left + 1);
        // Beside the field; on a narrow screen, over all of it.
        let said_at = if canvas.width() < NARROW { 2 } else { left };
        let (rows, at) = self.rows(lang, usize::from(canvas.width().saturating_sub(said_at + 1)));
        let height = usize::from(canvas.height());
        let said = rows.iter().skip(at + 1).take_while(|row| matches!(row, Row::Said(..))).count();
        // The next field is seen too, and all that is said of this one where there is room for it.
        let lowest = (at + said + 2).saturating_sub(height).min(at);
        let top = lowest.min(rows.len().saturating_sub(height));
        for (y, row) in (0..).zip(rows.iter().skip(top).take(height)) {
            match row {
                Row::Field(index, field) => {
                    let focus = *index == self.focus;
                    let marker = if focus { ">" } else { " " };
                    let needed = match (self.is_unconfirmed(*field), field.is_needed()) {
                        (true, _) => "?",
                        (false, true) => "*",
                        (false, false) => " ",
                    };
                    let style = if focus { theme.heading() } else { theme.text() };
                    canvas.text_in(0, y, left, &format!("{marker}{needed}{}", field.label(lang)), style);
                    let said = self.draw_unconfirmed(*field, model, &mut canvas.part(left, y, columns, 1));
                    self.draw_value(*field, model, &mut canvas.part(left, y, columns - said, 1));
                    let across = canvas.width();
                    canvas.zone(0, y, across, 1, Hit::Field(*index));
                }
                Row::Said(line, is_wrong) => {
                    canvas.text(said_at, y, line, if *is_wrong { theme.error() } else { theme.heading() });
                }
                Row::Heading(text) => {
                    canvas.text(2, y, text, theme.dim());
                }
                Row::Buttons => self.draw_buttons(model, &mut canvas.part(0, y, canvas.width(), 1)),
            }
        }
        let fields =
            |rows: &[Row]| rows.iter().filter(|row| matches!(row, Row::Field(..) | Row::Buttons)).count();
        let below = rows.get((top + height).min(rows.len())..).map_or(0, fields);
        (rows.get(..top).map_or(0, fields), below)
    }

    /// Beside what was read out of a message, that it is to be confirmed; returns the columns used.
    fn draw_unconfirmed(&self, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) -> u16 {
        let note = words::to_be_confirmed(model.lang);
        let used = width(note) as u16 + 1;
        if !self.is_unconfirmed(field) || canvas.width() < used + NARROW / 2 {
            return 0;
        }
        canvas.text(canvas.width() - used + 1, 0, note, model.theme.heading());
        used
    }

    fn draw_buttons(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let has_keys = self.focus >= ALL.len();
        let mut x = 1;
        for button in Button::ALL {
            let (name, action) = match button {
                Button::Save => (words::save(lang), Action::Save),
                Button::Leave => (words::leave_form(lang), Action::Leave),
                Button::ThrowAway => (words::throw_away(lang), Action::ThrowAway),
            };
            let is_marked = has_keys && button == self.button;
            let (marker, style) = if is_marked { (">", theme.selected()) } else { (" ", theme.key()) };
            if is_marked && theme.plain {
                canvas.set_cursor(x, 0);
            }
            let used = canvas.text(x, 0, &format!("{marker}[ {name} ]"), style);
            canvas.zone(x, 0, used, 1, Hit::Act(action));
            x += used + 2;
        }
    }

    fn draw_value(&self, field: FieldId, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let focus = self.field_id() == Some(field) && model.layers.is_empty();
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
                let chosen = self.choice(field);
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
                let mut letters = self.text(Column::Narrative).chars();
                let beginning: String = letters.by_ref().take(LONGEST_BEGINNING).collect();
                let first = beginning.lines().next().unwrap_or_default();
                let is_more = letters.next().is_some() || first.len() < beginning.len();
                let more = if is_more { " …" } else { "" };
                canvas.text(0, 0, &format!("{first}{more}"), theme.text());
                if focus && theme.plain {
                    canvas.set_cursor(0, 0);
                }
            }
        }
    }

    fn draw_line(&self, column: Column, model: &Model, canvas: &mut Canvas<'_>, focus: bool) {
        let empty = Field::default();
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
            Column::VisitedOn | Column::ClaimedOn => {
                date::parse_relative(&dates::typed(text, lang), model.today)
                    .map(|day| format!("{} {}", dates::weekday(day, lang), dates::date(day, lang)))
                    .unwrap_or_default()
            }
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
}

/// `Preah Kossamak Hospital · Phnom Penh`.
pub(super) fn described(facility: &Facility, lang: Lang) -> String {
    let name = lang.pick(&facility.name_km, &facility.name_en);
    format!("{name} · {}", place_name(facility, lang))
}

/// The name in the other language, by which an officer may know it better.
pub(super) fn other_name(facility: &Facility, lang: Lang) -> &str {
    lang.other().pick(&facility.name_km, &facility.name_en)
}

/// `Preah Kossamak Hospital · WAIT PAY · 10:12`: enough to know a draft by.
fn summary(draft: &DraftRow, lang: Lang) -> String {
    let facility = draft.facility.as_deref();
    let place =
        facility.map_or(draft.facility_text.as_str(), |known| lang.pick(&known.name_km, &known.name_en));
    let issues: Vec<&str> = draft.issues.iter().map(|(code, _)| code.code()).collect();
    let changed = digits(&draft.changed_at.format("%H:%M").to_string(), lang);
    let parts = [place, &issues.join(" "), &changed];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
