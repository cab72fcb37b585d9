//! The form in which something that follows on cases is entered: a promise, a judgement, a reply, a contact. What it asks
//! for depends on what it is for; what was typed stays until it is in the book, or is dropped on purpose.

mod deed;
mod draw;
mod rows;
mod said;

pub use said::said;

use crossterm::event::{KeyCode, KeyEvent};
use uuid::Uuid;

use crate::app::AppError;
use crate::app::follow::PartyKnown;
use crate::domain::number::CaseNumber;
use crate::domain::party::{Described, Party};
use crate::i18n::Lang;
use crate::tui::action::Action;
use crate::tui::effect::ledger::{Found, Look, Meant, PromiseRow};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::keymap::latin;
use crate::tui::layers::{Asking, Item, Menu, Message, Picking, Prompt, Question, Run};
use crate::tui::model::{Cx, Request, Screen, Words};
use crate::tui::screens::people::titled;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::input::{self, Edited};
use crate::tui::words::{self, ledger};

use rows::{Input, Key, Row};

/// What is added to the list of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// The director of a facility.
    Facility,
    /// The fund's agent at one.
    Agent,
    /// An employer.
    Employer,
    /// Anybody else.
    Other,
}

impl Added {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Other, Self::Employer, Self::Facility, Self::Agent];
}

/// What a form is for.
#[derive(Debug, Clone)]
pub enum SheetOf {
    /// A promise, of this party if it is known, in answer to this submission.
    Promise(Option<Box<PartyKnown>>, Option<Uuid>),
    /// Another date of a promise.
    Move(Box<PromiseRow>),
    /// What came of a promise; whether the waits were being looked at.
    Judge(Box<PromiseRow>, bool),
    /// A party received a submission.
    Acknowledge(Uuid),
    /// The clock of a submission stops.
    Pause(Uuid),
    /// It goes on.
    Resume(Uuid),
    /// A final reply; the cases that wait for one.
    Reply(Uuid, Vec<CaseNumber>),
    /// A reply that moves the date.
    Interim(Uuid),
    /// So many cases go to the next party after a submission about this.
    Escalate(Uuid, Box<PartyKnown>, Option<String>, usize),
    /// Somebody at a party: the one in that place, or one more.
    Contact(Box<Described>, Option<usize>),
    /// The numbers of a party.
    Clocks(Box<Described>),
    /// The names of a party.
    Names(Box<Described>),
    /// One more party.
    Add(Added),
}

/// The form.
pub struct Sheet {
    of: Option<SheetOf>,
    rows: Vec<Row>,
    /// What the rows held at first.
    before: Vec<Row>,
    /// Who is meant, where that is asked.
    meant: Option<Meant>,
    /// Who was meant at first.
    meant_before: Option<Meant>,
    /// The parties to choose from, once they are known.
    parties: Vec<PartyKnown>,
    asked: Generation,
    /// The row that has the keys, among all.
    at: usize,
    /// What is wrong, and in which row.
    problem: Option<(Option<Key>, Words)>,
    /// What is on its way to the disk.
    waits: Option<Generation>,
    deeds: Generation,
    from: Screen,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            of: None,
            rows: Vec::new(),
            before: Vec::new(),
            meant: None,
            meant_before: None,
            parties: Vec::new(),
            asked: Generation::default(),
            at: 0,
            problem: None,
            waits: None,
            deeds: Generation::default(),
            from: Screen::Promises,
        }
    }
}

impl Sheet {
    /// Opens a form.
    pub fn open(&mut self, of: SheetOf, cx: &mut Cx<'_>) {
        if cx.screen != Screen::Sheet {
            self.from = cx.screen;
        }
        self.rows = rows::of(&of, cx.today, cx.lang);
        self.before.clone_from(&self.rows);
        self.meant = match &of {
            SheetOf::Promise(by, _) => by.as_ref().map(|by| Meant::Party(by.party.clone())),
            SheetOf::Escalate(_, to, ..) => Some(Meant::Party(to.party.clone())),
            _ => None,
        };
        self.meant_before.clone_from(&self.meant);
        if self.row(Key::Party).is_some() {
            cx.effects.push(Effect::Write(Work::Look(Box::new(Look::Parties), self.asked.next())));
        }
        let first = self.shown().find(|(_, row)| row.key != Key::Party || self.meant.is_none());
        self.at = first.map_or(0, |(place, _)| place);
        (self.problem, self.waits) = (None, None);
        self.of = Some(of);
    }

    /// The parties that it lets choose from came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>) {
        if let (true, Ok(Found::Parties(parties))) = (generation == self.asked, found) {
            self.parties = parties;
        }
    }

    fn row(&self, key: Key) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// The rows that are asked for now, with their places among all.
    fn shown(&self) -> impl DoubleEndedIterator<Item = (usize, &Row)> {
        let by_members = self.is_by_members();
        let is_shown = move |row: &Row| by_members || !matches!(row.key, Key::Asked | Key::Kept);
        self.rows.iter().enumerate().filter(move |(_, row)| is_shown(row))
    }

    /// Whether something was typed that is not in the book.
    pub fn is_changed(&self) -> bool {
        let same = self.rows.iter().zip(&self.before).all(|(row, before)| row.says_as(before));
        self.of.is_some() && !(same && self.meant == self.meant_before)
    }

    /// Whether it is on its way to the disk.
    pub fn is_waiting(&self) -> bool {
        self.waits.is_some()
    }

    /// Counts one more thing that is entered, by this form or beside it.
    pub fn next_deed(&mut self) -> Generation {
        self.deeds.next()
    }

    /// Whether this deed is what it waits for.
    pub fn waits_for(&self, generation: Generation) -> bool {
        self.waits == Some(generation)
    }

    /// What was typed is dropped: it goes back to where it was asked for.
    pub fn leave(&mut self, cx: &mut Cx<'_>) {
        self.of = None;
        self.rows.clear();
        self.before.clear();
        cx.requests.push(Request::Show(self.from));
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        if self.is_waiting() {
            return;
        }
        match action {
            Action::NextField => self.step(true),
            Action::PreviousField => self.step(false),
            Action::Submit => self.save(cx),
            Action::Open => self.enter(cx),
            Action::Leave if self.is_changed() => {
                let text = Words::fixed(words::drop_text);
                let asks = Message::ask(Question::DropSheet, words::drop_text_title, text);
                cx.requests.push(Request::Lay(asks));
            }
            Action::Leave => self.leave(cx),
            _ => {}
        }
    }

    fn step(&mut self, forward: bool) {
        let at = self.at;
        let places: Vec<usize> = self.shown().map(|(place, _)| place).collect();
        let next = if forward {
            places.iter().find(|place| **place > at).or(places.first())
        } else {
            places.iter().rev().find(|place| **place < at).or(places.last())
        };
        self.at = next.copied().unwrap_or(0);
    }

    /// Enter: opens what is opened, and goes on from what is typed; from the last row it saves.
    fn enter(&mut self, cx: &mut Cx<'_>) {
        match self.rows.get(self.at) {
            Some(Row { input: Input::Party, .. }) => cx.requests.push(Request::Lay(self.parties_menu())),
            Some(Row { key, input: Input::Story(text) }) => {
                let (title, hint) = (key.label_words(), Words::fixed(words::hint_story_edit));
                cx.requests.push(Request::Lay(Prompt::story(Asking::SheetStory, title, hint, text)));
            }
            _ if self.shown().next_back().is_some_and(|(place, _)| place == self.at) => self.save(cx),
            _ => self.step(true),
        }
    }

    fn parties_menu(&self) -> crate::tui::layers::Layer {
        let mut items: Vec<Item> = self
            .parties
            .iter()
            .enumerate()
            .map(|(index, known)| {
                let (km, en) = (known.name_km.clone(), known.name_en.clone());
                Item {
                    label: Words::new(move |lang| titled(lang.pick(&km, &en))),
                    note: String::new(),
                    found_by: format!("{} {} {}", known.party, known.name_km, known.name_en),
                    run: Run::Pick(Picking::SheetParty, index),
                }
            })
            .collect();
        let others: [fn(Lang) -> &'static str; 2] = [ledger::another_facility, ledger::another_agent];
        for (index, label) in (self.parties.len()..).zip(others) {
            items.push(Item {
                label: Words::fixed(label),
                note: "…".to_owned(),
                found_by: String::new(),
                run: Run::Pick(Picking::SheetParty, index),
            });
        }
        let chosen = match &self.meant {
            Some(Meant::Party(party)) => self.parties.iter().position(|known| known.party == *party),
            _ => None,
        };
        Menu::choice(Words::fixed(ledger::label_party), items, chosen.unwrap_or(0))
    }

    /// A party was chosen from the list; those behind the last are facilities by their names.
    pub fn party_picked(&mut self, index: usize, cx: &mut Cx<'_>) {
        self.problem = None;
        if let Some(known) = self.parties.get(index) {
            self.meant = Some(Meant::Party(known.party.clone()));
            self.step(true);
            return;
        }
        let is_agent = index > self.parties.len();
        let (title, hint) = (Words::fixed(ledger::facility_by_name), Words::fixed(words::hint_facility_edit));
        cx.requests.push(Request::Lay(Prompt::line(Asking::SheetFacility(is_agent), title, hint, "")));
    }

    /// The facility that is meant was told by its name.
    pub fn told_facility(&mut self, is_agent: bool, text: &str) {
        let name = text.trim().to_owned();
        if !name.is_empty() {
            self.meant = Some(if is_agent { Meant::Agent(name) } else { Meant::Facility(name) });
            self.step(true);
        }
    }

    /// A long text was written.
    pub fn told_story(&mut self, text: &str) {
        if let Some(Row { input: Input::Story(story), .. }) = self.rows.get_mut(self.at) {
            text.trim().clone_into(story);
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let Some(of) = &self.of else {
            return;
        };
        match self.deed(of, cx.today, cx.lang) {
            Ok(deed) => {
                let generation = self.deeds.next();
                self.waits = Some(generation);
                self.problem = None;
                cx.effects.push(Effect::Write(Work::Enter(Box::new(deed), generation)));
            }
            Err((key, why)) => {
                let wrong = self.shown().find(|(_, row)| row.key == key).map(|(place, _)| place);
                self.at = wrong.unwrap_or(self.at);
                self.problem = Some((Some(key), why));
            }
        }
    }

    /// It is in the book, or was refused: then what was typed stays.
    pub fn entered(&mut self, done: Result<(), AppError>, cx: &mut Cx<'_>) {
        self.waits = None;
        match done {
            Ok(()) => self.leave(cx),
            Err(error) => self.problem = Some((None, said::refusal(error))),
        }
    }

    /// Takes a key that is no action.
    pub fn typed(&mut self, key: KeyEvent) {
        if self.is_waiting() {
            return;
        }
        let Some(row) = self.rows.get_mut(self.at) else {
            return;
        };
        let is_changed = match (&mut row.input, key.code) {
            (Input::Line(field), _) => input::edit(field, key) == Edited::Changed,
            (Input::Choice(choice), KeyCode::Left) => choice.turn(false),
            (Input::Choice(choice), KeyCode::Right | KeyCode::Char(' ')) => choice.turn(true),
            (Input::Choice(choice), KeyCode::Char(letter)) => choice.take(latin(letter)),
            _ => false,
        };
        if is_changed {
            self.problem = None;
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.is_waiting() {
            return;
        }
        match self.rows.get_mut(self.at).map(|row| &mut row.input) {
            Some(Input::Line(field)) => field.insert(text),
            Some(Input::Story(story)) => {
                story.push_str(crate::tui::text::Field::many_lines(text).value());
            }
            _ => return,
        }
        self.problem = None;
    }

    /// Takes a click: the first chooses a row, the second does what Enter does, or takes the next value.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        let Hit::Row(place) = hit else {
            return;
        };
        if place != self.at {
            self.at = place.min(self.rows.len().saturating_sub(1));
        } else if let Some(Row { input: Input::Choice(choice), .. }) = self.rows.get_mut(place) {
            choice.turn(true);
        } else if let Some(Row { input: Input::Party | Input::Story(_), .. }) = self.rows.get(place) {
            self.enter(cx);
        }
    }

    /// What the party is called that is meant.
    fn party_name(&self, lang: Lang) -> String {
        let told = match &self.of {
            Some(SheetOf::Promise(Some(known), _) | SheetOf::Escalate(_, known, ..)) => Some(known.as_ref()),
            _ => None,
        };
        let name = |party: &Party| {
            let known = told.into_iter().chain(&self.parties).find(|known| known.party == *party);
            known.map_or_else(|| party.to_string(), |known| titled(known.name(lang)))
        };
        match &self.meant {
            Some(Meant::Party(party)) => name(party),
            Some(Meant::Facility(text)) => text.clone(),
            Some(Meant::Agent(text)) => ledger::agent_at(lang, text),
            None => String::new(),
        }
    }
}
