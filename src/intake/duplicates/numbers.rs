//! Telephone and other numbers in the form in which they are compared.

use crate::domain::case::is_masked;
use crate::domain::digits;

/// Fewer digits say too little.
const FEWEST: usize = 6;

/// Digits beyond these are left out: a 64-bit number holds them, behind a one that keeps their noughts.
const MOST: usize = 18;

/// How two numbers agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    Same,
    /// But for one digit, or two neighbours in the wrong order.
    Near,
    Different,
}

/// A telephone number without spaces, signs and the country's prefix; `None` where there is none.
pub fn phone(text: &str) -> Option<u64> {
    let digits = digits_of(text);
    let local = digits.strip_prefix("00855").or_else(|| digits.strip_prefix("855")).unwrap_or(&digits);
    number(local.trim_start_matches('0'))
}

/// The digits of an NSSF number; `None` where there is none, or the end of one alone.
pub fn nssf(text: &str) -> Option<u64> {
    if is_masked(text) { None } else { number(&digits_of(text)) }
}

fn digits_of(text: &str) -> String {
    digits::to_ascii(text).chars().filter(char::is_ascii_digit).take(MOST).collect()
}

fn number(digits: &str) -> Option<u64> {
    if digits.len() < FEWEST { None } else { format!("1{digits}").parse().ok() }
}

/// How two numbers agree.
pub fn agreement(one: u64, other: u64) -> Agreement {
    if one == other {
        return Agreement::Same;
    }
    let (one, other) = (one.to_string(), other.to_string());
    if is_one_slip(one.as_bytes(), other.as_bytes()) { Agreement::Near } else { Agreement::Different }
}

/// Whether one digit differs, is missing or too many, or two neighbours are swapped.
fn is_one_slip(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let (Some(short), Some(long)) = (short.get(same..), long.get(same..)) else {
        return false;
    };
    match (short, long) {
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        (short, [_, others @ ..]) => short == others,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_one_however_it_is_written() {
        let numbers = ["012 034 567", "+855 12 034 567", "០១២-០៣៤-៥៦៧", "00855012034567", "12034567"];
        assert!(numbers.iter().all(|text| phone(text) == phone(numbers[0]) && phone(text).is_some()));
        assert_eq!((phone("no"), phone("12 34"), nssf("…4821")), (None, None, None));
        assert_eq!(nssf("1234 56789ក"), nssf("១២៣៤៥៦៧៨៩"));
    }

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        let told = phone("012 034 567").unwrap();
        for (text, expected) in [
            ("012 034 567", Agreement::Same),
            ("012 034 568", Agreement::Near),
            ("012 034 657", Agreement::Near),
            ("012 03 567", Agreement::Near),
            ("012 0344 567", Agreement::Near),
            ("012 034 576", Agreement::Near),
            ("012 043 576", Agreement::Different),
            ("098 034 561", Agreement::Different),
        ] {
            assert_eq!(agreement(told, phone(text).unwrap()), expected, "{text}");
        }
    }
}
