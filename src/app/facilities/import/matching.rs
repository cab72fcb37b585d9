//! Which facility a row means: by its number in a list, then by its name in its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::book::FacilityTable;
use crate::domain::facility::{Facility, FacilityChanged, FacilityId, FacilityKind};
use crate::domain::place::{Commune, PlaceCode, Province};
use crate::domain::text::{compact, has_khmer};
use crate::intake::facilities::ListedFacility;
use crate::reference::{self, Likeness, communes_of, districts_of, likeness};

/// So many candidates are laid before the officer.
const MOST_CANDIDATES: usize = 6;

/// What a row may mean.
pub(super) enum Found {
    /// This one.
    Sure(Arc<Facility>),
    /// One of these, or none of them.
    Doubtful(Vec<Arc<Facility>>),
    /// None that is here.
    Nothing,
}

/// What is here, by identifier, number and province: as the book has it, and as rows before have changed it.
pub(super) struct Known {
    table: FacilityTable,
    fresh: BTreeMap<FacilityId, Arc<Facility>>,
    listed: BTreeMap<Province, Vec<FacilityId>>,
    codes: BTreeMap<String, FacilityId>,
}

impl Known {
    pub fn of(table: &FacilityTable) -> Self {
        let mut known = Self {
            table: table.clone(),
            fresh: BTreeMap::new(),
            listed: BTreeMap::new(),
            codes: BTreeMap::new(),
        };
        for facility in table.listed() {
            known.list(&facility);
        }
        known
    }

    fn list(&mut self, facility: &Facility) {
        let of_province = self.listed.entry(facility.province).or_default();
        if !of_province.contains(&facility.id) {
            of_province.push(facility.id.clone());
        }
        for code in &facility.codes {
            self.codes.insert(code.clone(), facility.id.clone());
        }
    }

    /// A row made a facility.
    pub fn add(&mut self, facility: &Facility) {
        self.list(facility);
        self.fresh.insert(facility.id.clone(), Arc::new(facility.clone()));
    }

    /// A row changed one.
    pub fn change(&mut self, facility: &Facility, change: &FacilityChanged) {
        let mut changed = facility.clone();
        changed.change(change);
        self.add(&changed);
    }

    /// The facility of that identifier.
    pub fn get(&self, id: &FacilityId) -> Option<Arc<Facility>> {
        let id = self.table.meant(id);
        self.fresh.get(id).cloned().or_else(|| self.table.get(id))
    }

    /// What a row means, as far as that is sure.
    pub fn find(&self, row: &ListedFacility) -> Found {
        if let Some(known) = row.code.as_deref().and_then(|code| self.by_code(code)) {
            let province = row.place.map(PlaceCode::province);
            // A number of another list may be the same by chance: then place, kind or name tell otherwise.
            let fits = province.is_none_or(|province| province == known.province)
                && row.kind.is_none_or(|kind| is_one_kind(kind, known.kind))
                && (row.name().is_empty()
                    || row.code.as_deref().is_some_and(is_built_in)
                    || matches!(named(row, &known), Likeness::Same | Likeness::Like));
            if fits {
                return Found::Sure(known);
            }
            let decided = self.codes.get(&key(row)).and_then(|id| self.get(id));
            return decided.map_or_else(|| Found::Doubtful(vec![known]), Found::Sure);
        }
        if let Some(decided) = self.codes.get(&key(row)).and_then(|id| self.get(id)) {
            return Found::Sure(decided);
        }
        let Some(place) = row.place else {
            return Found::Nothing;
        };
        let mut same = Vec::new();
        let mut like = Vec::new();
        for candidate in self.candidates(row, place) {
            // Places first: names are held against each other letter by letter.
            let near = nearness(place, candidate.place());
            if near == Nearness::Apart {
                continue;
            }
            match (named(row, &candidate), near) {
                (Likeness::Same, Nearness::Here) => same.push(candidate),
                (Likeness::Same, _) | (Likeness::Like, Nearness::Here) => like.push(candidate),
                _ => {}
            }
        }
        match same.as_slice() {
            [only] => Found::Sure(Arc::clone(only)),
            [] if like.is_empty() => Found::Nothing,
            _ => {
                same.extend(like);
                same.truncate(MOST_CANDIDATES);
                Found::Doubtful(same)
            }
        }
    }

    fn by_code(&self, code: &str) -> Option<Arc<Facility>> {
        let by_list = self.codes.get(code).and_then(|id| self.get(id));
        by_list.or_else(|| self.get(&code.parse().ok()?))
    }

    /// The facilities of a province that are of a row's kind, and the health centres and posts of its communes.
    fn candidates(&self, row: &ListedFacility, place: PlaceCode) -> Vec<Arc<Facility>> {
        let listed = self.listed.get(&place.province()).into_iter().flatten().filter_map(|id| self.get(id));
        let mut all: Vec<Arc<Facility>> =
            listed.filter(|known| row.kind.is_none_or(|kind| is_one_kind(kind, known.kind))).collect();
        let kind =
            row.kind.filter(|kind| matches!(kind, FacilityKind::HealthCentre | FacilityKind::HealthPost));
        for commune in kind.into_iter().flat_map(|_| communes(place)) {
            let made = kind.and_then(|kind| reference::hospitals::commune_facility(kind, commune));
            let known = made.and_then(|made| self.get(&made.id));
            all.extend(known.filter(|known| !all.iter().any(|other| other.id == known.id)));
        }
        all
    }
}

/// Whether a number is one of the built-in list: that means the same in every list, whatever it is called there.
fn is_built_in(code: &str) -> bool {
    code.parse().is_ok_and(|id| reference::hospitals().any(|known| known.id == id))
}

/// What stands for a row without a number among the numbers of a facility, once an officer has decided that it is meant.
pub(super) fn key(row: &ListedFacility) -> String {
    let place = row.place.map(|place| place.to_string()).unwrap_or_default();
    format!("={}@{place}", compact(row.name()))
}

/// The communes of a place.
fn communes(place: PlaceCode) -> Vec<Commune> {
    if let Some(commune) = place.commune() {
        return vec![commune];
    }
    let districts = match place.district() {
        Some(district) => vec![district],
        None => districts_of(place.province()).filter_map(|place| place.code.district()).collect(),
    };
    districts.into_iter().flat_map(communes_of).filter_map(|place| place.code.commune()).collect()
}

/// Whether two kinds may be one thing under different words: lists differ in what they call a hospital.
fn is_one_kind(one: FacilityKind, other: FacilityKind) -> bool {
    use FacilityKind::{
        NationalHospital, PrivateClinic, PrivateHospital, ProvincialHospital, ReferralHospital,
    };
    let public = [NationalHospital, ProvincialHospital, ReferralHospital];
    let private = [PrivateHospital, PrivateClinic];
    one == other
        || [&public[..], &private[..]].iter().any(|kinds| kinds.contains(&one) && kinds.contains(&other))
}

/// How near two places are, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearness {
    /// One is in the other.
    Here,
    /// Two communes of one district.
    Beside,
    /// Elsewhere.
    Apart,
}

fn nearness(one: PlaceCode, other: PlaceCode) -> Nearness {
    if one.is_within(other) || other.is_within(one) {
        Nearness::Here
    } else if one.district().is_some() && one.district() == other.district() {
        Nearness::Beside
    } else {
        Nearness::Apart
    }
}

/// How a row's names stand to those of a facility, each held against those in its script.
fn named(row: &ListedFacility, known: &Facility) -> Likeness {
    let own = [&row.name_km, &row.name_en].into_iter().filter(|name| !name.is_empty());
    let pairs = own.flat_map(|name| {
        let script = has_khmer(name);
        known.names().filter(move |other| has_khmer(other) == script).map(move |other| likeness(name, other))
    });
    pairs.max().unwrap_or(Likeness::Other)
}
