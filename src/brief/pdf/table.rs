//! Tables: names to the left, figures aligned to the right, the header again on each page.

use super::flow::Flow;
use super::sheets::{Drawn, Kind, Node, Owner, height, rule};
use super::style::{self, ASIDE, CAPTION, CELL, COLUMN, DEEP, HAIR, LEFT, NOTE, RIGHT, WIDTH};
use crate::brief::document::{Cell, Table, Text};
use crate::brief::faces::Line;

/// How much of a table stands together at least: its caption, its header and a row or two.
pub const BEGINNING: f32 = 110.0;

/// The tallest row that stands together on a page under the header.
const TALLEST: f32 = 520.0;
/// Between columns.
const GUTTER: f32 = 12.0;
/// Above and below the text of a row.
const PADDING: f32 = 3.1;
/// Between a figure and what stands in brackets behind it.
const BESIDE: f32 = 4.0;

/// A cell in lines.
enum Set {
    /// Text.
    Text(Vec<Line>),
    /// A figure, and what stands in brackets behind it.
    Figure(Option<Line>, Option<Line>),
}

impl Set {
    fn height(&self) -> f32 {
        match self {
            Self::Text(lines) => height(lines),
            Self::Figure(main, aside) => {
                [main, aside].into_iter().flatten().map(|line| line.height).fold(0.0, f32::max)
            }
        }
    }

    /// Of the first line.
    fn baseline(&self) -> f32 {
        let of = |line: Option<&Line>| line.map_or(0.0, |line| line.baseline);
        match self {
            Self::Text(lines) => of(lines.first()),
            Self::Figure(main, aside) => of(main.as_ref()).max(of(aside.as_ref())),
        }
    }
}

/// Where a column lies: from its left to its right edge, and where its figures end and their brackets begin.
#[derive(Clone, Copy)]
struct Lane {
    left: f32,
    right: f32,
    figures: f32,
}

/// Places a table with its caption and notes.
pub fn place(flow: &mut Flow, table: &Table) {
    let figures: Vec<Vec<Set>> = table.rows.iter().map(|row| figures(flow, row)).collect();
    let lanes = lanes(flow, table, &figures);
    let first = lanes.first().map_or(WIDTH, |lane| lane.right - lane.left);
    let node = flow.sheets.node(Kind::Table, None);
    flow.sheets.need(BEGINNING);
    if !table.caption.is_empty() {
        let caption = flow.sheets.node(Kind::Caption, Some(node));
        flow.text(&table.caption, &CAPTION, (LEFT, WIDTH), Owner::Node(caption));
        flow.sheets.skip(4.0);
    }
    let head = flow.sheets.node(Kind::TableHead, Some(node));
    header(flow, table, &lanes, Some(head));
    let body = flow.sheets.node(Kind::TableBody, Some(node));
    for (row, mut set) in table.rows.iter().zip(figures) {
        let text = row.first().map(text_of).unwrap_or_default();
        set.insert(0, Set::Text(flow.faces.lines(&text, &CELL, Some(first))));
        self::row(flow, table, &lanes, set, body);
    }
    flow.sheets.skip(5.0);
    for note in &table.notes {
        let node = flow.sheets.node(Kind::Paragraph, None);
        flow.text(note, &NOTE, (LEFT, style::MEASURE), Owner::Node(node));
    }
    flow.sheets.skip(12.0);
}

fn text_of(cell: &Cell) -> Text {
    match cell {
        Cell::Text(text) => text.clone(),
        _ => Text::default(),
    }
}

/// The cells of a row but for its name.
fn figures(flow: &mut Flow, row: &[Cell]) -> Vec<Set> {
    let cells = row.iter().skip(1);
    let set = |cell: &Cell| {
        let (main, aside) = cell.parts(flow.lang);
        let main = flow.label(&main, &CELL);
        Set::Figure(main, aside.and_then(|aside| flow.label(&format!("({aside})"), &ASIDE)))
    };
    cells.map(set).collect()
}

/// Where the columns lie: those of figures as wide as they need, the names in what is left.
fn lanes(flow: &mut Flow, table: &Table, rows: &[Vec<Set>]) -> Vec<Lane> {
    let mut right = RIGHT;
    let mut lanes = Vec::new();
    for (place, column) in table.columns.iter().enumerate().skip(1).rev() {
        let (mut main, mut aside) = (0.0_f32, 0.0_f32);
        for set in rows.iter().filter_map(|row| row.get(place - 1)) {
            if let Set::Figure(figure, brackets) = set {
                main = main.max(figure.as_ref().map_or(0.0, |line| line.width));
                aside = aside.max(brackets.as_ref().map_or(0.0, |line| line.width + BESIDE));
            }
        }
        // A column's name may take three lines, but none of its words two.
        let name = flow.faces.lines(&column.name, &COLUMN, None);
        let name = name.first().map_or(0.0, |line| line.width);
        let width = (main + aside).max(34.0).max((name / 2.0 + 8.0).min(66.0)).min(120.0);
        lanes.push(Lane { left: right - width, right, figures: right - aside });
        right -= width + GUTTER;
    }
    lanes.push(Lane { left: LEFT, right: right.max(LEFT + 60.0), figures: LEFT });
    lanes.reverse();
    lanes
}

/// The names of the columns; on pages that continue a table nobody has them read aloud again.
fn header(flow: &mut Flow, table: &Table, lanes: &[Lane], head: Option<Node>) {
    let mut set = Vec::new();
    for (column, lane) in table.columns.iter().zip(lanes) {
        set.push(flow.faces.lines(&column.name, &COLUMN, Some(lane.right - lane.left)));
    }
    let tallest = set.iter().map(|lines| height(lines)).fold(0.0, f32::max);
    let top = flow.sheets.y;
    flow.sheets.place(Owner::Decoration, vec![rule(LEFT, top, WIDTH, 1.2, DEEP)]);
    let row = head.map(|head| flow.sheets.node(Kind::Row, Some(head)));
    let bottom = top + 2.0 * PADDING + tallest;
    for (place, (lines, lane)) in set.into_iter().zip(lanes).enumerate() {
        let owner =
            row.map_or(Owner::Decoration, |row| Owner::Node(flow.sheets.node(Kind::ColumnName, Some(row))));
        let mut y = bottom - PADDING - height(&lines);
        for line in lines {
            let x = if place == 0 { lane.left } else { lane.right - line.width };
            let height = line.height;
            flow.sheets.place(owner, vec![Drawn::Text { line, x, y, ink: COLUMN.ink }]);
            y += height;
        }
    }
    flow.sheets.place(Owner::Decoration, vec![rule(LEFT, bottom, WIDTH, 0.7, DEEP)]);
    flow.sheets.y = bottom;
}

fn row(flow: &mut Flow, table: &Table, lanes: &[Lane], set: Vec<Set>, body: Node) {
    let baseline = set.iter().map(Set::baseline).fold(0.0, f32::max);
    let tallest = set.iter().map(|cell| cell.height() + baseline - cell.baseline()).fold(0.0, f32::max);
    // A row that no page holds begins where it stands, as one of a single line does.
    let is_endless = tallest > TALLEST;
    let together = if is_endless { CELL.khmer_height() } else { tallest };
    if flow.sheets.need(together + 2.0 * PADDING) {
        header(flow, table, lanes, None);
    }
    let node = flow.sheets.node(Kind::Row, Some(body));
    let top = flow.sheets.y + PADDING;
    let mut cells = Vec::new();
    for (place, (cell, lane)) in set.into_iter().zip(lanes).enumerate() {
        let kind = if place == 0 { Kind::RowName } else { Kind::Cell };
        cells.push((Owner::Node(flow.sheets.node(kind, Some(node))), cell, lane));
    }
    if is_endless {
        // Its figures stand where it begins, and its name goes on over pages.
        cells.reverse();
    }
    flow.sheets.y = top + if is_endless { 0.0 } else { tallest };
    for (owner, cell, lane) in cells {
        match cell {
            Set::Figure(main, aside) => {
                let main = main.map(|line| (lane.figures - line.width, line, CELL.ink));
                let aside = aside.map(|line| (lane.right - line.width, line, ASIDE.ink));
                for (x, line, ink) in main.into_iter().chain(aside) {
                    let y = top + baseline - line.baseline;
                    flow.sheets.place(owner, vec![Drawn::Text { line, x, y, ink }]);
                }
            }
            Set::Text(lines) => {
                let bottom = flow.sheets.y;
                flow.sheets.y = top + baseline - lines.first().map_or(baseline, |line| line.baseline);
                for line in lines {
                    if flow.sheets.need(line.height) {
                        header(flow, table, lanes, None);
                    }
                    let (x, y, height) = (lane.left, flow.sheets.y, line.height);
                    flow.sheets.place(owner, vec![Drawn::Text { line, x, y, ink: CELL.ink }]);
                    flow.sheets.y += height;
                }
                if !is_endless {
                    flow.sheets.y = bottom;
                }
            }
        }
    }
    flow.sheets.y += PADDING;
    let y = flow.sheets.y;
    flow.sheets.place(Owner::Decoration, vec![rule(LEFT, y, WIDTH, 0.5, HAIR)]);
}
