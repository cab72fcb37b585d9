//! Facilities: added, renamed, closed, left without a contract, and found to be one another.

mod error;
mod import;
mod merge;
mod words;

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::json;

use super::log::plain;
use super::{AppError, Session, offered};
use crate::book::Book;
use crate::domain::case::LONGEST_LINE;
use crate::domain::draft::Facilities as _;
use crate::domain::entry::Kind;
use crate::domain::facility::{Contract, Facility, FacilityChanged, FacilityId, FacilityKind};
use crate::domain::text::{compact, has_khmer};
use crate::reference::hospitals::commune_facility;
use crate::reference::{Likeness, communes_of, likeness};

pub use error::FacilitiesError;
pub use import::{Doubtful, ListOptions, ListReport};
pub use merge::Merged;

/// What an officer does to one facility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FacilityDeed {
    /// Gives it other names; the ones before are kept beside them. An empty one stays as it is.
    Rename {
        /// Its Khmer name.
        name_km: String,
        /// Its Latin name.
        name_en: String,
    },
    /// Says what else it is called.
    AddAlias(String),
    /// It is closed from a day on.
    Close(NaiveDate),
    /// It is open after all, or again.
    Reopen,
    /// What is known of its contract with the fund.
    Contract(Contract),
    /// It is another one under another identifier.
    MergeInto(FacilityId),
}

/// A closing or a contract lies no more days ahead.
const MOST_DAYS_AHEAD: i64 = 366;

/// What was done to a facility.
#[derive(Debug, Clone, PartialEq)]
pub struct FacilityDone {
    /// As it is now; the one that stays, of a merge.
    pub facility: Arc<Facility>,
    /// Whether anything changed.
    pub is_changed: bool,
    /// The cases that were moved to it.
    pub moved: usize,
}

impl Session {
    /// Does something to a facility; when this returns, it is on the disk.
    pub fn do_to_facility(&mut self, id: &FacilityId, deed: &FacilityDeed) -> Result<FacilityDone, AppError> {
        let of = || FacilityChanged::of(id.clone());
        let change = match deed {
            FacilityDeed::Rename { name_km, name_en } => {
                let (name_km, name_en) = (name(name_km)?, name(name_en)?);
                if name_km.is_none() && name_en.is_none() {
                    return Err(FacilitiesError::NoName.into());
                }
                FacilityChanged { name_km, name_en, ..of() }
            }
            FacilityDeed::AddAlias(alias) => {
                let alias = name(alias)?.ok_or(FacilitiesError::NoName)?;
                self.is_free(&alias, id)?;
                FacilityChanged { aliases: vec![alias], ..of() }
            }
            FacilityDeed::Close(since) => {
                FacilityChanged { closed_since: Some(self.near_enough(*since)?), ..of() }
            }
            FacilityDeed::Reopen => FacilityChanged { is_open: true, ..of() },
            FacilityDeed::Contract(contract) => {
                let (Contract::Since(day) | Contract::Ended(day)) = *contract;
                self.near_enough(day)?;
                FacilityChanged { contract: Some(*contract), ..of() }
            }
            FacilityDeed::MergeInto(into) => {
                let Merged { facility, moved } = self.merge_facilities(id, into)?;
                return Ok(FacilityDone { facility, is_changed: true, moved });
            }
        };
        self.change_facility(change)
    }

    /// Whether a name may come to a facility: where it is another's, it would from now on mean neither.
    fn is_free(&mut self, alias: &str, id: &FacilityId) -> Result<(), AppError> {
        self.book.refresh()?;
        let own = self.facility_known(id)?.id.clone();
        let is_called = |known: &Facility| known.names().any(|name| compact(name) == compact(alias));
        let others = self.facilities().listed().into_iter().filter(|known| known.id != own);
        let bearer = others.into_iter().find(|known| is_called(known));
        let bearer = bearer.or_else(|| self.names().find(alias).ok().filter(|known| known.id != own));
        match bearer {
            Some(known) => {
                let bearer = offered(&known, self.settings.lang);
                Err(FacilitiesError::NameTaken { given: alias.to_owned(), bearer }.into())
            }
            None => Ok(()),
        }
    }

    /// The facilities in the same district that may be the same as one that is to be added: their names are nearly its own.
    pub fn alike_nearby(&self, new: &Facility) -> Vec<Arc<Facility>> {
        let is_of_commune =
            |kind: FacilityKind| matches!(kind, FacilityKind::HealthCentre | FacilityKind::HealthPost);
        let is_alike = |known: &Facility| {
            let pairs = new.names().flat_map(|name| known.names().map(move |other| (name, other)));
            let mut pairs = pairs.filter(|(name, other)| has_khmer(name) == has_khmer(other));
            pairs.any(|(name, other)| likeness(name, other) != Likeness::Other)
        };
        let communes =
            new.district.into_iter().flat_map(communes_of).filter_map(|place| place.code.commune());
        let of_communes =
            communes.filter(|_| is_of_commune(new.kind)).filter_map(|at| commune_facility(new.kind, at));
        let of_communes = of_communes.filter_map(|made| self.facilities().get(&made.id));
        let mut all: Vec<Arc<Facility>> = Vec::new();
        for known in self.facilities().listed().into_iter().chain(of_communes) {
            // The centre and the post of a commune share its name, as they should.
            let is_kind = known.kind == new.kind || !(is_of_commune(known.kind) || is_of_commune(new.kind));
            let is_there = new.district.is_some() && known.district == new.district;
            let is_other = known.id != new.id && !all.iter().any(|other| other.id == known.id);
            if is_kind && is_there && is_other && is_alike(&known) {
                all.push(known);
            }
        }
        all
    }

    /// A day that may be meant: a closing is announced some months before it, and 2062 is a slip for 2026 that nobody would
    /// notice for 36 years.
    fn near_enough(&self, day: NaiveDate) -> Result<NaiveDate, FacilitiesError> {
        let ahead = day.signed_duration_since(self.today()).num_days();
        if ahead > MOST_DAYS_AHEAD { Err(FacilitiesError::FarAhead(day)) } else { Ok(day) }
    }

    /// Changes what a change names of a facility that is known; nothing is written where all is so already.
    fn change_facility(&mut self, mut change: FacilityChanged) -> Result<FacilityDone, AppError> {
        self.book.refresh()?;
        let known = self.facility_known(&change.id)?;
        change.id = known.id.clone();
        let is_changed = change.changes(&known);
        if is_changed {
            let clock = self.clock;
            let subject = Book::subject_of_facility(&known.id);
            self.book.write(clock.milliseconds(), |door| -> Result<(), AppError> {
                door.append(plain(Kind::FacilityChanged, subject, clock.new_id(), &json!(change)))?;
                Ok(())
            })?;
        }
        Ok(FacilityDone { facility: self.facility_known(&known.id)?, is_changed, moved: 0 })
    }

    /// The facility that an identifier means.
    pub(super) fn facility_known(&self, id: &FacilityId) -> Result<Arc<Facility>, FacilitiesError> {
        self.facilities().get(id).ok_or_else(|| FacilitiesError::Unknown(id.clone()))
    }
}

/// A name as it is kept; `None` for none.
fn name(text: &str) -> Result<Option<String>, FacilitiesError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if length > LONGEST_LINE {
        return Err(FacilitiesError::TooLong(length));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests;
