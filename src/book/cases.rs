//! Reading cases: a view of the book, single cases, listings, stories and members.

use std::cell::RefCell;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::columns::{self, Columns, Selected};
use super::error::BookError;
use super::log::{self, PartColumn};
use super::row::{COLUMNS, URGENT_AND_OPEN, read};
use super::tail::{INDEXED, where_in_tail};
use super::{Book, FacilityTable, Reader, joined, numbers};
use crate::domain::case::{Case, Identity};
use crate::domain::entry::Header;
use crate::domain::filter::Filter;
use crate::domain::fold::{Seen, fold};
use crate::domain::number::CaseNumber;

/// A view of a book for reading, whichever connection it goes through.
#[derive(Clone, Copy)]
pub struct View<'book> {
    pub(super) connection: &'book Connection,
    pub(super) facilities: &'book FacilityTable,
    pub(super) path: &'book std::path::Path,
    pub(super) columns: &'book RefCell<Columns>,
}

impl Book {
    /// For reading through the writer's connection.
    pub fn view(&self) -> View<'_> {
        View {
            connection: &self.connection,
            facilities: &self.facilities,
            path: self.path(),
            columns: &self.columns,
        }
    }
}

impl Reader {
    /// For reading.
    pub fn view(&self) -> View<'_> {
        View {
            connection: &self.connection,
            facilities: &self.facilities,
            path: &self.access.path,
            columns: &self.columns,
        }
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
    /// Open cases that are urgent, then all others; both by their visits, the newest first. Where words are looked for,
    /// the newest visit alone: few of a million texts need be read then.
    #[default]
    Urgent,
    /// Newest visit first.
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
    pub const NAMES: [(&'static str, Self); 8] = [
        ("urgent", Self::Urgent),
        ("visited", Self::Visited),
        ("recorded", Self::Recorded),
        ("waited", Self::Waited),
        ("paid", Self::Paid),
        ("number", Self::Number),
        ("facility", Self::Facility),
        ("status", Self::Status),
    ];
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

impl Listing {
    /// The order as it is kept to.
    pub fn kept_order(&self) -> Order {
        let need = columns::need(&self.filter);
        let by_urgency = self.order == Order::Urgent;
        if by_urgency && (need.texts || need.members) { Order::Visited } else { self.order }
    }
}

/// So many of the newest visits are counted off along their index sooner than columns are put in order.
const NEAR: usize = 20_000;

/// So few of them where the urgent ones among them are passed over, for which each row is read.
const NEAR_BY_URGENCY: usize = 1_000;

/// So few of the newest visits are looked for without looking for all.
const FEW: usize = 1_000;

/// How many from the first on have to be found.
fn last_of(listing: &Listing) -> usize {
    listing.limit.map_or(usize::MAX, |limit| limit.saturating_add(listing.offset))
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
        let row = numbers::row_of(self.connection, number).map_err(|error| self.error(error))?;
        self.connection
            .prepare_cached(&format!("{} WHERE c.number = ?1", select_sql()))
            .and_then(|mut statement| statement.query_row([row], read).optional())
            .map_err(|error| self.error(error))?
            .map_or_else(|| Err(self.not_found(number)), Ok)
    }

    /// Why no case stands under a number.
    fn not_found(&self, number: &CaseNumber) -> BookError {
        match joined::found(self.connection, number) {
            Ok(Some((_, into))) => BookError::Joined(number.clone(), into),
            Ok(None) => BookError::NoSuchCase(number.clone()),
            Err(error) => self.error(error),
        }
    }

    /// Calls `take` with each case of a listing, in its order.
    pub fn for_each<E: From<BookError>>(
        &self,
        listing: &Listing,
        mut take: impl FnMut(StoredCase) -> Result<(), E>,
    ) -> Result<(), E> {
        if listing.filter.is_empty() {
            match listing.order {
                Order::Visited if listing.offset < NEAR => return self.for_each_newest(listing, take),
                Order::Urgent if listing.offset < NEAR_BY_URGENCY => {
                    return self.for_each_urgent(listing, take);
                }
                _ => {}
            }
        }
        let sql = format!("{} WHERE c.number = ?1", select_sql());
        let mut statement = self.connection.prepare_cached(&sql).map_err(|error| self.error(error))?;
        for number in self.numbers(listing)? {
            let case = statement.query_row([number], read).optional().map_err(|error| self.error(error))?;
            // One that went since the columns were read is passed over.
            if let Some(case) = case {
                take(case)?;
            }
        }
        Ok(())
    }

    /// The newest visits come from an index, without any column.
    fn for_each_newest<E: From<BookError>>(
        &self,
        listing: &Listing,
        take: impl FnMut(StoredCase) -> Result<(), E>,
    ) -> Result<(), E> {
        self.for_each_newest_where("true", (listing.offset, listing.limit), take)
    }

    /// Open cases that are urgent have an index of their own, and stand before the others.
    fn for_each_urgent<E: From<BookError>>(
        &self,
        listing: &Listing,
        mut take: impl FnMut(StoredCase) -> Result<(), E>,
    ) -> Result<(), E> {
        let is_urgent =
            format!("attention BETWEEN {} AND {}", URGENT_AND_OPEN.start(), URGENT_AND_OPEN.end());
        let sql = format!("SELECT count(*) FROM cases WHERE {is_urgent}");
        let count = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([], |row| row.get::<_, i64>(0)))
            .map_err(|error| self.error(error))?;
        let count = usize::try_from(count).unwrap_or(0);
        let (offset, limit) = (listing.offset, listing.limit);
        let urgent = count.saturating_sub(offset).min(limit.unwrap_or(usize::MAX));
        self.for_each_newest_where(&is_urgent, (offset, Some(urgent)), &mut take)?;
        let others = (offset.saturating_sub(count), limit.map(|limit| limit - urgent));
        self.for_each_newest_where(&format!("NOT {is_urgent}"), others, take)
    }

    /// The newest visits of which something is true, from an offset on, so many.
    fn for_each_newest_where<E: From<BookError>>(
        &self,
        condition: &str,
        (offset, limit): (usize, Option<usize>),
        mut take: impl FnMut(StoredCase) -> Result<(), E>,
    ) -> Result<(), E> {
        let limit = limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX));
        // Only the numbers are skipped over, not the cases.
        let sql = format!(
            "{} WHERE c.number IN (SELECT number FROM (
                SELECT number, visited_on FROM cases WHERE {INDEXED} AND {condition}
                UNION ALL SELECT number, visited_on FROM cases WHERE {} AND {condition}
                ORDER BY visited_on DESC, number DESC LIMIT {limit} OFFSET {offset}))
             ORDER BY c.visited_on DESC, c.number DESC",
            select_sql(),
            where_in_tail(),
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(|error| self.error(error))?;
        let mut rows = statement.query([]).map_err(|error| self.error(error))?;
        while let Some(row) = rows.next().map_err(|error| self.error(error))? {
            take(read(row).map_err(|error| self.error(error))?)?;
        }
        Ok(())
    }

    /// Whether the cases of a listing are found without looking for all: the newest few, where texts are searched.
    pub fn finds_newest(&self, listing: &Listing) -> bool {
        let need = columns::need(&listing.filter);
        listing.kept_order() == Order::Visited && (need.texts || need.members) && last_of(listing) <= FEW
    }

    /// The rows of a listing, in its order.
    fn numbers(&self, listing: &Listing) -> Result<Vec<i64>, BookError> {
        if self.finds_newest(listing) {
            self.ready(listing)?;
            let last = last_of(listing);
            let asked = (&listing.filter, listing.riel_per_dollar);
            if let Some(newest) = self.columns.borrow().newest_selected(self.facilities, asked, last) {
                return Ok(newest.into_iter().skip(listing.offset).collect());
            }
        }
        let selected = self.selected(listing)?;
        let columns = self.columns.borrow();
        let order = (listing.kept_order(), listing.riel_per_dollar);
        let stretch = (listing.offset, listing.limit);
        Ok(columns::window(&columns, self.facilities, &selected.cases, order, stretch))
    }

    /// Brings the columns that a listing needs up to date.
    pub(super) fn ready(&self, listing: &Listing) -> Result<(), BookError> {
        let need = columns::need(&listing.filter);
        self.columns.borrow_mut().refresh(self.connection, need).map_err(|error| self.error(error))
    }

    /// Reads a little ahead of any question, for a thread that has nothing else to do; returns whether there is more
    /// to read.
    pub fn warm(&self) -> Result<bool, BookError> {
        self.columns.borrow_mut().warm(self.connection).map_err(|error| self.error(error))
    }

    /// The cases and observations that a listing lets through.
    pub(super) fn selected(&self, listing: &Listing) -> Result<Arc<Selected>, BookError> {
        self.ready(listing)?;
        Ok(self.columns.borrow_mut().select(self.facilities, &listing.filter, listing.riel_per_dollar))
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
        Ok(self.selected(listing)?.cases.count())
    }

    /// A case's story, where there is one and it was not erased.
    pub fn narrative(&self, case: &StoredCase) -> Result<Option<String>, BookError> {
        let bytes = self.part(PartColumn::Narrative, case.narrative)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Who the member is, as far as known and not erased.
    pub fn identity(&self, case: &StoredCase) -> Result<Identity, BookError> {
        Ok(log::identity_in(self.part(PartColumn::Identity, case.identity)?))
    }

    /// Who told a case that was joined into another one: it has no row of its own.
    pub fn identity_of_joined(&self, case: Uuid) -> Result<Identity, BookError> {
        let identity = fold(case, &self.entries_of(case)?).and_then(|folded| folded.identity);
        let part = log::part_of(self.connection, PartColumn::Identity, identity);
        part.map(log::identity_in).map_err(|error| self.error(error))
    }

    /// A case that was joined into another one, with who told it and their story, as far as these were not erased: it has no row of
    /// its own. `None` where its logging was taken back.
    pub fn joined_case(&self, case: Uuid) -> Result<Option<(Case, Identity, Option<String>)>, BookError> {
        let Some(folded) = fold(case, &self.entries_of(case)?) else {
            return Ok(None);
        };
        let part =
            |column, entry| log::part_of(self.connection, column, entry).map_err(|error| self.error(error));
        let narrative = part(PartColumn::Narrative, folded.narrative)?;
        let identity = log::identity_in(part(PartColumn::Identity, folded.identity)?);
        let narrative = narrative.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ok(Some((folded.case, identity, narrative)))
    }

    /// The UUID of the case with that number, where it was joined into another one.
    pub fn joined(&self, number: &CaseNumber) -> Result<Option<Uuid>, BookError> {
        let found = joined::found(self.connection, number).map_err(|error| self.error(error))?;
        Ok(found.map(|(case, _)| case))
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
