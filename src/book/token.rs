//! The token that ties an origin to this device: kept outside the book, so that a
//! copied or restored book does not go on counting where its original does.
//!
//! The token also keeps how far the origin has come. A book that has come less far
//! is older than what this device wrote: entries would be lost or numbers repeated,
//! so it takes a new origin, and the officer is told.

use std::fs;
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
}

impl Device {
    /// A device that keeps its tokens in this folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    pub(super) fn read(&self, origin: OriginId) -> Option<Token> {
        serde_json::from_slice(&fs::read(self.path(origin)).ok()?).ok()
    }

    /// Keeps a token. Written beside and renamed, but not forced to the disk: a token
    /// that lags behind its book is sound, and every added case would wait for it.
    pub(super) fn write(&self, origin: OriginId, token: &Token) -> Result<(), BookError> {
        let path = self.path(origin);
        file::make_folder(&self.folder)?;
        let failed = |error| BookError::io(&path, error);
        let bytes = serde_json::to_vec(token).unwrap_or_default();
        let mut fresh = tempfile::NamedTempFile::new_in(&self.folder).map_err(failed)?;
        std::io::Write::write_all(&mut fresh, &bytes).map_err(failed)?;
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
    /// Whether it is this book's, here, and the book has not gone back.
    pub(super) fn fits(&self, secret: &str, book: &Path, head_seq: u64) -> bool {
        self.secret == secret && self.book == book && self.seq <= head_seq
    }
}
