//! What is laid to a case beside its words: a photo, a paper, a recording. Of the bytes a case knows only their digest and
//! what they are; what they were called, which may be a name, is not kept at all.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entry::{EntryId, Header};
use super::values::coded;

/// The largest attachment, in bytes: 20 MB.
pub const LARGEST: usize = 20 * 1_000_000;

/// The longest note beside an attachment, in characters.
pub const LONGEST_NOTE: usize = 2_000;

coded! {
    /// What an attachment is, by its bytes.
    Media, "media" {
        /// A photo.
        Jpeg = "image/jpeg",
        /// A picture, mostly of a screen.
        Png = "image/png",
        /// A picture, mostly from a messenger.
        Webp = "image/webp",
        /// A document.
        Pdf = "application/pdf",
        /// A recording.
        Mp3 = "audio/mpeg",
        /// A recording of a telephone.
        Mp4 = "audio/mp4",
        /// A recording of an older telephone.
        Threegp = "audio/3gpp",
        /// A voice message.
        Ogg = "audio/ogg",
        /// A recording of an older telephone.
        Amr = "audio/amr",
        /// A recording.
        Wav = "audio/wav",
    }
}

impl Media {
    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Mp3 => "mp3",
            Self::Mp4 => "m4a",
            Self::Threegp => "3gp",
            Self::Ogg => "ogg",
            Self::Amr => "amr",
            Self::Wav => "wav",
        }
    }

    /// Whether it is heard rather than seen.
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::Mp3 | Self::Mp4 | Self::Threegp | Self::Ogg | Self::Amr | Self::Wav)
    }
}

coded! {
    /// What was taken out of a file before it was kept.
    Stripped, "stripped" {
        /// What a camera writes beside a photo: device, time, settings.
        Camera = "camera",
        /// Where it was taken.
        Position = "position",
        /// Comments, titles, names of authors and programs.
        Texts = "texts",
        /// When it was made.
        Times = "times",
        /// A smaller picture of itself, or another behind its end.
        Pictures = "pictures",
        /// Whatever else does not belong to what is seen or heard.
        Rest = "rest",
    }
}

/// The body of `attached`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// SHA-256 of the bytes as they are kept, in hexadecimal.
    pub sha256: String,
    /// What it is.
    pub media: Media,
    /// How many bytes.
    pub size: u64,
    /// What was taken out before.
    #[serde(default)]
    pub stripped: Vec<Stripped>,
}

/// The body of `detached`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detached {
    /// Of which attachment.
    pub sha256: String,
}

/// An attachment of a case, as it stands. Its note is a part of its own, which is erased with the identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What was attached.
    #[serde(flatten)]
    pub file: Attached,
    /// The entry that says so, which also holds the note.
    pub entry: String,
    /// The desk that attached it.
    pub desk: String,
    /// When.
    pub on: Option<NaiveDate>,
}

impl Attachment {
    /// What an entry attached.
    pub fn of(header: &Header, file: Attached) -> Self {
        Self { file, entry: header.id.to_string(), desk: header.desk.to_string(), on: header.at.day() }
    }

    /// The entry that says so.
    pub fn entry(&self) -> Option<EntryId> {
        self.entry.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::values::Coded;

    #[test]
    fn each_kind_of_file_has_its_own_ending() {
        let endings: std::collections::BTreeSet<_> = Media::ALL.iter().map(|media| media.ending()).collect();
        assert_eq!(endings.len(), Media::ALL.len());
        assert!(Media::Ogg.is_sound() && !Media::Pdf.is_sound());
    }
}
