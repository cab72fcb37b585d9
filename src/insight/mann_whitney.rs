//! Whether one group waited longer than another, by ranks: the two-sided U test of Mann & Whitney (Annals of
//! Mathematical Statistics 18, 1947), as SciPy has it: `mannwhitneyu(a, b, alternative="two-sided",
//! method="asymptotic", use_continuity=True)`.

use statrs::distribution::{ContinuousCDF, Normal};

use super::visits;
use crate::domain::waits::Waits;

/// What the test finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// In how many of all pairs of one visit of each group the first one's waited longer; a tie counts half.
    pub u: f64,
    /// How probable so large a difference would be, in either direction, if the groups did not differ.
    pub p: f64,
}

/// The test of `a` against `b`; `None` where either is empty.
///
/// With n of all, n_a and n_b of the groups, and t visits at each wait,
/// z = (max(U, n_a·n_b − U) − n_a·n_b/2 − ½) / σ and p = 2·P(Z ≥ z), at most 1, with
/// σ² = n_a·n_b/12 · ((n + 1) − Σ(t³ − t) / (n(n − 1))): the normal approximation with the correction for ties (Lehmann,
/// Nonparametrics, 1975, §1.4) and for continuity. Where all waited equally long p is 1.
///
/// U, and the variance up to its last division, are added up in whole numbers, so that a million visits a side lose
/// nothing. The normal tail is that of `statrs`, right to 2e-10 of its value down to 1e-300; of what is smaller only
/// that it is smaller still should be said.
pub fn mann_whitney(a: &Waits, b: &Waits) -> Option<MannWhitney> {
    let (count_a, count_b) = (visits(a), visits(b));
    if count_a == 0 || count_b == 0 {
        return None;
    }
    let ranks = Ranks::of(a, b);
    let pairs = count_a * count_b;
    let both = count_a + count_b;
    // n³ − n − Σ(t³ − t), which is n(n − 1) times the bracket above.
    let untied = cube_less_itself(both) - ranks.ties;
    let u = ranks.doubled as f64 / 2.0;
    let p = if untied == 0 {
        1.0
    } else {
        let variance = pairs as f64 / 12.0 * (untied as f64 / (both * (both - 1)) as f64);
        // 2·max(U, n_a·n_b − U) − n_a·n_b − 1, halved only now.
        let beyond = ranks.doubled.abs_diff(pairs) as f64 - 1.0;
        (2.0 * upper_tail(beyond / 2.0 / variance.sqrt())).min(1.0)
    };
    Some(MannWhitney { u, p })
}

/// Whole numbers that both figures follow from.
struct Ranks {
    /// Twice U.
    doubled: u128,
    /// Σ(t³ − t) over all different waits.
    ties: u128,
}

impl Ranks {
    fn of(a: &Waits, b: &Waits) -> Self {
        let (mut rest_a, mut rest_b) = (a.steps(), b.steps());
        let (mut doubled, mut ties, mut shorter_b) = (0, 0, 0);
        while let Some(minutes) = shortest(rest_a, rest_b) {
            let here_a = take(&mut rest_a, minutes);
            let here_b = take(&mut rest_b, minutes);
            doubled += here_a * (2 * shorter_b + here_b);
            ties += cube_less_itself(here_a + here_b);
            shorter_b += here_b;
        }
        Self { doubled, ties }
    }
}

fn shortest(a: &[(u32, u32)], b: &[(u32, u32)]) -> Option<u32> {
    a.first().into_iter().chain(b.first()).map(|step| step.0).min()
}

/// The visits of the first step, if it is of so many minutes; it is then gone.
fn take(steps: &mut &[(u32, u32)], minutes: u32) -> u128 {
    match steps.split_first() {
        Some((first, rest)) if first.0 == minutes => {
            *steps = rest;
            first.1.into()
        }
        _ => 0,
    }
}

fn cube_less_itself(count: u128) -> u128 {
    count * count * count - count
}

/// P(Z ≥ z) of the normal distribution.
fn upper_tail(z: f64) -> f64 {
    Normal::standard().sf(z)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<const N: usize>(minutes: [u32; N]) -> Waits {
        minutes.into_iter().collect()
    }

    #[test]
    fn figures_agree_with_scipy() {
        // scipy.stats.mannwhitneyu([1, 4, 4, 7, 9, 12], [0, 1, 2, 4, 5], alternative="two-sided",
        //     method="asymptotic", use_continuity=True)
        let found = mann_whitney(&of([1, 4, 4, 7, 9, 12]), &of([0, 1, 2, 4, 5])).unwrap();
        assert!((found.u - 23.5).abs() < 1e-12, "{found:?}");
        assert!((found.p - 0.139_547_143_725_315_85).abs() < 1e-10, "{found:?}");
    }

    #[test]
    fn without_any_difference_there_is_nothing_to_find() {
        let same = mann_whitney(&of([30, 30, 30]), &of([30, 30])).unwrap();
        assert_eq!(same, MannWhitney { u: 3.0, p: 1.0 });
        let one = mann_whitney(&of([30]), &of([31])).unwrap();
        assert_eq!(one, MannWhitney { u: 0.0, p: 1.0 });
        assert_eq!(mann_whitney(&of([]), &of([31])), None);
        assert_eq!(mann_whitney(&of([31]), &of([])), None);
    }

    #[test]
    fn the_greatest_counts_that_waits_can_hold_do_not_overflow() {
        let short: Waits = [(1, u32::MAX)].into_iter().collect();
        let long: Waits = [(u32::MAX, u32::MAX)].into_iter().collect();
        let found = mann_whitney(&long, &short).unwrap();
        assert!((found.u - f64::from(u32::MAX).powi(2)).abs() < 1.0 && found.p < 1e-300, "{found:?}");
    }

    proptest! {
        #[test]
        fn whichever_side_comes_first_p_is_the_same(a in prop::collection::vec(0_u32..40, 1..50), b in prop::collection::vec(0_u32..40, 1..50)) {
            let (first, second): (Waits, Waits) = (a.iter().copied().collect(), b.iter().copied().collect());
            let (forth, back) = (mann_whitney(&first, &second).unwrap(), mann_whitney(&second, &first).unwrap());
            prop_assert!(forth.p.total_cmp(&back.p).is_eq());
            prop_assert!((forth.u + back.u - (a.len() * b.len()) as f64).abs() < 1e-9);
            prop_assert!((0.0..=1.0).contains(&forth.p));
        }

        #[test]
        fn u_counts_pairs(a in prop::collection::vec(0_u32..40, 1..50), b in prop::collection::vec(0_u32..40, 1..50)) {
            let pairs = a.iter().flat_map(|one| b.iter().map(move |other| one.cmp(other)));
            let counted: f64 = pairs.map(|order| match order {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            }).sum();
            let found = mann_whitney(&a.into_iter().collect(), &b.into_iter().collect()).unwrap();
            prop_assert!((found.u - counted).abs() < 1e-9);
        }
    }
}
