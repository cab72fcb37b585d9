//! Which facility a row means: as an officer decided, by identifier or name, else by a name like it in the place that the row
//! tells. Where the row tells another place than the facility's, it is doubtful, whatever its name.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::app::finder::Names;
use crate::domain::column::Column;
use crate::domain::draft::{Facilities, Typed};
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::filter::Names as _;
use crate::domain::place::{Level, PlaceCode};
use crate::domain::text::{compact, fold};

/// Facilities that were found, or what is nearest, by the text and the place that were told.
type Found = HashMap<(String, Option<PlaceCode>), Result<Arc<Facility>, Vec<String>>>;

/// What officers decided on names that are doubtful: by the name, and the place that was told with it. A table tells the same
/// names and places again and again: each is looked up once.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    decided: HashMap<String, FacilityId>,
    places: RefCell<HashMap<[String; 3], Option<PlaceCode>>>,
    found: RefCell<Found>,
    /// The decisions that rows were read by.
    used: RefCell<BTreeMap<String, FacilityId>>,
}

/// Between a name and the code of the place that was told with it: `Referral Hospital @ 08`.
pub(in crate::app) const AT: &str = " @ ";

/// Under what a decision on a name stands.
pub(in crate::app) fn decided_name(text: &str, place: Option<PlaceCode>) -> String {
    match place {
        Some(place) => format!("{text}{AT}{place}"),
        None => text.to_owned(),
    }
}

impl Decisions {
    pub fn new(decided: &BTreeMap<String, FacilityId>) -> Self {
        let decided = decided.iter().map(|(text, id)| (fold(text), id.clone())).collect();
        Self { decided, ..Self::default() }
    }

    /// The decisions that rows were read by.
    pub fn used(self) -> BTreeMap<String, FacilityId> {
        self.used.into_inner()
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
        let texts = PLACES.map(|(column, _)| self.row.text(column).trim());
        if texts.iter().all(|text| text.is_empty()) {
            return None;
        }
        let texts = texts.map(str::to_owned);
        if let Some(known) = self.decisions.places.borrow().get(&texts) {
            return *known;
        }
        let place = self.look_up_place();
        self.decisions.places.borrow_mut().insert(texts, place);
        place
    }

    /// Whether the facility that is meant lies in another province than the row tells.
    pub fn is_elsewhere(&self, text: &str) -> bool {
        let Some(told) = self.place() else {
            return false;
        };
        self.find(text.trim()).is_ok_and(|facility| facility.place().province() != told.province())
    }

    fn look_up_place(&self) -> Option<PlaceCode> {
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
        if let Some(found) = self.names.identified(text).ok().or_else(|| self.numbered(text)) {
            return Ok(found);
        }
        let key = (text.to_owned(), self.place());
        if let Some(known) = self.decisions.found.borrow().get(&key) {
            return known.clone();
        }
        let found = self.look_up(text, key.1);
        self.decisions.found.borrow_mut().insert(key, found.clone());
        found
    }
}

/// Of districts people are less sure than of their province.
fn around(place: Option<PlaceCode>) -> Option<PlaceCode> {
    place.and_then(|place| std::iter::successors(Some(place), |place| place.parent()).last())
}

impl OfRow<'_> {
    /// What an officer decided on a name as this row tells it: under what name that stands, and the facility.
    pub fn decided(&self, text: &str) -> Option<(String, Arc<Facility>)> {
        let is_identifier = self.names.identified(text).is_ok();
        if is_identifier { None } else { self.decided_in(text, self.place()) }
    }

    /// Without a place of its own a decision holds only where the row tells none that contradicts it.
    fn decided_in(&self, text: &str, place: Option<PlaceCode>) -> Option<(String, Arc<Facility>)> {
        if self.decisions.decided.is_empty() {
            return None;
        }
        let on = |place| {
            let name = fold(&decided_name(text, place));
            let decided = self.decisions.decided.get(&name)?;
            Some((name, self.names.identified(decided.as_str()).ok()?))
        };
        let province = around(place);
        let lies_there = |known: &Facility| province.is_none_or(|place| known.place().is_within(place));
        on(place).filter(|_| place.is_some()).or_else(|| on(None).filter(|(_, known)| lies_there(known)))
    }

    /// A name with the identifier behind it, as the form for telephones offers those that share their name: `Star Clinic (77001)`.
    fn numbered(&self, text: &str) -> Option<Arc<Facility>> {
        let (name, id) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
        let found = self.names.identified(id).ok()?;
        let is_it = found.names().any(|known| compact(known) == compact(name));
        is_it.then_some(found)
    }

    fn look_up(&self, text: &str, place: Option<PlaceCode>) -> Result<Arc<Facility>, Vec<String>> {
        let province = around(place);
        let lies_there = |facility: &Facility| province.is_none_or(|place| facility.place().is_within(place));
        if let Some((name, decided)) = self.decided_in(text, place) {
            self.decisions.used.borrow_mut().insert(name, decided.id.clone());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::finder::Finder;
    use crate::book::FacilityTable;
    use crate::brief::form::built_in;
    use crate::domain::draft::Draft;
    use crate::i18n::Lang;
    use crate::reference;

    /// As an export with labels tells them: names of the facility, its district and its province, in one language. None is taken
    /// for another one; where two of a district are called the same, it is left to an officer.
    #[test]
    fn facilities_are_known_by_the_labels_that_a_form_offers() {
        let table = FacilityTable::default();
        let mut finder = Finder::default();
        let names = finder.names(&table, Lang::En);
        let decisions = Decisions::default();
        let mut doubtful = Vec::new();
        for facility in built_in() {
            for lang in Lang::ALL {
                let label = |place: PlaceCode| {
                    reference::place(place).map_or("", |place| lang.pick(&place.name_km, &place.name_en))
                };
                let mut row = Draft::default();
                row.set(Column::Province, label(facility.province.into()));
                row.set(Column::District, label(facility.district.unwrap().into()));
                let text = lang.pick(&facility.name_km, &facility.name_en);
                match OfRow::new(&names, &decisions, &row).find(text) {
                    Ok(found) => assert_eq!(found.id, facility.id, "{text}"),
                    Err(_) => doubtful.push(format!("{} {text}", facility.id)),
                }
            }
        }
        assert_eq!(doubtful, [""; 0]);
    }
}
