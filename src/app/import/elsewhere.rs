//! Whether the rows of a table came before from one that is called otherwise: people rename files and send them again. What a
//! source is called tells tables apart, so their rows are taken; but it is said.

use std::collections::{BTreeMap, HashSet};

use super::Elsewhere;
use super::remember::Imported;
use crate::app::AppError;
use crate::book::Door;

/// So many other tables are looked at, the latest ones.
const MOST: usize = 4;

/// So many rows are looked for; where none of them came before, the table is another.
const ENOUGH: usize = 1_000;

/// Tables with the same headers, and how many rows each had word for word.
#[derive(Default)]
pub(super) struct Others {
    sources: Vec<String>,
    /// The identifiers of their observations, once asked for.
    observed: Option<Vec<HashSet<String>>>,
    rows: BTreeMap<usize, usize>,
    looked_for: usize,
}

impl Others {
    pub fn of(tables: Vec<Imported>) -> Self {
        let sources = tables.into_iter().map(|table| table.source).take(MOST).collect();
        Self { sources, ..Self::default() }
    }

    /// Looks for a new row in them.
    pub fn look_for(&mut self, door: &Door<'_>, id: &str, digest: Option<&str>) -> Result<(), AppError> {
        if self.sources.is_empty() || digest.is_none() || self.is_another() {
            return Ok(());
        }
        self.looked_for += 1;
        for (place, source) in self.sources.iter().enumerate() {
            if let Some((_, known)) = door.imported(source, id)?
                && known.as_deref() == digest
            {
                *self.rows.entry(place).or_default() += 1;
                return Ok(());
            }
        }
        Ok(())
    }

    /// Looks for a new observation in them.
    pub fn look_for_observed(&mut self, door: &Door<'_>, id: &str) -> Result<(), AppError> {
        if self.observed.is_none() {
            let observed = self.sources.iter().map(|source| door.observed(source));
            self.observed = Some(observed.collect::<Result<_, _>>()?);
        }
        let known = self.observed.iter().flatten().position(|ids| ids.contains(id));
        if let Some(place) = known {
            *self.rows.entry(place).or_default() += 1;
        }
        Ok(())
    }

    fn is_another(&self) -> bool {
        self.looked_for >= ENOUGH && self.rows.is_empty()
    }

    /// Rows that came before, by the table that they came from.
    pub fn found(self) -> Vec<Elsewhere> {
        let of = |(place, rows): (usize, usize)| {
            Some(Elsewhere { source: self.sources.get(place)?.clone(), rows })
        };
        self.rows.into_iter().filter_map(of).collect()
    }
}
