//! The engine of lookup: texts with a key, and how well a query matches them.
//!
//! Scores, highest first: 1000 an exact code, 900 an exact name, 800 the beginning of a name, 700 the beginning of a
//! word in it, 600 anything inside it, 560 another romanisation of it, 540 all words of the query found among the
//! thing's names, kinds and places, 460 one edit, 420 two; less a little for what the name has beyond the query.
//! Everything is worked out in one pass over the texts, without further indexes: they are few thousand. Knows neither
//! places nor facilities.

use std::collections::HashMap;

use super::letters::{LONGEST, Letters, edits};
use crate::domain::text::{compact, fold, has_khmer, is_of_word, skeleton, words};

/// Most words of a query that are looked at.
const MOST_WORDS: usize = 8;
/// Words that say nothing.
const IDLE_WORDS: [&str; 7] = ["of", "the", "and", "in", "at", "និង", "នៅ"];

/// What a text is to its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its code: found whole or by its beginning only.
    Code,
    /// Its name.
    Name,
    /// Another of its names.
    Alias,
    /// A word for its kind: helps only beside others.
    Kind,
    /// The name of the place that it lies in: helps beside others.
    Place,
}

/// A text with its role.
pub(super) type Text<'a> = (Role, &'a str);

/// A query, prepared.
pub(super) struct Query {
    compact: Shape,
    words: Vec<Shape>,
    khmer: bool,
}

/// A text as it is compared.
struct Shape {
    text: String,
    letters: Letters,
    skeleton: Letters,
}

struct Name {
    role: Role,
    shown: String,
    shape: Shape,
    /// Where words begin in the compact text, in bytes.
    starts: Vec<usize>,
}

struct Entry<Key> {
    key: Key,
    names: Vec<Name>,
    /// Words by number, each with its weight in hundredths.
    words: Vec<(usize, u16)>,
}

/// Things that can be looked up by several texts.
pub(super) struct Index<Key> {
    entries: Vec<Entry<Key>>,
    words: Vec<Shape>,
    numbers: HashMap<String, usize>,
    /// The words of the texts added so far: the names of provinces come again with each of their places.
    splits: HashMap<String, Vec<usize>>,
}

/// A thing that was found.
pub(super) struct Found<'a, Key> {
    /// Which.
    pub key: &'a Key,
    /// How well it matches.
    pub score: u16,
    /// The text that matched best.
    pub text: &'a str,
}

impl Shape {
    fn new(text: &str) -> Self {
        let text = compact(text);
        Self { letters: Letters::new(&text), skeleton: Letters::new(&skeleton(&text)), text }
    }

    /// Edits allowed in a query of this length.
    fn allowed_edits(&self) -> usize {
        match self.letters.len() {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        }
    }
}

impl Query {
    /// `endings` are texts that a Khmer word is split at, since a place is written right after a name.
    pub(super) fn new(text: &str, endings: &[String]) -> Self {
        let text: String = fold(text).chars().take(LONGEST).collect();
        let separate = words(&text).filter(|word| !IDLE_WORDS.contains(word));
        let words: Vec<Shape> =
            separate.flat_map(|word| split(word, endings)).take(MOST_WORDS).map(Shape::new).collect();
        Self { compact: Shape::new(&text), words, khmer: has_khmer(&text) }
    }

    fn is_empty(&self) -> bool {
        self.compact.text.is_empty()
    }
}

fn split<'a>(word: &'a str, endings: &[String]) -> Vec<&'a str> {
    // What follows must begin a syllable: a mark belongs to the letter before it.
    let whole = |rest: &&str| rest.starts_with(char::is_alphabetic);
    for ending in endings {
        if let Some(rest) = word.strip_suffix(ending.as_str()).filter(whole) {
            return vec![rest, word.strip_prefix(rest).unwrap_or_default()];
        }
        if let Some(rest) = word.strip_prefix(ending.as_str()).filter(whole) {
            return vec![word.strip_suffix(rest).unwrap_or_default(), rest];
        }
    }
    vec![word]
}

impl Name {
    fn new(role: Role, shown: &str) -> Self {
        let mut starts = Vec::new();
        let mut length = 0;
        for word in words(&fold(shown)) {
            starts.push(length);
            length += word.chars().filter(|&letter| is_of_word(letter)).map(char::len_utf8).sum::<usize>();
        }
        Self { role, shown: shown.to_owned(), shape: Shape::new(shown), starts }
    }

    /// How well the whole query matches the whole name; 0 not at all.
    fn score(&self, query: &Shape) -> u16 {
        let beyond = self.shape.letters.len().saturating_sub(query.letters.len()).min(50) as u16;
        let (name, sought) = (self.shape.text.as_str(), query.text.as_str());
        let letters = query.letters.len();
        if self.role == Role::Code {
            return match name.strip_prefix(sought) {
                Some("") => 1000,
                Some(_) if letters >= 2 => 800 - beyond,
                _ => 0,
            };
        }
        let alias = if self.role == Role::Alias { 10 } else { 0 };
        if name == sought {
            return 900 - alias;
        }
        if name.starts_with(sought) {
            return 800 - beyond;
        }
        if self.starts.iter().any(|&start| name.get(start..).is_some_and(|rest| rest.starts_with(sought))) {
            return 700 - beyond;
        }
        if letters >= 2 && name.contains(sought) {
            return 600 - beyond;
        }
        let likeness = |most| edits(&self.shape.letters, &query.letters, most);
        if query.skeleton.len() >= 3 && self.shape.skeleton == query.skeleton {
            return 560 - 3 * likeness(6).unwrap_or(7) as u16;
        }
        if let Some(edits) = likeness(query.allowed_edits()) {
            return 500 - 40 * edits as u16;
        }
        // One sound more or less, if the spellings are not all too far from each other.
        let both_long = query.skeleton.len() >= 6 && self.shape.skeleton.len() >= 6;
        let alike = both_long && edits(&self.shape.skeleton, &query.skeleton, 1).is_some();
        if alike && likeness(self.shape.letters.len() / 2).is_some() { 400 } else { 0 }
    }
}

/// How well a word of the query matches a word, in hundredths.
fn word_quality(query: &Shape, word: &Shape) -> u16 {
    let letters = query.letters.len();
    if word.text == query.text {
        100
    } else if word.text.starts_with(&query.text) {
        if letters >= 2 { 90 } else { 60 }
    } else if letters >= 3 && !query.text.is_ascii() && word.text.contains(&query.text) {
        80
    } else if query.skeleton.len() >= 3 && word.skeleton == query.skeleton {
        75
    } else {
        match edits(&word.letters, &query.letters, query.allowed_edits()) {
            Some(1) => 65,
            Some(2) => 50,
            _ => 0,
        }
    }
}

impl<Key> Default for Index<Key> {
    fn default() -> Self {
        Self { entries: Vec::new(), words: Vec::new(), numbers: HashMap::new(), splits: HashMap::new() }
    }
}

impl<Key> Index<Key> {
    /// Adds a thing with all its texts.
    pub(super) fn add<'a>(&mut self, key: Key, texts: impl IntoIterator<Item = Text<'a>>) {
        let mut entry = Entry { key, names: Vec::new(), words: Vec::new() };
        for (role, text) in texts {
            let weight = match role {
                Role::Code => 0,
                Role::Name | Role::Alias => 100,
                Role::Kind => 90,
                Role::Place => 85,
            };
            if weight > 0 {
                self.add_words(&mut entry, text, weight);
            }
            let whole = matches!(role, Role::Code | Role::Name | Role::Alias);
            if whole && !compact(text).is_empty() {
                entry.names.push(Name::new(role, text));
            }
        }
        self.entries.push(entry);
    }

    fn add_words(&mut self, entry: &mut Entry<Key>, text: &str, weight: u16) {
        let numbers = match self.splits.get(text) {
            Some(numbers) => numbers.clone(),
            None => self.split_anew(text),
        };
        for number in numbers {
            match entry.words.iter_mut().find(|(other, _)| *other == number) {
                Some((_, known)) => *known = weight.max(*known),
                None => entry.words.push((number, weight)),
            }
        }
    }

    /// The numbers of a text's words, and of all of them written as one.
    fn split_anew(&mut self, text: &str) -> Vec<usize> {
        let folded = fold(text);
        let joined = compact(&folded);
        let mut numbers = Vec::new();
        for word in words(&folded).chain([joined.as_str()]).filter(|word| !word.is_empty()) {
            let next = self.words.len();
            let number = *self.numbers.entry(word.to_owned()).or_insert(next);
            if number == next {
                self.words.push(Shape::new(word));
            }
            numbers.push(number);
        }
        self.splits.insert(text.to_owned(), numbers.clone());
        numbers
    }

    /// All things that match, in no order. With `own_word_needed`, words of kinds and places do not suffice.
    pub(super) fn search<'a>(
        &'a self,
        query: &Query,
        own_word_needed: bool,
        accept: impl Fn(&Key) -> bool,
    ) -> Vec<Found<'a, Key>> {
        if query.is_empty() {
            return Vec::new();
        }
        let table: Vec<Vec<u16>> = query
            .words
            .iter()
            .map(|sought| self.words.iter().map(|word| word_quality(sought, word)).collect())
            .collect();
        let accepted = self.entries.iter().filter(|entry| accept(&entry.key));
        accepted.filter_map(|entry| entry.find(query, &table, own_word_needed)).collect()
    }
}

impl<Key> Entry<Key> {
    fn find(&self, query: &Query, table: &[Vec<u16>], own_word_needed: bool) -> Option<Found<'_, Key>> {
        let mut best = (0, "");
        for name in &self.names {
            let score = name.score(&query.compact);
            if score > best.0 {
                best = (score, &name.shown);
            }
        }
        let by_words = self.words_score(table, own_word_needed);
        if by_words > best.0 {
            let in_script = |name: &&Name| name.role == Role::Name && has_khmer(&name.shown) == query.khmer;
            let name = self.names.iter().find(in_script).or(self.names.last());
            best = (by_words, name.map_or("", |name| &name.shown));
        }
        let (score, text) = best;
        (score > 0).then_some(Found { key: &self.key, score, text })
    }

    /// 350 to 540 when every word of the query is found, by the mean of how well; else 0.
    fn words_score(&self, table: &[Vec<u16>], own_word_needed: bool) -> u16 {
        let mut sum: u32 = 0;
        let mut own = false;
        for qualities in table {
            let mut best = 0;
            for &(number, weight) in &self.words {
                let quality = u32::from(qualities.get(number).copied().unwrap_or(0)) * u32::from(weight);
                own |= quality > 0 && weight == 100;
                best = quality.max(best);
            }
            if best == 0 {
                return 0;
            }
            sum += best;
        }
        match u32::try_from(table.len()) {
            Ok(count) if count > 0 && (own || !own_word_needed) => {
                350 + (sum * 190 / (count * 10_000)) as u16
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn better_kinds_of_match_score_higher() {
        let mut index = Index::default();
        for (key, name) in
            ["Kandal", "Kandal Stueng", "Khsach Kandal", "Xkandal", "Kondal", "Kantaal", "Kandxl"]
                .iter()
                .enumerate()
        {
            index.add(key, [(Role::Name, *name), (Role::Place, "Takeo")]);
        }
        let mut found = index.search(&Query::new("kandal", &[]), true, |_| true);
        found.sort_by_key(|found| std::cmp::Reverse(found.score));
        let keys: Vec<usize> = found.iter().map(|found| *found.key).collect();
        assert_eq!(keys, [0, 1, 2, 3, 4, 5, 6]);
        assert!(index.search(&Query::new("takeo", &[]), true, |_| true).is_empty());
        assert_eq!(index.search(&Query::new("stueng takeo", &[]), true, |_| true).len(), 1);
        assert!(index.search(&Query::new(" \u{200B}", &[]), false, |_| true).is_empty());
    }
}
