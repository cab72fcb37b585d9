//! The history of a case: its entries as events that an officer can read.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::AppError;
use crate::book::{StoredCase, View};
use crate::domain::entry::{Kind, Stamp};
use crate::domain::fold::{Corrected, Seen, Undone};

/// One thing that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: Kind,
    /// When, on the clock of the desk that logged the case.
    pub at: Option<DateTime<FixedOffset>>,
    /// Code of the desk.
    pub desk: String,
    /// Name of the officer.
    pub officer: String,
    /// The fields that a correction changed, by their names in the record.
    pub fields: Vec<String>,
    /// Whether it was taken back later.
    pub taken_back: bool,
}

impl Event {
    /// What happened to a case, oldest first.
    pub fn all(view: &View<'_>, stored: &StoredCase) -> Result<Vec<Self>, AppError> {
        let entries = view.entries_of(stored.case.id)?;
        let offset = *stored.case.recorded_at.offset();
        let voided: BTreeSet<Uuid> = entries
            .iter()
            .filter(|entry| entry.header.kind == Kind::Undone)
            .filter_map(|entry| Some(serde_json::from_slice::<Undone>(entry.body.as_deref()?).ok()?.batch))
            .collect();
        let event = |entry: &Seen| Self {
            kind: entry.header.kind.clone(),
            at: moment(entry.header.at, offset),
            desk: entry.header.desk.to_string(),
            officer: entry.header.officer.clone(),
            fields: fields_of(entry),
            taken_back: entry.header.kind.can_be_undone() && voided.contains(&entry.header.batch),
        };
        Ok(entries.iter().map(event).collect())
    }
}

/// The fields that a correction changed; of all else, none.
pub(super) fn fields_of(entry: &Seen) -> Vec<String> {
    if entry.header.kind != Kind::CaseCorrected {
        return Vec::new();
    }
    let corrected = entry.body.as_deref().and_then(|body| serde_json::from_slice::<Corrected>(body).ok());
    corrected.map(|corrected| corrected.set.into_keys().collect()).unwrap_or_default()
}

/// The wall clock of a stamp, in a desk's time.
pub(super) fn moment(stamp: Stamp, offset: FixedOffset) -> Option<DateTime<FixedOffset>> {
    let milliseconds = i64::try_from(stamp.milliseconds()).ok()?;
    Some(DateTime::from_timestamp_millis(milliseconds)?.with_timezone(&offset))
}
