//! Counts for the hotspots: one scan of the columns, or the summaries where all is asked for.

mod one;
mod scan;
mod side;
mod tally;
mod whole;

use chrono::NaiveDate;

use super::cases::{Listing, View};
use super::error::BookError;
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::period::Span;
use crate::domain::place::PlaceCode;
use crate::domain::values::Payer;
use crate::domain::waits::Waits;

pub use one::FacilityCounts;
use scan::{Calendar, scan};
pub use side::Side;
use tally::Tally;

/// By what cases are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// Province of the facility.
    Province,
    /// District of the facility.
    District,
    /// Facility.
    Facility,
    /// Issue code: a case counts once in each of its issues.
    Issue,
    /// Who was to pay.
    Payer,
    /// Employer.
    Employer,
    /// Union local.
    Local,
    /// Month of the visit.
    Month,
}

impl GroupBy {
    /// All groupings with their names.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("province", Self::Province),
        ("district", Self::District),
        ("facility", Self::Facility),
        ("issue", Self::Issue),
        ("payer", Self::Payer),
        ("employer", Self::Employer),
        ("local", Self::Local),
        ("month", Self::Month),
    ];
}

/// What a group stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// A province or district.
    Place(PlaceCode),
    /// A facility.
    Facility(FacilityId),
    /// An issue.
    Issue(IssueCode),
    /// A payer.
    Payer(Payer),
    /// An employer or local, as most often written.
    Name(String),
    /// Year and month.
    Month(i32, u32),
    /// Those for whom it is not known.
    Unknown,
}

/// The counts of one group. Cases that only praise are in `issues` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it stands for.
    pub key: GroupKey,
    /// Cases with at least one issue that is no praise.
    pub cases: u32,
    /// Of these: neither closed nor withdrawn.
    pub open: u32,
    /// Of these: with at least one high issue.
    pub severe: u32,
    /// Cases by issue code, in the order of the table.
    pub issues: [u32; 15],
    /// Observations: timed visits without a name, which are no cases.
    pub observed: u32,
    /// Known waits of cases and observations.
    pub waits: Waits,
    /// Visits in the last 28 days, today included.
    pub last_28: u32,
    /// Visits in the 84 days before.
    pub previous_84: u32,
    /// Visits in each of the last 12 calendar months, the oldest first, this month up to today last.
    pub months: [u32; 12],
}

impl Group {
    fn new(key: GroupKey) -> Self {
        Self {
            key,
            cases: 0,
            open: 0,
            severe: 0,
            issues: [0; 15],
            observed: 0,
            waits: Waits::default(),
            last_28: 0,
            previous_84: 0,
            months: [0; 12],
        }
    }

    /// Whether nothing of the period is in it, not even a case that praises or an observation.
    fn is_empty(&self) -> bool {
        self.cases == 0 && self.observed == 0 && self.issues.iter().all(|count| *count == 0)
    }
}

/// The groups of a query, most cases first, with the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hotspots {
    /// The groups.
    pub groups: Vec<Group>,
    /// All cases of the query, each once.
    pub total: Group,
    /// Where groups are places or facilities: how many cases each facility has.
    pub facilities: Vec<(FacilityId, u32)>,
}

impl View<'_> {
    /// Counts the cases of a query in groups. The windows end on `today`; of cases outside the span only windows and
    /// months are counted.
    pub fn hotspots(
        &self,
        listing: &Listing,
        by: GroupBy,
        span: Span,
        today: NaiveDate,
    ) -> Result<Hotspots, BookError> {
        let is_of_places = matches!(by, GroupBy::Province | GroupBy::District | GroupBy::Facility);
        if is_of_places && listing.filter.is_empty() && span.is_open() {
            return self.hotspots_of_all(by, today);
        }
        let selected = self.selected(listing)?;
        let columns = self.columns.borrow();
        let calendar = Calendar::ending(today, span);
        let (facilities, names) = (self.facilities, columns.names());
        let new = || Tally::new(facilities, names, by);
        Ok(scan(&columns, &selected, &calendar, Tally::also(by), new).finish())
    }
}
