//! The public holidays that an officer keeps: `holidays.csv` in the platform's config folder, in the form of the built-in
//! table. In the years that it names its days hold and no others: the yearly sub-decree decides.

mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use csv::StringRecord;

use super::ConfigError;
use crate::domain::date;
use crate::i18n::{Lang, dates, numbers};
use crate::reference::Holiday;

/// The names of the columns, in their order.
pub const COLUMNS: [&str; 3] = ["date", "name_km", "name_en"];

/// A year has more holidays than this: a file that names fewer was meant as an addition, which it is not.
const FEW: usize = 15;

/// The years that a holiday may lie in: a date of the Buddhist era lies beyond.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A fault in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadHoliday {
    /// The file.
    pub path: PathBuf,
    /// Which line, from 1.
    pub line: u64,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is no text in UTF-8 from here on.
    NoText,
    /// The first line does not name the columns.
    Header,
    /// A line with more or fewer cells than there are columns.
    Cells(usize),
    /// No day that there is.
    Date(String),
    /// A year of another era, or age.
    Year(i32),
    /// A day that stands there already.
    Twice(NaiveDate),
    /// A holiday without a name.
    Unnamed,
    /// A file without a day.
    Empty,
}

/// Where the list of a settings file is looked for.
pub fn path(config_file: &Path) -> PathBuf {
    config_file.with_file_name("holidays.csv")
}

/// Reads the list, by day; `None` where there is none.
///
/// # Errors
/// All that is wrong with it: then none of it may be used, for what is left out would be counted as a working day.
pub fn read(path: &Path) -> Result<Option<BTreeMap<NaiveDate, Holiday>>, ConfigError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(ConfigError::File { path: path.to_owned(), source }),
    };
    match parse(&bytes) {
        Ok(days) => Ok(Some(days)),
        Err(faults) => {
            let fault = |(line, problem)| BadHoliday { path: path.to_owned(), line, problem };
            Err(ConfigError::Holidays(faults.into_iter().map(fault).collect()))
        }
    }
}

fn parse(bytes: &[u8]) -> Result<BTreeMap<NaiveDate, Holiday>, Vec<(u64, Problem)>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{FEFF}'),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let lines = sound.split(|byte| *byte == b'\n').count();
            return Err(vec![(lines as u64, Problem::NoText)]);
        }
    };
    // As spreadsheets of some countries write it.
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut table = csv::ReaderBuilder::new();
    table.delimiter(delimiter).has_headers(false).flexible(true).trim(csv::Trim::All);
    let (mut days, mut faults, mut rows) = (BTreeMap::new(), Vec::new(), 0);
    for row in table.from_reader(text.as_bytes()).records() {
        // Text that is sound as UTF-8 and may have any number of cells cannot fail.
        let Ok(row) = row else {
            continue;
        };
        let line = row.position().map_or(1, csv::Position::line);
        rows += 1;
        if rows == 1 {
            let names: Vec<String> = row.iter().map(str::to_lowercase).collect();
            if names != COLUMNS {
                faults.push((line, Problem::Header));
            }
        } else if row.iter().any(|cell| !cell.is_empty()) {
            match holiday(&row, &days) {
                Ok(holiday) => {
                    days.insert(holiday.date, holiday);
                }
                Err(problem) => faults.push((line, problem)),
            }
        }
    }
    if faults.is_empty() && days.is_empty() {
        faults.push((1, Problem::Empty));
    }
    if faults.is_empty() { Ok(days) } else { Err(faults) }
}

fn holiday(row: &StringRecord, days: &BTreeMap<NaiveDate, Holiday>) -> Result<Holiday, Problem> {
    let cells: Vec<&str> = row.iter().collect();
    let [day, name_km, name_en] = cells.as_slice() else {
        return Err(Problem::Cells(cells.len()));
    };
    let date = date::parse(day).map_err(|_| Problem::Date((*day).to_owned()))?;
    if !YEARS.contains(&date.year()) {
        return Err(Problem::Year(date.year()));
    }
    if days.contains_key(&date) {
        return Err(Problem::Twice(date));
    }
    if name_km.is_empty() && name_en.is_empty() {
        return Err(Problem::Unnamed);
    }
    Ok(Holiday { date, name_km: (*name_km).to_owned(), name_en: (*name_en).to_owned() })
}

/// The days alone.
pub fn days(holidays: &BTreeMap<NaiveDate, Holiday>) -> BTreeSet<NaiveDate> {
    holidays.keys().copied().collect()
}

/// What a sound list replaces, a line a year; one with few days is doubted.
pub fn said(holidays: &BTreeMap<NaiveDate, Holiday>, lang: Lang) -> Vec<String> {
    let mut years = BTreeMap::<i32, usize>::new();
    for day in holidays.keys() {
        *years.entry(day.year()).or_default() += 1;
    }
    let line = |(year, count): (i32, usize)| {
        let (year, number) = (dates::year(year, lang), numbers::number(count as u64, lang));
        if count < FEW { words::few(lang, &year, &number) } else { words::year(lang, &year, &number) }
    };
    years.into_iter().map(line).collect()
}

impl BadHoliday {
    /// Where, what, and what would do: `holidays.csv:7: …`.
    pub fn said(&self, lang: Lang) -> String {
        let what = match &self.problem {
            Problem::NoText => words::no_text(lang).to_owned(),
            Problem::Header => words::header(lang, &COLUMNS.join(",")),
            Problem::Cells(count) => words::cells(lang, &numbers::number(*count as u64, lang)),
            Problem::Date(text) => words::date(lang, text),
            Problem::Year(year) => words::wrong_year(lang, &year.to_string()),
            Problem::Twice(day) => words::twice(lang, &dates::date(*day, lang)),
            Problem::Unnamed => words::unnamed(lang).to_owned(),
            Problem::Empty => words::empty(lang).to_owned(),
        };
        format!("{}:{}: {what}", self.path.display(), self.line)
    }
}

/// The sentence over several of them.
pub fn not_sound(lang: Lang) -> &'static str {
    words::not_sound(lang)
}

#[cfg(test)]
mod tests;
