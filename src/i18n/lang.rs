//! Which of the two languages.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language of the screen and of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Khmer.
    Km,
    /// English.
    En,
}

/// A text that names neither language; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language: km or en")]
pub struct UnknownLang(pub String);

impl Lang {
    /// Both, Khmer first.
    pub const ALL: [Self; 2] = [Self::Km, Self::En];

    /// The code in files and flags: `km`, `en`.
    pub const fn code(self) -> &'static str {
        self.pick("km", "en")
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        self.pick("ខ្មែរ", "English")
    }

    /// The one of two texts that is in this language.
    pub const fn pick<'a>(self, km: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Km => km,
            Self::En => en,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Km => Self::En,
            Self::En => Self::Km,
        }
    }

    /// From what the environment calls a locale: `km_KH.UTF-8` is Khmer, all else English, which a Cambodian
    /// officer whose laptop came in French or Chinese is likelier to read.
    pub fn from_locale(locale: &str) -> Self {
        // `LANGUAGE` may hold a list, its first the favourite: `km:en`.
        let language = locale.trim().split(['_', '-', '.', '@', ':']).next().unwrap_or_default();
        let khmer = ["km", "khm"].iter().any(|code| language.eq_ignore_ascii_case(code));
        if khmer { Self::Km } else { Self::En }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads codes and names: `km`, `kh` (as many write, after the country), `khmer`, `ខ្មែរ`, `en`, `english` …
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match crate::domain::text::fold(text).as_str() {
            "km" | "kh" | "khm" | "khmer" | "cambodian" | "ខ្មែរ" | "ភាសាខ្មែរ" => {
                Ok(Self::Km)
            }
            "en" | "eng" | "english" | "អង់គ្លេស" | "ភាសាអង់គ្លេស" => {
                Ok(Self::En)
            }
            _ => Err(UnknownLang(text.to_owned())),
        }
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_as_people_write_them() {
        for text in ["km", "KM", " kh ", "khm", "Khmer", "ខ្មែរ", "ភាសា\u{200B}ខ្មែរ"]
        {
            assert_eq!(text.parse(), Ok(Lang::Km), "{text}");
        }
        for text in ["en", "EN", "eng", "English", "អង់គ្លេស"] {
            assert_eq!(text.parse(), Ok(Lang::En), "{text}");
        }
        assert_eq!("fr".parse::<Lang>(), Err(UnknownLang("fr".into())));
        for lang in Lang::ALL {
            assert_eq!(lang.own_name().parse(), Ok(lang));
            assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{}\"", lang.code()));
            assert_eq!(serde_json::from_str::<Lang>(&format!("\"{lang}\"")).unwrap(), lang);
            assert_ne!(lang.other(), lang);
        }
    }

    #[test]
    fn only_a_khmer_locale_means_khmer() {
        for locale in ["km_KH.UTF-8", "km", "km-KH", "KM_kh", "khm", "km:en", "km@x"] {
            assert_eq!(Lang::from_locale(locale), Lang::Km, "{locale}");
        }
        for locale in ["", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "fr_FR", "kmr_TR", "en_KH"] {
            assert_eq!(Lang::from_locale(locale), Lang::En, "{locale}");
        }
    }
}
