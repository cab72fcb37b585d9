//! What a cell can hold: 32,767 UTF-16 units, and no letter that XML forbids.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// The longest text of a cell, in UTF-16 units; Excel calls a file broken that holds a longer one.
pub const LONGEST: usize = 32_767;

/// The longest text of a property, and of what is said in place of a picture.
pub const PROPERTY: usize = 255;

/// Stands at the end of a text that was cut.
pub const CUT: &str = " […]";

/// A text as a cell can hold it, and whether it was cut. Letters that no XML can hold are left out; a cut never parts a
/// letter from its signs.
pub fn fitting(text: &str) -> (Cow<'_, str>, bool) {
    shortened(text, LONGEST)
}

/// A text in at most so many UTF-16 units, and whether it was cut.
pub fn shortened(text: &str, longest: usize) -> (Cow<'_, str>, bool) {
    let text = clean(text);
    if text.encode_utf16().count() <= longest {
        return (text, false);
    }
    let room = longest.saturating_sub(CUT.encode_utf16().count());
    let mut taken = 0;
    let mut cut: String = text
        .graphemes(true)
        .take_while(|cluster| {
            taken += cluster.encode_utf16().count();
            taken <= room
        })
        .collect();
    cut.push_str(CUT);
    (cut.into(), true)
}

/// Without the control characters that spreadsheets show as boxes, or write as `_x0001_`; line breaks and tabs stay.
fn clean(text: &str) -> Cow<'_, str> {
    let is_kept = |letter: char| match letter {
        '\n' | '\t' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !letter.is_control(),
    };
    if text.chars().all(is_kept) {
        return text.into();
    }
    // Line ends of other systems are line ends.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| is_kept(*letter)).collect::<String>().into()
}

/// A text in parts that a row can show: at most so many letters each, ended where a word does, if one does.
pub fn parts(text: &str, letters: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut count = 0;
    for word in text.split_inclusive([' ', '\u{200B}']) {
        let length = word.chars().count();
        if count > 0 && count + length > letters {
            parts.push(String::new());
            count = 0;
        }
        for cluster in word.graphemes(true) {
            if count >= letters {
                parts.push(String::new());
                count = 0;
            }
            count += cluster.chars().count();
            if let Some(part) = parts.last_mut() {
                part.push_str(cluster);
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_letters_and_says_so() {
        let (short, is_cut) = fitting("=1+1 ពេទ្យ\n<b>");
        assert_eq!((short.as_ref(), is_cut), ("=1+1 ពេទ្យ\n<b>", false));
        let (whole, is_cut) = fitting("a\u{0}b\u{1B}[31m\r\nc\u{FFFF}");
        assert_eq!((whole.as_ref(), is_cut), ("ab[31m\nc", false));
        let exact = "x".repeat(LONGEST);
        assert_eq!(fitting(&exact), (exact.as_str().into(), false));
        for word in ["ស្ត្រី", "👩‍👩‍👧‍👦", "x"] {
            let long = word.repeat(LONGEST + 1);
            let (cut, is_cut) = fitting(&long);
            assert!(is_cut && cut.encode_utf16().count() <= LONGEST);
            let kept = cut.strip_suffix(CUT).unwrap();
            assert!(kept.len() > 30_000 && kept.replace(word, "").is_empty(), "{word}");
        }
    }

    #[test]
    fn parts_hold_the_whole_text() {
        for text in ["one two three", "", "ពេទ្យ\u{200B}ខេត្ត", &"w".repeat(1_000)] {
            let parts = parts(text, 7);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|part| part.chars().count() <= 9), "{parts:?}");
        }
    }
}
