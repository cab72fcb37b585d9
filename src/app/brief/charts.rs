//! What charts need beside the figures of tables.

use std::collections::BTreeMap;

use crate::app::HotspotsView;
use crate::book::GroupBy;
use crate::brief::compose::ChartFacts;
use crate::domain::values::{Coded, Payer};
use crate::insight::quantile;

/// Which provinces the places are, of their codes by name, and how the waits of both kinds of payers are spread. The
/// brief draws of it what it tells: a place that it does not show, waits that it does not compare, are not drawn.
pub(super) fn charts(
    by_place: GroupBy,
    codes: &BTreeMap<String, String>,
    by_payer: &HotspotsView,
) -> ChartFacts {
    let are_provinces = by_place == GroupBy::Province;
    let places = codes.iter().filter(|_| are_provinces);
    let province = places.filter_map(|(name, code)| Some((code.parse().ok()?, name.clone())));
    let quartiles = |payer: Payer| {
        let group = by_payer.groups.iter().find(|group| group.key.as_deref() == Some(payer.code()))?;
        quantile(&group.waits, 0.25).zip(quantile(&group.waits, 0.75))
    };
    ChartFacts { provinces: province.collect(), quartiles: [Payer::Nssf, Payer::Cash].map(quartiles) }
}
