//! The thread that reads keys. After one that may hand the terminal to another program it waits until that key was
//! taken in: else it would read the keys that are meant for the other program.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseEventKind};

use super::keymap::{Events, Keyboard};
use super::model::Msg;

/// Counts the keys that the thread waits for.
#[derive(Clone, Default)]
pub struct Turnstile(Arc<(Mutex<u64>, Condvar)>);

impl Turnstile {
    /// So many of the keys that [`may_leave`] were taken in, and what they caused is over.
    pub fn taken(&self, count: u64) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = count;
        self.0.1.notify_all();
    }

    fn wait_for(&self, count: u64) {
        let taken = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.0.1.wait_while(taken, |taken| *taken < count));
    }
}

/// Whether a message may lead to another program in the terminal: Enter, a held Ctrl, an F-key, a click. Letters and
/// arrows never do, so that they can be read as fast as they come.
pub fn may_leave(msg: &Msg) -> bool {
    match msg {
        Msg::Key(key) => {
            matches!(key.code, KeyCode::Enter | KeyCode::F(_))
                || key.modifiers.contains(KeyModifiers::CONTROL) && matches!(key.code, KeyCode::Char(_))
        }
        Msg::Mouse(event) => matches!(event.kind, MouseEventKind::Down(_)),
        _ => false,
    }
}

/// Starts a thread that sleeps until a key, a paste or a resize arrives.
pub fn watch(sender: Sender<Msg>, turnstile: Turnstile) -> io::Result<()> {
    std::thread::Builder::new().name("keys".into()).spawn(move || {
        let mut sent = 0;
        let mut events = Events::new(Keyboard);
        loop {
            let msg = match events.next() {
                Ok(Event::Key(key)) => Msg::Key(key),
                Ok(Event::Paste(text)) => Msg::Paste(text),
                Ok(Event::Mouse(event)) => Msg::Mouse(event),
                Ok(Event::Resize(columns, rows)) => Msg::Resize(columns, rows),
                Ok(_) => continue,
                // The terminal is gone.
                Err(_) => Msg::Terminate,
            };
            let is_over = matches!(msg, Msg::Terminate);
            let waits = may_leave(&msg);
            sent += u64::from(waits);
            if sender.send(msg).is_err() || is_over {
                return;
            }
            if waits {
                turnstile.wait_for(sent);
            }
        }
    })?;
    Ok(())
}
