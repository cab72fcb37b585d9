//! What can go wrong in a use case.

use std::path::PathBuf;

use super::attach::AttachError;
use super::duplicates::JoinError;
use super::facilities::FacilitiesError;
use super::follow::FollowError;
use super::members::BadCount;
use crate::book::BookError;
use crate::brief::draw::png::PaintError;
use crate::brief::pdf::PdfError;
use crate::domain::column::Column;
use crate::domain::draft::{BadJson, Refusal};
use crate::domain::filter::FilterError;
use crate::domain::number::{BadNumber, CaseNumber};
use crate::intake::{BadMapping, TableError};
use crate::reference::MakeError;

/// What can go wrong in a use case. Each is said in both languages by `speak`.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The book.
    #[error(transparent)]
    Book(#[from] BookError),
    /// A case that cannot be taken: all that is wrong with it.
    #[error("{} fields refused", .0.len())]
    Refused(Vec<Refusal>),
    /// An observation that cannot be taken: all that is wrong with it.
    #[error("{} fields refused", .0.len())]
    ObservationRefused(Vec<Refusal>),
    /// A count of members that cannot be taken.
    #[error(transparent)]
    Count(#[from] BadCount),
    /// A query that cannot be read.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// JSON that describes no case.
    #[error(transparent)]
    Json(#[from] BadJson),
    /// A message that says nothing.
    #[error("the message is empty")]
    EmptyMessage,
    /// Text that is no JSON at all: where.
    #[error("no JSON at line {line}, column {column}")]
    NoJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A desk code or case number that cannot be read.
    #[error(transparent)]
    Number(#[from] BadNumber),
    /// A summary of no case.
    #[error("no case is counted")]
    NothingToTell,
    /// A table that cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Headers of a table that are only like names of ours, with what they were taken for: somebody has to look.
    #[error("{} headers guessed", .0.len())]
    Guessed(Vec<(String, Column)>),
    /// A file that should say how a table is read, and cannot be understood.
    #[error("{}: {problem}", .path.display())]
    Mapping {
        /// Which.
        path: PathBuf,
        /// What is wrong, and where.
        problem: BadMapping,
    },
    /// Nothing is remembered under that name; the nearest one.
    #[error("nothing is remembered under `{given}`")]
    NotRemembered {
        /// What was asked for.
        given: String,
        /// What may have been meant.
        nearest: Option<String>,
    },
    /// A facility that cannot be made.
    #[error(transparent)]
    Facility(#[from] MakeError),
    /// Attachments.
    #[error(transparent)]
    Attach(#[from] AttachError),
    /// Facilities.
    #[error(transparent)]
    Facilities(#[from] FacilitiesError),
    /// No draft is called so.
    #[error("no draft {0}")]
    NoSuchDraft(String),
    /// More than one draft is called so.
    #[error("several drafts {0}")]
    SeveralDrafts(String),
    /// Nothing of this desk is left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// What was to be taken back is no longer what was done last.
    #[error("something else was done since")]
    DoneSince,
    /// Only a closed or withdrawn case can be opened again.
    #[error("case {0} is open")]
    StillOpen(CaseNumber),
    /// A closed or withdrawn case takes no more of this.
    #[error("case {0} is closed")]
    NotOpen(CaseNumber),
    /// A field that only the book gives.
    #[error("{0} is given by the book")]
    Given(Column),
    /// The officer has no name.
    #[error("an officer's name is missing")]
    NoOfficer,
    /// A file that could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file that is there already and would be overwritten.
    #[error("{} is there already", .0.display())]
    FileExists(PathBuf),
    /// A format that the file's ending does not name.
    #[error("no known format: {}", .0.display())]
    UnknownFormat(PathBuf),
    /// A document that could not be written as PDF.
    #[error(transparent)]
    Pdf(PdfError),
    /// A document that could not be painted as a picture.
    #[error(transparent)]
    Picture(PaintError),
    /// The templates of letter and agenda cannot be used; in words, with places.
    #[error("{0}")]
    Templates(String),
    /// A party at a place or facility that does not exist.
    #[error("no party {0}")]
    NoSuchParty(String),
    /// Following up.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// Two cases that cannot be joined.
    #[error(transparent)]
    Join(#[from] JoinError),
    /// A period that ends before it begins.
    #[error("a period that ends before it begins")]
    Period,
    /// `member:` asked for in what leaves the book.
    #[error("`member:` is for inside the book only")]
    MemberOutside,
    /// The work was cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl AppError {
    /// A file that could not be read or written.
    pub fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}
