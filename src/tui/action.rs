//! The one table of actions: what can be done where, with which keys, and what it is called.
//!
//! Keymap, footer and help are all made from it, so that none of them can promise what another does not keep.
//! It knows nothing of the state but what [`Entry::refused`] asks.

use crossterm::event::{KeyCode, KeyModifiers};

use super::model::Model;
use super::words;
use crate::i18n::Lang;

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// A choice at first start, or where a book cannot be opened.
    Choice,
    /// The short form in which a book is made.
    Make,
    /// The passphrase of a book.
    Unlock,
    /// Nothing can be done but wait.
    Waiting,
    /// The table of cases.
    Cases,
    /// The line in which the filter is typed.
    Filter,
    /// One case, read in full.
    Reading,
    /// The form of a new case.
    Log,
    /// The ranking.
    Hotspots,
    /// The help.
    Help,
    /// A message, or a question.
    Message,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Choice,
        Self::Make,
        Self::Unlock,
        Self::Waiting,
        Self::Cases,
        Self::Filter,
        Self::Reading,
        Self::Log,
        Self::Hotspots,
        Self::Help,
        Self::Message,
    ];

    /// Whether letters are text, or have a meaning of their own, so that no action may take them.
    pub fn takes_letters(self) -> bool {
        matches!(self, Self::Make | Self::Unlock | Self::Filter | Self::Log)
    }
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Help,
    Language,
    Quit,
    ShowCases,
    ShowLog,
    ShowHotspots,
    NextScreen,
    PreviousScreen,
    Undo,
    Refresh,
    Filter,
    ClearFilter,
    FilterDone,
    Read,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Choose,
    GoIn,
    GoBack,
    NextField,
    PreviousField,
    Submit,
    Save,
    Leave,
    Close,
    Agree,
}

/// A key with what is held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key; a letter as it is written, so that Shift needs no mention.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

const fn letter(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), ctrl: false }
}

const fn ctrl(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), ctrl: true }
}

const fn plain(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

const fn f(number: u8) -> Chord {
    plain(KeyCode::F(number))
}

impl Chord {
    /// What was pressed.
    pub fn of(code: KeyCode, modifiers: KeyModifiers) -> Self {
        Self { code, ctrl: modifiers.contains(KeyModifiers::CONTROL) }
    }

    /// Whether it is found on every keyboard, whatever its layout.
    pub fn is_on_every_layout(self) -> bool {
        !matches!(self.code, KeyCode::Char(_))
    }

    /// How it is written on screen. Keys are written as they are printed on the keyboard.
    pub fn label(self, lang: Lang) -> String {
        match self.code {
            KeyCode::Char(letter) if self.ctrl => format!("Ctrl-{}", letter.to_ascii_uppercase()),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Enter => "Enter".to_owned(),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::Home => "Home".to_owned(),
            KeyCode::End => "End".to_owned(),
            KeyCode::Backspace => "⌫".to_owned(),
            _ => words::some_key(lang).to_owned(),
        }
    }
}

/// A text in a language.
pub type Say = fn(Lang) -> &'static str;

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Entry {
    /// What is done.
    pub action: Action,
    /// Where.
    pub contexts: &'static [Context],
    /// With which keys; the first is the one that the footer shows.
    pub keys: &'static [Chord],
    /// What it is called in the footer.
    pub name: Say,
    /// What it does, for the help.
    pub doc: Say,
    /// Its rank in the footer: the lowest stays longest; 0 is not shown there.
    pub rank: u8,
    /// Why it cannot be done now.
    pub refused: fn(&Model) -> Option<Say>,
}

/// The entries of a context, in the order of the table.
pub fn entries(context: Context) -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().filter(move |entry| entry.contexts.contains(&context))
}

const EVERYWHERE: &[Context] = &Context::ALL;
const SCREENS: &[Context] = &[Context::Cases, Context::Reading, Context::Log, Context::Hotspots];
const LISTS: &[Context] = &[Context::Cases, Context::Hotspots];
const MOVING: &[Context] =
    &[Context::Choice, Context::Cases, Context::Reading, Context::Hotspots, Context::Help];
const PAGING: &[Context] = &[Context::Cases, Context::Reading, Context::Hotspots, Context::Help];

fn always(_: &Model) -> Option<Say> {
    None
}

fn unless_saving(model: &Model) -> Option<Say> {
    if model.log.is_saving() { Some(words::still_saving) } else { None }
}

fn unless_all_shown(model: &Model) -> Option<Say> {
    if model.cases.is_filtered() { None } else { Some(words::all_are_shown) }
}

fn unless_empty(model: &Model) -> Option<Say> {
    if model.cases.has_case() { None } else { Some(words::nothing_to_read) }
}

const fn entry(
    action: Action,
    contexts: &'static [Context],
    keys: &'static [Chord],
    words: (Say, Say),
    rank: u8,
) -> Entry {
    Entry { action, contexts, keys, name: words.0, doc: words.1, rank, refused: always }
}

const fn unless(entry: Entry, refused: fn(&Model) -> Option<Say>) -> Entry {
    Entry { refused, ..entry }
}

/// All that can be done.
#[rustfmt::skip]
pub static TABLE: &[Entry] = &[
    entry(Action::Choose, &[Context::Choice], &[plain(KeyCode::Enter)], (words::choose, words::choose_doc), 1),
    entry(Action::Agree, &[Context::Message], &[plain(KeyCode::Enter), letter('y')], (words::agree, words::agree_doc), 1),
    entry(Action::Save, &[Context::Log], &[f(2), ctrl('s')], (words::save, words::save_doc), 1),
    entry(Action::Submit, &[Context::Unlock, Context::Make], &[plain(KeyCode::Enter)], (words::go_on, words::go_on_doc), 1),
    entry(Action::FilterDone, &[Context::Filter], &[plain(KeyCode::Enter), plain(KeyCode::Down), plain(KeyCode::Tab)], (words::to_the_list, words::to_the_list_doc), 1),
    unless(entry(Action::ClearFilter, &[Context::Cases], &[plain(KeyCode::Esc)], (words::clear_filter, words::clear_filter_doc), 2), unless_all_shown),
    entry(Action::ClearFilter, &[Context::Filter], &[plain(KeyCode::Esc)], (words::clear_filter, words::clear_filter_doc), 2),
    entry(Action::NextField, &[Context::Log, Context::Make], &[plain(KeyCode::Tab)], (words::next_field, words::next_field_doc), 3),
    entry(Action::PreviousField, &[Context::Log, Context::Make], &[plain(KeyCode::BackTab)], (words::previous_field, words::previous_field_doc), 7),
    entry(Action::Leave, &[Context::Log, Context::Make], &[plain(KeyCode::Esc)], (words::leave, words::leave_doc), 4),
    entry(Action::Close, &[Context::Help, Context::Message, Context::Reading], &[plain(KeyCode::Esc), plain(KeyCode::Left), plain(KeyCode::Backspace)], (words::close, words::close_doc), 2),
    entry(Action::Filter, &[Context::Cases], &[letter('/'), f(4)], (words::filter, words::filter_doc), 2),
    unless(entry(Action::Read, &[Context::Cases], &[plain(KeyCode::Enter), plain(KeyCode::Right)], (words::read, words::read_doc), 4), unless_empty),
    entry(Action::GoIn, &[Context::Hotspots], &[plain(KeyCode::Enter), plain(KeyCode::Right)], (words::go_in, words::go_in_doc), 1),
    entry(Action::GoBack, &[Context::Hotspots], &[plain(KeyCode::Esc), plain(KeyCode::Left), plain(KeyCode::Backspace)], (words::go_back, words::go_back_doc), 2),
    unless(entry(Action::ShowLog, &[Context::Cases, Context::Reading, Context::Hotspots], &[f(7), letter('n')], (words::log_a_case, words::log_a_case_doc), 5), unless_saving),
    entry(Action::ShowCases, &[Context::Log, Context::Hotspots, Context::Filter, Context::Reading], &[f(6), letter('c')], (words::cases, words::cases_doc), 9),
    entry(Action::ShowHotspots, &[Context::Cases, Context::Reading, Context::Log, Context::Filter], &[f(8), letter('h')], (words::hotspots, words::hotspots_doc), 9),
    entry(Action::Help, &[Context::Choice, Context::Make, Context::Unlock, Context::Waiting, Context::Cases, Context::Filter, Context::Reading, Context::Log, Context::Hotspots], &[f(1), letter('?')], (words::help, words::help_doc), 3),
    entry(Action::Undo, SCREENS, &[f(9), letter('u')], (words::undo, words::undo_doc), 6),
    entry(Action::Language, EVERYWHERE, &[f(3), letter('l')], (words::language, words::language_doc), 4),
    entry(Action::Quit, EVERYWHERE, &[f(10), letter('q'), ctrl('q'), ctrl('c')], (words::quit, words::quit_doc), 3),
    entry(Action::Refresh, LISTS, &[f(5), letter('r')], (words::refresh, words::refresh_doc), 8),
    entry(Action::NextScreen, LISTS, &[plain(KeyCode::Tab)], (words::next_screen, words::next_screen_doc), 7),
    entry(Action::PreviousScreen, LISTS, &[plain(KeyCode::BackTab)], (words::previous_screen, words::previous_screen_doc), 0),
    entry(Action::Up, MOVING, &[plain(KeyCode::Up), letter('k')], (words::up, words::up_doc), 0),
    entry(Action::Down, MOVING, &[plain(KeyCode::Down), letter('j')], (words::down, words::down_doc), 0),
    entry(Action::PageUp, PAGING, &[plain(KeyCode::PageUp)], (words::page_up, words::page_up_doc), 0),
    entry(Action::PageDown, PAGING, &[plain(KeyCode::PageDown)], (words::page_down, words::page_down_doc), 0),
    entry(Action::First, PAGING, &[plain(KeyCode::Home)], (words::first, words::first_doc), 0),
    entry(Action::Last, PAGING, &[plain(KeyCode::End)], (words::last, words::last_doc), 0),
];

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::tui::text::width;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut taken = HashMap::new();
            for entry in entries(context) {
                for key in entry.keys {
                    let other = taken.insert(*key, entry.action);
                    assert_eq!(other, None, "{context:?}: {} twice, {:?}", key.label(Lang::En), entry.action);
                }
            }
        }
    }

    #[test]
    fn every_action_is_reached_without_letters() {
        for entry in TABLE {
            let reached = entry.keys.iter().any(|key| key.is_on_every_layout());
            assert!(reached, "{:?} needs a key that a Khmer keyboard has", entry.action);
        }
    }

    #[test]
    fn every_context_can_be_left_and_explained() {
        for context in Context::ALL {
            let has = |action| entries(context).any(|entry| entry.action == action);
            assert!(has(Action::Quit), "{context:?}");
            assert!(has(Action::Language), "{context:?}");
            assert!(has(Action::Help) || has(Action::Close), "{context:?}");
        }
    }

    #[test]
    fn names_fit_the_footer_in_both_languages() {
        for entry in TABLE {
            for lang in Lang::ALL {
                assert!(width((entry.name)(lang)) <= 16, "{:?}", entry.action);
                assert!(!(entry.doc)(lang).is_empty());
            }
        }
    }
}
