//! Stretches of time in which cases are counted, by day of visit.

use chrono::{Datelike, Days, Months, NaiveDate};

/// From a day to a day, both included; an open end has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it leaves nothing out.
    pub fn is_open(self) -> bool {
        self == Self::default()
    }
}

/// A period that is chosen by its name. All but the first end today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    /// All there is.
    #[default]
    All,
    /// From the first of January.
    ThisYear,
    /// Twelve months, to the day.
    LastYear,
    /// Ninety days, today included.
    Last90Days,
}

impl Period {
    /// All of them, the longest first.
    pub const ALL: [Self; 4] = [Self::All, Self::LastYear, Self::ThisYear, Self::Last90Days];

    /// The days it stands for on some day.
    pub fn span(self, today: NaiveDate) -> Span {
        let since = match self {
            Self::All => return Span::default(),
            Self::ThisYear => today.with_ordinal(1),
            Self::LastYear => {
                today.checked_sub_months(Months::new(12)).and_then(|day| day.checked_add_days(Days::new(1)))
            }
            Self::Last90Days => today.checked_sub_days(Days::new(89)),
        };
        Span { since, until: Some(today) }
    }

    /// The words of a query that say the same; none for all there is.
    pub fn query(self, today: NaiveDate) -> String {
        let Span { since, until } = self.span(today);
        let words = [since.map(|day| format!("since:{day}")), until.map(|day| format!("until:{day}"))];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn periods_end_today_and_begin_where_their_name_says() {
        let today = day(2026, 11, 3);
        assert_eq!(Period::All.span(today), Span::default());
        assert_eq!(Period::ThisYear.span(today).since, Some(day(2026, 1, 1)));
        assert_eq!(Period::LastYear.span(today).since, Some(day(2025, 11, 4)));
        assert_eq!(Period::Last90Days.span(today).since, Some(day(2026, 8, 6)));
        assert_eq!(Period::LastYear.span(day(2024, 2, 29)).since, Some(day(2023, 3, 1)));
        let span = Period::Last90Days.span(today);
        assert!(span.contains(today) && span.contains(day(2026, 8, 6)));
        assert!(!span.contains(day(2026, 8, 5)) && !span.contains(day(2026, 11, 4)));
        assert_eq!(Period::ThisYear.query(today), "since:2026-01-01 until:2026-11-03");
        assert_eq!(Period::All.query(today), "");
    }
}
