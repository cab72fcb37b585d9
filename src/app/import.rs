//! Imports: rows of a table become cases. The same row of the same source is taken
//! once; a row that changed since is reported, and taken as a correction when asked.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeZone};
use serde::Serialize;

use super::log::{append_case, append_changes, fresh_number};
use super::{AppError, Clock, Session};
use crate::book::Door;
use crate::domain::case::{Complaint, Source};
use crate::domain::column::Column;
use crate::domain::date;
use crate::domain::draft::{Draft, Reason, Refusal};
use crate::intake::{Row, Table};

/// How many rows are written at once: a killed import loses at most the rows of the
/// last part, and takes them up when run again.
const ROWS_AT_ONCE: usize = 5_000;

/// How an import is done.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// What the source is called; the file's name where not given.
    pub source: Option<String>,
    /// Nothing is written; the report says what would happen.
    pub dry_run: bool,
    /// Rows that changed since they were imported are taken as corrections.
    pub update: bool,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRefusal {
    /// Its line in the file.
    pub line: u64,
    /// All that is wrong with it.
    pub refusals: Vec<Refusal>,
}

/// What an import did.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    /// What the source is called.
    pub source: String,
    /// Rows read.
    pub rows: usize,
    /// Cases added.
    pub added: usize,
    /// Rows that were here already.
    pub unchanged: usize,
    /// Rows that changed since they were imported, and were left.
    pub changed: usize,
    /// Rows that changed and were taken as corrections.
    pub updated: usize,
    /// Rows that were refused.
    pub refused: usize,
    /// Whether nothing was written on purpose.
    pub dry_run: bool,
    /// Headers that are none of ours.
    pub unknown_columns: Vec<String>,
    /// The refused rows with their reasons, the first thousand of them.
    #[serde(skip)]
    pub refusals: Vec<RowRefusal>,
}

/// How many refused rows are kept with their reasons.
const REFUSALS_KEPT: usize = 1_000;

impl Session {
    /// Imports a table. `progress` is told how many rows were read so far, and stops
    /// the import by answering `false`; what was written until then stays.
    ///
    /// # Errors
    /// A table that cannot be read at all: nothing is written.
    pub fn import(
        &mut self,
        path: &Path,
        options: &ImportOptions,
        mut progress: impl FnMut(usize) -> bool,
    ) -> Result<ImportReport, AppError> {
        // A first reading finds what makes a file unreadable before anything is written.
        let mut rows = Table::open(path)?;
        while rows.next_row()?.is_some() {}
        let mut table = Table::open(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = options.source.clone().unwrap_or(name);
        let mut report = ImportReport {
            source,
            dry_run: options.dry_run,
            unknown_columns: std::mem::take(&mut table.unknown),
            ..ImportReport::default()
        };
        let batch = self.clock.new_id();
        loop {
            let part = if options.dry_run { usize::MAX } else { ROWS_AT_ONCE };
            let more = self.import_part(&mut table, batch, part, options, &mut report)?;
            if !more {
                return Ok(report);
            }
            if !progress(report.rows) {
                return Err(AppError::Cancelled);
            }
        }
    }

    /// Imports up to `most` rows in one transaction; returns whether there may be more.
    fn import_part(
        &mut self,
        table: &mut Table,
        batch: uuid::Uuid,
        most: usize,
        options: &ImportOptions,
        report: &mut ImportReport,
    ) -> Result<bool, AppError> {
        let mut checked = Vec::new();
        let mut more = true;
        while checked.len() < most {
            let Some(row) = table.next_row()? else {
                more = false;
                break;
            };
            report.rows += 1;
            match self.check_row(&row, &report.source) {
                Ok(complaint) => checked.push(complaint),
                Err(refusals) => {
                    report.refused += 1;
                    if report.refusals.len() < REFUSALS_KEPT {
                        report.refusals.push(RowRefusal { line: row.line, refusals });
                    }
                }
            }
        }
        let clock = self.clock;
        let written = self.book.write(clock.milliseconds(), |door| {
            for row in &checked {
                write_row(door, row, clock, batch, options.update, report)?;
            }
            if options.dry_run { Err(RolledBack::OnPurpose) } else { Ok(()) }
        });
        match written {
            Ok(()) | Err(RolledBack::OnPurpose) => Ok(more),
            Err(RolledBack::Failed(error)) => Err(error),
        }
    }

    fn check_row(&mut self, row: &Row, source: &str) -> Result<Checked, Vec<Refusal>> {
        let today = self.today();
        let now = self.clock.now();
        let recorded_at = recorded_at(&row.draft, now);
        let (mut complaint, _) = row.draft.check(&self.names(), today)?;
        let recorded_at = recorded_at.map_err(|refusal| vec![refusal])?;
        let id = [Column::SourceId, Column::Number, Column::Id]
            .into_iter()
            .map(|column| row.draft.get(column).trim())
            .find(|id| !id.is_empty())
            .map_or_else(|| self.book.keyed_digest(&row.digest), str::to_owned);
        complaint.record.source = Some(Source { name: source.to_owned(), id });
        complaint.identity.row_digest = Some(row.digest.clone());
        Ok(Checked { complaint, recorded_at, columns: row.columns.clone() })
    }
}

/// A row that may be taken.
struct Checked {
    complaint: Complaint,
    recorded_at: DateTime<FixedOffset>,
    /// The columns that the table has: an update touches no others.
    columns: Arc<Vec<Column>>,
}

/// Why a part was not committed.
enum RolledBack {
    OnPurpose,
    Failed(AppError),
}

impl<E: Into<AppError>> From<E> for RolledBack {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

fn write_row(
    door: &mut Door<'_>,
    row: &Checked,
    clock: Clock,
    batch: uuid::Uuid,
    update: bool,
    report: &mut ImportReport,
) -> Result<(), AppError> {
    let Some(source) = &row.complaint.record.source else {
        return Ok(());
    };
    match door.imported(&source.name, &source.id)? {
        None => {
            let number = fresh_number(door)?;
            append_case(door, &number, &row.complaint, row.recorded_at, clock.new_id(), batch)?;
            report.added += 1;
        }
        Some((_, digest)) if digest.is_none() || digest == row.complaint.identity.row_digest => {
            report.unchanged += 1;
        }
        Some((subject, _)) if update => {
            update_case(door, subject, row, clock, batch)?;
            report.updated += 1;
        }
        Some(_) => report.changed += 1,
    }
    Ok(())
}

/// Takes a changed row as a correction: of the columns that the table has, and no wider a
/// consent than stands, for a member may have taken it back since.
fn update_case(
    door: &mut Door<'_>,
    subject: uuid::Uuid,
    row: &Checked,
    clock: Clock,
    batch: uuid::Uuid,
) -> Result<(), AppError> {
    let Some(folded) = door.folded(subject)? else {
        return Ok(());
    };
    let told = Draft::of(&row.complaint);
    let narrowed = row.complaint.record.consent.intersection(&folded.case.record.consent);
    let consent: Vec<String> = narrowed.map(ToString::to_string).collect();
    let changes: Vec<(Column, String)> = row
        .columns
        .iter()
        .filter(|column| !column.is_given_by_the_book())
        .filter(|column| !matches!(column, Column::SourceId | Column::RecordedAt))
        .filter(|column| !(folded.case.erased && column.is_erasable()))
        // A number that was shown masked reads as none, and says nothing.
        .filter(|column| **column != Column::MemberNssfNumber || !told.get(**column).is_empty())
        .map(|column| match column {
            Column::Consent => (*column, consent.join(";")),
            column => (*column, told.get(*column).to_owned()),
        })
        .collect();
    // With the digest of the row as it is now, so that it is not taken for changed again.
    let row_digest = row.complaint.identity.row_digest.clone();
    append_changes(door, &folded, &changes, row_digest, clock.now().date_naive(), batch).map(|_| ())
}

/// When a row says that it was recorded; now, where it does not.
fn recorded_at(draft: &Draft, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, Refusal> {
    let text = draft.get(Column::RecordedAt).trim();
    if text.is_empty() {
        return Ok(now);
    }
    let refused =
        |reason: date::BadDate| Refusal { column: Column::RecordedAt, reason: Reason::Date(reason) };
    let moment = match DateTime::parse_from_rfc3339(text) {
        Ok(moment) => moment,
        Err(_) => date::parse(text)
            .map_err(refused)?
            .and_hms_opt(12, 0, 0)
            .and_then(|noon| now.offset().from_local_datetime(&noon).single())
            .unwrap_or(now),
    };
    // On the day of the import the noon of a bare date may still lie ahead.
    if moment.date_naive() > now.date_naive() {
        return Err(refused(date::BadDate::Future(moment.date_naive())));
    }
    Ok(moment.min(now))
}
