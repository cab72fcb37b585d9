//! Wardbook: the casebook of a union officer.

pub mod book;
pub mod domain;
pub mod reference;
