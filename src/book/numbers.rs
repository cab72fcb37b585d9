//! Cases by their numbers.
//!
//! Numbers are random. In one index over all of them an import would change as many pages as it has rows once that
//! index no longer fits into memory. So the index has stretches: first by the row, in steps of 2^18, then by number.
//! What is new goes into the last stretch; to find a number each stretch is asked, of which a million cases have four.

use std::sync::LazyLock;

use rusqlite::Connection;
use uuid::Uuid;

use super::log;
use super::tail::{INDEXED, where_in_tail};
use crate::domain::number::CaseNumber;

/// The rows of cases by their number, as far as the index has them. Goes from stretch to stretch by the rows that there are.
const FIND: &str = "
    WITH RECURSIVE stretch (place) AS (
        SELECT min(number) >> 18 FROM cases
        UNION ALL
        SELECT (SELECT min(number) >> 18 FROM cases WHERE number > (place << 18 | 262143))
        FROM stretch WHERE place IS NOT NULL
    )
    SELECT c.number, c.id FROM stretch
        CROSS JOIN cases c ON c.number >> 18 = stretch.place AND c.case_number = ?1 AND c.indexed = 1
    ORDER BY c.number";

/// The same among the newest.
static FIND_IN_TAIL: LazyLock<String> = LazyLock::new(|| {
    format!("SELECT number, id FROM cases WHERE {} AND case_number = ?1 ORDER BY number", where_in_tail())
});

/// The row of the case with that number; of the oldest, should two desks have drawn the same.
pub(super) fn row_of(connection: &Connection, number: &CaseNumber) -> rusqlite::Result<Option<i64>> {
    row_where(connection, number, |_| true)
}

/// The row of the case with that UUID: by the number that its first entry gave it.
pub(super) fn row_of_case(connection: &Connection, id: Uuid) -> rusqlite::Result<Option<i64>> {
    for number in log::numbers_given(connection, id)? {
        let row = row_where(connection, &number, |there| there == id)?;
        if row.is_some() {
            return Ok(row);
        }
    }
    Ok(None)
}

/// Whether the index has a case with that number.
pub(super) fn is_indexed(connection: &Connection, number: &CaseNumber) -> rusqlite::Result<bool> {
    connection.prepare_cached(FIND)?.exists([number.as_str()])
}

fn row_where(
    connection: &Connection,
    number: &CaseNumber,
    is_meant: impl Fn(Uuid) -> bool,
) -> rusqlite::Result<Option<i64>> {
    for sql in [FIND, &FIND_IN_TAIL] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([number.as_str()])?;
        while let Some(row) = rows.next()? {
            if is_meant(Uuid::from_bytes(row.get(1)?)) {
                return row.get(0).map(Some);
            }
        }
    }
    Ok(None)
}

/// Bits kept in memory at first: 8 MB.
const BITS: usize = 1 << 26;

/// So many bits a number at least, or there are made more: then of 500 free numbers one looks taken.
const BITS_A_NUMBER: usize = 16;

/// How many of the bits each number sets.
const SET: u64 = 4;

/// Which numbers are taken, as far as memory tells (a Bloom filter): numbers that are drawn for new cases are told to be
/// free without asking the book, but for a few.
pub struct TakenNumbers {
    bits: Vec<u64>,
    count: usize,
    /// The last row whose number is among them.
    up_to: i64,
}

impl Default for TakenNumbers {
    fn default() -> Self {
        Self::of(BITS)
    }
}

impl TakenNumbers {
    /// Of so many bits, a power of two.
    fn of(bits: usize) -> Self {
        Self { bits: vec![0; bits / 64], count: 0, up_to: 0 }
    }

    /// Takes in the numbers of cases that came since; all anew where they have become too many for the bits.
    pub(super) fn catch_up(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if self.count * BITS_A_NUMBER > self.bits.len() * 64 {
            *self = Self::of(self.bits.len() * 64 * 4);
        }
        let sql = format!(
            "SELECT number, case_number FROM cases WHERE number >> 18 >= ?1 >> 18 AND number > ?1 AND {INDEXED}
             UNION ALL SELECT number, case_number FROM cases WHERE {} AND number > ?1",
            where_in_tail()
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([self.up_to])?;
        let mut last = self.up_to;
        while let Some(row) = rows.next()? {
            last = last.max(row.get(0)?);
            if let Ok(number) = row.get_ref(1)?.as_str()?.parse() {
                self.take(&number);
            }
        }
        self.up_to = last;
        Ok(())
    }

    /// All cases that there are now are among them.
    pub(super) fn are_up_to_date(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut last = connection.prepare_cached("SELECT max(number) FROM cases")?;
        let last: Option<i64> = last.query_row([], |row| row.get(0))?;
        self.up_to = last.unwrap_or(0);
        Ok(())
    }

    /// Takes a number; whether it may have been taken before.
    pub(super) fn take(&mut self, number: &CaseNumber) -> bool {
        // Spread over all bits by the golden ratio; the steps by the upper half, odd so that they meet all places.
        let spread = number.packed().wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (first, step) = (spread >> 32, spread & 0xFFFF_FFFF | 1);
        let places = self.bits.len() as u64 * 64;
        let mut was_taken = true;
        for turn in 0..SET {
            let place = first.wrapping_add(step.wrapping_mul(turn)) % places;
            let bit = 1_u64 << (place % 64);
            if let Some(word) = self.bits.get_mut((place / 64) as usize) {
                was_taken &= *word & bit != 0;
                *word |= bit;
            }
        }
        self.count += 1;
        was_taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(random: u64) -> CaseNumber {
        CaseNumber::new(&"KC".parse().unwrap(), random << 20)
    }

    fn cases(rows: &[(i64, u64)]) -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        let table =
            "CREATE TABLE cases (number INTEGER PRIMARY KEY, id BLOB NOT NULL, case_number TEXT NOT NULL,
                indexed INTEGER NOT NULL) STRICT;
            CREATE TABLE changed_case (number INTEGER PRIMARY KEY, case_row INTEGER NOT NULL) STRICT;
            CREATE INDEX case_number ON cases (number >> 18, case_number) WHERE indexed = 1";
        connection.execute_batch(table).unwrap();
        for (row, random) in rows {
            add(&connection, *row, *random, true);
        }
        connection
    }

    fn add(connection: &Connection, row: i64, random: u64, is_indexed: bool) {
        let insert = "INSERT INTO cases (number, id, case_number, indexed) VALUES (?1, zeroblob(16), ?2, ?3)";
        connection.execute(insert, (row, number(random).as_str(), is_indexed)).unwrap();
    }

    #[test]
    fn a_case_is_found_in_whichever_stretch_it_stands() {
        // The last row is as far off as a damaged book may have it.
        let rows =
            [(1, 10), (262_143, 11), (262_144, 12), (9_000_000, 13), (9_000_001, 10), (i64::MAX - 1, 14)];
        let connection = cases(&rows);
        for (random, row) in [(10, 1), (11, 262_143), (12, 262_144), (13, 9_000_000), (14, i64::MAX - 1)] {
            assert_eq!(row_of(&connection, &number(random)).unwrap(), Some(row));
        }
        assert_eq!(row_of(&connection, &number(15)).unwrap(), None);
        assert_eq!(row_of(&cases(&[]), &number(15)).unwrap(), None);
        // One that no index has yet.
        let connection = cases(&[(1024, 10)]);
        add(&connection, 1025, 11, false);
        assert_eq!(row_of(&connection, &number(11)).unwrap(), Some(1025));
    }

    #[test]
    fn no_taken_number_is_told_to_be_free() {
        let connection = cases(&[(1, 1), (300_000, 2)]);
        let mut taken = TakenNumbers::default();
        taken.catch_up(&connection).unwrap();
        assert_eq!(taken.up_to, 300_000);
        assert!(taken.take(&number(1)) && taken.take(&number(2)) && !taken.take(&number(3)));
        add(&connection, 300_001, 4, false);
        taken.catch_up(&connection).unwrap();
        assert!(taken.take(&number(4)));
        taken.are_up_to_date(&connection).unwrap();
        assert_eq!(taken.up_to, 300_001);
    }

    #[test]
    fn where_numbers_become_many_there_are_more_bits() {
        let rows: Vec<(i64, u64)> = (1..=64).map(|row| (row, row as u64)).collect();
        let connection = cases(&rows);
        let mut taken = TakenNumbers::of(256);
        taken.catch_up(&connection).unwrap();
        assert_eq!((taken.count, taken.bits.len()), (64, 4));
        taken.catch_up(&connection).unwrap();
        assert_eq!((taken.count, taken.bits.len()), (64, 16));
        assert!(rows.iter().all(|(_, random)| taken.take(&number(*random))));
    }

    #[test]
    fn free_numbers_are_mostly_told_to_be_free() {
        let mut taken = TakenNumbers::of(1 << 14);
        let drawn = |seed: u64| {
            CaseNumber::new(&"KC".parse().unwrap(), seed.wrapping_mul(0xD134_2543_DE82_EF95) >> 29)
        };
        let wrong = (1..=1_024).filter(|seed| taken.take(&drawn(*seed))).count();
        assert!(wrong < 12, "{wrong}");
    }
}
