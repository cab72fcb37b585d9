//! Looking for cases that are likely one: beside a new one, among those of some days, or among all.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::app::{AppError, ImportReport, Session};
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

/// After an import of more cases than these nothing is compared unasked: comparing takes nearly as long as taking in.
pub const MOST_CAME: usize = 10_000;

/// Nor where more cases of the same days would have to be looked at than these, of which each takes some 20 µs.
pub const MOST_BESIDE: usize = 100_000;

/// Among which cases pairs are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All, at once: the quickest, and the one that holds most.
    All,
    /// All, stretch by stretch, so that it can be told how far it is.
    InStretches,
    /// Those of visits since a day.
    Since(NaiveDate),
    /// Those of which at least one was logged after the one in that row.
    After(i64),
}

/// What is held of many cases while they are compared.
#[derive(Default)]
struct Among {
    ids: Vec<Uuid>,
    rows: Vec<i64>,
    traits: Vec<Traits>,
    /// Those that an officer looked at and kept apart, the smaller first.
    apart: HashSet<(Uuid, Uuid)>,
}

impl Among {
    fn read(view: &View<'_>, which: &Told) -> Result<Self, AppError> {
        let mut among = Self::default();
        view.for_each_told::<AppError>(which, |stored, identity, story| {
            let case = &stored.case;
            among.traits.push(traits(case, &identity, story.as_deref()));
            among.apart.extend(case.follow.kept_apart.iter().map(|other| kept_first(case.id, *other)));
            among.ids.push(case.id);
            among.rows.push(stored.row());
            Ok(())
        })?;
        Ok(among)
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

/// How far a comparing that goes stretch by stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// The last day of visits that were compared.
    pub until: NaiveDate,
    /// The first day of all that are.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// The pairs that were found so far.
    pub found: usize,
}

/// The pairs of visits between two days, stretch by stretch: each is compared with the days before it that are near enough.
/// `told` is told how far it is, and stops it by answering `false`.
fn in_stretches(
    view: &View<'_>,
    (since, last): (NaiveDate, NaiveDate),
    wanted: &impl Fn(i64, i64) -> bool,
    told: &mut dyn FnMut(Compared) -> bool,
) -> Result<Vec<Pair>, AppError> {
    let mut pairs = Vec::new();
    let mut first = since;
    while first <= last {
        let from = if first == since { first } else { first - Days::new(NEAR_DAYS.into()) };
        let to = first + Days::new(STRETCH - 1);
        let among = Among::read(view, &Told::Between(from, to))?;
        pairs.extend(among.pairs((first != since).then_some(first), wanted));
        if !told(Compared { until: to.min(last), first: since, last, found: pairs.len() }) {
            return Err(AppError::Cancelled);
        }
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
/// `listing` says of which cases at least one is to be; an empty one of all. `told` is told how far it is, where that is known, and
/// stops it by answering `false`.
pub fn suspected(
    view: &View<'_>,
    which: &Which,
    listing: &Listing,
    limit: Option<usize>,
    told: &mut dyn FnMut(Compared) -> bool,
) -> Result<(Vec<Suspected>, usize), AppError> {
    let among = if listing.filter.is_empty() { None } else { Some(view.among(listing)?) };
    let is_among = |row: i64| among.as_ref().is_none_or(|among| among.holds(row));
    let after = if let Which::After(row) = which { *row } else { i64::MIN };
    let wanted = |one: i64, other: i64| one.max(other) > after && (is_among(one) || is_among(other));
    let days = match which {
        Which::All => None,
        Which::InStretches => Some(view.visits()?),
        Which::Since(day) => Some(view.visits()?.map(|(_, last)| (*day, last))),
        Which::After(row) => Some(days_after(view, *row)?),
    };
    let pairs = match days {
        None => Among::read(view, &Told::All)?.pairs(None, wanted),
        Some(None) => Vec::new(),
        Some(Some(days)) => in_stretches(view, days, &wanted, told)?,
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
    let among = Among::read(view, &Told::At(record.facility.clone(), from, to))?;
    let own = among.ids.iter().position(|id| *id == stored.case.id);
    let Some(one) = own.and_then(|place| among.traits.get(place)) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for (place, likeness) in duplicates::beside(one, &among.traits) {
        let other = among.id(place);
        if other != stored.case.id && !among.is_kept_apart(stored.case.id, other) {
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
        suspected(&self.view(), &Which::All, &listing, limit, &mut |_| true)
    }

    /// The same of pairs of which at least one case was logged after that row.
    pub fn duplicates_after(
        &self,
        row: i64,
        limit: Option<usize>,
    ) -> Result<(Vec<Suspected>, usize), AppError> {
        suspected(&self.view(), &Which::After(row), &Listing::default(), limit, &mut |_| true)
    }

    /// The same of what an import brought; `None` where that is too much to compare unasked: more cases than ten thousand, or
    /// more than a hundred thousand to compare them with.
    pub fn duplicates_of_import(
        &self,
        report: &ImportReport,
        limit: Option<usize>,
    ) -> Result<Option<(Vec<Suspected>, usize)>, AppError> {
        if report.added == 0 {
            return Ok(Some((Vec::new(), 0)));
        }
        if report.added > MOST_CAME {
            return Ok(None);
        }
        let view = self.view();
        if let Some((from, to)) = days_after(&view, report.newest_before)?
            && view.visits_between(from, to, MOST_BESIDE + 1)? > MOST_BESIDE
        {
            return Ok(None);
        }
        self.duplicates_after(report.newest_before, limit).map(Some)
    }
}
