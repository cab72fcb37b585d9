//! Bytes beside the rows that can be read but say what no case says: nothing breaks, and the rows are asked instead.

use chrono::NaiveDate;

use super::*;
use crate::book::columns::{FACTS, Fact, FactBlock, MOST_NUMBERS};
use crate::domain::period::Span;

const CASES: u64 = 1_024;

fn with_a_block(folder: &Path) -> Book {
    let mut book = Book::create(&options(folder, "book", ""), &keeper("KC")).unwrap().0;
    book.write::<_, BookError>(0, |door| {
        (1..=CASES).try_for_each(|number| door.append(logged(number, &draft("story"))).map(|_| ()))
    })
    .unwrap();
    book
}

type Said = (usize, Vec<Hotspots>, Side);

fn says(reader: &Reader) -> Said {
    let view = reader.view();
    let today: NaiveDate = "2026-11-22".parse().unwrap();
    // Not of the whole book, so that the columns are asked.
    let asked = listing(Ask::Text("story".into()));
    let hotspots =
        counts::GroupBy::NAMES.map(|(_, by)| view.hotspots(&asked, by, Span::default(), today).unwrap());
    let count = view.count(&asked).unwrap();
    (count, hotspots.into(), view.side(&asked, Span::default()).unwrap())
}

fn block_zero(book: &Book) -> FactBlock {
    let bytes: Vec<u8> = book
        .connection
        .query_row("SELECT bytes FROM fact_block WHERE block = 0", [], |row| row.get(0))
        .unwrap();
    FactBlock::from_bytes(&bytes).unwrap()
}

#[test]
fn numbers_that_no_case_has_make_a_block_be_read_from_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let book = with_a_block(folder.path());
    let before = says(&book.reader().unwrap());
    assert_eq!(before.0, CASES as usize);
    let sound = block_zero(&book);
    for fact in [
        Fact::Facility,
        Fact::Visited,
        Fact::Waited,
        Fact::Estimated,
        Fact::Issues,
        Fact::Payer,
        Fact::Status,
        Fact::Stage,
        Fact::Consent,
        Fact::Riel,
        Fact::Officer,
        Fact::Employer,
        Fact::Local,
        Fact::RecordedOn,
        Fact::Number,
        Fact::Desk,
    ] {
        // A day before the first that columns count from is far up, and a day all the same.
        for value in [u64::MAX - (1 << 40), 1 << 62 | 1 << 40, 1 << 63] {
            let mut facts = [0; FACTS];
            for (place, put) in facts.iter_mut().enumerate() {
                *put = sound.every().get(place).map_or(0, |column| column.get(5));
            }
            facts[fact as usize] = value;
            let mut damaged = sound.clone();
            damaged.set(5, Some(&facts));
            let bytes = damaged.to_bytes();
            assert!(FactBlock::from_bytes(&bytes).is_none(), "{fact:?} {value}");
            book.connection.execute("UPDATE fact_block SET bytes = ?1 WHERE block = 0", [bytes]).unwrap();
            assert_eq!(says(&book.reader().unwrap()), before, "{fact:?} {value}");
        }
    }
    assert_eq!(book.verify().unwrap().findings, [Finding::Columns]);
}

#[test]
fn a_number_that_was_never_given_out_counts_with_what_is_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let book = with_a_block(folder.path());
    let sound = block_zero(&book);
    let mut facts = [0; FACTS];
    for (put, column) in facts.iter_mut().zip(sound.every()) {
        *put = column.get(5);
    }
    for fact in [Fact::Facility, Fact::Officer, Fact::Employer, Fact::Local] {
        facts[fact as usize] = MOST_NUMBERS - 1;
    }
    let mut damaged = sound;
    damaged.set(5, Some(&facts));
    let change =
        book.connection.execute("UPDATE fact_block SET bytes = ?1 WHERE block = 0", [damaged.to_bytes()]);
    assert_eq!(change.unwrap(), 1);
    let (count, hotspots, side) = says(&book.reader().unwrap());
    assert_eq!((count, side.cases), (CASES as usize, CASES as u32));
    assert_eq!(side.officers, [("Sok Dara".to_owned(), CASES as u32 - 1)]);
    assert!(hotspots.iter().all(|hotspots| hotspots.total.cases == CASES as u32));
    assert_eq!(book.verify().unwrap().findings, [Finding::Columns]);
}

#[test]
fn rows_that_hold_what_no_case_says_break_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Book::create(&options(folder.path(), "book", ""), &keeper("KC")).unwrap().0;
    append(&mut book, logged(1, &draft("story")));
    book.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for column in [
        "facility",
        "visited_on",
        "waited",
        "payer",
        "status",
        "issues",
        "recorded_at",
        "paid_riel",
        "consent",
    ] {
        for value in [i64::MAX, i64::MIN, -1, 1 << 40] {
            let before: i64 = book
                .connection
                .query_row(&format!("SELECT {column} FROM cases"), [], |row| row.get(0))
                .unwrap();
            let put =
                |value| book.connection.execute(&format!("UPDATE cases SET {column} = ?1"), [value]).unwrap();
            put(value);
            assert_eq!(says(&book.reader().unwrap()).0, 1, "{column} {value}");
            put(before);
        }
    }
    book.connection.execute_batch("INSERT INTO name (number, text) VALUES (1 << 40, 'x')").unwrap();
    book.connection.execute_batch("INSERT INTO facility (number, id) VALUES (1 << 40, 'N00004')").unwrap();
    assert_eq!(says(&book.reader().unwrap()).0, 1);
}

#[test]
fn blocks_where_no_rows_are_make_verify_complain_and_end_and_go_with_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = with_a_block(folder.path());
    for block in [i64::MAX, 1 << 40, 1, -1, i64::MIN] {
        for table in ["fact_block", "text_block", "member_block"] {
            let sql =
                format!("INSERT INTO {table} (block, bytes) SELECT ?1, bytes FROM {table} WHERE block = 0");
            book.connection.execute(&sql, [block]).unwrap();
            assert_eq!(book.verify().unwrap().findings, [Finding::Columns], "{table} {block}");
            book.connection.execute(&format!("DELETE FROM {table} WHERE block <> 0"), []).unwrap();
        }
        book.connection.execute("INSERT INTO fact_block (block, bytes) VALUES (?1, x'00')", [block]).unwrap();
        append(&mut book, simple(Kind::Confirmed, 5, block as u128 & 0xFF_FFFF, &json!({})));
        assert_eq!(book.verify().unwrap().findings, [], "{block}");
    }
}

#[test]
fn a_full_block_whose_newest_row_was_taken_back_stays_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = with_a_block(folder.path());
    let undone = json!({ "batch": Uuid::from_u128(1_000 + u128::from(CASES)) });
    append(&mut book, simple(Kind::Undone, CASES, 70_000, &undone));
    assert_eq!(book.verify().unwrap().findings, []);
    append(&mut book, simple(Kind::Confirmed, 5, 70_001, &json!({})));
    assert_eq!(book.verify().unwrap().findings, []);
    append(&mut book, logged(CASES + 1, &draft("story")));
    assert_eq!(book.verify().unwrap().findings, []);
    assert_eq!(says(&book.reader().unwrap()).0, CASES as usize);
}

#[test]
fn a_summary_that_cannot_be_read_is_added_up_anew_by_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    // One case more, and they are taken into the summary.
    for number in 1..64 {
        append(&mut book, logged(number, &draft("story")));
    }
    append(&mut book, beside::observed(109, "cash", "07:00"));
    for (step, change) in [
        logged(64, &draft("story")),
        beside::observed(110, "nssf", "09:00"),
        simple(Kind::Withdrawn, 2, 5, &json!({})),
    ]
    .into_iter()
    .enumerate()
    {
        let damaged = ["x'80'", "x'FFFFFFFFFFFFFFFFFF01'", "x'0102'"][step];
        let sql = format!("UPDATE facility_summary SET bytes = {damaged}");
        book.connection.execute_batch(&sql).unwrap();
        assert_eq!(book.verify().unwrap().findings, [Finding::Summary]);
        append(&mut book, change);
        assert_eq!(book.verify().unwrap().findings, [], "{damaged}");
    }
    let today: NaiveDate = "2026-11-22".parse().unwrap();
    let all =
        book.view().hotspots(&Listing::default(), counts::GroupBy::Facility, Span::default(), today).unwrap();
    assert_eq!((all.total.cases, all.total.observed), (64, 2));
}

#[test]
fn sums_of_damaged_summaries_stop_at_the_greatest_number() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, logged(1, &draft("story")));
    let today: NaiveDate = "2026-11-22".parse().unwrap();
    // Nineteen counts, one wait, and one visit on two days far from each other, all as great as they can be.
    let mut bytes: Vec<u8> = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F].repeat(19);
    bytes.extend([1, 90, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
    book.connection.execute_batch("INSERT INTO facility (id) VALUES ('N00004')").unwrap();
    book.connection
        .execute("INSERT INTO facility_summary (facility, bytes) SELECT number, ?1 FROM facility", [&bytes])
        .unwrap();
    let all =
        book.view().hotspots(&Listing::default(), counts::GroupBy::Province, Span::default(), today).unwrap();
    assert_eq!((all.total.cases, all.total.waits.count()), (u32::MAX, u32::MAX));
    assert_eq!(book.verify().unwrap().findings, [Finding::Summary]);
}
