//! A case as typed: flat text, from flags, JSON, a row of a table or the form. All
//! of them are read here, so that the same text means the same everywhere.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::column::Column;
use super::date::BadDate;
use super::facility::Facility;
use super::money::BadMoney;
use super::times::BadTime;
use super::values::{Coded, Stage, UnknownCode};

mod read;
mod write;

pub use write::issue_text;

/// A case as typed. An empty text is the same as none.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Draft {
    texts: BTreeMap<Column, String>,
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
}

/// What is taken all the same, but worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A wait of over twelve hours, in minutes.
    LongWait(u32),
    /// A stage of care that this kind of facility does not have.
    Stage(Stage),
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
    fn find(&self, text: &str) -> Result<Facility, Vec<String>>;
}

impl Draft {
    /// The text of a field; empty where there is none.
    pub fn get(&self, column: Column) -> &str {
        self.texts.get(&column).map_or("", String::as_str)
    }

    /// Sets a field; an empty text clears it.
    pub fn set(&mut self, column: Column, text: impl Into<String>) {
        let text = text.into();
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

    /// The case that the draft describes, on a desk whose day is `today`.
    ///
    /// # Errors
    /// All that is wrong with it, not just the first.
    pub fn check(
        &self,
        facilities: &dyn Facilities,
        today: NaiveDate,
    ) -> Result<(super::case::Complaint, Vec<Warning>), Vec<Refusal>> {
        read::Reader::new(self, facilities, today).read()
    }

    /// Reads the JSON object of the contract, or any part of it.
    pub fn from_json(value: &Value) -> Result<Self, BadJson> {
        let Value::Object(fields) = value else {
            return Err(BadJson::NoObject);
        };
        let mut draft = Self::default();
        for (name, value) in fields {
            draft.take_json(name, value)?;
        }
        Ok(draft)
    }

    fn take_json(&mut self, name: &str, value: &Value) -> Result<(), BadJson> {
        match (name, value) {
            (_, Value::Null) | ("source", Value::Object(_)) => Ok(()),
            ("times" | "paid" | "patient" | "member", Value::Object(inner)) => {
                let prefix = if name == "times" { String::new() } else { format!("{name}_") };
                inner.iter().try_for_each(|(key, value)| self.take_json(&format!("{prefix}{key}"), value))
            }
            ("issues", Value::Array(issues)) => self.take_issues(issues),
            ("next_step", Value::Object(step)) => step.iter().try_for_each(|(key, value)| {
                let suffix = if key == "what" { "" } else { "_on" };
                self.take_json(&format!("next_step{suffix}"), value)
            }),
            _ => {
                let column = Column::parse(name).map_err(|_| BadJson::UnknownName {
                    given: name.to_owned(),
                    nearest: nearest_column(name),
                })?;
                let text = match value {
                    Value::String(text) => text.clone(),
                    Value::Number(number) => number.to_string(),
                    Value::Bool(flag) => flag.to_string(),
                    Value::Array(items) => items
                        .iter()
                        .map(|item| item.as_str())
                        .collect::<Option<Vec<_>>>()
                        .ok_or_else(|| BadJson::WrongKind(name.to_owned()))?
                        .join(";"),
                    _ => return Err(BadJson::WrongKind(name.to_owned())),
                };
                self.set(column, text);
                Ok(())
            }
        }
    }

    fn take_issues(&mut self, issues: &[Value]) -> Result<(), BadJson> {
        let wrong = || BadJson::WrongKind("issues".to_owned());
        let mut texts = Vec::new();
        for issue in issues {
            match issue {
                Value::String(text) => texts.push(text.clone()),
                Value::Object(fields) => {
                    let text = |key: &str| fields.get(key).and_then(Value::as_str);
                    let mut parts = vec![text("code").ok_or_else(wrong)?.to_owned()];
                    parts.push(text("severity").unwrap_or_default().to_owned());
                    parts.extend(text("why").map(str::to_owned));
                    texts.push(parts.join(":"));
                    for (key, value) in fields {
                        match key.as_str() {
                            "code" | "severity" | "why" => {}
                            "claimed_on" | "claimed_riel" => self.take_json(key, value)?,
                            _ => {
                                return Err(BadJson::UnknownName {
                                    given: format!("issues.{key}"),
                                    nearest: None,
                                });
                            }
                        }
                    }
                }
                _ => return Err(wrong()),
            }
        }
        self.set(Column::Issues, texts.join(";"));
        Ok(())
    }
}

fn nearest_column(name: &str) -> Option<String> {
    const NESTED: [&str; 5] = ["times", "paid", "patient", "member", "issues"];
    Column::CODES
        .iter()
        .chain(&NESTED)
        .map(|known| (strsim::osa_distance(name, known), *known))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, known)| known.to_owned())
}

#[cfg(test)]
mod tests;
