//! A table of cases: the records of a file, read as an officer or their headers say.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::cells::{Dates, plain};
use super::error::TableError;
use super::labels;
use super::layout::{Layout, Rows, Says};
use super::mapping::Mapping;
use super::meanings::Meanings;
use super::records::Records;
use crate::domain::column::Column;
use crate::domain::digits::hex;
use crate::domain::draft::{BadJson, Typed};
use crate::domain::values::Coded;

/// How a table is read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What an officer said of its columns.
    pub mapping: Mapping,
    /// What its rows become.
    pub rows: Rows,
}

/// An open table.
pub struct Table {
    records: Records,
    layout: Layout,
    dates: Dates,
    meanings: Meanings,
    mapping: Mapping,
    /// The place in each record of a column of ours, by the column's position.
    places: Vec<Option<usize>>,
    known: Arc<Vec<Column>>,
    /// With what the cells of each known column begin in the digest of a row.
    headings: Vec<String>,
    /// The places of the columns that say something.
    telling: Vec<usize>,
    /// Fields of the last row that read otherwise than their cells.
    instead: Vec<(Column, Zeroizing<String>)>,
    cells: Zeroizing<Vec<u8>>,
}

/// One row of a table, read where it stands.
pub struct Row<'table> {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: u64,
    /// SHA-256 over its cells, in hexadecimal.
    pub digest: String,
    /// The columns that its table has.
    pub columns: &'table Arc<Vec<Column>>,
    /// Why it is no row at all: an element of JSON that is no case.
    pub broken: Option<&'table BadJson>,
    /// Whether its telephone stood there as a number, and was given back the 0 at its beginning.
    pub has_nought_back: bool,
    records: &'table Records,
    places: &'table [Option<usize>],
    instead: &'table [(Column, Zeroizing<String>)],
}

impl Row<'_> {
    /// Its cells as they stand in the file.
    pub fn cells(&self) -> &csv::StringRecord {
        self.records.record()
    }

    /// Whether a workbook holds that field as a number, which keeps no nought at its beginning.
    pub fn is_number(&self, column: Column) -> bool {
        self.place(column).is_some_and(|place| self.records.is_number(place))
    }

    fn place(&self, column: Column) -> Option<usize> {
        place_of(self.places, column)
    }
}

/// Where in a record the cell of a column stands, if the table has that column.
fn place_of(places: &[Option<usize>], column: Column) -> Option<usize> {
    places.get(usize::from(column.position())).copied().flatten()
}

impl Typed for Row<'_> {
    fn text(&self, column: Column) -> &str {
        if let Some((_, text)) = self.instead.iter().find(|(of, _)| *of == column) {
            return text;
        }
        self.place(column).and_then(|place| self.cells().get(place)).map_or("", armed)
    }
}

impl Table {
    /// Opens a table, reads its headers, and looks over all of it: what opens can be read to its end, unless the file changes
    /// meanwhile. Where its dates can only be meant with the month first, the mapping has to say so.
    pub fn open(path: &Path, reading: Reading) -> Result<Self, TableError> {
        let table = Self::open_by(path, reading.rows, |_| reading.mapping)?;
        table.layout.check().map(|()| table)
    }

    /// The same, by a mapping that is found for its headers. Its layout may not do: [`Layout::check`].
    pub fn open_by(
        path: &Path,
        rows: Rows,
        mapping_for: impl FnOnce(&csv::StringRecord) -> Mapping,
    ) -> Result<Self, TableError> {
        let mut records = Records::open(path)?;
        if !records.read()? {
            return Err(TableError::Empty);
        }
        let mapping = mapping_for(records.record());
        let layout = Layout::new(records.record(), &mapping, rows);
        let mut table = Self {
            dates: mapping.dates.unwrap_or_default(),
            places: places(&layout),
            known: Arc::new(known(&layout, &mapping)),
            meanings: Meanings::new(&mapping.values),
            mapping,
            records,
            telling: telling(&layout),
            layout,
            headings: Vec::new(),
            instead: Vec::new(),
            cells: Zeroizing::default(),
        };
        table.headings = table.known.iter().map(|column| format!("{column}\u{1F}")).collect();
        if table.mapping.dates.is_none() {
            table.look_for_months()?;
            table.rewind()?;
        }
        Ok(table)
    }

    /// Sheets of its workbook that hold something and are not read.
    pub fn unread_sheets(&self) -> &[String] {
        self.records.unread_sheets()
    }

    /// What its columns say.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The mapping by which it is read.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// How many rows it has; of a workbook it may be a few more.
    pub fn total(&self) -> u64 {
        self.records.total()
    }

    /// Its headers as they stand in the file.
    pub fn headers(&self) -> Vec<&str> {
        self.layout.headings.iter().map(|heading| heading.header.as_str()).collect()
    }

    /// What the source is called that its rows came from, where they were refused before: the first row says it.
    pub fn source_name(&mut self) -> Result<Option<String>, TableError> {
        let Some(place) = self.layout.place(Says::SourceName) else {
            return Ok(None);
        };
        let any = self.records.read()?;
        let name = self.records.record().get(place).map(|name| name.trim().to_owned());
        self.rewind()?;
        Ok(name.filter(|name| any && !name.is_empty()))
    }

    /// Fails where a date can only be read with the month first: then others may be meant so that can be read both ways.
    fn look_for_months(&mut self) -> Result<(), TableError> {
        let days = [Column::VisitedOn, Column::ClaimedOn, Column::RecordedAt, Column::NextStepOn];
        let columns: Vec<usize> = days.into_iter().filter_map(|column| self.place(column)).collect();
        let mut found: Option<(u64, String)> = None;
        while self.records.read()? {
            for text in columns.iter().filter_map(|place| self.records.record().get(*place)) {
                if Dates::only(text) == Some(Dates::MonthFirst) {
                    found = Some((self.records.line(), text.trim().to_owned()));
                }
            }
            if found.is_some() {
                break;
            }
        }
        found.map_or(Ok(()), |(line, date)| Err(TableError::MonthFirst { line, date }))
    }

    /// Goes back to behind the headers.
    pub fn rewind(&mut self) -> Result<(), TableError> {
        self.records.rewind()?;
        self.records.read().map(|_| ())
    }

    fn place(&self, column: Column) -> Option<usize> {
        place_of(&self.places, column)
    }

    /// The next row; `None` at the end. Rows without any text are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, TableError> {
        while self.records.read()? {
            if self.records.broken().is_none()
                && !self.telling.iter().filter_map(|place| self.records.record().get(*place)).any(is_text)
            {
                continue;
            }
            let has_nought_back = self.give_nought_back();
            self.make_plain();
            self.cells.clear();
            for (column, heading) in self.known.iter().zip(&self.headings) {
                let instead = self.instead.iter().find(|(of, _)| of == column).map(|(_, text)| text.as_str());
                let place = place_of(&self.places, *column);
                let cell = place.and_then(|place| self.records.record().get(place));
                // An empty cell says as much as none: a row may end before the last columns, or be written with them. And what an
                // export defused is the same as before.
                let text = instead.or(cell.map(armed)).unwrap_or_default();
                if text.is_empty() {
                    continue;
                }
                self.cells.extend_from_slice(heading.as_bytes());
                self.cells.extend_from_slice(text.as_bytes());
                self.cells.push(0x1E);
            }
            return Ok(Some(Row {
                line: self.records.line(),
                digest: hex(&Sha256::digest(self.cells.as_slice())),
                columns: &self.known,
                broken: self.records.broken(),
                has_nought_back,
                records: &self.records,
                places: &self.places,
                instead: &self.instead,
            }));
        }
        Ok(None)
    }

    /// Gives a telephone the 0 back with which it began. All of Cambodia begin with 0, behind which stand eight or nine digits,
    /// or with +855; a cell that holds a number holds neither. So eight or nine digits in such a cell can only have lost the
    /// 0. Any other length says nothing (an 855 is told by itself), nor does a cell of text, in which stands what was typed:
    /// these stay. It is done in the record, so that a file of refused rows, which is all text, holds the telephone whole.
    fn give_nought_back(&mut self) -> bool {
        let Some(place) = self.place(Column::MemberPhone).filter(|place| self.records.is_number(*place))
        else {
            return false;
        };
        let cell = self.records.record().get(place).unwrap_or_default();
        if !may_lack_nought(cell) {
            return false;
        }
        let whole = Zeroizing::new(format!("0{cell}"));
        self.records.put(place, &whole);
        true
    }

    /// Finds the fields of a row that read otherwise than their cells.
    fn make_plain(&mut self) {
        let mut instead = std::mem::take(&mut self.instead);
        instead.clear();
        for index in 0..self.known.len() {
            let Some(&column) = self.known.get(index) else {
                continue;
            };
            if let Some(text) = self.read_otherwise(column) {
                instead.push((column, Zeroizing::new(text)));
            }
        }
        self.instead = instead;
    }

    fn read_otherwise(&mut self, column: Column) -> Option<String> {
        let record = self.records.record();
        let place = self.place(column);
        let cell = armed(place.and_then(|place| record.get(place)).unwrap_or_default());
        let text = match column {
            Column::Issues => self.meanings.issues(cell, record, &self.layout),
            Column::Consent => self.meanings.consent(cell, record, &self.layout),
            Column::Facility => self.facility(cell),
            Column::RecordedAt if self.layout.is_recorded_in_utc => plain(column, cell, self.dates)
                .map(|text| text.strip_suffix("+07:00").map(|moment| format!("{moment}Z")).unwrap_or(text)),
            _ => plain(column, cell, self.dates).or_else(|| self.meanings.value(column, cell)),
        };
        let is_empty = text.as_deref().unwrap_or(cell).trim().is_empty();
        text.or_else(|| self.mapping.fixed.get(&column).filter(|_| is_empty).cloned())
    }

    /// What was written where a form's list lacked the facility.
    fn facility(&self, cell: &str) -> Option<String> {
        let place = self.layout.place(Says::OtherFacility)?;
        let is_other = cell.trim().is_empty() || cell.trim() == "other" || labels::is_not_listed(cell);
        let written = self.records.record().get(place).map(armed).filter(|text| !text.trim().is_empty());
        written.filter(|_| is_other).map(str::to_owned)
    }
}

/// Whether a telephone is eight or nine bare digits without a 0 before them.
pub fn may_lack_nought(phone: &str) -> bool {
    (8..=9).contains(&phone.len())
        && !phone.starts_with('0')
        && phone.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_text(cell: &str) -> bool {
    !armed(cell).trim().is_empty()
}

/// The places of the columns that say something of a case.
fn telling(layout: &Layout) -> Vec<usize> {
    let says = layout.headings.iter().map(|heading| heading.says).enumerate();
    let is_telling = |says: Option<Says>| !matches!(says, None | Some(Says::Nothing | Says::SourceName));
    says.filter(|(_, says)| is_telling(*says)).map(|(place, _)| place).collect()
}

/// Where each column of ours stands.
fn places(layout: &Layout) -> Vec<Option<usize>> {
    let place = |column: &Column| layout.place(Says::Field(*column));
    Column::ALL.iter().map(place).collect()
}

/// The columns that rows have: those of the table in its order, and what they are put together of; then what is the same in
/// all of them.
fn known(layout: &Layout, mapping: &Mapping) -> Vec<Column> {
    let mut known = Vec::new();
    let said = layout.headings.iter().filter_map(|heading| match heading.says? {
        Says::Field(column) | Says::Choice(column, _) => Some(column),
        Says::Severity(_) | Says::Why => Some(Column::Issues),
        Says::OtherFacility => Some(Column::Facility),
        Says::SourceName | Says::Nothing => None,
    });
    for column in said.chain(mapping.fixed.keys().copied()) {
        if !known.contains(&column) {
            known.push(column);
        }
    }
    known
}

/// A cell as it was before an export kept a spreadsheet from taking it for a formula.
pub(super) fn armed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, header};
    use crate::intake::error::WorkbookFault;

    fn open(bytes: &[u8]) -> Result<Table, TableError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, bytes).unwrap();
        Table::open(&path, Reading::default())
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

    /// Rows are known again by it, also where a file of refused rows or another program wrote them.
    #[test]
    fn a_row_is_digested_with_the_names_of_its_columns() {
        let mut table =
            open(b"visited_on,odd,facility,issues\n2026-10-03,x,'=1,WAIT\n2026-10-04,x,\n").unwrap();
        for cells in [
            "visited_on\u{1F}2026-10-03\u{1E}facility\u{1F}=1\u{1E}issues\u{1F}WAIT\u{1E}",
            "visited_on\u{1F}2026-10-04\u{1E}",
        ] {
            assert_eq!(table.next_row().unwrap().unwrap().digest, hex(&Sha256::digest(cells)));
        }
    }

    #[test]
    fn tables_that_cannot_be_read_say_why() {
        assert!(matches!(open(b""), Err(TableError::Empty)));
        assert!(
            matches!(open(b"a,b\n1,2\n"), Err(TableError::Columns { missing, .. }) if missing.len() == 3)
        );
        assert!(matches!(open(b"visited_on,facility,issues,facility\n"), Err(TableError::Twice(_))));
        let table = open(b"visited_on,facility,issues,colour\n2026-10-03,N00003,WAIT,red\n").unwrap();
        assert_eq!(table.layout().unknown().collect::<Vec<_>>(), ["colour"]);
        let rows =
            ["visited_on,facility,issues,local\n\n2026-10-03,N00003,WAIT,ក\n".as_bytes(), b"2026-10-03,"]
                .concat();
        for (broken, line) in
            [(b"\xFF,WAIT\n".as_slice(), 4), (b"\xE1\x9E", 4), (b"N00003,WAIT\n\xE1\x9E,", 5)]
        {
            let opened = open(&[rows.as_slice(), broken].concat());
            assert!(matches!(opened, Err(TableError::NoText { line: told }) if told == line), "{broken:?}");
        }
        assert!(matches!(Table::open(Path::new("/"), Reading::default()), Err(TableError::File { .. })));
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
        let mixed = open(&rows(&["3/10/2026", "25/10/2026", "10/25/2026"]));
        assert!(matches!(mixed, Err(TableError::MonthFirst { line: 4, .. })));
        assert!(open(&rows(&["3/10/2026", "25/10/2026"])).is_ok());
        let short = open(&rows(&["3/4/26", "៣/៤/២៦", "10/25/26"]));
        assert!(matches!(short, Err(TableError::MonthFirst { line: 4, date }) if date == "10/25/26"));
        assert_eq!(first_row(&mut open(&rows(&["3/4/26", "25/10/26"])).unwrap())[0], "2026-04-03");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, rows(&["3/10/2026"])).unwrap();
        let by = |dates| Reading {
            mapping: Mapping { dates: Some(dates), ..Mapping::default() },
            rows: Rows::Cases,
        };
        for (dates, expected) in [(Dates::DayFirst, "3/10/2026"), (Dates::MonthFirst, "2026-03-10")] {
            assert_eq!(first_row(&mut Table::open(&path, by(dates)).unwrap())[0], expected);
        }
        std::fs::write(&path, rows(&["3/10/26"])).unwrap();
        for (dates, expected) in [(Dates::DayFirst, "2026-10-03"), (Dates::MonthFirst, "2026-03-10")] {
            assert_eq!(first_row(&mut Table::open(&path, by(dates)).unwrap())[0], expected);
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
        let mut table = Table::open(&path, Reading::default()).unwrap();
        let row = table.next_row().unwrap().unwrap();
        let columns = [Column::Arrived, Column::PaidRiel];
        assert_eq!(
            (row.line, columns.map(|column| row.text(column).to_owned())),
            (3, ["06:10", "40000"].map(str::to_owned))
        );
        drop(row);
        let mut table = Table::open(&path, Reading::default()).unwrap();
        assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "រង់ចាំ\nយូរ"]);
        assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "two"]);
        assert!(table.next_row().unwrap().is_none());
        for (name, bytes) in
            [("broken.xlsx", b"PK\x03\x04broken".as_slice()), ("text.ods", b"a,b\n"), ("none.xlsx", b"")]
        {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let opened = Table::open(&path, Reading::default());
            assert!(matches!(opened, Err(TableError::NoWorkbook { .. } | TableError::Empty)), "{name}");
        }
    }

    /// Only a cell that holds a number has lost what cannot stand in one.
    #[test]
    fn a_nought_is_given_back_to_a_telephone_that_is_a_number_and_to_nothing_else() {
        use rust_xlsxwriter::Workbook;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("phones.xlsx");
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let heads = ["visited_on", "facility", "issues", "member_phone", "member_nssf_number", "paid_riel"];
        for (column, head) in (0..).zip(heads) {
            sheet.write(0, column, head).unwrap();
        }
        let long = 1_234_567_890_123_456_f64;
        for (row, (phone, card)) in
            (1..).zip([(12_345_678.0, 12_345_678.0), (971_234_567.0, long), (1_234_567.0, 5.5), (long, 7.0)])
        {
            sheet.write(row, 0, "2026-10-03").unwrap().write(row, 1, "N00003").unwrap();
            sheet
                .write(row, 3, phone)
                .unwrap()
                .write(row, 4, card)
                .unwrap()
                .write(row, 5, 12_345_678)
                .unwrap();
        }
        for (column, text) in [(0, "2026-10-03"), (3, "12345678"), (4, "12345678")] {
            sheet.write(5, column, text).unwrap();
        }
        book.save(&path).unwrap();
        let mut table = Table::open(&path, Reading::default()).unwrap();
        let mut read = || {
            let row = table.next_row().unwrap().unwrap();
            let [phone, card, paid] = [Column::MemberPhone, Column::MemberNssfNumber, Column::PaidRiel]
                .map(|column| row.text(column).to_owned());
            assert_eq!(
                (row.cells().get(3), row.is_number(Column::MemberNssfNumber)),
                (Some(&*phone), !paid.is_empty())
            );
            (phone, card, paid, row.has_nought_back)
        };
        let is =
            |phone: &str, card: &str, back| (phone.to_owned(), card.to_owned(), "12345678".to_owned(), back);
        assert_eq!(read(), is("012345678", "12345678", true));
        assert_eq!(read(), is("0971234567", "1.23456789012346E+15", true));
        assert_eq!(read(), is("1234567", "5.5", false));
        assert_eq!(read(), is("1.23456789012346E+15", "7", false));
        let (phone, card, _, back) = read();
        assert_eq!((phone.as_str(), card.as_str(), back), ("12345678", "12345678", false));
    }

    /// Its reader panics at it where sums are checked, as here.
    #[test]
    fn a_sheet_at_which_its_reader_panics_is_refused_and_not_taken_for_its_end() {
        use std::io::Write;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("row.xlsx");
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "visited_on").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut to = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
        for index in 0..from.len() {
            let mut part = from.by_index(index).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut text).unwrap();
            if name.ends_with("sheet1.xml") {
                let cells = String::from_utf8(text).unwrap();
                assert!(cells.contains("r=\"A1\""));
                text = cells.replace("r=\"A1\"", "r=\"A99999999999999999999\"").into_bytes();
            }
            to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            to.write_all(&text).unwrap();
        }
        to.finish().unwrap();
        assert!(matches!(Table::open(&path, Reading::default()), Err(TableError::NoWorkbook { .. })));
    }

    /// Its reader would wait for the table's end for ever.
    #[test]
    fn a_sheet_that_is_not_whole_is_refused_and_not_waited_for() {
        use std::io::Write;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cut.ods");
        let whole = "<o:document-content><o:body><o:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell \
            office:value-type=\"string\"><text:p>visited_on</text:p></table:table-cell></table:table-row></table:table>\
            </o:spreadsheet></o:body></o:document-content>";
        let (cut, _) = whole.split_once("</table:table>").unwrap();
        for content in [cut.to_owned(), whole.replace("</table:table>", "</table026>")] {
            let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file("mimetype", options).unwrap();
            archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
            archive.start_file("content.xml", options).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
            archive.finish().unwrap();
            let opened = Table::open(&path, Reading::default());
            assert!(matches!(opened, Err(TableError::NoWorkbook { .. })));
        }
    }

    /// What is wrong with a workbook is told apart, for what helps is another thing each time.
    #[test]
    fn a_workbook_that_is_none_is_damaged_or_has_a_password_says_which() {
        use std::io::Write;
        let folder = tempfile::tempdir().unwrap();
        let fault = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            match Table::open(&path, Reading::default()) {
                Err(TableError::NoWorkbook { fault, .. }) => fault,
                other => panic!("{name}: {:?}", other.err()),
            }
        };
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "visited_on").unwrap();
        let whole = book.save_to_buffer().unwrap();
        assert_eq!(fault("text.xlsx", b"visited_on,facility\n"), WorkbookFault::NoWorkbook);
        assert_eq!(fault("cut.xlsx", &whole[..whole.len() / 2]), WorkbookFault::Damaged);
        let mut broken = whole.clone();
        broken[60..90].fill(0xFF);
        assert_eq!(fault("broken.xlsx", &broken), WorkbookFault::Damaged);
        // As LibreOffice saves with a password: the list of parts says so, and the parts are no XML.
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, content) in [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("content.xml", b"\x8F\x12\x99\x00\xA4"),
            (
                "META-INF/manifest.xml",
                b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            ),
        ] {
            archive.start_file(name, options).unwrap();
            archive.write_all(content).unwrap();
        }
        let locked = archive.finish().unwrap().into_inner();
        assert_eq!(fault("locked.ods", &locked), WorkbookFault::Encrypted);
    }

    #[test]
    fn a_defused_cell_is_read_as_it_was() {
        assert_eq!(armed("'=1+1"), "=1+1");
        assert_eq!(armed("'tis"), "'tis");
    }
}
