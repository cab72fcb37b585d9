//! The country on a plane: where the provinces lie in a frame, which of them covers a spot, and hatching.

use super::{Path, Point};
use crate::domain::place::Province;
use crate::reference::{Outline, outlines};

/// South, west, north and east ends of the country, with a little margin.
const COUNTRY: [f64; 4] = [9.88, 102.26, 14.74, 107.68];

/// How much shorter a degree to the east is than one to the north, in the middle of the country.
const SHORTER: f64 = 0.976;

/// From cell to cell of what is looked up, in points.
const CELL: f32 = 1.5;

/// The country in a frame.
pub struct Land {
    /// How wide the frame is.
    pub width: f32,
    /// How high.
    pub height: f32,
    columns: usize,
    cells: Vec<Option<Province>>,
}

impl Land {
    /// As wide as a frame.
    pub fn new(width: f32) -> Self {
        let [south, west, north, east] = COUNTRY;
        let height = width * ((north - south) / ((east - west) * SHORTER)) as f32;
        let (columns, rows) = ((width / CELL).ceil() as usize, (height / CELL).ceil() as usize);
        let mut land = Self { width, height, columns, cells: vec![None; columns * rows] };
        // From the last to the first, as what paints areas goes.
        for outline in outlines().iter().rev() {
            land.cover(outline);
        }
        land
    }

    /// Where a point lies in the frame.
    fn at(&self, &(latitude, longitude): &(f64, f64)) -> Point {
        let [south, west, north, east] = COUNTRY;
        let x = (longitude - west) / (east - west);
        let y = (north - latitude) / (north - south);
        (x as f32 * self.width, y as f32 * self.height)
    }

    /// The rings of a province in the frame.
    pub fn rings(&self, outline: &Outline) -> Vec<Path> {
        let ring = |ring: &Vec<(f64, f64)>| ring.iter().map(|point| self.at(point)).collect();
        outline.polygons.iter().flatten().map(ring).collect()
    }

    fn cover(&mut self, outline: &Outline) {
        let rings = self.rings(outline);
        for (row, cells) in self.cells.chunks_mut(self.columns.max(1)).enumerate() {
            for (from, to) in spans(&rings, (row as f32 + 0.5) * CELL) {
                let from = (from / CELL - 0.5).ceil().max(0.0) as usize;
                let to = (to / CELL + 0.5).floor().max(0.0) as usize;
                let covered = cells.get_mut(from..to.min(self.columns)).unwrap_or_default();
                covered.fill(Some(outline.province));
            }
        }
    }

    /// What covers a place; `None` abroad, at sea, and outside the frame.
    pub fn province(&self, (x, y): Point) -> Option<Province> {
        if x < 0.0 || y < 0.0 || x >= self.width {
            return None;
        }
        let (column, row) = ((x / CELL) as usize, (y / CELL) as usize);
        self.cells.get(row * self.columns + column.min(self.columns.saturating_sub(1))).copied().flatten()
    }

    /// Whether one and the same – a province, or no land at all – covers a box (left, top, right, bottom).
    pub fn is_all(&self, [left, top, right, bottom]: [f32; 4], of: Option<Province>) -> bool {
        let steps = |from: f32, to: f32| {
            let count = ((to - from) / CELL).ceil().max(1.0);
            (0..=count as u32).map(move |step| from + (to - from) * step as f32 / count)
        };
        steps(top, bottom).all(|y| steps(left, right).all(|x| self.province((x, y)) == of))
    }

    /// The middles of the cells that a province covers.
    pub fn spots(&self, of: Province) -> impl Iterator<Item = Point> {
        let columns = self.columns.max(1);
        let covered = self.cells.iter().enumerate().filter(move |(_, cell)| **cell == Some(of));
        covered.map(move |(place, _)| {
            ((place % columns) as f32 * CELL + CELL / 2.0, (place / columns) as f32 * CELL + CELL / 2.0)
        })
    }

    /// The middle of a province, moved into it where it lies outside; `None` for one too small to be seen.
    pub fn middle(&self, of: Province) -> Option<Point> {
        let (mut count, mut x, mut y) = (0.0_f32, 0.0_f32, 0.0_f32);
        for spot in self.spots(of) {
            (count, x, y) = (count + 1.0, x + spot.0, y + spot.1);
        }
        let middle = (x / count, y / count);
        self.spots(of).min_by(|one, other| distance(*one, middle).total_cmp(&distance(*other, middle)))
    }
}

/// How far two points lie apart.
pub fn distance(one: Point, other: Point) -> f32 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// Where a horizontal line runs inside rings, from left to right.
fn spans(rings: &[Path], y: f32) -> Vec<(f32, f32)> {
    let mut crossings: Vec<f32> = Vec::new();
    for edge in rings.iter().flat_map(|ring| ring.windows(2)) {
        let &[from, to] = edge else { continue };
        if (from.1 > y) != (to.1 > y) {
            crossings.push(from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0));
        }
    }
    crossings.sort_by(f32::total_cmp);
    crossings.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
}

/// Slanted lines inside closed rings, so far apart; they run on from one area to the next.
pub fn hatching(rings: &[Path], apart: f32) -> Vec<Path> {
    // Turned by an eighth of a circle the lines are horizontal.
    let half = std::f32::consts::FRAC_1_SQRT_2;
    let turned = |&(x, y): &Point| ((x - y) * half, (x + y) * half);
    let back = |(x, y): Point| ((x + y) * half, (y - x) * half);
    let rings: Vec<Path> = rings.iter().map(|ring| ring.iter().map(turned).collect()).collect();
    let ends = |points: &mut dyn Iterator<Item = f32>| {
        points.fold((f32::MAX, f32::MIN), |(low, high), y| (low.min(y), high.max(y)))
    };
    let (low, high) = ends(&mut rings.iter().flatten().map(|point| point.1));
    let mut lines = Vec::new();
    let mut y = (low / apart).ceil() * apart;
    while y <= high {
        let inside = spans(&rings, y).into_iter();
        lines.extend(inside.map(|(from, to)| vec![back((from, y)), back((to, y))]));
        y += apart;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::provinces;

    #[test]
    fn every_province_has_a_place_in_the_frame() {
        for width in [200.0, 460.0] {
            let land = Land::new(width);
            for place in provinces() {
                let province = place.code.province();
                let middle = land.middle(province).unwrap();
                assert_eq!(land.province(middle), Some(province));
            }
        }
    }

    #[test]
    fn hatching_stays_inside() {
        let square = vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)];
        let lines = hatching(&[square], 2.0);
        assert!(lines.len() > 5);
        for (x, y) in lines.into_iter().flatten() {
            assert!((-0.01..10.01).contains(&x) && (-0.01..10.01).contains(&y), "{x} {y}");
        }
    }
}
