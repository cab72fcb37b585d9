//! Imports: rows of a table become cases. The same row of the same source is taken
//! once; a row that changed since is reported, and taken as a correction when asked.
//!
//! Two threads share the work: one reads rows, checks them and makes their entries ready
//! ([`read`]), the other appends them, in transactions of many rows ([`mod@write`]).

mod read;
mod write;

use std::path::Path;
use std::sync::mpsc::sync_channel;

use serde::Serialize;

use super::{AppError, Session};
use crate::book::{Randomness, TakenNumbers};
use crate::domain::draft::Refusal;
use crate::intake::{Dates, Table};

use read::Readings;
use write::Writing;

/// How an import is done.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// What the source is called; the file's name where not given.
    pub source: Option<String>,
    /// Nothing is written; the report says what would happen.
    pub dry_run: bool,
    /// Rows that changed since they were imported are taken as corrections.
    pub update: bool,
    /// Which comes first in its dates; `None` for the day, unless they cannot be meant so.
    pub dates: Option<Dates>,
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
    /// Imports a table. `progress` is told how many rows were taken so far, and stops
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
        // What makes a file unreadable is found before anything is written.
        let mut table = Table::open(path, options.dates)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = options.source.clone().unwrap_or(name);
        let mut report = ImportReport {
            source: source.clone(),
            dry_run: options.dry_run,
            unknown_columns: std::mem::take(&mut table.unknown),
            ..ImportReport::default()
        };
        let batch = self.clock.new_id();
        let readings = Readings::new(self, table, source, batch);
        let mut writing = Writing {
            clock: self.clock,
            batch,
            options,
            random: Randomness::default(),
            report: &mut report,
            last: None,
            taken: TakenNumbers::default(),
        };
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel(read::AHEAD);
            scope.spawn(move || readings.send(&send));
            self.book.with_room(options.dry_run, |book| {
                while writing.write_part(book, &receive, &mut progress)? {}
                Ok::<_, AppError>(())
            })
        })?;
        Ok(report)
    }
}
