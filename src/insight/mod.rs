//! Statistics as pure functions, each with its source: what the numbers in a meeting
//! rest on. Knows nothing of books, languages or screens.

mod binomial;
mod breaks;
mod compare;
mod funnel;
mod mann_whitney;
mod proportion;
mod quantile;
mod rates;
mod rising;
mod shift;
mod warnings;

pub use breaks::{Class, natural_breaks};
pub use compare::{CHANCE, Comparison, Difference, Summary, compare};
pub use funnel::{Limits, Place, funnel, limits, pooled};
pub use mann_whitney::{MannWhitney, mann_whitney};
pub use proportion::{Proportion, wilson};
pub use quantile::{median, p90, quantile};
pub use rates::{PER_MEMBERS, PER_RESIDENTS, Rate, rate};
pub use rising::{EARLIER_DAYS, RECENT_DAYS, Verdict, rising, rising_p};
pub use shift::shift;
pub use warnings::{Gathered, Of, Warning, warnings, warnings_between};

use crate::domain::waits::Waits;

/// Under so many cases a figure is shown with its n, but gets no rank and no verdict;
/// in an export, a count below it is suppressed.
pub const SMALL: u32 = 5;

/// How many visits, wide enough to be multiplied by as many.
fn visits(waits: &Waits) -> u128 {
    waits.steps().iter().map(|step| u128::from(step.1)).sum()
}
