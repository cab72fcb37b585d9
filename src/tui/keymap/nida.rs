//! The Khmer keyboard: which key typed a letter, so that a letter's key works whatever layout is on.
//!
//! It knows the layout of the national standard (NiDA), which Windows, macOS, X and Wayland ship as "Khmer", and
//! nothing of actions. The layout is held against `kh.txt` beside this file.

/// One key: what it types in the Latin layout alone and with Shift, and in the Khmer one alone, with Shift and with
/// AltGr. Empty is what a Latin keyboard has too, or what is no letter.
type Key = (char, char, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const KEYS: [Key; 46] = [
    ('1', '!', "១", "", ""),
    ('2', '@', "២", "ៗ", ""),
    ('3', '#', "៣", "", "៑"),
    ('4', '$', "៤", "៛", ""),
    ('5', '%', "៥", "", ""),
    ('6', '^', "៦", "៍", "៙"),
    ('7', '&', "៧", "័", "៚"),
    ('8', '*', "៨", "៏", ""),
    ('9', '(', "៩", "", ""),
    ('0', ')', "០", "", ""),
    ('-', '_', "ឥ", "៌", ""),
    ('=', '+', "ឲ", "", "៎"),
    ('\\', '|', "ឮ", "ឭ", ""),
    ('q', 'Q', "ឆ", "ឈ", "ៜ"),
    ('w', 'W', "ឹ", "ឺ", "៝"),
    ('e', 'E', "េ", "ែ", "ឯ"),
    ('r', 'R', "រ", "ឬ", "ឫ"),
    ('t', 'T', "ត", "ទ", "ឨ"),
    ('y', 'Y', "យ", "ួ", ""),
    ('u', 'U', "ុ", "ូ", ""),
    ('i', 'I', "ិ", "ី", "ឦ"),
    ('o', 'O', "ោ", "ៅ", "ឱ"),
    ('p', 'P', "ផ", "ភ", "ឰ"),
    ('[', '{', "ៀ", "ឿ", "ឩ"),
    (']', '}', "ឪ", "ឧ", "ឳ"),
    ('a', 'A', "ា", "ាំ", ""),
    ('s', 'S', "ស", "ៃ", ""),
    ('d', 'D', "ដ", "ឌ", ""),
    ('f', 'F', "ថ", "ធ", ""),
    ('g', 'G', "ង", "អ", ""),
    ('h', 'H', "ហ", "ះ", ""),
    ('j', 'J', "្", "ញ", ""),
    ('k', 'K', "ក", "គ", "ឝ"),
    ('l', 'L', "ល", "ឡ", ""),
    (';', ':', "ើ", "ោះ", "៖"),
    ('\'', '"', "់", "៉", "ៈ"),
    ('z', 'Z', "ឋ", "ឍ", ""),
    ('x', 'X', "ខ", "ឃ", ""),
    ('c', 'C', "ច", "ជ", ""),
    ('v', 'V', "វ", "េះ", ""),
    ('b', 'B', "ប", "ព", "ឞ"),
    ('n', 'N', "ន", "ណ", ""),
    ('m', 'M', "ម", "ំ", ""),
    (',', '<', "ុំ", "ុះ", ""),
    ('.', '>', "។", "៕", ""),
    ('/', '?', "៊", "", ""),
];

/// The keys that type two letters, under the code points that X gives them before it composes the two. Unicode leaves
/// them unassigned, and where nothing composes they arrive as they are.
const TWO: [(char, char, char); 5] = [
    ('\u{17FB}', 'ុ', 'ះ'),
    ('\u{17FC}', 'ុ', 'ំ'),
    ('\u{17FD}', 'េ', 'ះ'),
    ('\u{17FE}', 'ោ', 'ះ'),
    ('\u{17FF}', 'ា', 'ំ'),
];

/// What the key that typed this letter types in the Latin layout, Shift as it was; other letters stay as they are.
///
/// Letters of the Latin layout stay too, also where the Khmer one has them on another key: what was typed is what is
/// printed in the help. One sign nothing yields: where Shift makes `+` the Khmer layout has `=`, so that an action
/// with the key `+` needs `=` too.
pub fn latin(letter: char) -> char {
    if letter == '\u{200B}' {
        // The space bar parts words without a gap; the blank needs Shift.
        return ' ';
    }
    let mut buffer = [0; 4];
    let typed: &str = match letters_of(letter) {
        Some([first, second]) => return of_text(&format!("{first}{second}")).unwrap_or(letter),
        None => letter.encode_utf8(&mut buffer),
    };
    of_text(typed).unwrap_or(letter)
}

fn of_text(typed: &str) -> Option<char> {
    KEYS.iter().find_map(|&(key, shifted, alone, with_shift, with_altgr)| {
        if typed == alone || typed == with_altgr {
            Some(key)
        } else {
            (typed == with_shift).then_some(shifted)
        }
    })
}

/// The one code point for two letters that came at once and that one key types: `ុំ` is the key of the comma.
pub fn both(first: char, second: char) -> Option<char> {
    TWO.iter().find(|(_, one, other)| (*one, *other) == (first, second)).map(|(code, _, _)| *code)
}

/// Whether a key that types two letters may have begun with this one.
pub fn begins_two(first: char) -> bool {
    TWO.iter().any(|(_, one, _)| *one == first)
}

/// The two letters of a code point that [`both`] makes.
pub fn letters_of(code: char) -> Option<[char; 2]> {
    TWO.iter().find(|(known, _, _)| *known == code).map(|(_, first, second)| [*first, *second])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the keys, with what the Latin layout types on them.
    const NAMES: [(&str, &str, &str); 4] = [
        ("AE", "1234567890-=", "!@#$%^&*()_+"),
        ("AD", "qwertyuiop[]", "QWERTYUIOP{}"),
        ("AC", "asdfghjkl;'", "ASDFGHJKL:\""),
        ("AB", "zxcvbnm,./", "ZXCVBNM<>?"),
    ];

    fn latin_of_name(name: &str) -> Option<(char, char)> {
        if name == "BKSL" {
            return Some(('\\', '|'));
        }
        let (_, alone, shifted) = NAMES.iter().find(|(row, _, _)| name.starts_with(row))?;
        let place = name.get(2..)?.parse::<usize>().ok()? - 1;
        Some((alone.chars().nth(place)?, shifted.chars().nth(place)?))
    }

    /// The Khmer text of a symbol as the layout's file names it; nothing for Latin letters, signs and joiners.
    fn khmer(symbol: &str) -> String {
        let code = symbol.strip_prefix("0x100").and_then(|code| u32::from_str_radix(code, 16).ok());
        let letter =
            code.and_then(char::from_u32).filter(|letter| ('\u{1780}'..='\u{17FF}').contains(letter));
        match letter {
            Some(letter) => letters_of(letter).map_or_else(|| letter.to_string(), String::from_iter),
            None => String::new(),
        }
    }

    #[test]
    fn the_table_is_what_the_layout_has() {
        let mut held = 0;
        for line in include_str!("kh.txt").lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let Some((key, shifted)) = latin_of_name(fields[0]) else {
                assert!(matches!(fields[0], "TLDE" | "SPCE"), "{line}");
                continue;
            };
            let expected = (key, shifted, khmer(fields[1]), khmer(fields[2]), khmer(fields[3]));
            let found = KEYS.iter().find(|row| row.0 == key).unwrap();
            let (alone, with_shift, with_altgr) = (found.2.into(), found.3.into(), found.4.into());
            assert_eq!((found.0, found.1, alone, with_shift, with_altgr), expected);
            held += 1;
        }
        assert_eq!(held, KEYS.len());
    }

    #[test]
    fn no_letter_stands_for_two_keys() {
        let mut texts: Vec<&str> = KEYS.iter().flat_map(|key| [key.2, key.3, key.4]).collect();
        texts.retain(|text| !text.is_empty());
        let count = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), count);
    }

    #[test]
    fn every_letter_digit_and_sign_of_an_action_is_reached_or_typed() {
        let typed: Vec<char> =
            KEYS.iter().flat_map(|key| [key.2, key.3]).filter_map(one_event).map(latin).collect();
        for wanted in ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("/:-=[],.".chars()) {
            assert!(typed.contains(&wanted), "{wanted}");
        }
        // The question mark and the `=` of the key of `+` stand on the Khmer layout themselves.
        let own: Vec<&str> = include_str!("kh.txt").split_whitespace().collect();
        assert!(own.contains(&"question") && own.contains(&"equal") && !own.contains(&"plus"));
        assert_eq!(('!'..='~').map(latin).collect::<String>(), ('!'..='~').collect::<String>());
    }

    /// The code point under which a key's text arrives once its two letters are joined.
    fn one_event(text: &str) -> Option<char> {
        let letters: Vec<char> = text.chars().collect();
        match letters[..] {
            [one] => Some(one),
            [first, second] => both(first, second),
            _ => None,
        }
    }

    #[test]
    fn two_letters_at_once_are_one_key() {
        assert_eq!(both('ុ', 'ំ').map(latin), Some(','));
        assert_eq!(both('ោ', 'ះ').map(latin), Some(':'));
        assert_eq!(both('ា', 'ំ').map(latin), Some('A'));
        assert_eq!(both('ា', 'ះ'), None);
        assert!(begins_two('េ') && !begins_two('ំ'));
        for (code, first, second) in TWO {
            assert_eq!(both(first, second).and_then(letters_of), Some([first, second]));
            assert_ne!(latin(code), code);
        }
        assert_eq!(latin('\u{200B}'), ' ');
    }
}
