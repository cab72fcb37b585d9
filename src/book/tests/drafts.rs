//! Drafts: kept beside the log, seen by every connection, gone without a trace, and nothing to anybody else.

use super::*;

const NAME: Uuid = Uuid::from_u128(0xD4AF);

fn to_keep(seen: Option<i64>, payload: &str) -> DraftToKeep<'_> {
    DraftToKeep {
        id: NAME,
        seen,
        now_milliseconds: 1_760_000_000_000,
        corrects: None,
        payload: payload.as_bytes(),
    }
}

fn payloads(view: &View<'_>) -> Vec<String> {
    let drafts = view.drafts().unwrap();
    drafts.iter().map(|draft| String::from_utf8(draft.payload.to_vec()).unwrap()).collect()
}

#[test]
fn a_draft_is_seen_by_readers_and_other_programs_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "secret");
    let mut book = made(folder.path(), "book", "KC");
    let mut other = Book::open(&options).unwrap();
    let reader = other.reader().unwrap();
    let revision = book.keep_draft(to_keep(None, "រង់")).unwrap();
    let revision = book.keep_draft(to_keep(Some(revision), "រង់ចាំ")).unwrap();
    let corrects = CaseNumber::new(&"KC".parse().unwrap(), 7);
    let second = DraftToKeep {
        id: Uuid::from_u128(2),
        now_milliseconds: 1_760_000_000_001,
        corrects: Some(&corrects),
        ..to_keep(None, "later")
    };
    other.keep_draft(second).unwrap();
    assert_eq!(payloads(&reader.view()), ["later", "រង់ចាំ"]);
    assert_eq!(book.view().draft(second.id).unwrap().corrects, Some(corrects));
    let stored = reader.view().draft(NAME).unwrap();
    assert_eq!((stored.revision, stored.started_at), (revision, 1_760_000_000_000));
    drop((book, other, reader));
    assert_eq!(payloads(&Book::open(&options).unwrap().view()), ["later", "រង់ចាំ"]);
}

#[test]
fn of_two_programs_with_one_draft_neither_overwrites_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    let mut other = Book::open(&options(folder.path(), "book", "secret")).unwrap();
    let seen = book.keep_draft(to_keep(None, "one")).unwrap();
    book.keep_draft(to_keep(Some(seen), "mine")).unwrap();
    assert!(matches!(other.keep_draft(to_keep(Some(seen), "theirs")), Err(BookError::DraftGone)));
    assert!(matches!(other.keep_draft(to_keep(None, "theirs")), Err(BookError::DraftGone)));
    assert_eq!(payloads(&other.view()), ["mine"]);
    other.drop_draft(NAME).unwrap();
    // What was dropped elsewhere does not come back.
    assert!(matches!(book.keep_draft(to_keep(Some(seen + 1), "again")), Err(BookError::DraftGone)));
    assert!(payloads(&book.view()).is_empty());
    book.drop_draft(NAME).unwrap();
}

#[test]
fn a_case_and_its_draft_change_places_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    let seen = book.keep_draft(to_keep(None, "typed")).unwrap();
    let log = |book: &mut Book, seen| {
        book.write::<_, BookError>(1_760_000_000_000, |door| {
            door.append(logged(1, &draft("story")))?;
            door.drop_draft(NAME, seen)
        })
    };
    assert!(matches!(log(&mut book, seen + 1), Err(BookError::DraftGone)));
    assert_eq!((book.view().count(&Listing::default()).unwrap(), payloads(&book.view()).len()), (0, 1));
    log(&mut book, seen).unwrap();
    assert_eq!((book.view().count(&Listing::default()).unwrap(), payloads(&book.view()).len()), (1, 0));
    assert!(matches!(log(&mut book, seen), Err(BookError::DraftGone)));
    assert_eq!(book.view().count(&Listing::default()).unwrap(), 1);
}

#[test]
fn verify_and_other_books_know_nothing_of_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, logged(1, &draft("story")));
    let before = book.verify().unwrap();
    book.keep_draft(to_keep(None, "typed")).unwrap();
    assert_eq!(book.verify().unwrap(), before);
    assert_eq!(before.findings, []);
    let mut other = made(folder.path(), "other", "SR");
    for run in book.runs().unwrap() {
        other.write::<_, BookError>(1_760_000_000_000, |door| door.receive(&run)).unwrap();
    }
    assert!(payloads(&other.view()).is_empty());
    assert_eq!(other.verify().unwrap().state, before.state);
}

#[test]
fn a_dropped_draft_leaves_no_trace_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    // In clear, so that a trace could be read.
    let options = options(folder.path(), "book", "");
    let mut book = Book::create(&options, &keeper("KC")).unwrap().0;
    let story = "Chan Sokha waited. ".repeat(600);
    let mut seen = book.keep_draft(to_keep(None, &story)).unwrap();
    for _ in 0..20 {
        seen = book.keep_draft(to_keep(Some(seen), &story)).unwrap();
    }
    let traces = || {
        let files =
            ["book", "book-wal"].map(|name| std::fs::read(folder.path().join(name)).unwrap_or_default());
        files.iter().any(|bytes| bytes.windows(10).any(|window| window == b"Chan Sokha"))
    };
    assert!(traces());
    book.drop_draft(NAME).unwrap();
    assert!(!traces());
    drop(book);
    assert!(!traces());
}

#[test]
fn a_book_of_the_first_version_is_brought_up_to_date_after_a_backup() {
    let schema = |book: &Book| -> Vec<(String, Option<String>)> {
        let mut statement =
            book.connection.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let folder = tempfile::tempdir().unwrap();
    let fresh = schema(&made(folder.path(), "fresh", "KC"));
    let mut old = made(folder.path(), "book", "KC");
    append(&mut old, logged(1, &draft("story")));
    old.connection.execute_batch(super::columns::WITH_IDENTITIES).unwrap();
    old.connection.execute_batch(BACK_TO_THE_FIRST_VERSION).unwrap();
    drop(old);
    let book = Book::open(&options(folder.path(), "book", "secret")).unwrap();
    assert_eq!(schema(&book), fresh);
    assert_eq!(book.view().count(&Listing::default()).unwrap(), 1);
    assert!(folder.path().join(format!("book.before-version-{}", migrate::latest())).exists());
    assert!(payloads(&book.view()).is_empty());
    assert_eq!(book.verify().unwrap().findings, []);
}

/// What later versions made goes, and what they took away comes back.
const BACK_TO_THE_FIRST_VERSION: &str = "
    DROP TABLE draft; DROP TABLE observation; DROP TABLE member_count; DROP TABLE fact_block; DROP TABLE text_block;
    DROP TABLE member_block; DROP TABLE name; DROP TABLE changed_case; DROP TABLE facility_summary;
    DELETE FROM sqlite_sequence;
    CREATE INDEX case_facts ON cases (facility, visited_on);
    CREATE VIRTUAL TABLE case_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
    PRAGMA user_version = 1";
