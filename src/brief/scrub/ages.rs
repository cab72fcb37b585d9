//! Ages and years of birth, in digits or words.

use std::ops::Range;

use super::days::is_number;
use super::letters::{bare, bare_range};
use super::lists::{ENGLISH_NUMBERS, has};
use super::numbers::{digits_of, khmer_count};

/// Ages: `34 years old`, `34-year-old`, `thirty-four years of age`, `aged 34`, `8 months old`, `born in 1992`.
pub(super) fn ages(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let plain: Vec<String> =
        all.iter().map(|range| bare(text.get(range.clone()).unwrap_or_default())).collect();
    let at = |index: Option<usize>| index.and_then(|index| plain.get(index)).map_or("", String::as_str);
    let is_count = |word: &str| {
        let spelt = !word.is_empty() && word.split('-').all(|part| has(ENGLISH_NUMBERS, part));
        spelt || (word.len() <= 3 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let unit =
        |word: &str| matches!(word, "year" | "years" | "yr" | "yrs" | "month" | "months" | "week" | "weeks");
    let mut found = Vec::new();
    let mut add = |from: usize, to: usize| {
        if let (Some(first), Some(last)) = (all.get(from), all.get(to)) {
            found.push(bare_range(text, first).start..bare_range(text, last).end);
        }
    };
    for (index, word) in plain.iter().enumerate() {
        let next = |step: usize| at(Some(index + step));
        let before = at(index.checked_sub(1));
        // `34-year-old`, `34yo`, `34y/o`.
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_joined = word.contains("year-old") || word.contains("years-old") || word.contains("month-old");
        if is_joined || (digits.len() < word.len() && ["yo", "y/o", "yrs", "yr", "y.o"].contains(&digits)) {
            add(index, index);
        }
        if is_count(word) {
            let two = is_count(next(1)) && !next(1).bytes().all(|byte| byte.is_ascii_digit());
            let last = index + usize::from(two);
            let (one, other) = (at(Some(last + 1)), at(Some(last + 2)));
            if unit(one) && other == "old" {
                add(index, last + 2);
            }
            if unit(one) && other == "of" && at(Some(last + 3)) == "age" {
                add(index, last + 3);
            }
            if one == "year-old" {
                add(index, last + 1);
            }
            if matches!(one, "yo" | "y/o") {
                add(index, last + 1);
            }
            if matches!(before, "aged" | "age" | "turned")
                || (before == "is" && at(index.checked_sub(2)) == "age")
            {
                add(index, last);
            }
        }
        let is_year =
            word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_number(word);
        let born = (1..=4).any(|back| at(index.checked_sub(back)) == "born");
        if is_year && (born || (before == "birth" || before == "dob")) {
            add(index, index);
        }
    }
    found
}

/// Ages in Khmer: `អាយុ ៣៤ ឆ្នាំ`, `អាយុសាមសិបបួនឆ្នាំ`, `កើតឆ្នាំ ១៩៩២`.
pub(super) fn khmer_ages(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices("អាយុ") {
        let from = at + mark.len();
        let rest = text.get(from..).unwrap_or_default();
        let lead: usize = ["ប្រហែល", "ជាង", "ប្រមាណ", "ជិត", " ", "\u{200B}", ":", "៖"]
            .iter()
            .cycle()
            .take(16)
            .fold(0, |lead, word| {
                lead + if rest.get(lead..).is_some_and(|rest| rest.starts_with(word)) {
                    word.len()
                } else {
                    0
                }
            });
        let length = khmer_count(rest.get(lead..).unwrap_or_default());
        if length > 0 {
            let start = from + lead;
            let behind = text.get(start + length..).unwrap_or_default();
            let gap = behind.len() - behind.trim_start_matches([' ', '\u{200B}']).len();
            let unit = ["ឆ្នាំ", "ខែ"]
                .iter()
                .find(|unit| behind.get(gap..).is_some_and(|rest| rest.starts_with(**unit)));
            found.push(start..start + length + unit.map_or(0, |unit| gap + unit.len()));
        }
    }
    for mark in ["កើតឆ្នាំ", "កើតនៅឆ្នាំ", "ឆ្នាំកំណើត"]
    {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let gap = rest.len() - rest.trim_start_matches([' ', '\u{200B}', ':', '៖']).len();
            let length = digits_of(rest.get(gap..).unwrap_or_default());
            found.push(from + gap..from + gap + length);
        }
    }
    found
}
