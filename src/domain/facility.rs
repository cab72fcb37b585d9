//! What a facility is, and the identifiers by which every book means the same one.
//!
//! An identifier is either somebody's list number (`H010001`, `N00003`, or any other that an official list brings),
//! or is made from what the facility is and where it lies, so that two officers who add the same one agree without
//! talking to each other. Which facilities exist, and what places are called, is not known here.

mod change;
mod id;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use change::{FacilityChanged, FacilityMerged, described};
pub use id::{BadFacilityId, DeriveError, FacilityId};

use super::place::{Commune, District, PlaceCode, Province};
use super::text::compact;

/// What kind of facility it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacilityKind {
    /// A national hospital.
    NationalHospital,
    /// A province's (or the capital's) referral hospital.
    ProvincialHospital,
    /// A district's referral hospital.
    ReferralHospital,
    /// A health centre.
    HealthCentre,
    /// A health post.
    HealthPost,
    /// A private hospital or polyclinic.
    PrivateHospital,
    /// A private clinic or cabinet.
    PrivateClinic,
}

/// A text that is no kind of facility; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{0}” is no kind of facility")]
pub struct BadFacilityKind(pub String);

impl FacilityKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::NationalHospital,
        Self::ProvincialHospital,
        Self::ReferralHospital,
        Self::HealthCentre,
        Self::HealthPost,
        Self::PrivateHospital,
        Self::PrivateClinic,
    ];

    /// The code in files: `health_centre`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NationalHospital => "national_hospital",
            Self::ProvincialHospital => "provincial_hospital",
            Self::ReferralHospital => "referral_hospital",
            Self::HealthCentre => "health_centre",
            Self::HealthPost => "health_post",
            Self::PrivateHospital => "private_hospital",
            Self::PrivateClinic => "private_clinic",
        }
    }

    /// Whether the hospital's stages of care apply, and not the health centre's.
    pub const fn is_hospital(self) -> bool {
        matches!(
            self,
            Self::NationalHospital
                | Self::ProvincialHospital
                | Self::ReferralHospital
                | Self::PrivateHospital
        )
    }
}

impl fmt::Display for FacilityKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for FacilityKind {
    type Err = BadFacilityKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.trim().to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == code)
            .ok_or_else(|| BadFacilityKind(text.to_owned()))
    }
}

/// A hospital, health centre, health post or clinic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facility {
    /// Its identifier.
    pub id: FacilityId,
    /// What it is.
    pub kind: FacilityKind,
    /// Its name in Khmer.
    pub name_km: String,
    /// Its name in English, or in Latin letters.
    pub name_en: String,
    /// The province it lies in.
    pub province: Province,
    /// The district it lies in, where known.
    pub district: Option<District>,
    /// The commune it lies in, where known.
    pub commune: Option<Commune>,
    /// Latitude and longitude in degrees, WGS 84, where surveyed.
    pub point: Option<(f64, f64)>,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// Who says so: a list's short name.
    pub source: String,
    /// Its numbers in official lists, where they are not its identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The first day on which it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_since: Option<NaiveDate>,
    /// What is known of its contract with the fund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// The facility that it was found to be: the same under another identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<FacilityId>,
}

/// What is known of a facility's contract with the fund. Of most nothing is: then nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contract {
    /// It has one from this day on, and had none before.
    Since(NaiveDate),
    /// It has none from this day on.
    Ended(NaiveDate),
}

impl Contract {
    /// Whether there was none on a day.
    pub fn is_missing_on(self, day: NaiveDate) -> bool {
        match self {
            Self::Since(first) => day < first,
            Self::Ended(first) => day >= first,
        }
    }
}

impl Facility {
    /// The day since which it is closed, where it was on that day.
    pub fn closed_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.closed_since.filter(|since| *since <= day)
    }

    /// What is known of its contract, where it had none on that day.
    pub fn without_contract_on(&self, day: NaiveDate) -> Option<Contract> {
        self.contract.filter(|contract| contract.is_missing_on(day))
    }

    /// All that it is called: both names, and the others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.name_km, &self.name_en].into_iter().chain(&self.aliases).map(String::as_str)
    }

    /// Gives it another name beside its own, unless it is called so already.
    pub fn also_called(&mut self, name: &str) {
        let name = name.trim();
        if !name.is_empty() && !self.names().any(|known| compact(known) == compact(name)) {
            self.aliases.push(name.to_owned());
        }
    }

    /// The smallest place it is known to lie in.
    pub fn place(&self) -> PlaceCode {
        let commune = self.commune.map(PlaceCode::Commune);
        let district = self.district.map(PlaceCode::District);
        commune.or(district).unwrap_or(PlaceCode::Province(self.province))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_round_trip() {
        for kind in FacilityKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
        }
        assert!("hospital".parse::<FacilityKind>().is_err());
        assert!(FacilityKind::PrivateHospital.is_hospital() && !FacilityKind::PrivateClinic.is_hospital());
    }
}
