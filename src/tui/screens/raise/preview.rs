//! A document as text on a screen: what will stand in the file, whichever format is written. Charts stand as their
//! tables, for no terminal draws them.

use crate::brief::document::{Block, Document, Figure, Table, Text};
use crate::i18n::Lang;
use crate::tui::screens::cases::draw::Line;
use crate::tui::text::{pad, pad_left, truncate, width, wrap};
use crate::tui::theme::Theme;

/// Between two columns of a table.
const BETWEEN: usize = 2;

/// The columns in which figures stand are at most so wide, so that names keep some room.
const WIDEST_FIGURE: usize = 16;

/// The lines of a document on a screen so wide.
pub fn lines(document: &Document, theme: Theme, columns: usize) -> Vec<Line> {
    let mut page = Page { lines: Vec::new(), lang: document.lang, theme, columns: columns.max(8) };
    page.text(&document.title, 0, Look::Heading);
    page.text(&document.subtitle, 0, Look::Plain);
    for block in &document.blocks {
        page.block(block);
    }
    page.lines
}

/// How a line looks.
#[derive(Clone, Copy)]
enum Look {
    Heading,
    Plain,
    Beside,
}

struct Page {
    lines: Vec<Line>,
    lang: Lang,
    theme: Theme,
    columns: usize,
}

impl Page {
    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Particulars(_)) {
            self.lines.push(Line::new());
        }
        match block {
            Block::Particulars(texts) => texts.iter().for_each(|text| self.text(text, 0, Look::Beside)),
            Block::KeyFigures(figures) => {
                for figure in figures {
                    self.point("▪", &format!("{}  {}", figure.value.written(self.lang), figure.label));
                }
            }
            Block::Heading { text, .. } => self.text(text, 0, Look::Heading),
            Block::Paragraph(text) => self.text(text, 0, Look::Plain),
            Block::List(points) => points.iter().for_each(|point| self.point("–", &point.to_string())),
            Block::Quote { source, text } => {
                self.text(source, 0, Look::Heading);
                self.text(text, 2, Look::Plain);
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let table =
            Table { caption: figure.caption.clone(), notes: figure.notes.clone(), ..figure.chart.table() };
        self.table(&table);
    }

    fn text(&mut self, text: &Text, indent: usize, look: Look) {
        let style = match look {
            Look::Heading => self.theme.heading(),
            Look::Plain => self.theme.text(),
            Look::Beside => self.theme.dim(),
        };
        for line in wrap(&text.to_string(), self.columns.saturating_sub(indent).max(1)) {
            self.lines.push(vec![(format!("{}{line}", " ".repeat(indent)), style)]);
        }
    }

    fn point(&mut self, mark: &str, text: &str) {
        let (mark, indent) = (format!("{mark} "), width(mark) + 1);
        for (row, line) in wrap(text, self.columns.saturating_sub(indent).max(1)).into_iter().enumerate() {
            let before = if row == 0 { mark.clone() } else { " ".repeat(indent) };
            self.lines.push(vec![(before + &line, self.theme.text())]);
        }
    }

    fn table(&mut self, table: &Table) {
        self.text(&table.caption, 0, Look::Heading);
        let cells: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.written(self.lang)).collect()).collect();
        let names: Vec<String> = table.columns.iter().map(|column| column.name.to_string()).collect();
        let figures: Vec<bool> = table.columns.iter().map(|column| column.is_figure).collect();
        let widths = widths(&names, &cells, self.columns);
        for line in row_lines(&names, &figures, &widths) {
            self.lines.push(vec![(line, self.theme.dim())]);
        }
        for row in &cells {
            for line in row_lines(row, &figures, &widths) {
                self.lines.push(vec![(line, self.theme.text())]);
            }
        }
        table.notes.iter().for_each(|note| self.text(note, 0, Look::Beside));
    }
}

/// How wide the columns of a table are: figures as they need, what names the rows as is left.
fn widths(names: &[String], rows: &[Vec<String>], columns: usize) -> Vec<usize> {
    let needed = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
        // A name of a column may be broken; the longest of its words may not.
        let name = names.get(at).map_or(0, |name| longest_word(name));
        cells.max(name.min(WIDEST_FIGURE)).min(WIDEST_FIGURE)
    };
    // Where there is hardly any room, figures too are broken, and names keep a few letters.
    let most =
        (columns.saturating_sub(8) / names.len().saturating_sub(1).max(1)).saturating_sub(BETWEEN).max(1);
    let mut widths: Vec<usize> = (1..names.len()).map(|at| needed(at).min(most)).collect();
    let taken: usize = widths.iter().map(|width| width + BETWEEN).sum();
    let first = rows.iter().filter_map(|row| row.first()).chain(names.first()).map(|cell| width(cell)).max();
    widths.insert(0, first.unwrap_or(0).min(columns.saturating_sub(taken)).max(8));
    widths
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(width).max().unwrap_or(0)
}

/// A row in as many lines as its longest cell wants.
fn row_lines(cells: &[String], figures: &[bool], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, room)| wrap(cell, (*room).max(1))).collect();
    let rows = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..rows)
        .map(|row| {
            let parts = wrapped.iter().zip(widths).zip(figures).map(|((lines, room), is_figure)| {
                let text = truncate(lines.get(row).map_or("", String::as_str), *room);
                if *is_figure { pad_left(&text, *room) } else { pad(&text, *room) }
            });
            parts.collect::<Vec<_>>().join(&" ".repeat(BETWEEN)).trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::document::{Cell, Column, Furniture, KeyFigure};

    fn told(text: &str) -> Text {
        Text::told(text, Lang::En)
    }

    fn document() -> Document {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
        let furniture = Furniture { made_on: day, author: String::new(), head: told(""), foot: told("") };
        let mut document =
            Document::new(Lang::En, told("Service at hospitals"), told("For the fund"), furniture);
        let key =
            KeyFigure { value: Cell::Count(41), label: told("cases in the period of which the union knows") };
        document.blocks.push(Block::KeyFigures(vec![key]));
        document.heading("Where");
        document.blocks.push(Block::Table(Table {
            caption: told("Table 1. Places"),
            columns: vec![
                Column { name: told("Place"), is_figure: false },
                Column { name: told("Cases"), is_figure: true },
                Column { name: told("Median wait"), is_figure: true },
            ],
            rows: vec![
                vec![
                    Cell::Text(told("ខេត្តកំពង់ឆ្នាំង និងកន្លែងដែលមានឈ្មោះវែងៗជាច្រើនទៀត")),
                    Cell::Count(30),
                    Cell::Wait { minutes: 190.0, of: Some(12) },
                ],
                vec![Cell::Text(told("Kandal")), Cell::Few, Cell::Untold],
            ],
            notes: vec![told("n in brackets")],
        }));
        document
    }

    #[test]
    fn all_that_a_document_says_stands_in_lines_that_fit() {
        for columns in [34, 40, 78] {
            let lines = lines(&document(), Theme::PLAIN, columns);
            let text: Vec<String> =
                lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
            assert!(text.iter().all(|line| width(line) <= columns), "{columns}: {text:#?}");
            let all = text.join("\n");
            for said in
                ["Service at hospitals", "41", "Table 1. Places", "Kandal", "<5", "3 h 10", "n in brackets"]
            {
                assert!(all.contains(said), "{said} in {columns}: {all}");
            }
        }
    }
}
