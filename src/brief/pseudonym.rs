//! What a member is called in a story: a letter, a digit, a letter, a digit – `K7M4`, in Khmer ក៧ម៤ – which can be said
//! on the telephone, is the same in both languages, and is nobody's name.

use crate::domain::digits::to_khmer;
use crate::i18n::{Lang, Language};

/// Latin letters, each with the Khmer letter that stands for it. No vowels, so that no word comes of it, and none that
/// look like digits.
const LETTERS: [(char, char); 16] = [
    ('K', 'ក'),
    ('G', 'គ'),
    ('C', 'ច'),
    ('J', 'ជ'),
    ('D', 'ដ'),
    ('T', 'ត'),
    ('N', 'ន'),
    ('B', 'ប'),
    ('P', 'ព'),
    ('F', 'ផ'),
    ('M', 'ម'),
    ('Y', 'យ'),
    ('R', 'រ'),
    ('L', 'ល'),
    ('V', 'វ'),
    ('S', 'ស'),
];

/// The pseudonym that a keyed digest makes: one of 25,600. Two cases may share one by chance, one of these in 25,600
/// pairs; who writes a document sees to it that no two of its stories do.
pub fn pseudonym(digest: &[u8; 32], lang: Lang) -> String {
    let [a, b, c, d, e, f, g, h, ..] = *digest;
    let mut number = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
    let mut next = |of: u64| {
        let taken = number % of;
        number /= of;
        taken as usize
    };
    let mut out = String::new();
    for _ in 0..2 {
        let (latin, khmer) = LETTERS.get(next(16)).copied().unwrap_or_default();
        let digit = char::from_digit(next(10) as u32, 10).unwrap_or_default();
        out.push(if lang.language() == Language::Km { khmer } else { latin });
        out.push(digit);
    }
    if lang.language() == Language::Km { to_khmer(&out) } else { out }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_languages_say_the_same_and_all_are_used() {
        let mut seen = BTreeSet::new();
        for number in 0..25_600_u64 {
            let mut digest = [0; 32];
            digest[..8].copy_from_slice(&number.to_be_bytes());
            let (en, km) = (pseudonym(&digest, Lang::En), pseudonym(&digest, Lang::Km));
            let back: String = km
                .chars()
                .map(|c| LETTERS.iter().find(|(_, khmer)| *khmer == c).map_or(c, |(latin, _)| *latin))
                .map(crate::domain::digits::ascii_digit)
                .collect();
            assert_eq!(back, en);
            seen.insert(en);
        }
        assert_eq!(seen.len(), 25_600);
    }
}
