//! Raising cases with a party: which of them may be, and putting them in a submission.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{FollowError, line};
use crate::app::log::plain;
use crate::app::{AppError, Session};
use crate::book::{Order, StoredCase};
use crate::domain::case::Case;
use crate::domain::entry::Kind;
use crate::domain::issue::IssueCode;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::standing::{Mark, RebuttalCheck, Submitted};
use crate::domain::submission::{FileMark, Made, Submission, Way};
use crate::domain::values::{Evidence, Purpose, Status};

/// Why a case is not raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNot {
    /// It is closed or withdrawn.
    NotOpen,
    /// The member did not agree to be counted.
    NoConsent,
    /// The party has it already, and has not answered.
    Waiting,
    /// What the other side would say was not checked.
    Unchecked,
    /// An objection holds: it would be rebutted.
    Rebutted,
    /// It only praises.
    Praise,
}

/// Whether a case can be raised with a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whether {
    /// It can.
    Yes,
    /// It cannot.
    No(WhyNot),
}

/// A case that was looked at for raising.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its number.
    pub number: CaseNumber,
    /// Its subject.
    pub id: Uuid,
    /// Whether it can be raised.
    pub whether: Whether,
    /// What is known of the objections.
    pub check: Option<RebuttalCheck>,
    /// Its grade of evidence: below C it is a count, never a story.
    pub evidence: Evidence,
    /// Whether the member agreed to be told of.
    pub may_be_told: bool,
    /// Whether it comes first.
    pub is_urgent: bool,
    /// Whether it was confirmed with the member.
    pub is_confirmed: bool,
}

/// The cases that were chosen for a party, looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Raisable {
    /// All of them; urgent ones first, then the newest visit.
    pub cases: Vec<Candidate>,
}

impl Raisable {
    /// Those that can be raised.
    pub fn taken(&self) -> impl Iterator<Item = &Candidate> {
        self.cases.iter().filter(|case| case.whether == Whether::Yes)
    }

    /// Those that can be raised, and where wanted those against which an objection holds.
    pub fn allowed(&self, although_rebutted: bool) -> impl Iterator<Item = &Candidate> {
        let may = move |whether| {
            whether == Whether::Yes || although_rebutted && whether == Whether::No(WhyNot::Rebutted)
        };
        self.cases.iter().filter(move |case| may(case.whether))
    }

    /// Those that cannot, with why.
    pub fn left(&self) -> impl Iterator<Item = (&Candidate, WhyNot)> {
        self.cases.iter().filter_map(|case| match case.whether {
            Whether::No(why) => Some((case, why)),
            Whether::Yes => None,
        })
    }
}

/// What is to be raised.
#[derive(Debug, Clone)]
pub struct NewSubmission {
    /// With whom.
    pub party: Party,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub way: Way,
    /// Which cases.
    pub cases: Vec<CaseNumber>,
    /// What is asked for, in a line.
    pub about: Option<String>,
    /// The demand whose cases these are.
    pub demand: Option<Uuid>,
    /// The submission on a lower rung after which this is made.
    pub after: Option<Uuid>,
    /// What is handed over.
    pub files: Vec<FileMark>,
    /// What is answered to the objections, for cases whose check was not made.
    pub check: Option<RebuttalCheck>,
    /// Whether cases are raised although an objection holds.
    pub although_rebutted: bool,
}

impl Session {
    /// Looks at the cases of a query for raising them with a party.
    pub fn raisable(
        &mut self,
        party: &Party,
        query: &str,
        check: Option<RebuttalCheck>,
    ) -> Result<Raisable, AppError> {
        let listing = self.listing(query, Order::Visited, None)?;
        let cases = self.view().list(&listing)?;
        let waiting = self.waiting_with(party)?;
        let looked = |stored: &StoredCase| candidate(&stored.case, &waiting, check, false);
        let mut cases: Vec<Candidate> = cases.iter().map(looked).collect();
        cases.sort_by_key(|case| !case.is_urgent);
        Ok(Raisable { cases })
    }

    /// The cases that a party has and has not answered.
    fn waiting_with(&self, party: &Party) -> Result<BTreeSet<Uuid>, AppError> {
        let key = party.key();
        let with_it = self.view().submissions()?.into_iter().filter(|one| one.made.party.key() == key);
        Ok(with_it.flat_map(|one| one.unanswered().collect::<Vec<_>>()).collect())
    }

    /// The day on which cases are raised: today or before, and none of their visits behind it.
    ///
    /// # Errors
    /// [`FollowError::BeforeVisit`] of the first of them that is.
    pub fn raised_on(&self, on: NaiveDate, cases: &[CaseNumber]) -> Result<NaiveDate, AppError> {
        let on = self.happened_on(on)?;
        let view = self.view();
        for number in cases {
            not_before_visit(on, &view.case(number)?.case)?;
        }
        Ok(on)
    }

    /// Puts cases in a submission. When this returns, it is on the disk; where one of the cases may not be raised any
    /// more, it is left out.
    ///
    /// # Errors
    /// [`FollowError::NothingToRaise`] where none is left: nothing is written.
    pub fn raise(&mut self, new: &NewSubmission) -> Result<Submission, AppError> {
        let on = self.happened_on(new.on)?;
        let party = self.party_called(&new.party.to_string())?;
        let clocks = self.party_known(&party)?.clocks;
        let waiting = self.waiting_with(&party)?;
        let about = line(new.about.as_deref())?;
        let clock = self.clock;
        let (id, batch) = (clock.new_id(), clock.new_id());
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let mut taken = Vec::new();
            for number in &new.cases {
                let subject = door.subject_of(number)?;
                let Some(folded) = door.folded(subject)? else {
                    continue;
                };
                not_before_visit(on, &folded.case)?;
                let looked = candidate(&folded.case, &waiting, new.check, new.although_rebutted);
                if looked.whether == Whether::Yes && !taken.iter().any(|(id, _)| *id == subject) {
                    let fresh = new.check.filter(|_| folded.case.follow.check.is_none());
                    taken.push((subject, fresh));
                }
            }
            if taken.is_empty() {
                return Err(FollowError::NothingToRaise.into());
            }
            let cases = taken.iter().map(|(subject, _)| *subject).collect();
            let (demand, after, files) = (new.demand, new.after, new.files.clone());
            let made =
                Made { party: party.clone(), on, way: new.way, cases, about, demand, after, files, clocks };
            door.append(plain(Kind::SubmissionMade, id, batch, &json!(made)))?;
            let submitted = json!(Submitted { submission: id, party: party.clone(), on });
            for (subject, check) in taken {
                if let Some(check) = check {
                    door.append(plain(Kind::Checked, subject, batch, &json!(check)))?;
                }
                door.append(plain(Kind::Submitted, subject, batch, &submitted))?;
            }
            Ok(())
        })?;
        self.submission_of(id)
    }

    /// The submission with that identifier.
    pub(super) fn submission_of(&self, id: Uuid) -> Result<Submission, AppError> {
        let found = self.view().submissions()?.into_iter().find(|one| one.id == id);
        found.ok_or_else(|| FollowError::NoSubmission(id.to_string()).into())
    }

    /// The cases of a submission that stand, by their numbers.
    pub fn cases_of(&self, submission: &Submission) -> Result<Vec<StoredCase>, AppError> {
        self.sight().cases_of(submission)
    }

    /// Writes down what was found of the objections to a case.
    pub fn check_case(&mut self, number: &CaseNumber, check: RebuttalCheck) -> Result<(), AppError> {
        self.of_case(number, Kind::Checked, &json!(check), |_| Ok(()))
    }

    /// Marks a case as one that comes first, or takes marks off it: these are its marks from now on.
    pub fn mark_case(&mut self, number: &CaseNumber, marks: &BTreeSet<Mark>) -> Result<(), AppError> {
        self.of_case(number, Kind::Marked, &json!({ "marks": marks }), |_| Ok(()))
    }

    /// Appends one entry to a case, if it may be.
    pub(super) fn of_case(
        &mut self,
        number: &CaseNumber,
        kind: Kind,
        body: &serde_json::Value,
        may: impl FnOnce(&Case) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            let subject = door.subject_of(number)?;
            if let Some(folded) = door.folded(subject)? {
                may(&folded.case)?;
            }
            door.append(plain(kind, subject, clock.new_id(), body))?;
            Ok(())
        })
    }
}

/// Nothing is raised before it happened.
fn not_before_visit(on: NaiveDate, case: &Case) -> Result<(), AppError> {
    let visited = case.record.visited_on;
    if on < visited { Err(FollowError::BeforeVisit(case.number.clone(), visited).into()) } else { Ok(()) }
}

fn candidate(
    case: &Case,
    waiting: &BTreeSet<Uuid>,
    check: Option<RebuttalCheck>,
    although_rebutted: bool,
) -> Candidate {
    let consent = &case.record.consent;
    let check = case.follow.check.or(check);
    let only_praises = case.record.issues.iter().all(|issue| issue.code == IssueCode::Good);
    let whether = if !case.status.is_open() {
        Whether::No(WhyNot::NotOpen)
    } else if only_praises {
        Whether::No(WhyNot::Praise)
    } else if !consent.contains(&Purpose::Count) {
        Whether::No(WhyNot::NoConsent)
    } else if waiting.contains(&case.id) {
        Whether::No(WhyNot::Waiting)
    } else {
        match check {
            None => Whether::No(WhyNot::Unchecked),
            Some(check) if check.would_be_rebutted() && !although_rebutted => Whether::No(WhyNot::Rebutted),
            Some(_) => Whether::Yes,
        }
    };
    Candidate {
        number: case.number.clone(),
        id: case.id,
        whether,
        check,
        evidence: case.record.evidence,
        may_be_told: consent.contains(&Purpose::Story) && case.record.evidence <= Evidence::C,
        is_urgent: case.is_urgent(),
        is_confirmed: case.status != Status::New,
    }
}
