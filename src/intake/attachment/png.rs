//! PNG (W3C): chunks with names. What is drawn stays, and of Exif which way is up.

use std::collections::BTreeSet;

use super::jpeg::tiff;
use super::{Kept, exif, u32_at, xmp};
use crate::domain::attachment::Stripped;

/// The chunks that make the picture: its size, colours, pixels, and how they move.
const STAY: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP",
    b"pHYs", b"acTL", b"fcTL",
];

pub(super) fn clean(bytes: &[u8]) -> Kept {
    let mut kept = bytes.get(..8)?.to_vec();
    let mut stripped = BTreeSet::new();
    let mut place = 8;
    loop {
        let length = u32_at(bytes, place)? as usize;
        let chunk = bytes.get(place..place.checked_add(length)?.checked_add(12)?)?;
        let (name, content) = (chunk.get(4..8)?, chunk.get(8..8 + length)?);
        place += chunk.len();
        if STAY.iter().any(|stays| *stays == name) || name == b"fdAT" {
            kept.extend_from_slice(chunk);
        } else if name == b"eXIf" {
            let turned = exif::orientation(content).map(tiff);
            if turned.as_ref().map(<[u8; 26]>::as_slice) != Some(content) {
                stripped.extend(exif::told_by(content));
            }
            kept.extend(turned.map(|turned| made(*b"eXIf", &turned)).unwrap_or_default());
        } else {
            stripped.extend(match name {
                b"iTXt" => xmp::told_by(content),
                b"tEXt" | b"zTXt" => [Stripped::Texts].into(),
                b"tIME" => [Stripped::Times].into(),
                _ => [Stripped::Rest].into(),
            });
        }
        if name == b"IEND" {
            stripped.extend((bytes.len() > place).then_some(Stripped::Rest));
            return Some((kept, stripped));
        }
    }
}

/// A chunk with its length and check.
fn made(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut chunk = (content.len() as u32).to_be_bytes().to_vec();
    chunk.extend(name);
    chunk.extend_from_slice(content);
    let check = crc(chunk.get(4..).unwrap_or_default());
    chunk.extend(check.to_be_bytes());
    chunk
}

/// The check of a chunk: CRC-32 (ISO 3309), bit by bit, for it is taken over forty bytes.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_of_the_last_chunk_is_the_known_one() {
        assert_eq!(super::made(*b"IEND", b""), b"\0\0\0\0IEND\xAE\x42\x60\x82");
    }
}
