//! Forms for those who have no Wardbook: an XLSForm for telephones (KoboToolbox, ODK), two pages of paper that mirror the
//! form on the screen, and a tally sheet for timed visits. What any of them collects is taken in by an import without a map:
//! fields are called as the contract calls them.
//!
//! Knows names, labels, built-in places and the facilities that are handed in; no case, and nothing of who will fill them in.

pub mod paper;
mod questions;
mod ruled;
pub mod tally;
pub mod words;
pub mod xlsform;

pub use questions::built_in;
