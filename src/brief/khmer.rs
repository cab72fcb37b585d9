//! Where a line of Khmer may end, for programs that do not know.
//!
//! Khmer writes no spaces between words. Parley, browsers and LibreOffice ask a model where words end; Word does so in
//! some releases and Excel in none, and then a line ends within a word. People who type Khmer put a zero-width space
//! between words, and so is done here.

use crate::i18n::khmer::{LINE_BREAKS, is_khmer};

const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// The text with a zero-width space between Khmer words that follow each other without a space.
pub fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let mut start = 0;
    let has_khmer = text.chars().any(is_khmer);
    for end in LINE_BREAKS.segment_str(text).filter(|_| has_khmer) {
        let (Some(piece), Some(rest)) = (text.get(start..end), text.get(end..)) else {
            continue;
        };
        out.push_str(piece);
        start = end;
        if piece.chars().next_back().is_some_and(is_khmer) && rest.chars().next().is_some_and(is_khmer) {
            out.push(ZERO_WIDTH_SPACE);
        }
    }
    out.push_str(text.get(start..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_end_a_line_and_nothing_else_changes() {
        let text = "មន្ទីរពេទ្យបង្អែកខេត្តកណ្ដាល និង Calmette";
        let broken = breakable(text);
        assert!(broken.contains("មន្ទីរពេទ្យ\u{200B}"), "{broken:?}");
        assert_eq!(broken.replace(ZERO_WIDTH_SPACE, ""), text);
        assert!(!broken.contains("\u{200B} ") && !broken.contains(" \u{200B}"), "{broken:?}");
        assert_eq!(breakable("plain words, 3 of 4"), "plain words, 3 of 4");
        assert_eq!(breakable(""), "");
    }
}
