//! The token that ties an origin to this device: kept outside the book, so that a
//! copied or restored book does not go on counting where its original does.
//!
//! The token also keeps how far the origin has come. A book that has come less far
//! is older than what this device wrote: entries would be lost or numbers repeated,
//! so it takes a new origin, and the officer is told.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::entry::OriginId;

use super::error::BookError;
use super::file;

/// Where this device keeps its tokens.
#[derive(Debug, Clone)]
pub struct Device {
    folder: PathBuf,
}

/// The token of one origin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Token {
    /// A secret that the book knows too.
    pub secret: String,
    /// The book's path when the origin was made.
    pub book: PathBuf,
    /// How many entries the origin has written.
    pub seq: u64,
    /// The same once more: a token of which one half is newer than the other is none. Tokens
    /// of the first versions have it once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<u64>,
}

/// The length of a token is that of the longest of its kind: all of an origin fit over each other.
const DIGITS: usize = 20;

/// Writes over a file of the same length, in one piece; returns whether it did.
fn overwrite(path: &Path, bytes: &[u8]) -> bool {
    let written = || -> std::io::Result<bool> {
        let mut there = fs::OpenOptions::new().write(true).open(path)?;
        let fits = there.metadata()?.len() == bytes.len() as u64;
        if fits {
            there.write_all(bytes)?;
        }
        Ok(fits)
    };
    written().unwrap_or(false)
}

impl Device {
    /// A device that keeps its tokens in this folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The token of an origin. One that another program is just writing over is read again.
    pub(super) fn read(&self, origin: OriginId) -> Option<Token> {
        (0..3).find_map(|_| Token::parse(&fs::read(self.path(origin)).ok()?))
    }

    /// Keeps a token: over the one that is there, where there is one of the same origin, else
    /// beside it and renamed. Not forced to the disk: a token that lags behind its book is
    /// sound, and every added case would wait for it.
    pub(super) fn write(&self, origin: OriginId, token: &Token) -> Result<(), BookError> {
        let path = self.path(origin);
        let bytes = token.to_bytes();
        if overwrite(&path, &bytes) {
            return Ok(());
        }
        file::make_folder(&self.folder)?;
        let failed = |error| BookError::io(&path, error);
        let mut fresh = tempfile::NamedTempFile::new_in(&self.folder).map_err(failed)?;
        fresh.write_all(&bytes).map_err(failed)?;
        fresh.persist(&path).map_err(|error| failed(error.error))?;
        Ok(())
    }

    /// Forgets the origins of the book at a path: what is put there now is another state
    /// of it on purpose, and takes a new origin.
    pub fn forget(&self, book: &Path) {
        let tokens = fs::read_dir(&self.folder).into_iter().flatten();
        for path in tokens.filter_map(|entry| Some(entry.ok()?.path())) {
            let token = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Token>(&bytes).ok());
            if token.is_some_and(|token| token.book == book) {
                let _ = fs::remove_file(&path);
            }
        }
    }

    fn path(&self, origin: OriginId) -> PathBuf {
        self.folder.join(format!("{origin}.json"))
    }
}

impl Token {
    /// That so many entries were written.
    pub(super) fn new(secret: String, book: PathBuf, seq: u64) -> Self {
        Self { secret, book, seq, again: Some(seq) }
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let token: Self = serde_json::from_slice(bytes).ok()?;
        token.again.is_none_or(|again| again == token.seq).then_some(token)
    }

    /// JSON, with blanks behind it for numbers that will be longer.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        let missing = 2 * (DIGITS - self.seq.max(1).ilog10() as usize - 1);
        bytes.resize(bytes.len() + missing, b' ');
        bytes
    }

    /// Whether it is this book's, here, and the book has not gone back.
    pub(super) fn fits(&self, secret: &str, book: &Path, head_seq: u64) -> bool {
        self.secret == secret && self.book == book && self.seq <= head_seq
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device() -> (tempfile::TempDir, Device, OriginId) {
        let folder = tempfile::tempdir().unwrap();
        let device = Device::new(folder.path());
        (folder, device, OriginId([7; 16]))
    }

    fn token(seq: u64) -> Token {
        Token::new("ab".repeat(16), PathBuf::from("/home/សុខ/book"), seq)
    }

    #[test]
    fn every_number_fits_over_every_other() {
        let length = token(0).to_bytes().len();
        for seq in [1, 9, 10, 99, 100, 12_345, u64::MAX] {
            assert_eq!(token(seq).to_bytes().len(), length, "{seq}");
            assert_eq!(Token::parse(&token(seq).to_bytes()), Some(token(seq)));
        }
    }

    #[test]
    fn a_token_is_written_over_the_one_that_is_there() {
        let (_folder, device, origin) = device();
        for seq in [0, 5, 1_000_000, 3] {
            device.write(origin, &token(seq)).unwrap();
            assert_eq!(device.read(origin), Some(token(seq)));
        }
        // Of another length: a token of the first versions, which had the number once.
        let old = Token { again: None, ..token(4) };
        fs::write(device.path(origin), serde_json::to_vec(&old).unwrap()).unwrap();
        assert_eq!(device.read(origin), Some(old));
        device.write(origin, &token(5)).unwrap();
        assert_eq!(device.read(origin), Some(token(5)));
        // Forgotten by another program: there again with the next entry.
        device.forget(Path::new("/home/សុខ/book"));
        assert_eq!(device.read(origin), None);
        device.write(origin, &token(6)).unwrap();
        assert_eq!(device.read(origin), Some(token(6)));
    }

    #[test]
    fn a_token_torn_between_an_old_and_a_new_one_is_none_or_one_of_them() {
        let (_folder, device, origin) = device();
        for (before, after) in [(199, 200), (99, 100), (1, 2), (1_000, 999_999)] {
            let (old, new) = (token(before).to_bytes(), token(after).to_bytes());
            for cut in 0..=old.len() {
                let torn: Vec<u8> = new.iter().take(cut).chain(old.iter().skip(cut)).copied().collect();
                fs::write(device.path(origin), torn).unwrap();
                let read = device.read(origin).map(|token| token.seq);
                assert!(read.is_none_or(|seq| seq == before || seq == after), "{cut}: {read:?}");
            }
        }
    }
}
