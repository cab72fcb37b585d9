//! Text as a terminal shows it: cleaned, measured, cut, put into cells, and edited.
//!
//! Khmer needs a layer of its own. One written syllable is a *cluster* of up to eight code points, terminals
//! advance by the sum over those code points, and ratatui's own measure is smaller than that for most words, so
//! text drawn through ratatui's widgets loses vowels and pushes borders about. Everything that a person wrote goes
//! through this module: every measure here is the reserve that the terminal needs, and every cut falls between clusters.
//!
//! It must not know about screens, themes, messages or the store. Only [`mod@put`] and [`mod@runs`] know ratatui's buffer.

pub mod clean;
pub mod cut;
pub mod field;
pub mod marks;
pub mod put;
pub mod runs;
pub mod width;
mod words;

pub use clean::{many_lines, one_line};
pub use cut::{pad, pad_left, truncate, truncate_at_word, wrap};
pub use field::Field;
pub use marks::marks;
pub use put::{put, put_marked, put_spans};
pub use width::{Profile, clusters, profile, use_profile, width};
