//! Following up: what is raised with parties, what they reply and promise, telling the member, closing, and what all of this
//! adds up to. Each use case once, for both faces.

mod agenda;
mod cards;
mod demands;
mod error;
mod gate_words;
mod on_case;
mod parties;
mod process;
mod promises;
mod raise;
mod replies;
mod sight;
mod slip;
mod slip_words;
mod tell;
mod words;

use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

pub use agenda::{Agenda, Task, TaskKind, calendar_file};
pub use cards::{Both, Card, Sourced, ToCall};
pub use error::FollowError;
pub use on_case::{DemandView, OnCase, RaisedView};
pub use parties::{HOTLINES, PartyKnown, Rung};
pub use process::{Process, ProcessBy, ProcessGroup, ProcessRequest, Share};
pub use promises::{Judgement, NewPromise, PromiseView, REMIND};
pub use raise::{Candidate, NewSubmission, Raisable, Whether, WhyNot};
pub use replies::{NewReply, SubmissionView, Turned};
pub use sight::Sight;
pub use tell::{Call, Reached};

use super::{AppError, Session};
use crate::domain::handle::{Handle, HandleKind};
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::submission::{FileMark, Submission};
use crate::domain::{date, digits};

impl Session {
    /// A day on which something happened: not ahead, not in another age.
    pub fn happened_on(&self, on: NaiveDate) -> Result<NaiveDate, AppError> {
        date::check_visit(on, self.today()).map_err(FollowError::Date)?;
        Ok(on)
    }

    /// The submission that a short name, the number of a case in it, or a party with only one open means.
    pub fn submission_called(&self, text: &str) -> Result<Submission, AppError> {
        let all = self.view().submissions()?;
        let mut found: Vec<Submission> = if let Ok(handle) = text.parse::<Handle>() {
            all.into_iter().filter(|submission| submission.handle() == handle).collect()
        } else if let Ok(number) = text.parse::<CaseNumber>() {
            let case = self.view().case(&number)?.case;
            let newest = case.follow.newest().map(|raised| raised.submission);
            all.into_iter().filter(|submission| Some(submission.id) == newest).collect()
        } else if let Ok(party) = text.parse::<Party>() {
            let of_party = |submission: &Submission| submission.made.party.key() == party.key();
            all.into_iter().filter(of_party).filter(|one| one.unanswered().next().is_some()).collect()
        } else {
            Vec::new()
        };
        match found.len() {
            0 => Err(FollowError::NoSubmission(text.to_owned()).into()),
            1 => Ok(found.remove(0)),
            _ => Err(FollowError::Several(names(found.iter().map(Submission::handle))).into()),
        }
    }

    /// What a short name of another kind means, among these.
    fn called<T>(
        text: &str,
        kind: HandleKind,
        all: Vec<T>,
        handle: impl Fn(&T) -> Handle,
    ) -> Result<T, AppError> {
        let unknown = || AppError::from(FollowError::NoHandle(text.to_owned()));
        let wanted: Handle = text.parse().map_err(|_| unknown())?;
        if wanted.kind() != kind {
            return Err(unknown());
        }
        let mut found: Vec<T> = all.into_iter().filter(|one| handle(one) == wanted).collect();
        match found.len() {
            0 => Err(unknown()),
            1 => Ok(found.remove(0)),
            _ => Err(FollowError::Several(names(found.iter().map(handle))).into()),
        }
    }
}

fn names(handles: impl Iterator<Item = Handle>) -> Vec<String> {
    handles.map(|handle| handle.to_string()).collect()
}

/// By what a file is known again: its name, length and SHA-256. The file itself stays where it is.
pub fn mark_of(path: &Path) -> Result<FileMark, AppError> {
    let failed = |error| AppError::file(path, error);
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let mut hasher = Sha256::new();
    let (mut part, mut bytes) = (vec![0; 1 << 16], 0);
    loop {
        match file.read(&mut part).map_err(failed)? {
            0 => break,
            read => {
                hasher.update(part.get(..read).unwrap_or_default());
                bytes += read as u64;
            }
        }
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(FileMark { name, sha256: digits::hex(&hasher.finalize()), bytes })
}

/// A line of text as officers type it; `None` where it says nothing.
fn line(text: Option<&str>) -> Result<Option<String>, AppError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let length = text.chars().count();
    if length > crate::domain::case::LONGEST_LINE {
        return Err(FollowError::TooLong(length).into());
    }
    Ok(Some(text.to_owned()))
}

/// A day that does not lie before what it follows.
fn not_before(on: NaiveDate, earliest: Option<NaiveDate>) -> Result<(), AppError> {
    match earliest.filter(|earliest| on < *earliest) {
        Some(earliest) => Err(FollowError::Before(on, earliest).into()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
