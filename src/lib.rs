//! Wardbook: the casebook of a union officer.

pub mod domain;
