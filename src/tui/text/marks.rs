//! Where the words of a search stand in a text, found as the book finds them and widened to whole clusters.
//!
//! The book looks for the normal form of a word in the normal form of a text ([`fold`]), in which case, hidden word
//! breaks, the order of marks and the dots of abbreviations do not count. What is to be marked is a piece of the
//! text itself. It must not know about cells or styles: [`put_marked`](super::put_marked) takes what it yields.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::fold;

/// The ranges of `text`, in bytes, that the search words are found in: in rising order, apart from each other, and
/// each made of whole clusters. Empty words are found nowhere.
pub fn marks(text: &str, needles: &[&str]) -> Vec<Range<usize>> {
    let needles: Vec<String> =
        needles.iter().map(|needle| fold(needle)).filter(|needle| !needle.is_empty()).collect();
    if needles.is_empty() {
        return Vec::new();
    }
    let whole = fold(text);
    if !needles.iter().any(|needle| whole.contains(needle)) {
        return Vec::new();
    }
    // Coarser pieces serve where marks were typed so oddly that clusters do not fold one by one.
    let folded = [clusters_with_dots(text), words(text), std::iter::once(0..text.len()).collect()]
        .into_iter()
        .map(|pieces| Folded::new(text, pieces))
        .find(|folded| folded.text == whole);
    let mut found: Vec<Range<usize>> = folded.map_or_else(Vec::new, |folded| {
        needles.iter().flat_map(|needle| folded.places(needle).collect::<Vec<_>>()).collect()
    });
    found.sort_unstable_by_key(|range| (range.start, range.end));
    found.dedup_by(|next, range| {
        let is_joined = next.start <= range.end;
        if is_joined {
            range.end = range.end.max(next.end);
        }
        is_joined
    });
    found
}

/// A text folded piece by piece, which knows what each part of it came from.
struct Folded {
    text: String,
    /// For each piece that left something: where that begins in the folded text, and the piece.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Folded {
    fn new(text: &str, pieces: Vec<Range<usize>>) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), pieces: Vec::new() };
        for piece in pieces {
            let source = text.get(piece.clone()).unwrap_or_default();
            let is_blank = !source.is_empty() && source.chars().all(char::is_whitespace);
            let part = if is_blank { " ".to_owned() } else { fold(source) };
            // Blanks at the start and behind others leave nothing.
            if part.is_empty() || is_blank && (folded.text.is_empty() || folded.text.ends_with(' ')) {
                continue;
            }
            folded.pieces.push((folded.text.len(), piece));
            folded.text.push_str(&part);
        }
        if folded.text.ends_with(' ') {
            folded.text.pop();
        }
        folded
    }

    /// Where a folded word stands, as ranges of the source.
    fn places<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.text.match_indices(needle).filter_map(|(start, found)| {
            let end = start + found.len();
            let first = self.pieces.partition_point(|(at, _)| *at <= start).checked_sub(1)?;
            let last = self.pieces.partition_point(|(at, _)| *at < end).checked_sub(1)?;
            Some(self.pieces.get(first)?.1.start..self.pieces.get(last)?.1.end)
        })
    }
}

/// The clusters of a text, with the dots of an abbreviation belonging to what they follow: `ស.` is one, and so is
/// `N.S.S.F.`, whose dots only count as such together.
fn clusters_with_dots(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut after_dot = false;
    for (start, cluster) in text.grapheme_indices(true) {
        let end = start + cluster.len();
        let is_latin =
            cluster.chars().next().is_some_and(|letter| letter.is_alphabetic() && letter < '\u{1780}');
        let joins = cluster == "." || after_dot && is_latin;
        match pieces.last_mut() {
            Some(last) if joins => last.end = end,
            _ => pieces.push(start..end),
        }
        after_dot = cluster == ".";
    }
    pieces
}

/// What stands between blanks, and the blanks.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<(bool, Range<usize>)> = Vec::new();
    for (start, cluster) in text.grapheme_indices(true) {
        let (is_blank, end) = (cluster.chars().all(char::is_whitespace), start + cluster.len());
        match pieces.last_mut() {
            Some((blank, last)) if *blank == is_blank => last.end = end,
            _ => pieces.push((is_blank, start..end)),
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked<'a>(text: &'a str, needles: &[&str]) -> Vec<&'a str> {
        marks(text, needles).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn words_are_found_as_the_book_finds_them() {
        for (text, needle, expected) in [
            ("Phnom PENH hospital", "penh", "PENH"),
            ("មន្ទីរពេទ្យព្រះកុសុមៈ", "ពេទ្យ", "ពេទ្យ"),
            // Hidden word breaks, in the text and in the word.
            ("ក្រុង\u{200B}ភ្នំ\u{200B}ពេញ", "ភ្នំពេញ", "ភ្នំ\u{200B}ពេញ"),
            ("ក្រុងភ្នំពេញ", "ភ្នំ\u{200B}ពេញ", "ភ្នំពេញ"),
            // Another order of subscripts and signs.
            ("នាងជាស្រ្តី។", "ស្ត្រី", "ស្រ្តី"),
            ("ខេត្តកណ្ដាល", "កណ្តាល", "កណ្ដាល"),
            // Dots of abbreviations.
            ("ប័ណ្ណ ប.ស.ស. ហួស", "បសស", "ប.ស.ស."),
            ("ប័ណ្ណបសស", "ប.ស.ស.", "បសស"),
            ("the N.S.S.F. card", "nssf", "N.S.S.F."),
            // Digits of either script, blanks of any kind.
            ("ថ្លៃ ៤០០០០ រៀល", "40000", "៤០០០០"),
            ("waited  three\nhours", "three hours", "three\nhours"),
        ] {
            assert_eq!(marked(text, &[needle]), [expected], "{text}");
        }
    }

    #[test]
    fn a_part_of_a_cluster_marks_all_of_it() {
        assert_eq!(marked("កម្ពុជា", &["ម"]), ["ម្ពុ"]);
        assert_eq!(marked("ខ្ញុំ", &["ញ"]), ["ខ្ញុំ"]);
    }

    #[test]
    fn many_words_make_ranges_that_do_not_touch() {
        assert_eq!(marked("wait and waiting", &["wait", "waiting"]), ["wait", "waiting"]);
        assert_eq!(marked("abcdef", &["bc", "cd", "f"]), ["bcd", "f"]);
        assert_eq!(marked("abab", &["ab"]), ["abab"]);
        assert_eq!(marked("abc", &["", " ", "\u{200B}"]), Vec::<&str>::new());
        assert_eq!(marked("abc", &["x"]), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn what_the_book_finds_is_marked_and_nothing_else(
            text in "[\u{1780}-\u{1785}\u{17B6}\u{17C1}\u{17D2}\u{200B}a-cA-C. \u{301}]{0,20}",
            needle in "[\u{1780}-\u{1785}\u{17B6}\u{17D2}a-c.]{1,3}",
        ) {
            let is_found = !fold(&needle).is_empty() && fold(&text).contains(&fold(&needle));
            let found = marks(&text, &[&needle]);
            prop_assert_eq!(!found.is_empty(), is_found);
            let mut before = None;
            for range in found {
                prop_assert!(before.is_none_or(|end| end < range.start) && range.start < range.end);
                for border in [range.start, range.end] {
                    let is_border = text.grapheme_indices(true).any(|(at, _)| at == border);
                    prop_assert!(is_border || border == text.len(), "{:?}", range);
                }
                before = Some(range.end);
            }
        }

        #[test]
        fn any_text_may_be_searched(text in any::<String>(), needle in any::<String>()) {
            marks(&text, &[&needle, "a", "ក"]);
        }
    }
}
