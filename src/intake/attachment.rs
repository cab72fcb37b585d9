//! Photos, papers and recordings on their way in: what a file is is told by its bytes, and all that does not belong to what
//! is seen or heard – who took it, where, when, with what – is taken out before it is kept. What cannot be cleaned is
//! refused: nothing that might hold a position is kept in the hope that it does not.
//!
//! Which parts may stay is a list for each format; what stands on none goes, whatever it is called.

mod boxes;
mod exif;
mod fault;
mod jpeg;
mod mp3;
mod ogg;
mod pdf;
mod png;
mod riff;
mod words;
mod xmp;

use std::collections::BTreeSet;

pub use fault::CannotKeep;

use crate::domain::attachment::{LARGEST, Media, Stripped};

/// A file without what does not belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// What it is.
    pub media: Media,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was taken out.
    pub stripped: Vec<Stripped>,
}

/// What a format's cleaner hands back: what stays, and what went.
type Kept = Option<(Vec<u8>, BTreeSet<Stripped>)>;

/// Cleans a file.
///
/// # Errors
/// A file that is too large, of no known kind, damaged, or one that cannot be cleaned.
pub fn clean(bytes: &[u8]) -> Result<Clean, CannotKeep> {
    if bytes.is_empty() {
        return Err(CannotKeep::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(CannotKeep::TooLarge(bytes.len() as u64));
    }
    let media = media_of(bytes)?;
    let kept = match media {
        Media::Jpeg => jpeg::clean(bytes),
        Media::Png => png::clean(bytes),
        Media::Webp => riff::clean_webp(bytes),
        Media::Wav => riff::clean_wav(bytes),
        Media::Pdf => pdf::clean(bytes)?,
        Media::Mp3 => mp3::clean(bytes),
        Media::Mp4 | Media::Threegp => boxes::clean(bytes)?,
        Media::Ogg => ogg::clean(bytes),
        // It has a mark and sounds, and no place for anything else.
        Media::Amr => Some((bytes.to_vec(), BTreeSet::new())),
    };
    // What is left must still be what it was: of a file that is nothing but marks nothing is.
    let kept = kept.filter(|(bytes, _)| media_of(bytes).is_ok_and(|left| left == media));
    let (bytes, stripped) = kept.ok_or(CannotKeep::Damaged(media))?;
    Ok(Clean { media, bytes, stripped: stripped.into_iter().collect() })
}

/// What a file is, by how it begins.
fn media_of(bytes: &[u8]) -> Result<Media, CannotKeep> {
    let at = |place: usize, mark: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, &[0xFF, 0xD8, 0xFF]) {
        return Ok(Media::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1A\n") {
        return Ok(Media::Png);
    }
    if at(0, b"RIFF") {
        return match bytes.get(8..12) {
            Some(b"WEBP") => Ok(Media::Webp),
            Some(b"WAVE") => Ok(Media::Wav),
            _ => Err(CannotKeep::Unknown),
        };
    }
    // Some programs write a little before the mark.
    if bytes.get(..bytes.len().min(1_024)).is_some_and(|head| memchr::memmem::find(head, b"%PDF-").is_some())
    {
        return Ok(Media::Pdf);
    }
    if at(0, b"OggS") {
        return Ok(Media::Ogg);
    }
    if at(0, b"#!AMR") {
        return Ok(Media::Amr);
    }
    if at(4, b"ftyp") {
        return match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"avif") => {
                Err(CannotKeep::Heic)
            }
            Some([b'3', b'g', ..]) => Ok(Media::Threegp),
            _ => Ok(Media::Mp4),
        };
    }
    let is_frame = matches!(bytes, [0xFF, second, ..] if second & 0xE0 == 0xE0 && second & 0x06 != 0);
    if at(0, b"ID3") || is_frame {
        return Ok(Media::Mp3);
    }
    Err(CannotKeep::Unknown)
}

/// A number of two bytes, the greater first.
fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(place..place + 2)?.try_into().ok()?))
}

/// A number of four bytes, the greatest first.
fn u32_at(bytes: &[u8], place: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(place..place.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
