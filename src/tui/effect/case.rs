//! What the screens of one case and of the day ask for and get.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::{CaseRow, Given, Replying};
use crate::app::follow::OnCase;
use crate::app::{AttachmentView, Event, JoinedView};
use crate::domain::case::Case;
use crate::domain::column::Column;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::number::CaseNumber;
use crate::domain::standing::{Mark, RebuttalCheck};
use crate::domain::values::{MemberOutcome, Purpose};

/// A case with all that belongs to it, but for who the member is: that is asked for by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The case.
    pub case: Case,
    /// Where, if the facility is known.
    pub facility: Option<Arc<Facility>>,
    /// What was told.
    pub narrative: Option<String>,
    /// What happened to it, oldest first.
    pub history: Vec<Event>,
    /// Whether anything is known of the member.
    pub has_member: bool,
    /// What followed on it.
    pub follow: OnCase,
    /// What is attached to it.
    pub attachments: Vec<AttachmentView>,
    /// What was told in the cases that were joined into it, without who told it.
    pub joined: Vec<JoinedView>,
}

/// Something that is done to a case.
#[derive(Clone, PartialEq, Eq)]
pub enum Deed {
    /// Fields are corrected.
    Correct(Vec<(Column, String)>),
    /// The member said what may be done with the case.
    Consent(Vec<Purpose>),
    /// The member confirmed it.
    Confirm,
    /// The member takes it back.
    Withdraw,
    /// It is taken up again.
    Reopen,
    /// Identity and story are erased.
    Erase,
    /// What was found of the objections.
    Check(RebuttalCheck),
    /// A file is attached.
    Attach(PathBuf),
    /// The attachment of that number is taken away.
    Detach(usize),
    /// It is marked so from now on.
    Mark(BTreeSet<Mark>),
    /// It belongs to the demand of that title, which is made where there is none.
    Link(String),
    /// It no longer belongs to that demand.
    Unlink(Uuid),
    /// It is raised with a party.
    Raise(Box<Given>),
    /// What the party of a submission did, by the submission's short name.
    Reply(String, Replying),
    /// The member was told, and said this; with it the case may be closed.
    Tell {
        /// What the member said.
        outcome: MemberOutcome,
        /// Whether the case is closed.
        closes: bool,
        /// The joined case in which somebody else complained, where it was they who were told.
        witness: Option<CaseNumber>,
    },
    /// The member could not be reached, or whoever complained in that joined case.
    Try(Option<CaseNumber>),
    /// It is closed.
    Close,
    /// The member was asked once more.
    AskAgain(MemberOutcome),
}

/// What is shown of the day, as far as it is quickly counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The cases logged last, the newest first.
    pub newest: Vec<Newest>,
    /// How many cases there are.
    pub cases: usize,
    /// How many of them are open.
    pub open: usize,
    /// How many were logged in the last seven days, today included.
    pub week: usize,
    /// The day of the program's newest backup.
    pub backed_up: Option<NaiveDate>,
}

/// A case that was just logged.
#[derive(Debug, Clone, PartialEq)]
pub struct Newest {
    /// When it was logged.
    pub recorded_at: DateTime<FixedOffset>,
    /// The case.
    pub row: CaseRow,
}

/// A facility whose cases are rising.
#[derive(Debug, Clone, PartialEq)]
pub struct Rising {
    /// Its code.
    pub id: FacilityId,
    /// Its Khmer name.
    pub name_km: String,
    /// Its English name.
    pub name_en: String,
    /// Visits in the last 28 days.
    pub last_28: u32,
    /// Visits in the 84 days before.
    pub previous_84: u32,
}
