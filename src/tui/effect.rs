//! What the screens ask of the world, and what comes back. Plain data: who does it is the workers' matter.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use zeroize::Zeroizing;

use crate::app::{AppError, Clock, FacilityView, HotspotsView, Logged, Preferences};
use crate::book::{GroupBy, Order, Secret};
use crate::domain::case::Case;
use crate::domain::draft::Draft;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter::Test;
use crate::domain::issue::Issue;
use crate::domain::number::CaseNumber;
use crate::domain::values::Status;
use crate::i18n::Lang;
use crate::tui::screens::hotspots::Within;

/// Counts the questions of one kind: an answer to any but the newest is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Generation(u64);

impl Generation {
    /// The next one, which makes all before it stale.
    pub fn next(&mut self) -> Self {
        self.0 += 1;
        *self
    }
}

/// What a waking is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// The toast has been seen.
    Toast,
}

/// Something to be done outside the model.
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Wake the model after so many milliseconds; a later one of the same timer takes its place.
    Wake(u64, Timer, Generation),
    /// Give the terminal back to the shell until it says to go on.
    Suspend,
    /// Obey other preferences, and keep them and the language for the next start.
    Prefer(Box<Preferences>, Lang),
    /// For the one thread that writes.
    Write(Work),
    /// For the thread that reads.
    Read(Query, Generation),
    /// Make today's backup, if there is none yet, beside everything else.
    BackUp(NaiveDate),
}

/// What the one thread that writes is asked.
pub enum Work {
    /// Opens the book; without a secret of its own, with the one that the program was started with.
    Open(Option<Secret>),
    /// Makes a book.
    Make {
        /// Code of the desk.
        desk: String,
        /// Name of the officer.
        officer: String,
        /// What will open it.
        passphrase: Zeroizing<String>,
    },
    /// Makes and opens the demo.
    Demo(usize),
    /// Moves a book that cannot be opened out of the way.
    SetAside,
    /// Brings a backup back.
    Restore(PathBuf),
    /// Logs a case.
    Log(Box<Draft>),
    /// Takes the last thing back.
    Undo,
    /// Keeps preferences and language for the next start.
    Prefer(Box<Preferences>, Lang),
}

/// What the thread that reads is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// A page of cases.
    Cases {
        /// The filter, as typed.
        filter: String,
        /// By what they are sorted.
        order: Order,
        /// Which row is wanted first.
        offset: usize,
        /// How many.
        limit: usize,
    },
    /// One case, for the pane beside the list.
    Case(CaseNumber),
    /// One case with all that belongs to it.
    Story(CaseNumber),
    /// A ranking.
    Hotspots {
        /// The places gone into.
        inside: Vec<Test>,
        /// Of which cases.
        within: Within,
        /// What is ranked.
        by: GroupBy,
    },
    /// What is known of one facility.
    Facility {
        /// Which.
        id: FacilityId,
        /// Of which cases.
        within: Within,
    },
    /// Facilities by fuzzy name.
    Facilities(String),
}

/// Queries of one lane: a newer one makes those before it pointless, and interrupts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Lane {
    /// Pages of cases.
    Cases,
    /// The case beside the list.
    Case,
    /// The case that is read in full.
    Story,
    /// Rankings.
    Hotspots,
    /// One facility.
    Facility,
    /// Lookups of facilities.
    Facilities,
}

impl Query {
    /// Its lane.
    pub fn lane(&self) -> Lane {
        match self {
            Self::Cases { .. } => Lane::Cases,
            Self::Case(_) => Lane::Case,
            Self::Story(_) => Lane::Story,
            Self::Hotspots { .. } => Lane::Hotspots,
            Self::Facility { .. } => Lane::Facility,
            Self::Facilities(_) => Lane::Facilities,
        }
    }
}

/// What the workers answer.
pub enum Answer {
    /// A book is open.
    Opened(Box<Opened>),
    /// No book is open, for this reason.
    NotOpened(Box<Refused>),
    /// The book was moved out of the way; where to.
    SetAside(Result<PathBuf, AppError>),
    /// A backup was brought back, or not.
    Restored(Result<(), AppError>),
    /// A case is on the disk, or not.
    Logged(Result<Logged, AppError>),
    /// Something was taken back: how many cases it touched, and whether they were just logged.
    Undone(Result<Undone, AppError>),
    /// A page of cases.
    Cases(Generation, Result<Page, AppError>),
    /// The case for the pane beside the list.
    Case(Generation, Result<Box<Shown>, AppError>),
    /// The case that is read in full.
    Story(Generation, Result<Box<Shown>, AppError>),
    /// The preferences are kept, or not.
    Preferred(Result<(), String>),
    /// A ranking.
    Hotspots(Generation, Result<Box<HotspotsView>, AppError>),
    /// One facility.
    Facility(Generation, Result<Box<FacilityView>, AppError>),
    /// Facilities, best first.
    Facilities(Generation, Vec<FacilityChoice>),
    /// The day's backup is made, or not.
    BackedUp(Result<PathBuf, AppError>),
}

/// A book that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its file.
    pub path: PathBuf,
    /// Code of the desk.
    pub desk: String,
    /// Name of the officer.
    pub officer: String,
    /// Whether it is the demo.
    pub is_demo: bool,
    /// Whether it is encrypted.
    pub is_encrypted: bool,
    /// Entries that this device had written and that are no longer there.
    pub entries_lost: u64,
    /// Where its time comes from.
    pub clock: Clock,
    /// The recovery code of a book that was just made.
    pub recovery_code: Option<Zeroizing<String>>,
}

impl Opened {
    /// The book's day, where its clock stands still; else the day it is.
    pub fn clock_day(&self, today: NaiveDate) -> NaiveDate {
        match self.clock {
            Clock::Fixed(moment) => moment.date_naive(),
            Clock::System => today,
        }
    }
}

/// A book that was not opened.
pub struct Refused {
    /// Why.
    pub error: AppError,
    /// The program's own backups of it, newest first.
    pub backups: Vec<PathBuf>,
    /// Whether it was being made.
    pub was_making: bool,
}

/// What an undo took back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// How many cases it touched.
    pub cases: usize,
    /// Whether these had just been logged.
    pub were_logged: bool,
}

/// A stretch of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// How many there are in all.
    pub total: usize,
    /// The row of the first.
    pub offset: usize,
    /// The rows.
    pub rows: Vec<CaseRow>,
}

/// A case as the table shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRow {
    /// Its number.
    pub number: CaseNumber,
    /// Day of the visit.
    pub visited_on: NaiveDate,
    /// Where, if the facility is known.
    pub facility: Option<Arc<Facility>>,
    /// Its code, which always is.
    pub facility_id: FacilityId,
    /// What went wrong.
    pub issues: Vec<Issue>,
    /// How long the wait was, in minutes.
    pub waited: Option<u32>,
    /// Where it stands.
    pub status: Status,
}

/// A case as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The case.
    pub case: Case,
    /// Where, if the facility is known.
    pub facility: Option<Arc<Facility>>,
    /// The story.
    pub narrative: Option<String>,
}

/// A facility that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityChoice {
    /// The facility.
    pub facility: Facility,
    /// How well it fits, to 1000.
    pub score: u16,
}
