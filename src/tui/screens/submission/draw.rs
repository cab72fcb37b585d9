//! How a submission looks: facts, cases, promises and replies in one list, of which cases and promises can be chosen.

use ratatui::style::Style;

use super::{SubmissionScreen, Target};
use crate::domain::clock::Due;
use crate::domain::submission::{FileMark, Reply, State};
use crate::domain::values::{PartyOutcome, Severity};
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Named, dates};
use crate::tui::effect::ledger::{CaseRaised, SubmissionPage};
use crate::tui::model::Model;
use crate::tui::screens::cases::draw::Line;
use crate::tui::screens::people::titled;
use crate::tui::screens::promises::fate_said;
use crate::tui::screens::promises::one::due_said;
use crate::tui::text::{pad, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::columns::{self, Cell, Choices, Column};
use crate::tui::words::{self, ledger};

/// The widest line that is read with ease.
const READABLE: usize = 96;

/// A line of the list.
enum Row {
    /// Pieces beside each other.
    Text(Line),
    /// What can be chosen, by its place among all that can.
    Chosen(usize),
}

fn what_due(what: &str, due: Due, lang: Lang) -> String {
    format!("{what}{}{}", lang.pick("៖ ", ": "), due_said(due, lang))
}

/// What a submission waits for, with a sign where it is late or near.
pub fn state_said(state: State, lang: Lang, theme: Theme) -> (String, Style) {
    let due = |what: &str, due: Due| {
        let style = match due {
            Due::Overdue(_) => theme.error(),
            Due::Soon(_) => theme.severity(Severity::Medium),
            Due::Ahead(_) => theme.text(),
        };
        let sign = match due {
            Due::Overdue(_) => "▲",
            Due::Soon(_) => "●",
            Due::Ahead(_) => "○",
        };
        (format!("{sign} {}", what_due(what, due, lang)), style)
    };
    match state {
        State::ToAcknowledge(_, stands) => due(ledger::to_acknowledge(lang), stands),
        State::ToAnswer(_, stands) => due(ledger::to_answer(lang), stands),
        State::Paused(since) => {
            (format!("‖ {}", ledger::paused_since(lang, &dates::date(since, lang))), theme.text())
        }
        State::Answered(on) => {
            (format!("✓ {}", ledger::answered_on(lang, &dates::date(on, lang))), theme.good())
        }
    }
}

impl SubmissionScreen {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(page) = &self.page else {
            canvas.text(1, 0, words::reading_book(lang), theme.dim());
            return;
        };
        let room = usize::from(canvas.width().saturating_sub(2)).max(1);
        let mut pen = Pen { lang, theme, room: room.min(READABLE), rows: Vec::new() };
        pen.page(page);
        let (case_heads, promise_heads) = (case_heads(), promise_heads());
        let room = usize::from(canvas.width().saturating_sub(3));
        let case_cells: Vec<_> = page.cases.iter().map(|case| cells(case, lang, theme)).collect();
        let promise_cells: Vec<_> = page.promises.iter().map(|row| promise_cells(row, lang, theme)).collect();
        let widths = (
            columns::widths(&case_heads, &case_cells, room),
            columns::widths(&promise_heads, &promise_cells, room),
        );
        let rows = pen.rows;
        let height = usize::from(canvas.height());
        let targets = self.targets();
        let chosen = self.place.chosen.min(targets.len().saturating_sub(1));
        let at = rows.iter().position(|row| matches!(row, Row::Chosen(index) if *index == chosen));
        // On the first row, what stands above it is seen as far as there is room; from the last one to the end.
        let last = rows.len().saturating_sub(height);
        let top = match at {
            Some(at) if chosen == 0 => (at + 1).saturating_sub(height),
            Some(_) if chosen + 1 == targets.len() => last,
            Some(at) => at.saturating_sub(height / 2),
            None => 0,
        }
        .min(last);
        let top = at.map_or(top, |at| top.min(at));
        let choices = Choices { chosen, theme, is_typing: false };
        for (y, row) in (0u16..).zip(rows.iter().skip(top).take(height)) {
            match row {
                Row::Text(line) => {
                    let pieces: Vec<_> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
                    canvas.pieces(1, y, &pieces);
                }
                Row::Chosen(index) => match targets.get(*index) {
                    Some(Target::Case(place)) => {
                        let cells = case_cells.get(*place).map_or(&[][..], Vec::as_slice);
                        choices.row(&case_heads, &widths.0, (*index, y), cells, canvas);
                    }
                    Some(Target::Promise(place)) => {
                        let cells = promise_cells.get(*place).map_or(&[][..], Vec::as_slice);
                        choices.row(&promise_heads, &widths.1, (*index, y), cells, canvas);
                    }
                    None => {}
                },
            }
        }
        if rows.len() > top + height {
            canvas.text_right(0, canvas.height().saturating_sub(1), canvas.width(), "↓", theme.key());
        }
    }
}

fn case_heads() -> [Column; 6] {
    [
        Column::whole("", 0),
        Column::text("", 10, 1),
        Column::whole("", 4),
        Column::text("", 8, 3),
        Column::whole("", 2),
        Column::whole("", 5),
    ]
}

fn promise_heads() -> [Column; 3] {
    [Column::whole("", 1), Column::whole("", 2), Column::text("", 10, 0)]
}

fn cells(case: &CaseRaised, lang: Lang, theme: Theme) -> Vec<Cell> {
    let urgent = if case.is_urgent { "! " } else { "" };
    let facility = case.facility.as_ref().map_or_else(
        || case.facility_id.to_string(),
        |known| lang.pick(&known.name_km, &known.name_en).to_owned(),
    );
    let outcome = match case.outcome {
        Some((_, outcome)) => {
            let (sign, style) = match outcome {
                PartyOutcome::Upheld => ("✓", theme.good()),
                PartyOutcome::Partly => ("½", theme.severity(Severity::Medium)),
                PartyOutcome::NotUpheld => ("✗", theme.error()),
                PartyOutcome::NoAnswer => ("–", theme.error()),
            };
            (format!("{sign} {}", outcome.name(lang)), style)
        }
        None if case.status.is_open() => (format!("○ {}", ledger::waits(lang)), theme.text()),
        None => ("–".to_owned(), theme.dim()),
    };
    let member = case.member_outcome.map(|outcome| ledger::member_says(lang, outcome.name(lang)));
    vec![
        (format!("{urgent}{}", case.number), theme.text()),
        outcome,
        (dates::date(case.visited_on, lang), theme.text()),
        (facility, theme.text()),
        (case.status.name(lang).to_owned(), theme.text()),
        (member.unwrap_or_default(), theme.text()),
    ]
}

fn promise_cells(row: &crate::tui::effect::ledger::PromiseRow, lang: Lang, theme: Theme) -> Vec<Cell> {
    let due = row.promise.due();
    let due = due.map_or_else(|| ledger::no_due(lang).to_owned(), |due| dates::date(due, lang));
    vec![(due, theme.text()), fate_said(row, lang, theme), (row.promise.promised.what.clone(), theme.text())]
}

/// What writes the lines.
struct Pen {
    lang: Lang,
    theme: Theme,
    room: usize,
    rows: Vec<Row>,
}

impl Pen {
    fn line(&mut self, text: String, style: Style) {
        self.rows.push(Row::Text(vec![(text, style)]));
    }

    fn heading(&mut self, text: &str) {
        self.rows.push(Row::Text(Line::new()));
        self.line(text.to_owned(), self.theme.heading());
    }

    fn wrapped(&mut self, text: &str, indent: usize, style: Style) {
        for line in wrap(text, self.room.saturating_sub(indent).max(1)) {
            self.line(format!("{}{line}", " ".repeat(indent)), style);
        }
    }

    /// A label with what stands behind it, wrapped in its own column; nothing where there is nothing.
    fn fact(&mut self, label: &str, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        let lang = self.lang;
        let labels = [
            ledger::label_raised(lang),
            ledger::label_about(lang),
            ledger::label_acknowledged(lang),
            ledger::label_answer_by(lang),
            ledger::label_regulator(lang),
            ledger::label_pauses(lang),
            ledger::label_files(lang),
            ledger::label_after(lang),
            ledger::label_next(lang),
        ];
        let left = labels.into_iter().map(width).max().unwrap_or(0).min(self.room / 2);
        for (row, line) in wrap(text, self.room.saturating_sub(left + 2).max(1)).into_iter().enumerate() {
            let label = if row == 0 { pad(label, left) } else { pad("", left) };
            self.rows.push(Row::Text(vec![(format!("{label}  "), self.theme.dim()), (line, style)]));
        }
    }

    fn page(&mut self, page: &SubmissionPage) {
        let (lang, theme) = (self.lang, self.theme);
        let submission = &page.row.submission;
        let handle = submission.handle().to_string();
        let (state, style) = state_said(page.row.state, lang, theme);
        self.rows.push(Row::Text(vec![
            (handle, theme.heading()),
            ("  ".to_owned(), theme.text()),
            (titled(page.party.name(lang)), theme.heading()),
        ]));
        self.line(state, style);
        self.facts(page);
        let count = |count: usize| number(count as u64, lang);
        let (cases, answered) =
            (page.cases.len(), page.cases.iter().filter(|one| one.outcome.is_some()).count());
        self.heading(&ledger::submission_cases(lang, &count(cases), &count(answered)));
        self.rows.extend((0..cases).map(Row::Chosen));
        if !page.promises.is_empty() {
            self.heading(ledger::promises(lang));
            self.rows.extend((cases..cases + page.promises.len()).map(Row::Chosen));
        }
        self.heading(ledger::replies(lang));
        if submission.replies.is_empty() {
            self.line(format!("  {}", ledger::no_replies(lang)), theme.dim());
        }
        for reply in &submission.replies {
            self.reply(reply);
        }
    }

    fn facts(&mut self, page: &SubmissionPage) {
        let (lang, text) = (self.lang, self.theme.text());
        let submission = &page.row.submission;
        let made = &submission.made;
        let day = |day| dates::long_date(day, lang);
        let raised = format!("{} · {} · {}", day(made.on), made.way.name(lang), submission.officer);
        self.fact(ledger::label_raised(lang), &raised, text);
        self.fact(ledger::label_about(lang), made.about.as_deref().unwrap_or_default(), text);
        let acknowledged = match (submission.acknowledged_on, page.acknowledge_by) {
            (Some(on), _) => day(on),
            (None, Some(by)) if submission.heard_on().is_none() => ledger::by_then(lang, &day(by)),
            _ => String::new(),
        };
        self.fact(ledger::label_acknowledged(lang), &acknowledged, text);
        let due = match (page.due, page.first_due) {
            (Some(due), _) if page.named_too_late.is_some() => {
                let named = page.named_too_late.map(day).unwrap_or_default();
                ledger::due_missed(lang, &day(due), &named)
            }
            (Some(due), Some(first)) if due != first => ledger::due_moved(lang, &day(due), &day(first)),
            (Some(due), _) => day(due),
            (None, _) => ledger::clock_stands(lang).to_owned(),
        };
        self.fact(ledger::label_answer_by(lang), &due, text);
        if let Some((until, left)) = page.regulator {
            let style = if left.is_overdue() { self.theme.dim() } else { self.theme.heading() };
            let said = ledger::regulator_window(lang, &day(until), &due_said(left, lang));
            self.fact(ledger::label_regulator(lang), &said, style);
        }
        let pauses: Vec<String> = submission
            .pauses
            .iter()
            .map(|pause| match pause.until {
                Some(until) => format!("{}–{}", dates::date(pause.from, lang), dates::date(until, lang)),
                None => ledger::paused_since(lang, &dates::date(pause.from, lang)),
            })
            .collect();
        self.fact(ledger::label_pauses(lang), &pauses.join(", "), text);
        for file in &made.files {
            self.fact(ledger::label_files(lang), &file_said(file, lang), text);
        }
        if let Some((lower, party)) = &page.after {
            let said = format!("{} · {}", lower.handle(), titled(party.name(lang)));
            self.fact(ledger::label_after(lang), &said, text);
        }
        if let Some(next) = &page.next {
            let unsettled = number(page.unsettled().count() as u64, lang);
            self.fact(
                ledger::label_next(lang),
                &ledger::next_rung(lang, &titled(next.name(lang)), &unsettled),
                text,
            );
        }
    }

    fn reply(&mut self, reply: &Reply) {
        let (lang, theme) = (self.lang, self.theme);
        let mut said = vec![dates::date(reply.on, lang)];
        said.extend(reply.way.map(|way| way.name(lang).to_owned()));
        said.extend(reply.by.clone());
        said.push(match reply.until {
            Some(until) if reply.is_interim() => ledger::interim_until(lang, &dates::date(until, lang)),
            _ => ledger::answers_cases(lang, &number(reply.outcomes.len() as u64, lang)),
        });
        self.wrapped(&said.join(" · "), 2, theme.text());
        if let Some(text) = &reply.text {
            self.wrapped(text, 4, theme.text());
        }
        if let Some(file) = &reply.file {
            self.wrapped(&file_said(file, lang), 4, theme.dim());
        }
    }
}

/// A file by its name, its size and the beginning of its digest.
fn file_said(file: &FileMark, lang: Lang) -> String {
    let kilobytes = number(file.bytes.div_ceil(1024), lang);
    let digest: String = file.sha256.chars().take(16).collect();
    ledger::file_mark(lang, &file.name, &kilobytes, &digest)
}
