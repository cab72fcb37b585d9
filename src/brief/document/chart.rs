//! Charts as data: what is drawn, and what is said to those who do not see it.

use super::{Cell, Column, Table, Text};
use crate::i18n::Lang;

/// A chart with what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub caption: Text,
    /// The same in words, with its figures.
    pub alternative: String,
    /// What is drawn.
    pub chart: Chart,
    /// What must be said beside it.
    pub notes: Vec<Text>,
    /// Whether a table of the same document holds the same figures: a renderer that does not draw may leave the chart
    /// out.
    pub is_in_table: bool,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Shares with their intervals, one under the other.
    Ranking(Ranking),
    /// Counts in time.
    Series(Series),
}

/// Shares with their intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What the rows are.
    pub rows_are: Text,
    /// What is shared.
    pub axis: Text,
    /// The rows, in the order to be drawn.
    pub rows: Vec<Interval>,
}

/// A share with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval {
    /// Whose it is.
    pub name: Text,
    /// The share, from 0 to 1.
    pub share: f64,
    /// The interval's lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// Of how many.
    pub of: u32,
}

/// Counts of spans of time that follow each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the spans are: months, quarters.
    pub spans_are: Text,
    /// What is counted.
    pub axis: Text,
    /// The spans, the oldest first.
    pub spans: Vec<Span>,
}

/// A span of time with its count.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its name in full: `October 2026`.
    pub name: Text,
    /// Its name where room is short: `Oct`.
    pub short: Text,
    /// The year that begins with it.
    pub year: Option<Text>,
    /// What was counted in it.
    pub count: u32,
    /// Whether it is over.
    pub is_over: bool,
}

impl Chart {
    /// The same as a table, for renderers that do not draw and readers who do not see.
    pub fn table(&self) -> Table {
        let columns = |first: &Text, second: &Text| {
            vec![
                Column { name: first.clone(), is_figure: false },
                Column { name: second.clone(), is_figure: true },
            ]
        };
        match self {
            Self::Ranking(ranking) => Table {
                columns: columns(&ranking.rows_are, &ranking.axis),
                rows: ranking.rows.iter().map(Interval::cells).collect(),
                ..Table::default()
            },
            Self::Series(series) => Table {
                columns: columns(&series.spans_are, &series.axis),
                rows: series
                    .spans
                    .iter()
                    .map(|span| vec![Cell::Text(span.name.clone()), Cell::Count(span.count)])
                    .collect(),
                ..Table::default()
            },
        }
    }

    /// The same in words: `Kandal: 50% (20%–80%); Takeo: …`.
    pub fn said(&self, lang: Lang) -> String {
        let said = |cells: &Vec<Cell>| -> String {
            let cells: Vec<String> = cells.iter().map(|cell| cell.written(lang)).collect();
            cells.join(": ")
        };
        let rows: Vec<String> = self.table().rows.iter().map(said).collect();
        rows.join("; ")
    }
}

impl Interval {
    fn cells(&self) -> Vec<Cell> {
        vec![Cell::Text(self.name.clone()), Cell::Share { share: self.share, low: self.low, high: self.high }]
    }
}
