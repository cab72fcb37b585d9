//! Looks up names of places and facilities, the book's own facilities among them.

use std::cell::OnceCell;

use crate::book::FacilityTable;
use crate::domain::draft::Facilities;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter;
use crate::domain::place::{Level, PlaceCode};
use crate::reference::{self, FacilityIndex, Match, find_places};

/// From this score a match is an exact name or code.
const EXACT: u16 = 890;

/// From this score a match is good enough for a query, if nothing else is as good.
const LIKELY: u16 = 550;

/// The index of facility names, made when first needed and again when the book's
/// facilities changed.
#[derive(Default)]
pub struct Finder {
    generation: u64,
    index: OnceCell<FacilityIndex>,
}

impl Finder {
    /// A finder ready for use with the facilities of a book.
    pub fn names<'a>(&'a mut self, table: &'a FacilityTable) -> Names<'a> {
        if self.generation != table.generation() {
            *self = Self { generation: table.generation(), index: OnceCell::new() };
        }
        Names { table, index: &self.index }
    }
}

/// Names as a query, a form or a file means them.
pub struct Names<'a> {
    table: &'a FacilityTable,
    index: &'a OnceCell<FacilityIndex>,
}

impl Names<'_> {
    /// Facilities by fuzzy name in either script, best first.
    pub fn search(&self, text: &str, limit: usize) -> Vec<(Facility, u16)> {
        self.index()
            .find(text, limit)
            .into_iter()
            .filter_map(|found| Some((self.get(&found.found)?, found.score)))
            .collect()
    }

    fn index(&self) -> &FacilityIndex {
        self.index.get_or_init(|| {
            let added = self.table.added().map(|facility| facility.as_ref().clone());
            FacilityIndex::new(reference::hospitals().cloned().chain(added))
        })
    }

    fn get(&self, id: &FacilityId) -> Option<Facility> {
        self.table.get(id).map(|facility| facility.as_ref().clone())
    }

    fn by_identifier(&self, text: &str) -> Option<Facility> {
        self.get(&text.trim().parse().ok()?)
    }

    /// The nearest facilities, as `N00003 Preah Kossamak Hospital`.
    fn nearest(&self, text: &str) -> Vec<String> {
        let found = self.search(text, 3);
        found.into_iter().map(|(facility, _)| format!("{} {}", facility.id, facility.name_en)).collect()
    }
}

impl Facilities for Names<'_> {
    fn find(&self, text: &str) -> Result<Facility, Vec<String>> {
        if let Some(facility) = self.by_identifier(text) {
            return Ok(facility);
        }
        let found = self.search(text, 2);
        match found.as_slice() {
            [(facility, score)] if *score >= EXACT => Ok(facility.clone()),
            [(facility, score), (_, next)] if *score >= EXACT && next < score => Ok(facility.clone()),
            _ => Err(self.nearest(text)),
        }
    }
}

impl filter::Names for Names<'_> {
    fn places(&self, level: Level, text: &str) -> Result<Vec<PlaceCode>, Vec<String>> {
        if let Ok(code) = text.parse::<PlaceCode>()
            && code.level() == level
            && reference::place(code).is_some()
        {
            return Ok(vec![code]);
        }
        let found = find_places(text, Some(level), 12);
        best(found).map_err(|others| {
            let name = |found: &Match<PlaceCode>| {
                reference::place(found.found).map(|place| format!("{} ({})", place.name_en, place.code))
            };
            others.iter().filter_map(name).take(3).collect()
        })
    }

    fn facilities(&self, text: &str) -> Result<Vec<FacilityId>, Vec<String>> {
        if let Some(facility) = self.by_identifier(text) {
            return Ok(vec![facility.id]);
        }
        best(self.index().find(text, 12)).map_err(|_| self.nearest(text))
    }
}

/// All exact matches; else the one likely match, if there is just one; else what there is.
fn best<Key: Clone>(found: Vec<Match<Key>>) -> Result<Vec<Key>, Vec<Match<Key>>> {
    let top = found.first().map_or(0, |first| first.score);
    let least = if top >= EXACT { top } else { LIKELY };
    let good: Vec<Key> = found.iter().filter(|one| one.score >= least).map(|one| one.found.clone()).collect();
    if top >= EXACT || good.len() == 1 { Ok(good) } else { Err(found) }
}
