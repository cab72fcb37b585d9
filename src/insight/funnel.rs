//! Which groups have a larger or smaller share of severe cases than luck explains: a funnel plot with exact binomial
//! limits (Spiegelhalter, Statistics in Medicine 24, 2005).
//!
//! If all groups were alike, the severe cases of each would be binomial with the share p₀ of all of them together. With
//! q(α) the smallest count whose P(X ≤ count) ≥ α, a group lies above the 95 % limits where it has more than q(0.975) and
//! below them where it has less than q(0.025); of the 99.8 % limits α is 0.999 and 0.001. The smaller the group, the
//! further apart the limits: a small facility is not accused on luck. The limits are counts and therefore steps; they are
//! not smoothed by interpolation, since a verdict is drawn from them.
//!
//! By luck alone up to one group in twenty lies outside the 95 % limits, and up to one in five hundred outside the
//! 99.8 % limits.

use super::SMALL;
use super::binomial::Binomial;

/// α of the lower and the upper 95 % limit, each with the same quantile of the normal distribution.
const WITHIN_95: [(f64, f64); 2] = [(0.025, -1.959_963_984_540_054), (0.975, 1.959_963_984_540_054)];

/// The same of the 99.8 % limits.
const WITHIN_998: [(f64, f64); 2] = [(0.001, -3.090_232_306_167_813), (0.999, 3.090_232_306_167_813)];

/// Where a group lies in the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Within the 95 % limits: no more than luck.
    Inside,
    /// Above the 95 %, within the 99.8 % limits.
    Above95,
    /// Above the 99.8 % limits.
    Above998,
    /// Below the 95 %, within the 99.8 % limits.
    Below95,
    /// Below the 99.8 % limits.
    Below998,
}

/// The counts of severe cases between which a group lies inside, the limits themselves included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Fewer lie below the 99.8 % limits.
    pub low998: u32,
    /// Fewer lie below the 95 % limits.
    pub low95: u32,
    /// More lie above the 95 % limits.
    pub high95: u32,
    /// More lie above the 99.8 % limits.
    pub high998: u32,
}

/// The place of each group of `(severe, cases)` around the share of all of them together; `None` where it has under five
/// cases, which count for that share all the same.
pub fn funnel(groups: &[(u32, u32)]) -> Vec<Option<Place>> {
    let share = pooled(groups);
    let place = |&(severe, cases): &(u32, u32)| {
        let judged = if cases >= SMALL { share } else { None };
        judged.map(|share| place(severe, cases, share))
    };
    groups.iter().map(place).collect()
}

/// The share of severe cases of all groups together, 0–1; `None` of no cases.
pub fn pooled(groups: &[(u32, u32)]) -> Option<f64> {
    let severe: u64 = groups.iter().map(|group| u64::from(group.0)).sum();
    let cases: u64 = groups.iter().map(|group| u64::from(group.1)).sum();
    (cases > 0).then(|| (severe as f64 / cases as f64).min(1.0))
}

/// The limits of a group of so many cases around the share `share` of all. Of a million cases they take a fraction of a
/// millisecond.
pub fn limits(cases: u32, share: f64) -> Limits {
    let binomial = Binomial::new(cases.into(), share);
    // No larger than the number of cases.
    let count = |(chance, normal): (f64, f64)| binomial.quantile(chance, normal) as u32;
    let [low95, high95] = WITHIN_95.map(count);
    let [low998, high998] = WITHIN_998.map(count);
    Limits { low998, low95, high95, high998 }
}

/// Where so many severe of so many cases lie; without the limits, since P(X ≤ count) says the same: more than q(α) are as
/// many as P(X ≤ count − 1) ≥ α, less are as few as P(X ≤ count) < α.
fn place(severe: u32, cases: u32, share: f64) -> Place {
    if share <= 0.0 || share >= 1.0 {
        return Place::Inside;
    }
    let binomial = Binomial::new(cases.into(), share);
    let severe = u64::from(severe.min(cases));
    let up_to_here = binomial.at_most(severe);
    let up_to_one_less = severe.checked_sub(1).map_or(0.0, |less| binomial.at_most(less));
    let ([low95, high95], [low998, high998]) = (WITHIN_95, WITHIN_998);
    if up_to_one_less >= high998.0 {
        Place::Above998
    } else if up_to_one_less >= high95.0 {
        Place::Above95
    } else if up_to_here < low998.0 {
        Place::Below998
    } else if up_to_here < low95.0 {
        Place::Below95
    } else {
        Place::Inside
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn limits_agree_with_scipy() {
        // scipy.stats.binom.ppf([0.001, 0.025, 0.975, 0.999], n, p)
        for (cases, share, limits_of) in [
            (5, 0.2, [0, 0, 3, 4]),
            (40, 0.25, [2, 5, 16, 19]),
            (1000, 0.1, [72, 82, 119, 130]),
            (1_000_000, 0.3, [298_584, 299_102, 300_898, 301_417]),
        ] {
            let found = limits(cases, share);
            assert_eq!(
                [found.low998, found.low95, found.high95, found.high998],
                limits_of,
                "{cases} {share}"
            );
        }
    }

    #[test]
    fn few_cases_count_for_all_and_get_no_verdict() {
        let verdicts = funnel(&[(4, 4), (30, 40), (10, 400), (90, 1000), (0, 0), (0, 5)]);
        assert_eq!(verdicts[0], None);
        assert_eq!(verdicts[1], Some(Place::Above998));
        assert_eq!(verdicts[2], Some(Place::Below998));
        assert_eq!(verdicts[3], Some(Place::Inside));
        assert_eq!(verdicts[4], None);
        assert_eq!(verdicts[5], Some(Place::Inside));
        assert_eq!(pooled(&[(4, 4), (6, 16)]), Some(0.5));
        assert_eq!(pooled(&[(0, 0)]), None);
    }

    #[test]
    fn where_none_or_all_are_severe_nobody_stands_out() {
        assert_eq!(funnel(&[(0, 50), (0, 5000)]), [Some(Place::Inside); 2]);
        assert_eq!(funnel(&[(50, 50), (5000, 5000)]), [Some(Place::Inside); 2]);
        assert_eq!(funnel(&[]), []);
    }

    proptest! {
        #[test]
        fn verdicts_and_limits_say_the_same(cases in 5_u32..3000, part in 0.0_f64..1.0, share in 0.0005_f64..0.9995) {
            let severe = (f64::from(cases) * part) as u32;
            let limits = limits(cases, share);
            let expected = match severe {
                severe if severe > limits.high998 => Place::Above998,
                severe if severe > limits.high95 => Place::Above95,
                severe if severe < limits.low998 => Place::Below998,
                severe if severe < limits.low95 => Place::Below95,
                _ => Place::Inside,
            };
            prop_assert_eq!(place(severe, cases, share), expected);
        }

        #[test]
        fn the_order_of_groups_does_not_matter(groups in prop::collection::vec((0_u32..60, 0_u32..60), 0..30), turn in 0_usize..30) {
            let mut groups: Vec<_> = groups.into_iter().map(|(one, other)| (one.min(other), one.max(other))).collect();
            let mut verdicts = funnel(&groups);
            let turn = turn.min(groups.len());
            groups.rotate_left(turn);
            verdicts.rotate_left(turn);
            prop_assert_eq!(funnel(&groups), verdicts.clone());
            groups.reverse();
            verdicts.reverse();
            prop_assert_eq!(funnel(&groups), verdicts);
        }

        #[test]
        fn limits_grow_with_the_cases_and_the_share(cases in 0_u32..5000, share in 0.0_f64..=1.0, more in 0.0_f64..0.2) {
            let here = limits(cases, share);
            prop_assert!(here.low998 <= here.low95 && here.low95 <= here.high95 && here.high95 <= here.high998);
            prop_assert!(here.high998 <= cases);
            for next in [limits(cases + 1, share), limits(cases, (share + more).min(1.0))] {
                prop_assert!(here.low998 <= next.low998 && here.low95 <= next.low95);
                prop_assert!(here.high95 <= next.high95 && here.high998 <= next.high998);
            }
        }
    }
}
