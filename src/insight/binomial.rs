//! The binomial distribution, close to the last digit also in far tails and of a million cases.
//!
//! Single probabilities are Loader's ("Fast and Accurate Computation of Binomial Probabilities", 2000; R's `dbinom`): the
//! deviance is taken out before anything large cancels. A tail is the sum of its probabilities, each from the one before
//! by their ratio, begun at the end near the mean: some nine standard deviations of terms, all positive, so that a tail of
//! 1e-300 has as many true digits as one of 0.1. The incomplete beta function of `statrs` 0.19, which would be the usual
//! way, gives up after 140 steps of its continued fraction: of a million cases it is right to four digits only.

use std::f64::consts::TAU;

/// How many of `cases` are struck, if each is with the probability `share`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Binomial {
    cases: u64,
    share: f64,
}

impl Binomial {
    /// `share` from 0 to 1.
    pub(super) fn new(cases: u64, share: f64) -> Self {
        Self { cases, share: share.clamp(0.0, 1.0) }
    }

    /// P(X = `count`).
    pub(super) fn probability(self, count: u64) -> f64 {
        let Some(others) = self.cases.checked_sub(count) else {
            return 0.0;
        };
        let (cases, rest) = (self.cases as f64, 1.0 - self.share);
        if self.share <= 0.0 || rest <= 0.0 {
            let all = if self.share <= 0.0 { others } else { count };
            return if all == self.cases { 1.0 } else { 0.0 };
        }
        if count == 0 {
            return (cases * (-self.share).ln_1p()).exp();
        }
        if others == 0 {
            return (cases * self.share.ln()).exp();
        }
        let (count, others) = (count as f64, others as f64);
        let exponent = stirling_error(cases)
            - stirling_error(count)
            - stirling_error(others)
            - deviance(count, cases * self.share)
            - deviance(others, cases * rest);
        (cases / (TAU * count * others)).sqrt() * exponent.exp()
    }

    /// P(X ≥ `count`).
    pub(super) fn at_least(self, count: u64) -> f64 {
        match count.checked_sub(1) {
            None => 1.0,
            Some(below) if (count as f64) < self.mean() => 1.0 - self.sum_down(below),
            Some(_) => self.sum_up(count),
        }
    }

    /// P(X ≤ `count`).
    pub(super) fn at_most(self, count: u64) -> f64 {
        if count >= self.cases {
            1.0
        } else if (count as f64) > self.mean() {
            1.0 - self.sum_up(count + 1)
        } else {
            self.sum_down(count)
        }
    }

    /// The smallest count with P(X ≤ count) ≥ `chance`, searched for from a guess that is seldom off by more than two
    /// (Cornish & Fisher's expansion with the skewness; Revue de l'Institut International de Statistique 5, 1938).
    /// `normal` is the same quantile of the normal distribution.
    pub(super) fn quantile(self, chance: f64, normal: f64) -> u64 {
        let spread = (self.mean() * (1.0 - self.share)).sqrt();
        let guess = self.mean() + normal * spread + (normal * normal - 1.0) * (1.0 - 2.0 * self.share) / 6.0;
        let mut count = guess.clamp(0.0, self.cases as f64) as u64;
        let mut up_to = self.at_most(count);
        while up_to < chance && count < self.cases {
            count += 1;
            up_to += self.probability(count);
        }
        while count > 0 {
            let below = up_to - self.probability(count);
            if below < chance {
                break;
            }
            count -= 1;
            up_to = below;
        }
        count
    }

    fn mean(self) -> f64 {
        self.cases as f64 * self.share
    }

    /// P(X ≥ `count`) of a count that is no less than the mean.
    fn sum_up(self, count: u64) -> f64 {
        let odds = self.share / (1.0 - self.share);
        let ratio = |count: u64| (self.cases - count) as f64 / (count + 1) as f64 * odds;
        self.probability(count) * series((count..self.cases).map(ratio))
    }

    /// P(X ≤ `count`) of a count that is no more than the mean.
    fn sum_down(self, count: u64) -> f64 {
        let odds = (1.0 - self.share) / self.share;
        let ratio = |count: u64| count as f64 / (self.cases - count + 1) as f64 * odds;
        self.probability(count) * series((1..=count).rev().map(ratio))
    }
}

/// 1 + r₁ + r₁r₂ + …, until what is added no longer shows.
fn series(ratios: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for ratio in ratios {
        term *= ratio;
        sum += term;
        // The ratios fall, so that what is left is at most this times the number of terms.
        if term < sum * 1e-20 {
            break;
        }
    }
    sum
}

/// What Stirling's formula √(2πn)·(n/e)ⁿ lacks of n!, as a logarithm: worked out to 60 digits for small n, by its
/// asymptotic series for others.
fn stirling_error(n: f64) -> f64 {
    const EXACT: [f64; 16] = [
        0.0,
        0.081_061_466_795_327_26,
        0.041_340_695_955_409_3,
        0.027_677_925_684_998_34,
        0.020_790_672_103_765_093,
        0.016_644_691_189_821_193,
        0.013_876_128_823_070_748,
        0.011_896_709_945_891_77,
        0.010_411_265_261_972_096,
        0.009_255_462_182_712_733,
        0.008_330_563_433_362_87,
        0.007_573_675_487_951_841,
        0.006_942_840_107_209_53,
        0.006_408_994_188_004_207,
        0.005_951_370_112_758_848,
        0.005_554_733_551_962_801,
    ];
    if let Some(exact) = EXACT.get(n as usize) {
        return *exact;
    }
    let square = n * n;
    let tail = 1.0 / 1680.0 - 1.0 / (1188.0 * square);
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - tail / square) / square) / square) / n
}

/// x ln(x/m) + m − x, without the cancellation where both are close.
fn deviance(x: f64, mean: f64) -> f64 {
    let apart = x - mean;
    if apart.abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() - apart;
    }
    let relative = apart / (x + mean);
    let mut sum = apart * relative;
    let mut power = 2.0 * x * relative;
    for odd in (3_u32..).step_by(2) {
        power *= relative * relative;
        let next = sum + power / f64::from(odd);
        if next.total_cmp(&sum).is_eq() {
            break;
        }
        sum = next;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_cases_are_as_counted_by_hand() {
        let fair = Binomial::new(4, 0.5);
        let all: Vec<f64> = (0..=5).map(|count| fair.probability(count) * 16.0).collect();
        for (found, counted) in all.iter().zip([1.0, 4.0, 6.0, 4.0, 1.0, 0.0]) {
            assert!((found - counted).abs() < 1e-13, "{all:?}");
        }
        assert!((fair.at_least(3) - 5.0 / 16.0).abs() < 1e-15);
        assert!((fair.at_most(1) - 5.0 / 16.0).abs() < 1e-15);
        assert!((fair.at_most(2) + fair.at_least(3) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn where_nothing_is_left_to_chance_all_lies_at_one_count() {
        let (never, always) = (Binomial::new(7, 0.0), Binomial::new(7, 1.0));
        let certain = [never.probability(0), never.at_most(0), always.probability(7), always.at_least(7)];
        assert!(certain.iter().all(|chance| chance.total_cmp(&1.0).is_eq()), "{certain:?}");
        let ruled_out = [never.probability(1), never.at_least(1), always.probability(6), always.at_most(6)];
        assert!(ruled_out.iter().all(|chance| *chance <= 0.0), "{ruled_out:?}");
        assert_eq!((never.quantile(0.999, 3.1), always.quantile(0.001, -3.1)), (0, 7));
        let nobody = Binomial::new(0, 0.3);
        assert!(nobody.at_most(0).min(nobody.at_least(0)) >= 1.0);
    }

    #[test]
    fn tails_of_a_million_agree_with_scipy() {
        // scipy.stats.binom.sf(k - 1, n, p), binom.cdf(k, n, p)
        for (count, cases, share, up, down) in [
            (250_000, 1_000_000, 0.25, 0.500_383_882_329_296_8, 0.500_537_435_069_928_8),
            (251_000, 1_000_000, 0.25, 0.010_515_838_611_016_097, 0.989_548_244_053_882),
            (240_000, 1_000_000, 0.25, 1.0, 2.412_613_608_774_898_7e-119),
            (25_500, 100_000, 0.25, 0.000_136_095_363_117_654_14, 0.999_867_697_640_885_2),
        ] {
            let binomial = Binomial::new(cases, share);
            let found = (binomial.at_least(count), binomial.at_most(count));
            assert!((found.0 - up).abs() <= 1e-11 * up, "{count}: {found:?}");
            assert!((found.1 - down).abs() <= 1e-11 * down, "{count}: {found:?}");
        }
    }
}
