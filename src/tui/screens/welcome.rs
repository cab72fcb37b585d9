//! First start: make a book, or look at the demo. The recovery code of a new book is shown here, once.

use std::path::PathBuf;

use crossterm::event::KeyEvent;
use zeroize::Zeroizing;

use crate::app::AppError;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Effect, Work};
use crate::tui::layers::{Message, Question};
use crate::tui::model::{Cx, Model, Request, Screen, Words};
use crate::tui::text::{Field, width};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input::{self, Edited};
use crate::tui::{keymap, words};

/// The letters of the shortest passphrase that a book is made with here. One can be made without any: then it says so.
const SHORTEST: usize = 8;

/// How many cases the demo has.
const DEMO: usize = 2_000;

/// The step that is shown.
enum Step {
    Choose,
    Make,
    /// Something is being made; whether it is the demo.
    Waiting(bool),
    Code(Zeroizing<String>),
}

/// First start.
pub struct Welcome {
    path: PathBuf,
    step: Step,
    chosen: usize,
    focus: usize,
    fields: [Field; 4],
    problem: Option<Words>,
}

const DESK: usize = 0;
const OFFICER: usize = 1;
const PASSPHRASE: usize = 2;
const AGAIN: usize = 3;

impl Welcome {
    /// First start of a book that will lie there.
    pub fn new(path: PathBuf) -> Self {
        Self { path, step: Step::Choose, chosen: 0, focus: 0, fields: <[Field; 4]>::default(), problem: None }
    }

    /// Where the keys go.
    pub fn context(&self) -> Context {
        match self.step {
            Step::Choose | Step::Code(_) => Context::Choice,
            Step::Make => Context::Make,
            Step::Waiting(_) => Context::Waiting,
        }
    }

    /// The demo is being made.
    pub fn wait_for_demo(&mut self) {
        self.step = Step::Waiting(true);
    }

    /// Forgets what was typed.
    pub fn forget(&mut self) {
        *self = Self::new(std::mem::take(&mut self.path));
    }

    /// Shows the recovery code.
    pub fn show_code(&mut self, code: Zeroizing<String>) {
        self.step = Step::Code(code);
    }

    /// Whether the recovery code is on the screen, for the only time.
    pub fn shows_code(&self) -> bool {
        matches!(self.step, Step::Code(_))
    }

    /// No book could be made.
    pub fn failed(&mut self, error: AppError) {
        let was_demo = matches!(self.step, Step::Waiting(true));
        self.step = if was_demo { Step::Choose } else { Step::Make };
        self.problem = Some(Words::error(error));
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    fn value(&self, field: usize) -> &str {
        self.fields.get(field).map_or("", Field::value)
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match (&self.step, action) {
            (Step::Choose, Action::Up) => self.chosen = self.chosen.saturating_sub(1),
            (Step::Choose, Action::Down) => self.chosen = (self.chosen + 1).min(2),
            (Step::Choose, Action::Choose) => self.choose(cx),
            (Step::Code(_), Action::Choose) => {
                self.step = Step::Choose;
                cx.requests.push(Request::Show(Screen::Today));
            }
            (Step::Make, Action::NextField) => self.focus = (self.focus + 1) % 4,
            (Step::Make, Action::PreviousField) => self.focus = (self.focus + 3) % 4,
            (Step::Make, Action::Leave) => {
                self.problem = None;
                self.step = Step::Choose;
            }
            (Step::Make, Action::Submit) if self.focus < AGAIN => self.focus += 1,
            (Step::Make, Action::Submit) => self.submit(cx),
            _ => {}
        }
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        self.problem = None;
        match self.chosen {
            0 => self.step = Step::Make,
            1 => {
                self.wait_for_demo();
                cx.effects.push(Effect::Write(Work::Demo(DEMO)));
            }
            _ => cx.effects.push(Effect::Quit),
        }
    }

    fn submit(&mut self, cx: &mut Cx<'_>) {
        self.problem = None;
        let problem = if let Err(error) = self.value(DESK).parse::<crate::domain::number::DeskCode>() {
            Some((DESK, Words::error(error)))
        } else if self.value(OFFICER).trim().is_empty() {
            Some((OFFICER, Words::error(AppError::NoOfficer)))
        } else if (1..SHORTEST).contains(&self.value(PASSPHRASE).chars().count()) {
            Some((PASSPHRASE, Words::fixed(words::passphrase_short)))
        } else if self.value(PASSPHRASE) != self.value(AGAIN) {
            Some((AGAIN, Words::fixed(words::passphrases_differ)))
        } else {
            None
        };
        if let Some((field, words)) = problem {
            self.focus = field;
            self.problem = Some(words);
        } else if self.value(PASSPHRASE).is_empty() {
            cx.requests.push(Request::Lay(Message::ask(
                Question::MakeInClear,
                words::in_clear_title,
                Words::fixed(words::make_in_clear),
            )));
        } else {
            self.make(cx);
        }
    }

    /// Makes the book.
    pub fn make(&mut self, cx: &mut Cx<'_>) {
        self.step = Step::Waiting(false);
        cx.effects.push(Effect::Write(Work::Make {
            desk: self.value(DESK).trim().to_owned(),
            officer: self.value(OFFICER).trim().to_owned(),
            passphrase: Zeroizing::new(self.value(PASSPHRASE).to_owned()),
        }));
    }

    /// Takes a click on a choice or a field.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match (&self.step, hit) {
            (Step::Choose, Hit::Row(index)) => {
                self.chosen = index;
                self.choose(cx);
            }
            (Step::Make, Hit::Field(index)) => self.focus = index,
            _ => {}
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        use crossterm::event::KeyCode;
        match (&self.step, key.code) {
            (Step::Choose, KeyCode::Char(digit)) => {
                if let Some(number) =
                    keymap::latin(digit).to_digit(10).filter(|number| (1..=3).contains(number))
                {
                    self.chosen = number as usize - 1;
                    self.choose(cx);
                }
            }
            (Step::Make, KeyCode::Up) => self.focus = self.focus.saturating_sub(1),
            (Step::Make, KeyCode::Down) => self.focus = (self.focus + 1).min(AGAIN),
            (Step::Make, _) => {
                if let Some(field) = self.field()
                    && input::edit(field, key) == Edited::Changed
                {
                    self.problem = None;
                }
            }
            _ => {}
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if matches!(self.step, Step::Make)
            && let Some(field) = self.field()
        {
            field.insert(text);
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        match &self.step {
            Step::Choose => self.draw_choice(model, canvas),
            Step::Make => self.draw_form(model, canvas),
            Step::Waiting(is_demo) => {
                let text = if *is_demo { words::making_demo } else { words::making_book };
                canvas.centred(60, 1).text(0, 0, text(model.lang), model.theme.text());
            }
            Step::Code(code) => draw_code(code, model, canvas),
        }
    }

    fn draw_choice(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut area = canvas.centred(70, 16);
        let mut y = 0;
        area.text(2, y, words::welcome(lang), theme.heading());
        y += 1;
        y += area.paragraph(2, y, words::welcome_text(lang), theme.text()) + 1;
        let choices = [words::choose_make(lang), words::choose_demo(lang), words::choose_quit(lang)];
        for (index, choice) in choices.into_iter().enumerate() {
            let marker = if index == self.chosen { ">" } else { " " };
            let style = if index == self.chosen { theme.selected() } else { theme.text() };
            let used = area.text(2, y, &format!("{marker} {}  {choice} ", index + 1), style);
            area.zone(2, y, used, 1, Hit::Row(index));
            if index == self.chosen && theme.plain {
                area.set_cursor(2, y);
            }
            y += 1;
        }
        y += 1;
        if let Some(problem) = &self.problem {
            area.paragraph(2, y, &problem.say(lang), theme.error());
            return;
        }
        let place = words::book_will_lie(lang, &self.path.display().to_string());
        y += area.paragraph(2, y, &place, theme.dim());
        let key = model.keymap.key(Context::Choice, Action::Language);
        area.text(2, y, &words::switch_language(lang, &key), theme.dim());
    }

    fn draw_form(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut area = canvas.centred(74, 17);
        area.text(0, 0, words::make_title(lang), theme.heading());
        let labels =
            [words::desk_code(lang), words::officer_name(lang), words::passphrase(lang), words::again(lang)];
        let left = labels.iter().map(|label| width(label)).max().unwrap_or(0) as u16 + 3;
        let mut y = 2;
        for (index, (label, field)) in labels.iter().zip(&self.fields).enumerate() {
            let focus = index == self.focus;
            let marker = if focus { ">" } else { " " };
            let style = if focus { theme.heading() } else { theme.text() };
            area.text(0, y, &format!("{marker} {label}"), style);
            let columns = if index == DESK { 6 } else { 34 };
            let draw = if index < PASSPHRASE { input::draw } else { input::draw_secret };
            draw(&mut area, (left, y), columns, field, theme.input(), focus);
            area.zone(0, y, left + columns, 1, Hit::Field(index));
            y += 1;
        }
        y += 1;
        if let Some(problem) = &self.problem {
            y += area.paragraph(0, y, &format!("! {}", problem.say(lang)), theme.error()) + 1;
        }
        let hints = [words::desk_hint, words::officer_hint, words::passphrase_hint, words::again_hint];
        if let Some(hint) = hints.get(self.focus) {
            area.paragraph(0, y, hint(lang), theme.dim());
        }
    }
}

fn draw_code(code: &str, model: &Model, canvas: &mut Canvas<'_>) {
    let (lang, theme) = (model.lang, model.theme);
    let mut area = canvas.centred(70, 14);
    area.text(0, 0, words::code_title(lang), theme.heading());
    let mut y = 2;
    y += area.paragraph(0, y, words::code_text(lang), theme.text()) + 1;
    y += area.paragraph(4, y, code, theme.heading()) + 1;
    y += area.paragraph(0, y, words::code_warning(lang), theme.error()) + 1;
    let used = area.text(0, y, words::code_written(lang), theme.key());
    area.zone(0, y, used, 1, Hit::Act(Action::Choose));
}
