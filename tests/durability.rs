//! A case whose number was printed is in the book, whatever happens then.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::{Duration, Instant};

use common::Desk;
use serde_json::json;

const ADD: [&str; 7] = ["add", "--visited-on", "2026-10-03", "--facility", "N00003", "--issue", "WAIT:high"];

fn numbers(desk: &Desk) -> BTreeSet<String> {
    desk.json(&["list", "--json"]).iter().map(|case| case["number"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn two_programs_write_five_hundred_cases_each_at_once() {
    let desk = Desk::with_book("");
    let write = || (0..500).map(|_| desk.ok(&ADD).trim().to_owned()).collect::<Vec<_>>();
    let printed: BTreeSet<String> = std::thread::scope(|scope| {
        let writers = [scope.spawn(write), scope.spawn(write)];
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!(printed.len(), 1_000);
    assert_eq!(numbers(&desk), printed);
    let verified = desk.verified();
    assert_eq!((&verified["sound"], &verified["entries"]), (&json!(true), &json!(1_000)));
    // Both may have found a book without an origin; from then on they share one.
    assert!(verified["origins"].as_u64().unwrap() <= 2, "{verified}");
}

#[test]
fn a_program_killed_while_it_adds_loses_no_number_that_it_printed() {
    let desk = Desk::with_book("");
    let begun = Instant::now();
    let mut printed: BTreeSet<String> = (0..5).map(|_| desk.ok(&ADD).trim().to_owned()).collect();
    let usual = begun.elapsed() / 5;
    for round in 0..200_u32 {
        let mut command = desk.command();
        let mut child = command.args(ADD).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        // From at once to a little after the usual end.
        std::thread::sleep(usual * round / 170);
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        printed.extend(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned));
    }
    let kept = numbers(&desk);
    assert!(printed.is_subset(&kept), "{:?}", printed.difference(&kept));
    assert!(printed.len() > 5, "some were let finish: {}", printed.len());
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn an_encrypted_book_takes_two_programs_too() {
    let desk = Desk::with_book("secret");
    let write = || (0..15).map(|_| desk.ok(&ADD).trim().to_owned()).collect::<Vec<_>>();
    let printed: BTreeSet<String> = std::thread::scope(|scope| {
        let writers = [scope.spawn(write), scope.spawn(write)];
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!((printed.len(), numbers(&desk)), (30, printed));
    assert_eq!(desk.verified()["sound"], true);
}

#[test]
fn a_write_ahead_log_broken_in_its_middle_is_noticed() {
    let desk = Desk::with_book("");
    // A killed program leaves its log behind: hold the book open while another writes.
    let holder = rusqlite::Connection::open(desk.book()).unwrap();
    let _: i64 = holder.query_row("SELECT count(*) FROM cases", [], |row| row.get(0)).unwrap();
    for _ in 0..5 {
        desk.ok(&ADD);
    }
    let log = wardbook::book::beside(&desk.book(), "-wal");
    let bytes = std::fs::read(&log).unwrap();
    assert!(bytes.len() > 50_000, "{}", bytes.len());
    let copy = Desk::empty("");
    std::fs::copy(desk.book(), copy.book()).unwrap();
    let copied = wardbook::book::beside(&copy.book(), "-wal");
    std::fs::write(&copied, &bytes).unwrap();
    assert_eq!(copy.verified()["cases"], 5);

    for place in [40, bytes.len() / 2] {
        let broken = Desk::empty("");
        std::fs::copy(desk.book(), broken.book()).unwrap();
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        std::fs::write(wardbook::book::beside(&broken.book(), "-wal"), changed).unwrap();
        let began = Instant::now();
        assert_eq!(broken.run(&["verify"]).code, 5, "byte {place}");
        assert!(began.elapsed() < Duration::from_mins(1));
    }
}
