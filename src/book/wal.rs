//! Looks whether a write-ahead log is whole, before SQLite opens it: SQLite takes the
//! first frame with a wrong sum for the end of the log and silently drops what
//! follows, so that damage there would lose cases without a word.
//!
//! Format: <https://www.sqlite.org/fileformat2.html#walformat>.

use std::path::Path;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// Whether committed frames stand behind a broken one. The answer must be the same
/// three times: another program may be writing.
pub(super) fn is_damaged(wal: &Path) -> bool {
    (0..3).all(|attempt| {
        if attempt > 0 {
            std::thread::sleep(std::time::Duration::from_millis(40));
        }
        std::fs::read(wal).is_ok_and(|bytes| has_lost_frames(&bytes))
    })
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn has_lost_frames(bytes: &[u8]) -> bool {
    let Some(log) = Log::read(bytes) else {
        // Without a readable header SQLite drops the whole log.
        return bytes.len() > HEADER;
    };
    let sound = log.sound_frames();
    (sound..log.frames()).any(|frame| log.commits(frame))
}

struct Log<'bytes> {
    bytes: &'bytes [u8],
    page: usize,
    salts: (u32, u32),
    big_endian: bool,
    sum: (u32, u32),
}

impl<'bytes> Log<'bytes> {
    fn read(bytes: &'bytes [u8]) -> Option<Self> {
        let big_endian = match word(bytes, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let page = word(bytes, 8)? as usize;
        let sum = checksum(bytes.get(..24)?, big_endian, (0, 0));
        let stored = (word(bytes, 24)?, word(bytes, 28)?);
        let sound = sum == stored && page.is_power_of_two() && page >= 512;
        sound.then_some(Self { bytes, page, salts: (word(bytes, 16)?, word(bytes, 20)?), big_endian, sum })
    }

    fn frames(&self) -> usize {
        self.bytes.len().saturating_sub(HEADER) / (FRAME_HEADER + self.page)
    }

    fn frame(&self, frame: usize) -> Option<&'bytes [u8]> {
        let length = FRAME_HEADER + self.page;
        let start = HEADER + frame * length;
        self.bytes.get(start..start + length)
    }

    fn is_current(&self, frame: &[u8]) -> bool {
        word(frame, 8) == Some(self.salts.0) && word(frame, 12) == Some(self.salts.1)
    }

    /// Whether the frame belongs to this log and ends a transaction.
    fn commits(&self, frame: usize) -> bool {
        self.frame(frame).is_some_and(|bytes| self.is_current(bytes) && word(bytes, 4) != Some(0))
    }

    /// How many frames from the beginning are whole.
    fn sound_frames(&self) -> usize {
        let mut sum = self.sum;
        for frame in 0..self.frames() {
            let Some(bytes) = self.frame(frame).filter(|bytes| self.is_current(bytes)) else {
                return frame;
            };
            let (Some(head), Some(page)) = (bytes.get(..8), bytes.get(FRAME_HEADER..)) else {
                return frame;
            };
            sum = checksum(page, self.big_endian, checksum(head, self.big_endian, sum));
            if (word(bytes, 16), word(bytes, 20)) != (Some(sum.0), Some(sum.1)) {
                return frame;
            }
        }
        self.frames()
    }
}

fn checksum(bytes: &[u8], big_endian: bool, start: (u32, u32)) -> (u32, u32) {
    let read = |word: &[u8; 4]| {
        if big_endian { u32::from_be_bytes(*word) } else { u32::from_le_bytes(*word) }
    };
    let (words, _) = bytes.as_chunks::<4>();
    words.chunks(2).fold(start, |(first, second), pair| match pair {
        [a, b] => {
            let first = first.wrapping_add(read(a)).wrapping_add(second);
            (first, second.wrapping_add(read(b)).wrapping_add(first))
        }
        _ => (first, second),
    })
}
