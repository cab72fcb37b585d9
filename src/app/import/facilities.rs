//! Which facility a row means: as an officer decided, by identifier or name, else by a name like it in the place that the row
//! tells. Where the row tells another place than the facility's, it is doubtful, whatever its name.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::app::finder::Names;
use crate::domain::column::Column;
use crate::domain::draft::{Facilities, Typed};
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter::Names as _;
use crate::domain::place::{Level, PlaceCode};
use crate::domain::text::fold;

/// What officers decided on names that are doubtful: by the name, and the place that was told with it.
#[derive(Debug, Default)]
pub(super) struct Decisions(HashMap<String, FacilityId>);

/// Between a name and the code of the place that was told with it: `Referral Hospital @ 08`.
const AT: &str = " @ ";

/// Under what a decision on a name stands.
pub fn decided_name(text: &str, place: Option<PlaceCode>) -> String {
    match place {
        Some(place) => format!("{text}{AT}{place}"),
        None => text.to_owned(),
    }
}

impl Decisions {
    pub fn new(decided: &BTreeMap<String, FacilityId>) -> Self {
        Self(decided.iter().map(|(text, id)| (fold(text), id.clone())).collect())
    }

    /// What was decided on a name: of the very place, else of the name alone.
    fn on(&self, text: &str, place: Option<PlaceCode>) -> Option<&FacilityId> {
        if self.0.is_empty() {
            return None;
        }
        let there = place.and_then(|place| self.0.get(&fold(&decided_name(text, Some(place)))));
        there.or_else(|| self.0.get(&fold(text)))
    }
}

/// Facilities as one row means them.
pub(super) struct OfRow<'a> {
    names: &'a Names<'a>,
    decisions: &'a Decisions,
    row: &'a dyn Typed,
}

/// The columns that tell where a facility lies, the smallest place first.
const PLACES: [(Column, Level); 3] = [
    (Column::Commune, Level::Commune),
    (Column::District, Level::District),
    (Column::Province, Level::Province),
];

impl<'a> OfRow<'a> {
    pub fn new(names: &'a Names<'a>, decisions: &'a Decisions, row: &'a dyn Typed) -> Self {
        Self { names, decisions, row }
    }

    /// The smallest place that the row tells and that is one place only: a name of a district counts with its province.
    pub fn place(&self) -> Option<PlaceCode> {
        let mut around: Option<PlaceCode> = None;
        for (column, level) in PLACES.into_iter().rev() {
            let text = self.row.text(column).trim();
            if text.is_empty() {
                continue;
            }
            let found = self.names.places(level, text).unwrap_or_default();
            let within =
                found.into_iter().filter(|place| around.is_none_or(|around| place.is_within(around)));
            if let [place] = within.collect::<Vec<_>>().as_slice() {
                around = Some(*place);
            }
        }
        around
    }
}

impl Facilities for OfRow<'_> {
    fn find(&self, text: &str) -> Result<Arc<Facility>, Vec<String>> {
        if let Ok(found) = self.names.identified(text) {
            return Ok(found);
        }
        let place = self.place();
        // Of districts people are less sure than of their province.
        let province =
            place.and_then(|place| std::iter::successors(Some(place), |place| place.parent()).last());
        let lies_there = |facility: &Facility| province.is_none_or(|place| facility.place().is_within(place));
        // Without a place of its own a decision holds only where the row tells none that contradicts it.
        let decided = self.decisions.on(text, place).and_then(|id| self.names.identified(id.as_str()).ok());
        let of_place =
            place.is_some_and(|place| self.decisions.0.contains_key(&fold(&decided_name(text, Some(place)))));
        if let Some(decided) = decided.filter(|facility| of_place || lies_there(facility)) {
            return Ok(decided);
        }
        match (self.names.find(text), place) {
            (Ok(found), _) if lies_there(&found) => Ok(found),
            (_, Some(place)) => {
                let there = self.names.find_within(text, place);
                there.or_else(|nearest| {
                    province.map_or(Err(nearest), |place| self.names.find_within(text, place))
                })
            }
            (Ok(found), None) => Ok(found),
            (Err(nearest), None) => Err(nearest),
        }
    }
}
