//! Facilities in a book: renamed, closed, merged, and all of it taken back.

mod import;

use serde_json::json;

use super::*;
use crate::app::tests::session;
use crate::book::Order;
use crate::domain::draft::{Draft, Facilities, Warning};
use crate::domain::filter;

fn id(text: &str) -> FacilityId {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn draft(facility: &str) -> Draft {
    Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": facility, "payer": "nssf", "issues": ["WAIT:high"],
        "waited_minutes": 300,
    }))
    .unwrap()
}

fn count(session: &mut Session, query: &str) -> usize {
    let listing = session.listing(query, Order::Visited, None).unwrap();
    session.view().count(&listing).unwrap()
}

/// What is counted at a facility: cases and timed visits.
fn counted(session: &Session, of: &str) -> (u32, u32) {
    let view = session.view();
    let span = crate::domain::period::Span::default();
    let listing = Listing {
        filter: filter::Filter::default(),
        order: Order::Visited,
        limit: None,
        offset: 0,
        riel_per_dollar: 4_000,
    };
    let hotspots = view.hotspots(&listing, crate::book::GroupBy::Facility, span, session.today()).unwrap();
    let key = crate::book::GroupKey::Facility(id(of));
    let group = hotspots.groups.into_iter().find(|group| group.key == key);
    group.map_or((0, 0), |group| (group.cases, group.observed))
}

use crate::book::Listing;

#[test]
fn a_renamed_facility_is_found_by_both_names_and_undo_brings_the_old_one_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let deed =
        FacilityDeed::Rename { name_km: String::new(), name_en: " Kossamak  Teaching Hospital ".to_owned() };
    let done = session.do_to_facility(&id("N00003"), &deed).unwrap();
    assert!(done.is_changed && done.facility.name_en == "Kossamak Teaching Hospital");
    assert!(!session.do_to_facility(&id("N00003"), &deed).unwrap().is_changed);
    for name in ["Kossamak Teaching Hospital", "Preah Kossamak Hospital", "N00003"] {
        assert_eq!(session.names().find(name).unwrap().id, id("N00003"), "{name}");
    }
    assert_eq!(session.book.verify().unwrap().findings.len(), 0);
    session.undo().unwrap();
    assert!(session.names().find("Kossamak Teaching Hospital").is_err());
    assert_eq!(session.names().find("N00003").unwrap().name_en, "Preah Kossamak Hospital");
    assert_eq!(session.book.verify().unwrap().findings.len(), 0);
}

#[test]
fn a_closed_facility_and_one_without_a_contract_are_warned_of_from_that_day_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let deeds =
        [FacilityDeed::Close(day("2026-10-01")), FacilityDeed::Contract(Contract::Ended(day("2026-10-04")))];
    for deed in deeds {
        session.do_to_facility(&id("N00003"), &deed).unwrap();
    }
    assert_eq!(session.log(&draft("N00003")).unwrap().warnings, [Warning::Closed(day("2026-10-01"))]);
    let far =
        [FacilityDeed::Close(day("2062-10-01")), FacilityDeed::Contract(Contract::Since(day("2062-10-01")))];
    for deed in far {
        let refused = session.do_to_facility(&id("N00003"), &deed);
        assert!(matches!(refused, Err(AppError::Facilities(FacilitiesError::FarAhead(_)))), "{deed:?}");
    }
    assert_eq!(session.facilities().get(&id("N00003")).unwrap().closed_since, Some(day("2026-10-01")));
    assert!(
        session.do_to_facility(&id("N00003"), &FacilityDeed::Close(day("2027-06-01"))).unwrap().is_changed
    );
    session.do_to_facility(&id("N00003"), &FacilityDeed::Reopen).unwrap();
    let ended = Contract::Ended(day("2026-10-03"));
    session.do_to_facility(&id("N00003"), &FacilityDeed::Contract(ended)).unwrap();
    assert_eq!(session.log(&draft("N00003")).unwrap().warnings, [Warning::NoContract(ended)]);
}

#[test]
fn a_merge_moves_cases_and_timed_visits_and_one_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let (old, new) = ("HC-120101", "N00003");
    let numbers: Vec<_> = [old, old, new].map(|at| session.log(&draft(at)).unwrap().number).into();
    let mut seen = draft(old);
    seen.set(crate::domain::column::Column::Issues, "");
    session.observe(&seen).unwrap();
    assert_eq!((counted(&session, old), counted(&session, new)), ((2, 1), (1, 0)));

    let done = session.do_to_facility(&id(old), &FacilityDeed::MergeInto(id(new))).unwrap();
    assert_eq!((done.moved, done.facility.id.clone()), (2, id(new)));
    assert_eq!((counted(&session, old), counted(&session, new)), ((0, 0), (3, 1)));
    assert_eq!(session.view().case(&numbers[0]).unwrap().case.record.facility, id(new));
    let view = session.view();
    let events = crate::app::Event::all(&view, &view.case(&numbers[0]).unwrap()).unwrap();
    assert!(events.iter().any(|event| event.fields.contains(&"facility".to_owned())));
    assert_eq!((count(&mut session, "facility:HC-120101"), count(&mut session, "district:1201")), (3, 0));
    // What is entered under the old identifier, or under its name, is entered for the new one.
    let late = session.log(&draft(old)).unwrap().number;
    assert_eq!(session.view().case(&late).unwrap().case.record.facility, id(new));
    session.undo().unwrap();
    assert_eq!(session.book.verify().unwrap().findings.len(), 0);
    let again = session.do_to_facility(&id(old), &FacilityDeed::MergeInto(id(new)));
    assert!(matches!(again, Err(AppError::Facilities(FacilitiesError::SameFacility(_)))));

    session.undo().unwrap();
    assert_eq!((counted(&session, old), counted(&session, new)), ((2, 1), (1, 0)));
    assert_eq!(session.book.verify().unwrap().findings.len(), 0);
}

#[test]
fn a_facility_that_was_never_used_is_called_by_the_names_of_what_was_merged_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for (old, new, names) in [
        ("N00003", "N00001", ["Kossamak", "Preah Kossamak Hospital", "កុសុមៈ", "N00003"].as_slice()),
        ("H080201", "H080801", &["Kien Svay Referral Hospital", "H080201"]),
        ("HC-120101", "H120102", &["HC-120101"]),
    ] {
        let done = session.do_to_facility(&id(old), &FacilityDeed::MergeInto(id(new))).unwrap();
        assert_eq!(done.moved, 0);
        for name in names {
            assert_eq!(session.names().find(name).map(|found| found.id.clone()), Ok(id(new)), "{name}");
        }
        assert!(session.names().search(names[0], 8).iter().all(|(found, _)| found.id != id(old)));
        assert_eq!(session.facilities().listed().iter().filter(|known| known.id == id(new)).count(), 1);
        assert_eq!(session.facility_called(old).unwrap(), id(new));
    }
    for _ in 0..3 {
        session.undo().unwrap();
    }
    assert_eq!(session.names().find("Preah Kossamak Hospital").unwrap().id, id("N00003"));
}

#[test]
fn a_name_that_is_anothers_is_refused_as_an_alias() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let alias = |session: &mut Session, of: &str, name: &str| {
        session.do_to_facility(&id(of), &FacilityDeed::AddAlias(name.to_owned()))
    };
    assert!(alias(&mut session, "N00003", "Zzz").unwrap().is_changed);
    assert!(!alias(&mut session, "N00003", "zzz").unwrap().is_changed);
    for taken in ["Zzz", "zzz ", "Calmette Hospital", "Calmette", "N00001", "Bat Trang Health Centre"] {
        match alias(&mut session, "N00002", taken) {
            Err(AppError::Facilities(FacilitiesError::NameTaken { bearer, .. })) => {
                assert!(bearer.starts_with(['N', 'H']), "{bearer}");
            }
            other => panic!("{taken}: {other:?}"),
        }
    }
    assert_eq!(session.names().find("Zzz").unwrap().id, id("N00003"));
}

#[test]
fn a_name_without_its_title_is_taken_where_only_one_can_be_meant() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for (text, is) in [("Calmette", "N00001"), ("ពេទ្យកាល់ម៉ែត", "N00001"), ("Khmer Soviet", "N00002")]
    {
        assert_eq!(session.names().find(text).unwrap().id, id(is), "{text}");
    }
    for text in ["Kien Svay", "National Center", "Phnom Penh hospital"] {
        assert!(session.names().find(text).is_err(), "{text}");
    }
    let nearest = |session: &mut Session| session.names().find("Preah Kossamakk Hospitl").unwrap_err();
    assert_eq!(nearest(&mut session)[0], "N00003 Preah Kossamak Hospital");
    session.settings.lang = crate::i18n::Lang::Km;
    assert_eq!(nearest(&mut session)[0], "N00003 មន្ទីរពេទ្យព្រះកុសុមៈ");
}

#[test]
fn a_place_is_told_by_its_name_where_it_is_one() {
    use crate::domain::place::Level::{Commune, District};
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let mut called =
        |text: &str, levels: &[_]| session.names().place_called(text, levels).map(|place| place.to_string());
    assert_eq!(called("Tuol Kouk", &[District, Commune]).as_deref(), Ok("1204"));
    assert_eq!(called("ទួលគោក", &[District, Commune]).as_deref(), Ok("1204"));
    assert_eq!(called("Bat Trang", &[Commune]).as_deref(), Ok("010202"));
    // Also a commune of Phnom Penh, and hardly meant.
    let nearest = called("Prey Veng", &[Commune]).unwrap_err();
    assert!(nearest.iter().any(|one| one.contains("(14)")), "{nearest:?}");
    let nearest = called("Boeng Kak", &[Commune]).unwrap_err();
    assert!(nearest.iter().any(|one| one.contains("(120407)")), "{nearest:?}");
}

#[test]
fn a_new_facility_is_held_against_those_of_its_district() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let make = |name: &str, place: &str| {
        let kind = crate::domain::facility::FacilityKind::PrivateClinic;
        crate::reference::make_facility(kind, place.parse().unwrap(), "", name).unwrap()
    };
    let first = make("Sokha Rean Clinic", "1201");
    assert!(session.alike_nearby(&first).is_empty());
    session.add_facility(&first).unwrap();
    let alike = session.alike_nearby(&make("Soka Rean", "1201"));
    assert_eq!(alike.iter().map(|known| &known.id).collect::<Vec<_>>(), [&first.id]);
    assert!(session.alike_nearby(&make("Soka Rean", "1202")).is_empty());
    assert!(session.alike_nearby(&make("Visal", "1201")).is_empty());
}

#[test]
fn chains_end_at_the_last_and_a_circle_at_its_smallest_whatever_came_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let merge = |session: &mut Session, old: &str, into: &str| {
        // As entries of another book come in: without asking whether both are one already.
        let subject = Book::subject_of_facility(&id(old));
        let body = json!({ "id": old, "into": into });
        let clock = session.clock;
        let batch = clock.new_id();
        session
            .book
            .write(clock.milliseconds(), |door| -> Result<(), AppError> {
                door.append(plain(Kind::FacilityMerged, subject, batch, &body))?;
                Ok(())
            })
            .unwrap();
    };
    merge(&mut session, "N00003", "H120102");
    merge(&mut session, "HC-120101", "N00003");
    assert_eq!(*session.facilities().meant(&id("HC-120101")), id("H120102"));
    merge(&mut session, "H120102", "N00003");
    for one in ["HC-120101", "N00003", "H120102"] {
        assert_eq!(*session.facilities().meant(&id(one)), id("H120102"), "{one}");
    }
    assert_eq!(session.book.verify().unwrap().findings.len(), 0);
}
