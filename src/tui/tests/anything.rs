//! The whole program under random keys, actions, pastes, clicks and sizes from 0 to 300: nothing panics, nothing is
//! drawn off the screen, and what stands in the form is found in the book when the program is gone.
//!
//! A bounded share runs with the other tests; the whole campaign:
//! `WARDBOOK_RANDOM_EVENTS=100000 cargo test --release --lib anything_at_all`, with `WARDBOOK_RANDOM_SEED` for others.

use std::path::Path;
use std::time::Duration;

use ratatui::layout::Rect;

use super::random::Random;
use super::*;
use crate::app::{NewBook, Preferences, Session, Settings, demo};
use crate::book::{Book, Cost, Device, Options, Secret};
use crate::domain::draft::Unfinished;
use crate::tui::action::{Context, TABLE};
use crate::tui::widgets::canvas::Hit;
use crate::tui::{Headless, Start};

/// How many events there are without being asked for more.
const EVENTS: usize = 10_000;
/// After how many the program is left and started again.
const LIFE: usize = 2_500;
const PATIENCE: Duration = Duration::from_mins(2);

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase("three green mangoes"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn clock() -> Clock {
    Clock::Fixed(chrono::DateTime::parse_from_rfc3339("2026-10-31T09:00:00+07:00").unwrap())
}

fn start(folder: &Path) -> Headless {
    let start = Start {
        options: options(folder),
        clock: clock(),
        settings: Settings::default(),
        calendar: crate::reference::calendar(),
        demo: None,
        preferences: Preferences::default(),
        documents: folder.to_owned(),
        templates: None,
        keep: None,
        plain: false,
    };
    let mut program = Headless::start(start, 80, 24).unwrap();
    assert!(program.settle(PATIENCE));
    program
}

/// Presses a key of an action that can be done where the keys go.
fn act(program: &mut Headless, random: &mut Random) {
    let context = program.model().context();
    let entries: Vec<_> = TABLE.iter().filter(|entry| entry.contexts.contains(&context)).collect();
    let entry = entries[random.below(entries.len())];
    if let Some(key) = entry.keys.first() {
        program.press(key.code, if key.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE });
    }
}

fn event(program: &mut Headless, random: &mut Random) {
    match random.below(60) {
        0 => program.paste(&"ទំនាក់ទំនង\n\u{1b}[2J 123\tkossamak ".repeat(random.below(4))),
        1 => program.resize(random.below(301) as u16, random.below(301) as u16),
        2..5 => program.resize(80, 24),
        5..9 => {
            let (columns, rows) = program.model().size;
            program.click(
                random.below(usize::from(columns) + 2) as u16,
                random.below(usize::from(rows) + 2) as u16,
            );
        }
        9..20 => act(program, random),
        20 => {
            program.settle(PATIENCE);
        }
        21..24 => program.wheel(random.below(2) == 0, random.below(80) as u16, random.below(24) as u16),
        _ => {
            let key = random.key();
            program.press(key.code, key.modifiers);
        }
    }
}

/// What must hold of every frame.
fn look(program: &Headless, step: usize) {
    let model = program.model();
    let buffer = program.buffer();
    assert!(
        program.cursor().is_none_or(|at| buffer.area.contains(at)),
        "step {step}: the cursor is off the screen"
    );
    let marks = view::marks(model);
    for (area, hit) in &marks.zones {
        assert_eq!(buffer.area.intersection(*area), *area, "step {step}: {hit:?} is off the screen");
    }
    let shown = marks.zones.iter().filter_map(|(area, hit)| matches!(hit, Hit::Row(_)).then_some(area));
    let rows: Vec<_> = shown.collect();
    let has_list = matches!(
        model.context(),
        Context::Today
            | Context::Cases
            | Context::Filter
            | Context::Hotspots
            | Context::Settings
            | Context::Promises
            | Context::People
            | Context::Party
            | Context::Ladder
            | Context::Submission
            | Context::Process
            | Context::Sheet
            | Context::Menu
    );
    // A toast lies over the last rows for as long as it is there.
    if has_list && !rows.is_empty() && model.toast.is_none() {
        let has_marker = |area: &&&Rect| {
            (area.left()..area.right())
                .any(|x| buffer.cell((x, area.y)).is_some_and(|cell| cell.symbol() == ">"))
        };
        let is_seen = rows.iter().any(|area| has_marker(&area));
        assert!(
            is_seen,
            "step {step}: no row is marked in {:?}\n{}",
            model.context(),
            program.screen().join("\n")
        );
    }
}

/// Leaves the program and finds in the book what the form held; whether it held anything.
fn end(mut program: Headless, folder: &Path, step: usize) -> bool {
    assert!(program.is_over() || program.settle(PATIENCE) || program.is_over());
    // What was being saved as the program was left is a case by now.
    let is_draft = !program.model().log.is_saving();
    let form = Some(program.model().log.form()).filter(|form| is_draft && *form != Unfinished::default());
    drop(program);
    let book = Book::open(&options(folder)).unwrap();
    let session = Session::new(book, clock(), Settings::default());
    if let Some(form) = &form {
        let kept = session.drafts().unwrap();
        let found: Vec<_> = kept.iter().map(|draft| &draft.form).collect();
        assert!(found.contains(&form), "step {step}: {form:?} is not in the book, only {found:?}");
    }
    assert!(session.book.verify().unwrap().findings.is_empty(), "step {step}");
    form.is_some()
}

#[test]
fn anything_at_all() {
    let asked = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let events = asked("WARDBOOK_RANDOM_EVENTS").unwrap_or(EVENTS);
    let mut random = Random::new(asked("WARDBOOK_RANDOM_SEED").unwrap_or(0x5EED) as u64);
    let folder = tempfile::tempdir().unwrap();
    let made =
        NewBook::make(&options(folder.path()), "KC", "Sok Dara", clock(), Settings::default()).unwrap();
    let mut session = made.session;
    for draft in demo::drafts(60) {
        session.log(&draft).unwrap();
    }
    drop(session);
    let mut program = start(folder.path());
    let mut forms = 0;
    for step in 0..events {
        event(&mut program, &mut random);
        if step % 20 == 0 {
            look(&program, step);
        }
        if program.is_over() || step % LIFE == LIFE - 1 {
            forms += usize::from(end(program, folder.path(), step));
            program = start(folder.path());
        }
    }
    forms += usize::from(end(program, folder.path(), events));
    assert!(forms > 0, "no form was ever filled in");
}
