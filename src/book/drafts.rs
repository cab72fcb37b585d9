//! Drafts: what was typed into a form and is not logged yet. They lie in the encrypted book but outside the log:
//! nobody else ever sees them, and they leave no trace when they are dropped.
//!
//! The book does not know what is in a draft. What it does know is its revision: whoever changes or drops one names
//! the revision that it had seen, so that of two programs with the same draft neither overwrites the other, and a
//! draft that one of them logged does not come back through the other.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::cases::View;
use super::error::BookError;
use super::{Book, Door};
use crate::domain::number::CaseNumber;

/// A draft as it lies in the book.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// Its name.
    pub id: Uuid,
    /// When it was begun, in milliseconds since 1970.
    pub started_at: i64,
    /// When it was changed last, in milliseconds since 1970.
    pub changed_at: i64,
    /// How often it was written.
    pub revision: i64,
    /// The case that it would correct; `None` for a new one.
    pub corrects: Option<CaseNumber>,
    /// What was typed. Drafts hold identities: it is wiped from memory when it is no longer needed.
    pub payload: Zeroizing<Vec<u8>>,
}

/// What a form hands over to be kept.
#[derive(Clone, Copy)]
pub struct DraftToKeep<'a> {
    /// Its name.
    pub id: Uuid,
    /// The revision that the form has seen; `None` for one that was never kept.
    pub seen: Option<i64>,
    /// Now, in milliseconds since 1970.
    pub now_milliseconds: u64,
    /// The case that it would correct.
    pub corrects: Option<&'a CaseNumber>,
    /// What was typed.
    pub payload: &'a [u8],
}

impl Book {
    /// Keeps a draft; returns its new revision. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where another program changed, logged or dropped it since it was seen.
    pub fn keep_draft(&mut self, draft: DraftToKeep<'_>) -> Result<i64, BookError> {
        let kept = put(&self.connection, draft).map_err(|error| self.access.error(error))?;
        kept.ok_or(BookError::DraftGone)
    }

    /// Drops a draft as it was seen: the form that held it was emptied.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where another program changed, logged or dropped it since: what is there now stays.
    pub fn drop_draft_as_seen(&mut self, id: Uuid, seen: i64) -> Result<(), BookError> {
        match drop_seen(&self.connection, id, seen).map_err(|error| self.access.error(error))? {
            0 => return Err(BookError::DraftGone),
            _ => self.forget_write_ahead_log(Duration::ZERO),
        }
        Ok(())
    }

    /// Drops a draft, whatever its revision: the officer threw it away. One that is gone already is no error.
    pub fn drop_draft(&mut self, id: Uuid) -> Result<(), BookError> {
        let dropped = self.connection.execute("DELETE FROM draft WHERE id = ?1", [id.as_bytes().as_slice()]);
        dropped.map_err(|error| self.access.error(error))?;
        self.forget_write_ahead_log(Duration::ZERO);
        Ok(())
    }

    /// `secure_delete` blanks what was dropped or erased in the file itself, but the blank pages come there, and older
    /// copies of them go, only when the write-ahead log is emptied. Where a reader is at work for longer than
    /// `patience` it is left for the next time: closing the book empties it too, and both are encrypted like the book.
    pub(super) fn forget_write_ahead_log(&self, patience: Duration) {
        let _ = self.connection.busy_timeout(patience);
        let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        let _ = self.connection.busy_timeout(super::open::PATIENCE);
    }
}

impl View<'_> {
    /// All drafts, the newest first.
    pub fn drafts(&self) -> Result<Vec<StoredDraft>, BookError> {
        let all = || -> rusqlite::Result<Vec<StoredDraft>> {
            let sql = format!("{SELECT} ORDER BY changed_at DESC, number DESC");
            self.connection.prepare_cached(&sql)?.query_map([], read)?.collect()
        };
        all().map_err(|error| self.error(error))
    }

    /// One draft.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where there is none of that name any more.
    pub fn draft(&self, id: Uuid) -> Result<StoredDraft, BookError> {
        let one = || -> rusqlite::Result<Option<StoredDraft>> {
            let mut statement = self.connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
            statement.query_row([id.as_bytes().as_slice()], read).optional()
        };
        one().map_err(|error| self.error(error))?.ok_or(BookError::DraftGone)
    }
}

impl Door<'_> {
    /// Drops the draft that what is appended here came from: both happen, or neither.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where another program changed, logged or dropped it since it was seen.
    pub fn drop_draft(&mut self, id: Uuid, seen: i64) -> Result<(), BookError> {
        match drop_seen(&self.transaction, id, seen).map_err(|error| self.error(error))? {
            0 => Err(BookError::DraftGone),
            _ => Ok(()),
        }
    }

    /// Drops what was typed to correct a case: what is erased there must not lie on here.
    pub fn drop_drafts_correcting(&mut self, number: &CaseNumber) -> Result<(), BookError> {
        self.transaction
            .execute("DELETE FROM draft WHERE corrects = ?1", [number.as_str()])
            .map(|_| ())
            .map_err(|error| self.error(error))
    }
}

const SELECT: &str = "SELECT id, started_at, changed_at, revision, corrects, payload FROM draft";

fn read(row: &Row<'_>) -> rusqlite::Result<StoredDraft> {
    let corrects: Option<String> = row.get(4)?;
    Ok(StoredDraft {
        id: Uuid::from_bytes(row.get(0)?),
        started_at: row.get(1)?,
        changed_at: row.get(2)?,
        revision: row.get(3)?,
        // A number that cannot be read would make the draft one of a new case: what was typed is not lost.
        corrects: corrects.and_then(|number| number.parse().ok()),
        payload: Zeroizing::new(row.get(5)?),
    })
}

/// How many were dropped: none where the draft is not as it was seen.
fn drop_seen(connection: &Connection, id: Uuid, seen: i64) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached("DELETE FROM draft WHERE id = ?1 AND revision = ?2")?;
    statement.execute((id.as_bytes().as_slice(), seen))
}

/// The new revision; `None` where the draft is not as it was seen.
fn put(connection: &Connection, draft: DraftToKeep<'_>) -> rusqlite::Result<Option<i64>> {
    let now = draft.now_milliseconds as i64;
    let id = draft.id.as_bytes().as_slice();
    let (changed, revision) = match draft.seen {
        None => {
            let mut insert = connection.prepare_cached(
                "INSERT INTO draft (id, started_at, changed_at, revision, corrects, payload)
                 VALUES (?1, ?2, ?2, 1, ?3, ?4) ON CONFLICT (id) DO NOTHING",
            )?;
            (insert.execute((id, now, draft.corrects.map(CaseNumber::as_str), draft.payload))?, 1)
        }
        Some(seen) => {
            let mut update = connection.prepare_cached(
                "UPDATE draft SET changed_at = ?2, revision = revision + 1, payload = ?3
                 WHERE id = ?1 AND revision = ?4",
            )?;
            (update.execute((id, now, draft.payload, seen))?, seen + 1)
        }
    };
    Ok((changed > 0).then_some(revision))
}
