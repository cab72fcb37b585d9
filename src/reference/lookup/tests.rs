use super::*;
use crate::domain::text::compact;

fn best_place(query: &str) -> String {
    find_places(query, None, 5).first().map(|best| best.found.to_string()).unwrap_or_default()
}

fn best_facility(index: &FacilityIndex, query: &str) -> String {
    index.find(query, 5).first().map(|best| best.found.to_string()).unwrap_or_default()
}

#[test]
fn places_are_found_however_they_are_written() {
    for (query, code) in [
        ("kandal", "08"),
        ("កណ្ដាល", "08"),
        ("កណ្តាល", "08"),
        ("ក\u{200B}ណ្តាល ", "08"),
        ("ខេត្តកណ្ដាល", "08"),
        ("ព្រះសីហនុ", "18"),
        ("ខេត្តព្រះសីហនុ", "18"),
        ("ក្រុងព្រះសីហនុ", "1801"),
        ("sihanoukville", "18"),
        ("Sihanouk Ville", "18"),
        ("siemreap", "17"),
        ("siem reap", "17"),
        ("seam reap", "17"),
        ("batambang", "02"),
        ("battambong", "02"),
        ("phnom phen", "12"),
        ("phnompenh", "12"),
        ("pnom penh", "12"),
        ("ភ្នំ\u{200B}ពេញ", "12"),
        ("រាជធានីភ្នំពេញ", "12"),
        ("kompong cham", "03"),
        ("prah vihear", "13"),
        ("tbaung khmum", "25"),
        ("rattanakiri", "16"),
        ("svayrieng", "20"),
        ("pursat", "15"),
        ("ta khmau", "0811"),
        ("poipet", "0110"),
        ("khan tuol kork", "1204"),
        ("samraong takeo", "2107"),
        ("សំរោង តាកែវ", "2107"),
        ("សំរោងតាកែវ", "2107"),
        ("bat trang", "010202"),
        ("០៨១១", "0811"),
        ("120101", "120101"),
    ] {
        assert_eq!(best_place(query), code, "{query}: {:?}", find_places(query, None, 3));
    }
    assert_eq!(best_place(""), "");
    assert_eq!(best_place("!?"), "");
    assert_eq!(best_place("xqzwvk"), "");
}

#[test]
fn a_level_limits_what_is_found() {
    let levels = |level| find_places("siem reap", Some(level), 3);
    assert_eq!(levels(Level::District)[0].found.to_string(), "1710");
    assert!(levels(Level::Commune).iter().all(|found| found.found.level() == Level::Commune));
    assert_eq!(find_places("ក្រុងព្រះសីហនុ", Some(Level::Province), 1)[0].found.to_string(), "18");
    assert!(find_places("kandal", None, 0).is_empty());
}

#[test]
fn every_place_is_found_by_each_of_its_names() {
    for place in places() {
        for name in names_of(place) {
            let found = find_places(name, Some(place.code.level()), 12);
            assert!(found.iter().any(|found| found.found == place.code), "{name} {}", place.code);
            let best = &found[0];
            assert!(
                best.score >= 880 && (best.found == place.code || compact(&best.text) == compact(name)),
                "{name} {best:?}"
            );
        }
        assert_eq!(best_place(&place.code.to_string()), place.code.to_string());
    }
}

#[test]
fn facilities_are_found_by_name_kind_and_place() {
    let index = FacilityIndex::built_in();
    for (query, id) in [
        ("kossamak", "N00003"),
        ("kosamak", "N00003"),
        ("kossomak", "N00003"),
        ("kossamak phnom penh", "N00003"),
        ("កុសុមៈ ភ្នំពេញ", "N00003"),
        ("កុសុមៈភ្នំពេញ", "N00003"),
        ("ពេទ្យរុស្ស៊ី", "N00002"),
        ("ពេទ្យ\u{200B}រុស្ស៊ី", "N00002"),
        ("ពេទ្យរុស្សី", "N00002"),
        ("russian hospital", "N00002"),
        ("russian", "N00002"),
        ("calmet", "N00001"),
        ("kandal", "H080801"),
        ("kandal referral", "H080801"),
        ("kandal provincial hospital", "H080801"),
        ("chey chumnas", "H080801"),
        ("ពេទ្យខេត្តកណ្ដាល", "H080801"),
        ("siemreap", "H170201"),
        ("batambang hospital", "H020401"),
        ("kien svay", "H080201"),
        ("H080801", "H080801"),
        ("h០៨០៨០១", "H080801"),
        ("HC-010604", "HC-010604"),
        ("hp-010604", "HP-010604"),
        ("health centre bat trang", "HC-010202"),
        ("Bat Trang Health Center", "HC-010202"),
        ("hc bat trang", "HC-010202"),
        ("bat trang", "HC-010202"),
        ("health post bat trang", "HP-010202"),
        ("មណ្ឌលសុខភាពបត់ត្រង់", "HC-010202"),
        ("មណ្ឌល\u{200B}សុខភាព បត់ត្រង់", "HC-010202"),
        ("health centre samraong takeo", "HC-210708"),
        ("health centre kaoh rung", "HC-180501"),
    ] {
        assert_eq!(best_facility(&index, query), id, "{query}: {:?}", index.find(query, 3));
    }
    assert_eq!(best_facility(&index, "HC-999999"), "");
    assert!(index.find("referral hospital", 100).len() > 50);
}

#[test]
fn every_listed_hospital_is_found_by_each_of_its_names() {
    let index = FacilityIndex::built_in();
    for hospital in hospitals() {
        let names = [&hospital.name_km, &hospital.name_en].into_iter().chain(&hospital.aliases);
        for name in names {
            let found = index.find(name, 3);
            assert!(found.iter().any(|found| found.found == hospital.id), "{name}: {found:?}");
        }
    }
}

#[test]
fn every_communes_health_centre_is_found_by_its_name() {
    let index = FacilityIndex::built_in();
    for commune in places().filter_map(|place| place.code.commune()) {
        let made = commune_facility(HealthCentre, commune).unwrap();
        for name in [&made.name_km, &made.name_en] {
            let found = index.find(name, 12);
            assert!(found.iter().any(|found| found.found == made.id), "{name}: {found:?}");
        }
    }
}

#[test]
fn what_an_officer_added_is_found_among_the_rest() {
    let clinic = crate::reference::make_facility(
        FacilityKind::PrivateClinic,
        "120101".parse().unwrap(),
        "គ្លីនិកសុខា",
        "Sokha Clinic",
    )
    .unwrap();
    let index = FacilityIndex::new(hospitals().cloned().chain([clinic.clone()]));
    for query in ["sokha", "clinic sokha", "សុខា", "sokha chamkar mon", "soka", clinic.id.as_str()] {
        assert_eq!(index.find(query, 3)[0].found, clinic.id, "{query}: {:?}", index.find(query, 3));
    }
}

#[test]
fn any_query_is_answered_and_always_the_same() {
    let index = FacilityIndex::built_in();
    for query in ["", " ", "្", "a", "ក", "\u{0}", "((((", "0", &"ក្ក".repeat(500), &"health centre ".repeat(50)]
    {
        assert_eq!(index.find(query, 8), index.find(query, 8), "{query}");
        assert_eq!(find_places(query, None, 8), find_places(query, None, 8), "{query}");
    }
}
