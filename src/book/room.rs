//! How a book writes many entries in one go: with more memory for pages, and without waiting for the disk in each
//! transaction.

use super::error::BookError;
use super::{Book, migrate, open};

/// How many KiB of pages the connection holds: those of an index that are hit at random by each transaction, so that
/// they are decrypted once, and encrypted once a transaction.
const CACHE_KIB: i64 = 48_000;

/// How many pages the write-ahead log takes before it is written back: fewer than a long transaction has. A log that
/// grows costs more than one that is written over.
const LOG_PAGES: i64 = 20_000;

/// A transaction waits for the disk only when the write-ahead log is written back.
const SYNCHRONOUS_NORMAL: i64 = 1;

impl Book {
    /// Takes more room while `work` writes many entries, and waits for the disk once all are written: if the power fails
    /// meanwhile, the last transactions may be missing, each as a whole. `is_trial`: all will be rolled back.
    pub fn with_room<T, E: From<BookError>>(
        &mut self,
        is_trial: bool,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.set(CACHE_KIB, LOG_PAGES, SYNCHRONOUS_NORMAL);
        let done = work(self);
        self.set(open::CACHE_KIB, open::LOG_PAGES, open::SYNCHRONOUS_FULL);
        let _ = self.connection.execute_batch("PRAGMA shrink_memory");
        if !is_trial {
            // One transaction more: with it all that stands before it in the write-ahead log is on the disk.
            migrate::write_version(&self.connection).map_err(|error| self.access.error(error))?;
        }
        done
    }

    /// Where these settings cannot be had, work is only slower, or safer.
    fn set(&self, cache_kib: i64, log_pages: i64, synchronous: i64) {
        // What a row refers to was put there by the same door just before, if it was not there already.
        let foreign_keys = i64::from(synchronous == open::SYNCHRONOUS_FULL);
        for (name, value) in [
            ("cache_size", -cache_kib),
            ("wal_autocheckpoint", log_pages),
            ("synchronous", synchronous),
            ("foreign_keys", foreign_keys),
        ] {
            let _ = self.connection.pragma_update(None, name, value);
        }
    }
}
