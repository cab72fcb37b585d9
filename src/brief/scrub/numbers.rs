//! Numbers that give somebody away: telephones and cards, in digits of any script or in words.

use std::ops::Range;
use std::sync::LazyLock;

use super::khmer::{Marks, Seen};
use super::letters::{Words, ahead, before, is_letter, plain_digit};
use super::lists::{KHMER_NUMBERS, List};
use super::{Found, Suspect, ages, days};

/// The least digits of a number that is struck whatever it is.
const LONG: usize = 6;

/// Finds numbers, days and ages.
pub(super) fn find(text: &str, words: &Words<'_>, seen: &Seen, found: &mut Found) {
    let mut add =
        |ranges: Vec<Range<usize>>, why: Suspect| found.extend(ranges.into_iter().map(|range| (range, why)));
    add(long_numbers(text), Suspect::Number);
    add(spelt_out(words), Suspect::Number);
    add(days::days(words), Suspect::Day);
    add(ages::ages(words), Suspect::Age);
    if seen.is_khmer {
        add(khmer_spelt_out(text), Suspect::Number);
        add(seen.all_back(&days::khmer_days(seen)), Suspect::Day);
        add(seen.all_back(&ages::khmer_ages(seen)), Suspect::Age);
    }
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
    if !text.chars().any(|c| plain_digit(c).is_ascii_digit()) {
        return Vec::new();
    }
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
        let behind = ahead(text, stop, 24);
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
    let before = before(text, start, 24);
    let before = before.trim_end_matches([' ', ':', '\u{200B}', '\u{A0}']).to_lowercase();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_called = ["no.", "no", "number", "id", "card", "nssf", "#", "code"].contains(&word)
        || ["លេខ", "កូដ", "បណ្ណ", "ប័ណ្ណ", "…", "..."].iter().any(|mark| word.ends_with(mark));
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
    // `2A-1234`: a plate has a digit before.
    let plate = trimmed.get(..begin).and_then(|rest| Some((rest, rest.chars().next_back()?)));
    if let Some((rest, digit)) = plate.filter(|(_, c)| plain_digit(*c).is_ascii_digit()) {
        let before = rest.len() - digit.len_utf8();
        let is_lone =
            rest.get(..before).and_then(|rest| rest.chars().next_back()).is_none_or(|c| !is_letter(c));
        return if is_lone { before } else { start };
    }
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
fn spelt_out(words: &Words<'_>) -> Vec<Range<usize>> {
    let is_number = |index: &usize| {
        let word = words.plain(*index);
        let is_digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        is_digits
            || word
                .split('-')
                .all(|part| List::EnglishNumbers.has(part) || matches!(part, "double" | "triple"))
    };
    // Six words of numbers, or six digits in all where some of them are spelt.
    let digits = |index: usize| words.plain(index).bytes().all(|byte| byte.is_ascii_digit());
    let parts = |index: usize| words.plain(index).split('-').count();
    let count = |index: usize| if digits(index) { words.plain(index).len() } else { parts(index) };
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let run = (index..words.len()).take_while(is_number).count();
        let of_run = || index..index + run;
        let is_spelt = of_run().any(|index| !digits(index));
        let is_long = of_run().map(parts).sum::<usize>() >= LONG
            || (is_spelt && of_run().map(count).sum::<usize>() >= LONG);
        if let Some(range) = words.ranges.get(index).filter(|_| is_long) {
            found.extend(words.span(index, index + run - 1).map(|span| range.start..span.end));
        }
        index += run.max(1);
    }
    found
}

/// The same in Khmer words.
fn khmer_spelt_out(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, numbers, is_spelt) = khmer_run(rest);
        if numbers >= LONG && is_spelt {
            found.push(at..at + length);
        }
        at += length.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    found
}

static NUMBERS: LazyLock<Marks<()>> = LazyLock::new(|| Marks::of(&[(KHMER_NUMBERS, ())]));

/// How long the Khmer number words and digits at the beginning of a text are, in bytes; how many numbers and digits; and
/// whether any of them is a word.
fn khmer_run(text: &str) -> (usize, usize, bool) {
    let (mut length, mut numbers, mut is_spelt) = (0, 0, false);
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let gap =
            if numbers == 0 { 0 } else { rest.len() - rest.trim_start_matches([' ', '\u{200B}', '-']).len() };
        let rest = rest.get(gap..).unwrap_or_default();
        let digits = digits_of(rest);
        let word =
            if digits == 0 { NUMBERS.at(rest).map(|(word, ())| word.len()).max().unwrap_or(0) } else { 0 };
        if digits + word == 0 {
            return (length, numbers, is_spelt);
        }
        length += gap + digits + word;
        numbers += rest.get(..digits).map_or(0, |run| run.chars().count()) + usize::from(word > 0);
        is_spelt |= word > 0;
    }
}

/// How long the Khmer number words at the beginning of a text are, in bytes, and how many.
fn khmer_number(text: &str) -> (usize, usize) {
    let (mut length, mut numbers) = (0, 0);
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let gap =
            if numbers == 0 { 0 } else { rest.len() - rest.trim_start_matches([' ', '\u{200B}', '-']).len() };
        let rest = rest.get(gap..).unwrap_or_default();
        let Some(word) = NUMBERS.at(rest).map(|(word, ())| word.len()).max() else {
            return (length, numbers);
        };
        length += gap + word;
        numbers += 1;
    }
}

/// Digits at the beginning of a text, or a number in Khmer words: how long.
pub(super) fn khmer_count(text: &str) -> usize {
    let digits: usize =
        text.chars().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum();
    if digits > 0 { digits } else { khmer_number(text).0 }
}

pub(super) fn digits_of(text: &str) -> usize {
    text.chars().take_while(|c| plain_digit(*c).is_ascii_digit()).map(char::len_utf8).sum()
}
