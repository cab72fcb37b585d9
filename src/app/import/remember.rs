//! What an officer decided of tables, remembered in the book: what the headers of a kind of table mean, and which facility a
//! text means that is no known name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::app::{AppError, Session};
use crate::domain::facility::FacilityId;
use crate::domain::text::{compact, fold};
use crate::intake::{Layout, Mapping, REFUSED_BECAUSE, SOURCE_NAME};

/// Under this name the book keeps it.
const NAME: &str = "intake";

/// So many kinds of tables are remembered, the latest ones.
const MOST_TABLES: usize = 100;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    /// By the headers of a table: the mapping, as TOML. The latest stands last.
    tables: Vec<(String, String)>,
    /// By folded text: the facility.
    facilities: BTreeMap<String, FacilityId>,
}

impl Session {
    fn remembered(&self) -> Result<Remembered, AppError> {
        let kept = self.book.kept(NAME)?;
        // What a newer version wrote in another shape is no reason to refuse a table.
        Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// What is remembered, for the table that is about to be opened.
    pub(super) fn recollection(&self) -> Result<Recollection, AppError> {
        Ok(Recollection(self.remembered()?))
    }

    /// Remembers what was decided of a table with this layout, and of names of facilities.
    pub fn remember_mapping(&mut self, layout: &Layout, mapping: &Mapping) -> Result<(), AppError> {
        let key = key_of(layout.headings.iter().map(|heading| heading.header.as_str()));
        let mut remembered = self.remembered()?;
        let decided = mapping.facilities.iter().map(|(text, id)| (fold(text), id.clone()));
        remembered.facilities.extend(decided);
        let of_table = Mapping { source: None, facilities: BTreeMap::new(), ..mapping.clone() };
        remembered.tables.retain(|(known, _)| *known != key);
        if of_table != Mapping::default() {
            remembered.tables.push((key, of_table.to_toml()));
        }
        let too_many = remembered.tables.len().saturating_sub(MOST_TABLES);
        remembered.tables.drain(..too_many);
        let bytes = serde_json::to_vec(&remembered).unwrap_or_default();
        Ok(self.book.keep(NAME, &bytes)?)
    }
}

/// What is remembered of all tables.
pub(super) struct Recollection(Remembered);

impl Recollection {
    /// The mapping for a table with these headers: what was told just now, then what is remembered of such a table, and all
    /// names of facilities that were decided before.
    pub fn mapping(self, headers: &csv::StringRecord, told: &Mapping) -> Mapping {
        let Remembered { tables, facilities } = self.0;
        let mut mapping = told.clone();
        let key = key_of(headers.iter());
        let before = tables.iter().find(|(known, _)| *known == key);
        if let Some(before) = before.and_then(|(_, text)| Mapping::parse(text).ok()) {
            mapping.dates = mapping.dates.or(before.dates);
            for (header, column) in before.columns {
                mapping.columns.entry(header).or_insert(column);
            }
            for (column, text) in before.fixed {
                mapping.fixed.entry(column).or_insert(text);
            }
            for (column, values) in before.values {
                let known = mapping.values.entry(column).or_default();
                for (said, meant) in values {
                    known.entry(said).or_insert(meant);
                }
            }
        }
        let decided: Vec<String> = mapping.facilities.keys().map(|text| fold(text)).collect();
        mapping.facilities.extend(facilities.into_iter().filter(|(text, _)| !decided.contains(text)));
        mapping
    }
}

/// The headers of a table, whatever their case and spacing; those of a file of refused rows are its table's.
fn key_of<'a>(headers: impl Iterator<Item = &'a str>) -> String {
    let is_ours = |header: &&str| {
        !header.eq_ignore_ascii_case(REFUSED_BECAUSE) && !header.eq_ignore_ascii_case(SOURCE_NAME)
    };
    let headers: Vec<String> = headers.map(str::trim).filter(is_ours).map(compact).collect();
    headers.join("\u{1F}")
}
