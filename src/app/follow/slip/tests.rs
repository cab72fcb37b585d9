//! What a slip says at each turn, and what it never says.

use chrono::NaiveDate;

use crate::app::follow::{NewReply, NewSubmission, Reached, Turned};
use crate::app::tests::session;
use crate::app::{Clock, Session};
use crate::brief::{pdf, slip};
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::standing::{Answer, RebuttalCheck};
use crate::domain::submission::Way;
use crate::domain::values::{MemberOutcome, PartyOutcome};
use crate::i18n::Lang;
use serde_json::json;

/// What of the case must stand on no slip: identity, facility, issues, story, employer, money, days of the visit.
const SECRETS: [&str; 20] = [
    "Chan",
    "Sokha",
    "ចាន់",
    "012 999 888",
    "012999888",
    "4821",
    "N00003",
    "Kossamak",
    "កុសុមៈ",
    "ភ្នំពេញ",
    "Phnom Penh",
    "REFU",
    "refus",
    "បដិសេធ",
    "Golden",
    "Veng Sreng",
    "turned away",
    "Toul",
    "03/10",
    "3 October",
];

fn logged(session: &mut Session) -> CaseNumber {
    let draft = Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": "refused", "issues": ["REFU:high", "PAY:low"],
        "narrative": "Chan Sokha (ចាន់ សុខា) was turned away at Kossamak", "consent": ["count"],
        "employer": "Golden Star", "local": "Veng Sreng", "remedy": "an apology by Toul",
        "member": {"name": "Chan Sokha", "phone": "012 999 888", "nssf_number": "99994821"},
    }))
    .unwrap();
    session.log(&draft).unwrap().number
}

fn raised(session: &mut Session, number: &CaseNumber, on: &str) {
    let new = NewSubmission {
        party: Party::Facility("N00003".parse().unwrap()),
        on: day(on),
        way: Way::Letter,
        cases: vec![number.clone()],
        about: Some("Toul is to apologise".into()),
        demand: None,
        after: None,
        files: Vec::new(),
        check: Some(RebuttalCheck::all(Answer::No)),
        although_rebutted: false,
    };
    session.raise(&new).unwrap();
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The slip in all its forms, looked through; returns its text.
fn looked_through(session: &Session, number: &CaseNumber, lang: Lang) -> String {
    let document = session.slip(number, Some("012 345 678"), lang).unwrap().document(lang);
    let text = slip::text(&document);
    assert!(text.starts_with(number.as_str()), "{text}");
    for wanted in ["012 345 678 – ", "1286 – ", "1297 – "] {
        assert!(text.contains(wanted), "{text}");
    }
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    // Nothing is drawn beyond the third of the page; what the files hold is the document and nothing else.
    assert!(pdf::fits_third(&document).unwrap(), "{text}");
    slip::picture(&document).unwrap();
    text
}

#[test]
fn at_each_turn_it_says_what_is_next_and_never_who_where_or_what() {
    for lang in Lang::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut session = session(folder.path());
        let number = logged(&mut session);
        let mut said = vec![looked_through(&session, &number, lang)];
        session
            .edit(
                &number,
                &[(Column::NextStep, "call Toul".into()), (Column::NextStepOn, "2026-11-27".into())],
            )
            .unwrap();
        said.push(looked_through(&session, &number, lang));
        session.confirm(&number).unwrap();
        said.push(looked_through(&session, &number, lang));
        raised(&mut session, &number, "2026-11-20");
        said.push(looked_through(&session, &number, lang));
        let submission = session.submission_called(number.as_str()).unwrap();
        session.turn_clock(&submission, Turned::Paused, day("2026-11-21"), None).unwrap();
        said.push(looked_through(&session, &number, lang));
        let submission = session.submission_called(number.as_str()).unwrap();
        session.turn_clock(&submission, Turned::Resumed, day("2026-11-22"), None).unwrap();
        session.clock = Clock::Fixed("2027-02-01T09:00:00+07:00".parse().unwrap());
        said.push(looked_through(&session, &number, lang));
        let submission = session.submission_called(number.as_str()).unwrap();
        let reply = NewReply { outcome: Some(PartyOutcome::NotUpheld), ..NewReply::default() };
        session.reply(&submission, &reply).unwrap();
        said.push(looked_through(&session, &number, lang));
        for _ in 0..3 {
            session.tell(&number, day("2027-02-01"), Reached::NotReached).unwrap();
        }
        said.push(looked_through(&session, &number, lang));
        session.tell(&number, day("2027-02-01"), Reached::Told(Some(MemberOutcome::Partly))).unwrap();
        said.push(looked_through(&session, &number, lang));
        session.close(&number, day("2027-02-01"), None).unwrap();
        said.push(looked_through(&session, &number, lang));
        session.ask_again(&number, day("2027-02-01"), None).unwrap();
        said.push(looked_through(&session, &number, lang));
        session.reopen(&number).unwrap();
        session.withdraw(&number).unwrap();
        said.push(looked_through(&session, &number, lang));
        let different: std::collections::BTreeSet<&String> = said.iter().collect();
        assert_eq!(different.len(), said.len(), "each turn has its own words: {said:#?}");
        let plain = said.join("\n");
        // The answer is due twenty working days after the 20th: later than the water festival and a paused day.
        let due = session.calendar.after_but(day("2026-11-20"), 20, &submission.pauses).unwrap();
        assert!(plain.contains(&crate::i18n::dates::long_date(due, lang)), "{plain}");
    }
}

#[test]
fn without_a_number_of_ours_the_hotlines_stand_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = logged(&mut session);
    let slip = session.slip(&number, None, Lang::Km).unwrap();
    assert_eq!(slip.call.iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>(), ["1286", "1297"]);
    assert!(session.slip(&"KC-7F3Q-2XM9".parse().unwrap(), None, Lang::Km).is_err());
}
