//! What comes in: tables of other people's making, turned into drafts. Knows the
//! domain and the names of columns in both languages, not the book.

mod cells;
pub mod duplicates;
mod lines;
mod sheet;
mod table;
mod text;

pub use cells::Dates;
pub use table::{Row, Table, TableError};
