//! Khmer without the borders of words: which everyday word stands at a place, and how far a name goes that begins there.

use std::ops::Range;
use std::sync::LazyLock;

use super::letters::{ahead, is_khmer, is_khmer_mark};
use super::ordinary::{CUTS, NEVER_CUTS, PLAIN, WEAK};
use crate::reference::names::{FAMILY, MEN, WOMEN};

/// How long a name in Khmer letters may be, in characters: family and given name.
pub(super) const LONGEST_NAME: usize = 24;

/// How long the second part of a name may be, in characters.
const LONGEST_GIVEN: usize = 10;

/// From this length on, in characters, an everyday word is taken for itself in the midst of letters.
const LONG_WORD: usize = 5;

/// The sign under which a letter is a subscript.
pub(super) const SUBSCRIPT: char = '\u{17D2}';

/// A text without what is not seen, in one spelling of the subscripts that print the same. Where something unseen stood,
/// a typist ended a word.
pub(super) struct Seen {
    /// The text.
    pub text: String,
    /// Whether any of it is Khmer.
    pub is_khmer: bool,
    /// Where each letter stands here, and where in the text that it was made from.
    places: Vec<(usize, usize)>,
    /// Where a word was ended.
    breaks: Vec<usize>,
}

impl Seen {
    pub fn of(text: &str) -> Self {
        let mut seen = Self {
            text: String::with_capacity(text.len()),
            is_khmer: text.chars().any(is_khmer),
            places: Vec::new(),
            breaks: Vec::new(),
        };
        let mut is_subscript = false;
        for (at, c) in text.char_indices() {
            if matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}') {
                if seen.breaks.last() != Some(&seen.text.len()) {
                    seen.breaks.push(seen.text.len());
                }
                continue;
            }
            seen.places.push((seen.text.len(), at));
            // As long in UTF-8, so that places stay true.
            seen.text.push(if is_subscript && c == '\u{178A}' { '\u{178F}' } else { c });
            is_subscript = c == SUBSCRIPT;
        }
        seen
    }

    /// The place in the text that it was made from.
    pub fn back(&self, range: &Range<usize>) -> Range<usize> {
        let letter = |at: usize| self.places.partition_point(|(here, _)| *here < at);
        let there = |index: usize| self.places.get(index).copied().unwrap_or_default();
        if range.is_empty() {
            return 0..0;
        }
        let (here, start) = there(letter(range.end).saturating_sub(1));
        let length = self.text.get(here..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        there(letter(range.start)).1..start + length
    }

    /// The places of what was found here, in the text that it was made from.
    pub fn all_back(&self, found: &[Range<usize>]) -> Vec<Range<usize>> {
        found.iter().map(|range| self.back(range)).collect()
    }

    /// Whether a typist ended a word here.
    fn is_break(&self, at: usize) -> bool {
        self.breaks.binary_search(&at).is_ok()
    }

    /// Behind spaces and marks that open.
    pub fn behind_gap(&self, from: usize) -> usize {
        let gap = ahead(&self.text, from, 4)
            .chars()
            .take_while(|c| matches!(c, ' ' | '\u{A0}' | ':' | '៖' | '«' | '"' | '“' | '(' | ','));
        from + gap.map(char::len_utf8).sum::<usize>()
    }

    /// Where the name ends that begins at a place, in Khmer letters, at most so long: at a space, but for a short second
    /// word; where a word was ended, likewise; before an everyday word.
    pub fn name_end(&self, start: usize, most: usize) -> usize {
        let known = known_name(ahead(&self.text, start, LONGEST_NAME));
        let (mut end, mut letters, mut gaps, mut joins) = (start, 0, 0, false);
        for (offset, c) in ahead(&self.text, start, most * 2).char_indices() {
            let at = start + offset;
            let begins = !is_khmer_mark(c) && !joins;
            if letters >= most && begins {
                break;
            }
            if is_khmer(c) {
                if begins && offset > 0 && at >= start + known {
                    let is_parted = at == end && self.is_break(at);
                    if is_parted && (gaps > 0 || !self.is_second_name(at)) {
                        break;
                    }
                    gaps += usize::from(is_parted);
                    if at == end && self.cuts(at) {
                        break;
                    }
                }
                letters += 1;
                end = at + c.len_utf8();
                joins = c == SUBSCRIPT;
            } else if c == ' ' && gaps == 0 && letters > 0 {
                if !self.is_second_name(at + 1) {
                    break;
                }
                gaps = 1;
            } else {
                break;
            }
        }
        end
    }

    /// Whether a short word of Khmer that is no everyday one stands at a place.
    fn is_second_name(&self, at: usize) -> bool {
        let rest = ahead(&self.text, at, LONGEST_GIVEN + 1);
        let ends = |(offset, c): &(usize, char)| {
            let place = at + offset;
            !is_khmer(*c)
                || (*offset > 0 && (self.is_break(place) || (!is_khmer_mark(*c) && self.cuts(place))))
        };
        let letters = rest.char_indices().take_while(|place| !ends(place)).count();
        let is_everyday = ordinary(rest).is_some_and(|word| word.length > known_name(rest));
        (1..=LONGEST_GIVEN).contains(&letters) && !is_everyday
    }

    /// Whether a name ends before an everyday word at a place.
    fn cuts(&self, at: usize) -> bool {
        let rest = ahead(&self.text, at, LONGEST_NAME);
        ordinary(rest).is_some_and(|word| match word.force {
            Force::Cuts => true,
            Force::Weak => rest.get(word.length..).and_then(ordinary).is_some(),
            Force::Plain => false,
        })
    }

    /// Whether a short second word of a name stands behind a gap here.
    pub fn is_name_parted(&self, at: usize) -> bool {
        let gap = usize::from(self.text.get(at..).is_some_and(|rest| rest.starts_with(' ')));
        (gap > 0 || self.is_break(at)) && self.is_second_name(at + gap)
    }

    /// Whether an everyday word here is no beginning of a name: one that ends names, or one that another follows or
    /// nothing does.
    pub fn ends_name(&self, at: usize) -> bool {
        let rest = ahead(&self.text, at, LONGEST_NAME);
        ordinary(rest).is_some_and(|word| {
            let behind = rest.get(word.length..).unwrap_or_default();
            word.force == Force::Cuts || !behind.starts_with(is_khmer) || ordinary(behind).is_some()
        })
    }

    /// Whether a place lies in an everyday word: one that begins with it and is longer, or began before it.
    pub fn is_within_word(&self, range: &Range<usize>) -> bool {
        let longer = ordinary(ahead(&self.text, range.start, LONGEST_NAME))
            .is_some_and(|word| range.start + word.length > range.end);
        longer || self.words_before(range.start).any(|end| end >= range.end)
    }

    /// Whether a word may begin here: behind something other than Khmer, or behind an everyday word.
    pub fn may_begin(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !is_khmer(c)) || self.is_break(at) || self.words_before(at).any(|end| end == at)
    }

    /// Where the everyday words end that begin in the few letters before a place.
    fn words_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let before = self.text.get(..at).unwrap_or_default();
        let letters = before.char_indices().rev().take(16).take_while(|(_, c)| is_khmer(*c));
        letters.filter(|(_, c)| !is_khmer_mark(*c)).filter_map(move |(start, _)| {
            Some(start + ordinary(ahead(&self.text, start, LONGEST_NAME))?.length)
        })
    }
}

/// How surely a name ends before an everyday word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Force {
    /// It does.
    Cuts,
    /// It does where another everyday word follows: the letters stand in names too.
    Weak,
    /// It does not.
    Plain,
}

/// An everyday word at the beginning of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// How long it is, in bytes.
    pub length: usize,
    force: Force,
}

/// Khmer words by their first letter, each with what it means: a text is looked through once for all of them.
pub(super) struct Marks<T>(Vec<Vec<(String, T)>>);

/// Letters of Khmer.
const LETTERS: usize = 0x80;

/// Which of them one is.
fn letter(c: char) -> Option<usize> {
    u32::from(c).checked_sub(0x1780).map(|letter| letter as usize).filter(|letter| *letter < LETTERS)
}

impl<T: Copy> Marks<T> {
    /// Of lists of words between spaces.
    pub fn of(lists: &[(&str, T)]) -> Self {
        let mut marks = vec![Vec::new(); LETTERS];
        for (list, meaning) in lists {
            for word in list.split_whitespace() {
                let listed = word.chars().next().and_then(letter).and_then(|first| marks.get_mut(first));
                debug_assert!(listed.is_some(), "{word} is no Khmer");
                if let Some(listed) = listed {
                    listed.push((Seen::of(word).text, *meaning));
                }
            }
        }
        Self(marks)
    }

    /// The words at the beginning of a text.
    pub fn at<'a>(&'a self, rest: &str) -> impl Iterator<Item = (&'a str, T)> {
        let known = rest.chars().next().and_then(letter).and_then(|first| self.0.get(first));
        known
            .into_iter()
            .flatten()
            .filter(move |(word, _)| rest.starts_with(word.as_str()))
            .map(|(word, meaning)| (word.as_str(), *meaning))
    }

    /// How long the longest of the words at the beginning of a text is that no mark follows, in bytes.
    pub fn longest(&self, rest: &str) -> Option<usize> {
        self.at(rest).map(|(word, _)| word).filter(|word| is_whole(rest, word)).map(str::len).max()
    }

    /// Where the words stand.
    pub fn find<'a>(&'a self, text: &str) -> impl Iterator<Item = (Range<usize>, &'a str, T)> {
        text.char_indices().filter(|(_, c)| !is_khmer_mark(*c)).flat_map(move |(at, _)| {
            let found = self.at(text.get(at..).unwrap_or_default());
            found.map(move |(word, meaning)| (at..at + word.len(), word, meaning))
        })
    }
}

static WORDS: LazyLock<Marks<Force>> = LazyLock::new(|| {
    Marks::of(&[(CUTS, Force::Cuts), (WEAK, Force::Weak), (NEVER_CUTS, Force::Plain), (PLAIN, Force::Plain)])
});

static NAMES: LazyLock<Marks<()>> = LazyLock::new(|| {
    let names: Vec<&str> = FAMILY.iter().chain(&WOMEN).chain(&MEN).map(|(name, _)| *name).collect();
    Marks::of(&[(&names.join(" "), ())])
});

/// Whether a word may end before a text: no mark follows.
pub(super) fn stands_before(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !is_khmer_mark(c))
}

/// The longest everyday word at the beginning of a text.
pub(super) fn ordinary(rest: &str) -> Option<Word> {
    let whole = WORDS.at(rest).filter(|(word, _)| is_whole(rest, word));
    let (word, force) = whole.max_by_key(|(word, _)| word.len())?;
    let is_long = force == Force::Plain && word.chars().count() >= LONG_WORD;
    Some(Word { length: word.len(), force: if is_long { Force::Cuts } else { force } })
}

/// How long the common name at the beginning of a text is, in bytes; none that an everyday word is as long as.
pub(super) fn known_name(rest: &str) -> usize {
    let whole = NAMES.at(rest).filter(|(name, ())| is_whole(rest, name));
    let length = whole.map(|(name, ())| name.len()).max().unwrap_or(0);
    let everyday = ordinary(rest).map_or(0, |word| word.length);
    if length > everyday { length } else { 0 }
}

/// Whether no mark follows a word at the beginning of a text.
fn is_whole(rest: &str, word: &str) -> bool {
    rest.get(word.len()..).is_some_and(stands_before)
}
