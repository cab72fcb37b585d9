//! The book: one officer's encrypted SQLite file, and the only place with SQL.
//!
//! Its truth is the log of entries, appended through one door ([`Door`]); the tables
//! that screens read are a projection, kept in the same transaction. The book knows
//! nothing of screens, languages, the clock or the environment: what it needs of
//! them is handed in.

mod attachments;
mod backup;
mod cases;
mod columns;
mod counts;
mod door;
mod drafts;
mod error;
mod facilities;
mod facts;
mod file;
mod follow;
mod joined;
mod keys;
mod log;
mod members;
mod migrate;
mod numbers;
mod observations;
mod open;
mod packed;
mod project;
mod pseudonym;
mod random;
mod room;
mod row;
mod runs;
mod summary;
mod tail;
mod token;
mod told;
mod undo;
mod verify;
mod wal;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::domain::entry::OriginId;
use crate::domain::number::DeskCode;

/// Stops a long read from another thread.
pub use rusqlite::InterruptHandle;

pub use attachments::digest_of;
pub use backup::{backups_folder, is_due as backup_is_due, list as list_backups, restore};
pub use cases::{Listing, Order, StoredCase, View};
pub use counts::{FacilityCounts, Group, GroupBy, GroupKey, Hotspots, Side};
pub use door::{Batch, Door, NewCase, NewEntry};
pub use drafts::{DraftToKeep, StoredDraft};
pub use error::BookError;
pub use facilities::FacilityTable;
pub use file::{beside, keys_path, set_aside};
pub use joined::at_root;
pub use keys::{Cost, Secret};
pub use log::{HeadProof, Run};
pub use numbers::TakenNumbers;
pub use pseudonym::Pseudonymiser;
pub use random::Randomness;
pub use token::Device;
pub use told::{Among, Told};
pub use verify::{Finding, Verified};

use columns::Columns;
use open::Access;

/// How a book is opened or made.
#[derive(Clone)]
pub struct Options {
    /// The book's file.
    pub path: PathBuf,
    /// What opens it.
    pub secret: Secret,
    /// Where this device keeps the tokens of its origins.
    pub device: Device,
    /// What deriving a key costs, where one is made.
    pub cost: Cost,
}

/// Who keeps the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    /// The desk.
    pub desk: DeskCode,
    /// The officer.
    pub officer: String,
}

/// An open book: one connection that writes.
pub struct Book {
    access: Access,
    connection: Connection,
    device: Device,
    /// The path that tokens are tied to.
    canonical_path: PathBuf,
    keeper: Keeper,
    signing: SigningKey,
    facilities: FacilityTable,
    columns: RefCell<Columns>,
    newest_numbers: RefCell<tail::NewestNumbers>,
    /// This process's origin with the secret of its token, once looked up.
    origin: Option<(i64, OriginId, String)>,
    /// How many entries this device had written that the book no longer holds.
    lost: u64,
}

/// Makes digests that only one book can make: nobody outside can try whose row it may be.
pub struct RowDigester(Zeroizing<[u8; 32]>);

impl RowDigester {
    /// The digest of a text.
    pub fn digest(&self, text: &str) -> String {
        use sha2::{Digest, Sha256};
        let mut hasher = Sha256::new();
        hasher.update(b"wardbook row 1\0");
        hasher.update(self.0.as_slice());
        hasher.update(text);
        crate::domain::digits::hex(&hasher.finalize())
    }
}

/// A connection to a book that only reads; long reads can be interrupted.
pub struct Reader {
    access: Access,
    connection: Connection,
    facilities: FacilityTable,
    columns: RefCell<Columns>,
}

/// Names of what `meta` keeps.
mod meta {
    pub const DESK: &str = "desk";
    pub const OFFICER: &str = "officer";
    pub const SIGNING_KEY: &str = "signing-key";
    pub const ORIGIN: &str = "origin";
}

impl Book {
    /// Makes a book; returns it with its recovery code (`None` for a book in clear).
    pub fn create(
        options: &Options,
        keeper: &Keeper,
    ) -> Result<(Self, Option<Zeroizing<String>>), BookError> {
        let passphrase = match &options.secret {
            Secret::Passphrase(passphrase) => passphrase.clone(),
            Secret::None | Secret::Recovery(_) => return Err(BookError::PassphraseMissing),
        };
        let (access, code) = Access::create(&options.path, &passphrase, options.cost)?;
        let made = Self::make(&access, options, keeper);
        if made.is_err() {
            for suffix in ["", "-wal", "-shm", "-journal", ".keys"] {
                let _ = std::fs::remove_file(beside(&options.path, suffix));
            }
        }
        Ok((made?, code))
    }

    fn make(access: &Access, options: &Options, keeper: &Keeper) -> Result<Self, BookError> {
        let mut connection = access.connect()?;
        access.set_journal(&connection)?;
        let signing = SigningKey::from_bytes(&keys::random::<32>()?);
        let prepare = |connection: &mut Connection| -> rusqlite::Result<()> {
            migrate::migrate(connection)?;
            set_meta(connection, meta::DESK, keeper.desk.as_str().as_bytes())?;
            set_meta(connection, meta::OFFICER, keeper.officer.as_bytes())?;
            set_meta(connection, meta::SIGNING_KEY, signing.as_bytes())
        };
        prepare(&mut connection).map_err(|error| access.error(error))?;
        Self::assemble(access.clone(), connection, options.device.clone())
    }

    /// Opens a book. An older one is brought up to date, after a backup beside it.
    pub fn open(options: &Options) -> Result<Self, BookError> {
        let access = Access::unlock(&options.path, &options.secret)?;
        let mut connection = access.connect()?;
        let version = access.check(&connection)?;
        access.set_journal(&connection)?;
        if version < migrate::latest() {
            let safe = beside(&options.path, &format!(".before-version-{}", migrate::latest()));
            // One that is there is of the same old state: an earlier try broke off.
            if !safe.exists() {
                backup::write(&access, &connection, &safe, &|| true)?;
            }
            migrate::migrate(&mut connection).map_err(|error| access.error(error))?;
        }
        Self::assemble(access, connection, options.device.clone())
    }

    /// Whether the book at `path` is encrypted.
    ///
    /// # Errors
    /// No book there, or its key file lost: what a passphrase would not help.
    pub fn needs_passphrase(path: &Path) -> Result<bool, BookError> {
        match Access::unlock(path, &Secret::None) {
            Ok(_) => Ok(false),
            Err(BookError::PassphraseMissing) => Ok(true),
            Err(error) => Err(error),
        }
    }

    fn assemble(access: Access, connection: Connection, device: Device) -> Result<Self, BookError> {
        let damaged =
            |detail: &str| BookError::Damaged { path: access.path.clone(), detail: detail.to_owned() };
        let text = |name: &str| -> Result<String, BookError> {
            let bytes = get_meta(&connection, name).map_err(|error| access.error(error))?;
            String::from_utf8(bytes.unwrap_or_default())
                .map_err(|_| damaged("its first table cannot be read"))
        };
        let keeper = Keeper {
            desk: text(meta::DESK)?.parse().map_err(|_| damaged("it names no desk"))?,
            officer: text(meta::OFFICER)?,
        };
        let secret = get_meta(&connection, meta::SIGNING_KEY)
            .map_err(|error| access.error(error))?
            .unwrap_or_default();
        let secret =
            Zeroizing::new(<[u8; 32]>::try_from(secret).map_err(|_| damaged("it holds no signing key"))?);
        let facilities = FacilityTable::load(&connection).map_err(|error| access.error(error))?;
        let mut book = Self {
            signing: SigningKey::from_bytes(&secret),
            canonical_path: canonical(&access.path),
            access,
            connection,
            device,
            keeper,
            facilities,
            columns: RefCell::default(),
            newest_numbers: RefCell::default(),
            origin: None,
            lost: 0,
        };
        book.find_origin()?;
        Ok(book)
    }

    /// The book's file.
    pub fn path(&self) -> &Path {
        &self.access.path
    }

    /// Who keeps it.
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// Whether it is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.access.key.is_some()
    }

    /// How many entries this device had written that the book no longer holds: over
    /// zero for a book that was restored or copied back from an older state.
    pub fn entries_lost(&self) -> u64 {
        self.lost
    }

    /// The facilities that the book knows.
    pub fn facilities(&self) -> &FacilityTable {
        &self.facilities
    }

    /// Looks for what another program added meanwhile.
    pub fn refresh(&mut self) -> Result<(), BookError> {
        self.facilities.refresh(&self.connection).map_err(|error| self.access.error(error))
    }

    /// Another connection to the same book, for a thread that reads.
    pub fn reader(&self) -> Result<Reader, BookError> {
        let connection = self.access.connect_reader()?;
        let facilities = self.facilities.clone();
        Ok(Reader { access: self.access.clone(), connection, facilities, columns: RefCell::default() })
    }

    /// For digests that only this book can make, on any thread.
    pub fn row_digester(&self) -> RowDigester {
        RowDigester(Zeroizing::new(self.signing.to_bytes()))
    }

    /// Wraps the book's key for another passphrase. The recovery code stays as it is.
    pub fn rekey(&self, passphrase: &str, cost: Cost) -> Result<(), BookError> {
        let Some((key, mark)) = &self.access.key else {
            return Err(BookError::Crypto("a book in clear has no passphrase to change"));
        };
        let path = self.path();
        let keys = open::read_keys(path, *mark)?.with_passphrase(key, passphrase, cost)?;
        file::write_whole(&keys_path(path), &keys.to_bytes())
    }

    fn find_origin(&mut self) -> Result<(), BookError> {
        let failed = |error| self.access.error(error);
        let Some((id, secret)) = log::own_origin(&self.connection).map_err(failed)? else {
            return Ok(());
        };
        // The token is read before the head: another program writes it after its commit,
        // so a head that is read later has never come less far, unless entries are lost.
        let Some(token) = self.device.read(id) else {
            return Ok(());
        };
        let Some(row) = log::origin(&self.connection, id).map_err(failed)? else {
            return Ok(());
        };
        let (number, head_seq) = (row.number, row.seq);
        if token.fits(&secret, &self.canonical_path, head_seq) {
            self.origin = Some((number, id, secret));
        } else if token.secret == secret && token.book == self.canonical_path {
            self.lost = token.seq - head_seq.min(token.seq);
        }
        Ok(())
    }
}

impl Reader {
    /// A handle with which another thread stops a long read.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.connection.get_interrupt_handle()
    }

    /// Looks for facilities that were added meanwhile.
    pub fn refresh(&mut self) -> Result<(), BookError> {
        self.facilities.refresh(&self.connection).map_err(|error| self.access.error(error))
    }

    /// The facilities that the book knows.
    pub fn facilities(&self) -> &FacilityTable {
        &self.facilities
    }
}

impl Book {
    /// What this book keeps for its officer under a name, beside the log: no bundle or export knows of it.
    pub fn kept(&self, name: &str) -> Result<Option<Vec<u8>>, BookError> {
        get_meta(&self.connection, &format!("kept {name}"))
            .map_err(|error| BookError::sqlite(&self.access.path, error))
    }

    /// Keeps it; what was kept under the name before goes.
    pub fn keep(&mut self, name: &str, value: &[u8]) -> Result<(), BookError> {
        set_meta(&self.connection, &format!("kept {name}"), value)
            .map_err(|error| BookError::sqlite(&self.access.path, error))
    }
}

/// The path that a token is tied to.
fn canonical(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn get_meta(connection: &Connection, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    use rusqlite::OptionalExtension;
    connection
        .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()
}

fn set_meta(connection: &Connection, name: &str, value: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")?
        .execute((name, value))
        .map(|_| ())
}

#[cfg(test)]
mod tests;
