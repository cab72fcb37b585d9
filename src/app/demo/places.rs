//! Where the made-up visits take place: the listed hospitals and health centres of communes, by weight.
//!
//! Garment provinces weigh most. Waits differ between facilities, by a number that belongs to each for good. Which
//! facilities rise is made up like all the rest, and says nothing about the real ones.

use chrono::NaiveDate;

use crate::domain::facility::{Facility, FacilityKind};
use crate::domain::place::{PlaceCode, Province};
use crate::reference::{self, Place, hospitals};

use super::random::{Random, of_text};

/// Weights of the provinces, `01` first, of ten thousand or so.
const PROVINCES: [u64; 25] = [
    200, 450, 700, 600, 1150, 150, 200, 1500, 60, 80, 50, 3000, 50, 220, 120, 50, 500, 500, 50, 650, 850, 50,
    40, 50, 130,
];

/// How many of a thousand visits of a province are to its health centres.
const HEALTH_CENTRES: u64 = 180;

/// How many health centres of a province are busy, and how much more than the others.
const BUSY: (usize, u64) = (6, 25);

/// The facilities that rise in the last days: Phnom Penh, Kandal, Kampong Speu.
pub(super) const RISING: [&str; 3] = ["N00002", "H080801", "H050101"];

/// By how much they rise.
const RISE: u64 = 4;

/// Where a promise was kept, from which day on, and how long people wait there since, in hundredths of before: a second
/// counter was opened (see `course`).
pub(super) const SHORTER: (&str, NaiveDate, u32) =
    ("N00003", NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), 55);

/// What a visit needs to know of a facility.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) id: String,
    pub(super) name_km: String,
    /// Without what stands in brackets, so that it reads well in a sentence.
    pub(super) name_en: String,
    pub(super) is_hospital: bool,
    pub(super) province: u8,
    /// The waits there, in hundredths of what is common.
    pub(super) slowness: u32,
    pub(super) patients: Patients,
}

impl Site {
    /// The waits there on a day, in hundredths of what is common.
    pub(super) fn slowness_on(&self, day: NaiveDate) -> u32 {
        let (shorter, since, share) = SHORTER;
        if self.id == shorter && day >= since { self.slowness * share / 100 } else { self.slowness }
    }
}

/// Whom a facility is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patients {
    All,
    Children,
    WomenAndChildren,
}

/// All facilities of the demo, with the communes where its members live.
#[derive(Debug)]
pub(super) struct Places {
    sites: Vec<Site>,
    running: Vec<u64>,
    running_recent: Vec<u64>,
    communes: Vec<(u8, &'static Place)>,
}

impl Places {
    pub(super) fn new() -> Self {
        let mut places = Self { sites: vec![], running: vec![], running_recent: vec![], communes: vec![] };
        for (number, weight) in (1..).zip(PROVINCES) {
            if let Some(province) = Province::from_number(number) {
                places.add_province(province, weight);
            }
        }
        places
    }

    fn add_province(&mut self, province: Province, weight: u64) {
        let listed: Vec<&Facility> = hospitals().filter(|hospital| hospital.province == province).collect();
        let sizes: u64 = listed.iter().map(|hospital| size(hospital)).sum();
        for hospital in listed {
            let share = weight * (1000 - HEALTH_CENTRES) * size(hospital) * 100 / sizes.max(1);
            self.add(hospital, share);
        }
        let communes: Vec<&'static Place> = reference::districts_of(province)
            .filter_map(|district| district.code.district())
            .flat_map(reference::communes_of)
            .collect();
        let every = (communes.len() / BUSY.0).max(1);
        let size = |index: usize| if index.is_multiple_of(every) { BUSY.1 } else { 1 };
        let sizes: u64 = (0..communes.len()).map(size).sum();
        for (index, commune) in communes.into_iter().enumerate() {
            self.communes.push((province.number(), commune));
            let PlaceCode::Commune(code) = commune.code else {
                continue;
            };
            let centre = reference::hospitals::commune_facility(FacilityKind::HealthCentre, code);
            if let Some(centre) = centre {
                self.add(&centre, weight * HEALTH_CENTRES * size(index) * 100 / sizes);
            }
        }
    }

    fn add(&mut self, facility: &Facility, weight: u64) {
        let id = facility.id.to_string();
        let rise = if RISING.contains(&id.as_str()) { RISE } else { 1 };
        for (running, weight) in [(&mut self.running, weight), (&mut self.running_recent, weight * rise)] {
            running.push(running.last().copied().unwrap_or_default() + weight);
        }
        let is_national = facility.kind == FacilityKind::NationalHospital;
        let name_en = facility.name_en.split(" (").next().unwrap_or_default();
        self.sites.push(Site {
            slowness: slowness(facility.kind) + of_text(&id, 60),
            name_km: facility.name_km.clone(),
            name_en: name_en.to_owned(),
            is_hospital: facility.kind.is_hospital(),
            province: facility.province.number(),
            patients: match name_en {
                name if name.contains("Child Health") => Patients::WomenAndChildren,
                name if is_national
                    && ["Child", "Pediatric", "Jayavarman"].iter().any(|w| name.contains(w)) =>
                {
                    Patients::Children
                }
                _ => Patients::All,
            },
            id,
        });
    }

    /// The facility of a visit, before or in the days in which some rise.
    pub(super) fn site(&self, is_recent: bool, random: &mut Random) -> Option<&Site> {
        let running = if is_recent { &self.running_recent } else { &self.running };
        let total = running.last().copied().unwrap_or_default();
        // Two numbers, for the weights together do not fit into one of 32 bits.
        let point = (u64::from(random.below(1 << 16)) << 16) + u64::from(random.below(1 << 16));
        let at = ((u128::from(point) * u128::from(total)) >> 32) as u64;
        self.sites.get(running.partition_point(|&sum| sum <= at))
    }

    /// The facility with that identifier.
    pub(super) fn named(&self, id: &str) -> Option<&Site> {
        self.sites.iter().find(|site| site.id == id)
    }

    /// A commune of the province, to live in.
    pub(super) fn commune(&self, province: u8, random: &mut Random) -> Option<&'static Place> {
        let start = self.communes.partition_point(|(number, _)| *number < province);
        let end = self.communes.partition_point(|(number, _)| *number <= province);
        self.communes.get(start + random.below((end - start) as u32) as usize).map(|(_, commune)| *commune)
    }
}

/// How many patients a hospital has beside others of its province.
fn size(hospital: &Facility) -> u64 {
    match (hospital.id.as_str(), hospital.kind) {
        ("N00002", _) => 24,
        ("N00003", _) => 20,
        ("N00010" | "N00011", _) => 2,
        ("N00001" | "N00006", _) | (_, FacilityKind::ProvincialHospital) => 12,
        _ => 5,
    }
}

/// The least slowness of a kind, in hundredths.
fn slowness(kind: FacilityKind) -> u32 {
    match kind {
        FacilityKind::NationalHospital => 85,
        FacilityKind::ProvincialHospital => 75,
        FacilityKind::HealthCentre => 50,
        _ => 65,
    }
}
