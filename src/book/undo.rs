//! What an undo would take back. It only looks: taking back is appending, through the door.

use std::path::Path;

use rusqlite::Connection;

use super::door::Batch;
use super::error::BookError;
use super::{Book, log};

impl Book {
    /// What [`Door::last_undoable`](super::Door::last_undoable) would find now, without waiting for a turn to write.
    ///
    /// # Errors
    /// [`BookError::ErasedLast`] where an erasure is what was done last.
    pub fn last_undoable(&self) -> Result<Option<Batch>, BookError> {
        match &self.origin {
            Some((origin, _, _)) => undoable(&self.connection, *origin, &self.access.path),
            None => Ok(None),
        }
    }
}

/// The newest batch of an origin that can be taken back, seen through whichever connection.
pub(super) fn undoable(
    connection: &Connection,
    origin: i64,
    path: &Path,
) -> Result<Option<Batch>, BookError> {
    let failed = |error| BookError::sqlite(path, error);
    match log::last_undoable(connection, origin).map_err(failed)? {
        log::Undoable::Batch(id) => {
            let entries = log::of_batch(connection, id).map_err(failed)?;
            Ok(Some(Batch { id, entries }))
        }
        log::Undoable::Erasure => Err(BookError::ErasedLast),
        log::Undoable::Nothing => Ok(None),
    }
}
