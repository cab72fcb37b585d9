//! Drafts: keeping what is typed into a form, taking it up again, logging it, throwing it away.

use chrono::{DateTime, FixedOffset, TimeZone};
use uuid::Uuid;

use super::{AppError, Clock, Session};
use crate::book::{BookError, DraftToKeep, StoredDraft, View};
use crate::domain::draft::Unfinished;
use crate::domain::number::CaseNumber;

/// A draft as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    /// Its name.
    pub id: Uuid,
    /// When it was begun.
    pub started_at: DateTime<FixedOffset>,
    /// When it was changed last.
    pub changed_at: DateTime<FixedOffset>,
    /// The case that it would correct; `None` for a new one.
    pub corrects: Option<CaseNumber>,
    /// What was typed.
    pub form: Unfinished,
}

impl KeptDraft {
    fn of(stored: &StoredDraft, clock: Clock) -> Self {
        let now = clock.now();
        let moment = |milliseconds: i64| {
            DateTime::from_timestamp_millis(milliseconds)
                .map_or(now, |moment| now.timezone().from_utc_datetime(&moment.naive_utc()))
        };
        let changed_at = moment(stored.changed_at);
        let mut form = Unfinished::from_json(&stored.payload);
        form.moved(changed_at.date_naive(), now.date_naive());
        Self {
            id: stored.id,
            started_at: moment(stored.started_at),
            changed_at,
            corrects: stored.corrects.clone(),
            form,
        }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        draft_name(self.id)
    }

    /// All drafts of a book, the newest first, through whichever connection.
    pub fn all(view: &View<'_>, clock: Clock) -> Result<Vec<Self>, AppError> {
        Ok(view.drafts()?.iter().map(|stored| Self::of(stored, clock)).collect())
    }
}

/// So many characters of an identifier name a draft.
const NAME: usize = 8;

/// What a draft is called: the end of its identifier, where chance is.
pub fn draft_name(id: Uuid) -> String {
    let id = id.simple().to_string();
    id.get(id.len() - NAME..).unwrap_or(&id).to_owned()
}

impl Session {
    /// Keeps what a form holds, under a name that the form chose. When this returns, it is on the disk. A form that
    /// holds nothing leaves no draft behind.
    ///
    /// # Errors
    /// [`BookError::DraftGone`] where another program changed, logged or dropped
    /// the draft: kept under another name, what was typed is not lost.
    pub fn keep_draft(
        &mut self,
        id: Uuid,
        form: &Unfinished,
        corrects: Option<&CaseNumber>,
    ) -> Result<(), AppError> {
        let seen = self.seen_drafts.get(&id).copied();
        if form.is_empty() {
            return seen.map_or(Ok(()), |seen| self.drop_emptied(id, seen));
        }
        let payload = form.to_json();
        let now_milliseconds = self.clock.milliseconds();
        let kept =
            self.book.keep_draft(DraftToKeep { id, seen, now_milliseconds, corrects, payload: &payload })?;
        self.seen_drafts.insert(id, kept);
        Ok(())
    }

    /// Drops the draft of a form that was emptied. What another program wrote into it meanwhile is not this form's.
    fn drop_emptied(&mut self, id: Uuid, seen: i64) -> Result<(), AppError> {
        match self.book.drop_draft_as_seen(id, seen) {
            Ok(()) | Err(BookError::DraftGone) => {
                self.seen_drafts.remove(&id);
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// All drafts, the newest first.
    pub fn drafts(&self) -> Result<Vec<KeptDraft>, AppError> {
        KeptDraft::all(&self.view(), self.clock)
    }

    /// The draft that a text names: by the end of its identifier, or all of it.
    ///
    /// # Errors
    /// None is called so, or more than one.
    pub fn draft_named(&self, text: &str) -> Result<KeptDraft, AppError> {
        let asked = text.trim().replace('-', "").to_lowercase();
        let mut drafts = self.drafts()?;
        drafts.retain(|draft| !asked.is_empty() && draft.id.simple().to_string().ends_with(&asked));
        match (drafts.pop(), drafts.is_empty()) {
            (Some(draft), true) => Ok(draft),
            (None, _) => Err(AppError::NoSuchDraft(text.to_owned())),
            _ => Err(AppError::SeveralDrafts(text.to_owned())),
        }
    }

    /// Takes a draft up again: from now on it can be kept and logged from here.
    pub fn take_up_draft(&mut self, id: Uuid) -> Result<KeptDraft, AppError> {
        let stored = self.view().draft(id)?;
        self.seen_drafts.insert(id, stored.revision);
        Ok(KeptDraft::of(&stored, self.clock))
    }

    /// Throws a draft away. In the book nothing of it is left.
    pub fn drop_draft(&mut self, id: Uuid) -> Result<(), AppError> {
        self.book.drop_draft(id)?;
        self.seen_drafts.remove(&id);
        Ok(())
    }
}
