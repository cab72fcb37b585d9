//! Observations in the book: their table, and how they are read.

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::FacilityTable;
use super::cases::View;
use super::error::BookError;
use super::facts::Fact;
use super::row::{Columns, code, day, integer, text};
use super::verify::Finding;
use crate::domain::case::Source;
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::fold::Seen;
use crate::domain::observation::{Observation, Observed, fold};
use crate::domain::times::{Times, VisitTime};

impl View<'_> {
    /// Calls `take` with each observation, in the order in which they reached this book.
    pub fn observations<E: From<BookError>>(
        &self,
        mut take: impl FnMut(Observed) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error| self.error(error);
        let sql = format!("{} ORDER BY t.number", Observed::SELECT);
        let mut statement = self.connection.prepare_cached(&sql).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(Observed::read(row).map_err(failed)?)?;
        }
        Ok(())
    }
}

/// The row of an observation.
pub(super) fn row_of(connection: &Connection, subject: Uuid) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT number FROM observation WHERE id = ?1")?
        .query_row([subject.as_bytes().as_slice()], |row| row.get(0))
        .optional()
}

impl Fact for Observed {
    const KIND: Kind = Kind::Observed;
    const TABLE: &'static str = "observation";
    const SELECT: &'static str = "SELECT t.id, t.desk, t.officer, t.recorded_at, t.recorded_offset, t.visited_on, f.id,
        t.stage, t.payer, t.arrived, t.registered, t.seen, t.medicine, t.left_at, t.waited, t.source, t.source_id
        FROM observation t JOIN facility f ON f.number = t.facility";

    fn fold(subject: Uuid, entries: &[Seen]) -> Option<Self> {
        fold(subject, entries)
    }

    fn write(&self, connection: &Connection, facilities: &mut FacilityTable) -> rusqlite::Result<()> {
        let Observation { visited_on, facility, stage, payer, times, waited_minutes, source } =
            &self.observation;
        let [arrived, registered, seen, medicine, left] =
            times.in_order().map(|time| integer(time.map(VisitTime::packed)));
        connection
            .prepare_cached(
                // As of a case, a row's number is not given out again.
                "INSERT INTO observation (number, id, desk, officer, recorded_at, recorded_offset, visited_on, facility, stage,
                     payer, arrived, registered, seen, medicine, left_at, waited, source, source_id)
                 VALUES (1 + max(coalesce((SELECT max(number) FROM observation), 0),
                     coalesce(-(SELECT min(case_row) FROM changed_case), 0)), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
                 ON CONFLICT (id) DO UPDATE SET
                     desk = excluded.desk, officer = excluded.officer, recorded_at = excluded.recorded_at,
                     recorded_offset = excluded.recorded_offset, visited_on = excluded.visited_on,
                     facility = excluded.facility, stage = excluded.stage, payer = excluded.payer,
                     arrived = excluded.arrived, registered = excluded.registered, seen = excluded.seen,
                     medicine = excluded.medicine, left_at = excluded.left_at, waited = excluded.waited,
                     source = excluded.source, source_id = excluded.source_id",
            )?
            .execute(rusqlite::params![
                self.id.as_bytes().as_slice(),
                self.desk.as_str(),
                self.officer,
                self.recorded_at.timestamp(),
                i64::from(self.recorded_at.offset().local_minus_utc() / 60),
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

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
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

    fn finding(which: String) -> Finding {
        Finding::Observation(which)
    }

    fn facility(&self) -> Option<&FacilityId> {
        Some(&self.observation.facility)
    }
}
