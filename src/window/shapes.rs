//! Lines, blocks, braille and signs that fill their cell to the pixel, so that neighbours join without a gap. A font's
//! own would not: its lines end where its letters do, not where the cell does.

mod blocks;
mod lines;
mod signs;

use zeno::Command;

use crate::raster::Area;

/// The size of a cell, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
    /// How thick a light line is.
    pub stroke: i32,
    /// From the upper edge down to the foot of the letters.
    pub baseline: i32,
}

/// A part of a shape. Places are in pixels from the cell's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A rectangle with so much of the colour, 0 to 255.
    Fill(Area, u8),
    /// What a closed path encloses.
    Path(Vec<Command>),
    /// A line of so many pixels along a path.
    Line(Vec<Command>, f32),
}

/// The parts of a letter that is drawn rather than taken from a font; none for all others.
pub fn parts(letter: char, cell: Cell) -> Option<Vec<Part>> {
    match letter {
        '─'..='╿' => lines::parts(letter, cell),
        '▀'..='▟' => blocks::block(letter, cell),
        '\u{2800}'..='\u{28FF}' => Some(blocks::braille(letter, cell)),
        _ => signs::parts(letter, cell),
    }
}

/// A hollow box, for a letter that no font has.
pub fn missing(cell: Cell) -> Vec<Part> {
    let (left, right) = (cell.stroke, cell.width - cell.stroke);
    let (top, bottom) = (cell.height / 5, cell.baseline);
    [
        (left, top, right, top + cell.stroke),
        (left, bottom - cell.stroke, right, bottom),
        (left, top, left + cell.stroke, bottom),
        (right - cell.stroke, top, right, bottom),
    ]
    .map(|(left, top, right, bottom)| full(left, top, right, bottom))
    .to_vec()
}

/// All between four edges.
fn full(left: i32, top: i32, right: i32, bottom: i32) -> Part {
    let area = Area { x: left, y: top, width: (right - left).max(0), height: (bottom - top).max(0) };
    Part::Fill(area, u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: [Cell; 3] = [
        Cell { width: 1, height: 2, stroke: 1, baseline: 1 },
        Cell { width: 10, height: 22, stroke: 1, baseline: 16 },
        Cell { width: 25, height: 55, stroke: 3, baseline: 40 },
    ];

    #[test]
    fn all_lines_blocks_and_dots_are_drawn_at_any_size() {
        for cell in CELLS {
            for letter in '\u{2500}'..='\u{259F}' {
                let parts = parts(letter, cell).unwrap_or_default();
                assert!(!parts.is_empty(), "{letter}");
            }
            assert_eq!(parts('\u{2800}', cell), Some(Vec::new()));
            assert_eq!(parts('\u{28FF}', cell).map(|dots| dots.len()), Some(8));
            assert_eq!(parts('a', cell), None);
        }
    }

    #[test]
    fn rectangles_stay_in_their_cell() {
        for cell in CELLS {
            for letter in ('\u{2500}'..='\u{259F}').chain('\u{2800}'..='\u{28FF}') {
                for part in parts(letter, cell).unwrap_or_default() {
                    if let Part::Fill(area, _) = part {
                        let fits = area.x >= 0
                            && area.y >= 0
                            && area.x + area.width <= cell.width
                            && area.y + area.height <= cell.height;
                        assert!(fits || cell.width < 10, "{letter} {area:?} in {cell:?}");
                    }
                }
            }
        }
    }
}
