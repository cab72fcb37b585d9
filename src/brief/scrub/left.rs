//! Whether a story still tells something once it is struck.

use std::ops::Range;

use super::letters::is_letter;
use super::lists::List;

/// The least letters that carry something in a story that is told: two words, `waited long`, រង់ចាំយូរ.
const LEAST: usize = 10;

/// The letters of a word.
const A_WORD: usize = 5;

/// The same in Khmer, the longer before those that begin them.
const KHMER_EMPTY: [&str; 26] = [
    "លេខទូរស័ព្ទ",
    "ទូរស័ព្ទ",
    "អាសយដ្ឋាន",
    "ទំនាក់ទំនង",
    "រោងចក្រ",
    "ក្រុមហ៊ុន",
    "ធ្វើការ",
    "ទាក់ទង",
    "ស្នាក់នៅ",
    "រស់នៅ",
    "សមាជិក",
    "ឈ្មោះ",
    "អាយុ",
    "ឆ្នាំ",
    "ខ្ញុំ",
    "គាត់",
    "លោកស្រី",
    "អ្នកស្រី",
    "លោក",
    "ភូមិ",
    "លេខ",
    "សូម",
    "ហៅ",
    "តាម",
    "នៅ",
    "ជា",
];

/// Whether a story that is struck at some places (bytes, in order, none overlapping) tells nothing any more: fewer than ten
/// letters are left that carry something, or fewer than five for each gap. Letters, digits and Khmer marks count alike;
/// words that only introduce what is struck (`my name is`, ខ្ញុំឈ្មោះ) carry nothing. A story of which nothing is struck tells
/// what it tells, however short.
///
/// Ten letters are two words, as much as a complaint needs; where there is not a word for each gap, what is left describes
/// whoever was struck more than what happened, and invites a reader to guess. How much was struck is no measure: a reader
/// sees a gap, not its length, and long names make no worse story.
pub fn is_only_gaps(text: &str, struck: &[Range<usize>]) -> bool {
    if struck.iter().all(Range::is_empty) {
        return false;
    }
    let (mut left, mut gaps, mut at) = (0, 0, 0);
    for range in struck.iter().filter(|range| !range.is_empty()) {
        left += carrying(text.get(at..range.start).unwrap_or_default());
        gaps += 1;
        at = range.end;
    }
    left += carrying(text.get(at..).unwrap_or_default());
    left < LEAST || left < gaps * A_WORD
}

/// How many letters of a text carry something.
fn carrying(text: &str) -> usize {
    let seen: String = text.chars().filter(|c| !matches!(c, '\u{200B}'..='\u{200F}')).collect();
    let carries = |word: &&str| {
        let word = word.trim_matches(|c: char| !is_letter(c)).to_lowercase();
        !List::Empty.has(&word)
    };
    let mut carrying: String = seen.split_whitespace().filter(carries).collect();
    for empty in KHMER_EMPTY {
        carrying = carrying.replace(empty, "");
    }
    carrying.chars().filter(|c| is_letter(*c)).count()
}
