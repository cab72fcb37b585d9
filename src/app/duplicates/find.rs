//! Looking for cases that are likely one: beside a new one, among those of some days, or among all.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::app::{AppError, Session};
use crate::book::{Listing, Order, StoredCase, Told, View};
use crate::domain::case::{Case, Identity};
use crate::domain::join::kept_first;
use crate::domain::number::CaseNumber;
use crate::intake::duplicates::{self, Likeness, NEAR_DAYS, Reason, Traits};

/// Two cases that are likely one.
#[derive(Debug, Clone, PartialEq)]
pub struct Suspected {
    /// The one that would be kept: the older.
    pub kept: StoredCase,
    /// The one that would be joined into it.
    pub other: StoredCase,
    /// How likely, from 0 to 1.
    pub score: f64,
    /// What speaks for it, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// Among which cases pairs are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those of visits since a day.
    Since(NaiveDate),
    /// Those of which at least one was logged after the one in that row.
    After(i64),
}

/// What is held of many cases while they are compared.
#[derive(Default)]
struct Compared {
    ids: Vec<Uuid>,
    rows: Vec<i64>,
    traits: Vec<Traits>,
    /// Those that an officer looked at and kept apart, the smaller first.
    apart: HashSet<(Uuid, Uuid)>,
}

impl Compared {
    fn read(view: &View<'_>, which: &Told) -> Result<Self, AppError> {
        let mut compared = Self::default();
        view.for_each_told::<AppError>(which, |stored, identity, story| {
            let case = &stored.case;
            compared.traits.push(traits(case, &identity, story.as_deref()));
            compared.apart.extend(case.follow.kept_apart.iter().map(|other| kept_first(case.id, *other)));
            compared.ids.push(case.id);
            compared.rows.push(stored.row());
            Ok(())
        })?;
        Ok(compared)
    }

    fn is_kept_apart(&self, one: Uuid, other: Uuid) -> bool {
        self.apart.contains(&kept_first(one, other))
    }

    fn id(&self, place: usize) -> Uuid {
        self.ids.get(place).copied().unwrap_or_default()
    }

    fn row(&self, place: usize) -> i64 {
        self.rows.get(place).copied().unwrap_or_default()
    }

    /// The pairs among them of which `wanted` holds, by their rows, and of which one visit at least is not before a day.
    fn pairs(&self, since: Option<NaiveDate>, wanted: impl Fn(i64, i64) -> bool) -> Vec<Pair> {
        let is_late = |place: usize| {
            let visited = self.traits.get(place).and_then(Traits::visited_on);
            since.is_none_or(|since| visited.is_some_and(|visited| visited >= since))
        };
        let found = duplicates::sweep(&self.traits, |one, other| {
            (is_late(one) || is_late(other))
                && wanted(self.row(one), self.row(other))
                && !self.is_kept_apart(self.id(one), self.id(other))
        });
        let named = found.into_iter().map(|pair| (self.id(pair.one), self.id(pair.other), pair.likeness));
        named.map(|(one, other, likeness)| Pair { one, other, likeness }).collect()
    }
}

/// Two cases by their names, and how likely they are one.
struct Pair {
    one: Uuid,
    other: Uuid,
    likeness: Likeness,
}

/// Days of visits that are compared at once where it is a matter of some months: what is held of cases meanwhile is a
/// stretch's, however large the book.
const STRETCH: u64 = 15;

/// The pairs of visits since a day, stretch by stretch: each is compared with the days before it that are near enough.
fn pairs_since(
    view: &View<'_>,
    since: NaiveDate,
    wanted: &impl Fn(i64, i64) -> bool,
) -> Result<Vec<Pair>, AppError> {
    let Some(last) = view.last_visit()? else {
        return Ok(Vec::new());
    };
    let mut pairs = Vec::new();
    let mut first = since;
    while first <= last {
        let from = if first == since { first } else { first - Days::new(NEAR_DAYS.into()) };
        let to = first + Days::new(STRETCH - 1);
        let compared = Compared::read(view, &Told::Between(from, to))?;
        pairs.extend(compared.pairs((first != since).then_some(first), wanted));
        first = to + Days::new(1);
    }
    // As of one sweep: the likeliest first, and of equals the one logged first.
    pairs.sort_by(|one: &Pair, other: &Pair| {
        let by_score = other.likeness.score.total_cmp(&one.likeness.score);
        by_score.then_with(|| (one.one, one.other).cmp(&(other.one, other.other)))
    });
    Ok(pairs)
}

/// What of a case is compared.
pub(super) fn traits(case: &Case, identity: &Identity, story: Option<&str>) -> Traits {
    Traits::of(&case.record, case.recorded_at.date_naive(), identity, story)
}

/// Pairs that are likely one and on which nobody decided, the likeliest first, at most so many; and how many there are in all.
/// `listing` says of which cases at least one is to be; an empty one of all.
pub fn suspected(
    view: &View<'_>,
    which: &Which,
    listing: &Listing,
    limit: Option<usize>,
) -> Result<(Vec<Suspected>, usize), AppError> {
    let among = if listing.filter.is_empty() { None } else { Some(view.among(listing)?) };
    let is_among = |row: i64| among.as_ref().is_none_or(|among| among.holds(row));
    let after = if let Which::After(row) = which { *row } else { i64::MIN };
    let wanted = |one: i64, other: i64| one.max(other) > after && (is_among(one) || is_among(other));
    let pairs = match which {
        Which::All => Compared::read(view, &Told::All)?.pairs(None, wanted),
        Which::Since(day) => pairs_since(view, *day, &wanted)?,
        Which::After(row) => match days_after(view, *row)? {
            Some((first, last)) => Compared::read(view, &Told::Between(first, last))?.pairs(None, wanted),
            None => Vec::new(),
        },
    };
    let mut found = Vec::new();
    for pair in pairs.iter().take(limit.unwrap_or(usize::MAX)) {
        found.extend(whole(view, pair.one, pair.other, &pair.likeness)?);
    }
    Ok((found, pairs.len()))
}

/// Between which visits those lie that cases logged after a row may be compared with.
fn days_after(view: &View<'_>, row: i64) -> Result<Option<(NaiveDate, NaiveDate)>, AppError> {
    let margin = Days::new(NEAR_DAYS.into());
    Ok(view.visits_after(row)?.map(|(first, last)| {
        let from = first.checked_sub_days(margin).unwrap_or(first);
        (from, last.checked_add_days(margin).unwrap_or(last))
    }))
}

/// The cases that are likely one with this one, the likeliest first.
pub fn suspected_of(view: &View<'_>, stored: &StoredCase) -> Result<Vec<Suspected>, AppError> {
    let record = &stored.case.record;
    let margin = Days::new(NEAR_DAYS.into());
    let (Some(from), Some(to)) =
        (record.visited_on.checked_sub_days(margin), record.visited_on.checked_add_days(margin))
    else {
        return Ok(Vec::new());
    };
    let compared = Compared::read(view, &Told::At(record.facility.clone(), from, to))?;
    let own = compared.ids.iter().position(|id| *id == stored.case.id);
    let Some(one) = own.and_then(|place| compared.traits.get(place)) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (place, likeness) in duplicates::beside(one, &compared.traits) {
        let other = compared.id(place);
        if other != stored.case.id && !compared.is_kept_apart(stored.case.id, other) {
            found.extend(whole(view, stored.case.id, other, &likeness)?);
        }
    }
    Ok(found)
}

/// A pair with its cases.
fn whole(
    view: &View<'_>,
    one: Uuid,
    other: Uuid,
    likeness: &Likeness,
) -> Result<Option<Suspected>, AppError> {
    let (kept, other) = kept_first(one, other);
    let cases = (view.case_of(kept)?, view.case_of(other)?);
    let (Some(kept), Some(other)) = cases else {
        return Ok(None);
    };
    Ok(Some(Suspected { kept, other, score: likeness.score, reasons: likeness.reasons.clone() }))
}

impl Session {
    /// The cases that are likely one with that one, the likeliest first.
    pub fn duplicates_of(&self, number: &CaseNumber) -> Result<Vec<Suspected>, AppError> {
        let view = self.view();
        suspected_of(&view, &view.case(number)?)
    }

    /// Pairs that are likely one of which at least one case is in a query, the likeliest first, at most so many; and how many
    /// there are.
    pub fn duplicates(
        &mut self,
        query: &str,
        limit: Option<usize>,
    ) -> Result<(Vec<Suspected>, usize), AppError> {
        let listing = self.listing(query, Order::Visited, None)?;
        suspected(&self.view(), &Which::All, &listing, limit)
    }

    /// The row of the case that was logged last, for [`Session::duplicates_after`].
    pub fn newest_row(&self) -> Result<i64, AppError> {
        Ok(self.view().newest_row()?)
    }

    /// The same of pairs of which at least one case was logged after that row.
    pub fn duplicates_after(
        &self,
        row: i64,
        limit: Option<usize>,
    ) -> Result<(Vec<Suspected>, usize), AppError> {
        suspected(&self.view(), &Which::After(row), &Listing::default(), limit)
    }
}
