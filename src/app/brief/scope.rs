//! What of the country a brief is about, and by which places it tells it.

use crate::book::GroupBy;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::party::Party;
use crate::domain::place::{PlaceCode, Province};
use crate::i18n::Lang;
use crate::reference;

/// What a party answers for.
pub(super) enum Scope {
    /// The country, by province.
    Country,
    /// A province, by district.
    Province(Province),
    /// A facility.
    Facility(FacilityId),
}

impl Scope {
    pub(super) fn of(party: &Party) -> Self {
        match (party.facility(), party.province()) {
            (Some(id), _) => Self::Facility(id.clone()),
            (None, Some(province)) => Self::Province(province),
            (None, None) => Self::Country,
        }
    }

    /// By which places its figures are told.
    pub(super) fn by(&self) -> GroupBy {
        match self {
            Self::Province(_) => GroupBy::District,
            Self::Country | Self::Facility(_) => GroupBy::Province,
        }
    }

    pub(super) fn is_of_facility(&self) -> bool {
        matches!(self, Self::Facility(_))
    }

    /// The name of the place under which a facility's cases are told.
    pub(super) fn place_name(&self, facility: &Facility, lang: Lang) -> Option<String> {
        let code = match self {
            Self::Province(_) => facility.district.map(PlaceCode::District),
            _ => Some(PlaceCode::Province(facility.province)),
        };
        let place = reference::place(code?)?;
        Some(lang.pick(&place.name_km, &place.name_en).to_owned())
    }
}

impl std::fmt::Display for Scope {
    /// As the book remembers it: `all`, `place:08`, `facility:H080801`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Country => f.write_str("all"),
            Self::Province(province) => write!(f, "place:{province}"),
            Self::Facility(id) => write!(f, "facility:{id}"),
        }
    }
}
