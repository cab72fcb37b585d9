//! How the columns of a table are spread over those of a sheet: one number a cell, so that it can be sorted, filtered and
//! counted on with.

use super::words;
use crate::brief::document::{Cell, Table};
use crate::i18n::{Lang, numbers};

/// What stands in a cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A figure that is not told, or not as a number: `<5`, `–`.
    Said(String),
    /// A count, also of minutes.
    Count(f64),
    /// A share from 0 to 1, in whole percents.
    Share(f64),
    /// Nothing.
    Nothing,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What stands at its head.
    pub name: String,
    /// Whether it holds figures.
    pub is_figure: bool,
    /// What stands below.
    pub values: Vec<Value>,
}

/// The columns of a sheet that hold a table.
pub fn lanes(table: &Table, lang: Lang) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let cells: Vec<&Cell> = table.rows.iter().filter_map(|row| row.get(place)).collect();
        let name = column.name.to_string();
        let mut add = |name: String, part: Part| {
            let values = cells.iter().map(|cell| value(cell, part, lang)).collect();
            lanes.push(Lane { name, is_figure: column.is_figure, values });
        };
        let bare = bare(&name);
        if cells.iter().any(|cell| matches!(cell, Cell::Share { .. })) {
            add(bare.to_owned(), Part::Main);
            add(words::low(lang, bare), Part::Low);
            add(words::high(lang, bare), Part::High);
        } else if cells.iter().any(|cell| matches!(cell, Cell::Wait { .. })) {
            add(words::minutes(lang, bare), Part::Main);
            if cells.iter().any(|cell| matches!(cell, Cell::Wait { of: Some(_), .. })) {
                add(words::rests_on(lang, bare), Part::Of);
            }
        } else {
            add(name, Part::Main);
        }
    }
    lanes
}

/// Which part of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Main,
    Of,
    Low,
    High,
}

/// A name without what it says in brackets of its figures' brackets, which have columns of their own here.
fn bare(name: &str) -> &str {
    name.strip_suffix(')').and_then(|head| head.rsplit_once(" (")).map_or(name, |(head, _)| head)
}

fn value(cell: &Cell, part: Part, lang: Lang) -> Value {
    match (cell, part) {
        (Cell::Wait { of: Some(of), .. }, Part::Of) => Value::Count(f64::from(*of)),
        (Cell::Share { low, .. }, Part::Low) => share(*low, lang),
        (Cell::Share { high, .. }, Part::High) => share(*high, lang),
        (_, Part::Of | Part::Low | Part::High) => Value::Nothing,
        (_, Part::Main) => main(cell, lang),
    }
}

/// What a cell says first.
pub fn main(cell: &Cell, lang: Lang) -> Value {
    match cell {
        Cell::Text(text) => Value::Text(text.to_string()),
        Cell::Count(count) => Value::Count(f64::from(*count)),
        // As other formats have it, to the minute.
        Cell::Wait { minutes, .. } => Value::Count(minutes.round().max(0.0)),
        Cell::Share { share: told, .. } => share(*told, lang),
        Cell::Few | Cell::Untold => Value::Said(cell.written(lang)),
    }
}

/// A share as other formats have it, in whole percents: what they call `<1%` is no number here either.
fn share(share: f64, lang: Lang) -> Value {
    let said = numbers::percent(share, lang);
    if said.starts_with(['<', '>', '–']) {
        return Value::Said(said);
    }
    Value::Share((share * 100.0).round() / 100.0)
}
