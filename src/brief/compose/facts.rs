//! What a brief rests on, handed in.

use chrono::NaiveDate;

use crate::domain::issue::IssueCode;
use crate::domain::place::Province;

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

/// What charts need beside the figures of tables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChartFacts {
    /// Where the places are provinces: which one each of the names is.
    pub provinces: Vec<(Province, String)>,
    /// The quartiles of the waits, in minutes: of card-holders and of those who paid cash.
    pub quartiles: [Option<(f64, f64)>; 2],
}

/// All that a brief rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The party's name.
    pub party: String,
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
    pub facilities: Vec<Row>,
    /// By issue, with its code.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases by month of the visit: year, month from 1, cases; in order.
    pub months: Vec<(i32, u32, u32)>,
    /// Card-holders and those who paid cash.
    pub card_and_cash: (Row, Row),
    /// Stories.
    pub stories: Vec<Story>,
    /// What charts need beside.
    pub charts: ChartFacts,
}
