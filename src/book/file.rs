//! The files of a book: their names, what a file is, and setting one aside.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::error::BookError;
use super::keys::{MARK_START, Mark};

/// The first bytes of a backup.
pub(super) const BACKUP_START: &[u8; 18] = b"Wardbook backup 1\n";

const SQLITE_START: &[u8; 16] = b"SQLite format 3\0";

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// An encrypted book with its mark.
    Encrypted(Mark),
    /// A SQLite file in clear: a book made with an empty passphrase, perhaps.
    Clear,
    /// A backup.
    Backup,
    /// An empty file.
    Empty,
    /// Something else.
    Other,
}

/// Looks at the first bytes of a file.
pub fn recognise(path: &Path) -> Result<FileKind, BookError> {
    let not_found = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            BookError::NotFound(path.to_owned())
        }
        _ => BookError::Io { path: path.to_owned(), source: error },
    };
    let facts = fs::metadata(path).map_err(not_found)?;
    if !facts.is_file() {
        return Err(BookError::NotABook(path.to_owned()));
    }
    let mut start = Vec::new();
    File::open(path).and_then(|file| file.take(18).read_to_end(&mut start)).map_err(not_found)?;
    Ok(match start.first_chunk::<16>() {
        Some(mark) if mark.starts_with(MARK_START) && start.as_slice() != BACKUP_START => {
            FileKind::Encrypted(*mark)
        }
        Some(SQLITE_START) => FileKind::Clear,
        _ if start == BACKUP_START => FileKind::Backup,
        None if start.is_empty() => FileKind::Empty,
        _ => FileKind::Other,
    })
}

/// The path with something appended to its file name.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

/// The key file of a book: `NAME.keys`.
pub fn keys_path(book: &Path) -> PathBuf {
    beside(book, ".keys")
}

/// Makes the folder of a file, for its owner alone.
pub fn make_folder_of(path: &Path) -> Result<(), BookError> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    make_folder(folder)
}

/// Makes a folder and those above it, for their owner alone.
pub fn make_folder(folder: &Path) -> Result<(), BookError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| BookError::io(folder, error))
}

/// Makes an empty file that only its owner reads; refuses one that is there.
pub fn create_private(path: &Path) -> Result<File, BookError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => BookError::Exists(path.to_owned()),
        _ => BookError::io(path, error),
    })
}

/// Writes a file whole or not at all: beside it first, then renamed over it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), BookError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let failed = |error| BookError::io(path, error);
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Moves a book with all its files out of the way, under a name that says when;
/// returns where the book itself now is.
pub fn set_aside(path: &Path, why: &str, stamp: &str) -> Result<PathBuf, BookError> {
    let suffix = (0..10_000)
        .map(|count| if count == 0 { String::new() } else { format!("-{count}") })
        .map(|count| format!(".{why}-{stamp}{count}"))
        .find(|suffix| !beside(path, suffix).exists())
        .unwrap_or_default();
    let aside = beside(path, &suffix);
    let mut moved: Vec<&str> = Vec::new();
    // The book goes first: whoever looks meanwhile finds none, rather than one that lacks
    // what stands in its log.
    for part in PARTS {
        let from = beside(path, part);
        if !from.exists() {
            continue;
        }
        if let Err(error) = fs::rename(&from, beside(&aside, part)) {
            for part in moved {
                let _ = fs::rename(beside(&aside, part), beside(path, part));
            }
            return Err(BookError::io(&from, error));
        }
        moved.push(part);
    }
    Ok(aside)
}

/// What the files of a book end in: itself, its keys, and what SQLite keeps beside it.
const PARTS: [&str; 5] = ["", ".keys", "-wal", "-shm", "-journal"];

/// Whether any file of a book stands there.
pub fn stands(path: &Path) -> bool {
    PARTS.iter().any(|part| beside(path, part).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            recognise(&path).unwrap()
        };
        assert_eq!(write("a", b""), FileKind::Empty);
        assert_eq!(write("b", b"hello"), FileKind::Other);
        assert_eq!(write("c", b"SQLite format 3\0 and more"), FileKind::Clear);
        assert_eq!(write("d", b"Wardbook12345678 and more"), FileKind::Encrypted(*b"Wardbook12345678"));
        assert_eq!(write("e", b"Wardbook backup 1\n and more"), FileKind::Backup);
        assert!(matches!(recognise(folder.path()), Err(BookError::NotABook(_))));
        assert!(matches!(recognise(&folder.path().join("none")), Err(BookError::NotFound(_))));
    }

    #[test]
    fn setting_aside_moves_all_and_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("book");
        for round in ["first", "second"] {
            fs::write(&book, round).unwrap();
            fs::write(keys_path(&book), round).unwrap();
            let aside = set_aside(&book, "damaged", "20261122").unwrap();
            assert_eq!(fs::read_to_string(&aside).unwrap(), round);
            assert_eq!(fs::read_to_string(keys_path(&aside)).unwrap(), round);
            assert!(!book.exists());
        }
    }
}
