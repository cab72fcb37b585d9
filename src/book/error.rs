//! What can go wrong with a book. How it is said is `i18n`'s matter.

use std::io;
use std::path::PathBuf;

use crate::domain::number::CaseNumber;

/// What can go wrong with a book.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// There is no file.
    #[error("there is no book at {}", .0.display())]
    NotFound(PathBuf),
    /// There is a file (or a folder) that is no book.
    #[error("{} is no book", .0.display())]
    NotABook(PathBuf),
    /// It is a backup, to be restored.
    #[error("{} is a backup", .0.display())]
    IsABackup(PathBuf),
    /// It is a book, not a backup.
    #[error("{} is no backup", .0.display())]
    NotABackup(PathBuf),
    /// There is one already where one was to be made.
    #[error("there is a book at {} already", .0.display())]
    Exists(PathBuf),
    /// The book is encrypted and no passphrase came.
    #[error("a passphrase is needed")]
    PassphraseMissing,
    /// It does not open the book.
    #[error("the passphrase is wrong")]
    PassphraseWrong,
    /// The recovery code does not open the book.
    #[error("the recovery code is wrong")]
    RecoveryWrong,
    /// The key file is gone, or belongs to another book.
    #[error("the key file {} is missing", .0.display())]
    KeysLost(PathBuf),
    /// The key file is there but cannot be read.
    #[error("the key file {} is damaged", .0.display())]
    KeysDamaged(PathBuf),
    /// The book cannot be read, or contradicts itself.
    #[error("the book {} is damaged: {detail}", .path.display())]
    Damaged {
        /// The book.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A newer Wardbook wrote it.
    #[error("the book {} has version {version}", .path.display())]
    Newer {
        /// The book.
        path: PathBuf,
        /// Its version.
        version: i64,
    },
    /// The file system refused.
    #[error("{}: {source}", .path.display())]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// Why it was not.
        source: io::Error,
    },
    /// The book may be read but not written.
    #[error("the book {} cannot be written", .0.display())]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("no room on the disk for {}", .0.display())]
    Full(PathBuf),
    /// Another program holds the book for too long.
    #[error("another program is writing to {}", .0.display())]
    Busy(PathBuf),
    /// No case has that number.
    #[error("no case {0}")]
    NoSuchCase(CaseNumber),
    /// The case was joined into another one, which stands for both.
    #[error("case {0} was joined into {1}")]
    Joined(CaseNumber, CaseNumber),
    /// What was done last is an erasure, which is for good.
    #[error("an erasure cannot be undone")]
    ErasedLast,
    /// Identity and narrative of the case are erased for good.
    #[error("case {0} is erased")]
    Erased(CaseNumber),
    /// Another program changed, logged or dropped the draft.
    #[error("the draft is no longer as it was")]
    DraftGone,
    /// Entries that do not fit the chain they claim to continue.
    #[error("entries of {origin} do not fit: {detail}")]
    Chain {
        /// Whose.
        origin: String,
        /// Why not.
        detail: &'static str,
    },
    /// The long read was interrupted for a newer one.
    #[error("interrupted")]
    Interrupted,
    /// The database said something else.
    #[error("{path}: {source}", path = .path.display())]
    Sqlite {
        /// The book.
        path: PathBuf,
        /// What it said.
        source: rusqlite::Error,
    },
    /// The machine gave no randomness, or a key could not be derived.
    #[error("{0}")]
    Crypto(&'static str),
}

impl BookError {
    /// Gives an answer of SQLite its meaning.
    pub(crate) fn sqlite(path: &std::path::Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::Damaged { path, detail: source.to_string() }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(path),
            Some(ErrorCode::DiskFull) => Self::Full(path),
            Some(ErrorCode::SystemIoFailure) if is_without_room(&source) => Self::Full(path),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            Some(ErrorCode::OperationInterrupted) => Self::Interrupted,
            // All SQL here is fixed and tested: where SQLite cannot read it, or a value is
            // not of its kind, the tables are not what they were.
            Some(ErrorCode::Unknown | ErrorCode::TypeMismatch) => {
                Self::Damaged { path, detail: "its tables are not as they should be".to_owned() }
            }
            None if is_odd_value(&source) => {
                Self::Damaged { path, detail: "a value in its tables is not as it should be".to_owned() }
            }
            _ => Self::Sqlite { path, source },
        }
    }

    /// Gives an answer of the file system its meaning.
    pub(crate) fn io(path: &std::path::Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly(path),
            _ => Self::Io { path, source },
        }
    }
}

/// The index beside the write-ahead log, which whoever reads needs as well, cannot be made as large as it must be: SQLite does not
/// say then, as it does of all other files, that the disk is full.
fn is_without_room(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

fn is_odd_value(error: &rusqlite::Error) -> bool {
    use rusqlite::Error;
    matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..)
            | Error::SqlInputError { .. }
    )
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn a_full_disk_is_told_from_a_broken_one_wherever_it_shows() {
        let meaning = |code| {
            let failure = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            BookError::sqlite(std::path::Path::new("a.wardbook"), failure)
        };
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_SHMSIZE] {
            assert!(matches!(meaning(code), BookError::Full(_)), "{code}");
        }
        assert!(matches!(meaning(ffi::SQLITE_IOERR_READ), BookError::Sqlite { .. }));
    }
}
