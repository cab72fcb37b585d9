//! A stretch of the selected cases in the order of a list.

use std::cmp::Reverse;

use super::facts::Fact;
use super::rows::{Rows, number};
use super::{Columns, FactBlock};
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
    let key = |block: &FactBlock, row: usize, number: i64| -> Key {
        let get = |fact| block.column(fact).get(row);
        // A day before 1950 is a large number in a column, and an early one here.
        let visited = (get(Fact::Visited) as i64 ^ i64::MIN) as u64;
        match order {
            Order::Visited => (visited, 0, number),
            Order::Recorded => ((get(Fact::Recorded) as i64 ^ i64::MIN) as u64, 0, number),
            Order::Waited => (get(Fact::Waited), 0, number),
            Order::Paid => (get(Fact::Riel) + get(Fact::Cents) * riel_per_dollar / 100, 0, number),
            Order::Number => (u64::MAX - get(Fact::Number), 0, -number),
            Order::Facility => {
                let rank = usize::try_from(get(Fact::Facility)).ok().and_then(|number| ranks.get(number));
                (u64::MAX - rank.copied().unwrap_or(u64::MAX), visited, number)
            }
            Order::Status => (u64::MAX - get(Fact::Status), visited, number),
        }
    };
    let mut keys: Vec<Key> = rows
        .places()
        .filter_map(|(block, row)| Some(key(columns.cases().get(block)?, row, number(block, row))))
        .collect();
    let last = limit.map_or(keys.len(), |limit| offset.saturating_add(limit)).min(keys.len());
    if offset >= last {
        return Vec::new();
    }
    // Only the stretch that is asked for is put in order.
    if last < keys.len() {
        keys.select_nth_unstable_by_key(last - 1, |key| Reverse(*key));
        keys.truncate(last);
    }
    if offset > 0 {
        keys.select_nth_unstable_by_key(offset, |key| Reverse(*key));
        keys.drain(..offset);
    }
    keys.sort_unstable_by_key(|key| Reverse(*key));
    keys.into_iter().map(|(_, _, number)| number.abs()).collect()
}
