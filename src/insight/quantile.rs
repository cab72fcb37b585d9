//! Percentiles by linear interpolation between closest ranks: type 7 of Hyndman & Fan
//! (The American Statistician 50, 1996), the default of NumPy and R.

/// The quantile at `share` (0–1) of values in any order; `None` of none. The order of
/// the values is changed.
pub fn quantile(values: &mut [u32], share: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let (_, lower, above) = values.select_nth_unstable(below.min(last));
    let lower = f64::from(*lower);
    let upper = above.iter().min().map_or(lower, |&upper| f64::from(upper));
    Some(lower + (upper - lower) * (place - place.floor()))
}

/// The median.
pub fn median(values: &mut [u32]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The 90th percentile.
pub fn p90(values: &mut [u32]) -> Option<f64> {
    quantile(values, 0.9)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_agree_with_numpy() {
        // numpy.percentile([15, 20, 35, 40, 50], [50, 90, 40]) = [35, 46, 29]
        let mut values = [50, 15, 40, 20, 35];
        assert_eq!(median(&mut values), Some(35.0));
        assert_eq!(p90(&mut values), Some(46.0));
        assert!((quantile(&mut values, 0.4).unwrap() - 29.0).abs() < 1e-12);
        assert_eq!(median(&mut [7, 8]), Some(7.5));
        assert_eq!(p90(&mut [3]), Some(3.0));
        assert_eq!(median(&mut []), None);
    }

    proptest! {
        #[test]
        fn selection_equals_sorting(mut values in prop::collection::vec(0_u32..10_000, 1..200), share in 0.0_f64..=1.0) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            let place = share * (sorted.len() - 1) as f64;
            let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
            let expected = f64::from(low) + f64::from(high - low) * (place - place.floor());
            let found = quantile(&mut values, share).unwrap();
            prop_assert!((found - expected).abs() < 1e-9);
        }
    }
}
