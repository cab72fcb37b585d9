//! The clock times of a visit and the wait that follows from them.
//!
//! Minutes everywhere: of the day (0–1439) for a time, as a length for a wait.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::digits;

/// Minutes of a day.
pub const DAY: u32 = 24 * 60;

/// The longest wait that is taken: a week.
pub const LONGEST_WAIT: u32 = 7 * DAY;

/// A wait beyond this is taken, with a warning: twelve hours.
pub const SURPRISING_WAIT: u32 = 12 * 60;

/// Why a time or a length was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// No time of the day.
    #[error("`{0}` is no time of the day")]
    NoTime(String),
    /// No length of time.
    #[error("`{0}` is no length of time")]
    NoLength(String),
    /// Longer than [`LONGEST_WAIT`].
    #[error("a wait of {0} minutes is longer than a week")]
    TooLong(u32),
    /// Three or more times that cannot all be true of one visit.
    #[error("the times contradict each other: {0}")]
    Contradiction(String),
    /// A given wait that is not what the times say, both in minutes.
    #[error("waited {given} minutes, but the times say {from_times}")]
    WaitContradicts {
        /// The wait that was given.
        given: u32,
        /// Seen minus arrived.
        from_times: u32,
    },
}

/// A time of the day, exact or estimated (written with `~`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisitTime {
    /// Minutes since midnight, 0–1439.
    pub minute: u16,
    /// Whether it is an estimate.
    pub estimated: bool,
}

impl VisitTime {
    /// The time as one small integer for a book: minute × 2 + estimated.
    pub fn packed(self) -> u16 {
        self.minute * 2 + u16::from(self.estimated)
    }

    /// Reads [`VisitTime::packed`] back.
    pub fn unpacked(packed: u16) -> Option<Self> {
        let minute = packed / 2;
        (u32::from(minute) < DAY).then_some(Self { minute, estimated: packed % 2 == 1 })
    }
}

impl VisitTime {
    /// A time as it is written here, and stands in most tables: `06:10`, `~11:40`.
    fn as_written(text: &str) -> Option<Self> {
        let (clock, estimated) = text.strip_prefix('~').map_or((text, false), |clock| (clock, true));
        let (hour, minute) = clock.split_once(':')?;
        let number = |part: &str| (part.len() == 2).then(|| small_number(part))?;
        let (hour, minute) = (number(hour)?, number(minute)?);
        (hour < 24 && minute < 60).then_some(Self { minute: hour * 60 + minute, estimated })
    }
}

impl fmt::Display for VisitTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.estimated { "~" } else { "" };
        write!(f, "{mark}{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

impl FromStr for VisitTime {
    type Err = BadTime;

    /// Reads `06:10`, `6h10`, `6.10`, `0610`, `6h`, `6:10 pm`, `~11:40`, `៦:១០`,
    /// `ម៉ោង ៦:១០ ល្ងាច`.
    fn from_str(text: &str) -> Result<Self, BadTime> {
        if let Some(time) = Self::as_written(text) {
            return Ok(time);
        }
        let bad = || BadTime::NoTime(text.to_owned());
        let plain = digits::to_ascii(&text.trim().to_lowercase());
        let (plain, estimated) = match plain.strip_prefix('~') {
            Some(rest) => (rest.to_owned(), true),
            None => (plain, false),
        };
        let (plain, half) = split_half_of_day(&plain);
        let plain = plain.trim().trim_start_matches("ម៉ោង").trim();
        let (hour, minute) = clock_parts(plain).ok_or_else(bad)?;
        let hour = match half {
            Some(Half::Morning) if hour == 12 => 0,
            Some(Half::Afternoon) if hour < 12 => hour + 12,
            _ => hour,
        };
        if hour > 23 || minute > 59 {
            return Err(bad());
        }
        Ok(Self { minute: hour * 60 + minute, estimated })
    }
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn split_half_of_day(text: &str) -> (String, Option<Half>) {
    const WORDS: [(&str, Half); 6] = [
        ("ព្រឹក", Half::Morning),
        ("ល្ងាច", Half::Afternoon),
        ("រសៀល", Half::Afternoon),
        ("យប់", Half::Afternoon),
        ("am", Half::Morning),
        ("pm", Half::Afternoon),
    ];
    for (word, half) in WORDS {
        if let Some(rest) = text.strip_suffix(word) {
            return (rest.trim_end().to_owned(), Some(half));
        }
    }
    (text.to_owned(), None)
}

/// Hour and minute of `6:10`, `6h10`, `6.10`, `6h`, `0610`.
fn clock_parts(text: &str) -> Option<(u16, u16)> {
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        let (hour, minute) = text.split_at_checked(2)?;
        return Some((hour.parse().ok()?, minute.parse().ok()?));
    }
    let (hour, minute) = text.split_once("ម៉ោង").or_else(|| text.split_once([':', 'h', '.']))?;
    let minute = minute.trim().trim_end_matches("នាទី").trim();
    let minute = if minute.is_empty() { "00" } else { minute };
    let (hour, hour_length) = (small_number(hour.trim())?, hour.trim().len());
    (hour_length <= 2 && minute.len() == 2).then_some((hour, small_number(minute)?))
}

fn small_number(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

impl Serialize for VisitTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for VisitTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Reads a length: `3 h 20`, `3h20`, `3:20`, `200`, `200 min`, `1 h`, `២ម៉ោង`,
/// `២ម៉ោង ៣០នាទី`. Minutes.
pub fn parse_length(text: &str) -> Result<u32, BadTime> {
    let bad = || BadTime::NoLength(text.to_owned());
    let plain: String = digits::to_ascii(&text.trim().to_lowercase())
        .replace("ម៉ោង", "h")
        .replace("នាទី", "m")
        .replace("hours", "h")
        .replace("hour", "h")
        .replace("minutes", "m")
        .replace("min", "m")
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200B}')
        .collect();
    let (hours, minutes) = match plain.split_once(['h', ':']) {
        Some((hours, "កន្លះ")) => (hours, "30"),
        Some((hours, minutes)) => (hours, minutes.trim_end_matches('m')),
        None => ("0", plain.trim_end_matches('m')),
    };
    let has_hours = plain.contains(['h', ':']);
    // `1.5h`
    if minutes.is_empty()
        && let Some(minutes) = shares_of_hours(hours)
    {
        return check_wait(minutes);
    }
    let minutes = if minutes.is_empty() && has_hours { "0" } else { minutes };
    let number = |part: &str| -> Option<u32> {
        let sound = !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| part.parse().ok())?
    };
    let (hours, minutes) = (number(hours).ok_or_else(bad)?, number(minutes).ok_or_else(bad)?);
    if has_hours && minutes > 59 {
        return Err(bad());
    }
    check_wait(hours * 60 + minutes)
}

/// `1.5` hours in minutes; `None` where there is no such share.
fn shares_of_hours(hours: &str) -> Option<u32> {
    let (whole, share) = hours.split_once(['.', ','])?;
    let are_digits = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !are_digits(whole) || !are_digits(share) {
        return None;
    }
    let hours: f64 = format!("{whole}.{share}").parse().ok()?;
    Some((hours * 60.0).round() as u32)
}

/// Refuses a wait of over a week.
pub fn check_wait(minutes: u32) -> Result<u32, BadTime> {
    if minutes > LONGEST_WAIT { Err(BadTime::TooLong(minutes)) } else { Ok(minutes) }
}

/// The clock times of a visit, in the order in which they happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Times {
    /// Came to the facility.
    pub arrived: Option<VisitTime>,
    /// Was registered.
    pub registered: Option<VisitTime>,
    /// Was seen by a clinician.
    pub seen: Option<VisitTime>,
    /// Got the medicine.
    pub medicine: Option<VisitTime>,
    /// Left.
    pub left: Option<VisitTime>,
}

impl Times {
    /// The names of the times, in order.
    pub const NAMES: [&'static str; 5] = ["arrived", "registered", "seen", "medicine", "left"];

    /// The times in the order of [`Times::NAMES`].
    pub fn in_order(&self) -> [Option<VisitTime>; 5] {
        [self.arrived, self.registered, self.seen, self.medicine, self.left]
    }

    /// From the times in the order of [`Times::NAMES`].
    pub fn from_order(times: [Option<VisitTime>; 5]) -> Self {
        let [arrived, registered, seen, medicine, left] = times;
        Self { arrived, registered, seen, medicine, left }
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.in_order().iter().all(Option::is_none)
    }

    /// Refuses three or more times that cannot be in order within 24 hours. Two
    /// never contradict: the earlier one on the clock was the next day.
    pub fn check(&self) -> Result<(), BadTime> {
        let known: Vec<u32> = self.in_order().iter().flatten().map(|time| u32::from(time.minute)).collect();
        let mut elapsed = 0;
        for pair in known.windows(2) {
            if let [earlier, later] = pair {
                elapsed += (later + DAY - earlier) % DAY;
            }
        }
        if known.len() > 2 && elapsed >= DAY {
            let said: Vec<String> = Self::NAMES
                .iter()
                .zip(self.in_order())
                .filter_map(|(name, time)| Some(format!("{name} {}", time?)))
                .collect();
            return Err(BadTime::Contradiction(said.join(", ")));
        }
        Ok(())
    }

    /// Minutes from arriving to being seen, over midnight if need be.
    pub fn wait(&self) -> Option<u32> {
        let (arrived, seen) = (self.arrived?, self.seen?);
        Some((u32::from(seen.minute) + DAY - u32::from(arrived.minute)) % DAY)
    }

    /// The wait that holds: from the times, else the given one; refused where
    /// both are there and differ.
    pub fn settle_wait(&self, given: Option<u32>) -> Result<Option<u32>, BadTime> {
        self.check()?;
        match (self.wait(), given) {
            (Some(from_times), Some(given)) if from_times != given => {
                Err(BadTime::WaitContradicts { given, from_times })
            }
            (Some(from_times), _) => Ok(Some(from_times)),
            (None, given) => given.map(check_wait).transpose(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Option<VisitTime> {
        text.parse().ok()
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for text in
            ["06:10", "6h10", "6:10", "6.10", "0610", "៦:១០", "ម៉ោង ៦:១០", "៦ម៉ោង១០", "6:10 am", "6:10 ព្រឹក"]
        {
            assert_eq!(text.parse::<VisitTime>().unwrap().to_string(), "06:10", "{text}");
        }
        assert_eq!("~11:40".parse::<VisitTime>().unwrap().to_string(), "~11:40");
        assert_eq!("6h".parse::<VisitTime>().unwrap().to_string(), "06:00");
        assert_eq!("6:10 pm".parse::<VisitTime>().unwrap().to_string(), "18:10");
        assert_eq!("12:05 am".parse::<VisitTime>().unwrap().to_string(), "00:05");
        for text in ["", "24:00", "6:60", "6", "noon", "6:1", "123:00", "-6:10", "6:10:20"] {
            assert!(text.parse::<VisitTime>().is_err(), "{text}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_say_them() {
        for (text, minutes) in [
            ("3 h 20", 200),
            ("3h20", 200),
            ("3:20", 200),
            ("200", 200),
            ("200 min", 200),
            ("២ម៉ោង", 120),
            ("២ម៉ោង ៣០នាទី", 150),
            ("២ម៉ោងកន្លះ", 150),
            ("45 នាទី", 45),
            ("0", 0),
            ("1 hour", 60),
        ] {
            assert_eq!(parse_length(text), Ok(minutes), "{text}");
        }
        for text in ["", "long", "3h75", "-5", "h", "1.5"] {
            assert!(matches!(parse_length(text), Err(BadTime::NoLength(_))), "{text}");
        }
        assert!(matches!(parse_length("200 h"), Err(BadTime::TooLong(12_000))));
    }

    #[test]
    fn two_times_are_never_out_of_order_and_three_may_contradict() {
        let night = Times { arrived: at("22:00"), seen: at("01:30"), ..Times::default() };
        assert_eq!(night.settle_wait(None), Ok(Some(210)));
        let three =
            Times { arrived: at("06:10"), registered: at("05:00"), seen: at("07:00"), ..Times::default() };
        assert!(matches!(three.check(), Err(BadTime::Contradiction(_))));
        let long = Times { arrived: at("22:00"), seen: at("01:30"), left: at("03:00"), ..Times::default() };
        assert_eq!(long.check(), Ok(()));
        assert!(matches!(
            night.settle_wait(Some(100)),
            Err(BadTime::WaitContradicts { given: 100, from_times: 210 })
        ));
        assert_eq!(night.settle_wait(Some(210)), Ok(Some(210)));
        assert_eq!(Times::default().settle_wait(Some(200)), Ok(Some(200)));
    }

    proptest! {
        #[test]
        fn a_time_reads_back_as_written(minute in 0u16..1440, estimated: bool) {
            let time = VisitTime { minute, estimated };
            prop_assert_eq!(time.to_string().parse::<VisitTime>(), Ok(time));
            prop_assert_eq!(VisitTime::unpacked(time.packed()), Some(time));
        }

        #[test]
        fn nothing_that_is_typed_panics(text: String) {
            let _ = text.parse::<VisitTime>();
            let _ = parse_length(&text);
        }

        #[test]
        fn times_within_a_day_are_always_in_order(start in 0u32..1440, steps in prop::collection::vec(0u32..287, 4)) {
            let mut minute = start;
            let mut times = vec![minute];
            for step in steps {
                minute += step;
                times.push(minute);
            }
            let times: Vec<_> = times
                .into_iter()
                .map(|minute| Some(VisitTime { minute: (minute % DAY) as u16, estimated: false }))
                .collect();
            let times = Times::from_order([times[0], times[1], times[2], times[3], times[4]]);
            prop_assert_eq!(times.check(), Ok(()));
        }
    }
}
