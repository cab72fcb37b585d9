//! A drawing in pixels, as the bytes of a PNG file: for text programs, and for messengers.
//!
//! The masks, pixels and encoder are those of the painter of screens (`raster`). The same drawing makes the same bytes.

use skrifa::FontRef;
use zeno::{Command, Fill, PathBuilder, Point as At, Stroke, Transform};

use super::{Drawing, Path, Point, Shape};
use crate::brief::faces::{FontError, Line, Part, files};
use crate::brief::style::Ink;
use crate::raster::png::{PngError, encode};
use crate::raster::{Mask, Picture, Rgb, letter, mask};

/// The longest side of a picture, in pixels.
const LONGEST: f32 = 8_000.0;

/// Why a drawing could not be painted. None of it can come from what it shows.
#[derive(Debug, thiserror::Error)]
pub enum PaintError {
    /// A built-in font cannot be read.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The picture cannot be written.
    #[error(transparent)]
    Png(#[from] PngError),
}

/// Paints a drawing on white, with so many pixels a point; its longest side has at most 8,000.
pub fn png(drawing: &Drawing, scale: f32) -> Result<Vec<u8>, PaintError> {
    Ok(encode(&paint(drawing, scale)?, &[("Software", "Wardbook")])?)
}

/// The same before it is written.
pub(super) fn paint(drawing: &Drawing, scale: f32) -> Result<Picture, PaintError> {
    let most = LONGEST / drawing.width.max(drawing.height).max(1.0);
    let scale = if scale.is_finite() { scale.clamp(0.1, 10.0).min(most) } else { 1.0 };
    let size = |points: f32| ((points * scale).round().max(1.0)) as u32;
    let mut fonts = Vec::new();
    for file in files() {
        fonts.push(FontRef::new(file).map_err(|_| FontError)?);
    }
    let picture = Picture::filled(size(drawing.width), size(drawing.height), Rgb(255, 255, 255));
    let mut canvas = Canvas { picture, fonts, scale };
    for shape in &drawing.shapes {
        canvas.draw(shape);
    }
    Ok(canvas.picture)
}

struct Canvas {
    picture: Picture,
    fonts: Vec<FontRef<'static>>,
    scale: f32,
}

impl Canvas {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Text { line, x, y, ink, .. } => {
                line.parts.iter().for_each(|part| self.letters(line, part, (*x, *y), *ink));
            }
            Shape::Bar { x, y, width, height, ink } => {
                let (right, bottom) = (x + width, y + height);
                let ring = vec![(*x, *y), (right, *y), (right, bottom), (*x, bottom)];
                self.fill(&[ring], *ink);
            }
            Shape::Dot { x, y, radius, ink } => {
                let mut path = Vec::new();
                path.add_circle(self.at((*x, *y)), radius * self.scale);
                self.lay(&mask(&path, Fill::NonZero, None), *ink);
            }
            Shape::Area { rings, ink } => self.fill(rings, *ink),
            Shape::Line { paths, thickness, ink, dash } => {
                let dashes = dash.map(|dash| [dash * self.scale; 2]);
                let mut stroke = Stroke::new(thickness * self.scale);
                if let Some(dashes) = &dashes {
                    stroke.dash(dashes, 0.0);
                }
                self.lay(&mask(&self.path(paths, false), stroke, None), *ink);
            }
        }
    }

    fn at(&self, (x, y): Point) -> At {
        At::new(x * self.scale, y * self.scale)
    }

    fn path(&self, paths: &[Path], is_closed: bool) -> Vec<Command> {
        let mut commands = Vec::new();
        for path in paths {
            for (place, point) in path.iter().enumerate() {
                let at = self.at(*point);
                commands.push(if place == 0 { Command::MoveTo(at) } else { Command::LineTo(at) });
            }
            if is_closed && !path.is_empty() {
                commands.push(Command::Close);
            }
        }
        commands
    }

    fn fill(&mut self, rings: &[Path], ink: Ink) {
        self.lay(&mask(&self.path(rings, true), Fill::EvenOdd, None), ink);
    }

    fn lay(&mut self, mask: &Mask, Ink(red, green, blue): Ink) {
        self.picture.stamp(mask, 0, 0, Rgb(red, green, blue));
    }

    /// Letters of a line by its upper left corner.
    fn letters(&mut self, line: &Line, part: &Part, (x, y): Point, ink: Ink) {
        let Some(font) = self.fonts.get(part.face.0).cloned() else {
            return;
        };
        let size = part.size * self.scale;
        let mut pen = (x + part.x) * self.scale;
        let base = (y + line.baseline) * self.scale;
        for glyph in &part.glyphs {
            let (x, y) = (pen + glyph.offset.0 * size, base + glyph.offset.1 * size);
            let place = Transform::new(1.0, 0.0, 0.0, -1.0, x, y);
            let outline = letter(&font, glyph.id, size);
            self.lay(&mask(&outline, Fill::NonZero, Some(place)), ink);
            pen += glyph.advance * size;
        }
    }
}
