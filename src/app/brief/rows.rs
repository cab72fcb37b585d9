//! Counted groups as rows of a brief.

use crate::app::{GroupView, HotspotsView};
use crate::brief::compose::Row;
use crate::domain::values::{Coded, Payer};
use crate::i18n::Lang;

pub(super) fn row(group: &GroupView, lang: Lang) -> Row {
    let severe = group.severe_share.zip(group.severe_low).zip(group.severe_high);
    Row {
        name: group.name(lang).to_owned(),
        cases: group.cases,
        open: Some(group.open),
        timed: group.timed,
        median: group.wait_median,
        p90: group.wait_p90,
        severe: severe.map(|((share, low), high)| (share, low, high)),
    }
}

pub(super) fn rows(view: &HotspotsView, lang: Lang) -> Vec<Row> {
    view.groups.iter().map(|group| row(group, lang)).collect()
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
    found.map_or_else(Row::default, |group| row(group, lang))
}
