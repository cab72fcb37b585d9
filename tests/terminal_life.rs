//! The program's life in a terminal: suspended and resumed, clicked, given other keys, left alone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "terminal/pty.rs"]
mod pty;

use std::path::Path;
use std::process::Command;

use pty::{Pty, wardbook};

const ENTER_ALTERNATE: &[u8] = b"\x1b[?1049h";
const LEAVE_ALTERNATE: &[u8] = b"\x1b[?1049l";
const F10: &str = "\u{1b}[21~";
const F11: &str = "\u{1b}[23~";
const DEMO: [&str; 3] = ["demo", "--cases", "60"];

fn demo(folder: &Path) -> Pty {
    let terminal = Pty::start(wardbook(folder, "en_US.UTF-8", &DEMO));
    terminal.wait_for("DEMO");
    terminal
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted).count()
}

fn send_signal(terminal: &Pty, signal: &str) {
    let process = terminal.process().to_string();
    assert!(Command::new("kill").args(["-s", signal, &process]).status().unwrap().success());
}

#[test]
#[cfg(target_os = "linux")]
fn suspended_it_gives_the_terminal_back_and_resumed_it_draws_anew() {
    let is_stopped = |terminal: &Pty| {
        let status = std::fs::read_to_string(format!("/proc/{}/stat", terminal.process())).unwrap();
        status.rsplit(')').next().unwrap().trim_start().starts_with('T')
    };
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = demo(folder.path());
    for (times, by_key) in [(1, true), (2, false)] {
        if by_key {
            terminal.send("\u{1a}");
        } else {
            send_signal(&terminal, "TSTP");
        }
        terminal.until_bytes("the alternate screen left", |bytes| count(bytes, LEAVE_ALTERNATE) == times);
        while !is_stopped(&terminal) {
            std::thread::yield_now();
        }
        send_signal(&terminal, "CONT");
        terminal
            .until_bytes("the alternate screen again", |bytes| count(bytes, ENTER_ALTERNATE) == times + 1);
        terminal.wait_for("DEMO");
        terminal.send("h");
        terminal.wait_for("Phnom Penh");
        terminal.send("c");
        terminal.wait_for("Cases: 60");
    }
    terminal.send(F10);
    assert!(terminal.ended());
}

#[test]
fn a_click_does_what_is_drawn_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = demo(folder.path());
    terminal.click("Hotspots");
    terminal.wait_for("Phnom Penh");
    terminal.click("F10 Quit");
    assert!(terminal.ended());
    let bytes = terminal.bytes();
    assert!(count(&bytes, b"\x1b[?1000h") == 1 && count(&bytes, b"\x1b[?1000l") >= 1);
}

#[test]
fn settings_are_kept_and_keys_are_those_of_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = demo(folder.path());
    terminal.send(F11);
    terminal.wait_for("Khmer digits");
    terminal.click("Mouse");
    terminal.wait_for("> Mouse");
    terminal.send("\u{1b}[C");
    terminal.until("the mouse off", |screen| screen.contains("‹ Off ›"));
    terminal.until_bytes("mouse reports off", |bytes| count(bytes, b"\x1b[?1000l") == 1);
    terminal.send("l");
    terminal.wait_for("ការកំណត់");
    terminal.send(F10);
    assert!(terminal.ended());
    let file = folder.path().join("config/wardbook/config.toml");
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.contains("lang = \"km\"") && kept.contains("mouse = false"), "{kept}");

    std::fs::write(&file, format!("{kept}\n[keys]\nshow-hotspots = [\"x\"]\n")).unwrap();
    let mut terminal = Pty::start(wardbook(folder.path(), "en_US.UTF-8", &DEMO));
    terminal.wait_for("ក្នុង ៦០");
    terminal.send("x");
    terminal.wait_for("ភ្នំពេញ");
    assert_eq!(count(&terminal.bytes(), b"\x1b[?1000h"), 0);
    terminal.send("q");
    assert!(terminal.ended());

    std::fs::write(&file, "[keys]\nshow-hotspots = [\"F4\"]\n").unwrap();
    let mut check = Command::new(env!("CARGO_BIN_EXE_wardbook"));
    check.args(["config", "check"]).env_clear().env("HOME", folder.path());
    let checked = check.env("XDG_CONFIG_HOME", folder.path().join("config")).output().unwrap();
    assert_eq!(checked.status.code(), Some(2));
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(said.contains("F4") && said.contains("show-hotspots") && said.contains("docs/KEYS.md"), "{said}");
}
