//! The ledger of promises: what is pending, by date, then what was decided, the newest first.

mod draw;
mod fate;
pub mod one;

pub use fate::{counts, fate_said};
use fate::{fate_sign, fate_word};

use uuid::Uuid;

use crate::app::AppError;
use crate::domain::promise::Fate;
use crate::tui::action::Action;
use crate::tui::effect::ledger::{Fates, Found, Look, PromiseRow};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Request, Screen, body};
use crate::tui::screens::sheet::SheetOf;
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::choices::beside;
use crate::tui::widgets::list::Place;

/// Which promises are shown, by what came of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shows {
    #[default]
    All,
    Overdue,
    Fate(Fate),
}

impl Shows {
    const ALL: [Self; 7] = [
        Self::All,
        Self::Fate(Fate::Pending),
        Self::Overdue,
        Self::Fate(Fate::Kept),
        Self::Fate(Fate::Partly),
        Self::Fate(Fate::Broken),
        Self::Fate(Fate::Withdrawn),
    ];

    fn holds(self, row: &PromiseRow) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => row.is_overdue(),
            Self::Fate(fate) => row.promise.fate() == fate,
        }
    }
}

/// The ledger.
#[derive(Default)]
pub struct Promises {
    rows: Option<Vec<PromiseRow>>,
    problem: Option<AppError>,
    asked: Generation,
    place: Place,
    shows: Shows,
    /// Of which party, by its key.
    party: Option<String>,
    /// Where they are to be seen, as a query says it.
    whereabouts: Option<String>,
    /// On which promise the marker belongs when the ledger comes.
    wanted: Option<Uuid>,
}

impl Promises {
    /// The screen comes to the front, or the book changed.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        self.wanted = self.wanted.or(self.chosen().map(|row| row.promise.id));
        cx.effects.push(Effect::Write(Work::Look(Box::new(Look::Promises), self.asked.next())));
    }

    /// The marker belongs on this one.
    pub fn want(&mut self, id: Uuid) {
        self.wanted = Some(id);
    }

    /// Those of the party and the place that are chosen.
    fn of_party_and_place(&self) -> impl Iterator<Item = &PromiseRow> {
        self.rows.iter().flatten().filter(|row| {
            let promised = &row.promise.promised;
            self.party.as_ref().is_none_or(|key| *key == promised.party.key())
                && self.whereabouts.as_ref().is_none_or(|place| *place == promised.place.query())
        })
    }

    /// Those that are shown.
    fn listed(&self) -> impl Iterator<Item = &PromiseRow> {
        self.of_party_and_place().filter(|row| self.shows.holds(row))
    }

    fn fates(&self) -> Fates {
        Fates::of(self.of_party_and_place())
    }

    /// The one that the marker is on.
    pub fn chosen(&self) -> Option<&PromiseRow> {
        self.listed().nth(self.place.chosen)
    }

    /// The ledger came.
    pub fn answered(&mut self, generation: Generation, found: Result<Found, AppError>, cx: &Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match found {
            Ok(Found::Promises(rows)) => {
                self.problem = None;
                self.rows = Some(rows);
                let wanted = self.wanted.take();
                let row = wanted.and_then(|id| self.listed().position(|row| row.promise.id == id));
                self.place.chosen = row.unwrap_or(self.place.chosen);
                self.fit(cx);
            }
            Ok(_) => {}
            Err(error) => self.problem = Some(error),
        }
    }

    fn fit(&mut self, cx: &Cx<'_>) {
        let (count, seen) = (self.listed().count(), Self::seen(cx.size));
        self.place.fit(count, seen);
    }

    /// How many rows are seen at once.
    fn seen(size: (u16, u16)) -> usize {
        usize::from(draw::layout(body(size)).1)
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match action {
            Action::Open => {
                if let Some(id) = self.chosen().map(|row| row.promise.id) {
                    cx.requests.push(Request::OpenPromise(id.into()));
                }
            }
            Action::AddPromise => cx.requests.push(Request::OpenSheet(SheetOf::Promise(None, None))),
            Action::JudgePromise => {
                if let Some(row) = self.chosen().cloned() {
                    cx.requests.push(Request::OpenSheet(SheetOf::Judge(Box::new(row), false)));
                }
            }
            Action::MovePromise => {
                if let Some(row) = self.chosen().cloned() {
                    cx.requests.push(Request::OpenSheet(SheetOf::Move(Box::new(row))));
                }
            }
            Action::CycleFate => self.change(cx, |it| it.shows = beside(&Shows::ALL, it.shows, true)),
            Action::CycleParty => self.change(cx, |it| {
                let keys = it.offered(|row| row.promise.promised.party.key());
                it.party = beside(&keys, it.party.take(), true);
            }),
            Action::CyclePlace => self.change(cx, |it| {
                let places = it.offered(|row| row.promise.promised.place.query());
                it.whereabouts = beside(&places, it.whereabouts.take(), true);
            }),
            Action::GoBack if self.is_filtered() => self.change(cx, |it| {
                (it.shows, it.party, it.whereabouts) = (Shows::All, None, None);
            }),
            Action::GoBack => cx.requests.push(Request::Show(Screen::Today)),
            Action::Refresh => self.shown(cx),
            _ => {
                let (count, seen) = (self.listed().count(), Self::seen(cx.size));
                self.place.act(action, count, seen);
            }
        }
    }

    fn is_filtered(&self) -> bool {
        self.shows != Shows::All || self.party.is_some() || self.whereabouts.is_some()
    }

    /// Shows others; the marker stays on its promise where that is among them.
    fn change(&mut self, cx: &Cx<'_>, change: impl FnOnce(&mut Self)) {
        let chosen = self.chosen().map(|row| row.promise.id);
        change(self);
        let row = chosen.and_then(|id| self.listed().position(|row| row.promise.id == id));
        self.place.chosen = row.unwrap_or(0);
        self.fit(cx);
    }

    /// All, then each value that occurs, in its order.
    fn offered(&self, of: impl Fn(&PromiseRow) -> String) -> Vec<Option<String>> {
        let mut values: Vec<Option<String>> = self.rows.iter().flatten().map(|row| Some(of(row))).collect();
        values.push(None);
        values.sort();
        values.dedup();
        values
    }

    /// Takes a click: the first chooses a row, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.act(Action::Open, cx),
            Hit::Row(index) => {
                self.place.chosen = index;
                self.fit(cx);
            }
            _ => {}
        }
    }
}
