//! Reading cases: a view of the book, single cases, listings, stories and members.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::error::BookError;
use super::log::{self, PartColumn};
use super::row::{COLUMNS, read};
use super::select::{self, Selection};
use super::{Book, FacilityTable, Reader};
use crate::domain::case::{Case, Identity};
use crate::domain::entry::Header;
use crate::domain::filter::Filter;
use crate::domain::fold::Seen;
use crate::domain::number::CaseNumber;

/// A view of a book for reading, whichever connection it goes through.
#[derive(Clone, Copy)]
pub struct View<'book> {
    pub(super) connection: &'book Connection,
    pub(super) facilities: &'book FacilityTable,
    pub(super) path: &'book std::path::Path,
}

impl Book {
    /// For reading through the writer's connection.
    pub fn view(&self) -> View<'_> {
        View { connection: &self.connection, facilities: &self.facilities, path: self.path() }
    }
}

impl Reader {
    /// For reading.
    pub fn view(&self) -> View<'_> {
        View { connection: &self.connection, facilities: &self.facilities, path: &self.access.path }
    }
}

/// A case with the rows of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCase {
    /// The case.
    pub case: Case,
    /// Its row, by which the newest logged comes last.
    pub(super) row: i64,
    pub(super) narrative: Option<i64>,
    pub(super) identity: Option<i64>,
}

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Newest visit first.
    #[default]
    Visited,
    /// Newest record first.
    Recorded,
    /// Longest wait first; unknown waits last.
    Waited,
    /// Largest sum first.
    Paid,
    /// By case number.
    Number,
    /// By facility, then newest visit.
    Facility,
    /// By status, then newest visit.
    Status,
}

impl Order {
    /// All orders with their names.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("visited", Self::Visited),
        ("recorded", Self::Recorded),
        ("waited", Self::Waited),
        ("paid", Self::Paid),
        ("number", Self::Number),
        ("facility", Self::Facility),
        ("status", Self::Status),
    ];

    fn sql(self, riel_per_dollar: u64) -> String {
        let fixed = match self {
            Self::Visited => "c.visited_on DESC, c.number DESC",
            Self::Recorded => "c.recorded_at DESC, c.number DESC",
            Self::Waited => "c.waited DESC NULLS LAST, c.number DESC",
            Self::Paid => {
                return format!("c.paid_riel + c.paid_cents * {riel_per_dollar} / 100 DESC, c.number DESC");
            }
            Self::Number => "c.case_number, c.number",
            Self::Facility => {
                "(SELECT f.id FROM facility f WHERE f.number = c.facility), c.visited_on DESC, c.number DESC"
            }
            Self::Status => "c.status, c.visited_on DESC, c.number DESC",
        };
        fixed.to_owned()
    }
}

/// What a list shows: which cases, in which order, how many.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Which.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// How many to skip.
    pub offset: usize,
    /// How many at most; `None` for all.
    pub limit: Option<usize>,
    /// Riel to a dollar, for `paid>`.
    pub riel_per_dollar: u64,
}

/// `SELECT` of a case.
pub(super) fn select_sql() -> String {
    // The identifier rather than the number: another program may have added it since.
    let columns = COLUMNS.map(|column| match column {
        "facility" => "(SELECT f.id FROM facility f WHERE f.number = c.facility)".to_owned(),
        column => format!("c.{column}"),
    });
    format!("SELECT c.number, {} FROM cases c", columns.join(", "))
}

impl View<'_> {
    /// The facilities that the book knows.
    pub fn facilities(&self) -> &FacilityTable {
        self.facilities
    }

    /// The case with that number.
    pub fn case(&self, number: &CaseNumber) -> Result<StoredCase, BookError> {
        let sql = format!("{} WHERE c.case_number = ?1 ORDER BY c.number LIMIT 1", select_sql());
        self.connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([number.as_str()], read).optional())
            .map_err(|error| self.error(error))?
            .ok_or_else(|| BookError::NoSuchCase(number.clone()))
    }

    /// Calls `take` with each case of a listing, in its order.
    pub fn for_each<E: From<BookError>>(
        &self,
        listing: &Listing,
        mut take: impl FnMut(StoredCase) -> Result<(), E>,
    ) -> Result<(), E> {
        let Selection { condition, values } = self.selection(listing)?;
        let limit = listing.limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX));
        let sql = format!(
            "{} WHERE {condition} ORDER BY {} LIMIT {limit} OFFSET {}",
            select_sql(),
            listing.order.sql(listing.riel_per_dollar),
            listing.offset
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(|error| self.error(error))?;
        let mut rows =
            statement.query(rusqlite::params_from_iter(values)).map_err(|error| self.error(error))?;
        while let Some(row) = rows.next().map_err(|error| self.error(error))? {
            take(read(row).map_err(|error| self.error(error))?)?;
        }
        Ok(())
    }

    /// The cases of a listing.
    pub fn list(&self, listing: &Listing) -> Result<Vec<StoredCase>, BookError> {
        let mut cases = Vec::new();
        self.for_each::<BookError>(listing, |case| {
            cases.push(case);
            Ok(())
        })?;
        Ok(cases)
    }

    /// How many cases a listing has in all.
    pub fn count(&self, listing: &Listing) -> Result<usize, BookError> {
        let Selection { condition, values } = self.selection(listing)?;
        let sql = format!("SELECT count(*) FROM cases c WHERE {condition}");
        let count: i64 = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut statement| {
                statement.query_row(rusqlite::params_from_iter(values), |row| row.get(0))
            })
            .map_err(|error| self.error(error))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    pub(super) fn selection(&self, listing: &Listing) -> Result<Selection, BookError> {
        select::selection(self, &listing.filter, listing.riel_per_dollar)
    }

    /// A case's story, where there is one and it was not erased.
    pub fn narrative(&self, case: &StoredCase) -> Result<Option<String>, BookError> {
        let bytes = self.part(PartColumn::Narrative, case.narrative)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Who the member is, as far as known and not erased.
    pub fn identity(&self, case: &StoredCase) -> Result<Identity, BookError> {
        let bytes = self.part(PartColumn::Identity, case.identity)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    fn part(&self, column: PartColumn, row: Option<i64>) -> Result<Option<Vec<u8>>, BookError> {
        match row {
            Some(row) => log::part(self.connection, column, row).map_err(|error| self.error(error)),
            None => Ok(None),
        }
    }

    /// What happened to a case, oldest first.
    pub fn history(&self, case: &StoredCase) -> Result<Vec<Header>, BookError> {
        Ok(self.entries_of(case.case.id)?.into_iter().map(|seen| seen.header).collect())
    }

    /// What happened to a subject, with what each entry says, oldest first.
    pub fn entries_of(&self, subject: Uuid) -> Result<Vec<Seen>, BookError> {
        let mut entries = log::of_subject(self.connection, subject).map_err(|error| self.error(error))?;
        entries.sort_unstable_by_key(|seen| (seen.header.at, seen.header.id));
        Ok(entries)
    }

    pub(super) fn error(&self, source: rusqlite::Error) -> BookError {
        BookError::sqlite(self.path, source)
    }
}
