//! RIFF: WebP pictures and WAV recordings. Chunks with names, padded to even lengths.

use std::collections::BTreeSet;

use super::jpeg::tiff;
use super::{Kept, exif, xmp};
use crate::domain::attachment::Stripped;

/// In the flags of a WebP's `VP8X`: that there is Exif, and that there is XMP.
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

/// How long a `VP8X` is: flags, and how large the picture is.
const VP8X_LONG: usize = 10;

pub(super) fn clean_webp(bytes: &[u8]) -> Kept {
    let mut stripped = BTreeSet::new();
    let mut body = Vec::new();
    let mut has_exif = false;
    for (name, content) in chunks(bytes, &mut stripped)? {
        match &name {
            // It stands first, once and whole, or what is told of the picture is not what it is.
            b"VP8X" if content.len() != VP8X_LONG || !body.is_empty() => return None,
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" | b"VP8X" => {
                put(&mut body, name, content);
            }
            b"EXIF" => {
                let turned = exif::orientation(content).map(tiff);
                if turned.as_ref().map(<[u8; 26]>::as_slice) != Some(content) {
                    stripped.extend(exif::told_by(content));
                }
                if let Some(turned) = turned {
                    put(&mut body, name, &turned);
                    has_exif = true;
                }
            }
            b"XMP " => stripped.extend(xmp::told_by(content)),
            _ => {
                stripped.insert(Stripped::Rest);
            }
        }
    }
    if body.starts_with(b"VP8X")
        && let Some(flags) = body.get(8).copied()
    {
        let flags = flags & !(EXIF | XMP) | if has_exif { EXIF } else { 0 };
        if let Some(place) = body.get_mut(8) {
            *place = flags;
        }
    }
    whole(*b"WEBP", body, stripped)
}

pub(super) fn clean_wav(bytes: &[u8]) -> Kept {
    let mut stripped = BTreeSet::new();
    let mut body = Vec::new();
    for (name, content) in chunks(bytes, &mut stripped)? {
        match &name {
            b"fmt " | b"fact" | b"data" => put(&mut body, name, content),
            b"LIST" | b"id3 " | b"ID3 " => {
                stripped.insert(Stripped::Texts);
            }
            _ => {
                stripped.insert(Stripped::Rest);
            }
        }
    }
    whole(*b"WAVE", body, stripped)
}

/// A name with what it holds.
type Chunk<'bytes> = ([u8; 4], &'bytes [u8]);

/// The chunks of a file; what stands behind its end is said to go.
fn chunks<'bytes>(bytes: &'bytes [u8], stripped: &mut BTreeSet<Stripped>) -> Option<Vec<Chunk<'bytes>>> {
    let number = |place: usize| -> Option<usize> {
        let four: [u8; 4] = bytes.get(place..place + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(four)).ok()
    };
    // A recording that was broken off says that it has no length, or more than it has.
    let end = number(4)?.checked_add(8)?.min(bytes.len());
    let end = if end <= 12 { bytes.len() } else { end };
    stripped.extend((end < bytes.len()).then_some(Stripped::Rest));
    let mut all = Vec::new();
    let mut place = 12;
    while place + 8 <= end {
        let name: [u8; 4] = bytes.get(place..place + 4)?.try_into().ok()?;
        let length = number(place + 4)?.min(end - place - 8);
        all.push((name, bytes.get(place + 8..place + 8 + length)?));
        place += 8 + length + length % 2;
    }
    Some(all)
}

fn put(body: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    body.extend(name);
    body.extend((content.len() as u32).to_le_bytes());
    body.extend_from_slice(content);
    body.extend((content.len() % 2 == 1).then_some(0));
}

fn whole(form: [u8; 4], body: Vec<u8>, stripped: BTreeSet<Stripped>) -> Kept {
    if body.is_empty() {
        return None;
    }
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((body.len() as u32 + 4).to_le_bytes());
    bytes.extend(form);
    bytes.extend(body);
    Some((bytes, stripped))
}
