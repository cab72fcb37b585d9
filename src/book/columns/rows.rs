//! A set of rows, a bit each.

use super::narrow::{BLOCK, Mask, is_marked};
use super::store::place;

/// Rows, as masks of one block after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    masks: Vec<Mask>,
}

impl Rows {
    /// The rows of these blocks.
    pub fn of(masks: Vec<Mask>) -> Self {
        Self { masks }
    }

    /// The masks of the blocks.
    pub fn masks(&self) -> &[Mask] {
        &self.masks
    }

    /// Whether a row, counted from 1, is among them.
    pub fn holds(&self, number: i64) -> bool {
        let (block, row) = place(number);
        self.masks.get(block).is_some_and(|mask| is_marked(mask, row))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.masks.iter().flatten().map(|word| word.count_ones() as usize).sum()
    }
}

/// The number of a row, counted from 1.
pub fn number(block: usize, row: usize) -> i64 {
    (block * BLOCK + row) as i64 + 1
}
