//! The searchable text of a block of rows: packed, with a coarse list of what occurs in it, and searched by scanning.
//!
//! A scan beats an index here: a million stories are some 135 MB in a code of one byte a letter, a third of that packed,
//! and a needle that occurs nowhere in a block is mostly known from the trigrams of the block alone.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use lz4::block::{self, CompressionMode};
use memchr::memmem::Finder;

use super::letters::ROW;
use super::narrow::{BLOCK, Mask, NO_ROW, is_marked, mark, rows as rows_of};

/// Bits for the trigrams that occur in a block, by a hash of theirs: some 8,000 differ in a block of stories.
const GRAM_BITS: usize = 1 << 15;

/// Fewer rows than these are looked through one by one: a search in a short text takes as long to begin as to run.
const FEW: u32 = BLOCK as u32 / 4;

/// The least of LZ4's dense levels: a fifth smaller than the fast one, for twice the time to pack, and sooner unpacked.
const DENSE: CompressionMode = CompressionMode::HIGHCOMPRESSION(1);

/// No block is longer unpacked; one that is would be read from its rows each time.
const LONGEST: usize = 1 << 28;

/// Which trigrams occur.
type Grams = Box<[u64; GRAM_BITS / 64]>;

/// The texts of [`BLOCK`] rows in the code of [`super::letters`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// As they are: while rows are being put.
    Open(Vec<Vec<u8>>),
    /// Packed.
    Packed(Packed),
}

/// The texts of a block, each with a [`ROW`] behind it, packed by LZ4.
#[derive(Debug, Clone)]
pub struct Packed {
    /// Tells these bytes from all others of this program: what a thread unpacked last may be just these.
    id: u64,
    bytes: Vec<u8>,
    /// How long they are unpacked.
    length: usize,
    grams: Grams,
}

impl Default for Texts {
    fn default() -> Self {
        Self::Open(Vec::new())
    }
}

/// A needle made ready.
pub struct Needle {
    finder: Finder<'static>,
    /// The bits of its trigrams; none where it is shorter.
    grams: Vec<usize>,
}

impl Needle {
    /// A needle in the code; not an empty one.
    pub fn new(coded: &[u8]) -> Self {
        let mut grams: Vec<usize> = coded.windows(3).map(gram).collect();
        grams.sort_unstable();
        grams.dedup();
        Self { finder: Finder::new(coded).into_owned(), grams }
    }
}

fn gram(bytes: &[u8]) -> usize {
    let number = bytes.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    (number.wrapping_mul(0x9E37_79B1) >> 17) as usize % GRAM_BITS
}

impl PartialEq for Packed {
    fn eq(&self, other: &Self) -> bool {
        (&self.bytes, self.length, &self.grams) == (&other.bytes, other.length, &other.grams)
    }
}

impl Eq for Packed {}

/// The block that a thread unpacked last: further needles of one query, which ask for the same block, find it there.
struct Unpacked {
    /// Which it is; none has 0.
    id: u64,
    /// As long as the longest block so far.
    buffer: Vec<u8>,
    /// Where each row ends in it: the place of its [`ROW`].
    ends: Vec<u32>,
}

thread_local! {
    static UNPACKED: RefCell<Unpacked> =
        const { RefCell::new(Unpacked { id: 0, buffer: Vec::new(), ends: Vec::new() }) };
}

/// An identifier that no block of this program had.
fn new_id() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

impl Texts {
    /// Sets the text of a row.
    pub fn set(&mut self, row: usize, text: Vec<u8>) {
        let mut texts = match std::mem::take(self) {
            Self::Open(texts) => texts,
            Self::Packed(packed) => packed.open(),
        };
        if texts.len() <= row {
            texts.resize(row + 1, Vec::new());
        }
        if let Some(place) = texts.get_mut(row) {
            *place = text;
        }
        *self = Self::Open(texts);
    }

    /// The packed texts of rows from the first on.
    pub fn packed<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        Self::Packed(Packed::of(texts))
    }

    /// Packs what was being put.
    pub fn pack(&mut self) {
        if let Self::Open(texts) = self {
            *self = Self::packed(texts.iter().map(Vec::as_slice));
        }
    }

    /// The rows among these whose text holds the needle.
    pub fn holding(&self, needle: &Needle, among: &Mask) -> Mask {
        match self {
            Self::Open(texts) => {
                let mut found = NO_ROW;
                let wanted = super::narrow::rows(among);
                for row in wanted.take_while(|row| *row < texts.len()) {
                    if texts.get(row).is_some_and(|text| needle.finder.find(text).is_some()) {
                        mark(&mut found, row);
                    }
                }
                found
            }
            Self::Packed(packed) if packed.may_hold(needle) => {
                packed.with_text(|text, ends| holding((text, ends), needle, among)).unwrap_or(NO_ROW)
            }
            Self::Packed(_) => NO_ROW,
        }
    }

    /// The texts of all rows.
    pub fn all(&self) -> Vec<Vec<u8>> {
        let mut texts = match self {
            Self::Open(texts) => texts.clone(),
            Self::Packed(packed) => packed.clone().open(),
        };
        texts.resize(BLOCK, Vec::new());
        texts
    }

    /// Whether two packed blocks say the same, however they were packed.
    pub fn says_what(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Packed(one), Self::Packed(other)) if one.grams != other.grams => false,
            _ => self.all() == other.all(),
        }
    }

    /// The bytes in which a block is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Open(texts) => Packed::of(texts.iter().map(Vec::as_slice)).to_bytes(),
            Self::Packed(packed) => packed.to_bytes(),
        }
    }

    /// Reads what [`Texts::to_bytes`] wrote; `None` where it was something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_at_checked(4)?;
        let (grams, packed) = rest.split_at_checked(GRAM_BITS / 8)?;
        let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
        // LZ4 makes at most 255 bytes of one: a greater length is damaged, and would take the memory that it tells.
        if length > LONGEST || length > packed.len().saturating_mul(255).saturating_add(64) {
            return None;
        }
        let mut words: Grams = Box::new([0; GRAM_BITS / 64]);
        for (word, bytes) in words.iter_mut().zip(grams.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        let packed = Packed { id: new_id(), bytes: packed.to_vec(), length, grams: words };
        packed.with_text(|_, _| ()).map(|()| Self::Packed(packed))
    }
}

impl Packed {
    fn of<'a>(texts: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut plain = Vec::new();
        let mut grams: Grams = Box::new([0; GRAM_BITS / 64]);
        for text in texts.chain(std::iter::repeat(&[][..])).take(BLOCK) {
            for bits in text.windows(3).map(gram) {
                if let Some(word) = grams.get_mut(bits / 64) {
                    *word |= 1 << (bits % 64);
                }
            }
            plain.extend(text);
            plain.push(ROW);
        }
        // It fails of what is longer than LZ4 can tell, which no block is.
        let bytes =
            block::compress(&plain, Some(DENSE), false).unwrap_or_else(|_| lz4_flex::block::compress(&plain));
        Self { id: new_id(), bytes, length: plain.len(), grams }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 + GRAM_BITS / 8 + self.bytes.len());
        bytes.extend(u32::try_from(self.length).unwrap_or(0).to_le_bytes());
        bytes.extend(self.grams.iter().flat_map(|word| word.to_le_bytes()));
        bytes.extend(&self.bytes);
        bytes
    }

    fn may_hold(&self, needle: &Needle) -> bool {
        let occurs = |bit: &usize| self.grams.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1);
        needle.grams.iter().all(occurs)
    }

    /// Hands over the unpacked text and where its rows end; `None` where the bytes are no packed text.
    fn with_text<T>(&self, take: impl FnOnce(&[u8], &[u32]) -> T) -> Option<T> {
        UNPACKED.with_borrow_mut(|unpacked| {
            if unpacked.id != self.id {
                unpacked.id = 0;
                self.unpack_into(unpacked)?;
                unpacked.id = self.id;
            }
            Some(take(unpacked.buffer.get(..self.length)?, &unpacked.ends))
        })
    }

    fn unpack_into(&self, Unpacked { buffer, ends, .. }: &mut Unpacked) -> Option<()> {
        if buffer.len() < self.length {
            buffer.resize(self.length, 0);
        }
        let told = i32::try_from(self.length).ok()?;
        let length = block::decompress_to_buffer(&self.bytes, Some(told), buffer).ok()?;
        if length != self.length {
            return None;
        }
        ends.clear();
        // At most `LONGEST`, which 32 bits hold.
        ends.extend(memchr::memchr_iter(ROW, buffer.get(..length)?).take(BLOCK).map(|end| end as u32));
        Some(())
    }

    fn open(self) -> Vec<Vec<u8>> {
        self.with_text(|text, _| {
            let mut texts: Vec<Vec<u8>> = text.split(|byte| *byte == ROW).map(<[u8]>::to_vec).collect();
            texts.truncate(BLOCK);
            texts
        })
        .unwrap_or_default()
    }
}

/// The rows among these in whose text a needle stands: after a find the scan goes on with the next row. Of few rows
/// only those are looked through.
fn holding((text, ends): (&[u8], &[u32]), needle: &Needle, among: &Mask) -> Mask {
    let mut found = NO_ROW;
    let end = |row: usize| ends.get(row).map(|end| *end as usize);
    let begin = |row: usize| row.checked_sub(1).map_or(Some(0), |before| Some(end(before)? + 1));
    if among.iter().map(|word| word.count_ones()).sum::<u32>() < FEW {
        for row in rows_of(among) {
            let text = begin(row).zip(end(row)).and_then(|(begin, end)| text.get(begin..end));
            if text.is_some_and(|text| needle.finder.find(text).is_some()) {
                mark(&mut found, row);
            }
        }
        return found;
    }
    let mut row = 0;
    while let Some(at) = begin(row)
        && let Some(place) = text.get(at..).and_then(|rest| needle.finder.find(rest))
    {
        while end(row).is_some_and(|end| end < at + place) {
            row += 1;
        }
        if is_marked(among, row) {
            mark(&mut found, row);
        }
        row += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::letters::coded;
    use super::super::narrow::rows;
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn a_scan_of_packed_texts_finds_what_each_text_holds(
            texts in prop::collection::vec((0..BLOCK, "[abកខ]{0,9}"), 0..80),
            changed in prop::collection::vec((0..BLOCK, "[abកខ]{0,9}"), 0..4),
            needle in "[abកខ]{1,4}",
            among in any::<u64>(),
        ) {
            let mut block = Texts::default();
            let mut plain = vec![String::new(); BLOCK];
            for (row, text) in texts {
                block.set(row, coded(&text));
                plain[row] = text;
            }
            block.pack();
            let mut again = Texts::from_bytes(&block.to_bytes()).unwrap();
            prop_assert_eq!(&again, &block);
            for (row, text) in changed {
                again.set(row, coded(&text));
                plain[row] = text;
            }
            let among: Mask = [among; BLOCK / 64];
            let expected: Vec<usize> = rows(&among).filter(|row| plain[*row].contains(&needle)).collect();
            let needle = Needle::new(&coded(&needle));
            let few: Mask = std::array::from_fn(|word| if word < 3 { among[word] } else { 0 });
            prop_assert_eq!(rows(&again.holding(&needle, &among)).collect::<Vec<_>>(), expected.clone());
            again.pack();
            let expected_of_few: Vec<usize> = expected.iter().copied().filter(|row| is_marked(&few, *row)).collect();
            prop_assert_eq!(rows(&again.holding(&needle, &among)).collect::<Vec<_>>(), expected);
            prop_assert_eq!(rows(&again.holding(&needle, &few)).collect::<Vec<_>>(), expected_of_few);
            // One that was unpacked before is not taken for another.
            prop_assert!(block.says_what(&Texts::from_bytes(&block.to_bytes()).unwrap()));
        }
    }

    #[test]
    fn what_is_no_block_is_refused() {
        let mut block = Texts::default();
        block.set(3, coded("abc"));
        let mut bytes = block.to_bytes();
        assert!(Texts::from_bytes(&bytes).is_some());
        bytes.truncate(bytes.len() - 2);
        assert!(Texts::from_bytes(&bytes).is_none());
        assert!(Texts::from_bytes(&[]).is_none());
        for length in [u32::MAX, 1 << 28, 1_000_000] {
            let mut longer = block.to_bytes();
            longer[..4].copy_from_slice(&length.to_le_bytes());
            UNPACKED.with_borrow_mut(|unpacked| unpacked.buffer = Vec::new());
            assert!(Texts::from_bytes(&longer).is_none());
            assert_eq!(
                UNPACKED.with_borrow(|unpacked| unpacked.buffer.capacity()),
                0,
                "nothing was taken for it"
            );
        }
    }
}
