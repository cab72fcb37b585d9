//! Times of the same thing done often.

use std::time::{Duration, Instant};

/// What was measured, shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn new(mut measured: Vec<Duration>) -> Self {
        measured.sort_unstable();
        Self(measured)
    }

    /// Does something that often.
    pub fn of<T>(times: usize, mut work: impl FnMut() -> T) -> Self {
        Self::new((0..times).map(|_| once(&mut work)).collect())
    }

    /// Does something with each of the items, but begins none once `budget` is used up; what took longest comes too.
    pub fn of_each<Item: Clone, T>(
        items: &[Item],
        budget: Duration,
        mut work: impl FnMut(&Item) -> T,
    ) -> (Self, Option<Item>) {
        let begun = Instant::now();
        let mut measured: Vec<(Duration, &Item)> = Vec::new();
        for item in items {
            if begun.elapsed() > budget {
                break;
            }
            measured.push((once(|| work(item)), item));
        }
        let slowest = measured.iter().max_by_key(|(time, _)| *time).map(|(_, item)| (*item).clone());
        (Self::new(measured.into_iter().map(|(time, _)| time).collect()), slowest)
    }

    /// The time within which that share of them was (nearest rank).
    pub fn within(&self, share: f64) -> Duration {
        let rank = (share * self.0.len() as f64).ceil().max(1.0) as usize - 1;
        self.0.get(rank.min(self.0.len().saturating_sub(1))).copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        self.within(0.5)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// How long something takes, without dropping what it gives.
pub fn once<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    let done = work();
    let taken = begun.elapsed();
    drop(done);
    taken
}
