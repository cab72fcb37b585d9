//! The whole program without a terminal: real workers, a real book, keys from a test, and the screen as text.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::action::{Chord, UnknownKey};
use super::model::Msg;
use super::run::{Program, RunError, Start};
use super::text::runs::runs;
use super::theme::Terminal;
use super::view;

/// How long to wait for an answer before looking whether there is any more to wait for.
const GLANCE: Duration = Duration::from_millis(5);

/// Why a script could not be played to its end.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// A word of it names no key.
    #[error(transparent)]
    Key(#[from] UnknownKey),
    /// The program ended, or did not answer in time. Carries the screen.
    #[error("the program ended, or its answers did not come in time:\n{0}")]
    NoAnswer(String),
}

/// The program without a terminal.
pub struct Headless {
    program: Program,
    receiver: Receiver<Msg>,
}

impl Headless {
    /// Starts it on a screen of so many columns and rows.
    pub fn start(start: Start, columns: u16, rows: u16) -> Result<Self, RunError> {
        let (sender, receiver) = channel();
        let mut program = Program::start(start, Terminal::default(), &sender)?;
        program.take(Msg::Resize(columns, rows));
        Ok(Self { program, receiver })
    }

    /// Presses a key.
    pub fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.program.take(Msg::Key(KeyEvent::new(code, modifiers)));
    }

    /// Plays a script: keys by their names, parted by blanks, and `text:…` for letters to type (`_` for a blank).
    /// After each all answers are waited for, so long at most.
    pub fn play(&mut self, script: &str, limit: Duration) -> Result<(), PlayError> {
        self.settled(limit)?;
        for word in script.split_whitespace() {
            if let Some(text) = word.strip_prefix("text:") {
                self.type_text(&text.replace('_', " "));
            } else {
                let Chord { code, ctrl } = word.parse()?;
                self.press(code, if ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE });
            }
            self.settled(limit)?;
        }
        Ok(())
    }

    fn settled(&mut self, limit: Duration) -> Result<(), PlayError> {
        if self.settle(limit) { Ok(()) } else { Err(PlayError::NoAnswer(self.screen().join("\n"))) }
    }

    /// Types a text, key by key.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.press(KeyCode::Char(letter), KeyModifiers::NONE);
        }
    }

    /// Clicks on a cell.
    pub fn click(&mut self, column: u16, row: u16) {
        let kind = MouseEventKind::Down(MouseButton::Left);
        self.program.take(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// Turns the wheel by a notch over a cell.
    #[cfg(test)]
    pub(super) fn wheel(&mut self, down: bool, column: u16, row: u16) {
        let kind = if down { MouseEventKind::ScrollDown } else { MouseEventKind::ScrollUp };
        self.program.take(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.program.take(Msg::Paste(text.to_owned()));
    }

    /// Gives the screen another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.program.take(Msg::Resize(columns, rows));
    }

    /// For what it will wake by itself.
    #[cfg(test)]
    pub(super) fn timers(&self) -> Vec<super::effect::Timer> {
        self.program.timers()
    }

    /// All that it knows.
    #[cfg(test)]
    pub(super) fn model(&self) -> &super::model::Model {
        &self.program.model
    }

    /// All that it knows, to be changed.
    #[cfg(test)]
    pub(super) fn model_mut(&mut self) -> &mut super::model::Model {
        &mut self.program.model
    }

    /// Ends the program as it ends in a terminal.
    #[cfg(test)]
    pub(super) fn finish(&mut self) -> Result<(), RunError> {
        self.program.finish(&self.receiver)
    }

    /// Whether the program has been left.
    pub fn is_over(&self) -> bool {
        self.program.is_over()
    }

    /// The screen, cell by cell.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.program.model.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        view::draw(&self.program.model, &mut buffer);
        buffer
    }

    /// Where the terminal's cursor stands, if it is shown.
    pub fn cursor(&self) -> Option<Position> {
        let (columns, rows) = self.program.model.size;
        view::draw(&self.program.model, &mut Buffer::empty(Rect::new(0, 0, columns, rows))).cursor
    }

    /// The screen, line by line.
    pub fn screen(&self) -> Vec<String> {
        lines(&self.buffer())
    }

    /// Waits until everything asked of the book is answered; whether it was before the time was over. What only
    /// time brings, such as a toast's going, is not waited for.
    pub fn settle(&mut self, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        while !self.is_over() {
            // Asked before the answers are taken in: what came before it was idle is there.
            let is_idle = self.program.workers.are_idle();
            let left = end.saturating_duration_since(Instant::now());
            self.program.wait(&self.receiver, Some(if is_idle { Duration::ZERO } else { left.min(GLANCE) }));
            if is_idle && self.program.workers.are_idle() {
                return true;
            }
            if left.is_zero() {
                return false;
            }
        }
        false
    }

    /// Waits until the screen shows a text; whether it did before the time was over.
    pub fn wait_for(&mut self, text: &str, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        loop {
            if self.screen().iter().any(|line| line.contains(text)) {
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || self.is_over() {
                return false;
            }
            self.program.wait(&self.receiver, Some(left));
        }
    }
}

/// What a buffer shows, line by line, without the blanks that are reserved behind Khmer letters.
pub(super) fn lines(buffer: &Buffer) -> Vec<String> {
    let columns = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(columns).map(line).collect()
}

fn line(row: &[Cell]) -> String {
    let mut runs = runs(row).into_iter().peekable();
    let mut text = String::new();
    let mut column = 0;
    while let Some(cell) = row.get(column) {
        if let Some(run) = runs.next_if(|run| run.column <= column) {
            text.push_str(&run.text);
            column += run.width.max(1);
        } else {
            text.push_str(cell.symbol());
            column += 1;
        }
    }
    text.trim_end().to_owned()
}
