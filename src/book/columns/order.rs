//! A stretch of the selected cases in the order of a list.

use std::cmp::Reverse;

use super::Columns;
use super::facts::Fact;
use super::narrow::{BLOCK, NO_ROW, rows as rows_of};
use super::rows::{Rows, number};
use crate::book::{FacilityTable, Order};

/// By what a case is sorted, greatest first: the order's own, then the visit or the row, then the row.
type Key = (u64, u64, i64);

/// The rows from `offset` on, `limit` of them, in an order; of what is equal the newest row comes first.
pub fn window(
    columns: &Columns,
    facilities: &FacilityTable,
    rows: &Rows,
    (order, riel_per_dollar): (Order, u64),
    (offset, limit): (usize, Option<usize>),
) -> Vec<i64> {
    let ranks = if order == Order::Facility { facilities.ranks() } else { Vec::new() };
    let key = |first: u64, second: u64, number: i64| -> Key {
        // A day before 1950 is a large number in a column, and an early one here.
        let early_first = |value: u64| (value as i64 ^ i64::MIN) as u64;
        match order {
            Order::Visited | Order::Recorded => (early_first(first), 0, number),
            Order::Waited => (first, 0, number),
            Order::Paid => (first + second * riel_per_dollar / 100, 0, number),
            Order::Number => (u64::MAX - first, 0, -number),
            Order::Facility => {
                let rank = usize::try_from(first).ok().and_then(|number| ranks.get(number));
                (u64::MAX - rank.copied().unwrap_or(u64::MAX), early_first(second), number)
            }
            Order::Status => (u64::MAX - first, early_first(second), number),
        }
    };
    let (first, second) = read_by(order);
    let last = limit.map_or(usize::MAX, |limit| offset.saturating_add(limit));
    let mut greatest = Greatest::new(last);
    let (mut firsts, mut seconds) = (vec![0; BLOCK], vec![0; BLOCK]);
    for (index, (block, mask)) in columns.cases().iter().zip(rows.masks()).enumerate() {
        if *mask == NO_ROW {
            continue;
        }
        block.column(first).copy_to(&mut firsts);
        block.column(second).copy_to(&mut seconds);
        for row in rows_of(mask) {
            if let (Some(first), Some(second)) = (firsts.get(row), seconds.get(row)) {
                greatest.add(key(*first, *second, number(index, row)));
            }
        }
    }
    let keys = greatest.in_order();
    keys.into_iter().skip(offset).map(|(_, _, number)| number.abs()).collect()
}

/// The columns that an order reads.
fn read_by(order: Order) -> (Fact, Fact) {
    match order {
        Order::Visited => (Fact::Visited, Fact::Visited),
        Order::Recorded => (Fact::Recorded, Fact::Recorded),
        Order::Waited => (Fact::Waited, Fact::Waited),
        Order::Paid => (Fact::Riel, Fact::Cents),
        Order::Number => (Fact::Number, Fact::Number),
        Order::Facility => (Fact::Facility, Fact::Visited),
        Order::Status => (Fact::Status, Fact::Visited),
    }
}

/// The greatest so many keys of those that came.
struct Greatest {
    most: usize,
    keys: Vec<Key>,
    /// What is not over it is among the greatest no more.
    over: Option<Key>,
}

impl Greatest {
    fn new(most: usize) -> Self {
        Self { most, keys: Vec::new(), over: None }
    }

    fn add(&mut self, key: Key) {
        if self.over.is_some_and(|over| key <= over) {
            return;
        }
        self.keys.push(key);
        // Seldom, so that putting the greatest apart costs little a key.
        if self.keys.len() >= self.most.saturating_mul(2).max(4_096) {
            self.keep_most();
        }
    }

    fn keep_most(&mut self) {
        if self.most == 0 {
            self.keys.clear();
        } else if self.keys.len() > self.most {
            let (_, last, _) = self.keys.select_nth_unstable_by_key(self.most - 1, |key| Reverse(*key));
            self.over = Some(*last);
            self.keys.truncate(self.most);
        }
    }

    /// The greatest first.
    fn in_order(mut self) -> Vec<Key> {
        self.keep_most();
        self.keys.sort_unstable_by_key(|key| Reverse(*key));
        self.keys
    }
}
