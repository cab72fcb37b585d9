//! A message that somebody pasted: read with the facilities that the book knows, and kept as a draft. Nothing is logged of
//! it until an officer has confirmed what was read.

use uuid::Uuid;

use super::finder::Names;
use super::{AppError, Session};
use crate::domain::draft::Unfinished;
use crate::domain::facility::Facility;
use crate::intake::message::{self, Known, Message};

impl Known for Names<'_> {
    fn nearest(&self, text: &str) -> Vec<(Facility, u16)> {
        self.search(text, 3)
    }
}

impl Session {
    /// What a message says, as far as it can be read.
    ///
    /// # Errors
    /// [`AppError::EmptyMessage`] where it says nothing.
    pub fn read_message(&mut self, text: &str) -> Result<Message, AppError> {
        if !message::says_something(text) {
            return Err(AppError::EmptyMessage);
        }
        let today = self.today();
        Ok(message::read(text, today, &self.names()))
    }

    /// Keeps what was read of a message as a draft that waits for an officer; returns its name.
    pub fn keep_message(&mut self, form: &Unfinished) -> Result<Uuid, AppError> {
        let id = self.clock.new_id();
        self.keep_draft(id, form, None)?;
        Ok(id)
    }
}
