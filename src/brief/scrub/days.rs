//! Days, in digits or words.

use std::ops::Range;

use super::letters::{bare, bare_range, plain_digit};
use super::numbers::{digits_of, khmer_count};
use crate::i18n::{Lang, dates};

/// Days: `7/3/2026`, `៧/៣`, `7 March`, `March 7th`, `the 15th`, `ថ្ងៃទី៧ ខែមីនា`, `៥កើត`.
pub(super) fn days(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let plain = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let month = |word: &str| {
        (1..=12).any(|month| {
            let name = dates::month_name(month, Lang::En).to_lowercase();
            name == word
                || (word.len() >= 3 && word != "may" && name.get(..3) == Some(word))
                || (word == "sept" && month == 9)
        })
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let word = plain(range);
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        if matches!(parts.len(), 2 | 3)
            && parts.iter().all(|part| is_number(part) || month(part))
            && parts.iter().any(|part| is_day(part))
            && !(word.contains('.') && parts.len() == 2)
        {
            found.push(bare_range(text, range));
        }
        let near = |at: Option<usize>| at.and_then(|at| all.get(at));
        if month(&word) {
            let of =
                near(index.checked_sub(1)).filter(|range| plain(range) == "of").and(index.checked_sub(2));
            for near in [index.checked_sub(1), of, Some(index + 1)].into_iter().filter_map(near) {
                if is_day(&plain(near)) {
                    found.push(bare_range(text, near));
                }
            }
        }
        if is_ordinal(&word) {
            let before = near(index.checked_sub(1)).map(plain);
            let behind = near(Some(index + 1)).map(plain);
            let counts = behind.is_some_and(|word| {
                ["in", "time", "floor", "person", "patient", "child", "month", "week", "line", "row"]
                    .contains(&word.as_str())
            });
            if before.is_some_and(|word| word == "the" || word == "on") && !counts {
                found.push(bare_range(text, range));
            }
        }
    }
    found.extend(khmer_days(text));
    found
}

fn khmer_days(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for month in (1..=12).map(|month| dates::month_name(month, Lang::Km)) {
        found.extend(text.match_indices(month).filter_map(|(at, _)| khmer_day_before(text, at)));
    }
    for mark in ["ថ្ងៃទី", "ថ្ងៃ ទី", "ទី", "ថ្ងៃ"] {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let gap = text.get(from..).unwrap_or_default();
            let start = from + gap.len() - gap.trim_start_matches([' ', '\u{200B}']).len();
            let rest = text.get(start..).unwrap_or_default();
            let length = if mark == "ថ្ងៃទី" { khmer_count(rest) } else { digits_of(rest) };
            let is_day = digits_of(rest) == 0 || is_day(&bare(rest.get(..length).unwrap_or_default()));
            // `មួយថ្ងៃ ៣ ដង` is three times a day, `ជួរទី ២` the second row.
            let behind = rest.get(length..).unwrap_or_default().trim_start_matches([' ', '\u{200B}']);
            let is_of_month = mark == "ថ្ងៃទី" || behind.starts_with("ខែ");
            if length > 0 && is_day && is_of_month {
                found.push(start..start + length);
            }
        }
    }
    for mark in ["កើត", "រោច"] {
        for (at, _) in text.match_indices(mark) {
            found.extend(digits_before(text, at).filter(|range| range.len() <= 6));
        }
    }
    found
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=2).contains(&digits.len()) && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|tail| word.ends_with(tail))
        && is_day(word)
        && word.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn is_number(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a day that stand before a month's name, with `ខែ` between or not.
fn khmer_day_before(text: &str, month: usize) -> Option<Range<usize>> {
    let before = text.get(..month)?.trim_end_matches([' ', '\u{200B}']);
    let before = before.strip_suffix("ខែ").unwrap_or(before);
    digits_before(text, before.len())
}

fn digits_before(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?.trim_end_matches([' ', '\u{200B}']);
    let digits: usize =
        before.chars().rev().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum();
    (digits > 0).then(|| before.len() - digits..before.len())
}
