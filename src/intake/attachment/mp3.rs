//! MP3: tags before and behind the sounds – ID3 versions 1 and 2, APE, Lyrics3 – go whole.

use std::collections::BTreeSet;

use super::Kept;
use crate::domain::attachment::Stripped;

pub(super) fn clean(bytes: &[u8]) -> Kept {
    let mut sound = bytes;
    while sound.starts_with(b"ID3") {
        // Four times seven bits, and ten bytes more behind where a flag says so.
        let [flags, size @ ..] = sound.get(5..10)? else {
            return None;
        };
        let size = size.iter().fold(0_usize, |size, byte| size << 7 | usize::from(byte & 0x7F));
        let foot = if flags & 0x10 == 0 { 0 } else { 10 };
        sound = sound.get(10 + size + foot..)?;
    }
    // Some programs pad what stands before the sounds.
    let first = sound.windows(2).position(|two| matches!(two, [0xFF, second] if second & 0xE0 == 0xE0))?;
    sound = sound.get(first..)?;
    loop {
        let before = sound.len();
        sound = without_tail(sound);
        if sound.len() == before {
            break;
        }
    }
    let went = sound.len() < bytes.len();
    Some((sound.to_vec(), if went { [Stripped::Texts].into() } else { BTreeSet::new() }))
}

/// Without one tag at its end.
fn without_tail(sound: &[u8]) -> &[u8] {
    let kept = |length: usize| sound.get(..length).unwrap_or(sound);
    let length = sound.len();
    if length >= 128 && sound.get(length - 128..).is_some_and(|tail| tail.starts_with(b"TAG")) {
        return kept(length - 128);
    }
    if let Some(foot) = length.checked_sub(32).and_then(|at| sound.get(at..))
        && foot.starts_with(b"APETAGEX")
    {
        let size =
            foot.get(12..16).and_then(|size| size.try_into().ok()).map_or(32, u32::from_le_bytes) as usize;
        let start = length.saturating_sub(size.max(32));
        // With a head of its own, if there is one.
        let head = start.saturating_sub(32);
        let has_head = sound.get(head..).is_some_and(|rest| rest.starts_with(b"APETAGEX"));
        return kept(if has_head { head } else { start });
    }
    if let Some(place) = length.checked_sub(9).filter(|at| sound.get(*at..) == Some(b"LYRICS200"))
        && let Some(begin) = memchr::memmem::rfind(kept(place), b"LYRICSBEGIN")
    {
        return kept(begin);
    }
    sound
}
