//! Public holidays, for counting working days.
//!
//! Source: the package `holidays` 0.109 (MIT). The years to come are calculated, and the yearly sub-decree decides,
//! so an officer may correct them; that list is the settings' matter.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::{ReferenceError, reference};
use crate::domain::clock::Calendar;

/// A public holiday. Two on one day are one entry, their names joined by `; `.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Its name in Khmer.
    pub name_km: String,
    /// Its name in English.
    pub name_en: String,
}

/// Holidays by day.
pub(super) type Holidays = BTreeMap<NaiveDate, Holiday>;

#[derive(Deserialize)]
struct Row {
    date: String,
    name_km: String,
    name_en: String,
}

pub(super) fn parse(table: &str) -> Result<Holidays, ReferenceError> {
    let mut holidays = BTreeMap::new();
    for row in csv::Reader::from_reader(table.as_bytes()).deserialize() {
        let row: Row = row.map_err(|fault| ReferenceError::of("holidays", fault.to_string()))?;
        let date: NaiveDate = row
            .date
            .parse()
            .map_err(|fault| ReferenceError::of("holidays", format!("{}: {fault}", row.date)))?;
        let holiday = Holiday { date, name_km: row.name_km, name_en: row.name_en };
        if holidays.insert(date, holiday).is_some() {
            return Err(ReferenceError::of("holidays", format!("{date} stands twice")));
        }
    }
    Ok(holidays)
}

/// The public holiday on that day, if it is one.
pub fn holiday(date: NaiveDate) -> Option<&'static Holiday> {
    reference().holidays.get(&date)
}

/// All public holidays, by day.
pub fn holidays() -> impl DoubleEndedIterator<Item = &'static Holiday> {
    reference().holidays.values()
}

/// Which days are working days, by these holidays. After the years whose holidays are known only weekends are left out.
pub fn calendar() -> Calendar {
    Calendar::new(holidays().map(|holiday| holiday.date))
}

/// The years whose holidays are known. Outside them [`holiday`] knows nothing: warn before counting on it.
pub fn holiday_years() -> Option<RangeInclusive<i32>> {
    let first = holidays().next()?.date.year();
    let last = holidays().next_back()?.date.year();
    Some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::has_khmer;

    #[test]
    fn the_table_is_sorted_and_every_row_is_named() {
        let table = include_str!("data/holidays.csv");
        let dates: Vec<_> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        assert!(dates.is_sorted_by(|earlier, later| earlier < later));
        assert_eq!(holidays().count(), dates.len());
        assert_eq!(dates.len(), 294);
        assert!(holidays().all(|day| has_khmer(&day.name_km) && !day.name_en.is_empty()));
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let calendar = calendar();
        // 24 November 2026 is the second day of the water festival, 9 November Independence Day.
        assert_eq!(calendar.after(day("2026-11-06"), 1), day("2026-11-10"));
        assert_eq!(calendar.after(day("2026-11-07"), 1), day("2026-11-10"));
        let later = calendar.after(day("2026-11-22"), 20);
        assert!(
            holiday(later).is_none() && (day("2026-12-18")..=day("2026-12-24")).contains(&later),
            "{later}"
        );
        assert!(calendar.after(NaiveDate::MAX, 3) <= NaiveDate::MAX);
    }

    #[test]
    fn every_year_from_2018_to_2030_has_its_fixed_days() {
        assert_eq!(holiday_years(), Some(2018..=2030));
        for year in 2018..=2030 {
            for (month, day) in [(1, 1), (1, 7), (3, 8), (5, 1), (9, 24), (11, 9)] {
                assert!(
                    holiday(NaiveDate::from_ymd_opt(year, month, day).unwrap()).is_some(),
                    "{year}-{month}-{day}"
                );
            }
            let days = holidays().filter(|day| day.date.year() == year).count();
            assert!((19..=29).contains(&days), "{year}: {days}");
        }
        assert!(holiday(NaiveDate::from_ymd_opt(2026, 10, 3).unwrap()).is_none());
    }
}
