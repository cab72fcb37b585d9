//! Codes of provinces, districts and communes, as the NCDD's gazetteer numbers them.
//!
//! Knows the form of a code and how codes nest, not which codes exist nor what they are called: that is the
//! reference data's matter.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::text::ascii_digit;

/// A text that is no place code; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{0}” is no place code: a province has two digits, a district four, a commune six")]
pub struct BadPlaceCode(pub String);

/// A province (or the capital): two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Province(u8);

/// A district, town or khan: four digits, the first two its province's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct District(u16);

/// A commune or sangkat: six digits, the first four its district's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Commune(u32);

/// How far down a place lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A province, or the capital.
    Province,
    /// A district, town or khan.
    District,
    /// A commune or sangkat.
    Commune,
}

/// A place of any level. Ordered by level, then by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PlaceCode {
    /// Two digits.
    Province(Province),
    /// Four digits.
    District(District),
    /// Six digits.
    Commune(Commune),
}

impl Province {
    /// The province of that number, 1 to 99.
    pub fn from_number(number: u8) -> Option<Self> {
        (1..=99).contains(&number).then_some(Self(number))
    }

    /// The code as a number: 8 for `08`.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl District {
    /// The district of that number: 811 for `0811`. Neither half may be nought.
    pub fn from_number(number: u16) -> Option<Self> {
        let nested = (1..=99).contains(&(number / 100)) && !number.is_multiple_of(100);
        nested.then_some(Self(number))
    }

    /// The code as a number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The province it lies in.
    pub const fn province(self) -> Province {
        Province((self.0 / 100) as u8)
    }
}

impl Commune {
    /// The commune of that number: 10604 for `010604`. No pair of digits may be nought.
    pub fn from_number(number: u32) -> Option<Self> {
        let district = u16::try_from(number / 100).ok().and_then(District::from_number);
        (district.is_some() && !number.is_multiple_of(100)).then_some(Self(number))
    }

    /// The code as a number.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The district it lies in.
    pub const fn district(self) -> District {
        District((self.0 / 100) as u16)
    }

    /// The province it lies in.
    pub const fn province(self) -> Province {
        self.district().province()
    }
}

impl PlaceCode {
    /// The level of the place.
    pub const fn level(self) -> Level {
        match self {
            Self::Province(_) => Level::Province,
            Self::District(_) => Level::District,
            Self::Commune(_) => Level::Commune,
        }
    }

    /// The province it is or lies in.
    pub const fn province(self) -> Province {
        match self {
            Self::Province(province) => province,
            Self::District(district) => district.province(),
            Self::Commune(commune) => commune.province(),
        }
    }

    /// The district it is or lies in; `None` for a province.
    pub const fn district(self) -> Option<District> {
        match self {
            Self::Province(_) => None,
            Self::District(district) => Some(district),
            Self::Commune(commune) => Some(commune.district()),
        }
    }

    /// The commune it is; `None` above.
    pub const fn commune(self) -> Option<Commune> {
        match self {
            Self::Commune(commune) => Some(commune),
            _ => None,
        }
    }

    /// The place one level up; `None` for a province.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Province(_) => None,
            Self::District(district) => Some(Self::Province(district.province())),
            Self::Commune(commune) => Some(Self::District(commune.district())),
        }
    }

    /// Whether this is `other`, or lies in it.
    pub fn is_within(self, other: Self) -> bool {
        match other {
            Self::Province(province) => self.province() == province,
            Self::District(district) => self.district() == Some(district),
            Self::Commune(_) => self == other,
        }
    }
}

impl From<Province> for PlaceCode {
    fn from(province: Province) -> Self {
        Self::Province(province)
    }
}

impl From<District> for PlaceCode {
    fn from(district: District) -> Self {
        Self::District(district)
    }
}

impl From<Commune> for PlaceCode {
    fn from(commune: Commune) -> Self {
        Self::Commune(commune)
    }
}

impl fmt::Display for Province {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}", self.0)
    }
}

impl fmt::Display for District {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.0)
    }
}

impl fmt::Display for Commune {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:06}", self.0)
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Province(province) => province.fmt(formatter),
            Self::District(district) => district.fmt(formatter),
            Self::Commune(commune) => commune.fmt(formatter),
        }
    }
}

/// Digits of either set, with how many there are; `None` for anything else.
fn digits(text: &str) -> Option<(usize, u32)> {
    let mut count = 0;
    let mut number = 0_u32;
    for character in text.trim().chars() {
        number = number.checked_mul(10)?.checked_add(ascii_digit(character).to_digit(10)?)?;
        count += 1;
    }
    Some((count, number))
}

impl FromStr for PlaceCode {
    type Err = BadPlaceCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = match digits(text) {
            Some((2, number)) => Province::from_number(number as u8).map(Self::Province),
            Some((4, number)) => District::from_number(number as u16).map(Self::District),
            Some((6, number)) => Commune::from_number(number).map(Self::Commune),
            _ => None,
        };
        code.ok_or_else(|| BadPlaceCode(text.to_owned()))
    }
}

impl FromStr for Province {
    type Err = BadPlaceCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse()? {
            PlaceCode::Province(province) => Ok(province),
            _ => Err(BadPlaceCode(text.to_owned())),
        }
    }
}

impl FromStr for District {
    type Err = BadPlaceCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse()? {
            PlaceCode::District(district) => Ok(district),
            _ => Err(BadPlaceCode(text.to_owned())),
        }
    }
}

impl FromStr for Commune {
    type Err = BadPlaceCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse()? {
            PlaceCode::Commune(commune) => Ok(commune),
            _ => Err(BadPlaceCode(text.to_owned())),
        }
    }
}

/// The way through text that serde takes, the same for all four.
macro_rules! as_text {
    ($($code:ty),*) => {$(
        impl TryFrom<String> for $code {
            type Error = BadPlaceCode;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$code> for String {
            fn from(code: $code) -> Self {
                code.to_string()
            }
        }
    )*};
}

as_text!(Province, District, Commune, PlaceCode);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_nest_and_keep_their_noughts() {
        let commune: Commune = "010604".parse().unwrap();
        assert_eq!(commune.to_string(), "010604");
        assert_eq!(commune.district().to_string(), "0106");
        assert_eq!(commune.province().to_string(), "01");
        let code = PlaceCode::from(commune);
        assert!(code.is_within("01".parse().unwrap()));
        assert!(code.is_within("0106".parse().unwrap()));
        assert!(!code.is_within("0107".parse().unwrap()));
        assert_eq!(code.parent().and_then(PlaceCode::parent).and_then(PlaceCode::parent), None);
        assert!(PlaceCode::from(Province(25)) < PlaceCode::from(District(101)));
    }

    #[test]
    fn reads_either_digit_set_and_refuses_the_rest() {
        assert_eq!("០៨១១".parse::<District>().unwrap().number(), 811);
        assert_eq!(" 12 ".parse::<PlaceCode>().unwrap(), PlaceCode::Province(Province(12)));
        for bad in
            ["", "8", "00", "0100", "0011", "010600", "000101", "01060", "12a4", "-1", "99999999999", "កក"]
        {
            assert!(bad.parse::<PlaceCode>().is_err(), "{bad}");
        }
        assert!("0811".parse::<Province>().is_err());
    }

    #[test]
    fn serde_uses_the_code_as_text() {
        let code: PlaceCode = serde_json::from_str("\"0811\"").unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"0811\"");
        assert!(serde_json::from_str::<Province>("\"0\"").is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn codes_round_trip(province in 1_u32..100, district in 1_u32..100, commune in 1_u32..100) {
            let code = PlaceCode::Commune(Commune::from_number(province * 10_000 + district * 100 + commune).unwrap());
            let mut up = Some(code);
            while let Some(place) = up {
                prop_assert_eq!(place.to_string().parse::<PlaceCode>().unwrap(), place);
                up = place.parent();
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            if let Ok(code) = text.parse::<PlaceCode>() {
                prop_assert_eq!(code.to_string().parse::<PlaceCode>().unwrap(), code);
            }
        }
    }
}
