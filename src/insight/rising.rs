//! Whether something is rising: its last 28 days against the 84 before.
//!
//! Under no change each case of both windows falls into the last one with probability 28 / (28 + 84) = 1/4. Given how
//! many cases there are, the number in the last window is then binomial: the exact conditional test of two Poisson
//! rates (Przyborowski & Wilenski, Biometrika 31, 1940), one-sided, for only a rise is looked for. Where many groups
//! are looked at, some rise by chance: the procedure of Benjamini & Hochberg (Journal of the Royal Statistical Society B
//! 57, 1995) keeps the expected share of such false alarms among those called rising at 10 %.

use super::SMALL;
use super::binomial::Binomial;

/// Days of the window that is looked at, today included.
pub const RECENT_DAYS: u64 = 28;

/// Days of the window before it.
pub const EARLIER_DAYS: u64 = 84;

/// The share of false alarms that is put up with.
const FALSE_ALARMS: f64 = 0.10;

/// What is said of a group that has enough recent cases to say something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Whether it is rising.
    pub rising: bool,
    /// The one-sided p-value, not adjusted.
    pub p: f64,
}

/// The probability of at least so many of all cases in the last window, if nothing had changed.
pub fn rising_p(recent: u32, earlier: u32) -> f64 {
    let share = RECENT_DAYS as f64 / (RECENT_DAYS + EARLIER_DAYS) as f64;
    Binomial::new(u64::from(recent) + u64::from(earlier), share).at_least(recent.into())
}

/// The verdict on each group of `(recent, earlier)` counts; `None` for those with under five recent cases, which do not
/// count among the groups that are looked at either.
pub fn rising(groups: &[(u32, u32)]) -> Vec<Option<Verdict>> {
    let p_values: Vec<Option<f64>> = groups
        .iter()
        .map(|&(recent, earlier)| (recent >= SMALL).then(|| rising_p(recent, earlier)))
        .collect();
    let limit = benjamini_hochberg(p_values.iter().flatten().copied().collect(), FALSE_ALARMS);
    let verdict = |p| Verdict { rising: limit.is_some_and(|limit| p <= limit), p };
    p_values.into_iter().map(|p| p.map(verdict)).collect()
}

/// The largest p-value that is still called a finding: the largest of rank k (of m) with p ≤ k/m · `share`.
fn benjamini_hochberg(mut p_values: Vec<f64>, share: f64) -> Option<f64> {
    p_values.sort_unstable_by(f64::total_cmp);
    let count = p_values.len() as f64;
    let found = |(index, p): &(usize, f64)| *p <= (index + 1) as f64 / count * share;
    p_values.into_iter().enumerate().rfind(found).map(|(_, p)| p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_agree_with_scipy() {
        // scipy.stats.binom.sf(recent - 1, recent + earlier, 0.25)
        for (recent, earlier, p) in [
            (5, 0, 0.000_976_562_5),
            (8, 12, 0.101_811_856_922_722_65),
            (7, 21, 0.572_139_849_061_417_8),
            (30, 30, 2.669_427_217_408_378_6e-5),
            (0, 10, 1.0),
            (120, 280, 0.013_330_557_027_417_216),
            (5, 18, 0.716_787_650_432_806_3),
            (260, 740, 0.242_927_359_250_712_56),
            (1000, 2000, 1.068_935_909_897_554_7e-24),
            (251_000, 749_000, 0.010_515_838_611_016_097),
        ] {
            let found = rising_p(recent, earlier);
            assert!((found - p).abs() <= 1e-9 * p, "{recent} {earlier}: {found} for {p}");
        }
        assert!((rising_p(0, 0) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn false_alarms_are_kept_down_as_benjamini_and_hochberg_say() {
        // scipy.stats.false_discovery_control([0.001, 0.012, 0.03, 0.04, 0.09, 0.2, 0.7])
        // = [0.007, 0.042, 0.07, 0.07, 0.126, 0.233, 0.7]: the first four lie under 0.10.
        let p_values = vec![0.2, 0.001, 0.04, 0.7, 0.012, 0.09, 0.03];
        assert_eq!(benjamini_hochberg(p_values, 0.10), Some(0.04));
        assert_eq!(benjamini_hochberg(vec![0.2, 0.5], 0.10), None);
        assert_eq!(benjamini_hochberg(Vec::new(), 0.10), None);
    }

    #[test]
    fn one_clear_rise_is_found_among_many_and_small_ones_get_no_verdict() {
        let mut groups = vec![(10, 30); 20];
        groups.push((30, 30));
        groups.push((4, 0));
        let verdicts = rising(&groups);
        assert!(verdicts[..20].iter().all(|verdict| verdict.is_some_and(|verdict| !verdict.rising)));
        assert!(verdicts[20].unwrap().rising);
        assert_eq!(verdicts[21], None);
        // Alone, 8 of 20 (p = 0.102) is no finding; 9 of 20 (p = 0.041) is, but not among many.
        assert!(!rising(&[(8, 12)])[0].unwrap().rising);
        assert!(rising(&[(9, 11)])[0].unwrap().rising);
        groups.push((9, 11));
        assert!(!rising(&groups)[22].unwrap().rising);
    }
}
