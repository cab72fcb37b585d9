//! The rows of the projection: a case as the tables hold it, written and read back.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::error::BookError;
use super::log::{self, PartColumn};
use super::select::{self, Selection};
use super::{Book, FacilityTable, Reader};
use crate::domain::case::{Case, Identity, NextStep, Patient, Record, Source};
use crate::domain::entry::Header;
use crate::domain::filter::Filter;
use crate::domain::fold::Folded;
use crate::domain::issue::{Issue, IssueCode, IssueSet};
use crate::domain::money::Paid;
use crate::domain::number::CaseNumber;
use crate::domain::times::{Times, VisitTime};
use crate::domain::values::{Coded, Purpose};

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
            Self::Facility => "c.facility, c.visited_on DESC, c.number DESC",
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

/// The columns of `cases` in the order of [`bind`] and [`read`].
pub(super) const COLUMNS: [&str; 45] = [
    "id",
    "case_number",
    "desk",
    "officer",
    "recorded_at",
    "recorded_offset",
    "visited_on",
    "facility",
    "stage",
    "payer",
    "arrived",
    "registered",
    "seen",
    "medicine",
    "left_at",
    "waited",
    "issues",
    "pay_why",
    "claimed_on",
    "claimed_riel",
    "paid_riel",
    "paid_cents",
    "receipt",
    "harm",
    "remedy",
    "told_by",
    "channel",
    "relation",
    "sex",
    "employer",
    "local",
    "evidence",
    "consent",
    "assigned_to",
    "next_step",
    "next_step_on",
    "source",
    "source_id",
    "status",
    "party_outcome",
    "member_outcome",
    "erased",
    "conflicts",
    "narrative_entry",
    "identity_entry",
];

/// A case's values in the order of [`COLUMNS`].
pub(super) fn bind(
    connection: &Connection,
    facilities: &mut FacilityTable,
    folded: &Folded,
) -> rusqlite::Result<Vec<Value>> {
    let case = &folded.case;
    let record = &case.record;
    let issue = |code: IssueCode| record.issues.iter().find(|issue| issue.code == code);
    let (pay, cash) = (issue(IssueCode::Pay), issue(IssueCode::Cash));
    let [arrived, registered, seen, medicine, left] =
        record.times.in_order().map(|time| integer(time.map(VisitTime::packed)));
    let part = |entry: Option<_>| -> rusqlite::Result<Value> {
        let row = entry.map(|id| log::row_of(connection, id)).transpose()?.flatten();
        Ok(integer(row))
    };
    let source = record.source.as_ref();
    let consent = record.consent.iter().fold(0_i64, |bits, purpose| bits | 1 << purpose.position());
    let conflicts = (!case.conflicts.is_empty()).then(|| case.conflicts.join(" "));
    Ok(vec![
        Value::Blob(case.id.as_bytes().to_vec()),
        text(Some(case.number.as_str())),
        text(Some(case.desk.as_str())),
        text(Some(&case.officer)),
        Value::Integer(case.recorded_at.timestamp()),
        Value::Integer(i64::from(case.recorded_at.offset().local_minus_utc() / 60)),
        day(Some(record.visited_on)),
        Value::Integer(facilities.number_for(connection, &record.facility)?),
        code(record.stage),
        code(Some(record.payer)),
        arrived,
        registered,
        seen,
        medicine,
        left,
        integer(record.waited_minutes),
        Value::Integer(record.issue_set().0 as i64),
        code(pay.and_then(|issue| issue.why)),
        day(cash.and_then(|issue| issue.claimed_on)),
        integer(cash.and_then(|issue| issue.claimed_riel).map(|riel| riel as i64)),
        Value::Integer(record.paid.riel as i64),
        Value::Integer(record.paid.cents as i64),
        Value::Integer(i64::from(record.paid.receipt)),
        Value::Integer(i64::from(record.harm)),
        text(record.remedy.as_deref()),
        code(Some(record.told_by)),
        code(record.channel),
        code(Some(record.patient.relation)),
        code(record.patient.sex),
        text(record.employer.as_deref()),
        text(record.local.as_deref()),
        code(Some(record.evidence)),
        Value::Integer(consent),
        text(record.assigned_to.as_deref()),
        text(record.next_step.as_ref().map(|step| step.what.as_str())),
        day(record.next_step.as_ref().and_then(|step| step.on)),
        text(source.map(|source| source.name.as_str())),
        text(source.map(|source| source.id.as_str())),
        code(Some(case.status)),
        code(case.party_outcome),
        code(case.member_outcome),
        Value::Integer(i64::from(case.erased)),
        text(conflicts.as_deref()),
        part(folded.narrative)?,
        part(folded.identity)?,
    ])
}

fn integer(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::Null, |value| Value::Integer(value.into()))
}

fn text(value: Option<&str>) -> Value {
    value.map_or(Value::Null, |value| Value::Text(value.to_owned()))
}

fn code(value: Option<impl Coded>) -> Value {
    integer(value.map(Coded::position))
}

/// Days count from 0001-01-01 as 1.
pub(super) fn day(value: Option<NaiveDate>) -> Value {
    integer(value.map(|date| date.num_days_from_ce()))
}

/// Reads a row's columns one after the other.
struct Columns<'row, 'stmt> {
    row: &'row Row<'stmt>,
    next: usize,
}

impl Columns<'_, '_> {
    fn get<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    fn wrong(&self, what: &'static str) -> rusqlite::Error {
        rusqlite::Error::FromSqlConversionFailure(
            self.next - 1,
            rusqlite::types::Type::Integer,
            format!("{what} out of range").into(),
        )
    }

    fn code<T: Coded>(&mut self) -> rusqlite::Result<T> {
        self.maybe_code()?.ok_or_else(|| self.wrong(T::TABLE))
    }

    fn maybe_code<T: Coded>(&mut self) -> rusqlite::Result<Option<T>> {
        match self.get::<Option<u8>>()? {
            Some(position) => T::at(position).map(Some).ok_or_else(|| self.wrong(T::TABLE)),
            None => Ok(None),
        }
    }

    fn day(&mut self) -> rusqlite::Result<Option<NaiveDate>> {
        match self.get::<Option<i32>>()? {
            Some(days) => {
                NaiveDate::from_num_days_from_ce_opt(days).map(Some).ok_or_else(|| self.wrong("a day"))
            }
            None => Ok(None),
        }
    }

    fn time(&mut self) -> rusqlite::Result<Option<VisitTime>> {
        match self.get::<Option<u16>>()? {
            Some(packed) => VisitTime::unpacked(packed).map(Some).ok_or_else(|| self.wrong("a time")),
            None => Ok(None),
        }
    }

    fn text<T: std::str::FromStr>(&mut self, what: &'static str) -> rusqlite::Result<T> {
        self.get::<String>()?.parse().map_err(|_| self.wrong(what))
    }
}

/// Reads `c.number` and then [`COLUMNS`].
pub(super) fn read(row: &Row<'_>, facilities: &FacilityTable) -> rusqlite::Result<StoredCase> {
    let mut columns = Columns { row, next: 0 };
    let c = &mut columns;
    let number = c.get()?;
    let id = Uuid::from_bytes(c.get()?);
    let case_number: CaseNumber = c.text("a case number")?;
    let desk = c.text("a desk")?;
    let officer = c.get()?;
    let (seconds, offset): (i64, i32) = (c.get()?, c.get()?);
    let recorded_at = FixedOffset::east_opt(offset * 60)
        .and_then(|zone| Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone)))
        .ok_or_else(|| c.wrong("a moment"))?;
    let visited_on = c.day()?.ok_or_else(|| c.wrong("a day"))?;
    let facility: i64 = c.get()?;
    let facility = facilities.id(facility).cloned().ok_or_else(|| c.wrong("a facility"))?;
    let (stage, payer) = (c.maybe_code()?, c.code()?);
    let times = Times::from_order([c.time()?, c.time()?, c.time()?, c.time()?, c.time()?]);
    let waited_minutes = c.get()?;
    let set = IssueSet(c.get::<i64>()? as u64);
    let (why, claimed_on) = (c.maybe_code()?, c.day()?);
    let claimed_riel = c.get::<Option<i64>>()?.map(|riel| riel as u64);
    let issues = set
        .iter()
        .map(|(code, severity)| {
            let issue = Issue::new(code, severity);
            match code {
                IssueCode::Pay => Issue { why, ..issue },
                IssueCode::Cash => Issue { claimed_on, claimed_riel, ..issue },
                _ => issue,
            }
        })
        .collect();
    let paid = Paid { riel: c.get::<i64>()? as u64, cents: c.get::<i64>()? as u64, receipt: c.get()? };
    let (harm, remedy) = (c.get()?, c.get()?);
    let (told_by, channel) = (c.code()?, c.maybe_code()?);
    let patient = Patient { relation: c.code()?, sex: c.maybe_code()? };
    let (employer, local) = (c.get()?, c.get()?);
    let evidence = c.code()?;
    let consent_bits: i64 = c.get()?;
    let consent =
        Purpose::ALL.iter().copied().filter(|purpose| consent_bits >> purpose.position() & 1 == 1).collect();
    let assigned_to = c.get()?;
    let (next_step, next_step_on): (Option<String>, _) = (c.get()?, c.day()?);
    let (source, source_id): (Option<String>, Option<String>) = (c.get()?, c.get()?);
    let source = source.zip(source_id).map(|(name, id)| Source { name, id });
    let (status, party_outcome, member_outcome) = (c.code()?, c.maybe_code()?, c.maybe_code()?);
    let erased = c.get()?;
    let conflicts: Option<String> = c.get()?;
    let (narrative, identity) = (c.get()?, c.get()?);
    let record = Record {
        visited_on,
        facility,
        stage,
        payer,
        times,
        waited_minutes,
        issues,
        paid,
        harm,
        remedy,
        told_by,
        channel,
        patient,
        employer,
        local,
        evidence,
        consent,
        assigned_to,
        next_step: next_step.map(|what| NextStep { what, on: next_step_on }),
        source,
    };
    let case = Case {
        id,
        number: case_number,
        recorded_at,
        desk,
        officer,
        record,
        status,
        party_outcome,
        member_outcome,
        erased,
        conflicts: conflicts.map(|fields| fields.split(' ').map(str::to_owned).collect()).unwrap_or_default(),
    };
    Ok(StoredCase { case, row: number, narrative, identity })
}

/// `SELECT` of a case.
pub(super) fn select_sql() -> String {
    format!("SELECT c.number, c.{} FROM cases c", COLUMNS.join(", c."))
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
            .and_then(|mut statement| {
                statement.query_row([number.as_str()], |row| read(row, self.facilities)).optional()
            })
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
            take(read(row, self.facilities).map_err(|error| self.error(error))?)?;
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
        let entries = log::of_subject(self.connection, case.case.id).map_err(|error| self.error(error))?;
        let mut headers: Vec<Header> = entries
            .into_iter()
            .map(|seen| Header {
                id: seen.id,
                at: seen.at,
                desk: seen.desk,
                officer: seen.officer,
                batch: seen.batch,
                kind: seen.kind,
                subject: case.case.id,
            })
            .collect();
        headers.sort_unstable_by_key(|header| (header.at, header.id));
        Ok(headers)
    }

    pub(super) fn error(&self, source: rusqlite::Error) -> BookError {
        BookError::sqlite(self.path, source)
    }
}
