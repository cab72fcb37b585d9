//! What a workbook is packed in: looked over whole before any of it is read.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use super::fault::{file_error, no_workbook, not_read, not_unpacked};
use super::{Format, LONGEST, LONGEST_ROW, begins_as_archive, open_document};
use crate::intake::error::{TableError, WorkbookFault};

/// The most that the table of strings may have, which is read into memory whole, in bytes.
const LONGEST_STRINGS: u64 = 1 << 28;

/// The same of what is read beside the cells of Excel: styles, and the list of sheets.
const LONGEST_BESIDE: u64 = 1 << 24;

/// How long a part may be unpacked, in bytes.
fn most_of(part: &str, format: Format) -> u64 {
    // Its reader does not ask for capitals.
    let part = part.to_lowercase();
    let is_one_of = |names: &[&str]| format == Format::Excel && names.iter().any(|name| part.ends_with(name));
    if is_one_of(&["sharedstrings.xml"]) {
        LONGEST_STRINGS
    } else if is_one_of(&["styles.xml", "workbook.xml", ".rels"]) {
        LONGEST_BESIDE
    } else {
        LONGEST
    }
}

/// Unpacks all parts once, to nowhere: a small file may be made to unpack without end. Returns how many rows its longest
/// sheet has, behind the headers.
pub(super) fn look_over(path: &Path, format: Format) -> Result<u64, TableError> {
    let file = File::open(path).map_err(|source| file_error(source, path))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(file_error(io::ErrorKind::IsADirectory.into(), path));
    }
    if file.metadata().is_ok_and(|data| data.len() == 0) {
        return Err(TableError::Empty);
    }
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
        // What no archive ends with is none at all, or the rest of one.
        zip::result::ZipError::InvalidArchive(_) if !begins_as_archive(path) => {
            no_workbook(path, WorkbookFault::NoWorkbook)
        }
        error => not_unpacked(path, error),
    })?;
    if format == Format::OpenDocument && open_document::is_encrypted(&mut archive) {
        return Err(no_workbook(path, WorkbookFault::Encrypted));
    }
    let (mut left, mut rows) = (LONGEST, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| not_unpacked(path, error))?;
        let name = part.name().map_err(|error| not_unpacked(path, error))?;
        let most = left.min(most_of(&name, format));
        let mut counting = Counting::default();
        drop(name);
        let length =
            io::copy(&mut part.take(most + 1), &mut counting).map_err(|error| not_read(path, error))?;
        if length > most || counting.longest > LONGEST_ROW {
            return Err(TableError::TooLarge);
        }
        left -= length;
        rows = rows.max(counting.rows);
    }
    Ok(rows.saturating_sub(1))
}

/// Counts the rows of Excel that a part begins and looks for text without end, and keeps nothing of it.
#[derive(Default)]
struct Counting {
    rows: u64,
    /// Bytes since something of XML began last, and the most that there were: so much is read at once. In a picture, too,
    /// such a byte comes now and then.
    since: u64,
    longest: u64,
}

impl io::Write for Counting {
    /// A row that lies across two writes is missed: the number tells how far an import is, no more.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rows += memchr::memmem::find_iter(bytes, "<row ").count() as u64;
        let mut last = 0;
        for place in memchr::memchr_iter(b'<', bytes) {
            self.longest = self.longest.max(self.since + (place - last) as u64);
            (self.since, last) = (0, place);
        }
        self.since += (bytes.len() - last) as u64;
        self.longest = self.longest.max(self.since);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
