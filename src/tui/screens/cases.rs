//! The table of cases, newest visit first, with its filter and the case under the marker beside it.
//!
//! Only the rows around the marker are held: a book may have a hundred thousand.

mod draw;
mod one;

pub use one::place_name;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use crate::app::AppError;
use crate::tui::action::{Action, Context};
use crate::tui::effect::{CaseRow, Effect, Generation, Page, Query, Shown};
use crate::tui::model::{Cx, Tone, Words, body};
use crate::tui::text::Field;
use crate::tui::widgets::input::{self, Edited};
use crate::tui::widgets::list::Place;

/// How many rows are held.
const HELD: usize = 300;

/// The table of cases.
#[derive(Default)]
pub struct Cases {
    filter: Field,
    is_typing: bool,
    is_reading: bool,
    /// The first row of the case that is seen while it is read.
    read_from: usize,
    page: Option<Page>,
    asked: Generation,
    is_waiting: bool,
    problem: Option<AppError>,
    place: Place,
    shown: Option<Box<Shown>>,
    asked_case: Generation,
}

/// Where what stands.
pub(super) struct Layout {
    /// Rows of the table below its head.
    pub rows: usize,
    /// Columns of the table.
    pub columns: u16,
    /// Where the case is shown, in the body's coordinates.
    pub preview: Option<Rect>,
    /// Rows above the table's head.
    pub above: u16,
}

impl Cases {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.is_typing {
            Context::Filter
        } else if self.is_reading {
            Context::Reading
        } else {
            Context::Cases
        }
    }

    /// What stands where on a terminal of that size.
    fn layout(&self, size: (u16, u16)) -> Layout {
        let body = body(size);
        let above = if self.problem.is_some() { 3 } else { 1 };
        let under_head = body.height.saturating_sub(above + 1);
        if body.width >= 130 && body.height >= 12 {
            let columns = body.width * 3 / 5;
            let preview = Rect::new(columns + 1, above, body.width - columns - 1, body.height - above);
            return Layout { rows: under_head.into(), columns, preview: Some(preview), above };
        }
        if body.height < 16 {
            return Layout { rows: under_head.into(), columns: body.width, preview: None, above };
        }
        let height = (body.height * 2 / 5).min(16);
        let preview = Rect::new(0, body.height - height, body.width, height);
        Layout {
            rows: under_head.saturating_sub(height).into(),
            columns: body.width,
            preview: Some(preview),
            above,
        }
    }

    /// Whether something is looked for.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Whether there is a case to read.
    pub fn has_case(&self) -> bool {
        self.shown.is_some()
    }

    fn total(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.total)
    }

    fn row(&self, index: usize) -> Option<&CaseRow> {
        let page = self.page.as_ref()?;
        page.rows.get(index.checked_sub(page.offset)?)
    }

    /// The screen comes to the front, or the book changed: the same rows once more.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.is_typing = false;
        self.is_reading = false;
        self.ask(cx);
    }

    /// Shows what a query finds.
    pub fn look_for(&mut self, query: &str, cx: &mut Cx<'_>) {
        self.filter = Field::new(query);
        self.is_typing = false;
        self.is_reading = false;
        self.place = Place::default();
        self.ask(cx);
    }

    /// The terminal has another size.
    pub fn resized(&mut self, cx: &mut Cx<'_>) {
        let seen = self.layout(cx.size).rows;
        self.place.fit(self.total(), seen);
    }

    fn ask(&mut self, cx: &mut Cx<'_>) {
        let offset = self.place.chosen.saturating_sub(HELD / 2);
        let filter = self.filter.value().to_owned();
        self.is_waiting = true;
        cx.effects.push(Effect::Read(Query::Cases { filter, offset, limit: HELD }, self.asked.next()));
    }

    fn ask_case(&mut self, cx: &mut Cx<'_>) {
        match self.row(self.place.chosen).map(|row| row.number.clone()) {
            Some(number) => cx.effects.push(Effect::Read(Query::Case(number), self.asked_case.next())),
            None => self.shown = None,
        }
    }

    /// A page came.
    pub fn answered(&mut self, generation: Generation, page: Result<Page, AppError>, cx: &mut Cx<'_>) {
        if generation != self.asked {
            return;
        }
        self.is_waiting = false;
        match page {
            Ok(page) => {
                self.problem = None;
                self.page = Some(page);
                let seen = self.layout(cx.size).rows;
                self.place.fit(self.total(), seen);
                if self.row(self.place.chosen).is_none() && self.total() > 0 {
                    // The list became shorter, and the marker now stands before the rows that came.
                    self.ask(cx);
                } else {
                    self.ask_case(cx);
                }
            }
            Err(error @ AppError::Filter(_)) => self.problem = Some(error),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// A case came.
    pub fn case_answered(&mut self, generation: Generation, case: Result<Box<Shown>, AppError>) {
        if generation == self.asked_case {
            self.shown = case.ok();
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        if self.is_reading {
            self.act_reading(action, cx);
            return;
        }
        match action {
            Action::Filter => self.is_typing = true,
            Action::FilterDone => self.is_typing = false,
            Action::ClearFilter => {
                let had_text = !self.filter.is_empty();
                self.is_typing = false;
                if had_text {
                    self.look_for("", cx);
                }
            }
            Action::Refresh => self.ask(cx),
            Action::Read => {
                self.is_reading = self.shown.is_some();
                self.read_from = 0;
            }
            Action::Up if self.place.chosen == 0 => self.is_typing = true,
            _ => {
                let seen = self.layout(cx.size).rows;
                if self.place.act(action, self.total(), seen) {
                    self.moved(seen, cx);
                }
            }
        }
    }

    /// Another row is chosen: its case is wanted, and more rows, where the edge of those held is near.
    fn moved(&mut self, seen: usize, cx: &mut Cx<'_>) {
        let edges = [self.place.top.saturating_sub(seen), self.place.top + 2 * seen];
        let last = self.total().saturating_sub(1);
        if edges.into_iter().any(|edge| self.row(edge.min(last)).is_none()) {
            self.ask(cx);
        }
        if self.row(self.place.chosen).is_some() {
            self.ask_case(cx);
        }
    }

    fn act_reading(&mut self, action: Action, cx: &Cx<'_>) {
        let page = usize::from(body(cx.size).height).saturating_sub(3).max(1);
        match action {
            Action::Close => self.is_reading = false,
            Action::Up => self.read_from = self.read_from.saturating_sub(1),
            Action::Down => self.read_from += 1,
            Action::PageUp => self.read_from = self.read_from.saturating_sub(page),
            Action::PageDown => self.read_from += page,
            Action::First => self.read_from = 0,
            Action::Last => self.read_from = usize::MAX / 2,
            _ => {}
        }
        let rows = self.shown.as_ref().map_or(0, |shown| one::lines_of(shown, cx).len());
        self.read_from = self.read_from.min(rows.saturating_sub(page));
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &mut Cx<'_>) {
        if self.is_typing && input::edit(&mut self.filter, key) == Edited::Changed {
            self.place = Place::default();
            self.ask(cx);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &mut Cx<'_>) {
        if self.is_typing {
            self.filter.insert(text);
            self.place = Place::default();
            self.ask(cx);
        }
    }
}
