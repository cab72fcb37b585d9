//! The whole program without a terminal: real workers on a real, throw-away book.

use crate::brief::letter::{Templates, built_in};
use std::time::Duration;

use super::*;
use crate::app::{Preferences, Settings};
use crate::book::{Cost, Device, Options, Secret};
use crate::tui::{Headless, Start};

pub(super) const PATIENCE: Duration = Duration::from_mins(1);

pub(super) fn start(folder: &std::path::Path, demo: Option<usize>) -> Headless {
    let options = Options {
        path: folder.join("book.wardbook"),
        secret: Secret::None,
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    };
    let clock = Clock::Fixed(moment());
    let start = Start {
        options,
        clock,
        settings: Settings::default(),
        calendar: crate::reference::calendar(),
        demo,
        preferences: Preferences::default(),
        documents: folder.to_owned(),
        templates: Some(std::sync::Arc::new(|lang| {
            let text = |part| built_in(part, lang.language()).to_owned();
            Templates::read(text).map_err(|faults| format!("{faults:?}"))
        })),
        keep: None,
        plain: false,
    };
    Headless::start(start, 80, 24).unwrap()
}

pub(super) fn expect(program: &mut Headless, text: &str) {
    assert!(program.wait_for(text, PATIENCE), "no `{text}` in\n{}", program.screen().join("\n"));
}

#[test]
fn the_demo_is_searched_counted_and_added_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(300));
    expect(&mut program, "Logged last");
    program.press(KeyCode::F(6), KeyModifiers::NONE);
    expect(&mut program, "Cases: 300");
    program.press(KeyCode::Char('/'), KeyModifiers::NONE);
    // Typed faster than it can be answered: only the last answer counts.
    program.type_text("province:kandal severity:high");
    expect(&mut program, "▲ High");
    program.press(KeyCode::Esc, KeyModifiers::NONE);
    expect(&mut program, "Cases: 300");
    program.press(KeyCode::F(8), KeyModifiers::NONE);
    expect(&mut program, "1 Phnom Penh");
    program.press(KeyCode::F(7), KeyModifiers::NONE);
    program.type_text("កុសុមៈ");
    expect(&mut program, "> Preah Kossamak Hospital");
    program.press(KeyCode::Tab, KeyModifiers::NONE);
    program.type_text("31/10/2026");
    program.press(KeyCode::Tab, KeyModifiers::NONE);
    program.type_text("m");
    program.press(KeyCode::F(12), KeyModifiers::NONE);
    expect(&mut program, "Saved: DEMO-");
    // It is on Today; read there, agreed to, confirmed, and that taken back.
    program.play("F5", PATIENCE).unwrap();
    for _ in 0..30 {
        if program.screen().iter().any(|line| line.starts_with("> today 18:00")) {
            break;
        }
        program.press(KeyCode::Down, KeyModifiers::NONE);
    }
    expect(&mut program, "> today 18:00");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "Where it stands");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    program.type_text("consent");
    for key in [KeyCode::Enter, KeyCode::Enter, KeyCode::Up, KeyCode::Enter] {
        program.press(key, KeyModifiers::NONE);
    }
    expect(&mut program, "consent recorded. F9 takes it back");
    for key in [KeyCode::Enter, KeyCode::Enter] {
        program.press(key, KeyModifiers::NONE);
    }
    expect(&mut program, "is confirmed. F9 takes it back");
    expect(&mut program, "· Confirmed");
    program.press(KeyCode::F(9), KeyModifiers::NONE);
    expect(&mut program, "Take back the confirmation of DEMO-");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "Taken back: the confirmation of DEMO-");
    expect(&mut program, "· New");
    program.press(KeyCode::F(9), KeyModifiers::NONE);
    expect(&mut program, "Take back the correction of DEMO-");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "Taken back: the correction of DEMO-");
    program.press(KeyCode::F(9), KeyModifiers::NONE);
    expect(&mut program, "Take back the logging of DEMO-");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "Taken back: the logging of DEMO-");
    program.press(KeyCode::F(6), KeyModifiers::NONE);
    expect(&mut program, "Cases: 300");
}

#[test]
fn a_book_that_was_made_is_backed_up_and_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), None);
    expect(&mut program, "Make a book");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    for text in ["KC", "Sok Dara", "three words here", "three words here"] {
        program.type_text(text);
        program.press(KeyCode::Enter, KeyModifiers::NONE);
    }
    expect(&mut program, "write this down");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "Today's backup is made");
    drop(program);
    let mut program = start(folder.path(), None);
    expect(&mut program, "Passphrase");
    program.type_text("three words here");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    expect(&mut program, "No cases yet");
}

/// Between two events the program sleeps on its channel; only a timer would wake it.
#[test]
fn at_rest_nothing_will_wake_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(60));
    assert!(program.settle(PATIENCE));
    for keys in ["F6", "F8", "Enter", "F5", "F11", "F2", "Esc", "F7"] {
        program.play(keys, PATIENCE).unwrap();
        assert_eq!(program.timers(), [], "after {keys}");
    }
}
