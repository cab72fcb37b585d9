//! The writing half of an import: what was made ready is appended, many rows in one
//! transaction.

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, Sender};

use uuid::Uuid;

use super::elsewhere::Others;
use super::notices::Notices;
use super::read::{Checked, Reading};
use super::{ImportOptions, ImportReport, REFUSALS_KEPT};
use crate::app::log::{append_changes, fresh_number};
use crate::app::refused::{RefusedRows, reasons};
use crate::app::{AppError, Clock};
use crate::book::{Book, Door, NewCase, Randomness, TakenNumbers};
use crate::domain::column::Column;
use crate::domain::draft::Draft;

/// How many rows are written in one transaction, of which a killed import loses at most the last, and takes its rows up
/// when run again. Many, because pages that many rows share are then encrypted once; but other programs that would
/// write wait for its end, some seconds. Tests have several with fewer rows.
const ROWS_AT_ONCE: usize = if cfg!(test) { 40_000 } else { 100_000 };

/// What an import writes with.
pub(super) struct Writing<'import> {
    pub clock: Clock,
    pub batch: Uuid,
    pub options: &'import ImportOptions,
    pub random: Randomness,
    pub report: &'import mut ImportReport,
    pub taken: TakenNumbers,
    /// The identifiers of the source's observations, once asked for.
    pub observed: Option<HashSet<String>>,
    /// What of the rows that are taken is worth a second look.
    pub notices: Notices,
    /// Tables with the same headers that came before.
    pub others: Others,
    /// Where refused rows go.
    pub refused: Option<RefusedRows>,
    /// The last identifier of the source's cases in the book, as of this transaction.
    pub last: Option<String>,
    /// Where rows go that were written: the thread that made them frees them in a fraction of the time.
    pub spent: Sender<Reading>,
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

impl Writing<'_> {
    /// Takes rows and writes them in one transaction; returns whether there may be more. `progress` is told how many
    /// rows were taken so far, and ends the part by answering `false`: what it has is written.
    pub fn write_part(
        &mut self,
        book: &mut Book,
        readings: &Receiver<Result<Reading, AppError>>,
        progress: &mut impl FnMut(usize) -> bool,
    ) -> Result<bool, AppError> {
        // The first rows of a part may be a while in coming: nobody is locked out for them.
        let Ok(first) = readings.recv() else {
            return Ok(false);
        };
        let mut next = Some(first);
        let dry = self.options.dry_run;
        let most = if dry { usize::MAX } else { self.report.rows.saturating_add(ROWS_AT_ONCE) };
        let mut goes_on = true;
        let written = book.write(self.clock.milliseconds(), |door| {
            self.last = door.last_imported(&self.report.source)?;
            door.catch_up(&mut self.taken)?;
            while let Some(reading) = next.take() {
                self.write(door, reading?)?;
                goes_on = progress(self.report.rows);
                if goes_on && self.report.rows < most {
                    next = readings.recv().ok();
                }
            }
            door.has_caught_up(&mut self.taken)?;
            if dry { Err(RolledBack::OnPurpose) } else { Ok(()) }
        });
        match written {
            Ok(()) | Err(RolledBack::OnPurpose) if !goes_on => {
                self.report.stopped = true;
                Ok(false)
            }
            Ok(()) => Ok(true),
            Err(RolledBack::OnPurpose) => Ok(false),
            Err(RolledBack::Failed(error)) => Err(error),
        }
    }

    fn write(&mut self, door: &mut Door<'_>, mut reading: Reading) -> Result<(), AppError> {
        self.report.rows += reading.rows;
        self.report.refused += reading.refused.len();
        let room = REFUSALS_KEPT.saturating_sub(self.report.refusals.len());
        if let Some(file) = &mut self.refused {
            for (refusal, cells) in &reading.refused {
                let reasons = reasons(refusal.problems.iter(), file.lang());
                file.write(|place| cells.get(place), reasons)?;
            }
        }
        self.report.refusals.extend(reading.refused.drain(..).take(room).map(|(refusal, _)| refusal));
        self.observe(door, std::mem::take(&mut reading.observed))?;
        // Tables mostly count their rows upwards: then nothing needs to be looked up.
        let before = self.last.take();
        let is_new = |id: &str| reading.are_distinct && before.as_ref().is_none_or(|last| last.as_str() < id);
        for row in &mut reading.checked {
            let is_new = row.case.record().source.as_ref().is_some_and(|source| is_new(&source.id));
            self.write_row(door, row, is_new)?;
        }
        self.last = before.max(reading.last_id.take());
        // Behind the end of the table nobody takes them back.
        let _ = self.spent.send(reading);
        Ok(())
    }

    fn write_row(&mut self, door: &mut Door<'_>, row: &mut Checked, is_new: bool) -> Result<(), AppError> {
        let Some(source) = &row.case.record().source else {
            return Ok(());
        };
        // An export of this very book comes back: names and stories may be struck in it, so it corrects nothing.
        if let Some(exported) = row.exported
            && door.folded(exported)?.is_some()
        {
            self.report.unchanged += 1;
            return Ok(());
        }
        let known = if is_new { None } else { door.imported(&source.name, &source.id)? };
        match known {
            None => {
                let digest = row.case.identity().row_digest.as_deref();
                self.others.look_for(door, &source.id, digest)?;
                self.notices.add(&row.notice);
                self.log_case(door, &mut row.case)?;
                self.report.added += 1;
            }
            Some((_, digest)) if digest.is_none() || digest == row.case.identity().row_digest => {
                self.report.unchanged += 1;
            }
            Some((subject, _)) if self.options.update => {
                update_case(door, subject, row, self.clock, self.batch)?;
                self.notices.add(&row.notice);
                self.report.updated += 1;
            }
            Some(_) => self.report.changed += 1,
        }
        Ok(())
    }

    fn log_case(&mut self, door: &mut Door<'_>, case: &mut NewCase) -> Result<(), AppError> {
        while !door.takes_number(case.number(), &mut self.taken)? {
            case.renumber(fresh_number(door, &mut self.random)?, &mut self.random)?;
        }
        Ok(door.log_case(case)?)
    }
}

/// Takes a changed row as a correction: of the columns that the table has, and no wider a
/// consent than stands, for a member may have taken it back since.
fn update_case(
    door: &mut Door<'_>,
    subject: Uuid,
    row: &Checked,
    clock: Clock,
    batch: Uuid,
) -> Result<(), AppError> {
    let Some(folded) = door.folded(subject)? else {
        return Ok(());
    };
    let complaint = row.case.complaint();
    let told = Draft::of(&complaint);
    let narrowed = complaint.record.consent.intersection(&folded.case.record.consent);
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
    let row_digest = complaint.identity.row_digest;
    append_changes(door, &folded, &changes, row_digest, clock.now().date_naive(), batch).map(|_| ())
}
