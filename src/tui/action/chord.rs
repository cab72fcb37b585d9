//! A key with what is held down, and how it is written on screen and in the settings.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyModifiers};

/// A key with what is held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key; a letter as it is written, so that Shift needs no mention.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

/// The names of keys that are no letters.
const NAMES: [(&str, KeyCode); 14] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Del", KeyCode::Delete),
    ("⌫", KeyCode::Backspace),
];

/// What people type for the keys whose names are signs.
const SPELT: [(&str, KeyCode); 6] = [
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
];

impl Chord {
    /// A letter.
    pub const fn letter(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), ctrl: false }
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), ctrl: true }
    }

    /// A key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    /// A function key.
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// What was pressed.
    pub fn of(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self { code, ctrl: modifiers.contains(KeyModifiers::CONTROL) }
    }

    /// Whether it is found on every keyboard, whatever its layout.
    pub fn is_on_every_layout(self) -> bool {
        !matches!(self.code, KeyCode::Char(_))
    }

    /// Whether it is a letter by itself, which is text where text is typed.
    pub fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl
    }
}

/// As it is printed on the keyboard: `F2`, `Ctrl-S`, `Enter`.
impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            KeyCode::Char(' ') if self.ctrl => f.write_str("Ctrl-Space"),
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(letter) if self.ctrl => write!(f, "Ctrl-{}", letter.to_ascii_uppercase()),
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            code => {
                let name = NAMES.iter().find(|(_, known)| *known == code).map_or("?", |(name, _)| name);
                if self.ctrl { write!(f, "Ctrl-{name}") } else { f.write_str(name) }
            }
        }
    }
}

/// A text that names no key; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key")]
pub struct UnknownKey(pub String);

impl FromStr for Chord {
    type Err = UnknownKey;

    /// Reads `q`, `Ctrl-S`, `F5`, `Enter`, `up`; the case of names does not matter.
    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(text.to_owned());
        let lowered = text.trim().to_lowercase();
        let (ctrl, name) = match lowered.strip_prefix("ctrl-") {
            Some(name) => (true, name),
            None => (false, lowered.as_str()),
        };
        let known = NAMES.iter().chain(&SPELT).find(|(known, _)| known.to_lowercase() == name);
        let code = if let Some((_, code)) = known {
            *code
        } else if name == "space" {
            KeyCode::Char(' ')
        } else if let Some(number) = name.strip_prefix('f').and_then(|number| number.parse().ok()) {
            Some(KeyCode::F(number)).filter(|_| (1..=12).contains(&number)).ok_or_else(unknown)?
        } else {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) if !letter.is_control() => KeyCode::Char(letter),
                _ => return Err(unknown()),
            }
        };
        Ok(Self { code, ctrl })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let chords = NAMES
            .iter()
            .map(|(_, code)| Chord::plain(*code))
            .chain((1..=12).map(Chord::f))
            .chain("abz/?1 ".chars().map(Chord::letter))
            .chain("sq ".chars().map(Chord::ctrl));
        for chord in chords {
            assert_eq!(chord.to_string().parse(), Ok(chord), "{chord}");
        }
        assert_eq!("ctrl-p".parse(), Ok(Chord::ctrl('p')));
        assert_eq!("Down".parse(), Ok(Chord::plain(KeyCode::Down)));
        for wrong in ["", "F13", "hyper", "Ctrl-"] {
            assert_eq!(wrong.parse::<Chord>(), Err(UnknownKey(wrong.to_owned())));
        }
    }
}
