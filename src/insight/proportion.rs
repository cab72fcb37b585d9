//! Proportions with their 95 % Wilson score interval (Wilson, Journal of the American
//! Statistical Association 22, 1927).

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share with its interval, each 0–1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    /// The share found.
    pub share: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

/// `count` of `n`, with the interval
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n); `None` where n is 0.
pub fn wilson(count: u32, n: u32) -> Option<Proportion> {
    if n == 0 {
        return None;
    }
    let (size, share) = (f64::from(n), f64::from(count) / f64::from(n));
    let middle = share + Z * Z / (2.0 * size);
    let spread = Z * (share * (1.0 - share) / size + Z * Z / (4.0 * size * size)).sqrt();
    let scale = 1.0 + Z * Z / size;
    let low = if count == 0 { 0.0 } else { (middle - spread) / scale };
    let high = if count == n { 1.0 } else { (middle + spread) / scale };
    Some(Proportion { share, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_agree_with_scipy() {
        // scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
        for (count, n, low, high) in [
            (8, 10, 0.490_162_471_536_642, 0.943_317_848_545_624_8),
            (1, 41, 0.004_318_531_564_912_39, 0.125_950_620_557_742_3),
            (37, 1200, 0.022_451_332_120_917_75, 0.042_209_556_777_981_855),
        ] {
            let found = wilson(count, n).unwrap();
            assert!((found.low - low).abs() < 1e-9, "{found:?}");
            assert!((found.high - high).abs() < 1e-9, "{found:?}");
        }
        let (none, all) = (wilson(0, 5).unwrap(), wilson(5, 5).unwrap());
        assert_eq!((none.share, none.low, all.share, all.high), (0.0, 0.0, 1.0, 1.0));
        assert!(none.high > 0.4 && all.low < 0.6);
        assert_eq!(wilson(0, 0), None);
    }
}
