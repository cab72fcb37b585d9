//! Pages as they are filled from top to bottom: what is drawn where, and which part of the document it belongs to.

use std::mem;

use super::style::{BOTTOM, FIRST_TOP, Ink, PAGE, TOP};
use crate::brief::draw::Drawing;
use crate::brief::faces::Line;

/// What a part of the document is, for those who have it read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A heading of a level, with what it says.
    Heading(u8, String),
    /// A paragraph.
    Paragraph,
    /// A group of other parts.
    Division,
    /// A list.
    List,
    /// A point of it.
    Item,
    /// Its bullet.
    Label,
    /// Its text.
    Body,
    /// Somebody's words.
    Quote,
    /// A table.
    Table,
    /// The rows that name its columns.
    TableHead,
    /// The others.
    TableBody,
    /// A row.
    Row,
    /// A cell that names its column.
    ColumnName,
    /// A cell that names its row.
    RowName,
    /// Another cell.
    Cell,
    /// A chart, in words.
    Figure(String),
    /// What a table or chart shows.
    Caption,
}

/// A part of the document, by its place among all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node(pub usize);

/// To what something drawn belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// To a part of the document.
    Node(Node),
    /// To none: rules, and what is repeated on each page.
    Decoration,
    /// To the head of the page.
    Head,
    /// To its foot.
    Foot,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub enum Drawn {
    /// A line of text, by its upper left corner.
    Text {
        /// The letters.
        line: Line,
        /// From the left.
        x: f32,
        /// From above.
        y: f32,
        /// Their colour.
        ink: Ink,
    },
    /// A filled rectangle.
    Bar {
        /// From the left.
        x: f32,
        /// From above.
        y: f32,
        /// To the right.
        width: f32,
        /// Downwards.
        height: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A drawing, by its upper left corner.
    Drawing {
        /// What is drawn.
        drawing: Drawing,
        /// From the left.
        x: f32,
        /// From above.
        y: f32,
    },
}

/// A horizontal rule, by its middle.
pub fn rule(x: f32, y: f32, width: f32, thickness: f32, ink: Ink) -> Drawn {
    Drawn::Bar { x, y: y - thickness / 2.0, width, height: thickness, ink }
}

/// A vertical rule, by its middle.
pub fn upright(x: f32, y: f32, height: f32, thickness: f32, ink: Ink) -> Drawn {
    Drawn::Bar { x: x - thickness / 2.0, y, width: thickness, height, ink }
}

/// Things drawn together.
#[derive(Debug, Clone)]
pub struct Placed {
    /// To what they belong.
    pub owner: Owner,
    /// What they are.
    pub drawn: Vec<Drawn>,
}

/// A heading, for the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it says.
    pub title: String,
    /// From 0.
    pub page: usize,
    /// From above.
    pub y: f32,
}

/// The pages.
pub struct Sheets {
    /// What is drawn on each.
    pub pages: Vec<Vec<Placed>>,
    /// The parts of the document with those that hold them, in order.
    pub nodes: Vec<(Kind, Option<Node>)>,
    /// The headings.
    pub outline: Vec<Entry>,
    /// How far the last page is filled.
    pub y: f32,
    /// How wide and high the pages are.
    pub size: (f32, f32),
}

impl Sheets {
    /// An empty page.
    pub fn new() -> Self {
        Self { pages: vec![Vec::new()], nodes: Vec::new(), outline: Vec::new(), y: FIRST_TOP, size: PAGE }
    }

    /// A new part of the document.
    pub fn node(&mut self, kind: Kind, within: Option<Node>) -> Node {
        self.nodes.push((kind, within));
        Node(self.nodes.len() - 1)
    }

    /// Notes a heading that comes next.
    pub fn entry(&mut self, title: &str) {
        let (page, y) = (self.pages.len() - 1, self.y);
        self.outline.push(Entry { title: title.to_owned(), page, y });
    }

    /// Draws on the last page.
    pub fn place(&mut self, owner: Owner, drawn: Vec<Drawn>) {
        if let Some(page) = self.pages.last_mut()
            && !drawn.is_empty()
        {
            page.push(Placed { owner, drawn });
        }
    }

    /// How much is left of the last page.
    pub fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Whether nothing stands on the last page yet.
    pub fn is_fresh(&self) -> bool {
        self.y <= if self.pages.len() == 1 { FIRST_TOP } else { TOP }
    }

    /// Begins a page.
    pub fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Moves all that is drawn upwards.
    pub fn lift(&mut self, by: f32) {
        for drawn in self.pages.iter_mut().flatten().flat_map(|placed| &mut placed.drawn) {
            let (Drawn::Text { y, .. } | Drawn::Bar { y, .. } | Drawn::Drawing { y, .. }) = drawn;
            *y -= by;
        }
        self.outline.iter_mut().for_each(|entry| entry.y -= by);
        self.y -= by;
    }

    /// Begins a page where so much does not fit any more; says whether it did.
    pub fn need(&mut self, height: f32) -> bool {
        let turns = height > self.room() && !self.is_fresh();
        if turns {
            self.turn();
        }
        turns
    }

    /// Leaves a gap, but not at the top of a page.
    pub fn skip(&mut self, gap: f32) {
        if !self.is_fresh() {
            self.y += gap;
        }
    }

    /// Pours lines from top to bottom, from page to page, and leaves no single line behind or ahead where it can.
    pub fn pour(&mut self, owner: Owner, lines: Vec<Line>, x: f32, ink: Ink) {
        let mut rest = lines;
        let mut is_begun = false;
        while !rest.is_empty() {
            let mut room = self.room();
            let fitting = rest.iter().take_while(|line| {
                room -= line.height;
                room >= 0.0
            });
            let mut fit = fitting.count();
            if fit < rest.len() {
                fit -= usize::from(rest.len() - fit == 1 && fit > 2);
                if fit < if is_begun { 1 } else { 2.min(rest.len()) } && !self.is_fresh() {
                    self.turn();
                    continue;
                }
            }
            let behind = rest.split_off(fit.clamp(1, rest.len()));
            for line in mem::replace(&mut rest, behind) {
                let (y, height) = (self.y, line.height);
                self.place(owner, vec![Drawn::Text { line, x, y, ink }]);
                self.y += height;
            }
            is_begun = true;
            if !rest.is_empty() {
                self.turn();
            }
        }
    }
}

/// How high lines are together.
pub fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}
