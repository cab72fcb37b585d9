//! What the demo's parties promised, and what the union found came of it: from members' word, or from the waits of the demo's own
//! visits up to the day on which it was judged.

use chrono::NaiveDate;
use serde_json::json;

use super::script::pledges::{End, PLEDGES, Pledge};
use super::{Teller, Timed, day, id};
use crate::domain::entry::Kind;
use crate::domain::party::Party;
use crate::domain::promise::{Fate, Judged, MembersWord, Moved, Promised, WaitsSince, Whereabouts};
use crate::domain::waits::Waits;
use crate::insight;

impl Teller<'_> {
    /// All promises, with what came of them.
    pub(super) fn pledges(&mut self, timed: &[Timed]) {
        for pledge in PLEDGES {
            self.pledge(pledge, timed);
        }
    }

    fn pledge(&mut self, pledge: &Pledge, timed: &[Timed]) {
        let (Ok(party), Some(place)) = (pledge.party.parse::<Party>(), whereabouts(pledge)) else {
            return;
        };
        let (subject, on) = (id("promise", pledge.what), self.working(day(pledge.on)));
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let promised = Promised {
            party,
            what: pledge.what.to_owned(),
            who: text(pledge.who.0),
            role: text(pledge.who.1),
            said_where: text(pledge.said_where),
            on,
            due: Some(day(pledge.due)),
            shown_by: text(pledge.shown_by),
            place: place.clone(),
            submission: self.sent.get(pledge.answers).map(|sent| sent.id),
        };
        let batch = self.batch();
        self.tell(on, Kind::Promised, subject, batch, json!(promised));
        let mut due = day(pledge.due);
        for (on, later) in pledge.moved {
            let (on, batch) = (self.working(day(on)), self.batch());
            due = day(later);
            self.tell(on, Kind::PromiseMoved, subject, batch, json!(Moved { on, due }));
        }
        if let Some(judged) = judged(&pledge.end, &place, due, timed) {
            let batch = self.batch();
            self.tell(judged.on, Kind::PromiseJudged, subject, batch, json!(judged));
        }
    }
}

/// Where a promise is to be seen.
fn whereabouts(pledge: &Pledge) -> Option<Whereabouts> {
    match pledge.place.split_once(':') {
        Some(("facility", code)) => Some(Whereabouts::Facility(code.parse().ok()?)),
        Some(("province", code)) => Some(Whereabouts::Province(code.parse().ok()?)),
        _ => Some(Whereabouts::Country),
    }
}

fn judged(end: &End, place: &Whereabouts, due: NaiveDate, timed: &[Timed]) -> Option<Judged> {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Some(match *end {
        End::Open => return None,
        End::Members(fate, on, asked, kept, note) => {
            let members = Some(MembersWord { asked, kept });
            Judged { fate, on: day(on), members, waits: None, note: text(note) }
        }
        End::Waits(fate, on, note) => {
            let on = day(on);
            let waits = Some(waits_since(place, due, on, timed));
            Judged { fate, on, members: None, waits, note: text(note) }
        }
        End::Withdrawn(on, note) => {
            Judged { fate: Fate::Withdrawn, on: day(on), members: None, waits: None, note: text(note) }
        }
    })
}

/// The waits at a facility before a day and from it on, of what was on record when it was judged.
fn waits_since(place: &Whereabouts, parting: NaiveDate, judged_on: NaiveDate, timed: &[Timed]) -> WaitsSince {
    let is_there = |one: &&Timed| match place {
        Whereabouts::Facility(id) => one.facility == *id,
        Whereabouts::Province(_) | Whereabouts::Country => true,
    };
    let known = timed.iter().filter(is_there).filter(|one| one.recorded_on <= judged_on);
    let (after, before): (Vec<&Timed>, Vec<&Timed>) = known.partition(|one| one.visited_on >= parting);
    let side = |visits: &[&Timed]| {
        let waits: Waits = visits.iter().map(|one| one.minutes).collect();
        (waits.count(), insight::median(&waits).map(|minutes| minutes.round() as u32))
    };
    WaitsSince { day: parting, before: side(&before), after: side(&after) }
}
