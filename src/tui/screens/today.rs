//! What is to be done today: what is due in the order of urgency, drafts that wait, what was logged last, where cases are
//! rising, and a few counts.
//!
//! All sections are one list with one marker: a new section is one more method that tells its rows.

mod draw;
mod due;

use uuid::Uuid;

use crate::app::AppError;
use crate::app::follow::{Agenda, TaskKind};
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::i18n::Lang;
use crate::tui::action::Action;
use crate::tui::effect::{Day, DraftRow, Effect, Generation, Query, Rising};
use crate::tui::model::{Cx, Request, Tone, Words, body};
use crate::tui::widgets::canvas::Hit;
use crate::tui::widgets::list::Place;
use crate::tui::words;

/// What is to be done today.
#[derive(Default)]
pub struct Today {
    day: Option<Box<Day>>,
    asked_day: Generation,
    agenda: Option<Box<Agenda>>,
    asked_agenda: Generation,
    /// Whether all that is due is shown, not only the first of it.
    shows_all: bool,
    rising: Option<Vec<Rising>>,
    asked_rising: Generation,
    drafts: Vec<DraftRow>,
    /// Pairs of cases that are likely one.
    suspects: usize,
    place: Place,
    /// Whether the officer put the marker where it is; until then it stands on the first row.
    has_chosen: bool,
}

/// What Enter opens.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    /// A draft.
    Draft(Uuid),
    /// A case.
    Case(CaseNumber),
    /// A facility.
    Facility(FacilityId),
    /// What is due, by why and of what.
    Due(TaskKind, String),
    /// The rest of what is due.
    MoreDue,
    /// Cases that wait for something, by their query.
    Waiting(&'static str),
    /// Pairs of cases that are likely one.
    Duplicates,
}

/// Rows under one heading.
struct Section {
    title: fn(Lang) -> &'static str,
    /// Years among its dates of which no holiday is known.
    without_holidays: Vec<i32>,
    /// What is said where there are none.
    empty: Option<fn(Lang) -> &'static str>,
    targets: Vec<Target>,
}

impl Today {
    /// The screen comes to the front, or the book changed.
    pub fn shown(&mut self, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Read(Query::Day, self.asked_day.next()));
        self.ask_for_drafts(cx);
        self.ask_for_agenda(cx);
        // Last: of all of them it takes longest to count.
        cx.effects.push(Effect::Read(Query::Rising, self.asked_rising.next()));
    }

    /// The drafts may be others now.
    pub fn ask_for_drafts(&self, cx: &mut Cx<'_>) {
        cx.effects.push(Effect::Read(Query::Drafts, self.asked_day));
    }

    /// The drafts came.
    pub fn drafts_answered(&mut self, drafts: Vec<DraftRow>) {
        self.keeping_item(|today| today.drafts = drafts);
    }

    /// The newest cases and the counts came.
    pub fn day_answered(&mut self, generation: Generation, day: Result<Box<Day>, AppError>, cx: &mut Cx<'_>) {
        if generation != self.asked_day {
            return;
        }
        match day {
            Ok(day) => self.keeping_item(|today| today.day = Some(day)),
            Err(error) => cx.toast(Tone::Bad, Words::error(error)),
        }
    }

    /// What is rising came. Where it could not be counted nothing is said of it: the newest cases tell what is wrong.
    pub fn rising_answered(&mut self, generation: Generation, rising: Result<Vec<Rising>, AppError>) {
        if generation == self.asked_rising {
            self.keeping_item(|today| today.rising = rising.ok());
        }
    }

    /// So many pairs of cases are likely one.
    pub fn suspects_counted(&mut self, count: usize) {
        self.keeping_item(|today| today.suspects = count);
    }

    /// The sections, in their order.
    fn sections(&self) -> Vec<Section> {
        [self.due(), self.waiting(), self.counted(), self.newest(), self.where_it_rises()]
            .into_iter()
            .flatten()
            .collect()
    }

    fn waiting(&self) -> Option<Section> {
        let targets: Vec<_> = self.drafts.iter().map(|draft| Target::Draft(draft.id)).collect();
        (!targets.is_empty()).then_some(Section {
            title: words::today_drafts,
            without_holidays: Vec::new(),
            empty: None,
            targets,
        })
    }

    fn newest(&self) -> Option<Section> {
        let day = self.day.as_ref().filter(|day| !day.newest.is_empty())?;
        let targets = day.newest.iter().map(|newest| Target::Case(newest.row.number.clone())).collect();
        Some(Section { title: words::today_newest, without_holidays: Vec::new(), empty: None, targets })
    }

    fn where_it_rises(&self) -> Option<Section> {
        // In a book without cases that nothing is rising needs no saying.
        self.day.as_ref().filter(|day| day.cases > 0)?;
        let targets =
            self.rising.as_ref()?.iter().map(|rising| Target::Facility(rising.id.clone())).collect();
        Some(Section {
            title: words::today_rising,
            without_holidays: Vec::new(),
            empty: Some(words::nothing_rising),
            targets,
        })
    }

    fn targets(&self) -> Vec<Target> {
        self.sections().into_iter().flat_map(|section| section.targets).collect()
    }

    /// Lets rows come and go with the marker staying on what it was put on, wherever that goes.
    fn keeping_item(&mut self, change: impl FnOnce(&mut Self)) {
        let mut before = self.targets();
        let has_item = self.has_chosen && self.place.chosen < before.len();
        let item = has_item.then(|| before.swap_remove(self.place.chosen));
        change(self);
        let row = item.and_then(|item| self.targets().iter().position(|target| *target == item));
        self.place.chosen = row.unwrap_or(self.place.chosen);
        self.fit();
    }

    fn fit(&mut self) {
        let count = self.targets().len();
        self.place.fit(count, count);
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let targets = self.targets();
        match action {
            Action::Refresh => self.shown(cx),
            Action::Open => match targets.get(self.place.chosen) {
                Some(Target::Draft(id)) => cx.requests.push(Request::OpenDraft(*id)),
                Some(Target::Case(number)) => cx.requests.push(Request::OpenCase(number.clone())),
                Some(Target::Facility(id)) => cx.requests.push(Request::OpenFacility(id.clone())),
                Some(due) => self.open_due(&due.clone(), cx),
                None => {}
            },
            _ => {
                let seen = usize::from(body(cx.size).height);
                self.has_chosen |= self.place.act(action, targets.len(), seen);
            }
        }
    }

    /// Takes a click: the first chooses a row, the second opens it.
    pub fn clicked(&mut self, hit: Hit, cx: &mut Cx<'_>) {
        match hit {
            Hit::Row(index) if index == self.place.chosen => self.act(Action::Open, cx),
            Hit::Row(index) => {
                self.place.chosen = index;
                self.has_chosen = true;
                self.fit();
            }
            _ => {}
        }
    }
}
