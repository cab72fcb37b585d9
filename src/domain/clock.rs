//! Clocks in working days: when a party is to acknowledge, to answer, and when the union is warned.
//!
//! Saturdays, Sundays and public holidays do not count, nor does the day on which a clock starts. A stretch in which the
//! member's consent is awaited stops the clock. The defaults follow NHS, Scottish and grievance-mechanism practice; each
//! party may have numbers of its own.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Working days within which a complaint goes to the Social Security Regulator once it stays unresolved with the fund
/// (Decision 017 of 22 November 2024, as Rajah & Tann report it).
pub const REGULATOR_WINDOW: u32 = 30;

/// Days after closing when the member is asked once more.
pub const ASK_AGAIN_AFTER: u64 = 28;

/// Tries to reach a member after which a case may be closed without.
pub const TRIES: u32 = 3;

/// A clock never runs longer than this, whatever a file says: three years of working days.
pub const LONGEST: u32 = 780;

/// Which days are working days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// With these public holidays.
    pub fn new(holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self { holidays: holidays.into_iter().collect() }
    }

    /// The same, but with other holidays in the years that they name: the yearly sub-decree decides.
    #[must_use]
    pub fn corrected(mut self, holidays: &BTreeSet<NaiveDate>) -> Self {
        let years: BTreeSet<i32> = holidays.iter().map(Datelike::year).collect();
        self.holidays.retain(|day| !years.contains(&day.year()));
        self.holidays.extend(holidays);
        self
    }

    /// Whether people work on that day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// Whether any holiday of that year is known: outside those years only weekends are left out.
    pub fn knows(&self, year: i32) -> bool {
        self.holidays.iter().any(|day| day.year() == year)
    }

    /// The years from one day to another of which no holiday is known: in these only weekends are left out.
    pub fn unknown_years(&self, from: NaiveDate, to: NaiveDate) -> Vec<i32> {
        (from.year()..=to.year()).filter(|year| !self.knows(*year)).collect()
    }

    /// The day that is so many working days after another, which does not count itself.
    pub fn after(&self, day: NaiveDate, days: u32) -> NaiveDate {
        self.after_but(day, days, &[]).unwrap_or(day)
    }

    /// The same, leaving out days of pauses. `None` while a pause has no end yet.
    pub fn after_but(&self, day: NaiveDate, days: u32, pauses: &[Pause]) -> Option<NaiveDate> {
        let mut left = days.min(LONGEST);
        let mut at = day;
        while left > 0 {
            at = match at.succ_opt() {
                Some(next) => next,
                None => return Some(at),
            };
            match pauses.iter().find(|pause| pause.holds(at)) {
                Some(Pause { until: None, .. }) => return None,
                Some(_) => {}
                None => left -= u32::from(self.is_working(at)),
            }
        }
        Some(at)
    }

    /// The day that is so many working days before another.
    pub fn before(&self, day: NaiveDate, days: u32) -> NaiveDate {
        let mut left = days.min(LONGEST);
        let mut at = day;
        while left > 0 {
            match at.pred_opt() {
                Some(previous) => at = previous,
                None => return at,
            }
            left -= u32::from(self.is_working(at));
        }
        at
    }

    /// How many working days lie behind `from`, up to `to`: 0 where `to` is not later.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(u32::MAX)
    }
}

/// A stretch in which a clock stands: from a day on, which does not count any more, until the one on which it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pause {
    /// The first day that does not count.
    pub from: NaiveDate,
    /// The first day that counts again; `None` while it lasts.
    pub until: Option<NaiveDate>,
}

impl Pause {
    /// Whether a day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The numbers of a party, in working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Clocks {
    /// To say that it was received.
    pub acknowledge: u32,
    /// To answer.
    pub answer: u32,
    /// How long before a date the union is warned.
    pub warn: u32,
}

impl Default for Clocks {
    fn default() -> Self {
        Self { acknowledge: 3, answer: 20, warn: 3 }
    }
}

/// Where a date stands on some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// It passed so many working days ago.
    Overdue(u32),
    /// It is today, or so near that the union is warned: working days left.
    Soon(u32),
    /// It is ahead: working days left.
    Ahead(u32),
}

impl Due {
    /// Where `date` stands on the day `today`, with a warning so many working days before.
    pub fn of(date: NaiveDate, today: NaiveDate, warn: u32, calendar: &Calendar) -> Self {
        if today > date {
            return Self::Overdue(calendar.between(date, today));
        }
        let left = calendar.between(today, date);
        if left <= warn { Self::Soon(left) } else { Self::Ahead(left) }
    }

    /// Whether it passed.
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        Calendar::new(["2026-11-09", "2026-11-23", "2026-11-24", "2026-11-25", "2027-01-01"].map(day))
    }

    #[test]
    fn weekends_and_holidays_do_not_count_nor_does_the_first_day() {
        let calendar = calendar();
        assert_eq!(calendar.after(day("2026-11-05"), 0), day("2026-11-05"));
        assert_eq!(calendar.after(day("2026-11-06"), 1), day("2026-11-10"));
        assert_eq!(calendar.after(day("2026-11-20"), 3), day("2026-11-30"));
        assert_eq!(calendar.after(day("2026-12-31"), 1), day("2027-01-04"));
        assert_eq!(calendar.before(day("2026-11-10"), 1), day("2026-11-06"));
        assert_eq!(calendar.between(day("2026-11-20"), day("2026-11-30")), 3);
        assert_eq!(calendar.between(day("2026-11-30"), day("2026-11-20")), 0);
    }

    #[test]
    fn a_pause_stops_the_clock_until_it_ends() {
        let calendar = calendar();
        let pause = |from: &str, until: Option<&str>| Pause { from: day(from), until: until.map(day) };
        let paused = pause("2026-11-11", Some("2026-11-13"));
        assert_eq!(calendar.after_but(day("2026-11-10"), 1, &[paused]), Some(day("2026-11-13")));
        assert_eq!(calendar.after_but(day("2026-11-10"), 3, &[pause("2026-11-12", None)]), None);
        // What was due before the pause began is due.
        assert_eq!(
            calendar.after_but(day("2026-11-10"), 1, &[pause("2026-11-12", None)]),
            Some(day("2026-11-11"))
        );
    }

    #[test]
    fn a_date_is_ahead_then_soon_then_overdue() {
        let calendar = calendar();
        let of = |today: &str| Due::of(day("2026-11-30"), day(today), 3, &calendar);
        assert_eq!(of("2026-11-18"), Due::Ahead(5));
        assert_eq!(of("2026-11-20"), Due::Soon(3));
        assert_eq!(of("2026-11-30"), Due::Soon(0));
        // On a Sunday nothing more is overdue than on the Friday before.
        assert_eq!(of("2026-12-01"), Due::Overdue(1));
        assert_eq!(of("2026-12-06"), Due::Overdue(4));
    }

    #[test]
    fn the_officer_s_holidays_replace_those_of_their_years_alone() {
        let corrected = calendar().corrected(&BTreeSet::from([day("2026-11-26")]));
        assert!(corrected.is_working(day("2026-11-23")) && !corrected.is_working(day("2026-11-26")));
        assert!(!corrected.is_working(day("2027-01-01")));
        assert!(corrected.knows(2026) && !corrected.knows(2028));
        assert_eq!(corrected.unknown_years(day("2026-12-01"), day("2029-01-05")), [2028, 2029]);
        assert_eq!(corrected.unknown_years(day("2028-12-01"), day("2027-01-05")), [0; 0]);
    }

    proptest! {
        #[test]
        fn counting_on_and_counting_between_agree(start in 0_i64..4000, days in 0_u32..60, off in proptest::collection::btree_set(0_i64..4200, 0..200)) {
            let first = day("2024-01-01");
            let on = |offset: i64| first + chrono::TimeDelta::days(offset);
            let calendar = Calendar::new(off.into_iter().map(on));
            let from = on(start);
            let to = calendar.after(from, days);
            prop_assert_eq!(calendar.between(from, to), days);
            prop_assert!(days == 0 || calendar.is_working(to));
            // One day earlier is one working day fewer, and as many back come to the day itself, or the last one before it
            // on which people worked.
            if days > 0 {
                prop_assert_eq!(calendar.between(from, to.pred_opt().unwrap()), days - 1);
                let back = calendar.before(to, days);
                let is_sound = if calendar.is_working(from) { back == from } else { back < from };
                prop_assert!(is_sound);
            }
        }

        #[test]
        fn a_pause_never_brings_a_date_nearer(start in 0_i64..2000, days in 1_u32..40, from in 0_i64..60, length in 0_i64..60) {
            let first = day("2024-01-01");
            let on = |offset: i64| first + chrono::TimeDelta::days(offset);
            let calendar = calendar();
            let pause = Pause { from: on(start + from), until: Some(on(start + from + length)) };
            let plain = calendar.after(on(start), days);
            let paused = calendar.after_but(on(start), days, &[pause]).unwrap();
            prop_assert!(paused >= plain);
            // It moves by the working days of the pause, and of those that come into it on the way: never by more than all of it.
            prop_assert!(calendar.between(plain, paused) <= calendar.between(pause.from.pred_opt().unwrap(), pause.until.unwrap()));
        }

        #[test]
        fn days_of_pauses_count_no_more_than_holidays_do(
            start in 0_i64..2000,
            days in 1_u32..40,
            off in proptest::collection::btree_set(0_i64..2200, 0..150),
            pauses in proptest::collection::vec((-5_i64..60, 0_i64..20), 0..4),
            open in proptest::option::of(0_i64..80),
        ) {
            let first = day("2024-01-01");
            let on = |offset: i64| first + chrono::TimeDelta::days(offset);
            let stands = |from: i64, length: i64| Pause { from: on(start + from), until: Some(on(start + from + length)) };
            let mut all: Vec<Pause> = pauses.iter().map(|(from, length)| stands(*from, *length)).collect();
            let paused = pauses.iter().flat_map(|(from, length)| (0..*length).map(move |place| start + from + place));
            let plain = Calendar::new(off.iter().copied().map(on));
            let expected = Calendar::new(off.iter().copied().chain(paused).map(on)).after(on(start), days);
            prop_assert_eq!(plain.after_but(on(start), days, &all), Some(expected));
            // One that has no end yet changes nothing of what was due before it, and leaves the rest open.
            if let Some(from) = open {
                all.push(Pause { from: on(start + from), until: None });
                let due = plain.after_but(on(start), days, &all);
                prop_assert_eq!(due, Some(expected).filter(|expected| *expected < on(start + from)));
            }
        }
    }
}
