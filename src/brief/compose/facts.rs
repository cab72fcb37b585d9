//! What a brief rests on, handed in: what [`protect`](crate::brief::suppress::protect) lets through, so that each figure
//! in it may be printed wherever it fits. Only what is left out may count 1 to 4; that is printed as `<5`.

use chrono::NaiveDate;

use crate::brief::suppress::Spans;
use crate::domain::issue::IssueCode;
use crate::domain::place::Province;

/// One group as a brief shows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Cases.
    pub cases: u32,
    /// Of these open; `None` where that may not be told.
    pub open: Option<u32>,
    /// Cases with a known wait; 0 where there are none or they may not be told.
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
    /// What the member is called: a name that means nobody.
    pub pseudonym: String,
    /// The place as shown.
    pub place: String,
    /// Any day of its month.
    pub visited_on: NaiveDate,
    /// Those of its issues that are shown by themselves.
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
    /// Cases without consent; small counts too.
    pub without_consent: u32,
    /// Cases whose consent is for something else than counting; small counts too.
    pub not_for_counting: u32,
    /// Cases that their members took back; small counts too.
    pub withdrawn: u32,
    /// Cases that only praise; small counts too.
    pub praise: u32,
    /// By province (or district, for a province's party), most cases first.
    pub places: Vec<Row>,
    /// The cases of all other places together.
    pub other_places: Option<u32>,
    /// Facilities, most cases first: they may be named in this order, without their figures.
    pub facilities: Vec<Row>,
    /// By issue, with its code, most cases first; the others are told of nowhere.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases by the time of the visit.
    pub months: Option<Spans>,
    /// Waits of card-holders and of those who paid cash; of neither where not both may be told. Nothing else is in them.
    pub card_and_cash: (Row, Row),
    /// Stories.
    pub stories: Vec<Story>,
    /// What charts need beside.
    pub charts: ChartFacts,
    /// Members who agreed to be named, where that was asked for: what they are called in stories, and their names.
    pub names: Vec<(String, String)>,
}
