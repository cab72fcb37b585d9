//! Which of the two languages, and how it writes digits and years.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Khmer.
    Km,
    /// English.
    En,
}

/// The digits that Khmer is written with; English always has its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// ០១២៣៤៥៦៧៨៩.
    #[default]
    Khmer,
    /// 0123456789.
    Western,
}

/// What years are counted from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// 2026.
    #[default]
    Gregorian,
    /// 2569: the common era and 543, from January to December, as calendars in computers have it. State documents
    /// with a moon date change the year at Visak Bochea in May and are then one ahead.
    Buddhist,
}

impl Digits {
    /// Both, the usual first.
    pub const ALL: [Self; 2] = [Self::Khmer, Self::Western];
}

impl Calendar {
    /// Both, the usual first.
    pub const ALL: [Self; 2] = [Self::Gregorian, Self::Buddhist];

    /// The year of this calendar that a year of the common era is.
    pub const fn year(self, common_era: i32) -> i32 {
        match self {
            Self::Gregorian => common_era,
            Self::Buddhist => common_era.saturating_add(BUDDHIST_YEARS),
        }
    }
}

/// By how many years the Buddhist era is ahead of the common era.
pub(super) const BUDDHIST_YEARS: i32 = 543;

/// A language of the screen and of what is printed, with how it writes digits and years.
///
/// The digits and the calendar are the reader's preferences for screens. What leaves the program (JSON, CSV,
/// workbooks, briefs) is written by [`Lang::plain`], so that no document depends on a setting of the screen.
/// To ask which language it is, compare [`Lang::language`]: two `Lang` differ when their preferences do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang {
    language: Language,
    digits: Digits,
    calendar: Calendar,
}

/// A text that names neither language; carries the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language: km or en")]
pub struct UnknownLang(pub String);

#[allow(non_upper_case_globals, reason = "they name the two languages as the variants of an enum would")]
impl Lang {
    /// Khmer as it is usually written: Khmer digits, Gregorian years.
    pub const Km: Self = Self::of(Language::Km);
    /// English as it is usually written.
    pub const En: Self = Self::of(Language::En);
}

impl Lang {
    /// Both, Khmer first, as they are usually written.
    pub const ALL: [Self; 2] = [Self::Km, Self::En];

    const fn of(language: Language) -> Self {
        Self { language, digits: Digits::Khmer, calendar: Calendar::Gregorian }
    }

    /// Which of the two languages it is.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The digits that are written: in English always Western, whatever Khmer is to have.
    pub const fn digits(self) -> Digits {
        match self.language {
            Language::Km => self.digits,
            Language::En => Digits::Western,
        }
    }

    /// The calendar of the years that are written.
    pub const fn calendar(self) -> Calendar {
        self.calendar
    }

    /// The same with other digits for Khmer; English keeps the wish for when the language changes.
    #[must_use]
    pub const fn with_digits(self, digits: Digits) -> Self {
        Self { digits, ..self }
    }

    /// The same with another calendar.
    #[must_use]
    pub const fn with_calendar(self, calendar: Calendar) -> Self {
        Self { calendar, ..self }
    }

    /// The language as it is usually written: for what leaves the program.
    #[must_use]
    pub const fn plain(self) -> Self {
        Self::of(self.language)
    }

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
        match self.language {
            Language::Km => km,
            Language::En => en,
        }
    }

    /// The other language, with the same preferences.
    #[must_use]
    pub const fn other(self) -> Self {
        let language = match self.language {
            Language::Km => Language::En,
            Language::En => Language::Km,
        };
        Self { language, ..self }
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
            assert_ne!(lang.other().language(), lang.language());
            assert_eq!(lang.other().other(), lang);
        }
    }

    #[test]
    fn preferences_outlive_a_change_of_language_and_stay_on_the_screen() {
        let wished = Lang::Km.with_digits(Digits::Western).with_calendar(Calendar::Buddhist);
        assert_eq!((wished.digits(), wished.calendar()), (Digits::Western, Calendar::Buddhist));
        let english = Lang::En.with_digits(Digits::Khmer).with_calendar(Calendar::Buddhist);
        assert_eq!((english.digits(), english.calendar()), (Digits::Western, Calendar::Buddhist));
        assert_eq!(english.other().digits(), Digits::Khmer);
        assert_eq!(wished.other().other(), wished);
        assert_eq!((wished.plain(), wished.other().plain()), (Lang::Km, Lang::En));
        assert_eq!((wished.code(), wished.to_string().parse()), ("km", Ok(Lang::Km)));
        assert_eq!(
            serde_json::to_string(&(Digits::Western, Calendar::Buddhist)).unwrap(),
            r#"["western","buddhist"]"#
        );
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
