//! The newest cases: those behind the last full block of rows that stand in no index of numbers or days yet.
//!
//! A number is random and a day may be any: a case that is logged alone would change a page of each of these indexes, and what
//! a durable add writes is what it costs. So it waits with them until its block is full (see `columns`), and as long the few
//! rows behind the last full block are looked through. Whoever asks by number or day asks [`where_in_tail`] beside the index.

use std::collections::HashSet;

use rusqlite::Connection;

use super::columns::{self, ROWS};
use crate::domain::number::CaseNumber;

/// What holds of the rows that the indexes have: with it in a query they can be used.
pub(super) const INDEXED: &str = "indexed = 1";

/// What holds of the others: a condition in SQL.
pub(super) fn where_in_tail() -> String {
    format!(
        "indexed = 0 AND number > max(coalesce((SELECT max(number) FROM cases), 0),
             coalesce((SELECT max(case_row) FROM changed_case), 0)) / {ROWS} * {ROWS}"
    )
}

/// Whether the indexes have a row from the first on. In a transaction that writes many rows only the first waits.
pub(super) fn is_indexed_at_once((newest_before, row): (i64, i64)) -> bool {
    row > newest_before + 1
}

/// A row was given out: where it fills the block in which the transaction began, its rows wait no longer.
pub(super) fn given_out(connection: &Connection, (newest_before, row): (i64, i64)) -> rusqlite::Result<()> {
    let begun = newest_before / ROWS;
    if row != (begun + 1) * ROWS {
        return Ok(());
    }
    connection
        .prepare_cached("UPDATE cases SET indexed = 1 WHERE number > ?1 AND number <= ?2 AND indexed = 0")?
        .execute((begun * ROWS, row))
        .map(|_| ())
}

/// The last row of the last full block: those behind it may wait.
fn reach(connection: &Connection) -> rusqlite::Result<i64> {
    Ok(columns::newest_ever(connection)? / ROWS * ROWS)
}

/// How many rows wait in a full block: none.
pub(super) fn forgotten(connection: &Connection) -> rusqlite::Result<i64> {
    let reach = reach(connection)?;
    let sql = "SELECT count(*) FROM cases WHERE indexed <> 1 AND (number <= ?1 OR indexed <> 0)";
    connection.query_row(sql, [reach], |row| row.get(0))
}

/// The numbers of the newest cases, kept in memory from one case that is logged to the next.
#[derive(Debug, Default)]
pub(super) struct NewestNumbers {
    numbers: HashSet<u64>,
    /// The row up to which they are known.
    up_to: i64,
}

impl NewestNumbers {
    /// Whether one of the cases behind the last full block has the number.
    pub fn have(&mut self, connection: &Connection, number: &CaseNumber) -> rusqlite::Result<bool> {
        let reach = reach(connection)?;
        if self.up_to < reach {
            (self.numbers, self.up_to) = (HashSet::new(), reach);
        }
        let mut statement = connection
            .prepare_cached("SELECT number, case_number FROM cases WHERE number > ?1 ORDER BY number")?;
        let mut rows = statement.query([self.up_to])?;
        while let Some(row) = rows.next()? {
            self.up_to = row.get(0)?;
            if let Ok(number) = row.get_ref(1)?.as_str()?.parse::<CaseNumber>() {
                self.numbers.insert(number.packed());
            }
        }
        Ok(self.numbers.contains(&number.packed()))
    }
}
