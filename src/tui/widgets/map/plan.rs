//! Where on a map the numbers stand: inside their province where they fit, else in an inset, to which a mark in the
//! province points.

use std::collections::HashSet;

use super::Figure;
use super::raster::{Projection, Raster};
use crate::reference::outlines;
use crate::tui::text::{truncate, width};

/// South, west, north and east ends of the country, with a little margin.
const COUNTRY: [f64; 4] = [9.9, 102.3, 14.72, 107.66];

/// How narrow the names of an inset may become.
const NARROWEST: usize = 6;

/// Provinces of fewer cells are told in the inset.
const SPECK: usize = 5;

/// A text in a province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Which figure it belongs to.
    pub figure: usize,
    /// Its first cell.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// What it says.
    pub text: String,
    /// Whether it is the number, not the name.
    pub is_number: bool,
}

/// A line of the inset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Which figure it belongs to.
    pub figure: usize,
    /// The mark, on the map and before the line.
    pub mark: &'static str,
    /// Where on the map the mark stands.
    pub spot: (u16, u16),
    /// Where the line begins.
    pub at: (u16, u16),
    /// The name, cut if need be.
    pub name: String,
}

/// What stands where.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The provinces, by their place in [`outlines`].
    pub raster: Raster,
    /// Cells that the map takes.
    pub size: (u16, u16),
    /// Texts in the provinces.
    pub placed: Vec<Placed>,
    /// The inset.
    pub asides: Vec<Aside>,
    /// Columns of the inset.
    pub aside_width: u16,
    /// Figures for which there is no room at all.
    pub left_out: Vec<usize>,
}

/// A figure with the outline it belongs to.
struct Seeker<'a> {
    figures: &'a [Figure],
    chosen: Option<usize>,
    marks: &'static [&'static str],
    room: (u16, u16),
}

impl Plan {
    /// The plan for so many cells. Where the inset finds no room the map makes itself smaller for it.
    pub fn new(
        figures: &[Figure],
        chosen: Option<usize>,
        marks: &'static [&'static str],
        columns: u16,
        rows: u16,
    ) -> Self {
        let seeker = Seeker { figures, chosen, marks, room: (columns, rows) };
        let mut best: Option<Self> = None;
        for longest in [usize::MAX, 10, NARROWEST] {
            for smaller in 0..=rows / 4 {
                let plan = seeker.plan(rows - smaller, longest);
                if plan.left_out.is_empty() {
                    return plan;
                }
                if best.as_ref().is_none_or(|best| plan.left_out.len() < best.left_out.len()) {
                    best = Some(plan);
                }
            }
        }
        best.unwrap_or_else(|| seeker.plan(rows, NARROWEST))
    }

    /// Whether a text or a mark stands in a cell.
    pub fn is_written(&self, x: u16, y: u16) -> bool {
        self.text_at(x, y).is_some() || self.asides.iter().any(|aside| (x, y) == aside.spot)
    }

    fn text_at(&self, x: u16, y: u16) -> Option<&Placed> {
        let end = |text: &Placed| text.x + width(&text.text) as u16;
        self.placed.iter().find(|text| text.y == y && (text.x..end(text)).contains(&x))
    }

    /// The figure whose province, number or line is in a cell.
    pub fn figure_at(&self, figures: &[Figure], x: u16, y: u16) -> Option<usize> {
        let aside = self.asides.iter().find(|aside| {
            (x, y) == aside.spot
                || aside.at.1 == y && (aside.at.0..aside.at.0 + self.aside_width).contains(&x)
        });
        if let Some(aside) = aside {
            return Some(aside.figure);
        }
        let text = self
            .placed
            .iter()
            .find(|text| text.y == y && (text.x..text.x + width(&text.text) as u16).contains(&x));
        if let Some(text) = text {
            return Some(text.figure);
        }
        let outline = outlines().get(usize::from(self.raster.cell(x, y)?))?;
        figures.iter().position(|figure| figure.province == outline.province)
    }
}

impl Seeker<'_> {
    fn plan(&self, rows: u16, longest: usize) -> Plan {
        let (projection, size) = Projection::fit(COUNTRY, self.room.0, rows);
        // What room is left above shows the sea below, where the inset goes.
        let raster = Raster::new(outlines(), projection.moved(0, 0), size.0, size.1);
        let mut aside: Vec<usize> = Vec::new();
        let placed = loop {
            let mut taken: HashSet<(u16, u16)> =
                aside.iter().filter_map(|figure| self.spot(&raster, *figure)).collect();
            let (mut placed, mut homeless) = (Vec::new(), Vec::new());
            for figure in self.by_size(&raster) {
                if aside.contains(&figure) {
                    continue;
                }
                match self.place(&raster, figure, &taken) {
                    Some(texts) => {
                        taken.extend(texts.iter().flat_map(|text| {
                            let end = text.x + width(&text.text) as u16;
                            // With a gap, or two numbers are read as one.
                            (text.x.saturating_sub(1)..=end).map(|x| (x, text.y))
                        }));
                        placed.extend(texts);
                    }
                    None => homeless.push(figure),
                }
            }
            if homeless.is_empty() {
                break placed;
            }
            aside.extend(homeless);
        };
        aside.sort_unstable();
        let mut plan =
            Plan { raster, size, placed, asides: Vec::new(), aside_width: 0, left_out: Vec::new() };
        self.set_aside(&mut plan, &aside, longest);
        plan
    }

    fn outline(&self, figure: usize) -> Option<u8> {
        let province = self.figures.get(figure)?.province;
        outlines().iter().position(|outline| outline.province == province).map(|index| index as u8)
    }

    fn spot(&self, raster: &Raster, figure: usize) -> Option<(u16, u16)> {
        raster.middle(self.outline(figure)?)
    }

    /// Figures that have something to say, those with the least room first.
    fn by_size(&self, raster: &Raster) -> Vec<usize> {
        let size = |figure: &usize| self.outline(*figure).map_or(0, |index| self.cells(raster, index));
        let mut order: Vec<usize> = (0..self.figures.len())
            .filter(|figure| self.figures.get(*figure).is_some_and(|figure| !figure.label.is_empty()))
            .collect();
        order.sort_by_cached_key(size);
        order
    }

    /// Cells of a province.
    fn cells(&self, raster: &Raster, index: u8) -> usize {
        let cells = (0..self.room.1).flat_map(|y| (0..self.room.0).map(move |x| (x, y)));
        cells.filter(|(x, y)| raster.cell(*x, *y) == Some(index)).count()
    }

    /// The number of a province inside it, with its name above where both fit.
    fn place(&self, raster: &Raster, figure: usize, taken: &HashSet<(u16, u16)>) -> Option<Vec<Placed>> {
        let index = self.outline(figure)?;
        let own = self.figures.get(figure)?;
        // A number in a speck says nothing without a name.
        if self.cells(raster, index) < SPECK {
            return None;
        }
        let marked = format!(">{}", own.label);
        let is_chosen = self.chosen == Some(figure);
        let number =
            |text: &str, x: u16, y: u16| Placed { figure, x, y, text: text.to_owned(), is_number: true };
        let label = if is_chosen { marked.as_str() } else { own.label.as_str() };
        let name = width(&own.name).max(width(label)) as u16;
        let is_inside = |x: u16, y: u16| raster.cell(x, y) == Some(index) && !taken.contains(&(x, y));
        let middle = raster.middle(index)?;
        let search = Search { raster, middle, is_free: &is_inside };
        if let Some((x, y)) = search.best(name, 2, 2) {
            let centred = |text: &str| x + (name - width(text) as u16) / 2;
            let above = Placed { figure, x: centred(&own.name), y, text: own.name.clone(), is_number: false };
            return Some(vec![above, number(label, centred(label), y + 1)]);
        }
        // Over the border a little, where most of the number still lies inside.
        let cells = self.cells(raster, index);
        let is_near = |x: u16, y: u16| raster.has(index, x, y) && !taken.contains(&(x, y));
        let near = Search { raster, middle, is_free: &is_near };
        let labels = if is_chosen { vec![label, &own.label] } else { vec![label] };
        labels.into_iter().find_map(|label| {
            let wide = width(label) as u16;
            let (x, y) = search
                .best(wide, 1, 0)
                .or_else(|| if cells < 2 * usize::from(wide) { None } else { near.best(wide, 1, 0) })?;
            Some(vec![number(label, x, y)])
        })
    }

    /// Puts what has no room in its province into a block of lines beside the country.
    fn set_aside(&self, plan: &mut Plan, aside: &[usize], longest: usize) {
        let lines: Vec<(usize, String)> = aside
            .iter()
            .filter_map(|figure| Some((*figure, self.figures.get(*figure)?)))
            .map(|(index, figure)| {
                (index, truncate(&figure.name, longest.min(width(&figure.name))).into_owned())
            })
            .collect();
        let wide = |figure: usize| self.figures.get(figure).map_or(0, |figure| width(&figure.label));
        let names = lines.iter().map(|(_, name)| width(name)).max().unwrap_or(0);
        let numbers = lines.iter().map(|(figure, _)| wide(*figure)).max().unwrap_or(0);
        plan.aside_width = (2 + names + 1 + numbers) as u16;
        let is_free = |x: u16, y: u16| {
            x < self.room.0
                && y < self.room.1
                && !(x < plan.size.0 && y < plan.size.1 && plan.raster.is_touched(x, y))
        };
        let spots: Vec<_> = aside.iter().filter_map(|figure| self.spot(&plan.raster, *figure)).collect();
        let count = spots.len().max(1) as u16;
        let near = spots.iter().fold((0, 0), |sum, spot| (sum.0 + spot.0 / count, sum.1 + spot.1 / count));
        let at = block(self.room, (plan.aside_width, lines.len() as u16), near, &is_free);
        for (row, (figure, name)) in lines.into_iter().enumerate() {
            let spot = self.spot(&plan.raster, figure);
            match (at, spot, self.marks.get(row)) {
                (Some((x, y)), Some(spot), Some(mark)) => {
                    plan.asides.push(Aside { figure, mark, spot, at: (x, y + row as u16), name });
                }
                _ => plan.left_out.push(figure),
            }
        }
    }
}

/// A free rectangle of cells with a free cell on either side where it does not lie at the edge: the one that lies
/// nearest to a point, a row counting for two columns.
fn block(
    room: (u16, u16),
    size: (u16, u16),
    near: (u16, u16),
    is_free: &dyn Fn(u16, u16) -> bool,
) -> Option<(u16, u16)> {
    let (columns, rows) = room;
    let (wide, high) = size;
    let last = (columns.checked_sub(wide)?, rows.checked_sub(high)?);
    let fits = |x: u16, y: u16| {
        let (from, to) = (x.saturating_sub(1), (x + wide + 1).min(columns));
        (y..y + high).all(|y| (from..to).all(|x| is_free(x, y)))
    };
    let far = |(x, y): &(u16, u16)| (x + wide / 2).abs_diff(near.0) + 2 * (y + high / 2).abs_diff(near.1);
    let places = (0..=last.1).flat_map(|y| (0..=last.0).map(move |x| (x, y)));
    places.filter(|(x, y)| fits(*x, *y)).min_by_key(far)
}

/// Looks for the best place of a text in a province.
struct Search<'a> {
    raster: &'a Raster,
    middle: (u16, u16),
    is_free: &'a dyn Fn(u16, u16) -> bool,
}

impl Search<'_> {
    /// Where so many cells lie wholly inside, with the most room around them and then nearest to the middle. Some of
    /// the room around may be asked for.
    fn best(&self, wide: u16, high: u16, least: u16) -> Option<(u16, u16)> {
        let columns = (self.raster.width() / super::raster::ACROSS) as u16;
        let rows = (self.raster.height() / super::raster::DOWN) as u16;
        let mut best = None;
        for y in 0..(rows + 1).saturating_sub(high) {
            for x in 0..(columns + 1).saturating_sub(wide) {
                let is_inside = (y..y + high).all(|y| (x..x + wide).all(|x| (self.is_free)(x, y)));
                if !is_inside {
                    continue;
                }
                let room = self.room((x, y), (wide, high));
                if room < least {
                    continue;
                }
                let (across, down) =
                    ((x + wide / 2).abs_diff(self.middle.0), (y + high / 2).abs_diff(self.middle.1));
                let score = (room.min(4), std::cmp::Reverse(across + 2 * down));
                if best.as_ref().is_none_or(|(other, _)| score > *other) {
                    best = Some((score, (x, y)));
                }
            }
        }
        best.map(|(_, place)| place)
    }

    /// Free cells around a text, on its narrowest side; a row counts for two columns.
    fn room(&self, at: (u16, u16), size: (u16, u16)) -> u16 {
        let ((x, y), (wide, high)) = (at, size);
        let column = |x: Option<u16>| x.is_some_and(|x| (y..y + high).all(|y| (self.is_free)(x, y)));
        let row = |y: Option<u16>| y.is_some_and(|y| (x..x + wide).all(|x| (self.is_free)(x, y)));
        let steps = |is_free: &dyn Fn(u16) -> bool| (1..=4).take_while(|step| is_free(*step)).count() as u16;
        let left = steps(&|step| column(x.checked_sub(step)));
        let right = steps(&|step| column(x.checked_add(wide - 1 + step)));
        let above = steps(&|step| row(y.checked_sub(step))) * 2;
        let below = steps(&|step| row(y.checked_add(high - 1 + step))) * 2;
        left.min(right).min(above).min(below)
    }
}
