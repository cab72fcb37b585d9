//! Charts as data: what is drawn, and what is said to those who do not see it.

use super::{Cell, Column, Table, Text};
use crate::domain::place::Province;
use crate::i18n::Lang;
use crate::insight::Place;

/// A chart with what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, with its number in the document.
    pub caption: Text,
    /// The same without the number, for where it stands alone.
    pub title: Text,
    /// The same in words, with its figures.
    pub alternative: String,
    /// What is drawn.
    pub chart: Chart,
    /// What must be said beside it.
    pub notes: Vec<Text>,
    /// Whether a table of the same document holds the same figures: a renderer that draws need not print them beside
    /// the drawing.
    pub is_in_table: bool,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Shares with their intervals, one under the other.
    Ranking(Ranking),
    /// Counts in time.
    Series(Series),
    /// Waits of some sides, one under the other.
    Waits(Waits),
    /// Shares by how many cases they rest on, between the limits of luck.
    Funnel(Funnel),
    /// Counts on a map of the provinces.
    Map(Map),
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

/// Waits of some sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Waits {
    /// What the sides are.
    pub sides_are: Text,
    /// What is measured.
    pub axis: Text,
    /// What the four figures of a side are: a quarter waited less, half, a quarter waited longer, one in ten.
    pub marks: Vec<Text>,
    /// What is drawn: the median, the middle half, where one in ten waited longer.
    pub key: Vec<Text>,
    /// The sides.
    pub sides: Vec<Side>,
}

/// One side's waits, in minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Whose they are.
    pub name: Text,
    /// Of how many.
    pub of: u32,
    /// A quarter waited less.
    pub lower: f64,
    /// Half waited longer.
    pub median: f64,
    /// A quarter waited longer.
    pub upper: f64,
    /// One in ten waited longer.
    pub p90: f64,
}

/// Shares between the limits of luck.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// What the spots are.
    pub spots_are: Text,
    /// What is shared.
    pub axis: Text,
    /// What a share rests on.
    pub counts: Text,
    /// The share of all spots together, around which the limits lie.
    pub middle: f64,
    /// The spots, those with the most cases first.
    pub spots: Vec<Spot>,
    /// What the lines and marks mean: the share of all, the limits of 95 % and of 99.8 %, a spot beyond the one and
    /// beyond the other.
    pub key: Vec<Text>,
    /// The name of the column that says where a spot lies.
    pub places: Text,
}

/// One spot of a funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Whose it is.
    pub name: Text,
    /// The share, from 0 to 1.
    pub share: f64,
    /// The ends of its interval.
    pub interval: (f64, f64),
    /// Of how many.
    pub of: u32,
    /// Where it lies.
    pub place: Place,
    /// The same in words.
    pub said: Text,
}

/// Counts on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// What the areas are.
    pub areas_are: Text,
    /// What is counted.
    pub axis: Text,
    /// The areas that are shown by themselves, the most first.
    pub areas: Vec<Area>,
    /// What the others are.
    pub others: Text,
    /// Whose the outlines are.
    pub credit: Text,
}

/// One area of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Which.
    pub province: Province,
    /// Its name.
    pub name: Text,
    /// What was counted in it.
    pub count: u32,
}

impl Chart {
    /// The same as a table, for renderers that do not draw and readers who do not see.
    pub fn table(&self) -> Table {
        let columns = |first: &Text, others: &[&Text]| {
            let column = |name: &Text, is_figure| Column { name: name.clone(), is_figure };
            let figures = others.iter().map(|name| column(name, true));
            std::iter::once(column(first, false)).chain(figures).collect()
        };
        let counted = |name: &Text, count: u32| vec![Cell::Text(name.clone()), Cell::Count(count)];
        let (columns, rows): (_, Vec<Vec<Cell>>) = match self {
            Self::Ranking(ranking) => (
                columns(&ranking.rows_are, &[&ranking.axis]),
                ranking.rows.iter().map(Interval::cells).collect(),
            ),
            Self::Series(series) => (
                columns(&series.spans_are, &[&series.axis]),
                series.spans.iter().map(|span| counted(&span.name, span.count)).collect(),
            ),
            Self::Waits(waits) => (
                columns(&waits.sides_are, &waits.marks.iter().collect::<Vec<_>>()),
                waits.sides.iter().map(Side::cells).collect(),
            ),
            Self::Funnel(funnel) => {
                let mut columns: Vec<Column> =
                    columns(&funnel.spots_are, &[&funnel.counts, &funnel.axis, &funnel.places]);
                if let Some(last) = columns.last_mut() {
                    last.is_figure = false;
                }
                (columns, funnel.spots.iter().map(Spot::cells).collect())
            }
            Self::Map(map) => (
                columns(&map.areas_are, &[&map.axis]),
                map.areas.iter().map(|area| counted(&area.name, area.count)).collect(),
            ),
        };
        Table { columns, rows, ..Table::default() }
    }

    /// The same in words: `Kandal: 50% (20%–80%); Takeo: …`.
    pub fn said(&self, lang: Lang) -> String {
        let said = |cells: &Vec<Cell>| -> String {
            let cells: Vec<String> = cells.iter().map(|cell| cell.written(lang)).collect();
            match cells.split_first() {
                Some((name, figures)) => format!("{name}: {}", figures.join(", ")),
                None => String::new(),
            }
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

impl Side {
    fn cells(&self) -> Vec<Cell> {
        let wait = |minutes, of| Cell::Wait { minutes, of };
        vec![
            Cell::Text(self.name.clone()),
            wait(self.lower, None),
            wait(self.median, Some(self.of)),
            wait(self.upper, None),
            wait(self.p90, None),
        ]
    }
}

impl Spot {
    fn cells(&self) -> Vec<Cell> {
        let (low, high) = self.interval;
        vec![
            Cell::Text(self.name.clone()),
            Cell::Count(self.of),
            Cell::Share { share: self.share, low, high },
            Cell::Text(self.said.clone()),
        ]
    }
}
