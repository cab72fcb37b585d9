//! Looks up names of places and facilities, the book's own facilities among them.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use crate::book::FacilityTable;
use crate::domain::draft::Facilities;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter;
use crate::domain::place::{Level, PlaceCode};
use crate::domain::text::{compact, fold, has_khmer};
use crate::i18n::Lang;
use crate::reference::{self, FacilityIndex, Match, ShortNames, find_places};

/// From this score a match is an exact name or code.
const EXACT: u16 = 890;

/// From this score a match is good enough for a query, if nothing else is as good.
const LIKELY: u16 = 550;

/// From this score a name is like enough where the place is known: a slip of the keys in it.
const LIKE_THERE: u16 = 400;

/// By so much the next in that place must be less like.
const APART: u16 = 80;

/// So many facilities are looked at for one in a place.
const LOOKED_AT: usize = 200;

/// Words that say what a facility is, and not which.
const KINDS: [&str; 21] = [
    "health",
    "centre",
    "center",
    "post",
    "hospital",
    "referral",
    "provincial",
    "district",
    "national",
    "clinic",
    "private",
    "public",
    "polyclinic",
    "មណ្ឌលសុខភាព",
    "មន្ទីរពេទ្យ",
    "បង្អែក",
    "ប៉ុស្តិ៍សុខភាព",
    "គ្លីនិក",
    "ខេត្ត",
    "ស្រុក",
    "ពេទ្យ",
];

/// Whether a text says only what a facility is: in a place with one such it would find that one, whichever was meant.
fn says_only_what_it_is(text: &str) -> bool {
    let mut rest = format!(" {} ", fold(text));
    for word in KINDS {
        rest = if has_khmer(word) {
            rest.replace(&fold(word), " ")
        } else {
            rest.replace(&format!(" {word} "), "  ")
        };
    }
    compact(&rest).is_empty()
}

/// A facility as it is offered: `N00003 Preah Kossamak Hospital`.
pub fn offered(facility: &Facility, lang: Lang) -> String {
    format!("{} {}", facility.id, lang.pick(&facility.name_km, &facility.name_en))
}

/// The index of facility names, made when first needed and again when the book's
/// facilities changed.
#[derive(Default)]
pub struct Finder {
    generation: u64,
    index: OnceCell<FacilityIndex>,
    short: OnceCell<ShortNames>,
    identified: RefCell<HashMap<String, Arc<Facility>>>,
    found: RefCell<HashMap<String, Arc<Facility>>>,
}

impl Finder {
    /// A finder ready for use with the facilities of a book, which it offers by their names in a language.
    pub fn names<'a>(&'a mut self, table: &'a FacilityTable, lang: Lang) -> Names<'a> {
        if self.generation != table.generation() {
            *self = Self { generation: table.generation(), ..Self::default() };
        }
        let Self { index, short, identified, found, .. } = self;
        Names { table, lang, index, short, identified, found }
    }
}

/// Names as a query, a form or a file means them.
pub struct Names<'a> {
    table: &'a FacilityTable,
    lang: Lang,
    index: &'a OnceCell<FacilityIndex>,
    /// Made only where a text is no name: few are not.
    short: &'a OnceCell<ShortNames>,
    /// What was meant by identifiers that were looked up before: a table names the same facilities again and again.
    identified: &'a RefCell<HashMap<String, Arc<Facility>>>,
    /// The same of any texts.
    found: &'a RefCell<HashMap<String, Arc<Facility>>>,
}

impl Names<'_> {
    /// Facilities by fuzzy name in either script, best first.
    pub fn search(&self, text: &str, limit: usize) -> Vec<(Facility, u16)> {
        self.found(text, limit)
            .into_iter()
            .map(|(facility, score)| (facility.as_ref().clone(), score))
            .collect()
    }

    /// What was found, each once: several names may lead to one facility, since another was found to be it.
    fn found(&self, text: &str, limit: usize) -> Vec<(Arc<Facility>, u16)> {
        let mut all: Vec<(Arc<Facility>, u16)> = Vec::new();
        for found in self.index().find(text, limit) {
            if let Some(facility) = self.table.get(&found.found)
                && !all.iter().any(|(known, _)| known.id == facility.id)
            {
                all.push((facility, found.score));
            }
        }
        all
    }

    fn index(&self) -> &FacilityIndex {
        self.index.get_or_init(|| FacilityIndex::new(self.table.listed().iter().map(Arc::as_ref)))
    }

    /// The facility with that identifier.
    pub fn identified(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        self.by_identifier(text).ok_or_else(Vec::new)
    }

    fn by_identifier(&self, text: &str) -> Option<Arc<Facility>> {
        if let Some(known) = self.identified.borrow().get(text) {
            return Some(Arc::clone(known));
        }
        let known = text.trim().parse().ok().and_then(|id| self.table.get(&id));
        let known = known.or_else(|| self.table.by_code(text))?;
        self.identified.borrow_mut().insert(text.to_owned(), Arc::clone(&known));
        Some(known)
    }

    fn by_name(&self, text: &str) -> Option<Arc<Facility>> {
        // Two names may lead to one facility, so that more than two are looked at.
        match self.found(text, 4).as_slice() {
            [(one, score)] if *score >= EXACT => Some(Arc::clone(one)),
            [(one, score), (_, next), ..] if *score >= EXACT && next < score => Some(Arc::clone(one)),
            _ => None,
        }
    }

    /// The facility that is meant by its name without a title, where that can only be one.
    fn by_short_name(&self, text: &str) -> Option<Arc<Facility>> {
        if says_only_what_it_is(text) {
            return None;
        }
        let short = self.short.get_or_init(|| ShortNames::of(self.table.listed().iter().map(Arc::as_ref)));
        self.table.get(short.meant(text)?)
    }

    /// The facility in a place whose name is like a text, where no other there comes near.
    pub fn find_within(&self, text: &str, place: PlaceCode) -> Result<Arc<Facility>, Vec<String>> {
        let key = format!("{place}\u{1F}{text}");
        if let Some(known) = self.found.borrow().get(&key) {
            return Ok(Arc::clone(known));
        }
        let there = self.likest_in(text, Some(place));
        if says_only_what_it_is(text) {
            return Err(self.offered(&there));
        }
        let found = match there.as_slice() {
            [(one, score)] if *score >= LIKE_THERE => Some(one),
            [(one, score), (_, next), ..] if *score >= LIKE_THERE && next + APART <= *score => Some(one),
            _ => None,
        };
        let found = found.map(|facility| Arc::new(facility.clone())).ok_or_else(|| self.offered(&there))?;
        self.found.borrow_mut().insert(key, Arc::clone(&found));
        Ok(found)
    }

    /// The facilities that a text may mean, the likest first: those of the place before others.
    pub fn nearest_in(&self, text: &str, place: Option<PlaceCode>, limit: usize) -> Vec<Facility> {
        let mut found = self.likest_in(text, place);
        found.extend(self.likest_in(text, None).into_iter().filter(|(_, score)| *score >= LIKE_THERE));
        // Where nothing is like it, whoever knows the place knows which of its hospitals is meant.
        let there = |facility: &&Facility| place.is_some_and(|place| facility.place().is_within(place));
        found.extend(reference::hospitals().filter(there).map(|facility| (facility.clone(), 0)));
        let mut offered: Vec<Facility> = Vec::new();
        for (facility, _) in found {
            if offered.len() < limit && !offered.iter().any(|known| known.id == facility.id) {
                offered.push(facility);
            }
        }
        offered
    }

    /// The one place that a code or a name means, of the first of these levels at which the name is known.
    ///
    /// # Errors
    /// What it may mean, each with its code: where it means none for sure, or several.
    pub fn place_called(&self, text: &str, levels: &[Level]) -> Result<PlaceCode, Vec<String>> {
        let mut nearest = Vec::new();
        for level in levels {
            match filter::Names::places(self, *level, text) {
                Ok(found) => {
                    // A commune that is called as a province elsewhere may not be what is meant.
                    let provinces = filter::Names::places(self, Level::Province, text).unwrap_or_default();
                    let [place] = found.as_slice() else {
                        return Err(found.iter().filter_map(|code| self.place_offered(*code)).collect());
                    };
                    if provinces.is_empty() || provinces.iter().any(|around| place.is_within(*around)) {
                        return Ok(*place);
                    }
                    let all = found.iter().chain(&provinces);
                    return Err(all.filter_map(|code| self.place_offered(*code)).collect());
                }
                Err(near) => nearest.extend(near),
            }
        }
        Err(nearest)
    }

    /// A place as it is offered: `Tuol Kouk, Phnom Penh (1204)`.
    fn place_offered(&self, code: PlaceCode) -> Option<String> {
        let name = |code: PlaceCode| {
            reference::place(code).map(|place| self.lang.pick(place.name_km.as_str(), place.name_en.as_str()))
        };
        let around = code.parent().and_then(name).map(|around| format!(", {around}")).unwrap_or_default();
        name(code).map(|name| format!("{name}{around} ({code})"))
    }

    fn likest_in(&self, text: &str, place: Option<PlaceCode>) -> Vec<(Facility, u16)> {
        let found = self.search(text, LOOKED_AT);
        let is_there = |facility: &Facility| place.is_none_or(|place| facility.place().is_within(place));
        found.into_iter().filter(|(facility, _)| is_there(facility)).collect()
    }

    /// The nearest facilities, as they are offered.
    fn nearest(&self, text: &str) -> Vec<String> {
        self.offered(&self.search(text, 3))
    }

    fn offered(&self, found: &[(Facility, u16)]) -> Vec<String> {
        found.iter().take(3).map(|(facility, _)| offered(facility, self.lang)).collect()
    }
}

impl Facilities for Names<'_> {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        if let Some(known) = self.found.borrow().get(text) {
            return Ok(Arc::clone(known));
        }
        let found = self.by_identifier(text).or_else(|| self.by_name(text));
        let found = found.or_else(|| self.by_short_name(text));
        let facility = found.ok_or_else(|| self.nearest(text))?;
        self.found.borrow_mut().insert(text.to_owned(), Arc::clone(&facility));
        Ok(facility)
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
                reference::place(found.found).map(|place| {
                    format!("{} ({})", self.lang.pick(&place.name_km, &place.name_en), place.code)
                })
            };
            others.iter().filter_map(name).take(3).collect()
        })
    }

    fn facilities(&self, text: &str) -> Result<Vec<FacilityId>, Vec<String>> {
        if let Some(facility) = self.by_identifier(text) {
            return Ok(vec![facility.id.clone()]);
        }
        let found = self.found(text, 12).into_iter();
        let found =
            found.map(|(facility, score)| Match { found: facility.id.clone(), score, text: String::new() });
        best(found.collect()).map_err(|_| self.nearest(text))
    }
}

/// All exact matches; else the one likely match, if there is just one; else what there is.
fn best<Key: Clone>(found: Vec<Match<Key>>) -> Result<Vec<Key>, Vec<Match<Key>>> {
    let top = found.first().map_or(0, |first| first.score);
    let least = if top >= EXACT { top } else { LIKELY };
    let good: Vec<Key> = found.iter().filter(|one| one.score >= least).map(|one| one.found.clone()).collect();
    if top >= EXACT || good.len() == 1 { Ok(good) } else { Err(found) }
}
