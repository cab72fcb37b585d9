//! What can go wrong with a command, and its exit code (contract).

use std::process::ExitCode;

use super::{out, words};
use crate::app::AppError;
use crate::app::facilities::FacilitiesError;
use crate::app::follow::FollowError;
use crate::app::members::BadCount;
use crate::book::BookError;
use crate::config::ConfigError;
use crate::i18n::errors::of_io;
use crate::i18n::{Lang, Speak};
use crate::tui::RunError;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Failed otherwise.
    Failed = 1,
    /// Usage.
    Usage = 2,
    /// Input refused, nothing written.
    Refused = 3,
    /// Passphrase missing or wrong.
    Passphrase = 4,
    /// The book is damaged, or its key file lost.
    Damaged = 5,
    /// Done, but some rows were refused.
    SomeRefused = 6,
    /// No book there, or the file is none.
    NoBook = 7,
    /// The book was written by a newer Wardbook.
    Newer = 8,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What can go wrong with a command.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A use case.
    #[error(transparent)]
    App(#[from] AppError),
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The screens.
    #[error(transparent)]
    Screens(#[from] RunError),
    /// Something said in words already.
    #[error("{what}")]
    Said {
        /// What is wrong.
        what: String,
        /// What to do.
        hint: Option<String>,
        /// The exit code.
        exit: Exit,
    },
    /// Standard output was closed, as by `head`.
    #[error("standard output is closed")]
    OutputClosed,
    /// Standard output cannot be written.
    #[error("{0}")]
    Output(std::io::Error),
}

impl From<BookError> for CliError {
    fn from(error: BookError) -> Self {
        Self::App(error.into())
    }
}

impl CliError {
    /// Something wrong, said in words.
    pub fn said(exit: Exit, what: impl Into<String>, hint: Option<String>) -> Self {
        Self::Said { what: what.into(), hint, exit }
    }

    /// Says what is wrong and what to do, and gives the exit code.
    pub fn report(&self, lang: Lang) -> ExitCode {
        if matches!(self, Self::OutputClosed) {
            return ExitCode::SUCCESS;
        }
        let (what, hint) = self.words(lang);
        out::say(&format!("wardbook: {what}"));
        if let Some(hint) = hint {
            out::say(&hint);
        }
        self.exit().into()
    }

    /// What is wrong, and what to do.
    pub fn words(&self, lang: Lang) -> (String, Option<String>) {
        match self {
            Self::App(error) => (error.what(lang), error.hint(lang)),
            Self::Said { what, hint, .. } => (what.clone(), hint.clone()),
            Self::OutputClosed => (String::new(), None),
            Self::Config(error) => (error.what(lang), error.hint(lang)),
            Self::Screens(error) => (error.what(lang), error.hint(lang)),
            Self::Output(error) => (words::output_failed(lang, &of_io(error, lang)), None),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::App(error) => exit_of(error),
            Self::Said { exit, .. } => *exit,
            Self::Config(_) | Self::Screens(RunError::Keys(_)) => Exit::Usage,
            Self::Screens(_) | Self::OutputClosed | Self::Output(_) => Exit::Failed,
        }
    }
}

fn exit_of(error: &AppError) -> Exit {
    match error {
        AppError::Book(error) => exit_of_book(error),
        AppError::Filter(_)
        | AppError::Count(BadCount::Of(_))
        | AppError::UnknownFormat(_)
        | AppError::Templates(_)
        | AppError::Period
        | AppError::Follow(FollowError::NoParty(_) | FollowError::Several(_))
        | AppError::Facilities(FacilitiesError::NoneCalled { .. })
        | AppError::MemberOutside => Exit::Usage,
        AppError::Refused(_)
        | AppError::Json(_)
        | AppError::NoJson { .. }
        | AppError::EmptyMessage
        | AppError::NoSuchDraft(_)
        | AppError::SeveralDrafts(_)
        | AppError::Number(_)
        | AppError::Facility(_)
        | AppError::StillOpen(_)
        | AppError::NotOpen(_)
        | AppError::Given(_)
        | AppError::ObservationRefused(_)
        | AppError::Count(_)
        | AppError::NoSuchParty(_)
        | AppError::Follow(_)
        | AppError::Attach(_)
        | AppError::Facilities(_)
        | AppError::Join(_)
        | AppError::NoOfficer
        | AppError::NothingToTell
        | AppError::Table(_)
        | AppError::Guessed(_)
        | AppError::Mapping { .. }
        | AppError::NotRemembered { .. }
        | AppError::FileExists(_) => Exit::Refused,
        AppError::NothingToUndo
        | AppError::DoneSince
        | AppError::File { .. }
        | AppError::Pdf(_)
        | AppError::Picture(_)
        | AppError::Cancelled => Exit::Failed,
    }
}

fn exit_of_book(error: &BookError) -> Exit {
    match error {
        BookError::NotFound(_)
        | BookError::NotABook(_)
        | BookError::IsABackup(_)
        | BookError::NotABackup(_) => Exit::NoBook,
        BookError::PassphraseMissing | BookError::PassphraseWrong | BookError::RecoveryWrong => {
            Exit::Passphrase
        }
        BookError::KeysLost(_) | BookError::KeysDamaged(_) | BookError::Damaged { .. } => Exit::Damaged,
        BookError::Newer { .. } => Exit::Newer,
        BookError::Exists(_)
        | BookError::Chain { .. }
        | BookError::ErasedLast
        | BookError::DraftGone
        | BookError::Erased(_) => Exit::Refused,
        BookError::Io { .. }
        | BookError::ReadOnly(_)
        | BookError::Full(_)
        | BookError::Busy(_)
        | BookError::NoSuchCase(_)
        | BookError::Joined(..)
        | BookError::Interrupted
        | BookError::Sqlite { .. }
        | BookError::Crypto(_) => Exit::Failed,
    }
}
