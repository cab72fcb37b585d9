//! Groups while they grow.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::scan::{Visit, Window};
use super::{Group, GroupBy, GroupKey, Hotspots};
use crate::book::FacilityTable;
use crate::book::columns::{MOST_NUMBERS, Names};
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
    pub fn add(&mut self, minutes: u32) {
        let place = minutes as usize;
        if place >= TABLE {
            self.long.push(minutes);
            return;
        }
        if self.table.len() <= place {
            self.table.resize(place + 1, 0);
        }
        if let Some(count) = self.table.get_mut(place) {
            *count += 1;
        }
    }

    pub fn finish(self) -> Waits {
        let mut waits: Waits = (0..).zip(self.table).collect();
        waits.merge(&self.long.into_iter().collect());
        waits
    }
}

/// A group with its waits still in a table.
pub(super) struct Growing {
    pub group: Group,
    waits: WaitTable,
}

impl Growing {
    pub fn new(key: GroupKey) -> Self {
        Self { group: Group::new(key), waits: WaitTable::default() }
    }

    /// Takes a case or an observation in. Windows and months are counted whatever the period, so that a short one does
    /// not make what came before it look like nothing.
    pub fn add(&mut self, visit: &Visit) {
        let is_complaint = visit.is_complaint();
        let group = &mut self.group;
        if is_complaint {
            group.last_28 += u32::from(visit.on.window == Some(Window::Last28));
            group.previous_84 += u32::from(visit.on.window == Some(Window::Previous84));
            let month = visit.on.months_ago.and_then(|ago| 11_usize.checked_sub(ago.into()));
            if let Some(count) = month.and_then(|month| group.months.get_mut(month)) {
                *count += 1;
            }
        }
        if !visit.in_span {
            return;
        }
        for (code, _) in visit.issues.iter() {
            if let Some(count) = group.issues.get_mut(usize::from(code.position())) {
                *count += 1;
            }
        }
        group.observed += u32::from(visit.observed);
        if is_complaint {
            group.cases += 1;
            group.open += u32::from(visit.open);
            group.severe += u32::from(visit.issues.is_severe());
        }
        if let Some(minutes) = visit.counted_wait() {
            self.waits.add(minutes);
        }
    }

    pub fn finish(self) -> Group {
        Group { waits: self.waits.finish(), ..self.group }
    }
}

/// The groups of a query while its cases are counted.
pub(super) struct Tally<'a> {
    facilities: &'a FacilityTable,
    names: &'a Names,
    by: GroupBy,
    total: Growing,
    groups: Vec<Growing>,
    by_key: HashMap<GroupKey, u32>,
    /// Which group a number belongs to (a facility's, a payer's, a month's, a name's), and how many cases have it.
    by_number: Vec<(u32, u32)>,
    /// For names: which group a folded name has.
    by_name: HashMap<String, u32>,
}

impl<'a> Tally<'a> {
    pub fn new(facilities: &'a FacilityTable, names: &'a Names, by: GroupBy) -> Self {
        Self {
            facilities,
            names,
            by,
            total: Growing::new(GroupKey::Unknown),
            groups: Vec::new(),
            by_key: HashMap::new(),
            by_number: Vec::new(),
            by_name: HashMap::new(),
        }
    }

    pub fn add(&mut self, visit: &Visit) {
        self.total.add(visit);
        let number = match self.by {
            GroupBy::Issue => {
                for (code, _) in visit.issues.iter() {
                    self.add_to(u64::from(code.position()), visit);
                }
                return;
            }
            GroupBy::Province | GroupBy::District | GroupBy::Facility => visit.facility,
            GroupBy::Employer => visit.employer,
            GroupBy::Local => visit.local,
            GroupBy::Payer => visit.payer,
            GroupBy::Month => {
                let date = NaiveDate::from_num_days_from_ce_opt(visit.visited_on).unwrap_or_default();
                let month = i64::from(date.year()) * 12 + i64::from(date.month0());
                match u64::try_from(month) {
                    Ok(month) if month < 12 * 10_000 => month,
                    _ => return,
                }
            }
        };
        self.add_to(number, visit);
    }

    fn add_to(&mut self, number: u64, visit: &Visit) {
        let mut number = number;
        if self.by_number.len() as u64 <= number && !self.knows(number) {
            number = 0;
        }
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
        let Some(entry) = self.by_number.get_mut(place) else {
            return;
        };
        entry.1 += u32::from(visit.in_span && visit.is_complaint());
        if let Some(group) = self.groups.get_mut(entry.0 as usize) {
            group.add(visit);
        }
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
            self.groups.push(Growing::new(key));
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
        let mut groups: Vec<Group> = self.groups.into_iter().map(Growing::finish).collect();
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
        in_order(groups, self.total.finish(), facilities)
    }
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
    groups.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.key.cmp(&b.key)));
    facilities.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Hotspots { groups, total, facilities }
}
