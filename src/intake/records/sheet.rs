//! The rows of a workbook's first sheet that holds anything: Excel (`.xlsx`, `.xlsm`) and OpenDocument (`.ods`), read in a
//! thread of its own, so that few rows are held however many there are. Of formulas the value that was kept with them
//! counts; macros are left alone.

mod excel;
mod fault;
mod open_document;
mod said;
mod unpacked;

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use calamine::DataRef;

use self::fault::{file_error, no_workbook};
use self::said::said;
use crate::intake::error::{TableError, WorkbookFault};

/// So many rows are read ahead.
const AHEAD: usize = 64;

/// A workbook is a packed folder; no honest one is longer unpacked, in bytes.
const LONGEST: u64 = 1 << 30;

/// The longest row, in bytes, as of other tables: no honest one comes near.
const LONGEST_ROW: u64 = 1 << 22;

/// No sheet has more columns.
const MOST_COLUMNS: u32 = 16_384;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Excel,
    OpenDocument,
}

impl Format {
    /// By the file's name, else by what it holds: workbooks get called `.csv` too.
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "xlsx" | "xlsm" => Some(Self::Excel),
            "ods" => Some(Self::OpenDocument),
            _ => Self::of_content(path),
        }
    }

    fn of_content(path: &Path) -> Option<Self> {
        if !begins_as_archive(path) {
            return None;
        }
        let archive = zip::ZipArchive::new(BufReader::new(File::open(path).ok()?)).ok()?;
        let is_open = archive.file_names().any(|name| name.is_ok_and(|name| name == "content.xml"));
        Some(if is_open { Self::OpenDocument } else { Self::Excel })
    }
}

/// Whether a file begins as the archive that each workbook is.
fn begins_as_archive(path: &Path) -> bool {
    let mut start = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"PK\x03\x04"
}

/// Whether a file is a workbook.
pub(super) fn is_workbook(path: &Path) -> bool {
    Format::of(path).is_some()
}

/// Bytes of a file that are searched at once.
const PIECE: usize = 1 << 16;

/// With these bytes the workbooks of old Excel and encrypted ones begin, which are not read.
const OLD: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// In UTF-16 the part of such a file that holds a workbook with a password: [MS-OFFCRYPTO] 2.3.4.4.
const LOCKED_PART: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// What is wrong with a file that begins as workbooks of old Excel do: it is one, or a later one with a password.
pub(super) fn old_or_locked(path: &Path) -> Option<TableError> {
    let mut file = File::open(path).ok()?;
    let mut start = [0; OLD.len()];
    file.read_exact(&mut start).ok().filter(|()| start == OLD)?;
    if holds(file, LOCKED_PART) {
        return Some(no_workbook(path, WorkbookFault::Encrypted));
    }
    Some(TableError::OldWorkbook { path: path.to_owned() })
}

/// Whether these bytes stand in what is read, of which little is held at a time.
fn holds(mut file: impl Read, bytes: &[u8]) -> bool {
    let mut held = Vec::with_capacity(PIECE + bytes.len());
    loop {
        held.drain(..held.len().saturating_sub(bytes.len()));
        match file.by_ref().take(PIECE as u64).read_to_end(&mut held) {
            Ok(0) | Err(_) => return false,
            Ok(_) if memchr::memmem::find(&held, bytes).is_some() => return true,
            Ok(_) => {}
        }
    }
}

/// A row of a sheet.
pub(super) struct SheetRow {
    /// Its number in the sheet, from 1.
    pub line: u64,
    /// What its cells say.
    pub cells: Vec<String>,
    /// The places of those that hold a number: such a cell keeps no nought at its beginning.
    pub numbers: Vec<u16>,
}

/// What is known of a workbook that was looked over.
#[derive(Default)]
pub(super) struct Found {
    /// The place of the sheet that is read, of an OpenDocument file.
    pub sheet: usize,
    /// About how many rows it has behind its headers.
    pub rows: u64,
    /// The sheets behind the first that says anything which say something too: these are not read.
    pub unread: Vec<String>,
}

/// The rows of a sheet, in order; empty ones are left out.
pub(super) struct Sheet {
    sheet: usize,
    rows: Receiver<Result<SheetRow, TableError>>,
}

impl Sheet {
    /// Looks a workbook over and begins to read.
    pub fn open(path: &Path) -> Result<(Self, Found), TableError> {
        let format = Format::of(path).unwrap_or(Format::Excel);
        let rows = unpacked::look_over(path, format)?;
        let found = unharmed(path, || match format {
            Format::Excel => Ok(Found { sheet: 0, rows, unread: excel::unread(path)? }),
            Format::OpenDocument => open_document::look_over(path),
        })?;
        Ok((Self::read(path, found.sheet)?, found))
    }

    /// Begins to read a workbook that was looked over.
    pub fn read(path: &Path, sheet: usize) -> Result<Self, TableError> {
        let format = Format::of(path).unwrap_or(Format::Excel);
        let (send, rows) = sync_channel(AHEAD);
        let path = path.to_owned();
        let read = move || {
            let result = unharmed(&path, || match format {
                Format::Excel => excel::read(&path, &send),
                Format::OpenDocument => open_document::read(&path, sheet, &send),
            });
            if let Err(error) = result {
                let _ = send.send(Err(error));
            }
        };
        std::thread::Builder::new()
            .name("sheet".to_owned())
            .spawn(read)
            .map_err(|source| file_error(source, Path::new("")))?;
        Ok(Self { sheet, rows })
    }

    /// Begins again.
    pub fn again(&self, path: &Path) -> Result<Self, TableError> {
        Self::read(path, self.sheet)
    }

    /// The next row; `None` behind the last.
    pub fn next_row(&mut self) -> Result<Option<SheetRow>, TableError> {
        self.rows.recv().ok().transpose()
    }
}

/// Does something with a workbook. Its reader may panic at a damaged one: then nothing of it is taken for its end.
fn unharmed<T>(path: &Path, read: impl FnOnce() -> Result<T, TableError>) -> Result<T, TableError> {
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    done.unwrap_or_else(|_| Err(no_workbook(path, WorkbookFault::Damaged)))
}

/// Cells on their way into rows.
struct Rows<'a> {
    send: &'a SyncSender<Result<SheetRow, TableError>>,
    row: Option<SheetRow>,
    /// Bytes of the row so far.
    size: u64,
    any: bool,
}

impl<'a> Rows<'a> {
    fn to(send: &'a SyncSender<Result<SheetRow, TableError>>) -> Self {
        Self { send, row: None, size: 0, any: false }
    }

    /// Takes a cell; `false` where nobody reads any more.
    fn put(&mut self, row: u32, column: u32, cell: &DataRef<'_>) -> Result<bool, TableError> {
        let text = said(cell);
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return Ok(true);
        }
        let line = u64::from(row) + 1;
        if self.row.as_ref().is_some_and(|open| open.line != line) && !self.hand_on() {
            return Ok(false);
        }
        self.size += (size_of::<String>() + text.len()) as u64;
        if self.size > LONGEST_ROW {
            return Err(TableError::LongRow { line });
        }
        let open = self.row.get_or_insert_with(|| SheetRow { line, cells: Vec::new(), numbers: Vec::new() });
        let place = column as usize;
        if open.cells.len() <= place {
            open.cells.resize(place + 1, String::new());
        }
        if let Some(cell) = open.cells.get_mut(place) {
            *cell = text;
        }
        if matches!(cell, DataRef::Int(_) | DataRef::Float(_)) {
            open.numbers.extend(u16::try_from(column));
        }
        Ok(true)
    }

    fn hand_on(&mut self) -> bool {
        self.size = 0;
        let Some(row) = self.row.take() else {
            return true;
        };
        self.any = true;
        self.send.send(Ok(row)).is_ok()
    }

    /// Hands on the last row; whether the sheet held any.
    fn end(mut self) -> bool {
        self.hand_on();
        self.any
    }
}
