//! All that the screens say of their own, in both languages: a file a screen.

mod actions;
mod book;
mod cases;
mod facility;
mod hotspots;
mod layers;
mod log;
mod settings;
mod terminal;
mod unlock;
mod welcome;

pub use actions::*;
pub use book::*;
pub use cases::*;
pub use facility::*;
pub use hotspots::*;
pub use layers::*;
pub use log::*;
pub use settings::*;
pub use terminal::*;
pub use unlock::*;
pub use welcome::*;

/// The templates of all files: name, Khmer, English.
#[cfg(test)]
pub const ALL: [&[(&str, &str, &str)]; 11] = [
    actions::ALL,
    book::ALL,
    cases::ALL,
    facility::ALL,
    hotspots::ALL,
    layers::ALL,
    log::ALL,
    settings::ALL,
    terminal::ALL,
    unlock::ALL,
    welcome::ALL,
];
