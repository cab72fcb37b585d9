//! Asks the terminal how far it moves its cursor over Khmer: prints a few words and asks where the cursor is.
//!
//! To be asked once, in raw mode on the alternate screen, before anything else reads from the terminal. What was
//! typed meanwhile, or before the program started, is handed back. It must not know about screens or settings.

use std::io;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::text::Profile;

/// Words whose clusters the terminals disagree about: subscripts, one and two, with vowels that advance and such that
/// do not. A terminal that joins only some of them is one that advances by the sum as far as the layout goes.
const WORDS: [&str; 3] = ["ខ្មែរ", "ស្ត្រី", "ក្នុង"];

/// The row that the words are printed in, counted from 1. Not the first, in which an answer could not be told from F3
/// with Shift.
const ROW: u16 = 2;

/// How long an answer is waited for. Terminals on the same machine answer within a few milliseconds, distant ones
/// within a round trip; one that never answers must not keep a person waiting.
const LIMIT: Duration = Duration::from_millis(150);

/// What was found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// [`Profile::Clustered`] only when the terminal advanced exactly so; [`Profile::Sum`] when it did not, or when
    /// it did not answer in time.
    pub profile: Profile,
    /// The keys that came before the answer, as far as they can be told.
    pub typed: Vec<KeyEvent>,
}

/// The profile that terminals with these columns of the cursor behind each word have, counted from 1.
fn verdict(columns: &[u16]) -> Profile {
    let expected = WORDS.map(|word| Profile::Clustered.width(word) + 1);
    if columns.iter().map(|column| usize::from(*column)).eq(expected) {
        Profile::Clustered
    } else {
        Profile::Sum
    }
}

/// Asks the terminal of the process.
pub fn probe() -> io::Result<Found> {
    asking::probe()
}

#[cfg(unix)]
mod asking {
    use std::io::{self, Write};
    use std::os::fd::AsFd;
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use super::{Found, LIMIT, ROW, Reading, WORDS, keys, verdict};

    pub(super) fn probe() -> io::Result<Found> {
        ask(&io::stdin(), &mut io::stdout().lock(), LIMIT)
    }

    /// Prints everything and asks everything at once, so that a distant terminal costs one round trip; takes away what
    /// was printed in the same breath.
    pub(super) fn ask(input: &impl AsFd, output: &mut impl Write, limit: Duration) -> io::Result<Found> {
        for word in WORDS {
            // Concealed, where a terminal knows how, so that nothing flashes.
            write!(output, "\x1b[{ROW};1H\x1b[8m{word}\x1b[6n\x1b[0m")?;
        }
        write!(output, "\x1b[{ROW};1H\x1b[2K\x1b[H")?;
        output.flush()?;
        let mut reading = Reading::default();
        let end = Instant::now() + limit;
        while reading.columns.len() < WORDS.len() && is_ready(input, end)? {
            let mut buffer = [0; 256];
            match rustix::io::read(input, &mut buffer) {
                Ok(0) => break,
                Ok(count) => reading.take(buffer.get(..count).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Found { profile: verdict(&reading.columns), typed: keys(&reading.rest) })
    }

    /// Waits until there is something to read; `false` when the time is over first.
    fn is_ready(input: &impl AsFd, end: Instant) -> io::Result<bool> {
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let limit = Timespec::try_from(left).map_err(io::Error::other)?;
            match poll(&mut [PollFd::new(input, PollFlags::IN)], Some(&limit)) {
                Ok(ready) => return Ok(ready > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(not(unix))]
mod asking {
    use std::io::{self, Write};

    use super::{Found, ROW, WORDS, verdict};

    /// The console tells where its cursor is without a message to and fro, so nothing typed can get between.
    pub(super) fn probe() -> io::Result<Found> {
        let mut output = io::stdout();
        let mut columns = Vec::new();
        for word in WORDS {
            write!(output, "\x1b[{ROW};1H\x1b[8m{word}\x1b[0m")?;
            output.flush()?;
            columns.push(crossterm::cursor::position()?.0 + 1);
        }
        write!(output, "\x1b[{ROW};1H\x1b[2K\x1b[H")?;
        output.flush()?;
        Ok(Found { profile: verdict(&columns), typed: Vec::new() })
    }
}

/// What came in, parted into answers and the rest.
#[cfg(any(unix, test))]
#[derive(Default)]
struct Reading {
    columns: Vec<u16>,
    rest: Vec<u8>,
}

#[cfg(any(unix, test))]
impl Reading {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.rest.push(*byte);
            if *byte == b'R'
                && let Some(start) = self.rest.iter().rposition(|byte| *byte == b'\x1b')
                && let Some(column) = self.rest.get(start..).and_then(column_of)
            {
                self.columns.push(column);
                self.rest.truncate(start);
            }
        }
    }
}

/// The column in `ESC [ row ; column R`, where the row is the words'.
#[cfg(any(unix, test))]
fn column_of(answer: &[u8]) -> Option<u16> {
    let inner = answer.strip_prefix(b"\x1b[")?.strip_suffix(b"R")?;
    let (row, column) = std::str::from_utf8(inner).ok()?.split_once(';')?;
    let row: u16 = row.parse().ok()?;
    if row == ROW { column.parse().ok() } else { None }
}

/// The keys that bytes stand for: letters, Enter, Tab, Backspace, Escape and Ctrl with a letter, which is what people
/// type ahead. Other keys are left out whole.
#[cfg(any(unix, test))]
fn keys(bytes: &[u8]) -> Vec<KeyEvent> {
    let text = String::from_utf8_lossy(bytes);
    let mut letters = text.chars().peekable();
    let mut keys = Vec::new();
    while let Some(letter) = letters.next() {
        let (code, modifiers) = match letter {
            '\r' | '\n' => (KeyCode::Enter, KeyModifiers::NONE),
            '\t' => (KeyCode::Tab, KeyModifiers::NONE),
            '\u{8}' | '\u{7F}' => (KeyCode::Backspace, KeyModifiers::NONE),
            '\x1b' if letters.next_if_eq(&'[').is_some() => {
                while letters.next().is_some_and(|letter| !('@'..='~').contains(&letter)) {}
                continue;
            }
            '\x1b' if letters.next_if_eq(&'O').is_some() => {
                letters.next();
                continue;
            }
            '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
            '\u{1}'..='\u{1A}' => {
                let letter = char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter);
                (KeyCode::Char(letter), KeyModifiers::CONTROL)
            }
            '\u{FFFD}' => continue,
            control if control.is_control() => continue,
            letter => (KeyCode::Char(letter), KeyModifiers::NONE),
        };
        keys.push(KeyEvent::new(code, modifiers));
    }
    keys
}

#[cfg(test)]
mod tests;
