//! Counts for the hotspots: one scan of the covering index, grouped in memory.

mod one;
mod scan;
mod side;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::cases::{Listing, View};
use super::error::BookError;
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::period::Span;
use crate::domain::place::PlaceCode;
use crate::domain::text::fold;
use crate::domain::values::{Coded, Payer};
use crate::domain::waits::Waits;

pub use one::FacilityCounts;
use scan::{Fact, Window};
pub use side::Side;

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
    /// Known waits.
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
            waits: Waits::default(),
            last_28: 0,
            previous_84: 0,
            months: [0; 12],
        }
    }

    /// Takes a case in. Windows and months are counted whatever the period, so that a short one does not make what
    /// came before it look like nothing.
    fn add(&mut self, fact: &Fact) {
        if fact.issues.is_complaint() {
            self.last_28 += u32::from(fact.window == Some(Window::Last28));
            self.previous_84 += u32::from(fact.window == Some(Window::Previous84));
            let month = fact.months_ago.and_then(|ago| 11_usize.checked_sub(ago.into()));
            if let Some(count) = month.and_then(|month| self.months.get_mut(month)) {
                *count += 1;
            }
        }
        if !fact.in_span {
            return;
        }
        for (code, _) in fact.issues.iter() {
            if let Some(count) = self.issues.get_mut(usize::from(code.position())) {
                *count += 1;
            }
        }
        if !fact.issues.is_complaint() {
            return;
        }
        self.cases += 1;
        self.open += u32::from(fact.open);
        self.severe += u32::from(fact.issues.is_severe());
        if let Some(minutes) = fact.waited {
            self.waits.add(minutes, 1);
        }
    }

    /// Whether any case of the period is in it, if only one that praises.
    fn is_empty(&self) -> bool {
        self.cases == 0 && self.issues.iter().all(|count| *count == 0)
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
        let name_column = match by {
            GroupBy::Employer => "c.employer",
            GroupBy::Local => "c.local",
            _ => "NULL",
        };
        let mut tally = Tally::new(self, by);
        self.scan(listing, name_column, span, today, |fact, name| tally.add(fact, name))?;
        Ok(tally.finish())
    }
}

/// The groups while they grow.
struct Tally<'view> {
    view: &'view View<'view>,
    by: GroupBy,
    total: Group,
    groups: Vec<Group>,
    /// Which group a cheap key belongs to (a facility's number, a code, a month), and how many cases have it.
    by_number: HashMap<i64, (usize, u32)>,
    by_key: HashMap<GroupKey, usize>,
    /// For names: the folded name, with how often it was written in which way.
    by_name: HashMap<String, (usize, BTreeMap<String, u32>)>,
}

impl<'view> Tally<'view> {
    fn new(view: &'view View<'view>, by: GroupBy) -> Self {
        Self {
            view,
            by,
            total: Group::new(GroupKey::Unknown),
            groups: Vec::new(),
            by_number: HashMap::new(),
            by_key: HashMap::new(),
            by_name: HashMap::new(),
        }
    }

    fn add(&mut self, fact: &Fact, name: Option<&str>) {
        self.total.add(fact);
        match self.by {
            GroupBy::Issue => {
                for (code, _) in fact.issues.iter() {
                    let group = self.group(i64::from(code.position()), || GroupKey::Issue(code));
                    self.add_to(group, fact);
                }
            }
            GroupBy::Employer | GroupBy::Local => {
                let group = self.named(name.unwrap_or_default());
                self.add_to(group, fact);
            }
            GroupBy::Payer => {
                let group = self.group(i64::from(fact.payer), || {
                    Payer::at(fact.payer).map_or(GroupKey::Unknown, GroupKey::Payer)
                });
                self.add_to(group, fact);
            }
            GroupBy::Month => {
                let date = NaiveDate::from_num_days_from_ce_opt(fact.visited_on).unwrap_or_default();
                let (year, month) = (date.year(), date.month());
                let group =
                    self.group(i64::from(year) * 12 + i64::from(month), || GroupKey::Month(year, month));
                self.add_to(group, fact);
            }
            GroupBy::Province | GroupBy::District | GroupBy::Facility => {
                let key = self.place_key(fact.facility);
                let group = self.group(fact.facility, || key);
                self.add_to(group, fact);
                if fact.in_span && fact.issues.is_complaint() {
                    self.by_number.entry(fact.facility).and_modify(|(_, cases)| *cases += 1);
                }
            }
        }
    }

    fn place_key(&self, number: i64) -> GroupKey {
        if self.by_number.contains_key(&number) {
            return GroupKey::Unknown;
        }
        let facility = self.view.facilities.by_number(number);
        let place = match self.by {
            GroupBy::Facility => {
                return self
                    .view
                    .facilities
                    .id(number)
                    .map_or(GroupKey::Unknown, |id| GroupKey::Facility(id.clone()));
            }
            GroupBy::District => facility.and_then(|facility| facility.district).map(PlaceCode::District),
            _ => facility.map(|facility| PlaceCode::Province(facility.province)),
        };
        place.map_or(GroupKey::Unknown, GroupKey::Place)
    }

    /// The group of a cheap number; its key is made only where it is new.
    fn group(&mut self, number: i64, key: impl FnOnce() -> GroupKey) -> usize {
        if let Some(&(group, _)) = self.by_number.get(&number) {
            return group;
        }
        let key = key();
        let groups = &mut self.groups;
        let group = *self.by_key.entry(key.clone()).or_insert_with(|| {
            groups.push(Group::new(key));
            groups.len() - 1
        });
        self.by_number.insert(number, (group, 0));
        group
    }

    fn named(&mut self, name: &str) -> usize {
        let groups = &mut self.groups;
        let (group, spellings) = self.by_name.entry(fold(name)).or_insert_with(|| {
            groups.push(Group::new(GroupKey::Unknown));
            (groups.len() - 1, BTreeMap::new())
        });
        *spellings.entry(name.to_owned()).or_default() += 1;
        *group
    }

    fn add_to(&mut self, group: usize, fact: &Fact) {
        if let Some(group) = self.groups.get_mut(group) {
            group.add(fact);
        }
    }

    fn finish(mut self) -> Hotspots {
        for (folded, (group, spellings)) in self.by_name {
            let written = spellings.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
            if let (Some(group), Some((name, _)), false) =
                (self.groups.get_mut(group), written, folded.is_empty())
            {
                group.key = GroupKey::Name(name);
            }
        }
        self.groups.retain(|group| !group.is_empty());
        self.groups.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.key.cmp(&b.key)));
        let known = |(number, (_, cases)): (i64, (usize, u32))| {
            (cases > 0).then(|| self.view.facilities.id(number).map(|id| (id.clone(), cases))).flatten()
        };
        let mut facilities: Vec<_> = match self.by {
            GroupBy::Province | GroupBy::District | GroupBy::Facility => {
                self.by_number.into_iter().filter_map(known).collect()
            }
            _ => Vec::new(),
        };
        facilities.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Hotspots { groups: self.groups, total: self.total, facilities }
    }
}
