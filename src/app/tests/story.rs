//! The demo's two years: every course occurs, nothing happened that the use cases would have refused, and it is the same every
//! time.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::app::follow::{FollowError, ProcessRequest, TaskKind};
use crate::app::{What, demo::ANCHOR};
use crate::domain::case::Case;
use crate::domain::clock::{Due, TRIES};
use crate::domain::entry::Kind;
use crate::domain::fold::{Seen, fold};
use crate::domain::party::Party;
use crate::domain::promise::{Fate, Promise, WaitsSince, Whereabouts};
use crate::domain::standing::{Submitted, Told, Turn};
use crate::domain::submission::{Reply, State, Submission, Way};
use crate::domain::values::{MemberOutcome, PartyOutcome, Status};
use crate::insight::{Difference, median};

fn demo(folder: &std::path::Path) -> Session {
    open_demo(folder, 2_000, Settings::default()).unwrap()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// What two demos have in common: all but origins and nonces.
fn entries(session: &Session) -> Vec<(u64, String, uuid::Uuid, uuid::Uuid, Vec<u8>)> {
    let entry = |entry: crate::domain::entry::Entry| {
        let header = entry.header;
        let body = entry.body.bytes().unwrap_or_default().to_vec();
        (header.at.0, header.kind.name().to_owned(), header.subject, header.batch, body)
    };
    session.book.runs().unwrap().into_iter().flat_map(|run| run.entries).map(entry).collect()
}

#[test]
fn it_is_the_same_every_time_sound_and_as_long_however_many_cases_there_are() {
    let [one, other, large] = [0; 3].map(|_| tempfile::tempdir().unwrap());
    let (one, other) = (demo(one.path()), demo(other.path()));
    assert!(entries(&one) == entries(&other));
    assert_eq!(one.book.verify().unwrap().findings, []);
    let followed = |session: &Session| {
        let logged = ["case-logged", "observed"];
        entries(session).iter().filter(|(_, kind, ..)| !logged.contains(&kind.as_str())).count()
    };
    let large = open_demo(large.path(), 5_000, Settings::default()).unwrap();
    let (small, large) = (followed(&one), followed(&large));
    assert!((1_000..4_000).contains(&small) && large < small * 3 / 2, "{small} {large}");
}

/// What happened to each case, in order.
fn histories(session: &Session) -> Vec<(Case, Vec<Seen>)> {
    let view = session.view();
    let cases = view.list(&Listing::default()).unwrap().into_iter().map(|stored| stored.case);
    let history = |case: Case| {
        let entries = view.entries_of(case.id).unwrap();
        (case, entries)
    };
    cases.map(history).filter(|(_, entries)| entries.len() > 1).collect()
}

#[test]
fn nothing_happens_that_a_use_case_would_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let session = demo(folder.path());
    let submissions: BTreeMap<_, _> =
        session.view().submissions().unwrap().into_iter().map(|one| (one.id, one)).collect();
    for (case, entries) in histories(&session) {
        for (place, entry) in entries.iter().enumerate().skip(1) {
            let before = fold(case.id, &entries[..place]).unwrap().case;
            let body = entry.body.as_deref().unwrap();
            let happened = entry.header.at.day().unwrap();
            let is_open = before.status.is_open();
            let told = || serde_json::from_slice::<Told>(body).unwrap();
            match entry.header.kind {
                Kind::Confirmed => assert_eq!(before.status, Status::New, "{}", case.number),
                Kind::Submitted => {
                    let submitted: Submitted = serde_json::from_slice(body).unwrap();
                    let submission = &submissions[&submitted.submission];
                    assert!(is_open && before.follow.check.is_some(), "{}", case.number);
                    assert!(before.record.consent.contains(&Purpose::Count));
                    assert!(submission.made.cases.contains(&case.id) && submitted.on == happened);
                    assert!(before.record.visited_on < submitted.on);
                    let waits = before.status == Status::Raised
                        && before.follow.newest().is_some_and(|raised| raised.party == submitted.party);
                    assert!(!waits, "{} waits with {}", case.number, submitted.party);
                }
                Kind::Replied => assert!(is_open, "{}", case.number),
                Kind::MemberTold | Kind::MemberTried => {
                    assert!(is_open && told().on == Some(happened), "{} {happened}", case.number);
                }
                Kind::Closed => {
                    assert!(is_open && before.follow.may_close(), "{}", case.number);
                    assert_eq!(told().on, Some(happened));
                }
                Kind::AskedAgain => {
                    let closed_on = before.follow.closed_on.unwrap();
                    assert!((28..40).contains(&(happened - closed_on).num_days()), "{}", case.number);
                }
                Kind::Withdrawn => assert!(is_open),
                Kind::Reopened => assert!(!is_open),
                _ => {}
            }
        }
    }
    for submission in submissions.values() {
        assert!(submission.made.on <= ANCHOR && session.calendar.is_working(submission.made.on));
        for reply in &submission.replies {
            assert!(reply.on >= submission.made.on && session.calendar.is_working(reply.on), "{reply:?}");
            assert!(reply.is_interim() == reply.until.is_some());
        }
    }
    let names: BTreeSet<String> =
        session.view().submissions().unwrap().iter().map(|one| one.handle().to_string()).collect();
    assert_eq!(names.len(), submissions.len());
}

/// When a submission was answered, and by when it was to be.
fn answered(session: &Session, submission: &Submission) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let State::Answered(on) = session.state_of(submission).unwrap() else {
        return None;
    };
    Some((on, submission.answer_by(&session.calendar)?))
}

#[test]
fn every_course_of_a_submission_occurs() {
    let folder = tempfile::tempdir().unwrap();
    let session = demo(folder.path());
    let all = session.view().submissions().unwrap();
    assert!((30..=42).contains(&all.len()), "{}", all.len());
    let parties: BTreeSet<String> = all.iter().map(|one| one.made.party.key()).collect();
    assert!(parties.len() >= 12, "{parties:?}");
    for way in [Way::Letter, Way::Meeting, Way::Call, Way::Hotline, Way::Message] {
        assert!(all.iter().any(|one| one.made.way == way), "{way}");
    }
    let is = |found: bool, what: &str| assert!(found, "no submission {what}");
    let in_time = |one: &&Submission| answered(&session, one).is_some_and(|(on, due)| on <= due);
    let late = |one: &&Submission| answered(&session, one).is_some_and(|(on, due)| on > due);
    is(all.iter().filter(in_time).count() >= 15, "in time");
    is(all.iter().filter(late).count() >= 4, "late");
    let moved = |one: &&Submission| one.replies.iter().any(|reply| reply.until.is_some());
    is(all.iter().filter(moved).filter(in_time).count() >= 2, "moved and then in time");
    is(all.iter().filter(moved).any(|one| late(&one)), "moved and late all the same");
    let silent = |one: &&Submission| one.replies.iter().all(Reply::is_interim);
    let escalated: Vec<&Submission> = all.iter().filter(|one| one.made.after.is_some()).collect();
    let lower = |one: &Submission| all.iter().find(|lower| Some(lower.id) == one.made.after).unwrap().clone();
    is(escalated.iter().filter(|one| silent(&&lower(one))).count() >= 3, "unanswered and taken a rung up");
    let regulator = escalated.iter().filter(|one| one.made.party == Party::Regulator);
    for one in regulator.clone() {
        let fund = lower(one);
        let refused = fund.replies.last().unwrap().on;
        let until = session.calendar.after(refused, crate::domain::clock::REGULATOR_WINDOW);
        assert!(one.made.on <= until, "{} after {until}", one.made.on);
    }
    is(regulator.count() == 2, "taken to the Regulator");
    is(all.iter().any(|one| one.pauses.iter().any(|pause| pause.until.is_some())), "paused and resumed");
    is(all.iter().any(|one| matches!(session.state_of(one), Ok(State::Paused(_)))), "paused now");
    let is_state =
        |wanted: &dyn Fn(&State) -> bool| all.iter().any(|one| wanted(&session.state_of(one).unwrap()));
    is(is_state(&|state| matches!(state, State::ToAnswer(_, Due::Overdue(_)))), "overdue now");
    is(is_state(&|state| matches!(state, State::ToAnswer(_, Due::Soon(_)))), "due soon");
    is(is_state(&|state| matches!(state, State::ToAcknowledge(_, Due::Overdue(_)))), "not acknowledged");
    let demands = session.view().demands().unwrap();
    assert_eq!(demands.len(), 2);
    for demand in demands {
        let cases = session.cases_of_demand(&demand).unwrap().len();
        assert!(cases >= 15, "{}: {cases}", demand.title);
    }
}

#[test]
fn every_course_of_a_member_occurs() {
    let folder = tempfile::tempdir().unwrap();
    let session = demo(folder.path());
    let histories = histories(&session);
    let count = |wanted: &dyn Fn(&Case, &[Seen]) -> bool| {
        histories.iter().filter(|(case, entries)| wanted(case, entries)).count()
    };
    let happened =
        |entries: &[Seen], kind: &Kind| entries.iter().filter(|entry| entry.header.kind == *kind).count();
    let after_tries = |case: &Case, entries: &[Seen]| {
        case.status == Status::Closed
            && case.follow.reach.told_on.is_none()
            && happened(entries, &Kind::MemberTried) >= TRIES as usize
    };
    assert!(count(&after_tries) >= 5);
    assert!(count(&|case, _| case.status == Status::Withdrawn) >= 2);
    assert!(count(&|_, entries| happened(entries, &Kind::Reopened) > 0) >= 3);
    let again = |_: &Case, entries: &[Seen]| {
        happened(entries, &Kind::Reopened) > 0 && happened(entries, &Kind::Submitted) == 2
    };
    assert!(count(&again) >= 1);
    let changed = |_: &Case, entries: &[Seen]| {
        let words =
            entries.iter().filter(|entry| matches!(entry.header.kind, Kind::MemberTold | Kind::AskedAgain));
        let words: BTreeSet<MemberOutcome> = words
            .filter_map(|entry| serde_json::from_slice::<Told>(entry.body.as_deref()?).ok()?.outcome)
            .collect();
        happened(entries, &Kind::AskedAgain) > 0 && words.len() > 1
    };
    assert!(count(&changed) >= 10);
    for outcome in
        [PartyOutcome::Upheld, PartyOutcome::Partly, PartyOutcome::NotUpheld, PartyOutcome::NoAnswer]
    {
        assert!(count(&|case, _| case.party_outcome == Some(outcome)) >= 5, "{outcome}");
    }
    for turn in [Turn::Raise, Turn::Party, Turn::Tell, Turn::Close, Turn::AskAgain, Turn::Done] {
        assert!(count(&|case, _| case.turn() == turn) >= 2, "{turn}");
    }
    let urgent =
        |case: &Case, _: &[Seen]| case.is_urgent() && case.status.is_open() && !case.follow.marks.is_empty();
    assert!(count(&urgent) >= 2);
}

#[test]
fn promises_are_kept_and_broken_as_members_and_waits_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = demo(folder.path());
    let promises = session.view().promises().unwrap();
    assert!((18..=26).contains(&promises.len()));
    let fates: BTreeSet<Fate> = promises.iter().map(Promise::fate).collect();
    assert_eq!(fates.len(), 5);
    assert!(promises.iter().any(|one| !one.moved.is_empty() && one.fate() == Fate::Broken));
    let pending: Vec<&Promise> = promises.iter().filter(|one| one.fate() == Fate::Pending).collect();
    let due =
        |wanted: &dyn Fn(chrono::NaiveDate) -> bool| pending.iter().any(|one| one.due().is_some_and(wanted));
    assert!(due(&|due| due == day("2026-11-01")), "due tomorrow");
    assert!(due(&|due| due < ANCHOR) && due(&|due| due > day("2026-12-01")));
    for promise in &promises {
        let Some(WaitsSince { day: parting, before, after }) =
            promise.judged.as_ref().and_then(|judged| judged.waits)
        else {
            continue;
        };
        assert_eq!(parting, promise.parting_day());
        let Whereabouts::Facility(id) = &promise.promised.place else {
            panic!("{promise:?}");
        };
        let judged_on = promise.judged.as_ref().unwrap().on;
        let listing = session
            .listing(&format!("facility:{id} recorded-until:{judged_on}"), Order::Visited, None)
            .unwrap();
        let then = session.compare(&listing, &What::At(parting)).unwrap();
        let side =
            |waits| (crate::domain::waits::Waits::count(waits), median(waits).map(|m| m.round() as u32));
        assert_eq!((before, after), (side(&then.a.waits), side(&then.b.waits)), "{id}");
        let fell = then.found.difference == Difference::Longer;
        assert_eq!(fell, promise.fate() == Fate::Kept, "{id}: {:?}", then.found);
    }
    // The same is found by whoever looks today.
    let kept = promises
        .iter()
        .find(|one| one.fate() == Fate::Kept && one.judged.as_ref().is_some_and(|j| j.waits.is_some()));
    let now = session.waits_since(kept.unwrap()).unwrap();
    assert!(now.before.0 >= 30 && now.after.0 >= 30 && now.before.1 > now.after.1, "{now:?}");
}

#[test]
fn today_shows_something_of_everything() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = demo(folder.path());
    let agenda = session.agenda().unwrap();
    let count = |kind: TaskKind| agenda.tasks.iter().filter(|task| task.kind == kind).count();
    for (kind, least, most) in [
        (TaskKind::Urgent, 3, 12),
        (TaskKind::Regulator, 1, 2),
        (TaskKind::Tell, 4, 30),
        (TaskKind::Answer, 2, 5),
        (TaskKind::Promise, 3, 6),
        (TaskKind::Acknowledge, 1, 4),
        (TaskKind::Consent, 1, 2),
        (TaskKind::AskAgain, 3, 60),
    ] {
        assert!((least..=most).contains(&count(kind)), "{kind:?}: {} of {:#?}", count(kind), agenda.tasks);
    }
    assert!(agenda.to_raise >= 10 && agenda.to_close >= 3);
    // And what the demo's guest does next is not what the demo did.
    let call = session.calls(false).unwrap().remove(0);
    let number = call.number.parse().unwrap();
    let refused = session.close(&number, ANCHOR, None);
    assert!(matches!(refused, Err(AppError::Follow(FollowError::NotTold(..)))), "{refused:?}");
}

#[test]
fn process_figures_leave_no_missed_answer_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = demo(folder.path());
    let process = session.process(&ProcessRequest::default()).unwrap();
    let total = &process.total;
    assert_eq!(total.received, total.answered + total.open + total.overdue + total.withdrawn, "{total:?}");
    // A letter that was never answered stays missed, though the cases were settled by others since.
    let group = |key: &str| process.groups.iter().find(|group| group.key == key).unwrap();
    let silent = group("facility:H050101");
    assert!(silent.answered == 0 && silent.overdue == silent.received, "{silent:?}");
    let employer = group("employer:nine lanterns garment co., ltd.");
    assert_eq!(employer.name_en, "Nine Lanterns Garment Co., Ltd.");
}

#[test]
fn no_official_bears_a_member_s_name() {
    let folder = tempfile::tempdir().unwrap();
    let session = demo(folder.path());
    let view = session.view();
    let names: BTreeSet<String> = view
        .list(&Listing::default())
        .unwrap()
        .iter()
        .filter_map(|stored| view.identity(stored).unwrap().name)
        .collect();
    let contacts = view.described_parties().unwrap().into_iter().flat_map(|party| party.contacts);
    let promisers = view.promises().unwrap().into_iter().filter_map(|promise| promise.promised.who);
    for official in contacts.map(|contact| contact.name).chain(promisers) {
        assert!(!names.iter().any(|name| official.contains(name.as_str())), "{official}");
    }
}
