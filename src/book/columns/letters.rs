//! Folded text in a code of one byte a letter, so that Khmer takes a third of its UTF-8 and a search runs over bytes.
//!
//! ASCII stands for itself and Khmer (U+1780–U+17FF) for 0x80–0xFF. Any other character, and the few control characters,
//! is a mark and six bytes of its own range, so that what is found always begins where a character begins.

/// Between the texts of one row: no needle holds it.
pub const FIELD: u8 = 0x01;

/// Between rows.
pub const ROW: u8 = 0x00;

/// Before a character written in six digits.
const ESCAPE: u8 = 0x02;

/// The same, of a character beside the texts. No text holds 0x03–0x0F.
const ASIDE: u8 = 0x03;

/// Appends a folded text.
pub fn write(folded: &str, out: &mut Vec<u8>) {
    for character in folded.chars() {
        match u32::from(character) {
            plain @ 0x20..=0x7E => out.push(plain as u8),
            khmer @ 0x1780..=0x17FF => out.push((khmer - 0x1700) as u8),
            other => digits(ESCAPE, other, out),
        }
    }
}

/// Appends a character as no folded text has it, so that a needle for texts is not found there.
pub fn write_aside(character: char, out: &mut Vec<u8>) {
    digits(ASIDE, u32::from(character), out);
}

fn digits(mark: u8, character: u32, out: &mut Vec<u8>) {
    out.push(mark);
    out.extend((0..6).map(|digit| 0x10 | (character >> (4 * digit) & 0xF) as u8));
}

/// A folded text in the code.
pub fn coded(folded: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(folded.len());
    write(folded, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::text::fold;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn what_a_text_holds_its_code_holds(text in "[a-cកខា្\u{E9}«\u{1}\u{10}0-9]{0,12}", needle in "[a-cកខា្\u{E9}«\u{1}\u{10}0-9]{0,3}") {
            let (text, needle) = (fold(&text), fold(&needle));
            let found = memchr::memmem::find(&coded(&text), &coded(&needle)).is_some();
            prop_assert_eq!(found, text.contains(&needle));
            prop_assert!(!coded(&text).iter().any(|byte| [FIELD, ROW].contains(byte)));
        }
    }
}
