//! The program in a terminal: the loop, and the terminal's restoration on every way out.
//!
//! Input, signals and workers each have a thread and one channel in common; the loop sleeps on that channel, so at
//! rest nothing is drawn and no time is used.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;

use super::backend::RowBackend;
use super::effect::{Effect, Generation, Work};
use super::model::{Model, Msg, Screen};
use super::theme::Theme;
use super::update::update;
use super::view;
use super::words;
use super::workers::Workers;
use crate::app;
use crate::book;
use crate::i18n::{Lang, Speak};

/// What the interface starts from.
#[derive(Clone)]
pub struct Start {
    /// The book, and how it is opened or made.
    pub options: book::Options,
    /// What time it is.
    pub clock: app::Clock,
    /// What the officer has set.
    pub settings: app::Settings,
    /// Opens the demo with that many cases at once.
    pub demo: Option<usize>,
    /// No lines, no bars, and the cursor on the chosen row: for screen readers.
    pub plain: bool,
}

/// Why the interface could not run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Standard input or output is no terminal.
    #[error("there is no terminal")]
    NoTerminal,
    /// The terminal or a thread failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A worker thread died; what it said.
    #[error("a part of the program failed: {0}")]
    Worker(String),
}

/// Runs the interface until the officer leaves it, or the system ends it.
pub fn run(start: Start) -> Result<(), RunError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(RunError::NoTerminal);
    }
    let colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let (sender, receiver) = channel();
    let mut program = Program::start(start, colour, &sender)?;
    watch_signals(&sender)?;
    let screen = Raw::enter()?;
    let mut terminal = Terminal::new(RowBackend::new(BufWriter::with_capacity(1 << 16, io::stdout())))?;
    let size = terminal.size()?;
    program.take(Msg::Resize(size.width, size.height));
    watch_keys(sender)?;
    let ended = program.turn(&receiver, &mut terminal);
    drop(screen);
    // Dropped, it would complain on standard error where the terminal is gone, and die of that.
    std::mem::forget(terminal);
    // What was given to be written is written before the program ends.
    program.workers.finish();
    if program.model.worker_died {
        let said = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take();
        return Err(RunError::Worker(said.unwrap_or_default()));
    }
    ended
}

/// The model with its workers; what a terminal or a test drives.
pub(super) struct Program {
    pub model: Model,
    pub workers: Workers,
    wake: Option<(Instant, Generation)>,
    is_over: bool,
}

impl Program {
    /// Starts the workers and opens the book, or the demo.
    pub fn start(start: Start, colour: bool, sender: &Sender<Msg>) -> io::Result<Self> {
        let theme = Theme { colour, plain: start.plain };
        let today = start.clock.now().date_naive();
        let mut model =
            Model::new(start.settings.lang, theme, start.clock, today, start.options.path.clone());
        let demo = start.demo;
        let workers = Workers::start(start, sender)?;
        match demo {
            Some(cases) => {
                model.screen = Screen::Welcome;
                model.welcome.wait_for_demo();
                workers.write(Work::Demo(cases));
            }
            None => workers.write(Work::Open(None)),
        }
        Ok(Self { model, workers, wake: None, is_over: false })
    }

    /// Whether the program has been left.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Takes in what happened, and has done what follows from it.
    pub fn take(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            match effect {
                Effect::Quit => self.is_over = true,
                Effect::Wake(after, generation) => {
                    self.wake = Some((Instant::now() + Duration::from_millis(after), generation));
                }
                Effect::Write(work) => self.workers.write(work),
                Effect::Read(query, generation) => self.workers.read(query, generation),
                Effect::BackUp(today) => {
                    if let Some(book) = &self.model.book {
                        self.workers.back_up(book.path.clone(), today);
                    }
                }
            }
        }
    }

    /// Waits for what happens next, at most `limit`, and takes it in with all that is there already.
    pub fn wait(&mut self, receiver: &Receiver<Msg>, limit: Option<Duration>) {
        let timer = self.wake.map(|(at, _)| at.saturating_duration_since(Instant::now()));
        let pause = [timer, limit].into_iter().flatten().min();
        let first = match pause {
            Some(pause) => match receiver.recv_timeout(pause) {
                Ok(msg) => Some(msg),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Msg::Terminate),
            },
            None => Some(receiver.recv().unwrap_or(Msg::Terminate)),
        };
        if let Some((at, generation)) = self.wake
            && at <= Instant::now()
        {
            self.wake = None;
            self.take(Msg::Woke(generation));
        }
        let today = self.model.clock.now().date_naive();
        if today != self.model.today && self.model.book.is_some() {
            self.take(Msg::Today(today));
        }
        let mut next = first;
        while let Some(msg) = next {
            self.take(msg);
            next = if self.is_over { None } else { receiver.try_recv().ok() };
        }
    }

    fn turn<W: Write>(
        &mut self,
        receiver: &Receiver<Msg>,
        terminal: &mut Terminal<RowBackend<W>>,
    ) -> Result<(), RunError> {
        while !self.is_over {
            terminal.draw(|frame| {
                let cursor = view::draw(&self.model, frame.buffer_mut());
                if let Some(cursor) = cursor {
                    frame.set_cursor_position(cursor);
                }
            })?;
            self.wait(receiver, None);
        }
        Ok(())
    }
}

/// The terminal as the program needs it; as it was, once dropped.
struct Raw;

/// What a thread said before it died, for after the terminal is restored.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

impl Raw {
    fn enter() -> io::Result<Self> {
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
        enable_raw_mode()?;
        let raw = Self;
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(raw)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        restore();
    }
}

fn restore() {
    let mut out: Stdout = io::stdout();
    // Where the terminal is gone, there is nothing left to restore.
    let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// A thread that sleeps until a key, a paste or a resize arrives.
fn watch_keys(sender: Sender<Msg>) -> io::Result<()> {
    std::thread::Builder::new().name("keys".into()).spawn(move || {
        loop {
            let msg = match crossterm::event::read() {
                Ok(Event::Key(key)) => Msg::Key(key),
                Ok(Event::Paste(text)) => Msg::Paste(text),
                Ok(Event::Resize(columns, rows)) => Msg::Resize(columns, rows),
                Ok(_) => continue,
                // The terminal is gone.
                Err(_) => Msg::Terminate,
            };
            let is_over = matches!(msg, Msg::Terminate);
            if sender.send(msg).is_err() || is_over {
                return;
            }
        }
    })?;
    Ok(())
}

/// A thread that sleeps until the system asks the program to end.
#[cfg(unix)]
fn watch_signals(sender: &Sender<Msg>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let sender = sender.clone();
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for _ in signals.forever() {
            if sender.send(Msg::Terminate).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals(_: &Sender<Msg>) -> io::Result<()> {
    Ok(())
}

impl Speak for RunError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoTerminal => words::no_terminal(lang).to_owned(),
            Self::Io(error) => words::terminal_failed(lang, &error.to_string()),
            Self::Worker(said) => words::worker_failed(lang, said),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        matches!(self, Self::NoTerminal).then(|| words::no_terminal_hint(lang).to_owned())
    }
}
