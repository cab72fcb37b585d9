//! Facts that stand beside the cases, each in a table of its own: timed visits, counts of members. A subject is one
//! such fact or none; its row is written anew as each of its entries arrives, and checked by folding it from nothing.

use std::collections::BTreeSet;
use std::fmt::Debug;

use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::View;
use super::verify::{Finding, MOST_FINDINGS};
use super::{FacilityTable, log};
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::fold::Seen;

/// A kind of fact with its table.
pub(super) trait Fact: Sized + PartialEq + Debug {
    /// The kind of entry that states it.
    const KIND: Kind;
    /// Its table, which has a column `id` for the subject.
    const TABLE: &'static str;
    /// `SELECT` of what [`Fact::read`] reads, from the table as `t`.
    const SELECT: &'static str;

    /// What the entries of a subject come to, in whatever order they came.
    fn fold(subject: Uuid, entries: &[Seen]) -> Option<Self>;

    /// Writes its row, whether it is there already or not.
    fn write(&self, connection: &Connection, facilities: &mut FacilityTable) -> rusqlite::Result<()>;

    /// Reads a row of [`Fact::SELECT`].
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Of a row that is not what its entries say, or of a table that has too many or too few.
    fn finding(which: String) -> Finding;

    /// The facility that it names, whose description belongs to the state.
    fn facility(&self) -> Option<&FacilityId> {
        None
    }
}

/// Brings a table up to date with an entry that was just stored: `entries` are all of its subject.
pub(super) fn entry_arrived<T: Fact>(
    connection: &Connection,
    facilities: &mut FacilityTable,
    subject: Uuid,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    if !entries.iter().any(|entry| entry.header.kind == T::KIND) {
        return Ok(());
    }
    match T::fold(subject, entries) {
        Some(fact) => fact.write(connection, facilities),
        None => connection
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", T::TABLE))?
            .execute([subject.as_bytes().as_slice()])
            .map(|_| ()),
    }
}

/// Folds every fact of a kind from nothing, compares with its row, and adds what stands to the digest of the state.
pub(super) fn verify<T: Fact>(
    view: &View<'_>,
    findings: &mut Vec<Finding>,
    state: &mut Sha256,
) -> rusqlite::Result<()> {
    let connection = view.connection;
    let mut stored_row = connection.prepare(&format!("{} WHERE t.id = ?1", T::SELECT))?;
    let (mut standing, mut facilities) = (0_i64, BTreeSet::new());
    for subject in log::subjects_of(connection, &T::KIND)? {
        let folded = T::fold(subject, &log::of_subject(connection, subject)?);
        let stored = stored_row.query_map([subject.as_bytes().as_slice()], T::read)?.next().transpose();
        if !matches!(&stored, Ok(stored) if *stored == folded) && findings.len() < MOST_FINDINGS {
            findings.push(T::finding(subject.to_string()));
        }
        if let Some(folded) = folded {
            standing += 1;
            state.update(format!("{folded:?}\n"));
            facilities.extend(folded.facility().cloned());
        }
    }
    for id in facilities {
        state.update(format!("{:?}\n", view.facilities.get(&id)));
    }
    let count = format!("SELECT count(*) FROM {}", T::TABLE);
    let count: i64 = connection.query_row(&count, [], |row| row.get(0))?;
    if count != standing {
        findings.push(T::finding(format!("{count} / {standing}")));
    }
    Ok(())
}
