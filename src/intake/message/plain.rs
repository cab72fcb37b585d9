//! A message as it is looked through: in small letters, with the digits of Europe, without what cannot be seen; each
//! letter knows where it stood. A part that was read as one thing is not read as another.

use std::ops::Range;

use super::{Reading, Sure};
use crate::domain::column::Column;
use crate::domain::digits;

/// A message, plain. All positions are in bytes of the plain text.
pub struct Plain {
    text: String,
    /// For each byte of it, where its letter began and ended in the message.
    origins: Vec<Range<usize>>,
    taken: Vec<Range<usize>>,
}

impl Plain {
    pub fn new(message: &str) -> Self {
        let mut plain = Self { text: String::new(), origins: Vec::new(), taken: Vec::new() };
        let mut letters = message.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let origin = at..at + letter.len_utf8();
            let follows_digit = plain.text.ends_with(|before: char| before.is_ascii_digit());
            let next = letters.peek().map(|(_, next)| digits::ascii_digit(*next));
            let is_in_number = follows_digit && next.is_some_and(|next| next.is_ascii_digit());
            let letter = match letter {
                // Khmer keyboards have these where others have the colon: ៦ៈ១០, ៦៖១០.
                '\u{17C8}' | '\u{17D6}' if is_in_number => ':',
                '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => continue,
                '\u{A0}' | '\u{202F}' | '\t' => ' ',
                '’' | '‘' => '\'',
                // The two spellings of “give”.
                '\u{17B2}' => '\u{17B1}',
                other => digits::ascii_digit(other),
            };
            for small in letter.to_lowercase() {
                plain.text.push(small);
                plain.origins.resize(plain.text.len(), origin.clone());
            }
        }
        plain
    }

    /// The plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A part of it.
    pub fn part(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// All before a place.
    pub fn before(&self, at: usize) -> &str {
        self.part(0..at)
    }

    /// All from a place on.
    pub fn after(&self, at: usize) -> &str {
        self.part(at..self.text.len())
    }

    /// Where a part stood in the message.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.origins.get(range.start).map_or(0, |origin| origin.start);
        let last = range.end.checked_sub(1).and_then(|last| self.origins.get(last));
        first..last.map_or(first, |origin| origin.end).max(first)
    }

    /// A reading of a part.
    pub fn reading(
        &self,
        column: Column,
        value: impl Into<String>,
        from: &Range<usize>,
        sure: Sure,
    ) -> Reading {
        Reading { column, value: value.into(), from: self.origin(from), sure }
    }

    /// From now on this part is read.
    pub fn take(&mut self, range: Range<usize>) {
        self.taken.push(range);
    }

    /// Whether a place was read already.
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.iter().any(|range| range.contains(&at))
    }

    /// The runs of digits that were not read yet.
    pub fn numbers(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (at, letter) in self.text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + letter.len_utf8(),
                _ => runs.push(at..at + letter.len_utf8()),
            }
        }
        runs.retain(|run| !self.is_taken(run.start));
        runs
    }

    /// The sentence around a place. A dot ends one before a space, but not behind a Khmer letter, where it abbreviates.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let mut start = 0;
        let mut before = ' ';
        let mut letters = self.text.char_indices().peekable();
        while let Some((place, letter)) = letters.next() {
            let next = letters.peek().map_or(' ', |(_, next)| *next);
            let ends = match letter {
                '\n' | '។' | '!' | '?' | ';' => true,
                '.' => next.is_whitespace() && !is_khmer(before),
                _ => false,
            };
            if ends && place >= at {
                return start..place;
            }
            if ends {
                start = place + letter.len_utf8();
            }
            before = letter;
        }
        start..self.text.len()
    }

    /// Where a word or phrase stands: whole words where it is Latin, anywhere where it is Khmer.
    pub fn find(&self, phrase: &str) -> Vec<Range<usize>> {
        let within = self.text.match_indices(phrase).map(|(at, found)| at..at + found.len());
        within
            .filter(|range| is_latin_word(phrase, self.before(range.start), self.after(range.end)))
            .collect()
    }

    /// Where any of some phrases stands, in order.
    pub fn find_any(&self, phrases: &[&str]) -> Vec<Range<usize>> {
        let mut found: Vec<_> = phrases.iter().flat_map(|phrase| self.find(phrase)).collect();
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        found
    }

    /// Whether a part of the text says one of some phrases.
    pub fn says(&self, within: &Range<usize>, phrases: &[&str]) -> bool {
        let text = self.part(within.clone());
        phrases.iter().any(|phrase| {
            text.match_indices(phrase).any(|(at, found)| {
                let (before, after) = (text.get(..at), text.get(at + found.len()..));
                is_latin_word(phrase, before.unwrap_or_default(), after.unwrap_or_default())
            })
        })
    }
}

/// Whether a phrase stands there as whole words. Khmer writes no borders.
fn is_latin_word(phrase: &str, before: &str, after: &str) -> bool {
    let first = phrase.chars().next().is_some_and(|letter| letter.is_ascii_alphanumeric());
    let last = phrase.chars().next_back().is_some_and(|letter| letter.is_ascii_alphanumeric());
    let is_open = |letter: Option<char>| !letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    (!first || is_open(before.chars().next_back())) && (!last || is_open(after.chars().next()))
}

/// Whether a letter is Khmer.
pub fn is_khmer(letter: char) -> bool {
    matches!(letter, '\u{1780}'..='\u{17D3}')
}

/// What follows spaces, and how many bytes these were.
pub fn skipped(text: &str) -> (&str, usize) {
    let rest = text.trim_start_matches(' ');
    (rest, text.len() - rest.len())
}

/// The first of some words that a text begins with, whole where it is Latin, with its value.
pub fn begins<'a, T: Copy>(text: &str, words: &[(&'a str, T)]) -> Option<(&'a str, T)> {
    let whole = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| {
            let letter = rest.chars().next().filter(char::is_ascii_alphabetic);
            letter.is_none() || word.chars().next_back().is_some_and(|last| !last.is_ascii_alphanumeric())
        })
    };
    words.iter().copied().find(|(word, _)| whole(word))
}
