//! Times of the book at several sizes, in one run: `cargo bench`, or
//! `cargo bench -- 1000 100000` for other sizes. Prints the tables of
//! `docs/PERFORMANCE.md`.
//!
//! The cases are those of `wardbook demo --cases N --csv FILE`; books are encrypted.
//! Deriving the key from the passphrase is told apart: it costs the same at any size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::path::Path;
use std::time::{Duration, Instant};

use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings, defused, demo};
use wardbook::book::{Book, Cost, Device, GroupBy, Options, Order, Secret};
use wardbook::domain::column::Column;
use wardbook::domain::draft::Draft;
use wardbook::domain::values::Coded;

fn main() {
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![1_000, 100_000, 1_000_000] } else { given };
    let measured: Vec<Figures> = sizes.iter().map(|&size| measure(size)).collect();
    print(&sizes, &measured);
    println!("\nKey derivation from the passphrase, at any size: {}", shown(key_derivation()));
}

/// What is measured at one size.
struct Figures {
    rows: Vec<(&'static str, f64, String)>,
}

fn options(folder: &Path, cost: Cost) -> Options {
    Options {
        path: folder.join("book"),
        secret: Secret::passphrase("bench"),
        device: Device::new(folder.join("device")),
        cost,
    }
}

fn measure(size: usize) -> Figures {
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("cases.csv");
    write_csv(size, &csv);
    let options = options(folder.path(), Cost::CHEAP);
    let made = NewBook::make(&options, "KC", "Bench", Clock::System, Settings::default()).unwrap();
    let mut session = made.session;
    let mut rows = Vec::new();

    let import = once(|| session.import(&csv, &ImportOptions::default(), |_| true).unwrap());
    drop(session);

    let mut reopened = None;
    let open = median(7, || reopened = Some(Book::open(&options).unwrap()));
    let mut session = Session::new(reopened.unwrap(), Clock::System, Settings::default());
    let mut drafts: Vec<Draft> = demo::drafts(301).collect();
    let mut add = || {
        let draft = drafts.pop().unwrap();
        session.log(&draft).unwrap();
    };
    rows.push(("one durable add", median(300, &mut add)));
    let listing = session.listing("", Order::Visited, None).unwrap();
    for (name, by) in
        [("hotspots by province", GroupBy::Province), ("hotspots by facility", GroupBy::Facility)]
    {
        rows.push((name, median(5, || drop(session.hotspots(&listing, by).unwrap()))));
    }
    for (name, query, limit) in [
        ("search, a Khmer word, newest 50", "រង់ចាំ", 50),
        ("search, an English word, newest 50", "receipt", 50),
        ("search, two characters, newest 50", "ថ្", 50),
        ("newest 50 cases", "", 50),
    ] {
        let listing = session.listing(query, Order::Visited, Some(limit)).unwrap();
        rows.push((name, median(5, || drop(session.view().list(&listing).unwrap()))));
    }
    rows.push(("opening the book", open));
    rows.push(("importing all, visible and counted", import));
    drop(session);
    let bytes = std::fs::metadata(&options.path).unwrap().len();
    let table = std::fs::metadata(&csv).unwrap().len();
    let mut rows: Vec<(&str, f64, String)> =
        rows.into_iter().map(|(name, time)| (name, time.as_secs_f64(), shown(time))).collect();
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
    rows.push(("size on disk", bytes as f64, megabytes(bytes)));
    rows.push(("size of the CSV it came from", table as f64, megabytes(table)));
    Figures { rows }
}

fn write_csv(size: usize, path: &Path) {
    let columns: Vec<Column> = Column::inputs().collect();
    let mut table = csv::Writer::from_path(path).unwrap();
    table.write_record(columns.iter().map(|column| column.code())).unwrap();
    for draft in demo::drafts(size) {
        table.write_record(columns.iter().map(|column| defused(draft.get(*column).to_owned()))).unwrap();
    }
    table.flush().unwrap();
}

fn key_derivation() -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let strong = options(folder.path(), Cost::STRONG);
    drop(NewBook::make(&strong, "KC", "Bench", Clock::System, Settings::default()).unwrap());
    median(5, || drop(Book::open(&strong).unwrap()))
}

fn once<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    let _ = work();
    begun.elapsed()
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut measured: Vec<Duration> = (0..times).map(|_| once(&mut work)).collect();
    measured.sort_unstable();
    measured.get(times / 2).copied().unwrap_or_default()
}

fn shown(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    match milliseconds {
        over if over >= 10_000.0 => format!("{:.1} s", over / 1e3),
        over if over >= 100.0 => format!("{over:.0} ms"),
        under => format!("{under:.2} ms"),
    }
}

/// One column a size, and how much the last is of the first.
fn print(sizes: &[usize], measured: &[Figures]) {
    let head: Vec<String> = sizes.iter().map(|size| format!("{size} cases")).collect();
    println!("\n| | {} | last ÷ first |", head.join(" | "));
    println!("|---|{}---:|", "---:|".repeat(sizes.len()));
    let (Some(first), Some(last)) = (measured.first(), measured.last()) else {
        return;
    };
    for (index, (name, begin, _)) in first.rows.iter().enumerate() {
        let cells: Vec<&str> =
            measured.iter().filter_map(|figures| figures.rows.get(index)).map(|row| row.2.as_str()).collect();
        let growth = last.rows.get(index).map_or(0.0, |row| row.1 / begin);
        println!("| {name} | {} | {growth:.1} |", cells.join(" | "));
    }
}
