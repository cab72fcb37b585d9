//! The screens. Each holds its own state, what becomes of it, and how it is drawn; none touches another.

pub mod cases;
pub mod hotspots;
pub mod log;
pub mod unlock;
pub mod welcome;
