//! Observations in the book: their projection, kept as each entry arrives, and how they are read.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::View;
use super::error::BookError;
use super::row::{Columns, code, day, integer, text};
use super::verify::{Finding, MOST_FINDINGS};
use super::{FacilityTable, log};
use crate::domain::case::Source;
use crate::domain::entry::Kind;
use crate::domain::fold::Seen;
use crate::domain::observation::{Observation, Observed, fold};
use crate::domain::times::{Times, VisitTime};

const SELECT: &str =
    "SELECT o.id, o.desk, o.officer, o.recorded_at, o.recorded_offset, o.visited_on, f.id, o.stage,
    o.payer, o.arrived, o.registered, o.seen, o.medicine, o.left_at, o.waited, o.source, o.source_id
    FROM observation o JOIN facility f ON f.number = o.facility";

impl View<'_> {
    /// Calls `take` with each observation, in the order in which they reached this book.
    pub fn observations<E: From<BookError>>(
        &self,
        mut take: impl FnMut(Observed) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error| self.error(error);
        let mut statement =
            self.connection.prepare_cached(&format!("{SELECT} ORDER BY o.number")).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(read(row).map_err(failed)?)?;
        }
        Ok(())
    }
}

/// Brings the table up to date with an entry that was just stored: `entries` are all of its subject.
pub(super) fn entry_arrived(
    connection: &Connection,
    facilities: &mut FacilityTable,
    subject: Uuid,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    if !entries.iter().any(|entry| entry.header.kind == Kind::Observed) {
        return Ok(());
    }
    match fold(subject, entries) {
        Some(observed) => write(connection, facilities, &observed),
        None => connection
            .prepare_cached("DELETE FROM observation WHERE id = ?1")?
            .execute([subject.as_bytes().as_slice()])
            .map(|_| ()),
    }
}

fn write(
    connection: &Connection,
    facilities: &mut FacilityTable,
    observed: &Observed,
) -> rusqlite::Result<()> {
    let Observation { visited_on, facility, stage, payer, times, waited_minutes, source } =
        &observed.observation;
    let [arrived, registered, seen, medicine, left] =
        times.in_order().map(|time| integer(time.map(VisitTime::packed)));
    connection
        .prepare_cached(
            "INSERT INTO observation (id, desk, officer, recorded_at, recorded_offset, visited_on, facility, stage,
                 payer, arrived, registered, seen, medicine, left_at, waited, source, source_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
             ON CONFLICT (id) DO UPDATE SET
                 desk = excluded.desk, officer = excluded.officer, recorded_at = excluded.recorded_at,
                 recorded_offset = excluded.recorded_offset, visited_on = excluded.visited_on,
                 facility = excluded.facility, stage = excluded.stage, payer = excluded.payer,
                 arrived = excluded.arrived, registered = excluded.registered, seen = excluded.seen,
                 medicine = excluded.medicine, left_at = excluded.left_at, waited = excluded.waited,
                 source = excluded.source, source_id = excluded.source_id",
        )?
        .execute(rusqlite::params![
            observed.id.as_bytes().as_slice(),
            observed.desk.as_str(),
            observed.officer,
            observed.recorded_at.timestamp(),
            i64::from(observed.recorded_at.offset().local_minus_utc() / 60),
            day(Some(*visited_on)),
            facilities.number_for(connection, facility)?,
            code(*stage),
            code(Some(*payer)),
            arrived,
            registered,
            seen,
            medicine,
            left,
            i64::from(*waited_minutes),
            text(source.as_ref().map(|source| source.name.as_str())),
            text(source.as_ref().map(|source| source.id.as_str())),
        ])
        .map(|_| ())
}

/// Reads a row of [`SELECT`].
fn read(row: &Row<'_>) -> rusqlite::Result<Observed> {
    let mut columns = Columns::of(row);
    let c = &mut columns;
    let id = Uuid::from_bytes(c.get()?);
    let (desk, officer, recorded_at) = (c.text("a desk")?, c.get()?, c.moment()?);
    let visited_on = c.day()?.ok_or_else(|| c.wrong("a day"))?;
    let facility = c.text("a facility")?;
    let (stage, payer) = (c.maybe_code()?, c.code()?);
    let times = Times::from_order([c.time()?, c.time()?, c.time()?, c.time()?, c.time()?]);
    let waited_minutes = c.get()?;
    let (source, source_id): (Option<String>, Option<String>) = (c.get()?, c.get()?);
    let source = source.zip(source_id).map(|(name, id)| Source { name, id });
    let observation = Observation { visited_on, facility, stage, payer, times, waited_minutes, source };
    Ok(Observed { id, recorded_at, desk, officer, observation })
}

/// Folds every observation from nothing, compares with its row, and adds what stands to the digest of the state.
pub(super) fn verify(
    view: &View<'_>,
    findings: &mut Vec<Finding>,
    state: &mut Sha256,
) -> rusqlite::Result<()> {
    let connection = view.connection;
    let mut stored_row = connection.prepare(&format!("{SELECT} WHERE o.id = ?1"))?;
    let (mut standing, mut facilities) = (0_i64, BTreeSet::new());
    for subject in log::subjects_of(connection, &Kind::Observed)? {
        let folded = fold(subject, &log::of_subject(connection, subject)?);
        let stored = stored_row.query_map([subject.as_bytes().as_slice()], read)?.next().transpose();
        if !matches!(&stored, Ok(stored) if *stored == folded) && findings.len() < MOST_FINDINGS {
            findings.push(Finding::Observation(subject.to_string()));
        }
        if let Some(folded) = folded {
            standing += 1;
            state.update(format!("{folded:?}\n"));
            facilities.insert(folded.observation.facility);
        }
    }
    for id in facilities {
        state.update(format!("{:?}\n", view.facilities.get(&id)));
    }
    let count: i64 = connection.query_row("SELECT count(*) FROM observation", [], |row| row.get(0))?;
    if count != standing {
        findings.push(Finding::Observation(format!("{count} / {standing}")));
    }
    Ok(())
}
