//! From a key to an action, by context; and from the letters of a Khmer keyboard to those printed beside them.
//!
//! The keys are those of the table of actions, unless the settings give an action others. It knows nothing of
//! screens.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use std::collections::BTreeMap;

use super::action::{Action, Chord, Context, Entry, TABLE};
use super::words;
use crate::i18n::{Lang, Speak};

mod join;
mod nida;

pub use join::{Events, Keyboard};
pub use nida::latin;

/// An action with the keys that it has here.
#[derive(Clone)]
pub struct Binding {
    /// The row of the table.
    pub entry: &'static Entry,
    /// Its keys.
    pub keys: Vec<Chord>,
}

impl Binding {
    /// The key that is shown for it: one that every keyboard has, if there is one.
    pub fn shown_key(&self, context: Context) -> Option<Chord> {
        let mut usable = self.keys.iter().copied().filter(|key| !(key.is_text() && context.takes_letters()));
        let first = usable.next();
        first.filter(|key| key.is_on_every_layout()).or(usable.find(|key| key.is_on_every_layout())).or(first)
    }
}

/// Which keys do what.
#[derive(Clone)]
pub struct Keymap(Vec<Binding>);

/// Keys of the settings that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// There is no such action.
    #[error("no action is called `{0}`")]
    UnknownAction(String),
    /// There is no such key.
    #[error("`{key}` of `{action}` is no key")]
    UnknownKey {
        /// The action.
        action: String,
        /// What was given as a key.
        key: String,
    },
    /// A key would do two things in one place.
    #[error("`{key}` means both `{one}` and `{other}`")]
    Twice {
        /// The key.
        key: String,
        /// One action.
        one: String,
        /// The other.
        other: String,
    },
    /// An action without which one is locked in would have no key somewhere.
    #[error("`{0}` would have no key in some places")]
    NoKey(String),
    /// A key that edits text would do something else where text is typed.
    #[error("`{key}`, given for `{action}`, edits text")]
    EditsText {
        /// The action.
        action: String,
        /// The key.
        key: String,
    },
}

/// What has to be within reach wherever it means something, or there is no way out or on.
const NEEDED: [Action; 5] = [Action::Quit, Action::Close, Action::Choose, Action::Decline, Action::Submit];

impl Speak for KeymapError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::UnknownAction(action) => words::unknown_action(lang, action),
            Self::UnknownKey { action, key } => words::unknown_key(lang, action, key),
            Self::Twice { key, one, other } => words::key_twice(lang, key, one, other),
            Self::NoKey(action) => words::no_key_left(lang, action),
            Self::EditsText { action, key } => words::key_edits_text(lang, key, action),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(words::keys_hint(lang).to_owned())
    }
}

/// Refuses keys of the settings that cannot be used.
pub fn check_keys(changed: &BTreeMap<String, Vec<String>>) -> Result<(), KeymapError> {
    Keymap::with(changed).map(|_| ())
}

/// The keys of the table.
impl Default for Keymap {
    fn default() -> Self {
        Self(TABLE.iter().map(|entry| Binding { entry, keys: entry.keys.to_vec() }).collect())
    }
}

impl Keymap {
    /// The keys of the table, but for the actions that the settings name: these have the keys given there, and no
    /// others.
    pub fn with(changed: &BTreeMap<String, Vec<String>>) -> Result<Self, KeymapError> {
        let mut keymap = Self::default();
        for (id, keys) in changed {
            if !TABLE.iter().any(|entry| entry.action.id() == *id) {
                return Err(KeymapError::UnknownAction(id.clone()));
            }
            let unknown = |key: &String| KeymapError::UnknownKey { action: id.clone(), key: key.clone() };
            let chords: Vec<Chord> =
                keys.iter().map(|key| key.parse().map_err(|_| unknown(key))).collect::<Result<_, _>>()?;
            for binding in keymap.0.iter_mut().filter(|binding| binding.entry.action.id() == *id) {
                binding.keys.clone_from(&chords);
            }
        }
        keymap.check()?;
        Ok(keymap)
    }

    /// Refuses a key that means two things in one context, or takes the place of one that edits text, and actions
    /// without a key where one cannot do without.
    fn check(&self) -> Result<(), KeymapError> {
        for context in Context::ALL {
            for binding in self.bindings(context) {
                let action = binding.entry.action;
                if let Some(key) = binding.keys.iter().find(|key| edits_text(context, **key)) {
                    return Err(KeymapError::EditsText { action: action.id(), key: key.to_string() });
                }
                if NEEDED.contains(&action) && binding.shown_key(context).is_none() {
                    return Err(KeymapError::NoKey(action.id()));
                }
            }
            let mut taken: Vec<(Chord, Action)> = Vec::new();
            for binding in self.bindings(context) {
                for key in &binding.keys {
                    if let Some((_, other)) = taken.iter().find(|(known, _)| known == key) {
                        return Err(KeymapError::Twice {
                            key: key.to_string(),
                            one: other.id(),
                            other: binding.entry.action.id(),
                        });
                    }
                    taken.push((*key, binding.entry.action));
                }
            }
        }
        Ok(())
    }

    /// What can be done in a context, in the order of the table.
    pub fn bindings(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.0.iter().filter(move |binding| binding.entry.contexts.contains(&context))
    }

    /// The row of an action in a context.
    pub fn binding(&self, context: Context, action: Action) -> Option<&Binding> {
        self.bindings(context).find(|binding| binding.entry.action == action)
    }

    /// The key that is shown for an action in a context; empty where it has none.
    pub fn key(&self, context: Context, action: Action) -> String {
        let binding = self.binding(context, action);
        binding.and_then(|binding| binding.shown_key(context)).map(|key| key.to_string()).unwrap_or_default()
    }

    /// What a key does in a context.
    pub fn lookup(&self, context: Context, key: KeyEvent) -> Option<&'static Entry> {
        if key.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let chord = chord(key);
        if chord.is_text() && context.takes_letters() {
            return None;
        }
        let lowered = match chord.code {
            // Caps Lock must not disable the keys.
            KeyCode::Char(letter) => Chord { code: KeyCode::Char(letter.to_ascii_lowercase()), ..chord },
            _ => chord,
        };
        let has = |wanted| self.bindings(context).find(|binding| binding.keys.contains(&wanted));
        has(chord).or_else(|| has(lowered)).map(|binding| binding.entry)
    }
}

/// Whether a key edits the text that is typed in a context.
fn edits_text(context: Context, key: Chord) -> bool {
    let is_line = matches!(context, Context::Log | Context::Story | Context::LongPrompt);
    context.takes_letters()
        && !key.ctrl
        && match key.code {
            KeyCode::Backspace | KeyCode::Delete | KeyCode::Left | KeyCode::Right => true,
            KeyCode::Enter => is_line,
            _ => false,
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

/// The two presses that a key of two letters stands for where text is typed.
pub fn two_presses(context: Context, key: KeyEvent) -> Option<[KeyEvent; 2]> {
    match key.code {
        KeyCode::Char(code) if context.takes_letters() => nida::letters_of(code)
            .map(|letters| letters.map(|letter| KeyEvent { code: KeyCode::Char(letter), ..key })),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(context: Context, key: KeyEvent) -> Option<Action> {
        Keymap::default().lookup(context, key).map(|entry| entry.action)
    }

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
    fn a_key_of_two_letters_is_text_in_a_text_and_one_key_elsewhere() {
        let comma = press('\u{17FC}');
        assert_eq!(two_presses(Context::Filter, comma), Some([press('ុ'), press('ំ')]));
        // Not the undo of its first letter's key.
        assert_eq!((two_presses(Context::Cases, comma), action(Context::Cases, comma)), (None, None));
        assert_eq!(action(Context::Cases, press('ុ')), Some(Action::Undo));
    }

    #[test]
    fn caps_lock_changes_nothing() {
        assert_eq!(action(Context::Cases, press('Q')), Some(Action::Quit));
        let quit = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL);
        assert_eq!(action(Context::Log, quit), Some(Action::Quit));
    }

    fn changed(action: &str, keys: &[&str]) -> BTreeMap<String, Vec<String>> {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        [(action.to_owned(), keys)].into()
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        assert_eq!(Keymap::default().check(), Ok(()));
    }

    #[test]
    fn the_settings_lock_nobody_in() {
        let refused =
            |action: &str, keys: &[&str]| Keymap::with(&changed(action, keys)).map(|_| ()).unwrap_err();
        for action in ["quit", "close", "choose", "decline", "submit"] {
            assert_eq!(refused(action, &[]), KeymapError::NoKey(action.into()));
        }
        // Where letters are text, a letter is no way out.
        assert_eq!(refused("quit", &["x"]), KeymapError::NoKey("quit".into()));
        assert_eq!(refused("close", &["x"]), KeymapError::NoKey("close".into()));
        assert!(Keymap::with(&changed("decline", &["x"])).is_ok());
        assert!(Keymap::with(&changed("quit", &["x", "F10"])).is_ok());
        for (action, key) in
            [("save", "⌫"), ("help", "Del"), ("language", "←"), ("quit", "→"), ("save", "Enter")]
        {
            let error = KeymapError::EditsText { action: action.into(), key: key.into() };
            assert_eq!(refused(action, &["Ctrl-G", key]), error);
        }
        assert!(Keymap::with(&changed("sort", &["Del"])).is_ok(), "no text is typed there");
    }

    #[test]
    fn the_settings_give_an_action_other_keys() {
        let keymap = Keymap::with(&changed("show-cases", &["F4", "x"])).map(|_| ());
        let twice = |one: &str, other: &str| KeymapError::Twice {
            key: "F4".into(),
            one: one.into(),
            other: other.into(),
        };
        assert_eq!(keymap, Err(twice("show-cases", "at-the-gate")));
        let Ok(keymap) = Keymap::with(&changed("show-cases", &["x"])) else {
            panic!("x is free");
        };
        let found = |letter| keymap.lookup(Context::Hotspots, press(letter)).map(|entry| entry.action);
        assert_eq!(
            (found('x'), found('ខ'), found('c')),
            (Some(Action::ShowCases), Some(Action::ShowCases), None)
        );
        let wrong = Keymap::with(&changed("dance", &["x"])).map(|_| ());
        assert_eq!(wrong, Err(KeymapError::UnknownAction("dance".into())));
        let wrong = Keymap::with(&changed("quit", &["hyper"])).map(|_| ());
        assert_eq!(wrong, Err(KeymapError::UnknownKey { action: "quit".into(), key: "hyper".into() }));
    }
}
