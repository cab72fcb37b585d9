//! Tables: names to the left, figures aligned to the right, the header again on each page.

use super::flow::Flow;
use super::sheets::{Drawn, Kind, Node, Owner, height, rule};
use super::style::{self, ASIDE, CAPTION, CELL, COLUMN, DEEP, HAIR, LEFT, NOTE, WIDTH};
use crate::brief::document::{Cell, Table, Text};
use crate::brief::faces::Line;
use crate::brief::shares::shared;
use crate::brief::style::with_room_for_words;
use crate::i18n::Lang;

/// How much of a table stands together at least: its caption, its header and a row or two.
pub const BEGINNING: f32 = 110.0;

/// The tallest row that stands together on a page under the header.
const TALLEST: f32 = 520.0;
/// Between columns.
const GUTTER: f32 = 12.0;
/// Above and below the text of a row.
const PADDING: f32 = 3.1;
/// Texts of so many letters are measured; longer ones take several lines anyhow.
const MEASURED: usize = 60;
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
    let figures: Vec<Vec<Set>> = table.rows.iter().map(|row| figures(flow, table, row)).collect();
    let lanes = lanes(flow, table, &figures);
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
        for (place, (cell, lane)) in row.iter().zip(&lanes).enumerate() {
            if is_text(table, place)
                && let Some(set) = set.get_mut(place)
            {
                let text = text_of(cell, flow.lang);
                *set = Set::Text(flow.faces.lines(&text, &CELL, Some(lane.right - lane.left)));
            }
        }
        self::row(flow, table, &lanes, set, body);
    }
    flow.sheets.skip(5.0);
    for note in &table.notes {
        let node = flow.sheets.node(Kind::Paragraph, None);
        flow.text(note, &NOTE, (LEFT, style::MEASURE), Owner::Node(node));
    }
    flow.sheets.skip(12.0);
}

/// Whether a column holds text, as the first always does.
fn is_text(table: &Table, place: usize) -> bool {
    place == 0 || table.columns.get(place).is_some_and(|column| !column.is_figure)
}

fn text_of(cell: &Cell, lang: Lang) -> Text {
    match cell {
        Cell::Text(text) => text.clone(),
        _ => Text::told(&cell.written(lang), lang),
    }
}

/// The cells of a row; those of text are set once it is known how wide they are.
fn figures(flow: &mut Flow, table: &Table, row: &[Cell]) -> Vec<Set> {
    let mut set = Vec::new();
    for (place, cell) in row.iter().enumerate() {
        set.push(if is_text(table, place) {
            Set::Text(Vec::new())
        } else {
            let (main, aside) = cell.parts(flow.lang);
            let main = flow.label(&main, &CELL);
            Set::Figure(main, aside.and_then(|aside| flow.label(&format!("({aside})"), &ASIDE)))
        });
    }
    set
}

/// How wide the columns are that hold text, in what figures leave.
fn text_widths(flow: &mut Flow, table: &Table, width: f32) -> Vec<f32> {
    let places: Vec<usize> = (0..table.columns.len()).filter(|place| is_text(table, *place)).collect();
    let gaps = GUTTER * (places.len().max(1) - 1) as f32;
    let room = (width - gaps).max(24.0 * places.len() as f32);
    let part = room / places.len().max(1) as f32;
    let wanted: Vec<f32> = places.iter().map(|place| wanted(flow, table, *place, part)).collect();
    let widths = shared(&wanted, room);
    let words: Vec<f32> = places.iter().map(|place| longest_word(flow, table, *place).min(part)).collect();
    with_room_for_words(&widths, &words)
}

/// How wide the longest Latin word of a column is: Khmer ones are broken between syllables.
fn longest_word(flow: &mut Flow, table: &Table, place: usize) -> f32 {
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.written(flow.lang));
    let words: Vec<String> = cells
        .flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.is_ascii())
        .collect();
    let longest = words.iter().map(String::len).max().unwrap_or_default();
    // Among the longest by letters is the widest, or nearly.
    let widths =
        words.iter().filter(|word| word.len() + 2 >= longest).filter_map(|word| flow.label(word, &CELL));
    widths.map(|line| line.width + 1.0).fold(0.0, f32::max)
}

/// How wide a column of text would be.
fn wanted(flow: &mut Flow, table: &Table, place: usize, part: f32) -> f32 {
    let is_blank = |row: &Vec<Cell>| matches!(row.get(place), Some(Cell::Text(text)) if text.is_empty());
    // Blank cells are there to be filled in by hand.
    if table.rows.iter().all(is_blank) {
        return part * 0.8;
    }
    let cells =
        table.rows.iter().filter_map(|row| row.get(place)).map(|cell| (text_of(cell, flow.lang), CELL));
    let name = table.columns.get(place).map(|column| (column.name.clone(), COLUMN));
    let mut widest = part / 3.0;
    for (text, style) in cells.chain(name).collect::<Vec<_>>() {
        let length = text.to_string().chars().count();
        // Of a longer text it does not matter how much longer.
        let wide = if length > MEASURED {
            length.min(120) as f32 * CELL.size * 0.56
        } else {
            flow.faces.lines(&text, &style, None).first().map_or(0.0, |line| line.width + 1.0)
        };
        widest = widest.max(wide);
    }
    widest.min(part * 3.0)
}

/// Where the columns lie: those of figures as wide as they need, those of text in what is left.
fn lanes(flow: &mut Flow, table: &Table, rows: &[Vec<Set>]) -> Vec<Lane> {
    let mut widths = Vec::new();
    for (place, column) in table.columns.iter().enumerate() {
        let (mut main, mut aside) = (0.0_f32, 0.0_f32);
        for set in rows.iter().filter_map(|row| row.get(place)) {
            if let Set::Figure(figure, brackets) = set {
                main = main.max(figure.as_ref().map_or(0.0, |line| line.width));
                aside = aside.max(brackets.as_ref().map_or(0.0, |line| line.width + BESIDE));
            }
        }
        // A column's name may take three lines, but none of its words two.
        let name = flow.faces.lines(&column.name, &COLUMN, None);
        let name = name.first().map_or(0.0, |line| line.width);
        let words = column.name.to_string();
        let word = words.split_whitespace().filter(|word| word.is_ascii());
        let word =
            word.filter_map(|word| flow.label(word, &COLUMN)).map(|line| line.width).fold(0.0, f32::max);
        let width = (main + aside).max(34.0).max((name / 2.0 + 8.0).min(66.0)).max(word + 1.0).min(120.0);
        widths.push(if is_text(table, place) { (0.0, 0.0) } else { (width, aside) });
    }
    let taken: f32 = widths.iter().filter(|(width, _)| *width > 0.0).map(|(width, _)| width + GUTTER).sum();
    let mut of_text = text_widths(flow, table, (WIDTH - taken).max(60.0)).into_iter();
    let mut left = LEFT;
    let mut lanes = Vec::new();
    for (width, aside) in widths {
        let width = if width > 0.0 { width } else { of_text.next().unwrap_or(60.0) };
        lanes.push(Lane { left, right: left + width, figures: left + width - aside });
        left += width + GUTTER;
    }
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
            let x = if is_text(table, place) { lane.left } else { lane.right - line.width };
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
