//! Numbers that give somebody away: telephones, cards, days, ages – in digits of any script, or in words.

use std::ops::Range;

use super::letters::{bare, bare_range, is_letter, plain_digit, words};
use super::{Found, Suspect};
use crate::i18n::{Lang, dates};

/// The least digits of a number that is struck whatever it is.
const LONG: usize = 6;

/// Numbers in Khmer words, as they are put together: ប្រាំពីរ is seven, សាមសិបបួន thirty-four.
const KHMER_NUMBERS: [&str; 22] = [
    "សូន្យ",
    "មួយ",
    "ពីរ",
    "បី",
    "បួន",
    "ប្រាំ",
    "ដប់",
    "ម្ភៃ",
    "សាមសិប",
    "សែសិប",
    "ហាសិប",
    "ហុកសិប",
    "ចិតសិប",
    "ប៉ែតសិប",
    "កៅសិប",
    "រយ",
    "ពាន់",
    "ម៉ឺន",
    "សាម",
    "កៅ",
    "ប៉ែត",
    "ម្ភែ",
];

const ENGLISH_NUMBERS: [&str; 30] = [
    "zero",
    "oh",
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// Finds numbers, days and ages.
pub(super) fn find(text: &str, found: &mut Found) {
    let all = words(text);
    found.extend(long_numbers(text).into_iter().map(|range| (range, Suspect::Number)));
    found.extend(spelt_out(text, &all).into_iter().map(|range| (range, Suspect::Number)));
    found.extend(days(text, &all).into_iter().map(|range| (range, Suspect::Day)));
    found.extend(ages(text, &all).into_iter().map(|range| (range, Suspect::Age)));
    found.extend(khmer_ages(text).into_iter().map(|range| (range, Suspect::Age)));
}

/// What may stand between the digits of one number.
fn parts_digits(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '.' | '/' | ',' | '(' | ')' | '_' | '*' | '+' | ':' | '\u{AD}' | '\u{A0}' | '\u{200B}'..='\u{200F}'
            | '\u{2010}'..='\u{2015}' | '\u{202F}' | '\u{2060}' | '\u{2212}' | '\u{FEFF}' | '·' | '|'
    )
}

/// Six digits or more, with the separators of telephone numbers between them; a sum of money with its currency behind it
/// is no such number, nor are two times of the day.
fn long_numbers(text: &str) -> Vec<Range<usize>> {
    let characters: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, plain_digit(c))).collect();
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(&(start, c)) = characters.get(index) {
        if !c.is_ascii_digit() {
            index += 1;
            continue;
        }
        let mut digits = String::new();
        let mut end = index;
        let mut scan = index;
        while let Some(&(_, c)) = characters.get(scan) {
            if c.is_ascii_digit() || (matches!(c, 'o' | 'O' | 'l' | 'I') && scan == end && scan > index) {
                digits.push(c);
                end = scan + 1;
            } else if !parts_digits(c) || scan > end + 2 {
                break;
            }
            scan += 1;
        }
        // Letters that stand for digits do so between digits.
        while digits.ends_with(|c: char| c.is_ascii_alphabetic()) {
            digits.pop();
            end -= 1;
        }
        let stop = characters.get(end).map_or(text.len(), |(at, _)| *at);
        let run = text.get(start..stop).unwrap_or_default();
        let behind = text.get(stop..).unwrap_or_default();
        if is_long(text, start, run, &digits)
            && !is_sum(run, &digits, behind, text.get(..start).unwrap_or_default())
        {
            found.push(letters_before(text, start)..stop + letter_behind(behind));
        }
        index = end.max(index + 1);
    }
    found
}

/// Whether digits make a number that is struck: many; or fewer with letters before them, or called a number.
fn is_long(text: &str, start: usize, run: &str, digits: &str) -> bool {
    if is_times(run) {
        return false;
    }
    let before = text.get(..start).unwrap_or_default();
    let is_called = ["no.", "no", "number", "id", "card", "nssf", "#", "លេខ", "កូដ", "code", "…", "..."]
        .iter()
        .any(|word| before.trim_end_matches([' ', ':', '\u{200B}', '\u{A0}']).to_lowercase().ends_with(word));
    digits.len() >= LONG || (digits.len() >= 4 && (is_called || letters_before(text, start) < start))
}

/// `06:10 11:40`, `06:10-11:40`: each part a time.
fn is_times(run: &str) -> bool {
    let plain: String = run.chars().map(plain_digit).collect();
    let parts: Vec<&str> =
        plain.split(|c: char| !(c.is_ascii_digit() || c == ':')).filter(|part| !part.is_empty()).collect();
    let is_time = |part: &&str| {
        part.split_once(':').is_some_and(|(hour, minute)| {
            hour.len() <= 2 && minute.len() == 2 && hour.parse::<u8>().is_ok_and(|hour| hour < 25)
        })
    };
    parts.iter().all(is_time) && parts.len() <= 2
}

/// Where capitals that belong to a number begin: `W01234`, `H080801`.
fn letters_before(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let trimmed = before.strip_suffix('-').unwrap_or(before);
    let letters: Vec<char> = trimmed.chars().rev().take_while(char::is_ascii_uppercase).take(4).collect();
    if letters.is_empty() || letters.len() > 3 {
        return start;
    }
    let begin = trimmed.len() - letters.len();
    let lone = trimmed.get(..begin).and_then(|rest| rest.chars().next_back()).is_none_or(|c| !is_letter(c));
    if lone { begin } else { start }
}

/// A letter right behind a number belongs to it: NSSF numbers may end in one.
fn letter_behind(behind: &str) -> usize {
    let mut rest = behind.chars();
    let tail = rest.next().filter(|c| c.is_alphabetic() && !c.is_lowercase());
    let lone = rest.next().is_none_or(|c| !is_letter(c));
    tail.filter(|_| lone).map_or(0, char::len_utf8)
}

fn is_sum(run: &str, digits: &str, behind: &str, before: &str) -> bool {
    const CURRENCIES: [&str; 7] = ["៛", "រៀល", "riel", "khr", "dollar", "ដុល្លារ", "usd"];
    let behind = behind.trim_start_matches([' ', '\u{200B}', '\u{A0}', '-']).to_lowercase();
    let named =
        CURRENCIES.iter().any(|currency| behind.starts_with(currency)) || before.ends_with(['$', '៛']);
    let is_grouped = !run.contains(['/', '+', '(', ')', ':', '*', '_']) && !run.contains("  ");
    digits.len() <= 8 && !digits.starts_with('0') && is_grouped && named
}

/// Telephone numbers in words: six numbers or more one after the other.
fn spelt_out(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_number = |range: &Range<usize>| {
        let word = bare(text.get(range.clone()).unwrap_or_default());
        let is_digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        is_digits
            || word
                .split('-')
                .all(|part| ENGLISH_NUMBERS.contains(&part) || matches!(part, "double" | "triple"))
    };
    let mut found = Vec::new();
    let mut index = 0;
    while index < all.len() {
        let run = all.iter().skip(index).take_while(|range| is_number(range)).count();
        if run >= LONG
            && let (Some(first), Some(last)) = (all.get(index), all.get(index + run - 1))
        {
            found.push(first.start..bare_range(text, last).end);
        }
        index += run.max(1);
    }
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, numbers) = khmer_number(rest);
        if numbers >= LONG {
            found.push(at..at + length);
        }
        at += length.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    found
}

/// How long the Khmer number words at the beginning of a text are, in bytes, and how many.
fn khmer_number(text: &str) -> (usize, usize) {
    let (mut length, mut numbers) = (0, 0);
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let gap =
            if numbers == 0 { 0 } else { rest.len() - rest.trim_start_matches([' ', '\u{200B}', '-']).len() };
        let rest = rest.get(gap..).unwrap_or_default();
        let word = KHMER_NUMBERS.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
        let Some(word) = word else {
            return (length, numbers);
        };
        length += gap + word.len();
        numbers += 1;
    }
}

/// Digits at the beginning of a text, or a number in Khmer words: how long.
fn khmer_count(text: &str) -> usize {
    let digits: usize =
        text.chars().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum();
    if digits > 0 { digits } else { khmer_number(text).0 }
}

/// Days: `7/3/2026`, `៧/៣`, `7 March`, `March 7th`, `the 15th`, `ថ្ងៃទី៧ ខែមីនា`, `៥កើត`.
fn days(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
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
            if length > 0 && is_day {
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

fn digits_of(text: &str) -> usize {
    text.chars().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum()
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

fn is_number(part: &str) -> bool {
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

/// Ages: `34 years old`, `34-year-old`, `thirty-four years of age`, `aged 34`, `8 months old`, `born in 1992`.
fn ages(text: &str, all: &[Range<usize>]) -> Vec<Range<usize>> {
    let plain: Vec<String> =
        all.iter().map(|range| bare(text.get(range.clone()).unwrap_or_default())).collect();
    let at = |index: Option<usize>| index.and_then(|index| plain.get(index)).map_or("", String::as_str);
    let is_count = |word: &str| {
        let spelt = !word.is_empty() && word.split('-').all(|part| ENGLISH_NUMBERS.contains(&part));
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
            if (unit(one) && (other == "old" || other == "of" && at(Some(last + 3)) == "age"))
                || one == "year-old"
            {
                add(index, last + if one == "year-old" { 1 } else { 2 });
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
fn khmer_ages(text: &str) -> Vec<Range<usize>> {
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
