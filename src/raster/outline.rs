//! Outlines as masks: of letters, and of any path.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use zeno::{Command, Point, Style, Transform};

use super::picture::Mask;

/// A glyph's outline at a size in pixels an em, with up positive; empty if it has none.
pub fn letter(font: &FontRef<'_>, glyph: u32, pixels_per_em: f32) -> Vec<Command> {
    let mut pen = Pen(Vec::new());
    if let Some(outline) = font.outline_glyphs().get(GlyphId::new(glyph)) {
        let settings = DrawSettings::unhinted(Size::new(pixels_per_em), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            pen.0.clear();
        }
    }
    pen.0
}

/// Draws a path whose y goes down the picture (once placed), filled or as a line.
pub fn mask<'a>(path: &[Command], style: impl Into<Style<'a>>, place: Option<Transform>) -> Mask {
    if path.is_empty() {
        return Mask::default();
    }
    let (coverage, at) = zeno::Mask::new(path).style(style).transform(place).render();
    Mask { left: at.left, top: at.top, width: at.width as usize, coverage }
}

/// Collects an outline.
struct Pen(Vec<Command>);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Command::MoveTo(Point::new(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Command::LineTo(Point::new(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.push(Command::QuadTo(Point::new(cx, cy), Point::new(x, y)));
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.0.push(Command::CurveTo(Point::new(cx, cy), Point::new(dx, dy), Point::new(x, y)));
    }

    fn close(&mut self) {
        self.0.push(Command::Close);
    }
}
