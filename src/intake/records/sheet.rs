//! The rows of a workbook's first sheet that holds anything: Excel (`.xlsx`, `.xlsm`) and OpenDocument (`.ods`), read in a
//! thread of its own, so that few rows are held however many there are. Of formulas the value that was kept with them
//! counts; macros are left alone.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx};

use crate::intake::error::{TableError, WorkbookFault};

/// So many rows are read ahead.
const AHEAD: usize = 256;

/// A workbook is a packed folder; no honest one is longer unpacked, in bytes.
const LONGEST: u64 = 1 << 30;

/// The same of what is read into memory whole: its table of strings, or all of an OpenDocument file.
const LONGEST_IN_MEMORY: u64 = 1 << 28;

/// The list of the parts of an OpenDocument file is a few kilobytes long, in bytes.
const LONGEST_LIST: u64 = 1 << 20;

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

/// With these bytes the workbooks of old Excel and encrypted ones begin, which are not read.
const OLD: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file is a workbook of old Excel, or one with a password.
pub(super) fn is_old_workbook(path: &Path) -> bool {
    let mut start = [0; 8];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == OLD
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

/// The rows of a sheet, in order; empty ones are left out.
pub(super) struct Sheet {
    rows: Receiver<Result<SheetRow, TableError>>,
}

impl Sheet {
    /// Looks a workbook over and begins to read; tells about how many rows it has.
    pub fn open(path: &Path) -> Result<(Self, u64), TableError> {
        let rows = look_over(path, Format::of(path).unwrap_or(Format::Excel))?;
        Ok((Self::read(path)?, rows))
    }

    /// The names of the sheets behind the first that holds anything and hold something too: these are not read.
    pub fn others(path: &Path) -> Result<Vec<String>, TableError> {
        let mut filled = unharmed(path, || match Format::of(path).unwrap_or(Format::Excel) {
            Format::Excel => filled_of_excel(path),
            Format::OpenDocument => filled_of_open_document(path),
        })?;
        filled.drain(..filled.len().min(1));
        Ok(filled)
    }

    /// Begins to read a workbook that was looked over.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        let format = Format::of(path).unwrap_or(Format::Excel);
        let (send, rows) = sync_channel(AHEAD);
        let path = path.to_owned();
        let read = move || {
            let result = unharmed(&path, || match format {
                Format::Excel => excel(&path, &send),
                Format::OpenDocument => open_document(&path, &send),
            });
            if let Err(error) = result {
                let _ = send.send(Err(error));
            }
        };
        std::thread::Builder::new()
            .name("sheet".to_owned())
            .spawn(read)
            .map_err(|source| file_error(source, Path::new("")))?;
        Ok(Self { rows })
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

fn file_error(source: io::Error, path: &Path) -> TableError {
    TableError::file(path, source)
}

fn no_workbook(path: &Path, fault: WorkbookFault) -> TableError {
    TableError::NoWorkbook { path: PathBuf::from(path.file_name().unwrap_or_default()), fault }
}

/// What cannot be unpacked: it is the file itself, or what is in it.
fn not_unpacked(path: &Path, error: zip::result::ZipError) -> TableError {
    use zip::result::ZipError;
    no_workbook(
        path,
        match error {
            ZipError::Io(error) => return not_read(path, error),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                WorkbookFault::Encrypted
            }
            ZipError::InvalidArchive(_) | ZipError::FileNotFound => WorkbookFault::Damaged,
            rare => WorkbookFault::Other(rare.to_string()),
        },
    )
}

/// What could not be read to its end: broken content shows as an error of the file.
fn not_read(path: &Path, error: io::Error) -> TableError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            no_workbook(path, WorkbookFault::Damaged)
        }
        _ => file_error(error, path),
    }
}

fn not_excel(path: &Path, error: calamine::XlsxError) -> TableError {
    match error {
        calamine::XlsxError::Io(error) => not_read(path, error),
        calamine::XlsxError::Zip(error) => not_unpacked(path, error),
        calamine::XlsxError::Password => no_workbook(path, WorkbookFault::Encrypted),
        _ => no_workbook(path, WorkbookFault::Damaged),
    }
}

fn not_open_document(path: &Path, error: calamine::OdsError) -> TableError {
    match error {
        calamine::OdsError::Io(error) => not_read(path, error),
        calamine::OdsError::Zip(error) => not_unpacked(path, error),
        calamine::OdsError::Password => no_workbook(path, WorkbookFault::Encrypted),
        rare @ calamine::OdsError::CellLimitExceeded { .. } => {
            no_workbook(path, WorkbookFault::Other(rare.to_string()))
        }
        _ => no_workbook(path, WorkbookFault::Damaged),
    }
}

/// Whether an OpenDocument file has a password: its list of parts says how they are encrypted.
fn is_encrypted<R: io::Read + io::Seek>(archive: &mut zip::ZipArchive<R>) -> bool {
    let Ok(mut list) = archive.by_name("META-INF/manifest.xml") else {
        return false;
    };
    let mut text = Vec::new();
    let is_read = list.by_ref().take(LONGEST_LIST).read_to_end(&mut text).is_ok();
    is_read && memchr::memmem::find(&text, b"encryption-data").is_some()
}

/// Unpacks all parts once, to nowhere: a small file may be made to unpack without end. Returns how many rows its longest
/// sheet has, behind the headers.
fn look_over(path: &Path, format: Format) -> Result<u64, TableError> {
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
    if format == Format::OpenDocument && is_encrypted(&mut archive) {
        return Err(no_workbook(path, WorkbookFault::Encrypted));
    }
    let (mut left, mut rows) = (LONGEST, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| not_unpacked(path, error))?;
        let name = part.name().map_err(|error| not_unpacked(path, error))?;
        let is_held = match format {
            Format::Excel => name.ends_with("sharedStrings.xml"),
            Format::OpenDocument => name == "content.xml",
        };
        drop(name);
        let most = if is_held { left.min(LONGEST_IN_MEMORY) } else { left };
        let mut counting = Counting::new(format);
        let length =
            io::copy(&mut part.take(most + 1), &mut counting).map_err(|error| not_read(path, error))?;
        if length > most {
            return Err(TableError::TooLarge);
        }
        left -= length;
        rows = rows.max(counting.rows);
    }
    if format == Format::OpenDocument {
        let content = archive.by_name("content.xml").map_err(|error| not_unpacked(path, error))?;
        if !is_whole(BufReader::new(content)) {
            return Err(no_workbook(path, WorkbookFault::Damaged));
        }
    }
    Ok(rows.saturating_sub(1))
}

/// Whether all that is opened in a text of XML is closed: where a table is not, its reader would wait for the end for ever.
fn is_whole(text: impl io::BufRead) -> bool {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_reader(text);
    let (mut buffer, mut open) = (Vec::new(), 0_u64);
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) => return open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
        buffer.clear();
    }
}

/// Counts the rows that a part begins, and keeps nothing of it.
struct Counting {
    beginning: memchr::memmem::Finder<'static>,
    rows: u64,
}

impl Counting {
    fn new(format: Format) -> Self {
        let beginning = match format {
            Format::Excel => "<row ",
            Format::OpenDocument => "<table:table-row",
        };
        Self { beginning: memchr::memmem::Finder::new(beginning), rows: 0 }
    }
}

impl io::Write for Counting {
    /// One that lies across two writes is missed: the number tells how far an import is, no more.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rows += self.beginning.find_iter(bytes).count() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn excel(path: &Path, send: &SyncSender<Result<SheetRow, TableError>>) -> Result<(), TableError> {
    let failed = |error| not_excel(path, error);
    let mut book: Xlsx<_> = calamine::open_workbook(path).map_err(failed)?;
    for name in book.sheet_names() {
        // A sheet of charts has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut rows = Rows { send, row: None, any: false };
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            let (row, column) = cell.get_position();
            if !rows.put(row, column, cell.get_value()) {
                return Ok(());
            }
        }
        if rows.end() {
            break;
        }
    }
    Ok(())
}

/// The sheets in which any cell holds text.
fn filled_of_excel(path: &Path) -> Result<Vec<String>, TableError> {
    let failed = |error| not_excel(path, error);
    let mut book: Xlsx<_> = calamine::open_workbook(path).map_err(failed)?;
    let mut filled = Vec::new();
    for name in book.sheet_names() {
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
    Ok(filled)
}

fn filled_of_open_document(path: &Path) -> Result<Vec<String>, TableError> {
    let failed = |error| not_open_document(path, error);
    let mut book: Ods<_> = calamine::open_workbook(path).map_err(failed)?;
    let mut filled = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(failed)?;
        if range.used_cells().any(|(_, _, cell)| !said(&borrowed(cell)).trim().is_empty()) {
            filled.push(name);
        }
    }
    Ok(filled)
}

fn open_document(path: &Path, send: &SyncSender<Result<SheetRow, TableError>>) -> Result<(), TableError> {
    let failed = |error| not_open_document(path, error);
    let mut book: Ods<_> = calamine::open_workbook(path).map_err(failed)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(failed)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows { send, row: None, any: false };
        for (row, column, cell) in range.used_cells() {
            if !rows.put(first_row + row as u32, first_column + column as u32, &borrowed(cell)) {
                return Ok(());
            }
        }
        if rows.end() {
            break;
        }
    }
    Ok(())
}

/// Cells on their way into rows.
struct Rows<'a> {
    send: &'a SyncSender<Result<SheetRow, TableError>>,
    row: Option<SheetRow>,
    any: bool,
}

/// No sheet has more columns.
const MOST_COLUMNS: u32 = 16_384;

impl Rows<'_> {
    /// Takes a cell; `false` where nobody reads any more.
    fn put(&mut self, row: u32, column: u32, cell: &DataRef<'_>) -> bool {
        let text = said(cell);
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return true;
        }
        let line = u64::from(row) + 1;
        if self.row.as_ref().is_some_and(|open| open.line != line) && !self.hand_on() {
            return false;
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
        true
    }

    fn hand_on(&mut self) -> bool {
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

fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(whether) => DataRef::Bool(*whether),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell as somebody would type it: `2026-10-03`, `06:10`, `40000`.
fn said(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => decimal(*number as f64),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(whether) => whether.to_string(),
        DataRef::DateTime(moment) => moment_said(*moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => duration(text).unwrap_or_else(|| text.clone()),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The first whole number that spreadsheets do not keep whole: of more than 15 digits they put noughts for the rest.
const TOO_LONG: f64 = 1e15;

/// Without a fraction where it is whole: what people type as a number is a count, a sum or a telephone. One of more than 15
/// digits reads as spreadsheets show it, `1.23456789012345E+15`: so nobody takes its last digits for what was typed, here or
/// in a file of refused rows.
fn decimal(number: f64) -> String {
    if number.abs() >= TOO_LONG && number.is_finite() {
        let shown = format!("{number:.14E}");
        let (digits, power) = shown.split_once('E').unwrap_or((&shown, "0"));
        return format!("{}E+{power}", digits.trim_end_matches('0').trim_end_matches('.'));
    }
    if number.fract() == 0.0 { format!("{number:.0}") } else { number.to_string() }
}

/// A day, a time of day, or both.
fn moment_said(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let (date, time) = (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}"));
    match moment.as_f64() {
        time_alone if time_alone.abs() < 1.0 => time,
        whole if whole.fract() == 0.0 => date,
        _ => format!("{date}T{time}"),
    }
}

/// `PT06H10M00S` as `06:10`.
fn duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let number = |text: &str| text.parse::<u32>().ok();
    Some(format!("{:02}:{:02}", number(hours)?, number(minutes)?))
}
