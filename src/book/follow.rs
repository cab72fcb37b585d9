//! What follows on cases, beside them: submissions, promises, demands, and what is known of parties. Each stands in a table
//! of its own, as JSON of what its entries fold to; there are a few thousand at most, so they are read whole.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::FacilityTable;
use super::cases::{StoredCase, View, select_sql};
use super::error::BookError;
use super::facts::{self, Fact};
use super::numbers;
use super::row::read;
use super::verify::Finding;
use crate::domain::demand::{self, Demand};
use crate::domain::entry::Kind;
use crate::domain::fold::Seen;
use crate::domain::party::{self, Described};
use crate::domain::promise::{self, Promise};
use crate::domain::submission::{self, Submission};

/// Gives a folded subject its table.
macro_rules! kept_as_json {
    ($type:ident, $kind:ident, $table:literal, $fold:path, |$it:ident| $id:expr) => {
        impl Fact for $type {
            const KIND: Kind = Kind::$kind;
            const TABLE: &'static str = $table;
            const SELECT: &'static str = concat!("SELECT t.folded FROM ", $table, " t");

            fn fold(subject: Uuid, entries: &[Seen]) -> Option<Self> {
                $fold(subject, entries)
            }

            fn write(&self, connection: &Connection, _: &mut FacilityTable) -> rusqlite::Result<()> {
                let $it = self;
                write(connection, $table, $id, self)
            }

            fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
                parsed(row)
            }

            fn finding(which: String) -> Finding {
                Finding::FollowUp($table, which)
            }
        }
    };
}

kept_as_json!(Submission, SubmissionMade, "submission", submission::fold, |it| it.id);
kept_as_json!(Promise, Promised, "promise", promise::fold, |it| it.id);
kept_as_json!(Demand, DemandMade, "demand", demand::fold, |it| it.id);
kept_as_json!(Described, PartyDescribed, "party", party::fold, |it| it.party.subject());

fn write(connection: &Connection, table: &str, id: Uuid, folded: &impl Serialize) -> rusqlite::Result<()> {
    let json = serde_json::to_string(folded)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    connection
        .prepare_cached(&format!(
            "INSERT INTO {table} (id, folded) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET folded = excluded.folded"
        ))?
        .execute((id.as_bytes().as_slice(), json))
        .map(|_| ())
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
    })
}

/// Brings their tables up to date with an entry that was just stored; `entries` are all of its subject.
pub(super) fn entry_arrived(
    connection: &Connection,
    facilities: &mut FacilityTable,
    subject: Uuid,
    entries: &[Seen],
) -> rusqlite::Result<()> {
    facts::entry_arrived::<Submission>(connection, facilities, subject, entries)?;
    facts::entry_arrived::<Promise>(connection, facilities, subject, entries)?;
    facts::entry_arrived::<Demand>(connection, facilities, subject, entries)?;
    facts::entry_arrived::<Described>(connection, facilities, subject, entries)
}

impl View<'_> {
    /// All submissions, in the order in which they were entered.
    pub fn submissions(&self) -> Result<Vec<Submission>, BookError> {
        let mut all: Vec<Submission> = self.all()?;
        all.sort_by_key(|submission| (submission.at, submission.id));
        Ok(all)
    }

    /// All promises, in the order in which they were entered.
    pub fn promises(&self) -> Result<Vec<Promise>, BookError> {
        let mut all: Vec<Promise> = self.all()?;
        all.sort_by_key(|promise| (promise.at, promise.id));
        Ok(all)
    }

    /// All demands, in the order in which they were entered.
    pub fn demands(&self) -> Result<Vec<Demand>, BookError> {
        let mut all: Vec<Demand> = self.all()?;
        all.sort_by_key(|demand| (demand.at, demand.id));
        Ok(all)
    }

    /// All parties that an officer described, by their keys.
    pub fn described_parties(&self) -> Result<Vec<Described>, BookError> {
        let mut all: Vec<Described> = self.all()?;
        all.sort_by_key(|described| described.party.key());
        Ok(all)
    }

    fn all<T: Fact>(&self) -> Result<Vec<T>, BookError> {
        let read = || -> rusqlite::Result<Vec<T>> {
            self.connection.prepare_cached(T::SELECT)?.query_map([], T::read)?.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// The case with that UUID, where it stands.
    pub fn case_of(&self, id: Uuid) -> Result<Option<StoredCase>, BookError> {
        use rusqlite::OptionalExtension;
        numbers::row_of_case(self.connection, id)
            .and_then(|row| {
                self.connection
                    .prepare_cached(&format!("{} WHERE c.number = ?1", select_sql()))?
                    .query_row([row], read)
                    .optional()
            })
            .map_err(|error| self.error(error))
    }
}

impl View<'_> {
    /// The cases to which something happened that stands in `follow`, through their own index, as far as `wanted` says.
    fn followed(&self, wanted: impl Fn(&StoredCase) -> bool) -> Result<Vec<StoredCase>, BookError> {
        let read = || -> rusqlite::Result<Vec<StoredCase>> {
            let sql = format!("{} WHERE c.follow IS NOT NULL ORDER BY c.number", select_sql());
            let mut statement = self.connection.prepare_cached(&sql)?;
            let rows = statement.query_map([], read)?;
            rows.filter(|stored| stored.as_ref().map_or(true, &wanted)).collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// The cases that belong to a demand.
    pub fn linked_to(&self, demand: Uuid) -> Result<Vec<StoredCase>, BookError> {
        self.followed(|stored| stored.case.follow.demands.contains(&demand))
    }

    /// The open cases whose next step is to be done by a day, the earliest first; no more than `most`, if that is given.
    pub fn next_steps_by(&self, day: NaiveDate, most: Option<usize>) -> Result<Vec<StoredCase>, BookError> {
        let read = || -> rusqlite::Result<Vec<StoredCase>> {
            let sql = format!(
                "{} WHERE c.next_step_on IS NOT NULL AND c.next_step_on <= ?1 ORDER BY c.next_step_on, c.number",
                select_sql()
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            let rows = statement.query_map([day.num_days_from_ce()], read)?;
            rows.filter(|stored| stored.as_ref().map_or(true, |stored| stored.case.status.is_open()))
                .take(most.unwrap_or(usize::MAX))
                .collect()
        };
        read().map_err(|error| self.error(error))
    }
}
