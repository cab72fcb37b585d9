//! A table of cases: the records of a file, read as an officer or their headers say.

mod orders;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use self::orders::Orders;
use super::cells::{Dates, plain};
use super::error::TableError;
use super::labels;
use super::layout::{Layout, Rows, Says};
use super::mapping::Mapping;
use super::meanings::Meanings;
use super::records::Records;
use crate::domain::column::Column;
use crate::domain::digits::{hex, to_ascii};
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
    /// The columns that tell one row of it from another, where rows have no identifier; all known ones, where none are named.
    identifying: Option<Vec<Column>>,
    /// How many records stand before its headers: a title, or nothing.
    above: usize,
    /// The line of its headers, from 1.
    headers_at: u64,
    orders: Orders,
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
    /// The same over the columns that tell it from other rows of its table.
    pub identity: String,
    /// The columns that its table has.
    pub columns: &'table Arc<Vec<Column>>,
    /// Why it is no row at all: an element of JSON that is no case.
    pub broken: Option<&'table BadJson>,
    /// Whether its telephone stood there as a number, and was given back the 0 at its beginning.
    pub has_nought_back: bool,
    /// How many headers there are.
    headers: usize,
    records: &'table Records,
    places: &'table [Option<usize>],
    instead: &'table [(Column, Zeroizing<String>)],
}

impl Row<'_> {
    /// Its cells as they stand in the file.
    pub fn cells(&self) -> &csv::StringRecord {
        self.records.record()
    }

    /// How many cells of a text say something behind those that have a header: a separator stands in it that is none.
    pub fn beyond(&self) -> usize {
        let beyond = self.cells().iter().skip(self.headers).filter(|cell| is_text(cell));
        if self.records.is_text() { beyond.count() } else { 0 }
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
        let above = find_headers(&mut records)?;
        let headers_at = records.line();
        let mapping = mapping_for(records.record());
        let layout = Layout::new(records.record(), &mapping, rows);
        let mut table = Self {
            dates: mapping.dates.unwrap_or_default(),
            places: places(&layout),
            known: Arc::new(known(&layout, &mapping)),
            meanings: Meanings::new(&mapping.values),
            mapping,
            records,
            above,
            headers_at,
            orders: Orders::default(),
            identifying: None,
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

    /// The line of its headers, from 1, where something else stands above them.
    pub fn headers_below(&self) -> Option<u64> {
        (self.above > 0).then_some(self.headers_at)
    }

    /// One of its dates with the day that it is read as, where nothing tells whether the day or the month comes first in them.
    pub fn open_date(&self) -> Option<(String, NaiveDate)> {
        let text = self.orders.open()?;
        Some((text.to_owned(), Dates::default().day_of(text)?))
    }

    /// Whether a spreadsheet may have swapped day and month in some of its dates.
    pub fn may_have_swapped_dates(&self) -> bool {
        self.orders.may_be_swapped()
    }

    /// From now on these columns tell rows without an identifier from each other: those by which they were told apart before,
    /// when others may not have been known yet.
    pub fn identify_by(&mut self, columns: Vec<Column>) {
        self.identifying = Some(columns).filter(|columns| *columns != **self.known);
    }

    /// The columns that tell its rows from each other.
    pub fn identifying(&self) -> &[Column] {
        self.identifying.as_deref().unwrap_or(&self.known)
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

    /// Fails where a date can only be read with the month first.
    fn look_for_months(&mut self) -> Result<(), TableError> {
        let days = [Column::VisitedOn, Column::ClaimedOn, Column::RecordedAt, Column::NextStepOn];
        let columns: Vec<usize> = days.into_iter().filter_map(|column| self.place(column)).collect();
        let orders = &mut self.orders;
        self.records.skim(&columns, |line, text| orders.take(line, text))?;
        self.orders.check()
    }

    /// Goes back to behind the headers.
    pub fn rewind(&mut self) -> Result<(), TableError> {
        self.records.rewind()?;
        for _ in 0..=self.above {
            self.records.read()?;
        }
        Ok(())
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
            let digest = self.digest(|_| true);
            let identity = match self.identifying.take() {
                Some(columns) => {
                    let identity = self.digest(|column| columns.contains(&column));
                    self.identifying = Some(columns);
                    identity
                }
                None => digest.clone(),
            };
            return Ok(Some(Row {
                line: self.records.line(),
                digest,
                identity,
                columns: &self.known,
                broken: self.records.broken(),
                has_nought_back,
                headers: self.layout.headings.len(),
                records: &self.records,
                places: &self.places,
                instead: &self.instead,
            }));
        }
        Ok(None)
    }

    /// SHA-256 over the cells of some of its known columns, in hexadecimal.
    fn digest(&mut self, counts: impl Fn(Column) -> bool) -> String {
        self.cells.clear();
        for (column, heading) in self.known.iter().zip(&self.headings).filter(|(column, _)| counts(**column))
        {
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
        hex(&Sha256::digest(self.cells.as_slice()))
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
            Column::WaitedMinutes if self.layout.waits_in_hours => in_hours(cell),
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

/// Finds the headers of a table, and stays behind them; returns how many records stand above. People put a title over their
/// table: where the first record is none of headers, and one of the next few is, that one counts.
fn find_headers(records: &mut Records) -> Result<usize, TableError> {
    if !records.read()? {
        return Err(TableError::Empty);
    }
    if records.is_json() || Layout::is_of_headers(records.record()) {
        return Ok(0);
    }
    for above in 1..=MOST_ABOVE {
        if !records.read()? {
            break;
        }
        if Layout::is_of_headers(records.record()) {
            return Ok(above);
        }
    }
    records.rewind()?;
    records.read()?;
    Ok(0)
}

/// So many records may stand above the headers.
const MOST_ABOVE: usize = 10;

/// A number of hours as it is typed: `1.5h`.
fn in_hours(cell: &str) -> Option<String> {
    let number = to_ascii(cell.trim()).replace(',', ".");
    let is_number = number.parse::<f64>().is_ok_and(|hours| hours >= 0.0);
    is_number.then(|| format!("{number}h"))
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
mod tests;
