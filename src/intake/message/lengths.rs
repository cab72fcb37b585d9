//! How long somebody waited: `waited 5 hours`, `3h wait`, រង់ចាំ ៥ ម៉ោង, រង់ចាំបីម៉ោងកន្លះ. In minutes.
//!
//! Only beside a word for waiting: a journey of two hours and two hours under a drip are none.

use std::ops::Range;

use super::plain::{Plain, begins, is_khmer, skipped};
use super::{Reading, Sure, agreed};
use crate::domain::column::Column;
use crate::domain::times::LONGEST_WAIT;

/// Numbers in words, the longer before the shorter that they contain.
const COUNTS: [(&str, u32); 26] = [
    ("half an", 0),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("មួយ", 1),
    ("ពីរ", 2),
    ("បី", 3),
    ("បួន", 4),
    ("ប្រាំមួយ", 6),
    ("ប្រាំពីរ", 7),
    ("ប្រាំបី", 8),
    ("ប្រាំបួន", 9),
    ("ប្រាំ", 5),
    ("ដប់", 10),
    ("ជិតមួយ", 1),
    ("កន្លះ", 0),
];

/// A number in words at the beginning of a text, with how long it is.
pub fn count(text: &str) -> Option<(u32, usize)> {
    begins(text, &COUNTS).filter(|(_, number)| *number > 0).map(|(word, number)| (number, word.len()))
}

/// Where numbers stand in words, with what they are.
pub fn counts(plain: &Plain) -> Vec<(Range<usize>, u32)> {
    let of = |(word, number): &(&str, u32)| {
        let number = *number;
        plain.find(word).into_iter().map(move |range| (range, number))
    };
    COUNTS.iter().filter(|(_, number)| *number > 0).flat_map(of).collect()
}

const HOURS: [(&str, u32); 6] =
    [("hours", 60), ("hour", 60), ("hrs", 60), ("hr", 60), ("h", 60), ("ម៉ោង", 60)];
const MINUTES: [(&str, u32); 5] = [("minutes", 1), ("minute", 1), ("mins", 1), ("min", 1), ("នាទី", 1)];

/// A length that was found.
struct Length {
    range: Range<usize>,
    minutes: u32,
    is_rough: bool,
}

/// The wait in minutes, where one stands there.
pub fn read(plain: &mut Plain) -> Option<(u32, Reading)> {
    let mut found = Vec::new();
    for start in starts(plain) {
        let Some(length) = length(plain, &start) else { continue };
        if is_of_a_wait(plain, &length.range) && length.minutes <= LONGEST_WAIT {
            found.push(length);
        }
    }
    let mut readings = Vec::new();
    for Length { range, minutes, is_rough } in found {
        plain.take(range.clone());
        let sure = if is_rough { Sure::Likely } else { Sure::Said };
        readings.push(plain.reading(Column::WaitedMinutes, minutes.to_string(), &range, sure));
    }
    let reading = agreed(readings)?;
    Some((reading.value.parse().ok()?, reading))
}

/// Where a number stands, in digits or in words.
fn starts(plain: &Plain) -> Vec<Range<usize>> {
    let mut starts = plain.numbers();
    for (word, _) in COUNTS {
        let found = plain.find(word).into_iter().filter(|range| !plain.is_taken(range.start));
        starts.extend(found);
    }
    starts.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    // The shorter word within a longer one is none.
    let mut end = 0;
    starts.retain(|range| {
        let is_new = range.start >= end;
        end = end.max(range.end);
        is_new
    });
    starts
}

/// Hours and minutes from a number on.
fn length(plain: &Plain, start: &Range<usize>) -> Option<Length> {
    let number = plain.part(start.clone());
    let before = plain.before(start.start);
    if before.ends_with(['.', ':', '/', '-', '$', ','])
        && before.trim_end_matches(['.', ':', '/', '-', ',']).ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut at = start.end;
    let mut tenths = match number {
        "half an" | "កន្លះ" => 5,
        _ => {
            10 * number
                .parse::<u32>()
                .ok()
                .or_else(|| count(number).map(|(many, _)| many))
                .filter(|many| *many < 1_000)?
        }
    };
    // `2.5`, `2,5`, `2½`.
    let rest = plain.after(at);
    let half = [".5", ",5", "½", " 1/2"].iter().find(|half| rest.starts_with(**half));
    if let Some(half) = half {
        tenths += 5;
        at += half.len();
    } else if rest.strip_prefix(" and a half").is_some() {
        tenths += 5;
        at += " and a half".len();
    }
    let (rest, gap) = skipped(plain.after(at));
    if let Some((word, _)) = begins(rest, &HOURS) {
        at += gap + word.len();
        let (more, end) = minutes_behind(plain, at);
        return Some(Length {
            range: start.start..end,
            minutes: tenths * 6 + more,
            is_rough: is_rough(plain, start),
        });
    }
    let (word, _) = begins(rest, &MINUTES)?;
    let range = start.start..at + gap + word.len();
    (tenths % 10 == 0).then(|| Length { range, minutes: tenths / 10, is_rough: is_rough(plain, start) })
}

/// What stands behind hours: ` 30 min`, `20`, កន្លះ, ` and a half`; the minutes and where it ends.
fn minutes_behind(plain: &Plain, at: usize) -> (u32, usize) {
    let (rest, gap) = skipped(plain.after(at));
    for half in ["កន្លះ", "and a half"] {
        if rest.starts_with(half) {
            return (30, at + gap + half.len());
        }
    }
    let (rest, and) =
        ["and ", "និង"].iter().find_map(|and| Some((rest.strip_prefix(and)?, and.len()))).unwrap_or((rest, 0));
    let (rest, more) = skipped(rest);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let Some(minutes) = digits.parse::<u32>().ok().filter(|minutes| *minutes < 60) else {
        return (0, at);
    };
    let behind = rest.get(digits.len()..).unwrap_or_default();
    let end = at + gap + and + more + digits.len();
    let (behind, space) = skipped(behind);
    match begins(behind, &MINUTES) {
        Some((word, _)) => (minutes, end + space + word.len()),
        // `3h20`.
        None if gap + and + more == 0 && digits.len() == 2 => (minutes, end),
        None => (0, at),
    }
}

/// Whether it is said to be about so long, or more or less than that.
fn is_rough(plain: &Plain, start: &Range<usize>) -> bool {
    const ROUGH: [&str; 15] = [
        "about",
        "around",
        "over",
        "almost",
        "nearly",
        "more than",
        "at least",
        "~",
        "ប្រហែល",
        "ប្រមាណ",
        "ជាង",
        "ជិត",
        "លើសពី",
        "យ៉ាងតិច",
        "roughly",
    ];
    let before = plain.before(start.start).trim_end();
    ROUGH.iter().any(|word| before.ends_with(word))
        || plain.after(start.end).trim_start_matches(|c: char| c == ' ' || is_khmer(c)).starts_with("ជាង")
}

/// Whether a word for waiting stands near enough, in the same sentence.
fn is_of_a_wait(plain: &Plain, range: &Range<usize>) -> bool {
    const WAITING: [&str; 10] =
        ["waited", "wait", "waiting", "waits", "queued", "queue", "in line", "រង់ចាំ", "ចាំ", "អង្គុយចាំ"];
    const SEEN: [&str; 5] = ["before", "to be seen", "until", "to see", "ទើប"];
    const OTHER: [&str; 8] = ["drive", "travel", "by bus", "by moto", "trip", "ធ្វើដំណើរ", "ជិះ", "months"];
    let sentence = plain.sentence(range.start);
    let before = plain.part(sentence.start..range.start);
    let from = before.char_indices().rev().take(34).last().map_or(range.start, |(at, _)| sentence.start + at);
    let end = sentence.end.max(range.end);
    let after = plain.part(range.end..end);
    let to = after.char_indices().nth(26).map_or(end, |(at, _)| range.end + at);
    let (before, after) = (from..range.start, range.end..to);
    let is_other = plain.says(&after, &OTHER) || plain.says(&before, &OTHER);
    let is_wait = plain.says(&before, &WAITING) || plain.says(&after, &WAITING) || plain.says(&after, &SEEN);
    is_wait && !is_other
}
