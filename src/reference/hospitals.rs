//! The listed hospitals, and the facilities that are made from a kind and a place.
//!
//! Source: Open Development Cambodia, “Health facilities in Cambodia (2010)” (CC BY 3.0), and published lists for the
//! `N…` numbers; see `data/SOURCES.md`. There is no open list of health centres, so the one of each commune is made
//! from the gazetteer when it is asked for. What officers have added is the book's matter.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use crate::domain::facility::{DeriveError, Facility, FacilityId, FacilityKind};
use crate::domain::place::{Commune, District, PlaceCode, Province};
use crate::domain::text::compact;

use super::{ReferenceError, place, reference, split_aliases};

/// The `source` of the health centres and posts that are made from the gazetteer.
pub const SOURCE_GAZETTEER: &str = "gazetteer";
/// The `source` of facilities that somebody added.
pub const SOURCE_ADDED: &str = "added";

/// Why a facility cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MakeError {
    /// The place's code is well-formed, but nobody's.
    #[error("there is no place with the code {0}")]
    UnknownPlace(PlaceCode),
    /// Kind, place and name do not suffice for an identifier.
    #[error(transparent)]
    Derive(#[from] DeriveError),
}

/// Listed hospitals by identifier.
pub(super) type Hospitals = BTreeMap<FacilityId, Facility>;

#[derive(Deserialize)]
struct Row {
    id: FacilityId,
    kind: FacilityKind,
    name_km: String,
    name_en: String,
    province: Province,
    district: Option<District>,
    lat: Option<f64>,
    lon: Option<f64>,
    aliases: String,
    source: String,
}

pub(super) fn parse(table: &str) -> Result<Hospitals, ReferenceError> {
    let mut hospitals = BTreeMap::new();
    for row in csv::Reader::from_reader(table.as_bytes()).deserialize() {
        let row: Row = row.map_err(|fault| ReferenceError::of("hospitals", fault.to_string()))?;
        let hospital = Facility {
            id: row.id.clone(),
            kind: row.kind,
            name_km: row.name_km,
            name_en: row.name_en,
            province: row.province,
            district: row.district,
            commune: None,
            point: row.lat.zip(row.lon),
            aliases: split_aliases(&row.aliases),
            source: row.source,
            codes: Vec::new(),
            closed_since: None,
            contract: None,
            merged_into: None,
        };
        if hospitals.insert(row.id.clone(), hospital).is_some() {
            return Err(ReferenceError::of("hospitals", format!("{} stands twice", row.id)));
        }
    }
    Ok(hospitals)
}

/// The 90 listed hospitals, by identifier.
pub fn hospitals() -> impl Iterator<Item = &'static Facility> {
    reference().hospitals.values()
}

/// The facility of that identifier: a listed hospital, or the health centre or post (`HC-010604`, `HP-010604`) of a
/// commune that exists. `None` for all that only a book can know.
pub fn facility(id: &FacilityId) -> Option<Facility> {
    if let Some(listed) = reference().hospitals.get(id) {
        return Some(listed.clone());
    }
    if !id.bears_commune_name() {
        return None;
    }
    commune_facility(id.kind_hint()?, id.commune()?)
}

/// The health centre or post that bears a commune's name; `None` for other kinds and unknown communes.
pub fn commune_facility(kind: FacilityKind, commune: Commune) -> Option<Facility> {
    let named_after = place(commune)?;
    let (name_km, name_en) = match kind {
        FacilityKind::HealthCentre => {
            (format!("មណ្ឌលសុខភាព{}", named_after.name_km), format!("{} Health Centre", named_after.name_en))
        }
        FacilityKind::HealthPost => {
            (format!("ប៉ុស្តិ៍សុខភាព{}", named_after.name_km), format!("{} Health Post", named_after.name_en))
        }
        _ => return None,
    };
    Some(Facility {
        id: FacilityId::derive(kind, commune.into(), None).ok()?,
        kind,
        name_km,
        name_en,
        province: commune.province(),
        district: Some(commune.district()),
        commune: Some(commune),
        point: None,
        aliases: Vec::new(),
        source: SOURCE_GAZETTEER.to_owned(),
        codes: Vec::new(),
        closed_since: None,
        contract: None,
        merged_into: None,
    })
}

/// A facility that is not in the list, with the identifier that every other officer would give it too.
///
/// A health centre or post whose name, in either script and with or without the words for its kind, is its commune's
/// name (or that has no name at all) is the one of the commune. Of a facility with names in both scripts the Khmer one
/// makes the identifier; a name given in one script stands for both.
pub fn make_facility(
    kind: FacilityKind,
    at: PlaceCode,
    name_km: &str,
    name_en: &str,
) -> Result<Facility, MakeError> {
    if place(at).is_none() {
        return Err(MakeError::UnknownPlace(at));
    }
    let (name_km, name_en) = match (name_km.trim(), name_en.trim()) {
        ("", latin) => (latin, latin),
        (khmer, "") => (khmer, khmer),
        both => both,
    };
    let of_commune = at.commune().and_then(|commune| commune_facility(kind, commune));
    if let Some(of_commune) = of_commune
        && (compact(name_km).is_empty()
            || [name_km, name_en].iter().any(|name| is_name_of(name, &of_commune)))
    {
        return Ok(of_commune);
    }
    Ok(Facility {
        id: FacilityId::derive(kind, at, Some(name_km))?,
        kind,
        name_km: name_km.to_owned(),
        name_en: name_en.to_owned(),
        province: at.province(),
        district: at.district(),
        commune: at.commune(),
        point: None,
        aliases: Vec::new(),
        source: SOURCE_ADDED.to_owned(),
        codes: Vec::new(),
        closed_since: None,
        contract: None,
        merged_into: None,
    })
}

/// Whether a name is that of the health centre or post of a commune, however it is put.
fn is_name_of(name: &str, of_commune: &Facility) -> bool {
    let Some(named_after) = of_commune.commune.and_then(place) else {
        return false;
    };
    let name = compact(name);
    let (khmer, latin) = (compact(&named_after.name_km), compact(&named_after.name_en));
    let (before_khmer, around_latin): (&str, &[&str]) = match of_commune.kind {
        FacilityKind::HealthPost => ("ប៉ុស្តិ៍សុខភាព", &["healthpost", "hp"]),
        _ => ("មណ្ឌលសុខភាព", &["healthcentre", "healthcenter", "hc"]),
    };
    name == khmer
        || name == latin
        || name == format!("{}{khmer}", compact(before_khmer))
        || around_latin
            .iter()
            .any(|words| name == format!("{latin}{words}") || name == format!("{words}{latin}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::has_khmer;
    use crate::reference::{outlines, places, province_at};

    fn id(text: &str) -> FacilityId {
        text.parse().unwrap()
    }

    #[test]
    fn all_90_hospitals_are_named_and_lie_in_places_that_exist() {
        assert_eq!(hospitals().count(), 90);
        assert_eq!(hospitals().filter(|hospital| hospital.point.is_some()).count(), 75);
        for hospital in hospitals() {
            assert!(hospital.kind.is_hospital() && has_khmer(&hospital.name_km), "{hospital:?}");
            assert!(!hospital.name_en.is_empty() && !hospital.source.is_empty(), "{hospital:?}");
            assert!(place(hospital.province).is_some());
            let district = hospital.district.unwrap();
            assert_eq!(district.province(), hospital.province, "{hospital:?}");
            assert!(place(district).is_some(), "{hospital:?}");
            assert_eq!(facility(&hospital.id).as_ref(), Some(hospital));
        }
        let provincial = |kind| hospitals().filter(|hospital| hospital.kind == kind).count();
        assert_eq!(provincial(FacilityKind::ProvincialHospital), 25);
    }

    #[test]
    fn surveyed_points_lie_in_their_province_or_within_a_kilometre() {
        for hospital in hospitals() {
            let Some((latitude, longitude)) = hospital.point else {
                continue;
            };
            let outline = outlines().iter().find(|outline| outline.province == hospital.province).unwrap();
            let inside = province_at(latitude, longitude) == Some(hospital.province);
            assert!(inside || outline.distance_to(latitude, longitude) < 1.0, "{hospital:?}");
        }
    }

    #[test]
    fn every_commune_has_its_health_centre_and_post() {
        for commune in places().filter_map(|place| place.code.commune()) {
            for prefix in ["HC", "HP"] {
                let id = id(&format!("{prefix}-{commune}"));
                let made = facility(&id).unwrap();
                assert_eq!((made.id, made.commune), (id, Some(commune)));
            }
        }
        let made = facility(&id("HC-010202")).unwrap();
        assert_eq!(
            (made.name_km.as_str(), made.name_en.as_str()),
            ("មណ្ឌលសុខភាពបត់ត្រង់", "Bat Trang Health Centre")
        );
        assert!(facility(&id("HC-990101")).is_none() && facility(&id("HC-010202-7k2f")).is_none());
    }

    #[test]
    fn a_health_centre_with_its_communes_name_has_no_hash() {
        let commune: PlaceCode = "010202".parse().unwrap();
        let make =
            |name_km, name_en| make_facility(FacilityKind::HealthCentre, commune, name_km, name_en).unwrap();
        for (name_km, name_en) in [
            ("", ""),
            ("បត់ត្រង់", ""),
            ("មណ្ឌលសុខភាព បត់ត្រង់", "Bat-Trang"),
            ("", "bat trang"),
            ("", "Bat Trang Health Center"),
            ("", "Health Centre Bat Trang"),
        ] {
            assert_eq!(make(name_km, name_en).id.as_str(), "HC-010202", "{name_km} {name_en}");
        }
        let other = make("", "Bat Trang 2");
        assert!(!other.id.bears_commune_name() && other.name_km == "Bat Trang 2");
        assert_eq!(other.id, make("bat  trang ២", "").id);
    }

    #[test]
    fn hospitals_and_clinics_need_a_name_and_a_place() {
        let (district, nobody): (PlaceCode, PlaceCode) = ("1201".parse().unwrap(), "9901".parse().unwrap());
        let made = make_facility(FacilityKind::PrivateClinic, district, "សុខា", "Sokha").unwrap();
        assert!(made.id.as_str().starts_with("PC-1201-"));
        assert_eq!((made.district, made.commune), (district.district(), None));
        let nameless = make_facility(FacilityKind::ReferralHospital, district, " ", "");
        assert!(matches!(nameless, Err(MakeError::Derive(DeriveError::NameNeeded(_)))));
        let nowhere = make_facility(FacilityKind::ReferralHospital, nobody, "a", "");
        assert_eq!(nowhere, Err(MakeError::UnknownPlace(nobody)));
    }
}
