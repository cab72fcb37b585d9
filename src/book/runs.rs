//! In which row an entry stands. Entries are stored as they come, and those of one origin come in the order of their
//! numbers: so they stand in runs, in which each is one row behind the one before it. A run begins where another
//! origin's entries came between.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::entry::{EntryId, Stamp};

/// The row in which an entry should stand: an expression of SQL, from those of its origin and of its number.
macro_rules! row {
    ($origin:literal, $seq:literal) => {
        concat!(
            "(SELECT first_row + ",
            $seq,
            " - first_seq FROM run WHERE run.origin = ",
            $origin,
            " AND first_seq <= ",
            $seq,
            " ORDER BY first_seq DESC LIMIT 1)"
        )
    };
}

/// The row in which the newest entry of an origin should stand: the last of its last run, behind which another origin's begins
/// or nothing stands.
macro_rules! last {
    ($origin:literal) => {
        concat!(
            "(SELECT coalesce((SELECT min(next.first_row) FROM run next WHERE next.first_row > run.first_row) - 1,
                 (SELECT max(number) FROM entry))
             FROM run WHERE run.origin = ",
            $origin,
            " ORDER BY first_seq DESC LIMIT 1)"
        )
    };
}
pub(super) use last;

/// An entry with this number of an origin was stored in this row, and the one before it, if any, in that one.
pub(super) fn stored(
    connection: &Connection,
    origin: i64,
    seq: u64,
    (before, row): (Option<i64>, i64),
) -> rusqlite::Result<()> {
    if before.is_some_and(|before| before + 1 == row) {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO run (origin, first_seq, first_row) VALUES (?1, ?2, ?3)")?
        .execute((origin, seq as i64, row))
        .map(|_| ())
}

/// The row of an entry, where it is here.
pub(super) fn row_of(connection: &Connection, id: EntryId) -> rusqlite::Result<Option<i64>> {
    let origin: Option<i64> = connection
        .prepare_cached("SELECT number FROM origin WHERE id = ?1")?
        .query_row([id.origin.0.as_slice()], |row| row.get(0))
        .optional()?;
    origin.map_or(Ok(None), |origin| row_in(connection, origin, id.seq))
}

/// The same, by the number that the book gave the origin.
pub(super) fn row_in(connection: &Connection, origin: i64, seq: u64) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(concat!(
            "SELECT e.number FROM entry e WHERE e.number = ",
            row!("?1", "?2"),
            " AND e.origin = ?1 AND e.seq = ?2"
        ))?
        .query_row((origin, seq as i64), |row| row.get(0))
        .optional()
}

/// The stretches of rows, first and last, that hold the entries of an origin after a number, in order.
pub(super) fn after(connection: &Connection, origin: i64, seq: u64) -> rusqlite::Result<Vec<(i64, i64)>> {
    let runs: Vec<(i64, i64)> = connection
        .prepare_cached("SELECT first_seq, first_row FROM run WHERE origin = ?1 ORDER BY first_seq")?
        .query_map([origin], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    // Behind a newest entry that is missing all is looked through, so that what lies there is found.
    let newest = last_row(connection, origin)?.unwrap_or(i64::MAX);
    let nexts = runs.iter().skip(1).map(Some).chain([None]);
    Ok(runs
        .iter()
        .zip(nexts)
        .filter(|(_, next)| next.is_none_or(|(next, _)| *next > seq as i64 + 1))
        .map(|((first_seq, first_row), next)| {
            let last = next.map_or(newest, |(next, _)| first_row.saturating_add(next - first_seq - 1));
            (*first_row, last)
        })
        .collect())
}

/// The row of an origin's newest entry, where it is here.
pub(super) fn last_row(connection: &Connection, origin: i64) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(concat!("SELECT number FROM entry WHERE origin = ?1 AND number = ", last!("?1")))?
        .query_row([origin], |row| row.get(0))
        .optional()
}

/// The clock of the book: the latest stamp that it holds. Within an origin stamps rise, so its newest entry has its latest.
pub(super) fn clock(connection: &Connection) -> rusqlite::Result<Stamp> {
    let latest: Option<i64> = connection
        .prepare_cached(concat!(
            "SELECT max(e.at) FROM origin o JOIN entry e ON e.origin = o.number AND e.number = ",
            last!("o.number")
        ))?
        .query_row([], |row| row.get(0))?;
    Ok(Stamp(latest.unwrap_or(0) as u64))
}
