//! One facility: its months, its waits, its issues, card against cash, and what changed.

use std::sync::Arc;

use chrono::NaiveDate;

use super::members::Denominators;
use super::{AppError, ComparisonView, GroupView, What, rising};
use crate::book::{GroupBy, GroupKey, Listing, View};
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter::Test;
use crate::domain::issue::IssueCode;
use crate::domain::period::Span;
use crate::domain::values::{Coded, Payer};
use crate::domain::waits::Waits;
use crate::insight;

/// Where the steps of the histogram of waits end, in minutes; a last step is open.
pub const WAIT_STEPS: [u32; 6] = [30, 60, 120, 240, 360, 480];

/// What is known of one facility.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityView {
    /// Its code.
    pub id: FacilityId,
    /// What it is, where that is known.
    pub facility: Option<Arc<Facility>>,
    /// What a ranking of all facilities would show of it.
    pub counts: GroupView,
    /// The severe share of all facilities together, around which the funnel stands.
    pub overall: Option<f64>,
    /// Cases by issue with the severities low, medium, high; most cases first.
    pub issues: Vec<(IssueCode, [u32; 3])>,
    /// Known waits of its visits.
    pub waits: Waits,
    /// Visits in each of the last 24 calendar months whatever the period, the oldest first.
    pub months: [u32; 24],
    /// Visits in the last twelve months to the day, and in the twelve before, whatever the period.
    pub years: [u32; 2],
    /// With the NSSF card against paid in cash.
    pub payers: ComparisonView,
    /// Before a day against from that day on, whatever the period.
    pub change: ComparisonView,
}

impl FacilityView {
    /// What the cases of a listing say of a facility, and of what changed there on a day. It rises or not as one among
    /// all facilities, wherever they are, as `rising:` asks; so these are counted as well; so does its place on
    /// the funnel.
    pub fn of(
        view: &View<'_>,
        listing: &Listing,
        id: &FacilityId,
        span: Span,
        (today, changed_on): (NaiveDate, NaiveDate),
    ) -> Result<Self, AppError> {
        let counted = view.facility_counts(listing, id, span, today)?;
        let of_all_days = rising::all_facilities(view, listing, Span::default(), today)?;
        let verdicts = rising::verdicts(&of_all_days, &listing.filter, today);
        let of_span =
            if span.is_open() { of_all_days } else { rising::all_facilities(view, listing, span, today)? };
        let shares: Vec<_> = of_span.iter().map(|group| (group.severe, group.cases)).collect();
        let key = GroupKey::Facility(id.clone());
        let places = of_span.iter().zip(insight::funnel(&shares));
        let here = listing.filter.clone().and(Test::Facility(vec![id.clone()]));
        let here = Listing { filter: here, ..listing.clone() };
        let mut counts = GroupView::new(counted.group, view.facilities());
        counts.judge(verdicts.get(id));
        counts.funnel = places.into_iter().find(|(group, _)| group.key == key).and_then(|(_, place)| place);
        counts.members = Denominators::of(view)?.for_group(GroupBy::Facility, &key).cloned();
        let codes = IssueCode::ALL.iter().copied().zip(counted.severities);
        let sum = |severities: &[u32; 3]| severities.iter().sum::<u32>();
        let mut issues: Vec<_> = codes.filter(|(_, severities)| sum(severities) > 0).collect();
        issues.sort_by_key(|(_, severities)| std::cmp::Reverse(sum(severities)));
        Ok(Self {
            id: id.clone(),
            facility: view.facilities().get(id),
            overall: insight::pooled(&shares),
            waits: counts.waits.clone(),
            counts,
            issues,
            months: counted.months,
            years: counted.years,
            payers: ComparisonView::of(view, &here, &What::Payers(Payer::Nssf, Payer::Cash), span)?,
            change: ComparisonView::of(view, &here, &What::At(changed_on), Span::default())?,
        })
    }

    /// Visits in the last 12 months and in the 12 before; `None` where there were none before, for then the book may
    /// just be young.
    pub fn year_against_year(&self) -> Option<(u32, u32)> {
        let [last, before] = self.years;
        (before > 0).then_some((last, before))
    }
}

/// How many waits are within each of [`WAIT_STEPS`] and over the one before, and over the last.
pub fn histogram(waits: &Waits) -> [u32; 7] {
    let mut steps = [0; 7];
    for (wait, visits) in waits.steps() {
        let step = WAIT_STEPS.iter().position(|end| wait <= end).unwrap_or(WAIT_STEPS.len());
        if let Some(count) = steps.get_mut(step) {
            *count += visits;
        }
    }
    steps
}
