//! Printing: results on standard output, messages on standard error. A reader who
//! goes away (`| head`) ends the command quietly.

use std::io::{self, BufWriter, Write};

use super::error::CliError;
use crate::tui::text::{many_lines, one_line};

/// Standard output, buffered.
pub struct Out {
    inner: BufWriter<io::StdoutLock<'static>>,
}

impl Out {
    pub fn new() -> Self {
        Self { inner: BufWriter::new(io::stdout().lock()) }
    }

    /// Prints one line for programs.
    pub fn line(&mut self, text: &str) -> Result<(), CliError> {
        writeln!(self.inner, "{text}").map_err(closed)
    }

    /// Prints one line for people: what came from outside cannot command the terminal.
    pub fn text(&mut self, text: &str) -> Result<(), CliError> {
        self.line(&one_line(text))
    }

    /// Prints as it is.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), CliError> {
        self.inner.write_all(bytes).map_err(closed)
    }

    /// Hands over what is still buffered.
    pub fn finish(mut self) -> Result<(), CliError> {
        self.inner.flush().map_err(closed)
    }
}

fn closed(error: io::Error) -> CliError {
    if error.kind() == io::ErrorKind::BrokenPipe { CliError::OutputClosed } else { CliError::Output(error) }
}

/// One line on standard error; nobody is told where that is closed.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{}", many_lines(text));
}

/// A question on standard error, without a line's end.
pub fn ask(text: &str) {
    let _ = write!(io::stderr(), "{} ", many_lines(text).trim_end());
    let _ = io::stderr().flush();
}
