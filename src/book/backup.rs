//! Backups: one file that holds the key file and the book, so that neither can be
//! left behind. Made with SQLite's online backup while the book is in use; checked
//! by a digest when restored.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use sha2::{Digest, Sha256};

use super::error::BookError;
use super::file::{self, BACKUP_START, FileKind};
use super::keys::Secret;
use super::open::Access;
use super::{Book, Options, Reader, canonical, verify};

/// How many of the program's own backups are kept.
const KEPT: usize = 7;

const SUFFIX: &str = ".wardbook-backup";

impl Book {
    /// Writes a backup. Refuses to write over another file.
    pub fn back_up(&self, out: &Path) -> Result<(), BookError> {
        write(&self.access, &self.connection, out, &|| true)
    }
}

impl Reader {
    /// Writes today's backup into the book's folder of backups and drops all but the
    /// newest seven; returns its path. Where `goes_on` says no, it leaves off, and there is none.
    pub fn back_up_daily(&self, today: NaiveDate, goes_on: &dyn Fn() -> bool) -> Result<PathBuf, BookError> {
        let folder = backups_folder(&self.access.path);
        file::make_folder(&folder)?;
        let out = folder.join(format!("{today}{SUFFIX}"));
        write(&self.access, &self.connection, &out, goes_on)?;
        // Never the one just made, whatever the clock says.
        for old in list(&self.access.path).into_iter().filter(|old| *old != out).skip(KEPT - 1) {
            std::fs::remove_file(&old).map_err(|error| BookError::io(&old, error))?;
        }
        Ok(out)
    }
}

/// Where the program keeps its own backups of a book.
pub fn backups_folder(book: &Path) -> PathBuf {
    file::beside(book, ".backups")
}

/// The program's own backups of a book, newest first.
pub fn list(book: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(backups_folder(book));
    let mut backups: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(SUFFIX))
        .collect();
    backups.sort_unstable_by(|a, b| b.cmp(a));
    backups
}

/// Whether today's backup is still to be made.
pub fn is_due(book: &Path, today: NaiveDate) -> bool {
    !backups_folder(book).join(format!("{today}{SUFFIX}")).exists()
}

pub(super) fn write(
    access: &Access,
    source: &Connection,
    out: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<(), BookError> {
    if out.exists() {
        return Err(BookError::Exists(out.to_owned()));
    }
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error| BookError::io(out, error);
    // The copy is encrypted like the book and stands only where the backup will.
    let copy = tempfile::Builder::new().prefix(".wardbook-").tempdir_in(folder).map_err(failed)?;
    let copied = copy.path().join("book");
    copy_pages(access, source, &copied, goes_on)?;
    let keys = match &access.key {
        Some(_) => {
            let path = file::keys_path(&access.path);
            std::fs::read(&path).map_err(|error| BookError::io(&path, error))?
        }
        None => Vec::new(),
    };
    let part = copy.path().join("backup");
    assemble(&copied, &keys, &part).map_err(failed)?;
    std::fs::rename(&part, out).map_err(failed)
}

fn copy_pages(
    access: &Access,
    source: &Connection,
    copied: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<(), BookError> {
    file::create_private(copied)?;
    let target = Access { path: copied.to_owned(), key: access.key.clone() };
    let mut connection = target.connect()?;
    let run = |connection: &mut Connection| -> rusqlite::Result<()> {
        let backup = Backup::new(source, connection)?;
        while goes_on() {
            if backup.step(4096)? == StepResult::Done {
                return Ok(());
            }
        }
        Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT), None))
    };
    run(&mut connection).map_err(|error| access.error(error))?;
    // A backup of a damaged book would be taken for a good one.
    if let Some(detail) = verify::pages(&connection, access.key.is_some()).into_iter().next() {
        return Err(BookError::Damaged { path: access.path.clone(), detail });
    }
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).map_err(|error| access.error(error))
}

/// Mark, length of the keys, keys, book, digest over all before it.
fn assemble(book: &Path, keys: &[u8], out: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writer = Hashing { inner: BufWriter::new(options.open(out)?), hasher: Sha256::new() };
    writer.write_all(BACKUP_START)?;
    writer.write_all(&(keys.len() as u64).to_be_bytes())?;
    writer.write_all(keys)?;
    std::io::copy(&mut BufReader::new(File::open(book)?), &mut writer)?;
    let Hashing { inner, hasher } = writer;
    let mut file = inner.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.write_all(&hasher.finalize())?;
    file.sync_all()
}

/// Hashes what passes through.
struct Hashing<Inner> {
    inner: Inner,
    hasher: Sha256,
}

impl<Inner: Write> Write for Hashing<Inner> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

/// Puts a backup in the place of a book. A book that stands there is set aside first,
/// and its new path returned.
///
/// # Errors
/// A file that is no backup, a damaged one, or one that the secret (where one is given)
/// does not open: nothing is touched.
pub fn restore(backup: &Path, options: &Options, stamp: &str) -> Result<Option<PathBuf>, BookError> {
    let book = options.path.as_path();
    match file::recognise(backup)? {
        FileKind::Backup => {}
        _ => return Err(BookError::NotABackup(backup.to_owned())),
    }
    file::make_folder_of(book)?;
    let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error| BookError::io(book, error);
    let unpacked = tempfile::Builder::new().prefix(".wardbook-").tempdir_in(folder).map_err(failed)?;
    let new_book = unpacked.path().join("book");
    let new_keys = file::keys_path(&new_book);
    unpack(backup, &new_book, &new_keys)?;
    if !matches!(options.secret, Secret::None) {
        // Opened where it lies, so that a book that nobody can open replaces none.
        let access = Access::unlock(&new_book, &options.secret)?;
        access.check(&access.connect()?)?;
    }
    let aside = if file::stands(book) { Some(file::set_aside(book, "replaced", stamp)?) } else { None };
    if new_keys.exists() {
        std::fs::rename(&new_keys, file::keys_path(book)).map_err(failed)?;
    }
    std::fs::rename(&new_book, book).map_err(failed)?;
    options.device.forget(&canonical(book));
    Ok(aside)
}

fn unpack(backup: &Path, book: &Path, keys: &Path) -> Result<(), BookError> {
    let damaged = |detail: &str| BookError::Damaged { path: backup.to_owned(), detail: detail.to_owned() };
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => damaged("it ends too early"),
        _ => BookError::io(backup, error),
    };
    let file = File::open(backup).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut reader = BufReader::new(file);
    let mut hasher = Sha256::new();
    let mut take = |reader: &mut BufReader<File>, count: u64| -> Result<Vec<u8>, BookError> {
        let mut bytes = Vec::new();
        reader.take(count).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 != count {
            return Err(damaged("it ends too early"));
        }
        hasher.update(&bytes);
        Ok(bytes)
    };
    take(&mut reader, BACKUP_START.len() as u64)?;
    let keys_length = take(&mut reader, 8)?.try_into().map_or(0, u64::from_be_bytes);
    if keys_length > 1_000_000 {
        return Err(damaged("its beginning cannot be read"));
    }
    let key_bytes = take(&mut reader, keys_length)?;
    let book_length = length.checked_sub(BACKUP_START.len() as u64 + 8 + keys_length + 32);
    let mut left = book_length.ok_or_else(|| damaged("it ends too early"))?;
    let mut out = file::create_private(book)?;
    while left > 0 {
        let bytes = take(&mut reader, left.min(1 << 20))?;
        left -= bytes.len() as u64;
        out.write_all(&bytes).map_err(|error| BookError::io(book, error))?;
    }
    out.sync_all().map_err(|error| BookError::io(book, error))?;
    let digest = hasher.finalize();
    let mut stored = Vec::new();
    reader.read_to_end(&mut stored).map_err(failed)?;
    if stored != digest.to_vec() {
        return Err(damaged("its digest does not fit its content"));
    }
    if !key_bytes.is_empty() {
        let mut file = file::create_private(keys)?;
        file.write_all(&key_bytes)
            .and_then(|()| file.sync_all())
            .map_err(|error| BookError::io(keys, error))?;
    }
    Ok(())
}
