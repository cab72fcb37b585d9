//! Where somebody lives.

use std::ops::Range;

use super::letters::{bare, bare_range, is_khmer_mark, plain_digit};
use super::lists::is_nobody;
use super::people::starts_high;
use super::work::khmer_word;

/// Homes: `Svay Chrum village`, `village of Thmei`, `Street 271`, `house no. 12`, `room 5 of …`.
pub(super) fn addresses(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    const KINDS: [&str; 9] =
        ["village", "commune", "sangkat", "khan", "phum", "khum", "srok", "hamlet", "borey"];
    const STREETS: [&str; 6] = ["street", "st", "road", "house", "lane", "blvd"];
    let word = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let is_name = |range: &&Range<usize>| {
        starts_high(text, range) && !is_nobody(text.get((*range).clone()).unwrap_or_default())
    };
    let is_number = |range: &Range<usize>| {
        let digits = word(range).chars().filter(|c| plain_digit(*c).is_ascii_digit()).count();
        (1..=4).contains(&digits)
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate() {
        let plain = word(range);
        if KINDS.contains(&plain.as_str()) {
            let before: Vec<&Range<usize>> =
                all.iter().take(index).rev().take(3).take_while(is_name).collect();
            found.extend(before.into_iter().map(|range| bare_range(text, range)));
            let of = usize::from(
                all.get(index + 1)
                    .is_some_and(|next| ["of", "called", "named"].contains(&word(next).as_str())),
            );
            let behind: Vec<&Range<usize>> =
                all.iter().skip(index + 1 + of).take(3).take_while(is_name).collect();
            found.extend(behind.into_iter().map(|range| bare_range(text, range)));
        }
        if STREETS.contains(&plain.as_str()) {
            let skip = usize::from(
                all.get(index + 1).is_some_and(|next| ["no", "number", "#"].contains(&word(next).as_str())),
            );
            found.extend(
                all.get(index + 1 + skip).filter(|next| is_number(next)).map(|next| bare_range(text, next)),
            );
        }
    }
    found
}

pub(super) fn khmer_addresses(text: &str) -> Vec<Range<usize>> {
    /// Villages are called by a word or two.
    const LONGEST: usize = 16;
    let mut found = Vec::new();
    for mark in ["ភូមិ", "ឃុំ", "សង្កាត់", "បុរី"] {
        for (at, mark) in text.match_indices(mark) {
            // `ភូមិឃុំ`, `អ្នកភូមិ` name none; a mark behind it makes it another word.
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let is_word = rest.chars().next().is_none_or(|c| !is_khmer_mark(c));
            let in_other = text.get(..at).is_some_and(|before| before.ends_with("អ្នក"));
            if is_word && !in_other {
                found.extend(khmer_word(text, at + mark.len(), LONGEST));
            }
        }
    }
    for mark in ["ផ្ទះលេខ", "ផ្លូវលេខ", "ផ្លូវ", "បន្ទប់ជួលលេខ", "ក្រុមទី"]
    {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}']).len();
            let number: usize = rest
                .get(lead..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| plain_digit(*c).is_ascii_alphanumeric())
                .map(char::len_utf8)
                .sum();
            found.push(from + lead..from + lead + number);
        }
    }
    found
}
