//! Telling the member: whom to call and when it is safe, what they say came of it, closing, and asking once more.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{FollowError, Sight, not_before};
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::book::{Listing, StoredCase};
use crate::domain::case::Case;
use crate::domain::clock::ASK_AGAIN_AFTER;
use crate::domain::entry::Kind;
use crate::domain::filter::{Filter, Test};
use crate::domain::number::CaseNumber;
use crate::domain::standing::{Told, Turn};
use crate::domain::submission::Submission;
use crate::domain::values::{MemberOutcome, PartyOutcome};

/// What became of reaching a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// They were told, and said what came of it, if they were asked.
    Told(Option<MemberOutcome>),
    /// They could not be reached.
    NotReached,
}

/// A member to be called: for the officer's eyes.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The case.
    pub number: String,
    /// Whether it comes first.
    pub urgent: bool,
    /// `tell`, or `ask-again`.
    pub why: Turn,
    /// What the party answered.
    pub party_outcome: Option<PartyOutcome>,
    /// Tries so far.
    pub tries: u32,
    /// The day from which on they are to be called.
    pub since: Option<NaiveDate>,
    /// Their name; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When it is safe to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_time: Option<String>,
}

/// Identities do not stand in logs or panics.
impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Call({})", self.number)
    }
}

impl Sight<'_> {
    /// The members to be called: those to be told, and those to be asked again whose time has come; urgent cases first, then
    /// who has waited longest. With `identities` their names, numbers and safe times; with `most` no more of either than so
    /// many, of the newest visits.
    pub fn calls(&self, identities: bool, most: Option<usize>) -> Result<Vec<Call>, AppError> {
        let today = self.today;
        let submissions: HashMap<Uuid, Submission> =
            self.view.submissions()?.into_iter().map(|one| (one.id, one)).collect();
        let answered_on =
            |submission, case| submissions.get(&submission).and_then(|one| one.answered_on(case));
        let mut calls = Vec::new();
        let mut cases = self.cases_in_turn(&[Turn::Tell], most)?;
        cases.extend(self.cases_in_turn(&[Turn::AskAgain], most)?);
        for stored in cases {
            let case = &stored.case;
            let why = case.turn();
            let since = match why {
                Turn::AskAgain => asked_again_from(case.follow.closed_on),
                _ => case.follow.newest().and_then(|raised| answered_on(raised.submission, case.id)),
            };
            if why == Turn::AskAgain && since.is_none_or(|since| since > today) {
                continue;
            }
            let member = if identities { Some(self.view.identity(&stored)?) } else { None };
            let (name, phone, safe_time) =
                member.map_or((None, None, None), |member| (member.name, member.phone, member.safe_time));
            calls.push(Call {
                number: case.number.to_string(),
                urgent: case.is_urgent(),
                why,
                party_outcome: case.party_outcome,
                tries: if why == Turn::AskAgain { case.follow.tries_again } else { case.follow.tries },
                since,
                name,
                phone,
                safe_time,
            });
        }
        calls.sort_by_key(|call| (!call.urgent, call.why, call.since));
        Ok(calls)
    }

    /// The cases with one of these turns next, the oldest visit last.
    pub(super) fn cases_in_turn(
        &self,
        turns: &[Turn],
        most: Option<usize>,
    ) -> Result<Vec<StoredCase>, AppError> {
        let filter = Filter::default().and(Test::Turn(turns.to_vec()));
        Ok(self.view.list(&Listing { filter, limit: most, ..Listing::default() })?)
    }
}

impl Session {
    /// The members to be called: those to be told, and those to be asked again whose time has come; urgent cases first, then
    /// who has waited longest. With `identities` their names, numbers and safe times.
    pub fn calls(&self, identities: bool) -> Result<Vec<Call>, AppError> {
        self.sight().calls(identities, None)
    }

    /// The cases with one of these turns next, the oldest visit last.
    pub(super) fn cases_in_turn(&self, turns: &[Turn]) -> Result<Vec<StoredCase>, AppError> {
        self.sight().cases_in_turn(turns, None)
    }

    /// Puts on record that the member was told, or that they were tried for.
    pub fn tell(&mut self, number: &CaseNumber, on: NaiveDate, reached: Reached) -> Result<(), AppError> {
        let on = self.since(on, self.heard_on(number)?)?;
        let (kind, outcome) = match reached {
            Reached::Told(outcome) => (Kind::MemberTold, outcome),
            Reached::NotReached => (Kind::MemberTried, None),
        };
        let is_try = reached == Reached::NotReached;
        self.of_case(number, kind, &json!(Told { on: Some(on), outcome }), |case| {
            // Whoever is to be asked once more may not be reached either.
            if is_try && case.turn() == Turn::AskAgain { Ok(()) } else { is_open(case) }
        })
    }

    /// Closes a case.
    ///
    /// # Errors
    /// [`FollowError::NotTold`] where the member was not told and three tries to reach them are not on record.
    pub fn close(
        &mut self,
        number: &CaseNumber,
        on: NaiveDate,
        outcome: Option<MemberOutcome>,
    ) -> Result<(), AppError> {
        let on = self.since(on, self.heard_on(number)?)?;
        self.of_case(number, Kind::Closed, &json!(Told { on: Some(on), outcome }), |case| {
            is_open(case)?;
            if !case.follow.may_close() {
                return Err(FollowError::NotTold(case.number.clone(), case.follow.tries).into());
            }
            let told = case.follow.told_on.or(case.follow.tried_on);
            not_before(on, told)
        })
    }

    /// Tells the member and closes the case in one step, which one `undo` takes back.
    pub fn tell_and_close(
        &mut self,
        number: &CaseNumber,
        on: NaiveDate,
        outcome: Option<MemberOutcome>,
    ) -> Result<(), AppError> {
        let on = self.since(on, self.heard_on(number)?)?;
        let clock = self.clock;
        let body = json!(Told { on: Some(on), outcome });
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let subject = door.subject_of(number)?;
            if let Some(folded) = door.folded(subject)? {
                is_open(&folded.case)?;
            }
            let batch = clock.new_id();
            door.append(plain(Kind::MemberTold, subject, batch, &body))?;
            door.append(plain(Kind::Closed, subject, batch, &json!(Told { on: Some(on), outcome: None })))?;
            Ok(())
        })
    }

    /// Puts on record what the member says some weeks after closing.
    pub fn ask_again(
        &mut self,
        number: &CaseNumber,
        on: NaiveDate,
        outcome: Option<MemberOutcome>,
    ) -> Result<(), AppError> {
        let on = self.happened_on(on)?;
        self.of_case(number, Kind::AskedAgain, &json!(Told { on: Some(on), outcome }), |case| {
            if case.follow.closed_on.is_none() {
                return Err(FollowError::NotClosed(case.number.clone()).into());
            }
            not_before(on, case.follow.closed_on)
        })
    }

    /// The day on which there was something to tell: that of the newest answer, or else of the visit.
    fn heard_on(&self, number: &CaseNumber) -> Result<NaiveDate, AppError> {
        let view = self.view();
        let case = view.case(number)?.case;
        let submissions = if case.follow.raised.is_empty() { Vec::new() } else { view.submissions()? };
        let answered = submissions.iter().filter_map(|one| one.answered_on(case.id)).max();
        Ok(answered.map_or(case.record.visited_on, |answered| answered.max(case.record.visited_on)))
    }
}

fn is_open(case: &Case) -> Result<(), AppError> {
    if case.status.is_open() { Ok(()) } else { Err(AppError::NotOpen(case.number.clone())) }
}

/// The day from which on the member of a closed case is asked once more.
pub(super) fn asked_again_from(closed_on: Option<NaiveDate>) -> Option<NaiveDate> {
    closed_on?.checked_add_days(Days::new(ASK_AGAIN_AFTER))
}
