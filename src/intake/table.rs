//! A CSV table with our own columns, in Khmer or English headers: UTF-8, with or
//! without a byte order mark, comma, semicolon or tab.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::lines::Lines;
use crate::domain::column::Column;
use crate::domain::digits::hex;
use crate::domain::draft::Typed;
use crate::domain::values::Coded;
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
    /// A quotation that is never closed.
    #[error("a quotation opens on line {line} and never closes")]
    OpenQuote {
        /// Where it opens, from 1.
        line: u64,
    },
    /// Nothing in it.
    #[error("empty")]
    Empty,
}

/// An open table.
pub struct Table {
    path: PathBuf,
    reader: csv::Reader<BufReader<File>>,
    /// The place in each record of a column of ours, by the column's position.
    places: Vec<Option<usize>>,
    /// The places that are ours, and with what their cells begin in the digest of a row.
    headings: Vec<(usize, String)>,
    known: Arc<Vec<Column>>,
    lines: Lines,
    /// Records read, the headers among them.
    records: usize,
    /// The record that was read last, and what its digest is taken over.
    record: csv::StringRecord,
    cells: Zeroizing<Vec<u8>>,
    /// Headers that are none of ours: their columns are left out.
    pub unknown: Vec<String>,
}

/// One row of a table, read where it stands.
pub struct Row<'table> {
    /// Its line in the file, from 1.
    pub line: u64,
    /// SHA-256 over its cells, in hexadecimal.
    pub digest: String,
    /// The columns that its table has.
    pub columns: &'table Arc<Vec<Column>>,
    record: &'table csv::StringRecord,
    places: &'table [Option<usize>],
}

impl Typed for Row<'_> {
    fn text(&self, column: Column) -> &str {
        let place = self.places.get(usize::from(column.position())).copied().flatten();
        place.and_then(|place| self.record.get(place)).map_or("", armed)
    }
}

impl Table {
    /// Opens a table, reads its headers, and looks over all of it: what opens can be read to
    /// its end, unless the file changes meanwhile.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let failed = |source| TableError::File { path: path.to_owned(), source };
        if path.is_dir() {
            return Err(failed(std::io::ErrorKind::IsADirectory.into()));
        }
        let (mut text, delimiter, first_line) = open_text(path).map_err(failed)?;
        let mut lines = Lines::new(delimiter, first_line);
        let no_text = look_over(&mut text, &mut lines).map_err(failed)?;
        if let Some(line) = lines.open_quote() {
            return Err(TableError::OpenQuote { line });
        }
        let text = open_text(path).map_err(failed)?.0;
        let reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text);
        let mut table = Self {
            path: path.to_owned(),
            reader,
            places: vec![None; Column::ALL.len()],
            headings: Vec::new(),
            known: Arc::default(),
            lines,
            records: 0,
            record: csv::StringRecord::new(),
            cells: Zeroizing::default(),
            unknown: Vec::new(),
        };
        table.read_headers()?;
        no_text.map_or(Ok(table), |line| Err(TableError::NoText { line }))
    }

    fn read_headers(&mut self) -> Result<(), TableError> {
        let headers = self.reader.headers().cloned().map_err(|error| self.error(error))?;
        self.records = 1;
        if headers.iter().all(|header| header.trim().is_empty()) {
            return Err(TableError::Empty);
        }
        let mut known = Vec::new();
        for (place, header) in headers.iter().enumerate() {
            match column_of_header(header) {
                None if header.trim().is_empty() => {}
                None => self.unknown.push(header.trim().to_owned()),
                Some(column) if known.contains(&column) => {
                    return Err(TableError::Twice(header.trim().to_owned()));
                }
                Some(column) => {
                    known.push(column);
                    self.headings.push((place, format!("{column}\u{1F}")));
                    if let Some(known) = self.places.get_mut(usize::from(column.position())) {
                        *known = Some(place);
                    }
                }
            }
        }
        self.known = Arc::new(known);
        let needed =
            [(Column::VisitedOn, "visited_on"), (Column::Facility, "facility"), (Column::Issues, "issues")];
        let missing: Vec<&'static str> = needed
            .into_iter()
            .filter(|(column, _)| !self.known.contains(column))
            .map(|(_, name)| name)
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(TableError::Columns(missing)) }
    }

    /// The next row; `None` at the end. Rows without any text are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, TableError> {
        while self.reader.read_record(&mut self.record).map_err(|error| self.error(error))? {
            self.records += 1;
            let cells =
                self.headings.iter().filter_map(|(place, heading)| Some((heading, self.record.get(*place)?)));
            if cells.clone().any(|(_, cell)| !armed(cell).trim().is_empty()) {
                self.cells.clear();
                for (heading, cell) in cells {
                    self.cells.extend_from_slice(heading.as_bytes());
                    self.cells.extend_from_slice(cell.as_bytes());
                    self.cells.push(0x1E);
                }
                return Ok(Some(Row {
                    line: self.lines.of(self.records - 1),
                    digest: hex(&Sha256::digest(self.cells.as_slice())),
                    columns: &self.known,
                    record: &self.record,
                    places: &self.places,
                }));
            }
        }
        Ok(None)
    }

    fn error(&self, error: csv::Error) -> TableError {
        match error.into_kind() {
            csv::ErrorKind::Io(source) => TableError::File { path: self.path.clone(), source },
            _ => TableError::NoText { line: self.lines.of(self.records) },
        }
    }
}

/// Finds where the records begin; returns the line of the first record that is no UTF-8.
fn look_over(text: &mut impl Read, lines: &mut Lines) -> std::io::Result<Option<u64>> {
    let mut buffer = vec![0; 1 << 16];
    let mut held = 0;
    let mut no_text = None;
    loop {
        let read = match text.read(buffer.get_mut(held..).unwrap_or_default()) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let bytes = buffer.get(..held + read).unwrap_or_default();
        let mut sound = bytes.len();
        if no_text.is_none()
            && let Err(error) = std::str::from_utf8(bytes)
        {
            sound = error.valid_up_to();
            // A character may go on in what is read next.
            if error.error_len().is_some() || read == 0 {
                let (before, rest) = bytes.split_at(sound);
                lines.take(before);
                lines.take(rest.get(..1).unwrap_or_default());
                no_text = Some(lines.latest());
                lines.take(rest.get(1..).unwrap_or_default());
                held = 0;
                continue;
            }
        }
        lines.take(bytes.get(..sound).unwrap_or_default());
        held = bytes.len() - sound;
        buffer.copy_within(sound..sound + held, 0);
        if read == 0 {
            return Ok(no_text);
        }
    }
}

/// The text of a file behind its byte order mark and a spreadsheet's `sep=` line, with
/// its separator and the line on which it begins.
fn open_text(path: &Path) -> std::io::Result<(BufReader<File>, u8, u64)> {
    let mut text = BufReader::with_capacity(1 << 16, File::open(path)?);
    if text.fill_buf()?.starts_with("\u{FEFF}".as_bytes()) {
        text.consume(3);
    }
    if text.fill_buf()?.starts_with(b"sep=") {
        let mut line = Vec::new();
        text.read_until(b'\n', &mut line)?;
        return Ok((text, line.get(4).copied().unwrap_or(b','), 2));
    }
    let delimiter = delimiter(text.fill_buf()?);
    Ok((text, delimiter, 1))
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
            "sep=;\nvisited_on;facility;issues\n2026-10-03;N00003;WAIT",
            "visited_on\tfacility\tissues\n\t\t\n2026-10-03\tN00003\tWAIT",
        ] {
            let mut table = open(text.as_bytes()).unwrap();
            let row = table.next_row().unwrap().unwrap();
            assert_eq!(row.text(Column::Facility), "N00003", "{text}");
            assert!(table.next_row().unwrap().is_none());
        }
        let khmer: Vec<&str> = [Column::VisitedOn, Column::Facility, Column::Issues]
            .into_iter()
            .map(|column| header(column, Lang::Km))
            .collect();
        let mut table = open(format!("{}\n2026-10-03,N00003,WAIT\n", khmer.join(",")).as_bytes()).unwrap();
        assert_eq!(table.next_row().unwrap().unwrap().text(Column::Issues), "WAIT");
    }

    /// Rows are known again by it in books that were written before.
    #[test]
    fn a_row_is_digested_with_the_names_of_its_columns() {
        let mut table =
            open(b"visited_on,odd,facility,issues\n2026-10-03,x,'=1,WAIT\n2026-10-04,x,\n").unwrap();
        for cells in [
            "visited_on\u{1F}2026-10-03\u{1E}facility\u{1F}'=1\u{1E}issues\u{1F}WAIT\u{1E}",
            "visited_on\u{1F}2026-10-04\u{1E}facility\u{1F}\u{1E}",
        ] {
            assert_eq!(table.next_row().unwrap().unwrap().digest, hex(&Sha256::digest(cells)));
        }
    }

    #[test]
    fn tables_that_cannot_be_read_say_why() {
        assert!(matches!(open(b""), Err(TableError::Empty)));
        assert!(matches!(open(b"a,b\n1,2\n"), Err(TableError::Columns(missing)) if missing.len() == 3));
        assert!(matches!(open(b"visited_on,facility,issues,facility\n"), Err(TableError::Twice(_))));
        let table = open(b"visited_on,facility,issues,colour\n2026-10-03,N00003,WAIT,red\n").unwrap();
        assert_eq!(table.unknown, ["colour"]);
        let rows =
            [b"visited_on,facility,issues\n\n2026-10-03,N00003,WAIT\n".as_slice(), b"2026-10-03,"].concat();
        for (broken, line) in
            [(b"\xFF,WAIT\n".as_slice(), 4), (b"\xE1\x9E", 4), (b"N00003,WAIT\n\xE1\x9E,", 5)]
        {
            let opened = open(&[rows.as_slice(), broken].concat());
            assert!(matches!(opened, Err(TableError::NoText { line: told }) if told == line), "{broken:?}");
        }
        assert!(matches!(Table::open(Path::new("/")), Err(TableError::File { .. })));
        let open_quote =
            open(b"visited_on,facility,issues\n2026-10-03,N00003,\"WAIT\n2026-10-03,N00003,WAIT\n");
        assert!(matches!(open_quote, Err(TableError::OpenQuote { line: 2 })));
    }

    #[test]
    fn a_defused_cell_is_read_as_it_was() {
        assert_eq!(armed("'=1+1"), "=1+1");
        assert_eq!(armed("'tis"), "'tis");
    }
}
