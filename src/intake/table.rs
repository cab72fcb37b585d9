//! A CSV table with our own columns, in Khmer or English headers: UTF-8, with or
//! without a byte order mark, comma, semicolon or tab.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::domain::column::Column;
use crate::domain::digits::hex;
use crate::domain::draft::Draft;
use crate::i18n::column_of_header;

/// Why a table cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file could not be read.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is not UTF-8.
    #[error("no UTF-8 at line {line}")]
    NoText {
        /// Where, from 1.
        line: u64,
    },
    /// Columns without which no case can be made.
    #[error("columns missing: {0:?}")]
    Columns(Vec<&'static str>),
    /// The same column twice.
    #[error("column {0} twice")]
    Twice(String),
    /// Nothing in it.
    #[error("empty")]
    Empty,
}

/// An open table.
pub struct Table {
    path: PathBuf,
    reader: csv::Reader<Box<dyn Read>>,
    columns: Vec<Option<Column>>,
    /// Headers that are none of ours: their columns are left out.
    pub unknown: Vec<String>,
}

/// One row of a table.
#[derive(Debug)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// What it says.
    pub draft: Draft,
    /// SHA-256 over its cells, in hexadecimal.
    pub digest: String,
}

impl Table {
    /// Opens a table and reads its headers.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let failed = |source| TableError::File { path: path.to_owned(), source };
        if path.is_dir() {
            return Err(failed(std::io::ErrorKind::IsADirectory.into()));
        }
        let mut text = BufReader::with_capacity(1 << 16, File::open(path).map_err(failed)?);
        let start = text.fill_buf().map_err(failed)?;
        if start.starts_with("\u{FEFF}".as_bytes()) {
            text.consume(3);
        }
        let delimiter = delimiter(text.fill_buf().map_err(failed)?);
        let text: Box<dyn Read> = Box::new(text);
        let reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text);
        let mut table = Self { path: path.to_owned(), reader, columns: Vec::new(), unknown: Vec::new() };
        table.read_headers()?;
        Ok(table)
    }

    fn read_headers(&mut self) -> Result<(), TableError> {
        let headers = self.reader.headers().cloned().map_err(|error| error_of(&self.path, error))?;
        if headers.iter().all(|header| header.trim().is_empty()) {
            return Err(TableError::Empty);
        }
        for header in &headers {
            let column = column_of_header(header);
            if column.is_none() && !header.trim().is_empty() {
                self.unknown.push(header.trim().to_owned());
            }
            if column.is_some() && self.columns.contains(&column) {
                return Err(TableError::Twice(header.trim().to_owned()));
            }
            self.columns.push(column);
        }
        let needed =
            [(Column::VisitedOn, "visited_on"), (Column::Facility, "facility"), (Column::Issues, "issues")];
        let missing: Vec<&'static str> = needed
            .into_iter()
            .filter(|(column, _)| !self.columns.contains(&Some(*column)))
            .map(|(_, name)| name)
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(TableError::Columns(missing)) }
    }

    /// The next row; `None` at the end. Rows without any text are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        let mut record = csv::StringRecord::new();
        loop {
            if !self.reader.read_record(&mut record).map_err(|error| error_of(&self.path, error))? {
                return Ok(None);
            }
            let line = record.position().map_or(0, csv::Position::line);
            let mut draft = Draft::default();
            let mut hasher = Sha256::new();
            for (column, cell) in self.columns.iter().zip(&record) {
                let Some(column) = column else {
                    continue;
                };
                hasher.update(format!("{column}\u{1F}{cell}\u{1E}"));
                draft.set(*column, armed(cell));
            }
            if !draft.is_empty() {
                let digest = hex(&hasher.finalize());
                return Ok(Some(Row { line, draft, digest }));
            }
        }
    }
}

/// A cell as it was before an export kept a spreadsheet from taking it for a formula.
fn armed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

/// The separator that stands most often in the first line.
fn delimiter(start: &[u8]) -> u8 {
    let first_line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |wanted: u8| first_line.split(|&byte| byte == wanted).count();
    // On a tie the first of the list holds, so the comma comes last for `max_by_key`.
    [b'\t', b';', b','].into_iter().max_by_key(|&candidate| count(candidate)).unwrap_or(b',')
}

fn error_of(path: &Path, error: csv::Error) -> TableError {
    let line = error.position().map_or(1, csv::Position::line);
    match error.into_kind() {
        csv::ErrorKind::Io(source) => TableError::File { path: path.to_owned(), source },
        _ => TableError::NoText { line },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, header};

    fn open(bytes: &[u8]) -> Result<Table, TableError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, bytes).unwrap();
        Table::open(&path)
    }

    #[test]
    fn headers_are_read_in_both_languages_and_any_separator() {
        for text in [
            "visited_on,facility,issues\n2026-10-03,N00003,WAIT\n",
            "\u{FEFF}visited_on;facility;issues\r\n2026-10-03;N00003;WAIT\r\n",
            "visited_on\tfacility\tissues\n\t\t\n2026-10-03\tN00003\tWAIT",
        ] {
            let mut table = open(text.as_bytes()).unwrap();
            let row = table.next_row().unwrap().unwrap();
            assert_eq!(row.draft.get(Column::Facility), "N00003", "{text}");
            assert!(table.next_row().unwrap().is_none());
        }
        let khmer: Vec<&str> = [Column::VisitedOn, Column::Facility, Column::Issues]
            .into_iter()
            .map(|column| header(column, Lang::Km))
            .collect();
        let mut table = open(format!("{}\n2026-10-03,N00003,WAIT\n", khmer.join(",")).as_bytes()).unwrap();
        assert_eq!(table.next_row().unwrap().unwrap().draft.get(Column::Issues), "WAIT");
    }

    #[test]
    fn tables_that_cannot_be_read_say_why() {
        assert!(matches!(open(b""), Err(TableError::Empty)));
        assert!(matches!(open(b"a,b\n1,2\n"), Err(TableError::Columns(missing)) if missing.len() == 3));
        assert!(matches!(open(b"visited_on,facility,issues,facility\n"), Err(TableError::Twice(_))));
        let mut table = open(b"visited_on,facility,issues,colour\n2026-10-03,\xFF,WAIT,red\n").unwrap();
        assert_eq!(table.unknown, ["colour"]);
        assert!(matches!(table.next_row(), Err(TableError::NoText { line: 2 })));
        assert!(matches!(Table::open(Path::new("/")), Err(TableError::File { .. })));
    }

    #[test]
    fn a_defused_cell_is_read_as_it_was() {
        assert_eq!(armed("'=1+1"), "=1+1");
        assert_eq!(armed("'tis"), "'tis");
    }
}
