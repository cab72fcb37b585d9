//! Groups while they grow.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::scan::{Counts, MONTHS, Visit, WINDOWS, add_all, step};
use super::{Group, GroupBy, GroupKey, Hotspots};
use crate::book::FacilityTable;
use crate::book::columns::{Fact, MOST_NUMBERS, Names, days};
use crate::domain::facility::FacilityId;
use crate::domain::issue::IssueCode;
use crate::domain::place::PlaceCode;
use crate::domain::text::fold;
use crate::domain::values::{Coded, Payer};
use crate::domain::waits::Waits;

/// Waits under so many minutes are counted in a table.
const TABLE: usize = 1_500;

/// No group yet.
const NO_GROUP: u32 = u32::MAX;

/// Waits while they are counted: short ones in a table by minutes.
#[derive(Default)]
pub(super) struct WaitTable {
    table: Vec<u32>,
    long: Vec<u32>,
}

impl WaitTable {
    #[inline]
    pub fn add(&mut self, minutes: u32) {
        let place = minutes as usize;
        if let Some(count) = self.table.get_mut(place) {
            *count += 1;
        } else {
            self.add_far(minutes);
        }
    }

    #[cold]
    fn add_far(&mut self, minutes: u32) {
        let place = minutes as usize;
        if place < TABLE {
            // By large steps, so that it seldom grows.
            self.table.resize((place + 1).next_multiple_of(TABLE / 3), 0);
            step(&mut self.table, place);
        } else {
            self.long.push(minutes);
        }
    }

    pub fn merge(&mut self, other: &Self) {
        if self.table.len() < other.table.len() {
            self.table.resize(other.table.len(), 0);
        }
        add_all(&mut self.table, &other.table);
        self.long.extend(&other.long);
    }

    pub fn finish(self) -> Waits {
        let mut waits = Waits::of_table(&self.table);
        waits.merge(&self.long.into_iter().collect());
        waits
    }
}

/// A group while it is counted: what each visit changes stands close together, for a million visits to thousands of
/// groups wait for memory more than for anything else.
#[derive(Default)]
pub(super) struct Growing {
    cases: u32,
    open: u32,
    severe: u32,
    observed: u32,
    windows: [u32; WINDOWS + 1],
    waits: WaitTable,
    issues: [u32; 15],
    /// This one first.
    months: [u32; MONTHS + 1],
}

impl Growing {
    /// Takes a case or an observation in. Windows and months are counted whatever the period, so that a short one does
    /// not make what came before it look like nothing.
    #[inline]
    pub fn add(&mut self, visit: &Visit) {
        let is_complaint = visit.is_complaint();
        if is_complaint {
            step(&mut self.windows, visit.on.window);
            step(&mut self.months, visit.on.month);
        }
        if !visit.in_span {
            return;
        }
        visit.issues.positions().for_each(|position| step(&mut self.issues, position));
        self.observed += u32::from(visit.observed);
        if is_complaint {
            self.cases += 1;
            self.open += u32::from(visit.open);
            self.severe += u32::from(visit.issues.is_severe());
        }
        if let Some(minutes) = visit.counted_wait() {
            self.waits.add(minutes);
        }
    }

    /// All that another counted.
    pub fn merge(&mut self, other: &Self) {
        self.cases += other.cases;
        self.open += other.open;
        self.severe += other.severe;
        self.observed += other.observed;
        add_all(&mut self.windows, &other.windows);
        self.waits.merge(&other.waits);
        add_all(&mut self.issues, &other.issues);
        add_all(&mut self.months, &other.months);
    }

    /// Visits in each of the last months, the oldest first.
    pub fn months<const N: usize>(&self) -> [u32; N] {
        std::array::from_fn(|month| self.months.get(N - 1 - month).copied().unwrap_or(0))
    }

    /// The group of that key.
    pub fn finish(self, key: GroupKey) -> Group {
        let (months, [last_28, previous_84, _]) = (self.months(), self.windows);
        Group {
            key,
            cases: self.cases,
            open: self.open,
            severe: self.severe,
            issues: self.issues,
            observed: self.observed,
            waits: self.waits.finish(),
            last_28,
            previous_84,
            months,
        }
    }
}

/// The groups of a query while its cases are counted.
pub(super) struct Tally<'a> {
    facilities: &'a FacilityTable,
    names: &'a Names,
    by: GroupBy,
    groups: Vec<Growing>,
    keys: Vec<GroupKey>,
    /// What is in no group, or may be in several.
    apart: Growing,
    by_key: HashMap<GroupKey, u32>,
    /// Which group a number belongs to (a facility's, a payer's, a month's, a name's), and how many cases have it.
    by_number: Vec<(u32, u32)>,
    /// For names: which group a folded name has.
    by_name: HashMap<String, u32>,
}

impl Counts for Tally<'_> {
    #[inline]
    fn add(&mut self, visit: &Visit) {
        let number = match self.by {
            GroupBy::Issue => {
                self.apart.add(visit);
                for position in visit.issues.positions() {
                    self.add_to(position as u64, visit);
                }
                return;
            }
            GroupBy::Province | GroupBy::District | GroupBy::Facility => visit.facility,
            GroupBy::Employer => visit.employer,
            GroupBy::Local => visit.local,
            GroupBy::Payer => visit.payer,
            GroupBy::Month => match month_of(visit.visited) {
                Some(month) => month,
                None => return self.apart.add(visit),
            },
        };
        self.add_to(number, visit);
    }

    fn merge(&mut self, other: Self) {
        self.apart.merge(&other.apart);
        let mut groups: Vec<Option<Growing>> = other.groups.into_iter().map(Some).collect();
        for (number, (group, cases)) in
            (0..).zip(other.by_number).filter(|(_, (group, _))| *group != NO_GROUP)
        {
            let own = self.of_number(number, cases);
            if let (Some(own), Some(group)) = (own, groups.get_mut(group as usize).and_then(Option::take)) {
                own.merge(&group);
            }
        }
    }
}

impl<'a> Tally<'a> {
    pub fn new(facilities: &'a FacilityTable, names: &'a Names, by: GroupBy) -> Self {
        Self {
            facilities,
            names,
            by,
            groups: Vec::new(),
            keys: Vec::new(),
            apart: Growing::default(),
            by_key: HashMap::new(),
            by_number: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    /// The columns that are counted by, beside those that all counts need.
    pub fn also(by: GroupBy) -> &'static [Fact] {
        match by {
            GroupBy::Employer => &[Fact::Employer],
            GroupBy::Local => &[Fact::Local],
            GroupBy::Payer => &[Fact::Payer],
            _ => &[],
        }
    }

    #[inline]
    fn add_to(&mut self, number: u64, visit: &Visit) {
        let cases = u32::from(visit.in_span && visit.is_complaint());
        if let Some(group) = self.of_number(number, cases) {
            group.add(visit);
        }
    }

    /// The group of a number, which so many cases more have.
    #[inline]
    fn of_number(&mut self, number: u64, cases: u32) -> Option<&mut Growing> {
        let mut place = number as usize;
        if self.by_number.get(place).is_none_or(|(group, _)| *group == NO_GROUP) {
            place = self.meet(number);
        }
        let (group, of_number) = self.by_number.get_mut(place)?;
        *of_number += cases;
        self.groups.get_mut(*group as usize)
    }

    /// Gives a number its group that was not met before; returns its place, which is that of nothing where it stands for
    /// nothing.
    #[cold]
    fn meet(&mut self, number: u64) -> usize {
        let number = if self.knows(number) { number } else { 0 };
        let place = number as usize;
        if self.by_number.len() <= place {
            self.by_number.resize(place + 1, (NO_GROUP, 0));
        }
        if self.by_number.get(place).is_none_or(|(group, _)| *group == NO_GROUP) {
            let group = self.group_of(number);
            if let Some(entry) = self.by_number.get_mut(place) {
                entry.0 = group;
            }
        }
        place
    }

    /// Whether a number stands for anything; what does not counts with what is not known.
    fn knows(&self, number: u64) -> bool {
        match self.by {
            GroupBy::Province | GroupBy::District | GroupBy::Facility => {
                number < MOST_NUMBERS && self.facilities.id(number as i64).is_some()
            }
            GroupBy::Employer | GroupBy::Local => self.names.knows(number),
            GroupBy::Payer => number <= Payer::ALL.len() as u64,
            GroupBy::Issue | GroupBy::Month => true,
        }
    }

    /// The group of a number that was not met before.
    fn group_of(&mut self, number: u64) -> u32 {
        let new = self.groups.len() as u32;
        let group = match self.by {
            GroupBy::Employer | GroupBy::Local => {
                *self.by_name.entry(self.names.folded(number).to_owned()).or_insert(new)
            }
            _ => *self.by_key.entry(self.key(number)).or_insert(new),
        };
        if group == new {
            let key = match self.by {
                GroupBy::Employer | GroupBy::Local => GroupKey::Unknown,
                _ => self.key(number),
            };
            self.groups.push(Growing::default());
            self.keys.push(key);
        }
        group
    }

    fn key(&self, number: u64) -> GroupKey {
        let key = match self.by {
            GroupBy::Issue => IssueCode::at(number as u8).map(GroupKey::Issue),
            GroupBy::Payer => (number as u8).checked_sub(1).and_then(Payer::at).map(GroupKey::Payer),
            GroupBy::Month => Some(GroupKey::Month((number / 12) as i32, (number % 12) as u32 + 1)),
            _ => Some(place_key(self.facilities, self.by, number as i64)),
        };
        key.unwrap_or(GroupKey::Unknown)
    }

    pub fn finish(self) -> Hotspots {
        let mut total = self.apart;
        if self.by != GroupBy::Issue {
            self.groups.iter().for_each(|group| total.merge(group));
        }
        let mut groups: Vec<Group> =
            self.groups.into_iter().zip(self.keys).map(|(group, key)| group.finish(key)).collect();
        let are_names = matches!(self.by, GroupBy::Employer | GroupBy::Local);
        if are_names {
            name_groups(&mut groups, self.names, &self.by_number);
        }
        let known = |(number, (_, cases)): (i64, (u32, u32))| {
            (cases > 0).then(|| self.facilities.id(number).map(|id| (id.clone(), cases))).flatten()
        };
        let facilities = match self.by {
            GroupBy::Province | GroupBy::District | GroupBy::Facility => {
                (0..).zip(self.by_number).filter_map(known).collect()
            }
            _ => Vec::new(),
        };
        in_order(groups, total.finish(GroupKey::Unknown), facilities)
    }
}

/// The number of a month, from a day as columns have it; `None` where it is none of our time.
fn month_of(visited: u64) -> Option<u64> {
    let date = NaiveDate::from_num_days_from_ce_opt(days(visited) as i32).unwrap_or_default();
    let month = u64::try_from(i64::from(date.year()) * 12 + i64::from(date.month0())).ok()?;
    (month < 12 * 10_000).then_some(month)
}

/// Each group of a name is called as it is most often written; what has nothing that could be read is no name.
fn name_groups(groups: &mut [Group], names: &Names, by_number: &[(u32, u32)]) {
    let mut spellings: BTreeMap<u32, Vec<(u32, &str)>> = BTreeMap::new();
    for (number, (group, cases)) in (0..).zip(by_number) {
        spellings.entry(*group).or_default().push((*cases, names.text(number)));
    }
    for (group, spellings) in spellings {
        let most = spellings.into_iter().max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1)));
        if let (Some(group), Some((_, name))) = (groups.get_mut(group as usize), most)
            && !fold(name).is_empty()
        {
            group.key = GroupKey::Name(name.to_owned());
        }
    }
}

/// The province, the district or the facility that a facility stands in a ranking for.
pub(super) fn place_key(facilities: &FacilityTable, by: GroupBy, number: i64) -> GroupKey {
    let facility = facilities.by_number(number);
    let key = match by {
        GroupBy::Facility => facilities.id(number).map(|id| GroupKey::Facility(id.clone())),
        GroupBy::District => {
            facility.and_then(|facility| facility.district).map(PlaceCode::District).map(GroupKey::Place)
        }
        _ => facility.map(|facility| GroupKey::Place(PlaceCode::Province(facility.province))),
    };
    key.unwrap_or(GroupKey::Unknown)
}

/// Groups and facilities with the most cases first.
pub(super) fn in_order(
    mut groups: Vec<Group>,
    total: Group,
    mut facilities: Vec<(FacilityId, u32)>,
) -> Hotspots {
    groups.retain(|group| !group.is_empty());
    // Two numbers may stand for one facility: those of it, and of what was found to be it.
    facilities.sort_unstable();
    facilities.dedup_by(|later, first| {
        let is_same = later.0 == first.0;
        first.1 += if is_same { later.1 } else { 0 };
        is_same
    });
    groups.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.key.cmp(&b.key)));
    facilities.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Hotspots { groups, total, facilities }
}
