//! What the screens ask of the world, and what comes back. Plain data: who does it is the workers' matter.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::app::brief::{BriefRequest, Prepared, Step};
use crate::app::duplicates::{Compared, JoinedCases};
use crate::app::facilities::{FacilityDeed, FacilityDone, ListReport};
use crate::app::follow::{Agenda, NewSubmission, Raisable, SubmissionView};
use crate::app::{
    AppError, BlankForm, Clock, Done, FacilityView, HotspotsView, ImportOptions, ImportReport, KeptDraft,
    LastDone, Logged, MemberView, Preferences, Progress, Survey,
};
use crate::book::{GroupBy, Order, Secret};
use crate::domain::case::Case;
use crate::domain::draft::{Draft, Unfinished};
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter::Test;
use crate::domain::issue::{Issue, IssueCode};
use crate::domain::number::CaseNumber;
use crate::domain::party::Party;
use crate::domain::period::Period;
use crate::domain::standing::RebuttalCheck;
use crate::domain::values::{Severity, Status};
use crate::i18n::Lang;

mod case;
mod duplicates;
mod follow;
pub mod ledger;

pub use case::{Day, Deed, Newest, Rising, Story};
pub use duplicates::{Beside, Comparing, Decision, Scope, Suspect, Suspects};
pub use follow::{AtGate, Given, Replying};

/// Counts the questions of one kind: an answer to any but the newest is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Generation(u64);

impl Generation {
    /// The next one, which makes all before it stale.
    pub fn next(&mut self) -> Self {
        self.0 += 1;
        *self
    }
}

/// Of which cases something is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Within {
    /// The filter, as typed.
    pub filter: String,
    /// The period.
    pub period: Period,
}

/// Whether a long work is still wanted: shared by who asked for it and who does it.
#[derive(Debug, Clone)]
pub struct GoesOn(Arc<AtomicBool>);

impl Default for GoesOn {
    fn default() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }
}

impl GoesOn {
    /// One for another work.
    pub fn renewed(&mut self) -> Self {
        *self = Self::default();
        self.clone()
    }

    /// It is not wanted any more.
    pub fn cancel(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    /// Whether it is still wanted.
    pub fn holds(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// What a waking is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// The toast has been seen.
    Toast,
    /// What was typed into the form is to be kept.
    Draft,
}

/// Something to be done outside the model.
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Wake the model after so many milliseconds; a later one of the same timer takes its place.
    Wake(u64, Timer, Generation),
    /// Give the terminal back to the shell until it says to go on.
    Suspend,
    /// Give the terminal to the officer's own editor with this text in it, then [`Msg::Edited`](super::model::Msg).
    Edit(Zeroizing<String>),
    /// Obey other preferences, and keep them and the language for the next start.
    Prefer(Box<Preferences>, Lang),
    /// Open a file with the program that the system has for it.
    OpenFile(PathBuf),
    /// For the one thread that writes.
    Write(Work),
    /// For the thread that reads.
    Read(Query, Generation),
    /// Compare cases with each other, beside everything else.
    Compare(Comparing),
    /// Count the pairs that are likely one of which at least one was logged after the case in a row, beside everything else.
    CountPairs(i64, Generation),
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
    /// Logs a case, and drops the draft of that form with it.
    Log(Box<Draft>, Generation),
    /// Keeps what a form holds; one that holds nothing leaves no draft.
    KeepDraft {
        /// Which form: the thread that writes knows its draft.
        form: Generation,
        /// What it holds.
        unfinished: Box<Unfinished>,
    },
    /// Gives a draft to a form.
    TakeUpDraft(Uuid, Generation),
    /// Throws the draft of a form away.
    DropDraft(Generation),
    /// Tells what would be taken back.
    LastDone,
    /// Takes the last thing back; where a batch is named, only that one.
    Undo(Option<Uuid>),
    /// Does something to a case; which asking it was.
    Do(CaseNumber, Deed, Generation),
    /// Decides whether two cases are one.
    Decide(Decision, CaseNumber, CaseNumber),
    /// Keeps preferences and language for the next start.
    Prefer(Box<Preferences>, Lang),
    /// Does something to a facility; which asking it was.
    ToFacility(FacilityId, FacilityWish, Generation),
    /// Lays a copy of an attachment into a private folder, to be opened there.
    LayAttachment(CaseNumber, usize),
    /// Wipes those copies.
    WipeAttachments,
    /// Gathers what goes into a document.
    PrepareBrief(Box<BriefRequest>, Generation),
    /// Writes a document, unless the officer cancels it meanwhile.
    WriteBrief {
        /// What goes into it.
        prepared: Box<Prepared>,
        /// Where it is to lie.
        path: PathBuf,
        /// Whether letter and agenda go with it.
        with_letter: bool,
        /// Whether it is still wanted.
        goes_on: GoesOn,
        /// Which asking it was.
        generation: Generation,
    },
    /// Reads a message that somebody sent.
    ReadMessage(Zeroizing<String>),
    /// Writes a form for those who have no Wardbook.
    WriteForm {
        /// Which.
        form: BlankForm,
        /// Where, if nothing is there yet.
        path: PathBuf,
        /// Which language stands first on paper.
        lang: Lang,
        /// The day that it bears.
        today: NaiveDate,
    },
    /// Looks a table over, unless the officer stops it meanwhile.
    Survey {
        /// Its file.
        path: PathBuf,
        /// How it is read.
        options: Box<ImportOptions>,
        /// Whether it is still wanted.
        goes_on: GoesOn,
        /// Which asking it was.
        generation: Generation,
    },
    /// Which facility a code or a name means.
    CallFacility(String, Generation),
    /// Takes a table in, or tries that.
    Import {
        /// Its file.
        path: PathBuf,
        /// How it is read.
        options: Box<ImportOptions>,
        /// Whether it is still wanted.
        goes_on: GoesOn,
        /// Which asking it was.
        generation: Generation,
    },
    /// Takes a list of facilities in, or tries that.
    ImportList {
        /// Its file.
        path: PathBuf,
        /// Whether nothing is written.
        dry_run: bool,
        /// Which asking it was.
        generation: Generation,
    },
    /// Tells what is said and done at the gate of a facility.
    AtGate(FacilityId, Generation),
    /// Looks which cases may be put in a submission.
    LookToRaise {
        /// To whom.
        party: Party,
        /// Which cases, as a query.
        query: String,
        /// What is answered to the objections where that is not on record.
        check: Option<RebuttalCheck>,
        /// Which asking it was.
        generation: Generation,
    },
    /// Puts cases in a submission.
    Raise {
        /// What.
        new: Box<NewSubmission>,
        /// The document that is handed over with it.
        file: Option<PathBuf>,
        /// Which asking it was.
        generation: Generation,
    },

    /// Looks something up for the screens of following up: what they show is read through the session.
    Look(Box<ledger::Look>, Generation),
    /// Enters something that follows on cases; which asking it was.
    Enter(Box<ledger::LedgerDeed>, Generation),
}

/// What an officer wants of a facility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FacilityWish {
    /// This.
    Deed(FacilityDeed),
    /// That it is merged into the one that is called so.
    MergeInto(String),
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
        /// Whether the answer may wait until all are counted; else the rows come as soon as they are found.
        counted: bool,
    },
    /// One case, for the pane beside the list.
    Case(CaseNumber),
    /// One case with all that belongs to it.
    Story(CaseNumber),
    /// Who the member of a case is; only where an officer asked to see it.
    Member(CaseNumber),
    /// The day: the newest cases and a few counts.
    Day,
    /// Where cases are rising.
    Rising,
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
        /// The day before which and from which on it is compared.
        changed_on: NaiveDate,
    },
    /// Facilities by fuzzy name.
    Facilities(String),
    /// The drafts that wait.
    Drafts,
    /// What is due, in sentences of a language.
    Agenda(Lang),
    /// Facilities by fuzzy name, for the gate.
    GateFacilities(String),
    /// With which others a case that was just logged may be one.
    Beside(CaseNumber),
    /// Who the members of two cases are; only where an officer asked to see it.
    Members(CaseNumber, CaseNumber),
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
    /// The member of a case.
    Member,
    /// The day.
    Day,
    /// What is rising.
    Rising,
    /// Rankings.
    Hotspots,
    /// One facility.
    Facility,
    /// Lookups of facilities.
    Facilities,
    /// The drafts that wait.
    Drafts,
    /// What is due.
    Agenda,
    /// Lookups of facilities for the gate.
    GateFacilities,
    /// What a new case stands beside.
    Beside,
    /// The members of two cases.
    Members,
}

impl Query {
    /// Its lane.
    pub fn lane(&self) -> Lane {
        match self {
            Self::Cases { .. } => Lane::Cases,
            Self::Case(_) => Lane::Case,
            Self::Story(_) => Lane::Story,
            Self::Member(_) => Lane::Member,
            Self::Day => Lane::Day,
            Self::Rising => Lane::Rising,
            Self::Hotspots { .. } => Lane::Hotspots,
            Self::Facility { .. } => Lane::Facility,
            Self::Facilities(_) => Lane::Facilities,
            Self::Drafts => Lane::Drafts,
            Self::Agenda(_) => Lane::Agenda,
            Self::GateFacilities(_) => Lane::GateFacilities,
            Self::Beside(_) => Lane::Beside,
            Self::Members(..) => Lane::Members,
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
    /// A copy of an attachment lies there, or not; `None` where the copies are wiped.
    AttachmentLaid(Result<Option<PathBuf>, AppError>),
    /// Which facility a code or a name means, if it is one.
    FacilityCalled(Generation, Result<FacilityId, AppError>),
    /// Something was done to a facility, or not.
    ToFacility(Generation, Result<FacilityDone, AppError>),
    /// What an undo would take back now.
    LastDone(Result<LastDone, AppError>),
    /// Something was taken back, or not.
    Undone(Result<LastDone, AppError>),
    /// Something was done to a case, or not: the answer to that asking.
    Done(Generation, Deed, Result<Done, AppError>),
    /// A page of cases.
    Cases(Generation, Result<Page, AppError>),
    /// The case for the pane beside the list.
    Case(Generation, Result<Box<Shown>, AppError>),
    /// The case that is read in full.
    Story(Generation, Result<Box<Story>, AppError>),
    /// The member of a case.
    Member(Generation, Result<Box<MemberView>, AppError>),
    /// The day.
    Day(Generation, Result<Box<Day>, AppError>),
    /// Where cases are rising.
    Rising(Generation, Result<Vec<Rising>, AppError>),
    /// The preferences are kept, or not.
    Preferred(Result<(), String>),
    /// A ranking.
    Hotspots(Generation, Result<Box<HotspotsView>, AppError>),
    /// One facility.
    Facility(Generation, Result<Box<FacilityView>, AppError>),
    /// Facilities, best first.
    Facilities(Generation, Vec<FacilityChoice>),
    /// The drafts that wait, the newest first. They are the same for all screens, so that none need drop an older one.
    Drafts(Result<Vec<DraftRow>, AppError>),
    /// The draft of a form is on the disk, or not.
    DraftKept(Generation, Result<Kept, AppError>),
    /// A form has a draft to go on with, or that is no longer there.
    DraftTakenUp(Generation, Result<Box<DraftTakenUp>, AppError>),
    /// A draft is gone, or not.
    DraftDropped(Result<(), AppError>),
    /// What goes into a document was gathered, or why it could not be.
    BriefPrepared(Generation, Result<Box<Prepared>, AppError>),
    /// A document is being made: how far that is.
    BriefStep(Generation, Step),
    /// A message was read, or could not be.
    MessageRead(Result<Box<MessageRead>, AppError>),
    /// A form is on the disk; where.
    FormWritten(Result<(PathBuf, Option<usize>), AppError>),
    /// A document is on the disk; where.
    BriefWritten(Generation, Result<PathBuf, AppError>),
    /// A table was looked over, or why it cannot be read.
    Surveyed(Generation, Result<Box<Survey>, AppError>),
    /// A table is being looked over or taken in: how far that is, so long after it began.
    ImportStep(Generation, Progress, Duration),
    /// A table was taken in, or tried, or not.
    Imported(Generation, Result<Box<ImportReport>, AppError>),
    /// A list of facilities was taken in, or tried, or not.
    ListTaken(Generation, Result<Box<ListReport>, AppError>),
    /// The day's backup is made, or not.
    BackedUp(Result<PathBuf, AppError>),
    /// Pairs that are likely one.
    Suspects(Result<Suspects, AppError>),
    /// How far the comparing is that goes over all visits.
    Compared(Compared),
    /// How many pairs an import brought.
    PairsCounted(Generation, Result<usize, AppError>),
    /// With which others a case that was just logged may be one.
    Beside(Result<Beside, AppError>),
    /// The members of two cases.
    Members(Generation, Result<Box<[MemberView; 2]>, AppError>),
    /// Two cases are one now, and what became of them; or two for good, and nothing; or it could not be decided.
    Decided(Result<Option<JoinedCases>, AppError>),
    /// What is due.
    Agenda(Generation, Result<Box<Agenda>, AppError>),
    /// Facilities for the gate, best first.
    GateFacilities(Generation, Vec<FacilityChoice>),
    /// What is said and done at a gate.
    AtGate(Generation, Result<Box<AtGate>, AppError>),
    /// Which cases may be put in a submission.
    Raisable(Generation, Result<Box<Raisable>, AppError>),
    /// Cases were put in a submission, or not.
    Submitted(Generation, Result<Box<SubmissionView>, AppError>),

    /// What the screens of following up asked for, and what was found.
    Looked(Box<ledger::Look>, Generation, Result<ledger::Found, AppError>),
    /// Something was entered that follows on cases, or not.
    Entered(Generation, Box<ledger::LedgerDeed>, Result<ledger::LedgerDone, AppError>),
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

/// A stretch of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// How many there are in all, as far as is known.
    pub total: usize,
    /// In which order they stand.
    pub order: Order,
    /// Whether all are counted: the newest hits of a search are found long before.
    pub is_counted: bool,
    /// The row of the first.
    pub offset: usize,
    /// The rows.
    pub rows: Vec<CaseRow>,
    /// The words that were searched for.
    pub words: Vec<String>,
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
    /// Whether it comes first.
    pub is_urgent: bool,
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

/// A draft as a list shows it: without who the member is, which nobody asked to see.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    /// Its name.
    pub id: Uuid,
    /// When it was changed last.
    pub changed_at: DateTime<FixedOffset>,
    /// Where, once chosen.
    pub facility: Option<Arc<Facility>>,
    /// What was typed of the facility; its code once chosen.
    pub facility_text: String,
    /// What went wrong.
    pub issues: Vec<(IssueCode, Severity)>,
}

/// How a draft was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// As the draft that it was.
    AsItWas,
    /// As another one: a program beside this one changed, logged or dropped what it was.
    Anew,
}

/// A draft to go on with.
#[derive(Debug)]
pub struct DraftTakenUp {
    /// The draft.
    pub draft: KeptDraft,
    /// Its facility, if one was chosen.
    pub facility: Option<Facility>,
}

/// What was read of a message.
#[derive(Debug)]
pub struct MessageRead {
    /// The case as far as it is told, to be confirmed.
    pub form: Unfinished,
    /// Its facility, if one was read.
    pub facility: Option<Facility>,
}

/// A facility that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityChoice {
    /// The facility.
    pub facility: Facility,
    /// How well it fits, to 1000.
    pub score: u16,
}
