//! Opening, making and unlocking a book's file.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::error::BookError;
use super::file::{self, FileKind};
use super::keys::{Cost, DataKey, KeyFile, Locked, Mark, Secret};
use super::migrate;
use crate::domain::digits::hex;

/// How long a writer waits for another one.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_mins(1);

/// How long an erasure waits for readers, so that what was erased leaves the files at once: most answers take less.
pub(super) const PATIENCE_TO_ERASE: std::time::Duration = std::time::Duration::from_secs(3);

/// How many KiB of pages a connection holds.
pub(super) const CACHE_KIB: i64 = 16_000;

/// How many a connection that only reads holds: it has columns beside them.
const READER_CACHE_KIB: i64 = 4_000;

/// How many pages the write-ahead log takes before it is written back: SQLite's own number.
pub(super) const LOG_PAGES: i64 = 1_000;

/// When a transaction waits for the disk: each time.
pub(super) const SYNCHRONOUS_FULL: i64 = 2;

/// The size of a page in bytes, the default of SQLCipher and of SQLite.
const PAGE: u64 = 4096;

/// What is needed to connect to a book again: its path and its key.
#[derive(Clone)]
pub(super) struct Access {
    pub path: PathBuf,
    /// `None`: the book is in clear.
    pub key: Option<(DataKey, Mark)>,
}

impl Access {
    /// Finds the way into the book at `path`.
    pub fn unlock(path: &Path, secret: &Secret) -> Result<Self, BookError> {
        let mark = match file::recognise(path)? {
            FileKind::Encrypted(mark) => mark,
            FileKind::Clear => return Ok(Self { path: path.to_owned(), key: None }),
            FileKind::Backup => return Err(BookError::IsABackup(path.to_owned())),
            FileKind::Empty | FileKind::Other => return Err(lost_or_none(path)),
        };
        if matches!(secret, Secret::None) {
            read_keys(path, mark)?;
            return Err(BookError::PassphraseMissing);
        }
        let keys = read_keys(path, mark)?;
        let key = keys.open(secret).map_err(|locked| match (locked, secret) {
            (Locked::Wrong, Secret::Recovery(_)) => BookError::RecoveryWrong,
            (Locked::Wrong, _) => BookError::PassphraseWrong,
            (Locked::Damaged, _) => BookError::KeysDamaged(file::keys_path(path)),
        })?;
        Ok(Self { path: path.to_owned(), key: Some((key, mark)) })
    }

    /// Makes the files of a new book; an empty passphrase leaves it in clear.
    pub fn create(
        path: &Path,
        passphrase: &str,
        cost: Cost,
    ) -> Result<(Self, Option<Zeroizing<String>>), BookError> {
        file::make_folder_of(path)?;
        let keys_path = file::keys_path(path);
        if path.exists() {
            return Err(BookError::Exists(path.to_owned()));
        }
        if passphrase.is_empty() {
            file::create_private(path)?;
            return Ok((Self { path: path.to_owned(), key: None }, None));
        }
        let mark = super::keys::new_mark()?;
        let (keys, key, code) = KeyFile::create(passphrase, mark, cost)?;
        let mut keys_file = file::create_private(&keys_path)?;
        std::io::Write::write_all(&mut keys_file, &keys.to_bytes())
            .and_then(|()| keys_file.sync_all())
            .map_err(|error| BookError::io(&keys_path, error))?;
        if let Err(error) = file::create_private(path) {
            let _ = std::fs::remove_file(&keys_path);
            return Err(error);
        }
        Ok((Self { path: path.to_owned(), key: Some((key, mark)) }, Some(code)))
    }

    /// Connects for reading and writing; for reading alone where the file or its folder
    /// cannot be written, so that a book on a locked stick can still be looked at.
    pub fn connect(&self) -> Result<Connection, BookError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connected = Connection::open_with_flags(&self.path, flags).and_then(|connection| {
            self.set_up(&connection)?;
            Ok(connection)
        });
        match connected {
            Err(error) if is_unwritable(&error) && !self.has_log() => self.connect_unwritable(),
            other => other.map_err(|error| self.error(error)),
        }
    }

    /// Connects for reading alone.
    pub fn connect_reader(&self) -> Result<Connection, BookError> {
        let connection = self.connect()?;
        connection.pragma_update(None, "query_only", true).map_err(|error| self.error(error))?;
        connection.pragma_update(None, "cache_size", -READER_CACHE_KIB).map_err(|error| self.error(error))?;
        Ok(connection)
    }

    /// Without a log to read and files to make beside it, a book that nobody can write is
    /// read as it lies.
    fn connect_unwritable(&self) -> Result<Connection, BookError> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(unchanging_uri(&self.path), flags)
            .map_err(|error| self.error(error))?;
        self.set_up(&connection).map_err(|error| self.error(error))?;
        Ok(connection)
    }

    fn has_log(&self) -> bool {
        std::fs::metadata(file::beside(&self.path, "-wal")).is_ok_and(|facts| facts.len() > 0)
    }

    /// Hands over the key and sets what every connection needs.
    fn set_up(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.busy_timeout(PATIENCE)?;
        // A wrong key would be reported on standard error, into the screen.
        connection.pragma_update(None, "cipher_log_level", "NONE")?;
        if let Some((key, mark)) = &self.key {
            let literal = Zeroizing::new(format!("x'{}{}'", hex(key.as_slice()), hex(mark)));
            connection.pragma_update(None, "key", literal.as_str())?;
        }
        // Sorting must not spill clear text to the disk; erased text must not linger.
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "secure_delete", "ON")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.pragma_update(None, "trusted_schema", "OFF")?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.pragma_update(None, "synchronous", SYNCHRONOUS_FULL)?;
        connection.set_prepared_statement_cache_capacity(64);
        // The first look at the file: what cannot be read shows here.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
    }

    /// Sets the journal: WAL, or the old one where WAL does not work (network drives).
    pub fn set_journal(&self, connection: &Connection) -> Result<(), BookError> {
        if connection.is_readonly(rusqlite::MAIN_DB).map_err(|error| self.error(error))? {
            return Ok(());
        }
        let mode: Result<String, _> = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0));
        match mode {
            Ok(mode) if mode == "wal" => Ok(()),
            Ok(_) => connection
                .query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))
                .map_err(|error| self.error(error)),
            Err(error) => Err(self.error(error)),
        }
    }

    /// Checks that the file is a book of a version that this Wardbook can read;
    /// returns that version.
    pub fn check(&self, connection: &Connection) -> Result<i64, BookError> {
        let id: i64 = connection
            .query_row("PRAGMA application_id", [], |row| row.get(0))
            .map_err(|error| self.error(error))?;
        if id != migrate::APPLICATION_ID {
            return Err(BookError::NotABook(self.path.clone()));
        }
        self.check_length()?;
        let version = migrate::version(connection).map_err(|error| self.error(error))?;
        if version > migrate::latest() {
            return Err(BookError::Newer { path: self.path.clone(), version });
        }
        Ok(version)
    }

    /// A book whose file was cut, with no write-ahead log that could mend it.
    fn check_length(&self) -> Result<(), BookError> {
        let length = std::fs::metadata(&self.path).map_or(0, |facts| facts.len());
        let whole = length.is_multiple_of(PAGE);
        if whole || self.has_log() {
            return Ok(());
        }
        Err(BookError::Damaged { path: self.path.clone(), detail: "its end is missing".to_owned() })
    }

    /// An answer of SQLite about this book.
    pub fn error(&self, source: rusqlite::Error) -> BookError {
        BookError::sqlite(&self.path, source)
    }
}

fn is_unwritable(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode;
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied)
    )
}

/// The path as a URI that promises SQLite that the file does not change.
fn unchanging_uri(path: &Path) -> String {
    use std::fmt::Write;
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut uri = "file:".to_owned();
    for &byte in absolute.to_string_lossy().replace('\\', "/").as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri + "?immutable=1"
}

/// A file without a book's mark: a book whose first page is damaged, if its key file
/// stands beside it; else no book at all.
fn lost_or_none(path: &Path) -> BookError {
    if file::keys_path(path).exists() {
        BookError::Damaged { path: path.to_owned(), detail: "its beginning is overwritten".to_owned() }
    } else {
        BookError::NotABook(path.to_owned())
    }
}

/// Reads the key file of the book with this mark.
pub(super) fn read_keys(path: &Path, mark: Mark) -> Result<KeyFile, BookError> {
    let keys_path = file::keys_path(path);
    let bytes = std::fs::read(&keys_path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => BookError::KeysLost(keys_path.clone()),
        _ => BookError::io(&keys_path, error),
    })?;
    let keys = KeyFile::parse(&bytes).ok_or_else(|| BookError::KeysDamaged(keys_path.clone()))?;
    if keys.belongs_to(mark) { Ok(keys) } else { Err(BookError::KeysLost(keys_path)) }
}
