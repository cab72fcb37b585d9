use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::domain::issue::IssueCode;
use crate::domain::values::{Coded, Evidence, PayReason, Payer, Purpose, Severity};

struct OneHospital;

impl Facilities for OneHospital {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        if text != "N00003" {
            return Err(vec!["N00003 Preah Kossamak Hospital".into()]);
        }
        Ok(Arc::new(Facility {
            id: "N00003".parse().unwrap(),
            kind: "national_hospital".parse().unwrap(),
            name_km: "មន្ទីរពេទ្យព្រះកុសុមៈ".into(),
            name_en: "Preah Kossamak Hospital".into(),
            province: "12".parse().unwrap(),
            district: Some("1204".parse().unwrap()),
            commune: None,
            point: None,
            aliases: vec![],
            source: "general".into(),
            codes: vec![],
            closed_since: None,
            contract: None,
            merged_into: None,
        }))
    }
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn least() -> Draft {
    Draft::from_json(&json!({"visited_on": "2026-10-03", "facility": "N00003", "issues": ["WAIT"]})).unwrap()
}

fn refused(column: Column, text: &str) -> Vec<Refusal> {
    let mut draft = least();
    draft.set(column, text);
    draft.check(&OneHospital, today()).unwrap_err()
}

#[test]
fn the_contract_s_case_is_read_whole() {
    let draft = Draft::from_json(&json!({
        "number": "KC-7F3Q-2XM9", "visited_on": "2026-10-03", "facility": "N00003", "stage": "admission",
        "payer": "nssf", "times": {"arrived": "06:10", "registered": null, "seen": "~11:40"},
        "waited_minutes": 330,
        "issues": [{"code": "WAIT", "severity": "high"}, {"code": "PAY", "severity": "low", "why": "informal"}],
        "paid": {"riel": 40000, "usd": 2.5, "receipt": false}, "harm": 0, "narrative": "long", "told_by": "member",
        "patient": {"relation": "self", "sex": null}, "evidence": "C", "consent": ["count", "story"],
        "member": {"name": "Chan", "phone": "012 345 678", "nssf_number": "99994821"},
    }))
    .unwrap();
    let (complaint, warnings) = draft.check(&OneHospital, today()).unwrap();
    assert!(warnings.is_empty());
    let record = &complaint.record;
    assert_eq!(record.waited_minutes, Some(330));
    assert_eq!(record.payer, Payer::Nssf);
    assert_eq!(record.issue_set().severity(IssueCode::Wait), Some(Severity::High));
    assert_eq!(record.issues[1].why, Some(PayReason::Informal));
    assert_eq!((record.paid.riel, record.paid.cents), (40_000, 250));
    assert_eq!(record.consent.iter().copied().collect::<Vec<_>>(), [Purpose::Count, Purpose::Story]);
    assert_eq!(complaint.identity.phone.as_deref(), Some("012 345 678"));
    assert_eq!(complaint.narrative.as_deref(), Some("long"));
}

#[test]
fn three_fields_suffice_and_the_rest_has_safe_values() {
    let (complaint, _) = least().check(&OneHospital, today()).unwrap();
    assert_eq!(complaint.record.payer, Payer::Unknown);
    assert_eq!(complaint.record.evidence, Evidence::C);
    assert!(complaint.record.consent.is_empty());
    assert!(complaint.identity.is_empty());
    let missing = Draft::default().check(&OneHospital, today()).unwrap_err();
    let columns: Vec<_> = missing.iter().map(|refusal| refusal.column).collect();
    assert_eq!(columns, [Column::VisitedOn, Column::Facility, Column::Issues]);
}

#[test]
fn each_wrong_field_is_named_with_its_reason() {
    assert!(matches!(refused(Column::VisitedOn, "2027-01-01")[0].reason, Reason::Date(BadDate::Future(_))));
    assert!(matches!(&refused(Column::Facility, "H999999")[0].reason,
        Reason::UnknownFacility { nearest, .. } if nearest.len() == 1));
    assert!(matches!(refused(Column::Issues, "WAITT")[0].reason, Reason::Code(_)));
    assert!(matches!(refused(Column::Issues, "WAIT:huge")[0].reason, Reason::Code(_)));
    assert!(matches!(refused(Column::Issues, "WAIT:low;WAIT:high")[0].reason, Reason::Twice(_)));
    assert!(matches!(refused(Column::Issues, "WAIT:low:informal")[0].reason, Reason::WithoutIssue("PAY")));
    assert!(matches!(refused(Column::ClaimedRiel, "40000")[0].reason, Reason::WithoutIssue("CASH")));
    assert!(matches!(refused(Column::Harm, "6")[0].reason, Reason::Harm(_)));
    assert!(matches!(refused(Column::Seen, "noon")[0].reason, Reason::Time(_)));
    assert!(matches!(refused(Column::PaidReceipt, "perhaps")[0].reason, Reason::YesOrNo(_)));
    let long = "ក".repeat(1_000_000);
    assert_eq!(
        refused(Column::Narrative, &long)[0].reason,
        Reason::TooLong { length: 1_000_000, limit: crate::domain::case::LONGEST_NARRATIVE }
    );
    assert_eq!(refused(Column::MemberNssfNumber, &"9".repeat(41)).len(), 1);
}

#[test]
fn everything_wrong_is_said_at_once() {
    let mut draft = least();
    draft.set(Column::Facility, "nowhere");
    draft.set(Column::Harm, "much");
    draft.set(Column::Payer, "bank");
    let columns: Vec<_> =
        draft.check(&OneHospital, today()).unwrap_err().iter().map(|refusal| refusal.column).collect();
    assert_eq!(columns, [Column::Facility, Column::Payer, Column::Harm]);
}

#[test]
fn odd_but_possible_things_warn() {
    let mut draft = least();
    draft.set(Column::Arrived, "22:00");
    draft.set(Column::Seen, "12:30");
    draft.set(Column::Stage, "practice");
    let (_, warnings) = draft.check(&OneHospital, today()).unwrap();
    assert_eq!(warnings, [Warning::LongWait(870), Warning::Stage(Stage::Practice)]);
}

#[test]
fn json_names_that_are_not_ours_are_refused() {
    let wrong = Draft::from_json(&json!({"visted_on": "2026-10-03"})).unwrap_err();
    assert!(matches!(wrong, BadJson::UnknownName { nearest: Some(name), .. } if name == "visited_on"));
    assert_eq!(Draft::from_json(&json!([])).unwrap_err(), BadJson::NoObject);
    assert!(matches!(Draft::from_json(&json!({"harm": {}})).unwrap_err(), BadJson::WrongKind(_)));
}

proptest! {
    #[test]
    fn nothing_that_is_typed_panics(texts in prop::collection::vec("\\PC{0,12}", Column::ALL.len())) {
        let mut draft = Draft::default();
        for (column, text) in Column::ALL.iter().zip(texts) {
            draft.set(*column, text);
        }
        let _ = draft.check(&OneHospital, today());
    }
}

/// A draft with any mixture of sound fields.
fn any_sound_draft() -> impl Strategy<Value = Draft> {
    let choices: Vec<(Column, Vec<&str>)> = vec![
        (Column::Stage, vec!["", "admission", "ward", "other"]),
        (Column::Payer, vec!["", "nssf", "cash", "refused"]),
        (Column::Arrived, vec!["", "06:10", "~22:00"]),
        (Column::Seen, vec!["", "11:40", "~01:00"]),
        (Column::Issues, vec!["WAIT", "PAY:low:informal;WAIT:high", "CASH:medium;GOOD", "DISC:high"]),
        (Column::PaidRiel, vec!["", "40000", "៤០០០"]),
        (Column::PaidUsd, vec!["", "10.5", "3"]),
        (Column::PaidReceipt, vec!["", "yes", "no"]),
        (Column::Harm, vec!["", "0", "5"]),
        (Column::Narrative, vec!["", "រង់ចាំ\u{200B}យូរ\nណាស់", "=1+1"]),
        (Column::Remedy, vec!["", "an apology"]),
        (Column::Channel, vec!["", "phone"]),
        (Column::PatientSex, vec!["", "female"]),
        (Column::Consent, vec!["", "count", "story;count;media"]),
        (Column::NextStep, vec!["", "call her"]),
        (Column::MemberName, vec!["", "ចាន់ សុខា"]),
        (Column::MemberNssfNumber, vec!["", "៩៩៩៩៤៨២១ក"]),
    ];
    prop::collection::vec(any::<prop::sample::Index>(), choices.len()).prop_map(move |picks| {
        let mut draft = least();
        for ((column, texts), pick) in choices.iter().zip(picks) {
            draft.set(*column, *pick.get(texts));
        }
        draft
    })
}

proptest! {
    #[test]
    fn a_complaint_written_flat_reads_back_the_same(draft in any_sound_draft()) {
        let (complaint, _) = draft.check(&OneHospital, today()).unwrap();
        let (again, _) = Draft::of(&complaint).check(&OneHospital, today()).unwrap();
        prop_assert_eq!(again, complaint);
    }
}

#[test]
fn a_form_hears_of_what_is_wrong_and_what_is_odd_at_once() {
    let mut draft = Draft::default();
    draft.set(Column::Arrived, "22:00");
    draft.set(Column::Seen, "12:30");
    draft.set(Column::PaidRiel, "much");
    let (refusals, warnings) = draft.examine(&OneHospital, today());
    let columns: Vec<_> = refusals.iter().map(|refusal| refusal.column).collect();
    assert_eq!(columns, [Column::VisitedOn, Column::Facility, Column::Issues, Column::PaidRiel]);
    assert_eq!(warnings, [Warning::LongWait(870)]);
}
