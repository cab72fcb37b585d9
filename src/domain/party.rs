//! Parties: with whom the union raises things, and the ladder on which they stand.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::clock::Clocks;
use super::entry::Kind;
use super::facility::FacilityId;
use super::fold::{Seen, live_of_kind};
use super::place::Province;
use super::text::fold as fold_text;

/// Somebody to raise things with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A facility's director: `facility:H080801`.
    Facility(FacilityId),
    /// The fund's agent at a facility: `agent:H080801`.
    Agent(FacilityId),
    /// The fund's branch in a province: `nssf-branch:08`.
    NssfBranch(Province),
    /// A provincial health department: `phd:08`.
    HealthDepartment(Province),
    /// A provincial labour department: `labour:08`.
    LabourDepartment(Province),
    /// The fund's head office: `nssf`.
    Nssf,
    /// The fund's governing body, in which two workers sit: `board`.
    Board,
    /// The Social Security Regulator: `ssr`.
    Regulator,
    /// The Ministry of Health: `moh`.
    HealthMinistry,
    /// The Ministry of Labour and Vocational Training: `mlvt`.
    LabourMinistry,
    /// An employer, where contributions were not paid: `employer:"Golden Star"`.
    Employer(String),
    /// One that an officer added: `other:"the commune council"`.
    Other(String),
}

/// A text that names no party.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no party")]
pub struct BadParty(pub String);

impl Party {
    /// What would do, for hints.
    pub const FORMS: [&'static str; 12] = [
        "facility:H080801",
        "agent:H080801",
        "nssf-branch:08",
        "phd:08",
        "labour:08",
        "nssf",
        "board",
        "ssr",
        "moh",
        "mlvt",
        "employer:\"Golden Star\"",
        "other:\"commune council\"",
    ];

    /// The same text for all spellings of one party: names without regard to case and spacing.
    pub fn key(&self) -> String {
        match self {
            Self::Employer(name) => format!("employer:{}", fold_text(name)),
            Self::Other(name) => format!("other:{}", fold_text(name)),
            plain => plain.to_string(),
        }
    }

    /// The subject of all entries that describe it: the same in every book.
    pub fn subject(&self) -> Uuid {
        use sha2::{Digest, Sha256};
        let digest = Sha256::new().chain_update(b"wardbook party 1\0").chain_update(self.key()).finalize();
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest.iter()).for_each(|(byte, digest)| *byte = *digest);
        Uuid::new_v8(bytes)
    }

    /// The facility for which it answers.
    pub fn facility(&self) -> Option<&FacilityId> {
        match self {
            Self::Facility(id) | Self::Agent(id) => Some(id),
            _ => None,
        }
    }

    /// The province for which it answers.
    pub fn province(&self) -> Option<Province> {
        match self {
            Self::NssfBranch(province)
            | Self::HealthDepartment(province)
            | Self::LabourDepartment(province) => Some(*province),
            _ => None,
        }
    }

    /// Whether it acts for the fund: what stays unresolved with it may go to the Regulator.
    pub fn is_operator(&self) -> bool {
        matches!(self, Self::Agent(_) | Self::NssfBranch(_) | Self::Nssf | Self::Board)
    }

    /// The rungs above it, the nearest first, for a complaint at a facility in a province. Published descriptions name
    /// the director, the agent, the branch, the head office, the governing body, the Regulator and the two ministries.
    pub fn above(&self, facility: &FacilityId, province: Option<Province>) -> Vec<Self> {
        let ladder: Vec<Self> = [
            Some(Self::Facility(facility.clone())),
            Some(Self::Agent(facility.clone())),
            province.map(Self::NssfBranch),
            province.map(Self::HealthDepartment),
            Some(Self::Nssf),
            Some(Self::Board),
            Some(Self::Regulator),
            Some(Self::HealthMinistry),
            Some(Self::LabourMinistry),
        ]
        .into_iter()
        .flatten()
        .collect();
        let rung = match self {
            Self::LabourDepartment(_) => ladder.iter().position(|party| *party == Self::Nssf),
            Self::Employer(_) => ladder.iter().position(|party| matches!(party, Self::NssfBranch(_))),
            known => ladder.iter().position(|party| party == known).map(|at| at + 1),
        };
        ladder.into_iter().skip(rung.unwrap_or(0)).collect()
    }
}

impl FromStr for Party {
    type Err = BadParty;

    /// Reads codes; names of employers and others with or without quotation marks around them.
    fn from_str(text: &str) -> Result<Self, BadParty> {
        let bad = || BadParty(text.to_owned());
        let plain = text.trim();
        let (kind, rest) = plain.split_once(':').unwrap_or((plain, ""));
        let name = || {
            let rest = rest.trim();
            let inside =
                rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(rest).trim();
            let sound = !inside.is_empty() && !inside.contains('|') && !inside.chars().any(char::is_control);
            if sound { Ok(inside.to_owned()) } else { Err(bad()) }
        };
        Ok(match (kind.to_ascii_lowercase().as_str(), rest) {
            ("nssf", "") => Self::Nssf,
            ("board", "") => Self::Board,
            ("moh", "") => Self::HealthMinistry,
            ("mlvt", "") => Self::LabourMinistry,
            ("ssr", "") => Self::Regulator,
            ("facility", id) => Self::Facility(id.parse().map_err(|_| bad())?),
            ("agent", id) => Self::Agent(id.parse().map_err(|_| bad())?),
            ("nssf-branch", code) => Self::NssfBranch(code.parse().map_err(|_| bad())?),
            ("phd", code) => Self::HealthDepartment(code.parse().map_err(|_| bad())?),
            ("labour", code) => Self::LabourDepartment(code.parse().map_err(|_| bad())?),
            ("employer", _) => Self::Employer(name()?),
            ("other", _) => Self::Other(name()?),
            _ => return Err(bad()),
        })
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facility(id) => write!(f, "facility:{id}"),
            Self::Agent(id) => write!(f, "agent:{id}"),
            Self::NssfBranch(province) => write!(f, "nssf-branch:{province}"),
            Self::HealthDepartment(province) => write!(f, "phd:{province}"),
            Self::LabourDepartment(province) => write!(f, "labour:{province}"),
            Self::Nssf => f.write_str("nssf"),
            Self::Board => f.write_str("board"),
            Self::HealthMinistry => f.write_str("moh"),
            Self::LabourMinistry => f.write_str("mlvt"),
            Self::Regulator => f.write_str("ssr"),
            Self::Employer(name) => write!(f, "employer:\"{name}\""),
            Self::Other(name) => write!(f, "other:\"{name}\""),
        }
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Somebody at a party: an official in office, no member.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// What they are there.
    pub role: String,
    /// Telephone, or how else they are reached.
    pub reach: String,
}

/// The body of `party-described`: what an officer knows of a party. The newest description holds, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// Which.
    pub party: Party,
    /// What it is called in Khmer, where that differs from the built-in name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_km: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Whom one speaks to there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Its numbers.
    #[serde(default)]
    pub clocks: Clocks,
}

impl Described {
    /// What is known of a party of which nobody said anything.
    pub fn plain(party: Party) -> Self {
        Self { party, name_km: None, name_en: None, contacts: Vec::new(), clocks: Clocks::default() }
    }
}

/// The description of a party that holds: the newest that was not taken back.
pub fn fold(subject: Uuid, entries: &[Seen]) -> Option<Described> {
    live_of_kind(entries, &Kind::PartyDescribed)
        .filter_map(|entry| Some((entry, serde_json::from_slice::<Described>(entry.body.as_deref()?).ok()?)))
        .filter(|(_, described)| described.party.subject() == subject)
        .max_by_key(|(entry, _)| (entry.header.at, entry.header.id))
        .map(|(_, described)| described)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::observation::tests::entry;

    #[test]
    fn parties_read_back_as_written() {
        for text in Party::FORMS {
            let party: Party = text.parse().unwrap();
            assert_eq!(party.to_string(), text);
            let json = serde_json::to_string(&party).unwrap();
            assert_eq!(serde_json::from_str::<Party>(&json).unwrap(), party);
        }
        for text in ["", "who", "nssf:08", "phd:", "phd:99x", "facility:", "employer:\"\"", "other:a|b"] {
            assert!(text.parse::<Party>().is_err(), "{text}");
        }
    }

    #[test]
    fn spellings_of_one_employer_are_one_party() {
        let one: Party = "employer:Golden  Star".parse().unwrap();
        let other: Party = "employer:\"golden star\"".parse().unwrap();
        assert!(one != other && one.key() == other.key() && one.subject() == other.subject());
        assert_ne!(one.subject(), Party::Nssf.subject());
    }

    #[test]
    fn the_ladder_goes_on_from_each_rung() {
        let (facility, province): (FacilityId, Province) =
            ("H080801".parse().unwrap(), "08".parse().unwrap());
        let above = |form: &str| -> Vec<String> {
            let party: Party = form.parse().unwrap();
            party.above(&facility, Some(province)).iter().map(ToString::to_string).collect()
        };
        assert_eq!(above("facility:H080801")[..2], ["agent:H080801", "nssf-branch:08"]);
        assert_eq!(above("nssf-branch:08")[..2], ["phd:08", "nssf"]);
        assert_eq!(above("nssf")[..2], ["board", "ssr"]);
        assert_eq!(above("mlvt"), [""; 0]);
        assert_eq!(above("employer:x")[0], "nssf-branch:08");
        assert_eq!(above("other:x")[0], "facility:H080801");
    }

    #[test]
    fn the_newest_description_holds_until_it_is_taken_back() {
        let body = |reach: &str| json!({"party": "nssf", "contacts": [{"name": "A", "reach": reach}]});
        let first = entry(1, Kind::PartyDescribed, &body("1"));
        let second = entry(2, Kind::PartyDescribed, &body("2"));
        let undone = entry(3, Kind::Undone, &json!({"batch": second.header.batch}));
        let reach =
            |entries: &[Seen]| fold(Party::Nssf.subject(), entries).map(|it| it.contacts[0].reach.clone());
        assert_eq!(reach(&[second.clone(), first.clone()]).as_deref(), Some("2"));
        assert_eq!(reach(&[first, second, undone]).as_deref(), Some("1"));
        assert_eq!(fold(Uuid::nil(), &[entry(1, Kind::PartyDescribed, &body("1"))]), None);
    }
}
