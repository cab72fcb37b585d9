//! The newest visits of those that come, whichever order they come in.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The newest so many visits, each with its day and its row; of one day the newest row.
pub struct Newest {
    most: usize,
    /// The oldest on top.
    kept: BinaryHeap<Reverse<(i64, i64)>>,
}

impl Newest {
    /// At most so many.
    pub fn new(most: usize) -> Self {
        Self { most, kept: BinaryHeap::new() }
    }

    /// One more.
    pub fn add(&mut self, day: i64, number: i64) {
        self.kept.push(Reverse((day, number)));
        if self.kept.len() > self.most {
            self.kept.pop();
        }
    }

    /// Whether no visit of that day or an older one can be among them any more.
    pub fn is_complete_before(&self, day: i64) -> bool {
        self.kept.len() >= self.most && self.kept.peek().is_none_or(|Reverse((oldest, _))| *oldest > day)
    }

    /// The rows, the newest first.
    pub fn in_order(self) -> Vec<i64> {
        self.kept.into_sorted_vec().into_iter().map(|Reverse((_, number))| number).collect()
    }
}
