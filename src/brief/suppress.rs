//! Small cells: in what goes out, a group of one to four cases is not shown by itself,
//! and none can be worked out from what is shown.

mod column;
mod raised;
mod whole;

pub use raised::{Beside, Raised, RaisedTold, tell_raised};
pub use whole::{BESIDE_STORIES, Counted, Told, protect};

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

/// Spans of time that follow each other and whose counts may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spans {
    /// How many months each has: 1, 3 or 12.
    pub months: i64,
    /// The first one's place, counted in such spans from the year 0 on.
    pub first: i64,
    /// Their counts, each 0 or at least [`SMALL`].
    pub counts: Vec<u32>,
    /// Whether there are others, before or behind.
    pub is_cut: bool,
}

impl Spans {
    /// Which of them holds a month (of a year, from 1).
    pub fn place_of(&self, year: i32, month: u32) -> Option<usize> {
        let month = i64::from(year) * 12 + i64::from(month) - 1;
        let place = usize::try_from(month.div_euclid(self.months) - self.first).ok()?;
        (place < self.counts.len()).then_some(place)
    }

    /// Each by its first and its last month, as `2026-10`, with its count.
    pub fn named(&self) -> impl Iterator<Item = (String, String, u32)> {
        let name = |month: i64| format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1);
        (self.first..).zip(&self.counts).map(move |(span, count)| {
            let first = span * self.months;
            (name(first), name(first + self.months - 1), *count)
        })
    }
}

/// How many spans are shown at most, and at least.
const SPANS: std::ops::RangeInclusive<usize> = 3..=24;

/// The finest spans – months, quarters, years – of which enough may be shown; counts are those of the months from
/// `first` on (year × 12 + month, January being 0).
///
/// A chart in time cannot merge a small span with one far away. So the longest stretch without a small span is
/// taken, and a coarser step where that would leave out more than a quarter of the cases. What is left out can be
/// bounded by subtraction from the total; it is therefore nothing, or a sum that leaves each span next to the
/// stretch, which a reader may guess to be small, anything from one to four: at least four for each of these, and
/// another span besides that may hold the rest.
pub fn spans(first: i64, counts: &[u32]) -> Option<Spans> {
    [1_i64, 3, 12].into_iter().find_map(|months| {
        let (first, counts) = grouped(first, counts, months);
        let stretch = longest_stretch(&counts);
        let stretch = stretch.start.max(stretch.end.saturating_sub(*SPANS.end()))..stretch.end;
        let shown = counts.get(stretch.clone())?;
        let [all, told]: [u64; 2] =
            [&*counts, shown].map(|counts| counts.iter().map(|count| u64::from(*count)).sum());
        let outside = counts.len() - shown.len();
        let ends = u64::from(stretch.start > 0) + u64::from(stretch.end < counts.len());
        let hides = outside == 0 || (all - told >= 4 * ends && outside as u64 > ends);
        let enough = SPANS.contains(&shown.len()) && 4 * told >= 3 * all && told > 0;
        (hides && enough).then(|| Spans {
            months,
            first: first + i64::try_from(stretch.start).unwrap_or_default(),
            counts: shown.to_vec(),
            is_cut: outside > 0,
        })
    })
}

/// The counts in spans of so many months, which begin where the year does.
fn grouped(first: i64, counts: &[u32], months: i64) -> (i64, Vec<u32>) {
    let start = first.div_euclid(months);
    let mut grouped = Vec::new();
    for (month, count) in (first..).zip(counts) {
        let place = usize::try_from(month.div_euclid(months) - start).unwrap_or_default();
        grouped.resize(grouped.len().max(place + 1), 0_u32);
        if let Some(sum) = grouped.get_mut(place) {
            *sum += count;
        }
    }
    (start, grouped)
}

/// The longest stretch without a small count; the latest of several.
fn longest_stretch(counts: &[u32]) -> std::ops::Range<usize> {
    let (mut longest, mut start) = (0..0, 0);
    for (place, count) in counts.iter().enumerate() {
        if cell(*count).is_none() {
            start = place + 1;
        } else if place + 1 - start >= longest.len() {
            longest = start..place + 1;
        }
    }
    longest
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

    #[test]
    fn time_is_cut_as_finely_as_may_be_shown() {
        let january = 2026 * 12;
        let shown = |counts: &[u32]| spans(january, counts);
        let months = shown(&[9, 0, 20, 7]).unwrap();
        assert_eq!((months.months, months.first, months.counts.len(), months.is_cut), (1, january, 4, false));
        // A small month at the end could be worked out from the total, two with enough beside them not.
        assert_eq!(shown(&[9, 6, 20, 2]).map(|spans| spans.months), None);
        let cut = shown(&[6, 2, 30, 30, 30]).unwrap();
        assert_eq!((cut.first, cut.counts, cut.is_cut), (january + 2, vec![30, 30, 30], true));
        let quarters = shown(&[9, 3, 20, 7, 2, 1, 8, 4, 4, 9, 0, 0]).unwrap();
        assert_eq!((quarters.months, quarters.counts), (3, vec![32, 10, 16, 9]));
        assert_eq!(shown(&[1, 0, 2]), None);
        assert_eq!(shown(&[]), None);
    }

    proptest! {
        #[test]
        fn no_small_span_can_be_worked_out(first in 0_i64..40_000, counts in prop::collection::vec(0_u32..12, 0..60)) {
            if let Some(spans) = spans(first, &counts) {
                prop_assert!(spans.counts.iter().all(|count| cell(*count).is_some()));
                let rest = counts.iter().sum::<u32>() - spans.counts.iter().sum::<u32>();
                prop_assert_eq!(spans.is_cut, rest > 0);
                prop_assert!(rest == 0 || rest >= 4);
            }
        }

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
