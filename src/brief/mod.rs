//! What goes out: one document model and a renderer for each format. Text is always
//! data here, never markup. Knows the domain, its statistics and its languages, not
//! the book: what a document says is handed in.

pub mod compose;
pub mod document;
pub mod docx;
pub mod draw;
pub mod faces;
pub mod form;
pub mod html;
pub mod khmer;
pub mod letter;
pub mod markdown;
pub mod pdf;
pub mod picture;
pub mod plain;
pub mod pseudonym;
pub mod scrub;
mod shares;
pub mod slip;
pub mod style;
pub mod suppress;
pub mod xlsx;

#[cfg(test)]
pub(crate) mod samples;
