//! Where words end. Khmer writes no spaces between them, so ICU's model is asked, which costs about 6 µs a letter: what
//! it said of a stretch of text is remembered, so that a long text in which somebody types is not read anew at each key.
//!
//! Only digests of the text are remembered, never the text: it may be a member's story.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::rc::Rc;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::clean;
use super::width::{Profile, profile, width};
use crate::i18n::khmer::LINE_BREAKS;

/// The longest stretch that is looked at at once, in bytes: some 200 Khmer letters. Where no space comes in that many, it
/// ends with the last whole word.
const STRETCH: usize = 600;

/// How many stretches are remembered: a story of 200,000 letters, twice.
const REMEMBERED: usize = 16_384;

/// A word with the spaces behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it ends, in bytes; it begins where the one before ends.
    pub end: usize,
    /// Its columns.
    pub width: usize,
    /// Its columns without the spaces at its end: these may hang over the edge, they are not printed there.
    pub visible: usize,
}

/// The digest and the length of a stretch, and how the terminal draws it.
type Key = (u64, usize, Profile);

#[derive(Default)]
struct Known {
    hasher: RandomState,
    stretches: HashMap<Key, Rc<[Piece]>>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The words of a cleaned text, in order.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let (stretch, is_whole) = first_stretch(rest);
        let found = known(stretch);
        // The last word of a stretch that was cut may be cut too.
        let cut = if is_whole || found.len() < 2 { found.len() } else { found.len() - 1 };
        let kept = found.get(..cut).unwrap_or_default();
        all.extend(kept.iter().map(|piece| Piece { end: start + piece.end, ..*piece }));
        start += kept.last().map_or(stretch.len(), |piece| piece.end);
    }
    all
}

/// The text up to the first spaces, these included; cut where none come in time. And whether it is whole.
fn first_stretch(text: &str) -> (&str, bool) {
    let is_space = |letter: char| matches!(letter, ' ' | clean::ZERO_WIDTH_SPACE);
    let longest = (STRETCH..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let head = text.get(..longest).unwrap_or(text);
    let end = head.find(is_space).map(|at| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.find(|letter| !is_space(letter)).unwrap_or(rest.len())
    });
    let is_whole = end.is_some() || longest == text.len();
    // A space may carry a combining mark, and then it is none.
    let end = end.unwrap_or(longest);
    let border = (end..text.len()).find(|at| is_border(text, *at)).unwrap_or(text.len());
    (text.get(..border).unwrap_or(text), is_whole)
}

/// Whether a cluster ends there.
fn is_border(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

fn known(stretch: &str) -> Rc<[Piece]> {
    let key = KNOWN.with_borrow(|known| (known.hasher.hash_one(stretch), stretch.len(), profile()));
    if let Some(found) = KNOWN.with_borrow(|known| known.stretches.get(&key).cloned()) {
        return found;
    }
    let found: Rc<[Piece]> = segmented(stretch).into();
    KNOWN.with_borrow_mut(|known| {
        if known.stretches.len() >= REMEMBERED {
            known.stretches.clear();
        }
        known.stretches.insert(key, Rc::clone(&found));
    });
    found
}

/// A trained model may be wrong about a word, but must not be allowed to split a cluster.
fn segmented(stretch: &str) -> Vec<Piece> {
    let mut borders = stretch.grapheme_indices(true).map(|(at, _)| at).chain([stretch.len()]).peekable();
    let mut start = 0;
    LINE_BREAKS
        .segment_str(stretch)
        .filter(|&at| at > 0)
        .filter(|&at| {
            while borders.next_if(|&border| border < at).is_some() {}
            borders.peek() == Some(&at)
        })
        .map(|end| {
            let word = stretch.get(start..end).unwrap_or_default();
            start = end;
            let visible = width(word.trim_end_matches([' ', clean::ZERO_WIDTH_SPACE]));
            Piece { end, width: width(word), visible }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All at once, as the model says.
    fn at_once(text: &str) -> Vec<usize> {
        segmented(text).into_iter().map(|piece| piece.end).collect()
    }

    fn ends(text: &str) -> Vec<usize> {
        pieces(text).into_iter().map(|piece| piece.end).collect()
    }

    const NARRATIVE: &str = "អ្នកជំងឺបានទៅដល់មន្ទីរពេទ្យបង្អែកខេត្តកំពង់ចាមនៅម៉ោងប្រាំមួយព្រឹក ហើយរង់ចាំអស់រយៈពេល \
        បីម៉ោងដោយគ្មានគ្រូពេទ្យមកពិនិត្យ។";

    #[test]
    fn stretches_make_the_words_of_the_whole() {
        assert_eq!(ends(NARRATIVE), at_once(NARRATIVE));
        // Again, from memory.
        assert_eq!(ends(NARRATIVE), at_once(NARRATIVE));
        assert_eq!(ends("waited  three hours (and more) "), at_once("waited  three hours (and more) "));
        assert!(ends("").is_empty());
    }

    #[test]
    fn a_text_without_a_space_is_cut_between_words() {
        let text = NARRATIVE.replace(' ', "").repeat(12);
        let (cut, whole) = (ends(&text), at_once(&text));
        let odd = cut.iter().filter(|end| !whole.contains(end)).count();
        assert!(odd * 50 < cut.len(), "{odd} of {}", cut.len());
    }

    proptest! {
        #[test]
        fn words_end_at_borders_and_cover_the_text(text in "[\u{1780}-\u{17DD}a-z \u{200B}\u{301}]{0,400}") {
            let text = clean::many_lines(&text);
            let ends = ends(&text);
            prop_assert_eq!(ends.last().copied().unwrap_or(0), text.len());
            prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
            for end in ends {
                prop_assert!(is_border(&text, end));
            }
        }
    }
}
