//! U+2580 to U+259F, and braille: blocks, shades and dots.

use super::{Cell, Part, full};
use crate::raster::Area;

/// The parts of a block or shade.
pub fn block(letter: char, cell: Cell) -> Option<Vec<Part>> {
    let (width, height) = (cell.width, cell.height);
    let high = |eighths: u32| (height * eighths as i32 + 4) / 8;
    let wide = |eighths: u32| (width * eighths as i32 + 4) / 8;
    let code = u32::from(letter);
    let part = match letter {
        '▀' => full(0, 0, width, high(4)),
        '▁'..='█' => full(0, height - high(code - 0x2580), width, height),
        '▉'..='▏' => full(0, 0, wide(0x2590 - code).max(1), height),
        '▐' => full(wide(4), 0, width, height),
        '░'..='▓' => {
            let shade = [64, 128, 192][(code - 0x2591) as usize % 3];
            Part::Fill(Area { x: 0, y: 0, width, height }, shade)
        }
        '▔' => full(0, 0, width, high(1).max(1)),
        '▕' => full(width - wide(1).max(1), 0, width, height),
        '▖'..='▟' => return Some(quadrants(letter, cell)),
        _ => return None,
    };
    Some(vec![part])
}

/// Upper left, upper right, lower left and lower right, a bit each from the lowest on; U+2596 to U+259F.
const QUADRANTS: [u8; 10] = [0b0100, 0b1000, 0b0001, 0b1101, 0b1001, 0b0111, 0b1011, 0b0010, 0b0110, 0b1110];

fn quadrants(letter: char, cell: Cell) -> Vec<Part> {
    let bits = QUADRANTS[(u32::from(letter) as usize).saturating_sub(0x2596) % QUADRANTS.len()];
    let (middle, half) = ((cell.width * 4 + 4) / 8, (cell.height * 4 + 4) / 8);
    [
        (0, 0, middle, half),
        (middle, 0, cell.width, half),
        (0, half, middle, cell.height),
        (middle, half, cell.width, cell.height),
    ]
    .into_iter()
    .enumerate()
    .filter(|(place, _)| bits >> place & 1 == 1)
    .map(|(_, (left, top, right, bottom))| full(left, top, right, bottom))
    .collect()
}

/// Column and row of each bit of a braille character, from the lowest on.
const DOTS: [(i32, i32); 8] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)];

/// The dots of a braille character: squares, evenly spread over neighbouring cells too, so that lines of dots are
/// even.
pub fn braille(letter: char, cell: Cell) -> Vec<Part> {
    let bits = u32::from(letter) & 0xFF;
    let side = ((cell.width * 3 + 5) / 10).max(1);
    DOTS.into_iter()
        .enumerate()
        .filter(|(place, _)| bits >> place & 1 == 1)
        .map(|(_, (column, row))| {
            let x = ((cell.width * (2 * column + 1) - 2 * side) / 4).max(0);
            let y = ((cell.height * (2 * row + 1) - 4 * side) / 8).max(0);
            full(x, y, x + side, y + side)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: Cell = Cell { width: 10, height: 22, stroke: 1, baseline: 16 };

    fn areas(letter: char) -> Vec<(i32, i32, i32, i32)> {
        block(letter, CELL)
            .unwrap()
            .into_iter()
            .map(|part| match part {
                Part::Fill(area, _) => (area.x, area.y, area.width, area.height),
                _ => (0, 0, 0, 0),
            })
            .collect()
    }

    #[test]
    fn halves_make_a_whole() {
        assert_eq!((areas('▀'), areas('▄')), (vec![(0, 0, 10, 11)], vec![(0, 11, 10, 11)]));
        assert_eq!((areas('▌'), areas('▐')), (vec![(0, 0, 5, 22)], vec![(5, 0, 5, 22)]));
        assert_eq!(areas('█'), [(0, 0, 10, 22)]);
        assert_eq!(areas('▚'), [(0, 0, 5, 11), (5, 11, 5, 11)]);
        assert_eq!(areas('▞'), [(5, 0, 5, 11), (0, 11, 5, 11)]);
    }

    #[test]
    fn bars_grow_by_eighths() {
        let heights: Vec<i32> = ('▁'..='█').map(|letter| areas(letter)[0].3).collect();
        assert_eq!(heights, [3, 6, 8, 11, 14, 17, 19, 22]);
        let widths: Vec<i32> = ('▉'..='▏').map(|letter| areas(letter)[0].2).collect();
        assert_eq!(widths, [9, 8, 6, 5, 4, 3, 1]);
    }
}
