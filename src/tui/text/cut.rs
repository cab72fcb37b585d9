//! Makes a text fit: cut short, padded, or wrapped between words, and never in the middle of a cluster.
//!
//! Khmer writes no spaces between words, so wrapping asks ICU's model where a word ends. All functions clean their
//! text first and return text that may be printed. This module must not know about cells.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::clean;
use super::width::{clusters, printed, profile, width};
use super::words::{self, Piece};

/// Up to so many bytes a column a text is measured as a whole, to see whether it fits.
const QUICKLY_MEASURED: usize = 32;

/// The text in at most `columns` columns, with `…` at its end when something was cut off.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    let line = printed(text);
    if width(&line) <= columns {
        return line;
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut kept = String::new();
    let mut used = 0;
    for cluster in clusters(&line) {
        used += profile().cluster_width(cluster);
        if used > room {
            break;
        }
        kept.push_str(cluster);
    }
    kept.push('…');
    Cow::Owned(kept)
}

/// The text in at most `columns` columns, cut after a whole word, with `…` when something was cut off.
pub fn truncate_at_word(text: &str, columns: usize) -> Cow<'_, str> {
    let line = printed(text);
    if width(&line) <= columns {
        return line;
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let kept = wrap(&line, room).into_iter().next().unwrap_or_default();
    Cow::Owned(truncate(&kept, room).into_owned() + "…")
}

/// The text in exactly `columns` columns, against the left edge.
pub fn pad(text: &str, columns: usize) -> String {
    let mut padded = truncate(text, columns).into_owned();
    let missing = columns.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// The text in exactly `columns` columns, against the right edge: for numbers.
pub fn pad_left(text: &str, columns: usize) -> String {
    let short = truncate(text, columns);
    let missing = columns.saturating_sub(width(&short));
    let mut padded = " ".repeat(missing);
    padded.push_str(&short);
    padded
}

/// The text in lines of at most `columns` columns, broken between words, at U+200B and at `\n`.
///
/// A word wider than a line is broken between clusters, and a cluster wider than a line stands alone. There is
/// always at least one line. Zero columns are treated as one.
///
/// A Khmer text that needs more than one line costs about 6 µs a letter the first time; then its words are known.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let cleaned = clean::many_lines(text);
    wrap_ranges(&cleaned, columns)
        .into_iter()
        .filter_map(|row| cleaned.get(row))
        .map(|row| printed(row).trim_end_matches(' ').to_owned())
        .collect()
}

/// The byte range of each wrapped row of a cleaned text; `\n` belongs to no row, spaces at a row's end to the row.
pub(super) fn wrap_ranges(cleaned: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    let mut start = 0;
    for paragraph in cleaned.split('\n') {
        wrap_paragraph(paragraph, start, columns, &mut rows);
        start += paragraph.len() + 1;
    }
    rows
}

fn wrap_paragraph(paragraph: &str, offset: usize, columns: usize, rows: &mut Vec<Range<usize>>) {
    // Most texts are short, and the model is by far the dearest thing here.
    if paragraph.len() <= columns.saturating_mul(QUICKLY_MEASURED) && width(paragraph) <= columns {
        rows.push(offset..offset + paragraph.len());
        return;
    }
    let mut row_start = 0;
    let mut used = 0;
    let mut piece_start = 0;
    for Piece { end: piece_end, visible, width } in words::pieces(paragraph) {
        if used + visible > columns && piece_start > row_start {
            rows.push(offset + row_start..offset + piece_start);
            row_start = piece_start;
            used = 0;
        }
        if visible > columns {
            let piece = paragraph.get(piece_start..piece_end).unwrap_or_default();
            for (at, cluster) in piece.grapheme_indices(true) {
                let at = piece_start + at;
                let cluster_columns = profile().cluster_width(cluster);
                if used + cluster_columns > columns && at > row_start && cluster != " " {
                    rows.push(offset + row_start..offset + at);
                    row_start = at;
                    used = 0;
                }
                used += cluster_columns;
            }
        } else {
            used += width;
        }
        piece_start = piece_end;
    }
    rows.push(offset + row_start..offset + paragraph.len());
}

/// Where a line may break in `text`, in rising order, the end included and the start not.
pub(super) fn word_ends(text: &str) -> Vec<usize> {
    words::pieces(text).into_iter().map(|piece| piece.end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NARRATIVE: &str = "អ្នកជំងឺបានទៅដល់មន្ទីរពេទ្យបង្អែកខេត្តកំពង់ចាមនៅម៉ោងប្រាំមួយព្រឹក \
        ហើយរង់ចាំអស់រយៈពេលបីម៉ោងដោយគ្មានគ្រូពេទ្យមកពិនិត្យ។";

    #[test]
    fn a_text_that_fits_is_not_copied() {
        assert!(matches!(truncate("ខេត្ត", 4), Cow::Borrowed("ខេត្ត")));
    }

    #[test]
    fn a_cut_falls_between_clusters() {
        assert_eq!(truncate("ខេត្ត", 3), "ខេ…");
        assert_eq!(truncate("ស្ត្រី", 2), "…");
        assert_eq!(truncate("Kampot", 4), "Kam…");
        assert_eq!(truncate("Kampot", 0), "");
        assert_eq!(truncate("a\nb", 3), "a b");
        assert_eq!(pad_left("\u{17B8}", 3), "  ◌\u{17B8}");
    }

    #[test]
    fn padding_fills_the_columns() {
        assert_eq!(pad("ខេត្ត", 6), "ខេត្ត  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(pad_left("១២", 4), "  ១២");
        assert_eq!(pad("病院", 3), "病…");
        assert_eq!(pad("病院", 2), "… ");
    }

    #[test]
    fn khmer_wraps_between_words() {
        let lines = wrap("ខ្ញុំទៅមន្ទីរពេទ្យ", 9);
        assert_eq!(lines, ["ខ្ញុំទៅមន្ទីរ", "ពេទ្យ"]);
        for line in wrap(NARRATIVE, 24) {
            assert!(width(&line) <= 24, "{line}");
        }
        assert_eq!(wrap(NARRATIVE, 24).concat().replace(' ', ""), NARRATIVE.replace(' ', ""));
    }

    #[test]
    fn english_wraps_between_words() {
        assert_eq!(wrap("waited three hours", 8), ["waited", "three", "hours"]);
        assert_eq!(wrap("one\n\ntwo", 8), ["one", "", "two"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("abcdef", 4), ["abcd", "ef"]);
    }

    #[test]
    fn a_zero_width_space_is_a_place_to_break() {
        assert_eq!(wrap("abcd\u{200B}efgh", 6), ["abcd", "efgh"]);
        assert_eq!(wrap("ab\u{200B}cd", 6), ["abcd"]);
    }

    #[test]
    fn no_columns_still_ends() {
        assert_eq!(wrap("ab", 0), ["a", "b"]);
        assert_eq!(wrap("ស្ត្រីស្ត្រី", 1), ["ស្ត្រី", "ស្ត្រី"]);
    }

    #[test]
    fn a_sentence_is_cut_after_a_whole_word() {
        assert_eq!(truncate_at_word("half waited longer", 18), "half waited longer");
        assert_eq!(truncate_at_word("half waited longer", 17), "half waited…");
        assert_eq!(truncate_at_word("half waited longer", 12), "half waited…");
        assert_eq!(truncate_at_word("half waited longer", 11), "half…");
    }

    proptest! {
        #[test]
        fn truncated_text_fits(text in any::<String>(), columns in 0_usize..30) {
            prop_assert!(width(&truncate(&text, columns)) <= columns);
            prop_assert!(width(&truncate_at_word(&text, columns)) <= columns);
            prop_assert_eq!(width(&pad(&text, columns)), columns);
            prop_assert_eq!(width(&pad_left(&text, columns)), columns);
        }

        #[test]
        fn wrapped_rows_hold_all_the_text(text in "[\u{1780}-\u{17DD}a-z \n\u{200B}]{0,60}", columns in 0_usize..20) {
            let rows = wrap_ranges(&text, columns);
            let joined: String = rows.iter().filter_map(|row| text.get(row.clone())).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns.max(1) || clusters(&line).count() == 1, "{:?}", line);
            }
        }
    }
}
