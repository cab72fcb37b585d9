//! Cases against how many people there are: per 100,000 residents, per 1,000 members. Only where an officer or a census
//! has given that number; whoever shows a rate shows its date and source beside it.
//!
//! A rate carries the exact 95 % interval of a Poisson count k (Garwood, Biometrika 28, 1936): from χ²(0.025; 2k) / 2 to
//! χ²(0.975; 2k + 2) / 2, with χ²(α; d) the quantile of the chi-squared distribution of d degrees of freedom; from zero
//! where k is 0. It tells how far luck alone may move the number of cases that were reported; how many were never
//! reported no interval can tell.

use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Residents that a rate of a place is told for.
pub const PER_RESIDENTS: u32 = 100_000;

/// Members that a rate of a local or an employer is told for.
pub const PER_MEMBERS: u32 = 1_000;

/// Cases per so many people, with the interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// The rate found.
    pub rate: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// The rate of so many cases among so many people for each `per` of them; `None` where there are no people.
pub fn rate(cases: u32, people: u64, per: u32) -> Option<Rate> {
    if people == 0 {
        return None;
    }
    let scale = f64::from(per) / people as f64;
    let count = f64::from(cases);
    let low = if cases == 0 { 0.0 } else { chi_squared(0.025, 2.0 * count)? / 2.0 };
    let high = chi_squared(0.975, 2.0 * count + 2.0)? / 2.0;
    Some(Rate { rate: count * scale, low: low * scale, high: high * scale })
}

/// The quantile of the chi-squared distribution. Degrees of freedom are above zero here.
fn chi_squared(chance: f64, freedom: f64) -> Option<f64> {
    ChiSquared::new(freedom).ok().map(|distribution| distribution.inverse_cdf(chance))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn intervals_agree_with_scipy() {
        // scipy.stats.chi2.ppf(0.025, 2 * k) / 2, chi2.ppf(0.975, 2 * k + 2) / 2
        for (cases, low, high) in [
            (0, 0.0, 3.688_879_454_113_936),
            (1, 0.025_317_807_984_289_877, 5.571_643_390_938_898),
            (5, 1.623_486_390_118_420_7, 11.668_332_079_322_67),
            (50, 37.110_963_737_461_866, 65.918_766_664_336_81),
            (1_000_000, 998_040.983_340_293_9, 1_001_961.911_945_432_2),
        ] {
            let found = rate(cases, 1, 1).unwrap();
            assert!((found.rate - f64::from(cases)).abs() < 1e-12, "{found:?}");
            assert!((found.low - low).abs() <= 1e-10 * low, "{found:?}");
            assert!((found.high - high).abs() <= 1e-10 * high, "{found:?}");
        }
    }

    #[test]
    fn rates_are_told_for_so_many_people() {
        let found = rate(30, 1_200_000, PER_RESIDENTS).unwrap();
        assert!((found.rate - 2.5).abs() < 1e-12 && found.low < 2.5 && found.high > 2.5, "{found:?}");
        assert!((rate(12, 4_000, PER_MEMBERS).unwrap().rate - 3.0).abs() < 1e-12);
        assert_eq!(rate(3, 0, PER_MEMBERS), None);
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_rate_and_narrows_with_the_cases(cases in 1_u32..100_000, people in 1_u64..20_000_000) {
            let found = rate(cases, people, PER_RESIDENTS).unwrap();
            prop_assert!(found.low < found.rate && found.rate < found.high);
            let tenfold = rate(cases * 10, people * 10, PER_RESIDENTS).unwrap();
            prop_assert!(tenfold.high - tenfold.low < found.high - found.low);
        }
    }
}
