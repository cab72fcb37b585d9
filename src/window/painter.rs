//! From cells to a picture.

use ratatui::buffer::{Buffer, Cell as BufferCell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier, Style};
use zeno::{Fill, Stroke};

use super::face::{FaceError, Faces, Placed, Script};
use super::glyphs::{self, Glyphs, Kind};
use super::palette::Palette;
use super::shapes::{self, Cell, Part};
use crate::raster::{Area, Picture, Rgb};
use crate::tui::text::runs::{is_simple, runs};
use crate::tui::text::{clusters, width};

/// A cell at scale 1, in pixels.
const CELL: (f32, f32) = (10.0, 22.0);

/// From a cell's upper edge to the foot of its letters, of its height.
const BASELINE: f32 = 0.68;

/// The advance of every Latin letter, in ems: at this size a letter is as wide as a cell.
const LATIN_ADVANCE: f32 = 0.6;

/// Khmer letters' em over a cell's width: most consonants, 0.6 em wide, then fill their cell.
const KHMER_EM: f32 = 1.6;

/// How far a word that is wider than its cells may reach into a blank behind them, in cells.
const REACH: f32 = 0.5;

/// Paints buffers. It keeps the letters it has drawn: one painter for many frames.
pub struct Painter {
    palette: Palette,
    cell: Cell,
    margin: u32,
    glyphs: Glyphs,
}

/// A text in one style at its place, in cells.
struct Piece<'a> {
    column: usize,
    row: usize,
    width: usize,
    /// Whether the cell behind it is blank, so that it may reach into it.
    is_before_blank: bool,
    text: &'a str,
    colour: Rgb,
    is_bold: bool,
}

impl Painter {
    /// A painter with these colours. At scale 1 a cell is 10 × 22 pixels; other scales, from 0.5 to 8, are rounded to
    /// whole pixels.
    pub fn new(palette: Palette, scale: f32) -> Result<Self, FaceError> {
        let scale = if scale.is_finite() { scale.clamp(0.5, 8.0) } else { 1.0 };
        let height = (CELL.1 * scale).round();
        let cell = Cell {
            width: (CELL.0 * scale).round() as i32,
            height: height as i32,
            stroke: scale.round().max(1.0) as i32,
            baseline: (height * BASELINE).round() as i32,
        };
        Ok(Self { palette, cell, margin: 0, glyphs: Glyphs::new(Faces::built_in()?) })
    }

    /// The same with so many pixels of ground around the cells.
    #[must_use]
    pub fn with_margin(self, margin: u16) -> Self {
        Self { margin: u32::from(margin), ..self }
    }

    /// Pixels of a cell: width and height.
    pub fn cell_size(&self) -> (u32, u32) {
        (self.cell.width as u32, self.cell.height as u32)
    }

    /// Paints a buffer. Its cells' colours, and bold, dim, reversed, underlined, crossed out and hidden are
    /// honoured; blinking and italics, which no screen uses, are not.
    pub fn paint(&mut self, buffer: &Buffer) -> Picture {
        let (columns, rows) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
        let (width, height) = self.cell_size();
        let (around, ground) = (self.margin * 2, self.palette.background);
        let mut picture = Picture::filled(columns * width + around, rows * height + around, ground);
        let lines: Vec<&[BufferCell]> = buffer.content.chunks(columns.max(1) as usize).collect();
        // All grounds first: a letter may reach into the row above or below.
        for (row, cells) in lines.iter().enumerate() {
            self.grounds(&mut picture, row, cells);
        }
        for (row, cells) in lines.iter().enumerate() {
            self.letters(&mut picture, row, cells);
        }
        picture
    }

    /// As [`Painter::paint`], with the cursor as a bar before the cell it stands on.
    pub fn paint_with_cursor(&mut self, buffer: &Buffer, cursor: Option<Position>) -> Picture {
        let mut picture = self.paint(buffer);
        if let Some(at) = cursor.filter(|at| buffer.area.contains(*at)) {
            let cell = self.area(usize::from(at.x - buffer.area.x), usize::from(at.y - buffer.area.y));
            let bar = Area { width: self.cell.stroke * 2, ..cell };
            picture.fill(bar, self.palette.foreground, u8::MAX);
        }
        picture
    }

    fn grounds(&self, picture: &mut Picture, row: usize, cells: &[BufferCell]) {
        for (column, cell) in cells.iter().enumerate() {
            let (text, ground) = self.palette.of_cell(cell.fg, cell.bg, cell.modifier);
            if ground != self.palette.background {
                picture.fill(self.area(column, row), ground, u8::MAX);
            }
            let line = |top: i32| {
                let area = self.area(column, row);
                Area { y: area.y + top, height: self.cell.stroke, ..area }
            };
            if cell.modifier.contains(Modifier::UNDERLINED) {
                picture.fill(line(self.cell.height - 2 * self.cell.stroke), text, u8::MAX);
            }
            if cell.modifier.contains(Modifier::CROSSED_OUT) {
                picture.fill(line(self.cell.baseline - self.cell.width / 2), text, u8::MAX);
            }
        }
    }

    fn letters(&mut self, picture: &mut Picture, row: usize, cells: &[BufferCell]) {
        for (column, cell) in cells.iter().enumerate() {
            let symbol = cell.symbol();
            if symbol != " " && is_simple(symbol) && !cell.modifier.contains(Modifier::HIDDEN) {
                let (colour, is_bold) = self.look(cell.style());
                self.simple(
                    picture,
                    &Piece { column, row, width: 1, is_before_blank: false, text: symbol, colour, is_bold },
                );
            }
        }
        for run in runs(cells) {
            if run.style.add_modifier.contains(Modifier::HIDDEN) {
                continue;
            }
            let (colour, is_bold) = self.look(run.style);
            let mut column = run.column;
            for text in pieces(&run.text) {
                let width = width(text);
                let behind = cells.get(column + width);
                let is_before_blank = behind.is_some_and(|cell| cell.symbol() == " ");
                self.run(picture, &Piece { column, row, width, is_before_blank, text, colour, is_bold });
                column += width;
            }
        }
    }

    fn look(&self, style: Style) -> (Rgb, bool) {
        let colour = |colour: Option<Color>| colour.unwrap_or(Color::Reset);
        let (text, _) = self.palette.of_cell(colour(style.fg), colour(style.bg), style.add_modifier);
        (text, style.add_modifier.contains(Modifier::BOLD))
    }

    fn area(&self, column: usize, row: usize) -> Area {
        let Cell { width, height, .. } = self.cell;
        let margin = self.margin as i32;
        Area { x: margin + column as i32 * width, y: margin + row as i32 * height, width, height }
    }

    /// One letter in one cell: a shape, or from a font.
    fn simple(&mut self, picture: &mut Picture, piece: &Piece) {
        let Some(letter) = piece.text.chars().next() else {
            return;
        };
        if let Some(parts) = shapes::parts(letter, self.cell) {
            self.shape(picture, piece, &parts);
        } else {
            self.run(picture, piece);
        }
    }

    fn shape(&self, picture: &mut Picture, piece: &Piece, parts: &[Part]) {
        let cell = self.area(piece.column, piece.row);
        for part in parts {
            match part {
                Part::Fill(area, coverage) => {
                    let area = Area { x: cell.x + area.x, y: cell.y + area.y, ..*area };
                    picture.fill(area, piece.colour, *coverage);
                }
                Part::Path(path) => {
                    picture.stamp(&glyphs::draw(path, Fill::NonZero, None), cell.x, cell.y, piece.colour);
                }
                Part::Line(path, thickness) => {
                    let line = glyphs::draw(path, Stroke::new(*thickness), None);
                    picture.stamp(&line, cell.x, cell.y, piece.colour);
                }
            }
        }
    }

    /// A text in its reserved cells: from the left, and squeezed if it would reach far beyond them.
    fn run(&mut self, picture: &mut Picture, piece: &Piece) {
        let first = piece.text.chars().find(|letter| !is_joiner(*letter));
        let Some(script) = first.and_then(|letter| self.glyphs.script_of(letter)) else {
            return self.shape(picture, piece, &shapes::missing(self.cell));
        };
        let cell_width = self.cell.width as f32;
        let size = match script {
            Script::Latin => cell_width / LATIN_ADVANCE,
            Script::Khmer => cell_width * KHMER_EM,
        };
        let shaped = self.glyphs.shape(piece.text, script, piece.is_bold);
        let wanted = shaped.advance * size;
        let own = piece.width as f32 * cell_width;
        let room = if piece.is_before_blank { own + cell_width * REACH } else { own };
        let squeeze = if wanted > room { room / wanted } else { 1.0 };
        let kind = Kind { script, is_bold: piece.is_bold, size, squeeze };
        let inset = if piece.width == 1 { ((own - wanted) / 2.0).max(0.0) } else { 0.0 };
        self.place(picture, piece, &shaped.glyphs, kind, inset);
    }

    fn place(&mut self, picture: &mut Picture, piece: &Piece, placed: &[Placed], kind: Kind, inset: f32) {
        let cell = self.area(piece.column, piece.row);
        for glyph in placed {
            let (mask, x, y) = self.glyphs.mask(*glyph, kind, inset);
            picture.stamp(mask, cell.x + x, cell.y + self.cell.baseline + y, piece.colour);
        }
    }
}

/// A letter that is no more than a hint to shaping.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// A run's words, and its digits one by one, so that numbers stand in columns.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_digit =
            |cluster: &str| cluster.chars().all(|letter| ('\u{17E0}'..='\u{17E9}').contains(&letter));
        let mut length = 0;
        for cluster in clusters(rest) {
            if is_digit(cluster) {
                if length == 0 {
                    length = cluster.len();
                }
                break;
            }
            length += cluster.len();
        }
        let Some((piece, after)) = rest.split_at_checked(length.max(1)) else {
            break;
        };
        found.push(piece);
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests;
