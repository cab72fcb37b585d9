//! What the thread that writes does for the form: it knows which draft of the book belongs to which form, so that the
//! form needs no names and a late request never touches the draft of the next one.

use uuid::Uuid;

use super::Writer;
use crate::app::{AppError, Logged};
use crate::book::BookError;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Unfinished};
use crate::domain::facility::FacilityId;
use crate::tui::effect::{DraftTakenUp, Generation, Kept, MessageRead};

fn is_gone(error: &AppError) -> bool {
    matches!(error, AppError::Book(BookError::DraftGone))
}

impl Writer {
    /// Keeps what a form holds. Where a program beside this one took its draft, it is kept as another: what was typed
    /// here is on no account lost.
    pub(super) fn keep_draft(&mut self, form: Generation, unfinished: &Unfinished) -> Result<Kept, AppError> {
        let new = self.start.clock.new_id();
        let id = *self.forms.entry(form).or_insert(new);
        match self.with(|session| session.keep_draft(id, unfinished, None)) {
            Err(error) if is_gone(&error) => {
                let id = self.start.clock.new_id();
                self.forms.insert(form, id);
                self.with(|session| session.keep_draft(id, unfinished, None)).map(|()| Kept::Anew)
            }
            kept => kept.map(|()| Kept::AsItWas),
        }
    }

    pub(super) fn take_up_draft(&mut self, id: Uuid, form: Generation) -> Result<DraftTakenUp, AppError> {
        let taken = self.with(|session| {
            session.book.refresh()?;
            let draft = session.take_up_draft(id)?;
            let facility: Option<FacilityId> = draft.form.draft.get(Column::Facility).parse().ok();
            let facility = facility.and_then(|id| session.facilities().get(&id));
            Ok(DraftTakenUp { draft, facility: facility.map(|facility| facility.as_ref().clone()) })
        })?;
        self.forms.insert(form, id);
        Ok(taken)
    }

    /// Reads a message; its facility is looked up for the form.
    pub(super) fn read_message(&mut self, text: &str) -> Result<MessageRead, AppError> {
        self.with(|session| {
            let form = session.read_message(text)?.draft();
            let facility: Option<FacilityId> = form.draft.get(Column::Facility).parse().ok();
            let facility = facility.and_then(|id| session.facilities().get(&id));
            Ok(MessageRead { form, facility: facility.map(|facility| facility.as_ref().clone()) })
        })
    }

    pub(super) fn drop_draft(&mut self, form: Generation) -> Result<(), AppError> {
        match self.forms.remove(&form) {
            Some(id) => self.with(|session| session.drop_draft(id)),
            None => Ok(()),
        }
    }

    /// Logs the case of a form; its draft goes with it.
    pub(super) fn log(&mut self, draft: &Draft, form: Generation) -> Result<Logged, AppError> {
        let kept = self.forms.get(&form).copied();
        let logged = self.with(|session| match kept {
            Some(id) => session.log_draft(id, draft),
            None => session.log(draft),
        });
        // Logged with its draft; or that is gone, and what is in the form is a case of its own from now on.
        if logged.as_ref().map_or_else(is_gone, |_| true) {
            self.forms.remove(&form);
        }
        logged
    }
}
