//! The first sheet: what the brief says, to be read, with figures to remember at its left and ways to the tables.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::looks::{Look, Looks};
use super::spread::{Value, main};
use super::{limits, sheet, words};
use crate::brief::document::{Block, Cell, Document, KeyFigure, Text};
use crate::brief::khmer::breakable;
use crate::i18n::Lang;
use crate::i18n::khmer::is_khmer;

/// The column of headings and figures, and that of text, in letters.
const LEFT: f64 = 18.0;
const MEASURE: f64 = 88.0;

/// The most letters that a row shows: none is taller than 409 points.
const TALLEST: usize = 1_000;

/// A sheet that is filled from its top.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    /// The least that the next row of text may have, in points.
    least: f64,
}

impl Page<'_> {
    /// Text in a column, on a row of its own, or on more where one cannot show it.
    fn text(&mut self, column: u16, text: &str, look: &Look) -> Result<(), XlsxError> {
        for part in limits::parts(&breakable(text), TALLEST) {
            if column > 0 {
                self.sheet.set_row_height(self.row, height(&part).max(self.least))?;
            }
            self.sheet.write_string_with_format(self.row, column, part, look.of(text))?;
            self.row += 1;
        }
        Ok(())
    }

    fn texts(&mut self, texts: &[Text], look: &Look) -> Result<(), XlsxError> {
        texts.iter().try_for_each(|text| self.text(1, &text.to_string(), look))
    }

    /// A little room.
    fn gap(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, 8)?;
        self.row += 1;
        Ok(())
    }
}

/// How high a row of text is, in points: programs count lines for another screen or printer than the one at hand.
fn height(text: &str) -> f64 {
    let lines = (sheet::letters(text) / (MEASURE * 0.94)).ceil().max(1.0);
    let line = if text.chars().any(is_khmer) { 21.0 } else { 15.0 };
    (lines * line + 3.0).min(409.0)
}

/// Writes it.
pub fn write(
    sheet: &mut Worksheet,
    document: &Document,
    names: &[Option<String>],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(words::summary(document.lang))?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    sheet.set_footer(format!("&L&9 {}&R&9 &P / &N", sheet::furniture(&document.furniture.foot.to_string())));
    sheet.set_column_width(0, LEFT)?.set_column_width(1, MEASURE)?;
    let mut page = Page { sheet, row: 0, least: 0.0 };
    page.sheet.set_row_height(0, 46)?;
    page.text(0, &document.title.to_string(), &looks.title)?;
    if !document.subtitle.is_empty() {
        page.sheet.set_row_height(page.row, 28)?;
        page.text(0, &document.subtitle.to_string(), &looks.subtitle)?;
    }
    for (block, name) in document.blocks.iter().zip(names) {
        one(&mut page, block, name.as_deref(), document.lang, looks)?;
    }
    Ok(())
}

fn one(
    page: &mut Page<'_>,
    block: &Block,
    name: Option<&str>,
    lang: Lang,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match block {
        Block::Particulars(lines) => {
            page.gap()?;
            page.texts(lines, &looks.particulars)?;
            page.gap()
        }
        Block::KeyFigures(figures) => figures.iter().try_for_each(|key| key_figure(page, key, lang, looks)),
        Block::Heading { text, .. } => {
            page.gap()?;
            page.sheet.set_row_height(page.row, 32)?;
            page.text(0, &text.to_string(), &looks.heading)
        }
        Block::Paragraph(text) => {
            page.text(1, &text.to_string(), &looks.body)?;
            page.gap()
        }
        Block::List(points) => {
            points.iter().try_for_each(|point| page.text(1, &format!("• {point}"), &looks.point))?;
            page.gap()
        }
        Block::Quote { source, text } => {
            page.text(1, &source.to_string(), &looks.source)?;
            page.text(1, &text.to_string(), &looks.point)?;
            page.gap()
        }
        Block::Table(table) => way(page, name, &table.caption, looks),
        Block::Figure(figure) => way(page, name, &figure.caption, looks),
    }
}

/// A way to the sheet of a table or chart.
fn way(page: &mut Page<'_>, name: Option<&str>, caption: &Text, looks: &Looks) -> Result<(), XlsxError> {
    let Some(name) = name else {
        return Ok(());
    };
    let caption = if caption.is_empty() { name.to_owned() } else { caption.to_string() };
    let way = Url::new(format!("internal:'{name}'!A1"))
        .set_text(limits::fitting(&breakable(&format!("→ {caption}"))).0);
    page.sheet.set_row_height(page.row, height(&caption))?;
    page.sheet.write_url_with_format(page.row, 1, way, looks.link.of(&caption))?;
    page.row += 1;
    page.gap()
}

/// A figure to remember at the left of what it counts.
fn key_figure(page: &mut Page<'_>, key: &KeyFigure, lang: Lang, looks: &Looks) -> Result<(), XlsxError> {
    let row = page.row;
    let look = match key.value {
        Cell::Wait { .. } => &looks.key_wait,
        Cell::Share { .. } => &looks.key_share,
        _ => &looks.key,
    };
    match main(&key.value, lang) {
        Value::Count(number) | Value::Share(number) => {
            page.sheet.write_number_with_format(row, 0, number, look.figures())?;
        }
        Value::Text(text) | Value::Said(text) => {
            page.sheet.write_string_with_format(row, 0, &text, look.of(&text))?;
        }
        Value::Nothing => {}
    }
    let mut label = key.label.to_string();
    if let (_, Some(aside)) = key.value.parts(lang) {
        label = format!("{label} ({aside})");
    }
    page.least = 34.0;
    page.text(1, &label, &looks.key_label)?;
    page.least = 0.0;
    Ok(())
}
