//! Wardbook: the casebook of a union officer.

pub mod app;
pub mod book;
pub mod brief;
pub mod domain;
pub mod i18n;
pub mod insight;
pub mod intake;
pub mod reference;
pub mod tui;
