//! Puts together what one key of the Khmer keyboard sends as two events.
//!
//! `ុំ` is one key and arrives as two letters, each of which is a key of its own too: outside of a text they would be
//! taken for two commands. Both are sent at once, so that the second waits when the first is read; fingers never are
//! that fast. It must not know about actions.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::nida::{begins_two, both};

/// Where events come from.
pub trait Source {
    /// Waits for the next one.
    fn read(&mut self) -> io::Result<Event>;

    /// Whether one is there already.
    fn is_ready(&mut self) -> io::Result<bool>;
}

/// The terminal of the process.
pub struct Keyboard;

impl Source for Keyboard {
    fn read(&mut self) -> io::Result<Event> {
        crossterm::event::read()
    }

    fn is_ready(&mut self) -> io::Result<bool> {
        crossterm::event::poll(std::time::Duration::ZERO)
    }
}

/// The events of a source, with a key that types two letters as one press of one code point; see [`both`].
pub struct Events<S> {
    source: S,
    /// What was read to see whether it belongs to the event before it.
    held: Option<Event>,
}

impl<S: Source> Events<S> {
    /// The events of that source.
    pub fn new(source: S) -> Self {
        Self { source, held: None }
    }

    /// Waits for the next event.
    pub fn next(&mut self) -> io::Result<Event> {
        let event = match self.held.take() {
            Some(held) => held,
            None => self.source.read()?,
        };
        let Some(first) = letter(&event).filter(|first| begins_two(*first)) else {
            return Ok(event);
        };
        // An error shows itself again at the next event; this one is whole.
        if !self.source.is_ready().unwrap_or(false) {
            return Ok(event);
        }
        let next = self.source.read()?;
        if let Some(code) = letter(&next).and_then(|second| both(first, second)) {
            return Ok(Event::Key(KeyEvent::new(KeyCode::Char(code), KeyModifiers::NONE)));
        }
        self.held = Some(next);
        Ok(event)
    }
}

/// The letter that was typed with nothing but Shift held.
fn letter(event: &Event) -> Option<char> {
    match event {
        Event::Key(KeyEvent {
            code: KeyCode::Char(letter), modifiers, kind: KeyEventKind::Press, ..
        }) if KeyModifiers::SHIFT.contains(*modifiers) => Some(*letter),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    /// Events in bursts: within one, the next is always ready.
    struct Bursts(VecDeque<VecDeque<char>>);

    impl Source for Bursts {
        fn read(&mut self) -> io::Result<Event> {
            while self.0.front().is_some_and(VecDeque::is_empty) {
                self.0.pop_front();
            }
            let letter =
                self.0.front_mut().and_then(VecDeque::pop_front).ok_or(io::ErrorKind::UnexpectedEof)?;
            Ok(Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)))
        }

        fn is_ready(&mut self) -> io::Result<bool> {
            Ok(self.0.front().is_some_and(|burst| !burst.is_empty()))
        }
    }

    fn heard(bursts: &[&str]) -> String {
        let mut events = Events::new(Bursts(bursts.iter().map(|burst| burst.chars().collect()).collect()));
        std::iter::from_fn(|| letter(&events.next().ok()?)).collect()
    }

    #[test]
    fn two_letters_of_one_burst_are_one_key_and_all_else_stays() {
        assert_eq!(heard(&["ុំ"]), "\u{17FC}");
        assert_eq!(heard(&["ក", "ាំ", "ស"]), "ក\u{17FF}ស");
        assert_eq!(heard(&["ា", "ំ"]), "ាំ");
        assert_eq!(heard(&["ាា", "ាំោះា"]), "ាា\u{17FF}\u{17FE}ា");
        assert_eq!(heard(&["ាក", "quit"]), "ាកquit");
    }
}
