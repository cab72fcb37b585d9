//! What can be asked in an open transaction, before something is appended.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::{Batch, Door, log};
use crate::book::numbers::{self, TakenNumbers};
use crate::book::{BookError, joined, runs};
use crate::domain::case::Identity;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::number::CaseNumber;

impl Door<'_> {
    /// The facility with that identifier.
    pub fn facility(&self, id: &FacilityId) -> Option<std::sync::Arc<Facility>> {
        self.facilities.get(id)
    }

    /// Whether a case has that number already.
    pub fn number_is_taken(&self, number: &CaseNumber) -> Result<bool, BookError> {
        let mut newest = self.newest_numbers.borrow_mut();
        numbers::is_indexed(self.connection, number)
            .and_then(|is_taken| Ok(is_taken || newest.have(self.connection, number)?))
            .map_err(|e| self.error(e))
    }

    /// Brings up to date which numbers are taken, for [`Door::takes_number`].
    pub fn catch_up(&self, taken: &mut TakenNumbers) -> Result<(), BookError> {
        taken.catch_up(self.connection).map_err(|e| self.error(e))
    }

    /// No other program wrote since [`Door::catch_up`]: what was taken since is known.
    pub fn has_caught_up(&self, taken: &mut TakenNumbers) -> Result<(), BookError> {
        taken.are_up_to_date(self.connection).map_err(|e| self.error(e))
    }

    /// Takes a number for a new case; `false` where a case has it already. As [`Door::number_is_taken`], for many.
    pub fn takes_number(&self, number: &CaseNumber, taken: &mut TakenNumbers) -> Result<bool, BookError> {
        Ok(!taken.take(number) || !self.number_is_taken(number)?)
    }

    /// The case imported from that row of that source, with the digest of the row
    /// where it was not erased.
    pub fn imported(&self, source: &str, id: &str) -> Result<Option<(Uuid, Option<String>)>, BookError> {
        let found: Option<([u8; 16], Option<i64>)> = self
            .transaction
            .prepare_cached(
                "SELECT id, identity_entry FROM cases WHERE source = ?1 AND source_id = ?2 ORDER BY number LIMIT 1",
            )
            .and_then(|mut statement| {
                statement.query_row((source, id), |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(|e| self.error(e))?;
        let Some((case, entry)) = found else {
            // One that was joined into another has no row here, and is not taken anew.
            let joined = joined::imported(&self.transaction, source, id).map_err(|e| self.error(e))?;
            let folded = joined.map(|case| self.folded(case)).transpose()?.flatten();
            let read =
                |folded: crate::domain::fold::Folded| Ok((folded.case.id, self.parts(&folded)?.0.row_digest));
            return folded.map(read).transpose();
        };
        let part = entry
            .map(|row| log::part(&self.transaction, log::PartColumn::Identity, row))
            .transpose()
            .map_err(|e| self.error(e))?;
        let identity = part.flatten().and_then(|bytes| serde_json::from_slice::<Identity>(&bytes).ok());
        Ok(Some((Uuid::from_bytes(case), identity.and_then(|identity| identity.row_digest))))
    }

    /// The note beside an attachment, where there is one and it was not erased.
    pub fn note_of(
        &self,
        attachment: &crate::domain::attachment::Attachment,
    ) -> Result<Option<Vec<u8>>, BookError> {
        let row = attachment.entry().map(|id| runs::row_of(&self.transaction, id)).transpose();
        let row = row.map_err(|e| self.error(e))?.flatten();
        let note = row.map(|row| log::part(&self.transaction, log::PartColumn::Narrative, row)).transpose();
        Ok(note.map_err(|e| self.error(e))?.flatten())
    }

    /// The identifiers under which observations were imported from a source.
    pub fn observed(&self, source: &str) -> Result<std::collections::HashSet<String>, BookError> {
        let read = || -> rusqlite::Result<_> {
            let sql = "SELECT source_id FROM observation WHERE source = ?1";
            let mut statement = self.transaction.prepare_cached(sql)?;
            statement.query_map([source], |row| row.get(0))?.collect()
        };
        read().map_err(|e| self.error(e))
    }

    /// The last of the identifiers, in the order of their bytes, under which cases were
    /// imported from a source: a row with a later one was not imported.
    pub fn last_imported(&self, source: &str) -> Result<Option<String>, BookError> {
        self.transaction
            .prepare_cached(
                "SELECT max(last) FROM (SELECT max(source_id) AS last FROM cases WHERE source = ?1
                 UNION ALL SELECT max(source_id) FROM joined_case WHERE source = ?1)",
            )
            .and_then(|mut statement| statement.query_row([source], |row| row.get(0)))
            .map_err(|e| self.error(e))
    }

    /// The case with that UUID as it stands in this transaction.
    pub fn folded(&self, subject: Uuid) -> Result<Option<crate::domain::fold::Folded>, BookError> {
        let entries = log::of_subject(&self.transaction, subject).map_err(|e| self.error(e))?;
        Ok(crate::domain::fold::fold(subject, &entries))
    }

    /// Identity and narrative of a folded case, where they are here.
    pub fn parts(
        &self,
        folded: &crate::domain::fold::Folded,
    ) -> Result<(Identity, Option<String>), BookError> {
        let part =
            |column, entry| log::part_of(&self.transaction, column, entry).map_err(|error| self.error(error));
        let narrative = part(log::PartColumn::Narrative, folded.narrative)?;
        Ok((
            log::identity_in(part(log::PartColumn::Identity, folded.identity)?),
            narrative.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        ))
    }

    /// The UUID of the case with that number.
    pub fn subject_of(&self, number: &CaseNumber) -> Result<Uuid, BookError> {
        let row = numbers::row_of(self.connection, number).map_err(|e| self.error(e))?;
        self.transaction
            .prepare_cached("SELECT id FROM cases WHERE number = ?1")
            .and_then(|mut statement| statement.query_row([row], |row| row.get(0)).optional())
            .map_err(|e| self.error(e))?
            .map(Uuid::from_bytes)
            .map_or_else(|| Err(self.not_found(number)), Ok)
    }

    /// Why no case stands under a number.
    fn not_found(&self, number: &CaseNumber) -> BookError {
        match joined::found(&self.transaction, number) {
            Ok(Some((_, into))) => BookError::Joined(number.clone(), into),
            Ok(None) => BookError::NoSuchCase(number.clone()),
            Err(error) => self.error(error),
        }
    }

    /// The UUID of the case that was ever logged under that number, even if that was taken
    /// back since: what was told then still lies in the log.
    pub fn subject_ever(&self, number: &CaseNumber) -> Result<Uuid, BookError> {
        match self.subject_of(number) {
            Err(BookError::NoSuchCase(_)) => {}
            Err(BookError::Joined(..)) => {
                let found = joined::found(&self.transaction, number).map_err(|e| self.error(e))?;
                return found.map(|(id, _)| id).ok_or_else(|| BookError::NoSuchCase(number.clone()));
            }
            found => return found,
        }
        let quoted = format!("\"number\":\"{number}\"");
        log::logged_with(&self.transaction, &quoted)
            .map_err(|e| self.error(e))?
            .ok_or_else(|| BookError::NoSuchCase(number.clone()))
    }

    /// The newest batch of this origin that can still be taken back, with what it did.
    ///
    /// # Errors
    /// [`BookError::ErasedLast`] where an erasure is what was done last.
    pub fn last_undoable(&self) -> Result<Option<Batch>, BookError> {
        if self.origin.number == 0 {
            return Ok(None);
        }
        crate::book::undo::undoable(&self.transaction, self.origin.number, self.path)
    }
}
