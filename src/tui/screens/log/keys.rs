//! What keys do to the fields of the form.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use zeroize::Zeroizing;

use super::fields::{FieldId, Kind, issue_of_key};
use super::{Button, Log, PART_OF_NAME, Wait, pane};
use crate::domain::column::Column;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::values::{Coded, Severity};
use crate::tui::editor::EditorError;
use crate::tui::effect::{Effect, Query};
use crate::tui::keymap;
use crate::tui::model::{Cx, Tone, Words};
use crate::tui::text::Field;
use crate::tui::widgets::input::{self, Edited};
use crate::tui::words;

impl Log {
    /// A changed text is no longer refused until it is tried again; whether the key meant something.
    pub(super) fn edited(&mut self, edited: Edited, column: Column) -> bool {
        if edited == Edited::Changed {
            self.forget_about(column);
        }
        edited != Edited::Ignored
    }

    pub(super) fn typed_facility(&mut self, key: KeyEvent, cx: &mut Cx<'_>) -> bool {
        let is_listed = self.facility.is_none() && !self.matches.is_empty();
        match key.code {
            KeyCode::Down if is_listed && !(self.is_picked && self.matched + 1 == self.matches.len()) => {
                self.pick((self.matched + 1).min(self.matches.len().saturating_sub(1)));
            }
            KeyCode::Up if is_listed && !(self.is_picked && self.matched == 0) => {
                self.pick(self.matched.saturating_sub(1));
            }
            KeyCode::Enter => self.step(1, cx),
            _ => {
                if self.facility.is_some() && matches!(key.code, KeyCode::Backspace | KeyCode::Delete) {
                    // A chosen facility is one thing: it goes whole.
                    self.texts.entry(Column::Facility).or_default().clear();
                    self.search(cx);
                    self.forget_about(Column::Facility);
                    return true;
                }
                let edited = input::edit(self.texts.entry(Column::Facility).or_default(), key);
                if edited == Edited::Changed {
                    self.search(cx);
                }
                return self.edited(edited, Column::Facility);
            }
        }
        true
    }

    /// Puts the marker on a match.
    pub(super) fn pick(&mut self, match_at: usize) {
        // A likeness that stands first is picked by the first arrow, without being passed over.
        let is_first_look =
            !self.is_picked && self.matches.first().is_some_and(|first| first.score < PART_OF_NAME);
        self.matched = if is_first_look { self.matched } else { match_at };
        self.is_picked = true;
    }

    pub(super) fn search(&mut self, cx: &mut Cx<'_>) {
        self.facility = None;
        self.is_picked = false;
        self.takes_first = false;
        let text = self.text(Column::Facility).to_owned();
        let generation = self.asked.next();
        if text.trim().is_empty() {
            self.matches.clear();
            self.answered = generation;
        } else {
            cx.effects.push(Effect::Read(Query::Facilities(text), generation));
        }
    }

    pub(super) fn typed_issue(&mut self, key: KeyEvent, cx: &Cx<'_>) -> bool {
        let across = pane::board_columns(cx.size);
        let count = IssueCode::ALL.len();
        match key.code {
            KeyCode::Left if self.issue > 0 => self.issue -= 1,
            KeyCode::Right if self.issue + 1 < count => self.issue += 1,
            KeyCode::Up if self.issue >= across => self.issue -= across,
            KeyCode::Down if self.issue + across < count => self.issue += across,
            KeyCode::Char(' ') => self.cycle_issue(),
            KeyCode::Char(letter) => {
                let Some(code) = issue_of_key(keymap::latin(letter)) else {
                    return false;
                };
                self.issue = usize::from(code.position());
                self.cycle_issue();
            }
            KeyCode::Backspace | KeyCode::Delete => {
                if let Some(&code) = IssueCode::ALL.get(self.issue) {
                    self.set_issue(code, None);
                }
            }
            _ => return false,
        }
        true
    }

    /// Off, then the severity that the anchors suggest, then the others, then off again.
    fn cycle_issue(&mut self) {
        let Some(&code) = IssueCode::ALL.get(self.issue) else {
            return;
        };
        let suggested = code.suggested_severity(self.waited());
        let next = match self.issues.severity(code) {
            None => Some(suggested),
            Some(severity) => {
                let after = (severity.position() + 1) % Severity::ALL.len() as u8;
                Severity::at(after).filter(|next| *next != suggested)
            }
        };
        self.set_issue(code, next);
    }

    fn set_issue(&mut self, code: IssueCode, severity: Option<Severity>) {
        let others = self.issues.iter().filter(|(known, _)| *known != code);
        let others = others.fold(IssueSet::default(), |set, (known, severity)| set.with(known, severity));
        self.issues = severity.map_or(others, |severity| others.with(code, severity));
        self.forget_about(Column::Issues);
    }

    pub(super) fn typed_choice(&mut self, field: FieldId, key: KeyEvent) -> bool {
        let count = field.codes().len();
        let chosen = self.choice(field);
        let next = match key.code {
            KeyCode::Right | KeyCode::Char(' ') => match chosen {
                None => Some(0),
                Some(place) => Some(place + 1).filter(|next| *next < count),
            },
            KeyCode::Left => match chosen {
                None => count.checked_sub(1),
                Some(place) => place.checked_sub(1),
            },
            KeyCode::Backspace | KeyCode::Delete => None,
            KeyCode::Char(letter) => match Self::chosen_by_key(field, keymap::latin(letter)) {
                Some(place) => Some(place),
                None => return false,
            },
            _ => return false,
        };
        match next {
            Some(place) => self.choices.insert(field, place),
            None => self.choices.remove(&field),
        };
        self.forget_about(field.column());
        true
    }

    /// The number of the choice; of a question, `y` or `n` too. Other letters choose nothing: they were meant for
    /// another field.
    fn chosen_by_key(field: FieldId, letter: char) -> Option<usize> {
        let count = field.codes().len();
        match letter.to_ascii_lowercase() {
            'y' if field.is_a_question() => Some(0),
            'n' if field.is_a_question() => Some(1),
            letter => (letter.to_digit(10)? as usize).checked_sub(1).filter(|place| *place < count),
        }
    }

    /// On its row, a letter or Enter opens the story over the whole screen; there, all keys are its own.
    pub(super) fn typed_story(&mut self, key: KeyEvent, cx: &Cx<'_>) -> bool {
        if !self.is_writing {
            let is_text = matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace | KeyCode::Delete);
            let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
            self.is_writing = key.code == KeyCode::Enter || is_text && !key.modifiers.intersects(held);
            if !self.is_writing || key.code == KeyCode::Enter {
                return self.is_writing;
            }
        }
        let columns = usize::from(pane::story_columns(cx.size));
        let page = usize::from(cx.size.1.saturating_sub(4)).max(1);
        match key.code {
            KeyCode::PageUp => (0..page).for_each(|_| self.story().up(columns)),
            KeyCode::PageDown => (0..page).for_each(|_| self.story().down(columns)),
            _ => {}
        }
        let edited = input::edit_lines(self.story(), key, columns);
        self.edited(edited, Column::Narrative);
        true
    }

    /// Takes what was clicked among what the field offers.
    pub(super) fn choose(&mut self, place: usize, cx: &mut Cx<'_>) {
        let Some(field) = self.field_id() else {
            return;
        };
        match field.kind() {
            Kind::Facility => {
                self.matched = place.min(self.matches.len().saturating_sub(1));
                self.is_picked = true;
                self.step(1, cx);
            }
            Kind::Issues => {
                self.issue = place.min(IssueCode::ALL.len() - 1);
                self.cycle_issue();
            }
            Kind::Choice => {
                self.choices.insert(field, place.min(field.codes().len().saturating_sub(1)));
                self.forget_about(field.column());
            }
            Kind::Line | Kind::Story => return,
        }
        self.touched(cx);
    }

    /// Hands the story to the officer's own editor, where that is allowed.
    pub(super) fn edit_elsewhere(&mut self, cx: &mut Cx<'_>) {
        if cx.preferences.editor {
            // Meanwhile no timer wakes anybody.
            self.keep(cx);
            let story = Zeroizing::new(self.text(Column::Narrative).to_owned());
            cx.effects.push(Effect::Edit(story));
        } else {
            cx.toast(Tone::Plain, Words::fixed(words::editor_not_allowed));
        }
    }

    /// The officer's own editor is done.
    pub fn edited_elsewhere(&mut self, text: Result<Zeroizing<String>, EditorError>, cx: &mut Cx<'_>) {
        match text {
            Ok(text) => {
                self.texts.insert(Column::Narrative, Field::many_lines(text.trim_end()));
                self.forget_about(Column::Narrative);
                self.touched(cx);
            }
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    pub(super) fn story(&mut self) -> &mut Field {
        self.texts.entry(Column::Narrative).or_insert_with(|| Field::many_lines(""))
    }

    pub(super) fn typed_buttons(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        let at = Button::ALL.iter().position(|button| *button == self.button).unwrap_or(0);
        let other = match key.code {
            KeyCode::Left => at.checked_sub(1),
            KeyCode::Right => Some(at + 1),
            KeyCode::Enter | KeyCode::Char(' ') => return self.press(self.button, cx),
            KeyCode::Up => return self.step(-1, cx),
            KeyCode::Down => return self.step(1, cx),
            _ => None,
        };
        if let Some(button) = other.and_then(|at| Button::ALL.get(at)) {
            self.button = *button;
        }
    }

    fn press(&mut self, button: Button, cx: &mut Cx<'_>) {
        match button {
            Button::Save => self.save(cx),
            Button::Leave => self.leave(cx),
            Button::ThrowAway => self.throw_away(cx),
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &mut Cx<'_>) {
        self.lang = Some(cx.lang);
        if self.wait != Wait::Nothing {
            return;
        }
        let takes_text = |field: &FieldId| !matches!(field.kind(), Kind::Issues | Kind::Choice);
        let Some(field) = self.field_id().filter(takes_text) else {
            return cx.toast(Tone::Plain, Words::fixed(words::nothing_to_paste_into));
        };
        let column = field.column();
        match field.kind() {
            Kind::Story => {
                self.story().insert(text);
                self.is_writing = true;
            }
            Kind::Facility => {
                self.texts.entry(column).or_default().insert(text);
                self.search(cx);
            }
            _ => self.texts.entry(column).or_default().insert(text),
        }
        self.forget_about(column);
        self.touched(cx);
    }
}
