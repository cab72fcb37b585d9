//! Whether one group of visits waited longer than another, and by how much: card against cash, before against after, one
//! place against another.
//!
//! Two medians with their n, the shift of Hodges & Lehmann between the groups, and the p-value of Mann & Whitney. Under
//! five timed visits a side nothing is said but the figures of each. A shift without a small p-value is no difference, and
//! neither is a small p-value without a shift: among thousands of visits in equal steps the ranks may differ where the
//! typical pair does not.

use super::{SMALL, mann_whitney, median, p90, shift};
use crate::domain::waits::Waits;

/// A p-value under this is called a difference.
pub const CHANCE: f64 = 0.05;

/// The waits of one side, in minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// How many timed visits.
    pub n: u32,
    /// Half of them waited no longer; `None` of no visits.
    pub median: Option<f64>,
    /// Nine of ten waited no longer; `None` of no visits.
    pub p90: Option<f64>,
}

impl Summary {
    /// The figures of these waits.
    pub fn of(waits: &Waits) -> Self {
        Self { n: waits.count(), median: median(waits), p90: p90(waits) }
    }
}

/// What may be said of one group's waits against another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The first waited longer: p < 0.05 and the shift is above zero.
    Longer,
    /// The first waited less long: p < 0.05 and the shift is below zero.
    Shorter,
    /// None that chance could not make.
    None,
    /// Under five timed visits on one side.
    NotComparable,
}

/// Two groups side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The first group.
    pub a: Summary,
    /// The second group.
    pub b: Summary,
    /// By how many minutes the first waited longer, as [`shift`](super::shift()) has it; `None` where not comparable.
    pub shift: Option<f64>,
    /// The two-sided p-value of [`mann_whitney`](super::mann_whitney()); `None` where not comparable.
    pub p: Option<f64>,
    /// What follows from both.
    pub difference: Difference,
}

/// The waits of `a` against those of `b`.
pub fn compare(a: &Waits, b: &Waits) -> Comparison {
    let sides = (Summary::of(a), Summary::of(b));
    let enough = sides.0.n >= SMALL && sides.1.n >= SMALL;
    let shift = if enough { shift(a, b) } else { None };
    let p = if enough { mann_whitney(a, b).map(|found| found.p) } else { None };
    let difference = match (shift, p) {
        (Some(shift), Some(p)) if p < CHANCE && shift > 0.0 => Difference::Longer,
        (Some(shift), Some(p)) if p < CHANCE && shift < 0.0 => Difference::Shorter,
        (Some(_), Some(_)) => Difference::None,
        _ => Difference::NotComparable,
    };
    Comparison { a: sides.0, b: sides.1, shift, p, difference }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<const N: usize>(minutes: [u32; N]) -> Waits {
        minutes.into_iter().collect()
    }

    #[test]
    fn a_clear_difference_has_a_direction() {
        let (long, short) = (of([200, 210, 220, 230, 240]), of([20, 30, 40, 50, 60]));
        let found = compare(&long, &short);
        assert_eq!((found.difference, found.shift), (Difference::Longer, Some(180.0)));
        assert_eq!((found.a.n, found.a.median, found.b.median), (5, Some(220.0), Some(40.0)));
        assert!(found.p.unwrap() < CHANCE);
        let back = compare(&short, &long);
        assert_eq!((back.difference, back.shift, back.p), (Difference::Shorter, Some(-180.0), found.p));
    }

    #[test]
    fn under_five_a_side_nothing_is_said() {
        let (four, five) = (of([200, 210, 220, 230]), of([20, 30, 40, 50, 60]));
        for found in [compare(&four, &five), compare(&five, &four), compare(&of([]), &five)] {
            assert_eq!((found.difference, found.shift, found.p), (Difference::NotComparable, None, None));
        }
        assert_eq!(compare(&of([]), &five).a, Summary { n: 0, median: None, p90: None });
    }

    #[test]
    fn neither_chance_nor_a_shift_of_nothing_is_a_difference() {
        let same = compare(&of([30, 30, 30, 30, 30]), &of([30, 30, 30, 30, 30]));
        assert_eq!((same.difference, same.shift, same.p), (Difference::None, Some(0.0), Some(1.0)));
        // Most waited 30 minutes on both sides; the few others make p small, but no shift.
        let (a, b): (Waits, Waits) =
            ([(30, 900), (60, 100)].into_iter().collect(), [(30, 1000)].into_iter().collect());
        let found = compare(&a, &b);
        assert!(found.p.unwrap() < CHANCE);
        assert_eq!((found.difference, found.shift), (Difference::None, Some(0.0)));
    }

    proptest! {
        #[test]
        fn the_other_way_round_only_the_direction_changes(a in prop::collection::vec(0_u32..90, 0..30), b in prop::collection::vec(0_u32..90, 0..30)) {
            let (a, b): (Waits, Waits) = (a.into_iter().collect(), b.into_iter().collect());
            let (forth, back) = (compare(&a, &b), compare(&b, &a));
            prop_assert_eq!((forth.a, forth.b, forth.p), (back.b, back.a, back.p));
            let turned = match forth.difference {
                Difference::Longer => Difference::Shorter,
                Difference::Shorter => Difference::Longer,
                other => other,
            };
            prop_assert_eq!(back.difference, turned);
        }
    }
}
