//! The counts of one facility, in more detail than a group of a ranking has.

use chrono::NaiveDate;

use super::scan::{Calendar, MONTHS, scan};
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
        let mut counts = FacilityCounts {
            group: Group::new(GroupKey::Facility(facility.clone())),
            severities: [[0; 3]; 15],
            months: [0; MONTHS],
            years: [0; 2],
        };
        let mut group = Growing::new(GroupKey::Facility(facility.clone()));
        let selected = self.selected(&listing)?;
        scan(&self.columns.borrow(), &selected, &Calendar::ending(today, span), |visit| {
            group.add(visit);
            let is_complaint = visit.is_complaint();
            let month = visit.on.months_ago.and_then(|ago| (MONTHS - 1).checked_sub(ago.into()));
            if let (true, Some(count)) = (is_complaint, month.and_then(|month| counts.months.get_mut(month)))
            {
                *count += 1;
            }
            let year = visit.on.years_ago.and_then(|ago| counts.years.get_mut(usize::from(ago)));
            if let (true, Some(count)) = (is_complaint, year) {
                *count += 1;
            }
            if !visit.in_span {
                return;
            }
            for (code, severity) in visit.issues.iter() {
                let of_code = counts.severities.get_mut(usize::from(code.position()));
                if let Some(count) = of_code.and_then(|row| row.get_mut(usize::from(severity.position()))) {
                    *count += 1;
                }
            }
        });
        counts.group = group.finish();
        Ok(counts)
    }
}
