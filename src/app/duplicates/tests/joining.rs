//! What joining and keeping apart do to a book.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::{Value, json};

use crate::app::duplicates::{JoinError, Joining, Which, suspected};
use crate::app::tests::session;
use crate::app::{AppError, CaseView, Clock, ImportOptions, JoinedView, Session};
use crate::book::{BookError, Listing};
use crate::domain::draft::Draft;
use crate::domain::issue::IssueCode;
use crate::domain::number::CaseNumber;
use crate::domain::standing::Mark;
use crate::domain::values::Evidence;
use crate::i18n::{Lang, Speak};
use crate::intake::duplicates::Reason;

fn told(fields: &Value) -> Draft {
    let mut told = json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": "nssf", "consent": ["count"],
        "issues": [{"code": "WAIT", "severity": "high"}], "times": {"arrived": "06:10", "seen": "11:40"},
        "narrative": "They let her wait until noon and then sent her home without any medicine.",
        "member": {"name": "Chan Sreymom", "phone": "012 034 567"},
    });
    for (field, value) in fields.as_object().unwrap() {
        told[field] = value.clone();
    }
    Draft::from_json(&told).unwrap()
}

/// Logs a case a second after whatever was done before.
fn log(session: &mut Session, fields: &Value) -> CaseNumber {
    session.clock = Clock::Fixed(session.clock.now() + Duration::seconds(1));
    session.log(&told(fields)).unwrap().number
}

fn witness() -> Value {
    json!({"told_by": "witness", "member": {"name": "Heng Bopha", "phone": "098 011 222"}})
}

fn is_sound(session: &Session) {
    assert_eq!(session.book.verify().unwrap().findings, []);
}

fn count(session: &Session) -> usize {
    session.view().count(&Listing::default()).unwrap()
}

#[test]
fn a_case_told_twice_is_found_beside_the_new_one_and_in_a_sweep() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    log(
        &mut session,
        &json!({"member": {"name": "Keo Dany", "phone": "098 055 123"}, "times": {"arrived": "13:00", "seen": "14:00"}}),
    );
    log(&mut session, &json!({"visited_on": "2026-09-03"}));
    let before = session.view().newest_row().unwrap();
    let again = log(&mut session, &json!({"member": {"name": "ចាន់ ស្រីមុំ", "phone": "+855 12 034567"}}));
    let found = session.duplicates_of(&again).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].kept.case.number, &found[0].other.case.number), (&first, &again));
    assert!(found[0].reasons.contains(&Reason::SamePhone) && found[0].score > 0.99);
    for (query, expected) in
        [("", 1), ("facility:N00003", 1), ("facility:H080801", 0), ("since:2026-10-04", 0)]
    {
        assert_eq!(session.duplicates(query, None).unwrap().1, expected, "{query}");
    }
    assert_eq!(session.duplicates_after(before, None).unwrap().0, found);
    assert_eq!(session.duplicates_after(session.view().newest_row().unwrap(), None).unwrap().1, 0);
}

/// Pairs of visits a day or two apart, so that each kind lies across the border of two stretches somewhere.
#[test]
fn stretch_by_stretch_the_same_pairs_are_found_as_in_one_sweep() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first: chrono::NaiveDate = "2026-08-20".parse().unwrap();
    for number in 0..20_u64 {
        let phone = format!("012 034 {:03}", 100 + number * 7);
        for day in [number * 4, number * 4 + 1 + number % 2] {
            let day = first + chrono::Days::new(day);
            let visit = json!({
                "visited_on": day.min("2026-11-01".parse().unwrap()),
                "member": {"name": "Chan Sreymom", "phone": phone},
            });
            log(&mut session, &visit);
        }
    }
    let view = session.view();
    let found = |which: &Which| {
        let mut told = Vec::new();
        let (pairs, all) = suspected(&view, which, &Listing::default(), None, &mut |step| {
            told.push(step);
            true
        })
        .unwrap();
        assert!(told.windows(2).all(|two| two[0].until < two[1].until && two[0].found <= two[1].found));
        assert!(told.last().is_none_or(|last| last.until == last.last && last.found == all), "{told:?}");
        assert_eq!(pairs.len(), all);
        let numbers = pairs.into_iter().map(|pair| (pair.kept.case.number, pair.other.case.number));
        numbers.collect::<BTreeSet<_>>()
    };
    let all = found(&Which::All);
    assert!(all.len() >= 15, "{}", all.len());
    assert_eq!(found(&Which::Since(first)), all);
    assert_eq!(found(&Which::InStretches), all);
    assert_eq!(found(&Which::After(0)), all);
    let stopped = suspected(&view, &Which::InStretches, &Listing::default(), None, &mut |_| false);
    assert!(matches!(stopped, Err(AppError::Cancelled)));
    let later = found(&Which::Since(first + chrono::Days::new(40)));
    assert!(!later.is_empty() && later.len() < all.len() && later.is_subset(&all));
}

/// A case asks for the member's name, also where a witness tells it.
#[test]
fn a_witness_who_names_the_member_is_somebody_else_than_the_member() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let witness = log(&mut session, &json!({"told_by": "witness"}));
    let joined = session.join(&first, &witness).unwrap();
    assert!(joined.is_new_witness);
    assert_eq!((joined.witnesses, joined.evidence), (2, Evidence::B));
    is_sound(&session);
    // Another telling of the member's own is none.
    let again = log(&mut session, &json!({}));
    let joined = session.join(&first, &again).unwrap();
    assert_eq!((joined.is_new_witness, joined.witnesses), (false, 2));
}

#[test]
fn a_second_witness_lifts_the_grade_and_undo_brings_both_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let second = log(&mut session, &witness());
    let done = session.join(&second, &first).unwrap();
    assert_eq!((&done.kept, &done.joined, done.witnesses), (&first, &second, 2));
    assert!(done.is_new_witness && (done.before, done.evidence) == (Evidence::C, Evidence::B));
    let view = session.view();
    let kept = view.case(&first).unwrap();
    assert_eq!(kept.case.record.evidence, Evidence::B);
    let shown = serde_json::to_value(CaseView::new(&view, &kept, Lang::En).unwrap()).unwrap();
    assert_eq!(
        (&shown["evidence"], &shown["witnesses"][0]["number"]),
        (&json!("B"), &json!(second.as_str()))
    );
    // What is printed of it can be taken over as it stands.
    Draft::from_json(&shown).unwrap();
    assert_eq!(count(&session), 1);
    let error = session.view().case(&second).unwrap_err();
    assert!(
        error.what(Lang::En).contains(first.as_str())
            && error.hint(Lang::Km).unwrap().contains(first.as_str())
    );
    assert_eq!(session.duplicates("", None).unwrap().1, 0);
    is_sound(&session);
    session.undo().unwrap();
    assert_eq!(
        (count(&session), session.view().case(&first).unwrap().case.record.evidence),
        (2, Evidence::C)
    );
    assert!(session.view().case(&second).is_ok());
    is_sound(&session);
}

#[test]
fn who_tells_twice_is_one_witness_and_a_third_telling_goes_to_the_root() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let twice = log(&mut session, &json!({"member": {"name": "Sreymom Chan", "phone": "012034567"}}));
    let witness_told = log(&mut session, &witness());
    let done = session.join(&first, &twice).unwrap();
    assert!(!done.is_new_witness && done.evidence == Evidence::C && done.witnesses == 1);
    // Named by the case that was joined away, it goes where that went.
    let done = session.join(&witness_told, &twice).unwrap();
    assert_eq!((done.kept, done.witnesses, done.evidence), (first.clone(), 2, Evidence::B));
    assert!(
        matches!(session.join(&first, &twice), Err(AppError::Join(JoinError::Same(number))) if number == first)
    );
    assert_eq!(count(&session), 1);
    is_sound(&session);
}

#[test]
fn witnesses_of_a_joined_case_come_along_and_nobody_counts_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let second = log(&mut session, &json!({"member": {"name": "Keo Dany", "phone": "098 055 123"}}));
    let third = log(&mut session, &witness());
    let fourth = log(&mut session, &json!({"told_by": "witness", "member": {"name": "Bopha Heng"}}));
    session.join(&second, &third).unwrap();
    session.join(&second, &fourth).unwrap();
    let done = session.join(&first, &second).unwrap();
    assert_eq!((done.witnesses, count(&session)), (3, 1));
    is_sound(&session);
    session.undo().unwrap();
    assert_eq!(count(&session), 2);
    is_sound(&session);
}

#[test]
fn nothing_is_lost_with_a_case_that_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let second = log(&mut session, &witness());
    session.mark_case(&second, &BTreeSet::from([Mark::Safety])).unwrap();
    session.withdraw(&first).unwrap();
    assert!(matches!(session.join(&first, &second), Err(AppError::Join(JoinError::Closed(..)))));
    session.reopen(&first).unwrap();
    session.join(&first, &second).unwrap();
    assert!(session.view().case(&first).unwrap().case.is_urgent(), "the mark of the other one stays");
    assert!(matches!(session.confirm(&second), Err(AppError::Book(BookError::Joined(..)))));
    is_sound(&session);
}

#[test]
fn erasing_the_kept_case_erases_its_member_from_what_was_joined_and_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let again = log(&mut session, &json!({}));
    let of_the_member = log(&mut session, &json!({"told_by": "witness"}));
    for other in [&again, &of_the_member] {
        session.join(&first, other).unwrap();
    }
    let somebody_else = log(&mut session, &witness());
    session.join(&first, &somebody_else).unwrap();
    session.erase(&first).unwrap();
    is_sound(&session);
    let runs = session.book.runs().unwrap();
    let parts = runs.iter().flat_map(|run| run.entries.clone()).filter_map(|entry| entry.identity);
    let left: Vec<String> = parts
        .filter_map(|held| held.bytes().map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()))
        .collect();
    assert!(left.len() == 1 && left[0].contains("Bopha") && !left[0].contains("Sreymom"), "{left:?}");
    // Alone, by its own number, a joined case can be erased too.
    assert!(session.erase(&somebody_else).is_ok());
}

#[test]
fn what_is_joined_can_be_parted_and_nobody_withdraws_what_somebody_else_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let other = log(&mut session, &witness());
    session.join(&first, &other).unwrap();
    assert!(matches!(session.withdraw(&first), Err(AppError::Join(JoinError::Witness(..)))));
    assert!(matches!(session.part(&first), Err(AppError::Join(JoinError::NotJoined(_)))));
    // Not only as the last thing done.
    session.confirm(&first).unwrap();
    assert_eq!(session.part(&other).unwrap(), first);
    is_sound(&session);
    assert_eq!(count(&session), 2);
    assert_eq!(session.view().case(&first).unwrap().case.record.evidence, Evidence::C);
    session.withdraw(&other).unwrap();
    assert!(matches!(session.join(&first, &other), Err(AppError::Join(JoinError::Withdrawn(_)))));
    session.undo().unwrap();
    assert!(session.join(&first, &other).unwrap().is_new_witness);
    is_sound(&session);
    assert_eq!(count(&session), 1);
}

#[test]
fn what_somebody_told_later_is_filled_in_and_their_later_word_on_consent_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({"consent": ["count", "story"]}));
    let later = log(
        &mut session,
        &json!({
            "consent": ["count"], "evidence": "A", "paid": {"riel": 40000},
            "issues": [{"code": "WAIT", "severity": "low"}, {"code": "PAY", "severity": "high"}],
            "next_step": {"what": "call her"}, "employer": "Blue",
        }),
    );
    let done = session.join(&first, &later).unwrap();
    assert_eq!((done.is_new_witness, done.evidence), (false, Evidence::A));
    let record = session.view().case(&first).unwrap().case.record;
    let issues: Vec<String> = record.issues.iter().map(crate::domain::draft::issue_text).collect();
    assert_eq!(issues, ["WAIT:high", "PAY:high"]);
    assert_eq!((record.paid.riel, record.employer.as_deref()), (40_000, Some("Blue")));
    assert_eq!(record.consent.len(), 1);
    assert!(record.next_step.is_some());
    is_sound(&session);
    session.undo().unwrap();
    let record = session.view().case(&first).unwrap().case.record;
    assert_eq!((record.paid.riel, record.consent.len(), record.evidence), (0, 2, Evidence::C));
    is_sound(&session);
}

#[test]
fn a_pair_that_was_kept_apart_is_not_asked_about_again_until_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({}));
    let second = log(&mut session, &json!({"member": {"name": "Chan Sreymom"}}));
    assert_eq!(session.duplicates_of(&first).unwrap().len(), 1);
    session.keep_apart(&second, &first).unwrap();
    assert_eq!(
        (session.duplicates_of(&first).unwrap(), session.duplicates("", None).unwrap().1),
        (Vec::new(), 0)
    );
    is_sound(&session);
    session.undo().unwrap();
    assert_eq!(session.duplicates_of(&second).unwrap().len(), 1);
    assert!(matches!(session.keep_apart(&first, &first), Err(AppError::Join(JoinError::Same(_)))));
}

#[test]
fn importing_a_table_again_does_not_bring_a_joined_case_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let table = folder.path().join("table.csv");
    let head = "source_id,visited_on,facility,issues,arrived,seen,member_name,member_phone\n";
    let row =
        |id: &str, name: &str| format!("{id},2026-10-03,N00003,WAIT:high,06:10,11:40,{name},012 034 567\n");
    std::fs::write(&table, format!("{head}{}{}", row("a", "Chan Sreymom"), row("b", "Chan Sreymom")))
        .unwrap();
    let import = |session: &mut Session| session.import(&table, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!(import(&mut session).added, 2);
    let (pairs, all) = session.duplicates("", None).unwrap();
    assert_eq!(all, 1);
    let [kept, other] = [&pairs[0].kept, &pairs[0].other].map(|stored| stored.case.number.clone());
    session.join(&kept, &other).unwrap();
    let again = import(&mut session);
    assert_eq!((again.added, again.unchanged, count(&session)), (0, 2, 1));
    // A row of a joined case that changed is told of, and corrects that case where it is to.
    let joined_row = pairs[0].other.case.record.source.as_ref().unwrap().id.clone();
    let changed = ["a", "b"].map(|id| {
        let issues = if id == joined_row { "WAIT:high;PAY:low" } else { "WAIT:high" };
        row(id, "Chan Sreymom").replace("WAIT:high", issues)
    });
    std::fs::write(&table, format!("{head}{}", changed.concat())).unwrap();
    let again = import(&mut session);
    assert_eq!((again.added, again.unchanged, again.changed), (0, 1, 1));
    let options = ImportOptions { update: true, ..ImportOptions::default() };
    let updated = session.import(&table, &options, |_| true).unwrap();
    assert_eq!((updated.added, updated.unchanged, updated.updated, count(&session)), (0, 1, 1, 1));
    let view = session.view();
    let stored = view.case(&kept).unwrap();
    assert_eq!(JoinedView::all(&view, &stored).unwrap()[0].issues.len(), 2);
    let last = import(&mut session);
    assert_eq!((last.unchanged, last.changed), (2, 0));
    is_sound(&session);
}

#[test]
fn what_a_witness_told_is_shown_with_the_kept_case_until_it_is_erased_and_can_be_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({"times": {}}));
    let mut told = witness();
    told["issues"] = json!([{"code": "WAIT", "severity": "low"}, {"code": "PAY", "severity": "high"}]);
    told["paid"] = json!({"riel": 50_000});
    told["narrative"] = json!("I stood beside her when the guard asked for money.");
    let other = log(&mut session, &told);
    let issues = |session: &Session| {
        let record = session.view().case(&first).unwrap().case.record;
        (record.issues.iter().map(crate::domain::draft::issue_text).collect::<Vec<_>>(), record.paid.riel)
    };
    let joined = |session: &Session| {
        let view = session.view();
        let stored = view.case(&first).unwrap();
        JoinedView::with_members(&view, &stored).unwrap()
    };

    let done = session.join(&first, &other).unwrap();
    assert_eq!((done.left.as_slice(), done.taken_over.len()), (&[IssueCode::Pay][..], 0));
    assert_eq!(issues(&session), (vec!["WAIT:high".to_owned()], 0));
    let shown = joined(&session).remove(0);
    assert_eq!((shown.number.as_str(), shown.issues.len(), shown.paid.riel), (other.as_str(), 2, 50_000));
    assert!(shown.narrative.is_some_and(|story| story.contains("guard")));
    assert_eq!(shown.member.unwrap().name.as_deref(), Some("Heng Bopha"));

    // Afterwards, or at once.
    let taken = (vec!["WAIT:high".to_owned(), "PAY:high".to_owned()], 50_000);
    let joining = Joining { takes_over: true, ..Joining::default() };
    let later = session.join_so(&first, &other, joining).unwrap();
    assert_eq!((later.left.len(), issues(&session)), (0, taken.clone()));
    session.undo().unwrap();
    session.undo().unwrap();
    let done = session.join_so(&first, &other, joining).unwrap();
    assert_eq!((done.left.len(), issues(&session), done.evidence), (0, taken, Evidence::B));
    let record = session.view().case(&first).unwrap().case.record;
    assert!(record.times.arrived.is_some() && !done.taken_over.is_empty());
    is_sound(&session);
    session.undo().unwrap();
    assert_eq!((issues(&session).1, count(&session)), (0, 2));

    session.join(&first, &other).unwrap();
    session.erase(&other).unwrap();
    let shown = joined(&session).remove(0);
    assert!(shown.erased && shown.narrative.is_none() && shown.member.unwrap().name.is_none());
    assert_eq!(shown.issues.len(), 2);
}

#[test]
fn who_told_is_said_only_where_it_is_known_and_what_can_hardly_be_one_visit_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let first = log(&mut session, &json!({"consent": ["count", "story"]}));
    let nameless = json!({"member": {}, "consent": ["count", "media"]});
    let unknown = log(&mut session, &nameless);
    let done = session.join(&first, &unknown).unwrap();
    assert_eq!((done.is_new_witness, done.is_known_same, done.evidence), (false, false, Evidence::C));
    // Nobody agrees for somebody else.
    assert_eq!(session.view().case(&first).unwrap().case.record.consent.len(), 1);
    let same = log(&mut session, &json!({}));
    assert!(session.join(&first, &same).unwrap().is_known_same);

    let elsewhere = log(&mut session, &json!({"facility": "H120202"}));
    let later = log(&mut session, &json!({"visited_on": "2026-10-14"}));
    let apart = log(&mut session, &witness());
    session.keep_apart(&first, &apart).unwrap();
    for (other, said) in
        [(&elsewhere, "other facilities"), (&later, "11 days apart"), (&apart, "said that they are two")]
    {
        let refused = session.join(&first, other).unwrap_err();
        assert!(matches!(&refused, AppError::Join(JoinError::Differ(_))), "{refused}");
        assert!(refused.what(Lang::En).contains(said), "{}", refused.what(Lang::En));
        assert!(refused.hint(Lang::Km).is_some_and(|hint| hint.contains("--sure")));
        session.join_so(&first, other, Joining { is_sure: true, ..Joining::default() }).unwrap();
    }
    is_sound(&session);
}
