//! Statistics as pure functions, each with its source: what the numbers in a meeting
//! rest on. Knows nothing of books, languages or screens.

mod proportion;
mod quantile;

pub use proportion::{Proportion, wilson};
pub use quantile::{median, p90, quantile};

/// Under so many cases a figure is shown with its n, but gets no rank and no verdict;
/// in an export, a count below it is suppressed.
pub const SMALL: u32 = 5;
