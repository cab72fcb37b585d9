//! The sheets of an OpenDocument file (ODF 1.3, part 3, chapter 9), one row after the other: little is held however many there
//! are, and what the file says once of many rows or cells that are the same is not multiplied before it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use calamine::DataRef;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::fault::{self, no_workbook};
use super::{Found, LONGEST, LONGEST_ROW, MOST_COLUMNS, Rows, SheetRow};
use crate::intake::error::{TableError, WorkbookFault};
use std::sync::mpsc::SyncSender;

/// No sheet has more rows.
const MOST_ROWS: u32 = 1 << 20;

/// The list of the parts of such a file is a few kilobytes long, in bytes.
const LONGEST_LIST: u64 = 1 << 20;

/// What a cell costs beside its text, in bytes.
const CELL: u64 = size_of::<String>() as u64;

/// Rows of a sheet that are all the same, of which something is said.
struct Row {
    /// Which sheet, in the file's order.
    sheet: usize,
    /// The number of the first, from 0.
    first: u32,
    /// How many there are.
    repeats: u32,
    cells: Vec<Cells>,
}

/// Cells beside each other that say the same.
struct Cells {
    column: u32,
    repeats: u32,
    value: DataRef<'static>,
}

impl Row {
    /// What one of them costs when it is read, in bytes.
    fn size(&self) -> u64 {
        let of = |cells: &Cells| {
            let text = match &cells.value {
                DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
                _ => 0,
            };
            u64::from(cells.repeats) * (CELL + text as u64)
        };
        self.cells.iter().map(of).sum()
    }
}

/// Whether the file has a password: its list of parts says how they are encrypted.
pub(super) fn is_encrypted<R: io::Read + io::Seek>(archive: &mut zip::ZipArchive<R>) -> bool {
    let Ok(mut list) = archive.by_name("META-INF/manifest.xml") else {
        return false;
    };
    let mut text = Vec::new();
    let is_read = list.by_ref().take(LONGEST_LIST).read_to_end(&mut text).is_ok();
    is_read && memchr::memmem::find(&text, b"encryption-data").is_some()
}

/// Reads all of it once, so that what is broken is known before a row is taken: how many rows the first sheet that says
/// anything has behind its headers, and what the others are called that say something too; hidden sheets come behind the others.
pub(super) fn look_over(path: &Path) -> Result<Found, TableError> {
    let mut sheets: BTreeMap<(bool, usize), (String, u64)> = BTreeMap::new();
    let mut size = 0;
    each_row(path, |row, place| {
        let length = row.size();
        if length > LONGEST_ROW {
            return Err(TableError::LongRow { line: u64::from(row.first) + 1 });
        }
        size += length * u64::from(row.repeats);
        if size > LONGEST {
            return Err(TableError::TooLarge);
        }
        let name = || place.names.get(row.sheet).cloned().unwrap_or_default();
        let sheet =
            sheets.entry((place.unseen.contains(&row.sheet), row.sheet)).or_insert_with(|| (name(), 0));
        sheet.1 += u64::from(row.repeats);
        Ok(true)
    })?;
    let mut sheets = sheets.into_iter();
    let Some(((_, sheet), (_, rows))) = sheets.next() else {
        return Ok(Found::default());
    };
    Ok(Found { sheet, rows: rows.saturating_sub(1), unread: sheets.map(|(_, (name, _))| name).collect() })
}

/// The rows of the first sheet that says anything, as looking over found it.
pub(super) fn read(
    path: &Path,
    sheet: usize,
    send: &SyncSender<Result<SheetRow, TableError>>,
) -> Result<(), TableError> {
    let mut rows = Rows::to(send);
    each_row(path, |row, _| {
        if row.sheet != sheet {
            return Ok(row.sheet < sheet);
        }
        for line in row.first..row.first.saturating_add(row.repeats) {
            for cells in &row.cells {
                for column in cells.column..cells.column + cells.repeats {
                    if !rows.put(line, column, &cells.value)? {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    })?;
    rows.end();
    Ok(())
}

/// Hands on the rows with what is known of the sheets so far, until no more are wanted.
fn each_row(
    path: &Path,
    mut take: impl FnMut(&Row, &Place) -> Result<bool, TableError>,
) -> Result<(), TableError> {
    let file = File::open(path).map_err(|source| fault::file_error(source, path))?;
    let failed = |error| fault::not_unpacked(path, error);
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(failed)?;
    let mut content = Content::of(BufReader::new(archive.by_name("content.xml").map_err(failed)?));
    while let Some(row) = content.next_row().map_err(|error| match error {
        quick_xml::Error::Io(error) => fault::not_read(path, error.kind().into()),
        _ => no_workbook(path, WorkbookFault::Damaged),
    })? {
        if !take(&row, &content.place)? {
            return Ok(());
        }
    }
    if content.place.depth > 0 {
        return Err(no_workbook(path, WorkbookFault::Damaged));
    }
    Ok(())
}

/// The content of such a file on its way into rows.
struct Content<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    place: Place,
}

/// Where its reader stands: each part that is open with the depth at which it began.
#[derive(Default)]
struct Place {
    depth: u32,
    names: Vec<String>,
    /// The style of a table that is being read, and those whose tables are hidden.
    style: Option<String>,
    hidden: BTreeSet<String>,
    /// The sheets that are hidden, by their places.
    unseen: BTreeSet<usize>,
    sheet: Option<(u32, Lines)>,
    row: Option<(u32, Row)>,
    cell: Option<(u32, Cell)>,
    paragraph: Option<u32>,
    /// Something that says nothing of its sheet: a note, a picture, an older state.
    skipped: Option<u32>,
}

/// The rows of a sheet that lie behind, and the columns of a row.
#[derive(Default)]
struct Lines {
    rows: u32,
    columns: u32,
}

/// A cell that is being read.
struct Cell {
    repeats: u32,
    value: Option<DataRef<'static>>,
    text: String,
    paragraphs: u32,
}

impl<R: BufRead> Content<R> {
    fn of(text: R) -> Self {
        let mut reader = Reader::from_reader(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), place: Place::default() }
    }

    /// The next that says anything; `None` behind the last.
    fn next_row(&mut self) -> Result<Option<Row>, quick_xml::Error> {
        loop {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer)? {
                Event::Start(element) => self.place.begin(&element)?,
                Event::End(_) => {
                    if let Some(row) = self.place.end() {
                        return Ok(Some(row));
                    }
                }
                Event::Text(text) => self.place.say(&text.xml10_content()),
                Event::CData(text) => self.place.say(&text.xml10_content()),
                Event::GeneralRef(entity) => self.place.say(&meant(&entity)?),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

impl Place {
    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), quick_xml::Error> {
        let depth = self.depth;
        self.depth = self.depth.saturating_add(1);
        if self.skipped.is_some() {
            return Ok(());
        }
        let name = element.name();
        match (name.as_ref(), &mut self.row, &mut self.cell) {
            ("style:style", ..) => self.style = attribute(element, "style:name")?,
            ("style:table-properties", ..) => {
                let is_hidden =
                    attribute(element, "table:display")?.is_some_and(|display| display == "false");
                self.hidden.extend(self.style.take().filter(|_| is_hidden));
            }
            ("table:table", None, _) if self.sheet.is_none() => {
                let style = attribute(element, "table:style-name")?;
                if style.is_some_and(|style| self.hidden.contains(&style)) {
                    self.unseen.insert(self.names.len());
                }
                self.names.push(attribute(element, "table:name")?.unwrap_or_default());
                self.sheet = Some((depth, Lines::default()));
            }
            ("table:table-row", None, _) => {
                let repeats = repeats(element, "table:number-rows-repeated", MOST_ROWS)?;
                if let Some((_, lines)) = &mut self.sheet {
                    lines.columns = 0;
                    let row = Row {
                        sheet: self.names.len().saturating_sub(1),
                        first: lines.rows,
                        repeats: repeats.min(MOST_ROWS.saturating_sub(lines.rows)),
                        cells: Vec::new(),
                    };
                    lines.rows = lines.rows.saturating_add(repeats);
                    self.row = Some((depth, row));
                }
            }
            ("table:table-cell", Some(_), None) => self.cell = Some((depth, Cell::of(element)?)),
            // Another lies over it.
            ("table:covered-table-cell", Some(_), None) => {
                let repeats = repeats(element, "table:number-columns-repeated", MOST_COLUMNS)?;
                if let Some((_, lines)) = &mut self.sheet {
                    lines.columns = lines.columns.saturating_add(repeats);
                }
                self.skipped = Some(depth);
            }
            ("text:p" | "text:h", _, Some((_, cell))) if self.paragraph.is_none() => {
                if cell.paragraphs > 0 {
                    cell.text.push('\n');
                }
                cell.paragraphs += 1;
                self.paragraph = Some(depth);
            }
            ("text:s", _, Some((_, cell))) => {
                let spaces = attribute(element, "text:c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                cell.text.extend(std::iter::repeat_n(' ', spaces.min(MOST_SPACES)));
            }
            ("text:tab", _, Some((_, cell))) => cell.text.push('\t'),
            ("text:line-break", _, Some((_, cell))) => cell.text.push('\n'),
            (
                "table:table"
                | "table:tracked-changes"
                | "table:dde-links"
                | "office:annotation"
                | "text:ruby-text",
                ..,
            ) => self.skipped = Some(depth),
            (name, ..) if name.starts_with("draw:") => self.skipped = Some(depth),
            _ => {}
        }
        Ok(())
    }

    /// Ends what began last; gives a row that says something.
    fn end(&mut self) -> Option<Row> {
        self.depth = self.depth.saturating_sub(1);
        let depth = self.depth;
        if self.skipped.take_if(|began| *began == depth).is_some() || self.skipped.is_some() {
            return None;
        }
        self.paragraph.take_if(|began| *began == depth);
        if let Some((_, cell)) = self.cell.take_if(|(began, _)| *began == depth)
            && let (Some((_, row)), Some((_, lines))) = (&mut self.row, &mut self.sheet)
        {
            let (column, repeats) =
                (lines.columns, cell.repeats.min(MOST_COLUMNS.saturating_sub(lines.columns)));
            lines.columns = lines.columns.saturating_add(cell.repeats);
            if let Some(value) = cell.said()
                && repeats > 0
            {
                row.cells.push(Cells { column, repeats, value });
            }
        }
        if let Some((_, row)) = self.row.take_if(|(began, _)| *began == depth) {
            return Some(row).filter(|row| !row.cells.is_empty() && row.repeats > 0);
        }
        self.sheet.take_if(|(began, _)| *began == depth);
        None
    }

    /// Text counts within a paragraph of a cell: what is between its parts is layout.
    fn say(&mut self, text: &str) {
        if let (Some((_, cell)), Some(_), None) = (&mut self.cell, self.paragraph, self.skipped) {
            cell.text.push_str(text);
        }
    }
}

/// A space is written with how many of it there are.
const MOST_SPACES: usize = 1 << 10;

impl Cell {
    /// What its attributes say.
    fn of(element: &BytesStart<'_>) -> Result<Self, quick_xml::Error> {
        let (mut repeats, mut value) = (1, None);
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute?;
            let name = attribute.key.as_ref();
            if !matches!(name, "table:number-columns-repeated") && !name.starts_with("office:") {
                continue;
            }
            let text = attribute.normalized_value(XmlVersion::Implicit1_0)?;
            match name {
                "table:number-columns-repeated" => repeats = counted(&text, MOST_COLUMNS),
                "office:value" => value = text.parse().ok().map(DataRef::Float),
                "office:date-value" => value = Some(DataRef::DateTimeIso(text.into_owned())),
                "office:time-value" => value = Some(DataRef::DurationIso(text.into_owned())),
                "office:boolean-value" => value = Some(DataRef::Bool(text == "true")),
                // Where it is empty, the cell shows something else: why there is none.
                "office:string-value" if !text.is_empty() => {
                    value = Some(DataRef::String(text.into_owned()));
                }
                _ => {}
            }
        }
        Ok(Self { repeats, value, text: String::new(), paragraphs: 0 })
    }

    fn said(self) -> Option<DataRef<'static>> {
        self.value.or_else(|| (!self.text.trim().is_empty()).then_some(DataRef::String(self.text)))
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, quick_xml::Error> {
    let Some(attribute) = element.try_get_attribute(name)? else {
        return Ok(None);
    };
    Ok(Some(attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned()))
}

fn repeats(element: &BytesStart<'_>, name: &str, most: u32) -> Result<u32, quick_xml::Error> {
    Ok(attribute(element, name)?.map_or(1, |text| counted(&text, most)))
}

fn counted(text: &str, most: u32) -> u32 {
    text.parse::<u64>().map_or(1, |count| u32::try_from(count).unwrap_or(most).min(most))
}

/// `&amp;` and `&#x1780;` as what they stand for.
fn meant(entity: &BytesRef<'_>) -> Result<String, quick_xml::Error> {
    if let Some(character) = entity.resolve_char_ref()? {
        return Ok(character.to_string());
    }
    let name: &str = entity.as_ref();
    Ok(quick_xml::escape::resolve_xml_entity(name).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests;
