//! What a brief rests on, handed in: what [`protect`](crate::brief::suppress::protect) lets through, so that each figure
//! in it may be printed wherever it fits. Only what is left out may count 1 to 4, which is printed as `<5`, and what says
//! so.

use chrono::NaiveDate;

use super::LastTime;
use crate::brief::suppress::Spans;
use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::domain::period::Span;
use crate::domain::place::Province;
use crate::insight::{Comparison, Warning};

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

/// A facility with the places it lies in. Small counts too: a brief shows what of it may be told beside its places.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityRow {
    /// Its identifier: two may have one name.
    pub id: String,
    /// Its figures.
    pub row: Row,
    /// The place of the brief's own table, by its name there.
    pub place: String,
    /// Codes of its province and of its district, where known: documents for other parties show sums of these.
    pub within: Vec<String>,
}

/// How the cases were gathered. Small counts too: a brief says what of it may be told.
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

impl Gathering {
    /// Whether a single officer logged all of them.
    pub fn is_of_one_officer(&self) -> bool {
        self.officers == 1
    }
}

/// The waits of card-holders against those of patients who paid cash.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What is found.
    pub found: Comparison,
    /// What stands in the way of saying so.
    pub warnings: Vec<Warning>,
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
    /// The party.
    pub to: Party,
    /// When the brief is made.
    pub made_on: NaiveDate,
    /// By which desk.
    pub desk: String,
    /// From which to which day the visits were, as party, period and query together choose them.
    pub period: Span,
    /// The query, as typed.
    pub query: String,
    /// Whether cases were chosen by a query that is not told, for it names people, employers or words of a story.
    pub hides_query: bool,
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
    /// All facilities.
    pub facilities: Vec<FacilityRow>,
    /// By issue, with its code, most cases first; the others are told of nowhere.
    pub issues: Vec<(IssueCode, Row)>,
    /// Cases by the time of the visit.
    pub months: Option<Spans>,
    /// Waits of card-holders and of those who paid cash; of neither where not both may be told. Nothing else is in them.
    pub card_and_cash: (Row, Row),
    /// What is found of their waits.
    pub compared: Compared,
    /// How the cases were gathered.
    pub gathered: Gathering,
    /// What was asked for before, and what came of it.
    pub last_time: LastTime,
    /// The day by which an answer is asked for.
    pub due: NaiveDate,
    /// How many working days that is from the day of the document: those of the party.
    pub answer_days: u32,
    /// By when a word is asked for that the letter arrived.
    pub acknowledge: NaiveDate,
    /// Stories.
    pub stories: Vec<Story>,
    /// What charts need beside.
    pub charts: ChartFacts,
    /// Members who agreed to be named, where that was asked for: what they are called in stories, and their names.
    pub names: Vec<(String, String)>,
}
