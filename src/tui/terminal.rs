//! The terminal itself: taken over, given back on every way out, lent to the shell and to other programs.
//!
//! It must not know about screens.

use std::io::{self, Stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, KeyEvent,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use zeroize::Zeroizing;

use super::editor::{self, EditorError};
use super::model::Msg;
use super::probe;
use super::text::{Profile, use_profile};
use crate::app::Widths;

/// The terminal as the program needs it; as it was, once dropped.
pub struct Raw;

/// What a thread said before it died, for after the terminal is restored.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

impl Raw {
    /// Takes the terminal over, and has it restored when the drawing thread panics.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let drawing = std::thread::current().id();
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() == drawing {
                restore();
                hook(panic);
            } else {
                // Anything printed now would land on the screen.
                *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
            }
        }));
        let raw = Self;
        take_over(mouse)?;
        Ok(raw)
    }
}

/// Sets the terminal up as the program needs it.
fn take_over(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse { listen_to_mouse(true) } else { Ok(()) }
}

/// Has the terminal report the mouse, or no more.
pub fn listen_to_mouse(listens: bool) -> io::Result<()> {
    if listens {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Gives the terminal back to the shell, and takes it over again when the shell says to go on.
#[cfg(unix)]
pub fn suspend(mouse: bool) -> io::Result<()> {
    restore();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    take_over(mouse)
}

#[cfg(not(unix))]
pub fn suspend(_: bool) -> io::Result<()> {
    Ok(())
}

/// Gives the terminal to the officer's own editor until it is done; its text, or why there is none. It is to be
/// [taken back](take_back) once the text is safe.
pub fn edit(text: &str) -> Result<Zeroizing<String>, EditorError> {
    let program = editor::named().ok_or(EditorError::NotNamed)?;
    restore();
    IS_LENT.store(true, Ordering::SeqCst);
    let edited = editor::edit(&program, text, || MUST_END.load(Ordering::SeqCst));
    IS_LENT.store(false, Ordering::SeqCst);
    edited
}

/// Takes the terminal over again that was lent to another program.
pub fn take_back(mouse: bool) -> io::Result<()> {
    take_over(mouse)
}

/// Whether the system has asked this program to end: the one that it waits for has to end first.
static MUST_END: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal: Ctrl-C and Ctrl-Z are then meant for that one, and reach this one too.
static IS_LENT: AtomicBool = AtomicBool::new(false);

/// What a thread said before it died.
pub fn last_words() -> String {
    LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default()
}

/// How the terminal draws Khmer: as preferred, or as it answers when asked. Keys that came meanwhile are returned.
pub fn choose_widths(preferred: Widths) -> io::Result<Vec<KeyEvent>> {
    let (profile, typed) = match preferred {
        Widths::Sum => (Profile::Sum, Vec::new()),
        Widths::Clustered => (Profile::Clustered, Vec::new()),
        Widths::Auto => {
            let found = probe::probe()?;
            (found.profile, found.typed)
        }
    };
    use_profile(profile);
    Ok(typed)
}

impl Drop for Raw {
    fn drop(&mut self) {
        restore();
    }
}

fn restore() {
    let mut out: Stdout = io::stdout();
    // Where the terminal is gone, there is nothing left to restore.
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A thread that sleeps until the system asks the program to end.
#[cfg(unix)]
pub fn watch_signals(sender: &Sender<Msg>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    let sender = sender.clone();
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if IS_LENT.load(Ordering::SeqCst) && matches!(signal, SIGINT | SIGTSTP) {
                if signal == SIGTSTP {
                    // The other program has stopped; the shell only comes forward when this one has too.
                    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
                }
                continue;
            }
            if signal != SIGTSTP {
                MUST_END.store(true, Ordering::SeqCst);
            }
            let msg = if signal == SIGTSTP { Msg::Stop } else { Msg::Terminate };
            if sender.send(msg).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
pub fn watch_signals(_: &Sender<Msg>) -> io::Result<()> {
    Ok(())
}
