//! What is found, and how a case stands.

use super::*;

#[test]
fn search_finds_both_scripts_at_any_length() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    let texts = ["គាត់រង់ចាំ\u{200B}យូរណាស់", "ប.ស.ស. មិនទទួល", "The nurse shouted at her", "ទឹក"];
    for (number, text) in texts.iter().enumerate() {
        append(&mut book, logged(number as u64 + 1, &draft(text)));
    }
    let numbers = |book: &Book, text: &str| -> Vec<u128> {
        let mut found: Vec<u128> = book
            .view()
            .list(&listing(Ask::Text(text.into())))
            .unwrap()
            .iter()
            .map(|case| case.case.id.as_u128())
            .collect();
        found.sort_unstable();
        found
    };
    let check = |book: &Book| {
        assert_eq!(numbers(book, "រង់ចាំយូរ"), [1]);
        assert_eq!(numbers(book, "បសស"), [2]);
        assert_eq!(numbers(book, "SHOUTED"), [3]);
        assert_eq!(numbers(book, "nu"), [3]);
        assert_eq!(numbers(book, "ទឹ"), [4]);
        assert_eq!(numbers(book, "kossamak"), [1, 2, 3, 4]);
        assert_eq!(numbers(book, "\"; DROP TABLE cases"), [0; 0]);
        let first = CaseNumber::new(&"KC".parse().unwrap(), 1);
        assert_eq!(numbers(book, first.as_str().get(3..9).unwrap()), [1]);
    };
    check(&book);
    assert_eq!(book.verify().unwrap().findings, []);
}

#[test]
fn status_follows_from_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, logged(1, &draft("story")));
    let steps = [
        (Kind::Confirmed, json!({}), Status::Confirmed),
        (Kind::Submitted, json!({}), Status::Raised),
        (Kind::Replied, json!({"interim": true}), Status::Raised),
        (Kind::Replied, json!({"outcome": "partly"}), Status::Answered),
        (Kind::Closed, json!({"outcome": "not-solved"}), Status::Closed),
        (Kind::Reopened, json!({}), Status::Confirmed),
        (Kind::Withdrawn, json!({}), Status::Withdrawn),
    ];
    for (batch, (kind, body, status)) in steps.into_iter().enumerate() {
        append(&mut book, simple(kind.clone(), 1, batch as u128, &body));
        assert_eq!(book.view().list(&Listing::default()).unwrap()[0].case.status, status, "{kind:?}");
    }
    append(&mut book, simple(Kind::Undone, 1, 90, &json!({"batch": Uuid::from_u128(6)})));
    assert_eq!(book.view().list(&Listing::default()).unwrap()[0].case.status, Status::Confirmed);
    append(&mut book, simple(Kind::Undone, 1, 91, &json!({"batch": Uuid::from_u128(1001)})));
    assert!(
        book.view().list(&Listing::default()).unwrap().is_empty(),
        "undoing the logging removes the case"
    );
    assert_eq!(book.verify().unwrap().findings, []);
}
