//! Why two cases cannot be joined, and how that is said.

use super::{Differing, words};
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
    /// The one that would go was taken back by its member.
    #[error("case {0} was withdrawn")]
    Withdrawn(CaseNumber),
    /// It is joined into none.
    #[error("case {0} is joined into none")]
    NotJoined(CaseNumber),
    /// A case cannot be withdrawn into which another was joined that somebody else told.
    #[error("somebody else told of case {0} in {1}")]
    Witness(CaseNumber, CaseNumber),
    /// They differ in what one visit can hardly differ in.
    #[error("{0}")]
    Differ(Box<Differing>),
}

impl Speak for JoinError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Same(number) => words::same(lang, number.as_str()),
            Self::Raised(number) => words::raised(lang, number.as_str()),
            Self::Closed(kept, open) => words::closed(lang, kept.as_str(), open.as_str()),
            Self::Withdrawn(number) => words::withdrawn(lang, number.as_str()),
            Self::NotJoined(number) => words::not_joined(lang, number.as_str()),
            Self::Witness(number, other) => words::witness(lang, number.as_str(), other.as_str()),
            Self::Differ(differing) => differing.said(lang),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Same(_) | Self::NotJoined(_) => None,
            Self::Withdrawn(_) => Some(words::withdrawn_hint(lang).to_owned()),
            Self::Witness(_, other) => Some(words::witness_hint(lang, other.as_str())),
            Self::Raised(_) => Some(words::raised_hint(lang).to_owned()),
            Self::Differ(differing) => {
                Some(words::differ_hint(lang, differing.kept.as_str(), differing.other.as_str()))
            }
            Self::Closed(kept, _) => Some(words::closed_hint(lang, kept.as_str())),
        }
    }
}
