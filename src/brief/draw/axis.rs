//! Scales that begin at nothing and have few ticks.

/// A scale from 0 to its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Where it ends.
    pub end: f64,
    /// From tick to tick.
    pub step: f64,
}

impl Axis {
    /// For shares from 0 to 1, of which so much is to be shown, with at most so many ticks.
    pub fn of_shares(highest: f64, ticks: u32) -> Self {
        let fits = |step: &f64| (highest / step - 1e-9).ceil() <= f64::from(ticks);
        let step = [0.1, 0.2, 0.5].into_iter().find(fits).unwrap_or(1.0);
        // A hundred percent is no more than a hundred percent.
        let end = ((highest / step - 1e-9).ceil().max(1.0) * step).min(1.0);
        Self { end, step }
    }

    /// For minutes, in whole hours or halves, with at most so many ticks.
    pub fn of_minutes(highest: f64, ticks: u32) -> Self {
        let steps = [10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 240.0, 360.0, 720.0, 1_440.0];
        let fits = |step: &&f64| (highest / **step).ceil() <= f64::from(ticks);
        let step = steps.iter().find(fits).copied().unwrap_or(highest / f64::from(ticks.max(1)));
        Self { end: ((highest / step).ceil() * step).max(step), step }
    }

    /// For counts, in round numbers, with at most so many ticks.
    pub fn of_counts(highest: u32, ticks: u32) -> Self {
        let highest = f64::from(highest.max(1));
        let mut step = 1.0_f64;
        let mut grow = [2.0, 2.5, 2.0].into_iter().cycle();
        while highest / step > f64::from(ticks.max(1)) {
            step *= grow.next().unwrap_or(10.0);
        }
        let step = step.ceil();
        Self { end: (highest / step).ceil() * step, step }
    }

    /// To just so many.
    pub fn to(highest: u32) -> Self {
        let end = f64::from(highest.max(1));
        Self { end, step: end }
    }

    /// Its ticks, from nothing on.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        let count = (self.end / self.step + 1e-9).floor() as u32;
        (0..=count).map(move |tick| f64::from(tick) * self.step)
    }

    /// Where a value lies, from 0 to 1; what is beyond an end lies on it.
    pub fn part(self, value: f64) -> f32 {
        (value / self.end).clamp(0.0, 1.0) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_on_a_tick_with_few_of_them() {
        let ticks = |axis: Axis| axis.ticks().collect::<Vec<_>>();
        assert_eq!(ticks(Axis::of_shares(0.31, 5)).len(), 5);
        assert_eq!(ticks(Axis::of_shares(0.97, 5)).len(), 6);
        assert_eq!(ticks(Axis::of_shares(0.0, 5)), [0.0, 0.1]);
        assert_eq!(ticks(Axis::of_shares(0.97, 2)), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(Axis::of_minutes(330.0, 8)), [0.0, 60.0, 120.0, 180.0, 240.0, 300.0, 360.0]);
        assert_eq!(ticks(Axis::of_minutes(0.0, 8)), [0.0, 10.0]);
        assert_eq!(ticks(Axis::of_counts(730, 5)), [0.0, 200.0, 400.0, 600.0, 800.0]);
        assert_eq!(ticks(Axis::of_counts(0, 5)), [0.0, 1.0]);
        for highest in 1..3_000 {
            let axis = Axis::of_counts(highest, 5);
            assert!(axis.end >= f64::from(highest) && ticks(axis).len() <= 6, "{highest}: {axis:?}");
        }
    }
}
