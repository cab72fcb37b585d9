//! A table on a sheet: its caption, a header that stays, filters, and numbers.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::limits;
use super::looks::{KHMER_ROW, Looks};
use super::spread::{Lane, Value, lanes};
use crate::brief::document::{Document, Table, Text};
use crate::brief::khmer::breakable;
use crate::i18n::khmer::is_khmer;
use crate::i18n::{Lang, Language};

/// Where the names of columns stand; the caption is above them.
pub const HEAD: u32 = 1;

/// The widest column of text, and the widest of figures, in letters.
const WIDEST: f64 = 60.0;
const FIGURE: f64 = 17.0;

/// Writes a table.
pub fn write(
    sheet: &mut Worksheet,
    name: &str,
    table: &Table,
    document: &Document,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let lanes = lanes(table, document.lang);
    begin(sheet, name, &table.caption, document, looks)?;
    let last = fill(sheet, &lanes, document.lang, looks)?;
    if let Some(right) = last_column(&lanes) {
        sheet.autofilter(HEAD, 0, last.max(HEAD), right)?;
    }
    notes(sheet, last + 2, &table.notes, looks)
}

/// Names a sheet, sets its page and writes its caption.
pub fn begin(
    sheet: &mut Worksheet,
    name: &str,
    caption: &Text,
    document: &Document,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L&9 {}", furniture(&document.furniture.head.to_string())));
    sheet.set_footer(format!("&L&9 {}&R&9 &P / &N", furniture(&document.furniture.foot.to_string())));
    sheet.set_repeat_rows(HEAD, HEAD)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_screen_gridlines(false);
    let caption = caption.to_string();
    let caption = limits::fitting(&caption).0;
    sheet.set_row_height(0, 32)?;
    sheet.write_string_with_format(0, 0, &*caption, looks.caption.of(&caption))?;
    Ok(())
}

/// At the head and foot of a printed page; `&` begins a command there, and more than 255 units are refused.
pub fn furniture(text: &str) -> String {
    limits::shortened(text, 110).0.replace('&', "&&")
}

/// Writes the columns with their names; the last row that is filled.
pub fn fill(sheet: &mut Worksheet, lanes: &[Lane], lang: Lang, looks: &Looks) -> Result<u32, XlsxError> {
    for (column, lane) in (0..).zip(lanes) {
        let look = if lane.is_figure { &looks.head_figure } else { &looks.head };
        sheet.set_column_width(column, width(lane))?;
        let name = breakable(&lane.name);
        let name = limits::fitting(&name).0;
        sheet.write_string_with_format(HEAD, column, &*name, look.of(&name))?;
        for (row, value) in (HEAD + 1..).zip(&lane.values) {
            put(sheet, row, column, value, looks)?;
        }
    }
    let is_khmer_here = lang.language() == Language::Km;
    sheet.set_row_height(HEAD, if is_khmer_here { 66 } else { 46 })?;
    let rows = lanes.iter().map(|lane| lane.values.len()).max().unwrap_or_default();
    let rows = u32::try_from(rows).unwrap_or_default();
    for row in HEAD + 1..=HEAD + rows {
        let place = (row - HEAD - 1) as usize;
        let is_tall = is_khmer_here || lanes.iter().any(|lane| has_khmer(lane.values.get(place)));
        let is_long = lanes.iter().any(|lane| letters_of(lane.values.get(place)) > WIDEST);
        // A long text takes the lines it needs, which the program counts that shows it.
        if is_tall && !is_long {
            sheet.set_row_height(row, KHMER_ROW)?;
        }
    }
    Ok(HEAD + rows)
}

fn has_khmer(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Text(text) | Value::Said(text)) if text.chars().any(is_khmer))
}

fn letters_of(value: Option<&Value>) -> f64 {
    match value {
        Some(Value::Text(text)) => letters(text),
        _ => 0.0,
    }
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, value: &Value, looks: &Looks) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => {
            let text = &*limits::fitting(text).0;
            let look = looks.text.of(text);
            if letters(text) > WIDEST {
                sheet.write_string_with_format(row, column, text, &look.clone().set_text_wrap())?;
            } else {
                sheet.write_string_with_format(row, column, text, look)?;
            }
        }
        Value::Said(text) => {
            sheet.write_string_with_format(row, column, text, looks.said.of(text))?;
        }
        Value::Count(count) => {
            sheet.write_number_with_format(row, column, *count, looks.count.figures())?;
        }
        Value::Share(share) => {
            sheet.write_number_with_format(row, column, *share, looks.share.figures())?;
        }
        Value::Nothing => {
            sheet.write_blank(row, column, looks.said.figures())?;
        }
    }
    Ok(())
}

/// What must be said beside a table.
pub fn notes(sheet: &mut Worksheet, mut row: u32, notes: &[Text], looks: &Looks) -> Result<(), XlsxError> {
    for note in notes {
        let note = note.to_string();
        let note = limits::fitting(&note).0;
        sheet.write_string_with_format(row, 0, &*note, looks.note.of(&note))?;
        row += 1;
    }
    Ok(())
}

/// The number of the last column.
pub fn last_column(lanes: &[Lane]) -> Option<u16> {
    u16::try_from(lanes.len()).ok()?.checked_sub(1)
}

fn width(lane: &Lane) -> f64 {
    if lane.is_figure {
        let name = breakable(&lane.name);
        return (longest_word(&name) + 4.0).max(letters(&name) / 3.0 + 3.0).clamp(11.0, FIGURE);
    }
    let widest =
        lane.values.iter().map(|value| letters_of(Some(value))).fold(letters(&lane.name) + 3.0, f64::max);
    (widest + 2.0).clamp(12.0, WIDEST)
}

fn longest_word(text: &str) -> f64 {
    text.split([' ', '\u{200B}']).map(letters).fold(0.0, f64::max)
}

/// How many Latin letters a text is about as wide as.
pub fn letters(text: &str) -> f64 {
    let of = |letter: char| match letter {
        '\u{17B4}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D3}' | '\u{200B}'..='\u{200D}' => 0.0,
        _ if is_khmer(letter) => 1.45,
        _ => 1.0,
    };
    text.chars().map(of).sum()
}
