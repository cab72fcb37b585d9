//! Exports as a workbook: the columns of the CSV, with numbers as numbers and days as days.
//!
//! Rows are written out as they come, so that memory does not grow with them. A number is a number only where it counts
//! something: codes, telephones and clock times, which may be estimates, stay text, as the CSV has them.

use std::io::{ErrorKind, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Exported, columns};
use crate::app::{AppError, CaseView, Session, words};
use crate::book::Listing;
use crate::brief::xlsx::{KHMER_FONT, limits::fitting};
use crate::domain::column::Column;
use crate::domain::values::Coded;
use crate::i18n::khmer::is_khmer;

/// The most rows of a sheet under its header; more begin another one.
const ROWS: u32 = 1_048_575;

/// In points: Khmer signs reach further up and down than Latin letters.
const ROW_HEIGHT: f64 = 20.0;

/// How cells look.
struct Looks {
    head: Format,
    day: Format,
    count: Format,
    dollars: Format,
    khmer: Format,
}

impl Looks {
    fn new() -> Self {
        let head = Format::new()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0xE8_EEF2))
            .set_border_bottom(FormatBorder::Thin);
        Self {
            head,
            day: Format::new().set_num_format("yyyy-mm-dd"),
            count: Format::new().set_num_format("#,##0"),
            dollars: Format::new().set_num_format("#,##0.00"),
            khmer: Format::new().set_font_name(KHMER_FONT).set_font_size(10),
        }
    }
}

/// A workbook that is filled row by row.
struct Table {
    book: Workbook,
    columns: Vec<Column>,
    looks: Looks,
    name: &'static str,
    sheets: usize,
    row: u32,
    cut: usize,
}

impl Table {
    fn new(folder: &Path, columns: Vec<Column>, name: &'static str, rows: u32) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder)?;
        let mut table = Self { book, columns, looks: Looks::new(), name, sheets: 0, row: 0, cut: 0 };
        table.begin_sheet(rows)?;
        Ok(table)
    }

    /// Another sheet with its header, which stays in sight, and filters for so many rows.
    fn begin_sheet(&mut self, rows: u32) -> Result<(), XlsxError> {
        self.sheets += 1;
        let name =
            if self.sheets == 1 { self.name.to_owned() } else { format!("{} {}", self.name, self.sheets) };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_default_row_height(ROW_HEIGHT);
        sheet.set_freeze_panes(1, 1)?;
        let last = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        sheet.autofilter(0, 0, rows, last)?;
        for (place, column) in (0..).zip(&self.columns) {
            sheet.set_column_width(place, width(*column))?;
        }
        for (place, column) in (0..).zip(&self.columns) {
            sheet.write_string_with_format(0, place, column.code(), &self.looks.head)?;
        }
        self.row = 0;
        Ok(())
    }

    fn write(&mut self, case: &CaseView, left: u32) -> Result<(), XlsxError> {
        if self.row == ROWS {
            self.begin_sheet(left.clamp(1, ROWS))?;
        }
        self.row += 1;
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        for (place, column) in (0..).zip(&self.columns) {
            let text = case.cell(*column);
            if !text.is_empty() {
                self.cut += usize::from(put(sheet, (self.row, place), *column, &text, &self.looks)?);
            }
        }
        Ok(())
    }
}

/// Writes a cell; whether its text had to be cut.
fn put(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    column: Column,
    text: &str,
    looks: &Looks,
) -> Result<bool, XlsxError> {
    match value(column, text) {
        Value::Day(day) => sheet.write_datetime_with_format(row, place, &day, &looks.day)?,
        Value::Count(count) => sheet.write_number_with_format(row, place, count, &looks.count)?,
        Value::Dollars(sum) => sheet.write_number_with_format(row, place, sum, &looks.dollars)?,
        Value::Text => {
            let (text, is_cut) = fitting(text);
            if text.chars().any(is_khmer) {
                sheet.write_string_with_format(row, place, &*text, &looks.khmer)?;
            } else {
                sheet.write_string(row, place, &*text)?;
            }
            return Ok(is_cut);
        }
    };
    Ok(false)
}

/// What a cell holds.
enum Value {
    Day(ExcelDateTime),
    Count(f64),
    Dollars(f64),
    Text,
}

/// What the text of a column counts. All else is text: codes begin with zeros, telephones too, a clock time may be an
/// estimate, and the moment of recording has a zone, which Excel does not know.
fn value(column: Column, text: &str) -> Value {
    let number = || text.parse::<f64>().ok().filter(|number| number.is_finite());
    let read = match column {
        Column::VisitedOn | Column::ClaimedOn | Column::NextStepOn => day(text).map(Value::Day),
        Column::WaitedMinutes | Column::ClaimedRiel | Column::PaidRiel | Column::Harm => {
            number().map(Value::Count)
        }
        Column::PaidUsd => number().map(Value::Dollars),
        _ => None,
    };
    read.unwrap_or(Value::Text)
}

fn day(text: &str) -> Option<ExcelDateTime> {
    let day: NaiveDate = text.parse().ok()?;
    let [month, number] = [day.month(), day.day()].map(|part| u8::try_from(part).ok());
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month?, number?).ok()
}

/// In letters.
fn width(column: Column) -> f64 {
    match column {
        Column::Narrative | Column::Remedy => 60.0,
        Column::FacilityName => 36.0,
        Column::Id | Column::RecordedAt => 27.0,
        Column::Number | Column::Issues | Column::Local | Column::Consent => 22.0,
        Column::VisitedOn | Column::ClaimedOn | Column::NextStepOn => 14.0,
        _ => 17.0,
    }
}

impl Session {
    /// Writes the cases of a listing as a workbook. What waits to be packed lies beside the file, not in a folder of the
    /// system.
    pub(super) fn export_workbook(
        &self,
        listing: &Listing,
        identities: bool,
        out: &mut (impl Write + Seek + Send),
        path: &Path,
    ) -> Result<Exported, AppError> {
        let failed = |error: std::io::Error| AppError::file(path, error);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = words::cases_sheet(self.settings.lang);
        // Filters reach over cases that are left out for want of consent as well: empty rows at the end.
        let all = u32::try_from(self.view().count(listing)?).unwrap_or(u32::MAX);
        let mut table = whole(|| Table::new(folder, columns(identities, false), name, all.clamp(1, ROWS)))
            .map_err(failed)?;
        let mut left = all;
        let mut exported = self.each_exported(listing, identities, |case| {
            whole(|| table.write(case, left)).map_err(failed)?;
            left = left.saturating_sub(1);
            Ok(())
        })?;
        exported.cut = table.cut;
        whole(|| table.book.save_to_writer(out)).map_err(failed)?;
        Ok(exported)
    }
}

/// Does a part of the work. The library takes a full disk, where rows wait to be packed, for a fault of the program.
fn whole<T>(work: impl FnOnce() -> Result<T, XlsxError>) -> std::io::Result<T> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(XlsxError::IoError(ErrorKind::StorageFull.into()))).map_err(workbook_error)
}

/// What went wrong with a workbook, as a file's error.
pub(in crate::app) fn workbook_error(error: XlsxError) -> std::io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => std::io::Error::other(other),
    }
}

#[cfg(test)]
mod tests;
