//! Tables of groups, and how tables and figures are numbered.

use super::told::{self, number};
use super::{Row, words};
use crate::brief::document::{Cell, Column, Table, Text};
use crate::i18n::Lang;

/// How many rows stand in the text; all of them stand in the annex.
pub(super) const FIRST: usize = 3;

/// The numbers of tables and figures, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    tables: u32,
    figures: u32,
}

impl Numbered {
    /// The next table's.
    pub(super) fn table(&mut self, lang: Lang) -> String {
        self.tables += 1;
        number(self.tables, lang)
    }

    /// The next figure's.
    pub(super) fn figure(&mut self, lang: Lang) -> String {
        self.figures += 1;
        number(self.figures, lang)
    }
}

/// The columns of a table of groups.
pub(super) fn columns(first: &str, lang: Lang) -> Vec<Column> {
    let figures =
        [words::cases(lang), words::open(lang), words::wait(lang), words::p90(lang), words::severe(lang)];
    let mut columns = vec![Column { name: Text::told(first, lang), is_figure: false }];
    columns.extend(figures.map(|name| Column { name: Text::told(name, lang), is_figure: true }));
    columns
}

/// Groups, and the cases of all others.
pub(super) fn whole(rows: &[Row], others: Option<u32>, first: &str, caption: &str, lang: Lang) -> Table {
    let mut cells: Vec<Vec<Cell>> = rows.iter().map(|row| line(row, lang)).collect();
    if let Some(count) = others {
        // How many they are is not told: of five with a case each that would say all.
        let mut line = vec![Cell::Text(Text::told(words::others(lang), lang)), Cell::Count(count)];
        line.resize(6, Cell::Untold);
        cells.push(line);
    }
    let caption = Text::told(caption, lang);
    Table { caption, columns: columns(first, lang), rows: cells, notes: Vec::new() }
}

/// The first few of these groups where the annex holds them all; else all.
pub(super) fn first(rows: &[Row], others: Option<u32>, first: &str, caption: &str, lang: Lang) -> Table {
    let mut table = whole(rows, others, first, caption, lang);
    if is_cut(rows) {
        table.rows.truncate(FIRST);
        table.notes.push(Text::told(words::more_in_annex(lang), lang));
    }
    table
}

/// Whether the text shows only some of these groups.
pub(super) fn is_cut(rows: &[Row]) -> bool {
    rows.len() > FIRST
}

/// A row's cells.
pub(super) fn line(row: &Row, lang: Lang) -> Vec<Cell> {
    let wait = |minutes: Option<f64>, of: Option<u32>| {
        minutes.map_or(Cell::Untold, |minutes| Cell::Wait { minutes, of })
    };
    vec![
        Cell::Text(Text::told(&row.name, lang)),
        Cell::Count(row.cases),
        row.open.map_or(Cell::Untold, Cell::Count),
        wait(told::wait(row), Some(row.timed)),
        wait(told::long_wait(row), None),
        row.severe.map_or(Cell::Untold, |(share, low, high)| Cell::Share { share, low, high }),
    ]
}
