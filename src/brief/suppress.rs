//! Small cells: in what goes out, a group of one to four cases is not shown by itself,
//! and none can be worked out from what is shown.

use crate::insight::SMALL;

/// Groups as they may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published<Row> {
    /// The groups shown by themselves.
    pub shown: Vec<Row>,
    /// The groups shown as one: what they sum to is at least [`SMALL`], or nothing.
    pub merged: Vec<Row>,
}

/// Splits groups with their counts. Groups under [`SMALL`] are merged; where these sum
/// to less than that, or where there is just one of them, the smallest of the others
/// goes with them, so that no subtraction from a total gives one away.
pub fn publish<Row>(mut rows: Vec<Row>, count: impl Fn(&Row) -> u32, limit: usize) -> Published<Row> {
    rows.retain(|row| count(row) > 0);
    rows.sort_by_key(|row| std::cmp::Reverse(count(row)));
    let large = rows.iter().take_while(|row| count(row) >= SMALL).count().min(limit);
    let mut merged = rows.split_off(large);
    let has_small = |merged: &[Row]| merged.iter().any(|row| count(row) < SMALL);
    let sum = |merged: &[Row]| merged.iter().map(&count).sum::<u32>();
    while has_small(&merged) && (sum(&merged) < SMALL || merged.len() < 2) {
        match rows.pop() {
            Some(row) => merged.insert(0, row),
            None => break,
        }
    }
    if has_small(&merged) && sum(&merged) < SMALL {
        // All there is is small: nothing can be said in numbers.
        merged.clear();
    }
    Published { shown: rows, merged }
}

/// A count as it may be published: under [`SMALL`] it is `<5`.
pub fn cell(count: u32) -> Option<u32> {
    (count == 0 || count >= SMALL).then_some(count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn small_groups_are_merged_with_enough_others() {
        let published = publish(vec![9, 3, 20, 1], |n| *n, 10);
        assert_eq!((published.shown, published.merged), (vec![20], vec![9, 3, 1]));
        let published = publish(vec![9, 4, 20], |n| *n, 10);
        assert_eq!((published.shown, published.merged), (vec![20], vec![9, 4]));
        let published = publish(vec![9, 20, 0], |n| *n, 10);
        assert_eq!((published.shown, published.merged), (vec![20, 9], vec![]));
        let published = publish(vec![2], |n| *n, 10);
        assert_eq!((published.shown, published.merged), (vec![], vec![]));
    }

    proptest! {
        #[test]
        fn no_small_group_can_be_worked_out(counts in prop::collection::vec(0_u32..40, 0..30), limit in 1_usize..12) {
            let published = publish(counts.clone(), |n| *n, limit);
            prop_assert!(published.shown.iter().all(|n| *n >= SMALL));
            let merged: u32 = published.merged.iter().sum();
            prop_assert!(published.merged.is_empty() || merged >= SMALL);
            if published.merged.iter().any(|n| *n < SMALL) {
                prop_assert!(published.merged.len() >= 2);
            }
        }
    }
}
