//! A case half typed, as a form keeps it: the draft, and the little that a form knows beyond it.
//!
//! It is written as one flat JSON object with the names of the columns, so that a draft has one shape everywhere.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::Draft;
use crate::domain::column::Column;
use crate::domain::date;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::values::{Coded, PayReason, Purpose, Severity};

/// The name under which the purposes stand that the member does not agree to.
const DECLINED: &str = "declined";

/// The name under which the columns stand that were read out of a message and not confirmed yet.
const UNCONFIRMED: &str = "unconfirmed";

/// A case half typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unfinished {
    /// What was typed and chosen.
    pub draft: Draft,
    /// What the member does not agree to: a case only says what was agreed to, but a form must not ask twice.
    pub declined: BTreeSet<Purpose>,
    /// What was read out of a message, until an officer confirms it: nobody typed it.
    pub unconfirmed: BTreeSet<Column>,
}

impl Unfinished {
    /// Whether nothing was typed or chosen.
    pub fn is_empty(&self) -> bool {
        self.draft.is_empty() && self.declined.is_empty()
    }

    /// The issues as far as they can be read.
    pub fn issues(&self) -> IssueSet {
        self.draft.get(Column::Issues).split(';').fold(IssueSet::default(), |set, issue| {
            let mut parts = issue.split(':');
            let mut next = || parts.next().unwrap_or_default();
            match (IssueCode::parse(next()), Severity::parse(next())) {
                (Ok(code), Ok(severity)) => set.with(code, severity),
                _ => set,
            }
        })
    }

    /// Of `PAY`: why, as far as it can be read.
    pub fn pay_reason(&self) -> Option<PayReason> {
        let issues = self.draft.get(Column::Issues).split(';');
        issues.filter_map(|issue| issue.split(':').nth(2)).find_map(|why| PayReason::parse(why).ok())
    }

    /// As JSON.
    pub fn to_json(&self) -> Zeroizing<Vec<u8>> {
        let mut fields = Map::new();
        for (column, text) in self.draft.iter() {
            fields.insert(column.code().to_owned(), Value::String(text.to_owned()));
        }
        if !self.declined.is_empty() {
            let codes: Vec<&str> = self.declined.iter().map(|purpose| purpose.code()).collect();
            fields.insert(DECLINED.to_owned(), Value::String(codes.join(";")));
        }
        if !self.unconfirmed.is_empty() {
            let codes: Vec<&str> = self.unconfirmed.iter().map(|column| column.code()).collect();
            fields.insert(UNCONFIRMED.to_owned(), Value::String(codes.join(";")));
        }
        Zeroizing::new(serde_json::to_vec(&Value::Object(fields)).unwrap_or_default())
    }

    /// Reads what [`Unfinished::to_json`] wrote. What cannot be read is left out: the rest of what somebody typed
    /// must not be lost with it.
    pub fn from_json(json: &[u8]) -> Self {
        let mut unfinished = Self::default();
        let Ok(Value::Object(fields)) = serde_json::from_slice(json) else {
            return unfinished;
        };
        for (name, value) in fields {
            let Value::String(text) = value else {
                continue;
            };
            if name == DECLINED {
                unfinished.declined = text.split(';').filter_map(|code| Purpose::parse(code).ok()).collect();
            } else if name == UNCONFIRMED {
                unfinished.unconfirmed =
                    text.split(';').filter_map(|code| Column::parse(code).ok()).collect();
            } else if let Ok(column) = Column::parse(&name) {
                unfinished.draft.set(column, text);
            }
        }
        unfinished
    }

    /// The same on another day: `yesterday` means the day that it meant when it was typed.
    pub fn moved(&mut self, typed_on: NaiveDate, today: NaiveDate) {
        for column in [Column::VisitedOn, Column::ClaimedOn] {
            if let Some(day) = fixed_day(self.draft.get(column), typed_on, today) {
                self.draft.set(column, day);
            }
        }
    }
}

/// What must stand in place of a day that was typed on another day, if it now means something else.
pub fn fixed_day(text: &str, typed_on: NaiveDate, today: NaiveDate) -> Option<String> {
    let meant = date::parse_relative(text.trim(), typed_on).ok()?;
    let means = date::parse_relative(text.trim(), today).ok();
    (means != Some(meant)).then(|| meant.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let mut unfinished = Unfinished::default();
        unfinished.draft.set(Column::Narrative, "រង់ចាំ\nយូរ ");
        unfinished.draft.set(Column::Seen, "11h4");
        unfinished.draft.set(Column::Facility, "kossa");
        unfinished.declined.insert(Purpose::Name);
        unfinished.unconfirmed = [Column::Seen, Column::Facility].into();
        assert_eq!(Unfinished::from_json(&unfinished.to_json()), unfinished);
        assert_eq!(Unfinished::from_json(&Unfinished::default().to_json()), Unfinished::default());
    }

    #[test]
    fn what_cannot_be_read_does_not_take_the_rest_with_it() {
        let read = Unfinished::from_json(r#"{"seen":"11h4","from_tomorrow":"x","arrived":7}"#.as_bytes());
        assert_eq!(read.draft.iter().collect::<Vec<_>>(), [(Column::Seen, "11h4")]);
        assert!(Unfinished::from_json(b"no JSON").is_empty());
    }

    #[test]
    fn yesterday_stays_the_day_it_was() {
        let mut unfinished = Unfinished::default();
        unfinished.draft.set(Column::VisitedOn, "yesterday");
        unfinished.moved(day("2026-10-31"), day("2026-10-31"));
        assert_eq!(unfinished.draft.get(Column::VisitedOn), "yesterday");
        unfinished.moved(day("2026-10-31"), day("2026-11-02"));
        assert_eq!(unfinished.draft.get(Column::VisitedOn), "2026-10-30");
        unfinished.draft.set(Column::VisitedOn, "3/10/2026");
        unfinished.moved(day("2026-10-31"), day("2026-11-02"));
        assert_eq!(unfinished.draft.get(Column::VisitedOn), "3/10/2026");
    }
}
