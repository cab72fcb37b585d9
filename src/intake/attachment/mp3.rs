//! MP3: sounds come in frames, each of which says how long it is. They stay; what stands before, between and behind them – ID3 at
//! either end, APE, Lyrics3, whatever else – goes whole.

use std::collections::BTreeSet;

use super::Kept;
use crate::domain::attachment::Stripped;

pub(super) fn clean(bytes: &[u8]) -> Kept {
    let mut sound = without_heads(bytes)?.to_vec();
    // A tag may stand where the last frame, cut off, would end: what was taken for a frame with it in it is none then.
    loop {
        let left = frames_of(without_tails(&sound));
        if left.len() == sound.len() {
            break;
        }
        sound = left;
    }
    let went = sound.len() < bytes.len();
    Some((sound, if went { [Stripped::Texts].into() } else { BTreeSet::new() }))
}

/// Four times seven bits.
fn seven_bits(size: &[u8]) -> usize {
    size.iter().fold(0_usize, |size, byte| size << 7 | usize::from(byte & 0x7F))
}

/// Without the tags that it begins with.
fn without_heads(mut bytes: &[u8]) -> Option<&[u8]> {
    while bytes.starts_with(b"ID3") {
        let [flags, size @ ..] = bytes.get(5..10)? else {
            return None;
        };
        // Ten bytes more behind where a flag says so.
        let foot = if flags & 0x10 == 0 { 0 } else { 10 };
        bytes = bytes.get(10 + seven_bits(size) + foot..)?;
    }
    Some(bytes)
}

fn without_tails(mut sound: &[u8]) -> &[u8] {
    loop {
        let before = sound.len();
        sound = without_tail(sound);
        if sound.len() == before {
            return sound;
        }
    }
}

/// Without one tag at its end.
fn without_tail(sound: &[u8]) -> &[u8] {
    let kept = |length: usize| sound.get(..length).unwrap_or(sound);
    let length = sound.len();
    if length >= 128 && sound.get(length - 128..).is_some_and(|tail| tail.starts_with(b"TAG")) {
        return kept(length - 128);
    }
    if let Some(foot) = length.checked_sub(10).and_then(|at| sound.get(at..))
        && foot.starts_with(b"3DI")
    {
        let size = seven_bits(foot.get(6..).unwrap_or_default());
        let start = length.checked_sub(size + 20).filter(|at| kept_from(sound, *at).starts_with(b"ID3"));
        return kept(start.unwrap_or(length - 10));
    }
    if let Some(foot) = length.checked_sub(32).and_then(|at| sound.get(at..))
        && foot.starts_with(b"APETAGEX")
    {
        let size =
            foot.get(12..16).and_then(|size| size.try_into().ok()).map_or(32, u32::from_le_bytes) as usize;
        let start = length.saturating_sub(size.max(32));
        // With a head of its own, if there is one.
        let head = start.saturating_sub(32);
        return kept(if kept_from(sound, head).starts_with(b"APETAGEX") { head } else { start });
    }
    if let Some(place) = length.checked_sub(9).filter(|at| sound.get(*at..) == Some(b"LYRICS200"))
        && let Some(begin) = memchr::memmem::rfind(kept(place), b"LYRICSBEGIN")
    {
        return kept(begin);
    }
    sound
}

fn kept_from(sound: &[u8], place: usize) -> &[u8] {
    sound.get(place..).unwrap_or_default()
}

/// One frame after the other, and nothing beside them.
fn frames_of(sound: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(sound.len());
    let Some((mut place, first)) = first_frame(sound) else {
        return kept;
    };
    let is_like_it = |place: &usize| frame_at(sound, *place).filter(|frame| frame.kind == first.kind);
    while place < sound.len() {
        let frame = is_like_it(&place).and_then(|frame| sound.get(place..place + frame.length));
        if let Some(frame) = frame.filter(|frame| !holds_tag(frame)) {
            kept.extend_from_slice(frame);
            place += frame.len();
            continue;
        }
        // In what is no sound something may look like one frame, but hardly like two in a row.
        let begins = |place: &usize| {
            is_like_it(place).is_some_and(|frame| is_like_it(&(*place + frame.length)).is_some())
        };
        match marks(sound, place + 1).find(begins) {
            Some(next) => place = next,
            None => break,
        }
    }
    kept
}

/// The first frame behind which another one or the end stands.
fn first_frame(sound: &[u8]) -> Option<(usize, Frame)> {
    marks(sound, 0).find_map(|place| {
        let frame = frame_at(sound, place)?;
        let end = place + frame.length;
        let is_followed = frame_at(sound, end).is_some_and(|next| next.kind == frame.kind);
        (is_followed || end == sound.len()).then_some((place, frame))
    })
}

/// Where a frame may begin.
fn marks(sound: &[u8], from: usize) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(0xFF, kept_from(sound, from)).map(move |place| from + place)
}

/// A whole frame.
struct Frame {
    length: usize,
    /// Version and layer: all frames of a recording have the same.
    kind: [u8; 2],
}

/// Kilobits a second: of version 1 by layer, then of the others' layer I, and of their layers II and III.
const RATES: [[u16; 14]; 5] = [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// Whether a tag begins where a frame that was cut off would go on.
fn holds_tag(frame: &[u8]) -> bool {
    [&b"APETAGEX"[..], b"LYRICSBEGIN"].iter().any(|mark| memchr::memmem::find(frame, mark).is_some())
}

/// The whole frame that begins there, if one does.
fn frame_at(sound: &[u8], place: usize) -> Option<Frame> {
    let &[0xFF, second, third, _] = sound.get(place..place.checked_add(4)?)? else {
        return None;
    };
    let (version, layer) = (second >> 3 & 3, 4 - (second >> 1 & 3));
    let sampling = third >> 2 & 3;
    if second & 0xE0 != 0xE0 || version == 1 || layer == 4 || sampling == 3 {
        return None;
    }
    let table = match (version, layer) {
        (3, layer) => usize::from(layer - 1),
        (_, 1) => 3,
        _ => 4,
    };
    let rate = RATES.get(table)?.get(usize::from(third >> 4).checked_sub(1)?)?;
    // Version 2 has half the samples a second of version 1, and 2.5 a quarter.
    let slower = match version {
        3 => 1,
        2 => 2,
        _ => 4,
    };
    let samples = [44_100, 48_000, 32_000].get(usize::from(sampling))? / slower;
    let bits = usize::from(*rate) * 1_000;
    let padding = usize::from(third >> 1 & 1);
    let length = match (layer, version) {
        (1, _) => (12 * bits / samples + padding) * 4,
        (3, 0 | 2) => 72 * bits / samples + padding,
        _ => 144 * bits / samples + padding,
    };
    let is_whole = place.checked_add(length)? <= sound.len();
    is_whole.then_some(Frame { length, kind: [version, layer] })
}
