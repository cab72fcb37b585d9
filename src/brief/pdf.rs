//! PDF: pages for print that can also be read aloud, searched and copied from, and opened in twenty years (PDF/A-2a
//! and PDF/UA-1, as krilla checks them).
//!
//! Text is laid out by parley, which shapes Khmer and breaks it between words, with fonts that are built in; no font
//! of the machine is looked at. The same document makes the same bytes everywhere: no clock, no random number, no
//! path goes in. Knows the document model and nothing of cases.

mod brush;
mod chart;
mod flow;
pub(in crate::brief) mod sheets;
mod style;
mod table;
pub(in crate::brief) mod write;

use super::document::Document;
use super::faces::{Faces, FontError};

/// Why a document could not be written as PDF. None of it can come from what a document says; all are faults of the
/// program or its fonts.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A built-in font cannot be read.
    #[error("a built-in font cannot be read")]
    Font,
    /// What was written would not keep to the standard.
    #[error("the PDF would not keep to its standard: {0}")]
    Standard(String),
}

impl From<FontError> for PdfError {
    fn from(_: FontError) -> Self {
        Self::Font
    }
}

/// A document as PDF.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    let sheets = flow::pages(document, Faces::built_in()?);
    write::write(document, &sheets)
}

/// A short document on a third of an A4 page: its text alone, without what stands on each page beside it.
pub fn third(document: &Document) -> Result<Vec<u8>, PdfError> {
    let sheets = flow::third(document, Faces::built_in()?);
    write::write(document, &sheets)
}

/// Whether a document has room on a third of a page.
#[cfg(test)]
pub(crate) fn fits_third(document: &Document) -> Result<bool, PdfError> {
    Ok(flow::third(document, Faces::built_in()?).size.1 < style::PAGE.1 / 2.0)
}

#[cfg(test)]
mod tests;
