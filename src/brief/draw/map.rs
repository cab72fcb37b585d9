//! The provinces, shaded by how many cases they have.
//!
//! Counts, not rates: nobody knows how many members go to hospital in a province, and a rate among all residents would
//! say more about where factories stand than about service. Each shaded province bears its count, and its name where
//! that finds room; what may not be shown by itself is hatched, and is not told from what has none.

use super::land::{Land, distance, hatching};
use super::sketch::Sketch;
use super::{Hold, Point, Shape};
use crate::brief::document::{Area, Map, Text};
use crate::brief::faces::Line;
use crate::brief::style::{CHART, HAIR, INK, Ink, MUTED, Style, TICK};
use crate::domain::place::Province;
use crate::i18n::numbers;
use crate::insight::{Class, natural_breaks};
use crate::reference::outlines;

/// The steps of the scale, the fewest first: each darker than the one before.
const STEPS: [Ink; 5] = [
    Ink(0xDD, 0xEA, 0xF2),
    Ink(0xB3, 0xD0, 0xE1),
    Ink(0x7F, 0xB0, 0xCC),
    Ink(0x33, 0x70, 0x96),
    Ink(0x0A, 0x3A, 0x58),
];
const WHITE: Ink = Ink(0xFF, 0xFF, 0xFF);
/// Where nothing is told.
const PALE: Ink = Ink(0xF7, 0xF8, 0xF9);

const NAME: Style = Style { size: 6.9, leading: 1.2, ..CHART };
const COUNT: Style = Style { size: 8.2, leading: 1.2, is_strong: true, ..CHART };

/// From slanted line to slanted line.
const APART: f32 = 3.6;

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, map: &Map) -> f32 {
    let is_beside = sketch.width > 260.0;
    let land = Land::new(if is_beside { (sketch.width * 0.64).min(300.0) } else { sketch.width });
    let counts: Vec<f64> = map.areas.iter().map(|area| f64::from(area.count)).collect();
    let classes = natural_breaks(&counts, STEPS.len());
    ground(sketch, &land, map, &classes);
    labels(sketch, &land, map, &classes);
    if is_beside {
        let left = land.width + 16.0;
        let end = legend(sketch, map, &classes, (left, 10.0));
        let width = sketch.width - left;
        let credit = sketch.faces.lines(&map.credit, &NOTE, Some(width));
        let tall = super::sketch::height(&credit);
        sketch.stack(credit, NOTE.ink, (left, (land.height - tall).max(end + 4.0)));
        land.height.max(end + 4.0 + tall)
    } else {
        let end = legend(sketch, map, &classes, (0.0, land.height + 4.0));
        sketch.paragraph(&map.credit, &NOTE, sketch.width, (0.0, end + 2.0))
    }
}

const NOTE: Style = Style { size: 6.6, ..TICK };

/// The step of a count. Few classes are spread over the whole scale, so that the most always looks like it.
fn step(classes: &[Class], count: u32) -> usize {
    let count = f64::from(count);
    let class = classes.iter().position(|class| count <= class.1).unwrap_or_default();
    spread(class, classes.len())
}

fn spread(class: usize, classes: usize) -> usize {
    match classes {
        0 | 1 => STEPS.len() / 2,
        classes => class * (STEPS.len() - 1) / (classes - 1),
    }
}

fn ink_of(step: usize) -> Ink {
    STEPS.get(step).copied().unwrap_or(PALE)
}

/// What can be read on a step.
fn letters_on(step: usize) -> Ink {
    if step >= 3 { WHITE } else { INK }
}

/// The provinces, each filled or hatched, with its border.
fn ground(sketch: &mut Sketch<'_>, land: &Land, map: &Map, classes: &[Class]) {
    for outline in outlines().iter().rev() {
        let rings = land.rings(outline);
        let found = map.areas.iter().find(|area| area.province == outline.province);
        let ink = found.map_or(PALE, |area| ink_of(step(classes, area.count)));
        sketch.shapes.push(Shape::Area { rings: rings.clone(), ink });
        if found.is_none() {
            let paths = hatching(&rings, APART);
            sketch.shapes.push(Shape::Line { paths, thickness: 0.5, ink: HAIR, dash: None });
        }
        sketch.shapes.push(Shape::Line { paths: rings, thickness: 0.5, ink: MUTED, dash: None });
    }
}

/// The texts of a province.
struct Told<'m> {
    area: &'m Area,
    name: Line,
    broken: Vec<Line>,
    count: Line,
    middle: Point,
}

/// The boxes that are taken, and how to look for free ones.
struct Room<'l> {
    land: &'l Land,
    taken: Vec<[f32; 4]>,
}

impl Room<'_> {
    fn is_free(&self, [left, top, right, bottom]: [f32; 4]) -> bool {
        let apart =
            |other: &[f32; 4]| right < other[0] || other[2] < left || bottom < other[1] || other[3] < top;
        self.taken.iter().all(apart)
    }

    /// Where in its province a box so large lies best: nearest to the middle.
    fn inside(&self, province: Province, (wide, tall): (f32, f32), middle: Point) -> Option<[f32; 4]> {
        let around = |(x, y): Point| [x - wide / 2.0, y - tall / 2.0, x + wide / 2.0, y + tall / 2.0];
        let mut spots: Vec<Point> = self.land.spots(province).collect();
        spots.sort_by(|one, other| distance(*one, middle).total_cmp(&distance(*other, middle)));
        let boxes = spots.into_iter().map(around);
        boxes.into_iter().find(|place| self.land.is_all(*place, Some(province)) && self.is_free(*place))
    }

    /// Where outside the country a box so large lies nearest to a point, if possible with a free line between them.
    fn outside(&self, (wide, tall): (f32, f32), to: Point) -> Option<[f32; 4]> {
        let mut places = Vec::new();
        let mut y = 0.0;
        while y + tall <= self.land.height {
            let mut x = 0.0;
            while x + wide <= self.land.width {
                places.push([x, y, x + wide, y + tall]);
                x += 4.0;
            }
            y += 4.0;
        }
        places.sort_by(|one, other| reach(*one, to).total_cmp(&reach(*other, to)));
        let is_open = |place: &&[f32; 4]| {
            let wider = [place[0] - 2.0, place[1] - 1.0, place[2] + 2.0, place[3] + 1.0];
            self.land.is_all(wider, None) && self.is_free(wider)
        };
        let mut open = places.iter().filter(is_open);
        let nearest_open = open.clone().next();
        // A line over another text is better than a province without its count.
        open.find(|place| self.is_free_line(nearest(**place, to), to)).or(nearest_open).copied()
    }

    fn is_free_line(&self, from: Point, to: Point) -> bool {
        (1..30).all(|step| {
            let part = step as f32 / 30.0;
            let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            self.is_free([x - 2.0, y - 1.0, x + 2.0, y + 1.0])
        })
    }
}

/// The point of a box that is nearest to another point.
fn nearest([left, top, right, bottom]: [f32; 4], to: Point) -> Point {
    (to.0.clamp(left, right), to.1.clamp(top, bottom))
}

fn reach(place: [f32; 4], to: Point) -> f32 {
    distance(nearest(place, to), to)
}

/// Counts and names: inside their province, else outside the country with a line to it, else the count alone.
fn labels(sketch: &mut Sketch<'_>, land: &Land, map: &Map, classes: &[Class]) {
    let mut told = Vec::new();
    for area in &map.areas {
        let said = numbers::number(area.count.into(), sketch.lang);
        let (name, count) = (sketch.line(&area.name, &NAME), sketch.label(&said, &COUNT));
        if let (Some(name), Some(count), Some(middle)) = (name, count, land.middle(area.province)) {
            let broken = sketch.faces.lines(&area.name, &NAME, Some(name.width * 0.7));
            told.push(Told { area, name, broken, count, middle });
        }
    }
    let mut room = Room { land, taken: Vec::new() };
    let (mut named, mut rest) = (Vec::new(), Vec::new());
    for told in told {
        let whole = vec![told.name.clone()];
        let fitting = [whole, told.broken.clone()].into_iter().find_map(|lines| {
            let place = room.inside(told.area.province, size_of(&lines, &told.count), told.middle)?;
            Some((lines, place))
        });
        match fitting {
            Some((lines, place)) => {
                room.taken.push(place);
                named.push((lines, told, place));
            }
            None => rest.push(told),
        }
    }
    for (lines, told, place) in named {
        let ink = letters_on(step(classes, told.area.count));
        let x = f32::midpoint(place[0], place[2]);
        let mut y = place[1] - 1.0;
        for line in lines {
            let (baseline, height) = (line.baseline, line.height);
            sketch.put(line, ink, Hold::Middle, (x, y + baseline));
            y += height;
        }
        let below = place[3] - (told.count.height - told.count.baseline) + 1.0;
        sketch.put(told.count, ink, Hold::Middle, (x, below));
    }
    // Counts find their place before any line runs across a province.
    let mut insides = Vec::new();
    for told in &rest {
        let small = (told.count.width + 1.0, told.count.baseline * 0.85);
        let place = room.inside(told.area.province, small, told.middle);
        room.taken.extend(place);
        insides.push(place);
    }
    let mut rest: Vec<_> = rest.into_iter().zip(insides).collect();
    // Those that have no place inside choose first.
    rest.sort_by_key(|(_, inside)| inside.is_some());
    for (told, inside) in rest {
        aside(sketch, &mut room, told, inside, classes);
    }
}

/// How large a name and the count under it are.
fn size_of(lines: &[Line], count: &Line) -> (f32, f32) {
    let wide = lines.iter().map(|line| line.width).fold(count.width, f32::max);
    (wide + 3.0, super::sketch::height(lines) + count.height - 2.0)
}

/// Where the name finds no room: count and name outside the country with a line to the province; or the count alone
/// in it, for a long line across the country tells less than a count in its place.
fn aside(
    sketch: &mut Sketch<'_>,
    room: &mut Room<'_>,
    told: Told<'_>,
    inside: Option<[f32; 4]>,
    classes: &[Class],
) {
    let Told { area, name, count, middle, .. } = told;
    room.taken.retain(|taken| Some(*taken) != inside);
    let both = (name.width + 4.0 + count.width, name.height.max(count.height));
    let outside = room.outside(both, middle);
    let is_near = outside.is_some_and(|place| reach(place, middle) < room.land.width * 0.2);
    match (inside, outside) {
        (_, Some(place)) if is_near || inside.is_none() => {
            room.taken.push(place);
            let (from, to) = (nearest(place, middle), middle);
            // A light edge keeps line and dot apart from a dark ground.
            for (wider, ink) in [(1.6, WHITE), (0.0, INK)] {
                let paths = vec![vec![from, to]];
                sketch.shapes.push(Shape::Line { paths, thickness: 0.6 + wider, ink, dash: None });
                let radius = 1.5 + wider / 2.0;
                sketch.shapes.push(Shape::Dot { x: to.0, y: to.1, radius, ink });
            }
            let y = place[1] + name.baseline.max(count.baseline);
            sketch.put(name, INK, Hold::Left, (place[0], y));
            sketch.put(count, INK, Hold::Right, (place[2], y));
        }
        (Some(place), _) => {
            room.taken.push(place);
            let x = f32::midpoint(place[0], place[2]);
            let ink = letters_on(step(classes, area.count));
            sketch.put(count, ink, Hold::Middle, (x, place[3] - 0.5));
        }
        _ => {}
    }
}

/// What the shades mean, the most first; where that ends.
fn legend(sketch: &mut Sketch<'_>, map: &Map, classes: &[Class], (left, top): Point) -> f32 {
    const SWATCH: (f32, f32) = (16.0, 10.0);
    let width = sketch.width - left;
    let strong = Style { is_strong: true, ..TICK };
    let mut y = sketch.paragraph(&map.axis, &strong, width, (left, top)) + 3.0;
    let lang = sketch.lang;
    for (place, (from, to)) in classes.iter().enumerate().rev() {
        let ink = ink_of(spread(place, classes.len()));
        sketch.shapes.push(Shape::Bar { x: left, y, width: SWATCH.0, height: SWATCH.1, ink });
        let [from, to] = [*from, *to].map(|count| numbers::number(count as u64, lang));
        let said = if from == to { from } else { format!("{from}–{to}") };
        sketch.say(&said, &TICK, Hold::Left, (left + SWATCH.0 + 6.0, y + 7.8));
        y += 14.0;
    }
    let (right, bottom) = (left + SWATCH.0, y + SWATCH.1);
    let ring = vec![(left, y), (right, y), (right, bottom), (left, bottom), (left, y)];
    sketch.shapes.push(Shape::Area { rings: vec![ring.clone()], ink: PALE });
    let paths = hatching(std::slice::from_ref(&ring), APART);
    sketch.shapes.push(Shape::Line { paths, thickness: 0.5, ink: HAIR, dash: None });
    sketch.shapes.push(Shape::Line { paths: vec![ring], thickness: 0.5, ink: MUTED, dash: None });
    let text: &Text = &map.others;
    sketch.paragraph(text, &TICK, width - SWATCH.0 - 6.0, (left + SWATCH.0 + 6.0, y - 0.5)).max(bottom)
}
