//! How a form looks.

use super::rows::{Input, Key, Row};
use super::{Added, Sheet, SheetOf};
use crate::i18n::numbers::number;
use crate::i18n::{Lang, dates};
use crate::tui::model::Model;
use crate::tui::text::{pad, width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words::{self, ledger};

/// The columns of the widest label.
const WIDEST_LABEL: usize = 30;

impl SheetOf {
    fn title(&self, lang: Lang) -> String {
        match self {
            Self::Promise(..) => ledger::sheet_promise(lang).to_owned(),
            Self::Move(row) => ledger::sheet_move(lang, &row.promise.promised.what),
            Self::Judge(row, _) => ledger::sheet_judge(lang, &row.promise.promised.what),
            Self::Acknowledge(_) => ledger::sheet_acknowledge(lang).to_owned(),
            Self::Pause(_) => ledger::sheet_pause(lang).to_owned(),
            Self::Resume(_) => ledger::sheet_resume(lang).to_owned(),
            Self::Reply(..) => ledger::sheet_reply(lang).to_owned(),
            Self::Interim(_) => ledger::sheet_interim(lang).to_owned(),
            Self::Escalate(.., cases) => ledger::sheet_escalate(lang, &number(*cases as u64, lang)),
            Self::Contact(_, None) => ledger::sheet_new_contact(lang).to_owned(),
            Self::Contact(..) => ledger::sheet_contact(lang).to_owned(),
            Self::Clocks(_) => ledger::sheet_clocks(lang).to_owned(),
            Self::Names(_) => ledger::sheet_names(lang).to_owned(),
            Self::Add(added) => added.name(lang).to_owned(),
        }
    }

    /// What is to be known beside what is asked.
    fn note(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Move(row) => {
                let due = row.promise.due()?;
                Some(ledger::move_note(lang, &dates::long_date(due, lang)))
            }
            Self::Judge(..) => Some(ledger::judge_note(lang).to_owned()),
            Self::Interim(_) => Some(ledger::interim_note(lang).to_owned()),
            _ => None,
        }
    }
}

impl Added {
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Facility => ledger::add_facility(lang),
            Self::Agent => ledger::add_agent(lang),
            Self::Employer => ledger::add_employer(lang),
            Self::Other => ledger::add_other(lang),
        }
    }
}

impl Sheet {
    fn label(&self, row: &Row, lang: Lang) -> String {
        match (&self.of, row.key) {
            (Some(SheetOf::Reply(_, cases)), Key::OfCase(place)) => {
                cases.get(place).map(ToString::to_string).unwrap_or_default()
            }
            (Some(SheetOf::Add(Added::Employer | Added::Other)), _) => ledger::label_name(lang).to_owned(),
            (Some(SheetOf::Add(_)), _) => ledger::label_facility(lang).to_owned(),
            _ => row.key.label(lang).to_owned(),
        }
    }

    fn hint(&self, row: &Row, lang: Lang) -> &'static str {
        match (&self.of, row.key) {
            (Some(SheetOf::Add(Added::Employer | Added::Other)), _) => ledger::hint_new_name(lang),
            (Some(SheetOf::Add(_)), _) => words::hint_facility_edit(lang),
            (Some(SheetOf::Contact(..)), Key::Role) => ledger::hint_role(lang),
            (_, key) => key.hint(lang),
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(of) = &self.of else {
            return;
        };
        let (columns, height) = (canvas.width(), canvas.height());
        let room = usize::from(columns.saturating_sub(2)).max(1);
        canvas.text(1, 0, &of.title(lang), theme.heading());
        let mut above = 1;
        if height >= 14
            && let Some(note) = of.note(lang)
        {
            for line in wrap(&note, room.min(100)) {
                canvas.text(1, above, &line, theme.dim());
                above += 1;
            }
        }
        above += u16::from(height >= 8);
        let below = self.below(lang, room);
        let rows: Vec<(usize, &Row)> = self.shown().collect();
        let seen = usize::from(height.saturating_sub(above)).saturating_sub(below.len() + 1).max(1);
        let at = rows.iter().position(|(place, _)| *place == self.at).unwrap_or(0);
        let top = at.saturating_sub(seen.saturating_sub(1)).min(rows.len().saturating_sub(seen));
        let label = rows.iter().map(|(_, row)| width(&self.label(row, lang))).max().unwrap_or(0);
        let label = label.min(WIDEST_LABEL).min(usize::from(columns) / 2) + 2;
        let mut list = canvas.part(0, above, columns, seen as u16);
        for (y, (place, row)) in (0..).zip(rows.iter().skip(top).take(seen)) {
            self.draw_row(*place, row, (y, label), model, &mut list);
        }
        let y = above + seen.min(rows.len()) as u16 + 1;
        let y = y.min(height.saturating_sub(below.len() as u16));
        let is_wrong = self.problem.is_some();
        for (y, line) in (y..).zip(&below) {
            canvas.text(1, y, line, if is_wrong { theme.error() } else { theme.dim() });
        }
    }

    /// What stands below the rows: what is wrong, else what belongs into the row that has the keys.
    fn below(&self, lang: Lang, room: usize) -> Vec<String> {
        let said = match (&self.problem, self.rows.get(self.at)) {
            _ if self.is_waiting() => words::saving(lang).to_owned(),
            (Some((_, problem)), _) => format!("! {}", problem.say(lang)),
            (None, Some(row)) => self.hint(row, lang).to_owned(),
            (None, None) => String::new(),
        };
        let mut lines = wrap(&said, room.min(100));
        lines.truncate(4);
        lines
    }

    fn draw_row(
        &self,
        place: usize,
        row: &Row,
        (y, left): (u16, usize),
        model: &Model,
        canvas: &mut Canvas<'_>,
    ) {
        let (lang, theme) = (model.lang, model.theme);
        let has_keys = place == self.at;
        let marker = if has_keys { ">" } else { " " };
        let is_wrong = self.problem.as_ref().is_some_and(|(key, _)| *key == Some(row.key));
        let style = if is_wrong { theme.error() } else { theme.text() };
        let label = pad(&self.label(row, lang), left);
        let x = canvas.text(0, y, &format!("{marker} {label}"), style);
        let room = canvas.width().saturating_sub(x + 1);
        let chosen = |text: &str| if has_keys { format!("‹ {text} ›") } else { format!("  {text}") };
        let opened = |text: &str, empty: &str| match (has_keys, text.is_empty()) {
            (true, true) => format!("‹ {empty} ›"),
            (true, false) => format!("‹ {text} ›"),
            (false, _) => format!("  {text}"),
        };
        match &row.input {
            Input::Line(field) => {
                let style = if has_keys || !field.is_empty() { theme.input() } else { theme.dim() };
                input::draw(canvas, (x, y), room, field, style, has_keys && model.layers.is_empty());
            }
            Input::Choice(choice) => {
                canvas.text_in(x, y, room, &chosen(choice.name(lang)), theme.text());
            }
            Input::Story(text) => {
                let text = opened(&text.replace('\n', " "), ledger::enter_writes(lang));
                canvas.text_in(x, y, room, &text, theme.text());
            }
            Input::Party => {
                let text = opened(&self.party_name(lang), ledger::enter_chooses(lang));
                canvas.text_in(x, y, room, &text, theme.text());
            }
        }
        canvas.zone(0, y, canvas.width(), 1, Hit::Row(place));
        if has_keys && !matches!(row.input, Input::Line(_)) && theme.plain {
            canvas.set_cursor(0, y);
        }
    }
}
