//! Imports: rows of a table become cases. The same row of the same source is taken
//! once; a row that changed since is reported, and taken as a correction when asked.
//!
//! Two threads share the work: one reads rows, checks them and makes their entries ready
//! ([`read`]), the other appends them, in transactions of many rows ([`mod@write`]). What an officer decided of a table's
//! columns and of names of facilities is remembered in the book ([`remember`]).

mod elsewhere;
mod facilities;
mod notices;
mod observe;
mod read;
mod remember;
mod said;
mod survey;
mod words;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{channel, sync_channel};

use chrono::NaiveDate;
use serde::Serialize;

use super::refused::{RefusedRows, RefusedTo};
use super::{AppError, Session};
use crate::book::{Randomness, TakenNumbers};
use crate::domain::column::Column;
use crate::domain::draft::{BadJson, Refusal};
use crate::domain::text::compact;
use crate::i18n::{Lang, Speak};
use crate::intake::{Heading, Layout, Mapping, Rows, Says, Table};

use elsewhere::Others;
use notices::Notices;
use read::Readings;
use write::Writing;

pub(in crate::app) use facilities::decided_name;
pub use notices::{Noticed, Oddity};
pub use remember::Remembrance;
pub use said::mapping_said;
pub use survey::{Doubtful, Survey, UnknownWord};

/// How an import is done.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// What the source is called; the file's name where not given.
    pub source: Option<String>,
    /// Nothing is written; the report says what would happen.
    pub dry_run: bool,
    /// Rows that changed since they were imported are taken as corrections.
    pub update: bool,
    /// What an officer said of the columns; what is remembered of such a table holds where this says nothing.
    pub mapping: Mapping,
    /// What the rows become.
    pub rows: Rows,
    /// Whether headers count that are only like a known name. Somebody should have looked at them: a column of names that
    /// is taken for one of employers would leave the book.
    pub takes_guesses: bool,
    /// Whether the mapping is remembered for tables with the same headers, and what it says of names for all tables.
    pub remembers: bool,
    /// Names on which what is remembered does not hold any more, as they stand there.
    pub forgotten: BTreeSet<String>,
    /// Where refused rows go, with their reasons; nowhere where none is named.
    pub refused: Option<RefusedTo>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Rows taken so far.
    pub rows: usize,
    /// Of how many; of a workbook a few more than there are.
    pub total: u64,
}

/// Why a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblem {
    /// A field.
    Field(Refusal),
    /// It is an element of JSON that is no case.
    Json(BadJson),
    /// So many of its cells have no header: a separator stands in it that is none.
    Beyond(usize),
    /// Its identifier is that of a row before it that says something else.
    IdTwice {
        /// The identifier.
        id: String,
        /// The line of the row before it.
        line: u64,
    },
}

impl Speak for RowProblem {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Field(refusal) => refusal.what(lang),
            Self::Json(error) => error.what(lang),
            Self::Beyond(cells) => words::beyond(lang, *cells),
            Self::IdTwice { id, line } => words::id_twice(lang, id, *line),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Field(refusal) => refusal.hint(lang),
            Self::Json(error) => error.hint(lang),
            Self::Beyond(_) => Some(words::beyond_hint(lang).to_owned()),
            Self::IdTwice { .. } => Some(words::id_twice_hint(lang).to_owned()),
        }
    }
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRefusal {
    /// Its line in the file.
    pub line: u64,
    /// All that is wrong with it.
    pub problems: Vec<RowProblem>,
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
    /// What of the rows that were added or corrected is worth a second look.
    #[serde(skip)]
    pub noticed: Vec<Noticed>,
    /// Whether nothing was written on purpose.
    pub dry_run: bool,
    /// Whether it was stopped before the end of the table.
    pub stopped: bool,
    /// Rows that came word for word from other tables before.
    pub elsewhere: Vec<Elsewhere>,
    /// One of its dates with the day that it was read as, where nothing tells whether the day or the month comes first.
    pub open_date: Option<(String, NaiveDate)>,
    /// Whether a spreadsheet may have swapped day and month in some of its dates.
    pub may_have_swapped_dates: bool,
    /// The line of its headers, where something else stands above them.
    pub headers_below: Option<u64>,
    /// Whether its column of waits was read in hours.
    pub waits_in_hours: bool,
    /// Headers that the mapping names and the table does not have.
    pub lacking: Vec<String>,
    /// Headers that are none of ours.
    pub unknown_columns: Vec<String>,
    /// Sheets of a workbook that hold something and were not read: the first is.
    pub unread_sheets: Vec<String>,
    /// What of its mapping was not told but remembered; of names those that its rows have.
    #[serde(skip)]
    pub recalled: Mapping,
    /// Whether what was said of it is remembered from now on.
    pub remembered: bool,
    /// Where the refused rows went.
    pub refused_file: Option<PathBuf>,
    /// The refused rows with their reasons, the first thousand of them.
    #[serde(skip)]
    pub refusals: Vec<RowRefusal>,
    /// The row of the newest case before it: what came stands behind.
    #[serde(skip)]
    pub newest_before: i64,
}

/// How many rows came word for word from another table before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// What its source is called.
    pub source: String,
    /// How many.
    pub rows: usize,
}

impl ImportReport {
    /// What the officer is told of rows that were taken, and of decisions that were remembered: a sentence each.
    pub fn told(&self, lang: Lang) -> Vec<String> {
        let noticed = self.noticed.iter().map(|noticed| noticed.said(lang));
        let remembered = self.remembered.then(|| words::remembered(lang).to_owned());
        let recalled = said::recalled(&self.recalled, lang);
        said::of_table(self, lang).into_iter().chain(recalled).chain(noticed).chain(remembered).collect()
    }
}

/// The headers that an officer told of and a table does not have, neither whole nor as the question of a form's choices.
fn lacking(mapping: &Mapping, headers: &[&str]) -> Vec<String> {
    let is_there = |told: &str| {
        let (whole, question) = (compact(told), format!("{told}/"));
        headers.iter().any(|header| compact(header) == whole || header.starts_with(&question))
    };
    mapping.columns.keys().filter(|told| !is_there(told)).cloned().collect()
}

fn refuse_guesses(layout: &Layout) -> Result<(), AppError> {
    let guess = |heading: &Heading| match heading.says {
        Some(Says::Field(column)) => Some((heading.header.clone(), column)),
        _ => None,
    };
    let guesses: Vec<(String, Column)> = layout.guessed().filter_map(guess).collect();
    if guesses.is_empty() { Ok(()) } else { Err(AppError::Guessed(guesses)) }
}

/// How many refused rows are kept with their reasons.
const REFUSALS_KEPT: usize = 1_000;

impl Session {
    /// Imports a table. `progress` is told how far it is, and stops the import by answering `false`; what was written
    /// until then stays, and is passed over when the table is imported again.
    ///
    /// # Errors
    /// A table that cannot be read at all: nothing is written.
    pub fn import(
        &mut self,
        path: &Path,
        options: &ImportOptions,
        mut progress: impl FnMut(Progress) -> bool,
    ) -> Result<ImportReport, AppError> {
        // What makes a file unreadable is found before anything is written.
        let before = self.recollection()?;
        let mut recalled = Mapping::default();
        let mut table =
            Table::open_by(path, options.rows, |headers| before.mapping(headers, options, &mut recalled))?;
        table.layout().check()?;
        if !options.takes_guesses {
            refuse_guesses(table.layout())?;
        }
        let told_source = options.source.clone().or_else(|| table.mapping().source.clone());
        let source = match told_source.or(table.source_name()?) {
            Some(source) => source,
            None => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let mut report = ImportReport {
            source: source.clone(),
            dry_run: options.dry_run,
            unread_sheets: table.unread_sheets().to_vec(),
            unknown_columns: table.layout().unknown().map(str::to_owned).collect(),
            lacking: lacking(&options.mapping, &table.headers()),
            open_date: table.open_date(),
            may_have_swapped_dates: table.may_have_swapped_dates(),
            headers_below: table.headers_below(),
            waits_in_hours: table.layout().waits_in_hours,
            newest_before: self.view().newest_row()?,
            ..ImportReport::default()
        };
        let refused = options.refused.as_ref().filter(|_| !options.dry_run);
        let headers = || table.headers().into_iter().map(str::to_owned).collect();
        let refused = refused.map(|to| RefusedRows::new(to, headers(), &source, self.settings.lang));
        // Before the rows: an import that is broken off asks nothing twice.
        if options.remembers && !options.dry_run {
            let mapping = table.mapping().clone();
            report.remembered = self.remember(&table.headers(), &source, &mapping, options)?;
        }
        let (before, others): (Vec<_>, Vec<_>) =
            self.imported_before(&table.headers())?.into_iter().partition(|known| known.source == source);
        if let Some(before) = before.first() {
            table.identify_by(before.identifying());
        }
        if !options.dry_run {
            self.remember_imported(&table.headers(), &source, table.identifying())?;
        }
        let (total, batch) = (table.total(), self.clock.new_id());
        let readings = Readings::new(self, table, source, batch, options.rows);
        let (spent, back) = channel();
        let mut writing = Writing {
            clock: self.clock,
            batch,
            options,
            random: Randomness::default(),
            report: &mut report,
            last: None,
            taken: TakenNumbers::default(),
            observed: None,
            notices: Notices::default(),
            others: Others::of(others),
            refused: refused.transpose()?,
            spent,
        };
        let used = std::thread::scope(|scope| {
            let (send, receive) = sync_channel(read::AHEAD);
            let reading = scope.spawn(move || readings.send(&send, &back));
            self.book.with_room(options.dry_run, |book| {
                let mut told = |rows| progress(Progress { rows, total });
                while writing.write_part(book, &receive, &mut told)? {}
                Ok::<_, AppError>(())
            })?;
            // It waits for nobody who would take more.
            drop(receive);
            Ok::<_, AppError>(reading.join().unwrap_or_default())
        })?;
        let Writing { refused, notices, others, .. } = writing;
        report.noticed = notices.all();
        report.elsewhere = others.found();
        recalled.facilities.retain(|name, _| used.contains_key(name));
        report.recalled = recalled;
        if let Some(refused) = refused {
            report.refused_file = refused.put()?;
        }
        Ok(report)
    }
}
