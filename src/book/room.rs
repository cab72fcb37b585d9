//! How a book writes many entries in one go: with more memory for pages, and without waiting for the disk in each
//! transaction.

use super::error::BookError;
use super::{Book, migrate, open};

/// What a connection is told while it writes many entries. Where a setting cannot be had, work is only slower, or safer.
///
/// - Of pages it holds so many KiB: those of an index that are hit at random by each transaction are so decrypted once,
///   and encrypted once a transaction.
/// - After so many pages the write-ahead log is written back: fewer than a long transaction has, for a log that grows
///   costs more than one that is written over.
/// - A transaction waits for the disk only when the log is written back.
/// - What a row refers to was put there by the same door just before, if it was not there already.
const ROOM: [(&str, i64); 4] =
    [("cache_size", -36_000), ("wal_autocheckpoint", 20_000), ("synchronous", 1), ("foreign_keys", 0)];

/// The same at all other times.
const USUAL: [(&str, i64); 4] = [
    ("cache_size", -open::CACHE_KIB),
    ("wal_autocheckpoint", open::LOG_PAGES),
    ("synchronous", open::SYNCHRONOUS_FULL),
    ("foreign_keys", 1),
];

impl Book {
    /// Takes more room while `work` writes many entries, and waits for the disk once all are written: if the power fails
    /// meanwhile, the last transactions may be missing, each as a whole. `is_trial`: all will be rolled back.
    pub fn with_room<T, E: From<BookError>>(
        &mut self,
        is_trial: bool,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.set(ROOM);
        let done = work(self);
        self.set(USUAL);
        let _ = self.connection.execute_batch("PRAGMA shrink_memory");
        if !is_trial {
            // One transaction more: with it all that stands before it in the write-ahead log is on the disk.
            migrate::write_version(&self.connection).map_err(|error| self.access.error(error))?;
        }
        done
    }

    fn set(&self, settings: [(&str, i64); 4]) {
        for (name, value) in settings {
            let _ = self.connection.pragma_update(None, name, value);
        }
    }
}
