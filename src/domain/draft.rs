//! A case as typed: flat text, from flags, JSON, a row of a table or the form. All
//! of them are read here, so that the same text means the same everywhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;
use zeroize::Zeroizing;

use super::case::{Complaint, is_masked};
use super::column::Column;
use super::date::BadDate;
use super::facility::{Contract, Facility};
use super::money::BadMoney;
use super::observation::Observation;
use super::times::BadTime;
use super::values::{Stage, UnknownCode};

mod json;
mod read;
mod unfinished;
mod write;

pub use unfinished::{Unfinished, fixed_day};
pub use write::issue_text;

/// A case as typed. An empty text is the same as none. Drafts hold identities: their texts are wiped from memory
/// when they go.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Draft {
    texts: BTreeMap<Column, Zeroizing<String>>,
}

/// Drafts hold identities: they do not stand in logs or panics.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({} fields)", self.texts.len())
    }
}

/// Why one field of a draft is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{column}: {reason}")]
pub struct Refusal {
    /// The field.
    pub column: Column,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It must be there.
    #[error("missing")]
    Missing,
    /// No sound day.
    #[error(transparent)]
    Date(#[from] BadDate),
    /// No sound time, length or order of times.
    #[error(transparent)]
    Time(#[from] BadTime),
    /// No sound sum.
    #[error(transparent)]
    Money(#[from] BadMoney),
    /// Not in the table of values.
    #[error(transparent)]
    Code(#[from] UnknownCode),
    /// No such facility; the nearest ones.
    #[error("no facility `{given}`")]
    UnknownFacility {
        /// What was typed.
        given: String,
        /// Identifiers and names that may have been meant.
        nearest: Vec<String>,
    },
    /// Longer than can be taken, in characters.
    #[error("{length} characters, more than {limit}")]
    TooLong {
        /// Its length.
        length: usize,
        /// The limit.
        limit: usize,
    },
    /// Harm is a number from 0 to 5.
    #[error("`{0}` is no harm from 0 to 5")]
    Harm(String),
    /// `yes` or `no` is wanted.
    #[error("`{0}` is neither yes nor no")]
    YesOrNo(String),
    /// The same issue twice with different severities or reasons.
    #[error("issue `{0}` twice")]
    Twice(String),
    /// An addition to an issue that the case does not have.
    #[error("belongs to an issue {0} that is not there")]
    WithoutIssue(&'static str),
    /// An issue is `CODE`, `CODE:severity` or, of PAY, `PAY:severity:why`.
    #[error("`{0}` is no issue")]
    Issue(String),
    /// A spreadsheet kept it as a number and lost digits of it: `1.23E+15`.
    #[error("digits of `{0}` are lost")]
    LostDigits(String),
    /// Only a case has this: an observation holds no name, no story and no issue.
    #[error("has no place in an observation")]
    NotObserved,
}

/// What is taken all the same, but worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A wait of over twelve hours, in minutes.
    LongWait(u32),
    /// A stage of care that this kind of facility does not have.
    Stage(Stage),
    /// The facility was closed on that day, since this day.
    Closed(NaiveDate),
    /// The facility had no contract with the fund on that day: what is known of it.
    NoContract(Contract),
}

/// A text of JSON that is no draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadJson {
    /// Not an object.
    #[error("a case is a JSON object")]
    NoObject,
    /// A name that a case does not have; the nearest one.
    #[error("a case has no `{given}`")]
    UnknownName {
        /// The name.
        given: String,
        /// What may have been meant.
        nearest: Option<String>,
    },
    /// A value of the wrong type.
    #[error("`{0}` has a value of the wrong kind")]
    WrongKind(String),
}

/// Facilities by what somebody typed.
pub trait Facilities {
    /// The facility with this identifier or this very name; else the nearest ones.
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>>;
}

/// A case as typed, wherever its texts lie: in a [`Draft`], or in a row of a table that is read where it stands.
pub trait Typed {
    /// The text of a field; empty where there is none.
    fn text(&self, column: Column) -> &str;
}

impl Typed for Draft {
    fn text(&self, column: Column) -> &str {
        self.get(column)
    }
}

/// The case that somebody typed, on a desk whose day is `today`.
///
/// # Errors
/// All that is wrong with it, not just the first.
pub fn check(
    typed: &dyn Typed,
    facilities: &dyn Facilities,
    today: NaiveDate,
) -> Result<(Complaint, Vec<Warning>), Vec<Refusal>> {
    match read::Reader::new(typed, facilities, today).read() {
        (Some(complaint), _, warnings) => Ok((complaint, warnings)),
        (None, refusals, _) => Err(refusals),
    }
}

/// The observation that somebody typed: [`Draft::check_observation`].
///
/// # Errors
/// All that is wrong with it, not just the first.
pub fn check_observation(
    typed: &dyn Typed,
    facilities: &dyn Facilities,
    today: NaiveDate,
) -> Result<(Observation, Vec<Warning>), Vec<Refusal>> {
    match read::Reader::new(typed, facilities, today).read_observation() {
        (Some(observation), _, warnings) => Ok((observation, warnings)),
        (None, refusals, _) => Err(refusals),
    }
}

impl Draft {
    /// The text of a field; empty where there is none.
    pub fn get(&self, column: Column) -> &str {
        self.texts.get(&column).map_or("", |text| text.as_str())
    }

    /// Sets a field; an empty text clears it.
    pub fn set(&mut self, column: Column, text: impl Into<String>) {
        let text = Zeroizing::new(text.into());
        if text.trim().is_empty() {
            self.texts.remove(&column);
        } else {
            self.texts.insert(column, text);
        }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The fields that are there.
    pub fn iter(&self) -> impl Iterator<Item = (Column, &str)> {
        self.texts.iter().map(|(column, text)| (*column, text.as_str()))
    }

    /// The case that the draft describes: [`check`].
    ///
    /// # Errors
    /// All that is wrong with it, not just the first.
    pub fn check(
        &self,
        facilities: &dyn Facilities,
        today: NaiveDate,
    ) -> Result<(Complaint, Vec<Warning>), Vec<Refusal>> {
        check(self, facilities, today)
    }

    /// The observation that the draft describes: times of a visit, seen by a volunteer. Who was to pay must be known,
    /// a wait must follow, and nothing else that a case has may be there.
    ///
    /// # Errors
    /// All that is wrong with it, not just the first.
    pub fn check_observation(
        &self,
        facilities: &dyn Facilities,
        today: NaiveDate,
    ) -> Result<(Observation, Vec<Warning>), Vec<Refusal>> {
        check_observation(self, facilities, today)
    }

    /// What is wrong with a draft and what is odd, both at once: for a form that is still being filled in.
    pub fn examine(&self, facilities: &dyn Facilities, today: NaiveDate) -> (Vec<Refusal>, Vec<Warning>) {
        let (_, refusals, warnings) = read::Reader::new(self, facilities, today).read();
        (refusals, warnings)
    }

    /// Reads the JSON object of the contract, or any part of it.
    pub fn from_json(value: &Value) -> Result<Self, BadJson> {
        let mut draft = Self::default();
        for (column, text) in json::changes(value)? {
            draft.set(column, text);
        }
        Ok(draft)
    }
}

/// What a JSON object says of a case, field by field: `null` is an empty text, which
/// clears its field; what the book gives, and numbers shown masked, say nothing.
pub fn changes_from_json(value: &Value) -> Result<Vec<(Column, String)>, BadJson> {
    Ok(json::changes(value)?
        .into_iter()
        .filter(|(column, _)| !column.is_given_by_the_book())
        .filter(|(column, text)| *column != Column::MemberNssfNumber || !is_masked(text))
        .collect())
}

#[cfg(test)]
mod tests;
