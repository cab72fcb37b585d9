//! The ledger of promises: writing them down, moving them, and saying what came of them.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{FollowError, line};
use crate::app::log::plain;
use crate::app::{AppError, Session, What};
use crate::book::Order;
use crate::domain::clock::Due;
use crate::domain::entry::Kind;
use crate::domain::handle::HandleKind;
use crate::domain::party::Party;
use crate::domain::promise::{Fate, Judged, MembersWord, Moved, Promise, Promised, WaitsSince, Whereabouts};
use crate::domain::waits::Waits;
use crate::insight::{self, SMALL};

/// A promise as an officer enters it.
#[derive(Debug, Clone)]
pub struct NewPromise {
    /// By whom.
    pub party: Party,
    /// What.
    pub what: String,
    /// Who said it.
    pub who: Option<String>,
    /// What they are there.
    pub role: Option<String>,
    /// Where it was said.
    pub said_where: Option<String>,
    /// When; `None` for today.
    pub on: Option<NaiveDate>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What would show it.
    pub shown_by: Option<String>,
    /// Where it is to be seen; `None` for where the party answers.
    pub place: Option<Whereabouts>,
    /// The submission that it answers.
    pub submission: Option<Uuid>,
}

/// What the union says came of a promise.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// What.
    pub fate: Fate,
    /// When; `None` for today.
    pub on: Option<NaiveDate>,
    /// Of how many members asked how many said that it was kept.
    pub members: Option<MembersWord>,
    /// Whether the waits before and since are written down with it.
    pub by_waits: bool,
    /// In words.
    pub note: Option<String>,
}

/// A promise as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PromiseView {
    /// Its short name.
    pub handle: String,
    /// The party, by its code.
    pub party: String,
    /// The party's name.
    pub party_name: String,
    /// Where it is to be seen, as a query says it; empty for the country.
    pub place: String,
    /// What, who, when.
    #[serde(flatten)]
    pub promised: PromisedView,
    /// By when now.
    pub due: Option<NaiveDate>,
    /// The dates that it had before.
    pub earlier_dues: Vec<NaiveDate>,
    /// Whether its date passed with nothing decided.
    pub overdue: bool,
    /// Working days left; negative where it passed.
    pub days_left: Option<i64>,
    /// What came of it.
    pub fate: Fate,
    /// On what that rests.
    pub judged: Option<Judged>,
}

/// What of a promise is told as it was entered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PromisedView {
    /// What.
    pub what: String,
    /// Who said it.
    pub who: Option<String>,
    /// What they are there.
    pub role: Option<String>,
    /// Where it was said.
    pub said_where: Option<String>,
    /// When.
    pub on: NaiveDate,
    /// What would show it.
    pub shown_by: Option<String>,
}

/// How long before a promise's date the union is reminded, in working days.
pub const REMIND: u32 = 3;

impl Session {
    /// The promise of that short name.
    pub fn promise_called(&self, text: &str) -> Result<Promise, AppError> {
        Self::called(text, HandleKind::Promise, self.view().promises()?, Promise::handle)
    }

    /// Writes a promise down. When this returns, it is on the disk.
    pub fn promise(&mut self, new: &NewPromise) -> Result<Promise, AppError> {
        let on = self.happened_on(new.on.unwrap_or_else(|| self.today()))?;
        if let Some(due) = new.due.filter(|due| *due < on) {
            return Err(FollowError::Before(due, on).into());
        }
        let party = self.party_called(&new.party.to_string())?;
        let promised = Promised {
            what: line(Some(&new.what))?.ok_or(FollowError::SaysNothing)?,
            who: line(new.who.as_deref())?,
            role: line(new.role.as_deref())?,
            said_where: line(new.said_where.as_deref())?,
            on,
            due: new.due,
            shown_by: line(new.shown_by.as_deref())?,
            place: new.place.clone().unwrap_or_else(|| where_it_answers(&party)),
            submission: new.submission,
            party,
        };
        let id = self.clock.new_id();
        self.of_promise(id, Kind::Promised, &json!(promised))?;
        let found = self.view().promises()?.into_iter().find(|promise| promise.id == id);
        found.ok_or_else(|| FollowError::NoHandle(id.to_string()).into())
    }

    fn of_promise(&mut self, id: Uuid, kind: Kind, body: &serde_json::Value) -> Result<(), AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
            door.append(plain(kind, id, clock.new_id(), body))?;
            Ok(())
        })
    }

    /// The party asked for a later date: the old one stays on record.
    pub fn move_promise(&mut self, promise: &Promise, due: NaiveDate, on: NaiveDate) -> Result<(), AppError> {
        let on = self.since(on, promise.promised.on)?;
        if promise.fate() != Fate::Pending {
            return Err(FollowError::Decided(promise.handle().to_string()).into());
        }
        if due < on {
            return Err(FollowError::Before(due, on).into());
        }
        self.of_promise(promise.id, Kind::PromiseMoved, &json!(Moved { on, due }))
    }

    /// Says what came of a promise: from members' word or from the waits since. What is withdrawn needs no proof.
    ///
    /// # Errors
    /// [`FollowError::NoBasis`] where it rests on neither.
    pub fn judge_promise(&mut self, promise: &Promise, judgement: &Judgement) -> Result<(), AppError> {
        let on = self.since(judgement.on.unwrap_or_else(|| self.today()), promise.promised.on)?;
        let is_broken = judgement.fate == Fate::Broken;
        if let Some(due) = promise.due().filter(|due| is_broken && on < *due && !promise.missed_a_date()) {
            return Err(FollowError::NotDueYet(due).into());
        }
        let contradicts = |word: MembersWord| match judgement.fate {
            Fate::Kept => word.kept == 0,
            Fate::Broken => word.kept == word.asked,
            _ => false,
        };
        if judgement
            .members
            .is_some_and(|word| word.asked == 0 || word.kept > word.asked || contradicts(word))
        {
            return Err(FollowError::MembersWord.into());
        }
        let waits = if judgement.by_waits { Some(self.waits_since(promise)?) } else { None };
        let needs_basis = !matches!(judgement.fate, Fate::Pending | Fate::Withdrawn);
        let waits_tell = waits.is_some_and(|waits| waits.before.0.min(waits.after.0) >= SMALL);
        if needs_basis && judgement.members.is_none() && !waits_tell {
            return Err(FollowError::NoBasis.into());
        }
        let note = line(judgement.note.as_deref())?;
        let judged = Judged { fate: judgement.fate, on, members: judgement.members, waits, note };
        self.of_promise(promise.id, Kind::PromiseJudged, &json!(judged))
    }

    /// The waits where a promise is to be seen, before its date and since.
    pub fn waits_since(&mut self, promise: &Promise) -> Result<WaitsSince, AppError> {
        let day = promise.parting_day();
        let listing = self.listing(&promise.promised.place.query(), Order::Visited, None)?;
        let view = self.compare(&listing, &What::At(day))?;
        let side =
            |waits: &Waits| (waits.count(), insight::median(waits).map(|minutes| minutes.round() as u32));
        Ok(WaitsSince { day, before: side(&view.a.waits), after: side(&view.b.waits) })
    }

    /// All promises as they are shown: what is pending first, by date, then what was decided, the newest first.
    pub fn promise_views(&self) -> Result<Vec<PromiseView>, AppError> {
        let mut promises = self.view().promises()?;
        promises.sort_by_key(|promise| {
            let is_decided = promise.fate() != Fate::Pending;
            let decided_on = promise.judged.as_ref().map(|judged| judged.on);
            (
                is_decided,
                (!is_decided).then(|| promise.due().unwrap_or(NaiveDate::MAX)),
                std::cmp::Reverse(decided_on),
            )
        });
        promises.iter().map(|promise| self.promise_view(promise)).collect()
    }

    /// A promise as it is shown.
    pub fn promise_view(&self, promise: &Promise) -> Result<PromiseView, AppError> {
        let promised = promise.promised.clone();
        let stands = promise.stands(self.today(), REMIND, &self.calendar);
        let moved = promise.moved.iter().map(|moved| moved.due);
        let mut dues: Vec<NaiveDate> = promised.due.into_iter().chain(moved).collect();
        let due = dues.pop();
        Ok(PromiseView {
            handle: promise.handle().to_string(),
            party: promised.party.to_string(),
            party_name: self.party_known(&promised.party)?.name(self.settings.lang).to_owned(),
            place: promised.place.query(),
            due,
            earlier_dues: dues,
            overdue: stands.is_some_and(Due::is_overdue),
            days_left: stands.map(|due| match due {
                Due::Overdue(days) => -i64::from(days),
                Due::Soon(days) | Due::Ahead(days) => i64::from(days),
            }),
            fate: promise.fate(),
            judged: promise.judged.clone(),
            promised: PromisedView {
                what: promised.what,
                who: promised.who,
                role: promised.role,
                said_where: promised.said_where,
                on: promised.on,
                shown_by: promised.shown_by,
            },
        })
    }
}

/// Where a party answers: at its facility, in its province, or everywhere.
fn where_it_answers(party: &Party) -> Whereabouts {
    match (party.facility(), party.province()) {
        (Some(id), _) => Whereabouts::Facility(id.clone()),
        (None, Some(province)) => Whereabouts::Province(province),
        (None, None) => Whereabouts::Country,
    }
}
