//! Raising cases, on the real program: choosing, checking, reading, writing.

use std::path::{Path, PathBuf};

use super::whole::{PATIENCE, expect, start};
use super::*;
use crate::tui::headless::Headless;

fn press(program: &mut Headless, keys: &str) {
    program.play(keys, PATIENCE).unwrap();
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect();
    files.sort();
    files
}

#[test]
fn a_document_is_chosen_checked_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    press(&mut program, "F6");
    expect(&mut program, "Cases: 600");
    program.press(KeyCode::Char('/'), KeyModifiers::NONE);
    program.type_text("payer:nssf");
    press(&mut program, "Enter F12");
    expect(&mut program, "payer:nssf");
    expect(&mut program, "National Social Security Fund");
    // Nothing is written that was not looked at.
    press(&mut program, "F12");
    expect(&mut program, "Check and read the document first");
    assert_eq!(files(folder.path()), [] as [PathBuf; 0]);
    press(&mut program, "Tab");
    expect(&mut program, "What is left out");
    expect(&mut program, "✓ told");
    press(&mut program, "Enter");
    expect(&mut program, "✗ left out");
    expect(&mut program, "You left them out");
    press(&mut program, "Tab");
    expect(&mut program, "Complaints of NSSF members");
    for _ in 0..2 {
        press(&mut program, "F12");
        expect(&mut program, "Where shall the file lie?");
        press(&mut program, "Enter");
        expect(&mut program, "Written to");
        press(&mut program, "Tab");
    }
    // What is there already is not written over.
    let written = files(folder.path());
    assert_eq!(written.len(), 2);
    assert!(written.iter().all(|path| std::fs::read(path).unwrap().starts_with(b"%PDF")));
    press(&mut program, "Esc Esc Esc");
    expect(&mut program, "Filter");
    // Letter and agenda lie beside it, in words that are the union's own.
    press(&mut program, "F12 End Enter");
    expect(&mut program, "With letter and agenda");
    press(&mut program, "Tab");
    expect(&mut program, "What is left out");
    press(&mut program, "F12 Enter");
    expect(&mut program, "Written to");
    assert_eq!(files(folder.path()).len(), 5);
}

#[test]
fn members_are_named_only_where_that_is_asked_for_and_called_by_the_meeting() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(600));
    expect(&mut program, "Logged last");
    press(&mut program, "F6");
    expect(&mut program, "Cases: 600");
    let first_story = |program: &mut Headless| {
        press(program, "Tab");
        expect(program, "What is left out");
        let model = program.model();
        model.raise.prepared().unwrap().stories()[0].pseudonym.clone()
    };
    press(&mut program, "F12");
    expect(&mut program, "Today's");
    let today = first_story(&mut program);
    assert!(program.model().raise.prepared().unwrap().named().is_empty());
    press(&mut program, "Esc Down Down Down Enter");
    expect(&mut program, "call a member the same");
    program.type_text("The hearing");
    press(&mut program, "Enter");
    expect(&mut program, "The hearing");
    let hearing = first_story(&mut program);
    assert_ne!(today, hearing);
    // Whoever presses Enter without reading names nobody.
    press(&mut program, "Esc Down Enter");
    expect(&mut program, "tell the National Social Security Fund");
    press(&mut program, "Enter");
    expect(&mut program, "Nobody is named");
    press(&mut program, "Enter y");
    expect(&mut program, "Those who agreed by name");
    assert_eq!(first_story(&mut program), hearing);
    expect(&mut program, "Members named, who agreed by name:");
    assert!(!program.model().raise.prepared().unwrap().named().is_empty());
    // Another party: nobody agreed that it learns a name.
    press(&mut program, "Esc Home Enter Down Enter");
    expect(&mut program, "Nobody is named");
    assert_eq!(first_story(&mut program), hearing, "at one meeting a member is called the same");
    assert!(program.model().raise.prepared().unwrap().named().is_empty());
}

#[test]
fn another_choice_is_gathered_anew_and_what_is_wrong_with_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = start(folder.path(), Some(300));
    expect(&mut program, "Logged last");
    press(&mut program, "F8");
    expect(&mut program, "1 Phnom Penh");
    press(&mut program, "Enter");
    expect(&mut program, "by district");
    press(&mut program, "F12");
    expect(&mut program, "province:12");
    press(&mut program, "Enter");
    program.type_text("phd takeo");
    press(&mut program, "Esc Enter");
    program.type_text("health department of Takeo");
    press(&mut program, "Enter");
    expect(&mut program, "the provincial health department of Takeo");
    // No case of Phnom Penh is one of Takeo.
    press(&mut program, "Tab");
    expect(&mut program, "Counted: 0 cases");
    press(&mut program, "Esc Down Enter");
    expect(&mut program, "as in a filter");
    program.type_text(" nonsense:08");
    press(&mut program, "Enter Tab");
    expect(&mut program, "nonsense");
    press(&mut program, "F12");
    expect(&mut program, "Check and read the document first");
}
