//! Cases that are likely one: found, joined, or kept apart for good.

mod error;
mod find;
mod join;
mod said;
mod words;

pub use error::JoinError;
pub use find::{Compared, Suspected, Which, suspected, suspected_of};
pub use join::JoinedCases;
pub(super) use join::told_of_the_same;
pub use said::{code, percent, reason, reasons, witnesses};

#[cfg(test)]
mod tests;
