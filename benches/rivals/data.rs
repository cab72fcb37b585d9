//! The data of all: made-up cases as a CSV file, and some of them to ask about.

use std::path::{Path, PathBuf};

use wardbook::app::{defused, demo};
use wardbook::domain::column::Column;
use wardbook::domain::draft::Draft;
use wardbook::domain::values::Coded;
use wardbook::reference;

use super::duckdb::DuckDb;
use super::product;
use super::report::Table;

/// How many of the cases are kept to take words and values from.
const SAMPLE: usize = 2_000;

/// The cases of one size.
pub struct Data {
    pub size: usize,
    folder: PathBuf,
    /// Cases spread over all of them.
    pub sample: Vec<Draft>,
}

impl Data {
    /// Writes the cases, and where their facilities are, into a folder.
    pub fn make(size: usize, folder: &Path) -> Self {
        let data = Self { size, folder: folder.to_owned(), sample: Vec::new() };
        let columns: Vec<Column> = Column::inputs().collect();
        let mut table = csv::Writer::from_path(data.csv()).unwrap();
        table.write_record(columns.iter().map(|column| column.code())).unwrap();
        let (mut sample, mut facilities) = (Vec::new(), std::collections::BTreeSet::new());
        for (index, draft) in demo::drafts(size).enumerate() {
            table.write_record(columns.iter().map(|column| defused(draft.get(*column).to_owned()))).unwrap();
            if !facilities.contains(draft.get(Column::Facility)) {
                facilities.insert(draft.get(Column::Facility).to_owned());
            }
            if index % (size / SAMPLE).max(1) == 0 {
                sample.push(draft);
            }
        }
        table.flush().unwrap();
        let mut places = csv::Writer::from_path(data.places()).unwrap();
        places.write_record(["facility", "province"]).unwrap();
        for id in facilities {
            let facility = reference::facility(&id.parse().unwrap()).unwrap();
            places.write_record([id, facility.province.to_string()]).unwrap();
        }
        places.flush().unwrap();
        Self { sample, ..data }
    }

    /// Where everything of this size lies, the book that was imported last among it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn csv(&self) -> PathBuf {
        self.folder.join("cases.csv")
    }

    /// A table of the facilities with their provinces, for DuckDB.
    pub fn places(&self) -> PathBuf {
        self.folder.join("places.csv")
    }

    /// The file of the `sqlite3` shell.
    pub fn sqlite(&self) -> PathBuf {
        self.folder.join("sqlite.db")
    }
}

/// The files of all that was loaded.
pub fn sizes(data: &Data, duckdb: &DuckDb) -> Table {
    let mut table = Table::new("Size on disk");
    let csv = bytes(&data.csv()).unwrap();
    let book = product::book(data.folder());
    let parts = ["", "-wal", ".keys"].map(|suffix| book.with_file_name(format!("book.wardbook{suffix}")));
    let book: u64 = parts.iter().filter_map(|part| bytes(part)).sum();
    table.bytes("the CSV", Some(csv));
    table.bytes("the book, with log, search and projection", Some(book));
    table.ratio("the book ÷ the CSV", book as f64, csv as f64, Some(5.0));
    for (rival, size) in [("`sqlite3`'s file", bytes(&data.sqlite())), ("DuckDB's file", duckdb.size())] {
        table.bytes(rival, size);
        if let Some(size) = size {
            table.ratio(&format!("the book ÷ {rival}"), book as f64, size as f64, None);
        }
    }
    table
}

fn bytes(path: &Path) -> Option<u64> {
    Some(std::fs::metadata(path).ok()?.len())
}
