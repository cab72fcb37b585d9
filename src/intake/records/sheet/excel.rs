//! The sheets of an Excel file, one cell after the other.

use std::path::Path;
use std::sync::mpsc::SyncSender;

use calamine::{Reader, SheetVisible, Xlsx};

use super::fault::not_excel;
use super::said::said;
use super::{Rows, SheetRow};
use crate::intake::error::TableError;

/// The rows of the first sheet that says anything.
pub(super) fn read(path: &Path, send: &SyncSender<Result<SheetRow, TableError>>) -> Result<(), TableError> {
    let failed = |error| not_excel(path, error);
    let mut book: Xlsx<_> = calamine::open_workbook(path).map_err(failed)?;
    for name in names(&book) {
        // A sheet of charts has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut rows = Rows::to(send);
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            let (row, column) = cell.get_position();
            if !rows.put(row, column, cell.get_value())? {
                return Ok(());
            }
        }
        if rows.end() {
            break;
        }
    }
    Ok(())
}

/// The sheets behind the first in which any cell says something.
pub(super) fn unread(path: &Path) -> Result<Vec<String>, TableError> {
    let failed = |error| not_excel(path, error);
    let mut book: Xlsx<_> = calamine::open_workbook(path).map_err(failed)?;
    let mut filled = Vec::new();
    for name in names(&book) {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            if !said(cell.get_value()).trim().is_empty() {
                filled.push(name);
                break;
            }
        }
    }
    filled.drain(..filled.len().min(1));
    Ok(filled)
}

/// The names of the sheets in their order, hidden ones behind those that people see.
fn names<R: std::io::Read + std::io::Seek>(book: &Xlsx<R>) -> Vec<String> {
    let named = |is_seen: bool| {
        let sheets = book.sheets_metadata().iter();
        sheets
            .filter(move |sheet| (sheet.visible == SheetVisible::Visible) == is_seen)
            .map(|sheet| sheet.name.clone())
    };
    named(true).chain(named(false)).collect()
}
