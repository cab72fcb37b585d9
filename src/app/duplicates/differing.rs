//! What two cases differ in that can hardly be one visit.

use super::words;
use crate::book::Door;
use crate::domain::case::Case;
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::i18n::Lang;
use crate::i18n::numbers::number;

/// A visit may be told with the day on which it was logged, and that a few days late; not later.
const MOST_DAYS: i64 = 7;

/// What two cases differ in that can hardly be one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The case that would be kept.
    pub kept: CaseNumber,
    /// The one that would be joined into it.
    pub other: CaseNumber,
    /// Where each was, where that is not the same.
    pub facilities: Option<[FacilityId; 2]>,
    /// How many days lie between the visits, where they are many.
    pub days: Option<i64>,
    /// Whether somebody said of the two that they are not one.
    pub were_kept_apart: bool,
}

impl Differing {
    /// `None` where they may be one.
    pub(super) fn of(door: &Door<'_>, kept: &Case, other: &Case) -> Option<Self> {
        // Of a facility that was found to be another, that other one.
        let place = |case: &Case| {
            let id = &case.record.facility;
            door.facility(id).map_or_else(|| id.clone(), |known| known.id.clone())
        };
        let places = [place(kept), place(other)];
        let days = (kept.record.visited_on - other.record.visited_on).num_days().abs();
        let apart = |one: &Case, other: &Case| one.follow.kept_apart.contains(&other.id);
        let differing = Self {
            kept: kept.number.clone(),
            other: other.number.clone(),
            facilities: (places[0] != places[1]).then_some(places),
            days: (days > MOST_DAYS).then_some(days),
            were_kept_apart: apart(kept, other) || apart(other, kept),
        };
        let may_be_one =
            differing.facilities.is_none() && differing.days.is_none() && !differing.were_kept_apart;
        (!may_be_one).then_some(differing)
    }

    /// In words.
    pub(super) fn said(&self, lang: Lang) -> String {
        let mut said = Vec::new();
        if let Some([one, other]) = &self.facilities {
            said.push(words::differ_in_facility(lang, one.as_str(), other.as_str()));
        }
        if let Some(days) = self.days {
            said.push(words::differ_in_days(lang, &number(days.unsigned_abs(), lang)));
        }
        if self.were_kept_apart {
            said.push(words::differ_by_word(lang).to_owned());
        }
        words::differ(lang, self.kept.as_str(), self.other.as_str(), &said.join(", "))
    }
}

impl std::fmt::Display for Differing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cases {} and {} can hardly be one", self.kept, self.other)
    }
}
