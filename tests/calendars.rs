//! Calendars against those of others: working days against NumPy's (`tests/reference/working_days.py`, which anybody can
//! run, wrote `working_days.json`), and the file of due dates as pip's `icalendar` reads it.

#![allow(clippy::unwrap_used, clippy::string_slice)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{Days, NaiveDate};
use common::Desk;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use wardbook::domain::clock::{Calendar, Pause};
use wardbook::reference;

const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Start, days, after, before, other, between, pause, length, after with the pause.
type Row = (i64, u32, i64, i64, i64, u32, i64, i64, i64);

#[derive(Deserialize)]
struct Sums {
    head: BTreeMap<String, Value>,
    rows: Vec<Row>,
}

fn kept() -> Sums {
    let text = std::fs::read_to_string(root().join("tests/reference/working_days.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn on(number: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 1, 1).unwrap() + chrono::TimeDelta::days(number)
}

#[test]
fn working_days_are_those_of_numpy() {
    let calendar: Calendar = reference::calendar();
    let rows = kept().rows;
    assert_eq!(rows.len(), 10_000);
    for row in rows {
        let (start, days, after, before, other, between, pause, length, paused) = row;
        assert_eq!(calendar.after(on(start), days), on(after), "{row:?}");
        assert_eq!(calendar.before(on(start), days), on(before), "{row:?}");
        assert_eq!(calendar.between(on(start), on(other)), between, "{row:?}");
        let pause = Pause { from: on(pause), until: Some(on(pause + length)) };
        assert_eq!(calendar.after_but(on(start), days, &[pause]), Some(on(paused)), "{row:?}");
    }
}

/// Whether the sums are those of the script and of the holidays as they are now. Line ends do not count.
#[test]
fn the_sums_are_not_older_than_their_script_and_the_holidays() {
    let digest = |path: &str| {
        let text = std::fs::read_to_string(root().join(path)).unwrap().replace('\r', "");
        let digest = Sha256::digest(text.strip_suffix('\n').unwrap_or(&text));
        digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
    };
    let head = kept().head;
    let again = "python tests/reference/working_days.py > tests/reference/working_days.json";
    assert_eq!(head["script_sha256"], digest("tests/reference/working_days.py"), "{again}");
    assert_eq!(head["holidays_sha256"], digest("src/reference/data/holidays.csv"), "{again}");
    assert!(head["python"].is_string() && head["numpy"].is_string());
}

/// Whether the script still says the same here, with whatever NumPy there is.
#[test]
fn the_script_says_the_same_again() {
    if !Command::new(PYTHON).args(["-c", "import numpy"]).output().is_ok_and(|run| run.status.success()) {
        eprintln!("skipped: there is no Python with NumPy here");
        return;
    }
    let script = root().join("tests/reference/working_days.py");
    let output = Command::new(PYTHON).arg(script).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let again: Sums = serde_json::from_slice(&output.stdout).unwrap();
    assert!(again.rows == kept().rows, "NumPy says something else now");
}

/// What letters, marks and lines there can be in a line of a calendar.
const HARD: &str =
    "a fan; a bench, a \\ and \"quotes\": ថ្នាំគ្រប់មុខត្រូវមានស្រាប់នៅឱសថស្ថានមន្ទីរពេទ្យ សម្រាប់អ្នកកាន់ប័ណ្ណ ប.ស.ស. ទាំងអស់";

/// A day so many days from now.
fn day(from_now: i64) -> String {
    (chrono::Local::now().date_naive() + chrono::TimeDelta::days(from_now)).to_string()
}

/// A desk with something of each kind that has a date. Returns the short names of submission, promise and closed case.
fn desk_with_dates() -> (Desk, [String; 3]) {
    let desk = Desk::with_book("");
    let case = |visited: &str| {
        json!({"visited_on": visited, "facility": "N00003", "payer": "nssf", "issues": ["WAIT:high"],
            "narrative": "Chan Sokha waited", "consent": ["count"],
            "member": {"name": "Chan Sokha", "phone": "012 345 678"}})
    };
    let numbers = [desk.add(&case(&day(-70))), desk.add(&case(&day(-60)))];
    let last = |out: String| out.lines().last().unwrap().to_owned();
    let raise = |on: &str, number: &str, to: &str| {
        let query = format!("\"{number}\"");
        last(desk.ok(&["raise", "--to", to, "--on", on, "--check", "none", &query]))
    };
    let open = raise(&day(-8), &numbers[0], "nssf-branch:12");
    let other = raise(&day(-50), &numbers[1], "facility:N00003");
    desk.ok(&["reply", &other, "--outcome", "upheld", "--on", &day(-30)]);
    desk.ok(&["tell", &numbers[1], "--outcome", "solved", "--on", &day(-29)]);
    desk.ok(&["close", &numbers[1], "--on", &day(-10)]);
    let promise = last(desk.ok(&[
        "promise",
        "add",
        "--by",
        &format!("other:{HARD}"),
        "what Chan Sokha was promised",
        "--on",
        &day(-30),
        "--due",
        &day(40),
        "--who",
        "Dr. Keo",
    ]));
    let [_, closed] = numbers;
    (desk, [open, promise, closed])
}

fn written(desk: &Desk, lang: &str) -> String {
    desk.ok(&["today", "--ics", "due.ics", "--lang", lang]);
    std::fs::read_to_string(desk.path("due.ics")).unwrap()
}

/// The events as another program reads them; `None` where it is not there.
fn read_by_another(desk: &Desk) -> Option<Vec<Value>> {
    let script = root().join("tests/reference/due_dates.py");
    let run = Command::new(PYTHON).arg(script).arg(desk.path("due.ics")).output().ok()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let read: Value = serde_json::from_slice(&run.stdout).unwrap();
    if read.is_null() {
        return None;
    }
    assert_eq!((&read["version"], &read["faults"]), (&json!("2.0"), &json!([])));
    Some(read["events"].as_array().unwrap().clone())
}

#[test]
fn lines_are_folded_between_letters_and_end_as_the_standard_wants() {
    let (desk, [submission, promise, closed]) = desk_with_dates();
    for lang in ["en", "km"] {
        let text = written(&desk, lang);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            // Cut between letters, or the line would be no text.
            assert!(line.len() <= 75, "{line}");
        }
        assert!(
            text.split("\r\n").any(|line| line.starts_with(' ') && line.len() > 70),
            "nothing was folded"
        );
        let whole = text.replace("\r\n ", "");
        let escaped = HARD.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
        assert!(whole.contains(&escaped), "{whole}");
        for of in [&submission, &promise, &closed] {
            assert!(whole.contains(&format!("-{of}@wardbook\r\n")), "{of}: {whole}");
        }
        assert_eq!(whole.matches("BEGIN:VALARM").count(), whole.matches("BEGIN:VEVENT").count());
        for secret in ["Sokha", "012 345 678", "waited", "Kossamak Hospital (", "WAIT"] {
            assert!(!whole.contains(secret), "{secret}: {whole}");
        }
    }
}

#[test]
fn another_program_reads_each_date_with_its_text_and_its_alarm() {
    let (desk, [submission, promise, closed]) = desk_with_dates();
    for lang in ["en", "km"] {
        written(&desk, lang);
        let Some(events) = read_by_another(&desk) else {
            eprintln!("skipped: there is no Python with icalendar here");
            return;
        };
        // Both dates of what was not acknowledged yet, the promise, and the question four weeks on.
        assert_eq!(events.len(), 4, "{events:?}");
        let of = |name: &str| {
            let is_of = |event: &&Value| event["uid"].as_str().unwrap().contains(name);
            events.iter().find(is_of).unwrap_or_else(|| panic!("{name}: {events:?}"))
        };
        let awaited = of(&submission);
        assert!(awaited["summary"].as_str().unwrap().starts_with(&submission));
        let promised = of(&promise);
        assert_eq!(promised["start"], day(40));
        assert!(promised["summary"].as_str().unwrap().contains(HARD), "{promised}");
        let again = of(&closed);
        assert_eq!(again["start"], day(-10 + 28));
        for event in &events {
            let start: NaiveDate = event["start"].as_str().unwrap().parse().unwrap();
            let end: NaiveDate = event["end"].as_str().unwrap().parse().unwrap();
            assert_eq!(Some(end), start.checked_add_days(Days::new(1)), "whole days");
            assert!(
                event["stamp"].as_str().unwrap().ends_with("+00:00") && event["transparent"] == "TRANSPARENT"
            );
            let alarms = event["alarms"].as_array().unwrap();
            assert_eq!((alarms.len(), &alarms[0]["action"]), (1, &json!("DISPLAY")));
            assert_eq!(alarms[0]["seconds"], 9.0 * 3600.0, "at nine in the morning");
        }
        let uids =
            |events: &[Value]| -> Vec<Value> { events.iter().map(|event| event["uid"].clone()).collect() };
        let before = uids(&events);
        written(&desk, lang);
        assert_eq!(uids(&read_by_another(&desk).unwrap()), before, "the same each time");
    }
    // A date that moves is the same event.
    desk.ok(&["promise", "move", &promise, "--due", &day(55)]);
    written(&desk, "en");
    let events = read_by_another(&desk).unwrap();
    let moved: Vec<&Value> =
        events.iter().filter(|event| event["uid"].as_str().unwrap().contains(&promise)).collect();
    assert_eq!((moved.len(), &moved[0]["start"]), (1, &json!(day(55))));
    let uid = format!("promise-{promise}@wardbook");
    assert_eq!(moved[0]["uid"], uid);
    // What is answered and judged has no date any more.
    desk.ok(&["reply", &submission, "--outcome", "upheld"]);
    desk.ok(&["promise", "judge", &promise, "kept", "--members", "5/5"]);
    written(&desk, "en");
    assert_eq!(read_by_another(&desk).unwrap().len(), 1);
}
