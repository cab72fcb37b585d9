//! Why two cases cannot be joined, and how that is said.

use super::words;
use crate::domain::number::CaseNumber;
use crate::i18n::{Lang, Speak};

/// Why two cases cannot be joined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// Both numbers mean one case.
    #[error("both are case {0}")]
    Same(CaseNumber),
    /// The one that would go was raised with a party, which answers it under its number.
    #[error("case {0} was raised")]
    Raised(CaseNumber),
    /// The one that would be kept is closed, and the other one is not.
    #[error("case {0} is closed, and {1} is not")]
    Closed(CaseNumber, CaseNumber),
}

impl Speak for JoinError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Same(number) => words::same(lang, number.as_str()),
            Self::Raised(number) => words::raised(lang, number.as_str()),
            Self::Closed(kept, open) => words::closed(lang, kept.as_str(), open.as_str()),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Same(_) => None,
            Self::Raised(_) => Some(words::raised_hint(lang).to_owned()),
            Self::Closed(kept, _) => Some(words::closed_hint(lang, kept.as_str())),
        }
    }
}
