//! Desk codes and case numbers.
//!
//! A case number looks like `KC-7F3Q-2XM9`: the desk, seven random characters of
//! Crockford's base 32 and a check character. No counter: two offline books never
//! hand out the same one, and nothing in it can be misread by a shell or by Excel.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random characters in a number.
const RANDOM: usize = 7;

/// Letters of the longest desk code.
const LONGEST_DESK: usize = 4;

/// Why a desk code or a case number was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadNumber {
    /// A desk code is two to four Latin letters.
    #[error("`{0}` is no desk code")]
    Desk(String),
    /// Not of the form of a case number.
    #[error("`{0}` is no case number")]
    Form(String),
    /// The form is right but the check character is not: mistyped.
    #[error("`{0}` is mistyped: its check character does not fit")]
    Check(String),
}

/// The code of a desk: two to four capital Latin letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskCode(String);

impl DeskCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DeskCode {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let code = text.trim().to_ascii_uppercase();
        let sound = (2..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase());
        if sound { Ok(Self(code)) } else { Err(BadNumber::Desk(text.to_owned())) }
    }
}

impl fmt::Display for DeskCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of a case, in its canonical form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// Makes a number for a desk from randomness (35 bits of it are used).
    pub fn new(desk: &DeskCode, random: u64) -> Self {
        let digits: Vec<u8> = (0..RANDOM).map(|place| (random >> (5 * place) & 31) as u8).collect();
        Self::assemble(desk, &digits)
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number in 60 bits whose order is that of the texts: four letters of the desk (A = 1, none = 0) and eight
    /// characters, five bits each.
    pub fn packed(&self) -> u64 {
        let (desk, rest) = self.0.split_once('-').unwrap_or((&self.0, ""));
        let letters = desk.bytes().map(|letter| u64::from(letter.wrapping_sub(b'A')) + 1);
        let desk =
            letters.chain(std::iter::repeat(0)).take(LONGEST_DESK).fold(0, |bits, letter| bits << 5 | letter);
        let characters = rest.chars().filter_map(crockford_value);
        characters.fold(desk, |bits, character| bits << 5 | u64::from(character))
    }

    /// The number that [`CaseNumber::packed`] packed.
    pub fn unpacked(packed: u64) -> Self {
        let five = |place: usize| (packed >> (5 * place) & 31) as u8;
        let letters = (RANDOM + 1..=RANDOM + LONGEST_DESK).rev().map(five).take_while(|letter| *letter > 0);
        let desk: String = letters.map(|letter| char::from(b'A' + letter - 1)).collect();
        let digits: Vec<u8> = (1..=RANDOM).rev().map(five).collect();
        Self::assemble(&DeskCode(desk), &digits)
    }

    /// How a packed number tells whether its text, in small letters, holds this one: it does where for one of the
    /// pairs of a mask and a value its bits under the mask are the value.
    pub fn holding(text: &str) -> Vec<(u64, u64)> {
        let text: Vec<char> = text.chars().collect();
        let mut pairs: Vec<(u64, u64)> = (2..=LONGEST_DESK)
            .flat_map(|desk| (0..desk + 10).filter_map(|at| pattern(desk, at, &text)).collect::<Vec<_>>())
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    fn assemble(desk: &DeskCode, digits: &[u8]) -> Self {
        let mut text = format!("{desk}-");
        let check = check_digit(desk, digits);
        for (place, &digit) in digits.iter().chain([&check]).enumerate() {
            if place == 4 {
                text.push('-');
            }
            text.push(crockford(digit));
        }
        Self(text)
    }
}

/// What the bits of a packed number are where a text stands at a place of a number of a desk of so many letters; `None`
/// where it cannot stand there.
fn pattern(desk: usize, at: usize, text: &[char]) -> Option<(u64, u64)> {
    let (mut mask, mut bits) = (0, 0);
    let mut is = |shift: usize, value: u8| {
        mask |= 31 << shift;
        bits |= u64::from(value) << shift;
    };
    let letter_shift = |letter: usize| 5 * (RANDOM + LONGEST_DESK - letter);
    for (place, character) in text.iter().enumerate().map(|(index, character)| (at + index, *character)) {
        if place < desk {
            let letter = character.is_ascii_lowercase().then(|| character as u8 - b'a' + 1)?;
            is(letter_shift(place), letter);
        } else if place == desk || place == desk + 5 {
            (character == '-').then_some(())?;
            if place == desk && at < desk && desk < LONGEST_DESK {
                is(letter_shift(desk), 0);
            }
        } else {
            let digit = place - desk - 1 - usize::from(place > desk + 5);
            let upper = character.to_ascii_uppercase() as u32;
            let value = ALPHABET.iter().position(|symbol| u32::from(*symbol) == upper)?;
            is(5 * RANDOM.checked_sub(digit)?, u8::try_from(value).ok()?);
        }
    }
    Some((mask, bits))
}

/// Luhn's scheme modulo 32 over the desk's letters (A = 0) and the random digits:
/// finds every single slip, and every swap of neighbours but `0Z`.
fn check_digit(desk: &DeskCode, digits: &[u8]) -> u8 {
    let letters = desk.as_str().bytes().map(|letter| letter.wrapping_sub(b'A'));
    let values: Vec<u8> = letters.chain(digits.iter().copied()).collect();
    let sum: u32 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &value)| {
            let value = u32::from(value);
            if place % 2 == 0 { 2 * value / 32 + 2 * value % 32 } else { value }
        })
        .sum();
    ((OFFSET + 32 - sum % 32) % 32) as u8
}

/// Added to the sum, so that the number that all documents show, KC-7F3Q-2XM9, is sound.
const OFFSET: u32 = 3;

/// The character of a value under 32.
pub(super) fn crockford(digit: u8) -> char {
    ALPHABET.get(usize::from(digit)).map_or('0', |&byte| char::from(byte))
}

/// The value of a typed character; O counts as 0, I and L as 1.
pub(super) fn crockford_value(symbol: char) -> Option<u8> {
    let upper = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|&byte| char::from(byte) == upper)?;
    u8::try_from(place).ok()
}

impl FromStr for CaseNumber {
    type Err = BadNumber;

    /// Reads a number in either case, with or without its inner hyphens, with
    /// Khmer digits, O for 0 and I or L for 1.
    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let bad = || BadNumber::Form(text.to_owned());
        let plain = super::digits::to_ascii(text.trim());
        let (desk, rest) = plain.split_once('-').ok_or_else(bad)?;
        let desk: DeskCode = desk.parse().map_err(|_| bad())?;
        let digits: Vec<u8> = rest
            .chars()
            .filter(|&c| c != '-')
            .map(|c| crockford_value(c).ok_or_else(bad))
            .collect::<Result<_, _>>()?;
        let (random, check) = digits.split_at_checked(RANDOM).ok_or_else(bad)?;
        match check {
            [check] if *check == check_digit(&desk, random) => Ok(Self::assemble(&desk, random)),
            [_] => Err(BadNumber::Check(text.to_owned())),
            _ => Err(bad()),
        }
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Serde by text for both.
macro_rules! serde_by_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
serde_by_text!(DeskCode);
serde_by_text!(CaseNumber);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn desk_codes_are_two_to_four_letters() {
        assert_eq!("kc".parse::<DeskCode>().unwrap().as_str(), "KC");
        for text in ["", "K", "KCPPP", "K1", "គត", "K-"] {
            assert!(text.parse::<DeskCode>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_number_in_all_documents_is_sound() {
        assert!("KC-7F3Q-2XM9".parse::<CaseNumber>().is_ok());
        assert!(matches!("KC-7F3Q-2XM8".parse::<CaseNumber>(), Err(BadNumber::Check(_))));
    }

    #[test]
    fn a_number_is_read_however_it_was_written_down() {
        let number = CaseNumber::new(&"KC".parse().unwrap(), 0x0003_1415_9265);
        let text = number.as_str();
        assert_eq!(text.len(), "KC-7F3Q-2XM9".len());
        assert_eq!(text.to_lowercase().parse(), Ok(number.clone()));
        assert_eq!(crate::domain::digits::to_khmer(text).parse(), Ok(number.clone()));
        let tight = text.replacen('-', "_", 1).replace('-', "").replace('_', "-");
        assert_eq!(tight.parse(), Ok(number));
        for text in ["", "KC", "KC-", "KC-7F3Q", "KC-7F3Q-2XM9A", "7F3Q-2XM9-KC", "KC-7U3Q-2XM9"] {
            assert!(matches!(text.parse::<CaseNumber>(), Err(BadNumber::Form(_))), "{text}");
        }
    }

    proptest! {
        #[test]
        fn packed_numbers_keep_text_order_and_what_they_hold(
            desks in ["[A-Z]{2,4}", "[A-Z]{2,4}"], randoms in any::<[u64; 2]>(), start in 0_usize..14, length in 1_usize..14,
            other in "[a-z0-9-]{1,3}",
        ) {
            let [one, two] = [0, 1].map(|index| CaseNumber::new(&desks[index].parse().unwrap(), randoms[index]));
            prop_assert_eq!(CaseNumber::unpacked(one.packed()), one.clone());
            prop_assert_eq!(one.packed().cmp(&two.packed()), one.cmp(&two));
            let text = one.as_str().to_ascii_lowercase();
            let part: String = text.chars().skip(start).take(length).collect();
            for needle in [part, other] {
                for number in [&one, &two] {
                    let holds = CaseNumber::holding(&needle).iter().any(|(mask, bits)| number.packed() & mask == *bits);
                    prop_assert_eq!(holds, number.as_str().to_ascii_lowercase().contains(&needle), "{} {}", number, needle);
                }
            }
        }

        #[test]
        fn a_slip_or_a_swap_is_noticed(desk in "[A-Z]{2,4}", random: u64, place in 0usize..8, other in 0usize..32) {
            let desk: DeskCode = desk.parse().unwrap();
            let number = CaseNumber::new(&desk, random);
            prop_assert_eq!(number.as_str().parse::<CaseNumber>(), Ok(number.clone()));
            let tail = number.as_str().split_once('-').unwrap().1.replace('-', "");
            let mut symbols: Vec<char> = tail.chars().collect();
            let replacement = char::from(ALPHABET[other]);
            if symbols[place] != replacement {
                symbols[place] = replacement;
                let slipped: String = symbols.iter().collect();
                let slipped = format!("{desk}-{slipped}");
                prop_assert!(slipped.parse::<CaseNumber>().is_err());
            }
            let mut symbols: Vec<char> = tail.chars().collect();
            if place < 7 {
                let pair = [symbols[place], symbols[place + 1]];
                if pair[0] != pair[1] && !pair.contains(&'0') {
                    symbols.swap(place, place + 1);
                    let swapped: String = symbols.iter().collect();
                    let swapped = format!("{desk}-{swapped}");
                    prop_assert!(swapped.parse::<CaseNumber>().is_err());
                }
            }
        }
    }
}
