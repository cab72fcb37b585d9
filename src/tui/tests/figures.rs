//! Figures as the book would count them.

use std::sync::Arc;

use chrono::NaiveDate;

use super::kossamak;
use crate::app::{ComparisonView, FacilityView, GroupView, HotspotsView, SideView, Whose};
use crate::domain::issue::IssueCode;
use crate::domain::values::Payer;
use crate::domain::waits::Waits;
use crate::insight::{Of, Place, Warning, compare};

/// A place with so many cases.
pub fn group(key: &str, name_km: &str, name_en: &str, cases: u32) -> GroupView {
    GroupView {
        key: Some(key.to_owned()),
        name_km: name_km.to_owned(),
        name_en: name_en.to_owned(),
        cases,
        observed: 0,
        open: cases,
        severe: cases * 2 / 5,
        issues: [0; 15],
        timed: cases,
        waits: [(150, cases)].into_iter().collect(),
        wait_median: Some(150.0),
        wait_p90: Some(300.0),
        severe_share: Some(0.4),
        severe_low: None,
        severe_high: None,
        rising: None,
        rising_p: None,
        funnel: None,
        last_28: 0,
        previous_84: 0,
        months: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        members: None,
    }
}

/// One facility with card and cash, before and after.
pub fn facility_view() -> Box<FacilityView> {
    let waits = |steps: &[(u32, u32)]| steps.iter().copied().collect::<Waits>();
    let card = waits(&[(20, 1), (50, 4), (100, 9), (190, 11), (300, 8), (420, 5), (600, 2)]);
    let cash = waits(&[(20, 2), (55, 6), (100, 11), (200, 5), (320, 2)]);
    let side = |whose, waits: &Waits| SideView {
        whose,
        cases: waits.count() + 3,
        observed: 0,
        waits: waits.clone(),
    };
    let compared = |a, b, warnings| ComparisonView {
        found: compare(&card, &cash),
        a: side(a, &card),
        b: side(b, &cash),
        warnings,
    };
    let officer = Warning::OneOfficer { of: Of::B, count: 20, all: 29 };
    let payers = compared(Whose::Payer(Payer::Nssf), Whose::Payer(Payer::Cash), vec![officer]);
    let day = NaiveDate::from_ymd_opt(2026, 8, 2).unwrap();
    let changed = Warning::OfficersChanged { a: 4, b: 2 };
    let change = compared(Whose::Before(day), Whose::From(day), vec![changed]);
    let mut all = card.clone();
    all.merge(&cash);
    let facility = kossamak();
    let mut counts = group(facility.id.as_str(), &facility.name_km, &facility.name_en, 68);
    (counts.last_28, counts.previous_84) = (12, 9);
    (counts.rising, counts.rising_p) = (Some(true), Some(0.002));
    Box::new(FacilityView {
        id: facility.id.clone(),
        facility: Some(Arc::new(facility)),
        counts,
        overall: Some(0.35),
        issues: vec![(IssueCode::Wait, [5, 15, 20]), (IssueCode::Pay, [2, 1, 0])],
        waits: all,
        months: std::array::from_fn(|month| month as u32),
        years: [210, 66],
        payers,
        change,
    })
}

/// A ranking of three provinces.
pub fn ranking() -> Box<HotspotsView> {
    let mut groups = vec![
        group("12", "ភ្នំពេញ", "Phnom Penh", 510),
        group("08", "កណ្ដាល", "Kandal", 258),
        group("23", "កែប", "Kep", 3),
    ];
    for (group, place) in groups.iter_mut().zip([Place::Above95, Place::Inside]) {
        group.funnel = Some(place);
    }
    let (total, facilities) = (group("", "", "", 771), Vec::new());
    Box::new(HotspotsView { groups, total, overall: Some(0.35), facilities })
}
