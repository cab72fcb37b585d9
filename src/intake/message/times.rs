//! Times of the day, each with what happened then: arrived, registered, seen, got medicine, left. A time of which the words
//! around it do not say what happened is not read.

use std::ops::Range;

use super::plain::{Plain, begins, skipped};
use super::{Reading, Sure};
use crate::domain::column::Column;
use crate::domain::times::{DAY, Times, VisitTime};

/// What happened, and the words for it. Longer ones stand before those that they contain.
const ROLES: [(&str, Option<Column>); 63] = [
    // Neither of the visit.
    ("call me", None),
    ("call", None),
    ("shift", None),
    ("opens", None),
    ("open", None),
    ("closes", None),
    ("closed", None),
    ("come back", None),
    ("came back", None),
    ("return", None),
    ("appointment", None),
    ("woke", None),
    ("ទូរស័ព្ទ", None),
    ("បើក", None),
    ("ណាត់", None),
    ("ត្រឡប់មកវិញ", None),
    ("ចូលធ្វើការ", None),
    ("ចេញពីធ្វើការ", None),
    ("ចេញពីផ្ទះ", None),
    ("left home", None),
    ("left the house", None),
    ("left the factory", None),
    // Left.
    ("went home", Some(Column::Left)),
    ("came home", Some(Column::Left)),
    ("go home", Some(Column::Left)),
    ("left", Some(Column::Left)),
    ("ទៅផ្ទះវិញ", Some(Column::Left)),
    ("ចេញពីពេទ្យ", Some(Column::Left)),
    ("ចេញពីមន្ទីរពេទ្យ", Some(Column::Left)),
    ("មកផ្ទះវិញ", Some(Column::Left)),
    // Got medicine.
    ("got medicine", Some(Column::Medicine)),
    ("got the medicine", Some(Column::Medicine)),
    ("medicine", Some(Column::Medicine)),
    ("បើកថ្នាំ", Some(Column::Medicine)),
    ("បានថ្នាំ", Some(Column::Medicine)),
    ("យកថ្នាំ", Some(Column::Medicine)),
    // Registered.
    ("registered", Some(Column::Registered)),
    ("registration", Some(Column::Registered)),
    ("ចុះឈ្មោះ", Some(Column::Registered)),
    ("យកលេខ", Some(Column::Registered)),
    // Seen.
    ("seen", Some(Column::Seen)),
    ("saw", Some(Column::Seen)),
    ("see the doctor", Some(Column::Seen)),
    ("see a doctor", Some(Column::Seen)),
    ("examined", Some(Column::Seen)),
    ("checked", Some(Column::Seen)),
    ("called in", Some(Column::Seen)),
    ("doctor came", Some(Column::Seen)),
    ("doctor", Some(Column::Seen)),
    ("my turn", Some(Column::Seen)),
    ("until", Some(Column::Seen)),
    ("till", Some(Column::Seen)),
    ("ពិនិត្យ", Some(Column::Seen)),
    ("ជួបគ្រូពេទ្យ", Some(Column::Seen)),
    ("ជួបពេទ្យ", Some(Column::Seen)),
    ("ហៅចូល", Some(Column::Seen)),
    ("រហូតដល់", Some(Column::Seen)),
    // Arrived.
    ("arriv", Some(Column::Arrived)),
    ("came", Some(Column::Arrived)),
    ("went", Some(Column::Arrived)),
    ("reached", Some(Column::Arrived)),
    ("got there", Some(Column::Arrived)),
    ("there", Some(Column::Arrived)),
];

/// More words for arriving: they are short, so that they are looked for last.
const ARRIVED: [&str; 9] =
    ["since", "waiting from", "waited from", "ទៅដល់", "មកដល់", "ដល់ពេទ្យ", "រង់ចាំពី", "ចាំពី", "ទៅ"];

/// Of what is yet to come, nothing is read.
const AHEAD: [&str; 6] = ["tomorrow", "will", "next week", "next month", "ស្អែក", "សប្ដាហ៍ក្រោយ"];

/// A time that was found.
struct Clock {
    range: Range<usize>,
    minute: u16,
    is_rough: bool,
    /// Whether it says which half of the day, or could be no other.
    is_settled: bool,
}

/// The times of the visit.
pub fn read(plain: &mut Plain) -> Vec<Reading> {
    let clocks: Vec<Clock> = plain.numbers().iter().filter_map(|number| clock(plain, number)).collect();
    let mut told: Vec<(Column, Clock, bool)> = Vec::new();
    for (place, one) in clocks.iter().enumerate() {
        let from = place.checked_sub(1).and_then(|last| clocks.get(last)).map_or(0, |last| last.range.end);
        let to = clocks.get(place + 1).map_or(plain.text().len(), |next| next.range.start);
        if let Some((column, is_sure)) = role(plain, one, from, to) {
            let clock = Clock { range: one.range.clone(), ..*one };
            told.push((column, clock, is_sure));
        }
    }
    afternoons(&mut told);
    let mut readings = Vec::new();
    for column in Column::TIMES {
        let of: Vec<_> = told.iter().filter(|(one, ..)| *one == column).collect();
        // Two times for one thing: not read.
        let Some((first, rest)) = of.split_first() else { continue };
        if rest.iter().any(|(_, clock, _)| clock.minute != first.1.minute) {
            continue;
        }
        let (_, clock, is_sure) = first;
        let value = VisitTime { minute: clock.minute, estimated: clock.is_rough }.to_string();
        let sure = if *is_sure && clock.is_settled { Sure::Said } else { Sure::Likely };
        readings.push(plain.reading(column, value, &clock.range, sure));
    }
    for clock in clocks {
        plain.take(clock.range);
    }
    // Three times that cannot be of one visit: only the two that matter are proposed.
    if are_out_of_order(&readings) {
        readings.retain(|reading| matches!(reading.column, Column::Arrived | Column::Seen));
    }
    readings
}

fn are_out_of_order(readings: &[Reading]) -> bool {
    let at = |column: Column| readings.iter().find(|one| one.column == column)?.value.parse().ok();
    Times::from_order(Column::TIMES.map(at)).check().is_err()
}

/// The wait that follows from arriving and being seen, and where being seen is told.
pub fn waited(readings: &[Reading]) -> Option<(u32, Range<usize>)> {
    let at = |column: Column| -> Option<(u32, Range<usize>)> {
        let reading = readings.iter().find(|reading| reading.column == column)?;
        Some((reading.value.parse::<VisitTime>().ok()?.minute.into(), reading.from.clone()))
    };
    let ((arrived, _), (seen, from)) = (at(Column::Arrived)?, at(Column::Seen)?);
    Some(((seen + DAY - arrived) % DAY, from))
}

/// Came at six, seen at one: that is in the afternoon.
fn afternoons(told: &mut [(Column, Clock, bool)]) {
    let arrived =
        told.iter().find(|(column, ..)| *column == Column::Arrived).map(|(_, clock, _)| clock.minute);
    let Some(arrived) = arrived else { return };
    for (column, clock, _) in told.iter_mut() {
        let is_before = *column != Column::Arrived && clock.minute < arrived && clock.minute < 12 * 60;
        if is_before && !clock.is_settled {
            clock.minute += 12 * 60;
        }
    }
}

const HALVES: [(&str, u16); 14] = [
    ("am", 0),
    ("a.m", 0),
    ("pm", 12),
    ("p.m", 12),
    ("in the morning", 0),
    ("in the afternoon", 12),
    ("in the evening", 12),
    ("at night", 12),
    ("ព្រឹក", 0),
    ("ព្រលឹម", 0),
    ("រសៀល", 12),
    ("ល្ងាច", 12),
    ("យប់", 12),
    ("ថ្ងៃត្រង់", 0),
];

/// A time that begins with a number: `6:10`, `6h10`, `6am`, ម៉ោង ៦ ព្រឹក, `at 6`.
fn clock(plain: &Plain, number: &Range<usize>) -> Option<Clock> {
    let digits = plain.part(number.clone());
    let hour: u16 = digits.parse().ok().filter(|hour| *hour < 24 && digits.len() <= 2)?;
    let before = plain.before(number.start);
    if before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '/' | '-' | ',' | '$'))
    {
        return None;
    }
    let rest = plain.after(number.end);
    let (minute, mut end, mut is_clock) = minutes(before, rest, number.end);
    let (behind, gap) = skipped(plain.after(end));
    let is_after_word = before.trim_end().ends_with("ម៉ោង");
    let khmer_first = ["កន្លះ"].iter().find(|half| is_after_word && behind.starts_with(**half));
    let (minute, is_half) = match khmer_first {
        Some(half) => {
            end += gap + half.len();
            (30, true)
        }
        None => (minute, false),
    };
    let (behind, gap) = skipped(plain.after(end));
    let half = begins(behind, &HALVES);
    let o_clock = begins(behind, &[("o'clock", ())]);
    if let Some((word, _)) = half {
        end += gap + word.len();
    } else if let Some((word, ())) = o_clock {
        end += gap + word.len();
    }
    is_clock |= half.is_some() || o_clock.is_some() || is_after_word || is_half;
    let is_bare = !is_clock;
    if is_bare && !is_bare_hour(before, rest) {
        return None;
    }
    let hour = match half {
        Some((_, 12)) if hour < 12 => hour + 12,
        Some((word, 0)) if hour == 12 && word != "ថ្ងៃត្រង់" => 0,
        _ => hour,
    };
    let is_rough = is_rough(before);
    let start =
        if is_after_word { before.rfind("ម៉ោង").unwrap_or(number.start) } else { number.start };
    let is_settled = half.is_some() || hour >= 13 || (digits.len() == 2 && digits.starts_with('0'));
    Some(Clock {
        range: start..end,
        minute: hour * 60 + minute,
        is_rough,
        is_settled: is_settled || !is_bare && minute > 0,
    })
}

/// Minutes behind an hour, where they end, and whether only a clock is written so.
fn minutes(before: &str, rest: &str, end: usize) -> (u16, usize, bool) {
    let two = |text: &str| -> Option<u16> {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok().filter(|minute| digits.len() == 2 && *minute < 60)
    };
    for mark in [":", "h", "៖"] {
        if let Some(behind) = rest.strip_prefix(mark) {
            if let Some(minute) = two(behind) {
                return (minute, end + mark.len() + 2, true);
            }
            let is_hour = mark == "h" && !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
            if is_hour {
                return (0, end + 1, true);
            }
        }
    }
    // `6.30am`, `arrived 6.30`: with dots sums and days are written too.
    if let Some(behind) = rest.strip_prefix('.')
        && let Some(minute) = two(behind)
    {
        let next = behind.get(2..).unwrap_or_default();
        let is_of_day = begins(skipped(next).0, &HALVES).is_some();
        if is_of_day || (is_told_of_times(before) && !goes_on_as_number(next) && !is_sum(next)) {
            return (minute, end + 3, true);
        }
    }
    // ម៉ោង ៦ និង ១០នាទី.
    let (behind, gap) = skipped(rest);
    let (behind, and) = behind.strip_prefix("និង").map_or((behind, 0), |behind| (behind, "និង".len()));
    let (behind, more) = skipped(behind);
    if let Some(minute) = two(behind) {
        let after = behind.get(2..).unwrap_or_default();
        let (unit, space) = skipped(after);
        if unit.starts_with("នាទី") {
            return (minute, end + gap + and + more + 2 + space + "នាទី".len(), true);
        }
    }
    (0, end, false)
}

/// Whether behind these words a time is told.
fn is_told_of_times(before: &str) -> bool {
    const WORDS: [&str; 15] = [
        "at",
        "from",
        "until",
        "till",
        "since",
        "arrived",
        "came",
        "went",
        "seen",
        "about",
        "around",
        "ម៉ោង",
        "ដល់",
        "ប្រហែល",
        "to",
    ];
    let before = before.trim_end();
    WORDS.iter().any(|word| {
        let is_latin = word.is_ascii();
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !is_latin || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Whether digits follow, with a mark of theirs or without.
fn goes_on_as_number(next: &str) -> bool {
    let next = next.strip_prefix(['.', ',', '/', '-']).unwrap_or(next);
    next.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what follows a number makes a sum or a length of it.
fn is_sum(next: &str) -> bool {
    const UNITS: [&str; 13] =
        ["$", "usd", "dollar", "riel", "៛", "រៀល", "ដុល្លា", "ម៉ឺន", "មុឺន", "k", "hour", "km", "%"];
    let (next, _) = skipped(next);
    UNITS.iter().any(|unit| next.starts_with(unit))
}

/// `came at 6`: a number that is an hour only by the word before it.
fn is_bare_hour(before: &str, rest: &str) -> bool {
    let before = before.trim_end();
    let before = ["about", "around", "nearly"]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .map_or(before, str::trim_end);
    let is_at = ["at", "from", "until", "till", "since"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    });
    let (behind, _) = skipped(rest);
    let ends = behind.is_empty()
        || (behind.starts_with([',', '.', ';', '!', '?', '\n', ')']) && !goes_on_as_number(rest));
    let goes_on =
        ["and", "but", "to", "until", "till", "yesterday", "today", "on", "then", "they", "i", "we", "the"];
    is_at && (ends || begins(behind, &goes_on.map(|word| (word, ()))).is_some())
}

fn is_rough(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix("ម៉ោង").map_or(before, str::trim_end);
    ["about", "around", "~", "nearly", "approx", "ប្រហែល", "ប្រមាណ", "ជិត"]
        .iter()
        .any(|word| before.ends_with(word))
}

/// What happened at a time: the nearest words before it in its sentence, else the nearest behind it. Says whether it is
/// plain.
fn role(plain: &Plain, clock: &Clock, from: usize, to: usize) -> Option<(Column, bool)> {
    let sentence = plain.sentence(clock.range.start);
    if plain.says(&sentence, &AHEAD) {
        return None;
    }
    let start = from.max(sentence.start).min(clock.range.start);
    let end = to.min(sentence.end).max(clock.range.end);
    let before = start..clock.range.start;
    let after = clock.range.end..end;
    let near = |distance: usize| distance <= 45;
    let is_until = |word: &str| ["until", "till", "រហូតដល់"].contains(&word);
    let last = words(plain, &before).into_iter().max_by_key(|(range, ..)| (range.end, range.len()));
    let next =
        words(plain, &after).into_iter().min_by_key(|(range, ..)| (range.start, usize::MAX - range.len()));
    let last = last.filter(|(range, ..)| near(plain.part(range.end..clock.range.start).chars().count()));
    let next = next.filter(|(range, ..)| near(plain.part(clock.range.end..range.start).chars().count()));
    let bare_to = || {
        let before = plain.part(before.clone()).trim();
        (from > 0 && ["to", "-", "–", "ដល់", "ដល់ម៉ោង"].contains(&before)).then_some((Column::Seen, false))
    };
    if let Some(seen) = bare_to() {
        return Some(seen);
    }
    match (last, next) {
        // `waited until 11:40 to be seen`, `11:40 was when the doctor came`.
        (Some((_, Some(_), word)), Some((_, Some(column), _))) if is_until(word) => Some((column, true)),
        (Some((_, column, word)), _) => Some((column?, !is_until(word))),
        (None, Some((_, column, _))) => Some((column?, true)),
        (None, None) => None,
    }
}

/// The words of a part that say what happened; within a longer one a shorter one says nothing.
fn words<'a>(plain: &Plain, within: &Range<usize>) -> Vec<(Range<usize>, Option<Column>, &'a str)> {
    let arrived = ARRIVED.iter().map(|word| (*word, Some(Column::Arrived)));
    let mut found: Vec<(Range<usize>, Option<Column>, &str)> = Vec::new();
    for (word, column) in ROLES.into_iter().chain(arrived) {
        let is_open = word == "arriv";
        let ranges = if is_open { prefixed(plain, word) } else { plain.find(word) };
        for range in ranges {
            let is_inside = range.start >= within.start && range.end <= within.end;
            let is_part =
                found.iter().any(|(known, ..)| known.start <= range.start && known.end >= range.end);
            if is_inside && !is_part {
                found.push((range, column, word));
            }
        }
    }
    found
}

/// Where a word begins so: `arrive`, `arrived`, `arrival`.
fn prefixed(plain: &Plain, beginning: &str) -> Vec<Range<usize>> {
    let text = plain.text();
    let found = text.match_indices(beginning).map(|(at, _)| {
        let rest = plain.after(at);
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        at..at + length
    });
    found.collect()
}
