//! The screens. Each holds its own state, what becomes of it, and how it is drawn; none touches another.

pub mod case;
pub mod cases;
pub mod duplicates;
pub mod facility;
pub mod gate;
pub mod hotspots;
pub mod import;
pub mod log;
pub mod people;
pub mod process;
pub mod promises;
pub mod raise;
pub mod settings;
pub mod sheet;
pub mod submission;
pub mod today;
pub mod unlock;
pub mod welcome;
