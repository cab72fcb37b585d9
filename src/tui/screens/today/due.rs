//! What is due, in the order of urgency, and how many cases wait for something: their rows, and what Enter does there.

use ratatui::style::Style;

use super::{Section, Target, Today};
use crate::app::AppError;
use crate::app::follow::{Agenda, Task, TaskKind};
use crate::domain::values::Severity;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Language, dates};
use crate::tui::action::Action;
use crate::tui::effect::ledger::Which;
use crate::tui::effect::{Effect, Generation, Query};
use crate::tui::model::{Cx, Model, Request, Tone, Words};
use crate::tui::text::pad;
use crate::tui::theme::{DUE, OVERDUE, Theme, URGENT};
use crate::tui::widgets::canvas::Canvas;
use crate::tui::words;

/// So many are shown until the officer asks for the rest.
const FIRST: usize = 10;

/// So many urgent cases before them: more would push out of sight what is due.
const FIRST_URGENT: usize = 5;

/// More than these are not told one by one: they are found among the cases.
const MOST: usize = 200;

/// Urgent cases that wait for the union.
const URGENT_ONES: &str = "urgent:yes status:open turn:union";

/// The cases that wait for the union, by what for.
const WAITING: [&str; 4] = [URGENT_ONES, "turn:confirm", "turn:raise", "turn:close"];

impl Today {
    /// What is due may be something else now.
    pub fn ask_for_agenda(&mut self, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Read(Query::Agenda(cx.lang), self.asked_agenda.next()));
    }

    /// What is due came.
    pub fn agenda_answered(
        &mut self,
        generation: Generation,
        agenda: Result<Box<Agenda>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if generation != self.asked_agenda {
            return;
        }
        match agenda {
            Ok(agenda) => self.keeping_item(|today| today.agenda = Some(agenda)),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    fn tasks(&self) -> impl Iterator<Item = &Task> {
        let (urgent, others) = if self.shows_all { (MOST, MOST) } else { (FIRST_URGENT, FIRST) };
        let all = |is_urgent: bool| {
            let tasks = self.agenda.iter().flat_map(|agenda| &agenda.tasks);
            tasks.filter(move |task| (task.kind == TaskKind::Urgent) == is_urgent)
        };
        all(true).take(urgent).chain(all(false).take(others))
    }

    pub(super) fn due(&self) -> Option<Section> {
        let all = self.agenda.as_ref()?.tasks.len();
        let mut targets: Vec<_> = self.tasks().map(|task| Target::Due(task.kind, task.of.clone())).collect();
        if targets.len() < all && !self.shows_all {
            targets.push(Target::MoreDue);
        }
        // In a book without cases that nothing is due needs no saying.
        let has_cases = self.day.as_ref().is_some_and(|day| day.cases > 0);
        (has_cases || !targets.is_empty()).then_some(Section {
            title: words::today_due,
            without_holidays: self.agenda.as_ref()?.years_without_holidays.clone(),
            empty: Some(words::nothing_due),
            targets,
        })
    }

    /// How many cases wait for the union.
    pub(super) fn counted(&self) -> Option<Section> {
        let mut targets: Vec<_> =
            WAITING.into_iter().filter(|query| self.count(query) > 0).map(Target::Waiting).collect();
        targets.extend((self.suspects > 0).then_some(Target::Duplicates));
        (!targets.is_empty()).then_some(Section {
            title: words::today_waiting,
            without_holidays: Vec::new(),
            empty: None,
            targets,
        })
    }

    fn count(&self, query: &str) -> usize {
        self.agenda.as_ref().map_or(0, |agenda| match query {
            URGENT_ONES => agenda.urgent,
            "turn:confirm" => agenda.to_confirm,
            "turn:raise" => agenda.to_raise,
            _ => agenda.to_close,
        })
    }

    fn task(&self, kind: TaskKind, of: &str) -> Option<&Task> {
        self.agenda.as_ref()?.tasks.iter().find(|task| task.kind == kind && task.of == of)
    }

    /// Does the next thing with what is due: the case with the right list at hand.
    pub(super) fn open_due(&mut self, target: &Target, cx: &mut Cx<'_>) {
        match target {
            Target::Due(kind, of) => {
                let Some(task) = self.task(*kind, of) else {
                    return;
                };
                let request = match (kind, task.case.clone()) {
                    (TaskKind::Promise, _) => Request::OpenPromise(Which::Called(of.clone())),
                    (TaskKind::NextStep, Some(case)) => Request::OpenCase(case),
                    (TaskKind::Answer | TaskKind::Acknowledge | TaskKind::Consent, Some(case)) => {
                        Request::FollowUp(case, Some(Action::RecordReply))
                    }
                    (TaskKind::Regulator, Some(case)) => Request::FollowUp(case, Some(Action::RaiseCase)),
                    (_, Some(case)) => Request::FollowUp(case, None),
                    (_, None) => return,
                };
                cx.requests.push(request);
            }
            Target::MoreDue => self.keeping_item(|today| today.shows_all = true),
            Target::Waiting(query) => cx.requests.push(Request::ShowCases((*query).to_owned())),
            Target::Duplicates => cx.requests.push(Request::Act(Action::ShowDuplicates)),
            Target::Draft(_) | Target::Case(_) | Target::Facility(_) => {}
        }
    }

    pub(super) fn draw_due(&self, target: &Target, y: u16, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        match target {
            Target::Due(kind, of) => {
                if let Some(task) = self.task(*kind, of) {
                    draw_task(task, y, model, canvas);
                }
            }
            Target::MoreDue => {
                let all = self.agenda.as_ref().map_or(0, |agenda| agenda.tasks.len());
                let more = number(all.saturating_sub(self.tasks().count()) as u64, lang);
                canvas.text(2, y, &words::more_due(lang, &more), theme.text());
            }
            Target::Waiting(query) => {
                let count = number(self.count(query) as u64, lang);
                let say = match *query {
                    URGENT_ONES => words::wait_urgent,
                    "turn:confirm" => words::wait_to_confirm,
                    "turn:raise" => words::wait_to_raise,
                    _ => words::wait_to_close,
                };
                canvas.text(2, y, &say(lang, &count), theme.text());
            }
            Target::Duplicates => {
                let count = number(self.suspects as u64, lang);
                canvas.text(2, y, &words::today_duplicates(lang, &count), theme.text());
            }
            Target::Draft(_) | Target::Case(_) | Target::Facility(_) => {}
        }
    }
}

/// What marks a task: its sign, its word and their style.
fn mark(task: &Task, lang: Lang, theme: Theme) -> (&'static str, String, Style) {
    match task.days_left {
        _ if task.urgent => (URGENT, words::mark_urgent(lang).to_owned(), theme.error()),
        _ if task.overdue => {
            (OVERDUE, words::mark_overdue(lang).to_owned(), theme.severity(Severity::Medium))
        }
        Some(0) => (DUE, words::mark_today(lang).to_owned(), theme.text()),
        Some(1) => (DUE, words::mark_day(lang).to_owned(), theme.text()),
        Some(days) => {
            let days = number(days.unsigned_abs(), lang);
            (DUE, words::mark_days(lang, &days), theme.text())
        }
        None => ("·", String::new(), theme.text()),
    }
}

/// Mark, date, number and what is to be done: on a narrow screen the word of the mark and the date give way.
fn draw_task(task: &Task, y: u16, model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let columns = canvas.width();
    let (sign, word, style) = mark(task, lang, theme);
    let word_columns = if lang.language() == Language::Km { 16 } else { 12 };
    let has_word = columns >= 76;
    let word = if has_word { format!("{sign} {}", pad(&word, word_columns - 2)) } else { sign.to_owned() };
    let mut x = 2 + canvas.text(2, y, &word, style) + 1;
    if columns >= 60 {
        let day = task.due.map(|day| dates::date(day, lang)).unwrap_or_default();
        x += canvas.text(x, y, &pad(&day, 10), theme.text()) + 1;
    }
    // As wide as the numbers of this desk.
    let number_columns = model.book.as_ref().map_or(12, |book| book.desk.len() + 10);
    x += canvas.text(x, y, &pad(&task.of, number_columns), theme.text()) + 1;
    canvas.text(x, y, &task.what, theme.text());
}
