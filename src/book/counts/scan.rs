//! The one scan that all counts come from, and in which window and month a visit falls.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::book::cases::{Listing, View};
use crate::book::error::BookError;
use crate::book::select::Selection;
use crate::domain::issue::IssueSet;
use crate::domain::period::Span;
use crate::domain::values::{Coded, Status};

/// How many months back visits are told apart.
pub(super) const MONTHS: usize = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    Last28,
    Previous84,
}

/// What counting needs of a case.
pub(super) struct Fact {
    pub facility: i64,
    /// Counted from 0001-01-01.
    pub visited_on: i32,
    pub waited: Option<u32>,
    pub issues: IssueSet,
    pub payer: u8,
    pub open: bool,
    pub window: Option<Window>,
    /// How many calendar months ago, this one being 0; under [`MONTHS`].
    pub months_ago: Option<u8>,
    /// In which twelve months, to the day: 0 for those that end today, 1 for those before.
    pub years_ago: Option<u8>,
    /// Whether the visit lies in the period that is looked at.
    pub in_span: bool,
}

impl View<'_> {
    /// Hands each case of a listing to `take`, with the column that was asked for.
    pub(super) fn scan(
        &self,
        listing: &Listing,
        name_column: &str,
        span: Span,
        today: NaiveDate,
        mut take: impl FnMut(&Fact, Option<&str>),
    ) -> Result<(), BookError> {
        let Selection { condition, values } = self.selection(listing)?;
        let sql = format!(
            "SELECT c.facility, c.visited_on, c.waited, c.issues, c.payer, c.status, {name_column}
             FROM cases c WHERE {condition}"
        );
        let calendar = Calendar::ending(today, span);
        let read = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                let visited_on = row.get(1)?;
                let status = Status::at(row.get(5)?);
                let fact = Fact {
                    facility: row.get(0)?,
                    visited_on,
                    waited: row.get(2)?,
                    issues: IssueSet(row.get::<_, i64>(3)? as u64),
                    payer: row.get(4)?,
                    open: status.is_some_and(Status::is_open),
                    window: calendar.window(visited_on),
                    months_ago: calendar.months_ago(visited_on),
                    years_ago: calendar.years_ago(visited_on),
                    in_span: calendar.is_in_span(visited_on),
                };
                take(&fact, row.get_ref(6)?.as_str_or_null()?);
            }
            Ok(())
        };
        read().map_err(|error| self.error(error))
    }
}

/// The days of windows, months and period, counted from 0001-01-01.
struct Calendar {
    last_from: i32,
    previous_from: i32,
    until: i32,
    first_month_from: i32,
    /// For each day from there to today, how many months ago it was.
    months_ago: Vec<u8>,
    /// The day before the last twelve months, and that before the twelve before.
    years_after: [i32; 2],
    span: (i32, i32),
}

impl Calendar {
    fn ending(today: NaiveDate, span: Span) -> Self {
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today).num_days_from_ce();
        let first = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(MONTHS as u32 - 1)));
        let first = first.unwrap_or(today);
        let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
        let days = first.iter_days().take_while(|day| *day <= today);
        Self {
            last_from: before(27),
            previous_from: before(27 + 84),
            until: today.num_days_from_ce(),
            first_month_from: first.num_days_from_ce(),
            months_ago: days.map(|day| (month(today) - month(day)) as u8).collect(),
            years_after: [12, 24].map(|months| {
                today.checked_sub_months(Months::new(months)).unwrap_or(today).num_days_from_ce()
            }),
            span: (
                span.since.map_or(i32::MIN, |day| day.num_days_from_ce()),
                span.until.map_or(i32::MAX, |day| day.num_days_from_ce()),
            ),
        }
    }

    fn window(&self, day: i32) -> Option<Window> {
        if day > self.until || day < self.previous_from {
            None
        } else if day >= self.last_from {
            Some(Window::Last28)
        } else {
            Some(Window::Previous84)
        }
    }

    fn months_ago(&self, day: i32) -> Option<u8> {
        let index = usize::try_from(day.checked_sub(self.first_month_from)?).ok()?;
        self.months_ago.get(index).copied()
    }

    fn years_ago(&self, day: i32) -> Option<u8> {
        let [last, before] = self.years_after;
        if day > self.until || day <= before { None } else { Some(u8::from(day <= last)) }
    }

    fn is_in_span(&self, day: i32) -> bool {
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
            (calendar.window(day), calendar.months_ago(day), calendar.is_in_span(day))
        };
        assert_eq!(at(today), (Some(Window::Last28), Some(0), true));
        assert_eq!(at(day(2026, 3, 4)), (Some(Window::Last28), Some(0), true));
        assert_eq!(at(day(2026, 3, 3)), (Some(Window::Previous84), Some(0), true));
        assert_eq!(at(day(2026, 2, 28)), (Some(Window::Previous84), Some(1), false));
        assert_eq!(at(day(2025, 12, 10)), (Some(Window::Previous84), Some(3), false));
        assert_eq!(at(day(2025, 12, 9)), (None, Some(3), false));
        assert_eq!(at(day(2024, 4, 1)), (None, Some(23), false));
        assert_eq!(at(day(2024, 3, 31)), (None, None, false));
        assert_eq!(at(day(2026, 4, 1)), (None, None, true));
        let year = |day: NaiveDate| calendar.years_ago(day.num_days_from_ce());
        assert_eq!([today, day(2025, 4, 1)].map(year), [Some(0); 2]);
        assert_eq!([day(2025, 3, 31), day(2024, 4, 1)].map(year), [Some(1); 2]);
        assert_eq!([day(2024, 3, 31), day(2026, 4, 1)].map(year), [None; 2]);
    }
}
