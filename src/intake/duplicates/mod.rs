//! Whether two cases tell of the same visit: pure, from what both say.
//!
//! Each thing that agrees or differs weighs as much as it is more (or less) often so in two tellings of one visit than in two
//! visits to one facility at about the same time (Fellegi and Sunter 1969), in tenths of a bit, so that sums are exact
//! everywhere. What is not known weighs nothing. The weights were set on made-up pairs and are measured on others
//! (`app/duplicates/tests`).
//!
//! Nothing of what is compared is kept anywhere: it is made of the case when it is looked for, and goes with it.

mod crowd;
mod numbers;
mod pairs;
mod person;
mod sketch;
mod traits;
mod weigh;

pub use pairs::{NEAR_DAYS, Pair, beside, sweep};
pub use person::is_same_person;
pub use traits::Traits;
pub use weigh::{Likeness, Reason, likeness};

#[cfg(test)]
mod tests;
