//! Which facilities of the country are rising: the one verdict on each that its own page shows and `rising:` asks for.
//!
//! A ranking judges the groups of its query instead (`hotspots.rs`); where the query asks for all facilities, as on the
//! screen of the day, both are the same.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::AppError;
use crate::book::{Group, GroupBy, GroupKey, Listing, View};
use crate::domain::facility::FacilityId;
use crate::domain::filter::{Filter, Term, Test};
use crate::domain::period::Span;
use crate::insight::{EARLIER_DAYS, RECENT_DAYS, Verdict, rising};

/// Whether a query itself leaves out a part of the days on which a rise would be seen: of half a comparison there is
/// no verdict.
pub(super) fn cuts_the_windows(filter: &Filter, today: NaiveDate) -> bool {
    let first = today.checked_sub_days(Days::new(RECENT_DAYS + EARLIER_DAYS - 1)).unwrap_or(today);
    filter.terms.iter().any(|term| match term.test {
        Test::Since(day) | Test::RecordedSince(day) => term.negated || day > first,
        Test::Until(day) | Test::RecordedUntil(day) => term.negated || day < today,
        _ => false,
    })
}

/// The facilities of the country with the cases that a listing asks for, wherever they are: how many facilities are
/// looked at decides what counts as a finding, so that has to be the same on the way through a district.
pub(super) fn all_facilities(
    view: &View<'_>,
    listing: &Listing,
    span: Span,
    today: NaiveDate,
) -> Result<Vec<Group>, AppError> {
    let mut listing = listing.clone();
    listing.filter.terms.retain(|term| !is_a_place(&term.test));
    Ok(view.hotspots(&listing, GroupBy::Facility, span, today)?.groups)
}

/// The verdict on each of these facilities, by the cases that a filter asks for.
pub(super) fn verdicts(
    facilities: &[Group],
    filter: &Filter,
    today: NaiveDate,
) -> HashMap<FacilityId, Verdict> {
    if cuts_the_windows(filter, today) {
        return HashMap::new();
    }
    let windows: Vec<_> = facilities.iter().map(|group| (group.last_28, group.previous_84)).collect();
    let judged = facilities.iter().zip(rising(&windows));
    let judged = judged.filter_map(|(group, verdict)| match &group.key {
        GroupKey::Facility(id) => Some((id.clone(), verdict?)),
        _ => None,
    });
    judged.collect()
}

/// Whether it asks for cases somewhere.
pub(super) fn is_a_place(test: &Test) -> bool {
    matches!(test, Test::Place(_) | Test::DistrictUnknown | Test::Facility(_) | Test::Rising(_))
}

/// A filter in which `rising:` is the facilities that are rising today, of all cases; for the book knows no statistics.
pub fn with_rising(view: &View<'_>, filter: Filter, today: NaiveDate) -> Result<Filter, AppError> {
    if !filter.terms.iter().any(|term| matches!(term.test, Test::Rising(_))) {
        return Ok(filter);
    }
    let facilities = all_facilities(view, &Listing::default(), Span::default(), today)?;
    let mut rising: Vec<FacilityId> = verdicts(&facilities, &Filter::default(), today)
        .into_iter()
        .filter(|(_, verdict)| verdict.rising)
        .map(|(id, _)| id)
        .collect();
    rising.sort_unstable();
    let settled = filter.terms.into_iter().map(|term| match term.test {
        Test::Rising(wanted) => {
            Term { negated: term.negated == wanted, test: Test::Facility(rising.clone()) }
        }
        _ => term,
    });
    Ok(Filter { terms: settled.collect() })
}
