//! People: all parties with their clocks, what waits for them and what they promised; searched by typing.

pub mod ladder;
pub mod party;
mod table;

pub use table::titled;

use crossterm::event::KeyEvent;

use crate::app::AppError;
use crate::domain::party::Party;
use crate::domain::text::{fold, words as words_of};
use crate::i18n::Lang;
use crate::i18n::numbers::number;
use crate::tui::action::{Action, Context};
use crate::tui::effect::ledger::{Found, Look, PartyGroup, PartyRow};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::layers::{Item, Menu, Picking, Run};
use crate::tui::model::{Cx, Model, Request, Screen, Words, body};
use crate::tui::screens::sheet::{Added, SheetOf};
use crate::tui::text::{Field, width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{self, Choices};
use crate::tui::widgets::input::{self, Edited};
use crate::tui::widgets::list::{self, Place, first_seen};
use crate::tui::widgets::unread;
use crate::tui::words::{self, ledger};

/// Rows above the list.
const ABOVE: u16 = 2;

/// All parties.
#[derive(Default)]
pub struct People {
    rows: Option<Vec<PartyRow>>,
    problem: Option<AppError>,
    asked: Generation,
    search: Field,
    is_typing: bool,
    place: Place,
    /// On which party the marker belongs when they come.
    wanted: Option<String>,
}

impl PartyGroup {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Everywhere => ledger::group_everywhere(lang),
            Self::Province => ledger::group_provinces(lang),
            Self::Facility => ledger::group_facilities(lang),
            Self::Employer => ledger::group_employers(lang),
            Self::Other => ledger::group_others(lang),
        }
    }
}

impl People {
    /// Where the keys go.
    pub fn context(&self) -> Context {
        if self.is_typing { Context::Filter } else { Context::People }
    }

    /// The screen comes to the front: the keys go to the list.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.is_typing = false;
        self.reload(cx);
    }

    /// Reads them again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        self.wanted = self.wanted.take().or(self.chosen().map(|row| row.known.party.key()));
        cx.effects.push(Effect::Write(Work::Look(Box::new(Look::People), self.asked.next())));
    }

    /// The marker belongs on this one.
    pub fn want(&mut self, party: &Party) {
        self.wanted = Some(party.key());
    }

    /// Those that are searched for.
    fn listed(&self) -> Vec<&PartyRow> {
        let search = fold(self.search.value());
        let wanted: Vec<&str> = words_of(&search).collect();
        let holds = |row: &&PartyRow| {
            let known = &row.known;
            let contacts = known.contacts.iter().flat_map(|one| [&one.name, &one.role, &one.reach]);
            let texts: Vec<&str> = contacts.map(String::as_str).collect();
            let text = format!("{} {} {} {}", known.name_km, known.name_en, known.party, texts.join(" "));
            let text = fold(&text);
            wanted.iter().all(|word| text.contains(word))
        };
        self.rows.iter().flatten().filter(holds).collect()
    }

    fn chosen(&self) -> Option<&PartyRow> {
        self.listed().get(self.place.chosen).copied()
    }

    /// They came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(Found::People(rows)) => {
                self.problem = None;
                self.rows = Some(rows);
                let wanted = self.wanted.take();
                let listed = self.listed();
                let row = wanted.and_then(|key| listed.iter().position(|row| row.known.party.key() == key));
                self.place.chosen = row.unwrap_or(self.place.chosen);
                self.fit(cx);
            }
            Ok(_) => {}
            Err(error) => self.problem = Some(error),
        }
    }

    fn fit(&mut self, cx: &Cx<'_>) {
        let (count, seen) = (self.listed().len(), seen(cx.size));
        self.place.fit(count, seen);
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::Open => {
                if let Some(party) = self.chosen().map(|row| row.known.party.clone()) {
                    cx.requests.push(Request::OpenParty(party));
                }
            }
            Action::AddParty => {
                let item = |(index, added): (usize, Added)| Item {
                    label: Words::new(move |lang| added.name(lang).to_owned()),
                    note: String::new(),
                    found_by: String::new(),
                    run: Run::Pick(Picking::AddedParty, index),
                };
                let items = Added::ALL.into_iter().enumerate().map(item).collect();
                cx.requests.push(Request::Lay(Menu::choice(Words::fixed(ledger::add_party), items, 0)));
            }
            Action::Filter => self.is_typing = true,
            Action::FilterDone => self.is_typing = false,
            Action::ClearFilter => {
                self.is_typing = false;
                self.clear(cx);
            }
            Action::GoBack if !self.search.is_empty() => self.clear(cx),
            Action::GoBack => cx.requests.push(Request::Show(Screen::Today)),
            Action::Refresh => self.reload(cx),
            Action::Up if self.place.chosen == 0 => self.is_typing = true,
            _ => {
                let (count, seen) = (self.listed().len(), seen(cx.size));
                self.place.act(action, count, seen);
            }
        }
    }

    /// What is to be added was chosen from the list.
    pub fn added(index: usize, cx: &mut Cx<'_>) {
        if let Some(added) = Added::ALL.get(index) {
            cx.requests.push(Request::OpenSheet(SheetOf::Add(*added)));
        }
    }

    fn clear(&mut self, cx: &Cx<'_>) {
        self.search = Field::default();
        self.searched(cx);
    }

    fn searched(&mut self, cx: &Cx<'_>) {
        self.place = Place::default();
        self.fit(cx);
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent, cx: &Cx<'_>) {
        if self.is_typing && input::edit(&mut self.search, key) == Edited::Changed {
            self.searched(cx);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, cx: &Cx<'_>) {
        if self.is_typing {
            self.search.insert(text);
            self.searched(cx);
        }
    }

    /// Takes a click: the first chooses a row, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen && !self.is_typing => self.act(Action::Open, cx),
            Hit::Row(index) => {
                self.is_typing = false;
                self.place.chosen = index;
                self.fit(cx);
            }
            Hit::Act(action) => self.act(action, cx),
            _ => {}
        }
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(rows) = &self.rows else {
            unread::draw(self.problem.as_ref(), lang, theme, canvas);
            return;
        };
        self.draw_search(rows, model, canvas);
        let listed = self.listed();
        if listed.is_empty() {
            let room = usize::from(canvas.width().saturating_sub(4));
            for (y, line) in (ABOVE + 1..).zip(wrap(ledger::no_such_party(lang), room)) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        let heads = table::heads(lang);
        let cells: Vec<_> = listed.iter().map(|row| table::cells(row, lang, theme)).collect();
        let widths = columns::widths(&heads, &cells, usize::from(canvas.width().saturating_sub(3)));
        columns::head(&heads, &widths, (2, ABOVE - 1), theme.dim(), canvas);
        let mut place = self.place;
        place.fit(listed.len(), seen(model.size));
        let choices = Choices { chosen: place.chosen, theme, is_typing: self.is_typing };
        let items = items(&listed, lang);
        let mut pane = canvas.below(ABOVE);
        let height = usize::from(pane.height());
        let top = first_seen(&items, place.chosen, height);
        for (y, item) in (0u16..).zip(items.iter().skip(top).take(height)) {
            match item {
                list::Item::Blank => {}
                list::Item::Heading(text) | list::Item::Note(text) => {
                    pane.text(1, y, text, theme.heading());
                }
                list::Item::Row(index) => {
                    let cells = cells.get(*index).map_or(&[][..], Vec::as_slice);
                    choices.row(&heads, &widths, (*index, y), cells, &mut pane);
                }
            }
        }
    }

    fn draw_search(&self, rows: &[PartyRow], model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let sum = |of: fn(&PartyRow) -> usize| number(rows.iter().map(of).sum::<usize>() as u64, lang);
        let said = ledger::people_open(lang, &sum(|row| row.open), &sum(|row| row.overdue));
        let right = width(&said) as u16 + 1;
        let columns = canvas.width();
        let left = canvas.text(0, 0, &format!(" {} ", words::filter_label(lang)), theme.heading());
        let has_room = columns >= left + right + 16;
        let room = columns.saturating_sub(left + 1 + if has_room { right } else { 0 });
        canvas.zone(0, 0, left + room, 1, Hit::Act(Action::Filter));
        if self.is_typing {
            input::draw(canvas, (left, 0), room, &self.search, theme.input(), true);
        } else if self.search.is_empty() {
            canvas.text_in(left, 0, room, words::filter_empty(lang), theme.dim());
        } else {
            canvas.text_in(left, 0, room, self.search.value(), theme.text());
        }
        if has_room {
            canvas.text_right(columns.saturating_sub(right), 0, right.saturating_sub(1), &said, theme.text());
        }
    }
}

/// How many rows a page is.
fn seen(size: (u16, u16)) -> usize {
    usize::from(body(size).height.saturating_sub(ABOVE)).max(1)
}

/// The rows under the headings of their groups.
fn items(listed: &[&PartyRow], lang: Lang) -> Vec<list::Item> {
    let mut items = Vec::new();
    let mut group = None;
    for (index, row) in listed.iter().enumerate() {
        let of_row = PartyGroup::of(&row.known.party);
        if group != Some(of_row) {
            if group.is_some() {
                items.push(list::Item::Blank);
            }
            items.push(list::Item::Heading(of_row.name(lang).to_owned()));
            group = Some(of_row);
        }
        items.push(list::Item::Row(index));
    }
    items
}
