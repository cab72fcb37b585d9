//! How a name sounds, roughly, in either script: its consonants, as far as the romanisations in use agree on them. So a
//! name known in one script is found in the other.

/// The consonants of a Latin word: aspiration, voicing and vowels are spelt in every way there is.
pub fn of_latin(word: &str) -> String {
    let letters: Vec<char> =
        word.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphabetic).collect();
    let mut out = String::new();
    let is_vowel = |c: Option<&char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    for (index, letter) in letters.iter().enumerate() {
        let next = letters.get(index + 1);
        let sound = match letter {
            'c' if next == Some(&'h') => 'c',
            'j' => 'c',
            'c' | 'g' | 'k' | 'q' | 'x' => {
                // `ng` is one sound.
                if *letter == 'g' && out.ends_with('n') && !is_vowel(next) {
                    continue;
                }
                'k'
            }
            'b' | 'p' | 'f' => 'p',
            'd' | 't' => 't',
            's' | 'z' => 's',
            'v' | 'w' if is_vowel(next) => 'v',
            'r' if is_vowel(next) => 'r',
            'm' | 'n' | 'l' => *letter,
            _ => continue,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// The sound of a Khmer letter.
pub fn of_khmer(letter: char) -> Option<char> {
    Some(match letter {
        'ក'..='ឃ' => 'k',
        'ង' | 'ញ' | 'ណ' | 'ន' => 'n',
        'ច'..='ឈ' => 'c',
        'ដ'..='ឍ' | 'ត'..='ធ' => 't',
        'ប'..='ភ' => 'p',
        'ម' => 'm',
        'រ' => 'r',
        'ល' | 'ឡ' => 'l',
        'វ' => 'v',
        'ស' => 's',
        _ => return None,
    })
}

/// Consonants of Khmer as [`of_latin`] would have them: `r` and `v` at a syllable's end are hardly ever written. A letter
/// under a sign of silence has none.
pub fn key_of_khmer(text: &str) -> String {
    let mut out: Vec<char> = Vec::new();
    for letter in text.chars() {
        if letter == '\u{17CD}' {
            out.pop();
        } else if let Some(sound) = of_khmer(letter)
            && out.last() != Some(&sound)
        {
            out.push(sound);
        }
    }
    out.into_iter().collect()
}

/// Whether consonants of both scripts may be of one name: the same but for `r` and `v`, which come and go.
pub fn alike(khmer: &str, latin: &str) -> bool {
    let firm = |key: &str| -> String {
        let mut out = String::new();
        for sound in key.chars().filter(|sound| !matches!(sound, 'r' | 'v')) {
            if !out.ends_with(sound) {
                out.push(sound);
            }
        }
        out
    };
    khmer == latin || (firm(khmer).len() >= 2 && firm(khmer) == firm(latin))
}
