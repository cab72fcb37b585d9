//! The records of a table, whatever is in them: the one place where a list of facilities meets the readers of files.

use std::path::Path;

use crate::intake::TableError;
use crate::intake::sheet::{self, Sheet};
use crate::intake::table::{Records, armed, text_records};

/// A list of all facilities of the country has some two thousand rows; what has more than this many is no such list.
const MOST: usize = 100_000;

/// All records with their lines, the headers first.
pub(super) fn of(path: &Path) -> Result<Vec<(u64, Vec<String>)>, TableError> {
    let mut all = Vec::new();
    if sheet::is_workbook(path) {
        let mut sheet = Sheet::open(path)?;
        while let Some(row) = sheet.next_row()? {
            all.push(row);
            if all.len() > MOST {
                return Err(TableError::TooLarge);
            }
        }
        return Ok(all);
    }
    let (records, no_text) = text_records(path)?;
    if let Some(line) = no_text {
        return Err(TableError::NoText { line });
    }
    let Records::Text { mut reader, lines, .. } = records else {
        return Ok(all);
    };
    let mut record = csv::StringRecord::new();
    loop {
        let line = lines.of(all.len());
        let read = reader.read_record(&mut record).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(source) => TableError::File { path: path.to_owned(), source },
            _ => TableError::NoText { line },
        })?;
        if !read {
            return Ok(all);
        }
        if all.len() > MOST {
            return Err(TableError::TooLarge);
        }
        all.push((line, record.iter().map(|cell| armed(cell).to_owned()).collect()));
    }
}
