//! Submissions: sets of cases raised with a party on a day, the party's replies, and the clocks that run meanwhile.
//!
//! A submission is a subject of its own. What its replies mean for each case stands in the case's own entries as well
//! (see [`standing`](super::standing)): so each is a fold of its own entries.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::clock::{Calendar, Clocks, Due, Pause, REGULATOR_WINDOW};
use super::entry::{Kind, Stamp};
use super::fold::{Seen, live};
use super::handle::{Handle, HandleKind};
use super::number::DeskCode;
use super::party::Party;
use super::values::{PartyOutcome, coded};

coded! {
    /// How something was raised, or answered.
    Way, "way" {
        /// In a letter.
        Letter = "letter",
        /// In a meeting.
        Meeting = "meeting",
        /// On the telephone.
        Call = "call",
        /// Through a hotline.
        Hotline = "hotline",
        /// By message.
        Message = "message",
    }
}

/// A file that was handed over or came back: what it was called, and by what it is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Its name, without its folder.
    pub name: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// The body of `submission-made`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// To whom.
    pub party: Party,
    /// When.
    pub on: NaiveDate,
    /// How.
    pub way: Way,
    /// The cases, by their subjects.
    pub cases: BTreeSet<Uuid>,
    /// What is asked for, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The demand whose cases these are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand: Option<Uuid>,
    /// The submission on a lower rung after which this one was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Uuid>,
    /// What was handed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileMark>,
    /// The numbers of the party on that day: later ones do not change what was due.
    #[serde(default)]
    pub clocks: Clocks,
}

/// The body of `acknowledged`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledged {
    /// When the party said that it was received.
    pub on: NaiveDate,
}

/// The body of `reply-received`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// When.
    pub on: NaiveDate,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
    /// Who answered: an official, by name or office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// For an interim reply, the date by which the party now means to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// For a final one, what the party made of each case that it answered.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub outcomes: BTreeMap<Uuid, PartyOutcome>,
    /// What came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileMark>,
}

impl Reply {
    /// Whether it only moves the date.
    pub fn is_interim(&self) -> bool {
        self.outcomes.is_empty()
    }
}

/// The body of `clock-paused` and `clock-resumed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockTurned {
    /// From which day on.
    pub on: NaiveDate,
    /// Why: a member's consent is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A submission as it stands in a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The subject of its entries.
    pub id: Uuid,
    /// When it was entered, by the clock of the log.
    pub at: Stamp,
    /// The desk that entered it.
    pub desk: DeskCode,
    /// The officer of that desk.
    pub officer: String,
    /// What was raised.
    pub made: Made,
    /// When the party said that it was received.
    pub acknowledged_on: Option<NaiveDate>,
    /// Its replies, by day.
    pub replies: Vec<Reply>,
    /// When its clock stood.
    pub pauses: Vec<Pause>,
}

/// Folds the entries of one subject, in whatever order they came. `None` where no submission stands.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Submission> {
    let (first, made) = live(entries)
        .into_iter()
        .filter(|entry| entry.header.kind == Kind::SubmissionMade)
        .find_map(|entry| Some((entry, read::<Made>(entry)?)))?;
    let mut submission = Submission {
        id: subject,
        at: first.header.at,
        desk: first.header.desk.clone(),
        officer: first.header.officer.clone(),
        made,
        acknowledged_on: None,
        replies: Vec::new(),
        pauses: Vec::new(),
    };
    for entry in live(entries) {
        submission.advance(entry);
    }
    submission.replies.sort_by_key(|reply| reply.on);
    Some(submission)
}

fn read<T: for<'de> Deserialize<'de>>(entry: &Seen) -> Option<T> {
    serde_json::from_slice(entry.body.as_deref()?).ok()
}

/// What a submission waits for on some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The party is to say that it was received, and has not: the date, and where it stands.
    ToAcknowledge(NaiveDate, Due),
    /// The party is to answer.
    ToAnswer(NaiveDate, Due),
    /// The clock stands: consent is awaited.
    Paused(NaiveDate),
    /// All cases are answered, on this day.
    Answered(NaiveDate),
}

impl Submission {
    fn advance(&mut self, entry: &Seen) {
        match entry.header.kind {
            Kind::Acknowledged => {
                if let Some(Acknowledged { on }) = read(entry) {
                    let earlier = self.acknowledged_on.map_or(on, |before| before.min(on));
                    self.acknowledged_on = Some(earlier);
                }
            }
            Kind::ReplyReceived => self.replies.extend(read::<Reply>(entry)),
            Kind::ClockPaused => {
                if let Some(ClockTurned { on, .. }) = read(entry).filter(|_| self.paused_since().is_none()) {
                    self.pauses.push(Pause { from: on, until: None });
                }
            }
            Kind::ClockResumed => {
                if let (Some(ClockTurned { on, .. }), Some(pause)) = (read(entry), self.pauses.last_mut()) {
                    pause.until.get_or_insert(on.max(pause.from));
                }
            }
            _ => {}
        }
    }

    /// By what officers call it.
    pub fn handle(&self) -> Handle {
        Handle::new(HandleKind::Submission, &self.desk, self.id)
    }

    /// Since when its clock stands, if it does.
    pub fn paused_since(&self) -> Option<NaiveDate> {
        self.pauses.last().filter(|pause| pause.until.is_none()).map(|pause| pause.from)
    }

    /// When the party was first heard of.
    pub fn heard_on(&self) -> Option<NaiveDate> {
        let reply = self.replies.first().map(|reply| reply.on);
        self.acknowledged_on.into_iter().chain(reply).min()
    }

    /// What the party made of a case: its newest word, with the day.
    pub fn outcome_of(&self, case: Uuid) -> Option<(NaiveDate, PartyOutcome)> {
        self.replies.iter().rev().find_map(|reply| Some((reply.on, *reply.outcomes.get(&case)?)))
    }

    /// When a case was first answered.
    pub fn answered_on(&self, case: Uuid) -> Option<NaiveDate> {
        self.replies.iter().find(|reply| reply.outcomes.contains_key(&case)).map(|reply| reply.on)
    }

    /// The cases that wait for an answer.
    pub fn unanswered(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.made.cases.iter().copied().filter(|case| self.answered_on(*case).is_none())
    }

    /// By when the party is to say that it was received.
    pub fn acknowledge_by(&self, calendar: &Calendar) -> Option<NaiveDate> {
        calendar.after_but(self.made.on, self.made.clocks.acknowledge, &self.pauses)
    }

    /// By when the party was to answer at first, whatever it asked for since.
    pub fn first_answer_by(&self, calendar: &Calendar) -> Option<NaiveDate> {
        calendar.after_but(self.made.on, self.made.clocks.answer, &self.pauses)
    }

    /// By when the party is to answer now: the date of its clock, or that to which interim replies moved it in time.
    pub fn answer_by(&self, calendar: &Calendar) -> Option<NaiveDate> {
        self.date_held(NaiveDate::MAX, calendar)
    }

    /// The date that an interim reply named, later by the working days for which the clock stood since it came. `None` while
    /// the clock stands.
    fn moved_to(&self, (on, until): (NaiveDate, NaiveDate), calendar: &Calendar) -> Option<NaiveDate> {
        let stood = |pause: &Pause| pause.from <= until && pause.until.is_none_or(|end| end > on);
        if !self.pauses.iter().any(stood) {
            return Some(until);
        }
        calendar.after_but(on, calendar.between(on, until), &self.pauses)
    }

    /// What it waits for today. Cases that were withdrawn or closed since are no longer waited for: `waits` tells which
    /// still are.
    pub fn state(&self, today: NaiveDate, calendar: &Calendar, waits: impl Fn(Uuid) -> bool) -> State {
        if !self.unanswered().any(waits) {
            let last = self.replies.iter().rev().find(|reply| !reply.is_interim()).map(|reply| reply.on);
            return State::Answered(last.unwrap_or(self.made.on));
        }
        // What was due before the clock stopped is due.
        if let Some(since) = self.paused_since().filter(|since| *since <= today)
            && self.answer_by(calendar).is_none_or(|date| date >= since)
        {
            return State::Paused(since);
        }
        let warn = self.made.clocks.warn;
        let due = |date| Due::of(date, today, warn, calendar);
        if self.heard_on().is_none()
            && let Some(date) = self.acknowledge_by(calendar)
            && self.answer_by(calendar).is_none_or(|answer| matches!(due(answer), Due::Ahead(_)))
        {
            return State::ToAcknowledge(date, due(date));
        }
        match self.answer_by(calendar) {
            Some(date) => State::ToAnswer(date, due(date)),
            None => State::Paused(self.paused_since().unwrap_or(today)),
        }
    }

    /// The date that held on a day, by which what happened then was in time: interim replies up to that day count, but for
    /// those that came when the date before them had passed already. A missed date stays missed.
    pub fn date_held(&self, on: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        let mut date = self.first_answer_by(calendar)?;
        for reply in self.replies.iter().filter(|reply| reply.on <= on) {
            if let Some(until) = reply.until.filter(|_| reply.on <= date) {
                date = self.moved_to((reply.on, until), calendar)?;
            }
        }
        Some(date)
    }

    /// The date that the newest interim reply named, where it came too late to move the one that was missed.
    pub fn named_too_late(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let newest = self.replies.iter().rev().find(|reply| reply.until.is_some())?;
        let held = self.date_held(newest.on, calendar)?;
        newest.until.filter(|_| held < newest.on)
    }

    /// Working days from raising to a day on which the clock ran.
    pub fn days_until(&self, on: NaiveDate, calendar: &Calendar) -> u32 {
        let ran = |day: &NaiveDate| !self.pauses.iter().any(|pause| pause.holds(*day));
        let days = self.made.on.iter_days().skip(1).take_while(|day| *day <= on);
        u32::try_from(days.filter(ran).filter(|day| calendar.is_working(*day)).count()).unwrap_or(u32::MAX)
    }

    /// Until when a written complaint may go to the Regulator: so many working days after the fund's people answered
    /// without upholding it, or let the date of their answer pass. Of several cases the window that closes first; `is_open`
    /// tells which may still be taken further. `None` for other parties and what was upheld.
    pub fn regulator_until(
        &self,
        today: NaiveDate,
        calendar: &Calendar,
        is_open: impl Fn(Uuid) -> bool,
    ) -> Option<NaiveDate> {
        if !self.made.party.is_operator() {
            return None;
        }
        let silent = self.answer_by(calendar).filter(|date| *date < today);
        let refused = |case: &Uuid| {
            let no = |outcome: &PartyOutcome| *outcome != PartyOutcome::Upheld;
            self.replies.iter().find(|reply| reply.outcomes.get(case).is_some_and(no)).map(|reply| reply.on)
        };
        let since = |case: &Uuid| match self.outcome_of(*case) {
            Some((_, PartyOutcome::Upheld)) => None,
            Some(_) => refused(case),
            None => silent,
        };
        let cases = self.made.cases.iter().filter(|case| is_open(**case));
        let windows: Vec<NaiveDate> =
            cases.filter_map(since).map(|since| calendar.after(since, REGULATOR_WINDOW)).collect();
        let ahead = windows.iter().filter(|until| **until >= today).min();
        ahead.or(windows.iter().max()).copied()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::observation::tests::entry;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn case(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn made(party: &str) -> (Kind, Value) {
        let body = json!({"party": party, "on": "2026-10-01", "way": "letter", "cases": [case(1), case(2)]});
        (Kind::SubmissionMade, body)
    }

    fn reply(on: &str, outcomes: &[(u128, &str)]) -> (Kind, Value) {
        let outcomes: BTreeMap<Uuid, &str> =
            outcomes.iter().map(|(id, outcome)| (case(*id), *outcome)).collect();
        (Kind::ReplyReceived, json!({"on": on, "outcomes": outcomes}))
    }

    fn interim(on: &str, until: &str) -> (Kind, Value) {
        (Kind::ReplyReceived, json!({"on": on, "until": until}))
    }

    fn after(happened: &[(Kind, Value)]) -> Option<Submission> {
        let entries: Vec<Seen> =
            (1..).zip(happened).map(|(seq, (kind, body))| entry(seq, kind.clone(), body)).collect();
        let folded = fold(Uuid::nil(), &entries);
        let backwards: Vec<Seen> = entries.into_iter().rev().collect();
        assert_eq!(folded, fold(Uuid::nil(), &backwards));
        folded
    }

    fn state(submission: &Submission, today: &str) -> State {
        submission.state(day(today), &Calendar::default(), |_| true)
    }

    #[test]
    fn it_waits_for_a_word_then_for_an_answer_then_for_nothing() {
        let silent = after(&[made("nssf")]).unwrap();
        // Thursday 1 October 2026; three working days on is Tuesday the 6th, twenty Thursday the 29th.
        assert_eq!(state(&silent, "2026-10-02"), State::ToAcknowledge(day("2026-10-06"), Due::Soon(2)));
        assert_eq!(state(&silent, "2026-10-08"), State::ToAcknowledge(day("2026-10-06"), Due::Overdue(2)));
        assert_eq!(state(&silent, "2026-10-30"), State::ToAnswer(day("2026-10-29"), Due::Overdue(1)));
        let heard = after(&[made("nssf"), (Kind::Acknowledged, json!({"on": "2026-10-05"}))]).unwrap();
        assert_eq!(state(&heard, "2026-10-08"), State::ToAnswer(day("2026-10-29"), Due::Ahead(15)));
        let half = after(&[made("nssf"), reply("2026-10-20", &[(1, "upheld")])]).unwrap();
        assert_eq!(half.unanswered().collect::<Vec<_>>(), [case(2)]);
        assert!(matches!(state(&half, "2026-10-21"), State::ToAnswer(..)));
        let both = after(&[
            made("nssf"),
            reply("2026-10-20", &[(1, "upheld")]),
            reply("2026-10-26", &[(2, "partly")]),
        ])
        .unwrap();
        assert_eq!(state(&both, "2026-10-27"), State::Answered(day("2026-10-26")));
        // The second case was withdrawn: nobody waits for it.
        assert_eq!(
            half.state(day("2026-12-01"), &Calendar::default(), |id| id == case(1)),
            State::Answered(day("2026-10-20"))
        );
    }

    #[test]
    fn an_interim_reply_moves_the_date_and_the_first_one_is_kept() {
        let moved =
            after(&[made("nssf"), interim("2026-10-20", "2026-11-16"), interim("2026-11-10", "2026-11-30")]);
        let moved = moved.unwrap();
        assert_eq!(moved.answer_by(&Calendar::default()), Some(day("2026-11-30")));
        assert_eq!(moved.first_answer_by(&Calendar::default()), Some(day("2026-10-29")));
        assert_eq!(moved.replies.len(), 2);
    }

    #[test]
    fn the_clock_stands_while_consent_is_awaited() {
        let turned = |kind, on: &str| (kind, json!({ "on": on }));
        let paused = [made("nssf"), turned(Kind::ClockPaused, "2026-10-05")];
        let standing = after(&paused).unwrap();
        assert_eq!(state(&standing, "2026-12-01"), State::Paused(day("2026-10-05")));
        assert_eq!(standing.answer_by(&Calendar::default()), None);
        let resumed = [&paused[..], &[turned(Kind::ClockResumed, "2026-10-12")]].concat();
        let running = after(&resumed).unwrap();
        // Five working days later than the 29th.
        assert_eq!(running.answer_by(&Calendar::default()), Some(day("2026-11-05")));
        // The same of a date that the party named before the clock stood; one that it names afterwards holds as it is.
        let named = [made("nssf"), interim("2026-10-02", "2026-11-16"), paused[1].clone()];
        assert_eq!(after(&named).unwrap().answer_by(&Calendar::default()), None);
        let later = [&named[..], &resumed[2..]].concat();
        assert_eq!(after(&later).unwrap().answer_by(&Calendar::default()), Some(day("2026-11-23")));
        let anew = [&later[..], &[interim("2026-10-20", "2026-11-30")]].concat();
        assert_eq!(after(&anew).unwrap().answer_by(&Calendar::default()), Some(day("2026-11-30")));
    }

    #[test]
    fn the_window_of_the_regulator_opens_with_a_no_or_with_silence() {
        let until = |happened: &[(Kind, Value)], today: &str| {
            after(happened).unwrap().regulator_until(day(today), &Calendar::default(), |_| true)
        };
        let no = [made("nssf"), reply("2026-10-20", &[(1, "not-upheld"), (2, "upheld")])];
        assert_eq!(until(&no, "2026-10-21"), Some(Calendar::default().after(day("2026-10-20"), 30)));
        let yes = [made("nssf"), reply("2026-10-20", &[(1, "upheld"), (2, "upheld")])];
        assert_eq!(until(&yes, "2026-10-21"), None);
        assert_eq!(until(&[made("nssf")], "2026-10-29"), None);
        assert_eq!(
            until(&[made("nssf")], "2026-10-30"),
            Some(Calendar::default().after(day("2026-10-29"), 30))
        );
        assert_eq!(until(&[made("moh")], "2027-10-30"), None);
    }

    #[test]
    fn of_several_windows_the_one_that_closes_first_is_told_and_a_settled_case_has_none() {
        let both = [
            made("nssf"),
            reply("2026-10-20", &[(1, "not-upheld")]),
            reply("2026-11-27", &[(2, "not-upheld")]),
            reply("2026-11-30", &[(1, "not-upheld")]),
        ];
        let submission = after(&both).unwrap();
        let until = |open: &[u128]| {
            submission
                .regulator_until(day("2026-11-30"), &Calendar::default(), |id| open.contains(&id.as_u128()))
        };
        let calendar = Calendar::default();
        assert_eq!(until(&[1, 2]), Some(calendar.after(day("2026-10-20"), 30)));
        assert_eq!(until(&[2]), Some(calendar.after(day("2026-11-27"), 30)));
        assert_eq!(until(&[]), None);
    }

    #[test]
    fn a_missed_date_stays_missed_whatever_is_asked_for_afterwards() {
        let calendar = Calendar::default();
        let late = after(&[made("nssf"), interim("2026-11-02", "2026-12-18")]).unwrap();
        assert_eq!(late.date_held(day("2026-12-01"), &calendar), Some(day("2026-10-29")));
        assert!(matches!(state(&late, "2026-12-01"), State::ToAnswer(_, Due::Overdue(_))));
        assert_eq!(late.named_too_late(&calendar), Some(day("2026-12-18")));
        let window = late.regulator_until(day("2026-12-01"), &calendar, |_| true);
        assert_eq!(window, Some(calendar.after(day("2026-10-29"), 30)));
        let asked = after(&[made("nssf"), interim("2026-10-20", "2026-11-16")]).unwrap();
        assert_eq!(asked.date_held(day("2026-10-19"), &calendar), Some(day("2026-10-29")));
        assert_eq!(asked.date_held(day("2026-11-10"), &calendar), Some(day("2026-11-16")));
    }

    #[test]
    fn what_was_due_before_the_clock_stopped_is_due_and_days_of_a_pause_do_not_count() {
        let turned = |kind, on: &str| (kind, json!({ "on": on }));
        let overdue = after(&[made("nssf"), turned(Kind::ClockPaused, "2026-11-05")]).unwrap();
        assert!(matches!(state(&overdue, "2026-11-06"), State::ToAnswer(_, Due::Overdue(_))), "{overdue:?}");
        let paused = [turned(Kind::ClockPaused, "2026-10-05"), turned(Kind::ClockResumed, "2026-10-12")];
        let answered = after(&[&[made("nssf")][..], &paused].concat()).unwrap();
        assert_eq!(answered.days_until(day("2026-10-13"), &Calendar::default()), 3);
    }

    #[test]
    fn what_was_taken_back_did_not_happen() {
        let answered = [made("nssf"), reply("2026-10-20", &[(1, "upheld"), (2, "upheld")])];
        let undo = |seq: u128| (Kind::Undone, json!({"batch": Uuid::from_u128(seq)}));
        let open = after(&[&answered[..], &[undo(2)]].concat()).unwrap();
        assert!(open.replies.is_empty());
        assert_eq!(after(&[&answered[..], &[undo(1)]].concat()), None);
    }
}
