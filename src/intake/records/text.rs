//! The records of a text: CSV in any of the usual encodings, with comma, semicolon or tab.

use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::encoding::{Text, utf_16};
use super::lines::Lines;
use crate::intake::error::TableError;

type CsvReader = Box<csv::Reader<BufReader<Text>>>;

/// The records of a text that was looked over.
pub(super) struct TextRecords {
    path: PathBuf,
    reader: CsvReader,
    encoding: Option<&'static Encoding>,
    lines: Lines,
    /// Records read, the headers among them.
    count: usize,
}

impl TextRecords {
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let failed = |source| TableError::file(path, source);
        if path.is_dir() {
            return Err(failed(std::io::ErrorKind::IsADirectory.into()));
        }
        let mut encoding = utf_16(path).map_err(failed)?;
        let mut looked = looked_over(path, encoding).map_err(failed)?;
        if encoding.is_none() && looked.no_text.is_some() && !looked.has_letters {
            // What holds no letter of UTF-8 beyond ASCII is of an older program.
            encoding = Some(WINDOWS_1252);
            looked = looked_over(path, encoding).map_err(failed)?;
        }
        let Looked { lines, no_text, .. } = looked;
        if let Some(line) = lines.stray_quote() {
            return Err(TableError::StrayQuote { line });
        }
        if let Some(line) = lines.open_quote() {
            return Err(TableError::OpenQuote { line });
        }
        if let Some(line) = lines.too_long() {
            return Err(TableError::LongRow { line });
        }
        if let Some(line) = no_text {
            return Err(TableError::NoText { line });
        }
        let reader = reader_of(path, encoding)?;
        Ok(Self { path: path.to_owned(), reader, encoding, lines, count: 0 })
    }

    /// How many records there are behind the headers.
    pub fn total(&self) -> u64 {
        self.lines.count().saturating_sub(1) as u64
    }

    /// Reads the next record, and tells its line; `None` behind the last.
    pub fn read(&mut self, record: &mut csv::StringRecord) -> Result<Option<u64>, TableError> {
        let line = self.lines.of(self.count);
        let read = self.reader.read_record(record).map_err(|error| failed(&self.path, line, error))?;
        self.count += 1;
        Ok(read.then_some(line))
    }

    /// Goes through all records to the last one, and gives some cells of each with its line; nothing else is looked at.
    pub fn skim(&mut self, places: &[usize], mut take: impl FnMut(u64, &str)) -> Result<(), TableError> {
        let mut record = csv::ByteRecord::new();
        loop {
            let line = self.lines.of(self.count);
            let read = self.reader.read_byte_record(&mut record);
            if !read.map_err(|error| failed(&self.path, line, error))? {
                return Ok(());
            }
            self.count += 1;
            for cell in places.iter().filter_map(|place| record.get(*place)) {
                take(line, std::str::from_utf8(cell).map_err(|_| TableError::NoText { line })?);
            }
        }
    }

    /// Goes back to the headers.
    pub fn rewind(&mut self) -> Result<(), TableError> {
        self.reader = reader_of(&self.path, self.encoding)?;
        self.count = 0;
        Ok(())
    }
}

fn failed(path: &Path, line: u64, error: csv::Error) -> TableError {
    match error.into_kind() {
        csv::ErrorKind::Io(source) => TableError::file(path, source),
        _ => TableError::NoText { line },
    }
}

/// Reads a text's records from the first on.
fn reader_of(path: &Path, encoding: Option<&'static Encoding>) -> Result<CsvReader, TableError> {
    let opened = open_text(path, encoding);
    let (text, delimiter, _) = opened.map_err(|source| TableError::file(path, source))?;
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

fn looked_over(path: &Path, encoding: Option<&'static Encoding>) -> std::io::Result<Looked> {
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
    encoding: Option<&'static Encoding>,
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

/// The separator that stands most often in the first line.
fn delimiter(start: &[u8]) -> u8 {
    let first_line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |wanted: u8| first_line.split(|&byte| byte == wanted).count();
    // On a tie the first of the list holds, so the comma comes last for `max_by_key`.
    [b'\t', b';', b','].into_iter().max_by_key(|&candidate| count(candidate)).unwrap_or(b',')
}
