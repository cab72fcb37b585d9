//! Cases that are likely one: found, joined, or kept apart for good.

mod differing;
mod error;
mod find;
mod join;
mod said;
mod words;

pub use differing::Differing;
pub use error::JoinError;
pub use find::{Compared, Suspected, Which, suspected, suspected_of};
pub(super) use join::told_of_the_same;
pub use join::{JoinedCases, Joining};
pub use said::{code, percent, reason, reasons, witnesses};

#[cfg(test)]
mod tests;
