//! Text as data: runs of one language, each on one line, without anything that could reorder or hide what follows.

use std::fmt;

use crate::i18n::khmer::is_khmer;
use crate::i18n::{Lang, Language};

/// How strongly a run is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As usual.
    #[default]
    Plain,
    /// Stressed.
    Strong,
}

/// Letters of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Their language, which says how they are broken into lines, read aloud and in which font they are set.
    pub language: Language,
    /// How strongly they are meant.
    pub weight: Weight,
}

/// A text of one or more runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    runs: Vec<Run>,
}

impl Text {
    /// A text as somebody told it in a document of a language: split where its script changes, so that an English name
    /// in a Khmer sentence is known as English. Line breaks and tabs become a space; control characters, marks that
    /// reorder text and letters that mean nothing outside one font are dropped.
    pub fn told(text: &str, lang: Lang) -> Self {
        let mut built = Self::default();
        built.append(text, lang, Weight::Plain);
        built
    }

    /// Adds a text.
    pub fn append(&mut self, text: &str, lang: Lang, weight: Weight) {
        let mut language = self.runs.last().map_or(lang.language(), |run| run.language);
        if self.runs.is_empty() {
            language = text.chars().find_map(language_of).unwrap_or(language);
        }
        let mut in_gap = false;
        for letter in text.chars() {
            let is_gap = matches!(letter, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}')
                || matches!(letter, '\u{2028}' | '\u{2029}');
            if !is_gap && is_dropped(letter) {
                continue;
            }
            if is_gap && in_gap {
                continue;
            }
            in_gap = is_gap;
            language = language_of(letter).unwrap_or(language);
            self.push(if is_gap { ' ' } else { letter }, language, weight);
        }
    }

    fn push(&mut self, letter: char, language: Language, weight: Weight) {
        match self.runs.last_mut() {
            Some(run) if run.language == language && run.weight == weight => run.text.push(letter),
            _ => self.runs.push(Run { text: letter.into(), language, weight }),
        }
    }

    /// Its runs, in order, none empty.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.runs.iter().try_for_each(|run| formatter.write_str(&run.text))
    }
}

/// The language that a letter gives away; `None` for digits of Europe, spaces and signs, which are of any.
fn language_of(letter: char) -> Option<Language> {
    match letter {
        _ if is_khmer(letter) => Some(Language::Km),
        _ if letter.is_alphabetic() => Some(Language::En),
        _ => None,
    }
}

/// Control characters, marks that reorder text, invisible tags, letters of private use and code points that are none.
/// U+200B–200D stay: Khmer is broken and spelt with them.
fn is_dropped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FDD0}'..='\u{FDEF}' | '\u{F0000}'..)
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str, lang: Lang) -> Vec<(String, Language)> {
        Text::told(text, lang).runs().iter().map(|run| (run.text.clone(), run.language)).collect()
    }

    #[test]
    fn a_run_is_of_one_language() {
        let (km, en) = (Language::Km, Language::En);
        assert_eq!(
            runs("ប្រភេទ Hyndman–Fan ៧ (95 %)", Lang::Km),
            [("ប្រភេទ ".into(), km), ("Hyndman–Fan ".into(), en), ("៧ (95 %)".into(), km)]
        );
        assert_eq!(runs("12", Lang::Km), [("12".into(), km)]);
        assert_eq!(runs("12 ពេទ្យ", Lang::En), [("12 ពេទ្យ".into(), km)]);
        assert!(Text::told("\u{1B}\u{202E}", Lang::En).is_empty());
    }

    #[test]
    fn text_is_one_line_and_hides_nothing() {
        let text =
            Text::told("a\r\n\tb\u{202E}c\u{0}\u{E000}\u{FFFF}\u{10FFFF}\u{FEFF} ក\u{200B}ខ", Lang::En);
        assert_eq!(text.to_string(), "a bc ក\u{200B}ខ");
    }
}
