//! One text that is asked for on top of a screen: a line, or a story of many lines. What is refused is said in it,
//! and nothing that was typed is lost.

use crossterm::event::KeyEvent;

use zeroize::Zeroizing;

use super::{FollowAsk, Layer};
use crate::domain::column::Column;
use crate::tui::effect::Generation;
use crate::tui::model::{Model, Words};
use crate::tui::screens::facility::change::FacilityAsk;
use crate::tui::text::{Field, wrap};
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::input;
use crate::tui::words;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// The new text of a field of the case that is read.
    Field(Column),
    /// The day before which and from which on a facility is compared.
    DayOfChange,
    /// The file that is attached to the case that is read.
    AttachmentPath,
    /// Something of a facility that is changed.
    Facility(FacilityAsk),
    /// The cases that are raised, as a query.
    CasesToRaise,
    /// What the meeting is called at which cases are raised.
    Meeting,
    /// The table that is taken in.
    TableToImport,
    /// The code of the facility that a name in a table means.
    TableFacility,
    /// Where a document is to lie.
    DocumentPath,
    /// Something of a case that is followed up.
    Follow(FollowAsk),
    /// The day on which cases are put in a submission.
    SubmittedOn,
    /// What is asked for in a submission, in a line.
    SubmittedAbout,
    /// A long text of a form.
    SheetStory,
    /// A message that somebody sent.
    Message,
    /// The facility that is meant in a form; whether its agent is.
    SheetFacility(bool),
}

/// One text that is asked for.
#[derive(Clone)]
pub struct Prompt {
    title: Words,
    hint: Words,
    /// What is asked for.
    pub asking: Asking,
    field: Field,
    /// Whether it may have many lines.
    is_long: bool,
    /// Why it was refused.
    problem: Option<Words>,
    /// Whether it is on its way to the disk: then nothing is typed into it.
    is_waiting: bool,
    /// Which deed it waits for.
    deed: Option<Generation>,
    /// What stood there first.
    before: Zeroizing<String>,
}

/// The columns of the widest one.
const WIDEST: u16 = 78;

impl Prompt {
    /// A line, with what stands there now.
    pub fn line(asking: Asking, title: Words, hint: Words, text: &str) -> Layer {
        Self::layer(asking, (title, hint), Field::new(text), false)
    }

    /// A text of many lines, with what stands there now.
    pub fn story(asking: Asking, title: Words, hint: Words, text: &str) -> Layer {
        Self::layer(asking, (title, hint), Field::many_lines(text), true)
    }

    fn layer(asking: Asking, (title, hint): (Words, Words), field: Field, is_long: bool) -> Layer {
        let before = Zeroizing::new(field.value().to_owned());
        let (problem, is_waiting, deed) = (None, false, None);
        Layer::Prompt(Self { title, hint, asking, field, is_long, problem, is_waiting, deed, before })
    }

    /// Whether closing it would lose something that was typed.
    pub fn is_changed(&self) -> bool {
        self.field.value() != self.before.as_str()
    }

    /// Whether it may have many lines.
    pub fn is_long(&self) -> bool {
        self.is_long
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, columns: u16) {
        if self.is_waiting {
            return;
        }
        let edited = if self.is_long {
            input::edit_lines(&mut self.field, key, room(columns))
        } else {
            input::edit(&mut self.field, key)
        };
        if edited == input::Edited::Changed {
            self.problem = None;
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if !self.is_waiting {
            self.field.insert(text);
            self.problem = None;
        }
    }

    /// What was typed, once: until it is answered nothing else goes out.
    pub fn submit(&mut self) -> Option<String> {
        if self.is_waiting {
            return None;
        }
        self.is_waiting = true;
        Some(self.field.value().to_owned())
    }

    /// It was refused: why.
    pub fn refuse(&mut self, why: Words) {
        self.is_waiting = false;
        self.problem = Some(why);
    }

    /// This deed is done with what was typed.
    pub fn wait_for(&mut self, deed: Generation) {
        self.deed = Some(deed);
    }

    /// Whether it waits for the answer to this deed.
    pub fn waits_for(&self, deed: Generation) -> bool {
        self.is_waiting && self.deed == Some(deed)
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let columns = canvas.width().min(WIDEST);
        let inner = usize::from(columns.saturating_sub(4)).max(1);
        let (below, style) = match &self.problem {
            _ if self.is_waiting => (words::saving(lang).to_owned(), theme.text()),
            Some(problem) => (format!("! {}", problem.say(lang)), theme.error()),
            None => (self.hint.say(lang), theme.dim()),
        };
        let below = wrap(&below, inner);
        let field_rows =
            if self.is_long { usize::from(canvas.height()).saturating_sub(4 + below.len()) } else { 1 };
        let rows = field_rows.max(1) + below.len() + 3;
        let mut area = canvas.centred(columns, u16::try_from(rows).unwrap_or(u16::MAX));
        area.clear();
        let title = self.title.say(lang);
        let mut inside = area.boxed(&title, theme);
        let room = inside.height().saturating_sub(below.len() as u16 + 1).max(1);
        let across = inside.width();
        if self.is_long {
            input::draw_lines(&mut inside.part(0, 0, across, room), &self.field, theme.text(), true);
        } else {
            input::draw(&mut inside, (0, 0), across, &self.field, theme.input(), true);
        }
        for (y, line) in (room + u16::from(!self.is_long)..).zip(&below) {
            inside.text(0, y, line, style);
        }
    }
}

/// The columns of the text on a terminal of so many columns.
fn room(columns: u16) -> usize {
    usize::from(columns.min(WIDEST).saturating_sub(4)).max(1)
}
