//! What an officer decided of tables, remembered in the book: what the headers of a kind of table mean, and which facility a
//! text means that is no known name; and which rows of official lists are left out. It is said whenever it is used, can be
//! looked at, and can be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ImportOptions;
use crate::app::{AppError, Session};
use crate::domain::column::Column;
use crate::domain::digits::hex;
use crate::domain::facility::FacilityId;
use crate::domain::text::{compact, fold};
use crate::domain::values::Coded;
use crate::intake::{Mapping, is_of_refused_rows};

/// Under this name the book keeps it.
const NAME: &str = "intake";

/// So many kinds of tables are remembered, the latest ones.
const MOST_TABLES: usize = 100;

/// So many letters of a digest name a kind of table.
const HANDLE: usize = 6;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    /// By the headers of a table: the mapping, as TOML. The latest stands last.
    tables: Vec<(String, String)>,
    /// By the headers of a table: what the table was called that was read so last.
    called: BTreeMap<String, String>,
    /// By folded text: the facility.
    facilities: BTreeMap<String, FacilityId>,
    /// Rows of official lists that are left out, by folded name and place.
    skipped: BTreeSet<String>,
    /// The tables that were imported, the latest last.
    imported: Vec<Imported>,
}

/// A table that was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Imported {
    /// A short name for its headers.
    headers: String,
    /// What its source is called.
    pub source: String,
    /// The columns that told its rows from each other, by their codes.
    identifying: Vec<String>,
}

impl Imported {
    /// The columns that told its rows from each other.
    pub fn identifying(&self) -> Vec<Column> {
        self.identifying.iter().filter_map(|code| Column::parse(code).ok()).collect()
    }
}

/// So many imported tables are remembered, the latest ones.
const MOST_IMPORTED: usize = 300;

/// One thing that is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remembrance {
    /// Which facility a name means.
    Name {
        /// The name, folded, with the code of the place that was told with it: `referral hospital @ 08`.
        name: String,
        /// The facility.
        facility: FacilityId,
    },
    /// How tables with the same headers are read.
    Table {
        /// A short name for them.
        name: String,
        /// What the table was called that was read so last.
        called: String,
        /// How its columns are read.
        mapping: Box<Mapping>,
    },
    /// A row of an official list that is left out.
    Skipped {
        /// Its name, folded, with the code of its place.
        name: String,
    },
}

impl Remembrance {
    /// By what it is forgotten.
    pub fn name(&self) -> &str {
        match self {
            Self::Name { name, .. } | Self::Table { name, .. } | Self::Skipped { name } => name,
        }
    }
}

impl Session {
    fn remembered(&self) -> Result<Remembered, AppError> {
        let kept = self.book.kept(NAME)?;
        // What a newer version wrote in another shape is no reason to refuse a table.
        Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    fn keep_remembered(&mut self, remembered: &Remembered) -> Result<(), AppError> {
        let bytes = serde_json::to_vec(remembered).unwrap_or_default();
        Ok(self.book.keep(NAME, &bytes)?)
    }

    /// What is remembered, for the table that is about to be opened.
    pub(super) fn recollection(&self) -> Result<Recollection, AppError> {
        Ok(Recollection(self.remembered()?))
    }

    /// Remembers what was decided of a table: by which mapping those with its headers are read, and what was decided of names
    /// of facilities. Whether anything of that is new.
    pub(super) fn remember(
        &mut self,
        headers: &[&str],
        called: &str,
        mapping: &Mapping,
        options: &ImportOptions,
    ) -> Result<bool, AppError> {
        let key = key_of(headers.iter().copied());
        let mut remembered = self.remembered()?;
        let before = (remembered.table(&key).map(str::to_owned), remembered.facilities.clone());
        remembered.facilities.retain(|name, _| !options.forgotten.contains(name));
        let decided = options.mapping.facilities.iter().map(|(text, id)| (fold(text), id.clone()));
        remembered.facilities.extend(decided);
        let of_table = Mapping { source: None, facilities: BTreeMap::new(), ..mapping.clone() };
        remembered.tables.retain(|(known, _)| *known != key);
        if of_table != Mapping::default() {
            remembered.called.insert(key.clone(), called.to_owned());
            remembered.tables.push((key.clone(), of_table.to_toml()));
        }
        let too_many = remembered.tables.len().saturating_sub(MOST_TABLES);
        remembered.tables.drain(..too_many);
        let tables = &remembered.tables;
        remembered.called.retain(|called, _| tables.iter().any(|(key, _)| key == called));
        self.keep_remembered(&remembered)?;
        Ok(before != (remembered.table(&key).map(str::to_owned), remembered.facilities))
    }

    /// The tables with these headers that were imported before, the latest first.
    pub(super) fn imported_before(&self, headers: &[&str]) -> Result<Vec<Imported>, AppError> {
        let key = handle(&key_of(headers.iter().copied()));
        let imported = self.remembered()?.imported.into_iter().rev();
        Ok(imported.filter(|table| table.headers == key).collect())
    }

    /// Remembers that a table is imported: its rows are known again when it comes once more.
    pub(super) fn remember_imported(
        &mut self,
        headers: &[&str],
        source: &str,
        identifying: &[Column],
    ) -> Result<(), AppError> {
        let table = Imported {
            headers: handle(&key_of(headers.iter().copied())),
            source: source.to_owned(),
            identifying: identifying.iter().map(ToString::to_string).collect(),
        };
        let mut remembered = self.remembered()?;
        if remembered.imported.last() == Some(&table) {
            return Ok(());
        }
        remembered.imported.retain(|known| known.headers != table.headers || known.source != table.source);
        remembered.imported.push(table);
        let too_many = remembered.imported.len().saturating_sub(MOST_IMPORTED);
        remembered.imported.drain(..too_many);
        self.keep_remembered(&remembered)
    }

    /// All that is remembered: names, tables, the latest first, and rows that are left out.
    ///
    /// # Errors
    /// A book that cannot be read.
    pub fn remembrances(&self) -> Result<Vec<Remembrance>, AppError> {
        let Remembered { tables, called, facilities, skipped, .. } = self.remembered()?;
        let names = facilities.into_iter().map(|(name, facility)| Remembrance::Name { name, facility });
        let tables = tables.into_iter().rev().map(|(key, text)| Remembrance::Table {
            name: handle(&key),
            called: called.get(&key).cloned().unwrap_or_default(),
            mapping: Box::new(Mapping::parse(&text).unwrap_or_default()),
        });
        let skipped = skipped.into_iter().map(|name| Remembrance::Skipped { name });
        Ok(names.chain(tables).chain(skipped).collect())
    }

    /// Forgets what is remembered under a name; of a name of a facility or of a list that was told without its place, that
    /// at every place.
    ///
    /// # Errors
    /// [`AppError::NotRemembered`] where there is nothing of that name: nothing is forgotten.
    pub fn forget(&mut self, name: &str) -> Result<Vec<Remembrance>, AppError> {
        let wanted = fold(name);
        let all = self.remembrances()?;
        let is_at_a_place = |known: &str| {
            known.strip_prefix(&wanted).is_some_and(|rest| rest.starts_with(super::facilities::AT))
        };
        let mut gone: Vec<Remembrance> = all.iter().filter(|one| one.name() == wanted).cloned().collect();
        if gone.is_empty() {
            gone = all.iter().filter(|one| is_at_a_place(one.name())).cloned().collect();
        }
        if gone.is_empty() {
            let near =
                all.iter().map(|one| (strsim::normalized_damerau_levenshtein(&wanted, one.name()), one));
            let near =
                near.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(likeness, _)| *likeness > 0.5);
            let nearest = near.map(|(_, one)| one.name().to_owned());
            return Err(AppError::NotRemembered { given: name.to_owned(), nearest });
        }
        let is_gone = |name: &str| gone.iter().any(|one| one.name() == name);
        let mut remembered = self.remembered()?;
        remembered.tables.retain(|(key, _)| !is_gone(&handle(key)));
        remembered.called.retain(|key, _| !is_gone(&handle(key)));
        remembered.facilities.retain(|name, _| !is_gone(name));
        remembered.skipped.retain(|name| !is_gone(name));
        self.keep_remembered(&remembered)?;
        Ok(gone)
    }

    /// The rows of official lists that an officer left out.
    pub(in crate::app) fn skipped_rows(&self) -> Result<BTreeSet<String>, AppError> {
        Ok(self.remembered()?.skipped)
    }

    /// Remembers which rows of official lists are left out.
    pub(in crate::app) fn remember_skipped(&mut self, skipped: BTreeSet<String>) -> Result<(), AppError> {
        let mut remembered = self.remembered()?;
        if remembered.skipped != skipped {
            remembered.skipped = skipped;
            self.keep_remembered(&remembered)?;
        }
        Ok(())
    }
}

impl Remembered {
    fn table(&self, key: &str) -> Option<&str> {
        self.tables.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
    }
}

/// What is remembered of all tables.
pub(super) struct Recollection(Remembered);

impl Recollection {
    /// The mapping for a table with these headers: what was told just now, then what is remembered of such a table, and all
    /// names of facilities that were decided before. What of it was not told just now goes to `recalled`.
    pub fn mapping(
        self,
        headers: &csv::StringRecord,
        options: &ImportOptions,
        recalled: &mut Mapping,
    ) -> Mapping {
        let mut mapping = options.mapping.clone();
        let before = self.0.table(&key_of(headers.iter())).and_then(|text| Mapping::parse(text).ok());
        let before = before.unwrap_or_default();
        if mapping.dates.is_none() {
            recalled.dates = before.dates;
        }
        let new = |header: &String| !options.mapping.columns.contains_key(header);
        recalled.columns.extend(before.columns.into_iter().filter(|(header, _)| new(header)));
        let new = |column: &_| !options.mapping.fixed.contains_key(column);
        recalled.fixed.extend(before.fixed.into_iter().filter(|(column, _)| new(column)));
        for (column, values) in before.values {
            let told = options.mapping.values.get(&column);
            let new = |said: &String| told.is_none_or(|told| !told.contains_key(said));
            let values: BTreeMap<String, String> = values.into_iter().filter(|(said, _)| new(said)).collect();
            if !values.is_empty() {
                recalled.values.insert(column, values);
            }
        }
        let told: BTreeSet<String> = options.mapping.facilities.keys().map(|text| fold(text)).collect();
        let new = |name: &String| !told.contains(name) && !options.forgotten.contains(name);
        recalled.facilities.extend(self.0.facilities.into_iter().filter(|(name, _)| new(name)));
        mapping.dates = mapping.dates.or(recalled.dates);
        mapping.columns.extend(recalled.columns.clone());
        mapping.fixed.extend(recalled.fixed.clone());
        for (column, values) in recalled.values.clone() {
            mapping.values.entry(column).or_default().extend(values);
        }
        mapping.facilities.extend(recalled.facilities.clone());
        mapping
    }
}

/// The headers of a table, whatever their case and spacing; those of a file of refused rows are its table's.
fn key_of<'a>(headers: impl Iterator<Item = &'a str>) -> String {
    let of_table = headers.map(str::trim).filter(|header| !is_of_refused_rows(header));
    let headers: Vec<String> = of_table.map(compact).collect();
    headers.join("\u{1F}")
}

/// A short name for tables with the same headers.
fn handle(key: &str) -> String {
    hex(&Sha256::digest(key)).chars().take(HANDLE).collect()
}
