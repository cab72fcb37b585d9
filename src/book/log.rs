//! The log's rows: reading and writing entries, origins and their signed heads.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Row, Statement};
use uuid::Uuid;

use super::packed::{pack, unpack};
use super::{get_meta, meta, runs};
use crate::domain::case::Identity;
use crate::domain::entry::{Entry, EntryId, Hash, Header, Held, Kind, OriginId, Part, Stamp};
use crate::domain::fold::Seen;
use crate::domain::number::{CaseNumber, DeskCode};

/// A run of entries of one origin without gaps, as bundles carry them.
#[derive(Debug, Clone)]
pub struct Run {
    /// Whose.
    pub origin: OriginId,
    /// The desk of the origin.
    pub desk: DeskCode,
    /// The entries in order.
    pub entries: Vec<Entry>,
    /// What proves that they are the origin's own.
    pub head: HeadProof,
}

/// A signed head: the hash of an origin's newest entry, signed with its desk's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadProof {
    /// The running number of the newest entry.
    pub seq: u64,
    /// Its hash, and so that of all before it.
    pub hash: Hash,
    /// The desk's public key (Ed25519).
    pub public_key: [u8; 32],
    /// The signature over origin, number and hash.
    pub signature: [u8; 64],
}

impl HeadProof {
    pub(super) fn sign(key: &SigningKey, origin: OriginId, seq: u64, hash: Hash) -> Self {
        let signature = key.sign(&signed_text(origin, seq, &hash)).to_bytes();
        Self { seq, hash, public_key: key.verifying_key().to_bytes(), signature }
    }

    /// Whether the signature is the key's.
    pub fn holds(&self, origin: OriginId) -> bool {
        let text = signed_text(origin, self.seq, &self.hash);
        VerifyingKey::from_bytes(&self.public_key)
            .is_ok_and(|key| key.verify_strict(&text, &Signature::from_bytes(&self.signature)).is_ok())
    }
}

fn signed_text(origin: OriginId, seq: u64, hash: &Hash) -> Vec<u8> {
    let mut text = b"wardbook head 1\0".to_vec();
    text.extend(origin.0);
    text.extend(seq.to_be_bytes());
    text.extend(hash);
    text
}

/// An origin as the book knows it.
#[derive(Debug, Clone)]
pub(super) struct OriginRow {
    pub number: i64,
    pub id: OriginId,
    pub desk: DeskCode,
    /// Its desk's public key (Ed25519).
    pub public_key: [u8; 32],
    /// The running number of its newest entry.
    pub seq: u64,
    /// The hash of that.
    pub hash: Hash,
    /// What its desk signed these with. `None`: this book wrote them itself, and its own key signs them when they are carried
    /// away.
    pub signature: Option<[u8; 64]>,
}

impl OriginRow {
    /// The head as it is carried away; `own` is this book's key.
    pub fn head(&self, own: &SigningKey) -> HeadProof {
        match self.signature {
            None => HeadProof::sign(own, self.id, self.seq, self.hash),
            Some(signature) => {
                HeadProof { seq: self.seq, hash: self.hash, public_key: self.public_key, signature }
            }
        }
    }

    /// Whether what is signed is as its desk signed it.
    pub fn holds(&self) -> bool {
        let (seq, hash, public_key) = (self.seq, self.hash, self.public_key);
        let proof = self.signature.map(|signature| HeadProof { seq, hash, public_key, signature });
        proof.is_none_or(|proof| proof.holds(self.id))
    }
}

/// Of an origin whose signature is empty the newest entry is the head.
const ORIGIN: &str = concat!(
    "SELECT o.number, o.id, o.desk, o.public_key, coalesce(e.seq, o.head_seq), coalesce(e.hash, o.head_hash),
         nullif(o.signature, x'')
     FROM origin o LEFT JOIN entry e
         ON o.signature = x'' AND e.origin = o.number AND e.number = ",
    runs::last!("o.number")
);

fn origin_row(row: &Row<'_>) -> rusqlite::Result<OriginRow> {
    Ok(OriginRow {
        number: row.get(0)?,
        id: OriginId(row.get(1)?),
        desk: parsed(row, 2)?,
        public_key: row.get(3)?,
        seq: row.get::<_, i64>(4)? as u64,
        hash: row.get(5)?,
        signature: row.get(6)?,
    })
}

fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<_, String>(column)?.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}

pub(super) fn origins(connection: &Connection) -> rusqlite::Result<Vec<OriginRow>> {
    connection.prepare_cached(&format!("{ORIGIN} ORDER BY o.id"))?.query_map([], origin_row)?.collect()
}

pub(super) fn origin(connection: &Connection, id: OriginId) -> rusqlite::Result<Option<OriginRow>> {
    connection
        .prepare_cached(&format!("{ORIGIN} WHERE o.id = ?1"))?
        .query_row([id.0.as_slice()], origin_row)
        .optional()
}

pub(super) fn put_origin(connection: &Connection, row: &OriginRow) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO origin (id, desk, public_key, head_seq, head_hash, signature)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET
                 head_seq = excluded.head_seq, head_hash = excluded.head_hash, signature = excluded.signature
             RETURNING number",
        )?
        .query_row(
            (
                row.id.0.as_slice(),
                row.desk.as_str(),
                row.public_key.as_slice(),
                row.signature.map_or(0, |_| row.seq as i64),
                row.signature.map_or([0; 32], |_| row.hash).as_slice(),
                row.signature.as_ref().map_or(&[][..], |signature| signature),
            ),
            |row| row.get(0),
        )
}

/// The stamp of an entry; the first of all where it is not here.
pub(super) fn stamp_of(connection: &Connection, id: EntryId) -> rusqlite::Result<Stamp> {
    let Some(row) = runs::row_of(connection, id)? else {
        return Ok(Stamp(0));
    };
    let at: i64 = connection
        .prepare_cached("SELECT at FROM entry WHERE number = ?1")?
        .query_row([row], |row| row.get(0))?;
    Ok(Stamp(at as u64))
}

/// The hash of an entry, where it is here.
pub(super) fn hash_of(connection: &Connection, id: EntryId) -> rusqlite::Result<Option<Hash>> {
    let Some(row) = runs::row_of(connection, id)? else {
        return Ok(None);
    };
    connection
        .prepare_cached("SELECT hash FROM entry WHERE number = ?1")?
        .query_row([row], |row| row.get(0))
        .optional()
}

/// The origin under which this book last wrote, with the secret of its token.
pub(super) fn own_origin(connection: &Connection) -> rusqlite::Result<Option<(OriginId, String)>> {
    let Some(bytes) = get_meta(connection, meta::ORIGIN)? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes).unwrap_or_default();
    let named = text
        .split_once(' ')
        .and_then(|(id, secret)| Some((OriginId(Uuid::try_parse(id).ok()?.into_bytes()), secret.to_owned())));
    Ok(named)
}

/// For [`insert`].
pub(super) const INSERT: &str =
    "INSERT INTO entry (origin, seq, at, desk, officer, batch, kind, subject, hash, body_nonce, body,
         identity_nonce, identity, narrative_nonce, narrative)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

/// A part as its columns hold it: nonce and bytes; of a digest no nonce.
pub(super) type Split<'part> = (Option<&'part [u8]>, Option<Cow<'part, [u8]>>);

/// Writes one entry with its body, identity and narrative; returns its row.
pub(super) fn insert(
    statement: &mut Statement<'_>,
    origin: i64,
    header: &Header,
    [body, identity, narrative]: &[Split<'_>; 3],
    hash: &Hash,
) -> rusqlite::Result<i64> {
    statement.insert(rusqlite::params![
        origin,
        header.id.seq as i64,
        header.at.0 as i64,
        header.desk.as_str(),
        header.officer,
        header.batch.as_bytes().as_slice(),
        header.kind.name(),
        header.subject.as_bytes().as_slice(),
        hash.as_slice(),
        body.0,
        body.1.as_deref(),
        identity.0,
        identity.1.as_deref(),
        narrative.0,
        narrative.1.as_deref(),
    ])
}

/// The parts of an entry as their columns hold them.
pub(super) fn split(entry: &Entry) -> [Split<'_>; 3] {
    let [mut body, identity, narrative] =
        [Some(&entry.body), entry.identity.as_ref(), entry.narrative.as_ref()].map(|held| match held {
            None => (None, None),
            Some(Held::Whole(part)) => {
                (Some(part.nonce.as_slice()), Some(Cow::Borrowed(part.bytes.as_slice())))
            }
            Some(Held::Digest(digest)) => (None, Some(Cow::Borrowed(digest.as_slice()))),
        });
    if let Held::Whole(part) = &entry.body {
        body.1 = Some(pack(&part.bytes));
    }
    [body, identity, narrative]
}

fn join(row: &Row<'_>, nonce: usize) -> rusqlite::Result<Option<Held>> {
    let bytes: Option<Vec<u8>> = row.get(nonce + 1)?;
    let Some(bytes) = bytes else {
        return Ok(None);
    };
    Ok(Some(match row.get::<_, Option<[u8; 16]>>(nonce)? {
        Some(nonce) => Held::Whole(Part { nonce, bytes }),
        None => Held::Digest(row.get(nonce + 1)?),
    }))
}

/// The body of an entry, of whose columns that of its nonce is the tenth.
fn body(row: &Row<'_>) -> rusqlite::Result<Held> {
    Ok(match join(row, 9)?.unwrap_or(Held::Digest([0; 32])) {
        Held::Whole(part) => Held::Whole(Part { bytes: unpack(part.bytes), ..part }),
        digest @ Held::Digest(_) => digest,
    })
}

const HEADER: &str = "o.id, e.seq, e.at, e.desk, e.officer, e.batch, e.kind, e.subject";

fn header(row: &Row<'_>) -> rusqlite::Result<Header> {
    Ok(Header {
        id: EntryId { origin: OriginId(row.get(0)?), seq: row.get::<_, i64>(1)? as u64 },
        at: Stamp(row.get::<_, i64>(2)? as u64),
        desk: parsed(row, 3)?,
        officer: row.get(4)?,
        batch: Uuid::from_bytes(row.get(5)?),
        kind: Kind::from_name(row.get_ref(6)?.as_str()?),
        subject: Uuid::from_bytes(row.get(7)?),
    })
}

/// Calls `take` with each entry of an origin after `seq`, in order, with its stored hash.
pub(super) fn for_each_of_origin<E: From<rusqlite::Error>>(
    connection: &Connection,
    origin: i64,
    after: u64,
    mut take: impl FnMut(Entry, Hash) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {HEADER}, e.hash, e.body_nonce, e.body, e.identity_nonce, e.identity, e.narrative_nonce, e.narrative
         FROM entry e JOIN origin o ON o.number = e.origin
         WHERE e.number BETWEEN ?1 AND ?2 AND e.origin = ?3 AND e.seq > ?4 ORDER BY e.number"
    ))?;
    for (first, last) in runs::after(connection, origin, after)? {
        let mut rows = statement.query((first, last, origin, after as i64))?;
        while let Some(row) = rows.next()? {
            let entry = Entry {
                header: header(row)?,
                body: body(row)?,
                identity: join(row, 11)?,
                narrative: join(row, 13)?,
            };
            take(entry, row.get(8)?)?;
        }
    }
    Ok(())
}

/// The entries of a subject as the fold sees them.
pub(super) fn of_subject(connection: &Connection, subject: Uuid) -> rusqlite::Result<Vec<Seen>> {
    connection
        .prepare_cached(&format!(
            "SELECT {HEADER}, e.body_nonce IS NOT NULL, e.body
             FROM entry e JOIN origin o ON o.number = e.origin WHERE e.subject = ?1"
        ))?
        .query_map([subject.as_bytes().as_slice()], |row| {
            let body: Option<Vec<u8>> = if row.get(8)? { row.get(9)? } else { None };
            Ok(Seen { header: header(row)?, body: body.map(unpack) })
        })?
        .collect()
}

/// The subjects to which something of a kind happened, in order. Reads the whole log: for checking all of it.
pub(super) fn subjects_of(connection: &Connection, kind: &Kind) -> rusqlite::Result<BTreeSet<Uuid>> {
    // Through the index of subjects each row would be fetched from another page.
    let mut statement = connection.prepare("SELECT subject FROM entry NOT INDEXED WHERE kind = ?1")?;
    statement.query_map([kind.name()], |row| Ok(Uuid::from_bytes(row.get(0)?)))?.collect()
}

/// The numbers under which the entries of a subject log it as a case: one, unless something is wrong with them.
pub(super) fn numbers_given(connection: &Connection, subject: Uuid) -> rusqlite::Result<Vec<CaseNumber>> {
    #[derive(serde::Deserialize)]
    struct Numbered {
        number: CaseNumber,
    }
    let mut statement = connection.prepare_cached(
        "SELECT body FROM entry WHERE subject = ?1 AND kind = ?2 AND body_nonce IS NOT NULL ORDER BY number",
    )?;
    let mut rows = statement.query((subject.as_bytes().as_slice(), Kind::CaseLogged.name()))?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        let numbered = serde_json::from_slice::<Numbered>(&unpack(row.get(0)?));
        numbers.extend(numbered.ok().map(|numbered| numbered.number));
    }
    Ok(numbers)
}

/// The subject of an entry that logs a case and whose body holds such words. Reads the whole log.
pub(super) fn logged_with(connection: &Connection, words: &str) -> rusqlite::Result<Option<Uuid>> {
    let mut statement = connection
        .prepare("SELECT subject, body FROM entry NOT INDEXED WHERE kind = ?1 AND body_nonce IS NOT NULL")?;
    let mut rows = statement.query([Kind::CaseLogged.name()])?;
    while let Some(row) = rows.next()? {
        if memchr::memmem::find(&unpack(row.get(1)?), words.as_bytes()).is_some() {
            return Ok(Some(Uuid::from_bytes(row.get(0)?)));
        }
    }
    Ok(None)
}

/// The bytes of an entry's identity or narrative, where they are here.
pub(super) fn part(
    connection: &Connection,
    column: PartColumn,
    row: i64,
) -> rusqlite::Result<Option<Vec<u8>>> {
    let sql = match column {
        PartColumn::Identity => "SELECT identity FROM entry WHERE number = ?1 AND identity_nonce IS NOT NULL",
        PartColumn::Narrative => {
            "SELECT narrative FROM entry WHERE number = ?1 AND narrative_nonce IS NOT NULL"
        }
    };
    connection.prepare_cached(sql)?.query_row([row], |row| row.get(0)).optional()
}

/// The same of an entry by its name, and of none where there is none.
pub(super) fn part_of(
    connection: &Connection,
    column: PartColumn,
    entry: Option<EntryId>,
) -> rusqlite::Result<Option<Vec<u8>>> {
    let row = entry.map(|entry| runs::row_of(connection, entry)).transpose()?.flatten();
    Ok(row.map(|row| part(connection, column, row)).transpose()?.flatten())
}

/// The identity that the bytes of a part say; nothing where none is here.
pub(super) fn identity_in(part: Option<Vec<u8>>) -> Identity {
    part.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// The erasable parts of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum PartColumn {
    Identity,
    Narrative,
}

/// Erases identity and narrative of all entries of a subject, leaving their digests.
pub(super) fn erase(connection: &Connection, subject: Uuid) -> rusqlite::Result<()> {
    let parts: Vec<(i64, Option<Held>, Option<Held>)> = connection
        .prepare_cached(
            "SELECT number, identity_nonce, identity, narrative_nonce, narrative FROM entry WHERE subject = ?1",
        )?
        .query_map([subject.as_bytes().as_slice()], |row| Ok((row.get(0)?, join(row, 1)?, join(row, 3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut update = connection.prepare_cached(
        "UPDATE entry SET identity_nonce = NULL, identity = ?2, narrative_nonce = NULL, narrative = ?3 WHERE number = ?1",
    )?;
    for (number, identity, narrative) in parts {
        let digest = |held: Option<Held>| held.map(|held| held.digest().to_vec());
        update.execute((number, digest(identity), digest(narrative)))?;
    }
    Ok(())
}

/// What `undo` would take back.
pub(super) enum Undoable {
    /// This batch.
    Batch(Uuid),
    /// Nothing: an erasure is what was done last, and it is for good.
    Erasure,
    /// Nothing is left.
    Nothing,
}

/// The newest batch of an origin that can be taken back and was not yet.
pub(super) fn last_undoable(connection: &Connection, origin: i64) -> rusqlite::Result<Undoable> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, batch, body_nonce IS NOT NULL, body FROM entry
         WHERE number <= ?1 AND origin = ?2 ORDER BY number DESC",
    )?;
    let mut undone = BTreeSet::new();
    let last = runs::last_row(connection, origin)?;
    let mut rows = statement.query((last, origin))?;
    while let Some(row) = rows.next()? {
        let kind = Kind::from_name(row.get_ref(0)?.as_str()?);
        let batch = Uuid::from_bytes(row.get(1)?);
        if kind == Kind::Undone {
            if row.get(2)?
                && let Ok(body) = serde_json::from_slice::<crate::domain::fold::Undone>(&unpack(row.get(3)?))
            {
                undone.insert(body.batch);
            }
        } else if kind == Kind::IdentityErased {
            return Ok(Undoable::Erasure);
        } else if kind.can_be_undone() && !undone.contains(&batch) {
            return Ok(Undoable::Batch(batch));
        }
    }
    Ok(Undoable::Nothing)
}

/// The subjects of a batch with what happened to each.
pub(super) fn of_batch(connection: &Connection, batch: Uuid) -> rusqlite::Result<Vec<(Kind, Uuid)>> {
    connection
        .prepare_cached(
            "SELECT kind, subject, number FROM entry WHERE batch = ?1 AND batch <> subject
             UNION ALL SELECT kind, subject, number FROM entry WHERE subject = ?1 AND batch = subject ORDER BY number",
        )?
        .query_map([batch.as_bytes().as_slice()], |row| {
            Ok((Kind::from_name(row.get_ref(0)?.as_str()?), Uuid::from_bytes(row.get(1)?)))
        })?
        .collect()
}
