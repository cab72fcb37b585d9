//! Dates as officers write them: ISO or day/month/year, in either digit set.

use chrono::{Days, NaiveDate};

use super::digits;

/// The first day that a visit may have: the fund's health insurance began in 2016;
/// what is older than this is a typing error.
pub const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();

/// The fund's health insurance began in that year: a visit before it is one of another age, or a slip.
pub const FUND_BEGAN: NaiveDate = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();

/// Why a date was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadDate {
    /// No date of a known form.
    #[error("`{0}` is no date")]
    Unreadable(String),
    /// The form is right, the day does not exist.
    #[error("there is no day `{0}`")]
    NoSuchDay(String),
    /// It lies after today.
    #[error("{0} lies in the future")]
    Future(NaiveDate),
    /// It lies before [`EARLIEST`].
    #[error("{0} is too long ago")]
    TooEarly(NaiveDate),
}

/// Reads `2026-10-03`, `3/10/2026`, `03.10.2026`, `៣/១០/២០២៦`. Day before month,
/// always; a year has four digits.
pub fn parse(text: &str) -> Result<NaiveDate, BadDate> {
    let plain = digits::to_ascii(text.trim());
    let parts: Vec<&str> = plain.split(['-', '/', '.']).map(str::trim).collect();
    let unreadable = || BadDate::Unreadable(text.to_owned());
    let [first, second, third] = parts.as_slice() else {
        return Err(unreadable());
    };
    let number = |part: &str, longest: usize| -> Result<u32, BadDate> {
        let sound = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if sound { part.parse().map_err(|_| unreadable()) } else { Err(unreadable()) }
    };
    let (year, month, day) = if first.len() == 4 {
        (number(first, 4)?, number(second, 2)?, number(third, 2)?)
    } else if third.len() == 4 {
        (number(third, 4)?, number(second, 2)?, number(first, 2)?)
    } else {
        return Err(unreadable());
    };
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or_else(|| BadDate::NoSuchDay(text.to_owned()))
}

/// Like [`parse`], and knows `today` and `yesterday`, in both languages.
pub fn parse_relative(text: &str, today: NaiveDate) -> Result<NaiveDate, BadDate> {
    match text.trim().to_lowercase().as_str() {
        "today" | "ថ្ងៃនេះ" => Ok(today),
        "yesterday" | "ម្សិលមិញ" => Ok(today.checked_sub_days(Days::new(1)).unwrap_or(today)),
        other => parse(other),
    }
}

/// Whether a visit may have taken place on that day.
pub fn check_visit(date: NaiveDate, today: NaiveDate) -> Result<(), BadDate> {
    if date > today {
        Err(BadDate::Future(date))
    } else if date < EARLIEST {
        Err(BadDate::TooEarly(date))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn both_orders_and_both_digit_sets_are_read() {
        for text in ["2026-10-03", "3/10/2026", "03.10.2026", "៣/១០/២០២៦", " 2026/10/3 "] {
            assert_eq!(parse(text), Ok(day(2026, 10, 3)), "{text}");
        }
        assert!(matches!(parse("31/02/2026"), Err(BadDate::NoSuchDay(_))));
        for text in ["", "soon", "10/2026", "3/10/26", "2026-1-2-3", "-5-1-2026", "+3/1/2026"] {
            assert!(matches!(parse(text), Err(BadDate::Unreadable(_))), "{text}");
        }
        assert_eq!(parse_relative("yesterday", day(2026, 3, 1)), Ok(day(2026, 2, 28)));
    }

    #[test]
    fn a_visit_lies_neither_ahead_nor_in_another_age() {
        let today = day(2026, 11, 22);
        assert_eq!(check_visit(today, today), Ok(()));
        assert_eq!(check_visit(day(2026, 11, 23), today), Err(BadDate::Future(day(2026, 11, 23))));
        assert!(matches!(check_visit(day(1926, 1, 1), today), Err(BadDate::TooEarly(_))));
    }
}
