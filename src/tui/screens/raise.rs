//! Raising cases with a party: choose whom and which cases, see what the document would give away, read it, write it, put
//! the cases in a submission.

mod check;
mod choose;
mod preview;
mod submit;

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::AppError;
use crate::app::brief::{BriefRequest, Paper, Prepared, Step as Making};
use crate::brief::document::Document;
use crate::domain::facility::Facility;
use crate::domain::party::Party;
use crate::domain::period::Period;
use crate::i18n::{Lang, Speak};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, GoesOn, Within, Work};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::screens::cases::draw::{Line, draw_lines};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::choices::beside;
use crate::tui::widgets::list::Place;
use crate::tui::words;

use choose::Format;

/// Rows above what a step shows.
const ABOVE: u16 = 2;

/// What an officer does one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Step {
    /// Choosing whom and which cases.
    #[default]
    Choose,
    /// Seeing what the document would give away.
    Check,
    /// Reading it.
    Read,
    /// Putting the cases in a submission.
    Submit,
}

impl Step {
    const ALL: [Self; 4] = [Self::Choose, Self::Check, Self::Read, Self::Submit];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Choose => words::raise_choose(lang),
            Self::Check => words::raise_check(lang),
            Self::Read => words::raise_read(lang),
            Self::Submit => words::raise_submit(lang),
        }
    }
}

/// What is known of the document.
#[derive(Default)]
enum Known {
    /// Nothing was asked since something else was chosen.
    #[default]
    Nothing,
    /// It is being gathered.
    Asked,
    /// What goes into it.
    Prepared(Box<Prepared>),
    /// Why there is none.
    Refused(AppError),
}

/// Raising cases with a party.
pub struct Raise {
    party: Party,
    query: String,
    period: Period,
    language: Lang,
    format: Format,
    /// What the meeting is called at which members are called the same in all documents; empty for today's.
    meeting: String,
    /// Whether the members who agreed by name are named: never without being asked for with this party.
    with_names: bool,
    /// Whether letter and agenda are written with it.
    with_letter: bool,
    step: Step,
    row: Place,
    checked: check::Marker,
    /// The first row seen of the document.
    top: usize,
    known: Known,
    /// The document as it would be written, while it is read.
    document: Option<Box<Document>>,
    asked: Generation,
    /// What is being written; nothing else is written meanwhile.
    writing: Option<Generation>,
    /// How far that is.
    making: Option<Making>,
    written: Generation,
    /// What was written last.
    file: Option<PathBuf>,
    /// Whether what is being written is still wanted.
    goes_on: GoesOn,
    /// Where documents lie unless another place is told.
    pub folder: PathBuf,
    /// The facility that was looked at before.
    facility: Option<Arc<Facility>>,
    submit: submit::Submit,
    from: Screen,
}

impl Default for Raise {
    fn default() -> Self {
        Self {
            party: Party::Nssf,
            query: String::new(),
            period: Period::All,
            language: Lang::Km,
            format: Format::default(),
            meeting: String::new(),
            with_names: false,
            with_letter: false,
            step: Step::default(),
            row: Place::default(),
            checked: check::Marker::default(),
            top: 0,
            known: Known::default(),
            document: None,
            asked: Generation::default(),
            writing: None,
            making: None,
            written: Generation::default(),
            file: None,
            goes_on: GoesOn::default(),
            folder: PathBuf::new(),
            facility: None,
            submit: submit::Submit::default(),
            from: Screen::Cases,
        }
    }
}

impl Raise {
    /// Comes from a screen with the cases that were looked at there, and with the party that suits them.
    pub fn open(&mut self, within: &Within, facility: Option<Arc<Facility>>, cx: &mut Cx<'_>) {
        if cx.screen != Screen::Raise {
            self.from = cx.screen;
        }
        self.party = facility.as_ref().map_or(Party::Nssf, |known| Party::Facility(known.id.clone()));
        self.with_names = false;
        self.facility = facility;
        within.filter.trim().clone_into(&mut self.query);
        self.period = within.period;
        self.language = cx.lang;
        self.step = Step::Choose;
        self.row = Place::default();
        self.file = None;
        self.submit.forget();
        self.changed();
    }

    /// Something else was chosen: what is known is of the past.
    fn changed(&mut self) {
        self.known = Known::Nothing;
        self.checked = check::Marker::default();
        self.top = 0;
        self.asked.next();
        self.submit.changed();
    }

    /// What may be written, if it is known.
    pub fn prepared(&self) -> Option<&Prepared> {
        match &self.known {
            Known::Prepared(prepared) => Some(prepared),
            _ => None,
        }
    }

    /// Whether something is being written.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// What was written last.
    pub fn file(&self) -> Option<&PathBuf> {
        self.file.as_ref()
    }

    fn request(&self, cx: &Cx<'_>) -> BriefRequest {
        let span = self.period.span(cx.today);
        BriefRequest {
            party: self.party.clone(),
            query: self.query.clone(),
            from: span.since,
            to: span.until,
            lang: self.language.plain(),
            meeting: Some(self.meeting.clone()).filter(|meeting| !meeting.is_empty()),
            identities: self.with_names,
            is_raising: true,
        }
    }

    /// Goes to a step; what it shows is gathered first.
    fn go(&mut self, step: Step, cx: &mut Cx<'_>) {
        self.step = step;
        if step == Step::Submit {
            self.look(cx);
        } else if step != Step::Choose && matches!(self.known, Known::Nothing | Known::Refused(_)) {
            self.known = Known::Asked;
            let work = Work::PrepareBrief(Box::new(self.request(cx)), self.asked.next());
            cx.effects.push(Effect::Write(work));
        }
        self.compose();
    }

    /// Composes the document where it is read: not at each key, for that takes a while.
    fn compose(&mut self) {
        let is_read = self.step == Step::Read;
        self.document = self.prepared().filter(|_| is_read).map(|prepared| Box::new(prepared.document()));
    }

    /// What goes into the document came, or why there is none.
    pub fn answered(&mut self, generation: Generation, prepared: Result<Box<Prepared>, AppError>) {
        if generation == self.asked {
            self.known = match prepared {
                Ok(prepared) => Known::Prepared(prepared),
                Err(error) => Known::Refused(error),
            };
            self.compose();
        }
    }

    /// What is being made of what is being written.
    pub fn is_at(&mut self, generation: Generation, making: Making) {
        if self.writing == Some(generation) {
            self.making = Some(making);
        }
    }

    /// The document was written, or not.
    pub fn was_written(
        &mut self,
        generation: Generation,
        written: Result<PathBuf, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if self.writing != Some(generation) {
            return;
        }
        self.writing = None;
        self.making = None;
        match written {
            Ok(path) => {
                let said = path.display().to_string();
                if self.prepared().is_some() {
                    self.submit.written(path.clone());
                }
                self.file = Some(path);
                cx.toast(Tone::Good, Words::new(move |lang| words::raise_written(lang, &said)));
            }
            Err(AppError::Cancelled) => cx.toast(Tone::Plain, Words::fixed(words::raise_cancelled)),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::NextField => self.go(beside(&Step::ALL, self.step, true), cx),
            Action::PreviousField => self.go(beside(&Step::ALL, self.step, false), cx),
            Action::GoBack if self.is_writing() => self.goes_on.cancel(),
            Action::GoBack => match self.step {
                Step::Choose => cx.requests.push(Request::Show(self.from)),
                Step::Check => self.go(Step::Choose, cx),
                Step::Read => self.go(Step::Check, cx),
                // Without a document there is nothing between.
                Step::Submit if self.prepared().is_none() => self.go(Step::Choose, cx),
                Step::Submit => self.go(Step::Read, cx),
            },
            Action::WriteDocument => self.ask_path(cx),
            Action::OpenDocument => {
                if let Some(file) = &self.file {
                    cx.effects.push(Effect::OpenFile(file.clone()));
                }
            }
            _ => match self.step {
                Step::Choose => self.choose(action, cx),
                Step::Check => self.check(action, cx),
                Step::Read => self.scroll(action, cx),
                Step::Submit => self.act_submit(action, cx),
            },
        }
    }

    fn scroll(&mut self, action: Action, cx: &Cx<'_>) {
        let page = seen(cx.size);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown | Action::GoIn => self.top + page,
            Action::First => 0,
            Action::Last => usize::MAX / 2,
            _ => self.top,
        };
        let count = self.document_lines(Theme::PLAIN, cx.size.0).len();
        self.top = self.top.min(count.saturating_sub(page));
    }

    fn document_lines(&self, theme: Theme, columns: u16) -> Vec<Line> {
        let room = usize::from(columns.saturating_sub(2));
        self.document.as_ref().map_or_else(Vec::new, |document| preview::lines(document, theme, room))
    }

    /// Takes a click: the first chooses a row, the second does what Enter does.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match (self.step, hit) {
            (_, Hit::Choice(step)) => {
                if let Some(step) = Step::ALL.get(step) {
                    self.go(*step, cx);
                }
            }
            (Step::Choose, Hit::Row(index)) if index == self.row.chosen => self.choose(Action::GoIn, cx),
            (Step::Choose, Hit::Row(index)) => self.row.chosen = index,
            (Step::Check, Hit::Row(index)) => self.click_check(index),
            (Step::Submit, Hit::Row(index)) => self.click_submit(index, cx),
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        self.draw_steps(model, canvas);
        let (lang, theme, columns) = (model.lang, model.theme, canvas.width());
        let mut below = canvas.part(0, ABOVE, columns, u16::MAX);
        match self.step {
            Step::Choose => return self.draw_choices(model, &mut below),
            Step::Submit => return self.draw_submit(model, &mut below),
            Step::Check | Step::Read => {}
        }
        match &self.known {
            Known::Nothing | Known::Asked => {
                below.text(1, 0, words::raise_gathering(lang), theme.dim());
            }
            Known::Refused(error) => {
                let mut pane = below.part(1, 0, columns.saturating_sub(2), u16::MAX);
                let used = pane.paragraph(0, 0, &format!("! {}", error.what(lang)), theme.error());
                pane.paragraph(2, used, &error.hint(lang).unwrap_or_default(), theme.text());
            }
            Known::Prepared(prepared) if self.step == Step::Check => {
                self.draw_check(prepared, model, &mut below);
            }
            Known::Prepared(_) => {
                let lines = self.document_lines(theme, columns);
                draw_lines(&lines, self.top, &mut below);
                if theme.plain {
                    below.set_cursor(0, 0);
                }
            }
        }
    }

    /// Which of how many documents is being made: `2/3 Writing the letter …`.
    fn making_said(&self, lang: Lang) -> String {
        let Some(Making { paper, number, of }) = self.making else {
            return words::raise_writing(lang).to_owned();
        };
        let paper = match paper {
            Paper::Brief => words::raise_writing_brief(lang),
            Paper::Letter => words::raise_writing_letter(lang),
            Paper::Agenda => words::raise_writing_agenda(lang),
        };
        let [number, of] = [number, of].map(|count| crate::i18n::numbers::number(count as u64, lang));
        format!("{number}/{of} {paper}")
    }

    fn draw_steps(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut x = 1;
        for (index, step) in Step::ALL.into_iter().enumerate() {
            let number = crate::i18n::numbers::number(index as u64 + 1, lang);
            let text = format!(" {number} {} ", step.name(lang));
            let style = if step == self.step { theme.selected() } else { theme.text() };
            let used = canvas.text(x, 0, &text, style);
            canvas.zone(x, 0, used, 1, Hit::Choice(index));
            x += used;
            if index + 1 < Step::ALL.len() {
                x += canvas.text(x, 0, "›", theme.dim());
            }
        }
        if self.is_writing() {
            let room = canvas.width().saturating_sub(x + 2);
            canvas.text_right(x + 1, 0, room, &self.making_said(lang), theme.heading());
        }
    }
}

/// How many rows of a step are seen at once.
fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(ABOVE)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_being_made_is_said_of_the_writing_that_is_waited_for() {
        let mut raise = Raise::default();
        let (old, new) = (raise.written.next(), raise.written.next());
        raise.writing = Some(new);
        assert_eq!(raise.making_said(Lang::En), "Writing …");
        raise.is_at(new, Making { paper: Paper::Letter, number: 2, of: 3 });
        raise.is_at(old, Making { paper: Paper::Brief, number: 1, of: 1 });
        assert_eq!(raise.making_said(Lang::En), "2/3 Writing the letter …");
        assert_eq!(raise.making_said(Lang::Km), "២/៣ កំពុងសរសេរលិខិត …");
    }

    #[test]
    fn who_agreed_that_one_party_learns_a_name_is_not_named_to_another() {
        let mut raise = Raise::default();
        raise.name_members();
        let nssf = raise.parties().iter().position(|party| *party == Party::Nssf).unwrap();
        raise.party_picked(nssf);
        assert!(raise.with_names, "the same party was chosen again");
        raise.party_picked(nssf + 1);
        assert!(!raise.with_names);
        raise.party_picked(nssf);
        assert!(!raise.with_names, "it is to be asked for again");
    }
}
