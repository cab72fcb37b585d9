//! What hotspots ask of one facility, added up and kept beside the cases: so the hotspots of the whole book cost what the
//! facilities cost, however many cases there are.
//!
//! The newest rows are left out until there are [`TAIL`] of them, and read beside the summaries: else each new case would
//! write a summary, which is long at a facility with many cases.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension};

use super::columns::{self, Snapshot};
use crate::domain::case::Case;
use crate::domain::issue::IssueSet;
use crate::domain::values::{Coded, Status};
use crate::domain::waits::Waits;

/// What counts of one case or observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Visit {
    /// Counted from 0001-01-01.
    pub visited_on: i32,
    pub waited: Option<u32>,
    pub issues: IssueSet,
    pub open: bool,
    /// An observation: it counts in waits alone.
    pub observed: bool,
}

/// The cases and observations at one facility, added up. Cases that only praise are in the issues alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Summary {
    pub cases: u32,
    pub open: u32,
    pub severe: u32,
    pub observed: u32,
    pub issues: [u32; 15],
    /// Known waits of cases and observations.
    pub waits: Waits,
    /// Cases by the day of the visit, counted from 0001-01-01.
    pub days: BTreeMap<i32, u32>,
}

impl Summary {
    /// Takes a visit in, or out again.
    fn count(&mut self, visit: &Visit, comes: bool) {
        let step = |count: &mut u32, is: bool| {
            let by = u32::from(is);
            *count = if comes { count.saturating_add(by) } else { count.saturating_sub(by) };
        };
        step(&mut self.observed, visit.observed);
        for (code, _) in visit.issues.iter() {
            if let Some(count) = self.issues.get_mut(usize::from(code.position())) {
                step(count, true);
            }
        }
        let is_case = visit.issues.is_complaint();
        step(&mut self.cases, is_case);
        step(&mut self.open, is_case && visit.open);
        step(&mut self.severe, is_case && visit.issues.is_severe());
        if let (true, Some(minutes)) = (is_case || visit.observed, visit.waited) {
            if comes { self.waits.add(minutes, 1) } else { self.waits.remove(minutes, 1) }
        }
        if is_case {
            let day = self.days.entry(visit.visited_on).or_default();
            step(day, true);
            if *day == 0 {
                self.days.remove(&visit.visited_on);
            }
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let counts = [self.cases, self.open, self.severe, self.observed].into_iter().chain(self.issues);
        counts.for_each(|count| number(u64::from(count), &mut bytes));
        number(self.waits.steps().len() as u64, &mut bytes);
        let mut before = 0;
        for (minutes, visits) in self.waits.steps() {
            number(u64::from(minutes - before), &mut bytes);
            number(u64::from(*visits), &mut bytes);
            before = *minutes;
        }
        let mut before = 0;
        for (day, visits) in &self.days {
            number((i64::from(*day) - before) as u64, &mut bytes);
            number(u64::from(*visits), &mut bytes);
            before = i64::from(*day);
        }
        bytes
    }

    fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut next = || -> Option<u64> { read_number(&mut bytes) };
        let mut summary = Self::default();
        for count in [&mut summary.cases, &mut summary.open, &mut summary.severe, &mut summary.observed] {
            *count = u32::try_from(next()?).ok()?;
        }
        for count in &mut summary.issues {
            *count = u32::try_from(next()?).ok()?;
        }
        let mut minutes = 0_u32;
        for _ in 0..next()? {
            minutes = minutes.checked_add(u32::try_from(next()?).ok()?)?;
            summary.waits.add(minutes, u32::try_from(next()?).ok()?);
        }
        let mut day = 0_i32;
        while let Some(step) = next() {
            day = i32::try_from(i64::from(day).checked_add(step as i64)?).ok()?;
            summary.days.insert(day, u32::try_from(next()?).ok()?);
        }
        Some(summary)
    }
}

/// Seven bits a byte, the lowest first; the last byte has its top bit clear.
fn number(mut number: u64, out: &mut Vec<u8>) {
    while number > 0x7F {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for place in 0..10 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// After so many rows the newest are taken into the summaries.
const TAIL: i64 = 64;

/// The last row that is in the summaries, where so many were ever given out.
fn reach(newest_ever: i64) -> i64 {
    newest_ever - newest_ever % TAIL
}

/// What one transaction changes of the summaries, written at its end.
#[derive(Default)]
pub(super) struct Summaries {
    changes: HashMap<i64, Vec<(Visit, bool)>>,
    /// The last row that is in the summaries, or in these changes.
    reach: i64,
    /// Rows behind it that came, changed or went, as they are now.
    newest: BTreeMap<i64, Option<(i64, Visit)>>,
}

impl Summaries {
    /// An observation comes to a facility, or goes.
    pub fn count(&mut self, (facility, visit): (i64, Visit), comes: bool) {
        self.changes.entry(facility).or_default().push((visit, comes));
    }

    /// To be told, before a case comes or goes, which row was the newest that was ever given out.
    pub fn begin(&mut self, newest_ever: i64) {
        self.reach = reach(newest_ever);
    }

    /// A case's row is about to change or go.
    pub fn goes(&mut self, connection: &Connection, row: i64) -> rusqlite::Result<()> {
        let visit = of_case(connection, row)?;
        match visit {
            Some(visit) if row <= self.reach => self.count(visit, false),
            _ => self.set(row, None),
        }
        Ok(())
    }

    /// What counts of a case's row from now on.
    pub fn set(&mut self, row: i64, visit: Option<(i64, Visit)>) {
        if row > self.reach {
            self.newest.insert(row, visit);
        } else if let Some(visit) = visit {
            self.count(visit, true);
        }
    }

    /// Takes rows in that are within reach now, of the newest that was ever given out.
    pub fn take_newest(&mut self, connection: &Connection, newest_ever: i64) -> rusqlite::Result<()> {
        let now = reach(newest_ever);
        for row in self.reach + 1..=now {
            let visit = match self.newest.remove(&row) {
                Some(visit) => visit,
                None => of_case(connection, row)?,
            };
            if let Some(visit) = visit {
                self.count(visit, true);
            }
        }
        self.reach = self.reach.max(now);
        Ok(())
    }

    /// Writes what changed, when all rows are written; `newest_ever` is the newest that was given out until now.
    pub fn keep(&mut self, connection: &Connection, newest_ever: i64) -> rusqlite::Result<()> {
        self.take_newest(connection, newest_ever)?;
        let mut anew = None;
        for (facility, changes) in self.changes.drain() {
            let summary = match of_facility(connection, facility)? {
                Found::Readable(mut summary) => {
                    for (visit, comes) in &changes {
                        summary.count(visit, *comes);
                    }
                    summary
                }
                // The rows, which have the changes already, say what it should be.
                Found::Damaged => {
                    if anew.is_none() {
                        anew = Some(added_up(connection, reach(columns::newest_ever(connection)?))?);
                    }
                    anew.as_mut().and_then(|anew| anew.remove(&facility)).unwrap_or_default()
                }
            };
            connection
                .prepare_cached(
                    "INSERT INTO facility_summary (facility, bytes) VALUES (?1, ?2)
                     ON CONFLICT (facility) DO UPDATE SET bytes = excluded.bytes",
                )?
                .execute((facility, summary.to_bytes()))?;
        }
        Ok(())
    }
}

/// What is kept of a facility.
enum Found {
    /// Its summary; that of no visit, where nothing is kept yet.
    Readable(Summary),
    Damaged,
}

fn of_facility(connection: &Connection, facility: i64) -> rusqlite::Result<Found> {
    let bytes: Option<Vec<u8>> = connection
        .prepare_cached("SELECT bytes FROM facility_summary WHERE facility = ?1")?
        .query_row([facility], |row| row.get(0))
        .optional()?;
    let Some(bytes) = bytes else {
        return Ok(Found::Readable(Summary::default()));
    };
    Ok(Summary::from_bytes(&bytes).map_or(Found::Damaged, Found::Readable))
}

/// The summaries of all facilities by their numbers, with the newest rows in them.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Summary>> {
    let snapshot = Snapshot::of(connection)?;
    let mut statement = connection.prepare_cached("SELECT facility, bytes FROM facility_summary")?;
    let mut rows = statement.query([])?;
    let mut summaries = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let Some(summary) = Summary::from_bytes(row.get_ref(1)?.as_blob()?) else {
            return Err(rusqlite::Error::IntegralValueOutOfRange(1, row.get(0)?));
        };
        summaries.insert(row.get(0)?, summary);
    }
    let reach = reach(columns::newest_ever(connection)?);
    add_up(connection, &format!("{OF_CASES} WHERE number > {reach}"), &mut summaries)?;
    drop(snapshot);
    Ok(summaries)
}

/// What counts of a case.
pub(super) fn of(case: &Case) -> Visit {
    let record = &case.record;
    Visit {
        visited_on: record.visited_on.num_days_from_ce(),
        waited: record.waited_minutes,
        issues: record.issue_set(),
        open: case.status.is_open(),
        observed: false,
    }
}

const OF_CASES: &str = "SELECT facility, visited_on, waited, issues, status FROM cases";
const OF_OBSERVATIONS: &str = "SELECT facility, visited_on, waited, 0, NULL FROM observation";

fn counted(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, Visit)> {
    let status: Option<u8> = row.get(4)?;
    let visit = Visit {
        visited_on: row.get(1)?,
        waited: row.get(2)?,
        issues: IssueSet(row.get::<_, i64>(3)? as u64),
        open: status.and_then(Status::at).is_some_and(Status::is_open),
        observed: status.is_none(),
    };
    Ok((row.get(0)?, visit))
}

/// What counts of a case as its row stands, with its facility.
pub(super) fn of_case(connection: &Connection, number: i64) -> rusqlite::Result<Option<(i64, Visit)>> {
    connection
        .prepare_cached(&format!("{OF_CASES} WHERE number = ?1"))?
        .query_row([number], counted)
        .optional()
}

/// What counts of an observation as its row stands, with its facility.
pub(super) fn of_observation(connection: &Connection, number: i64) -> rusqlite::Result<Option<(i64, Visit)>> {
    connection
        .prepare_cached(&format!("{OF_OBSERVATIONS} WHERE number = ?1"))?
        .query_row([number], counted)
        .optional()
}

/// Adds everything up anew from the rows, cases up to `last`.
pub(super) fn added_up(connection: &Connection, last: i64) -> rusqlite::Result<BTreeMap<i64, Summary>> {
    let mut summaries = BTreeMap::new();
    add_up(connection, &format!("{OF_CASES} WHERE number <= {last}"), &mut summaries)?;
    add_up(connection, OF_OBSERVATIONS, &mut summaries)?;
    Ok(summaries)
}

fn add_up(
    connection: &Connection,
    select: &str,
    summaries: &mut BTreeMap<i64, Summary>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(select)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (facility, visit) = counted(row)?;
        summaries.entry(facility).or_default().count(&visit, true);
    }
    Ok(())
}

/// Makes all summaries anew.
pub(super) fn make(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM facility_summary", [])?;
    for (facility, summary) in added_up(connection, reach(columns::newest_ever(connection)?))? {
        connection
            .prepare_cached("INSERT INTO facility_summary (facility, bytes) VALUES (?1, ?2)")?
            .execute((facility, summary.to_bytes()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn visit() -> impl Strategy<Value = Visit> {
        let day = prop_oneof![739_000..740_000_i32, Just(-3), Just(5)];
        (day, prop::option::of(0_u32..3_000), 0_u64..1 << 30, any::<bool>(), any::<bool>()).prop_map(
            |(visited_on, waited, issues, open, observed)| Visit {
                visited_on,
                waited,
                // Two bits a code: every value of theirs is a severity.
                issues: IssueSet(if observed { 0 } else { issues }),
                open,
                observed,
            },
        )
    }

    proptest! {
        #[test]
        fn what_comes_and_goes_leaves_no_trace(stay in prop::collection::vec(visit(), 0..30), go in prop::collection::vec(visit(), 0..10)) {
            let mut expected = Summary::default();
            for visit in &stay {
                expected.count(visit, true);
            }
            let mut summary = Summary::default();
            go.iter().chain(&stay).for_each(|visit| summary.count(visit, true));
            for visit in &go {
                summary.count(visit, false);
            }
            prop_assert_eq!(&summary, &expected);
            prop_assert_eq!(Summary::from_bytes(&summary.to_bytes()), Some(expected));
        }
    }
}
