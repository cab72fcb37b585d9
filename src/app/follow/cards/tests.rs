//! The card says the same in both languages, and knows what officers wrote down.

use crate::app::follow::HOTLINES;
use crate::app::tests::session;
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::party::{Contact, Described, Party};
use crate::domain::text::has_khmer;
use crate::domain::values::{Channel, Severity, Status};
use crate::i18n::{Digits, Lang};

fn kossamak() -> FacilityId {
    "N00003".parse().unwrap()
}

#[test]
fn the_card_has_all_that_is_needed_at_the_counter_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let card = session.gate_card(&kossamak()).unwrap();
    assert!(card.say.len() >= 4 && card.note.len() >= 5);
    let sourced = [&card.right, &card.hint].map(|said| [&said.text, &said.source]);
    for both in card.say.iter().chain(&card.note).chain(sourced.into_iter().flatten()).chain([&card.caution])
    {
        assert!(has_khmer(&both.km) && !has_khmer(&both.en) && !both.en.is_empty(), "{both:?}");
    }
    assert!(card.right.text.en.contains("20 February 2025"));
    assert!(card.right.source.en.contains("Fresh News"));
    assert!(card.hint.source.en.contains("Prakas 109") && card.caution.en.contains("no verdict"));
    let parties: Vec<String> = card.call.iter().map(|whom| whom.party.to_string()).collect();
    assert_eq!(parties, ["agent:N00003", "nssf-branch:12", "nssf", "mlvt"]);
    assert_eq!(
        card.call.iter().filter_map(|whom| whom.hotline).collect::<Vec<_>>(),
        HOTLINES.map(|(_, number)| number)
    );
    assert!(card.call[..2].iter().all(|whom| whom.ask.is_some() && whom.contacts.is_empty()));
    for lang in Lang::ALL {
        let parts = card.parts(lang);
        let text = parts.iter().flat_map(|(_, lines)| lines.clone()).collect::<Vec<_>>().join("\n");
        assert!(text.contains("1286 – ") && text.contains("1297 – "), "{text}");
        assert!(parts.iter().all(|(_, lines)| lines.iter().all(|line| !line.trim().is_empty())));
    }
    let western = Lang::Km.with_digits(Digits::Western);
    assert!(card.hint.text.said(western).contains('6') && card.hint.text.said(Lang::Km).contains('៦'));
}

#[test]
fn whom_an_officer_wrote_down_is_called_and_not_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let reach =
        |name: &str, reach: &str| Contact { name: name.into(), role: "agent".into(), reach: reach.into() };
    let agent = Party::Agent(kossamak());
    session
        .describe_party(&Described {
            contacts: vec![reach("Keo", "012 111 222"), reach("", "012 333 444")],
            ..Described::plain(agent)
        })
        .unwrap();
    let card = session.gate_card(&kossamak()).unwrap();
    assert!(card.call[0].ask.is_none() && card.call[0].contacts.len() == 2);
    let lines = card.parts(Lang::En)[2].1.clone();
    assert!(lines[0].starts_with("012 111 222 – ") && lines[0].contains("Keo"), "{lines:?}");
    assert!(lines[1].starts_with("012 333 444 – "), "{lines:?}");
}

#[test]
fn the_beginning_of_a_case_says_where_when_and_that_care_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let number = session.start_at_gate(&kossamak()).unwrap().number;
    let case = session.view().case(&number).unwrap().case;
    assert_eq!((case.status, case.record.facility.clone()), (Status::New, kossamak()));
    assert_eq!((case.record.visited_on, case.record.channel), (session.today(), Some(Channel::Phone)));
    let issue = &case.record.issues[0];
    assert_eq!((issue.code, issue.severity), (IssueCode::Refu, Severity::High));
    assert_eq!(session.book.verify().unwrap().findings, []);
}
