//! Taking back what this desk did last, and saying beforehand what that is.

use chrono::{DateTime, FixedOffset};
use serde_json::json;
use uuid::Uuid;

use super::history::{fields_of, moment};
use super::log::plain;
use super::{AppError, Session};
use crate::book::Batch;
use crate::domain::draft::Unfinished;
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityMerged;
use crate::domain::fold::{Seen, fold};
use crate::domain::number::CaseNumber;

/// So many cases are named of what touched more.
const NAMED: usize = 3;

/// Among so many that were touched.
const LOOKED_AT: usize = 8;

/// What one undo takes back, as an officer would call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDone {
    /// The batch of entries.
    pub batch: Uuid,
    /// The kinds of things that happened in it, each once, in order.
    pub kinds: Vec<Kind>,
    /// How many cases (or facilities) it touched.
    pub subjects: usize,
    /// The case, where it touched only one.
    pub number: Option<CaseNumber>,
    /// The first few cases that it touched.
    pub first: Vec<CaseNumber>,
    /// Which facility was said to be which other one.
    pub merged: Option<FacilityMerged>,
    /// The fields that a correction of this one case changed, by their names in the record.
    pub fields: Vec<String>,
    /// When it was done, on the clock of the desk.
    pub at: Option<DateTime<FixedOffset>>,
    /// The draft that holds what was taken back, where that was the logging of one case.
    pub draft: Option<Uuid>,
}

impl Session {
    /// What an undo would take back now.
    pub fn last_done(&self) -> Result<LastDone, AppError> {
        let batch = self.book.last_undoable()?.ok_or(AppError::NothingToUndo)?;
        self.describe(&batch)
    }

    fn describe(&self, batch: &Batch) -> Result<LastDone, AppError> {
        let mut kinds = Vec::new();
        for (kind, _) in &batch.entries {
            if !kinds.contains(kind) {
                kinds.push(kind.clone());
            }
        }
        let subjects = subjects(batch);
        let mut done = LastDone {
            batch: batch.id,
            kinds,
            subjects: subjects.len(),
            number: None,
            first: Vec::new(),
            merged: None,
            fields: Vec::new(),
            at: None,
            draft: None,
        };
        self.describe_several(batch, &subjects, &mut done)?;
        // Of an import, the first case tells the time.
        let Some(first) = subjects.first() else {
            return Ok(done);
        };
        let entries = self.view().entries_of(*first)?;
        let written = entries.iter().filter(|entry| entry.header.batch == batch.id);
        for entry in written {
            done.at = done.at.or_else(|| moment(entry.header.at, *self.clock.now().offset()));
            done.fields.extend(fields_of(entry));
        }
        if done.subjects == 1 {
            done.number = fold(*first, &entries).map(|folded| folded.case.number);
        } else {
            done.fields.clear();
        }
        Ok(done)
    }

    /// Which cases, and which facilities: a count alone says nothing.
    fn describe_several(
        &self,
        batch: &Batch,
        subjects: &[Uuid],
        done: &mut LastDone,
    ) -> Result<(), AppError> {
        let view = self.view();
        // Of an import few are looked at; what is none of cases has fewer subjects than that.
        for subject in subjects.iter().take(LOOKED_AT) {
            if done.first.len() == NAMED {
                break;
            }
            let folded = fold(*subject, &view.entries_of(*subject)?);
            done.first.extend(folded.map(|folded| folded.case.number));
        }
        let is_merge = |(kind, _): &&(Kind, Uuid)| *kind == Kind::FacilityMerged;
        if let Some((_, subject)) = batch.entries.iter().find(is_merge) {
            let entries = view.entries_of(*subject)?;
            let of_this =
                |seen: &&Seen| seen.header.batch == batch.id && seen.header.kind == Kind::FacilityMerged;
            let body = entries.iter().find(of_this).and_then(|seen| seen.body.as_deref());
            done.merged = body.and_then(|body| serde_json::from_slice(body).ok());
        }
        Ok(())
    }

    /// Takes back what this desk did last: one edit, one import.
    pub fn undo(&mut self) -> Result<Batch, AppError> {
        self.take_back(None)
    }

    /// The same, where it is this batch.
    ///
    /// # Errors
    /// [`AppError::DoneSince`] where something else was done since.
    pub fn undo_only(&mut self, batch: Uuid) -> Result<Batch, AppError> {
        self.take_back(Some(batch))
    }

    /// The same, and says what it was. Where `expected` names a batch, only that one is taken back: nobody may
    /// agree to one thing and get another.
    ///
    /// # Errors
    /// [`AppError::DoneSince`] where something else was done since.
    pub fn undo_expected(&mut self, expected: Option<Uuid>) -> Result<LastDone, AppError> {
        let done = self.last_done()?;
        if expected.is_some_and(|expected| expected != done.batch) {
            return Err(AppError::DoneSince);
        }
        let draft = self.keep_for_again(&done)?;
        if let Err(error) = self.take_back(Some(done.batch)) {
            if let Some(draft) = draft {
                self.drop_draft(draft)?;
            }
            return Err(error);
        }
        Ok(LastDone { draft, ..done })
    }

    /// A case whose logging is about to be taken back waits as a draft: most often something was to be put right,
    /// and what was typed must not have to be typed again.
    fn keep_for_again(&mut self, done: &LastDone) -> Result<Option<Uuid>, AppError> {
        let (Some(number), [Kind::CaseLogged]) = (&done.number, done.kinds.as_slice()) else {
            return Ok(None);
        };
        let form = Unfinished { draft: self.draft_of(number)?, ..Unfinished::default() };
        let id = self.clock.new_id();
        self.keep_draft(id, &form, None)?;
        Ok(Some(id))
    }

    fn take_back(&mut self, expected: Option<Uuid>) -> Result<Batch, AppError> {
        let clock = self.clock;
        self.book.write(clock.milliseconds(), |door| {
            let batch = door.last_undoable()?.ok_or(AppError::NothingToUndo)?;
            if expected.is_some_and(|expected| expected != batch.id) {
                return Err(AppError::DoneSince);
            }
            let own = clock.new_id();
            for subject in subjects(&batch) {
                door.append(plain(Kind::Undone, subject, own, &json!({ "batch": batch.id })))?;
            }
            Ok(batch)
        })
    }
}

/// What a batch touched, each once.
fn subjects(batch: &Batch) -> Vec<Uuid> {
    let mut subjects: Vec<Uuid> = batch.entries.iter().map(|(_, subject)| *subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}
