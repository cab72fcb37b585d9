//! A book that is there but not open: its passphrase is asked for, or it is said why it does not open and what can
//! be done. Nothing here deletes anything.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent};

use crate::app::AppError;
use crate::book::{BookError, Secret};
use crate::i18n::Lang;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{Effect, Refused, Work};
use crate::tui::keymap;
use crate::tui::layers::{Message, Question};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::text::Field;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input::{self, Edited};
use crate::tui::words;

/// What can be done about a book that does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    TryAgain,
    Restore,
    SetAside,
    Quit,
}

enum State {
    Opening,
    Ask,
    Problem,
}

/// A book that is not open yet.
pub struct Unlock {
    path: PathBuf,
    state: State,
    passphrase: Field,
    problem: Option<Words>,
    backups: Vec<PathBuf>,
    ways: Vec<Way>,
    chosen: usize,
}

impl Unlock {
    /// The book that lies there.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            state: State::Opening,
            passphrase: Field::default(),
            problem: None,
            backups: Vec::new(),
            ways: Vec::new(),
            chosen: 0,
        }
    }

    /// Where the keys go.
    pub fn context(&self) -> Context {
        match self.state {
            State::Opening => Context::Waiting,
            State::Ask => Context::Unlock,
            State::Problem => Context::Choice,
        }
    }

    /// Forgets what was typed.
    pub fn forget(&mut self) {
        *self = Self::new(std::mem::take(&mut self.path));
    }

    /// The book did not open.
    pub fn refused(&mut self, refused: Refused) {
        self.passphrase.clear();
        self.backups = refused.backups;
        self.chosen = 0;
        self.problem = None;
        self.state = State::Problem;
        match &refused.error {
            AppError::Book(BookError::PassphraseMissing) => {
                self.state = State::Ask;
                return;
            }
            AppError::Book(BookError::PassphraseWrong) => self.state = State::Ask,
            AppError::Book(
                BookError::Damaged { .. } | BookError::KeysLost(_) | BookError::KeysDamaged(_),
            ) => {
                self.ways = vec![Way::TryAgain];
                if !self.backups.is_empty() {
                    self.ways.push(Way::Restore);
                }
                self.ways.extend([Way::SetAside, Way::Quit]);
            }
            _ => self.ways = vec![Way::TryAgain, Way::Quit],
        }
        self.problem = Some(Words::error(refused.error));
    }

    /// What was tried with the book did not work.
    pub fn failed(&mut self, error: AppError) {
        self.state = State::Problem;
        if self.ways.is_empty() {
            self.ways = vec![Way::TryAgain, Way::Quit];
        }
        self.problem = Some(Words::error(error));
    }

    /// Opens the book again as at the start.
    pub fn try_again(&mut self, cx: &mut Cx<'_>) {
        self.state = State::Opening;
        cx.effects.push(Effect::Write(Work::Open(None)));
    }

    /// Moves the book out of the way.
    pub fn set_aside(&mut self, cx: &mut Cx<'_>) {
        self.state = State::Opening;
        cx.effects.push(Effect::Write(Work::SetAside));
    }

    /// Brings the newest backup back.
    pub fn restore(&mut self, cx: &mut Cx<'_>) {
        if let Some(backup) = self.backups.first() {
            self.state = State::Opening;
            cx.effects.push(Effect::Write(Work::Restore(backup.clone())));
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match (&self.state, action) {
            (State::Ask, Action::Submit) => {
                self.state = State::Opening;
                let secret = Secret::passphrase(self.passphrase.value());
                cx.effects.push(Effect::Write(Work::Open(Some(secret))));
            }
            (State::Problem, Action::Up) => self.chosen = self.chosen.saturating_sub(1),
            (State::Problem, Action::Down) => {
                self.chosen = (self.chosen + 1).min(self.ways.len().saturating_sub(1));
            }
            (State::Problem, Action::Choose) => self.choose(cx),
            _ => {}
        }
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        let ask = |question, title, text| Request::Lay(Message::ask(question, title, Words::fixed(text)));
        match self.ways.get(self.chosen) {
            Some(Way::TryAgain) => self.try_again(cx),
            Some(Way::Restore) => {
                cx.requests.push(ask(Question::Restore, words::restore_title, words::restore_question));
            }
            Some(Way::SetAside) => {
                cx.requests.push(ask(Question::SetAside, words::set_aside_title, words::set_aside_question));
            }
            Some(Way::Quit) => cx.effects.push(Effect::Quit),
            None => {}
        }
    }

    /// Takes a click on a choice or a field.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        if let (State::Problem, Hit::Row(index)) = (&self.state, hit) {
            self.chosen = index;
            self.choose(cx);
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        match (&self.state, key.code) {
            (State::Ask, _) if input::edit(&mut self.passphrase, key) == Edited::Changed => {
                self.problem = None;
            }
            (State::Problem, KeyCode::Char(digit)) => {
                let number = keymap::latin(digit).to_digit(10).map_or(0, |number| number as usize);
                if (1..=self.ways.len()).contains(&number) {
                    self.chosen = number - 1;
                    self.choose(cx);
                }
            }
            _ => {}
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if matches!(self.state, State::Ask) {
            self.passphrase.insert(text);
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut area = canvas.centred(70, 16);
        match self.state {
            State::Opening => {
                area.text(0, 6, words::opening(lang), theme.text());
            }
            State::Ask => {
                let place = words::book_lies(lang, &self.path.display().to_string());
                let mut y = area.paragraph(0, 1, &place, theme.dim()) + 2;
                let label = format!("> {}  ", words::passphrase(lang));
                let used = area.text(0, y, &label, theme.heading());
                input::draw_secret(&mut area, (used, y), 34, &self.passphrase, theme.input(), true);
                y += 2;
                if let Some(problem) = &self.problem {
                    area.paragraph(0, y, &format!("! {}", problem.say(lang)), theme.error());
                }
            }
            State::Problem => self.draw_problem(model, &mut area),
        }
    }

    fn draw_problem(&self, model: &Model, area: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        area.text(0, 0, words::not_open_title(lang), theme.heading());
        let mut y = 1;
        if let Some(problem) = &self.problem {
            y += area.paragraph(0, y, &problem.say(lang), theme.error()) + 1;
        }
        if let Some(backup) = self.backups.first() {
            let newest = words::newest_backup(lang, &backup.display().to_string());
            y += area.paragraph(0, y, &newest, theme.text()) + 1;
        }
        for (index, way) in self.ways.iter().enumerate() {
            let chosen = index == self.chosen;
            let marker = if chosen { ">" } else { " " };
            let style = if chosen { theme.selected() } else { theme.text() };
            let used = area.text(0, y, &format!("{marker} {}  {} ", index + 1, name(*way, lang)), style);
            area.zone(0, y, used, 1, Hit::Row(index));
            if chosen && theme.plain {
                area.set_cursor(0, y);
            }
            y += 1;
        }
    }
}

fn name(way: Way, lang: Lang) -> &'static str {
    match way {
        Way::TryAgain => words::way_try_again(lang),
        Way::Restore => words::way_restore(lang),
        Way::SetAside => words::way_set_aside(lang),
        Way::Quit => words::choose_quit(lang),
    }
}
