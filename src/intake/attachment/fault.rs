//! Why a file cannot be attached.

use thiserror::Error;

use super::words;
use crate::domain::attachment::{LARGEST, Media};
use crate::i18n::{Lang, Named, Speak, numbers};

/// Why a file cannot be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CannotKeep {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Larger than can be taken, in bytes.
    #[error("{0} bytes")]
    TooLarge(u64),
    /// None of the kinds that can be cleaned.
    #[error("of no known kind")]
    Unknown,
    /// A photo in a form whose data cannot be taken out.
    #[error("HEIC or AVIF")]
    Heic,
    /// A film.
    #[error("a film")]
    Film,
    /// A document that a password closes.
    #[error("closed by a password")]
    Locked,
    /// It says what it is, and is not.
    #[error("a damaged {0}")]
    Damaged(Media),
}

impl Speak for CannotKeep {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::Empty => words::empty(lang).to_owned(),
            Self::TooLarge(size) => {
                let mut sizes = [*size, LARGEST as u64].map(|size| numbers::megabytes(size, lang));
                if sizes[0] == sizes[1] {
                    // Rounded, it would be more than itself.
                    sizes =
                        [*size, LARGEST as u64].map(|size| words::bytes(lang, &numbers::number(size, lang)));
                }
                words::too_large(lang, &sizes[0], &sizes[1])
            }
            Self::Unknown => words::unknown(lang).to_owned(),
            Self::Heic => words::heic(lang).to_owned(),
            Self::Film => words::film(lang).to_owned(),
            Self::Locked => words::locked(lang).to_owned(),
            Self::Damaged(media) => words::damaged(lang, media.name(lang)),
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Empty => return None,
            Self::TooLarge(_) => words::too_large_hint(lang).to_owned(),
            Self::Unknown => words::unknown_hint(lang).to_owned(),
            Self::Heic => words::heic_hint(lang).to_owned(),
            Self::Film => words::film_hint(lang).to_owned(),
            Self::Locked => words::locked_hint(lang).to_owned(),
            Self::Damaged(_) => words::damaged_hint(lang).to_owned(),
        })
    }
}
