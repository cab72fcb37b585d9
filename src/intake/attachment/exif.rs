//! Exif (CIPA DC-008): directories of marked facts, as photos of several formats hold them. Of it only which way is up stays;
//! what else it tells of is found out, so that no more is said to have been taken out than was there.

use std::collections::BTreeSet;

use crate::domain::attachment::Stripped;

/// Which way is up.
const ORIENTATION: u16 = 0x0112;
/// Where the directory of the camera lies, and that of the position.
const CAMERA: u16 = 0x8769;
const POSITION: u16 = 0x8825;

/// What says nothing of who, where and when: how large the picture is, how its numbers are laid, where directories lie.
const OF_THE_PICTURE: [u16; 27] = [
    0x0100,
    0x0101,
    0x0102,
    0x0103,
    0x0106,
    ORIENTATION,
    0x0115,
    0x011A,
    0x011B,
    0x011C,
    0x0128,
    0x0201,
    0x0202,
    0x0211,
    0x0212,
    0x0213,
    0x0214,
    CAMERA,
    POSITION,
    0x9000,
    0x9101,
    0xA000,
    0xA001,
    0xA002,
    0xA003,
    0xA005,
    0x9102,
];
/// When it was made, changed and scanned, with parts of seconds and zones.
const TIMES: [u16; 10] = [0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292, 0x882A];
/// Titles, comments, names of people and programs.
const TEXTS: [u16; 12] =
    [0x010D, 0x010E, 0x0131, 0x013B, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0xA430];

/// Of a position: that of which version its directory is, and when it was taken.
const VERSION_OF_POSITION: u16 = 0x0000;
const TIMES_OF_POSITION: [u16; 2] = [0x0007, 0x001D];

/// Exif without the mark before it that some formats write.
struct Exif<'bytes> {
    tiff: &'bytes [u8],
    is_little: bool,
}

/// A directory: its entries, of twelve bytes each, and where the next one lies.
struct Directory<'bytes> {
    entries: Vec<&'bytes [u8]>,
    next: usize,
}

impl<'bytes> Exif<'bytes> {
    fn of(bytes: &'bytes [u8]) -> Option<Self> {
        let marked = bytes.strip_prefix(b"Exif\0").and_then(|rest| rest.get(1..));
        let tiff = marked.unwrap_or(bytes);
        let is_little = match tiff.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        Some(Self { tiff, is_little })
    }

    fn two(&self, bytes: &[u8]) -> Option<u16> {
        let two: [u8; 2] = bytes.get(..2)?.try_into().ok()?;
        Some(if self.is_little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    }

    fn four(&self, bytes: &[u8]) -> Option<usize> {
        let four: [u8; 4] = bytes.get(..4)?.try_into().ok()?;
        let four = if self.is_little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        usize::try_from(four).ok()
    }

    fn directory(&self, offset: usize) -> Option<Directory<'bytes>> {
        let count = usize::from(self.two(self.tiff.get(offset..)?)?);
        let from = self.tiff.get(offset.checked_add(2)?..)?;
        let entries: Vec<&[u8]> = from.chunks_exact(12).take(count).collect();
        let next = from.get(count * 12..).and_then(|rest| self.four(rest)).unwrap_or_default();
        Some(Directory { entries, next })
    }

    fn first(&self) -> Option<Directory<'bytes>> {
        self.directory(self.four(self.tiff.get(4..)?)?)
    }

    fn mark(&self, entry: &[u8]) -> u16 {
        self.two(entry).unwrap_or(u16::MAX)
    }

    /// What a directory of a picture or its camera tells of.
    fn told(&self, directory: &Directory<'_>, told: &mut BTreeSet<Stripped>) {
        for entry in &directory.entries {
            told.extend(match self.mark(entry) {
                mark if OF_THE_PICTURE.contains(&mark) => None,
                mark if TIMES.contains(&mark) => Some(Stripped::Times),
                mark if TEXTS.contains(&mark) => Some(Stripped::Texts),
                // Maker, model, lens, number, settings, and whatever a maker adds.
                _ => Some(Stripped::Camera),
            });
        }
    }

    /// The directory to which an entry leads; a broken way there is no proof that nothing is behind it.
    fn behind(&self, first: &Directory<'_>, mark: u16) -> Option<Option<Directory<'bytes>>> {
        let entry = first.entries.iter().find(|entry| self.mark(entry) == mark)?;
        let offset = entry.get(8..).and_then(|place| self.four(place));
        Some(offset.and_then(|offset| self.directory(offset)))
    }
}

/// What Exif tells of; what cannot be read may tell anything.
pub(super) fn told_by(bytes: &[u8]) -> BTreeSet<Stripped> {
    let mut told = BTreeSet::new();
    let read = Exif::of(bytes).and_then(|exif| exif.first().map(|first| (exif, first)));
    let Some((exif, first)) = read else {
        return BTreeSet::from([Stripped::Rest]);
    };
    exif.told(&first, &mut told);
    match exif.behind(&first, CAMERA) {
        Some(Some(directory)) => exif.told(&directory, &mut told),
        Some(None) => told.extend([Stripped::Camera]),
        None => {}
    }
    match exif.behind(&first, POSITION) {
        Some(Some(directory)) => {
            for entry in &directory.entries {
                told.extend(match exif.mark(entry) {
                    VERSION_OF_POSITION => None,
                    mark if TIMES_OF_POSITION.contains(&mark) => Some(Stripped::Times),
                    _ => Some(Stripped::Position),
                });
            }
        }
        Some(None) => told.extend([Stripped::Position]),
        None => {}
    }
    // The second directory is that of a small picture.
    if exif.directory(first.next).is_some_and(|small| first.next > 0 && !small.entries.is_empty()) {
        told.insert(Stripped::Pictures);
    }
    told
}

/// Which way is up: 2 to 8, where it is not as the picture lies.
pub(super) fn orientation(bytes: &[u8]) -> Option<u8> {
    let exif = Exif::of(bytes)?;
    let first = exif.first()?;
    let entry = first.entries.iter().find(|entry| exif.mark(entry) == ORIENTATION)?;
    let turned = exif.two(entry.get(8..)?)?;
    u8::try_from(turned).ok().filter(|turned| (2..=8).contains(turned))
}

#[cfg(test)]
mod tests {
    use super::Stripped::{Camera, Pictures, Position, Rest, Texts, Times};
    use super::*;

    /// Directories one behind the other: the first, those to which its entries lead, and that of the small picture.
    fn exif(first: &[u16], camera: Option<&[u16]>, position: Option<&[u16]>, small: &[u16]) -> Vec<u8> {
        let length = |marks: usize| 2 + 12 * marks + 4;
        let mut marks: Vec<(u16, u32)> = first.iter().map(|mark| (*mark, 1)).collect();
        let mut at =
            8 + length(marks.len() + usize::from(camera.is_some()) + usize::from(position.is_some()));
        let mut behind: Vec<Vec<(u16, u32)>> = Vec::new();
        for (mark, directory) in [(CAMERA, camera), (POSITION, position)] {
            if let Some(directory) = directory {
                marks.push((mark, at as u32));
                at += length(directory.len());
                behind.push(directory.iter().map(|mark| (*mark, 1)).collect());
            }
        }
        let mut bytes = b"MM\0\x2A\0\0\0\x08".to_vec();
        let next = if small.is_empty() { 0 } else { at as u32 };
        behind.push(small.iter().map(|mark| (*mark, 1)).collect());
        for (entries, next) in std::iter::once((marks, next)).chain(behind.into_iter().map(|one| (one, 0))) {
            bytes.extend((entries.len() as u16).to_be_bytes());
            for (mark, value) in entries {
                bytes.extend(mark.to_be_bytes());
                bytes.extend([0, 4, 0, 0, 0, 1]);
                bytes.extend(value.to_be_bytes());
            }
            bytes.extend(next.to_be_bytes());
        }
        bytes
    }

    #[test]
    fn no_more_is_told_than_is_there() {
        for (bytes, told) in [
            (exif(&[0x0112, 0x011A], Some(&[0x9000, 0xA002]), None, &[]), &[][..]),
            (exif(&[0x0112], None, Some(&[0x0000]), &[]), &[]),
            (exif(&[0x010F, 0x0110], None, None, &[]), &[Camera]),
            (exif(&[], Some(&[0x829A]), None, &[]), &[Camera]),
            (exif(&[0x0132], None, None, &[]), &[Times]),
            (exif(&[], Some(&[0x9003]), None, &[]), &[Times]),
            (exif(&[], None, Some(&[0x0000, 0x0002, 0x0004]), &[]), &[Position]),
            (exif(&[], None, Some(&[0x001D]), &[]), &[Times]),
            (exif(&[0x013B], Some(&[0x9286]), None, &[]), &[Texts]),
            (exif(&[], None, None, &[0x0201]), &[Pictures]),
            (b"MM".to_vec(), &[Rest]),
            (b"no Exif".to_vec(), &[Rest]),
        ] {
            let marked = [b"Exif\0\0", bytes.as_slice()].concat();
            assert_eq!(told_by(&bytes).into_iter().collect::<Vec<_>>(), told, "{bytes:?}");
            assert_eq!(told_by(&marked), told_by(&bytes));
        }
        // A way that leads nowhere is no proof that nothing was there.
        let mut broken = exif(&[], Some(&[]), Some(&[]), &[]);
        for place in [10 + 8, 10 + 12 + 8] {
            broken[place..place + 4].copy_from_slice(&[0xFF; 4]);
        }
        assert_eq!(told_by(&broken).into_iter().collect::<Vec<_>>(), [Camera, Position]);
    }
}
