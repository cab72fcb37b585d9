//! The program in a terminal: the loop.
//!
//! Input, signals and workers each have a thread and one channel in common; the loop sleeps on that channel, so at
//! rest nothing is drawn and no time is used.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use zeroize::Zeroizing;

use super::backend::RowBackend;
use super::effect::{Answer, Effect, Generation, Timer, Work};
use super::keymap::{Keymap, KeymapError};
use super::keys::{self, Turnstile};
use super::model::{Model, Msg, Screen, Toast, Tone, Words};
use super::terminal;
use super::theme::{self, Theme};
use super::update::update;
use super::view;
use super::words;
use super::workers::Workers;
use crate::app::{self, AppError, Preferences};
use crate::book;
use crate::brief::letter::Templates;
use crate::domain::clock::Calendar;
use crate::i18n::errors::{of_io, of_system};
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
    /// Which days are working days.
    pub calendar: Calendar,
    /// Opens the demo with that many cases at once.
    pub demo: Option<usize>,
    /// What the officer prefers of the screens.
    pub preferences: Preferences,
    /// Where documents lie unless another place is told.
    pub documents: PathBuf,
    /// Reads the templates of letter and agenda; without it neither is offered.
    pub templates: Option<ReadTemplates>,
    /// Keeps other preferences and language for the next start; says in words why not.
    pub keep: Option<Keep>,
    /// No lines, no bars, and the cursor on the chosen row: for screen readers.
    pub plain: bool,
}

/// Reads the templates of letter and agenda in a language; says in words what is wrong with them, and where.
pub type ReadTemplates = Arc<dyn Fn(Lang) -> Result<Templates, String> + Send + Sync>;

/// Keeps preferences and language; says in words why not.
pub type Keep = Arc<dyn Fn(&Preferences, Lang) -> Result<(), String> + Send + Sync>;

/// Why the interface could not run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Standard input or output is no terminal.
    #[error("there is no terminal")]
    NoTerminal,
    /// The terminal or a thread failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The settings give keys that cannot be used.
    #[error(transparent)]
    Keys(#[from] KeymapError),
    /// What was typed could not be kept before the program ended.
    #[error("what was typed could not be kept: {0}")]
    NotKept(Arc<AppError>),
    /// A worker thread died; what it said.
    #[error("a part of the program failed: {0}")]
    Worker(String),
}

/// Runs the interface until the officer leaves it, or the system ends it.
pub fn run(start: Start) -> Result<(), RunError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(RunError::NoTerminal);
    }
    let described = theme::Terminal::of_process();
    let (sender, receiver) = channel();
    let mut program = Program::start(start, described, &sender)?;
    program.open_with = |path| open::that_detached(path);
    terminal::watch_signals(&sender)?;
    let screen = terminal::Raw::enter(program.model.preferences.mouse)?;
    let mut drawn = Terminal::new(RowBackend::new(BufWriter::with_capacity(1 << 16, io::stdout())))?;
    let size = drawn.size()?;
    program.take(Msg::Resize(size.width, size.height));
    for key in terminal::choose_widths(program.model.preferences.widths)? {
        program.take(Msg::Key(key));
    }
    keys::watch(sender, program.turnstile.clone())?;
    let ended = program.turn(&receiver, &mut drawn);
    drop(screen);
    // Dropped, it would complain on standard error where the terminal is gone, and die of that.
    std::mem::forget(drawn);
    program.finish(&receiver)?;
    ended
}

/// The model with its workers; what a terminal or a test drives.
pub(super) struct Program {
    pub model: Model,
    pub workers: Workers,
    terminal: theme::Terminal,
    plain: bool,
    timers: Vec<(Instant, Timer, Generation)>,
    /// The terminal is to be given back to the shell for a while.
    is_suspending: bool,
    /// The officer's own editor is wanted, with this text in it.
    editing: Option<Zeroizing<String>>,
    turnstile: Turnstile,
    /// How many keys were taken in for which the turnstile waits.
    keys_taken: u64,
    /// How a file is opened; without a terminal there is nobody to see it.
    open_with: fn(&Path) -> io::Result<()>,
    is_over: bool,
}

/// Whatever ends the program, a panic of the drawing thread too, what was typed is handed over to be kept; the
/// workers, which go next, finish what they were given.
impl Drop for Program {
    fn drop(&mut self) {
        // In the middle of a panic the model may be in any state, and a second panic would end it all.
        let _ = catch_unwind(AssertUnwindSafe(|| self.keep()));
    }
}

impl Program {
    /// Starts the workers and opens the book, or the demo.
    pub fn start(start: Start, terminal: theme::Terminal, sender: &Sender<Msg>) -> Result<Self, RunError> {
        let plain = start.plain;
        let theme = Theme::choose(&start.preferences, &terminal, plain);
        let keymap = Keymap::with(&start.preferences.keys)?;
        let today = start.clock.now().date_naive();
        let mut model =
            Model::new(start.settings.lang, theme, start.clock, today, start.options.path.clone());
        model.keymap = keymap;
        model.preferences = start.preferences.clone();
        model.cases.restore(&start.preferences);
        model.hotspots.restore(&start.preferences);
        model.raise.folder.clone_from(&start.documents);
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
        Ok(Self {
            model,
            workers,
            terminal,
            plain,
            timers: Vec::new(),
            is_suspending: false,
            editing: None,
            turnstile: Turnstile::default(),
            keys_taken: 0,
            open_with: |_| Ok(()),
            is_over: false,
        })
    }

    /// For what it will wake by itself.
    #[cfg(test)]
    pub fn timers(&self) -> Vec<Timer> {
        self.timers.iter().map(|(_, timer, _)| *timer).collect()
    }

    /// Whether the program has been left.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Has the system open a file, beside the program.
    fn open_file(&mut self, path: &Path) {
        if let Err(error) = (self.open_with)(path) {
            self.model.toast = Some(Toast {
                words: Words::new(move |lang| words::not_opened(lang, &of_io(&error, lang))),
                tone: Tone::Bad,
            });
        }
    }

    /// Hands over what is in the form, if it is not kept yet.
    fn keep(&mut self) {
        if let Some(work) = self.model.log.unkept() {
            self.workers.write(work);
        }
    }

    /// What was given to be written is written before the program ends, or it is said why not.
    pub fn finish(&mut self, receiver: &Receiver<Msg>) -> Result<(), RunError> {
        self.keep();
        self.workers.finish();
        for msg in receiver.try_iter().filter(|msg| matches!(msg, Msg::Answer(Answer::DraftKept(..)))) {
            self.take(msg);
        }
        if self.model.worker_died {
            return Err(RunError::Worker(terminal::last_words()));
        }
        self.model.log.not_kept().map_or(Ok(()), |why| Err(RunError::NotKept(Arc::clone(why))))
    }

    /// Takes in what happened, and has done what follows from it.
    pub fn take(&mut self, msg: Msg) {
        self.keys_taken += u64::from(keys::may_leave(&msg));
        for effect in update(&mut self.model, msg) {
            match effect {
                Effect::Quit => self.is_over = true,
                Effect::Wake(after, timer, generation) => {
                    self.timers.retain(|(_, other, _)| *other != timer);
                    self.timers.push((Instant::now() + Duration::from_millis(after), timer, generation));
                }
                Effect::Suspend => self.is_suspending = true,
                Effect::Edit(text) => self.editing = Some(text),
                Effect::Prefer(preferences, lang) => {
                    self.model.theme = Theme::choose(&preferences, &self.terminal, self.plain);
                    self.workers.write(Work::Prefer(preferences, lang));
                }
                Effect::OpenFile(path) => self.open_file(&path),
                Effect::Write(work) => self.workers.write(work),
                Effect::Read(query, generation) => self.workers.read(query, generation),
                Effect::Compare(comparing) => self.workers.compare(comparing),
                Effect::CountPairs(after, generation) => self.workers.count_pairs(after, generation),
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
        let next_timer =
            self.timers.iter().map(|(at, ..)| at.saturating_duration_since(Instant::now())).min();
        let pause = [next_timer, limit].into_iter().flatten().min();
        let first = match pause {
            Some(pause) => match receiver.recv_timeout(pause) {
                Ok(msg) => Some(msg),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Msg::Terminate),
            },
            None => Some(receiver.recv().unwrap_or(Msg::Terminate)),
        };
        let now = Instant::now();
        let (over, waiting): (Vec<_>, Vec<_>) = self.timers.drain(..).partition(|(at, ..)| *at <= now);
        self.timers = waiting;
        for (_, timer, generation) in over {
            self.take(Msg::Woke(timer, generation));
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
        drawn: &mut Terminal<RowBackend<W>>,
    ) -> Result<(), RunError> {
        let mut mouse = self.model.preferences.mouse;
        while !self.is_over {
            if mouse != self.model.preferences.mouse {
                mouse = self.model.preferences.mouse;
                terminal::listen_to_mouse(mouse)?;
            }
            drawn.draw(|frame| {
                let marks = view::draw(&self.model, frame.buffer_mut());
                if let Some(cursor) = marks.cursor {
                    frame.set_cursor_position(cursor);
                }
            })?;
            self.wait(receiver, None);
            if std::mem::take(&mut self.is_suspending) {
                terminal::suspend(mouse)?;
                drawn.clear()?;
            }
            if let Some(text) = self.editing.take() {
                // First the text: where the terminal is gone, taking it back fails.
                self.take(Msg::Edited(terminal::edit(&text)));
                terminal::take_back(mouse)?;
                drawn.clear()?;
                let size = drawn.size()?;
                self.take(Msg::Resize(size.width, size.height));
            }
            self.turnstile.taken(self.keys_taken);
        }
        Ok(())
    }
}

impl Speak for RunError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NoTerminal => words::no_terminal(lang).to_owned(),
            Self::Keys(error) => error.what(lang),
            Self::Io(error) => words::terminal_failed(lang, &of_io(error, lang)),
            Self::NotKept(error) => words::draft_lost(lang, &error.what(lang)),
            Self::Worker(said) => words::worker_failed(lang, &of_system(said, lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::NoTerminal => Some(words::no_terminal_hint(lang).to_owned()),
            Self::Keys(error) => error.hint(lang),
            Self::NotKept(error) => error.hint(lang),
            Self::Io(_) | Self::Worker(_) => None,
        }
    }
}
