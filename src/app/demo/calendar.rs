//! On which day a made-up visit takes place: 24 months with a trend, seasons, weekdays and festivals.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::ANCHOR;
use super::random::Random;

/// Days of the demo: 1 November 2024 to [`ANCHOR`].
const DAYS: u32 = 730;

/// The last days, in which the rising facilities rise. As long as the window of "rising".
const RECENT_DAYS: u32 = 28;

/// What a month weighs, January first, in hundredths: fever and dengue in the rains, few visits in April's heat and
/// holidays. Even from July on, so that nothing seems to rise in the end but what is meant to.
const SEASON: [u32; 12] = [92, 90, 96, 84, 104, 116, 112, 112, 112, 112, 98, 94];

/// Festivals, as (year, month, first day, days): factories stand still, people are at home.
const FESTIVALS: [(i32, u32, u32, u64); 6] = [
    (2024, 11, 14, 3),
    (2025, 4, 13, 4),
    (2025, 9, 21, 3),
    (2025, 11, 4, 3),
    (2026, 4, 13, 4),
    (2026, 10, 10, 3),
];

/// The days with their running weights.
#[derive(Debug)]
pub(super) struct Calendar {
    running: Vec<u64>,
}

impl Calendar {
    pub(super) fn new() -> Self {
        let running = (0..DAYS).scan(0_u64, |sum, day| {
            *sum += weight(day);
            Some(*sum)
        });
        Self { running: running.collect() }
    }

    /// The day of the visit of case `index` of `count`: the cases are in the order of time.
    pub(super) fn day(&self, index: u64, count: u64, random: &mut Random) -> NaiveDate {
        const PARTS: u32 = 1 << 20;
        let total = self.running.last().copied().unwrap_or_default();
        let point = u128::from(index) * u128::from(PARTS) + u128::from(random.below(PARTS));
        let at = (point * u128::from(total) / (u128::from(count.max(1)) * u128::from(PARTS))) as u64;
        let day = self.running.partition_point(|&sum| sum <= at) as u32;
        date(day.min(DAYS - 1))
    }
}

/// Whether a visit lies in the days in which some facilities rise.
pub(super) fn is_recent(visited_on: NaiveDate) -> bool {
    (ANCHOR - visited_on).num_days() < i64::from(RECENT_DAYS)
}

fn date(day: u32) -> NaiveDate {
    ANCHOR.checked_sub_days(Days::new(u64::from(DAYS - 1 - day))).unwrap_or(ANCHOR)
}

fn weight(day: u32) -> u64 {
    let date = date(day);
    // More members come to know the union's officers: from 100 to 160, and level in the last four months.
    let trend = 100 + 60 * day.min(DAYS - 120) / (DAYS - 120);
    let season = SEASON.get(date.month0() as usize).copied().unwrap_or(100);
    let weekday = match date.weekday() {
        Weekday::Sun => 45,
        Weekday::Sat => 80,
        Weekday::Mon => 130,
        _ => 110,
    };
    let is_festival = FESTIVALS.iter().any(|&(year, month, first, length)| {
        NaiveDate::from_ymd_opt(year, month, first)
            .is_some_and(|start| date >= start && date < start + Days::new(length))
    });
    let festival = if is_festival { 35 } else { 100 };
    // What the rising facilities add comes on top of the others' level, not out of it.
    let rise = if is_recent(date) { 137 } else { 100 };
    [trend, season, weekday, festival, rise].into_iter().map(u64::from).product()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_run_in_order_over_24_months() {
        let calendar = Calendar::new();
        let days: Vec<_> =
            (0..5000).map(|index| calendar.day(index, 5000, &mut Random::of_case(index))).collect();
        assert!(days.is_sorted());
        assert_eq!(days.first(), NaiveDate::from_ymd_opt(2024, 11, 1).as_ref());
        assert_eq!(days.last(), Some(&ANCHOR));
        let first_half = days.iter().filter(|day| (ANCHOR - **day).num_days() >= 365).count();
        assert!(first_half < 2300, "{first_half}");
    }
}
