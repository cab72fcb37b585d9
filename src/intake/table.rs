//! A table with our own columns, in Khmer or English headers: a workbook, or CSV in any of the usual encodings, with comma,
//! semicolon or tab.

use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::cells::{Dates, plain};
use super::lines::Lines;
use super::sheet::{self, Sheet};
use super::text::{self, Text};
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
    /// It is neither UTF-8 nor anything else that is read.
    #[error("no text at line {line}")]
    NoText {
        /// Where, from 1.
        line: u64,
    },
    /// A row longer than any honest one.
    #[error("the row at line {line} is too long")]
    LongRow {
        /// Where it begins, from 1.
        line: u64,
    },
    /// No workbook, or a damaged one.
    #[error("{}: no workbook: {detail}", .path.display())]
    NoWorkbook {
        /// Which.
        path: PathBuf,
        /// What its reader says.
        detail: String,
    },
    /// A workbook that unpacks to more than can be read.
    #[error("the workbook unpacks to too much")]
    TooLarge,
    /// Dates that can only be read with the month first, and none that cannot: which is meant has to be said.
    #[error("month first at line {line}: {date}")]
    MonthFirst {
        /// The line of one, from 1.
        line: u64,
        /// That date.
        date: String,
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
    records: Records,
    dates: Dates,
    /// The place in each record of a column of ours, by the column's position.
    places: Vec<Option<usize>>,
    /// The places that are ours, and with what their cells begin in the digest of a row.
    headings: Vec<(usize, String)>,
    known: Arc<Vec<Column>>,
    /// The line of the record that was read last, the record, and what its digest is taken over.
    line: u64,
    record: csv::StringRecord,
    cells: Zeroizing<Vec<u8>>,
    /// Headers that are none of ours: their columns are left out.
    pub unknown: Vec<String>,
}

/// Where the records of a table come from.
pub(super) enum Records {
    Text {
        reader: Box<csv::Reader<BufReader<Text>>>,
        encoding: Option<&'static encoding_rs::Encoding>,
        lines: Lines,
        /// Records read, the headers among them.
        count: usize,
    },
    Sheet(Sheet),
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
    /// Opens a table, reads its headers, and looks over all of it: what opens can be read to its end, unless the file changes
    /// meanwhile. Where its dates can only be meant with the month first, `dates` has to say so.
    pub fn open(path: &Path, dates: Option<Dates>) -> Result<Self, TableError> {
        let mut table = Self::at_its_headers(path, dates.unwrap_or_default())?;
        if dates.is_none() {
            table.look_for_months()?;
            table.rewind()?;
        }
        Ok(table)
    }

    fn at_its_headers(path: &Path, dates: Dates) -> Result<Self, TableError> {
        let mut no_text = None;
        let records = if sheet::is_workbook(path) {
            Records::Sheet(Sheet::open(path)?)
        } else {
            let (records, damage) = text_records(path)?;
            no_text = damage;
            records
        };
        let mut table = Self {
            path: path.to_owned(),
            records,
            dates,
            places: vec![None; Column::ALL.len()],
            headings: Vec::new(),
            known: Arc::default(),
            line: 0,
            record: csv::StringRecord::new(),
            cells: Zeroizing::default(),
            unknown: Vec::new(),
        };
        table.read_headers()?;
        no_text.map_or(Ok(table), |line| Err(TableError::NoText { line }))
    }

    /// Fails where a date can only be read with the month first, and none only with the day first.
    fn look_for_months(&mut self) -> Result<(), TableError> {
        let columns: Vec<usize> = [Column::VisitedOn, Column::ClaimedOn]
            .into_iter()
            .filter_map(|column| self.places.get(usize::from(column.position())).copied().flatten())
            .collect();
        let mut found: Option<(u64, String)> = None;
        while self.read_record()? {
            for text in columns.iter().filter_map(|place| self.record.get(*place)) {
                match Dates::only(text) {
                    Some(Dates::DayFirst) => return Ok(()),
                    Some(Dates::MonthFirst) if found.is_none() => {
                        found = Some((self.line, text.trim().to_owned()));
                    }
                    _ => {}
                }
            }
        }
        found.map_or(Ok(()), |(line, date)| Err(TableError::MonthFirst { line, date }))
    }

    /// Goes back to behind the headers; what was found in looking over the table holds.
    fn rewind(&mut self) -> Result<(), TableError> {
        match &mut self.records {
            Records::Text { reader, encoding, count, .. } => {
                *reader = reader_of(&self.path, *encoding)?;
                *count = 0;
            }
            Records::Sheet(sheet) => *sheet = Sheet::read(&self.path)?,
        }
        self.read_record().map(|_| ())
    }

    fn read_headers(&mut self) -> Result<(), TableError> {
        if !self.read_record()? {
            return Err(TableError::Empty);
        }
        let headers = self.record.clone();
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

    /// Reads the next record; `false` at the end.
    fn read_record(&mut self) -> Result<bool, TableError> {
        match &mut self.records {
            Records::Text { reader, lines, count, .. } => {
                let read = reader.read_record(&mut self.record).map_err(|error| match error.into_kind() {
                    csv::ErrorKind::Io(source) => TableError::File { path: self.path.clone(), source },
                    _ => TableError::NoText { line: lines.of(*count) },
                })?;
                self.line = lines.of(*count);
                *count += 1;
                Ok(read)
            }
            Records::Sheet(sheet) => {
                let Some((line, cells)) = sheet.next_row()? else {
                    return Ok(false);
                };
                self.line = line;
                self.record.clear();
                for cell in &cells {
                    self.record.push_field(cell);
                }
                Ok(true)
            }
        }
    }

    /// The next row; `None` at the end. Rows without any text are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, TableError> {
        while self.read_record()? {
            self.make_plain();
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
                    line: self.line,
                    digest: hex(&Sha256::digest(self.cells.as_slice())),
                    columns: &self.known,
                    record: &self.record,
                    places: &self.places,
                }));
            }
        }
        Ok(None)
    }

    /// Days and times that a spreadsheet keeps as numbers, or with the month first, as people write them here.
    fn make_plain(&mut self) {
        let cell = |column: Column| {
            let place = self.places.get(usize::from(column.position())).copied().flatten()?;
            Some((place, plain(column, self.record.get(place)?, self.dates)?))
        };
        let changed: Vec<(usize, String)> = self.known.iter().filter_map(|column| cell(*column)).collect();
        if !changed.is_empty() {
            let mut record = csv::StringRecord::new();
            for (place, text) in self.record.iter().enumerate() {
                let plain = changed.iter().find(|(at, _)| *at == place).map(|(_, plain)| plain.as_str());
                record.push_field(plain.unwrap_or(text));
            }
            self.record = record;
        }
    }
}

/// The records of a text, and the line of one that is none.
pub(super) fn text_records(path: &Path) -> Result<(Records, Option<u64>), TableError> {
    let failed = |source| TableError::File { path: path.to_owned(), source };
    if path.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut encoding = text::utf_16(path).map_err(failed)?;
    let mut looked = looked_over(path, encoding).map_err(failed)?;
    if encoding.is_none() && looked.no_text.is_some() && !looked.has_letters {
        // What holds no letter of UTF-8 beyond ASCII is of an older program.
        encoding = Some(encoding_rs::WINDOWS_1252);
        looked = looked_over(path, encoding).map_err(failed)?;
    }
    let Looked { lines, no_text, .. } = looked;
    if let Some(line) = lines.open_quote() {
        return Err(TableError::OpenQuote { line });
    }
    if let Some(line) = lines.too_long() {
        return Err(TableError::LongRow { line });
    }
    let reader = reader_of(path, encoding)?;
    Ok((Records::Text { reader, encoding, lines, count: 0 }, no_text))
}

/// Reads a text's records from the first on.
fn reader_of(
    path: &Path,
    encoding: Option<&'static encoding_rs::Encoding>,
) -> Result<Box<csv::Reader<BufReader<Text>>>, TableError> {
    let opened = open_text(path, encoding);
    let (text, delimiter, _) = opened.map_err(|source| TableError::File { path: path.to_owned(), source })?;
    let mut builder = csv::ReaderBuilder::new();
    Ok(Box::new(builder.delimiter(delimiter).flexible(true).has_headers(false).from_reader(text)))
}

/// What was found in a text.
struct Looked {
    lines: Lines,
    /// The line of the first record that is no text.
    no_text: Option<u64>,
    /// Whether it holds sound letters beyond ASCII.
    has_letters: bool,
}

fn looked_over(path: &Path, encoding: Option<&'static encoding_rs::Encoding>) -> std::io::Result<Looked> {
    let (mut text, delimiter, first_line) = open_text(path, encoding)?;
    let mut lines = Lines::new(delimiter, first_line);
    let (no_text, has_letters) = look_over(&mut text, &mut lines, encoding.is_some())?;
    Ok(Looked { lines, no_text, has_letters })
}

/// Finds where the records begin; returns the line of the first record that is no UTF-8, or of what could not be decoded, and
/// whether there are sound letters beyond ASCII.
fn look_over(
    text: &mut impl Read,
    lines: &mut Lines,
    is_decoded: bool,
) -> std::io::Result<(Option<u64>, bool)> {
    let mut buffer = vec![0; 1 << 16];
    let mut held = 0;
    let (mut no_text, mut has_letters) = (None, false);
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
            has_letters |= !bytes.get(..sound).unwrap_or_default().is_ascii();
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
        let bytes = bytes.get(..sound).unwrap_or_default();
        has_letters |= !has_letters && if no_text.is_none() { !bytes.is_ascii() } else { has_khmer(bytes) };
        match memchr::memmem::find(bytes, UNDECODED.as_bytes()).filter(|_| is_decoded && no_text.is_none()) {
            Some(place) => {
                let (before, rest) = bytes.split_at(place);
                lines.take(before);
                lines.take(rest.get(..1).unwrap_or_default());
                no_text = Some(lines.latest());
                lines.take(rest.get(1..).unwrap_or_default());
            }
            None => lines.take(bytes),
        }
        held = held + read - sound;
        buffer.copy_within(sound..sound + held, 0);
        if read == 0 {
            return Ok((no_text, has_letters));
        }
    }
}

/// What a decoder puts for what it cannot read.
const UNDECODED: &str = "\u{FFFD}";

/// Whether letters of Khmer stand in bytes that are not all UTF-8.
fn has_khmer(bytes: &[u8]) -> bool {
    ["\u{1780}", "\u{17C0}"]
        .iter()
        .any(|letter| memchr::memmem::find(bytes, letter.as_bytes().get(..2).unwrap_or_default()).is_some())
}

/// The text of a file behind its byte order mark and a spreadsheet's `sep=` line, with
/// its separator and the line on which it begins.
fn open_text(
    path: &Path,
    encoding: Option<&'static encoding_rs::Encoding>,
) -> std::io::Result<(BufReader<Text>, u8, u64)> {
    let mut start = Vec::new();
    Text::open(path, encoding)?.take(1 << 16).read_to_end(&mut start)?;
    let mark = if start.starts_with("\u{FEFF}".as_bytes()) { 3 } else { 0 };
    let start = start.get(mark..).unwrap_or_default();
    let (skipped, delimiter, first_line) = if start.starts_with(b"sep=") {
        let line = memchr::memchr(b'\n', start).map_or(start.len(), |end| end + 1);
        (mark + line, start.get(4).copied().unwrap_or(b','), 2)
    } else {
        (mark, delimiter(start), 1)
    };
    let mut text = BufReader::with_capacity(1 << 16, Text::open(path, encoding)?);
    std::io::copy(&mut text.by_ref().take(skipped as u64), &mut std::io::sink())?;
    Ok((text, delimiter, first_line))
}

/// A cell as it was before an export kept a spreadsheet from taking it for a formula.
pub(super) fn armed(cell: &str) -> &str {
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
        Table::open(&path, None)
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
            ["visited_on,facility,issues,local\n\n2026-10-03,N00003,WAIT,ក\n".as_bytes(), b"2026-10-03,"]
                .concat();
        for (broken, line) in
            [(b"\xFF,WAIT\n".as_slice(), 4), (b"\xE1\x9E", 4), (b"N00003,WAIT\n\xE1\x9E,", 5)]
        {
            let opened = open(&[rows.as_slice(), broken].concat());
            assert!(matches!(opened, Err(TableError::NoText { line: told }) if told == line), "{broken:?}");
        }
        assert!(matches!(Table::open(Path::new("/"), None), Err(TableError::File { .. })));
        let open_quote =
            open(b"visited_on,facility,issues\n2026-10-03,N00003,\"WAIT\n2026-10-03,N00003,WAIT\n");
        assert!(matches!(open_quote, Err(TableError::OpenQuote { line: 2 })));
    }

    fn first_row(table: &mut Table) -> [String; 3] {
        let row = table.next_row().unwrap().unwrap();
        [Column::VisitedOn, Column::Facility, Column::Narrative].map(|column| row.text(column).to_owned())
    }

    #[test]
    fn a_table_is_read_in_whatever_it_is_written() {
        let text = "visited_on,facility,issues,narrative\r\n3/10/2026,N00003,WAIT,រង់ចាំ é\r\n";
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for bytes in [text.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            assert_eq!(first_row(&mut open(&bytes).unwrap()), ["3/10/2026", "N00003", "រង់ចាំ é"]);
        }
        let western = b"visited_on;facility;issues;narrative\n3/10/2026;N00003;WAIT;caf\xE9\n";
        assert_eq!(first_row(&mut open(western).unwrap())[2], "café");
        // Khmer with a damaged letter is no Windows-1252, nor is half a pair of UTF-16 a letter.
        let damaged = [text.as_bytes(), b"3/10/2026,N00003,WAIT,\xFF\n"].concat();
        assert!(matches!(open(&damaged), Err(TableError::NoText { line: 3 })));
        let mut half = wide(u16::to_le_bytes);
        half.extend([0x00, 0xD8, 0x0A, 0x00]);
        assert!(matches!(open(&half), Err(TableError::NoText { line: 3 })));
        half.push(0x41);
        assert!(matches!(open(&half), Err(TableError::NoText { .. })));
    }

    #[test]
    fn a_row_without_an_end_is_refused_before_it_is_held() {
        let mut bytes = b"visited_on,facility,issues,narrative\n2026-10-03,N00003,WAIT,".to_vec();
        bytes.resize(5_000_000, b'a');
        bytes.extend(b"\n2026-10-03,N00003,WAIT,b\n");
        assert!(matches!(open(&bytes), Err(TableError::LongRow { line: 2 })));
    }

    #[test]
    fn months_that_come_first_are_asked_about_and_then_read() {
        let rows = |dates: &[&str]| {
            let rows: Vec<String> = dates.iter().map(|date| format!("{date},N00003,WAIT\n")).collect();
            format!("visited_on,facility,issues\n{}", rows.concat()).into_bytes()
        };
        let asked = open(&rows(&["3/10/2026", "10/25/2026"]));
        assert!(matches!(asked, Err(TableError::MonthFirst { line: 3, date }) if date == "10/25/2026"));
        assert!(open(&rows(&["3/10/2026", "10/25/2026", "25/10/2026"])).is_ok());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, rows(&["3/10/2026"])).unwrap();
        for (dates, expected) in [(Dates::DayFirst, "3/10/2026"), (Dates::MonthFirst, "2026-03-10")] {
            assert_eq!(first_row(&mut Table::open(&path, Some(dates)).unwrap())[0], expected);
        }
    }

    #[test]
    fn a_workbook_is_read_as_it_is_seen() {
        use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ករណី.xlsx");
        let mut book = Workbook::new();
        book.add_worksheet().set_name("empty").unwrap();
        let sheet = book.add_worksheet();
        let heads = ["visited_on", "facility", "issues", "arrived", "paid_riel", "narrative"];
        for (column, head) in (0..).zip(heads) {
            sheet.write(1, column, head).unwrap();
        }
        let (day, time) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("hh:mm"));
        sheet.write_with_format(2, 0, ExcelDateTime::from_ymd(2026, 10, 3).unwrap(), &day).unwrap();
        sheet.write_with_format(2, 3, ExcelDateTime::from_hms(6, 10, 0).unwrap(), &time).unwrap();
        sheet.write(2, 1, "N00003").unwrap().write(2, 2, "WAIT").unwrap();
        sheet.write(2, 4, 40_000).unwrap().write(2, 5, "រង់ចាំ\nយូរ").unwrap();
        // Days as bare numbers, and a formula with the value that was kept with it.
        sheet.write(5, 0, 46_298).unwrap().write(5, 1, "N00003").unwrap();
        sheet.write_formula(5, 5, rust_xlsxwriter::Formula::new("=1+1").set_result("two")).unwrap();
        book.save(&path).unwrap();
        let mut table = Table::open(&path, None).unwrap();
        let row = table.next_row().unwrap().unwrap();
        let columns = [Column::Arrived, Column::PaidRiel];
        assert_eq!(
            (row.line, columns.map(|column| row.text(column).to_owned())),
            (3, ["06:10", "40000"].map(str::to_owned))
        );
        drop(row);
        let mut table = Table::open(&path, None).unwrap();
        assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "រង់ចាំ\nយូរ"]);
        assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "two"]);
        assert!(table.next_row().unwrap().is_none());
        for (name, bytes) in
            [("broken.xlsx", b"PK\x03\x04broken".as_slice()), ("text.ods", b"a,b\n"), ("none.xlsx", b"")]
        {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let opened = Table::open(&path, None);
            assert!(matches!(opened, Err(TableError::NoWorkbook { .. } | TableError::Empty)), "{name}");
        }
    }

    #[test]
    fn a_defused_cell_is_read_as_it_was() {
        assert_eq!(armed("'=1+1"), "=1+1");
        assert_eq!(armed("'tis"), "'tis");
    }
}
