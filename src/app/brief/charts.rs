//! What charts need beside the figures of tables.

use crate::app::HotspotsView;
use crate::book::GroupBy;
use crate::brief::compose::ChartFacts;
use crate::domain::values::{Coded, Payer};
use crate::i18n::Lang;
use crate::insight::quantile;

/// Which provinces the places are, and how the waits of both kinds of payers are spread.
pub(super) fn charts(
    places: &HotspotsView,
    by_place: GroupBy,
    by_payer: &HotspotsView,
    lang: Lang,
) -> ChartFacts {
    let are_provinces = by_place == GroupBy::Province;
    let groups = places.groups.iter().filter(|_| are_provinces);
    let province =
        groups.filter_map(|group| Some((group.key.as_deref()?.parse().ok()?, group.name(lang).to_owned())));
    let quartiles = |payer: Payer| {
        let group = by_payer.groups.iter().find(|group| group.key.as_deref() == Some(payer.code()))?;
        quantile(&group.waits, 0.25).zip(quantile(&group.waits, 0.75))
    };
    ChartFacts { provinces: province.collect(), quartiles: [Payer::Nssf, Payer::Cash].map(quartiles) }
}
