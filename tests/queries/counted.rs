//! Hotspots, counted from one case after the other.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use wardbook::book::{Group, GroupBy, GroupKey, Hotspots};
use wardbook::domain::facility::FacilityId;
use wardbook::domain::issue::IssueCode;
use wardbook::domain::period::Span;
use wardbook::domain::place::PlaceCode;
use wardbook::domain::text::fold;
use wardbook::domain::values::{Coded, Severity};
use wardbook::domain::waits::Waits;

use crate::plain::Row;

/// What the book should say.
pub fn hotspots(rows: &[&Row], by: GroupBy, span: Span, today: NaiveDate) -> Hotspots {
    let mut members: BTreeMap<(GroupKey, String), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        for key in keys(row, by) {
            members.entry(key).or_default().push(row);
        }
    }
    let mut groups: Vec<Group> = members
        .into_iter()
        .map(|((key, folded), rows)| {
            let key = if folded.is_empty() { key } else { GroupKey::Name(spelling(&rows, by, span)) };
            group(key, &rows, span, today)
        })
        .filter(|group| group.cases + group.observed + group.issues.iter().sum::<u32>() > 0)
        .collect();
    groups.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.key.cmp(&b.key)));
    let mut facilities: BTreeMap<FacilityId, u32> = BTreeMap::new();
    if matches!(by, GroupBy::Province | GroupBy::District | GroupBy::Facility) {
        for row in rows.iter().filter(|row| is_complaint(row) && span.contains(row.visited_on())) {
            *facilities.entry(row.facility_id().clone()).or_default() += 1;
        }
    }
    let mut facilities: Vec<(FacilityId, u32)> = facilities.into_iter().collect();
    facilities.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Hotspots { groups, total: group(GroupKey::Unknown, rows, span, today), facilities }
}

fn is_complaint(row: &Row) -> bool {
    row.issues().iter().any(|(code, _)| *code != IssueCode::Good)
}

/// The groups of a row; of names the folded one.
fn keys(row: &Row, by: GroupBy) -> Vec<(GroupKey, String)> {
    let facility = row.facility.as_deref();
    let key = match by {
        GroupBy::Province => facility.map(|known| GroupKey::Place(PlaceCode::Province(known.province))),
        GroupBy::District => {
            facility.and_then(|known| known.district).map(|known| GroupKey::Place(PlaceCode::District(known)))
        }
        GroupBy::Facility => Some(GroupKey::Facility(row.facility_id().clone())),
        GroupBy::Payer => Some(GroupKey::Payer(row.payer())),
        GroupBy::Month => Some(GroupKey::Month(row.visited_on().year(), row.visited_on().month())),
        GroupBy::Issue => {
            let issues = row.issues();
            return issues.iter().map(|(code, _)| (GroupKey::Issue(*code), String::new())).collect();
        }
        GroupBy::Employer | GroupBy::Local => {
            return vec![(GroupKey::Unknown, name(row, by).map(fold).unwrap_or_default())];
        }
    };
    vec![(key.unwrap_or(GroupKey::Unknown), String::new())]
}

fn name(row: &Row, by: GroupBy) -> Option<&str> {
    let record = &row.case()?.record;
    if by == GroupBy::Employer { record.employer.as_deref() } else { record.local.as_deref() }
}

/// As a name is most often written in what is counted; of two the first in the order of their texts.
fn spelling(rows: &[&Row], by: GroupBy, span: Span) -> String {
    let mut spellings: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        let counts = u32::from(is_complaint(row) && span.contains(row.visited_on()));
        *spellings.entry(name(row, by).unwrap_or_default()).or_default() += counts;
    }
    let most = spellings.values().max().copied().unwrap_or(0);
    spellings
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(name, _)| name.to_owned())
        .unwrap_or_default()
}

fn group(key: GroupKey, rows: &[&Row], span: Span, today: NaiveDate) -> Group {
    let within = |row: &&&Row| span.contains(row.visited_on());
    let complaints: Vec<&Row> = rows.iter().filter(|row| is_complaint(row)).copied().collect();
    let count = |passes: &dyn Fn(&Row) -> bool| {
        complaints.iter().filter(within).filter(|row| passes(row)).count() as u32
    };
    let between = |first: u64, last: u64| {
        let ago = |days| today.checked_sub_days(Days::new(days)).unwrap();
        let days = ago(first)..=ago(last);
        complaints.iter().filter(|row| days.contains(&row.visited_on())).count() as u32
    };
    let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    let timed = rows.iter().filter(within).filter(|row| row.case().is_none() || is_complaint(row));
    Group {
        key,
        cases: count(&|_| true),
        open: count(&|row| row.case().is_some_and(|case| case.status.is_open())),
        severe: count(&|row| row.issues().iter().any(|(_, severity)| *severity == Severity::High)),
        issues: std::array::from_fn(|position| {
            let code = IssueCode::at(position as u8).unwrap();
            let has = |row: &&&Row| row.issues().iter().any(|(one, _)| *one == code);
            rows.iter().filter(within).filter(has).count() as u32
        }),
        observed: rows.iter().filter(within).filter(|row| row.case().is_none()).count() as u32,
        waits: timed.filter_map(|row| row.waited()).collect::<Waits>(),
        last_28: between(27, 0),
        previous_84: between(27 + 84, 28),
        months: std::array::from_fn(|place| {
            let ago = 11 - place as i32;
            let on = |row: &&&Row| row.visited_on() <= today && month(today) - month(row.visited_on()) == ago;
            complaints.iter().filter(on).count() as u32
        }),
    }
}
