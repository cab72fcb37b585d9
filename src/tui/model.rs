//! All that the interface knows. It does no I/O and asks no clock: time and answers come in as messages.

use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::action::Context;
use super::effect::{Answer, Effect, Generation, Opened};
use super::layers::Layer;
use super::screens::cases::Cases;
use super::screens::hotspots::Hotspots;
use super::screens::log::Log;
use super::screens::unlock::Unlock;
use super::screens::welcome::Welcome;
use super::theme::Theme;
use crate::app::Clock;
use crate::i18n::{Lang, Speak};

/// What can happen.
#[expect(clippy::large_enum_variant, reason = "messages are moved once, from a channel to the model")]
pub enum Msg {
    /// A key went down.
    Key(KeyEvent),
    /// A text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// A worker answered.
    Answer(Answer),
    /// It is this day now.
    Today(NaiveDate),
    /// The time asked for with [`Effect::Wake`] is over.
    Woke(Generation),
    /// The program is asked to end by the system.
    Terminate,
    /// A worker is no more.
    WorkerDied,
}

/// A text that is said in the language of the moment it is drawn.
#[derive(Clone)]
pub struct Words(Arc<dyn Fn(Lang) -> String + Send + Sync>);

impl Words {
    /// A text from a function of the language.
    pub fn new(say: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// A fixed message.
    pub fn fixed(say: fn(Lang) -> &'static str) -> Self {
        Self::new(move |lang| say(lang).to_owned())
    }

    /// What an error says, and what to do about it.
    pub fn error(error: impl Speak + Send + Sync + 'static) -> Self {
        Self::new(move |lang| Self::error_text(&error, lang))
    }

    /// The same at once.
    pub fn error_text(error: &impl Speak, lang: Lang) -> String {
        match error.hint(lang) {
            Some(hint) => format!("{} {hint}", error.what(lang)),
            None => error.what(lang),
        }
    }

    /// The text.
    pub fn say(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

/// How a toast looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Good,
    /// Something to know.
    Plain,
    /// Something went wrong.
    Bad,
}

/// A line that goes away by itself.
#[derive(Clone)]
pub struct Toast {
    /// What it says.
    pub words: Words,
    /// How it looks.
    pub tone: Tone,
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// First start.
    Welcome,
    /// A book that is not open yet.
    Unlock,
    /// The table of cases.
    Cases,
    /// The form of a new case.
    Log,
    /// The ranking.
    Hotspots,
}

impl Screen {
    /// Those that an open book has, in their order.
    pub const OF_A_BOOK: [Self; 3] = [Self::Cases, Self::Log, Self::Hotspots];
}

/// What a screen asks of those around it.
pub enum Request {
    /// To say something in passing.
    Toast(Tone, Words),
    /// To put something on top.
    Lay(Layer),
    /// To show another screen.
    Show(Screen),
    /// To show the cases of a query.
    ShowCases(String),
    /// To go back to first start.
    StartOver,
}

/// What a screen may see of the rest, and where it puts what it wants.
pub struct Cx<'a> {
    /// The language.
    pub lang: Lang,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The day.
    pub today: NaiveDate,
    /// What is to be done outside.
    pub effects: &'a mut Vec<Effect>,
    /// What is asked of those around.
    pub requests: &'a mut Vec<Request>,
}

impl Cx<'_> {
    /// Says something in passing.
    pub fn toast(&mut self, tone: Tone, words: Words) {
        self.requests.push(Request::Toast(tone, words));
    }
}

/// All that is known.
pub struct Model {
    /// The language.
    pub lang: Lang,
    /// How things look.
    pub theme: Theme,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The day.
    pub today: NaiveDate,
    /// Where the time of the open book comes from.
    pub clock: Clock,
    /// The book, once open.
    pub book: Option<Box<Opened>>,
    /// The screen.
    pub screen: Screen,
    /// First start.
    pub welcome: Welcome,
    /// A book that is not open yet.
    pub unlock: Unlock,
    /// The table of cases.
    pub cases: Cases,
    /// The form of a new case.
    pub log: Log,
    /// The ranking.
    pub hotspots: Hotspots,
    /// What lies on top, the topmost last.
    pub layers: Vec<Layer>,
    /// What is said in passing.
    pub toast: Option<Toast>,
    /// Which toast the timer belongs to.
    pub toasts: Generation,
    /// The day for which a backup was asked.
    pub backed_up: Option<NaiveDate>,
    /// Whether a worker died.
    pub worker_died: bool,
}

impl Model {
    /// A program that has not begun.
    pub fn new(lang: Lang, theme: Theme, clock: Clock, today: NaiveDate, path: std::path::PathBuf) -> Self {
        Self {
            lang,
            theme,
            size: (80, 24),
            today,
            clock,
            book: None,
            screen: Screen::Unlock,
            welcome: Welcome::new(path.clone()),
            unlock: Unlock::new(path),
            cases: Cases::default(),
            log: Log::default(),
            hotspots: Hotspots::default(),
            layers: Vec::new(),
            toast: None,
            toasts: Generation::default(),
            backed_up: None,
            worker_died: false,
        }
    }

    /// Where the keys go.
    pub fn context(&self) -> Context {
        match self.layers.last() {
            Some(Layer::Help(_)) => Context::Help,
            Some(Layer::Message(_)) => Context::Message,
            None => match self.screen {
                Screen::Welcome => self.welcome.context(),
                Screen::Unlock => self.unlock.context(),
                Screen::Cases => self.cases.context(),
                Screen::Log => Context::Log,
                Screen::Hotspots => Context::Hotspots,
            },
        }
    }
}

/// What is left to a screen between header and footer.
pub fn body(size: (u16, u16)) -> Rect {
    let (columns, rows) = size;
    Rect::new(0, 1, columns, rows.saturating_sub(2))
}
