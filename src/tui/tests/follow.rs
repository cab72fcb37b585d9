//! What keys do where a case is followed up, and what the tests of following up stand on.

use std::sync::OnceLock;

use super::case::{carry_out, reading, refuse, screen};
use super::*;
use crate::app::follow::{
    Agenda, Candidate, DemandView, FollowError, OnCase, PartyKnown, Raisable, RaisedView, Rung,
    SubmissionView, Task, TaskKind, Whether, WhyNot,
};
use crate::app::{AppError, NewBook, Settings};
use crate::book::{Cost, Device, Options, Secret};
use crate::domain::clock::{Clocks, Due};
use crate::domain::party::Party;
use crate::domain::standing::{Answer as Holds, FollowUp, Mark, Raised, RebuttalCheck, Turn};
use crate::domain::submission::{State, Way};
use crate::domain::values::{MemberOutcome, PartyOutcome};
use crate::tui::action::{Action, Context};
use crate::tui::effect::{AtGate, Given, Replying};
use crate::tui::layers::Layer;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn party(form: &str, name_km: &str, name_en: &str) -> PartyKnown {
    PartyKnown {
        party: form.parse().unwrap(),
        name_km: name_km.to_owned(),
        name_en: name_en.to_owned(),
        contacts: Vec::new(),
        clocks: Clocks::default(),
        is_described: false,
    }
}

fn fund() -> PartyKnown {
    party("nssf", "បេឡាជាតិសន្តិសុខសង្គម", "the fund")
}

fn ladder() -> Vec<Rung> {
    let facility = kossamak();
    let director = party("facility:N00003", &facility.name_km, &facility.name_en);
    let branch = party("nssf-branch:12", "សាខា ប.ស.ស. ភ្នំពេញ", "the NSSF branch of Phnom Penh");
    [director, branch, fund()].map(|party| Rung { party, open: 0 }).into()
}

/// What followed on a case on which nothing happened yet.
pub fn on_case() -> OnCase {
    OnCase {
        turn: Turn::Confirm,
        since: Some(today()),
        raised: Vec::new(),
        demands: Vec::new(),
        ladder: ladder(),
    }
}

/// A case that was raised with the fund in a submission of three cases, whose answer is overdue.
pub fn raised() -> Box<Story> {
    let mut known = story();
    let on = day("2026-09-28");
    let submission = uuid::Uuid::from_u128(7);
    known.case.status = Status::Raised;
    known.case.record.employer = Some("ក្រុមហ៊ុនមាស".to_owned());
    known.case.follow = FollowUp {
        raised: vec![Raised { submission, party: Party::Nssf, on, outcome: None }],
        check: Some(RebuttalCheck { contributions: Holds::Unknown, ..RebuttalCheck::all(Holds::No) }),
        marks: [Mark::Retaliation].into(),
        ..FollowUp::default()
    };
    known.follow = OnCase {
        turn: Turn::Party,
        since: Some(on),
        raised: vec![RaisedView {
            handle: "KC-S-7F3Q2X".to_owned(),
            party: fund(),
            way: Way::Letter,
            on,
            answered: None,
            state: Some(State::ToAnswer(day("2026-10-26"), Due::Overdue(5))),
            first_due: Some(day("2026-10-22")),
            acknowledged_on: None,
            regulator_until: Some(day("2026-12-09")),
            waiting: 3,
        }],
        demands: vec![DemandView {
            id: submission, title: "បញ្ជរពីរ".to_owned(), is_linked: true
        }],
        ladder: ladder(),
    };
    known
}

/// The same, answered.
pub fn answered() -> Box<Story> {
    let mut known = raised();
    known.case.status = Status::Answered;
    known.case.party_outcome = Some(PartyOutcome::NotUpheld);
    let newest = &mut known.follow.raised[0];
    newest.answered = Some((today(), PartyOutcome::NotUpheld));
    (newest.state, newest.first_due) = (None, None);
    known.follow.turn = Turn::Tell;
    known
}

/// What is due: one of each kind that looks different.
#[expect(clippy::unnecessary_box_returns, reason = "the message holds a box")]
pub fn agenda(lang: Lang) -> Box<Agenda> {
    let task = |kind, of: &str, case: Option<u64>, what: (&str, &str), days_left: Option<i64>| Task {
        kind,
        of: of.to_owned(),
        case: case.map(number),
        what: lang.pick(what.0, what.1).to_owned(),
        due: (kind != TaskKind::Urgent).then(|| day("2026-10-26")),
        days_left,
        overdue: days_left.is_some_and(|days| days < 0),
        urgent: kind == TaskKind::Urgent,
    };
    let tasks = vec![
        task(TaskKind::Urgent, number(1).as_str(), Some(1), ("បន្ទាន់៖ ដាក់ជូនភាគី", "Urgent: raise it"), None),
        task(
            TaskKind::Answer,
            "KC-S-7F3Q2X",
            Some(2),
            ("បេឡាត្រូវឆ្លើយអំពីករណី", "the fund is to answer on 3 cases"),
            Some(-5),
        ),
        task(TaskKind::Tell, number(3).as_str(), Some(3), ("ប្រាប់សមាជិកពីចម្លើយ", "Tell the member"), Some(0)),
        task(
            TaskKind::Promise,
            "KC-P-00111Z",
            None,
            ("បេឡាបានសន្យា៖ បញ្ជរ", "the fund promised: a counter"),
            Some(2),
        ),
        task(TaskKind::NextStep, number(4).as_str(), Some(4), ("ជំហានបន្ទាប់៖ ទូរស័ព្ទ", "Next: call"), Some(1)),
    ];
    Box::new(Agenda { tasks, urgent: 1, to_confirm: 12, to_raise: 3, ..Agenda::default() })
}

/// Of four cases that were chosen two may be raised.
#[expect(clippy::unnecessary_box_returns, reason = "the message holds a box")]
pub fn raisable() -> Box<Raisable> {
    let case = |index: u64, whether| Candidate {
        number: number(index),
        id: uuid::Uuid::from_u128(index.into()),
        whether,
        check: None,
        evidence: Evidence::C,
        may_be_told: false,
        is_urgent: false,
        is_confirmed: true,
    };
    let no = Whether::No;
    Box::new(Raisable {
        cases: vec![
            case(1, Whether::Yes),
            case(2, Whether::Yes),
            case(3, no(WhyNot::Unchecked)),
            case(4, no(WhyNot::NoConsent)),
        ],
    })
}

/// A submission that was just made.
pub fn submitted() -> Box<SubmissionView> {
    Box::new(SubmissionView {
        handle: "KC-S-7F3Q2X".to_owned(),
        party: "nssf".to_owned(),
        party_name: "the fund".to_owned(),
        on: today(),
        way: Way::Letter,
        about: None,
        cases: 2,
        numbers: vec![number(1).to_string(), number(2).to_string()],
        answered: 0,
        waits_for: "acknowledgement",
        due: None,
        first_due: None,
        overdue: false,
        days_left: None,
        acknowledged_on: None,
        regulator_until: None,
        holidays_unknown: Vec::new(),
        replies: Vec::new(),
        files: Vec::new(),
    })
}

/// What a real book says of a gate, asked once for all tests.
pub fn at_gate() -> Box<AtGate> {
    static KNOWN: OnceLock<AtGate> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let options = Options {
            path: folder.path().join("book.wardbook"),
            secret: Secret::passphrase(""),
            device: Device::new(folder.path().join("device")),
            cost: Cost::CHEAP,
        };
        let clock = Clock::Fixed(moment());
        let session = NewBook::make(&options, "KC", "Sok Dara", clock, Settings::default()).unwrap().session;
        let id = kossamak().id;
        AtGate { card: session.gate_card(&id).unwrap(), draft: session.gate_draft(&id) }
    });
    Box::new(known.clone())
}

/// Reads a case that stands so.
pub fn reading_this(lang: Lang, known: Box<Story>) -> Model {
    let mut model = settled(lang);
    let effects = press(&mut model, KeyCode::Enter);
    let generation = effects.into_iter().find_map(|effect| match effect {
        Effect::Read(Query::Story(_), generation) => Some(generation),
        _ => None,
    });
    update(&mut model, Msg::Answer(Answer::Story(generation.unwrap(), Ok(known))));
    model
}

pub fn deed(effects: &[Effect]) -> &Deed {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::Write(Work::Do(_, deed, _)) => Some(deed),
        _ => None,
    });
    found.expect("nothing is done")
}

/// Presses the keys of a script one after the other; what the last of them asks for.
pub fn play(model: &mut Model, keys: &[KeyCode]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys {
        effects = press(model, *key);
    }
    effects
}

pub const ENTER: KeyCode = KeyCode::Enter;

pub fn letter(letter: char) -> KeyCode {
    KeyCode::Char(letter)
}

#[test]
fn a_case_shows_whose_turn_it_is_and_what_is_overdue() {
    let mut model = reading_this(Lang::En, raised());
    let text = drawn(&mut model, 80, 60).join("\n");
    for said in [
        "! Urgent: Retaliation",
        "The party's turn: its answer is awaited. (since 28/09/2026)",
        "the fund · Letter · 28/09/2026",
        "■ is to answer by 26/10/2026: overdue by 5 working days",
        "at first by 22/10/2026",
        "may go to the Regulator until 09/12/2026",
        "Had contributions lapsed? Cannot be found out",
        "Demands",
        "បញ្ជរពីរ",
    ] {
        assert!(text.contains(said), "no `{said}` in\n{text}");
    }
    let mut model = reading_this(Lang::En, answered());
    let text = drawn(&mut model, 80, 60).join("\n");
    assert!(text.contains("→ Not upheld (31/10/2026)"), "{text}");
    assert!(text.contains("tell the member the answer"), "{text}");
}

#[test]
fn the_questions_are_answered_by_a_key_each_and_none_holds_by_one() {
    let mut model = reading();
    press(&mut model, letter('o'));
    let effects = press(&mut model, letter('5'));
    assert!(matches!(deed(&effects), Deed::Check(check) if *check == RebuttalCheck::all(Holds::No)));
    carry_out(&mut model, &effects);
    assert!(screen(&mut model).contains("the objections are on record. F9"), "{}", screen(&mut model));
    press(&mut model, letter('o'));
    play(&mut model, &[letter('1'), letter('2'), letter('4'), letter('4')]);
    assert!(press(&mut model, letter('6')).iter().all(|effect| !matches!(effect, Effect::Write(_))));
    assert!(screen(&mut model).contains("Answer all four"), "{}", screen(&mut model));
    // Khmer digits do as well.
    press(&mut model, letter('៣'));
    let effects = press(&mut model, letter('៦'));
    let Deed::Check(check) = deed(&effects) else { panic!() };
    assert_eq!(check.answers(), [Holds::No, Holds::No, Holds::No, Holds::Yes]);
}

#[test]
fn a_case_is_raised_with_the_next_rung_after_the_questions() {
    let mut model = reading_this(Lang::En, {
        let mut known = story();
        known.case.status = Status::Confirmed;
        known.follow.turn = Turn::Raise;
        known
    });
    // What is to be done next stands first among the actions.
    play(&mut model, &[ENTER, ENTER]);
    assert!(
        screen(&mut model).contains("Preah Kossamak Hospital – next on the ladder"),
        "{}",
        screen(&mut model)
    );
    play(&mut model, &[ENTER, letter('2')]);
    assert!(screen(&mut model).contains("do they hold?"));
    press(&mut model, letter('5'));
    assert!(screen(&mut model).contains("Raised on which day?"));
    let effects = press(&mut model, ENTER);
    let Deed::Raise(given) = deed(&effects) else { panic!() };
    let expected = Given {
        party: "facility:N00003".parse().unwrap(),
        way: Way::Meeting,
        on: today(),
        check: Some(RebuttalCheck::all(Holds::No)),
        although_rebutted: false,
    };
    assert!(**given == expected);
    // What the use case refuses is said on the line, and nothing is lost.
    refuse(&mut model, &effects, FollowError::NothingToRaise.into());
    assert!(screen(&mut model).contains("None of these cases may be raised"), "{}", screen(&mut model));
    let effects = press(&mut model, ENTER);
    carry_out(&mut model, &effects);
    assert!(model.layers.is_empty() && screen(&mut model).contains("is raised. F9 takes it back"));
}

#[test]
fn an_objection_that_holds_is_raised_only_knowingly_and_who_has_a_case_does_not_get_it_twice() {
    let mut model = reading_this(Lang::En, raised());
    press(&mut model, letter('b'));
    // The employer stands behind the ladder.
    assert!(screen(&mut model).contains("the employer, ក្រុមហ៊ុនមាស"), "{}", screen(&mut model));
    assert!(screen(&mut model).contains("the fund – has it, answer awaited"));
    type_text(&mut model, "awaited");
    press(&mut model, ENTER);
    assert!(screen(&mut model).contains("has the case already"), "{}", screen(&mut model));
    let mut known = raised();
    known.case.follow.check = Some(RebuttalCheck { form: Holds::Yes, ..RebuttalCheck::all(Holds::No) });
    let mut model = reading_this(Lang::En, known);
    play(&mut model, &[KeyCode::F(12), ENTER, letter('1')]);
    assert!(screen(&mut model).contains("Raise it all the same?"), "{}", screen(&mut model));
    // Enter alone says no.
    assert!(press(&mut model, ENTER).is_empty() && model.layers.is_empty());
    play(&mut model, &[letter('b'), ENTER, letter('1'), letter('y')]);
    let effects = press(&mut model, ENTER);
    assert!(matches!(deed(&effects), Deed::Raise(given) if given.although_rebutted));
}

#[test]
fn a_reply_is_recorded_of_this_case_or_of_all() {
    let replied = |scope: char| {
        let mut model = reading_this(Lang::En, raised());
        press(&mut model, letter('a'));
        // Partly; of this case alone, or of all that wait.
        press(&mut model, letter('2'));
        press(&mut model, letter(scope));
        press(&mut model, ENTER);
        type_text(&mut model, "a second counter");
        let effects = press(&mut model, ENTER);
        deed(&effects).clone()
    };
    for (scope, of_all) in [('1', false), ('2', true)] {
        let Deed::Reply(handle, replying) = replied(scope) else { panic!() };
        let expected = Replying::Answer {
            on: today(),
            outcome: PartyOutcome::Partly,
            of_all,
            text: "a second counter".to_owned(),
        };
        assert!(handle == "KC-S-7F3Q2X" && replying == expected);
    }
}

#[test]
fn a_party_may_name_another_date_or_say_that_it_received_it_and_the_clock_may_stand() {
    let start = || reading_this(Lang::En, raised());
    let mut model = start();
    play(&mut model, &[letter('a'), letter('5'), ENTER]);
    type_text(&mut model, "16/11/2026");
    let effects = press(&mut model, ENTER);
    let until = day("2026-11-16");
    assert!(
        matches!(deed(&effects), Deed::Reply(_, Replying::Interim { on, until: to }) if (*on, *to) == (today(), until))
    );
    let mut model = start();
    let effects = play(&mut model, &[letter('a'), letter('6'), ENTER]);
    assert!(matches!(deed(&effects), Deed::Reply(_, Replying::Acknowledge(on)) if *on == today()));
    let mut model = start();
    let effects = play(&mut model, &[letter('a'), letter('7')]);
    assert!(matches!(deed(&effects), Deed::Reply(_, Replying::Pause(_))));
    let mut known = raised();
    known.follow.raised[0].state = Some(State::Paused(today()));
    let mut model = reading_this(Lang::En, known);
    let effects = play(&mut model, &[letter('a'), letter('7')]);
    assert!(matches!(deed(&effects), Deed::Reply(_, Replying::Resume(_))));
    // A day that is none is refused on its line.
    let mut model = start();
    play(&mut model, &[letter('a'), letter('6')]);
    type_text(&mut model, "x");
    assert!(press(&mut model, ENTER).is_empty() && screen(&mut model).contains("! "));
}

#[test]
fn a_case_closes_only_when_told_or_tried_for_and_is_asked_about_once_more() {
    let mut model = reading_this(Lang::En, answered());
    let effects = press(&mut model, letter('f'));
    assert!(matches!(&effects[..], [Effect::Wake(..)]));
    assert!(screen(&mut model).contains("tell the member first"), "{}", screen(&mut model));
    let mut known = answered();
    known.case.follow.reach.tries = 3;
    known.follow.turn = Turn::Close;
    let mut model = reading_this(Lang::En, known);
    let effects = play(&mut model, &[ENTER, ENTER]);
    assert!(*deed(&effects) == Deed::Close);
    let mut known = answered();
    known.case.status = Status::Closed;
    known.case.follow.closed_on = Some(day("2026-10-01"));
    known.follow.turn = Turn::AskAgain;
    let mut model = reading_this(Lang::En, known);
    assert!(screen(&mut model).contains("once more, from 29/10/2026 on"), "{}", screen(&mut model));
    press(&mut model, letter('w'));
    let effects = press(&mut model, letter('4'));
    assert!(*deed(&effects) == Deed::AskAgain(MemberOutcome::NotSolved));
    carry_out(&mut model, &effects);
    assert!(screen(&mut model).contains("The case can be reopened"), "{}", screen(&mut model));
}

#[test]
fn marks_and_demands_are_turned_from_their_lists() {
    let mut model = reading_this(Lang::En, raised());
    press(&mut model, letter('v'));
    let effects = press(&mut model, letter('1'));
    assert!(*deed(&effects) == Deed::Mark([Mark::Safety, Mark::Retaliation].into()));
    press(&mut model, letter('v'));
    let effects = press(&mut model, letter('2'));
    assert!(*deed(&effects) == Deed::Mark([].into()));
    press(&mut model, letter('d'));
    assert!(screen(&mut model).contains(">[✓] បញ្ជរពីរ"), "{}", screen(&mut model));
    let effects = press(&mut model, ENTER);
    assert!(matches!(deed(&effects), Deed::Unlink(_)));
    play(&mut model, &[letter('d'), KeyCode::Down, ENTER]);
    type_text(&mut model, "two counters");
    let effects = press(&mut model, ENTER);
    assert!(*deed(&effects) == Deed::Link("two counters".to_owned()));
    // Where no demand is known its title is asked for at once.
    let mut model = reading();
    press(&mut model, letter('d'));
    assert_eq!(model.context(), Context::Prompt);
}

#[test]
fn what_cannot_be_done_with_a_case_says_why() {
    let said = |known: Box<Story>, key: char| {
        let mut model = reading_this(Lang::En, known);
        let effects = press(&mut model, letter(key));
        assert!(matches!(&effects[..], [Effect::Wake(..)]), "{key}");
        screen(&mut model)
    };
    assert!(said(story(), 'a').contains("not raised with anybody"));
    assert!(said(answered(), 'a').contains("have answered"));
    assert!(said(story(), 'w').contains("not closed yet"));
    let mut silent = story();
    silent.case.record.consent.clear();
    assert!(said(silent, 'b').contains("has not agreed that the case is counted"));
    let mut praise = story();
    praise.case.record.issues = vec![Issue::new(IssueCode::Good, Severity::Low)];
    assert!(said(praise, 'b').contains("only praises"));
    let mut withdrawn = story();
    withdrawn.case.status = Status::Withdrawn;
    assert!(said(withdrawn, 'b').contains("Reopen it first"));
}

/// The last step of raising, with the cases looked at.
pub fn submitting(lang: Lang) -> Model {
    let mut model = settled(lang);
    press(&mut model, KeyCode::F(12));
    // The last step is before the first.
    let effects = press(&mut model, KeyCode::BackTab);
    answer(&mut model, effects);
    model
}

#[test]
fn every_step_of_following_up_is_offered_where_it_can_be_done() {
    for (known, expected) in
        [(story(), Action::Confirm), (raised(), Action::RecordReply), (answered(), Action::TellMember)]
    {
        let model = reading_this(Lang::En, known);
        assert_eq!(model.case.actions().first(), Some(&expected));
    }
    // The palette reaches them without letters.
    let mut model = reading_this(Lang::En, raised());
    press(&mut model, KeyCode::F(2));
    type_text(&mut model, "record-reply");
    press(&mut model, ENTER);
    let Some(Layer::Menu(_)) = model.layers.last() else { panic!() };
    assert!(screen(&mut model).contains("What did the fund reply?"));
}

#[test]
fn an_undo_names_what_followed() {
    let mut model = settled(Lang::En);
    for (kinds, subjects, said) in [
        (vec![Kind::SubmissionMade, Kind::Checked, Kind::Submitted], 3, "the raising of cases (2)"),
        (vec![Kind::ReplyReceived, Kind::Replied], 3, "the party’s reply"),
        (vec![Kind::MemberTold, Kind::Closed], 1, "the telling of the member and the closing"),
        (vec![Kind::PromiseJudged], 1, "the judging of a promise"),
    ] {
        let done = LastDone { kinds, subjects, number: None, ..last_done() };
        update(&mut model, Msg::Answer(Answer::Undone(Ok(done))));
        let text = screen(&mut model);
        assert!(text.contains(&format!("Taken back: {said}")), "{text}");
    }
}

/// Errors that have nothing to do with this module still read well on a line.
#[test]
fn a_refusal_of_the_book_stays_on_the_line() {
    let mut model = reading();
    press(&mut model, letter('d'));
    let effects = press(&mut model, ENTER);
    refuse(&mut model, &effects, AppError::Follow(FollowError::SaysNothing));
    assert!(screen(&mut model).contains("Something must be said here"), "{}", screen(&mut model));
}
