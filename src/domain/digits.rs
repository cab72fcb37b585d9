//! Khmer and Latin digits: everything that reads a number accepts both.

/// The text with Khmer digits (០–៩) written as 0–9.
pub fn to_ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
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

/// Whether a number reads as spreadsheets show one that was too long for them: `1.23E+15`. They keep 15 digits of a number;
/// those behind them are gone, whatever was typed.
pub fn lost_some(text: &str) -> bool {
    let Some((digits, power)) = text.trim().split_once(['E', 'e']) else {
        return false;
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    whole.len() == 1
        && are_digits(whole)
        && are_digits(rest)
        && power.strip_prefix('+').is_some_and(are_digits)
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

    #[test]
    fn a_number_that_lost_digits_is_told_from_those_that_people_write() {
        for lost in ["1.23E+15", "1,23457e+15", " 9E+20 ", "1.23456789012345E+15"] {
            assert!(lost_some(lost), "{lost}");
        }
        for whole in [
            "",
            "E+",
            "12E3",
            "12.5E+3",
            "1E15",
            "1E-7",
            "E+855",
            "1.E+2",
            "012 345 678",
            "+85512345678",
            "A1E+3",
        ] {
            assert!(!lost_some(whole), "{whole}");
        }
    }
}
