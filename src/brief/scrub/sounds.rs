//! Names of one script found in texts of the other, by how they sound.

use std::ops::Range;

use super::letters::{is_khmer_mark, words};
use crate::domain::sounds::{alike, key_of_khmer, of_khmer, of_latin};

/// The consonants of Khmer letters, each with its place; a letter under a sign of silence has none.
fn sounds(text: &str) -> Vec<(char, Range<usize>)> {
    let mut out: Vec<(char, Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter == '\u{17CD}' {
            out.pop();
            continue;
        }
        let sound = match of_khmer(letter) {
            Some(sound) => sound,
            // Sentences part names.
            None if matches!(letter, '។' | '\n' | '.' | ',' | '៕') => '|',
            None => continue,
        };
        match out.last_mut() {
            Some((last, place)) if *last == sound => place.end = end,
            _ => out.push((sound, at..end)),
        }
    }
    out
}

/// The least consonants by which a name is known in the other script.
const ENOUGH: usize = 4;

/// Where a name in Latin letters stands in Khmer ones: its consonants one after the other, enough of them.
pub(super) fn latin_name_in_khmer(name: &str, text: &str) -> Vec<Range<usize>> {
    let key: Vec<char> = of_latin_words(name).chars().collect();
    if key.len() < ENOUGH || !name.is_ascii() {
        return Vec::new();
    }
    let heard = sounds(text);
    let window = heard.windows(key.len());
    window
        .filter(|window| window.iter().map(|(sound, _)| *sound).eq(key.iter().copied()))
        .filter_map(|window| Some(window.first()?.1.start..marks_behind(text, window.last()?.1.end)))
        .collect()
}

fn of_latin_words(name: &str) -> String {
    let mut out = String::new();
    for sound in name.split_whitespace().flat_map(|word| of_latin(word).chars().collect::<Vec<_>>()) {
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// The end of the syllable that a place ends in.
fn marks_behind(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + rest.chars().take_while(|c| is_khmer_mark(*c)).map(char::len_utf8).sum::<usize>()
}

/// Where a name in Khmer letters stands in Latin ones: words beside each other, or in one, with its consonants; a part of
/// it alone where it has three or more.
pub(super) fn khmer_name_in_latin(name: &str, text: &str) -> Vec<Range<usize>> {
    let parts: Vec<String> = name.split_whitespace().map(key_of_khmer).collect();
    let whole: String = parts.concat();
    let all = words(text);
    let heard: Vec<String> =
        all.iter().map(|range| of_latin(text.get(range.clone()).unwrap_or_default())).collect();
    let is_latin = |range: &Range<usize>| {
        text.get(range.clone()).is_some_and(|word| word.chars().any(|c| c.is_ascii_alphabetic()))
    };
    let starts_high = |range: &Range<usize>| {
        let word = text.get(range.clone()).unwrap_or_default();
        word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
    };
    let mut found = Vec::new();
    for (index, range) in all.iter().enumerate().filter(|(_, range)| is_latin(range)) {
        let Some(own) = heard.get(index) else {
            continue;
        };
        let is_common = super::lists::is_common_word(text.get(range.clone()).unwrap_or_default());
        let is_part = own.chars().count() >= 3 && parts.iter().any(|part| alike(part, own));
        if (is_part || (whole.len() >= 3 && alike(&whole, own))) && starts_high(range) && !is_common {
            found.push(range.clone());
        }
        let (Some(next), Some(next_range), [family, given]) =
            (heard.get(index + 1), all.get(index + 1), parts.as_slice())
        else {
            continue;
        };
        let pair = (alike(family, own) && alike(given, next)) || (alike(given, own) && alike(family, next));
        let sounds_enough = own.len() + next.len() >= 3 && !next.is_empty();
        if pair && sounds_enough && (starts_high(range) || starts_high(next_range)) && !is_common {
            found.push(range.start..next_range.end);
        }
    }
    found
}
