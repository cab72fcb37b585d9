//! What was typed into the form survives whatever ends the program.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use wardbook::book::{Book, Cost, Device, Options, Secret};

use crate::pty::{Pty, wardbook};
use crate::{ENTER, ESC, F12, NARRATIVE, PASSPHRASE, TAB, make_book, show};

const F4: &str = "\u{1b}OS";
const F7: &str = "\u{1b}[18~";
const F10: &str = "\u{1b}[21~";

/// Another program on the book.
fn other(folder: &Path) -> Book {
    let options = Options {
        path: folder.join("book.wardbook"),
        secret: Secret::passphrase(PASSPHRASE),
        device: Device::new(folder.join("another-device")),
        cost: Cost::CHEAP,
    };
    Book::open(&options).unwrap()
}

/// Waits until a draft in the book holds a text.
fn wait_for_draft(book: &Book, text: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    let has = || {
        let drafts = book.view().drafts().unwrap();
        drafts.iter().any(|draft| String::from_utf8_lossy(&draft.payload).contains(text))
    };
    while !has() {
        assert!(Instant::now() < deadline, "no draft with {text}");
        std::thread::yield_now();
    }
}

/// Opens the book again.
fn start_again(folder: &Path) -> Pty {
    let mut terminal = Pty::start(wardbook(folder, "en_US.UTF-8", &[]));
    terminal.wait_for("Passphrase");
    terminal.send(PASSPHRASE);
    terminal.send(ENTER);
    terminal.wait_for("Open: 0 of 0");
    terminal
}

fn signal(terminal: &Pty, name: &str) {
    let process = terminal.process().to_string();
    assert!(Command::new("kill").args(["-s", name, &process]).status().unwrap().success());
}

/// From the empty list into the form, with a facility, an issue and a story in it.
fn type_a_case(terminal: &mut Pty) {
    terminal.send(F7);
    terminal.wait_for("still needed");
    terminal.send("កុសុមៈ");
    terminal.wait_for("> Preah Kossamak Hospital");
    terminal.send(ENTER);
    terminal.wait_for(">*Visit date");
    terminal.send(TAB);
    terminal.wait_for("Letter or Space");
    terminal.send("m");
    terminal.wait_for("MED Medium");
    for _ in 0..7 {
        terminal.send(TAB);
    }
    terminal.wait_for("> What happened");
    terminal.send(NARRATIVE);
    terminal.send(" No paracetamol.");
}

#[test]
fn a_killed_program_loses_nothing_that_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = make_book(folder.path());
    type_a_case(&mut terminal);
    let book = other(folder.path());
    wait_for_draft(&book, &format!("{NARRATIVE} No paracetamol."));
    drop(book);
    signal(&terminal, "KILL");
    assert!(!terminal.ended());
    let log = std::fs::metadata(folder.path().join("book.wardbook-wal")).unwrap();
    assert!(log.len() > 0, "the draft must be found in the write-ahead log");

    let mut terminal = start_again(folder.path());
    terminal.send(F7);
    terminal.wait_for("A draft waits: Preah Kossamak Hospital · MED");
    terminal.send(F4);
    terminal.wait_for(">*Visit date");
    terminal.wait_for("needed: Visit date");
    terminal.send("yesterday");
    terminal.send(F12);
    terminal.wait_for("Saved: KC-");
    let screen = terminal.screen();
    let number = screen.split("Saved: ").nth(1).unwrap().split_whitespace().next().unwrap();
    assert!(other(folder.path()).view().drafts().unwrap().is_empty());
    terminal.send(F10);
    assert!(terminal.ended());
    let case = show(folder.path(), number);
    assert_eq!(case["facility"], "N00003");
    assert_eq!(case["issues"][0]["code"], "MED");
    assert_eq!(case["narrative"], format!("{NARRATIVE} No paracetamol."));
}

#[test]
fn a_closed_window_and_the_end_of_the_session_keep_the_last_key() {
    for name in ["HUP", "TERM"] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = make_book(folder.path());
        type_a_case(&mut terminal);
        terminal.send("!");
        // Shown, and in the same moment over.
        terminal.wait_for("paracetamol.!");
        signal(&terminal, name);
        terminal.ended();
        wait_for_draft(&other(folder.path()), "No paracetamol.!");
    }
}

#[test]
fn drafts_are_left_quit_and_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = make_book(folder.path());
    type_a_case(&mut terminal);
    terminal.wait_for("paracetamol");
    terminal.send(ESC);
    terminal.wait_for("> What happened");
    terminal.send(ESC);
    terminal.wait_for("Kept as a draft");
    terminal.wait_for("Drafts that wait");
    terminal.send(F7);
    terminal.wait_for("A draft waits");
    // Another one, quit in the middle of it: nothing is asked.
    terminal.send("calmette");
    terminal.wait_for("> Calmette Hospital");
    terminal.send(F10);
    assert!(terminal.ended());
    let mut terminal = start_again(folder.path());
    terminal.send(F7);
    terminal.wait_for("2 drafts wait: calmette");
}

#[test]
fn the_story_is_written_in_an_own_editor_where_the_settings_allow_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    drop(make_book(folder.path()));
    let editor = folder.path().join("editor");
    // It reads a line from the terminal: keys must reach it, not the program behind it; and a Ctrl-C there is its own.
    let script = "#!/bin/sh\nkill -INT $PPID; printf 'editor open\\n'; IFS= read -r line; printf '%s' \"$line\" >> \"$1\"\n";
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o700)).unwrap();
    let config = folder.path().join("config/wardbook");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("config.toml"), "[screen]\neditor = true\n").unwrap();

    let mut command = wardbook(folder.path(), "en_US.UTF-8", &[]);
    command.env("EDITOR", &editor);
    let mut terminal = Pty::start(command);
    terminal.wait_for("Passphrase");
    terminal.send(PASSPHRASE);
    terminal.send(ENTER);
    terminal.wait_for("No cases yet");
    type_a_case(&mut terminal);
    terminal.wait_for("paracetamol");
    terminal.send("\u{5}");
    terminal.wait_for("editor open");
    terminal.send(" Said in the editor.\n");
    terminal.wait_for("paracetamol. Said in the editor.");
    terminal.send(ESC);
    terminal.wait_for("> What happened");
    wait_for_draft(&other(folder.path()), "paracetamol. Said in the editor.");
}
