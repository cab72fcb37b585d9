//! What follows on the demo's cases: two years in which they are confirmed, raised, answered, promised upon, told to their
//! members and closed, with all that goes wrong on the way.
//!
//! The script ([`script`], [`pledges`]) says what happened to which kind of cases; here it becomes entries, each as the use case of
//! [`follow`](crate::app::follow) would have written it that day. Nothing is drawn by chance, and identifiers follow from the
//! script's names, so that the same cases have the same course every time. Its length does not depend on how many cases there are.

mod members;
mod parties;
mod pledges;
mod script;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use uuid::Uuid;

use self::script::{Cases, Chapter, Step};
use super::ANCHOR;
use super::random::of_text;
use crate::domain::case::Record;
use crate::domain::clock::Calendar;
use crate::domain::demand::DemandMade;
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::party::{Described, Party};
use crate::domain::place::Province;
use crate::domain::standing::{Answer, Linked, Marked, RebuttalCheck, Replied, Submitted, is_urgent};
use crate::domain::submission::{Acknowledged, ClockTurned, Made, Reply, Way};
use crate::domain::values::{PartyOutcome, Purpose};
use crate::reference;

/// A case of the demo, as far as its course depends on it.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its subject.
    pub id: Uuid,
    /// When it was logged.
    pub recorded_on: NaiveDate,
    /// Where its facility lies.
    pub province: Option<Province>,
    /// What it is about.
    pub record: &'a Record,
}

/// A visit whose wait is known: of a case, or observed.
#[derive(Debug, Clone)]
pub struct Timed {
    /// Where.
    pub facility: FacilityId,
    /// When.
    pub visited_on: NaiveDate,
    /// When it was written down.
    pub recorded_on: NaiveDate,
    /// The wait.
    pub minutes: u32,
}

/// Something that happened beside the logging of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub on: NaiveDate,
    /// What.
    pub kind: Kind,
    /// To what.
    pub subject: Uuid,
    /// What one undo takes back.
    pub batch: Uuid,
    /// What its entry says.
    pub body: Value,
}

/// The course of these cases, day after day.
pub fn course(cases: &[Known<'_>], timed: &[Timed]) -> Vec<Happening> {
    let mut teller = Teller::new(cases);
    teller.parties();
    script::chapters().for_each(|chapter| teller.chapter(chapter));
    teller.marks();
    teller.settle_old_urgent_ones();
    teller.confirm_recent_ones();
    teller.pledges(timed);
    teller.told.sort_by_key(|happening| happening.on);
    teller.told
}

/// A day of the script.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or(ANCHOR)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The identifier of something that the script names.
fn id(kind: &str, name: &str) -> Uuid {
    const BASE: u128 = 0x0199_0000_0000_7000_a000_0000_0000_0000;
    Uuid::from_u128(BASE + u128::from(of_text(&format!("{kind} {name}"), 1 << 30)))
}

/// Where a case stands in its course.
#[derive(Debug, Default)]
struct Stand {
    is_checked: bool,
    is_over: bool,
    /// Closed once, and opened again since.
    is_back: bool,
    /// The newest day on which something happened to it.
    last: Option<NaiveDate>,
}

/// A submission that was made.
#[derive(Debug)]
struct Sent {
    id: Uuid,
    on: NaiveDate,
    /// By their places in the list, with what the party made of them.
    cases: Vec<(usize, Option<PartyOutcome>)>,
}

/// Writes the course down.
struct Teller<'a> {
    cases: &'a [Known<'a>],
    calendar: Calendar,
    described: Vec<Described>,
    told: Vec<Happening>,
    batches: u128,
    /// Those that have a course, by their places in the list.
    stands: BTreeMap<usize, Stand>,
    sent: BTreeMap<&'static str, Sent>,
    demands: BTreeSet<&'static str>,
}

impl<'a> Teller<'a> {
    fn new(cases: &'a [Known<'a>]) -> Self {
        Self {
            cases,
            calendar: reference::calendar(),
            described: parties::described(),
            told: Vec::new(),
            batches: 2 << 64,
            stands: BTreeMap::new(),
            sent: BTreeMap::new(),
            demands: BTreeSet::new(),
        }
    }

    /// The name of what one undo takes back.
    fn batch(&mut self) -> Uuid {
        self.batches += 1;
        Uuid::from_u128(self.batches)
    }

    fn tell(&mut self, on: NaiveDate, kind: Kind, subject: Uuid, batch: Uuid, body: Value) {
        self.told.push(Happening { on, kind, subject, batch, body });
    }

    /// Something that happened to a case: not before what happened to it last. Returns the day.
    fn of_case(&mut self, case: usize, on: NaiveDate, batch: Uuid, kind: Kind, body: Value) -> NaiveDate {
        let Some(known) = self.cases.get(case) else {
            return on;
        };
        let stand = self.stands.entry(case).or_default();
        let on = stand.last.map_or(on, |last| last.max(on));
        stand.last = Some(on);
        self.tell(on, kind, known.id, batch, body);
        on
    }

    /// The day itself, or the next on which offices are open.
    fn working(&self, day: NaiveDate) -> NaiveDate {
        day.pred_opt().map_or(day, |before| self.calendar.after(before, 1))
    }

    fn parties(&mut self) {
        for described in self.described.clone() {
            let batch = self.batch();
            let subject = described.party.subject();
            self.tell(day("2024-11-04"), Kind::PartyDescribed, subject, batch, json!(described));
        }
    }

    /// Confirms a case with its member on the day after it was logged, where that was not done yet.
    fn confirm(&mut self, case: usize) {
        let Some(known) = self.cases.get(case).filter(|_| !self.stands.contains_key(&case)) else {
            return;
        };
        let batch = self.batch();
        self.of_case(case, later(known.recorded_on, 1), batch, Kind::Confirmed, json!({}));
    }

    /// A submission with all that came of it.
    fn chapter(&mut self, chapter: &Chapter) {
        let on = self.working(day(chapter.on));
        let chosen = self.chosen(&chapter.cases, on);
        let Ok(party) = chapter.party.parse::<Party>() else {
            return;
        };
        if chosen.is_empty() {
            return;
        }
        for case in &chosen {
            self.confirm(*case);
        }
        self.link(chapter, &chosen, on);
        let key = party.key();
        let clocks = self.described.iter().find(|known| known.party.key() == key);
        let after = match &chapter.cases {
            Cases::After(name) | Cases::Back(name) => self.sent.get(name).map(|sent| sent.id),
            Cases::Fresh { .. } | Cases::Of { .. } => None,
        };
        let made = Made {
            party: party.clone(),
            on,
            way: chapter.way,
            cases: chosen.iter().filter_map(|case| Some(self.cases.get(*case)?.id)).collect(),
            about: Some(chapter.about.to_owned()),
            demand: chapter.demand.map(|title| id("demand", title)),
            after,
            files: Vec::new(),
            clocks: clocks.map(|known| known.clocks).unwrap_or_default(),
        };
        let (subject, batch) = (id("submission", chapter.name), self.batch());
        self.tell(on, Kind::SubmissionMade, subject, batch, json!(made));
        let submitted = json!(Submitted { submission: subject, party, on });
        for (place, case) in chosen.iter().enumerate() {
            if !std::mem::replace(&mut self.stands.entry(*case).or_default().is_checked, true) {
                self.of_case(*case, on, batch, Kind::Checked, json!(checked(place)));
            }
            self.of_case(*case, on, batch, Kind::Submitted, submitted.clone());
        }
        let cases = chosen.into_iter().map(|case| (case, None)).collect();
        self.sent.insert(chapter.name, Sent { id: subject, on, cases });
        for step in chapter.steps {
            self.step(chapter.name, step);
        }
    }

    /// The cases of a demand join it; the first ones make it.
    fn link(&mut self, chapter: &Chapter, chosen: &[usize], on: NaiveDate) {
        let Some(title) = chapter.demand else {
            return;
        };
        let (demand, batch) = (id("demand", title), self.batch());
        if self.demands.insert(title) {
            self.tell(on, Kind::DemandMade, demand, batch, json!(DemandMade { title: title.to_owned() }));
        }
        for case in chosen {
            self.of_case(*case, on, batch, Kind::Linked, json!(Linked { demand, belongs: true }));
        }
    }

    /// Which cases a chapter is about: those that may be raised, the newest first.
    fn chosen(&self, cases: &Cases, on: NaiveDate) -> Vec<usize> {
        match cases {
            Cases::Fresh { places, issues, since, most } => {
                let since = day(since);
                let wanted = |known: &Known<'_>| {
                    known.record.visited_on >= since && is_at(known, places) && has(known.record, issues)
                };
                self.fresh(on, *most, wanted)
            }
            Cases::Of { employer, most } => {
                self.fresh(on, *most, |known| known.record.employer.as_deref() == Some(employer))
            }
            // What was not upheld, or not answered, goes on.
            Cases::After(name) => self.sent_on(name, |outcome, _| outcome != Some(PartyOutcome::Upheld)),
            Cases::Back(name) => self.sent_on(name, |_, stand| stand.is_back),
        }
    }

    fn fresh(&self, on: NaiveDate, most: usize, wanted: impl Fn(&Known<'_>) -> bool) -> Vec<usize> {
        let may = |place: usize, known: &Known<'_>| {
            let record = known.record;
            !self.stands.contains_key(&place)
                && later(known.recorded_on, 2) < on
                && record.issue_set().is_complaint()
                && record.consent.contains(&Purpose::Count)
        };
        let newest = self.cases.iter().enumerate().rev();
        let found = newest.filter(|(place, known)| may(*place, known) && wanted(known));
        found.map(|(place, _)| place).take(most).collect()
    }

    fn sent_on(&self, name: &str, goes: impl Fn(Option<PartyOutcome>, &Stand) -> bool) -> Vec<usize> {
        let Some(sent) = self.sent.get(name) else {
            return Vec::new();
        };
        let open = |case: usize| self.stands.get(&case).filter(|stand| !stand.is_over);
        let goes_on = |(case, outcome): &(usize, Option<PartyOutcome>)| {
            open(*case).filter(|stand| goes(*outcome, stand)).map(|_| *case)
        };
        sent.cases.iter().filter_map(goes_on).collect()
    }

    /// What a party, or the union, does next with a submission.
    fn step(&mut self, name: &'static str, step: &Step) {
        let Some((subject, made_on)) = self.sent.get(name).map(|sent| (sent.id, sent.on)) else {
            return;
        };
        let office = |teller: &Self, text: &str| teller.working(day(text)).max(made_on);
        match *step {
            Step::Acknowledged(on) => {
                let (on, batch) = (office(self, on), self.batch());
                self.tell(on, Kind::Acknowledged, subject, batch, json!(Acknowledged { on }));
            }
            Step::Interim(on, until, by, text) => {
                let (on, batch) = (office(self, on), self.batch());
                let until = Some(day(until));
                let reply = Reply { until, ..said(on, Way::Letter, by, text) };
                self.tell(on, Kind::ReplyReceived, subject, batch, json!(reply));
            }
            Step::Paused(on, why) => {
                let (on, batch) = (office(self, on), self.batch());
                let why = Some(why.to_owned());
                self.tell(on, Kind::ClockPaused, subject, batch, json!(ClockTurned { on, why }));
            }
            Step::Resumed(on) => {
                let (on, batch) = (office(self, on), self.batch());
                self.tell(on, Kind::ClockResumed, subject, batch, json!(ClockTurned { on, why: None }));
            }
            Step::Withdrawn(on, count) => {
                for case in self.sent_on(name, |outcome, _| outcome.is_none()).into_iter().take(count) {
                    let batch = self.batch();
                    self.of_case(case, day(on), batch, Kind::Withdrawn, json!({}));
                    self.stands.entry(case).or_default().is_over = true;
                }
            }
            Step::Reply(on, way, by, text, outcomes, members) => {
                let on = office(self, on);
                let answered = self.reply(name, outcomes, said(on, way, by, text));
                for (place, case) in answered.into_iter().enumerate() {
                    if let Some(member) = members.get(place % members.len().max(1)) {
                        self.member(case, *member, later(on, 1 + place as u64 % 6));
                    }
                }
            }
        }
    }

    /// A final reply to the cases that wait for one. Returns these.
    fn reply(&mut self, name: &'static str, outcomes: &[PartyOutcome], reply: Reply) -> Vec<usize> {
        let waiting = self.sent_on(name, |outcome, _| outcome.is_none());
        let outcome = |place: usize| outcomes.get(place % outcomes.len().max(1)).copied();
        let found: Vec<(usize, PartyOutcome)> =
            waiting.iter().enumerate().filter_map(|(place, case)| Some((*case, outcome(place)?))).collect();
        let (Some(sent), batch) = (self.sent.get_mut(name), Uuid::from_u128(self.batches + 1)) else {
            return Vec::new();
        };
        self.batches += 1;
        for (case, outcome) in &mut sent.cases {
            *outcome = found.iter().find(|found| found.0 == *case).map_or(*outcome, |found| Some(found.1));
        }
        let (subject, on) = (sent.id, reply.on);
        let outcomes = found.iter().filter_map(|(case, outcome)| Some((self.cases.get(*case)?.id, *outcome)));
        let reply = Reply { outcomes: outcomes.collect(), ..reply };
        if reply.outcomes.is_empty() {
            return Vec::new();
        }
        self.tell(on, Kind::ReplyReceived, subject, batch, json!(reply));
        for (case, outcome) in found {
            let replied =
                Replied { submission: Some(subject), on: Some(on), outcome: Some(outcome), interim: false };
            self.of_case(case, on, batch, Kind::Replied, json!(replied));
        }
        waiting
    }

    /// Cases that come first.
    fn marks(&mut self) {
        for (on, places, issues, mark) in script::MARKS {
            let on = day(on);
            let recent = |known: &Known<'_>| later(known.record.visited_on, 21) > on;
            let wanted =
                |known: &Known<'_>| recent(known) && is_at(known, places) && has(known.record, issues);
            for case in self.fresh(on, 1, wanted) {
                self.confirm(case);
                let batch = self.batch();
                self.of_case(case, on, batch, Kind::Marked, json!(Marked { marks: [mark].into() }));
            }
        }
    }

    /// Of the cases of safety that nobody raised, the older ones were looked after at once, on the telephone.
    fn settle_old_urgent_ones(&mut self) {
        const MOST: usize = 60;
        let is_old = |known: &Known<'_>| known.recorded_on < day("2026-09-20");
        let urgent = |known: &Known<'_>| {
            is_urgent(&crate::domain::standing::FollowUp::default(), &known.record.issues)
        };
        let old: Vec<usize> = (0..self.cases.len())
            .filter(|place| !self.stands.contains_key(place))
            .filter(|place| self.cases.get(*place).is_some_and(|known| is_old(known) && urgent(known)))
            .take(MOST)
            .collect();
        for (place, case) in old.into_iter().enumerate() {
            self.confirm(case);
            let on = self.cases.get(case).map_or(ANCHOR, |known| later(known.recorded_on, 3));
            if let Some(member) = script::ADVISED.get(place % script::ADVISED.len()) {
                self.member(case, *member, on);
            }
        }
    }

    /// Some of the newest wait to be raised.
    fn confirm_recent_ones(&mut self) {
        const MOST: usize = 36;
        let recent = |known: &Known<'_>| known.record.visited_on > day("2026-09-10");
        let found = self.fresh(ANCHOR, usize::MAX, recent);
        for case in found.into_iter().skip(20).step_by(2).take(MOST) {
            self.confirm(case);
        }
    }
}

/// What was found of the objections to a case: mostly that none holds.
fn checked(place: usize) -> RebuttalCheck {
    let contributions = if place % 7 == 5 { Answer::Unknown } else { Answer::No };
    RebuttalCheck { contributions, ..RebuttalCheck::all(Answer::No) }
}

fn said(on: NaiveDate, way: Way, by: &str, text: &str) -> Reply {
    Reply {
        on,
        way: Some(way),
        by: Some(by.to_owned()).filter(|by| !by.is_empty()),
        text: Some(text.to_owned()).filter(|text| !text.is_empty()),
        until: None,
        outcomes: BTreeMap::new(),
        file: None,
    }
}

/// Whether a case was in one of these places: codes of provinces or facilities; nowhere named is everywhere.
fn is_at(known: &Known<'_>, places: &[&str]) -> bool {
    let province = known.province.map(|code| code.to_string());
    let at = |place: &&str| known.record.facility.as_str() == *place || province.as_deref() == Some(place);
    places.is_empty() || places.iter().any(at)
}

fn has(record: &Record, issues: &[IssueCode]) -> bool {
    issues.is_empty() || record.issues.iter().any(|issue| issues.contains(&issue.code))
}
