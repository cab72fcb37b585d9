//! Following up on a book in a temporary folder.

use std::slice::from_ref;

use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::app::tests::session;
use crate::app::{AppError, Session};
use crate::domain::draft::Draft;
use crate::domain::promise::{Fate, MembersWord};
use crate::domain::standing::{Answer, Mark, RebuttalCheck, Turn};
use crate::domain::submission::{State, Way};
use crate::domain::values::{MemberOutcome, PartyOutcome, Status};
use crate::i18n::{Lang, Speak};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn logged(session: &mut Session, consent: &[&str], severity: &str) -> CaseNumber {
    let draft = json!({
        "visited_on": "2026-09-03", "facility": "N00003", "payer": "nssf", "consent": consent,
        "issues": [{"code": "SAFE", "severity": severity}], "narrative": "waited",
        "member": {"name": "Chan Sokha", "phone": "012345678", "safe_time": "after 18h"},
    });
    let number = session.log(&Draft::from_json(&draft).unwrap()).unwrap().number;
    session.confirm(&number).unwrap();
    number
}

fn new(party: &str, on: &str, cases: &[CaseNumber]) -> NewSubmission {
    NewSubmission {
        party: party.parse().unwrap(),
        on: day(on),
        way: Way::Letter,
        cases: cases.to_vec(),
        about: None,
        demand: None,
        after: None,
        files: Vec::new(),
        check: Some(RebuttalCheck::all(Answer::No)),
        although_rebutted: false,
    }
}

fn turn(session: &Session, number: &CaseNumber) -> Turn {
    session.view().case(number).unwrap().case.turn()
}

fn is_clean(session: &Session) -> bool {
    session.book.verify().unwrap().findings.is_empty()
}

/// A reply with one outcome for all cases.
fn with(outcome: PartyOutcome, on: &str) -> NewReply {
    NewReply { on: Some(day(on)), outcome: Some(outcome), ..NewReply::default() }
}

#[test]
fn a_case_goes_from_logged_to_closed_and_is_asked_about_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = logged(&mut session, &["count", "story"], "low");
    assert_eq!(turn(&session, &number), Turn::Raise);
    let made = session.raise(&new("nssf-branch:12", "2026-10-01", from_ref(&number))).unwrap();
    assert_eq!(turn(&session, &number), Turn::Party);
    assert!(matches!(session.state_of(&made).unwrap(), State::ToAnswer(_, due) if due.is_overdue()));
    assert!(matches!(
        session.close(&number, day("2026-11-01"), None),
        Err(AppError::Follow(FollowError::NotTold(_, 0)))
    ));
    let answered = session.reply(&made, &with(PartyOutcome::Partly, "2026-10-20")).unwrap();
    assert_eq!(answered, from_ref(&number));
    assert_eq!(turn(&session, &number), Turn::Tell);
    let calls = session.calls(true).unwrap();
    assert_eq!(calls[0].safe_time.as_deref(), Some("after 18h"));
    assert!(session.calls(false).unwrap()[0].name.is_none());
    session.tell(&number, day("2026-10-21"), Reached::Told(Some(MemberOutcome::NotSolved))).unwrap();
    session.close(&number, day("2026-10-21"), None).unwrap();
    let case = session.view().case(&number).unwrap().case;
    assert_eq!((case.status, case.member_outcome), (Status::Closed, Some(MemberOutcome::NotSolved)));
    // Today is 22 November: four weeks are over.
    assert_eq!(session.calls(false).unwrap()[0].why, Turn::AskAgain);
    session.ask_again(&number, day("2026-11-20"), Some(MemberOutcome::Solved)).unwrap();
    assert_eq!(turn(&session, &number), Turn::Done);
    assert!(session.calls(false).unwrap().is_empty());
    assert!(is_clean(&session));
}

/// Both complained of one visit: one case stands, and each of them is owed the answer.
#[test]
fn whoever_else_complained_is_called_and_told_before_the_case_closes() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = logged(&mut session, &["count"], "low");
    let draft = |name: &str, phone: &str| {
        Draft::from_json(&json!({
            "visited_on": "2026-09-03", "facility": "N00003", "payer": "nssf", "consent": ["count"],
            "issues": [{"code": "SAFE", "severity": "low"}], "narrative": "waited",
            "member": {"name": name, "phone": phone},
        }))
        .unwrap()
    };
    session.clock = crate::app::Clock::Fixed(session.clock.now() + chrono::Duration::seconds(1));
    let other = session.log(&draft("Keo Dany", "098055123")).unwrap().number;
    let twice = session.log(&draft("Chan Sokha", "012345678")).unwrap().number;
    session.join(&number, &other).unwrap();
    session.join(&number, &twice).unwrap();
    let made = session.raise(&new("nssf-branch:12", "2026-10-01", from_ref(&number))).unwrap();
    session.reply(&made, &with(PartyOutcome::Partly, "2026-10-20")).unwrap();
    let called = |session: &Session| {
        let calls = session.calls(true).unwrap();
        calls.into_iter().map(|call| (call.number, call.phone, call.joined_into)).collect::<Vec<_>>()
    };
    let phone = |phone: &str| Some(phone.to_owned());
    let of_member = (number.to_string(), phone("012345678"), None);
    let of_other = (other.to_string(), phone("098055123"), Some(number.to_string()));
    assert_eq!(called(&session), [of_member, of_other.clone()]);
    assert!(session.calls(false).unwrap().iter().all(|call| call.phone.is_none() && call.name.is_none()));
    // The member is told: the other one still is to be, and nothing closes.
    session.tell(&number, day("2026-10-21"), Reached::Told(Some(MemberOutcome::Solved))).unwrap();
    assert_eq!((turn(&session, &number), called(&session)), (Turn::Tell, vec![of_other.clone()]));
    let refused = session.close(&number, day("2026-10-21"), None).unwrap_err();
    assert!(refused.what(Lang::En).contains(other.as_str()), "{refused}");
    assert!(matches!(
        session.tell_and_close(&number, day("2026-10-21"), None),
        Err(AppError::Follow(FollowError::WitnessNotTold { tries: 0, .. }))
    ));
    // Who told it twice was told; a number says of whom it is.
    let told_twice = session.tell(&twice, day("2026-10-21"), Reached::NotReached);
    assert!(matches!(told_twice, Err(AppError::Book(crate::book::BookError::Joined(..)))));
    assert_eq!(session.tell(&other, day("2026-10-22"), Reached::NotReached).unwrap(), number);
    assert_eq!(session.calls(false).unwrap()[0].tries, 1);
    session.tell(&other, day("2026-10-23"), Reached::Told(Some(MemberOutcome::NotSolved))).unwrap();
    let follow = session.view().case(&number).unwrap().case.follow;
    let said = follow.witnesses_reached.values().map(|reach| (reach.told_on, reach.tries, reach.said));
    assert_eq!(said.collect::<Vec<_>>(), [(Some(day("2026-10-23")), 0, Some(MemberOutcome::NotSolved))]);
    assert!(session.close(&number, day("2026-10-22"), None).is_err());
    session.close(&number, day("2026-10-23"), None).unwrap();
    let case = session.view().case(&number).unwrap().case;
    assert_eq!((case.status, case.member_outcome), (Status::Closed, Some(MemberOutcome::Solved)));
    assert!(is_clean(&session));
    // A new answer is news to both of them.
    session.undo().unwrap();
    let appeal = session.raise(&new("nssf", "2026-10-24", from_ref(&number))).unwrap();
    session.reply(&appeal, &with(PartyOutcome::Upheld, "2026-11-10")).unwrap();
    assert_eq!(called(&session).len(), 2);
    assert!(is_clean(&session));
}

#[test]
fn what_may_not_be_raised_is_left_out_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let sound = logged(&mut session, &["count"], "low");
    let without = logged(&mut session, &[], "low");
    let rebutted = logged(&mut session, &["count"], "low");
    session
        .check_case(&rebutted, RebuttalCheck { form: Answer::Yes, ..RebuttalCheck::all(Answer::No) })
        .unwrap();
    let party = "nssf".parse().unwrap();
    let why = |session: &mut Session, check| -> Vec<(CaseNumber, WhyNot)> {
        let raisable = session.raisable(&party, "", check).unwrap();
        raisable.left().map(|(case, why)| (case.number.clone(), why)).collect()
    };
    let left = why(&mut session, None);
    assert!(
        left.contains(&(sound.clone(), WhyNot::Unchecked)) && left.contains(&(without, WhyNot::NoConsent))
    );
    assert!(left.contains(&(rebutted, WhyNot::Rebutted)));
    let none = Some(RebuttalCheck::all(Answer::No));
    assert_eq!(why(&mut session, none).len(), 2);
    session.raise(&new("nssf", "2026-11-02", from_ref(&sound))).unwrap();
    assert!(why(&mut session, none).contains(&(sound.clone(), WhyNot::Waiting)));
    assert!(matches!(
        session.raise(&new("nssf", "2026-11-02", &[sound])),
        Err(AppError::Follow(FollowError::NothingToRaise))
    ));
}

#[test]
fn a_silent_rung_is_passed_over_and_the_window_of_the_regulator_counts_down() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = logged(&mut session, &["count"], "low");
    let branch = session.raise(&new("nssf-branch:12", "2026-10-01", from_ref(&number))).unwrap();
    let kinds = |session: &mut Session| -> Vec<TaskKind> {
        session.agenda().unwrap().tasks.into_iter().map(|task| task.kind).collect()
    };
    let due = kinds(&mut session);
    assert!(due.contains(&TaskKind::Answer) && due.contains(&TaskKind::Regulator), "{due:?}");
    let higher = NewSubmission { after: Some(branch.id), ..new("ssr", "2026-11-20", from_ref(&number)) };
    session.raise(&higher).unwrap();
    let case = session.view().case(&number).unwrap().case;
    assert_eq!(case.follow.raised.len(), 2);
    assert!(!kinds(&mut session).contains(&TaskKind::Regulator));
    // One step back takes the submission and what it did to the case.
    session.undo().unwrap();
    assert_eq!(session.view().case(&number).unwrap().case.follow.raised.len(), 1);
    assert!(kinds(&mut session).contains(&TaskKind::Regulator));
    assert!(is_clean(&session));
}

#[test]
fn three_tries_do_as_well_as_telling() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = logged(&mut session, &["count"], "low");
    let made = session.raise(&new("nssf", "2026-10-01", from_ref(&number))).unwrap();
    session.reply(&made, &with(PartyOutcome::NotUpheld, "2026-10-20")).unwrap();
    for on in ["2026-10-21", "2026-10-22", "2026-10-23"] {
        assert!(session.close(&number, day(on), None).is_err());
        session.tell(&number, day(on), Reached::NotReached).unwrap();
    }
    session.close(&number, day("2026-10-24"), None).unwrap();
    assert!(is_clean(&session));
}

#[test]
fn an_urgent_case_is_first_and_stands_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let calm = logged(&mut session, &["count"], "low");
    let unsafe_case = logged(&mut session, &["count"], "high");
    let made = session.raise(&new("nssf", "2026-10-01", &[calm.clone(), unsafe_case.clone()])).unwrap();
    session.reply(&made, &with(PartyOutcome::Upheld, "2026-10-20")).unwrap();
    let tasks = session.agenda().unwrap().tasks;
    assert_eq!((tasks[0].kind, tasks[0].of.as_str()), (TaskKind::Urgent, unsafe_case.as_str()));
    assert_eq!(tasks.iter().filter(|task| task.of == unsafe_case.as_str()).count(), 1);
    session.mark_case(&calm, &[Mark::Retaliation].into()).unwrap();
    let listing = session.listing("urgent:yes", crate::book::Order::Visited, None).unwrap();
    assert_eq!(session.view().count(&listing).unwrap(), 2);
    let listing = session.listing("party:nssf turn:tell", crate::book::Order::Visited, None).unwrap();
    assert_eq!(session.view().count(&listing).unwrap(), 2);
}

#[test]
fn a_promise_is_judged_by_members_or_waits_and_never_by_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let new = NewPromise {
        party: "facility:N00003".parse().unwrap(),
        what: "a counter for card-holders".into(),
        who: None,
        role: None,
        said_where: None,
        on: Some(day("2026-06-01")),
        due: Some(day("2026-09-01")),
        shown_by: None,
        place: None,
        submission: None,
    };
    let promise = session.promise(&new).unwrap();
    assert_eq!(promise.promised.place.query(), "facility:N00003");
    assert!(
        session.agenda().unwrap().tasks.iter().any(|task| task.kind == TaskKind::Promise && task.overdue)
    );
    let judgement =
        |members| Judgement { fate: Fate::Broken, on: None, members, by_waits: false, note: None };
    assert!(matches!(
        session.judge_promise(&promise, &judgement(None)),
        Err(AppError::Follow(FollowError::NoBasis))
    ));
    let wrong = Some(MembersWord { asked: 2, kept: 3 });
    assert!(session.judge_promise(&promise, &judgement(wrong)).is_err());
    session.move_promise(&promise, day("2026-10-01"), day("2026-08-30")).unwrap();
    let promise = session.promise_called(&promise.handle().to_string()).unwrap();
    // Of nobody's waits nothing follows.
    assert!(session.judge_promise(&promise, &Judgement { by_waits: true, ..judgement(None) }).is_err());
    let word = Some(MembersWord { asked: 9, kept: 2 });
    session.judge_promise(&promise, &Judgement { by_waits: true, ..judgement(word) }).unwrap();
    let view = session.promise_views().unwrap().remove(0);
    assert_eq!((view.fate, view.earlier_dues.as_slice()), (Fate::Broken, [day("2026-09-01")].as_slice()));
    assert_eq!(view.judged.unwrap().waits.unwrap().day, day("2026-10-01"));
    assert!(is_clean(&session));
}

#[test]
fn process_figures_count_raised_cases_by_party() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let cases: Vec<CaseNumber> = (0..4).map(|_| logged(&mut session, &["count"], "low")).collect();
    let made = session.raise(&new("nssf", "2026-10-01", &cases)).unwrap();
    session.withdraw(&cases[3]).unwrap();
    let of_cases =
        [(cases[0].clone(), PartyOutcome::Upheld), (cases[1].clone(), PartyOutcome::Partly)].into();
    session.reply(&made, &NewReply { on: Some(day("2026-10-15")), of_cases, ..NewReply::default() }).unwrap();
    let process = session.process(&ProcessRequest::default()).unwrap();
    let group = &process.groups[0];
    assert_eq!((group.key.as_str(), group.received, group.answered), ("nssf", 4, 2));
    assert_eq!((group.open, group.overdue, group.withdrawn), (0, 1, 1));
    let in_time = group.answered_in_time.unwrap();
    assert_eq!((in_time.n, in_time.of), (2, 3));
    assert_eq!(group.party_outcomes["upheld"], 1);
    assert_eq!(process.total.received, 4);
    let by_place = ProcessRequest { by: ProcessBy::Province, ..ProcessRequest::default() };
    assert_eq!(session.process(&by_place).unwrap().groups[0].key, "12");
    let elsewhere = ProcessRequest { query: "province:08".into(), ..ProcessRequest::default() };
    assert_eq!(session.process(&elsewhere).unwrap().total.received, 0);
}

#[test]
fn cases_are_linked_to_a_demand_by_its_title() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let cases: Vec<CaseNumber> = (0..2).map(|_| logged(&mut session, &["count"], "low")).collect();
    let demand = session.link(&cases[..1], "Two counters").unwrap();
    assert_eq!(session.link(&cases[1..], "two  counters").unwrap().id, demand.id);
    assert_eq!(session.cases_of_demand(&demand).unwrap().len(), 2);
    session.unlink(&cases[..1], &demand).unwrap();
    assert_eq!(session.cases_of_demand(&demand).unwrap(), cases[1..]);
    assert_eq!(session.demand_called(&demand.handle().to_string()).unwrap().title, "Two counters");
    assert!(is_clean(&session));
}

#[test]
fn a_party_is_described_and_its_clocks_hold_for_what_is_raised_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let cases: Vec<CaseNumber> = (0..2).map(|_| logged(&mut session, &["count"], "low")).collect();
    let before = session.raise(&new("nssf", "2026-11-02", &cases[..1])).unwrap();
    let party: Party = "nssf".parse().unwrap();
    let mut described = session.description_of(&party).unwrap();
    described.clocks.answer = 5;
    assert!(session.describe_party(&described).unwrap().is_described);
    let after = session.raise(&new("nssf", "2026-11-02", &cases[1..])).unwrap();
    assert!(after.answer_by(&session.calendar) < before.answer_by(&session.calendar));
    assert!(session.parties().unwrap().iter().any(|known| known.clocks.answer == 5));
    assert_eq!(
        session.ladder(&"N00003".parse().unwrap()).unwrap()[2].party.party.to_string(),
        "nssf-branch:12"
    );
    assert!(matches!(session.party_called("phd:99"), Err(AppError::Follow(FollowError::NoParty(_)))));
}

#[test]
fn the_calendar_folds_long_lines_between_letters_and_escapes() {
    let what = "ករណី, ; \\ ".repeat(20);
    let entries = [("KC-S-000000".to_owned(), "answer", day("2026-12-01"), what)];
    let now = "2026-11-22T09:00:00+07:00".parse().unwrap();
    let file = calendar_file(&entries, now);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(file.ends_with("END:VCALENDAR\r\n") && file.contains("DTSTART;VALUE=DATE:20261201\r\n"));
    let unfolded = file.replace("\r\n ", "");
    assert!(unfolded.contains("\\, \\; \\\\ "), "{unfolded}");
}
