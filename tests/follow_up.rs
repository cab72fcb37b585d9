//! Following up on the command line, from a logged case to a closed one with each side path, in both languages and without
//! a terminal. After each step `verify` is clean, and `undo` takes the whole step back.

#![allow(clippy::unwrap_used, clippy::string_slice)]

mod common;

#[path = "follow_up/beside.rs"]
mod beside;
#[path = "follow_up/gate.rs"]
mod gate;
#[path = "follow_up/holidays.rs"]
mod holidays;
#[path = "follow_up/paths.rs"]
mod paths;
#[path = "follow_up/refused.rs"]
mod refused;
#[path = "follow_up/shapes.rs"]
mod shapes;
#[path = "follow_up/story.rs"]
mod story;
