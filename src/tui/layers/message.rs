//! Something that must be read, or answered with yes or no.

use uuid::Uuid;

use super::Layer;
use crate::i18n::Lang;
use crate::tui::action::Action;
use crate::tui::model::{Model, Words};
use crate::tui::text::{width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// Something that must be read, or answered.
#[derive(Clone)]
pub struct Message {
    /// Its heading.
    pub title: Words,
    /// What it says.
    pub text: Words,
    /// What a yes then does; nothing where it is only to be read.
    pub question: Option<Question>,
    /// Whether the marker stands on yes.
    pub says_yes: bool,
}

/// What an officer is asked before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Leave the program though the recovery code may not be on paper yet.
    QuitAnyway,
    /// Leave the program though what is in the form could not be kept.
    QuitUnkept,
    /// Close a line that something was typed into, without saving it.
    DropText,
    /// Close a form that something was typed into, without saving it.
    DropSheet,
    /// Take back what was done last: this batch, once it is known.
    Undo(Option<Uuid>),
    /// Erase the member's name and story of the case that is read.
    Erase,
    /// Note that the member takes back the case that is read.
    Withdraw,
    /// Raise the case that is read although an objection holds.
    RaiseAlthough,
    /// Remove the copy of an attachment that was opened.
    AttachmentSeen,
    /// Make a book that is not encrypted.
    MakeInClear,
    /// Move a damaged book out of the way.
    SetAside,
    /// Bring the newest backup back.
    Restore,
    /// Name the members who agreed to it in the document that is raised.
    NameMembers,
    /// Join the two cases that were compared.
    JoinCases,
}

impl Question {
    /// Whether Enter, pressed without looking, would lose something: the marker then stands on no.
    fn is_grave(self) -> bool {
        !matches!(self, Self::Undo(_) | Self::Withdraw | Self::AttachmentSeen | Self::JoinCases)
    }
}

impl Message {
    /// Something to be read.
    pub fn tell(title: fn(Lang) -> &'static str, text: Words) -> Layer {
        Layer::Message(Self { title: Words::fixed(title), text, question: None, says_yes: true })
    }

    /// Something to be answered.
    pub fn ask(question: Question, title: fn(Lang) -> &'static str, text: Words) -> Layer {
        let says_yes = !question.is_grave();
        Layer::Message(Self { title: Words::fixed(title), text, question: Some(question), says_yes })
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let title = self.title.say(lang);
        let columns = usize::from(canvas.width()).saturating_sub(8).clamp(1, 64);
        let lines = wrap(&self.text.say(lang), columns);
        let answers = self.answers(lang);
        let answers_width: usize = answers.iter().map(|(text, _, _)| width(text) + 2).sum();
        let widest = lines.iter().map(|line| width(line)).chain([width(&title) + 4, answers_width]).max();
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
        if last == 0 {
            return;
        }
        let mut x = 0;
        for (text, action, is_marked) in answers {
            let style = if is_marked { theme.selected() } else { theme.key() };
            let used = inner.text(x, last, &text, style);
            inner.zone(x, last, used, 1, Hit::Act(action));
            if is_marked && theme.plain {
                inner.set_cursor(x, last);
            }
            x += used + 2;
        }
    }

    /// The answers as buttons: text, what it does, whether the marker is on it.
    fn answers(&self, lang: Lang) -> Vec<(String, Action, bool)> {
        let button = |text: &str, action, is_marked| {
            let marker = if is_marked { ">" } else { " " };
            (format!("{marker}{text} "), action, is_marked)
        };
        match self.question {
            Some(_) => vec![
                button(words::button_yes(lang), Action::Agree, self.says_yes),
                button(words::button_no(lang), Action::Decline, !self.says_yes),
            ],
            None => vec![button(words::button_go_on(lang), Action::Decline, true)],
        }
    }
}
