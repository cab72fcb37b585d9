//! Fuzzy lookup of places and facilities by name, in Khmer and in Latin letters, best first.
//!
//! What an officer types is short, misspelt, and mixes a name with words for what it is and where (`kossamak phnom
//! penh`, `health centre bat trang`, មណ្ឌលសុខភាពបត់ត្រង់). How texts are compared is in `super::matching`; which
//! facilities officers have added comes in from outside.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::domain::facility::FacilityKind::{HealthCentre, HealthPost};
use crate::domain::facility::{Facility, FacilityId, FacilityKind};
use crate::domain::place::{Level, PlaceCode};
use crate::domain::text::{fold, has_khmer};

use super::hospitals::commune_facility;
use super::matching::{Index, Query, Role, Text};
use super::titles::{Untitled, strip, words_for};
use super::{Place, facility, hospitals, place, places, provinces};

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<Key> {
    /// What was found.
    pub found: Key,
    /// How well, to 1000. From 890 it is an exact name or code, from 550 a part of a name; below, a likeness.
    pub score: u16,
    /// The name, other name or code that matched.
    pub text: String,
}

/// Places with the texts that find them.
struct PlaceIndex {
    index: Index<PlaceCode>,
    /// Khmer names of provinces, at which a Khmer query is split.
    endings: Vec<String>,
}

fn place_index() -> &'static PlaceIndex {
    static INDEX: OnceLock<PlaceIndex> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index::default();
        for place in places() {
            let code = place.code.to_string();
            let mut texts = vec![(Role::Code, code.as_str())];
            texts.extend(names_of(place).enumerate().map(|(number, name)| (name_role(number), name)));
            if let Some(parent) = place.code.parent() {
                texts.extend(place_texts(parent));
            }
            index.add(place.code, texts);
        }
        let khmer_names = provinces().flat_map(names_of).filter(|name| has_khmer(name));
        PlaceIndex { index, endings: khmer_names.map(fold).collect() }
    })
}

/// Khmer name, Latin name, aliases.
pub(super) fn names_of(place: &Place) -> impl Iterator<Item = &str> {
    [place.name_km.as_str(), place.name_en.as_str()]
        .into_iter()
        .chain(place.aliases.iter().map(String::as_str))
}

fn name_role(number: usize) -> Role {
    if number < 2 { Role::Name } else { Role::Alias }
}

/// The names of a place and of those above it, as what something lies in.
fn place_texts<'a>(code: PlaceCode) -> impl Iterator<Item = Text<'a>> {
    std::iter::successors(Some(code), |code| code.parent())
        .filter_map(place)
        .flat_map(names_of)
        .map(|name| (Role::Place, name))
}

/// Best matches by key, to be sorted at the end.
struct Best<Key>(BTreeMap<Key, (u16, String)>);

impl<Key: Ord> Best<Key> {
    fn add(&mut self, key: Key, score: u16, text: &str) {
        let known = self.0.get(&key).map_or(0, |(score, _)| *score);
        if score > known {
            self.0.insert(key, (score, text.to_owned()));
        }
    }

    /// Best first; equals by key, so that the answer to a query is always the same.
    fn first(self, limit: usize) -> Vec<Match<Key>> {
        let matches = self.0.into_iter().map(|(found, (score, text))| Match { found, score, text });
        let mut matches: Vec<Match<Key>> = matches.collect();
        matches.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        matches.truncate(limit);
        matches
    }
}

/// Places by name or code, best first, at most `limit`; of one level only, if it is given.
///
/// A word such as “district” or ក្រុង in the query favours places of that level. Other words may name the place around:
/// `samraong takeo`.
pub fn find_places(query: &str, level: Option<Level>, limit: usize) -> Vec<Match<PlaceCode>> {
    let PlaceIndex { index, endings } = place_index();
    let accept = |code: &PlaceCode| level.is_none_or(|level| code.level() == level);
    let mut best = Best(BTreeMap::new());
    for found in index.search(&Query::new(query, endings), true, accept) {
        best.add(*found.key, found.score, found.text);
    }
    if let Some(Untitled { rest, levels, .. }) = strip(&fold(query)) {
        for found in index.search(&Query::new(&rest, endings), true, accept) {
            let fits = levels.is_empty() || levels.contains(&found.key.level());
            best.add(*found.key, found.score.saturating_sub(if fits { 5 } else { 70 }), found.text);
        }
    }
    best.first(limit)
}

/// Facilities, prepared for lookup: those it is built from, and the health centre and post of every commune.
///
/// Build it from [`hospitals()`] and the facilities of the officer's book; rebuild it when one is added.
pub struct FacilityIndex {
    index: Index<(FacilityId, FacilityKind)>,
}

impl FacilityIndex {
    /// An index of these facilities. The health centres and posts of communes need not be among them.
    pub fn new<Item: Borrow<Facility>>(facilities: impl IntoIterator<Item = Item>) -> Self {
        let mut index = Index::default();
        for item in facilities {
            let facility = item.borrow();
            let around = names_by_province(facility);
            let mut texts = vec![
                (Role::Code, facility.id.as_str()),
                (Role::Name, facility.name_km.as_str()),
                (Role::Name, facility.name_en.as_str()),
            ];
            texts.extend(facility.codes.iter().map(|code| (Role::Code, code.as_str())));
            texts.extend(facility.aliases.iter().map(|alias| (Role::Alias, alias.as_str())));
            texts.extend(around.iter().map(|alias| (Role::Alias, alias.as_str())));
            texts.extend(words_for(facility.kind).map(|word| (Role::Kind, word)));
            texts.extend(place_texts(facility.place()));
            index.add((facility.id.clone(), facility.kind), texts);
        }
        Self { index }
    }

    /// An index of the listed hospitals.
    pub fn built_in() -> Self {
        Self::new(hospitals())
    }

    /// Facilities by name, kind and place, or by identifier, best first, at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Match<FacilityId>> {
        let endings = &place_index().endings;
        let mut best = Best(BTreeMap::new());
        let made = query.parse::<FacilityId>().ok().as_ref().and_then(facility);
        if let Some(made) = made {
            best.add(made.id.clone(), 1000, made.id.as_str());
        }
        for found in self.index.search(&Query::new(query, endings), false, |_| true) {
            best.add(found.key.0.clone(), found.score, found.text);
        }
        let untitled = strip(&fold(query));
        if let Some(Untitled { rest, kinds, .. }) = &untitled {
            let accept = |(_, kind): &(FacilityId, FacilityKind)| kinds.is_empty() || kinds.contains(kind);
            for found in self.index.search(&Query::new(rest, endings), false, accept) {
                best.add(found.key.0.clone(), found.score.saturating_sub(10), found.text);
            }
        }
        let (name, kinds) = match &untitled {
            Some(untitled) => (untitled.rest.as_str(), untitled.kinds.as_slice()),
            None => (query, &[][..]),
        };
        // Unless health centres were asked for, the commune's name is only a part of what they are called, so that
        // they stand after hospitals that begin with it.
        let (centre_penalty, post_penalty) = if kinds.is_empty() { (140, 150) } else { (0, 0) };
        let wanted = |kind| kinds.is_empty() || kinds.contains(&kind);
        let centres = wanted(HealthCentre).then_some((HealthCentre, centre_penalty));
        let posts = wanted(HealthPost).then_some((HealthPost, post_penalty));
        let wanted: Vec<(FacilityKind, u16)> = centres.into_iter().chain(posts).collect();
        if !wanted.is_empty() {
            add_of_communes(&mut best, name, &wanted, limit);
        }
        best.first(limit)
    }
}

/// What a provincial hospital is called by those who do not know its own name.
pub(super) fn names_by_province(facility: &Facility) -> Vec<String> {
    match place(facility.province) {
        Some(province) if facility.kind == FacilityKind::ProvincialHospital => vec![
            format!("{} Referral Hospital", province.name_en),
            format!("{} Provincial Hospital", province.name_en),
            format!("មន្ទីរពេទ្យខេត្ត{}", province.name_km),
        ],
        _ => Vec::new(),
    }
}

/// Adds the health centres or posts, each kind with its penalty, of the communes that match best.
fn add_of_communes(best: &mut Best<FacilityId>, name: &str, kinds: &[(FacilityKind, u16)], limit: usize) {
    let PlaceIndex { index, endings } = place_index();
    let is_commune = |code: &PlaceCode| code.level() == Level::Commune;
    // Who asks for health centres may name the district alone.
    let own_word_needed = kinds.iter().any(|&(_, penalty)| penalty > 0);
    let mut communes = index.search(&Query::new(name, endings), own_word_needed, is_commune);
    communes.sort_by_key(|found| (std::cmp::Reverse(found.score), *found.key));
    for found in communes.into_iter().take(limit) {
        for &(kind, penalty) in kinds {
            let made = found.key.commune().and_then(|commune| commune_facility(kind, commune));
            let Some(made) = made else { continue };
            let text = if has_khmer(found.text) { &made.name_km } else { &made.name_en };
            best.add(made.id.clone(), found.score.saturating_sub(penalty), text);
        }
    }
}

#[cfg(test)]
mod tests;
