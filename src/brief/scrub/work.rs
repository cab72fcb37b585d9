//! Where somebody works, and as what.

use std::ops::Range;

use super::letters::{Letters, bare, bare_range, is_khmer, is_khmer_mark, normal, words};
use super::lists::{ENDS, JOBS, KHMER_JOBS, KINDS, has, is_nobody};
use super::people::{LONGEST_KHMER_NAME, starts_high};

pub(super) fn jobs(text: &str) -> Vec<Range<usize>> {
    let letters = Letters::of(text);
    let mut found = Vec::new();
    for job in JOBS.split(", ") {
        found.extend(letters.find_words(&normal(job)));
        found.extend(letters.find_words(&normal(&format!("{job}s"))));
    }
    for job in KHMER_JOBS.split(' ') {
        found.extend(letters.find(&normal(job)));
    }
    // As letters alone it stands in other words.
    let is_checker = |range: &Range<usize>| {
        matches!(bare(text.get(range.clone()).unwrap_or_default()).as_str(), "qc" | "q.c")
    };
    found.extend(words(text).into_iter().filter(is_checker).map(|range| bare_range(text, &range)));
    found
}

/// Jobs that somebody says: `I work as a …`, `my job is …`, ធ្វើការជា….
pub(super) fn said_jobs(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let word = |index: usize| all.get(index).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let mut found = Vec::new();
    for index in 0..all.len() {
        let plain = bare(word(index));
        let before = index.checked_sub(1).map(|index| bare(word(index))).unwrap_or_default();
        let works = plain == "as"
            && ["work", "works", "worked", "working", "job", "employed"].contains(&before.as_str());
        let is = matches!(plain.as_str(), "is" | "was")
            && ["job", "occupation", "position", "profession"].contains(&before.as_str());
        if !(works || is) {
            continue;
        }
        let mut next = index + 1;
        while ["a", "an", "the"].contains(&bare(word(next)).as_str()) {
            next += 1;
        }
        let first = next;
        while next < first + 4 && next < all.len() && !has(ENDS, &bare(word(next))) {
            next += 1;
            if word(next - 1).ends_with([',', '.', ';', '!', '?']) {
                break;
            }
        }
        if let (Some(from), Some(to)) =
            (all.get(first), all.get(next.saturating_sub(1)).filter(|_| next > first))
        {
            found.push(from.start..bare_range(text, to).end);
        }
    }
    for mark in ["ធ្វើការជា", "ធ្វើជា", "មុខរបរ", "តួនាទីជា", "មុខតំណែង"]
    {
        found.extend(
            text.match_indices(mark)
                .filter_map(|(at, mark)| khmer_word(text, at + mark.len(), LONGEST_KHMER_NAME)),
        );
    }
    found
}

/// Khmer letters behind a place, at most so many.
pub(super) fn khmer_word(text: &str, from: usize, most: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}', ':', '៖', '«', '"']).len();
    let rest = rest.get(lead..)?;
    let own: usize = rest.chars().take_while(|c| is_khmer(*c)).take(most).map(char::len_utf8).sum();
    let marks: usize = rest.get(own..)?.chars().take_while(|c| is_khmer_mark(*c)).map(char::len_utf8).sum();
    (own > 0).then(|| from + lead..from + lead + own + marks)
}

/// Employers by their look: `Sunny Garment Co., Ltd`, `the Golden Star factory`.
pub(super) fn organisations(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let word = |range: &Range<usize>| bare(text.get(range.clone()).unwrap_or_default());
    let is_name = |range: &Range<usize>| {
        starts_high(text, range) && !is_nobody(text.get(range.clone()).unwrap_or_default())
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate().filter(|(_, range)| has(KINDS, &word(range))) {
        let before = all.iter().take(index).rev().take(4).take_while(|range| is_name(range)).last();
        if let Some(first) = before {
            found.push(first.start..bare_range(text, range).end);
        }
    }
    for mark in ["រោងចក្រ", "ក្រុមហ៊ុន", "សហជីពមូលដ្ឋាន"]
    {
        for (at, mark) in text.match_indices(mark) {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let lead = rest.len() - rest.trim_start_matches([' ', '\u{200B}', '«', '"', '“']).len();
            let latin: Vec<Range<usize>> = words(rest.get(lead..).unwrap_or_default())
                .into_iter()
                .map(|range| from + lead + range.start..from + lead + range.end)
                .take(4)
                .take_while(|range| starts_high(text, range))
                .collect();
            if let (Some(first), Some(last)) = (latin.first(), latin.last()) {
                found.push(first.start..bare_range(text, last).end);
            } else if rest.get(..lead).is_some_and(|lead| lead.contains(['«', '"', '“'])) {
                found.extend(khmer_word(text, from + lead, LONGEST_KHMER_NAME));
            } else if let Some(named) = rest.strip_prefix("ឈ្មោះ") {
                found.extend(khmer_word(text, text.len() - named.len(), LONGEST_KHMER_NAME));
            }
        }
    }
    found
}
