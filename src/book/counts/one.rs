//! The counts of one facility, in more detail than a group of a ranking has.

use chrono::NaiveDate;

use super::scan::{Calendar, Counts, MONTHS, Visit, YEARS, add_all, scan, step};
use super::tally::Growing;
use super::{Group, GroupKey};
use crate::book::cases::{Listing, View};
use crate::book::error::BookError;
use crate::domain::facility::FacilityId;
use crate::domain::filter::Test;
use crate::domain::period::Span;
use crate::domain::values::Coded;

/// The counts of one facility. Cases that only praise are in the issues alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacilityCounts {
    /// What a ranking would show.
    pub group: Group,
    /// Cases by issue code and severity, both in the order of their tables.
    pub severities: [[u32; 3]; 15],
    /// Visits in each of the last 24 calendar months whatever the period, the oldest first.
    pub months: [u32; MONTHS],
    /// Visits in the last twelve months to the day, and in the twelve before, whatever the period.
    pub years: [u32; 2],
}

/// The same while it is counted.
#[derive(Default)]
struct Counting {
    group: Growing,
    severities: [[u32; 3]; 15],
    years: [u32; YEARS + 1],
}

impl Counts for Counting {
    fn add(&mut self, visit: &Visit) {
        self.group.add(visit);
        if visit.is_complaint() {
            step(&mut self.years, visit.on.year);
        }
        if !visit.in_span {
            return;
        }
        for (code, severity) in visit.issues.iter() {
            if let Some(of_code) = self.severities.get_mut(usize::from(code.position())) {
                step(of_code, severity.position());
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.group.merge(&other.group);
        add_all(self.severities.as_flattened_mut(), other.severities.as_flattened());
        add_all(&mut self.years, &other.years);
    }
}

impl View<'_> {
    /// Counts the cases of a query at one facility.
    pub fn facility_counts(
        &self,
        listing: &Listing,
        facility: &FacilityId,
        span: Span,
        today: NaiveDate,
    ) -> Result<FacilityCounts, BookError> {
        let filter = listing.filter.clone().and(Test::Facility(vec![facility.clone()]));
        let listing = Listing { filter, ..listing.clone() };
        let selected = self.selected(&listing)?;
        let counted =
            scan(&self.columns.borrow(), &selected, &Calendar::ending(today, span), &[], Counting::default);
        let [last, before, _] = counted.years;
        Ok(FacilityCounts {
            months: counted.group.months(),
            severities: counted.severities,
            years: [last, before],
            group: counted.group.finish(GroupKey::Facility(facility.clone())),
        })
    }
}
