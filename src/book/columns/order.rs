//! A stretch of the selected cases in the order of a list.
//!
//! Wherever the stretch lies, one pass finds it: between which keys it must be is known from a sample of them, those
//! before it are counted, and only those around it are put in order. So the middle of a million costs no more than
//! either end, and takes no memory.

use std::cmp::Reverse;

use super::Columns;
use super::facts::{Fact, FactBlock};
use super::narrow::{BLOCK, Mask, NO_ROW, each_row, rows as rows_of};
use super::rows::{Rows, number};
use super::share::shared;
use crate::book::row::URGENT_AND_OPEN;
use crate::book::{FacilityTable, Order};

/// By what a case is sorted, greatest first: from the top, 64 bits of the order's own, 32 of the visit where that is
/// next, 32 of the row, so that no two are the same.
type Key = u128;

/// So many keys tell how all lie.
const SAMPLE: usize = 1 << 14;

/// By so many of the sample a place among all may be missed: four times its standard deviation, which is at most half
/// the root of [`SAMPLE`]. Where it is missed by more, more are looked at.
const MARGIN: usize = 256;

/// So many blocks are worth a thread.
const WORTH_A_THREAD: usize = 64;

/// The rows from `offset` on, `limit` of them, in an order; of what is equal the newest row comes first.
pub fn window(
    columns: &Columns,
    facilities: &FacilityTable,
    rows: &Rows,
    (order, riel_per_dollar): (Order, u64),
    (offset, limit): (usize, Option<usize>),
) -> Vec<i64> {
    let ranks = if order == Order::Facility { facilities.ranks() } else { Vec::new() };
    let blocks = columns.cases().iter().zip(rows.masks()).enumerate();
    let blocks = blocks.filter(|(_, (_, mask))| **mask != NO_ROW);
    let blocks: Vec<_> = blocks.map(|(index, (block, mask))| (index, block, mask)).collect();
    let count = rows.count();
    let last = limit.map_or(count, |limit| offset.saturating_add(limit).min(count));
    Sorted { blocks, order, riel_per_dollar, ranks }.stretch(count, (offset, last))
}

/// The cases that are put in order.
struct Sorted<'a> {
    blocks: Vec<(usize, &'a FactBlock, &'a Mask)>,
    order: Order,
    riel_per_dollar: u64,
    /// The places of facilities by name.
    ranks: Vec<u64>,
}

impl Sorted<'_> {
    /// The rows from one place to before another.
    fn stretch(&self, count: usize, (from, to): (usize, usize)) -> Vec<i64> {
        if from >= to {
            return Vec::new();
        }
        let apart = (count / SAMPLE).max(1);
        let sample = self.sample(apart);
        let mut margin = MARGIN;
        loop {
            let greatest = (from / apart).checked_sub(margin).and_then(|place| sample.get(place));
            let least = sample.get((to / apart).saturating_add(margin));
            let (least, greatest) =
                (least.copied().unwrap_or(Key::MIN), greatest.copied().unwrap_or(Key::MAX));
            let (before, mut keys) = self.between(least, greatest);
            if before <= from && to <= before + keys.len() {
                let stretch = sorted_stretch(&mut keys, (from - before, to - before));
                return stretch.iter().map(|key| self.row(*key)).collect();
            }
            if (least, greatest) == (Key::MIN, Key::MAX) {
                // There are fewer than was said.
                return Vec::new();
            }
            margin = margin.saturating_mul(8);
        }
    }

    /// Each so-manieth key, greatest first.
    fn sample(&self, apart: usize) -> Vec<Key> {
        let (first, second) = read_by(self.order);
        let rows = self
            .blocks
            .iter()
            .flat_map(|(index, block, mask)| rows_of(*mask).map(move |row| (*index, *block, row)));
        let keys = rows.step_by(apart).map(|(index, block, row)| {
            self.key(block.column(first).get(row), block.column(second).get(row), number(index, row))
        });
        let mut keys: Vec<Key> = keys.collect();
        keys.sort_unstable_by_key(|key| Reverse(*key));
        keys
    }

    /// How many keys are greater than these two, and those between them.
    fn between(&self, least: Key, greatest: Key) -> (usize, Vec<Key>) {
        let (first, second) = read_by(self.order);
        let new = || (0, Vec::new(), [0; BLOCK], [0; BLOCK]);
        let threads = self.blocks.len() / WORTH_A_THREAD;
        let parts = shared(&self.blocks, threads, new, |state, _, (index, block, mask)| {
            let (before, keys, firsts, seconds) = state;
            block.column(first).copy_to(firsts);
            block.column(second).copy_to(seconds);
            each_row(mask, |row| {
                if let (Some(first), Some(second)) = (firsts.get(row), seconds.get(row)) {
                    let key = self.key(*first, *second, number(*index, row));
                    if key > greatest {
                        *before += 1;
                    } else if key >= least {
                        keys.push(key);
                    }
                }
            });
        });
        parts.into_iter().fold((0, Vec::new()), |(before, mut keys), (more, others, ..)| {
            if keys.is_empty() {
                keys = others;
            } else {
                keys.extend(others);
            }
            (before + more, keys)
        })
    }

    #[inline]
    fn key(&self, first: u64, second: u64, number: i64) -> Key {
        // A day before 1950 is a large number in a column, and an early one here.
        let early_first = |value: u64| (value as i64 ^ i64::MIN) as u64;
        let visit = |value: u64| {
            let day = (value as i64).clamp(i32::MIN.into(), i32::MAX.into());
            u64::from((day as i32 ^ i32::MIN) as u32)
        };
        let row = u64::from(number as u32);
        let (own, rest) = match self.order {
            Order::Urgent => {
                let comes_first = URGENT_AND_OPEN.contains(&(second as i64));
                (u64::from(comes_first) << 32 | visit(first), row)
            }
            Order::Visited | Order::Recorded => (early_first(first), row),
            Order::Waited => (first, row),
            Order::Paid => (first.saturating_add(second.saturating_mul(self.riel_per_dollar) / 100), row),
            Order::Number => (u64::MAX - first, u64::from(!(number as u32))),
            Order::Facility => {
                let rank = usize::try_from(first).ok().and_then(|number| self.ranks.get(number));
                (u64::MAX - rank.copied().unwrap_or(u64::MAX), visit(second) << 32 | row)
            }
            Order::Status => (u64::MAX - first, visit(second) << 32 | row),
        };
        Key::from(own) << 64 | Key::from(rest)
    }

    /// The row of a key.
    fn row(&self, key: Key) -> i64 {
        let row = key as u32;
        i64::from(if self.order == Order::Number { !row } else { row })
    }
}

/// Those from one place to before another, greatest first; only they are put in order.
fn sorted_stretch(keys: &mut [Key], (from, to): (usize, usize)) -> &[Key] {
    let mut keys = keys;
    for (place, is_from) in [(to, false), (from, true)] {
        if 0 < place && place < keys.len() {
            keys.select_nth_unstable_by_key(place, |key| Reverse(*key));
        }
        let (before, behind) = keys.split_at_mut(place);
        keys = if is_from { behind } else { before };
    }
    keys.sort_unstable_by_key(|key| Reverse(*key));
    keys
}

/// The columns that an order reads.
fn read_by(order: Order) -> (Fact, Fact) {
    match order {
        Order::Urgent => (Fact::Visited, Fact::Attention),
        Order::Visited => (Fact::Visited, Fact::Visited),
        Order::Recorded => (Fact::Recorded, Fact::Recorded),
        Order::Waited => (Fact::Waited, Fact::Waited),
        Order::Paid => (Fact::Riel, Fact::Cents),
        Order::Number => (Fact::Number, Fact::Number),
        Order::Facility => (Fact::Facility, Fact::Visited),
        Order::Status => (Fact::Status, Fact::Visited),
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts::FACTS;
    use super::super::narrow::mark;
    use super::*;

    /// Cases of which most are the same in what they are sorted by, and some far off.
    fn blocks(count: usize) -> Vec<FactBlock> {
        let facts = |row: usize| {
            let mut facts = [0; FACTS];
            let mut put = |fact: Fact, value: usize| facts[fact as usize] = value as u64;
            put(Fact::Riel, if row.is_multiple_of(7) { row * row } else { 0 });
            put(Fact::Cents, row % 3);
            put(Fact::Waited, if row.is_multiple_of(1000) { u32::MAX as usize } else { row % 2 });
            put(Fact::Status, row % 2 + 1);
            put(Fact::Visited, if row.is_multiple_of(4001) { usize::MAX - row } else { row % 900 });
            put(Fact::Recorded, usize::MAX / 2 - row);
            put(Fact::Number, row / 2 % 5000);
            put(Fact::Attention, row % 16);
            facts
        };
        let block = |block: usize| {
            let rows = block * BLOCK..((block + 1) * BLOCK).min(count);
            FactBlock::of(rows.map(|row| (row % BLOCK, facts(row))))
        };
        (0..count.div_ceil(BLOCK)).map(block).collect()
    }

    #[test]
    fn a_stretch_anywhere_is_what_sorting_all_gives() {
        let count = 70_000;
        let blocks = blocks(count);
        let masks: Vec<Mask> = (0..blocks.len())
            .map(|block| {
                let mut mask = NO_ROW;
                let rows = (0..BLOCK).filter(|row| block * BLOCK + row < count && !row.is_multiple_of(5));
                rows.for_each(|row| mark(&mut mask, row));
                mask
            })
            .collect();
        for (_, order) in Order::NAMES {
            let blocks =
                blocks.iter().zip(&masks).enumerate().map(|(index, (block, mask))| (index, block, mask));
            let sorted = Sorted { blocks: blocks.collect(), order, riel_per_dollar: 4000, ranks: vec![5] };
            let mut keys = sorted.between(Key::MIN, Key::MAX).1;
            keys.sort_unstable_by_key(|key| Reverse(*key));
            let all: Vec<i64> = keys.into_iter().map(|key| sorted.row(key)).collect();
            let middle = all.len() / 2;
            for from in [0, 1, 9_000, middle - 25, middle, all.len() - 60, all.len() - 10, all.len()] {
                for limit in [1, 50, 6_000, usize::MAX] {
                    let to = from.saturating_add(limit).min(all.len());
                    let found = sorted.stretch(all.len(), (from, to));
                    assert_eq!(found, all[from..to], "{order:?} {from} {limit}");
                }
            }
            assert!(sorted.stretch(all.len() + 1, (0, all.len() + 1)).is_empty(), "fewer than was said");
        }
    }

    /// What a sample says where it is far from the truth: each fifth row is another than the four before it.
    #[test]
    fn a_stretch_that_the_sample_misses_is_found() {
        let count = 5 * SAMPLE;
        let facts = |row: usize| {
            let mut facts = [0; FACTS];
            facts[Fact::Waited as usize] = if row.is_multiple_of(5) { row as u64 } else { 0 };
            facts
        };
        let blocks: Vec<FactBlock> = (0..count / BLOCK)
            .map(|block| FactBlock::of((0..BLOCK).map(|row| (row, facts(block * BLOCK + row)))))
            .collect();
        let mask = [u64::MAX; BLOCK / 64];
        let sorted = Sorted {
            blocks: blocks.iter().enumerate().map(|(index, block)| (index, block, &mask)).collect(),
            order: Order::Waited,
            riel_per_dollar: 4000,
            ranks: Vec::new(),
        };
        // All of the first fifth have waited, the longest first; the others follow, the newest first.
        assert_eq!(sorted.stretch(count, (0, 2)), [count as i64 - 4, count as i64 - 9]);
        assert_eq!(
            sorted.stretch(count, (SAMPLE - 1, SAMPLE + 2)),
            [count as i64, count as i64 - 1, count as i64 - 2]
        );
        assert_eq!(sorted.stretch(count, (count - 2, count)), [2, 1]);
    }
}
