//! The thread that reads: one question at a time, of each lane only the newest.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

use chrono::NaiveDate;

use super::{IDLE, Running};
use crate::app::follow::Sight;
use crate::app::{AppError, Clock, FacilityView, Finder, HotspotsView, KeptDraft, Settings, with_rising};
use crate::book::{BookError, FacilityTable, Listing, Order, Reader};
use crate::domain::case::Case;
use crate::domain::clock::Calendar;
use crate::domain::column::Column;
use crate::domain::facility::FacilityId;
use crate::domain::filter::{self, Filter, Test};
use crate::domain::period::Span;
use crate::i18n::Lang;
use crate::tui::effect::{
    Answer, CaseRow, DraftRow, FacilityChoice, Generation, Lane, Page, Query, Shown, Within,
};
use crate::tui::model::Msg;

mod story;
mod today;

/// How many facilities are offered.
const OFFERED: usize = 8;

/// What reading goes through.
pub struct Desk {
    pub reader: Reader,
    pub clock: Clock,
    pub path: PathBuf,
    pub calendar: Calendar,
}

impl Desk {
    /// The book, looked at today.
    fn sight(&self, lang: Lang) -> Sight<'_> {
        Sight::new(self.reader.view(), &self.calendar, self.clock.now().date_naive(), lang)
    }
}

/// For the thread that reads.
pub enum Task {
    Use(Box<Desk>),
    Answer(Query, Generation),
}

/// The thread that reads.
pub struct Asked {
    settings: Settings,
    desk: Option<Desk>,
    finder: Finder,
    /// What waits, at most one of each lane.
    waiting: Vec<(Query, Generation)>,
    /// How many were taken since nothing waited.
    taken: usize,
    /// Whether columns are still to be read ahead.
    is_cold: bool,
}

impl Asked {
    /// One without a book.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            desk: None,
            finder: Finder::default(),
            waiting: Vec::new(),
            taken: 0,
            is_cold: false,
        }
    }

    /// Answers until nobody asks any more.
    pub fn run(&mut self, tasks: &Receiver<Task>, out: &Sender<Msg>, running: &Running) {
        while !running.is_over.load(Ordering::SeqCst) {
            if self.waiting.is_empty() {
                running.unanswered.fetch_sub(std::mem::take(&mut self.taken), Ordering::SeqCst);
                match self.next(tasks) {
                    Some(task) => self.take(task),
                    None => return,
                }
            }
            while let Ok(task) = tasks.try_recv() {
                self.take(task);
            }
            if self.desk.is_none() || self.waiting.is_empty() {
                self.waiting.clear();
                continue;
            }
            let (query, generation) = self.waiting.remove(0);
            let lane = query.lane();
            running.lane.store(lane as u8, Ordering::SeqCst);
            let answer = self.answer(&query, generation);
            running.lane.store(IDLE, Ordering::SeqCst);
            match answer {
                Ok(answer) => {
                    if out.send(Msg::Answer(answer)).is_err() {
                        return;
                    }
                }
                // Interrupted for a newer one, or by a handle that came late: then it is asked again.
                Err(()) => {
                    while let Ok(task) = tasks.try_recv() {
                        self.take(task);
                    }
                    if !self.has(lane) {
                        self.waiting.insert(0, (query, generation));
                    }
                }
            }
        }
    }

    /// What is asked next; until then the columns that answers come from are read ahead. `None` where nobody asks any
    /// more.
    fn next(&mut self, tasks: &Receiver<Task>) -> Option<Task> {
        while self.is_cold {
            match tasks.try_recv() {
                Ok(task) => return Some(task),
                Err(TryRecvError::Disconnected) => return None,
                // What cannot be read now is read, or its error told, with an answer.
                Err(TryRecvError::Empty) => {
                    self.is_cold =
                        self.desk.as_ref().is_some_and(|desk| desk.reader.view().warm().unwrap_or(false));
                }
            }
        }
        tasks.recv().ok()
    }

    fn has(&self, lane: Lane) -> bool {
        self.waiting.iter().any(|(query, _)| query.lane() == lane)
    }

    fn take(&mut self, task: Task) {
        match task {
            Task::Use(desk) => {
                self.desk = Some(*desk);
                self.is_cold = true;
            }
            Task::Answer(query, generation) => {
                let lane = query.lane();
                self.taken += 1;
                self.waiting.retain(|(older, _)| older.lane() != lane);
                self.waiting.push((query, generation));
            }
        }
    }

    /// The answer; `Err` where the question was interrupted.
    fn answer(&mut self, query: &Query, generation: Generation) -> Result<Answer, ()> {
        let Some(desk) = &mut self.desk else {
            return Err(());
        };
        // Another program may have added facilities; without them names would be missing, no more.
        let _ = desk.reader.refresh();
        Ok(match query {
            Query::Cases { filter, order, offset, limit, counted } => {
                let page = typed(desk, &mut self.finder, self.settings.lang, filter).and_then(|filter| {
                    let listing =
                        Listing { order: *order, ..listing(filter, self.settings, *offset, Some(*limit)) };
                    cases(desk, &listing, *counted)
                });
                Answer::Cases(generation, interrupted(page)?)
            }
            Query::Case(number) => {
                let case = shown(desk, number).map(Box::new);
                Answer::Case(generation, interrupted(case)?)
            }
            Query::Story(number) => {
                let story = story::story(desk, number).map(Box::new);
                Answer::Story(generation, interrupted(story)?)
            }
            Query::Member(number) => {
                let member = story::member(desk, number).map(Box::new);
                Answer::Member(generation, interrupted(member)?)
            }
            Query::Day => {
                let day = today::day(desk, self.settings).map(Box::new);
                Answer::Day(generation, interrupted(day)?)
            }
            Query::Rising => {
                let rising = today::rising(desk, self.settings);
                Answer::Rising(generation, interrupted(rising)?)
            }
            Query::Hotspots { inside, within, by } => {
                let counted = counted(desk, &mut self.finder, self.settings, (inside, within));
                let view = counted.and_then(|(listing, span, today)| {
                    HotspotsView::of(&desk.reader.view(), &listing, *by, span, today)
                });
                Answer::Hotspots(generation, interrupted(view.map(Box::new))?)
            }
            Query::Facility { id, within, changed_on } => {
                let counted = counted(desk, &mut self.finder, self.settings, (&[], within));
                let view = counted.and_then(|(listing, span, today)| {
                    FacilityView::of(&desk.reader.view(), &listing, id, span, (today, *changed_on))
                });
                Answer::Facility(generation, interrupted(view.map(Box::new))?)
            }
            Query::Drafts => Answer::Drafts(interrupted(drafts(desk))?),
            Query::Facilities(text) => {
                let names = self.finder.names(desk.reader.facilities(), self.settings.lang);
                let found = names.search(text, OFFERED);
                let choices = found.into_iter().map(|(facility, score)| FacilityChoice { facility, score });
                Answer::Facilities(generation, choices.collect())
            }
            Query::Agenda(lang) => {
                let agenda = today::agenda(desk, *lang).map(Box::new);
                Answer::Agenda(generation, interrupted(agenda)?)
            }
            Query::Beside(number) => {
                Answer::Beside(interrupted(super::compare::beside(&desk.reader, number))?)
            }
            Query::Members(one, other) => {
                let members =
                    story::member(desk, one).and_then(|first| Ok([first, story::member(desk, other)?]));
                Answer::Members(generation, interrupted(members.map(Box::new))?)
            }
            Query::GateFacilities(text) => {
                let names = self.finder.names(desk.reader.facilities(), self.settings.lang);
                let found = names.search(text, OFFERED);
                let choices = found.into_iter().map(|(facility, score)| FacilityChoice { facility, score });
                Answer::GateFacilities(generation, choices.collect())
            }
        })
    }
}

fn interrupted<T>(result: Result<T, AppError>) -> Result<Result<T, AppError>, ()> {
    match result {
        Err(AppError::Book(BookError::Interrupted)) => Err(()),
        other => Ok(other),
    }
}

fn listing(filter: Filter, settings: Settings, offset: usize, limit: Option<usize>) -> Listing {
    Listing { filter, order: Order::Visited, offset, limit, riel_per_dollar: settings.riel_per_dollar }
}

/// A filter as typed.
fn typed(desk: &Desk, finder: &mut Finder, lang: Lang, text: &str) -> Result<Filter, AppError> {
    let filter = filter::parse(text, &finder.names(desk.reader.facilities(), lang))?;
    with_rising(&desk.reader.view(), filter, desk.clock.now().date_naive())
}

/// What a filter as typed and the places gone into let through, of which days, and which day it is.
fn counted(
    desk: &Desk,
    finder: &mut Finder,
    settings: Settings,
    (inside, within): (&[Test], &Within),
) -> Result<(Listing, Span, NaiveDate), AppError> {
    let typed = typed(desk, finder, settings.lang, &within.filter)?;
    let filter = inside.iter().cloned().fold(typed, Filter::and);
    let today = desk.clock.now().date_naive();
    Ok((listing(filter, settings, 0, None), within.period.span(today), today))
}

fn cases(desk: &Desk, listing: &Listing, counted: bool) -> Result<Page, AppError> {
    let view = desk.reader.view();
    // All are counted first, unless the newest are found without looking for all.
    let total = if counted || !view.finds_newest(listing) { Some(view.count(listing)?) } else { None };
    let mut rows = Vec::new();
    view.for_each::<BookError>(listing, |stored| {
        rows.push(row(stored.case, view.facilities()));
        Ok(())
    })?;
    let words = listing.filter.terms.iter().filter_map(|term| match &term.test {
        Test::Text(text) if !term.negated => Some(text.clone()),
        _ => None,
    });
    // Fewer than were asked for are all there are.
    let total = total.or_else(|| (Some(rows.len()) < listing.limit).then(|| listing.offset + rows.len()));
    let found = listing.offset + rows.len();
    Ok(Page {
        total: total.unwrap_or(found),
        order: listing.kept_order(),
        is_counted: total.is_some(),
        offset: listing.offset,
        rows,
        words: words.collect(),
    })
}

fn row(case: Case, facilities: &FacilityTable) -> CaseRow {
    let is_urgent = case.is_urgent();
    let record = case.record;
    CaseRow {
        number: case.number,
        visited_on: record.visited_on,
        facility: facilities.get(&record.facility),
        facility_id: record.facility,
        issues: record.issues,
        waited: record.waited_minutes,
        status: case.status,
        is_urgent,
    }
}

fn shown(desk: &Desk, number: &crate::domain::number::CaseNumber) -> Result<Shown, AppError> {
    let view = desk.reader.view();
    let stored = view.case(number)?;
    let narrative = view.narrative(&stored)?;
    let facility = view.facilities().get(&stored.case.record.facility);
    Ok(Shown { case: stored.case, facility, narrative })
}

fn drafts(desk: &Desk) -> Result<Vec<DraftRow>, AppError> {
    let view = desk.reader.view();
    let row = |kept: KeptDraft| {
        let draft = &kept.form.draft;
        let facility_text = draft.get(Column::Facility).to_owned();
        let id: Option<FacilityId> = facility_text.parse().ok();
        DraftRow {
            id: kept.id,
            changed_at: kept.changed_at,
            facility: id.and_then(|id| view.facilities().get(&id)),
            facility_text,
            issues: kept.form.issues().iter().collect(),
        }
    };
    Ok(KeptDraft::all(&view, desk.clock)?.into_iter().map(row).collect())
}
