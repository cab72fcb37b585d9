//! What a brief takes in, what it leaves out, and what it calls members.

mod beside;
mod writing;

use std::collections::BTreeSet;

use super::*;
use crate::app::brief::{BriefWarning, Prepared, WhyLeftOut};
use crate::brief::markdown;
use crate::brief::scrub::Suspect;
use crate::domain::values::Coded;

const KOSSAMAK: &str = "N00003";
const KANDAL: &str = "H080801";

fn case(facility: &str, day: &str, consent: &[&str]) -> Draft {
    Draft::from_json(&json!({
        "visited_on": day, "facility": facility, "payer": "nssf", "waited_minutes": 200,
        "issues": [{"code": "WAIT", "severity": "high"}], "consent": consent, "evidence": "C", "employer": "Golden Star",
        "narrative": "My name is Chan Sokha and I waited long.", "member": {"name": "Chan Sokha", "phone": "012345678"},
    }))
    .unwrap()
}

fn request(party: &str) -> BriefRequest {
    BriefRequest {
        party: party.parse().unwrap(),
        query: String::new(),
        from: None,
        to: None,
        lang: Lang::En,
        meeting: None,
        identities: false,
        is_raising: true,
    }
}

fn text(prepared: &Prepared) -> String {
    markdown::render(&prepared.document())
}

fn left_out(prepared: &Prepared, why: WhyLeftOut) -> u32 {
    prepared.left_out().into_iter().filter(|left| left.why == why).map(|left| left.cases).sum()
}

/// A book with ten cases at Kossamak that may be counted and told, over two months.
fn with_ten(folder: &std::path::Path) -> Session {
    let mut session = session(folder);
    for visit in 0..10 {
        let day = if visit % 2 == 0 { "2026-09-14" } else { "2026-10-03" };
        session.log(&case(KOSSAMAK, day, &["count", "story"])).unwrap();
    }
    session
}

#[test]
fn consent_decides_by_purpose_what_enters() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let purposes = Purpose::CODES;
    for combination in 0..16_usize {
        let consent: Vec<&str> = purposes
            .iter()
            .enumerate()
            .filter(|(bit, _)| combination >> bit & 1 == 1)
            .map(|(_, code)| *code)
            .collect();
        let name = format!("Prak Nobody{}", char::from(b'a' + combination as u8));
        let mut draft = case(KOSSAMAK, "2026-10-03", &consent);
        draft.set(Column::MemberName, name.as_str());
        draft.set(Column::Narrative, format!("story {}", char::from(b'a' + combination as u8)));
        session.log(&draft).unwrap();
    }
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    // Ten, and the half that may be counted; one has no consent at all, seven have another.
    assert_eq!(prepared.cases(), 18);
    assert_eq!(left_out(&prepared, WhyLeftOut::NoConsent), 1);
    assert_eq!(left_out(&prepared, WhyLeftOut::OtherPurpose), 7);
    assert_eq!(left_out(&prepared, WhyLeftOut::NoStoryConsent), 4);
    assert!(!text(&prepared).contains("Nobody"));

    let named = session.prepare_brief(&BriefRequest { identities: true, ..request("nssf") }).unwrap();
    let text = text(&named);
    for combination in 0..16_usize {
        let agreed = combination & 0b101 == 0b101;
        let name = format!("Prak Nobody{}", char::from(b'a' + combination as u8));
        assert_eq!(text.contains(&name), agreed, "{combination:04b}: {text}");
    }
    assert_eq!(text.matches("Nobody").count(), 4);
}

#[test]
fn who_withdrew_or_was_erased_is_told_of_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let all = ["count", "story", "name", "media"];
    let mut numbers = Vec::new();
    for name in ["Withdrawn Sophal", "Erased Sophal"] {
        let mut draft = case(KOSSAMAK, "2026-10-03", &all);
        draft.set(Column::MemberName, name);
        draft.set(Column::Narrative, format!("{name} waited longest"));
        draft.set(Column::WaitedMinutes, "600");
        numbers.push(session.log(&draft).unwrap().number);
    }
    session.withdraw(&numbers[0]).unwrap();
    session.erase(&numbers[1]).unwrap();
    let prepared = session.prepare_brief(&BriefRequest { identities: true, ..request("nssf") }).unwrap();
    // What was erased stays a number; what was withdrawn does not.
    assert_eq!(prepared.cases(), 11);
    assert_eq!(left_out(&prepared, WhyLeftOut::Withdrawn), 1);
    assert_eq!(left_out(&prepared, WhyLeftOut::NoText), 1);
    assert_eq!(prepared.warnings(), [BriefWarning::NobodyToName]);
    let text = text(&prepared);
    assert!(!text.contains("Sophal") && !text.contains("longest"), "{text}");
    assert!(text.contains("Left out: &lt;5 cases that their members took back"), "{text}");
}

#[test]
fn the_officer_strikes_keeps_and_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let mut prepared = session.prepare_brief(&request("nssf")).unwrap();
    // One a month of the year and place.
    assert_eq!(prepared.stories().len(), 2);
    assert_eq!(left_out(&prepared, WhyLeftOut::LikeAnother), 8);
    let struck = prepared.struck();
    assert!(struck >= 2 && !text(&prepared).contains("Sokha"));
    assert!(text(&prepared).contains("My name is \\[…\\] and I waited long."), "{}", text(&prepared));
    let place = prepared.stories()[0].suspicions.iter().position(|it| it.why == Suspect::OwnName);
    prepared.strike(0, place.unwrap(), false);
    assert!(text(&prepared).contains("Chan Sokha"));
    assert_eq!((prepared.struck(), prepared.warnings()), (struck - 1, vec![BriefWarning::Kept(1)]));
    prepared.tell(0, false);
    assert!(!text(&prepared).contains("Sokha") && prepared.warnings().is_empty());
    assert_eq!(left_out(&prepared, WhyLeftOut::ByOfficer), 1);
    // What is not there changes nothing.
    prepared.strike(9, 9, false);
    prepared.tell(9, true);
}

#[test]
fn a_story_of_gaps_is_left_out_for_that_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    for (text, waited) in [
        ("My name is Chan Sokha, my number is 012 345 678.", "620"),
        ("ខ្ញុំឈ្មោះ ចាន់ សុភា អាយុ ៣៤ ឆ្នាំ លេខទូរស័ព្ទ ០៩៩ ៨៨៨ ៧៧៧។", "610"),
        ("Mrs Keo Bopha of Golden Star would not take my card on Monday.", "600"),
    ] {
        let mut draft = case(KOSSAMAK, "2026-11-02", &["count", "story"]);
        draft.set(Column::Narrative, text);
        draft.set(Column::WaitedMinutes, waited);
        session.log(&draft).unwrap();
    }
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    assert_eq!(left_out(&prepared, WhyLeftOut::OnlyGaps), 2);
    let first = &prepared.stories()[0];
    assert_eq!(first.told(), "Mrs […] of […] would not take my card on […].");
    let kinds: Vec<Suspect> = prepared.struck_by_kind().by_kind().map(|(why, _)| why).collect();
    assert!(
        [Suspect::Organisation, Suspect::Name, Suspect::Day].iter().all(|why| kinds.contains(why)),
        "{kinds:?}"
    );
    assert_eq!(prepared.struck_by_kind().places(), prepared.struck());
    for lang in [Lang::Km, Lang::En] {
        let said: Vec<String> = prepared.left_out().iter().map(|left| left.said(lang)).collect();
        let gaps = lang.pick("នៅសល់តែចន្លោះ", "only gaps are left");
        assert!(said.iter().any(|said| said.contains(gaps)), "{said:?}");
    }
}

#[test]
fn a_member_is_called_the_same_at_one_meeting_and_otherwise_at_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let mut called = |party: &str, meeting: Option<&str>, lang: Lang| -> Vec<(String, String)> {
        let request = BriefRequest { meeting: meeting.map(str::to_owned), lang, ..request(party) };
        let prepared = session.prepare_brief(&request).unwrap();
        let stories = prepared.stories().iter();
        stories.map(|story| (story.number.to_string(), story.pseudonym.clone())).collect()
    };
    let today = called("nssf", None, Lang::En);
    assert_eq!(today.len(), 2);
    assert_eq!(called("moh", None, Lang::En), today);
    assert_eq!(called("facility:N00003", None, Lang::En), today);
    assert_eq!(called("nssf", Some("2026-11-22"), Lang::En), today);
    let other = called("nssf", Some("The meeting of December"), Lang::En);
    assert_eq!(called("nssf", Some(" the meeting  of december"), Lang::En), other);
    let names: BTreeSet<&String> = today.iter().chain(&other).map(|(_, name)| name).collect();
    assert_eq!(names.len(), 4);
    assert!(called("nssf", None, Lang::Km).iter().all(|(_, name)| crate::domain::text::has_khmer(name)));
}

#[test]
fn a_story_stands_only_among_enough_cases() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    for visit in 0..10 {
        let (facility, day) = if visit < 4 { (KANDAL, "2026-08-05") } else { ("HC-010604", "2026-09-05") };
        session.log(&case(facility, day, &["count", "story"])).unwrap();
    }
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    assert!(prepared.stories().iter().all(|story| story.place == "Phnom Penh"));
    // Four by themselves, and the six beside them, so that nobody can subtract.
    assert_eq!(left_out(&prepared, WhyLeftOut::TooFewAtPlace), 10);
    let mut hearsay = case(KOSSAMAK, "2026-11-02", &["count", "story"]);
    hearsay.set(Column::Evidence, "D");
    session.log(&hearsay).unwrap();
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    assert_eq!(left_out(&prepared, WhyLeftOut::Hearsay), 1);
}

#[test]
fn a_story_names_no_facility_that_the_annex_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for visit in 0..10 {
        let day = if visit % 2 == 0 { "2026-09-14" } else { "2026-10-03" };
        let mut draft = case(KOSSAMAK, day, &["count", "story"]);
        draft.set(Column::Narrative, "I waited long at Preah Kossamak Hospital.");
        session.log(&draft).unwrap();
    }
    let is_struck = |prepared: &Prepared| {
        let stories = prepared.stories();
        assert!(!stories.is_empty());
        stories.iter().all(|story| story.suspicions.iter().any(|it| it.why == Suspect::Facility))
    };
    // All cases are of one facility: the annex names none, for there is nothing to put beside it.
    assert!(is_struck(&session.prepare_brief(&request("nssf")).unwrap()));
    for _ in 0..4 {
        session.log(&case("HC-120401", "2026-09-14", &["count"])).unwrap();
    }
    // The second has four: with the first named, these could be had by subtraction.
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    assert!(!text(&prepared).contains("Kossamak"), "{}", text(&prepared));
    assert!(is_struck(&prepared));
    session.log(&case("HC-120401", "2026-09-14", &["count"])).unwrap();
    let prepared = session.prepare_brief(&request("nssf")).unwrap();
    assert!(text(&prepared).contains("| Preah Kossamak Hospital | Phnom Penh | 10 |"), "{}", text(&prepared));
    assert!(!is_struck(&prepared));
    // Its own brief speaks of it throughout.
    assert!(!is_struck(&session.prepare_brief(&request("facility:N00003")).unwrap()));
}

#[test]
fn the_period_told_is_that_of_the_query_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_ten(folder.path());
    let mut period = |query: &str, from: Option<&str>, lang: Lang| {
        let from = from.map(|day| day.parse().unwrap());
        let request = BriefRequest { query: query.into(), from, lang, ..request("nssf") };
        let text = text(&session.prepare_brief(&request).unwrap());
        text.lines()
            .find(|line| line.starts_with("Period:") || line.starts_with("រយៈពេល៖"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(period("", None, Lang::En), "Period: all visits on record.");
    assert_eq!(
        period("since:2026-09", None, Lang::En),
        "Period: visits from 1 September 2026 to 22 November 2026."
    );
    assert_eq!(period("until:2026-10-31", None, Lang::En), "Period: visits up to 31 October 2026.");
    assert_eq!(period("until:2027", None, Lang::En), "Period: visits up to 22 November 2026.");
    assert_eq!(
        period("since:2026-01-01 until:2026-10-31", Some("2026-09-02"), Lang::En),
        "Period: visits from 2 September 2026 to 31 October 2026."
    );
    // What hides the query hides no period.
    assert_eq!(period("until:2026-10-31 long", None, Lang::En), "Period: visits up to 31 October 2026.");
    assert_eq!(period("until:2026-10-31", None, Lang::Km), "រយៈពេល៖ ការទៅពេទ្យរហូតដល់ ថ្ងៃទី៣១ ខែតុលា ឆ្នាំ២០២៦។");
    let never = BriefRequest { query: "since:2026-10-01 until:2026-09-30".into(), ..request("nssf") };
    assert!(matches!(session.prepare_brief(&never), Err(AppError::Period)));
}
