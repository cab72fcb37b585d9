//! Identifiers of facilities: how they are read, written and made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::FacilityKind;
use crate::domain::place::{Commune, District, PlaceCode, Province};
use crate::domain::text::{ascii_digit, fold};

/// The longest identifier, in characters.
const LONGEST: usize = 40;
/// Crockford's base 32, lower case.
const BASE_32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text that is no facility identifier; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "“{0}” is no facility identifier: it looks like H080801, HC-010604 or PH-120101-7k2f, or is a list's own number of up to 40 letters, digits, dots and dashes"
)]
pub struct BadFacilityId(pub String);

/// Why no identifier can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DeriveError {
    /// Health centres and posts are known by their commune.
    #[error("a health centre or post needs its commune, not only “{0}”")]
    CommuneNeeded(PlaceCode),
    /// Hospitals and clinics are known by their district, at least.
    #[error("a hospital or clinic needs its district, not only “{0}”")]
    DistrictNeeded(PlaceCode),
    /// Only the one health centre that bears its commune's name goes without.
    #[error("a {0} needs a name")]
    NameNeeded(FacilityKind),
}

/// The identifier of a facility, in its canonical spelling.
///
/// | form | means | made by |
/// |---|---|---|
/// | `H010001`, `N00003` | one of the built-in hospitals | the list |
/// | `HC-010604`, `HP-010604` | the health centre or post that bears the commune's name | [`FacilityId::derive`] |
/// | `HC-010604-7k2f` | another one in that commune | the same |
/// | `RH-0106-7k2f` | a public hospital outside the list, by district | the same |
/// | `PH-120101-7k2f`, `PC-1201-7k2f` | a private hospital or clinic, by commune, or else by district | the same |
/// | anything else | an official list's own number, kept as it is written | an import |
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FacilityId(String);

/// The parts of an identifier of the made forms.
struct Made {
    kind: FacilityKind,
    place: PlaceCode,
    hash: Option<String>,
}

impl FacilityId {
    /// The identifier of a facility that is not in the list.
    ///
    /// `name` is `None` for the health centre or post that bears its commune's name, and is needed for all others;
    /// only its normal form counts ([`fold`]). Public hospitals take the district of `place`, private ones
    /// the commune when it is known.
    pub fn derive(kind: FacilityKind, place: PlaceCode, name: Option<&str>) -> Result<Self, DeriveError> {
        let hash = name.map(fold).filter(|name| !name.is_empty()).map(|name| short_hash(&name));
        let place = match kind {
            FacilityKind::HealthCentre | FacilityKind::HealthPost => {
                place.commune().map(PlaceCode::Commune).ok_or(DeriveError::CommuneNeeded(place))?
            }
            FacilityKind::PrivateHospital | FacilityKind::PrivateClinic => {
                place.district().map(|_| place).ok_or(DeriveError::DistrictNeeded(place))?
            }
            _ => place.district().map(PlaceCode::District).ok_or(DeriveError::DistrictNeeded(place))?,
        };
        let may_be_nameless = matches!(kind, FacilityKind::HealthCentre | FacilityKind::HealthPost);
        if hash.is_none() && !may_be_nameless {
            return Err(DeriveError::NameNeeded(kind));
        }
        Ok(Self(Made { kind, place, hash }.to_string()))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind, where the form tells it. All public hospitals outside the list say [`FacilityKind::ReferralHospital`];
    /// numbers of lists say nothing.
    pub fn kind_hint(&self) -> Option<FacilityKind> {
        self.made().map(|made| made.kind)
    }

    /// The place, where the form tells it.
    ///
    /// The digits of `H010001` are districts of the health service in 2010, not today's places, so they tell nothing.
    pub fn place(&self) -> Option<PlaceCode> {
        self.made().map(|made| made.place)
    }

    /// The commune, where the form tells it.
    pub fn commune(&self) -> Option<Commune> {
        self.place().and_then(PlaceCode::commune)
    }

    /// The district, where the form tells it.
    pub fn district(&self) -> Option<District> {
        self.place().and_then(PlaceCode::district)
    }

    /// The province, where the form tells it.
    pub fn province(&self) -> Option<Province> {
        self.place().map(PlaceCode::province)
    }

    /// Whether it is the health centre or post that bears its commune's name: `HC-010604`.
    pub fn bears_commune_name(&self) -> bool {
        self.made().is_some_and(|made| made.hash.is_none())
    }

    fn made(&self) -> Option<Made> {
        Made::prefixed(&self.0).and_then(|(kind, rest)| Made::read(kind, rest))
    }
}

impl Made {
    const fn prefix(kind: FacilityKind) -> &'static str {
        match kind {
            FacilityKind::HealthCentre => "HC",
            FacilityKind::HealthPost => "HP",
            FacilityKind::PrivateHospital => "PH",
            FacilityKind::PrivateClinic => "PC",
            _ => "RH",
        }
    }

    /// The kind of a text that begins as a made identifier does, and what follows.
    fn prefixed(text: &str) -> Option<(FacilityKind, &str)> {
        let (prefix, rest) = text.split_once('-')?;
        let kind = match prefix.to_ascii_uppercase().as_str() {
            "HC" => FacilityKind::HealthCentre,
            "HP" => FacilityKind::HealthPost,
            "RH" => FacilityKind::ReferralHospital,
            "PH" => FacilityKind::PrivateHospital,
            "PC" => FacilityKind::PrivateClinic,
            _ => return None,
        };
        Some((kind, rest))
    }

    /// Place and hash after the prefix; `None` when they do not fit the kind.
    fn read(kind: FacilityKind, rest: &str) -> Option<Self> {
        let (place, hash) = match rest.split_once('-') {
            Some((place, hash)) => (place, Some(hash)),
            None => (rest, None),
        };
        let place: PlaceCode = place.parse().ok()?;
        let hash = match hash {
            Some(hash) => Some(canonical_hash(hash)?),
            None => None,
        };
        let fits = match (kind, place) {
            (FacilityKind::HealthCentre | FacilityKind::HealthPost, PlaceCode::Commune(_)) => true,
            (FacilityKind::ReferralHospital, PlaceCode::District(_))
            | (
                FacilityKind::PrivateHospital | FacilityKind::PrivateClinic,
                PlaceCode::District(_) | PlaceCode::Commune(_),
            ) => hash.is_some(),
            _ => false,
        };
        fits.then_some(Self { kind, place, hash })
    }
}

impl fmt::Display for Made {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", Self::prefix(self.kind), self.place)?;
        match &self.hash {
            Some(hash) => write!(formatter, "-{hash}"),
            None => Ok(()),
        }
    }
}

/// Four characters, 20 bits, of the SHA-256 of a folded name: enough to tell apart the few of one kind in one place.
fn short_hash(folded: &str) -> String {
    let bits = Sha256::digest(folded.as_bytes())
        .iter()
        .take(3)
        .fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte));
    [19, 14, 9, 4]
        .iter()
        .filter_map(|shift| BASE_32.get(bits >> shift & 31))
        .map(|&character| char::from(character))
        .collect()
}

/// A hash as somebody typed it, read as Crockford says: either case, `o` for nought, `i` and `l` for one.
fn canonical_hash(typed: &str) -> Option<String> {
    let hash: String = typed
        .chars()
        .map(|character| match character.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let valid = hash.len() == 4 && hash.bytes().all(|byte| BASE_32.contains(&byte));
    valid.then_some(hash)
}

/// `H` and six digits, or `N` and five: a number of the built-in list, in upper case.
fn listed_form(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let digits = match upper.strip_prefix('H') {
        Some(digits) if digits.len() == 6 => digits,
        _ => upper.strip_prefix('N').filter(|digits| digits.len() == 5)?,
    };
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(upper)
}

impl FromStr for FacilityId {
    type Err = BadFacilityId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadFacilityId(text.to_owned());
        let plain: String = text.trim().chars().map(ascii_digit).collect();
        let starts_well = plain.starts_with(|character: char| character.is_ascii_alphanumeric());
        let is_plain = plain.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
        if !starts_well || !is_plain || plain.len() > LONGEST {
            return Err(bad());
        }
        match Made::prefixed(&plain) {
            Some((kind, rest)) => Made::read(kind, rest).map(|made| Self(made.to_string())).ok_or_else(bad),
            None => Ok(Self(listed_form(&plain).unwrap_or(plain))),
        }
    }
}

impl fmt::Display for FacilityId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for FacilityId {
    type Error = BadFacilityId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<FacilityId> for String {
    fn from(id: FacilityId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(text: &str) -> FacilityId {
        text.parse().unwrap()
    }

    #[test]
    fn identifiers_take_their_canonical_spelling() {
        for (typed, canonical) in [
            ("h010001", "H010001"),
            ("n00003", "N00003"),
            ("hc-០១០៦០៤", "HC-010604"),
            (" Hp-010604 ", "HP-010604"),
            ("HC-010604-7K2F", "HC-010604-7k2f"),
            ("HC-010604-7KOL", "HC-010604-7k01"),
            ("rh-0106-0000", "RH-0106-0000"),
            ("PC-1201-abcd", "PC-1201-abcd"),
            ("pilot_12.a", "pilot_12.a"),
        ] {
            assert_eq!(id(typed).as_str(), canonical);
        }
    }

    #[test]
    fn bad_identifiers_are_refused() {
        let long = "x".repeat(41);
        for bad in [
            "",
            "  ",
            "HC-",
            "HC-0106",
            "HC-010600",
            "HC-010604-",
            "HC-010604-7k2",
            "HC-010604-7k2u",
            "RH-0106",
            "RH-010604-7k2f",
            "PH-01-7k2f",
            "PC-120101",
            "HC-010604-7k2f-x",
            "a b",
            "a,b",
            "ព្រះ",
            "-x",
            &long,
        ] {
            assert!(bad.parse::<FacilityId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_form_tells_kind_and_place() {
        let centre = id("HC-010604-7k2f");
        assert_eq!(centre.kind_hint(), Some(FacilityKind::HealthCentre));
        assert_eq!(centre.commune().unwrap().to_string(), "010604");
        assert_eq!(centre.district().unwrap().to_string(), "0106");
        assert_eq!(centre.province().unwrap().to_string(), "01");
        assert!(!centre.bears_commune_name() && id("HP-010604").bears_commune_name());
        let hospital = id("RH-0106-7k2f");
        assert_eq!((hospital.commune(), hospital.district().is_some()), (None, true));
        assert_eq!((id("H030401").kind_hint(), id("H030401").province()), (None, None));
    }

    #[test]
    fn derived_identifiers_do_not_change() {
        let commune: PlaceCode = "120101".parse().unwrap();
        let derive = |kind, name| FacilityId::derive(kind, commune, name).map(String::from);
        assert_eq!(derive(FacilityKind::HealthCentre, None).unwrap(), "HC-120101");
        assert_eq!(derive(FacilityKind::HealthCentre, Some(" \u{200B}")).unwrap(), "HC-120101");
        // Printed on paper and stored in other books: SHA-256("sokha") begins with these 20 bits.
        assert_eq!(derive(FacilityKind::PrivateClinic, Some("Sokha")).unwrap(), "PC-120101-q8a2");
        assert_eq!(derive(FacilityKind::ReferralHospital, Some("Sokha")).unwrap(), "RH-1201-q8a2");
        assert_eq!(
            derive(FacilityKind::PrivateHospital, None),
            Err(DeriveError::NameNeeded(FacilityKind::PrivateHospital))
        );
        let province: PlaceCode = "12".parse().unwrap();
        let refused = FacilityId::derive(FacilityKind::HealthPost, province, None);
        assert_eq!(refused, Err(DeriveError::CommuneNeeded(province)));
        let refused = FacilityId::derive(FacilityKind::PrivateClinic, province, Some("Sokha"));
        assert_eq!(refused, Err(DeriveError::DistrictNeeded(province)));
    }

    #[test]
    fn the_same_name_in_another_typing_derives_the_same() {
        let commune: PlaceCode = "080101".parse().unwrap();
        let derive = |name| FacilityId::derive(FacilityKind::HealthCentre, commune, Some(name)).unwrap();
        assert_eq!(derive("កណ្ដាល ទី២"), derive(" ក\u{200B}ណ្តាល ទី2"));
        assert_ne!(derive("កណ្ដាល ទី២"), derive("កណ្ដាល ទី៣"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_round_trips(text in "(?i)(hc|hp|rh|ph|pc|h|n|x)[-0-9a-z]{0,18}") {
            if let Ok(first) = text.parse::<FacilityId>() {
                prop_assert_eq!(first.as_str().parse::<FacilityId>().unwrap(), first.clone());
                let json = serde_json::to_string(&first).unwrap();
                prop_assert_eq!(serde_json::from_str::<FacilityId>(&json).unwrap(), first);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = text.parse::<FacilityId>();
        }

        #[test]
        fn what_is_derived_can_be_read(kind in proptest::sample::select(FacilityKind::ALL.to_vec()), name in any::<String>()) {
            let commune: PlaceCode = "120101".parse().unwrap();
            if let Ok(derived) = FacilityId::derive(kind, commune, Some(&name)) {
                prop_assert_eq!(derived.as_str().parse::<FacilityId>().unwrap(), derived.clone());
                prop_assert_eq!(FacilityId::derive(kind, commune, Some(&fold(&name))).unwrap(), derived);
            }
        }
    }
}
