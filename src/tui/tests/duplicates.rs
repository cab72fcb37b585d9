//! Cases that are likely one: made-up answers, and the real program from logging to joining and back.

use std::path::Path;

use serde_json::{Value, json};

use super::whole::{PATIENCE, expect, start};
use super::*;
use crate::app::duplicates::{Compared, JoinedCases};
use crate::app::{NewBook, Session, Settings};
use crate::book::{Book, Cost, Device, Listing, Options, Secret};
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::intake::duplicates::Reason;
use crate::tui::Headless;
use crate::tui::effect::{Beside, Decision, Suspect, Suspects};

/// So many made-up pairs.
pub fn suspects(count: usize) -> Suspects {
    let pair = |place: usize| {
        let (mut kept, mut other) = (*shown(), *shown());
        kept.case.number = number(2 * place as u64 + 1);
        other.case.number = number(2 * place as u64 + 2);
        let reasons = vec![Reason::SamePhone, Reason::NameScript, Reason::Story(80), Reason::DaysApart(1)];
        Suspect { kept, other, score: 0.93, reasons }
    };
    Suspects { pairs: (0..count).map(pair).collect(), all: count, scope: None }
}

/// All visits are compared up to the middle of them.
pub fn halfway() -> Compared {
    let day = |text: &str| text.parse().unwrap();
    Compared { until: day("2025-07-02"), first: day("2025-01-01"), last: day("2025-12-31"), found: 12 }
}

pub fn beside(is_found: bool) -> Beside {
    let likeliest = is_found.then(|| (number(7), vec![Reason::SameName, Reason::SameDay]));
    Beside { number: number(8), likeliest }
}

pub fn members() -> Box<[MemberView; 2]> {
    Box::new([*member(), *member()])
}

pub fn decided(decision: Decision) -> Option<JoinedCases> {
    (decision == Decision::Join).then(|| JoinedCases {
        kept: number(1),
        joined: number(2),
        witnesses: 2,
        is_new_witness: true,
        is_known_same: false,
        left: Vec::new(),
        taken_over: Vec::new(),
        before: Evidence::C,
        evidence: Evidence::B,
    })
}

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn told(fields: &Value) -> Draft {
    let mut told = json!({
        "visited_on": "2026-10-20", "facility": "N00003", "payer": "nssf", "consent": ["count"],
        "issues": [{"code": "WAIT", "severity": "high"}], "times": {"arrived": "06:10", "seen": "11:40"},
        "narrative": "They let her wait until noon and then sent her home without any medicine.",
        "member": {"name": "Chan Sreymom", "phone": "012 034 567"},
    });
    for (field, value) in fields.as_object().unwrap() {
        told[field] = value.clone();
    }
    Draft::from_json(&told).unwrap()
}

/// A book with one visit told twice, by the member and by a witness, and another one.
fn made(folder: &Path) -> Vec<CaseNumber> {
    let mut session = NewBook::make(
        &options(folder),
        "KC",
        "Sok Dara",
        Clock::Fixed("2026-10-31T09:00:00+07:00".parse().unwrap()),
        Settings::default(),
    )
    .unwrap()
    .session;
    let all = [
        json!({}),
        json!({"told_by": "witness", "member": {"name": "Heng Bopha", "phone": "098 011 222"}, "times": {"arrived": "06:10", "seen": "~11:30"}}),
        json!({"visited_on": "2026-10-02"}),
    ];
    let mut log = |fields: &Value| {
        session.clock = Clock::Fixed(session.clock.now() + chrono::Duration::seconds(1));
        session.log(&told(fields)).unwrap().number
    };
    all.iter().map(&mut log).collect()
}

fn begin(folder: &Path, lang: Lang) -> Headless {
    let mut program = start(folder, None);
    expect(&mut program, "not encrypted");
    play(&mut program, "Enter");
    if lang == Lang::Km {
        play(&mut program, "F3");
    }
    program
}

fn play(program: &mut Headless, keys: &str) {
    program.play(keys, PATIENCE).unwrap_or_else(|error| panic!("{keys}: {error}"));
}

fn left(program: Headless, folder: &Path) -> Session {
    drop(program);
    left_with(folder)
}

fn left_with(folder: &Path) -> Session {
    let session = Session::new(Book::open(&options(folder)).unwrap(), Clock::System, Settings::default());
    assert!(session.book.verify().unwrap().findings.is_empty());
    session
}

fn count(session: &Session) -> usize {
    session.view().count(&Listing::default()).unwrap()
}

#[test]
fn a_pair_is_found_joined_and_brought_back() {
    let name = "Heng Bopha";
    for (lang, today, witness, undone) in [
        (Lang::En, "1 that may be one visit, told twice", "independent", "the joining of two cases"),
        (Lang::Km, "១ គូទំនងជាករណីតែមួយ", "ឯករាជ្យ", "ការបញ្ចូលករណីពីរ"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let numbers = made(folder.path());
        let mut program = begin(folder.path(), lang);
        expect(&mut program, today);
        play(&mut program, "d");
        expect(&mut program, numbers[0].as_str());
        expect(&mut program, numbers[1].as_str());
        // Who the members are is told when it is asked for, and hidden again.
        assert!(!program.screen().join("\n").contains(name));
        play(&mut program, "i");
        expect(&mut program, name);
        play(&mut program, "i");
        assert!(!program.screen().join("\n").contains(name));
        // Joining changes two cases: both are named before it is done.
        play(&mut program, "Enter");
        let asked = lang.pick("មែនទេ?", "The older one stays.");
        expect(&mut program, asked);
        expect(&mut program, &format!("{} {}", lang.pick("បញ្ចូល", "Join"), numbers[1]));
        play(&mut program, "Esc");
        expect(&mut program, numbers[1].as_str());
        play(&mut program, "Enter Enter");
        // What was said in passing is read again.
        play(&mut program, "m");
        expect(&mut program, witness);
        play(&mut program, "Esc");
        play(&mut program, "F9");
        expect(&mut program, undone);
        play(&mut program, "Enter");
        expect(&mut program, numbers[1].as_str());
        let session = left(program, folder.path());
        assert_eq!(count(&session), 3);
    }
}

/// A witness's words stand on the page of the kept case; what only the newer case tells of is said before it is joined.
#[test]
fn what_a_joined_case_told_is_on_the_page_and_what_would_be_left_is_in_the_question() {
    for (lang, told, paid) in [(Lang::En, "Told in", "Paid: "), (Lang::Km, "បានប្រាប់ក្នុង", "បានបង់៖ ")]
    {
        let folder = tempfile::tempdir().unwrap();
        let numbers = made(folder.path());
        let mut session = left_with(folder.path());
        let changes = [
            (Column::Issues, "WAIT:high;PAY:high".to_owned()),
            (Column::PaidRiel, "50000".to_owned()),
            (Column::Narrative, "The guard asked her for money.".to_owned()),
        ];
        session.edit(&numbers[1], &changes).unwrap();
        drop(session);
        let mut program = begin(folder.path(), lang);
        play(&mut program, "d");
        expect(&mut program, numbers[1].as_str());
        play(&mut program, "Enter");
        expect(&mut program, lang.pick("PAY៖", "tells of PAY:"));
        play(&mut program, "Enter Esc");
        drop(program);
        let session = left_with(folder.path());
        let view = session.view();
        let stored = view.case(&numbers[0]).unwrap();
        let joined = crate::app::JoinedView::all(&view, &stored).unwrap();
        assert!(joined.len() == 1 && joined[0].member.is_none());
        let mut model = settled(lang);
        for effect in press(&mut model, KeyCode::Enter) {
            if let Effect::Read(Query::Story(_), generation) = effect {
                let mut story = story();
                story.joined = joined.clone();
                update(&mut model, Msg::Answer(Answer::Story(generation, Ok(story))));
            }
        }
        let page = drawn(&mut model, 80, 80).join("\n");
        for said in [told, numbers[1].as_str(), "PAY", paid, "The guard asked her for money."] {
            assert!(page.contains(said), "{said}: {page}");
        }
    }
}

#[test]
fn a_pair_that_is_kept_apart_is_not_shown_again_and_one_that_is_joined_is_one_case() {
    let folder = tempfile::tempdir().unwrap();
    let numbers = made(folder.path());
    let mut program = begin(folder.path(), Lang::En);
    play(&mut program, "d Enter Enter");
    expect(&mut program, "No likely duplicates");
    let mut session = left(program, folder.path());
    assert_eq!(count(&session), 2);
    session.undo().unwrap();
    drop(session);

    let mut program = begin(folder.path(), Lang::En);
    play(&mut program, "d d");
    expect(&mut program, "No likely duplicates");
    let session = left(program, folder.path());
    assert_eq!((count(&session), session.duplicates_of(&numbers[0]).unwrap()), (3, Vec::new()));
}

/// A visit of long ago is compared where that is asked for, stretch by stretch, and after leaving the screen not any more.
#[test]
fn all_visits_are_compared_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let numbers = made(folder.path());
    let mut session = left(begin(folder.path(), Lang::En), folder.path());
    let old = ["2024-02-01", "2024-02-01"].map(|day| {
        session.clock = Clock::Fixed(session.clock.now() + chrono::Duration::seconds(1));
        session
            .log(&told(&json!({"visited_on": day, "member": {"name": "Ly Dara", "phone": "077 111 222"}})))
            .unwrap()
            .number
    });
    drop(session);
    let mut program = begin(folder.path(), Lang::En);
    play(&mut program, "d");
    expect(&mut program, "one case: 1 (visits of the last 90 days; e: all)");
    assert!(!program.screen().concat().contains(old[0].as_str()));
    play(&mut program, "e");
    expect(&mut program, "one case: 2 (all visits; e: 90 days)");
    // The marker stays on the pair that it was on, wherever that stands now.
    expect(&mut program, numbers[0].as_str());
    play(&mut program, "Up");
    expect(&mut program, old[0].as_str());
    play(&mut program, "e");
    expect(&mut program, "one case: 1 (visits of the last 90 days; e: all)");
    play(&mut program, "e");
    expect(&mut program, "one case: 2 (all visits; e: 90 days)");
    play(&mut program, "Esc F5 d");
    expect(&mut program, "one case: 1 (visits of the last 90 days; e: all)");
}

#[test]
fn it_is_shown_how_far_comparing_all_visits_is() {
    for (lang, said) in
        [(Lang::En, "Comparing all: up to 02/07/2025 (50%), pairs so far: 12"), (Lang::Km, "រកឃើញ ១២ គូ")]
    {
        let mut model = settled(lang);
        update(&mut model, Msg::Answer(Answer::Suspects(Ok(suspects(3)))));
        press(&mut model, KeyCode::Char('d'));
        let shown = |model: &mut Model| super::case::screen(model).contains(said);
        // What came too late of a comparing that nobody wants any more is not shown.
        update(&mut model, Msg::Answer(Answer::Compared(halfway())));
        assert!(!shown(&mut model));
        press(&mut model, KeyCode::Char('e'));
        update(&mut model, Msg::Answer(Answer::Compared(halfway())));
        assert!(shown(&mut model), "{}", super::case::screen(&mut model));
        update(&mut model, Msg::Answer(Answer::Suspects(Ok(suspects(3)))));
        assert!(!shown(&mut model));
    }
}

/// The screen with the members shown.
pub fn at(lang: Lang) -> Model {
    let mut model = settled(lang);
    update(&mut model, Msg::Answer(Answer::Suspects(Ok(suspects(3)))));
    press(&mut model, KeyCode::Char('d'));
    let effects = press(&mut model, KeyCode::Char('i'));
    answer(&mut model, effects);
    model
}
