//! Whole ways of a case on the real program, through the screens and in both languages: from the gate or the form to its
//! closing, with what may lie between. What the book holds in the end follows from its entries.

use std::path::Path;

use super::whole::{PATIENCE, expect};
use super::*;
use crate::app::{NewBook, Preferences, Session, Settings};
use crate::book::{Book, Cost, Device, Options, Secret};
use crate::domain::standing::Turn;
use crate::domain::values::{MemberOutcome, PartyOutcome};
use crate::tui::words;
use crate::tui::{Headless, Start};

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase("three green mangoes"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn settings(lang: Lang) -> Settings {
    Settings { lang, ..Settings::default() }
}

/// A program at a book without cases.
fn start(folder: &Path, lang: Lang) -> Headless {
    let clock = Clock::Fixed(moment());
    drop(NewBook::make(&options(folder), "KC", "Sok Dara", clock, settings(lang)).unwrap());
    let start = Start {
        options: options(folder),
        clock,
        settings: settings(lang),
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

fn press(program: &mut Headless, keys: &str) {
    if let Err(error) = program.play(keys, PATIENCE) {
        panic!("{keys}: {error}");
    }
}

/// Logs a case in the form, reads it and has it confirmed and agreed to.
fn log_and_confirm(program: &mut Headless, lang: Lang) -> CaseNumber {
    press(program, "F7 text:kossamak Tab text:30/10/2026 Tab w F12");
    confirm(program, lang)
}

/// What waits to be confirmed is on Today; its only case is read, confirmed and agreed to be counted.
fn confirm(program: &mut Headless, lang: Lang) -> CaseNumber {
    press(program, "F5");
    expect(program, &words::wait_to_confirm(lang, &crate::i18n::numbers::number(1, lang)));
    press(program, "Home");
    for _ in 0..12 {
        if program.screen().iter().any(|line| line.starts_with('>') && line.contains(&waits(lang))) {
            break;
        }
        press(program, "Down");
    }
    press(program, "Enter Enter");
    let number = program.model().case.story().unwrap().case.number.clone();
    press(program, "Enter Enter");
    expect(program, &words::done_confirmed(lang, number.as_str()));
    press(program, "Enter text:consent Enter Enter Up Enter");
    expect(program, &words::done_consent(lang, number.as_str()));
    number
}

fn waits(lang: Lang) -> String {
    words::wait_to_confirm(lang, &crate::i18n::numbers::number(1, lang))
}

/// The book after the program is left, as another one would read it.
fn book(program: Headless, folder: &Path, lang: Lang) -> Session {
    drop(program);
    let book = Book::open(&options(folder)).unwrap();
    let session = Session::new(book, Clock::Fixed(moment()), settings(lang));
    assert_eq!(session.book.verify().unwrap().findings, []);
    session
}

#[test]
fn a_case_goes_from_logged_to_closed_over_two_rungs() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = start(folder.path(), lang);
        let number = log_and_confirm(&mut program, lang);
        let number_text = number.as_str();
        // The facility, by letter, today; none of the objections holds.
        press(&mut program, "b Enter 1 5 Enter");
        expect(&mut program, &words::done_raised(lang, number_text));
        press(&mut program, "a 6 Enter");
        expect(&mut program, &words::done_acknowledged(lang, number_text));
        // It names a later day, and then does not uphold it.
        press(&mut program, "a 5 Enter text:16/11/2026 Enter");
        expect(&mut program, &words::done_moved(lang, number_text));
        expect(&mut program, &crate::i18n::dates::date("2026-11-16".parse().unwrap(), lang));
        press(&mut program, "a 3 Enter text:the_form_was_wrong Enter");
        expect(&mut program, &words::done_replied(lang, number_text));
        // The member is told, and it is not solved: it goes to the next rung.
        press(&mut program, "p 4 2");
        expect(&mut program, &words::done_told(lang, number_text));
        press(&mut program, "b Enter 2 Enter");
        expect(&mut program, &words::done_raised(lang, number_text));
        let raised = &program.model().case.story().unwrap().case.follow.raised;
        let parties: Vec<String> = raised.iter().map(|raised| raised.party.to_string()).collect();
        assert_eq!(parties, ["facility:N00003", "agent:N00003"]);
        press(&mut program, "a 1 Enter Enter");
        expect(&mut program, &words::done_replied(lang, number_text));
        // Today says that the member is to be told; Enter has the list at hand.
        press(&mut program, "F5");
        expect(&mut program, words::mark_today(lang));
        press(&mut program, "Home Enter");
        expect(&mut program, &words::tell_of(lang, number_text));
        press(&mut program, "2 1");
        expect(&mut program, &words::done_told_and_closed(lang, number_text));
        let session = book(program, folder.path(), lang);
        let case = session.view().case(&number).unwrap().case;
        assert_eq!((case.status, case.turn()), (Status::Closed, Turn::AskAgain));
        assert_eq!(case.member_outcome, Some(MemberOutcome::Solved));
        assert_eq!(case.party_outcome, Some(PartyOutcome::Upheld));
    }
}

#[test]
fn a_case_begun_at_the_gate_is_marked_raised_in_a_submission_and_closed_after_three_tries() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = start(folder.path(), lang);
        press(&mut program, "F4 text:kossamak Enter");
        expect(&mut program, "1286");
        press(&mut program, "Enter F12");
        let number = confirm(&mut program, lang);
        let number_text = number.as_str();
        // Somebody was threatened: it comes first, on Today and in the list.
        press(&mut program, "v 2");
        expect(&mut program, &words::done_marked(lang, number_text));
        press(&mut program, "F5");
        expect(&mut program, &format!("! {}", words::mark_urgent(lang)));
        press(&mut program, "F6 F4 Esc F4 text:urgent:yes_turn:raise Enter");
        expect(&mut program, &words::cases_counted(lang, &crate::i18n::numbers::number(1, lang)));
        expect(&mut program, crate::i18n::Named::name(crate::domain::standing::Mark::Retaliation, lang));
        press(&mut program, "F6 F4 Esc F6");
        // Put in a submission to the fund without a document, the questions answered for all at once.
        press(&mut program, "F12 Shift-Tab");
        expect(&mut program, words::left_unchecked(lang));
        press(&mut program, "Down Down Down Enter 5");
        expect(&mut program, &words::submit_count(lang, &crate::i18n::numbers::number(1, lang)));
        press(&mut program, "Down Enter");
        expect(&mut program, "KC-S-");
        press(&mut program, "F6 F4 Esc F4 text:party:nssf_turn:party Enter");
        expect(&mut program, &words::cases_counted(lang, &crate::i18n::numbers::number(1, lang)));
        press(&mut program, "Enter a 7");
        expect(&mut program, &words::done_paused(lang, number_text));
        press(&mut program, "a 7");
        expect(&mut program, &words::done_resumed(lang, number_text));
        press(&mut program, "a 4 Enter Enter");
        expect(&mut program, &words::done_replied(lang, number_text));
        // It may not be closed before three tries are on record; and an undo takes back the last of them.
        for tries in 1..=3 {
            press(&mut program, "f");
            expect(&mut program, &words::not_told_yet(lang).chars().take(20).collect::<String>());
            press(&mut program, "p 6");
            expect(&mut program, &words::done_tried(lang, number_text));
            assert_eq!(program.model().case.story().unwrap().case.follow.reach.tries, tries);
        }
        press(&mut program, "F9 Enter");
        assert_eq!(program.model().case.story().unwrap().case.follow.reach.tries, 2);
        press(&mut program, "p 6 f");
        expect(&mut program, &words::done_closed(lang, number_text));
        // Asked about once more at once: it is not solved, so it is taken up again.
        press(&mut program, "w 4");
        expect(&mut program, &words::done_asked_not_solved(lang, number_text));
        press(&mut program, "Enter text:reopen Enter");
        expect(&mut program, &words::done_reopened(lang, number_text));
        let session = book(program, folder.path(), lang);
        let case = session.view().case(&number).unwrap().case;
        assert_eq!(case.turn(), Turn::Raise);
        assert_eq!(case.follow.raised.len(), 1);
        // What the member said then is in its history; what they will say of it now is open.
        assert_eq!(case.member_outcome, None);
    }
}
