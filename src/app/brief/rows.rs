//! Counted groups as rows of a brief.

use crate::app::{GroupView, HotspotsView};
use crate::book::{FacilityTable, GroupBy};
use crate::brief::compose::{FacilityRow, Row};
use crate::domain::values::{Coded, Payer};
use crate::i18n::Lang;

pub(super) fn row(group: &GroupView, lang: Lang) -> Row {
    let severe = group.severe_share.zip(group.severe_low).zip(group.severe_high);
    Row {
        name: group.name(lang).to_owned(),
        cases: group.cases,
        open: group.open,
        timed: group.timed,
        median: group.wait_median,
        p90: group.wait_p90,
        severe: severe.map(|((share, low), high)| (share, low, high)),
    }
}

pub(super) fn rows(view: &HotspotsView, lang: Lang) -> Vec<Row> {
    view.groups.iter().map(|group| row(group, lang)).collect()
}

/// Facilities with their figures and the places they lie in, as a table by `by_place` calls them.
pub(super) fn facilities(
    by_facility: &HotspotsView,
    places: &HotspotsView,
    by_place: GroupBy,
    known: &FacilityTable,
    lang: Lang,
) -> Vec<FacilityRow> {
    let placed = |group: &GroupView| {
        let facility = known.get(&group.key.as_deref()?.parse().ok()?)?;
        let (province, district) =
            (facility.province.to_string(), facility.district.map(|code| code.to_string()));
        let code = if by_place == GroupBy::District { district.clone() } else { Some(province.clone()) };
        let place = places.groups.iter().find(|place| place.key == code)?;
        Some(FacilityRow {
            row: row(group, lang),
            place: place.name(lang).to_owned(),
            within: [Some(province), district].into_iter().flatten().collect(),
        })
    };
    by_facility.groups.iter().filter_map(placed).collect()
}

/// Cases by month, in order.
pub(super) fn months(view: &HotspotsView) -> Vec<(i32, u32, u32)> {
    let read = |group: &GroupView| {
        let (year, month) = group.key.as_deref()?.split_once('-')?;
        Some((year.parse().ok()?, month.parse().ok()?, group.cases))
    };
    let mut months: Vec<_> = view.groups.iter().filter_map(read).collect();
    months.sort_unstable();
    months
}

pub(super) fn payer(view: &HotspotsView, payer: Payer, lang: Lang) -> Row {
    let found = view.groups.iter().find(|group| group.key.as_deref() == Some(payer.code()));
    found.map_or(
        Row { name: String::new(), cases: 0, open: 0, timed: 0, median: None, p90: None, severe: None },
        |group| row(group, lang),
    )
}
