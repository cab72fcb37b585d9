//! Which facility a row means: by identifier or name, else by a name like it in the place that the row tells.

use std::sync::Arc;

use crate::app::finder::Names;
use crate::domain::column::Column;
use crate::domain::draft::{Facilities, Typed};
use crate::domain::facility::Facility;
use crate::domain::filter::Names as _;
use crate::domain::place::{Level, PlaceCode};

/// Facilities as one row means them.
pub(super) struct OfRow<'a> {
    names: &'a Names<'a>,
    row: &'a dyn Typed,
}

/// The columns that tell where a facility lies, the smallest place first.
const PLACES: [(Column, Level); 3] = [
    (Column::Commune, Level::Commune),
    (Column::District, Level::District),
    (Column::Province, Level::Province),
];

impl<'a> OfRow<'a> {
    pub fn new(names: &'a Names<'a>, row: &'a dyn Typed) -> Self {
        Self { names, row }
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
        self.names.find(text).or_else(|nearest| match self.place() {
            Some(place) => self.names.find_within(text, place),
            None => Err(nearest),
        })
    }
}
