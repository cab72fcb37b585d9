//! A text as a reader sees it: spaces, hyphens, dots, invisible characters, accents, forms of width and the order of
//! Khmer marks hide no name and no number.

use std::ops::Range;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;

use super::khmer::SUBSCRIPT;
use super::lists::{List, Lists, is_nobody_called, own};

/// Zeros of the digits that decimal numbers are written with: each has 1 to 9 behind it.
const ZEROS: [u32; 10] = [0x30, 0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x1040, 0x17E0, 0x1810, 0xFF10];

/// A digit of any script as one of 0–9; anything else as it is.
pub(super) fn plain_digit(c: char) -> char {
    if c.is_ascii() || is_khmer(c) {
        return c;
    }
    let code = u32::from(c);
    let mathematical = (0x1D7CE..=0x1D7FF).contains(&code).then(|| (code - 0x1D7CE) % 10);
    let value =
        ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10)).or(mathematical);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Whether a character is a letter, a digit or a mark of a Khmer syllable.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_khmer(c)
}

/// Whether it is a letter or mark of Khmer; digits and punctuation are not.
pub(super) fn is_khmer(c: char) -> bool {
    ('\u{1780}'..='\u{17D3}').contains(&c)
}

/// Whether a Khmer syllable goes on with it.
pub(super) fn is_khmer_mark(c: char) -> bool {
    ('\u{17B4}'..='\u{17D3}').contains(&c)
}

/// What is left of one character: lower case, without accents, its digit plain, nothing of what only says how it is
/// sounded or broken.
fn plain(c: char, mut take: impl FnMut(char)) {
    // Most letters are of these two scripts, which no table of Unicode’s is needed for.
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() {
            take(c.to_ascii_lowercase());
        }
    } else if is_khmer(c) {
        plain_khmer(c, &mut take);
    } else {
        for c in
            std::iter::once(c).nfkd().map(plain_digit).flat_map(char::to_lowercase).filter(|c| is_letter(*c))
        {
            plain_khmer(c, &mut take);
        }
    }
}

fn plain_khmer(c: char, take: &mut impl FnMut(char)) {
    match c {
        '\u{17B4}' | '\u{17B5}' | '\u{17C9}'..='\u{17D1}' | '\u{17D3}' => {}
        // Subscripts of these print the same.
        '\u{178A}' => take('\u{178F}'),
        c => take(c),
    }
}

/// The letters and digits of a text in plain form, each with its place in the text.
pub(super) struct Letters {
    plain: String,
    /// Of each byte of the plain form: the place of the letter that it is of.
    places: Vec<Range<usize>>,
}

/// The plain form of a word that is looked for.
pub(super) fn normal(text: &str) -> String {
    Letters::of(text).plain
}

impl Letters {
    pub fn of(text: &str) -> Self {
        let mut letters =
            Self { plain: String::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        let mut marks = Vec::new();
        let mut syllable = 0;
        let mut follows = false;
        for (at, c) in text.char_indices() {
            let is_subscript_sign = c == SUBSCRIPT;
            if !(is_khmer_mark(c) || follows) {
                letters.settle(syllable, &mut marks);
                syllable = letters.plain.len();
            }
            follows = is_subscript_sign || (follows && !is_letter(c));
            plain(c, |plain| {
                letters.plain.push(plain);
                letters.places.resize(letters.plain.len(), at..at + c.len_utf8());
            });
        }
        letters.settle(syllable, &mut marks);
        letters
    }

    /// Puts the marks of the syllable that began at a byte in one order; each then has the place of all of it. `marks` is
    /// room to do so.
    fn settle(&mut self, from: usize, marks: &mut Vec<(char, Option<char>)>) {
        let syllable = self.plain.get(from..).unwrap_or_default();
        let first = syllable.chars().next().map_or(0, char::len_utf8);
        let behind = syllable.get(first..).unwrap_or_default();
        let mut letters = behind.chars();
        if letters.next().is_none() || letters.next().is_none() {
            return;
        }
        // A subscript sign goes with its letter.
        marks.clear();
        for mark in behind.chars() {
            match marks.last_mut() {
                Some((SUBSCRIPT, letter @ None)) => *letter = Some(mark),
                _ => marks.push((mark, None)),
            }
        }
        marks.sort_unstable();
        self.plain.truncate(from + first);
        self.plain.extend(marks.iter().flat_map(|(mark, letter)| std::iter::once(*mark).chain(*letter)));
        if let (Some(start), Some(end)) = (self.places.get(from), self.places.last()) {
            let whole = start.start..end.end;
            for place in self.places.iter_mut().skip(from) {
                *place = whole.clone();
            }
        }
    }

    /// Where a needle stands, however it is parted.
    pub fn find(&self, needle: &str) -> Vec<Range<usize>> {
        self.starts(needle).filter_map(|start| self.place(start, needle.len())).collect()
    }

    /// Where a needle stands as words of its own: no Latin letter or digit touches it, unless the needle's own end is
    /// Khmer.
    pub fn find_words(&self, needle: &str) -> Vec<Range<usize>> {
        self.starts(needle)
            .filter(|start| self.begins_word(*start) && self.ends_word(start + needle.len()))
            .filter_map(|start| self.place(start, needle.len()))
            .collect()
    }

    /// Where any of many stands as words of its own, in one walk for all.
    pub fn find_any_words(&self, needles: &Needles) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for (start, byte) in self.plain.bytes().enumerate() {
            let known = needles.0.get(usize::from(byte)).filter(|known| !known.is_empty());
            let Some(known) = known.filter(|_| self.begins_word(start)) else {
                continue;
            };
            let rest = self.plain.as_bytes().get(start..).unwrap_or_default();
            for needle in known.iter().filter(|needle| rest.starts_with(needle.as_bytes())) {
                if self.ends_word(start + needle.len()) {
                    found.extend(self.place(start, needle.len()));
                }
            }
        }
        found
    }

    /// Whether no letter touches a place: it stands between spaces, marks or ends.
    pub fn stands_alone(&self, range: &Range<usize>) -> bool {
        let place = |index: usize| self.places.get(index);
        let first = self.places.partition_point(|place| place.start < range.start);
        let behind = self.places.partition_point(|place| place.start < range.end);
        let touches_before =
            first.checked_sub(1).and_then(place).is_some_and(|before| before.end == range.start);
        !touches_before && place(behind).is_none_or(|behind| behind.start != range.end)
    }

    fn starts<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
        let finder = memmem::Finder::new(needle);
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = self.plain.as_bytes().get(from..).filter(|_| !needle.is_empty())?;
            let start = from + finder.find(rest)?;
            from = start + 1;
            Some(start)
        })
    }

    /// Whether a word may begin at a byte: no Latin letter or digit touches one there.
    fn begins_word(&self, start: usize) -> bool {
        start.checked_sub(1).is_none_or(|before| !self.joins(before, start))
    }

    /// The same of a word's end.
    fn ends_word(&self, end: usize) -> bool {
        end.checked_sub(1).is_none_or(|last| !self.joins(last, end))
    }

    /// Whether two bytes beside each other are Latin letters or digits, with nothing between them in the text.
    fn joins(&self, one: usize, next: usize) -> bool {
        let is_latin = |index| self.plain.as_bytes().get(index).is_some_and(u8::is_ascii_alphanumeric);
        let touch = || {
            self.places.get(one).zip(self.places.get(next)).is_some_and(|(one, next)| one.end >= next.start)
        };
        is_latin(one) && is_latin(next) && touch()
    }

    fn place(&self, start: usize, length: usize) -> Option<Range<usize>> {
        Some(self.places.get(start)?.start..self.places.get(start + length - 1)?.end)
    }
}

/// Many words that are looked for at once, in plain form, by their first byte.
pub(super) struct Needles(Vec<Vec<String>>);

impl FromIterator<String> for Needles {
    fn from_iter<T: IntoIterator<Item = String>>(needles: T) -> Self {
        let mut by_first = vec![Vec::new(); 256];
        for needle in needles {
            let first = needle.bytes().next().map_or(0, usize::from);
            if let Some(listed) = by_first.get_mut(first) {
                listed.push(needle);
            }
        }
        Self(by_first)
    }
}

/// The text behind a place, at most so many characters: what looks no further takes no longer in a long text.
pub(super) fn ahead(text: &str, from: usize, most: usize) -> &str {
    let rest = text.get(from..).unwrap_or_default();
    let end = rest.char_indices().nth(most).map_or(rest.len(), |(end, _)| end);
    rest.get(..end).unwrap_or_default()
}

/// The text before a place, at most so many characters.
pub(super) fn before(text: &str, at: usize, most: usize) -> &str {
    let rest = text.get(..at).unwrap_or_default();
    let start = most.checked_sub(1).and_then(|last| rest.char_indices().rev().nth(last));
    rest.get(start.map_or(0, |(start, _)| start)..).unwrap_or_default()
}

/// The words of a text: what stands between white space.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut begun = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), begun) {
            (false, None) => begun = Some(at),
            (true, Some(start)) => {
                found.push(start..at);
                begun = None;
            }
            _ => {}
        }
    }
    found.extend(begun.map(|start| start..text.len()));
    found
}

/// A word without what stands around its letters and digits, in lower case and plain digits.
pub(super) fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !is_letter(c));
    word.chars().map(plain_digit).flat_map(char::to_lowercase).collect()
}

/// The place of a word without what stands around its letters.
pub(super) fn bare_range(text: &str, range: &Range<usize>) -> Range<usize> {
    let word = text.get(range.clone()).unwrap_or_default();
    let start = word.len() - word.trim_start_matches(|c: char| !is_letter(c)).len();
    let end = word.trim_end_matches(|c: char| !is_letter(c)).len();
    range.start + start..range.start + end.max(start)
}

/// The words of a text with their plain forms and the lists that they stand in, each looked up once.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where they stand.
    pub ranges: Vec<Range<usize>>,
    known: Vec<Known>,
}

/// What is known of a word.
struct Known {
    plain: String,
    lists: Lists,
    is_nobody: bool,
}

impl Known {
    fn of(raw: &str) -> Self {
        let plain = bare(raw);
        Self { lists: Lists::of(&plain), is_nobody: is_nobody_called(raw, &plain), plain }
    }
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        let ranges = words(text);
        let known =
            ranges.iter().map(|range| Known::of(text.get(range.clone()).unwrap_or_default())).collect();
        Self { text, ranges, known }
    }

    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// As it stands; nothing beyond the ends.
    pub fn raw(&self, index: usize) -> &'a str {
        self.ranges.get(index).and_then(|range| self.text.get(range.clone())).unwrap_or_default()
    }

    /// In plain form; nothing beyond the ends.
    pub fn plain(&self, index: usize) -> &str {
        self.known.get(index).map_or("", |word| word.plain.as_str())
    }

    /// Whether a word stands in a list; none beyond the ends does.
    pub fn is(&self, index: usize, list: List) -> bool {
        self.known.get(index).is_some_and(|word| word.lists.hold(list))
    }

    /// Whether a word with a capital is nobody's name.
    pub fn is_nobody(&self, index: usize) -> bool {
        self.known.get(index).is_some_and(|word| word.is_nobody)
    }

    /// Whether the word so many before another stands in a list.
    pub fn is_back(&self, index: usize, steps: usize, list: List) -> bool {
        index.checked_sub(steps).is_some_and(|index| self.is(index, list))
    }

    /// The word so many before another, in plain form.
    pub fn back(&self, index: usize, steps: usize) -> &str {
        index.checked_sub(steps).map_or("", |index| self.plain(index))
    }

    /// Whether a word begins with a capital.
    pub fn is_high(&self, index: usize) -> bool {
        self.raw(index).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
    }

    /// Whether a part of a sentence ends with a word.
    pub fn ends_phrase(&self, index: usize) -> bool {
        index + 1 >= self.len() || self.raw(index).ends_with([',', '.', ';', ':', '!', '?', ')', '”', '"'])
    }

    /// Whether a sentence ends with a word.
    pub fn ends_sentence(&self, index: usize) -> bool {
        self.raw(index).trim_end_matches([')', '”', '"', '’']).ends_with(['.', '!', '?', ';'])
    }

    /// From one word to another, both without what stands around their letters.
    pub fn span(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let (first, last) = (self.ranges.get(first)?, self.ranges.get(last)?);
        Some(bare_range(self.text, first).start..bare_range(self.text, last).end)
    }

    /// The same of a name: what says that something is somebody’s stays.
    pub fn name(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let span = self.span(first, last)?;
        let name = self.text.get(span.clone())?;
        Some(span.start..span.start + own(name).len())
    }
}
