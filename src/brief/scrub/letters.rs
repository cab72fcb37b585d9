//! A text as a reader sees it: spaces, hyphens, dots, invisible characters, accents, forms of width and the order of
//! Khmer marks hide no name and no number.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Zeros of the digits that decimal numbers are written with: each has 1 to 9 behind it.
const ZEROS: [u32; 10] = [0x30, 0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x1040, 0x17E0, 0x1810, 0xFF10];

/// A digit of any script as one of 0–9; anything else as it is.
pub(super) fn plain_digit(c: char) -> char {
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
fn plain(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .map(plain_digit)
        .flat_map(char::to_lowercase)
        .filter(|&c| {
            is_letter(c) && !matches!(c, '\u{17B4}' | '\u{17B5}' | '\u{17C9}'..='\u{17D1}' | '\u{17D3}')
        })
        // Subscripts of these print the same.
        .map(|c| if c == '\u{178A}' { '\u{178F}' } else { c })
}

/// The letters and digits of a text in plain form, each with its place in the text.
pub(super) struct Letters {
    plain: Vec<char>,
    places: Vec<Range<usize>>,
}

/// The plain form of a word that is looked for.
pub(super) fn normal(text: &str) -> Vec<char> {
    Letters::of(text).plain
}

impl Letters {
    pub fn of(text: &str) -> Self {
        let mut letters = Self { plain: Vec::new(), places: Vec::new() };
        let mut syllable = 0;
        let mut follows = false;
        for (at, c) in text.char_indices() {
            let is_subscript_sign = c == '\u{17D2}';
            if !(is_khmer_mark(c) || follows) {
                letters.settle(syllable);
                syllable = letters.plain.len();
            }
            follows = is_subscript_sign || (follows && !is_letter(c));
            for plain in plain(c) {
                letters.plain.push(plain);
                letters.places.push(at..at + c.len_utf8());
            }
        }
        letters.settle(syllable);
        letters
    }

    /// Puts the marks of the syllable that began at an index in one order; each then has the place of all of it.
    fn settle(&mut self, from: usize) {
        let Some(marks) = self.plain.get_mut(from + 1..).filter(|marks| marks.len() > 1) else {
            return;
        };
        // A subscript sign goes with its letter.
        let mut parts: Vec<Vec<char>> = Vec::new();
        for &mark in marks.iter() {
            match parts.last_mut() {
                Some(last) if last.as_slice() == ['\u{17D2}'] => last.push(mark),
                _ => parts.push(vec![mark]),
            }
        }
        parts.sort();
        for (place, mark) in marks.iter_mut().zip(parts.into_iter().flatten()) {
            *place = mark;
        }
        if let (Some(start), Some(end)) = (self.places.get(from), self.places.last()) {
            let whole = start.start..end.end;
            for place in self.places.iter_mut().skip(from) {
                *place = whole.clone();
            }
        }
    }

    /// Where a needle stands, however it is parted.
    pub fn find(&self, needle: &[char]) -> Vec<Range<usize>> {
        self.starts(needle).filter_map(|start| self.place(start, needle.len())).collect()
    }

    /// Where a needle stands as words of its own: no Latin letter or digit touches it, unless the needle's own end is
    /// Khmer.
    pub fn find_words(&self, needle: &[char]) -> Vec<Range<usize>> {
        let is_plain = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        self.starts(needle)
            .filter(|&start| {
                let end = start + needle.len();
                let before = start.checked_sub(1).filter(|&before| self.touch(before, start));
                let behind = Some(end).filter(|&end| self.touch(end - 1, end));
                let joins = |inner: usize, outer: Option<usize>| {
                    is_plain(self.plain.get(inner))
                        && outer.is_some_and(|outer| is_plain(self.plain.get(outer)))
                };
                !joins(start, before) && !joins(end - 1, behind)
            })
            .filter_map(|start| self.place(start, needle.len()))
            .collect()
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

    fn starts<'a>(&'a self, needle: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let windows = (!needle.is_empty()).then(|| self.plain.windows(needle.len()));
        windows
            .into_iter()
            .flatten()
            .enumerate()
            .filter(move |(_, window)| *window == needle)
            .map(|(start, _)| start)
    }

    fn place(&self, start: usize, length: usize) -> Option<Range<usize>> {
        Some(self.places.get(start)?.start..self.places.get(start + length - 1)?.end)
    }

    fn touch(&self, one: usize, next: usize) -> bool {
        self.places.get(one).zip(self.places.get(next)).is_some_and(|(one, next)| one.end >= next.start)
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

/// The words of a text with their plain forms, each found once.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where they stand.
    pub ranges: Vec<Range<usize>>,
    plain: Vec<String>,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        let ranges = words(text);
        let plain = ranges.iter().map(|range| bare(text.get(range.clone()).unwrap_or_default())).collect();
        Self { text, ranges, plain }
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
        self.plain.get(index).map_or("", String::as_str)
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
        let own = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
        Some(span.start..span.start + own.len())
    }
}
