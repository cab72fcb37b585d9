//! Cases that were joined into another one: whether one is, which follows from the entries of both, and where it went.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::error::BookError;
use super::log;
use crate::domain::case::Case;
use crate::domain::entry::Kind;
use crate::domain::fold::{Folded, Seen, fold};
use crate::domain::join::Witnessed;
use crate::domain::number::CaseNumber;

/// The case into which a folded one is joined, if it is: that one stands by its own entries, and knows of it. So a case comes
/// back when the one that was kept goes, or where half of a joining is missing.
pub(super) fn into(connection: &Connection, folded: &Folded) -> rusqlite::Result<Option<CaseNumber>> {
    let case = &folded.case;
    for joined in case.follow.joined_into.iter().filter(|joined| joined.into < case.id) {
        let kept = fold(joined.into, &log::of_subject(connection, joined.into)?);
        let knows = |kept: &Folded| kept.case.follow.witnesses.iter().any(|witness| witness.case == case.id);
        if let Some(kept) = kept.filter(knows) {
            return Ok(Some(kept.case.number));
        }
    }
    Ok(None)
}

/// What is found under a number, or under that of the case into which that one was joined; with the number under which it stands.
///
/// # Errors
/// As `find` has them.
pub fn at_root<T>(
    number: &CaseNumber,
    find: impl Fn(&CaseNumber) -> Result<T, BookError>,
) -> Result<(CaseNumber, T), BookError> {
    let mut number = number.clone();
    loop {
        // Each is older than the one before, so that this ends.
        match find(&number) {
            Err(BookError::Joined(_, into)) if into != number => number = into,
            found => return found.map(|found| (number, found)),
        }
    }
}

/// The cases of which the entries of another one say that they were joined into it, whether that still holds or not.
pub(super) fn named_in(entries: &[Seen]) -> impl Iterator<Item = Uuid> {
    let witnessed = entries.iter().filter(|seen| seen.header.kind == Kind::Witnessed);
    let read = |seen: &Seen| serde_json::from_slice::<Witnessed>(seen.body.as_deref()?).ok();
    witnessed.filter_map(read).map(|witnessed| witnessed.case)
}

/// Notes that a case is joined.
pub(super) fn note(connection: &Connection, case: &Case, into: &CaseNumber) -> rusqlite::Result<()> {
    let source = case.record.source.as_ref();
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO joined_case (id, case_number, into_number, source, source_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            case.id.as_bytes().as_slice(),
            case.number.as_str(),
            into.as_str(),
            source.map(|source| &source.name),
            source.map(|source| &source.id),
        ))
        .map(|_| ())
}

/// Notes that a case is not.
pub(super) fn forget(connection: &Connection, id: Uuid) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM joined_case WHERE id = ?1")?
        .execute([id.as_bytes().as_slice()])
        .map(|_| ())
}

/// The joined case with that number, and the number of the one into which it went.
pub(super) fn found(
    connection: &Connection,
    number: &CaseNumber,
) -> rusqlite::Result<Option<(Uuid, CaseNumber)>> {
    let found: Option<([u8; 16], String)> = connection
        .prepare_cached("SELECT id, into_number FROM joined_case WHERE case_number = ?1")?
        .query_row([number.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.and_then(|(id, into)| Some((Uuid::from_bytes(id), into.parse().ok()?))))
}

/// The joined case that was imported from that row of that source.
pub(super) fn imported(connection: &Connection, source: &str, id: &str) -> rusqlite::Result<Option<Uuid>> {
    let found: Option<[u8; 16]> = connection
        .prepare_cached("SELECT id FROM joined_case WHERE source = ?1 AND source_id = ?2")?
        .query_row((source, id), |row| row.get(0))
        .optional()?;
    Ok(found.map(Uuid::from_bytes))
}

/// All that is noted: what a case says of itself, and where it went.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<BTreeMap<Uuid, Noted>> {
    let mut statement =
        connection.prepare("SELECT id, case_number, into_number, source, source_id FROM joined_case")?;
    let rows = statement.query_map([], |row| {
        let source = row.get::<_, Option<String>>(3)?.zip(row.get::<_, Option<String>>(4)?);
        Ok((Uuid::from_bytes(row.get(0)?), (row.get(1)?, row.get(2)?, source)))
    })?;
    rows.collect()
}

/// The number of a joined case, that of the one into which it went, and the row it was imported from.
pub(super) type Noted = (String, String, Option<(String, String)>);

/// What is to be noted of a joined case.
pub(super) fn noted(case: &Case, into: &CaseNumber) -> Noted {
    let source = case.record.source.as_ref().map(|source| (source.name.clone(), source.id.clone()));
    (case.number.to_string(), into.to_string(), source)
}
