//! All that the screens say of their own, in both languages: a file a screen.

mod actions;
mod book;
mod case;
mod cases;
mod hotspots;
mod layers;
mod log;
mod settings;
mod terminal;
mod today;
mod unlock;
mod welcome;

pub use actions::*;
pub use book::*;
pub use case::*;
pub use cases::*;
pub use hotspots::*;
pub use layers::*;
pub use log::*;
pub use settings::*;
pub use terminal::*;
pub use today::*;
pub use unlock::*;
pub use welcome::*;

/// The templates of all files: name, Khmer, English.
#[cfg(test)]
pub const ALL: [&[(&str, &str, &str)]; 12] = [
    actions::ALL,
    book::ALL,
    case::ALL,
    cases::ALL,
    hotspots::ALL,
    layers::ALL,
    log::ALL,
    settings::ALL,
    terminal::ALL,
    today::ALL,
    unlock::ALL,
    welcome::ALL,
];
