//! What follows on cases: kept beside them, merged in any order, and made of an older book that had none of it.

use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::domain::case::Case;
use crate::domain::demand::Demand;
use crate::domain::party::{Described, Party};
use crate::domain::promise::Promise;
use crate::domain::standing::Turn;
use crate::domain::submission::Submission;

/// What the seventh version made goes; blocks of columns say something that they did not.
pub(super) const BACK_TO_THE_SIXTH_VERSION: &str = "
    DROP TABLE attachment; DROP TABLE attached; DROP INDEX case_followed; DROP INDEX case_next_step; DROP INDEX case_urgent;
    ALTER TABLE cases DROP COLUMN parties; ALTER TABLE cases DROP COLUMN attention; ALTER TABLE cases DROP COLUMN follow;
    DROP TABLE joined_case; DROP TABLE submission; DROP TABLE promise; DROP TABLE demand; DROP TABLE party;
    UPDATE fact_block SET bytes = x'00';
    PRAGMA user_version = 6";

/// The subject of the submission that holds a case.
fn submission(case: u64) -> Uuid {
    Uuid::from_u128(100 + u128::from(case))
}

/// Something that follows on a case, or on what stands beside it; `batch` makes it one of many.
pub(super) fn happened(what: u8, case: u64, batch: u128) -> NewEntry {
    let day = format!("2026-10-{:02}", 1 + batch % 28);
    let outcome = ["upheld", "partly", "not-upheld", "no-answer"][batch as usize % 4];
    let fate = ["kept", "partly", "broken", "withdrawn"][batch as usize % 4];
    let party = ["nssf", "facility:N00003", "nssf-branch:12"][batch as usize % 3];
    let (raised, id) = (submission(case), Uuid::from_u128(case.into()));
    let of_case = |kind: Kind, body: Value| simple(kind, case, batch, &body);
    let of = |subject: Uuid, kind: Kind, body: Value| NewEntry { subject, ..simple(kind, 0, batch, &body) };
    let (promise, demand) =
        (Uuid::from_u128(200 + u128::from(case)), Uuid::from_u128(300 + u128::from(case)));
    match what {
        0 => of(
            raised,
            Kind::SubmissionMade,
            json!({"party": party, "on": day, "way": "letter", "cases": [id]}),
        ),
        1 => of_case(Kind::Submitted, json!({"submission": raised, "party": party, "on": day})),
        2 => of(raised, Kind::Acknowledged, json!({"on": day})),
        3 => of(raised, Kind::ReplyReceived, json!({"on": day, "outcomes": {id.to_string(): outcome}})),
        4 => of_case(Kind::Replied, json!({"submission": raised, "on": day, "outcome": outcome})),
        5 => of(raised, Kind::ReplyReceived, json!({"on": day, "until": "2026-12-01"})),
        6 => of(
            raised,
            if batch.is_multiple_of(2) { Kind::ClockPaused } else { Kind::ClockResumed },
            json!({"on": day}),
        ),
        7 => of_case(Kind::MemberTold, json!({"on": day, "outcome": "solved"})),
        8 => of_case(Kind::MemberTried, json!({"on": day})),
        9 => of_case(Kind::Closed, json!({"on": day})),
        10 => of_case(Kind::Reopened, json!({})),
        11 => of_case(Kind::AskedAgain, json!({"on": day, "outcome": "not-solved"})),
        12 => of_case(
            Kind::Marked,
            json!({"marks": if batch.is_multiple_of(2) { json!(["safety"]) } else { json!([]) }}),
        ),
        13 => of_case(
            Kind::Checked,
            json!({"form": "no", "contract": "no", "contributions": "yes", "package": "no"}),
        ),
        14 => of(demand, Kind::DemandMade, json!({"title": format!("demand {batch}")})),
        15 => of_case(Kind::Linked, json!({"demand": demand, "belongs": !batch.is_multiple_of(3)})),
        16 => of(
            promise,
            Kind::Promised,
            json!({"party": party, "what": "beds", "on": day, "place": "country"}),
        ),
        17 => of(promise, Kind::PromiseMoved, json!({"on": day, "due": "2026-12-01"})),
        18 => of(
            promise,
            Kind::PromiseJudged,
            json!({"fate": fate, "on": day, "members": {"asked": 3, "kept": 1}}),
        ),
        19 => {
            let contacts = json!([{"name": format!("Keo {batch}"), "role": "agent", "reach": "1"}]);
            let party: Party = party.parse().unwrap();
            of(party.subject(), Kind::PartyDescribed, json!({"party": party, "contacts": contacts}))
        }
        _ => undone([raised, promise, demand, id][batch as usize % 4], batch % 12),
    }
}

fn undone(subject: Uuid, batch: u128) -> NewEntry {
    let body = json!({ "batch": Uuid::from_u128(batch) });
    NewEntry { subject, ..simple(Kind::Undone, 0, 90 + batch, &body) }
}

type State = (Vec<Submission>, Vec<Promise>, Vec<Demand>, Vec<Described>, Vec<(Status, Turn, bool)>);

fn state(book: &Book) -> State {
    let view = book.view();
    let mut cases = view.list(&Listing::default()).unwrap();
    cases.sort_by_key(|stored| stored.case.id);
    let standing =
        cases.iter().map(|stored| (stored.case.status, stored.case.turn(), stored.case.is_urgent()));
    let beside = (view.submissions().unwrap(), view.promises().unwrap(), view.demands().unwrap());
    (beside.0, beside.1, beside.2, view.described_parties().unwrap(), standing.collect())
}

fn take(book: &mut Book, from: &Book) {
    for run in from.runs().unwrap() {
        book.write::<_, BookError>(0, |door| door.receive(&run)).unwrap();
    }
}

/// How many cases there are for whom it is that turn.
fn turns(book: &Book) -> Vec<usize> {
    let count = |turn: &Turn| book.view().count(&listing(Ask::Turn(vec![*turn]))).unwrap();
    crate::domain::values::Coded::ALL.iter().map(count).collect()
}

fn urgent(book: &Book) -> usize {
    book.view().count(&listing(Ask::Urgent(true))).unwrap()
}

#[test]
fn a_book_of_the_sixth_version_knows_whose_turn_it_is_once_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    let of = |issue: &str| {
        let json = json!({"visited_on": "2026-10-03", "facility": "N00003", "issues": [issue], "consent": ["count"]});
        Draft::from_json(&json).unwrap()
    };
    // More than a block, so that there are columns that were made before.
    book.write::<_, BookError>(1_760_000_000_000, |door| {
        (1..=1_100).try_for_each(|number| {
            let issue = ["WAIT:high", "SAFE:high", "SAFE:medium", "REFU:high"][number as usize % 4];
            door.append(logged(number, &of(issue))).map(|_| ())
        })
    })
    .unwrap();
    for number in 1..=40 {
        append(&mut book, simple(Kind::Confirmed, number, 2_000 + u128::from(number), &json!({})));
    }
    for number in 31..=60 {
        append(&mut book, simple(Kind::Withdrawn, number, 3_000 + u128::from(number), &json!({})));
    }
    for number in [35, 55] {
        append(&mut book, simple(Kind::Reopened, number, 4_000 + u128::from(number), &json!({})));
    }
    // 30 and one reopened were confirmed; the other one, and all that were left alone, are to be.
    let (confirm, raise, done) = (1_100 - 60 + 1, 30 + 1, 28);
    let expected = [confirm, raise, 0, 0, 0, 0, done];
    assert_eq!((turns(&book), urgent(&book)), (expected.to_vec(), 275));
    let before = (state(&book), book.verify().unwrap().state);

    book.connection.execute_batch(BACK_TO_THE_SIXTH_VERSION).unwrap();
    drop(book);
    let mut book = Book::open(&options(folder.path(), "book", "secret")).unwrap();
    assert!(folder.path().join(format!("book.before-version-{}", migrate::latest())).exists());
    assert_eq!((turns(&book), urgent(&book)), (expected.to_vec(), 275));
    let verified = book.verify().unwrap();
    assert_eq!((verified.findings, &verified.state), (vec![], &before.1));
    assert_eq!(state(&book), before.0);
    // What follows is kept from now on.
    for what in [0, 1, 2, 3, 4, 16, 14, 19] {
        append(&mut book, happened(what, 1, 5_000 + u128::from(what)));
    }
    assert_eq!(turns(&book)[3], 1);
    assert_eq!(book.view().count(&listing(Ask::Party(vec!["nssf".into()]))).unwrap(), 1);
    assert_eq!(book.verify().unwrap().findings, []);
}

#[test]
fn urgent_cases_that_are_open_stand_first_in_each_part_of_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    book.write::<_, BookError>(1_760_000_000_000, |door| {
        (1..=60).try_for_each(|number| {
            let issue = ["WAIT:high", "SAFE:high", "SAFE:medium"][number as usize % 3];
            let visited = format!("2026-10-{:02}", 1 + number * 7 % 28);
            let json =
                json!({"visited_on": visited, "facility": "N00003", "issues": [issue], "consent": ["count"]});
            door.append(logged(number, &Draft::from_json(&json).unwrap())).map(|_| ())
        })
    })
    .unwrap();
    for number in [4, 7, 10] {
        append(&mut book, simple(Kind::Withdrawn, number, 3_000 + u128::from(number), &json!({})));
    }
    let view = book.view();
    let rows = |listing: &Listing| -> Vec<(bool, NaiveDate, i64)> {
        let comes_first = |case: &Case| case.is_urgent() && case.status.is_open();
        let cases = view.list(listing).unwrap();
        cases
            .iter()
            .map(|known| (comes_first(&known.case), known.case.record.visited_on, known.row))
            .collect()
    };
    let all = rows(&Listing::default());
    assert_eq!(all.iter().filter(|(first, ..)| *first).count(), 17);
    let mut sorted = all.clone();
    sorted.sort_by_key(|row| std::cmp::Reverse(*row));
    assert_eq!((all.len(), &all), (60, &sorted));
    // Parts of it, from the index and, with a filter that lets all through, from columns.
    for offset in [0, 5, 16, 17, 18, 59, 60, 70] {
        for limit in [0, 1, 12, 17, 100] {
            let part = Listing { offset, limit: Some(limit), ..Listing::default() };
            let expected: Vec<_> = all.iter().skip(offset).take(limit).copied().collect();
            assert_eq!(rows(&part), expected, "{offset} {limit}");
            let filtered =
                Listing { offset, limit: Some(limit), ..listing(Ask::Desk(vec!["KC".parse().unwrap()])) };
            assert_eq!(rows(&filtered), expected, "{offset} {limit}");
        }
    }
}

#[test]
fn two_books_with_the_same_entries_stand_the_same_whichever_came_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut desks =
        ["KC", "PP"].map(|desk| Book::create(&options(folder.path(), desk, ""), &keeper(desk)).unwrap().0);
    append(&mut desks[0], logged(1, &draft("ours")));
    append(&mut desks[0], logged(2, &draft("ours too")));
    let [first, second] = &mut desks;
    take(second, first);
    // Both desks follow the same cases up, not knowing of each other.
    for (place, book) in desks.iter_mut().enumerate() {
        let batch = |step: u128| 10 * (place as u128 + 1) + step;
        for (step, what) in
            [(0, 0), (0, 1), (1, 2), (2, 3), (2, 4), (3, 7), (4, 14), (4, 15), (5, 16), (6, 18), (7, 19)]
        {
            append(book, happened(what, 1 + place as u64, batch(step)));
        }
        append(book, happened(8, 2 - place as u64, batch(8)));
        append(book, happened(12, 2, 40 + 2 * place as u128));
    }
    let [mut first, mut second] = desks;
    let mut third = Book::create(&options(folder.path(), "third", ""), &keeper("SR")).unwrap().0;
    let mut fourth = Book::create(&options(folder.path(), "fourth", ""), &keeper("SR")).unwrap().0;
    take(&mut third, &second);
    take(&mut third, &first);
    take(&mut fourth, &first);
    take(&mut fourth, &third);
    take(&mut first, &second);
    take(&mut second, &first);
    let stands = state(&first);
    assert_eq!((stands.0.len(), stands.1.len(), stands.2.len()), (2, 2, 2));
    assert!(stands.4.iter().all(|(status, ..)| *status == Status::Answered));
    let verified = first.verify().unwrap();
    assert_eq!(verified.findings, []);
    for other in [&second, &third, &fourth] {
        assert_eq!(state(other), stands);
        let of_other = other.verify().unwrap();
        assert_eq!((of_other.findings, of_other.state), (vec![], verified.state));
    }
}

#[test]
fn a_raise_that_one_side_takes_back_did_not_happen_on_the_other_either() {
    let folder = tempfile::tempdir().unwrap();
    let [mut ours, mut theirs] =
        ["KC", "PP"].map(|desk| Book::create(&options(folder.path(), desk, ""), &keeper(desk)).unwrap().0);
    append(&mut ours, logged(1, &draft("ours")));
    let before = state(&ours);
    // The submission and its case are one batch.
    append(&mut ours, happened(0, 1, 11));
    append(&mut ours, happened(1, 1, 11));
    take(&mut theirs, &ours);
    assert_eq!((state(&theirs).0.len(), state(&theirs).4[0].1), (1, Turn::Party));
    // They record a reply to it, while we take it back.
    append(&mut theirs, happened(3, 1, 12));
    append(&mut theirs, happened(4, 1, 12));
    assert_eq!(state(&theirs).4[0].1, Turn::Tell);
    for subject in [submission(1), Uuid::from_u128(1)] {
        append(&mut ours, undone(subject, 11));
    }
    assert_eq!(state(&ours), before);
    take(&mut ours, &theirs);
    take(&mut theirs, &ours);
    for book in [&ours, &theirs] {
        assert!(state(book).0.is_empty(), "what was not raised is no submission, whatever was replied");
        assert_eq!(book.verify().unwrap().findings, []);
    }
    assert_eq!(state(&ours), state(&theirs));
    assert_eq!(ours.verify().unwrap().state, theirs.verify().unwrap().state);
}

#[test]
fn changing_these_tables_behind_the_book_s_back_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, logged(1, &draft("story")));
    for what in [0, 1, 14, 15, 16, 19] {
        append(&mut book, happened(what, 1, 30 + u128::from(what)));
    }
    assert_eq!(book.verify().unwrap().findings, []);
    for table in ["submission", "promise", "demand", "party"] {
        for sql in [
            format!("UPDATE {table} SET folded = replace(folded, 'KC', 'PP')"),
            format!("UPDATE {table} SET folded = replace(folded, 'Keo', 'Sao')"),
            format!("UPDATE {table} SET folded = '{{}}'"),
            format!("DELETE FROM {table}"),
            format!("INSERT INTO {table} (id, folded) SELECT zeroblob(16), folded FROM {table}"),
        ] {
            let change = book.connection.unchecked_transaction().unwrap();
            change.execute(&sql, []).unwrap();
            let same: bool =
                sql.contains("'KC'") && table == "party" || sql.contains("'Keo'") && table != "party";
            let findings = book.verify_inside().unwrap().findings;
            let is_named =
                |finding: &Finding| matches!(finding, Finding::FollowUp(named, _) if *named == table);
            assert_eq!(same, findings.is_empty(), "{sql}: {findings:?}");
            assert!(findings.iter().all(is_named), "{sql}: {findings:?}");
            drop(change);
        }
    }
    for sql in [
        "UPDATE cases SET attention = attention + 8",
        "UPDATE cases SET attention = 1",
        "UPDATE cases SET parties = '|ssr|'",
        "UPDATE cases SET parties = NULL",
        "UPDATE cases SET follow = NULL",
    ] {
        let change = book.connection.unchecked_transaction().unwrap();
        change.execute(sql, []).unwrap();
        assert!(!book.verify_inside().unwrap().findings.is_empty(), "{sql}");
        drop(change);
    }
}
