//! What parties reply: that they received it, that they need more time, what they make of each case. And the clock that is
//! stopped while a member's consent is awaited.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{FollowError, Sight, line};
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::domain::entry::Kind;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::standing::Replied;
use crate::domain::submission::{Acknowledged, ClockTurned, FileMark, Reply, State, Submission, Way};
use crate::domain::values::PartyOutcome;

/// A reply as an officer enters it.
#[derive(Debug, Clone, Default)]
pub struct NewReply {
    /// When it came; `None` for today.
    pub on: Option<NaiveDate>,
    /// How.
    pub way: Option<Way>,
    /// Who answered.
    pub by: Option<String>,
    /// What was said.
    pub text: Option<String>,
    /// What came with it.
    pub file: Option<FileMark>,
    /// For an interim reply, the date by which the party now means to answer.
    pub until: Option<NaiveDate>,
    /// What it made of all cases that it had not answered yet.
    pub outcome: Option<PartyOutcome>,
    /// What it made of single cases: beats the other.
    pub of_cases: BTreeMap<CaseNumber, PartyOutcome>,
}

/// What is done to the clock of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// It stops.
    Paused,
    /// It goes on.
    Resumed,
}

/// A submission as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SubmissionView {
    /// Its short name.
    pub handle: String,
    /// The party, by its code.
    pub party: String,
    /// The party's name.
    pub party_name: String,
    /// When it was raised.
    pub on: NaiveDate,
    /// How.
    pub way: Way,
    /// What is asked for.
    pub about: Option<String>,
    /// How many cases.
    pub cases: usize,
    /// Their numbers.
    pub numbers: Vec<String>,
    /// How many are answered.
    pub answered: usize,
    /// What it waits for: `acknowledgement`, `answer`, `consent`, `nothing`.
    pub waits_for: &'static str,
    /// By when.
    pub due: Option<NaiveDate>,
    /// By when it was to be answered at first.
    pub first_due: Option<NaiveDate>,
    /// Whether that passed.
    pub overdue: bool,
    /// Working days left; negative where it passed.
    pub days_left: Option<i64>,
    /// When the party said that it was received.
    pub acknowledged_on: Option<NaiveDate>,
    /// Until when it may go to the Regulator.
    pub regulator_until: Option<NaiveDate>,
    /// Years into which its clock runs and of which no holiday is known: only weekends are left out of the count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays_unknown: Vec<i32>,
    /// The replies.
    pub replies: Vec<Reply>,
    /// What was handed over.
    pub files: Vec<FileMark>,
}

impl Sight<'_> {
    /// The cases that nobody answers any more: withdrawn, closed, or not there.
    fn no_longer_waiting(&self, submission: &Submission) -> Result<BTreeSet<Uuid>, AppError> {
        let mut settled: BTreeSet<Uuid> = submission.unanswered().collect();
        for id in submission.unanswered() {
            if self.view.case_of(id)?.is_some_and(|stored| stored.case.status.is_open()) {
                settled.remove(&id);
            }
        }
        Ok(settled)
    }

    /// Where a submission stands today.
    pub fn state_of(&self, submission: &Submission) -> Result<State, AppError> {
        let settled = self.no_longer_waiting(submission)?;
        Ok(submission.state(self.today, self.calendar, |id| !settled.contains(&id)))
    }

    /// Until when open cases of a submission may go to the Regulator: those that are not there yet.
    pub fn regulator_until(&self, submission: &Submission) -> Result<Option<NaiveDate>, AppError> {
        let mut open = BTreeSet::new();
        for stored in self.cases_of(submission)? {
            let goes_on = stored.case.follow.raised.iter().any(|raised| raised.party == Party::Regulator);
            if stored.case.status.is_open() && !goes_on {
                open.insert(stored.case.id);
            }
        }
        Ok(submission.regulator_until(self.today, self.calendar, |id| open.contains(&id)))
    }
}

impl Session {
    /// Where a submission stands today.
    pub fn state_of(&self, submission: &Submission) -> Result<State, AppError> {
        self.sight().state_of(submission)
    }

    /// A submission as it is shown.
    pub fn submission_view(&self, submission: &Submission) -> Result<SubmissionView, AppError> {
        use crate::domain::clock::Due;
        let state = self.state_of(submission)?;
        let (waits_for, due) = match state {
            State::ToAcknowledge(date, due) => ("acknowledgement", Some((date, due))),
            State::ToAnswer(date, due) => ("answer", Some((date, due))),
            State::Paused(_) => ("consent", None),
            State::Answered(_) => ("nothing", None),
        };
        let numbers = self.cases_of(submission)?;
        let made = &submission.made;
        let first_due = submission.first_answer_by(&self.calendar);
        let last = due.map(|(date, _)| date).max(first_due);
        Ok(SubmissionView {
            handle: submission.handle().to_string(),
            party: made.party.to_string(),
            party_name: self.party_known(&made.party)?.name(self.settings.lang).to_owned(),
            on: made.on,
            way: made.way,
            about: made.about.clone(),
            cases: made.cases.len(),
            numbers: numbers.iter().map(|stored| stored.case.number.to_string()).collect(),
            answered: made.cases.len() - submission.unanswered().count(),
            waits_for,
            due: due.map(|(date, _)| date),
            first_due,
            overdue: due.is_some_and(|(_, due)| due.is_overdue()),
            days_left: due.map(|(_, due)| match due {
                Due::Overdue(days) => -i64::from(days),
                Due::Soon(days) | Due::Ahead(days) => i64::from(days),
            }),
            acknowledged_on: submission.acknowledged_on,
            regulator_until: self.sight().regulator_until(submission)?,
            holidays_unknown: self.calendar.unknown_years(made.on, last.unwrap_or(made.on)),
            replies: submission.replies.clone(),
            files: made.files.clone(),
        })
    }
    /// The party said that it received a submission.
    pub fn acknowledge(&mut self, submission: &Submission, on: NaiveDate) -> Result<(), AppError> {
        let on = self.since(on, submission.made.on)?;
        self.of_submission(submission, Kind::Acknowledged, &json!(Acknowledged { on }))
    }

    /// The clock of a submission stops, or goes on.
    pub fn turn_clock(
        &mut self,
        submission: &Submission,
        turned: Turned,
        on: NaiveDate,
        why: Option<&str>,
    ) -> Result<(), AppError> {
        let earliest = submission.paused_since().unwrap_or(submission.made.on);
        let on = self.since(on, earliest)?;
        let kind = match (turned, submission.paused_since()) {
            (Turned::Paused, None) => Kind::ClockPaused,
            (Turned::Resumed, Some(_)) => Kind::ClockResumed,
            _ => return Err(FollowError::ClockAlready.into()),
        };
        self.of_submission(submission, kind, &json!(ClockTurned { on, why: line(why)? }))
    }

    fn of_submission(
        &mut self,
        submission: &Submission,
        kind: Kind,
        body: &serde_json::Value,
    ) -> Result<(), AppError> {
        let (clock, id) = (self.clock, submission.id);
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.append(plain(kind, id, clock.new_id(), body))?;
            Ok(())
        })
    }

    /// A day that is not before another one.
    pub(super) fn since(&self, on: NaiveDate, earliest: NaiveDate) -> Result<NaiveDate, AppError> {
        let on = self.happened_on(on)?;
        if on < earliest {
            return Err(FollowError::Before(on, earliest).into());
        }
        Ok(on)
    }

    /// Records a reply. Returns the cases that it answers, by their numbers. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`FollowError::AnswersNothing`] where it neither answers a case nor moves a date.
    pub fn reply(&mut self, submission: &Submission, new: &NewReply) -> Result<Vec<CaseNumber>, AppError> {
        let on = self.since(new.on.unwrap_or_else(|| self.today()), submission.made.on)?;
        if let Some(until) = new.until.filter(|until| *until < on) {
            return Err(FollowError::Before(until, on).into());
        }
        let mut outcomes = BTreeMap::new();
        let mut numbers = Vec::new();
        for stored in self.cases_of(submission)? {
            let case = &stored.case;
            let is_open = case.status.is_open() && submission.answered_on(case.id).is_none();
            let single = new.of_cases.get(&case.number).copied();
            if single.is_some() && !case.status.is_open() {
                return Err(AppError::NotOpen(case.number.clone()));
            }
            let outcome = single.or(new.outcome.filter(|_| is_open));
            if let Some(outcome) = outcome {
                outcomes.insert(case.id, outcome);
                numbers.push(case.number.clone());
            }
        }
        if let Some(number) = new.of_cases.keys().find(|number| !numbers.contains(number)) {
            return Err(FollowError::NotAmong(number.clone()).into());
        }
        if outcomes.is_empty() && new.until.is_none() {
            return Err(FollowError::AnswersNothing.into());
        }
        let reply = Reply {
            on,
            way: new.way,
            by: line(new.by.as_deref())?,
            text: new.text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
            until: new.until.filter(|_| outcomes.is_empty()),
            outcomes: outcomes.clone(),
            file: new.file.clone(),
        };
        let (clock, id) = (self.clock, submission.id);
        let batch = clock.new_id();
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.append(plain(Kind::ReplyReceived, id, batch, &json!(reply)))?;
            for (subject, outcome) in outcomes {
                let replied =
                    Replied { submission: Some(id), on: Some(on), outcome: Some(outcome), interim: false };
                door.append(plain(Kind::Replied, subject, batch, &json!(replied)))?;
            }
            Ok(())
        })?;
        Ok(numbers)
    }
}
