//! Chance that falls the same everywhere: SplitMix64 (Steele, Lea and Flood 2014) and whole numbers alone.
//!
//! No floating point takes part, so that no platform's mathematics library can tip a decision.

/// Where all streams of the demo begin. Another number makes another demo.
const SEED: u64 = 0x5741_5244_424F_4F4B;

/// The same for what volunteers see.
const SEED_OF_OBSERVATIONS: u64 = 0x4F42_5345_5256_4544;

/// The same for when and where they sit.
const SEED_OF_SITTINGS: u64 = 0x5349_5454_494E_4753;

/// The step of SplitMix64: 2⁶⁴ over the golden ratio, odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// Quantiles of a log-normal distribution with median 1 and σ 0.5, in thousandths, evenly from 0.4 % to 99.6 %.
const LOG_NORMAL: [u32; 33] = [
    266, 404, 471, 522, 567, 607, 645, 681, 716, 751, 785, 819, 854, 889, 925, 962, 1000, 1040, 1081, 1125,
    1171, 1221, 1274, 1332, 1397, 1469, 1551, 1648, 1765, 1914, 2124, 2474, 3766,
];

/// A stream of numbers that look like chance.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The stream of the case with that index: streams of different cases have nothing to do with each other.
    pub(super) fn of_case(index: u64) -> Self {
        Self(mixed(SEED ^ mixed(index.wrapping_add(1).wrapping_mul(STEP))))
    }

    /// The stream of the observation with that index.
    pub(super) fn of_observation(index: u64) -> Self {
        Self(mixed(SEED_OF_OBSERVATIONS ^ mixed(index.wrapping_add(1).wrapping_mul(STEP))))
    }

    /// The stream of a volunteer's morning.
    pub(super) fn of_sitting(index: u64) -> Self {
        Self(mixed(SEED_OF_SITTINGS ^ mixed(index.wrapping_add(1).wrapping_mul(STEP))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number under `limit`; nought where the limit is nought.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        (((self.next() >> 32) * u64::from(limit)) >> 32) as u32
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Yes in so many of a hundred.
    pub(super) fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share
    }

    /// One of a list; the empty value of an empty one.
    pub(super) fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let index = self.below(list.len() as u32) as usize;
        list.get(index).copied().unwrap_or_default()
    }

    /// One of a list, the first ones more often.
    pub(super) fn pick_early<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let length = list.len() as u32;
        let index = self.below(length).min(self.below(length)) as usize;
        list.get(index).copied().unwrap_or_default()
    }

    /// A value with the chance of its weight; `otherwise` where there is no weight at all.
    pub(super) fn weighted<T: Copy>(&mut self, table: &[(T, u32)], otherwise: T) -> T {
        let mut left = self.below(table.iter().map(|(_, weight)| weight).sum());
        for &(value, weight) in table {
            if left < weight {
                return value;
            }
            left -= weight;
        }
        otherwise
    }

    /// A factor in thousandths, log-normal with median 1000 and σ 0.5.
    pub(super) fn log_normal(&mut self) -> u32 {
        let place = self.below((LOG_NORMAL.len() as u32 - 1) << 10);
        let (index, part) = ((place >> 10) as usize, place & 1023);
        match LOG_NORMAL.get(index..index + 2) {
            Some(&[low, high]) => low + (((high - low) * part) >> 10),
            _ => 1000,
        }
    }
}

/// The finaliser of SplitMix64.
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// A number under `limit` that belongs to a text for good.
pub(super) fn of_text(text: &str, limit: u32) -> u32 {
    let bits = text.bytes().fold(SEED, |bits, byte| mixed(bits ^ u64::from(byte)));
    Random(bits).below(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finaliser_is_the_published_one() {
        // The first number of SplitMix64 from the seed 0, as its authors give it.
        assert_eq!(Random(0).next(), 0xE220_A839_7B1D_CDAF);
    }

    #[test]
    fn numbers_stay_within_their_limits() {
        let mut random = Random::of_case(7);
        for _ in 0..1000 {
            assert!(random.below(3) < 3 && (2..=4).contains(&random.between(2, 4)));
            assert!((266..=3766).contains(&random.log_normal()));
        }
        assert_eq!(random.below(0), 0);
        assert_eq!(random.pick::<u8>(&[]), 0);
        assert_eq!(random.weighted(&[(1, 0), (2, 5)], 3), 2);
        assert_eq!(random.weighted(&[(1, 0)], 3), 3);
    }

    #[test]
    fn the_factor_has_median_one() {
        let mut factors: Vec<u32> = (0..4001).map(|index| Random::of_case(index).log_normal()).collect();
        factors.sort_unstable();
        assert!((950..1050).contains(&factors[2000]), "{}", factors[2000]);
    }
}
