//! What keys do to the fields of the form.

use crossterm::event::{KeyCode, KeyEvent};

use super::fields::{FieldId, Kind, issue_of_key};
use super::{Log, draw};
use crate::domain::column::Column;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::values::{Coded, Severity};
use crate::tui::effect::{Effect, Query};
use crate::tui::keymap;
use crate::tui::model::Cx;
use crate::tui::text::Field;
use crate::tui::widgets::input::{self, Edited};

impl Log {
    /// A changed text is no longer refused until it is tried again; whether the key meant something.
    pub(super) fn edited(&mut self, edited: Edited, column: Column) -> bool {
        if edited == Edited::Changed {
            self.refusals.retain(|refusal| refusal.column != column);
        }
        edited != Edited::Ignored
    }

    pub(super) fn typed_facility(&mut self, key: KeyEvent, cx: &mut Cx<'_>) -> bool {
        let is_listed = self.facility.is_none() && !self.matches.is_empty();
        match key.code {
            KeyCode::Down if is_listed && self.matched + 1 < self.matches.len() => self.matched += 1,
            KeyCode::Up if is_listed && self.matched > 0 => self.matched -= 1,
            KeyCode::Enter => self.step(1),
            _ => {
                if self.facility.is_some() && matches!(key.code, KeyCode::Backspace | KeyCode::Delete) {
                    // A chosen facility is one thing: it goes whole.
                    self.texts.entry(Column::Facility).or_default().clear();
                    self.search(cx);
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

    fn search(&mut self, cx: &mut Cx<'_>) {
        self.facility = None;
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
        let across = draw::board_columns(cx.size);
        let count = IssueCode::ALL.len();
        match key.code {
            KeyCode::Left if self.issue > 0 => self.issue -= 1,
            KeyCode::Right if self.issue + 1 < count => self.issue += 1,
            KeyCode::Up if self.issue >= across => self.issue -= across,
            KeyCode::Down if self.issue + across < count => self.issue += across,
            KeyCode::Enter | KeyCode::Char(' ') => self.cycle_issue(),
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
        self.refusals.retain(|refusal| refusal.column != Column::Issues);
    }

    pub(super) fn typed_choice(&mut self, field: FieldId, key: KeyEvent) -> bool {
        let count = field.codes().len();
        let chosen = self.choices.get(&self.focus).copied();
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
            Some(place) => self.choices.insert(self.focus, place),
            None => self.choices.remove(&self.focus),
        };
        let column = field.column();
        self.refusals.retain(|refusal| refusal.column != column);
        true
    }

    /// `y`, `n`, the number of the choice, or the first letter of its code.
    fn chosen_by_key(field: FieldId, letter: char) -> Option<usize> {
        let codes = field.codes();
        if let Some(number) = letter.to_digit(10) {
            return (number as usize).checked_sub(1).filter(|place| *place < codes.len());
        }
        let letter = letter.to_ascii_lowercase();
        codes.iter().position(|code| code.to_ascii_lowercase().starts_with(letter))
    }

    pub(super) fn typed_story(&mut self, key: KeyEvent, cx: &Cx<'_>) -> bool {
        let columns = usize::from(draw::story_columns(cx.size));
        let story = self.story();
        let edited = input::edit_lines(story, key, columns);
        self.edited(edited, Column::Narrative)
    }

    fn story(&mut self) -> &mut Field {
        self.texts.entry(Column::Narrative).or_insert_with(|| Field::many_lines(""))
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &mut Cx<'_>) {
        let field = self.field_id();
        if self.is_saving || !matches!(field.kind(), Kind::Facility | Kind::Line | Kind::Story) {
            return;
        }
        let column = field.column();
        match field.kind() {
            Kind::Story => self.story().insert(text),
            _ => self.texts.entry(column).or_default().insert(text),
        }
        self.refusals.retain(|refusal| refusal.column != column);
        if field.kind() == Kind::Facility {
            self.search(cx);
        }
    }
}
