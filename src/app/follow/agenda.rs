//! What is due: everything that waits for the union or that it waits for, in the order of urgency, and the same as a
//! calendar that a telephone imports.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::Serialize;

use super::promises::REMIND;
use super::tell::asked_again_from;
use super::{Sight, words};
use crate::app::{AppError, Session};
use crate::book::Listing;
use crate::domain::case::Case;
use crate::domain::clock::Due;
use crate::domain::filter::{Filter, Test};
use crate::domain::number::CaseNumber;
use crate::domain::promise::Fate;
use crate::domain::standing::Turn;
use crate::domain::submission::State;
use crate::i18n::{Lang, Named, dates, numbers};

/// Why something is on the list, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskKind {
    /// A case of safety or retaliation waits for the union.
    Urgent,
    /// The Regulator's window is closing.
    Regulator,
    /// A member is to be told.
    Tell,
    /// A party has not answered in time.
    Answer,
    /// A promise's date passed, or is near.
    Promise,
    /// A party has not said that it received a submission.
    Acknowledge,
    /// The clock stands, because a member's consent is awaited.
    Consent,
    /// What an officer meant to do next with a case.
    NextStep,
    /// A member is to be asked once more.
    AskAgain,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Task {
    /// Why.
    pub kind: TaskKind,
    /// The case, submission or promise by its number or short name.
    pub of: String,
    /// The case, where it is of one; of a submission, the first that waits for an answer.
    #[serde(skip)]
    pub case: Option<CaseNumber>,
    /// What is to be done, in a sentence without names of members.
    pub what: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Working days left; negative where it passed.
    pub days_left: Option<i64>,
    /// Whether it passed.
    pub overdue: bool,
    /// Whether it is of a case of safety or retaliation.
    pub urgent: bool,
}

/// What is due today and soon.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Agenda {
    /// All of it, in the order of urgency.
    pub tasks: Vec<Task>,
    /// Open cases of safety or retaliation with which the union is to do something.
    pub urgent: usize,
    /// Cases that wait to be confirmed with their members.
    pub to_confirm: usize,
    /// Confirmed cases that wait to be raised.
    pub to_raise: usize,
    /// Answered cases whose member was told, to be closed or taken further.
    pub to_close: usize,
    /// Years of these dates of which no holiday is known: there only weekends are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub years_without_holidays: Vec<i32>,
}

impl Session {
    /// What is due on the session's today.
    pub fn agenda(&self) -> Result<Agenda, AppError> {
        self.sight().agenda(None)
    }

    /// All dates that are ahead or were missed, as a calendar (RFC 5545): no names of members, no stories.
    pub fn due_dates(&self) -> Result<String, AppError> {
        let (lang, today) = (self.settings.lang, self.today());
        let mut entries = Vec::new();
        for submission in self.view().submissions()? {
            let party = self.party_known(&submission.made.party)?.name(lang).to_owned();
            let cases = numbers::cases(submission.unanswered().count() as u64, lang);
            let of = submission.handle().to_string();
            match self.state_of(&submission)? {
                State::ToAcknowledge(date, _) => {
                    entries.push((
                        of.clone(),
                        "acknowledge",
                        date,
                        words::to_acknowledge(lang, &party, &cases),
                    ));
                    let answer = submission.answer_by(&self.calendar);
                    let what = words::to_answer(lang, &party, &cases);
                    entries.extend(answer.map(|answer| (of.clone(), "answer", answer, what)));
                }
                State::ToAnswer(date, _) => {
                    entries.push((of.clone(), "answer", date, words::to_answer(lang, &party, &cases)));
                }
                State::Paused(_) | State::Answered(_) => {}
            }
            let until = self.sight().regulator_until(&submission)?;
            if let Some(until) = until.filter(|until| *until >= today) {
                let left = numbers::number(self.calendar.between(today, until).into(), lang);
                entries.push((of, "regulator", until, words::regulator(lang, &party, &left)));
            }
        }
        for promise in self.view().promises()? {
            if let Some(date) = promise.due().filter(|_| promise.fate() == Fate::Pending) {
                let party = self.party_known(&promise.promised.party)?.name(lang).to_owned();
                // What was promised stays in the book: officers may have written a name into it.
                let what = words::promise_due(lang, &party);
                entries.push((promise.handle().to_string(), "promise", date, what));
            }
        }
        for stored in self.cases_in_turn(&[Turn::AskAgain])? {
            if let Some(date) = asked_again_from(stored.case.follow.closed_on) {
                let what = words::to_ask_again(lang).to_owned();
                entries.push((stored.case.number.to_string(), "ask-again", date, what));
            }
        }
        for stored in self.view().next_steps_by(NaiveDate::MAX, None)? {
            if let Some(date) = stored.case.record.next_step.as_ref().and_then(|step| step.on) {
                // What is to be done stays in the book: officers may have written a name into it.
                let what = words::next_step_due(lang).to_owned();
                entries.push((stored.case.number.to_string(), "next-step", date, what));
            }
        }
        Ok(calendar_file(&entries, self.clock.now()))
    }
}

impl Sight<'_> {
    /// What is due today. With `most`, of urgent cases, of members to be called and of next steps no more than so many of each
    /// are read: for a screen, which shows no more, in a book of any size.
    pub fn agenda(&self, most: Option<usize>) -> Result<Agenda, AppError> {
        let lang = self.lang;
        let mut tasks = self.urgent_cases(lang, most)?;
        let urgent: Vec<String> = tasks.iter().map(|task| task.of.clone()).collect();
        tasks.extend(self.of_submissions(lang)?);
        tasks.extend(self.of_members(lang, most)?);
        tasks.extend(self.of_promises(lang)?);
        tasks.extend(self.next_steps(lang, most)?);
        // A case that stands there as urgent says what is next; it need not stand there twice.
        tasks.retain(|task| task.kind == TaskKind::Urgent || !urgent.contains(&task.of));
        tasks.sort_by_key(|task| {
            let is_due = task.overdue || is_today(task);
            (task.kind != TaskKind::Urgent, !(task.urgent && is_due), !is_due, task.kind, task.due)
        });
        let count = |turn| self.view.count(&listing(Filter::default().and(Test::Turn(vec![turn])), None));
        let latest = tasks.iter().filter_map(|task| task.due).max().unwrap_or(self.today);
        Ok(Agenda {
            years_without_holidays: self.calendar.unknown_years(self.today, latest),
            tasks,
            urgent: self.view.count(&listing(urgent_ones(), None))?,
            to_confirm: count(Turn::Confirm)?,
            to_raise: count(Turn::Raise)?,
            to_close: count(Turn::Close)?,
        })
    }

    fn urgent_cases(&self, lang: Lang, most: Option<usize>) -> Result<Vec<Task>, AppError> {
        let cases = self.view.list(&listing(urgent_ones(), most))?;
        let task = |case: &Case| Task {
            of: case.number.to_string(),
            case: Some(case.number.clone()),
            what: words::urgent(lang, case.turn().name(lang)),
            due: None,
            days_left: None,
            overdue: false,
            urgent: true,
            kind: TaskKind::Urgent,
        };
        Ok(cases.iter().map(|stored| task(&stored.case)).collect())
    }

    fn of_submissions(&self, lang: Lang) -> Result<Vec<Task>, AppError> {
        let (today, mut tasks) = (self.today, Vec::new());
        for submission in self.view.submissions()? {
            let (of, made) = (submission.handle().to_string(), &submission.made);
            let party = self.party_known(&made.party)?.name(lang).to_owned();
            let cases = numbers::cases(submission.unanswered().count() as u64, lang);
            let task = |kind, what, date, due: Option<Due>| dated(kind, of.clone(), what, (date, today), due);
            let before = tasks.len();
            match self.state_of(&submission)? {
                State::ToAcknowledge(date, due) if !matches!(due, Due::Ahead(_)) => {
                    tasks.push(task(
                        TaskKind::Acknowledge,
                        words::to_acknowledge(lang, &party, &cases),
                        date,
                        Some(due),
                    ));
                }
                State::ToAnswer(date, due) if !matches!(due, Due::Ahead(_)) => {
                    tasks.push(task(
                        TaskKind::Answer,
                        words::to_answer(lang, &party, &cases),
                        date,
                        Some(due),
                    ));
                }
                State::Paused(since) => {
                    let since_text = dates::date(since, lang);
                    tasks.push(task(
                        TaskKind::Consent,
                        words::paused(lang, &party, &since_text),
                        since,
                        None,
                    ));
                }
                _ => {}
            }
            let until = self.regulator_until(&submission)?;
            if let Some(until) = until.filter(|until| *until >= today) {
                let due = Due::of(until, today, REMIND, self.calendar);
                let left = numbers::number(self.calendar.between(today, until).into(), lang);
                let what = words::regulator(lang, &party, &left);
                tasks.push(task(TaskKind::Regulator, what, until, Some(due)));
            }
            if tasks.len() > before {
                let case = self.case_in_hand(&submission)?;
                let urgent = self
                    .cases_of(&submission)?
                    .iter()
                    .any(|stored| stored.case.is_urgent() && stored.case.status.is_open());
                for task in tasks.iter_mut().skip(before) {
                    task.case.clone_from(&case);
                    task.urgent = urgent;
                }
            }
        }
        Ok(tasks)
    }

    fn of_members(&self, lang: Lang, most: Option<usize>) -> Result<Vec<Task>, AppError> {
        let calls = self.calls(false, most)?;
        let today = self.today;
        let task = |call: super::Call| {
            let tries = numbers::number(call.tries.into(), lang);
            let (kind, what) = match (call.why, &call.joined_into) {
                (Turn::AskAgain, _) => (TaskKind::AskAgain, words::to_ask_again(lang).to_owned()),
                (_, Some(kept)) if call.tries > 0 => {
                    (TaskKind::Tell, words::to_tell_witness_again(lang, kept, &tries))
                }
                (_, Some(kept)) => (TaskKind::Tell, words::to_tell_witness(lang, kept)),
                (_, None) if call.tries > 0 => (TaskKind::Tell, words::to_tell_again(lang, &tries)),
                (_, None) => (TaskKind::Tell, words::to_tell(lang).to_owned()),
            };
            Task {
                kind,
                case: call.joined_into.as_ref().unwrap_or(&call.number).parse().ok(),
                of: call.number,
                what,
                due: call.since.or(Some(today)),
                days_left: Some(0),
                overdue: false,
                urgent: call.urgent,
            }
        };
        Ok(calls.into_iter().map(task).collect())
    }

    fn of_promises(&self, lang: Lang) -> Result<Vec<Task>, AppError> {
        let (today, mut tasks) = (self.today, Vec::new());
        for promise in self.view.promises()? {
            let stands = promise.stands(today, REMIND, self.calendar);
            if let (Some(due), Some(date)) =
                (stands.filter(|due| !matches!(due, Due::Ahead(_))), promise.due())
            {
                let party = self.party_known(&promise.promised.party)?.name(lang).to_owned();
                let what = words::promised(lang, &party, &promise.promised.what);
                tasks.push(dated(
                    TaskKind::Promise,
                    promise.handle().to_string(),
                    what,
                    (date, today),
                    Some(due),
                ));
            }
        }
        Ok(tasks)
    }

    fn next_steps(&self, lang: Lang, most: Option<usize>) -> Result<Vec<Task>, AppError> {
        let today = self.today;
        let by = self.calendar.after(today, REMIND);
        let mut tasks = Vec::new();
        for stored in self.view.next_steps_by(by, most)? {
            let case = &stored.case;
            if let Some((step, on)) = case.record.next_step.as_ref().and_then(|step| Some((step, step.on?))) {
                let due = Due::of(on, today, REMIND, self.calendar);
                let what = words::next_step(lang, &step.what);
                let task = dated(TaskKind::NextStep, case.number.to_string(), what, (on, today), Some(due));
                tasks.push(Task { case: Some(case.number.clone()), urgent: case.is_urgent(), ..task });
            }
        }
        Ok(tasks)
    }
}

/// Urgent cases with which the union is to do something.
fn urgent_ones() -> Filter {
    let turns = vec![Turn::Confirm, Turn::Raise, Turn::Tell, Turn::Close];
    Filter::default().and(Test::Urgent(true)).and(Test::Turn(turns))
}

fn listing(filter: Filter, limit: Option<usize>) -> Listing {
    Listing { filter, limit, ..Listing::default() }
}

fn is_today(task: &Task) -> bool {
    task.days_left == Some(0)
}

/// Working days left: at least one to any day ahead, be it the Sunday after a Saturday.
fn days_left(date: NaiveDate, today: NaiveDate, days: u32) -> i64 {
    i64::from(days).max(i64::from(date > today))
}

/// A task with a date.
fn dated(
    kind: TaskKind,
    of: String,
    what: String,
    (date, today): (NaiveDate, NaiveDate),
    due: Option<Due>,
) -> Task {
    Task {
        kind,
        of,
        case: None,
        what,
        due: Some(date),
        days_left: due.map(|due| match due {
            Due::Overdue(days) => -i64::from(days),
            Due::Soon(days) | Due::Ahead(days) => days_left(date, today, days),
        }),
        overdue: due.is_some_and(Due::is_overdue),
        urgent: false,
    }
}

/// Whole days with their texts, as an iCalendar file: `(of, why, day, what)`. Lines are folded at 75 octets, between
/// letters, and end as RFC 5545 wants it; the same entry always has the same UID, so that importing it again moves it.
pub fn calendar_file(entries: &[(String, &str, NaiveDate, String)], now: DateTime<FixedOffset>) -> String {
    let stamp = now.to_utc().format("%Y%m%dT%H%M%SZ");
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wardbook//EN", "CALSCALE:GREGORIAN"]
            .map(str::to_owned)
            .into();
    for (of, why, day, what) in entries {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(*day);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{why}-{of}@wardbook"),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
            format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
            format!("SUMMARY:{}", escaped(&format!("{of}: {what}"))),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{}", escaped(of)),
            "TRIGGER:PT9H".to_owned(),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Commas, semicolons and backslashes are escaped; other control characters than the line's end go.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

fn folded(line: &str) -> String {
    const OCTETS: usize = 75;
    let (mut out, mut octets) = (String::with_capacity(line.len() + 8), 0);
    for letter in line.chars() {
        if octets + letter.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}
