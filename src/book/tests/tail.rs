//! Cases that no index of numbers and days has yet, and origins that are signed when they are carried away.

use chrono::{Days, NaiveDate};

use super::*;
use crate::book::columns::ROWS;
use crate::book::tail::{INDEXED, where_in_tail};

fn number(number: u64) -> CaseNumber {
    CaseNumber::new(&"KC".parse().unwrap(), number)
}

/// Every seventh visit on another day.
fn visited(number: u64) -> NaiveDate {
    let first: NaiveDate = "2026-09-01".parse().unwrap();
    first + Days::new(number % 7)
}

fn case(number: u64) -> NewEntry {
    let mut draft = draft("story");
    draft.set(crate::domain::column::Column::VisitedOn, visited(number).to_string());
    logged(number, &draft)
}

fn together(book: &mut Book, numbers: std::ops::RangeInclusive<u64>) {
    book.write::<_, BookError>(1_760_000_000_000, |door| {
        numbers.into_iter().try_for_each(|number| door.append(case(number)).map(|_| ()))
    })
    .unwrap();
}

fn waiting(book: &Book) -> i64 {
    let sql = "SELECT count(*) FROM cases WHERE indexed = 0";
    book.connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Each case is found by its number, by its UUID and by its day, as if all were in every index.
fn finds_all(book: &Book, numbers: &[u64]) {
    let view = book.view();
    for one in numbers {
        let id = Uuid::from_u128((*one).into());
        assert_eq!(view.case(&number(*one)).unwrap().case.id, id);
        assert_eq!(view.case_of(id).unwrap().unwrap().case.number, number(*one));
    }
    assert!(view.case_of(Uuid::from_u128(9_999)).unwrap().is_none());
    assert!(matches!(view.case(&number(9_999)), Err(BookError::NoSuchCase(_))));
    let mut newest: Vec<(NaiveDate, i64)> = Vec::new();
    for stored in view.list(&Listing::default()).unwrap() {
        newest.push((stored.case.record.visited_on, stored.row()));
    }
    assert!(newest.is_sorted_by(|one, next| one > next) && newest.len() == numbers.len());
    let page = Listing { offset: 5, limit: Some(10), ..Listing::default() };
    let page: Vec<i64> = view.list(&page).unwrap().iter().map(StoredCase::row).collect();
    assert_eq!(page, newest.iter().skip(5).take(10).map(|(_, row)| *row).collect::<Vec<_>>());
    let ends = newest.last().zip(newest.first()).map(|((first, _), (last, _))| (*first, *last));
    assert_eq!(view.visits().unwrap(), ends);
    for day in (0..7).map(|day| visited(0) + Days::new(day)) {
        let mut told = 0;
        for which in [Told::Between(day, day), Told::At("N00003".parse().unwrap(), day, day)] {
            view.for_each_told::<BookError>(&which, |stored, _, _| {
                assert_eq!(stored.case.record.visited_on, day);
                told += 1;
                Ok(())
            })
            .unwrap();
        }
        assert_eq!(view.visits_between(day, day, 10_000).unwrap() * 2, told);
        assert_eq!(told, 2 * newest.iter().filter(|(there, _)| *there == day).count());
    }
    assert_eq!(book.verify().unwrap().findings, []);
}

#[test]
fn cases_wait_for_their_block_and_are_found_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let options = options(folder.path(), "book", "");
    let mut book = Book::create(&options, &keeper("KC")).unwrap().0;
    let full = ROWS as u64;
    together(&mut book, 1..=full - 3);
    assert_eq!(waiting(&book), 1, "the first of many alone");
    append(&mut book, case(full - 2));
    append(&mut book, case(full - 1));
    assert_eq!(waiting(&book), 3);
    let numbers: Vec<u64> = (1..full).collect();
    finds_all(&book, &numbers);
    // Another program on the book finds them too, and draws none of their numbers.
    let mut other = Book::open(&options).unwrap();
    other
        .write::<_, BookError>(0, |door| {
            assert!(door.number_is_taken(&number(full - 1))? && door.number_is_taken(&number(7))?);
            assert!(!door.number_is_taken(&number(full))?);
            Ok(())
        })
        .unwrap();
    append(&mut book, case(full));
    assert_eq!(waiting(&book), 0, "the block is full");
    append(&mut book, case(full + 1));
    let is_taken = other.write::<_, BookError>(0, |door| door.number_is_taken(&number(full + 1)));
    assert!(is_taken.unwrap());
    together(&mut book, full + 2..=full + 5);
    assert_eq!(waiting(&book), 2);
    finds_all(&book, &(1..=full + 5).collect::<Vec<_>>());
    // A logging that is taken back, and one that comes back.
    let undone = json!({"batch": Uuid::from_u128(1000 + u128::from(full + 5))});
    append(&mut book, simple(Kind::Undone, full + 5, 77, &undone));
    finds_all(&book, &(1..=full + 4).collect::<Vec<_>>());
}

#[test]
fn what_fails_leaves_no_number_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, case(1));
    let failed = book.write::<(), BookError>(0, |door| {
        door.append(case(2))?;
        assert!(door.number_is_taken(&number(2))?);
        Err(BookError::Crypto("none"))
    });
    assert!(failed.is_err());
    append(&mut book, case(3));
    let taken =
        |book: &mut Book, one| book.write::<_, BookError>(0, |door| door.number_is_taken(&number(one)));
    assert_eq!([1, 2, 3].map(|one| taken(&mut book, one).unwrap()), [true, false, true]);
}

/// Whoever forgets to say that the indexes have a row asks the whole table.
#[test]
fn numbers_and_days_are_asked_from_indexes_and_the_newest_from_their_rows() {
    let folder = tempfile::tempdir().unwrap();
    let book = made(folder.path(), "book", "KC");
    let tail = where_in_tail();
    for (sql, index) in [
        (format!("SELECT number FROM cases WHERE {INDEXED} AND visited_on BETWEEN 1 AND 2"), "case_visited"),
        (
            format!(
                "SELECT number, visited_on FROM cases WHERE {INDEXED}
                 UNION ALL SELECT number, visited_on FROM cases WHERE {tail}
                 ORDER BY visited_on DESC, number DESC LIMIT 50"
            ),
            "case_visited",
        ),
        (
            format!("SELECT number FROM cases WHERE number >> 18 = 0 AND case_number = 'x' AND {INDEXED}"),
            "case_number",
        ),
        (
            format!("SELECT number FROM cases WHERE {tail} AND case_number = 'x'"),
            "INTEGER PRIMARY KEY (rowid>?)",
        ),
    ] {
        let mut statement = book.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
        let plan = steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n");
        assert!(plan.contains(index), "{sql}\n{plan}");
        let scans = plan.lines().filter(|line| line.starts_with("SCAN") && !line.contains("case_visited"));
        assert_eq!(scans.count(), 0, "{sql}\n{plan}");
    }
}

#[test]
fn an_origin_that_was_signed_with_each_entry_goes_on_and_is_signed_when_it_is_carried_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = made(folder.path(), "book", "KC");
    append(&mut book, case(1));
    append(&mut book, case(2));
    let signature = |book: &Book| -> Vec<u8> {
        book.connection.query_row("SELECT signature FROM origin", [], |row| row.get(0)).unwrap()
    };
    assert!(signature(&book).is_empty());
    // As older versions left it.
    let run = book.runs().unwrap().remove(0);
    assert!(run.head.seq == 2 && run.head.holds(run.origin));
    let sign = "UPDATE origin SET head_seq = 2, head_hash = ?1, signature = ?2";
    let parts = (run.head.hash.as_slice(), run.head.signature.as_slice());
    book.connection.execute(sign, parts).unwrap();
    assert_eq!(
        (book.runs().unwrap().remove(0).head, book.verify().unwrap().findings),
        (run.head.clone(), vec![])
    );
    append(&mut book, case(3));
    assert!(signature(&book).is_empty());
    let head = book.runs().unwrap().remove(0).head;
    assert!(head.seq == 3 && head.holds(run.origin) && head.public_key == run.head.public_key);
    assert_eq!(book.verify().unwrap().findings, []);
    // Carried away and on by another desk, the signature stays with it.
    let mut other = made(folder.path(), "other", "PP");
    for run in book.runs().unwrap() {
        other.write::<_, BookError>(0, |door| door.receive(&run)).unwrap();
    }
    assert_eq!(signature(&other), head.signature);
    append(&mut other, simple(Kind::Confirmed, 1, 50, &json!({})));
    let heads = other.runs().unwrap();
    assert!(heads.len() == 2 && heads.iter().all(|run| run.head.holds(run.origin)));
    assert!(heads.iter().any(|run| run.head == head));
    assert_eq!(other.verify().unwrap().findings, []);
}
