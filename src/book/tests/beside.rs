//! What the book holds beside cases: timed visits, and counts of members.

use super::*;
use crate::domain::members::{MemberCount, MembersCounted};
use crate::domain::observation::{Observed, ObservedBody};

/// Entries with fixed identifiers, as [`logged`] makes them.
pub(super) fn observed(number: u64, payer: &str, seen: &str) -> NewEntry {
    let draft = Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": payer, "stage": "admission",
        "times": {"arrived": "~06:10", "seen": seen},
    }))
    .unwrap();
    let (observation, _) = draft.check_observation(&BuiltIn, "2026-11-22".parse().unwrap()).unwrap();
    let recorded_at = "2026-10-05T09:12:00+07:00".parse().unwrap();
    let body = serde_json::to_vec(&ObservedBody { recorded_at, observation }).unwrap();
    NewEntry { body, ..simple(Kind::Observed, number, 1000 + u128::from(number), &json!({})) }
}

pub(super) fn counted(number: u64, of: &str, members: u32) -> NewEntry {
    let count = MemberCount {
        of: of.parse().unwrap(),
        members,
        counted_on: "2026-06-30".parse().unwrap(),
        source: "the fund's letter".into(),
    };
    let body = serde_json::to_value(count).unwrap();
    simple(Kind::MembersCounted, number, 1000 + u128::from(number), &body)
}

fn undone(number: u64) -> NewEntry {
    let batch = Uuid::from_u128(1000 + u128::from(number));
    simple(Kind::Undone, number, 5000 + u128::from(number), &json!({ "batch": batch }))
}

fn state(book: &Book) -> (Vec<Observed>, Vec<MembersCounted>) {
    let mut all = Vec::new();
    book.view()
        .observations::<BookError>(|observed| {
            all.push(observed);
            Ok(())
        })
        .unwrap();
    all.sort_by_key(|observed| observed.id);
    (all, book.view().member_counts().unwrap())
}

#[test]
fn they_are_there_when_the_book_is_opened_again_and_go_when_they_are_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "secret");
    let (mut book, _) = Book::create(&options, &keeper("KC")).unwrap();
    append(&mut book, logged(1, &draft("story")));
    append(&mut book, observed(2, "cash", "07:00"));
    append(&mut book, observed(3, "nssf", "~09:30"));
    append(&mut book, counted(4, "employer:\"Golden Star\"", 1500));
    append(&mut book, counted(5, "employer:\"golden star\"", 1600));
    let before = state(&book);
    drop(book);
    let mut book = Book::open(&options).unwrap();
    assert_eq!(state(&book), before);
    let waits: Vec<u32> = before.0.iter().map(|observed| observed.observation.waited_minutes).collect();
    assert_eq!(waits, [50, 200]);
    let seen = &before.0[1];
    assert_eq!((seen.officer.as_str(), seen.observation.times.seen.unwrap().estimated), ("Sok Dara", true));
    let members: Vec<u32> = before.1.iter().map(|counted| counted.count.members).collect();
    assert_eq!(members, [1600, 1500], "of one day the later entry holds");
    assert_eq!(book.view().count(&Listing::default()).unwrap(), 1);
    append(&mut book, undone(2));
    append(&mut book, undone(5));
    let (observations, counts) = state(&book);
    assert_eq!((observations, counts), (before.0[1..].to_vec(), before.1[1..].to_vec()));
    let verified = book.verify().unwrap();
    assert_eq!((verified.cases, verified.findings), (1, vec![]));
}

#[test]
fn two_books_with_the_same_entries_hold_the_same_whichever_came_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut desks = ["KC", "PP"].map(|desk| made(folder.path(), desk, desk));
    for (place, book) in desks.iter_mut().enumerate() {
        let place = place as u64 * 100;
        append(book, observed(place + 1, "cash", "07:00"));
        append(book, observed(place + 2, "nssf", "10:00"));
        append(book, counted(place + 3, "province:08", 4200));
        // The same subjects at both desks, and a case under one of them.
        append(book, observed(500, if place == 0 { "cash" } else { "nssf" }, "08:00"));
        append(book, counted(501, "all", 10));
        append(book, logged(500, &draft("story")));
        append(book, undone(place + 2));
    }
    let runs: Vec<Run> = desks.iter().flat_map(|desk| desk.runs().unwrap()).collect();
    let [mut first, mut second] = desks;
    let take = |book: &mut Book, run: &Run| {
        book.write::<_, BookError>(0, |door| door.receive(run)).unwrap();
    };
    take(&mut first, &runs[1]);
    take(&mut second, &runs[0]);
    let mut third = made(folder.path(), "third", "SR");
    for run in [&runs[1], &runs[0], &runs[1]] {
        take(&mut third, run);
    }
    let verified = first.verify().unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!((state(&first).0.len(), state(&first).1.len()), (3, 3));
    for other in [&second, &third] {
        assert_eq!(state(other), state(&first));
        let of_other = other.verify().unwrap();
        assert_eq!((of_other.findings, of_other.state), (vec![], verified.state));
    }
    append(&mut first, undone(101));
    assert_ne!(first.verify().unwrap().state, verified.state);
}

#[test]
fn changing_their_tables_behind_the_book_s_back_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, observed(1, "cash", "07:00"));
    append(&mut book, counted(2, "province:08", 4200));
    for (sql, is_of_members) in [
        ("UPDATE observation SET waited = 5", false),
        ("UPDATE observation SET payer = 99", false),
        ("DELETE FROM observation", false),
        ("UPDATE observation SET id = x'00000000000000000000000000000009'", false),
        ("UPDATE member_count SET members = 5", true),
        ("UPDATE member_count SET counted = 'nobody'", true),
        ("DELETE FROM member_count", true),
    ] {
        let change = book.connection.unchecked_transaction().unwrap();
        change.execute(sql, []).unwrap();
        let findings = book.verify_inside().unwrap().findings;
        let is_named = |finding: &Finding| match finding {
            Finding::Members(_) => is_of_members,
            Finding::Observation(_) | Finding::Summary => !is_of_members,
            _ => false,
        };
        assert!(!findings.is_empty() && findings.iter().all(is_named), "{sql} {findings:?}");
        drop(change);
    }
    assert_eq!(book.verify().unwrap().findings, []);
}

#[test]
fn names_as_others_write_them_are_kept_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for (number, name) in (1..).zip(["", " a ", "a \"b\" c", "a\nb", "ក:ខ"]) {
        let body = json!({"of": {"employer": name}, "members": 5, "counted_on": "2026-06-30", "source": "x"});
        append(&mut book, simple(Kind::MembersCounted, number, 1000 + u128::from(number), &body));
    }
    assert_eq!(state(&book).1.len(), 5);
    assert_eq!(book.verify().unwrap().findings, []);
}

/// Whoever adds a column must think of this: nothing of a person may come in here.
#[test]
fn the_table_of_observations_has_no_place_for_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let book = made(folder.path(), "book", "KC");
    let mut statement = book.connection.prepare("SELECT name FROM pragma_table_info('observation')").unwrap();
    let columns: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let expected = "number id desk officer recorded_at recorded_offset visited_on facility stage payer arrived \
                    registered seen medicine left_at waited source source_id";
    assert_eq!(columns.join(" "), expected);
}
