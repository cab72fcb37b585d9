//! What the screens ask for while cases are followed up.

use chrono::NaiveDate;

use crate::app::follow::Card;
use crate::domain::draft::Draft;
use crate::domain::party::Party;
use crate::domain::standing::RebuttalCheck;
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;

/// How one case is raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// With whom.
    pub party: Party,
    /// How.
    pub way: Way,
    /// When.
    pub on: NaiveDate,
    /// What was found of the objections, where that is not on record yet.
    pub check: Option<RebuttalCheck>,
    /// Whether it is raised although one holds.
    pub although_rebutted: bool,
}

/// What the party of a submission did. Its words may name people: they do not stand in logs or panics.
#[derive(Clone, PartialEq, Eq)]
pub enum Replying {
    /// It answered.
    Answer {
        /// When.
        on: NaiveDate,
        /// What it made of the case.
        outcome: PartyOutcome,
        /// Whether it said so of all cases that waited.
        of_all: bool,
        /// What it said.
        text: String,
    },
    /// It moved its answer to another day.
    Interim {
        /// When it said so.
        on: NaiveDate,
        /// To which day.
        until: NaiveDate,
    },
    /// It said that it received the submission.
    Acknowledge(NaiveDate),
    /// Nothing, for a member's consent is awaited: the clock stands from that day on.
    Pause(NaiveDate),
    /// The clock goes on from that day on.
    Resume(NaiveDate),
}

/// What is said and done at the gate of a facility.
#[derive(Debug, Clone, PartialEq)]
pub struct AtGate {
    /// What to say, and whom to call.
    pub card: Card,
    /// The case, begun.
    pub draft: Draft,
}
