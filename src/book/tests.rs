//! The book as a whole: opening, losing, merging, erasing, finding.

mod beside;
mod columns;
mod damaged;
mod drafts;
mod erased;
mod follow;
mod found;
mod joined;
mod merge;
mod tail;

use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::domain::draft::{Draft, Facilities};
use crate::domain::entry::{Kind, Stamp};
use crate::domain::facility::Facility;
use crate::domain::filter::{Filter, Test as Ask};
use crate::domain::fold::Logged;
use crate::domain::number::CaseNumber;
use crate::domain::values::Status;

struct BuiltIn;

impl Facilities for BuiltIn {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        text.parse().ok().and_then(|id| crate::reference::facility(&id)).map(Arc::new).ok_or_else(Vec::new)
    }
}

fn options(folder: &Path, name: &str, passphrase: &str) -> Options {
    Options {
        path: folder.join(name),
        secret: Secret::passphrase(passphrase),
        device: Device::new(folder.join("device")),
        cost: Cost::CHEAP,
    }
}

fn keeper(desk: &str) -> Keeper {
    Keeper { desk: desk.parse().unwrap(), officer: "Sok Dara".into() }
}

fn made(folder: &Path, name: &str, desk: &str) -> Book {
    Book::create(&options(folder, name, "secret"), &keeper(desk)).unwrap().0
}

fn draft(narrative: &str) -> Draft {
    Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": "nssf", "issues": ["WAIT:high", "PAY:low"],
        "times": {"arrived": "06:10", "seen": "~11:40"}, "narrative": narrative, "consent": ["count"],
        "member": {"name": "ចាន់ សុខា", "phone": "012 345 678"},
    }))
    .unwrap()
}

/// Entries with fixed identifiers, so that a failing case can be told again.
fn logged(number: u64, draft: &Draft) -> NewEntry {
    let (complaint, _) = draft.check(&BuiltIn, "2026-11-22".parse().unwrap()).unwrap();
    let body = Logged {
        number: CaseNumber::new(&"KC".parse().unwrap(), number),
        recorded_at: "2026-10-05T09:12:00+07:00".parse().unwrap(),
        record: complaint.record,
    };
    NewEntry {
        kind: Kind::CaseLogged,
        subject: Uuid::from_u128(number.into()),
        batch: Uuid::from_u128(1000 + u128::from(number)),
        body: serde_json::to_vec(&body).unwrap(),
        identity: Some(serde_json::to_vec(&complaint.identity).unwrap()),
        narrative: complaint.narrative.map(String::into_bytes),
    }
}

fn simple(kind: Kind, subject: u64, batch: u128, body: &serde_json::Value) -> NewEntry {
    NewEntry {
        kind,
        subject: Uuid::from_u128(subject.into()),
        batch: Uuid::from_u128(batch),
        body: serde_json::to_vec(body).unwrap(),
        identity: None,
        narrative: None,
    }
}

fn append(book: &mut Book, entry: NewEntry) {
    book.write::<_, BookError>(1_760_000_000_000, |door| door.append(entry)).unwrap();
}

fn listing(test: Ask) -> Listing {
    Listing { filter: Filter::default().and(test), riel_per_dollar: 4000, ..Listing::default() }
}

#[test]
fn a_case_that_was_written_is_there_when_the_book_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "secret");
    let (mut book, code) = Book::create(&options, &keeper("KC")).unwrap();
    append(&mut book, logged(1, &draft("រង់ចាំយូរ")));
    drop(book);

    let book = Book::open(&options).unwrap();
    assert_eq!(book.keeper(), &keeper("KC"));
    let cases = book.view().list(&Listing::default()).unwrap();
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].case.record.waited_minutes, Some(330));
    assert_eq!(book.view().narrative(&cases[0]).unwrap().as_deref(), Some("រង់ចាំយូរ"));
    assert_eq!(book.view().identity(&cases[0]).unwrap().name.as_deref(), Some("ចាន់ សុខា"));
    let verified = book.verify().unwrap();
    assert_eq!((verified.entries, verified.cases, verified.findings), (1, 1, vec![]));
    drop(book);

    let by_code = Options { secret: Secret::Recovery(code.unwrap()), ..options };
    Book::open(&by_code).unwrap().rekey("another", Cost::CHEAP).unwrap();
    assert!(Book::open(&Options { secret: Secret::passphrase("another"), ..by_code }).is_ok());
}

#[test]
fn wrong_secrets_lost_keys_and_other_files_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let right = options(folder.path(), "book", "secret");
    drop(Book::create(&right, &keeper("KC")).unwrap());
    let open = |options: &Options| Book::open(options).err().unwrap();

    let wrong = options(folder.path(), "book", "other");
    assert!(matches!(open(&wrong), BookError::PassphraseWrong));
    let none = Options { secret: Secret::None, ..right.clone() };
    assert!(matches!(open(&none), BookError::PassphraseMissing));
    assert!(matches!(Book::create(&right, &keeper("KC")).err().unwrap(), BookError::Exists(_)));

    let keys = keys_path(&right.path);
    let bytes = std::fs::read(&keys).unwrap();
    std::fs::write(&keys, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(open(&right), BookError::KeysDamaged(_)));
    std::fs::remove_file(&keys).unwrap();
    assert!(matches!(open(&right), BookError::KeysLost(_)));
    drop(Book::create(&options(folder.path(), "other", "secret"), &keeper("KC")).unwrap());
    std::fs::copy(folder.path().join("other.keys"), &keys).unwrap();
    assert!(matches!(open(&right), BookError::KeysLost(_)));
    std::fs::write(&keys, bytes).unwrap();
    assert!(Book::open(&right).is_ok());

    std::fs::write(folder.path().join("text"), "no book at all").unwrap();
    assert!(matches!(open(&options(folder.path(), "text", "x")), BookError::NotABook(_)));
    assert!(matches!(open(&options(folder.path(), "none", "x")), BookError::NotFound(_)));
    assert!(matches!(open(&options(folder.path(), "", "x")), BookError::NotABook(_)));
    let foreign = rusqlite::Connection::open(folder.path().join("foreign")).unwrap();
    foreign.execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(open(&options(folder.path(), "foreign", "x")), BookError::NotABook(_)));
}

#[test]
fn a_newer_book_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "");
    let (book, code) = Book::create(&options, &keeper("KC")).unwrap();
    assert!(code.is_none() && !book.is_encrypted());
    book.connection.pragma_update(None, "user_version", 99).unwrap();
    drop(book);
    assert!(matches!(Book::open(&options).err().unwrap(), BookError::Newer { version: 99, .. }));
}

#[test]
fn damage_is_found_wherever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "secret");
    let (mut book, _) = Book::create(&options, &keeper("KC")).unwrap();
    for number in 1..40 {
        append(&mut book, logged(number, &draft("a story that fills pages ".repeat(20).trim())));
    }
    drop(book);
    let whole = std::fs::read(&options.path).unwrap();
    for place in (0..whole.len()).step_by(whole.len() / 12).chain([3, 20, whole.len() - 1]) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x40;
        std::fs::write(&options.path, &bytes).unwrap();
        let found = match Book::open(&options) {
            Ok(book) => !book.verify().unwrap().findings.is_empty(),
            Err(BookError::Damaged { .. } | BookError::KeysLost(_)) => true,
            Err(other) => panic!("byte {place}: {other}"),
        };
        assert!(found, "byte {place}");
    }
}

#[test]
fn changing_the_tables_or_the_log_behind_its_back_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for number in 1..4 {
        append(&mut book, logged(number, &draft("story")));
    }
    let facility = crate::reference::facility(&"N00003".parse().unwrap()).unwrap();
    append(
        &mut book,
        NewEntry {
            subject: Book::subject_of_facility(&facility.id),
            body: serde_json::to_vec(&facility).unwrap(),
            ..simple(Kind::FacilityAdded, 0, 77, &json!({}))
        },
    );
    book.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for sql in [
        "UPDATE cases SET waited = 5 WHERE number = 2",
        "UPDATE entry SET officer = 'Other' WHERE number = 2",
        "UPDATE entry SET narrative = x'00' WHERE number = 3",
        "UPDATE entry SET body = x'01FFFFFFFF00' WHERE number = 2",
        "UPDATE entry SET body = CAST(substr(body, 1, length(body) - 1) AS BLOB) WHERE number = 2",
        "UPDATE cases SET identity_entry = NULL WHERE number = 2",
        "DELETE FROM cases WHERE number = 1",
        "UPDATE origin SET signature = zeroblob(64)",
        "UPDATE cases SET indexed = 5 WHERE number = 2",
        "INSERT INTO facility_summary (facility, bytes) VALUES (1, x'00')",
        "INSERT INTO fact_block (block, bytes) VALUES (0, x'00')",
        "UPDATE facility SET description = NULL",
        "INSERT INTO joined_case (id, case_number, into_number) VALUES (zeroblob(16), 'KC-0000-0001', 'KC-0000-0002')",
    ] {
        let change = book.connection.unchecked_transaction().unwrap();
        change.execute(sql, []).unwrap();
        let findings = book.verify_inside().unwrap().findings;
        assert!(!findings.is_empty(), "{sql}");
        drop(change);
    }
    assert_eq!(book.verify().unwrap().findings, []);
}

#[test]
fn a_copied_or_restored_book_takes_a_new_origin() {
    let folder = tempfile::tempdir().unwrap();
    let first = options(folder.path(), "book", "secret");
    let (mut book, _) = Book::create(&first, &keeper("KC")).unwrap();
    append(&mut book, logged(1, &draft("one")));
    let backup = folder.path().join("backup");
    book.back_up(&backup).unwrap();
    assert!(matches!(book.back_up(&backup), Err(BookError::Exists(_))));
    append(&mut book, logged(2, &draft("two")));
    drop(book);
    let mut book = Book::open(&first).unwrap();
    append(&mut book, logged(3, &draft("three")));
    assert_eq!(book.runs().unwrap().len(), 1, "the same device goes on with its origin");
    let runs = book.runs().unwrap();
    drop(book);

    let aside = restore(&backup, &first, "20261122").unwrap().unwrap();
    assert!(aside.exists() && keys_path(&aside).exists());
    let mut restored = Book::open(&first).unwrap();
    assert_eq!(restored.entries_lost(), 0, "it was put back on purpose");
    append(&mut restored, logged(4, &draft("four")));
    assert_eq!(restored.runs().unwrap().len(), 2);
    for run in &runs {
        restored.write::<_, BookError>(0, |door| door.receive(run)).unwrap();
    }
    assert_eq!(restored.view().list(&Listing::default()).unwrap().len(), 4);
    drop(restored);
    let again = Book::open(&first).unwrap();
    assert_eq!((again.entries_lost(), again.verify().unwrap().findings), (0, vec![]));
    drop(again);

    // Put back by hand, over the book: entries are missing, and the officer is told.
    let now = std::fs::read(&first.path).unwrap();
    let mut book = Book::open(&first).unwrap();
    append(&mut book, logged(6, &draft("six")));
    drop(book);
    std::fs::write(&first.path, now).unwrap();
    let mut older = Book::open(&first).unwrap();
    assert_eq!(older.entries_lost(), 1);
    assert_eq!(older.verify().unwrap().findings, [Finding::Lost(1)]);
    append(&mut older, logged(7, &draft("seven")));
    assert_eq!(older.runs().unwrap().len(), 3);
    drop(older);

    let elsewhere = options(folder.path(), "elsewhere", "secret");
    restore(&backup, &elsewhere, "20261122").unwrap();
    let mut copy = Book::open(&elsewhere).unwrap();
    append(&mut copy, logged(5, &draft("five")));
    assert_eq!(copy.runs().unwrap().len(), 2);
}

#[test]
fn a_damaged_backup_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "secret");
    let (book, _) = Book::create(&options, &keeper("KC")).unwrap();
    let backup = folder.path().join("backup");
    book.back_up(&backup).unwrap();
    drop(book);
    let mut bytes = std::fs::read(&backup).unwrap();
    let before = std::fs::read(&options.path).unwrap();
    for length in [30, bytes.len() - 1] {
        std::fs::write(&backup, &bytes[..length]).unwrap();
        assert!(matches!(restore(&backup, &options, "now"), Err(BookError::Damaged { .. })));
    }
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&backup, &bytes).unwrap();
    assert!(matches!(restore(&backup, &options, "now"), Err(BookError::Damaged { .. })));
    assert!(matches!(restore(&options.path, &options, "now"), Err(BookError::NotABackup(_))));
    assert_eq!(std::fs::read(&options.path).unwrap(), before);
}

#[test]
fn erasing_leaves_chain_and_counts_and_beats_a_late_arrival() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, logged(1, &draft("a secret story")));
    let before = book.runs().unwrap();
    append(&mut book, simple(Kind::IdentityErased, 1, 7, &json!({})));
    let view = book.view();
    let case = &view.list(&Listing::default()).unwrap()[0];
    assert!(case.case.erased);
    assert_eq!(view.narrative(case).unwrap(), None);
    assert!(view.identity(case).unwrap().is_empty());
    assert!(view.list(&listing(Ask::Text("secret".into()))).unwrap().is_empty());
    assert_eq!(book.verify().unwrap().findings, []);

    // A second book gets the erasure's run, a third the whole story after it.
    let mut other = made(folder.path(), "other", "PP");
    let erased = book.runs().unwrap();
    other.write::<_, BookError>(0, |door| door.receive(&erased[0])).unwrap();
    assert_eq!(other.write::<_, BookError>(0, |door| door.receive(&before[0])).unwrap(), 0);
    let parts: i64 = other
        .connection
        .query_row("SELECT count(*) FROM entry WHERE identity_nonce IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(parts, 0);
    let mut late = made(folder.path(), "late", "SR");
    append(&mut late, simple(Kind::IdentityErased, 1, 8, &json!({})));
    late.write::<_, BookError>(0, |door| door.receive(&before[0])).unwrap();
    let cases = late.view().list(&Listing::default()).unwrap();
    assert!(late.view().identity(&cases[0]).unwrap().is_empty());
    assert_eq!(late.verify().unwrap().findings, []);
}

#[test]
fn forged_gapped_and_forked_runs_are_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    for number in 1..4 {
        append(&mut book, logged(number, &draft("story")));
    }
    let run = book.runs().unwrap().remove(0);
    let mut other = made(folder.path(), "other", "PP");
    let mut refused = |run: &Run| {
        let answer = other.write::<_, BookError>(0, |door| door.receive(run));
        assert!(matches!(answer, Err(BookError::Chain { .. })), "{answer:?}");
        assert_eq!(other.view().count(&Listing::default()).unwrap(), 0);
    };
    let mut changed = run.clone();
    changed.entries[1].header.officer = "Forger".into();
    refused(&changed);
    let mut gap = run.clone();
    gap.entries.remove(1);
    refused(&gap);
    let mut unsigned = run.clone();
    unsigned.head.signature[0] ^= 1;
    refused(&unsigned);
    let mut short = run.clone();
    short.entries.pop();
    refused(&short);
    for (place, at) in [(1, run.entries[0].header.at), (2, Stamp(u64::MAX))] {
        let mut back = run.clone();
        back.entries[place].header.at = at;
        let hash = back.entries.iter().fold([0; 32], |hash, entry| entry.hash(&hash));
        back.head = HeadProof::sign(&book.signing, run.origin, run.head.seq, hash);
        refused(&back);
    }
    assert_eq!(other.write::<_, BookError>(0, |door| door.receive(&run)).unwrap(), 3);
    let mut fork = run.clone();
    fork.entries[2].header.officer = "Other".into();
    let answer = other.write::<_, BookError>(0, |door| door.receive(&fork));
    assert!(matches!(answer, Err(BookError::Chain { detail: "the same number with another hash", .. })));
}
