//! JPEG (ITU T.81): segments between marks. What makes the picture stays, and of Exif which way is up.

use std::collections::BTreeSet;

use super::{Kept, exif, u16_at, xmp};
use crate::domain::attachment::Stripped;

/// The mark that begins a picture, and the one that ends it.
const BEGIN: u8 = 0xD8;
const END: u8 = 0xD9;
/// The mark behind which the picture's own bytes come.
const SCAN: u8 = 0xDA;

pub(super) fn clean(bytes: &[u8]) -> Kept {
    let mut kept = vec![0xFF, BEGIN];
    let mut stripped = BTreeSet::new();
    let mut place = 2;
    let mut has_scan = false;
    loop {
        // Any number of fill bytes may stand before a mark.
        if *bytes.get(place)? != 0xFF {
            return None;
        }
        let mark = *bytes.get(place + 1)?;
        match mark {
            0xFF => place += 1,
            END => {
                kept.extend([0xFF, END]);
                if bytes.len() > place + 2 {
                    // Telephones lay a film or a second picture behind the end.
                    stripped.insert(Stripped::Pictures);
                }
                return has_scan.then_some((kept, stripped));
            }
            0x01 | 0xD0..=0xD7 => place += 2,
            0x00 | BEGIN => return None,
            _ => {
                let length = usize::from(u16_at(bytes, place + 2)?);
                let segment = bytes.get(place..place + 2 + length)?;
                let content = segment.get(4..)?;
                place += segment.len();
                match what_goes(mark, content) {
                    None => kept.extend_from_slice(segment),
                    Some(went) => {
                        let turned = exif::orientation(content).filter(|_| is_exif(content));
                        let turned = turned.map(only_orientation);
                        // What was cleaned before says nothing else.
                        if turned.as_deref() != Some(segment) {
                            stripped.extend(went);
                        }
                        kept.extend(turned.unwrap_or_default());
                    }
                }
                if mark == SCAN {
                    has_scan = true;
                    let length = scan_length(bytes.get(place..)?)?;
                    kept.extend_from_slice(bytes.get(place..place + length)?);
                    place += length;
                }
            }
        }
    }
}

/// What goes with a segment; `None` where it stays: tables, frames, scans, the plain mark of JFIF without its small
/// picture, the profile of colours, and what Adobe says of their order.
fn what_goes(mark: u8, content: &[u8]) -> Option<BTreeSet<Stripped>> {
    let has_no_picture = content.get(12..14) == Some(&[0, 0]) && content.len() == 14;
    match mark {
        0xC0..=0xCF | 0xDA..=0xDD => None,
        0xE0 if content.starts_with(b"JFIF\0") && has_no_picture => None,
        0xE2 if content.starts_with(b"ICC_PROFILE\0") => None,
        0xEE if content.starts_with(b"Adobe") && content.len() == 12 => None,
        0xE0 | 0xE2 => Some([Stripped::Pictures].into()),
        0xE1 if is_exif(content) => Some(exif::told_by(content)),
        0xE1 => Some(xmp::told_by(content)),
        0xED | 0xFE => Some([Stripped::Texts].into()),
        _ => Some([Stripped::Rest].into()),
    }
}

fn is_exif(content: &[u8]) -> bool {
    content.starts_with(b"Exif\0")
}

/// How many bytes a scan has: up to the next mark that is none of its own.
fn scan_length(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let place = from + memchr::memchr(0xFF, bytes.get(from..)?)?;
        match bytes.get(place + 1)? {
            0x00 | 0xD0..=0xD7 => from = place + 2,
            0xFF => from = place + 1,
            _ => return Some(place),
        }
    }
}

/// Exif that says nothing but which way is up.
pub(super) fn only_orientation(orientation: u8) -> Vec<u8> {
    let mut segment = vec![0xFF, 0xE1, 0, 34];
    segment.extend_from_slice(b"Exif\0\0");
    segment.extend(tiff(orientation));
    segment
}

/// The same without the mark of a segment.
pub(super) fn tiff(orientation: u8) -> [u8; 26] {
    let mut tiff = *b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = orientation;
    tiff
}
