//! The document model that all formats are rendered from, so that no figure differs between them.
//!
//! Says what stands in a document and what each thing is, not how it looks: which of it is a heading, a figure with
//! its interval, somebody's words. Figures are kept as numbers, text as runs that each know their language. Knows no
//! format, no page and no font.

mod chart;
mod table;
mod text;

pub use chart::{Area, Chart, Figure, Funnel, Interval, Map, Ranking, Series, Side, Span, Spot, Waits};
pub use table::{Cell, Column, Table};
pub use text::{Run, Text, Weight};

use chrono::NaiveDate;

use crate::i18n::Lang;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The language it is written in; its digits and calendar are those of papers.
    pub lang: Lang,
    /// What it is.
    pub title: Text,
    /// For whom.
    pub subtitle: Text,
    /// What a renderer with pages prints on each.
    pub furniture: Furniture,
    /// What follows the title.
    pub blocks: Vec<Block>,
}

/// What stands on each page beside its text, and in a file's properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// The day that the document bears. No renderer knows another.
    pub made_on: NaiveDate,
    /// Who made it, for the file's properties.
    pub author: String,
    /// At the head of all pages but the first.
    pub head: Text,
    /// At the foot of each page, beside its number.
    pub foot: Text,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Under the title: who made it, of which period. A line each.
    Particulars(Vec<Text>),
    /// The few figures to remember.
    KeyFigures(Vec<KeyFigure>),
    /// A heading; those of level 1 stand under the title.
    Heading {
        /// From 1.
        level: u8,
        /// What it says.
        text: Text,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A list of points.
    List(Vec<Text>),
    /// Somebody's words, under a line that says whose.
    Quote {
        /// Where they are from.
        source: Text,
        /// The words.
        text: Text,
    },
    /// A table.
    Table(Table),
    /// A chart.
    Figure(Figure),
}

/// A figure to remember, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyFigure {
    /// The figure.
    pub value: Cell,
    /// What it is.
    pub label: Text,
}

impl Document {
    /// An empty document with its title.
    pub fn new(lang: Lang, title: Text, subtitle: Text, furniture: Furniture) -> Self {
        Self { lang, title, subtitle, furniture, blocks: Vec::new() }
    }

    /// Adds a heading under the title.
    pub fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading { level: 1, text: Text::told(text, self.lang) });
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(Text::told(text, self.lang)));
    }

    /// Adds a list.
    pub fn list<'a>(&mut self, points: impl IntoIterator<Item = &'a str>) {
        let points = points.into_iter().map(|point| Text::told(point, self.lang)).collect();
        self.blocks.push(Block::List(points));
    }
}
