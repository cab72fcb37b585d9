//! The days that stand over messages in an export of Telegram or WhatsApp: from them `yesterday` is counted.

use chrono::NaiveDate;

use super::plain::Plain;

/// From where on in the message days are counted from which day.
pub struct Anchors(Vec<(usize, NaiveDate)>);

impl Anchors {
    /// From which day is counted at a place.
    pub fn at(&self, place: usize) -> Option<NaiveDate> {
        self.0.iter().rev().find(|(from, _)| *from <= place).map(|(_, day)| *day)
    }
}

/// The days that stand over messages: `[03.10.26 14:12] Sok:`, `03/10/2026, 14:12 - Sok:`. They are read as nothing else.
pub fn anchors(plain: &mut Plain, today: NaiveDate) -> Anchors {
    let mut anchors = vec![(0, today)];
    let mut heads = Vec::new();
    let mut start = 0;
    for line in plain.text().split_inclusive('\n') {
        if let Some((length, day)) = head(line, today) {
            heads.push((start..start + length, day));
        }
        start += line.len();
    }
    for (range, day) in heads {
        anchors.push((range.start, day));
        plain.take(range);
    }
    Anchors(anchors)
}

/// What stands at the head of a line before a message, with its length.
fn head(line: &str, today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let opened = line.find('[').filter(|at| *at < 60);
    let (inside, end) = match opened {
        Some(at) => {
            let inside = line.get(at + 1..)?;
            let length = inside.find(']')?;
            (inside.get(..length)?, at + length + 2)
        }
        None => {
            let length = line.find(" - ").filter(|at| *at < 24)?;
            (line.get(..length)?, length)
        }
    };
    // A clock stands beside the day, or it is none of a message.
    let (day, clock) = inside.split_once([' ', ','])?;
    let clock = clock.trim_start_matches([',', ' ']);
    let is_clock =
        clock.split_once(':').is_some_and(|(hour, _)| hour.len() <= 2 && hour.parse::<u8>().is_ok());
    let day = written_day(day).filter(|_| is_clock)?;
    (day <= today).then_some((end, day))
}

/// `03.10.26`, `03/10/2026`, `2026-10-03`.
pub fn written_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    if first.len() == 4 {
        return day_of(third, second, Some(first));
    }
    day_of(first, second, Some(third))
}

fn day_of(day: &str, month: &str, year: Option<&str>) -> Option<NaiveDate> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let year = match year {
        Some(text) if text.len() == 2 => 2_000 + text.parse::<i32>().ok()?,
        Some(text) if text.len() == 4 => common_era(text.parse().ok()?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

/// A Buddhist year as one of the common era.
pub fn common_era(year: i32) -> i32 {
    if (2_500..2_700).contains(&year) { year - 543 } else { year }
}
