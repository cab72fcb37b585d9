//! All that the screens say of their own, in both languages: a file a screen.

use crate::i18n::Lang;

mod actions;
mod book;
mod case;
mod cases;
mod collect;
mod duplicates;
mod facility;
mod follow;
mod gate;
mod hotspots;
mod import;
mod layers;
pub mod ledger;
mod log;
mod raise;
mod settings;
mod terminal;
mod today;
mod unlock;
mod welcome;

pub use actions::*;
pub use book::*;
pub use case::*;
pub use cases::*;
pub use collect::*;
pub use duplicates::*;
pub use facility::*;
pub use follow::*;
pub use gate::*;
pub use hotspots::*;
pub use import::*;
pub use layers::*;
pub use log::*;
pub use raise::*;
pub use settings::*;
pub use terminal::*;
pub use today::*;
pub use unlock::*;
pub use welcome::*;

/// The language that the key switches to, as it calls itself: who reads only that one must find it.
pub fn language(lang: Lang) -> &'static str {
    lang.other().own_name()
}

/// The templates of all files: name, Khmer, English.
#[cfg(test)]
pub const ALL: [&[(&str, &str, &str)]; 20] = [
    actions::ALL,
    book::ALL,
    case::ALL,
    cases::ALL,
    collect::ALL,
    duplicates::ALL,
    facility::ALL,
    follow::ALL,
    gate::ALL,
    hotspots::ALL,
    import::ALL,
    layers::ALL,
    ledger::ALL,
    log::ALL,
    raise::ALL,
    settings::ALL,
    terminal::ALL,
    today::ALL,
    unlock::ALL,
    welcome::ALL,
];
