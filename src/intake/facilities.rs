//! A list of facilities, as ministries and funds hand them out: a workbook or CSV with headers in Khmer or English, codes,
//! names in both scripts, places by code or by name, and points in degrees or in metres of UTM zone 48N. What a row says is
//! read here; which facility it means is for who knows the book.

mod fault;
mod headers;
mod place;
mod records;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

pub use fault::RowFault;

use super::TableError;
use crate::domain::digits;
use crate::domain::facility::FacilityKind;
use crate::domain::place::PlaceCode;
use crate::domain::point::point;
use crate::domain::text::{compact, has_khmer};
use crate::i18n::{Lang, Named};
use crate::reference::{kind_named, province_at};
use headers::{Field, Headers};

/// One row of a list, as far as it could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedFacility {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Its number in the list.
    pub code: Option<String>,
    /// Its Khmer name; empty where there is none.
    pub name_km: String,
    /// Its Latin name; empty where there is none.
    pub name_en: String,
    /// What it is, where the list or its name says so.
    pub kind: Option<FacilityKind>,
    /// What the list calls it, where that names no kind or several: of a facility that is here it does not matter.
    pub kind_said: Option<String>,
    /// The smallest place in which it lies, where the list says so.
    pub place: Option<PlaceCode>,
    /// Where it stands: degrees, WGS 84.
    pub point: Option<(f64, f64)>,
}

impl ListedFacility {
    /// A name to call it by: Khmer first.
    pub fn name(&self) -> &str {
        if self.name_km.is_empty() { &self.name_en } else { &self.name_km }
    }
}

/// A list that was read: its rows, the sound ones and those with faults.
#[derive(Debug, Clone, Default)]
pub struct FacilityList {
    /// The rows that could be read.
    pub rows: Vec<ListedFacility>,
    /// The lines that could not, with all that is wrong.
    pub faults: Vec<(u64, Vec<RowFault>)>,
    /// Headers that mean nothing here: their columns are left out.
    pub unknown: Vec<String>,
    /// How many cells of its codes only count its rows: they are no codes.
    pub counting: usize,
    /// The lines that tell how far to the east a facility stands and not how far to the north, or the other way round.
    pub half_points: Vec<u64>,
    /// Its headers, as they stand in the file.
    pub headers: Vec<String>,
    /// Its rows as they stand in the file, by their lines.
    pub records: BTreeMap<u64, Vec<String>>,
    /// What the list is called that its rows came from, where they were refused before.
    pub source: Option<String>,
}

impl FacilityList {
    /// Reads a list.
    ///
    /// # Errors
    /// A file that is no table, or one without a name and a code: nothing is read.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        let records = match records::of(path) {
            Err(TableError::Empty) => Vec::new(),
            read => read?,
        };
        let (above, headers) = find_headers(&records)?;
        let mut records = records.into_iter().skip(above);
        let (_, first) = records.next().ok_or(TableError::EmptyList)?;
        let mut list = Self { unknown: headers.unknown.clone(), headers: first, ..Self::default() };
        for (line, cells) in records {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let read = Cells { headers: &headers, cells: &cells };
            list.source = list.source.or_else(|| read.text(Field::Source));
            list.counting += read.texts(Field::Code).filter(|code| only_counts(code)).count();
            if is_half_a_point(&read) {
                list.half_points.push(line);
            }
            match row(line, &read) {
                Ok(row) => list.rows.push(row),
                Err(faults) => list.faults.push((line, faults)),
            }
            list.records.insert(line, cells);
        }
        Ok(list)
    }
}

/// So many records may stand above the headers.
const MOST_ABOVE: usize = 9;

/// The headers of a list and how many records stand above them: official lists have a title over their columns.
fn find_headers(records: &[(u64, Vec<String>)]) -> Result<(usize, Headers), TableError> {
    let (_, first) = records.first().ok_or(TableError::EmptyList)?;
    let near = records.iter().take(MOST_ABOVE + 1).enumerate();
    let found = near.filter_map(|(above, (_, cells))| Some((above, Headers::of(cells).ok()?)));
    match found.into_iter().find(|(_, headers)| headers.are_of_a_list()) {
        Some(found) => Ok(found),
        None => Headers::of(first).map(|headers| (0, headers)),
    }
}

/// The cells of a row by what they hold.
struct Cells<'a> {
    headers: &'a Headers,
    cells: &'a [String],
}

impl Cells<'_> {
    /// What stands in the columns of a field, tidied; a list may have two, of codes and of names.
    fn texts(&self, field: Field) -> impl Iterator<Item = String> {
        let cells = self.headers.places(field).filter_map(|place| self.cells.get(place));
        cells
            .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty())
    }

    fn text(&self, field: Field) -> Option<String> {
        self.texts(field).next()
    }
}

/// Whether a code is a bare number of up to four digits. Such numbers count the rows of a list, and mean another facility in
/// the next one. Codes of ministries begin with letters or have at least five digits, of which the first four tell province
/// and district; one that begins with 0 was meant as a code.
fn only_counts(code: &str) -> bool {
    let code = digits::to_ascii(code);
    let code = code.trim_end_matches('.');
    (1..=4).contains(&code.len()) && !code.starts_with('0') && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn row(line: u64, cells: &Cells<'_>) -> Result<ListedFacility, Vec<RowFault>> {
    let mut faults = Vec::new();
    let mut keep = |fault| faults.push(fault);
    let (name_km, name_en) = names(cells);
    let code = cells.texts(Field::Code).map(|code| digits::to_ascii(&code)).find(|code| !only_counts(code));
    if name_km.is_empty() && name_en.is_empty() && code.is_none() {
        keep(RowFault::NoName);
    }
    let kind = kind(cells, [&name_km, &name_en]);
    let kind_said = cells.text(Field::Kind).filter(|_| kind.is_none());
    let point = point_of(cells).map_err(&mut keep).ok().flatten();
    let place = place::of(cells).map_err(&mut keep).ok().flatten();
    let place =
        place.or_else(|| point.and_then(|(north, east)| province_at(north, east)).map(PlaceCode::from));
    if faults.is_empty() {
        Ok(ListedFacility { line, code, name_km, name_en, kind, kind_said, place, point })
    } else {
        Err(faults)
    }
}

/// Khmer and Latin name, each by the script in which it is written, whatever its column is called.
fn names(cells: &Cells<'_>) -> (String, String) {
    let (mut khmer, mut latin) = (String::new(), String::new());
    for text in [Field::NameKm, Field::NameEn].into_iter().flat_map(|field| cells.texts(field)) {
        let name = if has_khmer(&text) { &mut khmer } else { &mut latin };
        if name.is_empty() {
            *name = text;
        }
    }
    (khmer, latin)
}

/// What a row says the facility is; else what its name says.
fn kind(cells: &Cells<'_>, names: [&String; 2]) -> Option<FacilityKind> {
    let said = cells.text(Field::Kind).and_then(|text| {
        let is_called =
            |kind: &FacilityKind| Lang::ALL.iter().any(|lang| compact(kind.name(*lang)) == compact(&text));
        let named = text.parse().ok().or_else(|| FacilityKind::ALL.into_iter().find(is_called));
        named.or_else(|| kind_named(&text))
    });
    said.or_else(|| names.into_iter().find_map(|name| kind_named(name)))
}

/// Whether a row has one of the two numbers of a point, and not the other.
fn is_half_a_point(cells: &Cells<'_>) -> bool {
    let is_told = |field| cells.text(field).is_some_and(|text| digits::to_ascii(&text) != "0");
    is_told(Field::East) != is_told(Field::North)
}

/// Where a row says that the facility stands. A lone nought is what empty cells become on their way through programs.
fn point_of(cells: &Cells<'_>) -> Result<Option<(f64, f64)>, RowFault> {
    let mut numbers = [0.0; 2];
    for (number, field) in numbers.iter_mut().zip([Field::East, Field::North]) {
        let Some(text) = cells.text(field) else {
            return Ok(None);
        };
        let plain = digits::to_ascii(&text).replace(',', ".");
        *number =
            plain.trim_end_matches(['°', 'E', 'N', ' ']).parse().map_err(|_| RowFault::NoNumber(text))?;
    }
    let [east, north] = numbers;
    if east == 0.0 && north == 0.0 {
        return Ok(None);
    }
    point(east, north).map(Some).map_err(RowFault::Point)
}

#[cfg(test)]
mod tests;
