//! Tables: a caption above, the header again on each page, figures to the right.

use std::fmt::Write;

use super::text::{self, escaped, paragraph, runs, said, styled, with};
use crate::brief::document::{Cell, Column, KeyFigure, Table, Text};
use crate::brief::khmer::breakable;
use crate::brief::shares::shared;
use crate::brief::style::with_room_for_words;
use crate::i18n::Lang;
use crate::i18n::khmer::is_khmer;

/// Of texts up to so many letters no word is broken, in Khmer either.
const SHORT: usize = 40;

/// Between the margins of the page, in twentieths of a point.
const WIDTH: f32 = 9186.0;

/// How wide a Latin letter of a cell is about, with that of a cell's margins.
const LETTER: f32 = 102.0;
const MARGINS: f32 = 170.0;

/// The longest text of a row that stands on one page.
const TOGETHER: usize = 1_500;

/// The names of columns stand at the foot of their row, over a line.
const HEAD: &str = r#"<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="0B4A6F"/></w:tcBorders><w:vAlign w:val="bottom"/>"#;

/// A table with its caption and notes.
pub fn written(table: &Table, lang: Lang) -> String {
    let mut out = String::new();
    if !table.caption.is_empty() {
        out.push_str(&paragraph("Caption", &table.caption));
    }
    let widths = widths(table, lang);
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="WardbookTable"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{}"/></w:tblPr>{}"#,
        escaped(&table.caption.to_string()),
        grid(&widths),
    );
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        let side = if column.is_figure { r#"<w:jc w:val="right"/>"# } else { "" };
        let name = with("TableHead", &format!("<w:keepNext/>{side}"), &runs(&column.name));
        cell(&mut out, *width, HEAD, &name);
    }
    out.push_str("</w:tr>");
    for (place, row) in table.rows.iter().enumerate() {
        let is_short = row.iter().all(|cell| cell.written(lang).chars().count() < TOGETHER);
        out.push_str(if is_short { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
        // A header never stands alone at the foot of a page, nor a last row at the head of one.
        let keep = if place + 1 < table.rows.len() && (place == 0 || place + 2 == table.rows.len()) {
            "<w:keepNext/>"
        } else {
            ""
        };
        for ((value, column), width) in row.iter().zip(&table.columns).zip(&widths) {
            cell(&mut out, *width, "", &filled(value, column, keep, lang));
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    for note in &table.notes {
        out.push_str(&paragraph("TableNote", note));
    }
    out.push_str(&with("Spacer", "", ""));
    out
}

fn filled(value: &Cell, column: &Column, keep: &str, lang: Lang) -> String {
    match value {
        Cell::Text(text) if !column.is_figure => with("TableText", keep, &runs(text)),
        Cell::Text(text) => with("TableFigure", keep, &runs(text)),
        _ => {
            let (main, aside) = value.parts(lang);
            let mut set = said(&unbroken(&main), lang);
            if let Some(aside) = aside {
                set.push_str(&styled(&Text::told(&format!("\u{A0}({})", unbroken(&aside)), lang), "Aside"));
            }
            with(if column.is_figure { "TableFigure" } else { "TableText" }, keep, &set)
        }
    }
}

/// A figure on one line.
fn unbroken(figure: &str) -> String {
    figure.replace(' ', "\u{A0}")
}

/// A row of figures to remember.
pub fn key_figures(figures: &[KeyFigure], lang: Lang) -> String {
    let columns = figures.len().max(3);
    let widths = vec![WIDTH / columns as f32; columns];
    let mut out = format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="KeyFigures"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>{}<w:tr><w:trPr><w:cantSplit/></w:trPr>"#,
        grid(&widths)
    );
    let longest = figures.iter().map(|key| letters(&key.value.written(lang))).fold(0.0, f32::max);
    let style = if longest > 10.0 { "KeyFigureLong" } else { "KeyFigure" };
    for place in 0..columns {
        let width = WIDTH / columns as f32;
        match figures.get(place) {
            Some(key) => {
                let value = paragraph(style, &Text::told(&unbroken(&key.value.written(lang)), lang));
                cell(&mut out, width, "", &(value + &paragraph("KeyLabel", &key.label)));
            }
            None => {
                let bare = r#"<w:tcBorders><w:top w:val="nil"/></w:tcBorders>"#;
                cell(&mut out, width, bare, &text::with("KeyLabel", "", ""));
            }
        }
    }
    out.push_str("</w:tr></w:tbl>");
    out.push_str(&with("Spacer", "", ""));
    out
}

fn cell(out: &mut String, width: f32, properties: &str, inner: &str) {
    let _ = write!(
        out,
        r#"<w:tc><w:tcPr><w:tcW w:w="{width:.0}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>"#
    );
}

fn grid(widths: &[f32]) -> String {
    let mut out = String::from("<w:tblGrid>");
    for width in widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width:.0}"/>"#);
    }
    out + "</w:tblGrid>"
}

/// How wide the columns are: those of figures as they need it, those of text share the rest by what stands in them.
fn widths(table: &Table, lang: Lang) -> Vec<f32> {
    let written = |place: usize| {
        table.rows.iter().filter_map(move |row| row.get(place)).map(move |cell| letters(&cell.written(lang)))
    };
    let wanted = table.columns.iter().enumerate().map(|(place, column)| {
        let widest = written(place).fold(0.0, f32::max);
        let name = letters(&column.name.to_string());
        if column.is_figure {
            // A name may take three lines, but none of its words two.
            let words = breakable(&column.name.to_string());
            let word = words.split([' ', '\u{200B}']).map(letters).fold(0.0, f32::max);
            widest.max(name / 2.5).max(word).clamp(5.0, 28.0)
        } else {
            widest.max(name).clamp(8.0, 80.0)
        }
    });
    let wanted: Vec<f32> = wanted.map(|letters| letters * LETTER + MARGINS).collect();
    let sum_of = |is_figure: bool| -> f32 {
        let columns = table.columns.iter().zip(&wanted);
        columns.filter(|(column, _)| column.is_figure == is_figure).map(|(_, width)| width).sum()
    };
    let (figures, texts) = (sum_of(true), sum_of(false));
    // Text keeps a quarter of the page at least.
    let least = if texts > 0.0 { WIDTH / 4.0 } else { 0.0 };
    let squeeze = ((WIDTH - least) / figures.max(1.0)).min(1.0);
    let rest = WIDTH - figures * squeeze;
    let wanted_of_text: Vec<f32> = table
        .columns
        .iter()
        .zip(&wanted)
        .filter(|(column, _)| !column.is_figure)
        .map(|(_, width)| *width)
        .collect();
    let mut of_text = shared(&wanted_of_text, rest).into_iter();
    let grow = if texts > 0.0 { squeeze } else { WIDTH / figures.max(1.0) };
    let columns = table.columns.iter().zip(wanted);
    let widths: Vec<f32> = columns
        .map(|(column, width)| if column.is_figure { width * grow } else { of_text.next().unwrap_or(width) })
        .collect();
    let part = WIDTH / table.columns.len().max(1) as f32;
    // Of a column of figures the width is as it needs it; of long texts the words are many, and Latin ones alone do not break.
    let words = table.columns.iter().enumerate().zip(&widths).map(|((place, column), width)| {
        let texts = || table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.written(lang));
        let is_short = texts().all(|text| text.chars().count() <= SHORT);
        let word = |text: String| {
            let text = if is_short { breakable(&text) } else { text };
            let words = text.split([' ', '\u{200B}']).filter(|word| is_short || word.is_ascii());
            words.map(letters).fold(0.0, f32::max)
        };
        let longest = texts().map(word).fold(0.0, f32::max) * LETTER + MARGINS;
        if column.is_figure { *width } else { longest.min(part) }
    });
    with_room_for_words(&widths, &words.collect::<Vec<_>>())
}

/// How many Latin letters a text is about as wide as.
fn letters(text: &str) -> f32 {
    let of = |letter: char| match letter {
        // Signs that stand over or under others, and the letters below them.
        '\u{17B4}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D3}' | '\u{200B}'..='\u{200D}' => 0.0,
        _ if is_khmer(letter) => 1.5,
        _ => 1.0,
    };
    text.chars().map(of).sum()
}
