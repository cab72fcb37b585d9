//! What of a case is compared, in few bytes, so that a million cases stand in memory side by side.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{Datelike, NaiveDate};

use super::sketch::Sketch;
use super::{numbers, person};
use crate::domain::case::{Identity, Record};
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueSet;
use crate::domain::text::compact;
use crate::domain::times::VisitTime;
use crate::domain::values::{Payer, Relation, Sex, ToldBy};

/// What of a case is compared.
#[derive(Clone)]
pub struct Traits {
    /// Which facility, by a number that means nothing elsewhere.
    pub(super) facility: u64,
    /// Counted from 0001-01-01.
    pub(super) visited: i32,
    /// The same of the day on which it was logged.
    pub(super) recorded: i32,
    pub(super) phone: Option<u64>,
    pub(super) nssf: Option<u64>,
    pub(super) name: Box<str>,
    /// By numbers that mean nothing elsewhere.
    pub(super) employee: Option<u64>,
    pub(super) employer: Option<u64>,
    pub(super) told_by: ToldBy,
    pub(super) relation: Relation,
    pub(super) sex: Option<Sex>,
    pub(super) payer: Payer,
    pub(super) issues: IssueSet,
    pub(super) arrived: Option<VisitTime>,
    pub(super) seen: Option<VisitTime>,
    pub(super) waited: Option<u32>,
    /// Riel and cents.
    pub(super) paid: (u64, u64),
    pub(super) story: Option<Box<Sketch>>,
}

/// What could name somebody does not stand in logs or panics.
impl std::fmt::Debug for Traits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Traits(…)")
    }
}

impl Traits {
    /// Of a case that was logged on that day.
    pub fn of(record: &Record, recorded_on: NaiveDate, identity: &Identity, story: Option<&str>) -> Self {
        let known = |text: &Option<String>| text.as_deref().and_then(word);
        Self {
            facility: Self::place(&record.facility),
            visited: record.visited_on.num_days_from_ce(),
            recorded: recorded_on.num_days_from_ce(),
            phone: identity.phone.as_deref().and_then(numbers::phone),
            nssf: identity.nssf_number.as_deref().and_then(numbers::nssf),
            name: identity.name.as_deref().map(person::normal).unwrap_or_default(),
            employee: known(&identity.employee_number),
            employer: known(&record.employer),
            told_by: record.told_by,
            relation: record.patient.relation,
            sex: record.patient.sex,
            payer: record.payer,
            issues: record.issue_set(),
            arrived: record.times.arrived,
            seen: record.times.seen,
            waited: record.waited_minutes,
            paid: (record.paid.riel, record.paid.cents),
            story: story.and_then(Sketch::of).map(Box::new),
        }
    }

    /// The day of the visit.
    pub fn visited_on(&self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.visited)
    }

    /// The number of a facility.
    fn place(facility: &FacilityId) -> u64 {
        hashed(facility.as_str())
    }

    /// Whether who told it is somebody else than the one it happened to, so that the names need not agree. An officer who
    /// tells for a member knows whose case it is.
    pub(super) fn is_told_by_a_witness(&self) -> bool {
        self.told_by == ToldBy::Witness
    }
}

fn word(text: &str) -> Option<u64> {
    let compact = compact(text);
    (!compact.is_empty()).then(|| hashed(&compact))
}

fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
