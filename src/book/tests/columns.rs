//! Columns of a book that had none: an older one, brought up to date.

use chrono::NaiveDate;

use super::*;
use crate::domain::period::Span;

/// What the version with columns made goes, and what it took away comes back.
/// As versions before the fifth had it.
pub(super) const WITH_IDENTITIES: &str = "
    DROP TABLE attachment; DROP TABLE attached; DROP TABLE joined_case; DROP TABLE submission; DROP TABLE promise; DROP TABLE demand; DROP TABLE party;
    DROP INDEX case_followed; DROP INDEX case_next_step; DROP INDEX case_urgent;
    ALTER TABLE cases DROP COLUMN parties;
    ALTER TABLE cases DROP COLUMN attention;
    ALTER TABLE cases DROP COLUMN follow;
    CREATE TABLE identity (case_row INTEGER PRIMARY KEY REFERENCES cases (number), name TEXT, phone TEXT);
    INSERT INTO identity SELECT number, 'Sok Dara', '012 345 678' FROM cases;
    INSERT INTO meta (name, value) VALUES ('clock', zeroblob(8));
    DROP TABLE run;
    CREATE UNIQUE INDEX entry_origin_seq ON entry (origin, seq);
    PRAGMA user_version = 4";

const BACK_TO_THE_THIRD_VERSION: &str = "
    DROP TABLE fact_block; DROP TABLE text_block; DROP TABLE member_block; DROP TABLE name; DROP TABLE changed_case;
    DROP TABLE facility_summary;
    CREATE INDEX case_facts ON cases (facility, visited_on);
    CREATE VIRTUAL TABLE case_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
    PRAGMA user_version = 3";

fn observed_at_another_desk() -> NewEntry {
    let body = json!({
        "recorded_at": "2026-10-05T09:12:00+07:00", "visited_on": "2026-10-03", "facility": "N00003", "payer": "cash",
        "times": {"arrived": "06:10", "seen": "~07:00"},
    });
    simple(Kind::Observed, 5_000, 5_000, &body)
}

#[test]
fn an_older_book_with_a_full_block_says_the_same_once_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    book.write::<_, BookError>(1_760_000_000_000, |door| {
        (1..=1_100).try_for_each(|number| {
            door.append(logged(number, &draft(&format!("story {number}")))).map(|_| ())
        })
    })
    .unwrap();
    // By an officer who logged no case.
    let mut other = Book::create(
        &options(folder.path(), "other", ""),
        &Keeper { desk: "PP".parse().unwrap(), officer: "Chan Bopha".into() },
    )
    .unwrap()
    .0;
    append(&mut other, observed_at_another_desk());
    for run in other.runs().unwrap() {
        book.write::<_, BookError>(1_760_000_000_000, |door| door.receive(&run)).unwrap();
    }
    let says = |book: &Book| {
        let view = book.view();
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        let asked = [
            Listing::default(),
            listing(Ask::Text("story 102".into())),
            listing(Ask::Officer(vec!["bopha".into()])),
            listing(Ask::Member(vec!["012345".into()])),
        ];
        asked.map(|listing| {
            let hotspots = counts::GroupBy::NAMES
                .map(|(_, by)| view.hotspots(&listing, by, Span::default(), today).unwrap());
            (view.count(&listing).unwrap(), hotspots, view.side(&listing, Span::default()).unwrap())
        })
    };
    let before = says(&book);
    assert_eq!(before.each_ref().map(|(cases, ..)| *cases), [1_100, 11, 0, 1_100]);
    assert_eq!(before[2].2.observed, 1);
    for version in ["", BACK_TO_THE_THIRD_VERSION] {
        book.connection.execute_batch(WITH_IDENTITIES).unwrap();
        book.connection.execute_batch(version).unwrap();
        drop(book);
        book = Book::open(&options(folder.path(), "book", "secret")).unwrap();
        assert_eq!(says(&book), before);
        assert_eq!(book.verify().unwrap().findings, []);
    }
}
