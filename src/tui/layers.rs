//! What lies on top of the screens: help, messages, questions. The topmost gets the keys first.

use super::action::{Action, Context, entries};
use super::model::{Model, Words, body};
use super::text::{width, wrap};
use super::widgets::canvas::Canvas;
use super::words;
use crate::i18n::Lang;

/// One of them.
#[derive(Clone)]
pub enum Layer {
    /// The keys of a context.
    Help(Help),
    /// Something that must be read, or answered.
    Message(Message),
}

/// The keys of a context.
#[derive(Debug, Clone)]
pub struct Help {
    /// Whose keys.
    pub of: Context,
    /// The first row shown.
    pub top: usize,
}

/// Something that must be read, or answered.
#[derive(Clone)]
pub struct Message {
    /// Its heading.
    pub title: Words,
    /// What it says.
    pub text: Words,
    /// What Enter then does; nothing where it is only to be read.
    pub question: Option<Question>,
}

/// What an officer is asked before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Throw away what was typed into the form.
    ThrowAway,
    /// Leave the program though something is in the form.
    QuitAnyway,
    /// Take back what was done last.
    Undo,
    /// Make a book that is not encrypted.
    MakeInClear,
    /// Move a damaged book out of the way.
    SetAside,
    /// Bring the newest backup back.
    Restore,
}

impl Message {
    /// Something to be read.
    pub fn tell(title: fn(Lang) -> &'static str, text: Words) -> Layer {
        Layer::Message(Self { title: Words::fixed(title), text, question: None })
    }

    /// Something to be answered.
    pub fn ask(question: Question, title: fn(Lang) -> &'static str, text: fn(Lang) -> &'static str) -> Layer {
        Layer::Message(Self {
            title: Words::fixed(title),
            text: Words::fixed(text),
            question: Some(question),
        })
    }
}

impl Help {
    /// The lines of the help: keys, then what they do, wrapped.
    fn lines(&self, lang: Lang, columns: usize) -> Vec<(String, String)> {
        let keys_of = |action: Action| {
            let entry = entries(self.of).find(|entry| entry.action == action)?;
            let shown = entry
                .keys
                .iter()
                .filter(|key| key.ctrl || key.is_on_every_layout() || !self.of.takes_letters());
            Some(shown.map(|key| key.label(lang)).collect::<Vec<_>>().join(" "))
        };
        let left = 24.min(columns / 2);
        let mut lines = Vec::new();
        for entry in entries(self.of) {
            let keys = keys_of(entry.action).unwrap_or_default();
            let text = wrap((entry.doc)(lang), columns.saturating_sub(left + 1).max(1));
            for (index, line) in text.into_iter().enumerate() {
                lines.push((if index == 0 { keys.clone() } else { String::new() }, line));
            }
        }
        if self.of == Context::Log {
            lines.push((String::new(), String::new()));
            for line in wrap(words::help_on_issues(lang), columns.saturating_sub(1).max(1)) {
                lines.push((line, String::new()));
            }
        }
        lines
    }

    /// Moves through it.
    pub fn act(&mut self, action: Action, model_size: (u16, u16), lang: Lang) {
        let room = usize::from(body(model_size).height.saturating_sub(2)).max(1);
        let count = self.lines(lang, usize::from(model_size.0.saturating_sub(4))).len();
        let last = count.saturating_sub(room);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(room),
            Action::PageDown => self.top + room,
            Action::First => 0,
            Action::Last => last,
            _ => self.top,
        }
        .min(last);
    }

    fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        canvas.clear();
        let mut inner = canvas.boxed(words::help_title(lang), theme);
        let columns = usize::from(inner.width());
        let left = 24.min(columns / 2);
        let lines = self.lines(lang, columns);
        let top = self.top.min(lines.len().saturating_sub(usize::from(inner.height())));
        for (row, (keys, text)) in lines.iter().skip(top).take(usize::from(inner.height())).enumerate() {
            if text.is_empty() {
                inner.text(0, row as u16, keys, theme.text());
                continue;
            }
            inner.text_in(0, row as u16, left as u16, keys, theme.key());
            inner.text((left + 1) as u16, row as u16, text, theme.text());
        }
    }
}

impl Message {
    fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let title = self.title.say(lang);
        let columns = usize::from(canvas.width()).saturating_sub(8).clamp(1, 64);
        let lines = wrap(&self.text.say(lang), columns);
        let answers = match self.question {
            Some(_) => words::yes_or_back(lang),
            None => words::enter_to_go_on(lang),
        };
        let widest = lines.iter().map(|line| width(line)).chain([width(&title) + 4, width(answers)]).max();
        let columns = (widest.unwrap_or(1) + 4).min(usize::from(canvas.width()));
        let rows = (lines.len() + 4).min(usize::from(canvas.height()));
        let mut area = canvas.centred(columns as u16, rows as u16);
        area.clear();
        let mut inner = area.boxed(&title, theme);
        let room = inner.height().saturating_sub(2);
        for (row, line) in (0..room.max(1)).zip(&lines) {
            inner.text(0, row, line, theme.text());
        }
        let last = inner.height().saturating_sub(1);
        if last > 0 {
            inner.text(0, last, answers, theme.key());
        }
    }
}

impl Layer {
    /// Draws it over what is there.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        match self {
            Self::Help(help) => help.draw(model, canvas),
            Self::Message(message) => message.draw(model, canvas),
        }
    }
}
