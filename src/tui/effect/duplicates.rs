//! What the screen of likely duplicates asks for and gets.

use chrono::NaiveDate;

use super::Shown;
use crate::domain::number::CaseNumber;
use crate::intake::duplicates::Reason;

/// Among which visits pairs are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those since that day.
    Since(NaiveDate),
    /// All of them, stretch by stretch.
    All,
    /// Those of which one was logged after the case in that row: what an import brought.
    After(i64),
}

/// Pairs that are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparing {
    /// Among which visits.
    pub scope: Scope,
    /// Before them those of one case, whenever that was.
    pub of: Option<CaseNumber>,
}

/// Pairs that were found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suspects {
    /// The likeliest first, as many as are shown.
    pub pairs: Vec<Suspect>,
    /// How many there are.
    pub all: usize,
    /// Among which visits they were looked for.
    pub scope: Option<Scope>,
}

/// Two cases that are likely one, but for who their members are: that is asked for by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Suspect {
    /// The one that would be kept.
    pub kept: Shown,
    /// The one that would be joined into it.
    pub other: Shown,
    /// How likely, from 0 to 1.
    pub score: f64,
    /// What speaks for it, the heaviest first.
    pub reasons: Vec<Reason>,
}

impl Suspect {
    /// The numbers of both.
    pub fn numbers(&self) -> [&CaseNumber; 2] {
        [&self.kept.case.number, &self.other.case.number]
    }
}

/// What is decided of two cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// They are one.
    Join,
    /// They are two.
    KeepApart,
}

/// With which others a case that was just logged may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The case.
    pub number: CaseNumber,
    /// The likeliest other, and what speaks for it.
    pub likeliest: Option<(CaseNumber, Vec<Reason>)>,
}
