//! What letters a story is made of, in 64 bytes: enough to tell how much two stories have in common.

use crate::domain::text::{fold, has_khmer};

/// Bits of a sketch.
const BITS: usize = 512;

/// Letters of a story that are looked at: those behind say little more, and would fill the sketch.
const LETTERS: usize = 400;

/// Fewer bits tell of a story that is too short to be compared.
const FEWEST: u32 = 12;

/// From so many trigrams on – some forty letters with the spaces between them – a story is hardly told by two people in the same words.
const LONG: f64 = 31.0;

/// A set of trigrams, by a hash of each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sketch {
    words: [u64; BITS / 64],
    is_khmer: bool,
}

impl Sketch {
    /// Of a story; `None` of one that says hardly anything.
    pub fn of(story: &str) -> Option<Self> {
        let folded = fold(story);
        let letters: Vec<u32> =
            folded.chars().filter(|letter| letter.is_alphanumeric()).take(LETTERS).map(u32::from).collect();
        let mut words = [0_u64; BITS / 64];
        for gram in letters.windows(3) {
            let mixed = gram
                .iter()
                .fold(0_u32, |mixed, letter| (mixed ^ letter).wrapping_mul(0x9E37_79B1).rotate_left(13));
            let bit = mixed.wrapping_mul(0x85EB_CA6B) as usize >> 23 & (BITS - 1);
            if let Some(word) = words.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        let sketch = Self { words, is_khmer: has_khmer(&folded) };
        (ones(sketch.words.iter().copied()) >= FEWEST).then_some(sketch)
    }

    /// The least of its trigrams in three orders that mean nothing: two stories of which so much is common that it weighs share one
    /// of these nearly always.
    pub fn least(&self) -> [u16; 3] {
        let bits = |word: (usize, &u64)| {
            let (place, word) = (word.0, *word.1);
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| (place * 64 + bit) as u32)
        };
        [0x9E37_79B1_u32, 0x85EB_CA6B, 0xC2B2_AE35].map(|mixer| {
            let mixed =
                |bit: u32| ((bit + 1).wrapping_mul(mixer).rotate_left(15).wrapping_mul(mixer) >> 16) as u16;
            self.words.iter().enumerate().flat_map(bits).map(mixed).min().unwrap_or_default()
        })
    }

    /// Whether it says so much that the same words twice are no chance.
    pub fn is_long(&self) -> bool {
        held(ones(self.words.iter().copied())) >= LONG
    }

    /// How much two stories have in common, in hundredths of what the two say together, or nearly that of the shorter one where
    /// it stands within the other. `None` where they are in two scripts.
    pub fn likeness(&self, other: &Self) -> Option<u8> {
        if self.is_khmer != other.is_khmer {
            return None;
        }
        let both = self.words.iter().zip(&other.words).map(|(one, other)| one | other);
        let sizes = [&self.words, &other.words].map(|words| held(ones(words.iter().copied())));
        let together = held(ones(both));
        let common = (sizes[0] + sizes[1] - together).max(0.0);
        let of_all = common / together;
        let of_shorter = 0.8 * common / sizes[0].min(sizes[1]);
        Some((of_all.max(of_shorter).min(1.0) * 100.0) as u8)
    }
}

fn ones(words: impl Iterator<Item = u64>) -> u32 {
    words.map(u64::count_ones).sum()
}

/// How many trigrams set so many bits: some share one.
fn held(bits: u32) -> f64 {
    let (all, bits) = (BITS as f64, f64::from(bits.min(BITS as u32 - 1)));
    -all * (1.0 - bits / all).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Option<u8> {
        Sketch::of(one)?.likeness(&Sketch::of(other)?)
    }

    const STORY: &str = "I came at six in the morning with a fever and waited until noon before anybody asked me for my card.";

    #[test]
    fn a_story_with_slips_is_alike_another_one_is_not() {
        assert_eq!(likeness(STORY, STORY), Some(100));
        let typed = STORY.replace("morning", "mornng").replace("anybody", "anibody");
        assert!(likeness(STORY, &typed).unwrap() > 70);
        let other =
            "They said that the medicine is not in the package and told my husband to buy it at the market.";
        assert!(likeness(STORY, other).unwrap() < 25);
        assert!(likeness(STORY, "I came at six in the morning with a fever and waited").unwrap() > 60);
        assert_eq!((likeness(STORY, "ខ្ញុំមកដល់ម៉ោងប្រាំមួយព្រឹក ហើយរង់ចាំដល់ថ្ងៃត្រង់"), likeness(STORY, "x")), (None, None));
    }
}
