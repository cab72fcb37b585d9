//! Cases with all that was told of them, one after the other: for comparing many.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rusqlite::Row;

use super::cases::{Listing, StoredCase, View};
use super::columns::Selected;
use super::error::BookError;
use super::row::{COLUMNS, read};
use super::tail::{INDEXED, where_in_tail};
use crate::domain::case::Identity;
use crate::domain::facility::FacilityId;

/// Which cases are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// All.
    All,
    /// Those of visits between two days, both included.
    Between(NaiveDate, NaiveDate),
    /// The same at one facility.
    At(FacilityId, NaiveDate, NaiveDate),
}

/// The cases that a listing lets through.
pub struct Among(Arc<Selected>);

impl Among {
    /// Whether the case in a row is one of them.
    pub fn holds(&self, row: i64) -> bool {
        self.0.cases.holds(row)
    }
}

impl StoredCase {
    /// Its row: greater than that of any case that was logged before.
    pub fn row(&self) -> i64 {
        self.row
    }
}

impl View<'_> {
    /// The cases that a listing lets through, to be asked for one by one.
    pub fn among(&self, listing: &Listing) -> Result<Among, BookError> {
        self.selected(listing).map(Among)
    }

    /// The row of the newest case.
    pub fn newest_row(&self) -> Result<i64, BookError> {
        let sql = "SELECT coalesce(max(number), 0) FROM cases";
        let newest =
            self.connection.prepare_cached(sql).and_then(|mut sql| sql.query_row([], |row| row.get(0)));
        newest.map_err(|error| self.error(error))
    }

    /// How many cases have visits between two days, both included; more than `most` are not counted.
    pub fn visits_between(&self, from: NaiveDate, to: NaiveDate, most: usize) -> Result<usize, BookError> {
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM cases WHERE {INDEXED} AND visited_on BETWEEN ?1 AND ?2
                 UNION ALL SELECT 1 FROM cases WHERE {} AND visited_on BETWEEN ?1 AND ?2 LIMIT ?3)",
            where_in_tail()
        );
        let day = |day: NaiveDate| i64::from(day.num_days_from_ce());
        let count: i64 = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut sql| sql.query_row((day(from), day(to), most as i64), |row| row.get(0)))
            .map_err(|error| self.error(error))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// The first and the last day on which anybody was at a facility.
    pub fn visits(&self) -> Result<Option<(NaiveDate, NaiveDate)>, BookError> {
        // Each end for itself: the index tells one at a time.
        let sql = format!(
            "SELECT min(first), max(last) FROM (
                 SELECT (SELECT min(visited_on) FROM cases WHERE {INDEXED}) AS first,
                     (SELECT max(visited_on) FROM cases WHERE {INDEXED}) AS last
                 UNION ALL SELECT min(visited_on), max(visited_on) FROM cases WHERE {})",
            where_in_tail()
        );
        let days: (Option<i32>, Option<i32>) = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut sql| sql.query_row([], |row| Ok((row.get(0)?, row.get(1)?))))
            .map_err(|error| self.error(error))?;
        let day = |day: Option<i32>| day.and_then(NaiveDate::from_num_days_from_ce_opt);
        Ok(day(days.0).zip(day(days.1)))
    }

    /// The first and the last day of the visits of cases that were logged after the one in a row.
    pub fn visits_after(&self, row: i64) -> Result<Option<(NaiveDate, NaiveDate)>, BookError> {
        let sql = "SELECT min(visited_on), max(visited_on) FROM cases WHERE number > ?1";
        let days: (Option<i32>, Option<i32>) = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut sql| sql.query_row([row], |row| Ok((row.get(0)?, row.get(1)?))))
            .map_err(|error| self.error(error))?;
        let day = |day: Option<i32>| day.and_then(NaiveDate::from_num_days_from_ce_opt);
        Ok(day(days.0).zip(day(days.1)))
    }

    /// Calls `take` with cases, their members and their stories, in no order that means anything.
    pub fn for_each_told<E: From<BookError>>(
        &self,
        which: &Told,
        mut take: impl FnMut(StoredCase, Identity, Option<String>) -> Result<(), E>,
    ) -> Result<(), E> {
        let failed = |error| E::from(self.error(error));
        let day = |day: &NaiveDate| i64::from(day.num_days_from_ce());
        let between = format!(
            "c.number IN (SELECT number FROM cases WHERE {INDEXED} AND visited_on BETWEEN ?1 AND ?2
                 UNION ALL SELECT number FROM cases WHERE {} AND visited_on BETWEEN ?1 AND ?2)",
            where_in_tail()
        );
        let (condition, days, facility) = match which {
            Told::All => ("true".to_owned(), (0, 0), None),
            Told::Between(from, to) => (between, (day(from), day(to)), None),
            Told::At(facility, from, to) => {
                let at = format!("{between} AND c.facility = (SELECT number FROM facility WHERE id = ?3)");
                (at, (day(from), day(to)), Some(facility.as_str()))
            }
        };
        let sql = format!(
            "{} LEFT JOIN entry n ON n.number = c.narrative_entry AND n.narrative_nonce IS NOT NULL
             LEFT JOIN entry i ON i.number = c.identity_entry AND i.identity_nonce IS NOT NULL WHERE {condition}",
            told_sql()
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(failed)?;
        let mut rows = match (which, facility) {
            (Told::All, _) => statement.query([]),
            (_, None) => statement.query([days.0, days.1]),
            (_, Some(facility)) => statement.query((days.0, days.1, facility)),
        }
        .map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let (stored, identity, story) = told(row).map_err(failed)?;
            take(stored, identity, story)?;
        }
        Ok(())
    }
}

/// `SELECT` of a case with the parts of its entries.
fn told_sql() -> String {
    let select = super::cases::select_sql();
    let (columns, from) = select.split_once(" FROM cases c").unwrap_or((&select, ""));
    // The facility's identifier comes from a select of its own, which has a `FROM` before this one.
    debug_assert!(from.is_empty());
    format!("{columns}, n.narrative, i.identity FROM cases c")
}

fn told(row: &Row<'_>) -> rusqlite::Result<(StoredCase, Identity, Option<String>)> {
    let stored = read(row)?;
    let part = |index: usize| row.get_ref(COLUMNS.len() + index)?.as_bytes_or_null().map_err(Into::into);
    let narrative: Option<&[u8]> = part(1)?;
    let identity: rusqlite::Result<Option<&[u8]>> = part(2);
    let identity = identity?.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
    Ok((stored, identity, narrative.map(|bytes| String::from_utf8_lossy(bytes).into_owned())))
}
