//! How it is said what can go wrong with attachments.

use super::{AttachError, words};
use crate::domain::attachment::LONGEST_NOTE;
use crate::i18n::errors::of_io;
use crate::i18n::{Lang, Speak, numbers::number};

impl Speak for AttachError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::CannotKeep(path, why) => format!("{}: {}", path.display(), why.what(lang)),
            Self::CannotRead(path, kind) => {
                words::cannot_read(lang, &path.display().to_string(), &of_io(&(*kind).into(), lang))
            }
            Self::Already(path) => words::already(lang, &path.display().to_string()),
            Self::NoSuch(which, count) => words::no_such(lang, *which, *count),
            Self::NotHere => words::not_here(lang).to_owned(),
            Self::LongNote(length) => {
                words::long_note(lang, &number(*length as u64, lang), &number(LONGEST_NOTE as u64, lang))
            }
        }
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        match self {
            Self::CannotKeep(_, why) => why.hint(lang),
            Self::CannotRead(..) => Some(words::cannot_read_hint(lang).to_owned()),
            Self::NoSuch(..) => Some(words::no_such_hint(lang).to_owned()),
            Self::NotHere => Some(words::not_here_hint(lang).to_owned()),
            Self::Already(_) | Self::LongNote(_) => None,
        }
    }
}
