//! An import of the same file: the `sqlite3` shell into one plain table without an index, Wardbook into an encrypted
//! book with every row checked, hashed, folded, indexed and found again.

use std::process::Command;
use std::time::{Duration, Instant};

use super::data::Data;
use super::duckdb::DuckDb;
use super::machine::Rivals;
use super::process::{self, Watched};
use super::product::{self, Product};
use super::report::Table;
use super::times::Times;

/// Imports; the book and the database that were made last stay in the data's folder.
pub fn measure(data: &Data, rivals: &Rivals, duckdb: &DuckDb) -> Table {
    let rounds = if data.size > 100_000 { 1 } else { 3 };
    let (mut bare, mut counted, mut searchable, mut ended) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut peak = None;
    for _ in 0..rounds {
        if rivals.sqlite.is_some() {
            let _ = std::fs::remove_file(data.sqlite());
            bare.push(process::time(&mut sqlite(data)));
        }
        let imported = book(data);
        counted.push(imported.counted);
        searchable.push(imported.searchable);
        ended.push(imported.process.wall);
        peak = peak.max(imported.process.peak);
    }
    let [bare, counted, searchable, ended] = [bare, counted, searchable, ended].map(Times::new);
    let mut table = Table::new("Import of the same CSV, whole processes");
    let has_rival = bare.count() > 0;
    if has_rival {
        table.time("`sqlite3 .import`, a plain table without an index", bare.median());
    }
    table.time("`wardbook import`, until all is committed, visible and counted", counted.median());
    let ratio = |table: &mut Table, times: &Times, aim| {
        if has_rival {
            let (one, other) = (times.median().as_secs_f64(), bare.median().as_secs_f64());
            table.ratio("ratio", one, other, Some(aim));
        }
    };
    ratio(&mut table, &counted, 4.0);
    table.time("`wardbook import`, until another program searched all", searchable.median());
    ratio(&mut table, &searchable, 30.0);
    table.time(
        "`wardbook import`, until it has ended, up to 100,000 cases compared with each other",
        ended.median(),
    );
    if let Some(loading) = duckdb.loading() {
        table.time("DuckDB, `CREATE TABLE AS` from the CSV", loading);
    }
    table.bytes("most memory of `wardbook import`", peak);
    table
}

fn sqlite(data: &Data) -> Command {
    let mut command = Command::new("sqlite3");
    let import = format!(".import '{}' t", data.csv().to_str().unwrap());
    command.arg(data.sqlite()).args([".mode csv", &import]);
    command
}

/// An import into a new book.
struct Imported {
    process: Watched,
    /// When another program, which looks every few milliseconds, had counted all cases.
    counted: Duration,
    /// When that had searched them all for something that is not there.
    searchable: Duration,
}

fn book(data: &Data) -> Imported {
    for suffix in ["", "-wal", "-shm", ".keys"] {
        let _ = std::fs::remove_file(data.folder().join(format!("book.wardbook{suffix}")));
    }
    drop(Product::make(data.folder()));
    let (mut beside, newest) = (Product::open(data.folder()), Product::open(data.folder()));
    let csv = data.csv();
    let mut import = product::program(data.folder(), &["import", csv.to_str().unwrap()]);
    let begun = Instant::now();
    let mut seen = None;
    let mut look = || {
        assert_eq!(beside.counted(), data.size);
        let counted = begun.elapsed();
        assert_eq!(beside.search("such words are in no story"), 0);
        (counted, begun.elapsed())
    };
    // After the cases are committed, the program compares them with each other, where they are not too many.
    // Often enough for the time it takes, and not so often that looking costs any.
    let every = Duration::from_millis(if data.size > 100_000 { 100 } else { 5 });
    let process = process::watch(&mut import, every, |_| {
        if seen.is_none() && newest.newest_row() == data.size as i64 {
            seen = Some(look());
        }
    });
    let (counted, searchable) = seen.unwrap_or_else(look);
    Imported { process, counted, searchable }
}
