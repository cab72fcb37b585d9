//! The provinces, shaded by how many cases they have.
//!
//! Counts, not rates: nobody knows how many members go to hospital in a province, and a rate among all residents would
//! say more about where factories stand than about service. Each shaded province bears its count, and its name where
//! that finds room; what may not be shown by itself is hatched, and is not told from what has none.

use super::land::{Land, hatching};
use super::room::{Leave, Place, Room, Wish, leader, reach};
use super::sketch::Sketch;
use super::{Hold, Point, Shape};
use crate::brief::document::{Area, Map, Text};
use crate::brief::faces::Line;
use crate::brief::style::{CHART, HAIR, INK, Ink, MUTED, Style, TICK};
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
    let is_beside = is_beside(sketch.width);
    let land = land(sketch.width);
    let counts: Vec<f64> = map.areas.iter().map(|area| f64::from(area.count)).collect();
    let classes = natural_breaks(&counts, STEPS.len());
    ground(sketch, &land, map, &classes);
    let bottom = labels(sketch, &land, map, &classes);
    if is_beside {
        let left = land.width + 16.0;
        let end = legend(sketch, map, &classes, (left, 10.0));
        let width = sketch.width - left;
        let credit = sketch.faces.lines(&map.credit, &NOTE, Some(width));
        let tall = super::sketch::height(&credit);
        sketch.stack(credit, NOTE.ink, (left, (land.height - tall).max(end + 4.0)));
        bottom.max(land.height).max(end + 4.0 + tall)
    } else {
        let end = legend(sketch, map, &classes, (0.0, bottom + 4.0));
        sketch.paragraph(&map.credit, &NOTE, sketch.width, (0.0, end + 2.0))
    }
}

/// Whether there is room for the legend beside the country.
fn is_beside(width: f32) -> bool {
    width > 320.0
}

/// The country in a drawing so wide.
pub(super) fn land(width: f32) -> Land {
    Land::new(if is_beside(width) { (width * 0.64).min(300.0) } else { width })
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

/// Where the texts of a province stand.
#[derive(Clone, Copy)]
enum Stands {
    /// Name and count in it.
    Named(Place),
    /// The same with the name on two lines.
    Broken(Place),
    /// The count alone in it.
    Counted(Place),
    /// Name and count beside the country, with a line to it.
    Beside(Place),
}

impl Told<'_> {
    /// How large a name and the count under it are.
    fn size(&self, lines: &[Line]) -> (f32, f32) {
        let wide = lines.iter().map(|line| line.width).fold(self.count.width, f32::max);
        (wide + 3.0, super::sketch::height(lines) + self.count.height - 2.0)
    }

    /// The count alone.
    fn small(&self) -> (f32, f32) {
        (self.count.width + 1.0, self.count.baseline * 0.85)
    }

    fn named(&self, room: &Room<'_>) -> Option<Stands> {
        let inside = |lines: &[Line]| room.inside(self.area.province, self.size(lines), self.middle);
        let whole = inside(std::slice::from_ref(&self.name)).map(Stands::Named);
        whole.or_else(|| inside(&self.broken).map(Stands::Broken))
    }

    fn wish(&self) -> Wish {
        let size = (self.name.width + 4.0 + self.count.width, self.name.height.max(self.count.height));
        Wish { size, to: self.middle }
    }
}

/// Counts and names: inside their province, else beside the country with a line to it, else the count alone. Gives where
/// that ends.
fn labels(sketch: &mut Sketch<'_>, land: &Land, map: &Map, classes: &[Class]) -> f32 {
    let mut told = Vec::new();
    for area in &map.areas {
        let said = numbers::number(area.count.into(), sketch.lang);
        let (name, count) = (sketch.line(&area.name, &NAME), sketch.label(&said, &COUNT));
        if let (Some(name), Some(count), Some(middle)) = (name, count, land.middle(area.province)) {
            let broken = sketch.faces.lines(&area.name, &NAME, Some(name.width * 0.7));
            told.push(Told { area, name, broken, count, middle });
        }
    }
    // The country ends above the frame's lower edge.
    let ground = sketch.shapes.iter().filter_map(|shape| match shape {
        Shape::Area { rings, .. } => rings.iter().flatten().map(|(_, y)| *y).reduce(f32::max),
        _ => None,
    });
    let mut end = ground.fold(0.0, f32::max);
    for (told, stands) in told.iter().zip(places(land, &told)) {
        if let Stands::Beside(place) = stands {
            end = end.max(place[3]);
        }
        put(sketch, told, stands, letters_on(step(classes, told.area.count)));
    }
    end
}

/// Where all texts stand. Each count has its place before any name: where the frame has no room for those that stand
/// beside the country they stand below it, and at last their lines run over texts.
fn places(land: &Land, told: &[Told<'_>]) -> Vec<Stands> {
    let below: f32 = told.iter().map(|told| told.wish().size.1 + 3.0).sum();
    let attempts = [Leave::default(), Leave { below, over_texts: false }, Leave { below, over_texts: true }];
    let longest = |stands: &[Stands]| {
        let reaches = told.iter().zip(stands).filter_map(|(told, stands)| match stands {
            Stands::Beside(place) => Some(reach(*place, told.middle)),
            _ => None,
        });
        reaches.fold(0.0, f32::max)
    };
    // A line across the country is read as anything but whose count it is: rather one below it.
    let mut least: Option<(f32, Vec<Stands>)> = None;
    for leave in attempts {
        // But a text that is crossed out is worse than a long line.
        if leave.over_texts && least.is_some() {
            break;
        }
        let Some(stands) = arranged(land, told, leave) else { continue };
        let reach = longest(&stands);
        if least.as_ref().is_none_or(|(so_far, _)| reach < *so_far) {
            least = Some((reach, stands));
        }
        if reach < land.width * 0.4 {
            break;
        }
    }
    let around = |told: &Told<'_>| {
        let ((wide, tall), (x, y)) = (told.small(), told.middle);
        Stands::Counted([x - wide / 2.0, y - tall / 2.0, x + wide / 2.0, y + tall / 2.0])
    };
    least.map_or_else(|| told.iter().map(around).collect(), |(_, stands)| stands)
}

/// Where all texts stand, if each count finds a place.
fn arranged(land: &Land, told: &[Told<'_>], leave: Leave) -> Option<Vec<Stands>> {
    let mut room = Room::new(land);
    let mut inside = Vec::new();
    for told in told {
        let place = room.inside(told.area.province, told.small(), told.middle);
        if let Some(place) = place {
            room.take(place);
        }
        inside.push(place);
    }
    // Provinces that are too small for their count choose together.
    let small = told.iter().zip(&inside).filter(|(_, inside)| inside.is_none());
    let wishes: Vec<Wish> = small.map(|(told, _)| told.wish()).collect();
    let beside = room.all_beside(&wishes, leave)?;
    for (place, wish) in beside.iter().zip(&wishes) {
        room.take_beside(*place, wish.to);
    }
    let mut beside = beside.into_iter();
    let mut stands = Vec::new();
    for (told, inside) in told.iter().zip(inside) {
        let Some(inside) = inside else {
            stands.push(Stands::Beside(beside.next()?));
            continue;
        };
        room.release(inside);
        // With the name where there is room, in the province or by a short line: a long one across the country tells
        // less than a count in its place.
        let near = |place: &Place| reach(*place, told.middle) < land.width * 0.2;
        let found = told.named(&room);
        let found = found.or_else(|| room.beside(&told.wish()).filter(near).map(Stands::Beside));
        let found = found.unwrap_or(Stands::Counted(inside));
        match found {
            Stands::Beside(place) => room.take_beside(place, told.middle),
            Stands::Named(place) | Stands::Broken(place) | Stands::Counted(place) => room.take(place),
        }
        stands.push(found);
    }
    Some(stands)
}

/// Writes the texts of a province; `ink` is what can be read on it.
fn put(sketch: &mut Sketch<'_>, told: &Told<'_>, stands: Stands, ink: Ink) {
    match stands {
        Stands::Named(place) => named(sketch, std::slice::from_ref(&told.name), &told.count, place, ink),
        Stands::Broken(place) => named(sketch, &told.broken, &told.count, place, ink),
        Stands::Counted(place) => {
            let x = f32::midpoint(place[0], place[2]);
            sketch.put(told.count.clone(), ink, Hold::Middle, (x, place[3] - 0.5));
        }
        Stands::Beside(place) => {
            let (from, to) = leader(place, told.middle);
            // A light edge keeps line and dot apart from a dark ground.
            for (wider, ink) in [(1.6, WHITE), (0.0, INK)] {
                let paths = vec![vec![from, to]];
                sketch.shapes.push(Shape::Line { paths, thickness: 0.6 + wider, ink, dash: None });
                let radius = 1.5 + wider / 2.0;
                sketch.shapes.push(Shape::Dot { x: to.0, y: to.1, radius, ink });
            }
            let y = place[1] + told.name.baseline.max(told.count.baseline);
            sketch.put(told.name.clone(), INK, Hold::Left, (place[0], y));
            sketch.put(told.count.clone(), INK, Hold::Right, (place[2], y));
        }
    }
}

/// A name over its count.
fn named(sketch: &mut Sketch<'_>, name: &[Line], count: &Line, place: Place, ink: Ink) {
    let x = f32::midpoint(place[0], place[2]);
    let mut y = place[1] - 1.0;
    for line in name {
        sketch.put(line.clone(), ink, Hold::Middle, (x, y + line.baseline));
        y += line.height;
    }
    let below = place[3] - (count.height - count.baseline) + 1.0;
    sketch.put(count.clone(), ink, Hold::Middle, (x, below));
}

/// What the shades mean, the most first, under each other or in rows below the country; where that ends.
fn legend(sketch: &mut Sketch<'_>, map: &Map, classes: &[Class], (left, top): Point) -> f32 {
    const SWATCH: (f32, f32) = (16.0, 10.0);
    let width = sketch.width - left;
    let strong = Style { is_strong: true, ..TICK };
    let mut y = sketch.paragraph(&map.axis, &strong, width, (left, top)) + 3.0;
    let lang = sketch.lang;
    let mut x = left;
    for (place, (from, to)) in classes.iter().enumerate().rev() {
        let ink = ink_of(spread(place, classes.len()));
        let [from, to] = [*from, *to].map(|count| numbers::number(count as u64, lang));
        let said = if from == to { from } else { format!("{from}–{to}") };
        let Some(line) = sketch.label(&said, &TICK) else { continue };
        let wide = SWATCH.0 + 6.0 + line.width;
        if x > left && (is_beside(sketch.width) || x + wide > sketch.width) {
            (x, y) = (left, y + 14.0);
        }
        sketch.shapes.push(Shape::Bar { x, y, width: SWATCH.0, height: SWATCH.1, ink });
        sketch.put(line, TICK.ink, Hold::Left, (x + SWATCH.0 + 6.0, y + 7.8));
        x += wide + 12.0;
    }
    y += 14.0;
    let (right, bottom) = (left + SWATCH.0, y + SWATCH.1);
    let ring = vec![(left, y), (right, y), (right, bottom), (left, bottom), (left, y)];
    sketch.shapes.push(Shape::Area { rings: vec![ring.clone()], ink: PALE });
    let paths = hatching(std::slice::from_ref(&ring), APART);
    sketch.shapes.push(Shape::Line { paths, thickness: 0.5, ink: HAIR, dash: None });
    sketch.shapes.push(Shape::Line { paths: vec![ring], thickness: 0.5, ink: MUTED, dash: None });
    let text: &Text = &map.others;
    sketch.paragraph(text, &TICK, width - SWATCH.0 - 6.0, (left + SWATCH.0 + 6.0, y - 0.5)).max(bottom)
}
