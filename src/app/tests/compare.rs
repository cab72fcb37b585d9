//! Two sides of the same cases against each other.

use super::*;
use crate::i18n::Speak;
use crate::insight::{Of, Place, Warning};

/// Logs a case with the card or in cash, on a day, with a wait in minutes.
fn log(session: &mut Session, payer: &str, day: &str, waited: u32) {
    let mut draft = Draft::from_json(&json!({
        "facility": "N00003", "issues": [{"code": "WAIT", "severity": "high"}], "waited_minutes": waited,
        "visited_on": day, "payer": payer,
    }))
    .unwrap();
    draft.set(Column::Channel, "phone");
    session.log(&draft).unwrap();
}

fn with_waits(folder: &std::path::Path) -> Session {
    let mut session = session(folder);
    for visit in 0..8 {
        log(&mut session, "nssf", "2026-03-01", 200 + visit * 10);
        log(&mut session, "cash", "2026-02-28", 30 + visit * 10);
    }
    session
}

fn compared(session: &mut Session, query: &str, what: &What) -> ComparisonView {
    let listing = session.listing(query, Order::Visited, None).unwrap();
    session.compare(&listing, what).unwrap()
}

#[test]
fn card_against_cash_is_printed_as_the_contract_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_waits(folder.path());
    let found = compared(&mut session, "", &What::Payers(Payer::Nssf, Payer::Cash));
    assert_eq!((found.a.cases, found.b.cases), (8, 8));
    let printed = serde_json::to_string(&found.json(Lang::En)).unwrap();
    // scipy.stats.mannwhitneyu(range(200, 280, 10), range(30, 110, 10), method="asymptotic")
    let p = found.found.p.unwrap();
    assert!((p - 0.000_939_105_699_117_189_9).abs() < 1e-12, "{p}");
    assert_eq!(
        printed,
        format!(
            "{{\"a\":{{\"label\":\"nssf\",\"n\":8,\"median\":235.0,\"p90\":263.0}},\
             \"b\":{{\"label\":\"cash\",\"n\":8,\"median\":65.0,\"p90\":93.0}},\
             \"shift\":170.0,\"p\":{p},\"verdict\":\"longer\",\
             \"warning\":\"visits with the card: one officer recorded over half of them (8 of 8); \
             visits paid in cash: one officer recorded over half of them (8 of 8)\"}}"
        )
    );
    let khmer = serde_json::to_value(found.json(Lang::Km)).unwrap();
    assert!(khmer["warning"].as_str().unwrap().contains("មន្ត្រីម្នាក់"), "{khmer}");
    let back = compared(&mut session, "", &What::Payers(Payer::Cash, Payer::Nssf));
    let back = serde_json::to_value(back.json(Lang::En)).unwrap();
    assert_eq!((&back["verdict"], &back["shift"]), (&json!("shorter"), &json!(-170.0)));
}

#[test]
fn the_day_itself_is_after_and_the_query_holds_on_both_sides() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_waits(folder.path());
    let day = "2026-03-01".parse().unwrap();
    let found = compared(&mut session, "", &What::At(day));
    let printed = serde_json::to_value(found.json(Lang::En)).unwrap();
    assert_eq!(
        (&printed["a"]["label"], &printed["b"]["label"]),
        (&json!("before 2026-03-01"), &json!("from 2026-03-01"))
    );
    assert_eq!((&printed["a"]["n"], &printed["b"]["n"]), (&json!(8), &json!(8)));
    let card = compared(&mut session, "payer:nssf", &What::At(day));
    let printed = serde_json::to_value(card.json(Lang::En)).unwrap();
    assert_eq!((&printed["a"]["n"], &printed["verdict"]), (&json!(0), &json!("not comparable")));
    assert_eq!(
        (&printed["shift"], &printed["p"], &printed["a"]["median"]),
        (&json!(null), &json!(null), &json!(null))
    );
}

#[test]
fn estimated_times_officers_and_employers_are_counted_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for times in 0..6 {
        let mut case = draft();
        if times < 2 {
            case.set(Column::Employer, "GOLDEN  star");
        }
        session.log(&case).unwrap();
    }
    let mut praise = draft();
    praise.set(Column::Issues, "GOOD:low");
    session.log(&praise).unwrap();
    let listing = session.listing("", Order::Visited, None).unwrap();
    let side = session.view().side(&listing, crate::domain::period::Span::default()).unwrap();
    assert_eq!((side.cases, side.observed, side.waits.count(), side.estimated), (6, 0, 6, 6));
    assert_eq!(side.officers, [("Sok Dara".to_owned(), 6)]);
    assert_eq!((side.employers.len(), side.employers[0].1), (1, 6), "however it is written");
    let here: FacilityId = "N00003".parse().unwrap();
    let there: FacilityId = "N00001".parse().unwrap();
    let found = compared(&mut session, "", &What::Facilities(here, there));
    let expected = [
        Warning::Estimates { of: Of::A, estimated: 6, timed: 6 },
        Warning::OneOfficer { of: Of::A, count: 6, all: 6 },
        Warning::OneEmployer { of: Of::A, count: 6, all: 6 },
    ];
    assert_eq!(found.warnings, expected);
    assert_eq!(found.a.whose.name(Lang::En), "Preah Kossamak Hospital");
    assert_eq!(found.json(Lang::En), found.json(Lang::En.with_calendar(crate::i18n::Calendar::Buddhist)));
}

#[test]
fn a_facility_is_meant_by_code_or_by_name_and_else_there_is_a_way_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for text in ["N00003", "Preah Kossamak Hospital", "មន្ទីរពេទ្យព្រះកុសុមៈ"]
    {
        assert_eq!(session.facility_called(text).unwrap().as_str(), "N00003", "{text}");
    }
    let error = session.facility_called("nowhere at all").unwrap_err();
    assert_eq!(error.what(Lang::En), "There is no facility “nowhere at all”.");
    let error = session.facility_called("Preah Kossamk Hosptal, Kandal").unwrap_err();
    assert!(error.what(Lang::En).contains("Preah Kossamk Hosptal"), "{error}");
}

#[test]
fn a_small_group_has_no_place_on_the_funnel() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_waits(folder.path());
    let mut elsewhere = draft();
    elsewhere.set(Column::Facility, "HC-010604");
    session.log(&elsewhere).unwrap();
    let listing = session.listing("", Order::Visited, None).unwrap();
    let view = session.hotspots(&listing, GroupBy::Facility).unwrap();
    let places: Vec<_> = view.groups.iter().map(|group| (group.cases, group.funnel)).collect();
    assert_eq!(places, [(16, Some(Place::Inside)), (1, None)]);
    let printed: Vec<_> = view.groups.iter().map(|group| serde_json::to_value(group).unwrap()).collect();
    assert_eq!((&printed[0]["funnel"], &printed[1]["funnel"]), (&json!("inside"), &json!(null)));
    assert_eq!((view.overall, printed[0].get("observed")), (Some(1.0), None));
}
