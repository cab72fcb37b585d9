//! Keeps the projection: after each entry its subject is folded anew and its row
//! written. Which entries arrived, and in which order, leaves no trace in the rows.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::facilities::subject_of;
use super::log::{self, PartColumn};
use super::row::{self, COLUMNS};
use super::{FacilityTable, facts, get_meta, meta, set_meta};
use crate::domain::case::Identity;
use crate::domain::entry::{Entry, Kind};
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::fold::{Folded, Seen, fold};
use crate::domain::members::MembersCounted;
use crate::domain::observation::Observed;
use crate::domain::text::fold as fold_text;

/// So many new cases in one transaction are indexed for search at once; beyond it
/// (an import) the index is built behind, and what is not in it yet is scanned.
const INDEXED_AT_ONCE: u32 = 200;

/// What one transaction remembers of its projection.
#[derive(Default)]
pub(super) struct Projector {
    /// The last row of the index without a gap before it, once read.
    indexed: Option<i64>,
    moved: bool,
    new_cases: u32,
}

impl Projector {
    /// Brings the tables up to date with an entry that was just stored at `row`.
    pub fn entry_arrived(
        &mut self,
        connection: &Connection,
        facilities: &mut FacilityTable,
        entry: &Entry,
        row: i64,
    ) -> rusqlite::Result<()> {
        let subject = entry.header.subject;
        let entries = log::of_subject(connection, subject)?;
        if entries.iter().any(|seen| seen.header.kind == Kind::IdentityErased)
            && (entry.header.kind == Kind::IdentityErased
                || entry.identity.is_some()
                || entry.narrative.is_some())
        {
            log::erase(connection, subject)?;
        }
        facts::entry_arrived::<Observed>(connection, facilities, subject, &entries)?;
        facts::entry_arrived::<MembersCounted>(connection, facilities, subject, &entries)?;
        if let Some(id) = facility_of(subject, &entries) {
            return describe_facility(connection, facilities, &id, &entries);
        }
        if matches!(entry.header.kind, Kind::Unknown(_)) {
            return Ok(());
        }
        match fold(subject, &entries) {
            Some(folded) => {
                self.write(connection, facilities, &folded, (entries.len() == 1).then_some(row))?;
            }
            None => self.remove(connection, subject)?,
        }
        if entry.header.kind == Kind::IdentityErased {
            // Merges the index, so that no trigram of the erased text lingers in it.
            connection.execute("INSERT INTO case_text (case_text) VALUES ('optimize')", [])?;
        }
        Ok(())
    }

    /// Writes a case's row; `new_entry` is the row of its only entry.
    fn write(
        &mut self,
        connection: &Connection,
        facilities: &mut FacilityTable,
        folded: &Folded,
        new_entry: Option<i64>,
    ) -> rusqlite::Result<()> {
        let mut values = row::bind(connection, facilities, folded)?;
        let existing = match new_entry {
            Some(_) => None,
            None => row_of_case(connection, folded.case.id)?,
        };
        let number = match existing {
            Some(number) => {
                values.push(Value::Integer(number));
                connection.prepare_cached(&update_sql())?.execute(rusqlite::params_from_iter(values))?;
                number
            }
            None => connection.prepare_cached(&insert_sql())?.insert(rusqlite::params_from_iter(values))?,
        };
        write_identity(connection, number, folded)?;
        self.index(connection, number, existing.is_none())
    }

    /// The case is gone: it was logged by mistake, and that was taken back.
    fn remove(&mut self, connection: &Connection, subject: Uuid) -> rusqlite::Result<()> {
        let Some(number) = row_of_case(connection, subject)? else {
            return Ok(());
        };
        connection.prepare_cached("DELETE FROM identity WHERE case_row = ?1")?.execute([number])?;
        connection.prepare_cached("DELETE FROM cases WHERE number = ?1")?.execute([number])?;
        if number <= self.indexed(connection)? {
            connection.prepare_cached("DELETE FROM case_text WHERE rowid = ?1")?.execute([number])?;
        }
        Ok(())
    }

    fn indexed(&mut self, connection: &Connection) -> rusqlite::Result<i64> {
        if let Some(indexed) = self.indexed {
            return Ok(indexed);
        }
        let indexed = indexed_up_to(connection)?;
        self.indexed = Some(indexed);
        Ok(indexed)
    }

    /// Puts a case's text into the search index, unless that is to be done behind.
    fn index(&mut self, connection: &Connection, number: i64, is_new: bool) -> rusqlite::Result<()> {
        let indexed = self.indexed(connection)?;
        if number <= indexed {
            connection.prepare_cached("DELETE FROM case_text WHERE rowid = ?1")?.execute([number])?;
            return index_case(connection, number);
        }
        self.new_cases += u32::from(is_new);
        if self.new_cases <= INDEXED_AT_ONCE && no_case_between(connection, indexed, number)? {
            index_case(connection, number)?;
            self.indexed = Some(number);
            self.moved = true;
        }
        Ok(())
    }

    /// Keeps how far the index reaches.
    pub fn finish(&self, connection: &Connection) -> rusqlite::Result<()> {
        match self.indexed {
            Some(indexed) if self.moved => set_meta(connection, meta::INDEXED, &indexed.to_be_bytes()),
            _ => Ok(()),
        }
    }
}

/// The row up to which all cases are in the search index.
pub(super) fn indexed_up_to(connection: &Connection) -> rusqlite::Result<i64> {
    let bytes = get_meta(connection, meta::INDEXED)?.and_then(|bytes| bytes.try_into().ok());
    Ok(bytes.map_or(0, i64::from_be_bytes))
}

/// Indexes up to `limit` cases that are not in the index yet; returns how many.
pub(super) fn index_more(connection: &mut Connection, limit: usize) -> rusqlite::Result<usize> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let numbers: Vec<i64> = transaction
        .prepare_cached("SELECT number FROM cases WHERE number > ?1 ORDER BY number LIMIT ?2")?
        .query_map((indexed_up_to(&transaction)?, limit as i64), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for &number in &numbers {
        index_case(&transaction, number)?;
    }
    if let Some(last) = numbers.last() {
        set_meta(&transaction, meta::INDEXED, &last.to_be_bytes())?;
    }
    transaction.commit()?;
    Ok(numbers.len())
}

impl super::Book {
    /// Puts up to `limit` cases that an import left behind into the search index;
    /// returns how many there were.
    pub fn index_more(&mut self, limit: usize) -> Result<usize, super::BookError> {
        index_more(&mut self.connection, limit).map_err(|error| self.access.error(error))
    }
}

fn no_case_between(connection: &Connection, indexed: i64, number: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM cases WHERE number > ?1 AND number < ?2)")?
        .query_row((indexed, number), |row| row.get(0))
}

/// The texts of a case that free text looks in, as SQL over `c` and its narrative `n`.
pub(super) const SEARCHED: &str = "c.case_number, n.narrative, c.remedy, c.employer, c.local";

fn index_case(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    let text = connection
        .prepare_cached(&format!(
            "SELECT {SEARCHED} FROM cases c LEFT JOIN entry n ON n.number = c.narrative_entry WHERE c.number = ?1"
        ))?
        .query_row([number], |row| {
            let mut text = String::new();
            for column in 0..5 {
                let value = row.get_ref(column)?;
                if let Ok(bytes) = value.as_bytes() {
                    text.push_str(&fold_text(&String::from_utf8_lossy(bytes)));
                }
                text.push('\n');
            }
            Ok(text)
        })?;
    connection
        .prepare_cached("INSERT INTO case_text (rowid, text) VALUES (?1, ?2)")?
        .execute((number, text))
        .map(|_| ())
}

fn row_of_case(connection: &Connection, id: Uuid) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT number FROM cases WHERE id = ?1")?
        .query_row([id.as_bytes().as_slice()], |row| row.get(0))
        .optional()
}

fn write_identity(connection: &Connection, number: i64, folded: &Folded) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM identity WHERE case_row = ?1")?.execute([number])?;
    let row = folded.identity.map(|id| log::row_of(connection, id)).transpose()?.flatten();
    let bytes = row.map(|row| log::part(connection, PartColumn::Identity, row)).transpose()?.flatten();
    let Some(identity) = bytes.and_then(|bytes| serde_json::from_slice::<Identity>(&bytes).ok()) else {
        return Ok(());
    };
    if identity.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO identity (case_row, name, phone, nssf_number, address, employee_number)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            number,
            identity.name,
            identity.phone,
            identity.nssf_number,
            identity.address,
            identity.employee_number,
        ))
        .map(|_| ())
}

fn described(seen: &Seen) -> Option<Facility> {
    if seen.header.kind != Kind::FacilityAdded {
        return None;
    }
    serde_json::from_slice(seen.body.as_deref()?).ok()
}

/// The facility that a subject is: the one whose identifier makes that subject.
pub(super) fn facility_of(subject: Uuid, entries: &[Seen]) -> Option<FacilityId> {
    entries.iter().filter_map(described).map(|facility| facility.id).find(|id| subject_of(id) == subject)
}

fn describe_facility(
    connection: &Connection,
    facilities: &mut FacilityTable,
    id: &FacilityId,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    facilities.describe(connection, id, newest_description(id, entries).as_deref())
}

/// The newest description of a facility that was not taken back, as JSON.
pub(super) fn newest_description(id: &FacilityId, entries: &[Seen]) -> Option<String> {
    let undone: Vec<Uuid> = entries
        .iter()
        .filter(|seen| seen.header.kind == Kind::Undone)
        .filter_map(|seen| serde_json::from_slice::<crate::domain::fold::Undone>(seen.body.as_deref()?).ok())
        .map(|undone| undone.batch)
        .collect();
    entries
        .iter()
        .filter(|seen| !undone.contains(&seen.header.batch))
        .filter(|seen| described(seen).is_some_and(|facility| facility.id == *id))
        .max_by_key(|seen| (seen.header.at, seen.header.id))
        .and_then(described)
        .and_then(|facility| serde_json::to_string(&facility).ok())
}

fn insert_sql() -> String {
    let marks: Vec<String> = (1..=COLUMNS.len()).map(|place| format!("?{place}")).collect();
    format!("INSERT INTO cases ({}) VALUES ({})", COLUMNS.join(", "), marks.join(", "))
}

fn update_sql() -> String {
    let sets: Vec<String> =
        COLUMNS.iter().enumerate().map(|(place, column)| format!("{column} = ?{}", place + 1)).collect();
    format!("UPDATE cases SET {} WHERE number = ?{}", sets.join(", "), COLUMNS.len() + 1)
}
