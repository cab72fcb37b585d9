//! Cells as other programs keep them: days and times as numbers, days with the month first.

use chrono::{Days, NaiveDate};

use crate::domain::column::Column;
use crate::domain::digits;
use crate::i18n::dates;

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
        let written = Written::of(text)?;
        match (written.first, written.second) {
            (1..=12, 13..=31) => Some(Self::MonthFirst),
            (13..=31, 1..=12) => Some(Self::DayFirst),
            _ => None,
        }
    }

    /// The day that a date of three numbers says in this order.
    pub(super) fn day_of(self, text: &str) -> Option<NaiveDate> {
        Written::of(text)?.day(self)
    }

    /// Whether a date can be read in either order, and is another day then.
    pub(super) fn fits_both(text: &str) -> bool {
        Written::of(text).is_some_and(|written| {
            let days = [Self::DayFirst, Self::MonthFirst].map(|dates| written.day(dates));
            matches!(days, [Some(one), Some(other)] if one != other)
        })
    }
}

/// A day has no fewer bytes: `3/4/26`.
const SHORTEST: usize = 6;

/// The day of a moment that is written as `3/10/2026 8:30`; any other text as it is.
fn day_of(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(' ') {
        Some((day, time)) if time.contains(':') && day.len() >= SHORTEST => day,
        _ => text,
    }
}

/// The day of the month of `2026-10-03` or of a moment that begins so, and what stands behind it. Most tables have no other
/// dates, and there are millions: it is told at a glance.
pub(super) fn dated(text: &str) -> Option<(u32, &str)> {
    let (year, rest) = text.split_at_checked(5)?;
    let (month, rest) = rest.split_at_checked(3)?;
    let (day, behind) = rest.split_at_checked(2)?;
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_dated = are_digits(year.strip_suffix('-')?) && are_digits(month.strip_suffix('-')?);
    let day = day.parse().ok().filter(|_| is_dated && are_digits(day))?;
    Some((day, behind))
}

/// The three numbers of a date with its year last.
struct Written {
    first: u32,
    second: u32,
    year: u32,
    /// Whether its year has two digits: one of this century. Nobody types such a date here, for a year has four digits; in
    /// people's tables it stands all the same, and spreadsheets save days so.
    is_short: bool,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let plain = digits::to_ascii(day_of(text));
        let mut parts = plain.split(['/', '-', '.']).map(str::trim);
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        let number = |part: &str| {
            let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u32>().ok().filter(|_| is_number)
        };
        // A year of four digits before them is no day: `2026-10-03` is read as it stands.
        if parts.next().is_some() || first.len() > 2 || second.len() > 2 {
            return None;
        }
        let is_short = year.len() == 2;
        let year = number(year).filter(|_| is_short || year.len() == 4)?;
        let year = if is_short { CENTURY + year } else { year };
        Some(Self { first: number(first)?, second: number(second)?, year, is_short })
    }

    fn day(&self, dates: Dates) -> Option<NaiveDate> {
        let (day, month) = match dates {
            Dates::DayFirst => (self.first, self.second),
            Dates::MonthFirst => (self.second, self.first),
        };
        NaiveDate::from_ymd_opt(i32::try_from(self.year).ok()?, month, day)
    }

    /// As it is typed here, where that is another way.
    fn plain(&self, dates: Dates) -> Option<String> {
        let Self { first, second, year, is_short } = self;
        let day = self.day(dates).filter(|_| *is_short || dates == Dates::MonthFirst);
        // Of a day that does not exist the reader of dates says so; it must not read it in the other order.
        let otherwise = || match dates {
            Dates::DayFirst => is_short.then(|| format!("{first}/{second}/{year}")),
            Dates::MonthFirst => Some(format!("{year}-{first:02}-{second:02}")),
        };
        day.map(|day| day.to_string()).or_else(otherwise)
    }
}

/// Of a year with two digits.
const CENTURY: u32 = 2_000;

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
        _ if Column::TIMES.contains(&column) => time(text),
        Column::PaidReceipt => yes_or_no(text),
        Column::PaidUsd => dollars(text),
        _ => None,
    }
}

/// What forms for phones write of a question that is answered by yes or no.
fn yes_or_no(text: &str) -> Option<String> {
    let known = [("ok", "yes"), ("1.0", "yes"), ("0.0", "no"), ("none", "no"), ("x", "yes"), ("✓", "yes")];
    let said = text.trim().to_lowercase();
    known.iter().find(|(written, _)| *written == said).map(|(_, plain)| (*plain).to_owned())
}

/// `$5`, `US$ 5`, `5 USD` in a column of dollars.
fn dollars(text: &str) -> Option<String> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let plain = digits::to_ascii(&text.trim().to_lowercase());
    let behind = ["us$", "usd", "$"].iter().find_map(|sign| plain.strip_prefix(sign));
    let before =
        || ["us$", "usd", "$", "dollars", "dollar", "ដុល្លារ"].iter().find_map(|sign| plain.strip_suffix(sign));
    let number = behind.or_else(before)?.trim();
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
}

fn day(column: Column, text: &str, dates: Dates) -> Option<String> {
    let text = text.trim();
    // Nearly all cells stand as they are typed here.
    if let Some((_, time)) = dated(text)
        && (time.is_empty() || column == Column::RecordedAt && has_zone(time))
    {
        return None;
    }
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
    if let Some(day) = with_month_in_words(text) {
        return Some(day.to_string());
    }
    Written::of(text)?.plain(dates)
}

/// Whether a time is written as `T16:33:52+07:00`.
fn has_zone(time: &str) -> bool {
    time.len() == "T16:33:52+07:00".len()
        && matches!(time.as_bytes(), [b'T', .., b'+' | b'-', _, _, b':', _, _])
}

/// `16-Oct-26`, `16 October 2026`, `October 16, 2026`, ថ្ងៃទី៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦: no order of numbers can be mistaken.
fn with_month_in_words(text: &str) -> Option<NaiveDate> {
    // Most moments begin with their year, and nearly all have no word: these are passed over at once, for there are millions.
    let begins_with_year = text.split_once('-').is_some_and(|(year, _)| year.len() == 4);
    if begins_with_year || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let plain = digits::to_ascii(&text.to_lowercase());
    let of_its_kind = |word: &str| {
        let bare = ["ថ្ងៃទី", "ថ្ងៃ", "ទី", "ខែ", "ឆ្នាំ"].iter().find_map(|kind| word.strip_prefix(kind));
        bare.unwrap_or(word).to_owned()
    };
    let words = plain.split([' ', ',', '-', '/', '.', '\u{200B}', '\u{A0}']).map(of_its_kind);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let [first, second, year] = words.as_slice() else {
        return None;
    };
    let (day, month) = match (month_of(second), month_of(first)) {
        (Some(month), None) => (first, month),
        (None, Some(month)) => (second, month),
        _ => return None,
    };
    let year: i32 = year.parse().ok().filter(|_| matches!(year.len(), 2 | 4))?;
    let year = if year < 100 { CENTURY as i32 + year } else { year };
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending));
    NaiveDate::from_ymd_opt(year, month, ordinal.unwrap_or(day).parse().ok()?)
}

fn month_of(word: &str) -> Option<u32> {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    (1..=12).find(|month| dates::month_spellings(*month).iter().any(|name| name == word))
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
        for stays in ["2026-10-03", "x"] {
            assert_eq!(month_first(stays), None, "{stays}");
        }
        // There is no such day then, and it is not read as another.
        assert_eq!(month_first("25/10/2026"), Some("2026-25-10".to_owned()));
        assert_eq!(Dates::only("10/25/2026"), Some(Dates::MonthFirst));
        assert_eq!(Dates::only("25.10.2026"), Some(Dates::DayFirst));
        for either in ["3/10/2026", "2026-10-25", "31/31/2026", "", "1/2", "3/4/26", "1/13/5", "2026-13-26"] {
            assert_eq!(Dates::only(either), None, "{either}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_one_of_this_century() {
        let day = |text: &str, dates| plain(Column::VisitedOn, text, dates);
        for (text, day_first, month_first) in [
            ("3/4/26", "2026-04-03", "2026-03-04"),
            ("០៣/០៤/២៦", "2026-04-03", "2026-03-04"),
            ("03.04.26 8:30", "2026-04-03", "2026-03-04"),
            ("3/4/26 8:30", "2026-04-03", "2026-03-04"),
            ("31-12-25", "2025-12-31", "2025-31-12"),
            ("12/31/25", "12/31/2025", "2025-12-31"),
            ("31/2/26", "31/2/2026", "2026-31-02"),
        ] {
            assert_eq!(day(text, Dates::DayFirst).as_deref(), Some(day_first), "{text}");
            assert_eq!(day(text, Dates::MonthFirst).as_deref(), Some(month_first), "{text}");
        }
        assert_eq!(plain(Column::RecordedAt, "3/4/26", Dates::DayFirst).as_deref(), Some("2026-04-03"));
        for stays in ["3/4/2026", "3/4/126", "3/4/6", "26", "3/4", "+3/4/26", "3/4/26/1", "26.04"] {
            assert_eq!(day(stays, Dates::DayFirst), None, "{stays}");
        }
        assert_eq!(Dates::only("12/31/25"), Some(Dates::MonthFirst));
        assert_eq!(Dates::only("៣១-១២-២៥"), Some(Dates::DayFirst));
    }
}
