//! A funnel: shares by how many cases they rest on, between the limits within which luck alone would leave them.
//!
//! The limits are exact and therefore steps (`insight::limits`); they are drawn as they are, for a place is judged by
//! them. What lies outside has another shape and its name beside it.

use super::axis::Axis;
use super::sketch::{Sketch, diamond, triangle};
use super::{Hold, Path, Point, Shape};
use crate::brief::document::{Funnel, Spot};
use crate::brief::style::{CHART, DEEP, HAIR, INK, MUTED, Style, TICK};
use crate::i18n::numbers;
use crate::insight::{Place, SMALL, limits};

/// How high the plot is.
const TALL: f32 = 158.0;
/// How large a point is.
const RADIUS: f32 = 3.2;

const NAME: Style = Style { size: 7.6, ..CHART };
const STRONG: Style = Style { is_strong: true, ..NAME };

/// The plot: where it lies and what its axes are.
struct Plot {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    counts: Axis,
    shares: Axis,
}

impl Plot {
    fn at(&self, count: f64, share: f64) -> Point {
        let x = self.left + self.counts.part(count) * (self.right - self.left);
        (x, self.bottom - self.shares.part(share) * (self.bottom - self.top))
    }
}

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, funnel: &Funnel) -> f32 {
    let head = sketch.faces.lines(&funnel.axis, &TICK, Some(sketch.width));
    let top = sketch.stack(head, TICK.ink, (0.0, 0.0)) + 6.0;
    let most = funnel.spots.iter().map(|spot| spot.of).max().unwrap_or(SMALL);
    let highest = funnel.spots.iter().map(|spot| spot.share).fold(funnel.middle, f64::max);
    // The upper limits where the smallest place stands, if there is room for them.
    let least = funnel.spots.iter().map(|spot| spot.of).min().unwrap_or(SMALL).max(SMALL);
    let reach = f64::from(limits(least, funnel.middle).high998) / f64::from(least);
    let ticks = (sketch.width / 60.0).floor().clamp(3.0, 8.0) as u32;
    let plot = Plot {
        left: 30.0,
        right: sketch.width - 8.0,
        top,
        bottom: top + TALL,
        counts: Axis::of_counts(most + most / 20, ticks),
        shares: Axis::of_shares((reach.max(highest) + 0.02).min(1.0), 5),
    };
    grid(sketch, &plot);
    let lines = limit_lines(sketch, funnel, &plot);
    points(sketch, funnel, &plot, &lines);
    let y = plot.bottom + 24.0;
    sketch.write(&funnel.counts, &TICK, Hold::Right, (plot.right, y));
    key(sketch, funnel, plot.bottom + 30.0)
}

fn grid(sketch: &mut Sketch<'_>, plot: &Plot) {
    let lang = sketch.lang;
    for share in plot.shares.ticks() {
        let (_, y) = plot.at(0.0, share);
        let (thickness, ink) = if share <= 0.0 { (0.8, MUTED) } else { (0.4, HAIR) };
        sketch.rule(plot.left, y, plot.right - plot.left, thickness, ink);
        let said = if share <= 0.0 { numbers::number(0, lang) } else { numbers::percent(share, lang) };
        sketch.say(&said, &TICK, Hold::Right, (plot.left - 5.0, y + 2.7));
    }
    for count in plot.counts.ticks() {
        let (x, y) = plot.at(count, 0.0);
        sketch.upright(x, y, 3.0, 0.8, MUTED);
        sketch.say(&numbers::number(count as u64, lang), &TICK, Hold::Middle, (x, y + 12.0));
    }
}

/// The share of all and the limits around it; the points through which these run.
fn limit_lines(sketch: &mut Sketch<'_>, funnel: &Funnel, plot: &Plot) -> Path {
    let end = plot.counts.end as u32;
    let step = (end / 240).max(1);
    let mut lines: [Path; 4] = Default::default();
    for count in (SMALL..=end).step_by(step as usize) {
        let found = limits(count, funnel.middle);
        let found = [found.low998, found.low95, found.high95, found.high998];
        for (line, severe) in lines.iter_mut().zip(found) {
            let share = f64::from(severe) / f64::from(count);
            // What would leave the plot is not drawn along its edge.
            if share <= plot.shares.end {
                line.push(plot.at(count.into(), share));
            }
        }
    }
    let through = lines.iter().flatten().copied().collect();
    let [low998, low95, high95, high998] = lines;
    let whole = Shape::Line { paths: vec![low95, high95], thickness: 0.9, ink: MUTED, dash: None };
    let dashed = Shape::Line { paths: vec![low998, high998], thickness: 0.9, ink: MUTED, dash: Some(2.6) };
    sketch.shapes.extend([whole, dashed]);
    let (_, y) = plot.at(0.0, funnel.middle);
    sketch.rule(plot.left, y, plot.right - plot.left, 1.2, DEEP);
    through
}

/// The points, and beside them the names that find room: of those outside first.
fn points(sketch: &mut Sketch<'_>, funnel: &Funnel, plot: &Plot, lines: &[Point]) {
    let mut spots: Vec<(&Spot, Point)> =
        funnel.spots.iter().map(|spot| (spot, plot.at(spot.of.into(), spot.share))).collect();
    spots.sort_by_key(|(spot, _)| rank(spot.place));
    let mut taken: Vec<[f32; 4]> = spots
        .iter()
        .map(|(_, (x, y))| [x - RADIUS - 1.0, y - RADIUS - 1.0, x + RADIUS + 1.0, y + RADIUS + 1.0])
        .collect();
    for (spot, at) in &spots {
        mark(sketch, spot.place, *at);
        let style = if spot.place == Place::Inside { NAME } else { STRONG };
        let Some(line) = sketch.line(&spot.name, &style) else {
            continue;
        };
        let (wide, tall) = (line.width, line.height);
        let sides = [
            (at.0 + RADIUS + 3.0, at.1 - tall / 2.0),
            (at.0 - RADIUS - 3.0 - wide, at.1 - tall / 2.0),
            (at.0 - wide / 2.0, at.1 - RADIUS - 1.5 - tall),
            (at.0 - wide / 2.0, at.1 + RADIUS + 1.5),
        ];
        let (right, middle) = (sketch.width, plot.at(0.0, funnel.middle).1);
        let free = |place: &[f32; 4]| {
            let is_inside = place[0] >= plot.left + 2.0
                && place[2] <= right
                && place[1] >= plot.top - 6.0
                && place[3] <= plot.bottom - 1.0;
            is_inside && !taken.iter().any(|other| overlap(place, other))
        };
        let is_crossed = |[left, top, right, bottom]: &[f32; 4]| {
            let within = |(x, y): &Point| left <= x && x <= right && *top + 2.0 < *y && *y < bottom - 2.0;
            lines.iter().any(within) || (*top + 2.0 < middle && middle < bottom - 2.0)
        };
        let places = sides.map(|(x, y)| [x, y, x + wide, y + tall]);
        let clear = places.iter().find(|place| free(place) && !is_crossed(place));
        // A name is read even across a line; but only of what lies outside it must be.
        let found = clear.or_else(|| places.iter().find(|place| free(place) && spot.place != Place::Inside));
        if let Some(place) = found.copied() {
            taken.push(place);
            sketch.shapes.push(Shape::Text { line, x: place[0], y: place[1], ink: INK, hold: Hold::Left });
        }
    }
}

/// Those furthest outside come first.
fn rank(place: Place) -> u8 {
    match place {
        Place::Above998 | Place::Below998 => 0,
        Place::Above95 | Place::Below95 => 1,
        Place::Inside => 2,
    }
}

fn overlap(one: &[f32; 4], other: &[f32; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// A point: round inside, on its corner beyond the 95 % limits, three-cornered beyond the 99.8 % limits.
fn mark(sketch: &mut Sketch<'_>, place: Place, at: Point) {
    sketch.shapes.push(match place {
        Place::Inside => Shape::Dot { x: at.0, y: at.1, radius: RADIUS - 0.4, ink: MUTED },
        Place::Above95 | Place::Below95 => Shape::Area { rings: vec![diamond(at, RADIUS + 1.2)], ink: DEEP },
        Place::Above998 | Place::Below998 => {
            Shape::Area { rings: vec![triangle(at, RADIUS + 1.6)], ink: DEEP }
        }
    });
}

/// What lines and points mean; where that ends.
fn key(sketch: &mut Sketch<'_>, funnel: &Funnel, top: f32) -> f32 {
    let (mut x, mut y) = (0.0_f32, top);
    let mut tall = 0.0_f32;
    for (place, text) in funnel.key.iter().enumerate() {
        let lines = sketch.faces.lines(text, &TICK, Some(sketch.width - 22.0));
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max) + 22.0;
        if x > 0.0 && x + width > sketch.width {
            (x, y, tall) = (0.0, y + tall, 0.0);
        }
        let middle = y + lines.first().map_or(6.0, |line| line.height / 2.0);
        let line = |dash| Shape::Line {
            paths: vec![vec![(x, middle), (x + 16.0, middle)]],
            thickness: 0.9,
            ink: MUTED,
            dash,
        };
        match place {
            0 => sketch.rule(x, middle, 16.0, 1.2, DEEP),
            1 => sketch.shapes.push(line(None)),
            2 => sketch.shapes.push(line(Some(2.6))),
            3 => mark(sketch, Place::Above95, (x + 8.0, middle)),
            _ => mark(sketch, Place::Above998, (x + 8.0, middle)),
        }
        tall = tall.max(super::sketch::height(&lines));
        sketch.stack(lines, TICK.ink, (x + 22.0, y));
        x += width + 16.0;
    }
    y + tall + 2.0
}
