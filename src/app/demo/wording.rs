//! Times, lengths, sums and days as they are said in a story.

use chrono::{Datelike, NaiveDate};

use crate::domain::times::VisitTime;

use super::trouble::{Payment, dollars};

const MONTHS_KM: [&str; 12] =
    ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How a storyteller writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    /// English, 0–9.
    English,
    /// Khmer words, 0–9.
    KhmerLatin,
    /// Khmer words, ០–៩.
    Khmer,
}

impl Digits {
    fn is_khmer(self) -> bool {
        self != Self::English
    }

    /// A text with its digits as this storyteller writes them.
    pub(super) fn of(self, text: &str) -> String {
        if self != Self::Khmer {
            return text.to_owned();
        }
        text.chars()
            .map(|character| match character.to_digit(10) {
                Some(digit) => char::from_u32(0x17E0 + digit).unwrap_or(character),
                None => character,
            })
            .collect()
    }

    /// `06:10`, ម៉ោង ៦:១០ ព្រឹក; with a word before it where it is an estimate.
    pub(super) fn time(self, time: VisitTime) -> String {
        let (hour, minute) = (time.minute / 60, time.minute % 60);
        if !self.is_khmer() {
            let about = if time.estimated { "about " } else { "" };
            return format!("{about}{hour:02}:{minute:02}");
        }
        let part = match hour {
            4..12 => "ព្រឹក",
            12..17 => "រសៀល",
            17..19 => "ល្ងាច",
            _ => "យប់",
        };
        let hour = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
        let about = if time.estimated { "ប្រហែល|" } else { "" };
        self.of(&format!("{about}ម៉ោង|{hour}:{minute:02}|{part}"))
    }

    /// A length in minutes: `3 hours 20 minutes`, ៣ម៉ោងកន្លះ.
    pub(super) fn length(self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let text = match (self.is_khmer(), hours, rest) {
            (true, 0, _) => format!("{rest}|នាទី"),
            (true, _, 0) => format!("{hours}|ម៉ោង"),
            (true, _, 30) => format!("{hours}|ម៉ោង|កន្លះ"),
            (true, ..) => format!("{hours}|ម៉ោង|{rest}|នាទី"),
            (false, 0, _) => format!("{rest} minutes"),
            (false, 1, 0) => "one hour".to_owned(),
            (false, _, 0) => format!("{hours} hours"),
            (false, 1, _) => format!("1 hour {rest} minutes"),
            (false, ..) => format!("{hours} hours {rest} minutes"),
        };
        self.of(&text)
    }

    /// A sum in riel with separators, and its currency.
    pub(super) fn riel(self, riel: u32) -> String {
        let (thousands, rest) = (riel / 1000, riel % 1000);
        let sum = match (thousands / 1000, thousands) {
            (0, 0) => rest.to_string(),
            (0, _) => format!("{thousands},{rest:03}"),
            (millions, _) => format!("{millions},{:03},{rest:03}", thousands % 1000),
        };
        let currency = if self.is_khmer() { "|រៀល" } else { " riel" };
        self.of(&format!("{sum}{currency}"))
    }

    /// What was paid, in both currencies where it was both.
    pub(super) fn payment(self, paid: Payment) -> String {
        let dollars = if self.is_khmer() {
            self.of(&format!("{}|ដុល្លារ", dollars(paid.cents)))
        } else {
            format!("${}", dollars(paid.cents))
        };
        match (paid.riel, paid.cents) {
            (riel, 0) => self.riel(riel),
            (0, _) => dollars,
            (riel, _) if self.is_khmer() => format!("{dollars}|និង|{}", self.riel(riel)),
            (riel, _) => format!("{dollars} and {}", self.riel(riel)),
        }
    }

    /// A day: `3 March 2026`, ថ្ងៃទី៣ ខែមីនា.
    pub(super) fn day(self, day: NaiveDate) -> String {
        let names = if self.is_khmer() { &MONTHS_KM } else { &MONTHS_EN };
        let month = names.get(day.month0() as usize).copied().unwrap_or_default();
        if self.is_khmer() {
            self.of(&format!("ថ្ងៃ|ទី|{} ខែ|{month}", day.day()))
        } else {
            format!("{} {month} {}", day.day(), day.year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_in_either_language() {
        let time = VisitTime { minute: 14 * 60 + 5, estimated: true };
        assert_eq!(Digits::English.time(time), "about 14:05");
        assert_eq!(Digits::Khmer.time(time).replace('|', ""), "ប្រហែលម៉ោង២:០៥រសៀល");
        assert_eq!(Digits::KhmerLatin.length(210).replace('|', ""), "3ម៉ោងកន្លះ");
        assert_eq!(Digits::English.length(80), "1 hour 20 minutes");
        assert_eq!(Digits::English.riel(1_040_500), "1,040,500 riel");
        assert_eq!(Digits::Khmer.riel(40_000).replace('|', ""), "៤០,០០០រៀល");
        let both = Payment { riel: 3000, cents: 550, receipt: false };
        assert_eq!(Digits::English.payment(both), "$5.50 and 3,000 riel");
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
        assert_eq!(Digits::Khmer.day(day).replace('|', ""), "ថ្ងៃទី៣ ខែមីនា");
    }
}
