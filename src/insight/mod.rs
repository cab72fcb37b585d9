//! Statistics as pure functions, each with its source: what the numbers in a meeting
//! rest on. Knows nothing of books, languages or screens.

mod breaks;
mod proportion;
mod quantile;
mod rising;

pub use breaks::{Class, natural_breaks};
pub use proportion::{Proportion, wilson};
pub use quantile::{median, p90, quantile};
pub use rising::{EARLIER_DAYS, RECENT_DAYS, Verdict, rising, rising_p};

/// Under so many cases a figure is shown with its n, but gets no rank and no verdict;
/// in an export, a count below it is suppressed.
pub const SMALL: u32 = 5;
