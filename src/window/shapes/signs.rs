//! Circles, triangles, diamonds and squares, all of one size and one thickness, centred on the height of letters.

use zeno::{Command, PathBuilder, Point};

use super::{Cell, Part};

/// The parts of a geometric sign; none if it is not drawn here.
pub fn parts(letter: char, cell: Cell) -> Option<Vec<Part>> {
    let sign = Sign::of(cell);
    Some(match letter {
        '●' => vec![sign.disc(1.0)],
        '○' => vec![sign.ring()],
        '◉' => vec![sign.ring(), sign.disc(0.5)],
        '■' => vec![sign.polygon(&SQUARE, false)],
        '□' => vec![sign.polygon(&SQUARE, true)],
        '▲' => vec![sign.polygon(&UP, false)],
        '△' => vec![sign.polygon(&UP, true)],
        '▼' => vec![sign.polygon(&UP.map(|(x, y)| (x, -y)), false)],
        '▽' => vec![sign.polygon(&UP.map(|(x, y)| (x, -y)), true)],
        '▶' => vec![sign.polygon(&UP.map(|(x, y)| (-y, x)), false)],
        '▷' => vec![sign.polygon(&UP.map(|(x, y)| (-y, x)), true)],
        '◀' => vec![sign.polygon(&UP.map(|(x, y)| (y, x)), false)],
        '◁' => vec![sign.polygon(&UP.map(|(x, y)| (y, x)), true)],
        '◆' => vec![sign.polygon(&DIAMOND, false)],
        '◇' => vec![sign.polygon(&DIAMOND, true)],
        _ => return None,
    })
}

/// Corners from the centre, in radii; down is positive.
const UP: [(f32, f32); 3] = [(0.0, -1.0), (1.08, 0.92), (-1.08, 0.92)];
const DIAMOND: [(f32, f32); 4] = [(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)];
const SQUARE: [(f32, f32); 4] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)];

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
        let mut path: Vec<Command> = Vec::new();
        path.add_circle(Point::new(self.x, self.y), self.radius * share);
        Part::Path(path)
    }

    fn ring(&self) -> Part {
        let mut path: Vec<Command> = Vec::new();
        path.add_circle(Point::new(self.x, self.y), self.radius);
        path.add_circle(Point::new(self.x, self.y), (self.radius - self.stroke).max(0.0));
        Part::Path(path)
    }

    fn polygon(&self, corners: &[(f32, f32)], is_hollow: bool) -> Part {
        let mut path: Vec<Command> = Vec::new();
        self.add(&mut path, corners, 1.0);
        if is_hollow {
            // Twice: corners are sharper than sides, and lie further from the centre.
            let inner = ((self.radius - self.stroke * 2.0) / self.radius).max(0.0);
            self.add(&mut path, corners, inner);
        }
        Part::Path(path)
    }

    fn add(&self, path: &mut Vec<Command>, corners: &[(f32, f32)], share: f32) {
        let size = self.radius * share;
        for (place, (x, y)) in corners.iter().enumerate() {
            let point = Point::new(self.x + x * size, self.y + y * size);
            if place == 0 {
                path.move_to(point);
            } else {
                path.line_to(point);
            }
        }
        path.close();
    }
}
