//! By how many minutes one group waited longer than another: the estimate of Hodges & Lehmann (Annals of Mathematical
//! Statistics 34, 1963), the median of the differences of all pairs of one visit of each.
//!
//! It is found exactly without ever making the pairs. Differences are whole minutes; how many of them are no more than
//! d follows from one walk along the steps of both groups, and the d at the middle rank is found by halving. Of k
//! different waits that takes O(k · log(longest wait)), after the waits have been put in order.

use super::visits;
use crate::domain::waits::Waits;

/// The median of all differences of a wait of `a` and a wait of `b` in minutes: positive where `a` waited longer. A half
/// where the two in the middle are not equal; `None` where either is empty.
pub fn shift(a: &Waits, b: &Waits) -> Option<f64> {
    let (first_a, last_a) = (a.steps().first()?.0, a.steps().last()?.0);
    let (first_b, last_b) = (b.steps().first()?.0, b.steps().last()?.0);
    let range = (i64::from(first_a) - i64::from(last_b), i64::from(last_a) - i64::from(first_b));
    let pairs = visits(a) * visits(b);
    let lower = difference_at(a, b, (pairs - 1) / 2, range);
    let upper =
        if pairs.is_multiple_of(2) { difference_at(a, b, pairs / 2, (lower, range.1)) } else { lower };
    Some((lower + upper) as f64 / 2.0)
}

/// The difference with so many pairs before it, the smallest first, that lies within `range`.
fn difference_at(a: &Waits, b: &Waits, rank: u128, range: (i64, i64)) -> i64 {
    let (mut low, mut high) = range;
    while low < high {
        let middle = low + (high - low) / 2;
        if pairs_up_to(a, b, middle) > rank {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// How many pairs differ by at most so many minutes: of each wait of `b`, the visits of `a` that waited no more than
/// that beyond it. As the waits of `b` grow, so do those, and one walk along both is enough.
fn pairs_up_to(a: &Waits, b: &Waits, difference: i64) -> u128 {
    let mut rest = a.steps().iter().peekable();
    let (mut pairs, mut shorter) = (0, 0);
    for (minutes, visits) in b.steps() {
        let limit = i64::from(*minutes) + difference;
        while let Some(step) = rest.next_if(|step| i64::from(step.0) <= limit) {
            shorter += u128::from(step.1);
        }
        pairs += u128::from(*visits) * shorter;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<const N: usize>(minutes: [u32; N]) -> Waits {
        minutes.into_iter().collect()
    }

    /// numpy.median(numpy.subtract.outer(a, b)), with every pair made.
    fn from_all_pairs(a: &[u32], b: &[u32]) -> f64 {
        let differences =
            a.iter().flat_map(|one| b.iter().map(move |other| i64::from(*one) - i64::from(*other)));
        let mut differences: Vec<i64> = differences.collect();
        differences.sort_unstable();
        let last = differences.len() - 1;
        (differences[last / 2] + differences[last.div_ceil(2)]) as f64 / 2.0
    }

    #[test]
    fn the_middle_difference_is_found() {
        assert_eq!(shift(&of([60, 90, 120]), &of([10, 20, 30])), Some(70.0));
        assert_eq!(shift(&of([10, 11]), &of([0])), Some(10.5));
        assert_eq!(shift(&of([0]), &of([10, 11])), Some(-10.5));
        assert_eq!(shift(&of([7, 7, 7]), &of([7])), Some(0.0));
        assert_eq!(shift(&of([]), &of([1])), None);
        assert_eq!(shift(&of([1]), &of([])), None);
    }

    #[test]
    fn the_greatest_waits_and_counts_do_not_overflow() {
        let short: Waits = [(0, u32::MAX)].into_iter().collect();
        let long: Waits = [(u32::MAX, u32::MAX)].into_iter().collect();
        assert_eq!(shift(&long, &short), Some(f64::from(u32::MAX)));
        assert_eq!(shift(&short, &long), Some(-f64::from(u32::MAX)));
    }

    proptest! {
        #[test]
        fn it_is_the_median_of_all_pairs(a in prop::collection::vec(0_u32..200, 1..40), b in prop::collection::vec(0_u32..200, 1..40)) {
            let found = shift(&a.iter().copied().collect(), &b.iter().copied().collect()).unwrap();
            prop_assert!((found - from_all_pairs(&a, &b)).abs() < 1e-12);
        }

        #[test]
        fn the_other_way_round_it_changes_its_sign(a in prop::collection::vec(0_u32..200, 1..40), b in prop::collection::vec(0_u32..200, 1..40)) {
            let (a, b): (Waits, Waits) = (a.into_iter().collect(), b.into_iter().collect());
            prop_assert!((shift(&a, &b).unwrap() + shift(&b, &a).unwrap()).abs() < 1e-12);
        }

        #[test]
        fn who_waits_longer_by_so_much_shifts_it_by_as_much(a in prop::collection::vec(0_u32..200, 1..40), b in prop::collection::vec(0_u32..200, 1..40), more in 0_u32..500) {
            let longer: Waits = a.iter().map(|minutes| minutes + more).collect();
            let (a, b): (Waits, Waits) = (a.into_iter().collect(), b.into_iter().collect());
            let expected = shift(&a, &b).unwrap() + f64::from(more);
            prop_assert!((shift(&longer, &b).unwrap() - expected).abs() < 1e-12);
        }
    }
}
