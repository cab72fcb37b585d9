//! Why a row of a list of facilities is refused.

use thiserror::Error;

use super::words;
use crate::domain::facility::FacilityKind;
use crate::domain::place::PlaceCode;
use crate::domain::point::{BadPoint, point};
use crate::i18n::{Lang, Named, Speak, numbers};

/// Why a row of a list of facilities is refused.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum RowFault {
    /// Neither code nor name.
    #[error("neither code nor name")]
    NoName,
    /// No kind of facility.
    #[error("no kind: {0}")]
    UnknownKind(String),
    /// A new facility of which nothing says what it is.
    #[error("what it is is not said")]
    NoKind,
    /// No such place, or several.
    #[error("no place: {0}")]
    UnknownPlace(String),
    /// A place that does not lie in the one above it.
    #[error("{0} is not in {1}")]
    PlaceElsewhere(PlaceCode, PlaceCode),
    /// A new facility that lies nowhere, or not precisely enough to be told from others of its kind.
    #[error("the place is not known precisely enough")]
    NoPlace,
    /// A new facility without a name.
    #[error("a {0} without a name")]
    Nameless(FacilityKind),
    /// No number where a point is.
    #[error("no number: {0}")]
    NoNumber(String),
    /// No point in Cambodia.
    #[error(transparent)]
    Point(BadPoint),
    /// A decision for a facility that is not here.
    #[error("no facility {0}")]
    UnknownFacility(String),
    /// The same facility as on an earlier line.
    #[error("as on line {0}")]
    Twice(u64),
}

impl Speak for RowFault {
    fn what(&self, lang: Lang) -> String {
        let written = |number: f64| numbers::digits(&number.to_string(), lang);
        match self {
            Self::NoName => words::no_name(lang).to_owned(),
            Self::UnknownKind(text) => words::unknown_kind(lang, text),
            Self::NoKind => words::no_kind(lang).to_owned(),
            Self::UnknownPlace(text) => words::unknown_place(lang, text),
            Self::PlaceElsewhere(place, around) => {
                words::place_elsewhere(lang, &place.to_string(), &around.to_string())
            }
            Self::NoPlace => words::no_place(lang).to_owned(),
            Self::Nameless(kind) => words::nameless(lang, kind.name(lang)),
            Self::NoNumber(text) => words::no_number(lang, text),
            Self::Point(BadPoint::Elsewhere(north, east)) => {
                words::elsewhere(lang, &written(*north), &written(*east))
            }
            Self::Point(BadPoint::Mixed(..)) => words::mixed(lang).to_owned(),
            Self::UnknownFacility(id) => words::unknown_facility(lang, id),
            Self::Twice(line) => words::twice(lang, *line),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::UnknownKind(_) | Self::NoKind => {
                let kinds: Vec<&str> = FacilityKind::ALL.iter().map(|kind| kind.as_str()).collect();
                words::kinds(lang, &kinds.join(", "))
            }
            Self::UnknownPlace(_) | Self::PlaceElsewhere(..) => words::place_hint(lang).to_owned(),
            Self::NoPlace => words::no_place_hint(lang).to_owned(),
            Self::Point(BadPoint::Elsewhere(north, east)) if point(*north, *east).is_ok() => {
                words::swapped_hint(lang).to_owned()
            }
            Self::Point(_) => words::point_hint(lang).to_owned(),
            Self::NoName
            | Self::Nameless(_)
            | Self::NoNumber(_)
            | Self::UnknownFacility(_)
            | Self::Twice(_) => return None,
        })
    }
}
