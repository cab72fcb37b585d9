//! Telling the member: whom to call and when it is safe, what they say came of it, closing, and asking once more.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{FollowError, Sight, not_before};
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::book::{BookError, Listing, StoredCase, at_root};
use crate::domain::case::{Case, Identity};
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
    /// The case; of somebody who told of it in a case that was joined into it, the number of that one.
    pub number: String,
    /// The case into which that one was joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined_into: Option<String>,
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
            let call = |number: &CaseNumber, tries: u32, member: Identity| Call {
                number: number.to_string(),
                joined_into: (*number != case.number).then(|| case.number.to_string()),
                urgent: case.is_urgent(),
                why,
                party_outcome: case.party_outcome,
                tries,
                since,
                name: member.name,
                phone: member.phone,
                safe_time: member.safe_time,
            };
            let follow = &case.follow;
            let tries = if why == Turn::AskAgain { follow.tries_again } else { follow.reach.tries };
            if why == Turn::AskAgain || !follow.reach.is_enough() {
                let member = if identities { self.view.identity(&stored)? } else { Identity::default() };
                calls.push(call(&case.number, tries, member));
            }
            for witness in follow.witnesses_to_tell().filter(|_| why == Turn::Tell) {
                let id = witness.case;
                let member = if identities { self.view.identity_of_joined(id)? } else { Identity::default() };
                calls.push(call(&witness.number, follow.reach_of(id).tries, member));
            }
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

    /// Puts on record that the member was told, or that they were tried for. By the number of a case that was joined into another
    /// one: that whoever told of it there was. Returns the number of the case that stands.
    pub fn tell(
        &mut self,
        number: &CaseNumber,
        on: NaiveDate,
        reached: Reached,
    ) -> Result<CaseNumber, AppError> {
        let (number, witness) = self.whom(number)?;
        let on = self.since(on, self.heard_on(&number)?)?;
        let (kind, outcome) = match reached {
            Reached::Told(outcome) => (Kind::MemberTold, outcome),
            Reached::NotReached => (Kind::MemberTried, None),
        };
        let is_try = reached == Reached::NotReached && witness.is_none();
        self.of_case(&number, kind, &json!(Told { on: Some(on), outcome, witness }), |case| {
            // Whoever is to be asked once more may not be reached either.
            if is_try && case.turn() == Turn::AskAgain { Ok(()) } else { is_open(case) }
        })?;
        Ok(number)
    }

    /// Closes a case.
    ///
    /// # Errors
    /// [`FollowError::NotTold`] where the member was not told and three tries to reach them are not on record;
    /// [`FollowError::WitnessNotTold`] where that is so of somebody who told of it in a case joined into it.
    pub fn close(
        &mut self,
        number: &CaseNumber,
        on: NaiveDate,
        outcome: Option<MemberOutcome>,
    ) -> Result<(), AppError> {
        let on = self.since(on, self.heard_on(number)?)?;
        self.of_case(number, Kind::Closed, &json!(Told { on: Some(on), outcome, witness: None }), |case| {
            is_open(case)?;
            let follow = &case.follow;
            if !follow.reach.is_enough() {
                return Err(FollowError::NotTold(case.number.clone(), follow.reach.tries).into());
            }
            witnesses_were_told(case)?;
            let witnessed = follow.witnesses_reached.values().filter_map(|reach| reach.last_on());
            not_before(on, follow.reach.last_on().into_iter().chain(witnessed).max())
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
        let told = |outcome| json!(Told { on: Some(on), outcome, witness: None });
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let subject = door.subject_of(number)?;
            if let Some(folded) = door.folded(subject)? {
                is_open(&folded.case)?;
                witnesses_were_told(&folded.case)?;
            }
            let batch = clock.new_id();
            door.append(plain(Kind::MemberTold, subject, batch, &told(outcome)))?;
            door.append(plain(Kind::Closed, subject, batch, &told(None)))?;
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
        let body = json!(Told { on: Some(on), outcome, witness: None });
        self.of_case(number, Kind::AskedAgain, &body, |case| {
            if case.follow.closed_on.is_none() {
                return Err(FollowError::NotClosed(case.number.clone()).into());
            }
            not_before(on, case.follow.closed_on)
        })
    }

    /// Of whom a number speaks: of the member of a case, or of somebody else who told of it in a case that was joined into it.
    /// Which case it is, and in which one they told.
    fn whom(&self, number: &CaseNumber) -> Result<(CaseNumber, Option<Uuid>), AppError> {
        let (kept, stored) = at_root(number, |number| self.view().case(number))?;
        if kept == *number {
            return Ok((kept, None));
        }
        let mut witnesses = stored.case.follow.witnesses.iter();
        match witnesses.find(|witness| witness.independent && witness.number == *number) {
            Some(witness) => Ok((kept, Some(witness.case))),
            // The member of the case that was kept told it twice.
            None => Err(BookError::Joined(number.clone(), kept).into()),
        }
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

fn witnesses_were_told(case: &Case) -> Result<(), AppError> {
    match case.follow.witnesses_to_tell().next() {
        Some(witness) => Err(FollowError::WitnessNotTold {
            number: case.number.clone(),
            told_in: witness.number.clone(),
            tries: case.follow.reach_of(witness.case).tries,
        }
        .into()),
        None => Ok(()),
    }
}

/// The day from which on the member of a closed case is asked once more.
pub(super) fn asked_again_from(closed_on: Option<NaiveDate>) -> Option<NaiveDate> {
    closed_on?.checked_add_days(Days::new(ASK_AGAIN_AFTER))
}
