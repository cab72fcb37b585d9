//! Provinces, districts and communes with their names.
//!
//! Source: lists of the Ministry of Economy and Finance (data.mef.gov.kh), 2025, with codes and names after the
//! NCDD's gazetteer of 2024; see `data/SOURCES.md`. Knows nothing of searching: that is [`super::lookup`].

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::place::{District, Level, PlaceCode, Province};

use super::{ReferenceError, reference, split_aliases};

/// A province, district or commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: PlaceCode,
    /// Its Khmer name, without a word such as “province” before it.
    pub name_km: String,
    /// Its name in Latin letters.
    pub name_en: String,
    /// Other names in use, either script; only provinces have some.
    pub aliases: Vec<String>,
}

/// All places by code: provinces first, then districts, then communes.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    places: BTreeMap<PlaceCode, Place>,
}

#[derive(Deserialize)]
struct Row {
    code: PlaceCode,
    name_km: String,
    name_en: String,
    aliases: String,
}

pub(super) fn parse(table: &str) -> Result<Gazetteer, ReferenceError> {
    let mut places = BTreeMap::new();
    for row in csv::Reader::from_reader(table.as_bytes()).deserialize() {
        let row: Row = row.map_err(|fault| ReferenceError::of("gazetteer", fault.to_string()))?;
        let place = Place {
            code: row.code,
            name_km: row.name_km,
            name_en: row.name_en,
            aliases: split_aliases(&row.aliases),
        };
        if places.insert(place.code, place).is_some() {
            return Err(ReferenceError::of("gazetteer", format!("{} stands twice", row.code)));
        }
    }
    Ok(Gazetteer { places })
}

/// The place of that code, if there is one today.
pub fn place(code: impl Into<PlaceCode>) -> Option<&'static Place> {
    reference().gazetteer.places.get(&code.into())
}

/// All places: the 25 provinces, the 210 districts, the 1,652 communes, each by code.
pub fn places() -> impl Iterator<Item = &'static Place> {
    reference().gazetteer.places.values()
}

/// The 25 provinces (the capital is one of them), by code.
pub fn provinces() -> impl Iterator<Item = &'static Place> {
    places().take_while(|place| place.code.level() == Level::Province)
}

/// All districts, towns and khans, by code.
pub fn district_places() -> impl Iterator<Item = &'static Place> {
    places().filter(|place| place.code.level() == Level::District)
}

/// The districts, towns and khans of a province, by code.
pub fn districts_of(province: Province) -> impl Iterator<Item = &'static Place> {
    district_places().filter(move |place| place.code.province() == province)
}

/// The communes and sangkats of a district, by code.
pub fn communes_of(district: District) -> impl Iterator<Item = &'static Place> {
    places().filter(move |place| place.code.commune().is_some_and(|commune| commune.district() == district))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::{fold, has_khmer};

    #[test]
    fn every_place_has_two_names_and_lies_in_its_parent() {
        for entry in places() {
            assert!(has_khmer(&entry.name_km) && entry.name_km.trim() == entry.name_km, "{entry:?}");
            assert!(entry.name_en.is_ascii() && entry.name_en.trim() == entry.name_en, "{entry:?}");
            assert!(!fold(&entry.name_en).is_empty(), "{entry:?}");
            if let Some(parent) = entry.code.parent() {
                assert!(place(parent).is_some(), "{entry:?}");
            }
        }
    }

    #[test]
    fn there_are_25_provinces_210_districts_and_1652_communes() {
        assert_eq!(provinces().count(), 25);
        assert_eq!(district_places().count(), 210);
        assert_eq!(places().count(), 25 + 210 + 1652);
        let codes = provinces().map(|place| place.code.to_string()).collect::<Vec<_>>();
        assert_eq!(codes, (1..=25).map(|number| format!("{number:02}")).collect::<Vec<_>>());
    }

    #[test]
    fn districts_and_communes_nest_completely() {
        let districts: Vec<_> = provinces().flat_map(|place| districts_of(place.code.province())).collect();
        assert_eq!(districts.len(), 210);
        let communes =
            districts.iter().filter_map(|place| place.code.district()).map(|code| communes_of(code).count());
        let counts: Vec<_> = communes.collect();
        assert!(counts.iter().all(|&count| count > 0));
        assert_eq!(counts.iter().sum::<usize>(), 1652);
    }

    #[test]
    fn a_code_that_is_well_formed_may_yet_be_nobodys() {
        let nobody: PlaceCode = "99".parse().unwrap();
        assert!(place(nobody).is_none());
        let town: District = "0811".parse().unwrap();
        assert_eq!(place(town).unwrap().name_en, "Ta Khmau");
    }
}
