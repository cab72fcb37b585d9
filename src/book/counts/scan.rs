//! The one scan that all counts come from, and in which window and month a visit falls.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::book::columns::{BLOCK, Columns, Fact, FactBlock, Mask, NO_ROW, Selected, days, each_row, shared};
use crate::domain::issue::IssueSet;
use crate::domain::period::Span;
use crate::domain::values::{Coded, Status};

/// How many months back visits are told apart.
pub(super) const MONTHS: usize = 24;

/// How many windows: the last 28 days and the 84 before.
pub(super) const WINDOWS: usize = 2;

/// How many years back, to the day, visits are told apart.
pub(super) const YEARS: usize = 2;

/// What counting needs of a case or an observation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit {
    pub facility: u64,
    /// The day as columns have it.
    pub visited: u64,
    pub waited: Option<u32>,
    /// Whether the wait rests on an estimated time.
    pub estimated: bool,
    pub issues: IssueSet,
    /// Whether it is an observation: it counts in waits alone.
    pub observed: bool,
    /// The position of the payer, and one.
    pub payer: u64,
    /// Names by their numbers.
    pub officer: u64,
    pub employer: u64,
    pub local: u64,
    pub open: bool,
    pub on: Place,
    /// Whether the visit lies in the period that is looked at.
    pub in_span: bool,
}

impl Visit {
    /// A complaint: a case that does not only praise.
    #[inline]
    pub fn is_complaint(&self) -> bool {
        self.issues.is_complaint()
    }

    /// The wait that counts: of a complaint or an observation, where it is known.
    #[inline]
    pub fn counted_wait(&self) -> Option<u32> {
        self.waited.filter(|_| self.observed || self.is_complaint())
    }
}

/// Where a day lies: each the place of a counter, of which the last is for what is told apart no more, so that counting
/// asks nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// 0 for the last 28 days, 1 for the 84 before, else [`WINDOWS`].
    pub window: u8,
    /// How many calendar months ago, this one being 0; else [`MONTHS`].
    pub month: u8,
    /// In which twelve months, to the day: 0 for those that end today, 1 for those before; else [`YEARS`].
    pub year: u8,
}

impl Place {
    const NOWHERE: Self = Self { window: WINDOWS as u8, month: MONTHS as u8, year: YEARS as u8 };
}

/// One more in a place.
#[inline]
pub(super) fn step(counts: &mut [u32], place: impl Into<usize>) {
    if let Some(count) = counts.get_mut(place.into()) {
        *count += 1;
    }
}

/// Adds counts place by place.
pub(super) fn add_all(counts: &mut [u32], more: &[u32]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

/// What is counted, whichever order visits come in and however they are shared out.
pub(super) trait Counts: Send {
    /// One more visit.
    fn add(&mut self, visit: &Visit);

    /// All that was counted apart.
    fn merge(&mut self, other: Self);
}

/// So many visits are worth a thread.
const WORTH_A_THREAD: usize = 16_384;

/// Counts the cases and observations of a selection, on all cores where there are many; `also` are the columns that are
/// wanted beside those that all counts need ([`ALWAYS`]).
pub(super) fn scan<C: Counts>(
    columns: &Columns,
    selected: &Selected,
    calendar: &Calendar,
    also: &[Fact],
    new: impl Fn() -> C + Sync,
) -> C {
    let some = |(block, mask): (_, &_)| (*mask != NO_ROW).then_some((block, *mask));
    let cases = columns.cases().iter().zip(selected.cases.masks()).filter_map(some);
    let observations = columns.observations().iter().zip(selected.observations.masks()).filter_map(some);
    let blocks: Vec<(&FactBlock, Mask, bool)> = cases
        .map(|(block, mask)| (block, mask, false))
        .chain(observations.map(|(block, mask)| (block, mask, true)))
        .collect();
    let visits = selected.cases.count() + selected.observations.count();
    let start = || (new(), Visits::default());
    let parts = shared(&blocks, visits / WORTH_A_THREAD, start, |(counts, visits), _, block| {
        let (block, mask, observed) = block;
        visits.read(block, also);
        each_row(mask, |row| counts.add(&visits.at(row, calendar, *observed)));
    });
    let mut parts = parts.into_iter().map(|(counts, _)| counts);
    let mut whole = parts.next().unwrap_or_else(new);
    parts.for_each(|part| whole.merge(part));
    whole
}

/// The columns that counting may read.
const READ: [Fact; 10] = [
    Fact::Facility,
    Fact::Visited,
    Fact::Waited,
    Fact::Issues,
    Fact::Status,
    Fact::Estimated,
    Fact::Payer,
    Fact::Officer,
    Fact::Employer,
    Fact::Local,
];

/// The first so many are read whatever is counted.
const ALWAYS: usize = 5;

/// The same of one block, side by side.
struct Visits {
    columns: [Box<[u64; BLOCK]>; READ.len()],
}

impl Default for Visits {
    fn default() -> Self {
        Self { columns: std::array::from_fn(|_| Box::new([0; BLOCK])) }
    }
}

impl Visits {
    fn read(&mut self, block: &FactBlock, also: &[Fact]) {
        for (index, (values, fact)) in self.columns.iter_mut().zip(READ).enumerate() {
            if index < ALWAYS || also.contains(&fact) {
                block.column(fact).copy_to(values.as_mut());
            }
        }
    }

    #[inline]
    fn at(&self, row: usize, calendar: &Calendar, observed: bool) -> Visit {
        let [facility, visited, waited, issues, status, estimated, payer, officer, employer, local] =
            &self.columns;
        let of = |values: &[u64; BLOCK]| values.get(row).copied().unwrap_or(0);
        let (visited, status) = (of(visited), (of(status) as u8).checked_sub(1).and_then(Status::at));
        Visit {
            facility: of(facility),
            visited,
            waited: of(waited).checked_sub(1).map(|minutes| minutes as u32),
            estimated: of(estimated) == 1,
            issues: IssueSet(of(issues)),
            observed,
            payer: of(payer),
            officer: of(officer),
            employer: of(employer),
            local: of(local),
            open: status.is_some_and(Status::is_open),
            on: calendar.place(days(visited) as i32),
            in_span: calendar.is_in_span(days(visited) as i32),
        }
    }
}

/// The days of windows, months and period, counted from 0001-01-01.
pub(super) struct Calendar {
    first: i32,
    /// Of each day from there to today, where it lies; other days lie nowhere.
    places: Vec<Place>,
    span: (i32, i32),
}

impl Calendar {
    pub fn ending(today: NaiveDate, span: Span) -> Self {
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        let back = |day: NaiveDate, months| day.checked_sub_months(Months::new(months)).unwrap_or(today);
        let (last_from, previous_from) = (before(27), before(27 + 84));
        let first_month_from = today.with_day(1).map_or(today, |day| back(day, MONTHS as u32 - 1));
        let years_after = [12, 24].map(|months| back(today, months));
        let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
        let place = |day: NaiveDate| Place {
            window: u8::from(day < last_from) + u8::from(day < previous_from),
            month: if day < first_month_from { MONTHS as u8 } else { (month(today) - month(day)) as u8 },
            year: years_after.map(|after| u8::from(day <= after)).into_iter().sum(),
        };
        let [_, before_last] = years_after;
        let first = first_month_from.min(previous_from).min(before_last);
        Self {
            first: first.num_days_from_ce(),
            places: first.iter_days().take_while(|day| *day <= today).map(place).collect(),
            span: (
                span.since.map_or(i32::MIN, |day| day.num_days_from_ce()),
                span.until.map_or(i32::MAX, |day| day.num_days_from_ce()),
            ),
        }
    }

    /// Where a day lies.
    #[inline]
    pub fn place(&self, day: i32) -> Place {
        let place =
            day.checked_sub(self.first).and_then(|index| self.places.get(usize::try_from(index).ok()?));
        place.copied().unwrap_or(Place::NOWHERE)
    }

    #[inline]
    pub fn is_in_span(&self, day: i32) -> bool {
        self.span.0 <= day && day <= self.span.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fall_into_their_window_and_month() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let today = day(2026, 3, 31);
        let span = Span { since: Some(day(2026, 3, 1)), until: None };
        let calendar = Calendar::ending(today, span);
        let at = |day: NaiveDate| {
            let day = day.num_days_from_ce();
            let place = calendar.place(day);
            (place.window, place.month, calendar.is_in_span(day))
        };
        assert_eq!(at(today), (0, 0, true));
        assert_eq!(at(day(2026, 3, 4)), (0, 0, true));
        assert_eq!(at(day(2026, 3, 3)), (1, 0, true));
        assert_eq!(at(day(2026, 2, 28)), (1, 1, false));
        assert_eq!(at(day(2025, 12, 10)), (1, 3, false));
        assert_eq!(at(day(2025, 12, 9)), (2, 3, false));
        assert_eq!(at(day(2024, 4, 1)), (2, 23, false));
        assert_eq!(at(day(2024, 3, 31)), (2, 24, false));
        assert_eq!(at(day(2026, 4, 1)), (2, 24, true));
        let year = |day: NaiveDate| calendar.place(day.num_days_from_ce()).year;
        assert_eq!([today, day(2025, 4, 1)].map(year), [0; 2]);
        assert_eq!([day(2025, 3, 31), day(2024, 4, 1)].map(year), [1; 2]);
        assert_eq!([day(2024, 3, 31), day(2026, 4, 1)].map(year), [2; 2]);
        for far in [i32::MIN, 0, i32::MAX] {
            assert_eq!(calendar.place(far), Place::NOWHERE);
        }
    }

    /// The twelve months before last begin within the first of the 24 calendar months, or before it.
    #[test]
    fn years_reach_back_before_the_first_month() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
        let calendar = Calendar::ending(today, Span::default());
        let at = |year, month, day| {
            calendar.place(NaiveDate::from_ymd_opt(year, month, day).unwrap().num_days_from_ce())
        };
        assert_eq!(at(2024, 4, 1), Place { window: 2, month: 23, year: 1 });
        assert_eq!(at(2024, 3, 11), Place { window: 2, month: 24, year: 1 });
        assert_eq!(at(2024, 3, 10), Place::NOWHERE);
    }
}
