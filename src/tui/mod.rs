//! The terminal interface.

pub mod backend;
pub mod text;
