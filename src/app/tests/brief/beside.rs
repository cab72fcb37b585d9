//! What a brief gives away beside an earlier one, and what the book remembers of it.

use super::*;

#[test]
fn a_brief_warns_of_what_it_gives_away_beside_an_earlier_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    for visit in 0..12 {
        let consent: &[&str] = if visit < 9 { &["count"] } else { &[] };
        session.log(&case(KANDAL, "2026-10-05", consent)).unwrap();
    }
    let write = |session: &mut Session, party: &str, file: &str| {
        let prepared = session.prepare_brief(&request(party)).unwrap();
        let before = session.view().entries_of(uuid::Uuid::from_bytes(*b"wardbook briefs1")).unwrap().len();
        session.write_brief(&prepared, &folder.path().join(file), &|| true).unwrap();
        let after = session.view().entries_of(uuid::Uuid::from_bytes(*b"wardbook briefs1")).unwrap().len();
        (prepared.warnings(), after - before)
    };
    // Preparing leaves no trace; writing does, once for all formats.
    session.prepare_brief(&request("nssf")).unwrap();
    assert_eq!(write(&mut session, "nssf", "a.md"), (vec![], 1));
    assert_eq!(write(&mut session, "nssf", "a.pdf"), (vec![], 0));
    assert_eq!(write(&mut session, "phd:08", "b.md"), (vec![], 1));
    // Two more in Kandal agree to be counted.
    for _ in 0..2 {
        session.log(&case(KANDAL, "2026-10-05", &["count"])).unwrap();
    }
    let (warnings, _) = write(&mut session, "nssf", "c.md");
    let said: Vec<String> = warnings.iter().map(|warning| warning.said(Lang::En)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    let to_fund = said.iter().find(|said| said.contains("National Social Security Fund")).unwrap();
    assert!(
        to_fund.contains("Kandal") && to_fund.contains("22 November 2026") && !to_fund.contains("Phnom Penh"),
        "{to_fund}"
    );
    assert!(said.iter().any(|said| said.contains("provincial health department of Kandal")), "{said:?}");
    assert!(warnings.iter().all(|warning| crate::domain::text::has_khmer(&warning.said(Lang::Km))));
    // A period beside a longer one: what lies between them.
    let longer = BriefRequest { from: Some("2026-10-04".parse().unwrap()), ..request("phd:08") };
    assert!(session.prepare_brief(&longer).unwrap().warnings().len() >= 2);
    // Other cases altogether are no part of these.
    let other = BriefRequest { query: "payer:cash".into(), ..request("nssf") };
    assert_eq!(session.prepare_brief(&other).unwrap().warnings(), [BriefWarning::TooFewCases]);
    assert_eq!(session.book.verify().unwrap().findings, []);
    // It is no case that an undo could take back.
    assert_eq!(session.last_done().unwrap().kinds, [Kind::CaseLogged]);
}

#[test]
fn what_the_book_remembers_of_a_brief_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let request = BriefRequest { query: "sokha employer:golden".into(), identities: true, ..request("nssf") };
    let prepared = session.prepare_brief(&request).unwrap();
    session.write_brief(&prepared, &folder.path().join("a.md"), &|| true).unwrap();
    let entries = session.view().entries_of(uuid::Uuid::from_bytes(*b"wardbook briefs1")).unwrap();
    let body = String::from_utf8(entries[0].body.clone().unwrap()).unwrap().to_lowercase();
    for secret in ["sokha", "golden", "0123", "waited", "member"] {
        assert!(!body.contains(secret), "{body}");
    }
    assert!(body.contains("\"place\":\"all\"") && body.contains("\"count\":10"), "{body}");
}

/// What is warned of beside one written brief.
fn warned(session: &mut Session, request: &BriefRequest) -> Vec<String> {
    let prepared = session.prepare_brief(request).unwrap();
    prepared.warnings().iter().map(|warning| warning.said(Lang::En)).collect()
}

fn written(session: &mut Session, request: &BriefRequest, folder: &std::path::Path) {
    let prepared = session.prepare_brief(request).unwrap();
    session.write_brief(&prepared, &folder.join("written.md"), &|| true).unwrap();
}

#[test]
fn facilities_grades_and_waits_of_an_earlier_brief_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let with = |changes: &[(Column, &str)], day: &str| {
        let mut draft = case(KOSSAMAK, day, &["count"]);
        for (column, value) in changes {
            draft.set(*column, *value);
        }
        draft
    };
    let begin = |name: &str| {
        let folder = folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        let mut session = session(&folder);
        for visit in 0..40 {
            let payer = if visit < 20 { "nssf" } else { "cash" };
            let grade = if visit < 30 { "C" } else { "A" };
            let draft = with(&[(Column::Payer, payer), (Column::Evidence, grade)], "2026-09-14");
            session.log(&draft).unwrap();
        }
        (session, folder)
    };
    // The annex tells 40 at a facility; its own brief, one case later, 41.
    let (mut session, at) = begin("facility");
    for _ in 0..6 {
        session.log(&case("HC-120401", "2026-09-14", &["count"])).unwrap();
    }
    written(&mut session, &request("nssf"), &at);
    session.log(&with(&[(Column::Payer, "nssf")], "2026-09-14")).unwrap();
    let said = warned(&mut session, &request("facility:N00003"));
    assert!(said.len() == 1 && said[0].contains("Preah Kossamak Hospital"), "{said:?}");
    // Twenty more cases, two of them documented.
    let (mut session, at) = begin("grade");
    written(&mut session, &request("nssf"), &at);
    for visit in 0..20 {
        let grade = if visit < 18 { "C" } else { "A" };
        let payer = if visit < 10 { "nssf" } else { "cash" };
        session.log(&with(&[(Column::Evidence, grade), (Column::Payer, payer)], "2026-10-14")).unwrap();
    }
    let said = warned(&mut session, &request("nssf"));
    assert!(said.len() == 1 && said[0].contains("1 to 4 cases (A Document or photo)"), "{said:?}");
    // Twenty more waits, two of them of those who paid cash.
    let (mut session, at) = begin("waits");
    written(&mut session, &request("nssf"), &at);
    for visit in 0..20 {
        let payer = if visit < 18 { "hef" } else { "cash" };
        let grade = if visit < 10 { "C" } else { "A" };
        session.log(&with(&[(Column::Evidence, grade), (Column::Payer, payer)], "2026-10-14")).unwrap();
    }
    let said = warned(&mut session, &request("nssf"));
    assert!(said.len() == 1 && said[0].contains("1 to 4 cases (Cash)"), "{said:?}");
    // Seven without consent, then nine.
    let (mut session, at) = begin("consent");
    let silent = |session: &mut Session, count: usize| {
        for _ in 0..count {
            session.log(&case(KOSSAMAK, "2026-09-14", &[])).unwrap();
        }
    };
    silent(&mut session, 7);
    written(&mut session, &request("nssf"), &at);
    silent(&mut session, 2);
    let said = warned(&mut session, &request("nssf"));
    assert!(said.len() == 1 && said[0].contains("(all cases – without consent)"), "{said:?}");
}

#[test]
fn what_one_brief_withheld_another_should_not_tell() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    // In Kandal 18 cases at two districts of which 12 and 6 are severe; of the six three are.
    let log = |session: &mut Session, facility: &str, severe: usize, mild: usize| {
        for visit in 0..severe + mild {
            let mut draft = case(facility, "2026-10-05", &["count"]);
            draft.set(Column::Issues, if visit < severe { "WAIT:high" } else { "WAIT:low" });
            session.log(&draft).unwrap();
        }
    };
    log(&mut session, "HC-080101", 12, 8);
    log(&mut session, "HC-080201", 3, 6);
    log(&mut session, KOSSAMAK, 10, 10);
    // Among districts the share of all is withheld, so that three cannot be had by subtraction.
    let department = session.prepare_brief(&request("phd:08")).unwrap();
    assert_eq!(department.warnings(), []);
    assert!(!text(&department).contains("of the cases are severe"), "{}", text(&department));
    session.write_brief(&department, &folder.path().join("a.md"), &|| true).unwrap();
    // Among provinces that of Kandal would be told.
    let said = warned(&mut session, &request("nssf"));
    assert!(said.len() == 1 && said[0].contains("(Kandal)"), "{said:?}");
}

#[test]
fn periods_and_lists_in_a_query_are_held_beside_each_other_as_what_they_mean() {
    let query = |query: &str| BriefRequest { query: query.into(), ..request("nssf") };
    let from = |from: &str| BriefRequest { from: Some(from.parse().unwrap()), ..request("nssf") };
    let begin = |folder: &std::path::Path| {
        let mut session = with_ten(folder);
        for visit in 0..6 {
            let mut draft = case(if visit < 3 { KOSSAMAK } else { KANDAL }, "2026-08-05", &["count"]);
            draft.set(Column::Issues, if visit < 3 { "PAY:low" } else { "WAIT:high;PAY:low" });
            draft.set(Column::Payer, if visit < 3 { "cash" } else { "nssf" });
            session.log(&draft).unwrap();
        }
        for _ in 0..9 {
            let mut draft = case(KANDAL, "2026-08-05", &["count"]);
            draft.set(Column::Issues, "MED:low");
            draft.set(Column::Payer, "private");
            session.log(&draft).unwrap();
        }
        session
    };
    let beside = |one: &BriefRequest, other: &BriefRequest| -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let mut session = begin(folder.path());
        written(&mut session, one, folder.path());
        warned(&mut session, other)
    };
    let nests = [
        // 16 cases, and 13 without those who were only asked to pay.
        (query("issue:WAIT,PAY"), query("issue:WAIT")),
        (query("issue:PAY,WAIT since:2026-08-01"), query("since:2026-08-01 issue:WAIT")),
        (query("payer:nssf"), query("payer:cash,nssf")),
        (query("-payer:private"), query("-payer:private issue:WAIT")),
        (query("since:2026-01-01 -issue:PAY"), query("-issue:PAY since:2026-10-01 payer:nssf,hef")),
        (query("province:12 -payer:private"), query("-payer:private")),
        (query("until:2026-08-31"), query("until:2026-08-31 payer:cash,nssf province:12")),
    ];
    let is_told = |said: &[String]| said.iter().any(|said| said.starts_with("Beware: who also holds"));
    for (place, (one, other)) in nests.iter().enumerate() {
        let (there, back) = (beside(one, other), beside(other, one));
        // Where the smaller one has too few to say anything, or five fewer, nothing is given away.
        let expected = ![4, 6].contains(&place);
        assert_eq!((is_told(&there), is_told(&back)), (expected, expected), "{place}: {there:?} {back:?}");
    }
    // 6 to the end of August, 5 in October: nearly as many, and no case of one is of the other.
    for (one, other) in [
        (query("until:2026-08-31 -payer:private"), query("since:2026-10-01")),
        (query("until:2026-08-31 -payer:private"), from("2026-10-01")),
        (query("until:2026-08-31 -payer:private \"long\""), query("since:2026-10-01 \"waited\"")),
        (query("payer:nssf province:12"), query("payer:private province:08")),
    ] {
        assert_eq!(beside(&one, &other), [] as [String; 0], "{} {}", one.query, other.query);
    }
    // Of words nobody can tell.
    let said = beside(&query("long -payer:private"), &query("\"My name\" payer:nssf"));
    assert!(said.len() == 1 && said[0].contains("may be able to subtract"), "{said:?}");
}

#[test]
fn entries_of_older_wardbooks_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let mut old = |query: &str, terms: &[&str], count: u32| {
        let body = json!({
            "party": "nssf", "made_on": "2026-11-01", "from": null, "to": null, "query": query, "terms": terms,
            "cells": [{"place": "all", "figure": "cases", "count": count},
                      {"place": "all", "of": "2026-10", "figure": "cases", "count": 7}],
        });
        let subject = uuid::Uuid::from_bytes(*b"wardbook briefs1");
        let clock = session.clock;
        let entry = crate::app::log::plain(Kind::BriefWritten, subject, clock.new_id(), &body);
        session
            .book
            .write(clock.milliseconds(), |door| door.append(entry).map(|_| ()).map_err(AppError::from))
            .unwrap();
    };
    old("payer:nssf", &["a mark"], 12);
    old("", &["the mark of a hidden word"], 8);
    old("province:08", &["another"], 9);
    let said = warned(&mut session, &request("nssf"));
    assert!(said.iter().any(|said| said.contains("(all cases)")), "{said:?}");
    let hidden = BriefRequest { query: "waited".into(), ..request("nssf") };
    let said = warned(&mut session, &hidden);
    assert!(said.iter().any(|said| said.contains("may be able to subtract")), "{said:?}");
}
