//! Circles, triangles, diamonds and squares, all of one size and one thickness, centred on the height of letters.

use zeno::{Command, PathBuilder, Point};

use super::{Cell, Part};

/// The parts of a geometric sign; none if it is not drawn here.
pub fn parts(letter: char, cell: Cell) -> Option<Vec<Part>> {
    let sign = Sign::of(cell);
    let down = UP.map(|(x, y)| (x, -y));
    let right = UP.map(|(x, y)| (-y, x));
    let left = UP.map(|(x, y)| (y, x));
    Some(match letter {
        '●' => vec![sign.disc(1.0)],
        '○' => vec![sign.ring()],
        '◉' => vec![sign.ring(), sign.disc(0.45)],
        '■' => vec![sign.filled(&SQUARE)],
        '□' => vec![sign.hollow(&SQUARE)],
        '▲' => vec![sign.filled(&UP)],
        '△' => vec![sign.hollow(&UP)],
        '▼' => vec![sign.filled(&down)],
        '▽' => vec![sign.hollow(&down)],
        '▶' => vec![sign.filled(&right)],
        '▷' => vec![sign.hollow(&right)],
        '◀' => vec![sign.filled(&left)],
        '◁' => vec![sign.hollow(&left)],
        '◆' => vec![sign.filled(&DIAMOND)],
        '◇' => vec![sign.hollow(&DIAMOND)],
        '★' => vec![sign.filled(&STAR)],
        _ => return None,
    })
}

/// Corners from the centre, in radii; down is positive.
const UP: [(f32, f32); 3] = [(0.0, -1.0), (1.08, 0.92), (-1.08, 0.92)];
const DIAMOND: [(f32, f32); 4] = [(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)];
const SQUARE: [(f32, f32); 4] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];
const STAR: [(f32, f32); 10] = [
    (0.0, -1.2),
    (0.27, -0.37),
    (1.14, -0.37),
    (0.44, 0.14),
    (0.71, 0.97),
    (0.0, 0.46),
    (-0.71, 0.97),
    (-0.44, 0.14),
    (-1.14, -0.37),
    (-0.27, -0.37),
];

struct Sign {
    x: f32,
    y: f32,
    radius: f32,
    stroke: f32,
}

impl Sign {
    fn of(cell: Cell) -> Self {
        let width = cell.width as f32;
        Self {
            x: width / 2.0,
            y: cell.baseline as f32 - width * 0.58,
            radius: width * 0.40,
            stroke: cell.stroke as f32 * 1.3,
        }
    }

    fn disc(&self, share: f32) -> Part {
        Part::Path(self.circle(self.radius * share))
    }

    fn ring(&self) -> Part {
        Part::Line(self.circle(self.radius - self.stroke / 2.0), self.stroke)
    }

    fn circle(&self, radius: f32) -> Vec<Command> {
        let mut path = Vec::new();
        path.add_circle(Point::new(self.x, self.y), radius.max(0.0));
        path
    }

    fn filled(&self, corners: &[(f32, f32)]) -> Part {
        Part::Path(self.polygon(corners, self.radius))
    }

    fn hollow(&self, corners: &[(f32, f32)]) -> Part {
        Part::Line(self.polygon(corners, self.radius - self.stroke / 2.0), self.stroke)
    }

    fn polygon(&self, corners: &[(f32, f32)], size: f32) -> Vec<Command> {
        let mut path: Vec<Command> = Vec::new();
        for (place, (x, y)) in corners.iter().enumerate() {
            let point = Point::new(self.x + x * size, self.y + y * size);
            if place == 0 {
                path.move_to(point);
            } else {
                path.line_to(point);
            }
        }
        path.close();
        path
    }
}
