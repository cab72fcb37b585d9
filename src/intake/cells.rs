//! Cells as other programs keep them: days and times as numbers, days with the month first.

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::digits;

/// Which comes first in a date that is written with its year last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dates {
    /// `25/10/2026`, as in Cambodia.
    #[default]
    DayFirst,
    /// `10/25/2026`.
    MonthFirst,
}

impl Dates {
    /// The orders by the names that the command line knows.
    pub const NAMES: [(&'static str, Self); 2] = [("dmy", Self::DayFirst), ("mdy", Self::MonthFirst)];

    /// The order of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, dates)| *dates)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, dates)| *dates == self).map_or("", |(name, _)| name)
    }

    /// The only order in which a date can be read; `None` where both fit or none does.
    pub(super) fn only(text: &str) -> Option<Self> {
        let [first, second, _] = numbers(text)?;
        match (first, second) {
            (1..=12, 13..=31) => Some(Self::MonthFirst),
            (13..=31, 1..=12) => Some(Self::DayFirst),
            _ => None,
        }
    }
}

/// The day of a moment that is written as `3/10/2026 8:30`; any other text as it is.
fn day_of(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(' ') {
        Some((day, time)) if time.contains(':') && day.len() >= 8 => day,
        _ => text,
    }
}

/// The three numbers of a date with its year last.
fn numbers(text: &str) -> Option<[u32; 3]> {
    let plain = digits::to_ascii(day_of(text));
    let mut parts = plain.split(['/', '-', '.']).map(|part| part.trim().parse::<u32>().ok());
    let found = [parts.next()??, parts.next()??, parts.next()??];
    (parts.next().is_none() && found[2] >= 1_000).then_some(found)
}

/// A moment without its zone is one of Cambodia.
const CAMBODIA: &str = "+07:00";

/// The day from which spreadsheets count: 1 is 1 January 1900, but for a day in that year that never was.
const DAY_0: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();

/// The days from 2000 to 2099 as spreadsheets count them.
const SERIALS: std::ops::RangeInclusive<u32> = 36_526..=73_050;

/// A cell as it is typed here, where it was written in another way; `None` where it stays.
pub(super) fn plain(column: Column, text: &str, dates: Dates) -> Option<String> {
    match column {
        Column::VisitedOn | Column::ClaimedOn | Column::NextStepOn | Column::RecordedAt => {
            day(column, text, dates)
        }
        Column::Arrived | Column::Registered | Column::Seen | Column::Medicine | Column::Left => time(text),
        Column::PaidReceipt => yes_or_no(text),
        _ => None,
    }
}

/// What forms for phones write of a question that is answered by yes or no.
fn yes_or_no(text: &str) -> Option<String> {
    let known = [("ok", "yes"), ("1.0", "yes"), ("0.0", "no"), ("none", "no"), ("x", "yes"), ("✓", "yes")];
    let said = text.trim().to_lowercase();
    known.iter().find(|(written, _)| *written == said).map(|(_, plain)| (*plain).to_owned())
}

fn day(column: Column, text: &str, dates: Dates) -> Option<String> {
    let text = text.trim();
    // A column of days may hold moments; when something was recorded is a moment.
    if column != Column::RecordedAt
        && let Some((day, time)) = text.split_once('T')
        && day.len() == 10
        && time.starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(day.to_owned());
    }
    if column == Column::RecordedAt
        && chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").is_ok()
    {
        return Some(format!("{text}{CAMBODIA}"));
    }
    if column != Column::RecordedAt && day_of(text) != text {
        return day(column, day_of(text), dates).or_else(|| Some(day_of(text).to_owned()));
    }
    if let Ok(serial) = text.split('.').next().unwrap_or_default().parse::<u32>()
        && SERIALS.contains(&serial)
        && text.parse::<f64>().is_ok()
    {
        return Some(DAY_0.checked_add_days(Days::new(serial.into()))?.to_string());
    }
    let [month, day, year] = numbers(text).filter(|_| dates == Dates::MonthFirst)?;
    Some(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.to_string())
}

/// A share of a day, or a moment, as a time of day.
fn time(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((day, time)) = text.split_once('T')
        && day.len() == 10
        && time.len() >= 5
    {
        return time.get(..5).map(str::to_owned);
    }
    if let Some((clock, rest)) = text.split_at_checked(5)
        && rest.starts_with(':')
        && clock.as_bytes().get(2) == Some(&b':')
    {
        return Some(clock.to_owned());
    }
    let share = text.parse::<f64>().ok().filter(|share| text.contains('.') && (0.0..1.0).contains(share))?;
    let minutes = (share * 1_440.0).round() as u32;
    (minutes < 1_440).then(|| format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_of_spreadsheets_are_read() {
        let day = |text: &str| plain(Column::VisitedOn, text, Dates::DayFirst);
        assert_eq!(day("46298"), Some("2026-10-03".to_owned()));
        assert_eq!(day("46298.257"), Some("2026-10-03".to_owned()));
        assert_eq!(day("2026-10-03T06:10"), Some("2026-10-03".to_owned()));
        assert_eq!(day("2026-10-03 00:00:00"), Some("2026-10-03".to_owned()));
        assert_eq!(day("3/10/2026 8:30"), Some("3/10/2026".to_owned()));
        for stays in
            ["3/10/2026", "2026-10-03", "12", "461", "99999", "yesterday", "", "៣/១០/២០២៦", "46298/1"]
        {
            assert_eq!(day(stays), None, "{stays}");
        }
        assert_eq!(plain(Column::RecordedAt, "2026-10-03T06:10:00+07:00", Dates::DayFirst), None);
        assert_eq!(
            plain(Column::RecordedAt, "2026-10-03T06:10:00", Dates::DayFirst),
            Some("2026-10-03T06:10:00+07:00".to_owned())
        );
        let time = |text: &str| plain(Column::Arrived, text, Dates::DayFirst);
        assert_eq!(time("06:10:00.000+07:00"), Some("06:10".to_owned()));
        assert_eq!(time("0.2569444444444444"), Some("06:10".to_owned()));
        assert_eq!(time("2026-10-03T06:10:00"), Some("06:10".to_owned()));
        for stays in ["06:10", "~6h10", "6", "", "0", "1.5"] {
            assert_eq!(time(stays), None, "{stays}");
        }
        assert_eq!(plain(Column::Narrative, "46298", Dates::DayFirst), None);
    }

    #[test]
    fn the_month_comes_first_only_where_that_is_said() {
        let month_first = |text: &str| plain(Column::VisitedOn, text, Dates::MonthFirst);
        assert_eq!(month_first("10/3/2026"), Some("2026-10-03".to_owned()));
        assert_eq!(month_first("១០/២៥/២០២៦"), Some("2026-10-25".to_owned()));
        for stays in ["25/10/2026", "2026-10-03", "x"] {
            assert_eq!(month_first(stays), None, "{stays}");
        }
        assert_eq!(Dates::only("10/25/2026"), Some(Dates::MonthFirst));
        assert_eq!(Dates::only("25.10.2026"), Some(Dates::DayFirst));
        for either in ["3/10/2026", "2026-10-25", "31/31/2026", "", "1/2"] {
            assert_eq!(Dates::only(either), None, "{either}");
        }
    }
}
