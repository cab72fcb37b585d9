//! The query language: `province:08 issue:WAIT severity:high waited>120 "free text"`.
//!
//! One language for the screen's `/`, the command line and saved views. Terms are
//! and-ed, commas inside a term are or, `-` negates. This module turns text into a
//! [`Filter`] or into an error that says where and what would do; how a filter is
//! answered is the book's matter.

mod error;
mod lexer;
mod parse;

pub use error::{FilterError, FilterProblem};
pub use parse::{FIELDS, parse};

use chrono::NaiveDate;

use super::facility::FacilityId;
use super::issue::IssueCode;
use super::number::DeskCode;
use super::period::Span;
use super::place::PlaceCode;

pub use super::place::Level;
use super::standing::Turn;
use super::values::{Evidence, Payer, Purpose, Severity, Stage, Status};

/// A query: all of its terms hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The terms, as typed.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether it chooses by a person: for inside the book only.
    pub fn asks_for_members(&self) -> bool {
        self.terms.iter().any(|term| matches!(term.test, Test::Member(_)))
    }

    /// From which to which day of the visit it lets cases through: what `since:` and `until:` say together. Where they
    /// leave no day the first lies behind the last.
    pub fn visited(&self) -> Span {
        let mut span = Span::default();
        let since = |span: &mut Span, day| span.since = span.since.max(Some(day));
        let until = |span: &mut Span, day| {
            span.until = Some(span.until.map_or(day, |known: NaiveDate| known.min(day)));
        };
        for term in &self.terms {
            match (&term.test, term.negated) {
                (Test::Since(day), false) => since(&mut span, *day),
                (Test::Until(day), false) => until(&mut span, *day),
                (Test::Since(day), true) => until(&mut span, day.pred_opt().unwrap_or(*day)),
                (Test::Until(day), true) => since(&mut span, day.succ_opt().unwrap_or(*day)),
                _ => {}
            }
        }
        span
    }

    /// The words that a case's text must hold: what a list may mark in it.
    pub fn words(&self) -> Vec<&str> {
        let wanted = self.terms.iter().filter(|term| !term.negated);
        wanted
            .filter_map(|term| match &term.test {
                Test::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    /// The filter with one more term.
    #[must_use]
    pub fn and(mut self, test: Test) -> Self {
        self.terms.push(Term { negated: false, test });
        self
    }
}

/// One term of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it was typed with a `-`.
    pub negated: bool,
    /// What is asked.
    pub test: Test,
}

/// What a term asks. A list is answered by any of its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The facility lies in one of these provinces, districts or communes.
    Place(Vec<PlaceCode>),
    /// The district of the facility is not known.
    DistrictUnknown,
    /// At one of these facilities.
    Facility(Vec<FacilityId>),
    /// Has one of these issues; with [`Test::Severity`] beside it, that very issue.
    Issue(Vec<IssueCode>),
    /// Has an issue of one of these severities.
    Severity(Vec<Severity>),
    /// Paid so.
    Payer(Vec<Payer>),
    /// At this stage of care.
    Stage(Vec<Stage>),
    /// Stands so.
    Status(Vec<StatusTest>),
    /// Is supported so.
    Evidence(Vec<Evidence>),
    /// The member agreed to one of these purposes.
    Consent(Vec<Purpose>),
    /// The wait is known and compares so with these minutes.
    Waited(Comparison, u32),
    /// The sum paid compares so with this many riel.
    Paid(Comparison, u64),
    /// Visited on this day or later.
    Since(NaiveDate),
    /// Visited on this day or earlier.
    Until(NaiveDate),
    /// Recorded on this day or later.
    RecordedSince(NaiveDate),
    /// Recorded on this day or earlier.
    RecordedUntil(NaiveDate),
    /// Logged by one of these desks.
    Desk(Vec<DeskCode>),
    /// Logged by an officer whose name contains one of these.
    Officer(Vec<String>),
    /// Followed up by an officer whose name contains one of these.
    Assigned(Vec<String>),
    /// Raised with one of these parties, by their keys; one that ends in a colon stands for all of its kind.
    Party(Vec<String>),
    /// One of these turns is next.
    Turn(Vec<Turn>),
    /// Comes first (or does not): somebody's safety, or retaliation.
    Urgent(bool),
    /// At a facility whose cases are rising (or are not).
    Rising(bool),
    /// The member's name or phone contains one of these. Inside the book only.
    Member(Vec<String>),
    /// The employer contains one of these; an empty one asks for no employer.
    Employer(Vec<String>),
    /// The union local contains one of these; an empty one asks for no local.
    Local(Vec<String>),
    /// The case's text contains this.
    Text(String),
}

/// What `status:` can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusTest {
    /// Neither closed nor withdrawn.
    Open,
    /// Just this.
    Is(Status),
}

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `>`
    Over,
    /// `>=`
    AtLeast,
    /// `<`
    Under,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
}

impl Comparison {
    /// The sign, as it is typed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Over => ">",
            Self::AtLeast => ">=",
            Self::Under => "<",
            Self::AtMost => "<=",
            Self::Equal => "=",
        }
    }

    /// Whether one number compares so with the other.
    pub fn holds(self, one: u64, other: u64) -> bool {
        match self {
            Self::Over => one > other,
            Self::AtLeast => one >= other,
            Self::Under => one < other,
            Self::AtMost => one <= other,
            Self::Equal => one == other,
        }
    }

    /// The least and the greatest number that compare so with this one.
    pub fn between(self, number: i64) -> (i64, i64) {
        match self {
            Self::Over => (number.saturating_add(1), i64::MAX),
            Self::AtLeast => (number, i64::MAX),
            Self::Under => (i64::MIN, number.saturating_sub(1)),
            Self::AtMost => (i64::MIN, number),
            Self::Equal => (number, number),
        }
    }
}

/// Names that the language itself does not know: places and facilities.
pub trait Names {
    /// The places of that level that a code or name means; else the nearest names.
    fn places(&self, level: Level, text: &str) -> Result<Vec<PlaceCode>, Vec<String>>;

    /// The facilities that an identifier or name means; else the nearest names.
    fn facilities(&self, text: &str) -> Result<Vec<FacilityId>, Vec<String>>;
}

#[cfg(test)]
mod tests;
