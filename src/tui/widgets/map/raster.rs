//! Outlines on a grid of dots: which province lies where.
//!
//! A cell of the terminal is about twice as high as wide, and has 2 × 4 dots of a braille letter: the dots are about
//! square, so that one scale serves both directions.

use crate::reference::Outline;

/// Dots of a cell across.
pub const ACROSS: usize = 2;

/// Dots of a cell downwards.
pub const DOWN: usize = 4;

/// A cell with fewer dots of the country lies outside.
const LEAST: usize = 3;

/// A rectangle of degrees laid on dots. Degrees of longitude are shortened by the cosine of the middle latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    north: f64,
    west: f64,
    squeeze: f64,
    scale: f64,
    left: f64,
    top: f64,
}

impl Projection {
    /// The one that lets `[south, west, north, east]` just fit into so many cells, at their left and in the middle of
    /// their height; with the cells that it takes.
    pub fn fit(bounds: [f64; 4], columns: u16, rows: u16) -> (Self, (u16, u16)) {
        let [south, west, north, east] = bounds;
        let squeeze = f64::midpoint(south, north).to_radians().cos();
        let (width, height) = (((east - west) * squeeze).max(1e-6), (north - south).max(1e-6));
        let (across, down) = ((usize::from(columns) * ACROSS) as f64, (usize::from(rows) * DOWN) as f64);
        let scale = (across / width).min(down / height);
        let used = (
            (width * scale / ACROSS as f64).ceil().min(columns.into()) as u16,
            (height * scale / DOWN as f64).ceil().min(rows.into()) as u16,
        );
        let projection = Self { north, west, squeeze, scale, left: 0.0, top: 0.0 };
        (projection, used)
    }

    /// The same, moved by whole cells.
    #[must_use]
    pub fn moved(self, columns: u16, rows: u16) -> Self {
        Self { left: f64::from(columns) * ACROSS as f64, top: f64::from(rows) * DOWN as f64, ..self }
    }

    /// Where a point lies, in dots from the left and from the top.
    pub fn dot(self, latitude: f64, longitude: f64) -> (f64, f64) {
        let x = (longitude - self.west) * self.squeeze * self.scale + self.left;
        (x, (self.north - latitude) * self.scale + self.top)
    }
}

/// Which outline covers each dot.
#[derive(Debug, Clone)]
pub struct Raster {
    columns: usize,
    rows: usize,
    dots: Vec<Option<u8>>,
    /// What covers most of each cell.
    cells: Vec<Option<u8>>,
    /// What each outline covers.
    areas: Vec<Area>,
}

/// What an outline covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Dots of its own.
    pub dots: usize,
    /// Cells that are mostly its own.
    pub cells: usize,
    /// The first and the last column with a dot of it.
    pub columns: (u16, u16),
    /// The first and the last row.
    pub rows: (u16, u16),
    /// The cell in the middle of its dots.
    pub middle: (u16, u16),
}

impl Raster {
    /// Lays outlines on so many cells, the last first, so that the first lies on top.
    pub fn new<'a, Outlines>(outlines: Outlines, projection: Projection, columns: u16, rows: u16) -> Self
    where
        Outlines: IntoIterator<Item = &'a Outline>,
        Outlines::IntoIter: DoubleEndedIterator + ExactSizeIterator,
    {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        let dots = vec![None; columns * ACROSS * rows * DOWN];
        let mut raster = Self { columns, rows, dots, cells: Vec::new(), areas: Vec::new() };
        let outlines = outlines.into_iter();
        let count = outlines.len();
        for (index, outline) in outlines.enumerate().rev() {
            for rings in &outline.polygons {
                raster.fill(rings, projection, index as u8);
            }
        }
        raster.cells =
            (0..rows * columns).map(|cell| raster.most_of(cell % columns, cell / columns)).collect();
        raster.areas = raster.areas(count);
        raster
    }

    fn areas(&self, count: usize) -> Vec<Area> {
        let mut areas = vec![Area::default(); count];
        let mut sums = vec![(0, 0); count];
        for (place, dot) in self.dots.iter().enumerate() {
            let Some(index) = dot.map(usize::from) else {
                continue;
            };
            let (x, y) = (place % self.width(), place / self.width());
            let (column, row) = ((x / ACROSS) as u16, (y / DOWN) as u16);
            if let (Some(area), Some(sum)) = (areas.get_mut(index), sums.get_mut(index)) {
                let is_first = area.dots == 0;
                let reach = |(first, last): (u16, u16), at: u16| {
                    if is_first { (at, at) } else { (first.min(at), last.max(at)) }
                };
                area.columns = reach(area.columns, column);
                area.rows = reach(area.rows, row);
                area.dots += 1;
                *sum = (sum.0 + x, sum.1 + y);
                area.middle = ((sum.0 / area.dots / ACROSS) as u16, (sum.1 / area.dots / DOWN) as u16);
            }
        }
        for index in self.cells.iter().flatten() {
            if let Some(area) = areas.get_mut(usize::from(*index)) {
                area.cells += 1;
            }
        }
        areas
    }

    /// What an outline covers; `None` where no dot is its own.
    pub fn area(&self, index: u8) -> Option<Area> {
        self.areas.get(usize::from(index)).copied().filter(|area| area.dots > 0)
    }

    /// Fills a polygon by the even-odd rule, line by line: what lies between two crossings is inside. A polygon that
    /// is too small to cover the middle of any dot gets the dot that it begins in.
    fn fill(&mut self, rings: &[Vec<(f64, f64)>], projection: Projection, index: u8) {
        let edges: Vec<_> = rings
            .iter()
            .flat_map(|ring| ring.windows(2))
            .filter_map(|edge| match edge {
                &[from, to] => Some((projection.dot(from.0, from.1), projection.dot(to.0, to.1))),
                _ => None,
            })
            .collect();
        let mut is_drawn = false;
        let heights = || edges.iter().map(|((_, y), _)| *y);
        let (top, bottom) = (heights().fold(f64::MAX, f64::min), heights().fold(0.0, f64::max));
        for y in top.max(0.0) as usize..self.height().min(bottom.ceil() as usize) {
            let middle = y as f64 + 0.5;
            let mut crossings: Vec<f64> = edges
                .iter()
                .filter(|((_, from), (_, to))| (*from > middle) != (*to > middle))
                .map(|((x, from), (to_x, to))| x + (middle - from) / (to - from) * (to_x - x))
                .collect();
            crossings.sort_unstable_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let &[from, to] = pair else { continue };
                let first = (from - 0.5).ceil().max(0.0) as usize;
                let last = (to - 0.5).floor();
                for x in first..self.width() {
                    if x as f64 > last {
                        break;
                    }
                    self.set(x, y, index);
                    is_drawn = true;
                }
            }
        }
        if let (false, Some(((x, y), _))) = (is_drawn, edges.first())
            && *x >= 0.0
            && *y >= 0.0
        {
            self.set(*x as usize, *y as usize, index);
        }
    }

    /// Dots across.
    pub fn width(&self) -> usize {
        self.columns * ACROSS
    }

    /// Dots downwards.
    pub fn height(&self) -> usize {
        self.rows * DOWN
    }

    fn set(&mut self, x: usize, y: usize, index: u8) {
        let width = self.width();
        if x < width
            && let Some(dot) = self.dots.get_mut(y * width + x)
        {
            *dot = Some(index);
        }
    }

    /// What covers a dot; nothing outside.
    pub fn dot(&self, x: usize, y: usize) -> Option<u8> {
        if x >= self.width() {
            return None;
        }
        self.dots.get(y * self.width() + x).copied().flatten()
    }

    /// The dots of a cell.
    fn dots_of(&self, column: usize, row: usize) -> impl Iterator<Item = Option<u8>> {
        let (x, y) = (column * ACROSS, row * DOWN);
        (0..DOWN * ACROSS).map(move |dot| self.dot(x + dot % ACROSS, y + dot / ACROSS))
    }

    fn most_of(&self, column: usize, row: usize) -> Option<u8> {
        let first = self.dot(column * ACROSS, row * DOWN);
        if self.dots_of(column, row).all(|dot| dot == first) {
            return first;
        }
        let count = |own: u8| self.dots_of(column, row).filter(|dot| *dot == Some(own)).count();
        if self.dots_of(column, row).flatten().count() < LEAST {
            return None;
        }
        self.dots_of(column, row).flatten().max_by_key(|own| (count(*own), *own))
    }

    /// What covers most of a cell, if enough of it is covered at all.
    pub fn cell(&self, column: u16, row: u16) -> Option<u8> {
        let (column, row) = (usize::from(column), usize::from(row));
        if column >= self.columns {
            return None;
        }
        self.cells.get(row * self.columns + column).copied().flatten()
    }

    /// What else lies in a cell and right beside or below it.
    pub fn others(&self, own: u8, column: u16, row: u16) -> impl Iterator<Item = u8> {
        let here = self.dots_of(column.into(), row.into()).flatten();
        let around = [self.cell(column + 1, row), self.cell(column, row + 1)];
        here.chain(around.into_iter().flatten()).filter(move |other| *other != own)
    }

    /// Whether any dot of a cell belongs to an outline.
    pub fn has(&self, index: u8, column: u16, row: u16) -> bool {
        self.dots_of(column.into(), row.into()).any(|dot| dot == Some(index))
    }

    /// Whether anything at all lies in a cell.
    pub fn is_touched(&self, column: u16, row: u16) -> bool {
        self.dots_of(column.into(), row.into()).any(|dot| dot.is_some())
    }

    /// The braille letter of the dots of a cell for which `is_set` holds; `None` where there is none.
    pub fn braille(column: u16, row: u16, is_set: impl Fn(usize, usize) -> bool) -> Option<char> {
        // The order of the bits: three down on the left, three on the right, then the fourth row.
        const BITS: [[u32; ACROSS]; DOWN] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let (x, y) = (usize::from(column) * ACROSS, usize::from(row) * DOWN);
        let mut bits = 0;
        for (down, line) in BITS.iter().enumerate() {
            for (across, bit) in line.iter().enumerate() {
                if is_set(x + across, y + down) {
                    bits |= bit;
                }
            }
        }
        char::from_u32(0x2800 + bits).filter(|_| bits > 0)
    }

    /// Whether a border runs through a dot: on its right or below lies something else, or it is the last of the
    /// country to the left or above. So a border between two is one dot wide.
    pub fn is_border(&self, x: usize, y: usize) -> bool {
        let Some(own) = self.dot(x, y) else {
            return false;
        };
        let left = x.checked_sub(1).and_then(|x| self.dot(x, y));
        let above = y.checked_sub(1).and_then(|y| self.dot(x, y));
        self.dot(x + 1, y) != Some(own)
            || self.dot(x, y + 1) != Some(own)
            || left.is_none()
            || above.is_none()
    }

    /// Whether a dot is on the edge of this very outline, on its inner side.
    pub fn is_edge_of(&self, index: u8, x: usize, y: usize) -> bool {
        let is_own =
            |x: Option<usize>, y: Option<usize>| x.zip(y).and_then(|(x, y)| self.dot(x, y)) == Some(index);
        is_own(Some(x), Some(y))
            && !(is_own(x.checked_sub(1), Some(y))
                && is_own(Some(x + 1), Some(y))
                && is_own(Some(x), y.checked_sub(1))
                && is_own(Some(x), Some(y + 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::outlines;

    const COUNTRY: [f64; 4] = [9.9, 102.3, 14.7, 107.7];

    #[test]
    fn the_country_keeps_its_shape_whatever_the_cells() {
        for (columns, rows) in [(38, 17), (80, 17), (20, 40), (70, 32)] {
            let (_, (wide, high)) = Projection::fit(COUNTRY, columns, rows);
            assert!(wide <= columns && high <= rows, "{columns}x{rows}: {wide}x{high}");
            let shape = f64::from(wide) / f64::from(high);
            assert!((2.0..2.45).contains(&shape), "{columns}x{rows}: {shape}");
            assert!(wide == columns || high == rows);
        }
    }

    #[test]
    fn phnom_penh_lies_on_top_of_kandal_and_every_province_has_a_dot() {
        let (projection, (columns, rows)) = Projection::fit(COUNTRY, 38, 17);
        let raster = Raster::new(outlines(), projection, columns, rows);
        let (x, y) = projection.dot(11.5564, 104.9282);
        assert_eq!(raster.dot(x as usize, y as usize), Some(0));
        for (index, outline) in outlines().iter().enumerate() {
            assert!(raster.area(index as u8).is_some(), "{}", outline.province);
        }
        assert_eq!(raster.dot(1_000, 1_000), None);
    }

    #[test]
    fn braille_letters_have_the_dots_where_they_belong() {
        assert_eq!(Raster::braille(0, 0, |x, y| (x, y) == (0, 0)), Some('⠁'));
        assert_eq!(Raster::braille(0, 0, |x, y| (x, y) == (1, 3)), Some('⢀'));
        assert_eq!(Raster::braille(1, 1, |x, y| (2..4).contains(&x) && (4..8).contains(&y)), Some('⣿'));
        assert_eq!(Raster::braille(0, 0, |_, _| false), None);
    }
}
