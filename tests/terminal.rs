//! Drives the real program through a terminal, as an officer would.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "terminal/drafts.rs"]
mod drafts;
#[path = "terminal/pty.rs"]
mod pty;

use std::path::Path;
use std::process::Command;

use pty::{Pty, wardbook};

const ENTER: &str = "\r";
const TAB: &str = "\t";
const ESC: &str = "\u{1b}";
const F12: &str = "\u{1b}[24~";
const F3: &str = "\u{1b}OR";
const DOWN: &str = "\u{1b}[B";
const F5: &str = "\u{1b}[15~";
const F6: &str = "\u{1b}[17~";
const F8: &str = "\u{1b}[19~";
const F10: &str = "\u{1b}[21~";
const LEAVE_ALTERNATE: &[u8] = b"\x1b[?1049l";

const PASSPHRASE: &str = "three green mangoes";
const NARRATIVE: &str = "ខ្ញុំទៅដល់ម៉ោងប្រាំមួយព្រឹក ហើយរង់ចាំរហូតដល់ថ្ងៃត្រង់។";

/// From first start to the empty list of cases.
fn make_book(folder: &Path) -> Pty {
    let mut terminal = Pty::start(wardbook(folder, "en_US.UTF-8", &[]));
    terminal.wait_for("Make a book");
    terminal.send(ENTER);
    terminal.wait_for("Desk code");
    for text in ["KC", "Sok Dara", PASSPHRASE] {
        terminal.send(text);
        terminal.send(ENTER);
    }
    terminal.send(PASSPHRASE);
    terminal.until("the dots", |screen| screen.matches(&"*".repeat(PASSPHRASE.len())).count() == 2);
    assert!(!terminal.screen().contains(PASSPHRASE));
    terminal.send(ENTER);
    terminal.wait_for("write this down");
    terminal.send(ENTER);
    terminal.wait_for("No cases yet");
    terminal
}

/// Logs the case; returns its number.
fn log_case(terminal: &mut Pty) -> String {
    terminal.send("n");
    terminal.wait_for("still needed");
    terminal.send("kossamak");
    terminal.wait_for("> Preah Kossamak Hospital");
    terminal.send(ENTER);
    terminal.wait_for(">*Visit date");
    terminal.send("yesterday");
    terminal.send(TAB);
    terminal.wait_for("Letter or Space");
    terminal.send("w");
    terminal.wait_for("● WAIT Medium");
    terminal.send("w");
    terminal.wait_for("▲ WAIT High");
    terminal.send(TAB);
    terminal.send("6h10");
    terminal.send(TAB);
    terminal.send("11h40");
    terminal.wait_for("waited 5 h 30");
    terminal.send(TAB);
    terminal.send(TAB);
    terminal.wait_for("> Who pays");
    terminal.send("1");
    terminal.wait_for("‹ NSSF card ›");
    terminal.send(TAB);
    terminal.send("40000");
    terminal.send(TAB);
    terminal.send(TAB);
    terminal.wait_for("> What happened");
    terminal.send(NARRATIVE);
    terminal.until("the story alone", |screen| screen.contains("ថ្ងៃត្រង់។") && !screen.contains("Facility"));
    terminal.send(TAB);
    terminal.wait_for("> What happened");
    terminal.send(TAB);
    terminal.wait_for("> Member's name");
    terminal.send("សុខ ដារ៉ា");
    terminal.send(F12);
    terminal.wait_for("Saved: KC-");
    let screen = terminal.screen();
    let after = screen.split("Saved: ").nth(1).unwrap();
    after.split_whitespace().next().unwrap().to_owned()
}

fn show(folder: &Path, number: &str) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_wardbook"))
        .args(["show", number, "--json"])
        .env("WARDBOOK_BOOK", folder.join("book.wardbook"))
        .env("WARDBOOK_PASSPHRASE", PASSPHRASE)
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn from_first_start_to_a_case_in_the_hotspots() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = make_book(folder.path());
    let number = log_case(&mut terminal);

    terminal.send(F5);
    // Above it stands that it waits to be confirmed.
    terminal.wait_for("> 1 to be confirmed");
    terminal.send(DOWN);
    terminal.until("the case on Today", |screen| screen.contains("> today ") && screen.contains(&number));
    terminal.send(ENTER);
    terminal.wait_for("Where it stands");
    terminal.send(ESC);
    terminal.wait_for("Logged last");
    terminal.send(F6);
    terminal.wait_for("Cases: 1");
    terminal.send("/");
    terminal.send("province:takeo");
    terminal.wait_for("Cases: 0");
    terminal.send("\u{15}");
    terminal.send("ថ្ងៃត្រង់ issue:WAIT severity:high");
    terminal.until("the case found", |screen| screen.contains("Cases: 1") && screen.contains(&number));
    terminal.send(ENTER);

    terminal.send(F8);
    terminal.until("Phnom Penh first", |screen| {
        screen.lines().any(|line| line.split_once('>').is_some_and(|(_, row)| row.contains("Phnom Penh")))
    });
    terminal.send(ENTER);
    terminal.wait_for("by district");
    terminal.wait_for("Tuol Kouk");
    terminal.send(ENTER);
    terminal.wait_for("Preah Kossamak Hospital");
    terminal.send(ENTER);
    terminal.wait_for("N00003");
    terminal.send(ENTER);
    terminal.wait_for("facility:N00003");
    terminal.wait_for(&number);
    terminal.send(F10);
    assert!(terminal.ended());
    assert!(terminal.bytes().windows(LEAVE_ALTERNATE.len()).any(|window| window == LEAVE_ALTERNATE));

    let case = show(folder.path(), &number);
    assert_eq!(case["number"], number.as_str());
    assert_eq!(case["facility"], "N00003");
    assert_eq!(case["province"], "12");
    assert_eq!(case["narrative"], NARRATIVE);
    assert_eq!(case["times"]["arrived"], "06:10");
    assert_eq!(case["times"]["seen"], "11:40");
    assert_eq!(case["waited_minutes"], 330);
    assert_eq!(case["issues"][0]["code"], "WAIT");
    assert_eq!(case["issues"][0]["severity"], "high");
    assert_eq!(case["payer"], "nssf");
    assert_eq!(case["paid"]["riel"], 40_000);
    assert_eq!(case["officer"], "Sok Dara");
    assert_eq!(case["status"], "new");
    assert_eq!(case["member"]["name"], "សុខ ដារ៉ា");
}

#[test]
fn a_wrong_passphrase_is_asked_again_and_the_screens_speak_khmer() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = make_book(folder.path());
    terminal.send("q");
    assert!(terminal.ended());

    let mut terminal = Pty::start(wardbook(folder.path(), "km_KH.UTF-8", &[]));
    terminal.wait_for("ពាក្យសម្ងាត់");
    terminal.send("three red mangoes");
    terminal.send(ENTER);
    terminal.wait_for("ពាក្យសម្ងាត់មិនត្រឹមត្រូវ");
    terminal.send(PASSPHRASE);
    terminal.send(ENTER);
    terminal.wait_for("មិនទាន់មានករណីទេ");
    terminal.send(F6);
    terminal.wait_for("ស្វែងរក");
    for text in ["ករណី", "ចំណុចក្ដៅ", "ស្វែងរក", "ជំនួយ", "ចេញ"]
    {
        assert!(terminal.screen().contains(text), "{text}:\n{}", terminal.screen());
    }
    terminal.send(F3);
    terminal.wait_for("No cases yet");
    // A Khmer layout: the key of `n`, then that of `q` where letters are no text.
    terminal.send("ន");
    terminal.wait_for("still needed");
    terminal.send(ESC);
    terminal.wait_for("No cases yet");
    terminal.send("ឆ");
    assert!(terminal.ended());
}

#[test]
fn the_terminal_is_restored_when_the_system_ends_the_program() {
    for signal in ["TERM", "HUP", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = Pty::start(wardbook(folder.path(), "en_US.UTF-8", &[]));
        terminal.wait_for("Make a book");
        let process = terminal.process().to_string();
        assert!(Command::new("kill").args(["-s", signal, &process]).status().unwrap().success());
        terminal.ended();
        terminal.until("the first screen gone", |screen| !screen.contains("Make a book"));
        let bytes = terminal.bytes();
        let is_left = bytes.windows(LEAVE_ALTERNATE.len()).any(|window| window == LEAVE_ALTERNATE);
        assert!(is_left, "SIG{signal}");
        let tail = String::from_utf8_lossy(&bytes).into_owned();
        assert!(tail.contains("\u{1b}[?2004l") && tail.contains("\u{1b}[?25h"), "SIG{signal}");
    }
}

fn wait_for_backup(folder: &std::path::Path) {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while wardbook::book::list_backups(&folder.join("book.wardbook")).is_empty() {
        assert!(std::time::Instant::now() < deadline, "no backup was made");
        std::thread::yield_now();
    }
}

#[test]
fn a_damaged_book_is_explained_and_set_aside_never_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = make_book(folder.path());
    log_case(&mut terminal);
    // The day's backup is made on a thread of its own: it must be there before we leave.
    wait_for_backup(folder.path());
    terminal.send(F10);
    assert!(terminal.ended());
    let keys = folder.path().join("book.wardbook.keys");
    std::fs::rename(&keys, folder.path().join("elsewhere")).unwrap();

    let mut terminal = Pty::start(wardbook(folder.path(), "en_US.UTF-8", &[]));
    terminal.wait_for("The book cannot be opened");
    terminal.wait_for("The newest backup");
    terminal.send("3");
    terminal.wait_for("Nothing is deleted");
    terminal.send("y");
    terminal.wait_for("Nothing was deleted");
    terminal.send(ENTER);
    terminal.wait_for("Make a book");
    terminal.send("q");
    assert!(terminal.ended());
    let names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.iter().any(|name| name.contains("damaged")), "{names:?}");
    assert!(!names.iter().any(|name| name == "book.wardbook"), "{names:?}");
}
