//! Looks a table over before it is imported: what its columns would mean, and which names of facilities are doubtful.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::facilities::{Decisions, OfRow, decided_name};
use super::{ImportOptions, Progress};
use crate::app::{AppError, Session};
use crate::domain::column::Column;
use crate::domain::draft::{Facilities, Typed};
use crate::domain::facility::Facility;
use crate::domain::place::PlaceCode;
use crate::intake::{Layout, Mapping, Row, Table, holds_codes, unknown_words};

/// A name of a facility that could mean several, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubtful {
    /// What stands in the table.
    pub text: String,
    /// Where it lies, as the table tells.
    pub place: Option<PlaceCode>,
    /// How many rows have it.
    pub rows: usize,
    /// Which it may be, the likest first.
    pub nearest: Vec<Facility>,
    /// Under what name it was decided before, and which facility it was said to mean: then it is doubtful no more, but the
    /// officer may think otherwise now.
    pub remembered: Option<(String, Facility)>,
}

impl Doubtful {
    /// Under what a decision on it stands: its text, with the place that is told beside it.
    pub fn name(&self) -> String {
        decided_name(&self.text, self.place)
    }
}

/// A word of a table that means no code of its column yet: its rows are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// The column.
    pub column: Column,
    /// The word, as it stands there.
    pub text: String,
    /// How many rows have it.
    pub rows: usize,
}

/// What was found in looking a table over.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What its columns say.
    pub layout: Layout,
    /// The mapping by which it was read: what was told, and what is remembered.
    pub mapping: Mapping,
    /// How many rows it has.
    pub rows: usize,
    /// The first texts of each column, in the order of the columns.
    pub samples: Vec<Vec<String>>,
    /// Names of facilities to decide on, those with the most rows first.
    pub doubtful: Vec<Doubtful>,
    /// Words that mean no code of their column yet, those with the most rows first.
    pub words: Vec<UnknownWord>,
    /// Names of which a decision is remembered.
    pub remembered: Vec<Doubtful>,
    /// One of its dates with the day that it is read as, where nothing tells whether the day or the month comes first.
    pub open_date: Option<(String, NaiveDate)>,
    /// What of the mapping is remembered, and was not told just now.
    pub recalled: Mapping,
}

/// So many texts of each column are shown.
const SAMPLES: usize = 3;

/// So many facilities are offered for a doubtful name.
const OFFERED: usize = 6;

/// So many doubtful names are listed: a table with more is better mended.
const MOST_DOUBTFUL: usize = 500;

impl Session {
    /// Looks a table over; `progress` stops it by answering `false`.
    ///
    /// # Errors
    /// A table that cannot be read; [`AppError::Cancelled`] where it was stopped.
    pub fn survey(
        &mut self,
        path: &Path,
        options: &ImportOptions,
        mut progress: impl FnMut(Progress) -> bool,
    ) -> Result<Survey, AppError> {
        let before = self.recollection()?;
        let mut recalled = Mapping::default();
        let mut table =
            Table::open_by(path, options.rows, |headers| before.mapping(headers, options, &mut recalled))?;
        let mapping = table.mapping().clone();
        let (layout, total) = (table.layout().clone(), table.total());
        let open_date = table.open_date();
        let decisions = Decisions::new(&mapping.facilities);
        let mut samples = vec![Vec::new(); layout.headings.len()];
        self.book.refresh()?;
        let names = self.names();
        let mut seen: HashMap<(String, Option<PlaceCode>), Doubts> = HashMap::new();
        let mut words = HashMap::new();
        let mut rows = 0;
        while let Some(row) = table.next_row()? {
            rows += 1;
            sample(&mut samples, row.cells());
            let text = row.text(Column::Facility).trim();
            if !text.is_empty() && row.broken.is_none() {
                let of_row = OfRow::new(&names, &decisions, &row);
                let key = (text.to_owned(), of_row.place());
                let doubts = seen.entry(key).or_insert_with_key(|(text, place)| {
                    let is_recalled = |(name, _): &(String, _)| recalled.facilities.contains_key(name);
                    let remembered = of_row.decided(text).filter(is_recalled);
                    let remembered = remembered.map(|(name, facility)| (name, facility.as_ref().clone()));
                    let is_known = of_row.find(text).is_ok() && remembered.is_none();
                    let nearest = if is_known { Vec::new() } else { names.nearest_in(text, *place, OFFERED) };
                    Doubts { is_known, rows: 0, nearest, remembered }
                });
                doubts.rows += 1;
            }
            if row.broken.is_none() {
                count_words(&mut words, &row);
            }
            if rows % 1_000 == 0 && !progress(Progress { rows, total }) {
                return Err(AppError::Cancelled);
            }
        }
        let mut doubtful: Vec<Doubtful> = seen
            .into_iter()
            .filter(|(_, doubts)| !doubts.is_known)
            .map(|((text, place), Doubts { rows, nearest, remembered, .. })| Doubtful {
                text,
                place,
                rows,
                nearest,
                remembered,
            })
            .collect();
        doubtful.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.text.cmp(&other.text)));
        let is_remembered = |one: &Doubtful| one.remembered.is_some();
        let (remembered, mut doubtful): (Vec<_>, Vec<_>) = doubtful.into_iter().partition(is_remembered);
        doubtful.truncate(MOST_DOUBTFUL);
        let words = most_frequent(words);
        Ok(Survey { layout, mapping, rows, samples, doubtful, words, remembered, open_date, recalled })
    }
}

/// So many words are listed, and none longer than this, in letters: what is longer is a story.
const MOST_WORDS: usize = 100;
const LONGEST_WORD: usize = 60;

/// So many different words are counted.
const MOST_COUNTED: usize = 10_000;

type Words = HashMap<(Column, String), usize>;

fn count_words(words: &mut Words, row: &Row<'_>) {
    for column in row.columns.iter().copied().filter(|column| holds_codes(*column)) {
        for word in unknown_words(column, row.text(column)) {
            if word.chars().count() <= LONGEST_WORD && words.len() < MOST_COUNTED {
                *words.entry((column, word.to_owned())).or_default() += 1;
            }
        }
    }
}

fn most_frequent(words: Words) -> Vec<UnknownWord> {
    let word = |((column, text), rows)| UnknownWord { column, text, rows };
    let mut words: Vec<UnknownWord> = words.into_iter().map(word).collect();
    words.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.text.cmp(&other.text)));
    words.truncate(MOST_WORDS);
    words
}

struct Doubts {
    is_known: bool,
    rows: usize,
    nearest: Vec<Facility>,
    remembered: Option<(String, Facility)>,
}

fn sample(samples: &mut [Vec<String>], cells: &csv::StringRecord) {
    for (texts, cell) in samples.iter_mut().zip(cells) {
        let cell = cell.trim();
        if texts.len() < SAMPLES && !cell.is_empty() && !texts.iter().any(|text| text == cell) {
            texts.push(cell.to_owned());
        }
    }
}
