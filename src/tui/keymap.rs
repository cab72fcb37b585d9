//! From a key to an action, by context; and from the letters of a Khmer keyboard to those printed beside them.
//!
//! It knows the table of actions and nothing of screens.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Chord, Context, Entry, entries};

/// The NiDA layout: the key's Latin letter, then what it types alone and with Shift. Keys that type two code points
/// at once arrive as two events and are left out.
const NIDA: [(char, char, char); 26] = [
    ('q', 'ឆ', 'ឈ'),
    ('w', 'ឹ', 'ឺ'),
    ('e', 'េ', 'ែ'),
    ('r', 'រ', 'ឬ'),
    ('t', 'ត', 'ទ'),
    ('y', 'យ', 'ួ'),
    ('u', 'ុ', 'ូ'),
    ('i', 'ិ', 'ី'),
    ('o', 'ោ', 'ៅ'),
    ('p', 'ផ', 'ភ'),
    ('a', 'ា', 'ឿ'),
    ('s', 'ស', 'ៃ'),
    ('d', 'ដ', 'ឌ'),
    ('f', 'ថ', 'ធ'),
    ('g', 'ង', 'អ'),
    ('h', 'ហ', 'ះ'),
    ('j', '្', 'ញ'),
    ('k', 'ក', 'គ'),
    ('l', 'ល', 'ឡ'),
    ('z', 'ឋ', 'ឍ'),
    ('x', 'ខ', 'ឃ'),
    ('c', 'ច', 'ជ'),
    ('v', 'វ', 'ៈ'),
    ('b', 'ប', 'ព'),
    ('n', 'ន', 'ណ'),
    ('m', 'ម', 'ំ'),
];

/// The Latin letter of the key that typed this one under a Khmer layout; others stay as they are.
pub fn latin(letter: char) -> char {
    match letter {
        '០'..='៩' => char::from_digit(u32::from(letter) - u32::from('០'), 10).unwrap_or(letter),
        // The key of `/` and `?`.
        '៊' => '/',
        _ => NIDA
            .iter()
            .find(|(_, alone, shifted)| letter == *alone || letter == *shifted)
            .map_or(letter, |(latin, _, _)| *latin),
    }
}

/// The key as the table of actions writes it.
fn chord(key: KeyEvent) -> Chord {
    let chord = Chord::of(key.code, key.modifiers);
    match chord.code {
        KeyCode::Char(letter) => {
            let latin = latin(letter);
            Chord {
                code: KeyCode::Char(if chord.ctrl { latin.to_ascii_lowercase() } else { latin }),
                ..chord
            }
        }
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => {
            Chord { code: KeyCode::BackTab, ..chord }
        }
        _ => chord,
    }
}

/// What a key does in a context.
pub fn lookup(context: Context, key: KeyEvent) -> Option<&'static Entry> {
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let chord = chord(key);
    let is_letter = matches!(chord.code, KeyCode::Char(_)) && !chord.ctrl;
    if is_letter && context.takes_letters() {
        return None;
    }
    let lowered = match chord.code {
        // Caps Lock must not disable the keys.
        KeyCode::Char(letter) => Chord { code: KeyCode::Char(letter.to_ascii_lowercase()), ..chord },
        _ => chord,
    };
    entries(context).find(|entry| entry.keys.contains(&chord) || entry.keys.contains(&lowered))
}

/// The action alone.
#[cfg(test)]
pub fn action(context: Context, key: KeyEvent) -> Option<super::action::Action> {
    lookup(context, key).map(|entry| entry.action)
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::*;

    fn press(letter: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
    }

    #[test]
    fn a_khmer_keyboard_reaches_the_letters() {
        assert_eq!(action(Context::Cases, press('ឆ')), Some(Action::Quit));
        assert_eq!(action(Context::Cases, press('ន')), Some(Action::ShowLog));
        assert_eq!(action(Context::Cases, press('៊')), Some(Action::Filter));
        assert_eq!(action(Context::Hotspots, press('ច')), Some(Action::ShowCases));
        let save = KeyEvent::new(KeyCode::Char('ស'), KeyModifiers::CONTROL);
        assert_eq!(action(Context::Log, save), Some(Action::Save));
        assert_eq!(latin('៣'), '3');
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        for context in Context::ALL.into_iter().filter(|context| context.takes_letters()) {
            for letter in ['q', 'l', 'n', '/', 'ឆ', '?'] {
                assert_eq!(action(context, press(letter)), None, "{context:?} {letter}");
            }
            let quit = KeyEvent::new(KeyCode::F(10), KeyModifiers::NONE);
            assert_eq!(action(context, quit), Some(Action::Quit));
        }
    }

    #[test]
    fn caps_lock_changes_nothing() {
        assert_eq!(action(Context::Cases, press('Q')), Some(Action::Quit));
        let quit = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL);
        assert_eq!(action(Context::Log, quit), Some(Action::Quit));
    }

    #[test]
    fn no_khmer_letter_stands_for_two_keys() {
        let mut letters: Vec<char> = NIDA.iter().flat_map(|(_, alone, shifted)| [*alone, *shifted]).collect();
        letters.sort_unstable();
        let count = letters.len();
        letters.dedup();
        assert_eq!(letters.len(), count);
    }
}
