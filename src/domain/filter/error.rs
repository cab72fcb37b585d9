//! What is wrong with a query: where, and what would do.

use crate::domain::date::BadDate;
use crate::domain::money::BadMoney;
use crate::domain::number::BadNumber;
use crate::domain::times::BadTime;
use crate::domain::values::UnknownCode;

/// A term that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at character {column}, `{term}`: {problem}")]
pub struct FilterError {
    /// Where the term begins, in characters from 1.
    pub column: usize,
    /// The term as typed.
    pub term: String,
    /// What is wrong with it.
    pub problem: FilterProblem,
}

/// What is wrong with a term.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterProblem {
    /// No such field; the nearest one, if any is near.
    #[error("no such field")]
    UnknownField {
        /// What was typed.
        given: String,
        /// What may have been meant.
        nearest: Option<&'static str>,
    },
    /// No such value of a table.
    #[error(transparent)]
    UnknownValue(#[from] UnknownCode),
    /// No such place; the nearest names.
    #[error("no such place")]
    UnknownPlace {
        /// What was typed.
        given: String,
        /// What may have been meant.
        nearest: Vec<String>,
    },
    /// No such facility; the nearest names.
    #[error("no such facility")]
    UnknownFacility {
        /// What was typed.
        given: String,
        /// What may have been meant.
        nearest: Vec<String>,
    },
    /// No date.
    #[error(transparent)]
    Date(#[from] BadDate),
    /// No length of time.
    #[error(transparent)]
    Length(#[from] BadTime),
    /// No sum.
    #[error(transparent)]
    Money(#[from] BadMoney),
    /// No desk code.
    #[error(transparent)]
    Desk(#[from] BadNumber),
    /// `yes` or `no` is wanted.
    #[error("`yes` or `no` is wanted")]
    YesOrNo,
    /// A field without a value.
    #[error("a value is missing")]
    NoValue,
    /// A quotation that never ends.
    #[error("the quotation mark is never closed")]
    OpenQuote,
    /// `waited:120` or `province>08`.
    #[error("this field does not take `{sign}`")]
    Sign {
        /// The sign typed.
        sign: &'static str,
        /// An example of what would do.
        example: &'static str,
    },
}
