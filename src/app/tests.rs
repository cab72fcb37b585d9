//! The use cases on a book in a temporary folder.

mod brief;
mod compare;
mod import;
mod places;
mod story;

use chrono::{DateTime, FixedOffset};
use serde_json::json;

use super::brief::BriefRequest;
use super::*;
use crate::book::{Cost, Device, GroupBy, Options, Secret};
use crate::brief::scrub::Suspect;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Unfinished};
use crate::domain::entry::Kind;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Payer, Purpose, Status};

fn moment() -> DateTime<FixedOffset> {
    "2026-11-22T09:00:00+07:00".parse().unwrap()
}

pub(in crate::app) fn session(folder: &std::path::Path) -> Session {
    let options = Options {
        path: folder.join("book"),
        secret: Secret::passphrase("secret"),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    };
    NewBook::make(&options, "KC", "Sok Dara", Clock::Fixed(moment()), Settings::default()).unwrap().session
}

fn draft() -> Draft {
    Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": "nssf", "stage": "admission",
        "times": {"arrived": "06:10", "seen": "~11:40"},
        "issues": [{"code": "WAIT", "severity": "high"}, {"code": "PAY", "severity": "low", "why": "informal"}],
        "narrative": "Chan Sokha waited all morning for a doctor, call 012 345 678", "consent": ["count", "story"], "employer": "Golden Star",
        "member": {"name": "Chan Sokha", "phone": "012345678", "nssf_number": "99994821"},
    }))
    .unwrap()
}

fn shown(session: &Session, number: &CaseNumber) -> serde_json::Value {
    let view = session.view();
    let stored = view.case(number).unwrap();
    serde_json::to_value(CaseView::with_member(&view, &stored, Lang::En).unwrap()).unwrap()
}

#[test]
fn a_logged_case_is_shown_whole_in_the_contract_s_shape() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = session.log(&draft()).unwrap().number;
    let case = shown(&session, &number);
    let expected = json!({
        "number": number.as_str(), "id": case["id"], "visited_on": "2026-10-03",
        "recorded_at": "2026-11-22T09:00:00+07:00", "desk": "KC", "officer": "Sok Dara", "facility": "N00003",
        "facility_name": "Preah Kossamak Hospital", "province": "12", "district": "1204", "commune": null,
        "stage": "admission", "payer": "nssf",
        "times": {"arrived": "06:10", "registered": null, "seen": "~11:40", "medicine": null, "left": null},
        "waited_minutes": 330,
        "issues": [{"code": "WAIT", "severity": "high"}, {"code": "PAY", "severity": "low", "why": "informal"}],
        "paid": {"riel": 0, "usd": 0, "receipt": false}, "harm": 0,
        "narrative": "Chan Sokha waited all morning for a doctor, call 012 345 678", "remedy": null, "told_by": "member", "channel": null,
        "patient": {"relation": "self", "sex": null}, "employer": "Golden Star", "local": null, "evidence": "C",
        "consent": ["count", "story"], "assigned_to": null, "status": "new", "party_outcome": null,
        "member_outcome": null,
        "member": {"name": "Chan Sokha", "phone": "012345678", "nssf_number": "…4821"},
    });
    assert_eq!(case, expected);
}

#[test]
fn editing_changes_what_it_names_and_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = session.log(&draft()).unwrap().number;
    let before = shown(&session, &number);
    let done = session
        .edit(&number, &[(Column::Seen, "12:10".into()), (Column::Remedy, "an apology".into())])
        .unwrap();
    assert_eq!(done.changed, ["remedy", "times", "waited_minutes"]);
    let after = shown(&session, &number);
    assert_eq!((&after["waited_minutes"], &after["remedy"]), (&json!(360), &json!("an apology")));
    session
        .edit(&number, &[(Column::MemberPhone, String::new()), (Column::Narrative, String::new())])
        .unwrap();
    let cleared = shown(&session, &number);
    assert_eq!((&cleared["narrative"], &cleared["member"]["phone"]), (&json!(null), &json!(null)));
    assert_eq!(session.edit(&number, &[(Column::Remedy, "an apology".into())]).unwrap().changed, [""; 0]);
    assert!(matches!(session.edit(&number, &[(Column::Status, "closed".into())]), Err(AppError::Given(_))));

    let last = session.last_done().unwrap();
    assert_eq!((last.kinds.as_slice(), last.subjects), ([Kind::CaseCorrected].as_slice(), 1));
    assert_eq!(
        (last.number.as_ref(), last.fields.as_slice()),
        (Some(&number), ["member", "narrative"].map(String::from).as_slice())
    );
    session.edit(&number, &[(Column::Remedy, "nothing".into())]).unwrap();
    // What was agreed to is not what would be taken back now.
    assert!(matches!(session.undo_expected(Some(last.batch)), Err(AppError::DoneSince)));
    assert_eq!(session.undo_expected(None).unwrap().fields, ["remedy"]);
    assert_eq!(session.undo_expected(Some(last.batch)).unwrap(), last);
    assert_eq!(shown(&session, &number), after);
    session.undo().unwrap();
    assert_eq!(shown(&session, &number), before);
    session.undo().unwrap();
    assert!(session.view().case(&number).is_err());
    assert!(matches!(session.undo(), Err(AppError::NothingToUndo)));
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn what_happens_to_a_case_moves_its_status() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = session.log(&draft()).unwrap().number;
    let status = |session: &Session| session.view().case(&number).unwrap().case.status;
    assert!(matches!(session.reopen(&number), Err(AppError::StillOpen(_))));
    session.confirm(&number).unwrap();
    assert_eq!(status(&session), Status::Confirmed);
    session.withdraw(&number).unwrap();
    assert_eq!(status(&session), Status::Withdrawn);
    assert!(matches!(session.confirm(&number), Err(AppError::NotOpen(_))));
    session.reopen(&number).unwrap();
    assert_eq!(status(&session), Status::Confirmed);
    session.set_consent(&number, &[Purpose::Count]).unwrap();
    assert_eq!(shown(&session, &number)["consent"], json!(["count"]));
    session.erase(&number).unwrap();
    let erased = shown(&session, &number);
    assert_eq!((&erased["narrative"], &erased["member"]["name"]), (&json!(null), &json!(null)));
    assert_eq!((&erased["erased"], &erased["employer"]), (&json!(true), &json!("Golden Star")));
    let again = session.edit(&number, &[(Column::Narrative, "told again".into())]);
    assert!(matches!(again, Err(AppError::Book(crate::book::BookError::Erased(_)))));
    assert!(matches!(session.undo(), Err(AppError::Book(crate::book::BookError::ErasedLast))));

    let undone = session.log(&draft()).unwrap().number;
    session.undo().unwrap();
    session.erase(&undone).unwrap();
    let parts: Vec<bool> = session
        .book
        .runs()
        .unwrap()
        .iter()
        .flat_map(|run| run.entries.iter().filter_map(|entry| entry.identity.as_ref()))
        .map(|held| held.bytes().is_some())
        .collect();
    assert_eq!(parts, [false, false], "what was told and taken back is erased too");
}

#[test]
fn hotspots_count_as_the_contract_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let mut log = |changes: &[(Column, &str)]| {
        let mut draft = draft();
        for (column, text) in changes {
            draft.set(*column, *text);
        }
        session.log(&draft).unwrap();
    };
    log(&[]);
    log(&[(Column::Seen, "07:10"), (Column::Issues, "WAIT:low"), (Column::VisitedOn, "2026-10-26")]);
    log(&[(Column::Issues, "GOOD")]);
    log(&[(Column::Facility, "HC-010604"), (Column::Arrived, ""), (Column::VisitedOn, "2026-10-25")]);
    let listing = session.listing("", Order::Visited, None).unwrap();
    let view = session.hotspots(&listing, GroupBy::Province).unwrap();
    let lines: Vec<serde_json::Value> =
        view.groups.iter().map(|group| serde_json::to_value(group).unwrap()).collect();
    assert_eq!(view.total.cases, 3);
    assert_eq!(
        lines[0],
        json!({
            "key": "12", "name_km": "ភ្នំពេញ", "name_en": "Phnom Penh", "cases": 2, "open": 2,
            "issues": {"WAIT": 2, "PAY": 1, "GOOD": 1}, "timed": 2, "wait_median": 195.0,
            "wait_p90": lines[0]["wait_p90"], "severe_share": 0.5, "severe_low": lines[0]["severe_low"],
            "severe_high": lines[0]["severe_high"], "rising": null, "rising_p": null, "funnel": null,
            "last_28": 1, "previous_84": 1,
        })
    );
    assert!((lines[0]["wait_p90"].as_f64().unwrap() - 303.0).abs() < 1e-9);
    assert_eq!((&lines[1]["key"], &lines[1]["wait_median"]), (&json!("01"), &json!(null)));
    assert_eq!((&lines[1]["last_28"], &lines[1]["previous_84"]), (&json!(0), &json!(1)));
    for by in GroupBy::NAMES {
        assert!(!session.hotspots(&listing, by.1).unwrap().groups.is_empty(), "{}", by.0);
    }
}

#[test]
fn an_import_takes_each_row_once_and_says_what_it_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let file = folder.path().join("cases.csv");
    let rows = |third: &str| {
        format!(
            "source_id,visited_on,facility,issues,member_phone\n1,2026-10-03,N00003,WAIT:high,012345678\n\
             2,2026-13-03,N00003,WAIT,\n3,2026-10-04,HC-010604,{third},\n"
        )
    };
    std::fs::write(&file, rows("PAY")).unwrap();
    let options = ImportOptions::default();
    let dry = ImportOptions { dry_run: true, ..options.clone() };
    let report = session.import(&file, &dry, |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.refused), (3, 2, 1));
    assert_eq!(session.view().list(&Listing::default()).unwrap().len(), 0);

    let report = session.import(&file, &options, |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.refused, report.refusals[0].line), (3, 2, 1, 3));
    let report = session.import(&file, &options, |_| true).unwrap();
    assert_eq!((report.added, report.unchanged, report.changed), (0, 2, 0));
    std::fs::write(&file, rows("RUDE")).unwrap();
    let report = session.import(&file, &options, |_| true).unwrap();
    assert_eq!((report.added, report.unchanged, report.changed), (0, 1, 1));
    let changed = session.view().list(&Listing::default()).unwrap().remove(0).case.number;
    session
        .edit(&changed, &[(Column::Remedy, "an apology".into()), (Column::MemberName, "Chan".into())])
        .unwrap();
    let update = ImportOptions { update: true, ..options };
    let report = session.import(&file, &update, |_| true).unwrap();
    assert_eq!((report.updated, report.unchanged), (1, 1));
    let listing = session.listing("issue:RUDE", Order::Visited, None).unwrap();
    let updated = session.view().list(&listing).unwrap().remove(0);
    assert_eq!(updated.case.record.remedy.as_deref(), Some("an apology"), "the table has no such column");
    assert_eq!(session.view().identity(&updated).unwrap().name.as_deref(), Some("Chan"));
    let report = session.import(&file, &update, |_| true).unwrap();
    assert_eq!((report.updated, report.unchanged), (0, 2));
    for _ in 0..3 {
        session.undo().unwrap();
    }
    assert_eq!(session.view().list(&Listing::default()).unwrap().len(), 0);
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn an_export_obeys_consent_and_comes_back_as_it_went() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    session.log(&draft()).unwrap();
    let mut count_only = draft();
    count_only.set(Column::Consent, "count");
    session.log(&count_only).unwrap();
    let mut silent = draft();
    silent.set(Column::Consent, "");
    session.log(&silent).unwrap();
    let listing = session.listing("", Order::Visited, None).unwrap();
    let path = folder.path().join("ករណី.csv");
    let exported = session.export(&listing, &path, false).unwrap();
    assert_eq!(
        exported,
        Exported {
            written: 2,
            without_consent: 1,
            blanked: 1,
            struck: [Suspect::OwnName, Suspect::OwnNumber].into_iter().collect(),
            ..Exported::default()
        }
    );
    let text = std::fs::read_to_string(&path).unwrap();
    for secret in ["Chan", "Sokha", "012 345", "012345", "99994821", "Golden"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    assert!(text.starts_with('\u{FEFF}') && text.contains("[…] waited all morning for a doctor, call […]"));
    let json = folder.path().join("cases.json");
    session.export(&listing, &json, true).unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    assert_eq!((cases.len(), &cases[0]["member"]["nssf_number"]), (2, &json!("…4821")));
    assert!(matches!(
        session.export(&listing, &folder.path().join("cases.txt"), false),
        Err(AppError::UnknownFormat(_))
    ));
    assert!(matches!(session.export(&listing, folder.path(), false), Err(AppError::UnknownFormat(_))));

    let report = session.import(&path, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((report.added, report.unchanged, report.refused), (0, 2, 0), "these are here");
    let elsewhere = tempfile::tempdir().unwrap();
    let mut other = self::session(elsewhere.path());
    let report = other.import(&path, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((report.added, report.refused), (2, 0));
}

#[test]
fn queries_know_names_in_both_scripts() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    session.log(&draft()).unwrap();
    let mut count = |query: &str| {
        let listing = session.listing(query, Order::Visited, None).unwrap();
        session.view().count(&listing).unwrap()
    };
    for query in [
        "province:12",
        "province:\"phnom penh\"",
        "province:ភ្នំពេញ",
        "district:1204",
        "facility:kossamak",
        "facility:N00003",
        "issue:WAIT severity:high",
        "-issue:PAY severity:high -payer:nssf,cash",
        "status:open",
        "waited>=5h30",
        "since:2026-10 until:2026-10",
        "recorded-since:2026-11-22",
        "member:sokha",
        "member:345",
        "employer:golden",
        "consent:story",
        "evidence:C",
        "desk:KC",
        "waited",
        "កុសុមៈ",
        "-zzz",
    ] {
        let expected = usize::from(!query.starts_with("-issue"));
        assert_eq!(count(query), expected, "{query}");
    }
    for query in
        ["issue:PAY severity:high", "waited>330", "paid>0", "province:kandal", "rising:yes", "local:x"]
    {
        assert_eq!(count(query), 0, "{query}");
    }
    assert!(matches!(session.filter("province:nowhere"), Err(AppError::Filter(_))));
}

#[test]
fn a_brief_of_the_demo_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open_demo(folder.path(), 2_000, Settings::default()).unwrap();
    for lang in Lang::ALL {
        let request = BriefRequest::of("nssf".parse().unwrap(), lang);
        let brief = session.brief(&request).unwrap();
        assert!(brief.cases > 1_500 && brief.stories > 0, "{brief:?}");
        // With what only other formats print: furniture, and charts in words.
        let text = format!("{}\n{:?}", crate::brief::markdown::render(&brief.document), brief.document);
        let view = session.view();
        for stored in view.list(&Listing::default()).unwrap() {
            let identity = view.identity(&stored).unwrap();
            for (field, value) in identity.fields() {
                assert!(value.is_none_or(|value| !text.contains(value)), "{field}");
            }
            assert!(!text.contains(stored.case.number.as_str()));
        }
    }
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn a_draft_is_kept_taken_up_and_logged_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let id = session.clock.new_id();
    let form = Unfinished { draft: draft(), declined: [Purpose::Media].into(), ..Unfinished::default() };
    session.keep_draft(id, &Unfinished::default(), None).unwrap();
    assert!(session.drafts().unwrap().is_empty());
    session.keep_draft(id, &form, None).unwrap();
    let options = Options {
        path: session.book.path().to_owned(),
        secret: Secret::passphrase("secret"),
        device: Device::new(folder.path().join("device")),
        cost: Cost::CHEAP,
    };
    let book = crate::book::Book::open(&options).unwrap();
    let mut other = Session::new(book, Clock::Fixed(moment() + chrono::Days::new(1)), Settings::default());
    let mut typed = form.clone();
    typed.draft.set(Column::VisitedOn, "yesterday");
    session.keep_draft(id, &typed, None).unwrap();
    // The next day, "yesterday" is still the day it was.
    typed.draft.set(Column::VisitedOn, "2026-11-21");
    let taken = other.take_up_draft(id).unwrap();
    assert_eq!((taken.form, taken.changed_at), (typed.clone(), moment()));
    let number = other.log_draft(id, &typed.draft).unwrap().number;
    assert_eq!(shown(&session, &number)["visited_on"], "2026-11-21");
    assert!(session.drafts().unwrap().is_empty());
    // The first window still holds it: it can neither log it again nor bring it back.
    let gone = |error| matches!(error, AppError::Book(crate::book::BookError::DraftGone));
    assert!(gone(session.log_draft(id, &typed.draft).unwrap_err()));
    assert!(gone(session.keep_draft(id, &typed, None).unwrap_err()));
    let another = session.clock.new_id();
    session.keep_draft(another, &typed, Some(&number)).unwrap();
    assert_eq!(session.drafts().unwrap()[0].corrects, Some(number));
    session.keep_draft(another, &Unfinished::default(), None).unwrap();
    assert!(session.drafts().unwrap().is_empty());
    // A form that is emptied here takes nothing with it that was typed into its draft elsewhere.
    session.keep_draft(another, &form, None).unwrap();
    other.take_up_draft(another).unwrap();
    other.keep_draft(another, &typed, None).unwrap();
    session.keep_draft(another, &Unfinished::default(), None).unwrap();
    assert_eq!(other.drafts().unwrap()[0].form, typed);
    other.drop_draft(another).unwrap();
    // What was typed to correct a case goes when that is erased.
    let number = other.log(&typed.draft).unwrap().number;
    session.keep_draft(session.clock.new_id(), &typed, Some(&number)).unwrap();
    session.erase(&number).unwrap();
    assert!(session.drafts().unwrap().is_empty());
}
