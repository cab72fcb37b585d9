//! Which facilities of the country are rising: the one verdict on each that its own page shows and `rising:` asks for.
//!
//! A ranking judges the groups of its query instead (`hotspots.rs`); where the query asks for all facilities, as on the
//! screen of the day, both are the same.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::AppError;
use crate::book::{GroupBy, GroupKey, Listing, View};
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

/// The verdict on each facility of the country, by the cases that a listing asks for wherever they are: how many
/// facilities are looked at decides what counts as a rise, so that has to be the same in a district and in the country.
pub(super) fn verdicts(
    view: &View<'_>,
    listing: &Listing,
    today: NaiveDate,
) -> Result<HashMap<FacilityId, Verdict>, AppError> {
    if cuts_the_windows(&listing.filter, today) {
        return Ok(HashMap::new());
    }
    let mut listing = listing.clone();
    listing.filter.terms.retain(|term| !is_a_place(&term.test));
    let counted = view.hotspots(&listing, GroupBy::Facility, Span::default(), today)?;
    let windows: Vec<_> = counted.groups.iter().map(|group| (group.last_28, group.previous_84)).collect();
    let judged = counted.groups.into_iter().zip(rising(&windows));
    let judged = judged.filter_map(|(group, verdict)| match group.key {
        GroupKey::Facility(id) => Some((id, verdict?)),
        _ => None,
    });
    Ok(judged.collect())
}

fn is_a_place(test: &Test) -> bool {
    matches!(test, Test::Place(_) | Test::DistrictUnknown | Test::Facility(_) | Test::Rising(_))
}

/// A filter in which `rising:` is the facilities that are rising today, of all cases; for the book knows no statistics.
pub fn with_rising(view: &View<'_>, filter: Filter, today: NaiveDate) -> Result<Filter, AppError> {
    if !filter.terms.iter().any(|term| matches!(term.test, Test::Rising(_))) {
        return Ok(filter);
    }
    let mut rising: Vec<FacilityId> = verdicts(view, &Listing::default(), today)?
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
