//! Khmer and Latin digits: everything that reads a number accepts both.

/// The text with Khmer digits (០–៩) written as 0–9.
pub fn to_ascii(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}

/// The text with 0–9 written as Khmer digits.
pub fn to_khmer(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(value) => char::from_u32(0x17E0 + value).unwrap_or(c),
            None => c,
        })
        .collect()
}

/// One character, a Khmer digit turned into 0–9.
pub fn ascii_digit(c: char) -> char {
    match c {
        '\u{17E0}'..='\u{17E9}' => char::from_digit(c as u32 - 0x17E0, 10).unwrap_or(c),
        _ => c,
    }
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from(if half < 10 { b'0' + half } else { b'a' + half - 10 }));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_turn_both_ways_and_leave_the_rest() {
        assert_eq!(to_ascii("ម៉ោង ០៦:១០"), "ម៉ោង 06:10");
        assert_eq!(to_khmer("2026-10-03"), "២០២៦-១០-០៣");
        assert_eq!(to_ascii(&to_khmer("0123456789")), "0123456789");
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
