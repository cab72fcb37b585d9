//! Cases that are joined: gone from the tables as long as the other one stands for both, in whatever order that is told.

use super::*;
use crate::domain::values::Evidence;

fn number(case: u64) -> CaseNumber {
    CaseNumber::new(&"KC".parse().unwrap(), case)
}

/// Some half of a joining of the three cases of the property test, or that two are kept apart.
pub(super) fn happened(what: u8, case: u64, batch: u128) -> NewEntry {
    let other = 1 + (batch as u64 + u64::from(what)) % 3;
    match what {
        0..3 => witnessed(case, other, batch, batch.is_multiple_of(2)),
        3..7 => joined(case, other, batch),
        _ => simple(Kind::KeptApart, case, batch, &json!({"other": Uuid::from_u128(other.into())})),
    }
}

fn joined(case: u64, into: u64, batch: u128) -> NewEntry {
    let body = json!({"into": Uuid::from_u128(into.into()), "number": number(into)});
    simple(Kind::Joined, case, batch, &body)
}

fn witnessed(case: u64, by: u64, batch: u128, independent: bool) -> NewEntry {
    let id = Uuid::from_u128(by.into());
    let body = json!({"case": id, "number": number(by), "told_by": "witness", "independent": independent});
    simple(Kind::Witnessed, case, batch, &body)
}

fn undone(case: u64, batch: u128) -> NewEntry {
    simple(Kind::Undone, case, 500 + batch, &json!({"batch": Uuid::from_u128(batch)}))
}

/// The cases that stand, with their grades.
fn standing(book: &Book) -> Vec<(u128, Evidence)> {
    let mut cases = book.view().list(&Listing::default()).unwrap();
    cases.sort_by_key(|stored| stored.case.id);
    assert_eq!(book.verify().unwrap().findings, []);
    cases.iter().map(|stored| (stored.case.id.as_u128(), stored.case.record.evidence)).collect()
}

#[test]
fn a_joined_case_goes_lends_its_word_and_comes_back_by_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for case in 1..=3 {
        append(&mut book, logged(case, &draft("story")));
    }
    let before = standing(&book);
    assert_eq!(before[0].1, Evidence::C);
    append(&mut book, witnessed(1, 2, 60, true));
    append(&mut book, joined(2, 1, 60));
    assert_eq!(standing(&book), [(1, Evidence::B), (3, Evidence::C)]);
    let view = book.view();
    assert!(matches!(view.case(&number(2)), Err(BookError::Joined(_, into)) if into == number(1)));
    assert_eq!(view.count(&Listing::default()).unwrap(), 2);
    // Who told the same twice is no second witness.
    append(&mut book, witnessed(1, 3, 61, false));
    append(&mut book, joined(3, 1, 61));
    assert_eq!(book.view().list(&Listing::default()).unwrap()[0].case.follow.witnessed_by(), 2);
    for batch in [61, 60] {
        for case in [1, 2, 3] {
            append(&mut book, undone(case, batch));
        }
    }
    assert_eq!(standing(&book), before);
}

#[test]
fn a_case_comes_back_when_the_one_it_was_joined_into_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    // The halves of the joining arrive before anything that they are about.
    append(&mut book, joined(2, 1, 60));
    append(&mut book, witnessed(1, 2, 60, true));
    append(&mut book, logged(2, &draft("story")));
    assert_eq!(standing(&book), [(2, Evidence::C)], "nothing stands for it yet");
    append(&mut book, logged(1, &draft("story")));
    assert_eq!(standing(&book), [(1, Evidence::B)]);
    append(&mut book, undone(1, 1001));
    assert_eq!(standing(&book), [(2, Evidence::C)]);
}

#[test]
fn half_a_joining_and_one_into_a_younger_case_hide_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for case in 1..=3 {
        append(&mut book, logged(case, &draft("story")));
    }
    append(&mut book, joined(2, 1, 60));
    append(&mut book, joined(1, 3, 61));
    append(&mut book, witnessed(3, 1, 61, true));
    append(&mut book, joined(3, 3, 62));
    append(&mut book, witnessed(3, 3, 62, true));
    assert_eq!(standing(&book).len(), 3);
}

#[test]
fn a_chain_stands_for_all_and_an_erased_one_is_gone_from_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for case in 1..=3 {
        append(&mut book, logged(case, &draft("story")));
    }
    for (case, into, batch) in [(3, 2, 60), (2, 1, 61)] {
        append(&mut book, joined(case, into, batch));
        append(&mut book, witnessed(into, case, batch, true));
    }
    assert_eq!(standing(&book), [(1, Evidence::B)]);
    let erased = book.write::<_, BookError>(0, |door| door.subject_ever(&number(3))).unwrap();
    assert_eq!(erased, Uuid::from_u128(3));
    append(&mut book, simple(Kind::IdentityErased, 3, 70, &json!({})));
    let left = "SELECT count(*) FROM entry WHERE identity_nonce IS NOT NULL";
    let left: i64 = book.connection.query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!((left, standing(&book).len()), (2, 1));
}
