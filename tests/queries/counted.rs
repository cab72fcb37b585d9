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
        for row in rows.iter().filter(|row| is_complaint(row) && span.contains(row.visited_on)) {
            *facilities.entry(row.facility_id().clone()).or_default() += 1;
        }
    }
    let mut facilities: Vec<(FacilityId, u32)> = facilities.into_iter().collect();
    facilities.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Hotspots { groups, total: group(GroupKey::Unknown, rows, span, today), facilities }
}

fn is_complaint(row: &Row) -> bool {
    row.issues.iter().any(|(code, _)| *code != IssueCode::Good)
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
        GroupBy::Month => Some(GroupKey::Month(row.visited_on.year(), row.visited_on.month())),
        GroupBy::Issue => {
            return row.issues.iter().map(|(code, _)| (GroupKey::Issue(*code), String::new())).collect();
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
        let counts = u32::from(is_complaint(row) && span.contains(row.visited_on));
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
    let ago = |days| today.checked_sub_days(Days::new(days)).unwrap();
    let (last_28, previous_84) = (ago(27)..=ago(0), ago(27 + 84)..=ago(28));
    let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    let this_month = month(today);
    let mut waits: Vec<u32> = Vec::new();
    let mut group = Group {
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
    };
    for row in rows {
        let (day, is_case) = (row.visited_on, is_complaint(row));
        if is_case {
            group.last_28 += u32::from(last_28.contains(&day));
            group.previous_84 += u32::from(previous_84.contains(&day));
            let ago = this_month - month(day);
            if day <= today && ago < 12 {
                group.months[11 - ago as usize] += 1;
            }
        }
        if !span.contains(day) {
            continue;
        }
        for (code, _) in &row.issues {
            group.issues[usize::from(code.position())] += 1;
        }
        let case = row.case();
        group.observed += u32::from(case.is_none());
        group.cases += u32::from(is_case);
        if is_case {
            group.open += u32::from(case.is_some_and(|case| case.status.is_open()));
            group.severe += u32::from(row.issues.iter().any(|(_, severity)| *severity == Severity::High));
        }
        if is_case || case.is_none() {
            waits.extend(row.waited);
        }
    }
    group.waits = waits.into_iter().collect();
    group
}
