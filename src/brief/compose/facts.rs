//! What a brief rests on, handed in.

use chrono::NaiveDate;

use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::insight::{Comparison, Warning};

/// One group as a brief shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Cases.
    pub cases: u32,
    /// Of these open.
    pub open: u32,
    /// Cases with a known wait.
    pub timed: u32,
    /// Median wait in minutes.
    pub median: Option<f64>,
    /// 90th percentile in minutes.
    pub p90: Option<f64>,
    /// Share of severe cases with its interval.
    pub severe: Option<(f64, f64, f64)>,
}

/// A story that may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The place as shown.
    pub place: String,
    /// Any day of its month.
    pub visited_on: NaiveDate,
    /// Its issues.
    pub issues: Vec<IssueCode>,
    /// The words, scrubbed.
    pub text: String,
}

/// A facility with the places it lies in.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityRow {
    /// Its figures.
    pub row: Row,
    /// The place of the brief's own table, by its name there.
    pub place: String,
    /// Codes of its province and of its district, where known: documents for other parties show sums of these.
    pub within: Vec<String>,
}

/// How the cases were gathered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathering {
    /// How many officers logged them.
    pub officers: u32,
    /// How many of them the officer logged who logged most.
    pub of_one_officer: u32,
    /// How many came from the people of the employer whose people told most.
    pub of_one_employer: u32,
    /// Of the known waits, those that rest on an estimated time.
    pub estimated: u32,
    /// Cases by grade of evidence, A to D.
    pub evidence: [u32; 4],
}

/// The waits of card-holders against those of patients who paid cash.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What is found.
    pub found: Comparison,
    /// What stands in the way of saying so.
    pub warnings: Vec<Warning>,
}

/// What came of something that was asked for before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Kept,
    /// It was done in part.
    Partly,
    /// Its day has passed, and it was not done.
    Broken,
    /// Its day has not come.
    Pending,
}

/// Something that was asked for before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// When.
    pub asked_on: NaiveDate,
    /// What.
    pub what: String,
    /// The day that was promised, if one was.
    pub due: Option<NaiveDate>,
    /// What came of it.
    pub outcome: Outcome,
}

/// All that a brief rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The party's name.
    pub party: String,
    /// The party.
    pub to: Party,
    /// When the brief is made.
    pub made_on: NaiveDate,
    /// By which desk.
    pub desk: String,
    /// First and last day, where given.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The query, as typed.
    pub query: String,
    /// The whole.
    pub total: Row,
    /// Cases without consent.
    pub without_consent: u32,
    /// Cases that only praise.
    pub praise: u32,
    /// By province (or district, for a province's party).
    pub places: Vec<Row>,
    /// By facility.
    pub facilities: Vec<FacilityRow>,
    /// By issue, with its code.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases by month of the visit: year, month from 1, cases; in order.
    pub months: Vec<(i32, u32, u32)>,
    /// Card-holders and those who paid cash.
    pub card_and_cash: (Row, Row),
    /// What is found of their waits.
    pub compared: Compared,
    /// How the cases were gathered.
    pub gathered: Gathering,
    /// What was asked for before, the oldest first; none where nothing was.
    pub asked: Vec<Asked>,
    /// The day by which an answer is asked for.
    pub due: NaiveDate,
    /// Stories.
    pub stories: Vec<Story>,
}
