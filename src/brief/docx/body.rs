//! The blocks of a document, one after the other.

use super::figure::{self, Pictures};
use super::table;
use super::text::{self, paragraph, with};
use crate::brief::document::{Block, Document, KeyFigure, Text};
use crate::brief::draw::png::PaintError;
use crate::i18n::Lang;

/// The main part, and the pictures in it.
pub fn document(document: &Document) -> Result<(String, Pictures), PaintError> {
    let mut pictures = Pictures::new(document.lang)?;
    let mut body = paragraph("Title", &document.title);
    if !document.subtitle.is_empty() {
        body.push_str(&paragraph("Subtitle", &document.subtitle));
    }
    for (place, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(place + 1);
        body.push_str(&written(block, next, document.lang, &mut pictures)?);
    }
    Ok((include_str!("parts/document.xml").replace("{body}", &body), pictures))
}

fn written(
    block: &Block,
    next: Option<&Block>,
    lang: Lang,
    pictures: &mut Pictures,
) -> Result<String, PaintError> {
    Ok(match block {
        Block::Particulars(lines) => particulars(lines),
        Block::KeyFigures(figures) => key_figures(figures, lang),
        Block::Heading { level, text } => paragraph(&format!("Heading{}", (*level).clamp(1, 4)), text),
        // What introduces a list stands with it.
        Block::Paragraph(text) if matches!(next, Some(Block::List(_))) => {
            with("BodyText", "<w:keepNext/>", &text::runs(text))
        }
        Block::Paragraph(text) => paragraph("BodyText", text),
        Block::List(points) => points.iter().map(|point| paragraph("ListBullet", point)).collect(),
        Block::Quote { source, text } => paragraph("QuoteSource", source) + &paragraph("Quote", text),
        Block::Table(told) => table::written(told, lang),
        Block::Figure(told) => figure::written(told, pictures)?,
    })
}

/// Who made it and when, between two lines.
fn particulars(lines: &[Text]) -> String {
    let lines: String = lines.iter().map(|line| paragraph("Particulars", line)).collect();
    lines + &with("Spacer", "", "")
}

/// The few figures to remember, side by side.
fn key_figures(figures: &[KeyFigure], lang: Lang) -> String {
    figures.chunks(4).map(|row| table::key_figures(row, lang)).collect()
}
