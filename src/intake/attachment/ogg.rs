//! Ogg (RFC 3533) with Opus or Vorbis: the second packet holds the comments. It is emptied where it stands, so that nothing
//! behind it moves, and the checks of its pages are taken anew.

use std::collections::BTreeSet;

use super::Kept;
use crate::domain::attachment::Stripped;

/// A page, by its place in the file.
struct Page {
    /// Where it begins and ends.
    at: std::ops::Range<usize>,
    /// The stretches of its packets, each with whether it ends there.
    packets: Vec<(std::ops::Range<usize>, bool)>,
    serial: [u8; 4],
}

pub(super) fn clean(bytes: &[u8]) -> Kept {
    let pages = pages(bytes)?;
    let serial = pages.first()?.serial;
    // More than one stream, or one after the other: each would have comments of its own.
    if pages.iter().any(|page| page.serial != serial) {
        return None;
    }
    let mut packet = 0;
    let mut stretches = Vec::new();
    for (range, ends) in pages.iter().flat_map(|page| &page.packets) {
        if packet == 1 {
            stretches.push(range.clone());
        }
        packet += usize::from(*ends);
    }
    let mut places = stretches.iter().flat_map(Clone::clone);
    let mark: Vec<u8> = places.by_ref().take(8).filter_map(|place| bytes.get(place).copied()).collect();
    let (head, foot) = match mark.as_slice() {
        b"OpusTags" => (8, 0),
        [3, b'v', b'o', b'r', b'b', b'i', b's', _] => (7, 1),
        _ => return None,
    };
    let places: Vec<usize> = stretches.into_iter().flatten().skip(head).collect();
    // A vendor's name of spaces as long as all that stood there, then no comment, then what ends the packet.
    let name = places.len().checked_sub(8 + foot)?;
    let told = (name as u32).to_le_bytes().into_iter().chain(std::iter::repeat_n(b' ', name));
    let told = told.chain([0; 4]).chain(std::iter::repeat_n(1, foot));
    let mut kept = bytes.to_vec();
    let mut went = false;
    for (place, byte) in places.iter().zip(told) {
        let stood = kept.get_mut(*place)?;
        went |= *stood != byte;
        *stood = byte;
    }
    for page in &pages {
        let check = kept.get_mut(page.at.start + 22..page.at.start + 26)?;
        check.fill(0);
        let sum = crc(kept.get(page.at.clone())?);
        kept.get_mut(page.at.start + 22..page.at.start + 26)?.copy_from_slice(&sum.to_le_bytes());
    }
    kept.truncate(pages.last()?.at.end);
    Some((kept, if went { [Stripped::Texts].into() } else { BTreeSet::new() }))
}

fn pages(bytes: &[u8]) -> Option<Vec<Page>> {
    let mut pages = Vec::new();
    let mut place = 0;
    while bytes.get(place..).is_some_and(|rest| rest.starts_with(b"OggS")) {
        let count = usize::from(*bytes.get(place + 26)?);
        let lengths = bytes.get(place + 27..place + 27 + count)?;
        let mut at = place + 27 + count;
        let mut packets = Vec::new();
        let mut begun = at;
        for length in lengths {
            at += usize::from(*length);
            if *length < 255 {
                packets.push((begun..at, true));
                begun = at;
            }
        }
        if begun < at {
            packets.push((begun..at, false));
        }
        let serial = bytes.get(place + 14..place + 18)?.try_into().ok()?;
        bytes.get(place..at)?;
        pages.push(Page { at: place..at, packets, serial });
        place = at;
    }
    (!pages.is_empty()).then_some(pages)
}

/// The check of a page: CRC-32 with polynomial 0x04C11DB7, neither turned nor inverted (RFC 3533, 6).
fn crc(bytes: &[u8]) -> u32 {
    static TABLE: std::sync::LazyLock<[u32; 256]> = std::sync::LazyLock::new(|| {
        let step = |crc: u32| if crc & 0x8000_0000 == 0 { crc << 1 } else { crc << 1 ^ 0x04C1_1DB7 };
        std::array::from_fn(|byte| (0..8).fold((byte as u32) << 24, |crc, _| step(crc)))
    });
    bytes.iter().fold(0, |crc, byte| {
        let row = (crc >> 24) as usize ^ usize::from(*byte);
        crc << 8 ^ TABLE.get(row).copied().unwrap_or(0)
    })
}
