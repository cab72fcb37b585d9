//! Charts as drawings that belong to no format: laid out once, with text measured, and then painted on a page
//! (`pdf`), as SVG (`svg`, for a web page) or in pixels (`png`, for text programs and messengers).
//!
//! Nothing is told by colour alone: what is darker also bears its figure, what is left out is hatched, what lies
//! outside limits has another shape. The steps of the one scale differ in lightness, so that they survive a black and
//! white print and any kind of colour blindness. Knows charts as data and fonts; no page, no document, no cases.

mod axis;
mod funnel;
mod land;
mod map;
pub mod png;
mod ranking;
mod room;
mod series;
mod sketch;
pub mod svg;
mod waits;

use super::document::Chart;
use super::faces::{Faces, Line};
use super::style::Ink;
use crate::i18n::Lang;

use sketch::Sketch;
pub use sketch::{diamond, triangle};

/// How wide a drawing is that is read on paper or a wide screen: as wide as a page's text, in points.
pub const WIDE: f32 = 459.28;

/// How wide it is for a telephone held upright, in points of the same letters.
pub const NARROW: f32 = 252.0;

/// A point: to the right, and downwards.
pub type Point = (f32, f32);

/// Points with straight lines between them.
pub type Path = Vec<Point>;

/// A drawing. Lengths are in points, from its upper left corner.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// What is drawn, what lies above after what lies below.
    pub shapes: Vec<Shape>,
}

/// Which point of a text stays where it is should another font make it shorter or longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
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
        /// What stays where it is.
        hold: Hold,
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
    /// A filled circle, by its centre.
    Dot {
        /// From the left.
        x: f32,
        /// From above.
        y: f32,
        /// Its radius.
        radius: f32,
        /// Its colour.
        ink: Ink,
    },
    /// What closed rings enclose; a ring within another is a hole.
    Area {
        /// The rings.
        rings: Vec<Path>,
        /// Its colour.
        ink: Ink,
    },
    /// Lines.
    Line {
        /// Each a line of its own.
        paths: Vec<Path>,
        /// How thick they are.
        thickness: f32,
        /// Their colour.
        ink: Ink,
        /// How long dashes and gaps are; without, the line is whole.
        dash: Option<f32>,
    },
}

/// Draws a chart so wide; how high it becomes follows from what it holds.
pub fn chart(chart: &Chart, lang: Lang, width: f32, faces: &mut Faces) -> Drawing {
    let mut sketch = Sketch::new(faces, lang, width);
    let height = match chart {
        Chart::Ranking(ranking) => ranking::draw(&mut sketch, ranking),
        Chart::Series(series) => series::draw(&mut sketch, series),
        Chart::Waits(waits) => waits::draw(&mut sketch, waits),
        Chart::Funnel(funnel) => funnel::draw(&mut sketch, funnel),
        Chart::Map(map) => map::draw(&mut sketch, map),
    };
    Drawing { width, height, shapes: sketch.shapes }
}

impl Drawing {
    /// The same so many times as large.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        let larger = |paths: Vec<Path>| -> Vec<Path> {
            let path = |path: Path| path.into_iter().map(|(x, y)| (x * by, y * by)).collect();
            paths.into_iter().map(path).collect()
        };
        let shape = |shape| match shape {
            Shape::Text { line, x, y, ink, hold } => {
                Shape::Text { line: line.scaled(by), x: x * by, y: y * by, ink, hold }
            }
            Shape::Bar { x, y, width, height, ink } => {
                Shape::Bar { x: x * by, y: y * by, width: width * by, height: height * by, ink }
            }
            Shape::Dot { x, y, radius, ink } => Shape::Dot { x: x * by, y: y * by, radius: radius * by, ink },
            Shape::Area { rings, ink } => Shape::Area { rings: larger(rings), ink },
            Shape::Line { paths, thickness, ink, dash } => Shape::Line {
                paths: larger(paths),
                thickness: thickness * by,
                ink,
                dash: dash.map(|dash| dash * by),
            },
        };
        let shapes = self.shapes.into_iter().map(shape).collect();
        Self { width: self.width * by, height: self.height * by, shapes }
    }

    /// Takes in another drawing, with its upper left corner at a place.
    pub fn place(&mut self, other: Self, (left, top): Point) {
        let moved = |paths: Vec<Path>| -> Vec<Path> {
            let path = |path: Path| path.into_iter().map(|(x, y)| (x + left, y + top)).collect();
            paths.into_iter().map(path).collect()
        };
        self.shapes.extend(other.shapes.into_iter().map(|shape| match shape {
            Shape::Text { line, x, y, ink, hold } => Shape::Text { line, x: x + left, y: y + top, ink, hold },
            Shape::Bar { x, y, width, height, ink } => {
                Shape::Bar { x: x + left, y: y + top, width, height, ink }
            }
            Shape::Dot { x, y, radius, ink } => Shape::Dot { x: x + left, y: y + top, radius, ink },
            Shape::Area { rings, ink } => Shape::Area { rings: moved(rings), ink },
            Shape::Line { paths, thickness, ink, dash } => {
                Shape::Line { paths: moved(paths), thickness, ink, dash }
            }
        }));
    }
}

#[cfg(test)]
pub(in crate::brief) mod tests;
