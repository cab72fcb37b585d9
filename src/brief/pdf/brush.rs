//! Paints letters, bars and drawings on a page.

use std::ops::Range;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::text::{Font, Glyph as Letter, GlyphId};

use super::PdfError;
use super::sheets::Drawn;
use super::style::Ink;
use crate::brief::draw::{Drawing, Path as Lines, Shape};
use crate::brief::faces::{Glyph, Line, Part, files};

/// The built-in fonts, in the order of their faces.
pub fn fonts() -> Result<Vec<Font>, PdfError> {
    files().map(|file| Font::new(file.into(), 0).ok_or(PdfError::Font)).collect()
}

/// Paints on a page.
pub struct Brush<'a> {
    /// The page.
    pub surface: Surface<'a>,
    /// Its fonts.
    pub fonts: &'a [Font],
}

impl Brush<'_> {
    /// Paints a thing.
    pub fn draw(&mut self, drawn: &Drawn) {
        match drawn {
            Drawn::Text { line, x, y, ink } => self.line(line, (*x, *y), *ink),
            Drawn::Bar { x, y, width, height, ink } => self.fill(bar(*x, *y, *width, *height), *ink),
            Drawn::Drawing { drawing, x, y } => self.drawing(drawing, *x, *y),
        }
    }

    fn drawing(&mut self, drawing: &Drawing, x: f32, y: f32) {
        self.surface.push_transform(&Transform::from_translate(x, y));
        for shape in &drawing.shapes {
            match shape {
                Shape::Text { line, x, y, ink, .. } => self.line(line, (*x, *y), *ink),
                Shape::Bar { x, y, width, height, ink } => self.fill(bar(*x, *y, *width, *height), *ink),
                Shape::Dot { x, y, radius, ink } => self.fill(dot(*x, *y, *radius), *ink),
                Shape::Area { rings, ink } => self.fill(path(rings, true), *ink),
                Shape::Line { paths, thickness, ink, dash } => {
                    self.stroke(path(paths, false), *thickness, *ink, *dash);
                }
            }
        }
        self.surface.pop();
    }

    fn line(&mut self, line: &Line, at: (f32, f32), ink: Ink) {
        line.parts.iter().for_each(|part| self.letters(line, part, at, ink));
    }

    /// Paints letters of a line that stands at a place.
    pub fn letters(&mut self, line: &Line, part: &Part, (x, y): (f32, f32), ink: Ink) {
        let Some(font) = self.fonts.get(part.face.0) else {
            return;
        };
        self.surface.set_fill(Some(fill(ink)));
        let start = Point::from_xy(x + part.x, y + line.baseline);
        self.surface.draw_glyphs(start, &part.glyphs, font.clone(), &line.text, part.size, false);
    }

    fn fill(&mut self, path: Option<Path>, ink: Ink) {
        if let Some(path) = path {
            self.surface.set_fill(Some(Fill { rule: FillRule::EvenOdd, ..fill(ink) }));
            self.surface.draw_path(&path);
        }
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, ink: Ink, dash: Option<f32>) {
        if let Some(path) = path {
            let dash = dash.map(|dash| StrokeDash { array: vec![dash; 2], offset: 0.0 });
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(Stroke {
                paint: color(ink).into(),
                width,
                dash,
                ..Stroke::default()
            }));
            self.surface.draw_path(&path);
            self.surface.set_stroke(None);
        }
    }
}

/// As krilla asks for it: in ems, but for offsets upwards.
impl Letter for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }

    fn text_range(&self) -> Range<usize> {
        self.letters.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.offset.0 * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.offset.1 * size
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

fn color(ink: Ink) -> rgb::Color {
    rgb::Color::new(ink.0, ink.1, ink.2)
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), ..Fill::default() }
}

fn bar(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

fn path(lines: &[Lines], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for line in lines {
        for (place, (x, y)) in line.iter().enumerate() {
            if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        if is_closed && !line.is_empty() {
            path.close();
        }
    }
    path.finish()
}

/// A circle of four curves.
fn dot(x: f32, y: f32, radius: f32) -> Option<Path> {
    let bend = radius * 0.552_285;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + bend, x + bend, y + radius, x, y + radius);
    path.cubic_to(x - bend, y + radius, x - radius, y + bend, x - radius, y);
    path.cubic_to(x - radius, y - bend, x - bend, y - radius, x, y - radius);
    path.cubic_to(x + bend, y - radius, x + radius, y - bend, x + radius, y);
    path.close();
    path.finish()
}
