//! Wardbook: the casebook of a union officer.
//!
//! Members of Cambodia's garment workers' union tell how hospitals treat them under the
//! NSSF card; officers log what they tell, see where and what the trouble is, and hand
//! over summaries. The house, each folder knowing only those above it:
//!
//! - [`raster`]: pixels, masks, PNG
//! - [`domain`]: the field's types and rules, pure
//! - [`i18n`]: Khmer and English
//! - [`mod@reference`]: what is built in: places, hospitals, holidays, residents
//! - [`book`]: the encrypted SQLite file, its log and its projection
//! - [`insight`]: statistics as pure functions
//! - [`intake`]: what comes in
//! - [`brief`]: what goes out
//! - [`app`]: the use cases, each once, for both faces
//! - [`config`]: file, environment, flags
//! - [`tui`]: the screens
//! - [`window`]: the screens as pictures
//! - [`cli`]: the command line

pub mod app;
pub mod book;
pub mod brief;
pub mod cli;
pub mod config;
pub mod domain;
pub mod i18n;
pub mod insight;
pub mod intake;
pub mod raster;
pub mod reference;
pub mod tui;
pub mod window;
