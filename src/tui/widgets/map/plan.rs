//! Where on a map the numbers stand: inside their province where they fit, else in an inset, to which a mark in the
//! province points.

use std::collections::{HashMap, HashSet};

use super::Figure;
use super::raster::{Projection, Raster};
use super::search::{Search, block};
use crate::reference::outlines;
use crate::tui::text::{truncate, width};

/// South, west, north and east ends of the country, with a little margin.
const COUNTRY: [f64; 4] = [9.9, 102.3, 14.72, 107.66];

/// How narrow the names of an inset may become.
const NARROWEST: usize = 6;

/// What a row less of the map, and what a number that is nowhere, costs.
const ROW: usize = 2;
const NUMBER: usize = 5;

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

/// The inset.
#[derive(Debug, Clone, Default)]
pub struct Inset {
    /// Its lines.
    pub asides: Vec<Aside>,
    /// Its columns.
    pub width: u16,
    /// Figures for which there is no room at all.
    pub left_out: Vec<usize>,
}

/// What stands where.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The provinces, by their place in [`outlines()`].
    pub raster: Raster,
    /// Cells that the map takes.
    pub size: (u16, u16),
    /// Texts in the provinces.
    pub placed: Vec<Placed>,
    /// What has no room in its province.
    pub inset: Inset,
    /// The figure of each text, mark and line, by cell.
    written: HashMap<(u16, u16), usize>,
}

impl Plan {
    /// The plan for so many cells. Where the inset finds no room the map makes itself smaller for it, and then the
    /// names shorter.
    pub fn new(
        figures: &[Figure],
        chosen: Option<usize>,
        marks: &'static [&'static str],
        columns: u16,
        rows: u16,
    ) -> Self {
        let seeker = Seeker { figures, chosen, marks, room: (columns, rows) };
        let mut best: Option<(usize, Base, Inset)> = None;
        for smaller in 0..=rows / 6 {
            // What a smaller map costs alone; a number left out costs more than a row, a cut name less, and one cut hard more.
            let least = usize::from(smaller) * ROW;
            if best.as_ref().is_some_and(|(cost, _, _)| *cost <= least) {
                break;
            }
            let base = seeker.base(rows - smaller);
            let insets = [(usize::MAX, 0), (10, 1), (NARROWEST, 4)].map(|(longest, cut)| {
                let inset = seeker.inset(&base, longest);
                (least + cut + inset.left_out.len() * NUMBER, inset)
            });
            if let Some((cost, inset)) = insets.into_iter().min_by_key(|(cost, _)| *cost)
                && best.as_ref().is_none_or(|(other, _, _)| cost < *other)
            {
                best = Some((cost, base, inset));
            }
        }
        let (base, inset) =
            best.map_or_else(|| (seeker.base(rows), Inset::default()), |(_, base, inset)| (base, inset));
        Self::assembled(base, inset)
    }

    fn assembled(base: Base, inset: Inset) -> Self {
        let mut written = HashMap::new();
        for text in &base.placed {
            let end = text.x + width(&text.text) as u16;
            written.extend((text.x..end).map(|x| ((x, text.y), text.figure)));
        }
        for aside in &inset.asides {
            let (x, y) = aside.at;
            written.extend((x..x + inset.width).map(|x| ((x, y), aside.figure)));
            written.insert(aside.spot, aside.figure);
        }
        let Base { raster, size, placed, .. } = base;
        Self { raster, size, placed, inset, written }
    }

    /// Whether a text or a mark stands in a cell.
    pub fn is_written(&self, x: u16, y: u16) -> bool {
        self.written.contains_key(&(x, y))
    }

    /// The figure whose province, number or line is in a cell.
    pub fn figure_at(&self, figures: &[Figure], x: u16, y: u16) -> Option<usize> {
        if let Some(figure) = self.written.get(&(x, y)) {
            return Some(*figure);
        }
        let outline = outlines().get(usize::from(self.raster.cell(x, y)?))?;
        figures.iter().position(|figure| figure.province == outline.province)
    }
}

/// A map with the texts that have room in their provinces.
struct Base {
    raster: Raster,
    size: (u16, u16),
    placed: Vec<Placed>,
    /// Figures that have no room there.
    homeless: Vec<usize>,
}

/// Looks for room.
struct Seeker<'a> {
    figures: &'a [Figure],
    chosen: Option<usize>,
    marks: &'static [&'static str],
    room: (u16, u16),
}

impl Seeker<'_> {
    fn base(&self, rows: u16) -> Base {
        let (projection, size) = Projection::fit(COUNTRY, self.room.0, rows);
        let raster = Raster::new(outlines(), projection, size.0, size.1);
        let mut homeless: Vec<usize> = Vec::new();
        loop {
            let spot = |figure: &usize| Some(raster.area(self.outline(*figure)?)?.middle);
            let mut taken: HashSet<(u16, u16)> = homeless.iter().filter_map(spot).collect();
            let (mut placed, before) = (Vec::new(), homeless.len());
            for figure in self.by_size(&raster) {
                if homeless.contains(&figure) {
                    continue;
                }
                let Some(texts) = self.place(&raster, figure, &taken) else {
                    homeless.push(figure);
                    continue;
                };
                for text in &texts {
                    let end = text.x + width(&text.text) as u16;
                    // With a gap, or two numbers are read as one.
                    taken.extend((text.x.saturating_sub(1)..=end).map(|x| (x, text.y)));
                }
                placed.extend(texts);
            }
            if homeless.len() == before {
                homeless.sort_unstable();
                return Base { raster, size, placed, homeless };
            }
        }
    }

    fn outline(&self, figure: usize) -> Option<u8> {
        let province = self.figures.get(figure)?.province;
        outlines().iter().position(|outline| outline.province == province).map(|index| index as u8)
    }

    /// Figures that have something to say, those with the least room first.
    fn by_size(&self, raster: &Raster) -> Vec<usize> {
        let size = |figure: &usize| {
            self.outline(*figure).and_then(|index| raster.area(index)).map_or(0, |area| area.cells)
        };
        let says = |figure: &usize| self.figures.get(*figure).is_some_and(|figure| !figure.label.is_empty());
        let mut order: Vec<usize> = (0..self.figures.len()).filter(says).collect();
        order.sort_by_cached_key(size);
        order
    }

    /// The number of a province inside it, with its name above where both fit.
    fn place(&self, raster: &Raster, figure: usize, taken: &HashSet<(u16, u16)>) -> Option<Vec<Placed>> {
        let index = self.outline(figure)?;
        let own = self.figures.get(figure)?;
        let area = raster.area(index)?;
        // A number in a speck says nothing without a name.
        if area.cells < SPECK {
            return None;
        }
        let marked = format!(">{}", own.label);
        let is_chosen = self.chosen == Some(figure);
        let number =
            |text: &str, x: u16, y: u16| Placed { figure, x, y, text: text.to_owned(), is_number: true };
        let label = if is_chosen { marked.as_str() } else { own.label.as_str() };
        let name = width(&own.name).max(width(label)) as u16;
        let is_inside = |x: u16, y: u16| raster.cell(x, y) == Some(index) && !taken.contains(&(x, y));
        let inside = Search { area, is_free: &is_inside };
        if let Some((x, y)) = inside.best(name, 2, 2) {
            let centred = |text: &str| x + (name - width(text) as u16) / 2;
            let above = Placed { figure, x: centred(&own.name), y, text: own.name.clone(), is_number: false };
            return Some(vec![above, number(label, centred(label), y + 1)]);
        }
        // Over the border a little, where most of the number still lies inside.
        let is_near = |x: u16, y: u16| raster.has(index, x, y) && !taken.contains(&(x, y));
        let near = Search { area, is_free: &is_near };
        let labels = if is_chosen { vec![label, &own.label] } else { vec![label] };
        labels.into_iter().find_map(|label| {
            let wide = width(label) as u16;
            let over =
                || if area.cells < usize::from(wide + wide / 2) { None } else { near.best(wide, 1, 0) };
            let (x, y) = inside.best(wide, 1, 0).or_else(over)?;
            Some(vec![number(label, x, y)])
        })
    }

    /// What has no room in its province as a block of lines beside the country: as many lines as find room, those of
    /// the highest steps first.
    fn inset(&self, base: &Base, longest: usize) -> Inset {
        let mut order = base.homeless.clone();
        order.sort_by_key(|figure| {
            let step = self.figures.get(*figure).and_then(|figure| figure.step);
            (self.chosen != Some(*figure), std::cmp::Reverse(step))
        });
        let most = order.len().min(self.marks.len());
        (0..=most)
            .rev()
            .find_map(|count| {
                let (kept, left_out) = order.split_at(count);
                let mut kept = kept.to_vec();
                kept.sort_unstable();
                Some(Inset { left_out: left_out.to_vec(), ..self.lines(base, &kept, longest)? })
            })
            .unwrap_or_default()
    }

    fn lines(&self, base: &Base, kept: &[usize], longest: usize) -> Option<Inset> {
        if kept.is_empty() {
            return Some(Inset::default());
        }
        let lines: Vec<(usize, String, (u16, u16))> = kept
            .iter()
            .filter_map(|index| {
                let figure = self.figures.get(*index)?;
                let name = truncate(&figure.name, longest.min(width(&figure.name))).into_owned();
                Some((*index, name, base.raster.area(self.outline(*index)?)?.middle))
            })
            .collect();
        let number = |index: usize| self.figures.get(index).map_or(0, |figure| width(&figure.label));
        let names = lines.iter().map(|(_, name, _)| width(name)).max()?;
        let numbers = lines.iter().map(|(index, _, _)| number(*index)).max()?;
        let wide = (2 + names + 1 + numbers) as u16;
        let is_free = |x: u16, y: u16| !(x < base.size.0 && y < base.size.1 && base.raster.is_touched(x, y));
        let count = lines.len() as u16;
        let sum = lines.iter().fold((0, 0), |sum, (_, _, spot)| (sum.0 + spot.0, sum.1 + spot.1));
        let (x, y) = block(self.room, (wide, count), (sum.0 / count, sum.1 / count), &is_free)?;
        let asides = lines.into_iter().zip(self.marks).zip(y..);
        let asides =
            asides.map(|(((figure, name, spot), mark), y)| Aside { figure, mark, spot, at: (x, y), name });
        Some(Inset { asides: asides.collect(), width: wide, left_out: Vec::new() })
    }
}
