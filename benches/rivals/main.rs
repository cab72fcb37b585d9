//! Wardbook beside the `sqlite3` shell and DuckDB, on the same cases in the same run: `cargo bench --bench rivals`, or
//! `cargo bench --bench rivals -- 10000 100000` for other sizes of the book. Prints the tables of
//! `docs/PERFORMANCE.md` with each ratio, and whether the aim stated beside it is met.
//!
//! The cases are those of `wardbook demo --cases N --csv FILE`; the books are encrypted. DuckDB comes from pip's
//! `duckdb` and `duckdb-cli` through the `python3` that is first on the path; a rival that is not installed is
//! skipped, and the first lines say so. Where a whole process is measured, it is the real program; its book was made
//! with a cheap key derivation, because that costs the same at any size and is told apart on the last line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod add;
mod chance;
mod data;
mod duckdb;
mod import;
mod library;
mod machine;
mod memory;
mod process;
mod product;
mod queries;
mod report;
mod start;
mod times;

use data::Data;
use duckdb::DuckDb;
use machine::Rivals;
use product::Product;
use report::Table;

fn main() {
    let given: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![10_000, 100_000, 1_000_000] } else { given };
    let rivals = Rivals::find();
    let load = machine::load();
    println!("{}", machine::description(&rivals));
    let measured: Vec<Vec<Table>> = sizes.iter().map(|&size| measure(size, &rivals)).collect();
    println!("{}", report::tables(&sizes, &measured));
    println!("Key derivation from the passphrase, at any size: {}.", report::time(product::key_derivation()));
    println!(
        "Load of the machine in the minute before: {load}; in the last minute of it: {}.",
        machine::load()
    );
}

/// All tables at one size. Each is told as soon as it is known, for whoever waits.
fn measure(size: usize, rivals: &Rivals) -> Vec<Table> {
    let folder = tempfile::tempdir().unwrap();
    let data = Data::make(size, folder.path());
    let duckdb = DuckDb::load(&data, rivals);
    let mut tables = Vec::new();
    let mut keep = |table: Table| {
        eprintln!("{}", report::table(&[size], &[&table]));
        tables.push(table);
    };
    keep(import::measure(&data, rivals, &duckdb));
    keep(start::measure(&data, &duckdb));
    keep(data::sizes(&data, &duckdb));
    keep(memory::measure(&data, rivals, &duckdb));
    let mut product = Product::open(data.folder());
    keep(library::filters(&data, &mut product));
    keep(library::searches(&data, &mut product));
    keep(library::pages(&data, &mut product));
    keep(add::measure(&data, &mut product));
    tables
}
