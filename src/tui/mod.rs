//! The terminal interface: one table of actions, a pure `update`, views drawn from `&Model`, layers over screens,
//! and worker threads that alone touch the book.
//!
//! - `action` and `keymap`: what can be done, where, with which keys
//! - `model` and `update`: what is known, and what becomes of it when something happens; no I/O, no clock
//! - `effect` and `workers`: what is asked of the book, and the threads that do it
//! - `view`, `screens`, `widgets`, `theme`, `words`: how it looks and what it says
//! - `run`: the terminal, its restoration on every exit, and the loop
//! - `text` and `backend`: Khmer on a grid of cells; `probe`: which grid the terminal has

mod action;
pub mod backend;
mod editor;
mod effect;
mod headless;
mod keymap;
mod keys;
mod layers;
mod model;
mod paths;
pub mod private;
pub mod probe;
mod run;
mod screens;
mod terminal;
pub mod text;
mod theme;
mod update;
mod view;
mod widgets;
mod words;
mod workers;

pub use action::UnknownKey;
pub use headless::{Headless, PlayError};
pub use keymap::{KeymapError, check_keys};
pub use run::{Keep, RunError, Start, run};

#[cfg(test)]
mod tests;
