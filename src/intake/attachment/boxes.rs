//! MP4, M4A and 3GP (ISO/IEC 14496-12): boxes within boxes, and sounds that are found by their places in the file. So that
//! nothing moves, what goes is overwritten with nought where it stands, and its box called free.

use std::collections::BTreeSet;

use super::fault::CannotKeep;
use super::{Kept, u32_at};
use crate::domain::attachment::Stripped;

/// Boxes that hold boxes, and lead to what is heard.
const PARENTS: [&[u8; 4]; 7] = [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf"];

/// Boxes that stay as they are.
const STAY: [&[u8; 4]; 28] = [
    b"ftyp", b"mdat", b"free", b"skip", b"wide", b"smhd", b"dinf", b"stsd", b"stts", b"stsc", b"stsz",
    b"stz2", b"stco", b"co64", b"ctts", b"stss", b"sgpd", b"sbgp", b"edts", b"iods", b"mvex", b"tref",
    b"elst", b"mfhd", b"tfhd", b"tfdt", b"trun", b"sidx",
];

/// No honest file has boxes deeper in each other.
const DEEPEST: usize = 8;

pub(super) fn clean(bytes: &[u8]) -> Result<Kept, CannotKeep> {
    let mut kept = bytes.to_vec();
    let mut found = Found::default();
    let whole = walk(&mut kept, 0..bytes.len(), 0, &mut found);
    if found.has_film {
        return Err(CannotKeep::Film);
    }
    let is_sound = whole.is_some() && found.has_sound;
    Ok(is_sound.then_some((kept, found.stripped)))
}

#[derive(Default)]
struct Found {
    stripped: BTreeSet<Stripped>,
    has_film: bool,
    has_sound: bool,
}

fn walk(bytes: &mut [u8], within: std::ops::Range<usize>, depth: usize, found: &mut Found) -> Option<()> {
    let mut place = within.start;
    while place + 8 <= within.end {
        let name: [u8; 4] = bytes.get(place + 4..place + 8)?.try_into().ok()?;
        let (head, length) = match u32_at(bytes, place)? {
            // To the end of the file, and of eight bytes of their own.
            0 => (8, within.end - place),
            1 => (
                16,
                usize::try_from(u64::from_be_bytes(bytes.get(place + 8..place + 16)?.try_into().ok()?))
                    .ok()?,
            ),
            length => (8, length as usize),
        };
        if length < head || length > within.end - place {
            return None;
        }
        let inside = place + head..place + length;
        if PARENTS.iter().any(|parent| **parent == name) && depth < DEEPEST {
            walk(bytes, inside, depth + 1, found)?;
        } else {
            look(bytes, name, place, inside, found)?;
        }
        place += length;
    }
    Some(())
}

/// One box that holds no others.
fn look(
    bytes: &mut [u8],
    name: [u8; 4],
    place: usize,
    inside: std::ops::Range<usize>,
    found: &mut Found,
) -> Option<()> {
    match &name {
        // When it was made and changed stand at the beginning; 32 or 64 bits, by the version.
        b"mvhd" | b"tkhd" | b"mdhd" => {
            let long = *bytes.get(inside.start)? == 1;
            let times = bytes.get_mut(inside.start + 4..inside.start + 4 + if long { 16 } else { 8 })?;
            found.stripped.extend(times.iter().any(|byte| *byte != 0).then_some(Stripped::Times));
            times.fill(0);
        }
        b"hdlr" => {
            let kind = bytes.get(inside.start + 8..inside.start + 12)?;
            let is_of_data = bytes.get(inside.start + 4..inside.start + 8)? == b"dhlr";
            found.has_sound |= kind == b"soun";
            // Pictures, or a track of positions beside them.
            found.has_film |= kind != b"soun" && !is_of_data;
            // Behind it stands the name of the program that wrote it.
            bytes.get_mut(inside.start + 24..inside.end)?.fill(0);
        }
        b"vmhd" => found.has_film = true,
        b"free" | b"skip" | b"wide" => bytes.get_mut(inside)?.fill(0),
        _ if STAY.iter().any(|stays| **stays == name) => {}
        _ => {
            found.stripped.insert(match &name {
                b"udta" | b"meta" | b"\xA9xyz" | b"loci" => Stripped::Position,
                _ => Stripped::Rest,
            });
            if matches!(&name, b"udta" | b"meta") {
                found.stripped.insert(Stripped::Texts);
            }
            bytes.get_mut(place + 4..place + 8)?.copy_from_slice(b"free");
            bytes.get_mut(inside)?.fill(0);
        }
    }
    Some(())
}
