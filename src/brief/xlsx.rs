//! Excel: a sheet that reads like the brief, and one a table or chart whose figures are numbers to count on with.
//!
//! A workbook cannot hold a font, so it names one that Cambodia's offices have. Excel breaks no Khmer line between words;
//! see [`super::khmer`]. The same document makes the same bytes. Knows the document model and nothing of cases.

mod chart;
pub mod limits;
mod looks;
mod sheet;
mod spread;
mod summary;
mod words;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::compose;
use super::document::{Block, Document};
use crate::i18n::Lang;
use chrono::Datelike;
use looks::Looks;

pub use looks::KHMER as KHMER_FONT;

/// A document as a workbook.
pub fn render(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::of(document.lang);
    let mut book = Workbook::new();
    book.set_properties(&properties(document)?);
    let names = names(document);
    summary::write(book.add_worksheet(), document, &names, &looks)?;
    for (block, name) in document.blocks.iter().zip(&names) {
        match (block, name) {
            (Block::Table(table), Some(name)) => {
                sheet::write(book.add_worksheet(), name, table, document, &looks)?;
            }
            (Block::Figure(figure), Some(name)) => {
                chart::write(book.add_worksheet(), name, figure, document, &looks)?;
            }
            _ => {}
        }
    }
    book.save_to_buffer()
}

/// What the sheets of tables and charts are called, block by block: short, legal whatever the captions say, and with the
/// numbers of the captions. A table without a caption has no number there, and none here.
fn names(document: &Document) -> Vec<Option<String>> {
    let (mut tables, mut charts, mut lists) = (0, 0, 0);
    let next = |count: &mut u32, name: fn(Lang, &str) -> String| {
        *count += 1;
        Some(name(document.lang, &compose::number(*count, document.lang)))
    };
    let name = |block: &Block| match block {
        Block::Table(table) if table.caption.is_empty() => next(&mut lists, words::list),
        Block::Table(_) => next(&mut tables, words::table),
        Block::Figure(_) => next(&mut charts, words::figure),
        _ => None,
    };
    document.blocks.iter().map(name).collect()
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let day = document.furniture.made_on;
    let year = u16::try_from(day.year()).unwrap_or_default();
    let of = |number: u32| u8::try_from(number).unwrap_or(1);
    let short = |text: &str| limits::shortened(text, limits::PROPERTY).0.into_owned();
    Ok(DocProperties::new()
        .set_title(short(&document.title.to_string()))
        .set_subject(short(&document.subtitle.to_string()))
        .set_author(short(&document.furniture.author))
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, of(day.month()), of(day.day()))?))
}

#[cfg(test)]
mod tests;
