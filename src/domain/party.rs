//! Parties: with whom the union raises things.

use std::fmt;
use std::str::FromStr;

use super::facility::FacilityId;
use super::place::Province;

/// Somebody to raise things with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A facility's director: `facility:H080801`.
    Facility(FacilityId),
    /// The fund's head office: `nssf`.
    Nssf,
    /// The fund's branch in a province: `nssf-branch:08`.
    NssfBranch(Province),
    /// A provincial health department: `phd:08`.
    HealthDepartment(Province),
    /// The Ministry of Health: `moh`.
    HealthMinistry,
    /// The Ministry of Labour and Vocational Training: `mlvt`.
    LabourMinistry,
    /// The Social Security Regulator: `ssr`.
    Regulator,
}

/// A text that names no party.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no party")]
pub struct BadParty(pub String);

impl Party {
    /// What would do, for hints.
    pub const FORMS: [&'static str; 7] =
        ["facility:H080801", "nssf", "nssf-branch:08", "phd:08", "moh", "mlvt", "ssr"];
}

impl FromStr for Party {
    type Err = BadParty;

    fn from_str(text: &str) -> Result<Self, BadParty> {
        let bad = || BadParty(text.to_owned());
        let plain = text.trim();
        let (kind, rest) = plain.split_once(':').unwrap_or((plain, ""));
        Ok(match (kind.to_ascii_lowercase().as_str(), rest) {
            ("nssf", "") => Self::Nssf,
            ("moh", "") => Self::HealthMinistry,
            ("mlvt", "") => Self::LabourMinistry,
            ("ssr", "") => Self::Regulator,
            ("facility", id) => Self::Facility(id.parse().map_err(|_| bad())?),
            ("nssf-branch", code) => Self::NssfBranch(code.parse().map_err(|_| bad())?),
            ("phd", code) => Self::HealthDepartment(code.parse().map_err(|_| bad())?),
            _ => return Err(bad()),
        })
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facility(id) => write!(f, "facility:{id}"),
            Self::Nssf => f.write_str("nssf"),
            Self::NssfBranch(province) => write!(f, "nssf-branch:{province}"),
            Self::HealthDepartment(province) => write!(f, "phd:{province}"),
            Self::HealthMinistry => f.write_str("moh"),
            Self::LabourMinistry => f.write_str("mlvt"),
            Self::Regulator => f.write_str("ssr"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_read_back_as_written() {
        for text in Party::FORMS {
            assert_eq!(text.parse::<Party>().unwrap().to_string(), text);
        }
        for text in ["", "who", "nssf:08", "phd:", "phd:99x", "facility:"] {
            assert!(text.parse::<Party>().is_err(), "{text}");
        }
    }
}
