//! Counts for the hotspots: one scan of the covering index, grouped in memory.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, NaiveDate};

use super::cases::{Listing, View};
use super::error::BookError;
use super::select::Selection;
use crate::domain::facility::FacilityId;
use crate::domain::issue::{IssueCode, IssueSet};
use crate::domain::place::PlaceCode;
use crate::domain::text::fold;
use crate::domain::values::{Coded, Payer, Status};

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
    /// Known waits in minutes, unordered.
    pub waits: Vec<u32>,
    /// Visits in the last 28 days, today included.
    pub last_28: u32,
    /// Visits in the 84 days before.
    pub previous_84: u32,
}

impl Group {
    fn new(key: GroupKey) -> Self {
        Self {
            key,
            cases: 0,
            open: 0,
            severe: 0,
            issues: [0; 15],
            waits: Vec::new(),
            last_28: 0,
            previous_84: 0,
        }
    }

    fn add(&mut self, fact: &Fact) {
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
        self.waits.extend(fact.waited);
        self.last_28 += u32::from(fact.window == Some(Window::Last28));
        self.previous_84 += u32::from(fact.window == Some(Window::Previous84));
    }
}

/// The groups of a query, most cases first, with the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hotspots {
    /// The groups.
    pub groups: Vec<Group>,
    /// All cases of the query, each once.
    pub total: Group,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Window {
    Last28,
    Previous84,
}

/// What counting needs of a case.
struct Fact {
    facility: i64,
    visited_on: i32,
    waited: Option<u32>,
    issues: IssueSet,
    payer: u8,
    open: bool,
    window: Option<Window>,
}

impl View<'_> {
    /// Counts the cases of a query in groups. The windows end on `today`.
    pub fn hotspots(&self, listing: &Listing, by: GroupBy, today: NaiveDate) -> Result<Hotspots, BookError> {
        let Selection { condition, values } = self.selection(listing)?;
        let name_column = match by {
            GroupBy::Employer => "c.employer",
            GroupBy::Local => "c.local",
            _ => "NULL",
        };
        let sql = format!(
            "SELECT c.facility, c.visited_on, c.waited, c.issues, c.payer, c.status, {name_column}
             FROM cases c WHERE {condition}"
        );
        let mut tally = Tally::new(self, by);
        let windows = Windows::ending(today);
        let count = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                let visited_on = row.get(1)?;
                let status = Status::at(row.get(5)?);
                let fact = Fact {
                    facility: row.get(0)?,
                    visited_on,
                    waited: row.get(2)?,
                    issues: IssueSet(row.get::<_, i64>(3)? as u64),
                    payer: row.get(4)?,
                    open: status.is_some_and(Status::is_open),
                    window: windows.of(visited_on),
                };
                let name = row.get_ref(6)?.as_str_or_null()?;
                tally.add(&fact, name);
            }
            Ok(())
        };
        count().map_err(|error| self.error(error))?;
        Ok(tally.finish())
    }
}

/// The days of both windows, counted from 0001-01-01.
struct Windows {
    last_from: i32,
    previous_from: i32,
    until: i32,
}

impl Windows {
    fn ending(today: NaiveDate) -> Self {
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today).num_days_from_ce();
        Self { last_from: before(27), previous_from: before(27 + 84), until: today.num_days_from_ce() }
    }

    fn of(&self, day: i32) -> Option<Window> {
        if day > self.until || day < self.previous_from {
            None
        } else if day >= self.last_from {
            Some(Window::Last28)
        } else {
            Some(Window::Previous84)
        }
    }
}

/// The groups while they grow.
struct Tally<'view> {
    view: &'view View<'view>,
    by: GroupBy,
    total: Group,
    groups: Vec<Group>,
    /// Which group a cheap key belongs to: a facility's number, a code, a month.
    by_number: HashMap<i64, usize>,
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
        if let Some(&group) = self.by_number.get(&number) {
            return group;
        }
        let key = key();
        let groups = &mut self.groups;
        let group = *self.by_key.entry(key.clone()).or_insert_with(|| {
            groups.push(Group::new(key));
            groups.len() - 1
        });
        self.by_number.insert(number, group);
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
        self.groups.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.key.cmp(&b.key)));
        Hotspots { groups: self.groups, total: self.total }
    }
}
