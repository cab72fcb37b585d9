//! The records of a file, whatever it is: CSV in any of the usual encodings, a workbook, or our own JSON. What their cells
//! mean is not known here.

mod encoding;
mod json;
mod lines;
mod sheet;
mod text;

use std::path::{Path, PathBuf};

use super::error::TableError;
use crate::domain::draft::BadJson;

/// The records of a file, its headers first.
pub struct Records {
    path: PathBuf,
    source: Source,
    /// The line, or the row of the sheet, that was read last, from 1.
    line: u64,
    record: csv::StringRecord,
    /// The places of its cells that a workbook holds as numbers.
    numbers: Vec<u16>,
    /// Why an element of JSON is no record.
    broken: Option<BadJson>,
    total: u64,
    unread: Vec<String>,
}

enum Source {
    Text(text::TextRecords),
    Sheet(sheet::Sheet),
    Json(json::Objects),
}

impl Records {
    /// Opens a file and looks over all of it: what opens can be read to its end, unless the file changes meanwhile.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        if let Some(error) = sheet::old_or_locked(path) {
            return Err(error);
        }
        let mut unread = Vec::new();
        let (source, total) = if sheet::is_workbook(path) {
            let (sheet, found) = sheet::Sheet::open(path)?;
            unread = found.unread;
            (Source::Sheet(sheet), found.rows)
        } else if json::is_json(path) {
            let (objects, count) = json::Objects::open(path)?;
            (Source::Json(objects), count)
        } else {
            let records = text::TextRecords::open(path)?;
            let total = records.total();
            (Source::Text(records), total)
        };
        Ok(Self {
            path: path.to_owned(),
            source,
            line: 0,
            record: csv::StringRecord::new(),
            numbers: Vec::new(),
            broken: None,
            total,
            unread,
        })
    }

    /// Whether the file holds our own objects, and its headers are our columns.
    pub fn is_json(&self) -> bool {
        matches!(self.source, Source::Json(_))
    }

    /// Whether the file is a text, in which a stray separator moves all cells behind it.
    pub fn is_text(&self) -> bool {
        matches!(self.source, Source::Text(_))
    }

    /// How many records there are behind the headers; of a workbook it may be a few more.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Sheets of a workbook that hold something and are not read.
    pub fn unread_sheets(&self) -> &[String] {
        &self.unread
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line of the record that was read last, or its row in the sheet, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The record that was read last.
    pub fn record(&self) -> &csv::StringRecord {
        &self.record
    }

    /// Whether a workbook holds a cell of that record as a number, which has no nought at its beginning.
    pub fn is_number(&self, place: usize) -> bool {
        self.numbers.iter().any(|number| usize::from(*number) == place)
    }

    /// Puts another text in the place of a cell of that record.
    pub fn put(&mut self, place: usize, text: &str) {
        let cells = self.record.iter().enumerate();
        self.record = cells.map(|(at, cell)| if at == place { text } else { cell }).collect();
    }

    /// What is wrong with the element of JSON that was read last.
    pub fn broken(&self) -> Option<&BadJson> {
        self.broken.as_ref()
    }

    /// Reads the next record; `false` behind the last.
    pub fn read(&mut self) -> Result<bool, TableError> {
        self.broken = None;
        match &mut self.source {
            Source::Text(text) => {
                let Some(line) = text.read(&mut self.record)? else {
                    return Ok(false);
                };
                self.line = line;
            }
            Source::Sheet(sheet) => {
                let Some(row) = sheet.next_row()? else {
                    return Ok(false);
                };
                self.line = row.line;
                self.numbers = row.numbers;
                self.record = csv::StringRecord::from(row.cells);
            }
            Source::Json(objects) => {
                let Some((line, cells)) = objects.next_object()? else {
                    return Ok(false);
                };
                self.line = line;
                let (cells, broken) = cells;
                self.record = csv::StringRecord::from(cells);
                self.broken = broken;
            }
        }
        Ok(true)
    }

    /// Goes through all records to the last one, and gives the cells at some places of each with its line.
    pub fn skim(&mut self, places: &[usize], mut take: impl FnMut(u64, &str)) -> Result<(), TableError> {
        if let Source::Text(text) = &mut self.source {
            return text.skim(places, take);
        }
        while self.read()? {
            for text in places.iter().filter_map(|place| self.record.get(*place)) {
                take(self.line, text);
            }
        }
        Ok(())
    }

    /// Goes back to the headers; what was found in looking over the file holds.
    pub fn rewind(&mut self) -> Result<(), TableError> {
        match &mut self.source {
            Source::Text(text) => text.rewind(),
            Source::Sheet(sheet) => sheet.again(&self.path).map(|fresh| *sheet = fresh),
            Source::Json(objects) => json::Objects::read(&self.path).map(|fresh| *objects = fresh),
        }
    }
}
