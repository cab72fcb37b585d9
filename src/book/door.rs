//! The one door: everything that happens is appended here, and the projection is
//! kept in the same transaction.

mod ask;
mod case;

use rusqlite::{CachedStatement, Connection, Transaction, TransactionBehavior};
use uuid::Uuid;

pub use case::NewCase;

use super::error::BookError;
use super::keys::random;
use super::log::{self, OriginRow, Run};
use super::token::Token;
use super::{Book, FacilityTable, meta, open, project, runs, set_meta};
use crate::domain::digits::hex;
use crate::domain::entry::{Entry, EntryId, Hash, Header, Held, Kind, OriginId, Part, Stamp};

/// Something that happened at this desk, before it has a number and a hash.
#[derive(Clone)]
pub struct NewEntry {
    /// What happened.
    pub kind: Kind,
    /// To what.
    pub subject: Uuid,
    /// What one `undo` takes back.
    pub batch: Uuid,
    /// What it says, as JSON.
    pub body: Vec<u8>,
    /// The identity, as JSON.
    pub identity: Option<Vec<u8>>,
    /// The narrative, as text.
    pub narrative: Option<Vec<u8>>,
}

/// What one `undo` takes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its name.
    pub id: Uuid,
    /// What happened, and to what, in order.
    pub entries: Vec<(Kind, Uuid)>,
}

/// An open transaction on a book.
pub struct Door<'book> {
    pub(super) transaction: Transaction<'book>,
    /// The same connection, as statements are held of it that each row of an import needs.
    connection: &'book Connection,
    insert_entry: Option<CachedStatement<'book>>,
    /// Whose entry was stored last, and in which row.
    stored: Option<(i64, i64)>,
    facilities: &'book mut FacilityTable,
    newest_numbers: &'book std::cell::RefCell<super::tail::NewestNumbers>,
    path: &'book std::path::Path,
    keeper: &'book super::Keeper,
    origin: OriginRow,
    clock: Stamp,
    now_milliseconds: u64,
    appended: u64,
    projector: project::Projector<'book>,
}

impl Book {
    /// Runs `work` in one transaction and commits what it appended; if it fails,
    /// nothing is written. When this returns, what was appended is on the disk; within [`Book::with_room`] when that does.
    ///
    /// `now_milliseconds` is the wall clock since 1970.
    pub fn write<T, E: From<BookError>>(
        &mut self,
        now_milliseconds: u64,
        work: impl FnOnce(&mut Door<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let secret = match &self.origin {
            Some((_, _, secret)) => secret.clone(),
            None => hex(&random::<16>()?),
        };
        let known = self.origin.as_ref().map(|(_, id, _)| *id);
        let path = self.access.path.clone();
        let failed = |error| BookError::sqlite(&path, error);
        let connection = &self.connection;
        let transaction =
            Transaction::new_unchecked(connection, TransactionBehavior::Immediate).map_err(failed)?;
        let origin = match known {
            Some(id) => log::origin(&transaction, id).map_err(failed)?,
            None => None,
        };
        let is_new = origin.is_none();
        let origin = match origin {
            Some(origin) => origin,
            None => new_origin(&self.keeper, &self.signing)?,
        };
        let clock = runs::clock(&transaction).map_err(failed)?;
        let mut door = Door {
            facilities: &mut self.facilities,
            newest_numbers: &self.newest_numbers,
            path: &self.access.path,
            keeper: &self.keeper,
            origin,
            clock,
            now_milliseconds,
            appended: 0,
            projector: project::Projector::default(),
            transaction,
            connection,
            insert_entry: None,
            stored: None,
        };
        let done = work(&mut door);
        let has_erased = door.projector.has_erased();
        let finished = done.and_then(|value| Ok((value, door.finish(is_new, &secret)?)));
        let (value, written) = match finished {
            Ok(finished) => finished,
            Err(error) => {
                // What the transaction added to what is held in memory went with it.
                self.newest_numbers.take();
                self.facilities.reload(&self.connection).map_err(failed)?;
                return Err(error);
            }
        };
        if let Some((number, id, seq)) = written {
            self.origin = Some((number, id, secret.clone()));
            let token = Token::new(secret, self.canonical_path.clone(), seq);
            // A device that cannot keep tokens takes a new origin next time: sound.
            let _ = self.device.write(id, &token);
        }
        if has_erased {
            self.forget_write_ahead_log(open::PATIENCE_TO_ERASE);
        }
        Ok(value)
    }
}

impl Book {
    /// All entries of the book, as runs that another book can take in.
    pub fn runs(&self) -> Result<Vec<Run>, BookError> {
        let failed = |error| self.access.error(error);
        let mut runs = Vec::new();
        for row in log::origins(&self.connection).map_err(failed)? {
            let mut entries = Vec::new();
            log::for_each_of_origin::<rusqlite::Error>(&self.connection, row.number, 0, |entry, _| {
                entries.push(entry);
                Ok(())
            })
            .map_err(failed)?;
            let head = row.head(&self.signing);
            runs.push(Run { origin: row.id, desk: row.desk, entries, head });
        }
        Ok(runs)
    }
}

fn new_origin(keeper: &super::Keeper, signing: &ed25519_dalek::SigningKey) -> Result<OriginRow, BookError> {
    let id = OriginId(random::<16>()?);
    let public_key = signing.verifying_key().to_bytes();
    Ok(OriginRow {
        number: 0,
        id,
        desk: keeper.desk.clone(),
        public_key,
        seq: 0,
        hash: [0; 32],
        signature: None,
    })
}

impl Door<'_> {
    /// Who writes.
    pub fn keeper(&self) -> &super::Keeper {
        self.keeper
    }

    /// What is appended from here on happened at another moment: the demo tells of days that are over. The book's clock never
    /// goes back, whatever is said here.
    pub fn at(&mut self, now_milliseconds: u64) {
        self.now_milliseconds = now_milliseconds;
    }

    /// Appends an entry of this desk and brings the projection up to date.
    pub fn append(&mut self, new: NewEntry) -> Result<EntryId, BookError> {
        let part = |bytes: Vec<u8>| -> Result<Held, BookError> {
            Ok(Held::Whole(Part { nonce: random::<16>()?, bytes }))
        };
        let entry = Entry {
            header: self.next_header(new.kind, new.subject, new.batch)?,
            body: part(new.body)?,
            identity: new.identity.map(part).transpose()?,
            narrative: new.narrative.map(part).transpose()?,
        };
        let hash = entry.hash(&self.origin.hash);
        self.take(self.origin.number, &entry, &hash)?;
        self.went_on(&entry.header, hash);
        Ok(entry.header.id)
    }

    /// The header of this desk's next entry.
    fn next_header(&mut self, kind: Kind, subject: Uuid, batch: Uuid) -> Result<Header, BookError> {
        if self.origin.number == 0 {
            self.origin.number =
                log::put_origin(&self.transaction, &self.origin).map_err(|e| self.error(e))?;
        }
        self.clock = self.clock.next(self.now_milliseconds);
        Ok(Header {
            id: EntryId { origin: self.origin.id, seq: self.origin.seq + 1 },
            at: self.clock,
            desk: self.keeper.desk.clone(),
            officer: self.keeper.officer.clone(),
            batch,
            kind,
            subject,
        })
    }

    /// An entry of this desk was stored: its origin goes on behind it.
    fn went_on(&mut self, header: &Header, hash: Hash) {
        self.origin.seq = header.id.seq;
        self.origin.hash = hash;
        self.appended += 1;
    }

    /// Takes in entries of another origin. Those that are here already are skipped;
    /// returns how many were new.
    ///
    /// # Errors
    /// A gap, a fork (the same number with another hash), or a head that its desk did
    /// not sign: nothing of the run is taken.
    pub fn receive(&mut self, run: &Run) -> Result<usize, BookError> {
        let refused = |detail: &'static str| BookError::Chain { origin: run.origin.to_string(), detail };
        let known = log::origin(&self.transaction, run.origin).map_err(|e| self.error(e))?;
        if !run.head.holds(run.origin) {
            return Err(refused("the head is not signed by its desk"));
        }
        if known.as_ref().is_some_and(|known| known.public_key != run.head.public_key) {
            return Err(refused("another key signed what is here"));
        }
        let (mut seq, mut hash) = known.as_ref().map_or((0, [0; 32]), |row| (row.seq, row.hash));
        let mut at = log::stamp_of(&self.transaction, EntryId { origin: run.origin, seq })
            .map_err(|e| self.error(e))?;
        let mut fresh = Vec::new();
        let mut before: Option<(u64, Hash)> = None;
        for entry in &run.entries {
            let id = entry.header.id;
            if id.origin != run.origin {
                return Err(refused("an entry of another origin stands among them"));
            }
            if id.seq <= seq && fresh.is_empty() {
                // Known: follow its chain from what is stored before it.
                let previous = match before {
                    Some((number, hash)) if number + 1 == id.seq => hash,
                    _ => self.hash_before(run.origin, id.seq)?.ok_or_else(|| refused("a gap"))?,
                };
                let computed = entry.hash(&previous);
                if self.hash_before(run.origin, id.seq + 1)? != Some(computed) {
                    return Err(refused("the same number with another hash"));
                }
                before = Some((id.seq, computed));
                continue;
            }
            if id.seq != seq + 1 {
                return Err(refused("a gap"));
            }
            if entry.header.at <= at || i64::try_from(entry.header.at.0).is_err() {
                return Err(refused("its clock goes back, stands still or is beyond all time"));
            }
            at = entry.header.at;
            hash = entry.hash(&hash);
            seq = id.seq;
            fresh.push((entry, hash));
        }
        if !fresh.is_empty() && (run.head.seq != seq || run.head.hash != hash) {
            return Err(refused("the signed head is another"));
        }
        if fresh.is_empty() {
            return Ok(0);
        }
        let row = OriginRow {
            number: 0,
            id: run.origin,
            desk: run.desk.clone(),
            public_key: run.head.public_key,
            seq,
            hash,
            signature: Some(run.head.signature),
        };
        let number = log::put_origin(&self.transaction, &row).map_err(|e| self.error(e))?;
        if run.origin == self.origin.id {
            // Our own entries come back from elsewhere: go on behind them.
            self.origin = OriginRow { number, ..row };
        }
        for (entry, hash) in &fresh {
            self.clock = self.clock.max(entry.header.at);
            self.take(number, entry, hash)?;
        }
        self.appended += fresh.len() as u64;
        Ok(fresh.len())
    }

    fn hash_before(&self, origin: OriginId, seq: u64) -> Result<Option<Hash>, BookError> {
        if seq == 1 {
            return Ok(Some([0; 32]));
        }
        log::hash_of(&self.transaction, EntryId { origin, seq: seq - 1 }).map_err(|e| self.error(e))
    }

    /// Stores one entry and folds its subject anew. Erasure beats what it erases,
    /// whichever of them comes first.
    fn take(&mut self, origin: i64, entry: &Entry, hash: &Hash) -> Result<(), BookError> {
        let stored = self.insert(origin, &entry.header, &log::split(entry), hash);
        stored
            .and_then(|row| self.projector.entry_arrived(self.connection, self.facilities, entry, row))
            .map_err(|e| self.error(e))
    }

    /// Writes one entry; returns its row.
    fn insert(
        &mut self,
        origin: i64,
        header: &Header,
        parts: &[log::Split<'_>; 3],
        hash: &Hash,
    ) -> rusqlite::Result<i64> {
        let seq = header.id.seq;
        let before = match self.stored {
            Some((stored, before)) if stored == origin => Some(before),
            _ => runs::row_in(self.connection, origin, seq - 1)?,
        };
        let statement = held(&mut self.insert_entry, self.connection, log::INSERT)?;
        let row = log::insert(statement, origin, header, parts, hash)?;
        runs::stored(self.connection, origin, seq, (before, row))?;
        self.stored = Some((origin, row));
        Ok(row)
    }

    /// Bytes went for good: no file beside the book may hold them any longer.
    pub(super) fn has_blanked(&mut self) {
        self.projector.has_blanked();
    }

    pub(super) fn error(&self, source: rusqlite::Error) -> BookError {
        BookError::sqlite(self.path, source)
    }

    /// Brings what is kept beside the rows up to date and commits; returns how far the origin came, if anything was appended.
    fn finish(mut self, is_new: bool, secret: &str) -> Result<Option<(i64, OriginId, u64)>, BookError> {
        if self.appended == 0 {
            return Ok(None);
        }
        let own = self.origin.number != 0;
        let path = self.path;
        let mut finish = || -> rusqlite::Result<()> {
            self.projector.finish(&self.transaction)?;
            if own {
                // Its head is its newest entry from now on, whatever was signed before.
                if self.origin.signature.take().is_some() {
                    log::put_origin(&self.transaction, &self.origin)?;
                }
                if is_new {
                    let text = format!("{} {secret}", self.origin.id);
                    set_meta(&self.transaction, meta::ORIGIN, text.as_bytes())?;
                }
            }
            Ok(())
        };
        finish().map_err(|error| BookError::sqlite(path, error))?;
        let written = own.then_some((self.origin.number, self.origin.id, self.origin.seq));
        self.transaction.commit().map_err(|error| BookError::sqlite(path, error))?;
        Ok(written)
    }
}

/// A statement that is asked for row after row, prepared once.
pub(super) fn held<'statement, 'book>(
    statement: &'statement mut Option<CachedStatement<'book>>,
    connection: &'book Connection,
    sql: &str,
) -> rusqlite::Result<&'statement mut CachedStatement<'book>> {
    if let Some(statement) = statement {
        return Ok(statement);
    }
    Ok(statement.insert(connection.prepare_cached(sql)?))
}
