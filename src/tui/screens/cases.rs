//! The table of cases, newest visit first, with its filter and the case under the marker beside it.
//!
//! Only the rows around the marker are held: a book may have a hundred thousand.

pub mod draw;
pub mod one;
pub mod table;

pub use one::place_name;

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use crate::app::{AppError, Preferences};
use crate::book::Order;
use crate::domain::number::CaseNumber;
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::tui::action::{Action, Context, Say};
use crate::tui::effect::{CaseRow, Effect, Generation, Page, Query, Shown, Within};
use crate::tui::layers::{Menu, Picking};
use crate::tui::model::{Cx, Request, Screen, Tone, Words, body};
use crate::tui::text::Field;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::input::{self, Edited};
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// By what the list is sorted, as it is offered.
const ORDERS: [(Order, Say); 8] = [
    (Order::Urgent, words::sort_urgent),
    (Order::Visited, words::sort_visited),
    (Order::Recorded, words::sort_recorded),
    (Order::Waited, words::sort_waited),
    (Order::Paid, words::sort_paid),
    (Order::Facility, words::sort_facility),
    (Order::Status, words::sort_status),
    (Order::Number, words::sort_number),
];

/// How many rows are held.
const HELD: usize = 300;

/// The table of cases.
#[derive(Default)]
pub struct Cases {
    filter: Field,
    order: Order,
    is_typing: bool,
    /// Which screen asked for the cases, with its query.
    sent_from: Option<(Screen, String)>,
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
        if self.is_typing { Context::Filter } else { Context::Cases }
    }

    /// What stands where on a terminal of that size.
    fn layout(&self, size: (u16, u16), lang: Lang) -> Layout {
        let body = body(size);
        // However much there is to say of a filter, a few rows stay.
        let said = self.problem.as_ref().map_or(0, |problem| {
            let (said, hint) = draw::problem_lines(problem, lang, body.width);
            (said.len() + hint.len()) as u16
        });
        let above = 1 + said.min(body.height.saturating_sub(5));
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

    /// Which cases are shown.
    pub fn within(&self) -> Within {
        Within { filter: self.filter.value().to_owned(), period: Period::All }
    }

    /// Whether something is looked for.
    pub fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Whether there is a case to read.
    pub fn has_case(&self) -> bool {
        self.row(self.place.chosen).is_some()
    }

    fn index_of(&self, number: &CaseNumber) -> Option<usize> {
        let page = self.page.as_ref()?;
        Some(page.offset + page.rows.iter().position(|row| row.number == *number)?)
    }

    /// The place of a case in the list, counted from 1, and the length of the list.
    pub fn place_of(&self, number: &CaseNumber) -> Option<(usize, usize)> {
        Some((self.index_of(number)? + 1, self.total()))
    }

    /// Moves the marker to the case after or before one, and tells its number.
    pub fn beside(&mut self, number: &CaseNumber, is_forward: bool, cx: &mut Cx<'_>) -> Option<CaseNumber> {
        let next = match (self.index_of(number), is_forward) {
            (Some(index), true) => index + 1,
            (Some(index), false) => index.checked_sub(1)?,
            // It fits the filter no longer: the one behind it has come to its place.
            (None, true) => self.place.chosen,
            (None, false) => self.place.chosen.checked_sub(1)?,
        };
        let found = self.row(next)?.number.clone();
        self.place.chosen = next;
        let seen = self.layout(cx.size, cx.lang).rows;
        self.place.fit(self.total(), seen);
        self.moved(seen, cx);
        Some(found)
    }

    /// The words that the list was searched for.
    fn needles(&self) -> Vec<&str> {
        self.page.iter().flat_map(|page| &page.words).map(String::as_str).collect()
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
        self.ask(cx);
    }

    /// Shows what a query of another screen finds; clearing it goes back there.
    pub fn look_for_from(&mut self, query: &str, from: Screen, cx: &mut Cx<'_>) {
        self.look_for(query, cx);
        self.sent_from = Some((from, query.to_owned()));
    }

    /// Shows what a query finds.
    pub fn look_for(&mut self, query: &str, cx: &mut Cx<'_>) {
        self.sent_from = None;
        self.filter = Field::new(query);
        self.is_typing = false;
        self.place = Place::default();
        self.ask(cx);
    }

    /// The terminal has another size.
    pub fn resized(&mut self, cx: &mut Cx<'_>) {
        let seen = self.layout(cx.size, cx.lang).rows;
        self.place.fit(self.total(), seen);
    }

    fn ask(&mut self, cx: &mut Cx<'_>) {
        let offset = self.place.chosen.saturating_sub(HELD / 2);
        let filter = self.filter.value().to_owned();
        self.is_waiting = true;
        let query = Query::Cases { filter, order: self.order, offset, limit: HELD, counted: false };
        cx.effects.push(Effect::Read(query, self.asked.next()));
    }

    /// Asks how many there are in all, where only the first were looked for.
    fn ask_count(&mut self, cx: &mut Cx<'_>) {
        let Some(page) = self.page.as_ref().filter(|page| !page.is_counted) else {
            return;
        };
        let filter = self.filter.value().to_owned();
        let query =
            Query::Cases { filter, order: self.order, offset: page.offset, limit: HELD, counted: true };
        cx.effects.push(Effect::Read(query, self.asked.next()));
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
                let seen = self.layout(cx.size, cx.lang).rows;
                self.place.fit(self.total(), seen);
                if self.row(self.place.chosen).is_none() && self.total() > 0 {
                    // The list became shorter, and the marker now stands before the rows that came.
                    self.ask(cx);
                } else {
                    self.ask_case(cx);
                    self.ask_count(cx);
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
        match action {
            Action::Filter => self.is_typing = true,
            Action::FilterDone => self.is_typing = false,
            Action::ClearFilter => {
                let had_text = !self.filter.is_empty();
                let sent = self.sent_from.take().filter(|(_, query)| query == self.filter.value());
                let was_typing = std::mem::take(&mut self.is_typing);
                if let (Some((screen, _)), false) = (sent, was_typing) {
                    self.filter = Field::default();
                    self.place = Place::default();
                    cx.requests.push(Request::Show(screen));
                } else if had_text {
                    self.look_for("", cx);
                }
            }
            Action::Refresh => self.ask(cx),
            Action::Sort => {
                let at = ORDERS.iter().position(|(order, _)| *order == self.order).unwrap_or(0);
                let labels = ORDERS.map(|(_, label)| Words::fixed(label));
                cx.requests.push(Request::Lay(Menu::pick(words::sort, Picking::SortCases, labels, at)));
            }
            Action::Open => {
                if let Some(row) = self.row(self.place.chosen) {
                    cx.requests.push(Request::OpenCase(row.number.clone()));
                }
            }
            Action::Up if self.place.chosen == 0 => self.is_typing = true,
            _ => {
                let seen = self.layout(cx.size, cx.lang).rows;
                if self.place.act(action, self.total(), seen) {
                    self.moved(seen, cx);
                }
            }
        }
    }

    /// Sorts as when the program was left.
    pub fn restore(&mut self, preferences: &Preferences) {
        let known = Order::NAMES.iter().find(|(name, _)| *name == preferences.order);
        self.order = known.map_or_else(Order::default, |(_, order)| *order);
    }

    /// Sorts by the order that was chosen from the list.
    pub fn sort_by(&mut self, index: usize, cx: &mut Cx<'_>) {
        if let Some((order, _)) = ORDERS.get(index) {
            self.order = *order;
            let known = Order::NAMES.iter().find(|(_, known)| known == order);
            let order = known.map_or_else(String::new, |(name, _)| (*name).to_owned());
            let preferences = Preferences { order, ..cx.preferences.clone() };
            cx.requests.push(Request::Prefer(preferences, cx.lang));
            self.place = Place::default();
            self.ask(cx);
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

    /// Takes a click: the first chooses a row, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        let index = match hit {
            Hit::Row(index) => index,
            Hit::Sort(order) => {
                let index = ORDERS.iter().position(|(known, _)| *known == order);
                return index.map_or((), |index| self.sort_by(index, cx));
            }
            _ => return,
        };
        self.is_typing = false;
        if index == self.place.chosen {
            self.act(Action::Open, cx);
        } else if index < self.total() {
            self.place.chosen = index;
            let seen = self.layout(cx.size, cx.lang).rows;
            self.place.fit(self.total(), seen);
            self.moved(seen, cx);
        }
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
