//! Takes out of a text what must never reach a terminal: control characters and the marks that reorder text.
//!
//! Text arrives from other people's files; an escape character could retitle a window and a bidirectional override
//! could make one name read as another. This module must not know about widths or cells.

use std::borrow::Cow;
use std::ops::Range;

/// What becomes of one code point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Keep,
    Drop,
    Tab,
    Newline,
}

/// U+200B: marks the end of a Khmer word where no space is written. Data keep it, screens do not print it.
pub(super) const ZERO_WIDTH_SPACE: char = '\u{200B}';

fn fate(letter: char) -> Fate {
    match letter {
        '\t' => Fate::Tab,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Newline,
        // Directional marks, embeddings, overrides, isolates, and the deprecated shaping switches; the byte-order
        // mark, interlinear annotations, and invisible tags.
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Fate::Drop,
        other if other.is_control() => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Code points that are harmless in data but that terminals disagree about: some print them, some advance by one.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        ZERO_WIDTH_SPACE | '\u{00AD}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{2060}'
            ..='\u{2064}' | '\u{3164}' | '\u{FFA0}'
    )
}

/// The text on one line: no control or bidirectional characters, and each run of line breaks and tabs as one space.
///
/// U+200B survives: it is where a Khmer line may break.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| fate(letter) == Fate::Keep) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut in_break = false;
    for letter in text.chars() {
        match fate(letter) {
            Fate::Keep => {
                cleaned.push(letter);
                in_break = false;
            }
            Fate::Drop => {}
            Fate::Tab | Fate::Newline => {
                if !in_break {
                    cleaned.push(' ');
                }
                in_break = true;
            }
        }
    }
    Cow::Owned(cleaned)
}

/// Like [`one_line`], but every line break stays, written as `\n`, and each tab becomes one space.
pub fn many_lines(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| letter == '\n' || fate(letter) == Fate::Keep) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut after_return = false;
    for letter in text.chars() {
        match fate(letter) {
            Fate::Keep => cleaned.push(letter),
            Fate::Drop => {}
            Fate::Tab => cleaned.push(' '),
            Fate::Newline if after_return && letter == '\n' => {}
            Fate::Newline => cleaned.push('\n'),
        }
        after_return = letter == '\r';
    }
    Cow::Owned(cleaned)
}

/// What is printed for a text: [`one_line`] without the invisible code points.
pub fn for_screen(text: &str) -> Cow<'_, str> {
    let line = one_line(text);
    if line.chars().any(is_invisible) {
        Cow::Owned(line.chars().filter(|letter| !is_invisible(*letter)).collect())
    } else {
        line
    }
}

/// [`for_screen`] with, for each printed code point, the byte in `text` that it came from.
pub(super) fn for_screen_with_origins(text: &str) -> (String, Vec<Origin>) {
    let mut printed = String::with_capacity(text.len());
    let mut origins = Vec::new();
    let mut in_break = false;
    for (byte, letter) in text.char_indices() {
        let shown = match fate(letter) {
            Fate::Drop => continue,
            Fate::Keep if is_invisible(letter) => {
                in_break = false;
                continue;
            }
            Fate::Keep => letter,
            Fate::Tab | Fate::Newline if in_break => continue,
            Fate::Tab | Fate::Newline => ' ',
        };
        in_break = fate(letter) != Fate::Keep;
        origins.push(Origin { printed: printed.len(), source: byte..byte + letter.len_utf8() });
        printed.push(shown);
    }
    (printed, origins)
}

/// Where one printed code point stands in the printed text and where it stood in the source text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) printed: usize,
    pub(super) source: Range<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(one_line("ខេត្តកំពត Kampot"), Cow::Borrowed(_)));
        assert!(matches!(many_lines("one\ntwo"), Cow::Borrowed(_)));
        assert!(matches!(for_screen("ក្រុង"), Cow::Borrowed(_)));
    }

    #[test]
    fn escapes_and_overrides_go() {
        assert_eq!(one_line("a\u{1b}[31mb\u{7}\u{9b}c"), "a[31mbc");
        assert_eq!(one_line("\u{FEFF}a\u{202E}b\u{2066}c\u{200F}d\u{061C}"), "abcd");
    }

    #[test]
    fn breaks_become_one_space_or_one_newline() {
        assert_eq!(one_line("a\r\n\tb\nc"), "a b c");
        assert_eq!(many_lines("a\r\nb\rc\td\u{2028}\ne"), "a\nb\nc d\n\ne");
    }

    #[test]
    fn a_khmer_word_break_stays_in_data_and_is_not_printed() {
        assert_eq!(one_line("ក្រុង\u{200B}ភ្នំពេញ"), "ក្រុង\u{200B}ភ្នំពេញ");
        assert_eq!(for_screen("ក្រុង\u{200B}ភ្នំពេញ"), "ក្រុងភ្នំពេញ");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let line = one_line(&text).into_owned();
            prop_assert!(one_line(&line) == line);
            let lines = many_lines(&text).into_owned();
            prop_assert!(many_lines(&lines) == lines);
            prop_assert!(!line.chars().any(char::is_control));
        }

        #[test]
        fn origins_agree_with_the_printed_text(text in any::<String>()) {
            let (printed, origins) = for_screen_with_origins(&text);
            let printed_without = for_screen(&text);
            prop_assert_eq!(printed.as_str(), printed_without.as_ref());
            prop_assert_eq!(origins.len(), printed.chars().count());
            for origin in origins {
                prop_assert!(text.get(origin.source).is_some());
                prop_assert!(printed.is_char_boundary(origin.printed));
            }
        }
    }
}
