//! What is entered that follows on cases, and what came of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::number::CaseNumber;
use crate::domain::party::{Described, Party};
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;

/// Who is meant in a form: a party, or that of a facility which is told by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// That party.
    Party(Party),
    /// The director of the facility of that name.
    Facility(String),
    /// The fund's agent at the facility of that name.
    Agent(String),
}

/// Something that is entered.
#[derive(Debug, Clone, PartialEq)]
pub enum LedgerDeed {
    /// A promise.
    Promise {
        /// By whom.
        by: Meant,
        /// What.
        what: String,
        /// Who said it.
        who: String,
        /// What they are there.
        role: String,
        /// Where it was said.
        said_where: String,
        /// When.
        on: NaiveDate,
        /// By when.
        due: Option<NaiveDate>,
        /// What would show it.
        shown_by: String,
        /// Where it is to be seen: a province or a facility by code or name; empty for where the party answers.
        place: String,
        /// The submission that it answers.
        submission: Option<Uuid>,
    },
    /// A promise is moved.
    Move {
        /// Which.
        promise: Uuid,
        /// By when now.
        due: NaiveDate,
        /// When the party asked for it.
        on: NaiveDate,
    },
    /// The union says what came of a promise.
    Judge {
        /// Which.
        promise: Uuid,
        /// What.
        fate: Fate,
        /// When.
        on: NaiveDate,
        /// What members said.
        members: Option<MembersWord>,
        /// Whether the waits are written down with it.
        by_waits: bool,
        /// In words.
        note: String,
    },
    /// A party is described anew, whole.
    Describe(Box<Described>),
    /// A party is added.
    Add(Meant),
    /// The party said that it received a submission.
    Acknowledge(Uuid, NaiveDate),
    /// The clock of a submission stops, and why; or goes on.
    Clock {
        /// Which.
        submission: Uuid,
        /// Whether it stops.
        stops: bool,
        /// From which day on.
        on: NaiveDate,
        /// Why.
        why: String,
    },
    /// A reply came.
    Reply {
        /// To which submission.
        submission: Uuid,
        /// When.
        on: NaiveDate,
        /// How.
        way: Option<Way>,
        /// Who answered.
        by: String,
        /// What was said.
        text: String,
        /// The path of what came with it.
        file: String,
        /// For an interim one, the new date.
        until: Option<NaiveDate>,
        /// What the party made of all cases that wait.
        outcome: Option<PartyOutcome>,
        /// What it made of single cases.
        of_cases: BTreeMap<CaseNumber, PartyOutcome>,
    },
    /// What is not settled goes to another party.
    Escalate {
        /// After which submission.
        after: Uuid,
        /// To whom.
        to: Meant,
        /// How.
        way: Way,
        /// When.
        on: NaiveDate,
        /// What is asked for.
        about: String,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerDone {
    /// It is in the book.
    Entered,
    /// A promise is, under this identifier.
    Promised(Uuid),
    /// So many cases were answered; none where the date was moved.
    Replied(usize),
    /// So many cases were raised in this submission.
    Raised(Uuid, usize),
    /// This party is known now.
    Known(Party),
}
