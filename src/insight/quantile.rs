//! Percentiles by linear interpolation between closest ranks: type 7 of Hyndman & Fan
//! (The American Statistician 50, 1996), the default of NumPy and R.

use crate::domain::waits::Waits;

/// The quantile at `share` (0–1) in minutes; `None` of no waits.
pub fn quantile(waits: &Waits, share: f64) -> Option<f64> {
    let last = waits.count().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * f64::from(last);
    let (lower, upper) = at_ranks(waits, place.floor() as u32, place.ceil() as u32)?;
    let (lower, upper) = (f64::from(lower), f64::from(upper));
    Some(lower + (upper - lower) * (place - place.floor()))
}

/// The median in minutes.
pub fn median(waits: &Waits) -> Option<f64> {
    quantile(waits, 0.5)
}

/// The 90th percentile in minutes.
pub fn p90(waits: &Waits) -> Option<f64> {
    quantile(waits, 0.9)
}

/// The waits with so many visits before them, the shortest first; the second is no less than the first.
fn at_ranks(waits: &Waits, first: u32, second: u32) -> Option<(u32, u32)> {
    let mut before = 0_u32;
    let mut steps = waits.steps().iter().map(|(minutes, visits)| {
        before = before.saturating_add(*visits);
        (*minutes, before)
    });
    let (lower, behind) = steps.find(|(_, before)| *before > first)?;
    let upper = if behind > second {
        Some(lower)
    } else {
        steps.find(|(_, before)| *before > second).map(|step| step.0)
    };
    Some((lower, upper?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<const N: usize>(minutes: [u32; N]) -> Waits {
        minutes.into_iter().collect()
    }

    #[test]
    fn figures_agree_with_numpy() {
        // numpy.percentile([15, 20, 35, 40, 50], [50, 90, 40]) = [35, 46, 29]
        let waits = of([50, 15, 40, 20, 35]);
        assert_eq!(median(&waits), Some(35.0));
        assert_eq!(p90(&waits), Some(46.0));
        assert!((quantile(&waits, 0.4).unwrap() - 29.0).abs() < 1e-12);
        assert_eq!(median(&of([7, 8])), Some(7.5));
        assert_eq!(p90(&of([3])), Some(3.0));
        assert_eq!(median(&of([])), None);
    }

    proptest! {
        #[test]
        fn ranks_equal_sorting(values in prop::collection::vec(0_u32..10_000, 1..200), share in 0.0_f64..=1.0) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            let place = share * (sorted.len() - 1) as f64;
            let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
            let expected = f64::from(low) + f64::from(high - low) * (place - place.floor());
            let found = quantile(&values.into_iter().collect(), share).unwrap();
            prop_assert!((found - expected).abs() < 1e-9);
        }
    }
}
