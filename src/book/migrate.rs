//! Brings an older book up to date: numbered steps, applied in one transaction,
//! after a backup. Steps are never edited, only added.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{columns, summary};

/// What marks a SQLite file as a book ("WDB1").
pub(super) const APPLICATION_ID: i64 = 0x5744_4231;

/// The steps in order: the first makes version 1, and so on.
const STEPS: &[&str] = &[
    include_str!("migrations/001-first.sql"),
    include_str!("migrations/002-drafts.sql"),
    include_str!("migrations/003-observations.sql"),
    include_str!("migrations/004-columns.sql"),
    include_str!("migrations/005-fewer-pages.sql"),
    include_str!("migrations/006-stretches.sql"),
    include_str!("migrations/007-follow-up.sql"),
    include_str!("migrations/008-urgent-first.sql"),
    include_str!("migrations/009-attachments.sql"),
    include_str!("migrations/010-joined.sql"),
    include_str!("migrations/011-tail.sql"),
];

/// The version from which on a book keeps columns as they are now: their newest ones tell whose turn a case is.
const WITH_COLUMNS: usize = 7;

/// The version from which on summaries leave out the newest rows.
const WITHOUT_NEWEST: usize = 5;

/// The version that this Wardbook writes.
pub(super) fn latest() -> i64 {
    STEPS.len() as i64
}

/// The version of a book; 0 where nothing was made yet.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Applies the steps that are missing.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let done = usize::try_from(version(&transaction)?).unwrap_or(0);
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    if done < WITH_COLUMNS {
        columns::keep_up(&transaction, &BTreeSet::new(), &columns::Fresh::default())?;
    }
    if done < WITHOUT_NEWEST {
        summary::make(&transaction)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    write_version(&transaction)?;
    transaction.commit()
}

/// Writes down that a book is of the newest version.
pub(super) fn write_version(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "user_version", latest())
}
