//! A case logged by keys alone in both languages, and what is kept of it on the way: real workers, a real book.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::whole::{expect, start};
use super::*;
use crate::app::{AppError, NewBook, Session, Settings};
use crate::book::{Book, Cost, Device, Options, Secret};
use crate::tui::Headless;

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase(""),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

/// The program on an empty book in clear, in a language, with the form open.
pub(super) fn with_form(folder: &Path, lang: Lang) -> Headless {
    if !options(folder).path.exists() {
        let clock = Clock::Fixed(moment());
        NewBook::make(&options(folder), "KC", "Sok Dara", clock, Settings::default()).unwrap();
    }
    let mut program = start(folder, None);
    expect(&mut program, "not encrypted");
    program.press(KeyCode::Enter, KeyModifiers::NONE);
    if lang == Lang::Km {
        program.press(KeyCode::F(3), KeyModifiers::NONE);
    }
    program.press(KeyCode::F(7), KeyModifiers::NONE);
    program
}

pub(super) fn session(folder: &Path) -> Session {
    Session::new(Book::open(&options(folder)).unwrap(), Clock::Fixed(moment()), Settings::default())
}

fn press(program: &mut Headless, code: KeyCode, times: usize) {
    (0..times).for_each(|_| program.press(code, KeyModifiers::NONE));
}

#[test]
fn a_case_is_logged_by_keys_alone_in_both_languages() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut program = with_form(folder.path(), lang);
        program.type_text(lang.pick("កុសុមៈ", "kossamak"));
        expect(&mut program, lang.pick("> មន្ទីរពេទ្យព្រះកុសុមៈ", "> Preah Kossamak Hospital"));
        press(&mut program, KeyCode::Enter, 1);
        program.type_text(lang.pick("ម្សិលមិញ", "yesterday"));
        press(&mut program, KeyCode::Tab, 1);
        // The keys of `w` and `p`, whatever the layout.
        program.type_text(lang.pick("ឹផ", "wp"));
        press(&mut program, KeyCode::Tab, 1);
        program.type_text("6h10");
        press(&mut program, KeyCode::Tab, 1);
        program.type_text(lang.pick("១១:៤០", "11h40"));
        press(&mut program, KeyCode::Tab, 2);
        program.type_text(lang.pick("១", "1"));
        press(&mut program, KeyCode::Down, 1);
        program.type_text("40000");
        press(&mut program, KeyCode::Down, 1);
        program.type_text(lang.pick("ន", "n"));
        press(&mut program, KeyCode::Down, 1);
        program.type_text("3");
        press(&mut program, KeyCode::Down, 1);
        program.type_text(NARRATIVE);
        press(&mut program, KeyCode::Enter, 1);
        program.type_text("2");
        press(&mut program, KeyCode::Esc, 1);
        press(&mut program, KeyCode::Tab, 1);
        program.type_text("សុខ ដារ៉ា");
        press(&mut program, KeyCode::Tab, 3);
        // May we count? Yes. Tell the story? No.
        program.type_text(lang.pick("យ", "y"));
        press(&mut program, KeyCode::Tab, 1);
        program.type_text("n");
        // Back over the first field to the buttons behind the last, and Enter.
        press(&mut program, KeyCode::BackTab, 16);
        expect(&mut program, lang.pick(">[ រក្សាទុក ]", ">[ Save ]"));
        press(&mut program, KeyCode::Enter, 1);
        expect(&mut program, lang.pick("បានរក្សាទុក៖ KC-", "Saved: KC-"));
        let session = session(folder.path());
        let view = session.view();
        let cases = view.list(&crate::book::Listing::default()).unwrap();
        let record = &cases[0].case.record;
        assert_eq!(record.visited_on.to_string(), "2026-10-30");
        assert_eq!((record.waited_minutes, record.payer, record.paid.riel), (Some(330), Payer::Nssf, 40_000));
        assert_eq!(record.issues[0], Issue::new(IssueCode::Wait, Severity::Medium));
        assert_eq!(record.issues[1].why, Some(crate::domain::values::PayReason::Informal));
        assert_eq!(record.consent, [Purpose::Count].into());
        assert_eq!(view.narrative(&cases[0]).unwrap(), Some(format!("{NARRATIVE}\n2")));
        assert_eq!(view.identity(&cases[0]).unwrap().name.as_deref(), Some("សុខ ដារ៉ា"));
        assert!(session.drafts().unwrap().is_empty(), "the draft became the case");
    }
}

#[test]
fn what_was_typed_outlives_a_panic_of_the_drawing_thread() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = with_form(folder.path(), Lang::En);
    let died = catch_unwind(AssertUnwindSafe(move || {
        program.type_text("calm");
        panic!("a view fails");
    }));
    assert!(died.is_err());
    let drafts = session(folder.path()).drafts().unwrap();
    assert_eq!(drafts[0].form.draft.get(Column::Facility), "calm");
}

#[test]
fn a_draft_that_another_window_logs_is_not_logged_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = with_form(folder.path(), Lang::En);
    program.type_text("kossamak");
    expect(&mut program, "> Preah Kossamak Hospital");
    press(&mut program, KeyCode::Enter, 1);
    program.type_text("yesterday");
    press(&mut program, KeyCode::Enter, 1);
    program.type_text("m");
    press(&mut program, KeyCode::F(6), 1);
    let mut other = session(folder.path());
    let id = loop {
        let kept = other.drafts().unwrap();
        if let Some(draft) = kept.first().filter(|draft| !draft.form.draft.get(Column::Issues).is_empty()) {
            break draft.id;
        }
        std::thread::yield_now();
    };
    let draft = other.take_up_draft(id).unwrap().form.draft;
    other.log_draft(id, &draft).unwrap();
    press(&mut program, KeyCode::F(7), 1);
    press(&mut program, KeyCode::F(12), 1);
    expect(&mut program, "in another window");
    press(&mut program, KeyCode::Enter, 1);
    // What is in the form is on the way to be a draft of its own.
    drop(program);
    assert_eq!(other.view().count(&crate::book::Listing::default()).unwrap(), 1);
    assert_eq!(other.drafts().unwrap()[0].form.draft.get(Column::Issues), "MED:medium");
    let gone: Result<_, AppError> = other.take_up_draft(id);
    assert!(gone.is_err());
}
