//! How long it takes to find duplicates: `cargo bench --bench duplicates`, or `cargo bench --bench duplicates -- 10000 1000000`
//! for other sizes of the book. Prints the table of `docs/PERFORMANCE.md`.
//!
//! The cases are those of the demo. A hundredth of them are told a second time, by other words on the telephone, so that there is
//! something to find; how well that goes is measured by `app/duplicates/tests`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::path::Path;
use std::time::{Duration, Instant};

use wardbook::app::{Clock, ImportOptions, NewBook, Session, Settings, defused, demo};
use wardbook::book::{Book, Cost, Device, Listing, Options, Order, Secret};
use wardbook::domain::column::Column;
use wardbook::domain::draft::Draft;
use wardbook::domain::number::CaseNumber;
use wardbook::domain::values::Coded;

/// How often a new case is checked.
const CHECKS: usize = 400;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 1_000_000] } else { sizes };
    let measured: Vec<Vec<(&str, String)>> = sizes.iter().map(|size| measure(*size)).collect();
    let head: Vec<String> = sizes.iter().map(|size| format!("{size} cases")).collect();
    println!("\n| | {} |\n|---|{}", head.join(" | "), "---:|".repeat(sizes.len()));
    for (index, (name, _)) in measured[0].iter().enumerate() {
        let cells: Vec<&str> = measured.iter().map(|rows| rows[index].1.as_str()).collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
    println!("\n| cases of one hospital and day | sweep | pairs found |\n|---:|---:|---:|");
    for size in CROWDS {
        let (swept, found) = measure_crowd(size);
        println!("| {size} | {} | {found} |", milliseconds(swept));
    }
}

/// Cases of one hospital and day: where each were compared with all, a sweep would take sixteen times as long with four times as many.
const CROWDS: [usize; 3] = [2_000, 8_000, 32_000];

fn measure_crowd(size: usize) -> (Duration, usize) {
    let folder = tempfile::tempdir().unwrap();
    make_book(size, folder.path(), |draft| {
        draft.set(Column::Facility, "N00003");
        draft.set(Column::VisitedOn, demo::ANCHOR.to_string());
        draft.set(Column::ClaimedOn, "");
        draft.set(Column::Stage, "");
    });
    let mut session = open(folder.path());
    let begun = Instant::now();
    let (_, found) = session.duplicates("", Some(50)).unwrap();
    (begun.elapsed(), found)
}

fn measure(size: usize) -> Vec<(&'static str, String)> {
    let folder = tempfile::tempdir().unwrap();
    make_book(size, folder.path(), |_| {});
    let begun = Instant::now();
    let mut session = open(folder.path());
    let (_, found) = session.duplicates("", Some(50)).unwrap();
    let swept = begun.elapsed();
    let memory = most_memory();
    drop(session);

    let session = open(folder.path());
    let numbers = some(&session, size);
    let mut checks: Vec<Duration> = numbers
        .iter()
        .map(|number| {
            let begun = Instant::now();
            session.duplicates_of(number).unwrap();
            begun.elapsed()
        })
        .collect();
    let first = checks[0];
    checks.sort_unstable();
    let within = |share: f64| checks[((checks.len() as f64 * share) as usize).min(checks.len() - 1)];
    vec![
        ("a sweep over all, in a book that was just opened", milliseconds(swept)),
        ("pairs found", found.to_string()),
        ("most memory", memory),
        ("the check beside one case, the first one", milliseconds(first)),
        ("the check, median", milliseconds(within(0.5))),
        ("the check, 95th percentile", milliseconds(within(0.95))),
        ("the check, slowest", milliseconds(within(1.0))),
    ]
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// The most memory that the process had, where the system tells.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "–".to_owned(), |line| line.trim().to_owned())
}

fn options(folder: &Path) -> Options {
    Options {
        path: folder.join("book"),
        secret: Secret::passphrase("secret"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn open(folder: &Path) -> Session {
    Session::new(Book::open(&options(folder)).unwrap(), Clock::System, Settings::default())
}

fn make_book(size: usize, folder: &Path, change: impl Fn(&mut Draft)) {
    let path = folder.join("cases.csv");
    let columns: Vec<Column> = Column::inputs().collect();
    let mut table = csv::Writer::from_path(&path).unwrap();
    table.write_record(columns.iter().map(|column| column.code())).unwrap();
    let mut write = |draft: &Draft| {
        table.write_record(columns.iter().map(|column| defused(draft.get(*column).to_owned()))).unwrap();
    };
    for (index, mut draft) in demo::drafts(size).enumerate() {
        change(&mut draft);
        write(&draft);
        if index % 100 == 50 {
            write(&told_again(draft));
        }
    }
    table.flush().unwrap();
    let mut session =
        NewBook::make(&options(folder), "KC", "Bench", Clock::System, Settings::default()).unwrap().session;
    let report = session.import(&path, &ImportOptions::default(), |_| true).unwrap();
    println!("{size}: {} cases imported", report.added);
    std::fs::remove_file(path).unwrap();
}

/// The same on the telephone: without the story and the NSSF number, the telephone in another form.
fn told_again(mut draft: Draft) -> Draft {
    let id = format!("{}X", draft.get(Column::SourceId));
    draft.set(Column::SourceId, id);
    for column in
        [Column::Narrative, Column::MemberNssfNumber, Column::Registered, Column::Medicine, Column::Left]
    {
        draft.set(column, "");
    }
    let phone = draft.get(Column::MemberPhone).replacen('0', "+855 ", 1);
    draft.set(Column::MemberPhone, phone);
    draft.set(Column::Channel, "phone");
    draft
}

/// Numbers of cases spread over all of them, and among them those of the facilities with the most cases.
fn some(session: &Session, size: usize) -> Vec<CaseNumber> {
    let view = session.view();
    let step = (size / CHECKS).max(1);
    (0..CHECKS.min(size))
        .flat_map(|place| {
            let listing = Listing {
                order: Order::Recorded,
                offset: place * step,
                limit: Some(1),
                riel_per_dollar: 4_000,
                ..Listing::default()
            };
            view.list(&listing).unwrap()
        })
        .map(|stored| stored.case.number)
        .collect()
}
