//! What the screens of following up ask of the book, have entered there, and get: promises, parties, submissions, and
//! what all of it adds up to.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::app::ComparisonView;
use crate::app::follow::{PartyKnown, Process, ProcessRequest};
use crate::domain::clock::Due;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::number::CaseNumber;
use crate::domain::party::{Described, Party};
use crate::domain::promise::{Fate, Promise};
use crate::domain::submission::{State, Submission};
use crate::domain::values::{Coded, MemberOutcome, PartyOutcome, Status};

mod deed;

pub use deed::{LedgerDeed, LedgerDone, Meant};

/// Which submission or promise is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The one with that identifier.
    Id(Uuid),
    /// The one that this short name means; of a submission also the number of a case in it.
    Called(String),
}

impl From<Uuid> for Which {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl From<String> for Which {
    fn from(name: String) -> Self {
        Self::Called(name)
    }
}

impl From<&str> for Which {
    fn from(name: &str) -> Self {
        Self::Called(name.to_owned())
    }
}

/// What is looked up.
#[derive(Debug, Clone)]
pub enum Look {
    /// The ledger of promises.
    Promises,
    /// One promise; with the waits before its date and since only where an officer asks for them.
    Promise(Which, bool),
    /// All parties.
    People,
    /// The ladder for a facility, and where on it the case stands, if one is meant.
    Ladder(FacilityId, Option<CaseNumber>),
    /// One party with its submissions and promises.
    Party(Party),
    /// The parties that a form lets choose from.
    Parties,
    /// One submission.
    Submission(Which),
    /// Process figures.
    Process(ProcessRequest),
}

/// What was found.
pub enum Found {
    /// The ledger of promises.
    Promises(Vec<PromiseRow>),
    /// One promise.
    Promise(Box<PromisePage>),
    /// All parties.
    People(Vec<PartyRow>),
    /// The ladder for a facility.
    Ladder(Box<LadderPage>),
    /// One party.
    Party(Box<PartyPage>),
    /// The parties that a form lets choose from.
    Parties(Vec<PartyKnown>),
    /// One submission.
    Submission(Box<SubmissionPage>),
    /// Process figures.
    Process(Box<Process>),
}

/// A promise as the ledger shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRow {
    /// The promise.
    pub promise: Promise,
    /// Who gave it.
    pub party: PartyKnown,
    /// Where it is to be seen, in Khmer; empty for the country.
    pub place_km: String,
    /// The same in English.
    pub place_en: String,
    /// Where its date stands while nothing came of it.
    pub stands: Option<Due>,
}

impl PromiseRow {
    /// Whether its date passed with nothing decided.
    pub fn is_overdue(&self) -> bool {
        self.stands.is_some_and(Due::is_overdue)
    }
}

/// One promise.
#[derive(Debug, Clone, PartialEq)]
pub struct PromisePage {
    /// The promise.
    pub row: PromiseRow,
    /// The submission that it answers.
    pub submission: Option<Submission>,
    /// The waits before its date and since, where they were asked for.
    pub waits: Option<ComparisonView>,
}

/// How many promises there are of each fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fates {
    counts: [u32; 5],
    /// Of the pending ones, those whose date passed.
    pub overdue: u32,
}

impl Fates {
    /// Counts promises.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a PromiseRow>) -> Self {
        let mut fates = Self::default();
        for row in rows {
            fates.add(row.promise.fate(), row.is_overdue());
        }
        fates
    }

    /// Counts one more.
    pub fn add(&mut self, fate: Fate, is_overdue: bool) {
        if let Some(count) = self.counts.get_mut(usize::from(fate.position())) {
            *count += 1;
        }
        self.overdue += u32::from(is_overdue);
    }

    /// How many of a fate.
    pub fn count(&self, fate: Fate) -> u32 {
        self.counts.get(usize::from(fate.position())).copied().unwrap_or(0)
    }

    /// How many in all.
    pub fn all(&self) -> u32 {
        self.counts.iter().sum()
    }
}

/// Where a party stands in the list of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartyGroup {
    /// Answers for the whole country.
    Everywhere,
    /// For a province.
    Province,
    /// For a facility.
    Facility,
    /// An employer.
    Employer,
    /// One that an officer added.
    Other,
}

impl PartyGroup {
    /// That of a party.
    pub fn of(party: &Party) -> Self {
        match party {
            Party::Employer(_) => Self::Employer,
            Party::Other(_) => Self::Other,
            party if party.facility().is_some() => Self::Facility,
            party if party.province().is_some() => Self::Province,
            _ => Self::Everywhere,
        }
    }
}

/// A party as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyRow {
    /// What is known of it.
    pub known: PartyKnown,
    /// Submissions to it that wait for an answer.
    pub open: usize,
    /// Of these, those whose date passed.
    pub overdue: usize,
    /// Its promises.
    pub promises: Fates,
}

/// The ladder for a facility.
#[derive(Debug, Clone, PartialEq)]
pub struct LadderPage {
    /// The facility, if it is known.
    pub facility: Option<Arc<Facility>>,
    /// Its code.
    pub id: FacilityId,
    /// The case that is asked about.
    pub case: Option<CaseNumber>,
    /// The rungs, the lowest first.
    pub rungs: Vec<PartyRow>,
    /// The rungs on which the case, or any open case of the facility, was raised.
    pub raised: Vec<usize>,
}

impl LadderPage {
    /// How far up it was taken.
    pub fn reached(&self) -> Option<usize> {
        self.raised.iter().copied().max()
    }

    /// The rung that comes next.
    pub fn next(&self) -> Option<usize> {
        Some(self.reached().map_or(0, |rung| rung + 1)).filter(|rung| *rung < self.rungs.len())
    }
}

/// One party with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartyPage {
    /// What is known of it.
    pub row: PartyRow,
    /// What an officer wrote down of it.
    pub described: Described,
    /// What was raised with it, the newest first.
    pub submissions: Vec<SubmissionRow>,
    /// What it promised.
    pub promises: Vec<PromiseRow>,
}

/// A submission as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct SubmissionRow {
    /// The submission.
    pub submission: Submission,
    /// What it waits for.
    pub state: State,
}

/// One submission with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct SubmissionPage {
    /// The submission and what it waits for.
    pub row: SubmissionRow,
    /// With whom it was raised.
    pub party: PartyKnown,
    /// By when it was to be acknowledged.
    pub acknowledge_by: Option<NaiveDate>,
    /// By when it was to be answered at first.
    pub first_due: Option<NaiveDate>,
    /// By when it is to be answered now.
    pub due: Option<NaiveDate>,
    /// The date that the party named once that had passed.
    pub named_too_late: Option<NaiveDate>,
    /// Until when it may go to the Regulator, with the working days left.
    pub regulator: Option<(NaiveDate, Due)>,
    /// Its cases.
    pub cases: Vec<CaseRaised>,
    /// What was promised in it.
    pub promises: Vec<PromiseRow>,
    /// The submission on a lower rung after which it was made, and to whom that went.
    pub after: Option<(Submission, PartyKnown)>,
    /// The next party of the ladder for what is not settled.
    pub next: Option<PartyKnown>,
}

impl SubmissionPage {
    /// The cases that can be taken to the next party.
    pub fn unsettled(&self) -> impl Iterator<Item = &CaseRaised> {
        self.cases.iter().filter(|case| case.is_unsettled)
    }

    /// The cases that wait for an answer.
    pub fn waiting(&self) -> impl Iterator<Item = &CaseRaised> {
        self.cases.iter().filter(|case| case.outcome.is_none() && case.status.is_open())
    }
}

/// A case in a submission.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRaised {
    /// Its number.
    pub number: CaseNumber,
    /// Day of the visit.
    pub visited_on: NaiveDate,
    /// Where, if the facility is known.
    pub facility: Option<Arc<Facility>>,
    /// The code of the facility, which always is.
    pub facility_id: FacilityId,
    /// Where it stands.
    pub status: Status,
    /// Whether it comes first.
    pub is_urgent: bool,
    /// What the party made of it, and when.
    pub outcome: Option<(NaiveDate, PartyOutcome)>,
    /// What the member says.
    pub member_outcome: Option<MemberOutcome>,
    /// Whether it is open, not solved, and went no further than this submission.
    pub is_unsettled: bool,
}
