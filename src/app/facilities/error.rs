//! What can go wrong with facilities, and how it is said.

use chrono::NaiveDate;

use super::words;
use crate::domain::case::LONGEST_LINE;
use crate::domain::draft::Reason;
use crate::domain::facility::FacilityId;
use crate::i18n::errors::of_toml;
use crate::i18n::{Lang, Speak, dates, numbers};

/// What can go wrong with facilities.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FacilitiesError {
    /// No facility has that identifier.
    #[error("no facility {0}")]
    Unknown(FacilityId),
    /// No facility has that name, or several have; the nearest ones.
    #[error("no facility is called `{given}`")]
    NoneCalled {
        /// What was asked for.
        given: String,
        /// Which may have been meant.
        nearest: Vec<String>,
    },
    /// A name that another facility bears already: with both, it would mean neither.
    #[error("`{given}` is {bearer}")]
    NameTaken {
        /// The name.
        given: String,
        /// The facility that bears it, by identifier and name.
        bearer: String,
    },
    /// A day so far ahead that it can only be a slip.
    #[error("{0} is far ahead")]
    FarAhead(NaiveDate),
    /// Two identifiers that mean one facility already.
    #[error("both are {0}")]
    SameFacility(FacilityId),
    /// A name is missing.
    #[error("a name is missing")]
    NoName,
    /// A name longer than can be taken, in characters.
    #[error("{0} characters are too many")]
    TooLong(usize),
    /// The decisions were made for another state of the list: the line whose name is another.
    #[error("line {0} is another row now")]
    OtherRow(u64),
    /// A decision that names no facility: the line, and what stands there.
    #[error("line {0}: no decision {1}")]
    NoDecision(u64, String),
    /// A file of decisions that cannot be read: what its reader says.
    #[error("decisions, line {line}, column {column}: {problem}")]
    BadDecisions {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What its reader says.
        problem: String,
    },
}

impl FacilitiesError {
    /// A name that finds nothing is said as in a case.
    fn as_reason(&self) -> Option<Reason> {
        let Self::NoneCalled { given, nearest } = self else {
            return None;
        };
        Some(Reason::UnknownFacility { given: given.clone(), nearest: nearest.clone() })
    }
}

impl Speak for FacilitiesError {
    fn what(&self, lang: Lang) -> String {
        let count = |count: u64| numbers::number(count, lang);
        match self {
            Self::Unknown(id) => words::facility_unknown(lang, id.as_str()),
            Self::NoneCalled { .. } => self.as_reason().map(|reason| reason.what(lang)).unwrap_or_default(),
            Self::NameTaken { given, bearer } => words::facility_name_taken(lang, given, bearer),
            Self::FarAhead(day) => words::facility_far_ahead(lang, &dates::date(*day, lang)),
            Self::SameFacility(id) => words::facility_same(lang, id.as_str()),
            Self::NoName => words::facility_no_name(lang).to_owned(),
            Self::TooLong(length) => {
                words::facility_name_long(lang, &count(*length as u64), &count(LONGEST_LINE as u64))
            }
            Self::OtherRow(line) => words::decision_other_row(lang, &count(*line)),
            Self::NoDecision(line, text) => words::decision_none(lang, &count(*line), text),
            Self::BadDecisions { line, column, problem } => {
                words::decisions_bad(lang, *line, *column, &of_toml(problem, lang))
            }
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Unknown(_) => words::facility_unknown_hint(lang).to_owned(),
            Self::NoneCalled { .. } => return self.as_reason()?.hint(lang),
            Self::FarAhead(_) => words::facility_far_ahead_hint(lang).to_owned(),
            Self::NameTaken { .. } => words::facility_name_taken_hint(lang).to_owned(),
            Self::NoName => words::facility_no_name_hint(lang).to_owned(),
            Self::OtherRow(_) => words::decision_other_row_hint(lang).to_owned(),
            Self::NoDecision(..) | Self::BadDecisions { .. } => words::decision_none_hint(lang).to_owned(),
            Self::SameFacility(_) | Self::TooLong(_) => return None,
        })
    }
}
