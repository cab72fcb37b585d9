//! Shares with their intervals, one under the other.

use super::axis::Axis;
use super::sketch::{Sketch, height};
use super::{Hold, Shape};
use crate::brief::document::{Interval, Ranking};
use crate::brief::style::{CHART, DEEP, HAIR, LIGHT, MUTED, Style, TICK};
use crate::i18n::numbers;

/// Between two rows' middles, at least.
const STEP: f32 = 15.4;

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, ranking: &Ranking) -> f32 {
    let longest = (sketch.width * 0.33).max(70.0);
    let names = sketch.widest(ranking.rows.iter().map(|row| &row.name), &CHART).min(longest);
    let (shares, beside) = figures_widths(sketch, ranking);
    let (left, right) = (names + 16.0, sketch.width - shares - beside - 24.0);
    let ticks = ((right - left) / 24.0).floor().clamp(1.0, 5.0) as u32;
    let axis = Axis::of_shares(ranking.rows.iter().map(|row| row.high).fold(0.0, f64::max), ticks);
    let at = |share: f64| left + axis.part(share) * (right - left);
    let head = sketch.faces.lines(&ranking.axis, &TICK, Some(sketch.width - left));
    let begin = sketch.stack(head, TICK.ink, (left, 0.0)) + 2.0;
    let mut top = begin;
    let mut rows = Vec::new();
    for row in &ranking.rows {
        let name = sketch.faces.lines(&row.name, &CHART, Some(names + 1.0));
        let tall = STEP.max(height(&name) + 3.0);
        rows.push((row, name, top, tall));
        top += tall;
    }
    for share in axis.ticks() {
        let is_first = share <= 0.0;
        let (thickness, ink) = if is_first { (0.8, MUTED) } else { (0.5, HAIR) };
        sketch.upright(at(share), begin, top - begin + 2.0, thickness, ink);
        let lang = sketch.lang;
        let said = if is_first { numbers::number(0, lang) } else { numbers::percent(share, lang) };
        sketch.say(&said, &TICK, Hold::Middle, (at(share), top + 11.0));
    }
    for (row, name, y, tall) in rows {
        let middle = y + tall / 2.0;
        let high = height(&name);
        sketch.stack(name, CHART.ink, (0.0, middle - high / 2.0));
        interval(sketch, row, (at(row.low), at(row.share), at(row.high)), middle, beside);
    }
    top + 16.0
}

/// The strong figure of a row, and of how many it is.
fn figures(sketch: &Sketch<'_>, row: &Interval) -> (String, String) {
    let of = format!("n = {}", numbers::number(row.of.into(), sketch.lang));
    (numbers::percent(row.share, sketch.lang), of)
}

/// How wide the columns of figures at the right are: the strong ones, and of how many each is.
fn figures_widths(sketch: &mut Sketch<'_>, ranking: &Ranking) -> (f32, f32) {
    let (mut share, mut of) = (0.0_f32, 0.0_f32);
    for row in &ranking.rows {
        let (said, counted) = figures(sketch, row);
        share = share.max(sketch.label(&said, &STRONG).map_or(0.0, |line| line.width));
        of = of.max(sketch.label(&counted, &TICK).map_or(0.0, |line| line.width));
    }
    (share, of)
}

const STRONG: Style = Style { is_strong: true, ..CHART };

/// One interval with its figures at the right.
fn interval(
    sketch: &mut Sketch<'_>,
    row: &Interval,
    (low, share, high): (f32, f32, f32),
    y: f32,
    beside: f32,
) {
    sketch.rule(low, y, high - low, 2.2, LIGHT);
    for end in [low, high] {
        sketch.upright(end, y - 3.5, 7.0, 1.1, LIGHT);
    }
    sketch.shapes.push(Shape::Dot { x: share, y, radius: 3.3, ink: DEEP });
    let (said, of) = figures(sketch, row);
    sketch.say(&said, &STRONG, Hold::Right, (sketch.width - beside - 8.0, y + 3.0));
    sketch.say(&of, &TICK, Hold::Right, (sketch.width, y + 3.0));
}
