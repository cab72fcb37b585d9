//! What is read of following up, whichever connection it goes through: the session's own, or that of a thread that only
//! reads beside it.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::app::{AppError, Session};
use crate::book::{StoredCase, View};
use crate::domain::clock::Calendar;
use crate::domain::number::CaseNumber;
use crate::domain::party::Described;
use crate::domain::submission::Submission;
use crate::i18n::Lang;

/// A book looked at on some day.
pub struct Sight<'a> {
    /// The book.
    pub view: View<'a>,
    /// Which days are working days.
    pub calendar: &'a Calendar,
    /// The day.
    pub today: NaiveDate,
    /// In which language sentences are made.
    pub lang: Lang,
    /// What officers wrote down of parties, read once.
    described: OnceCell<Vec<Described>>,
}

impl<'a> Sight<'a> {
    /// Looks at a book.
    pub fn new(view: View<'a>, calendar: &'a Calendar, today: NaiveDate, lang: Lang) -> Self {
        Self { view, calendar, today, lang, described: OnceCell::new() }
    }

    /// What officers wrote down of parties.
    pub(super) fn described(&self) -> Result<&[Described], AppError> {
        if let Some(known) = self.described.get() {
            return Ok(known);
        }
        let read = self.view.described_parties()?;
        Ok(self.described.get_or_init(|| read))
    }

    /// The cases of a submission that stand, urgent ones first, then the oldest visit.
    pub fn cases_of(&self, submission: &Submission) -> Result<Vec<StoredCase>, AppError> {
        let mut cases = Vec::new();
        for id in &submission.made.cases {
            cases.extend(self.view.case_of(*id)?);
        }
        cases.sort_by_key(|stored| (!stored.case.is_urgent(), stored.case.record.visited_on));
        Ok(cases)
    }

    /// The case with which one goes on at a submission: the first open one that waits for an answer, else the first open
    /// one.
    pub(super) fn case_in_hand(&self, submission: &Submission) -> Result<Option<CaseNumber>, AppError> {
        let mut cases = self.cases_of(submission)?;
        cases.retain(|stored| stored.case.status.is_open());
        let waits = |stored: &&StoredCase| submission.answered_on(stored.case.id).is_none();
        let case = cases.iter().find(waits).or(cases.first());
        Ok(case.map(|stored| stored.case.number.clone()))
    }
}

impl Session {
    /// The session's book, looked at today.
    pub fn sight(&self) -> Sight<'_> {
        Sight::new(self.view(), &self.calendar, self.today(), self.settings.lang)
    }
}
