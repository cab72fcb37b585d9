//! The one scan that all counts come from, and in which window and month a visit falls.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::book::columns::{BLOCK, Columns, Fact, FactBlock, NO_ROW, Selected, days, rows_of};
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

/// What counting needs of a case or an observation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit {
    pub facility: u64,
    /// Counted from 0001-01-01.
    pub visited_on: i32,
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
    pub fn is_complaint(&self) -> bool {
        self.issues.is_complaint()
    }

    /// The wait that counts: of a complaint or an observation, where it is known.
    pub fn counted_wait(&self) -> Option<u32> {
        self.waited.filter(|_| self.observed || self.is_complaint())
    }
}

/// Where a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub window: Option<Window>,
    /// How many calendar months ago, this one being 0; under [`MONTHS`].
    pub months_ago: Option<u8>,
    /// In which twelve months, to the day: 0 for those that end today, 1 for those before.
    pub years_ago: Option<u8>,
}

/// Hands each case and observation of a selection to `take`.
pub(super) fn scan(
    columns: &Columns,
    selected: &Selected,
    calendar: &Calendar,
    mut take: impl FnMut(&Visit),
) {
    for (blocks, rows, observed) in
        [(columns.cases(), &selected.cases, false), (columns.observations(), &selected.observations, true)]
    {
        let mut visits = Visits::default();
        for (block, mask) in blocks.iter().zip(rows.masks()) {
            if *mask == NO_ROW {
                continue;
            }
            visits.read(block);
            rows_of(mask).for_each(|row| take(&visits.at(row, calendar, observed)));
        }
    }
}

/// The columns that counting reads, side by side.
const READ: [Fact; 10] = [
    Fact::Facility,
    Fact::Visited,
    Fact::Waited,
    Fact::Estimated,
    Fact::Issues,
    Fact::Payer,
    Fact::Status,
    Fact::Officer,
    Fact::Employer,
    Fact::Local,
];

/// The same of one block.
#[derive(Default)]
struct Visits {
    columns: [Vec<u64>; READ.len()],
}

impl Visits {
    fn read(&mut self, block: &FactBlock) {
        for (values, fact) in self.columns.iter_mut().zip(READ) {
            values.resize(BLOCK, 0);
            block.column(fact).copy_to(values);
        }
    }

    fn at(&self, row: usize, calendar: &Calendar, observed: bool) -> Visit {
        let [facility, visited, waited, estimated, issues, payer, status, officer, employer, local] =
            std::array::from_fn(|column| {
                self.columns.get(column).and_then(|values| values.get(row)).copied().unwrap_or(0)
            });
        let visited_on = days(visited) as i32;
        let status = (status as u8).checked_sub(1).and_then(Status::at);
        Visit {
            facility,
            visited_on,
            waited: waited.checked_sub(1).map(|minutes| minutes as u32),
            estimated: estimated == 1,
            issues: IssueSet(issues),
            observed,
            payer,
            officer,
            employer,
            local,
            open: status.is_some_and(Status::is_open),
            on: calendar.place(visited_on),
            in_span: calendar.is_in_span(visited_on),
        }
    }
}

/// The days of windows, months and period, counted from 0001-01-01.
pub(super) struct Calendar {
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
    pub fn ending(today: NaiveDate, span: Span) -> Self {
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

    /// Where a day lies.
    pub fn place(&self, day: i32) -> Place {
        if day > self.until || day < self.first_month_from.min(self.previous_from) {
            // Far back there is only the year before last, to the day.
            return Place { years_ago: self.years_ago(day), ..Place::default() };
        }
        Place { window: self.window(day), months_ago: self.months_ago(day), years_ago: self.years_ago(day) }
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
