//! A drawing in the making: texts by the point that holds them, rules, marks.

use super::{Hold, Path, Point, Shape};
use crate::brief::document::Text;
use crate::brief::faces::{Faces, Line};
use crate::brief::style::{Ink, Style};
use crate::i18n::Lang;

/// A drawing in the making.
pub struct Sketch<'a> {
    /// Measures and sets text.
    pub faces: &'a mut Faces,
    /// The language of the document.
    pub lang: Lang,
    /// How wide it is to become.
    pub width: f32,
    /// What was drawn so far.
    pub shapes: Vec<Shape>,
}

impl<'a> Sketch<'a> {
    /// An empty one.
    pub fn new(faces: &'a mut Faces, lang: Lang, width: f32) -> Self {
        Self { faces, lang, width, shapes: Vec::new() }
    }

    /// A text on one line.
    pub fn line(&mut self, text: &Text, style: &Style) -> Option<Line> {
        self.faces.lines(text, style, None).into_iter().next()
    }

    /// A text of the program's own on one line.
    pub fn label(&mut self, text: &str, style: &Style) -> Option<Line> {
        let text = Text::told(text, self.lang);
        self.line(&text, style)
    }

    /// Puts a line by the point on its baseline that holds it; moved sideways where it would leave the drawing.
    pub fn put(&mut self, line: Line, ink: Ink, hold: Hold, (x, y): Point) {
        let x = match hold {
            Hold::Left => x,
            Hold::Middle => x - line.width / 2.0,
            Hold::Right => x - line.width,
        };
        let x = x.min(self.width - line.width).max(0.0);
        self.shapes.push(Shape::Text { y: y - line.baseline, line, x, ink, hold });
    }

    /// Writes a text on one line.
    pub fn write(&mut self, text: &Text, style: &Style, hold: Hold, at: Point) {
        if let Some(line) = self.line(text, style) {
            self.put(line, style.ink, hold, at);
        }
    }

    /// Writes a text of the program's own on one line.
    pub fn say(&mut self, text: &str, style: &Style, hold: Hold, at: Point) {
        let text = Text::told(text, self.lang);
        self.write(&text, style, hold, at);
    }

    /// Puts lines under each other; `y` is the upper edge of the first. Gives the lower edge of the last.
    pub fn stack(&mut self, lines: Vec<Line>, ink: Ink, (x, mut y): Point) -> f32 {
        for line in lines {
            let height = line.height;
            self.shapes.push(Shape::Text { line, x, y, ink, hold: Hold::Left });
            y += height;
        }
        y
    }

    /// A text broken to a width, its upper left corner at a place. Gives its lower edge.
    pub fn paragraph(&mut self, text: &Text, style: &Style, width: f32, at: Point) -> f32 {
        let lines = self.faces.lines(text, style, Some(width));
        self.stack(lines, style.ink, at)
    }

    /// A horizontal rule, by its middle.
    pub fn rule(&mut self, x: f32, y: f32, width: f32, thickness: f32, ink: Ink) {
        self.shapes.push(Shape::Bar { x, y: y - thickness / 2.0, width, height: thickness, ink });
    }

    /// A vertical rule, by its middle.
    pub fn upright(&mut self, x: f32, y: f32, height: f32, thickness: f32, ink: Ink) {
        self.shapes.push(Shape::Bar { x: x - thickness / 2.0, y, width: thickness, height, ink });
    }

    /// How wide the widest of some texts is on one line.
    pub fn widest<'t>(&mut self, texts: impl Iterator<Item = &'t Text>, style: &Style) -> f32 {
        let mut widest = 0.0_f32;
        for text in texts {
            widest = self.line(text, style).map_or(widest, |line| widest.max(line.width));
        }
        widest
    }
}

/// How high lines are together.
pub fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// A square on its corner.
pub fn diamond((x, y): Point, radius: f32) -> Path {
    vec![(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
}

/// A triangle on its foot.
pub fn triangle((x, y): Point, radius: f32) -> Path {
    vec![(x, y - radius), (x + radius * 0.95, y + radius * 0.75), (x - radius * 0.95, y + radius * 0.75)]
}
