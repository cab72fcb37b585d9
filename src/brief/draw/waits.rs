//! Waits side by side: of each side the middle half as a box, the median in it, and a line to where one in ten waited
//! longer. Each mark bears its figure: the median and the last one above it, the ends of the box below. Single visits are
//! not drawn: these marks say nothing of any one of them.

use super::axis::Axis;
use super::sketch::{Sketch, height};
use super::{Hold, Shape};
use crate::brief::document::{Cell, Side, Waits};
use crate::brief::faces::Line;
use crate::brief::style::{CHART, DEEP, HAIR, INK, LIGHT, MUTED, Style, TICK};
use crate::i18n::numbers;

/// How high a side's box is, and what it takes with the figures above and below it.
const BOX: f32 = 15.0;
const STEP: f32 = 57.0;

const STRONG: Style = Style { is_strong: true, ink: INK, ..CHART };
const FIGURE: Style = Style { is_strong: true, ink: DEEP, size: 9.4, ..CHART };

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, waits: &Waits) -> f32 {
    let names = side_names(sketch, waits);
    let left = names.iter().flatten().map(|line| line.width).fold(0.0, f32::max) + 16.0;
    let right = sketch.width - 24.0;
    let highest = waits.sides.iter().map(|side| side.p90.max(side.upper)).fold(0.0, f64::max);
    let ticks = ((right - left) / 46.0).floor().max(2.0) as u32;
    let axis = Axis::of_minutes(highest, ticks);
    let at = |minutes: f64| left + axis.part(minutes) * (right - left);
    let head = sketch.faces.lines(&waits.axis, &TICK, Some(sketch.width - left));
    let top = sketch.stack(head, TICK.ink, (left, 0.0)) + 2.0;
    let steps: Vec<f32> = names.iter().map(|name| STEP.max(height(name) + 8.0)).collect();
    let bottom = top + steps.iter().sum::<f32>();
    for tick in axis.ticks() {
        let (thickness, ink) = if tick <= 0.0 { (0.8, MUTED) } else { (0.5, HAIR) };
        sketch.upright(at(tick), top, bottom - top + 2.0, thickness, ink);
        let lang = sketch.lang;
        let said = if tick <= 0.0 { numbers::number(0, lang) } else { written(tick, lang) };
        sketch.say(&said, &TICK, Hold::Middle, (at(tick), bottom + 12.0));
    }
    let mut begin = top;
    for ((side, name), step) in waits.sides.iter().zip(names).zip(steps) {
        let high = height(&name);
        let middle = begin + 29.0_f32.max(high / 2.0 + 4.0);
        begin += step;
        sketch.stack(name, INK, (0.0, middle - high / 2.0));
        one(sketch, side, at, (left, middle));
    }
    key(sketch, waits, bottom + 20.0)
}

fn written(minutes: f64, lang: crate::i18n::Lang) -> String {
    Cell::Wait { minutes, of: None }.written(lang)
}

/// The names of the sides, each over how many it has.
fn side_names(sketch: &mut Sketch<'_>, waits: &Waits) -> Vec<Vec<Line>> {
    let width = (sketch.width * 0.24).max(64.0);
    let mut names = Vec::new();
    for side in &waits.sides {
        let mut lines = sketch.faces.lines(&side.name, &STRONG, Some(width));
        let of = format!("n = {}", numbers::number(side.of.into(), sketch.lang));
        lines.extend(sketch.label(&of, &TICK));
        names.push(lines);
    }
    names
}

/// The marks of one side around the middle of its box.
fn one(sketch: &mut Sketch<'_>, side: &Side, at: impl Fn(f64) -> f32, (left, y): (f32, f32)) {
    let [lower, median, upper, p90] = [side.lower, side.median, side.upper, side.p90].map(at);
    sketch.rule(upper, y, p90 - upper, 1.1, MUTED);
    sketch.upright(p90, y - 5.0, 10.0, 1.4, MUTED);
    let width = (upper - lower).max(0.8);
    sketch.shapes.push(Shape::Bar { x: lower, y: y - BOX / 2.0, width, height: BOX, ink: LIGHT });
    sketch.upright(median, y - BOX / 2.0 - 2.5, BOX + 5.0, 2.6, DEEP);
    let above = y - BOX / 2.0 - 6.0;
    pair(sketch, [(side.median, median, &FIGURE), (side.p90, p90, &TICK)], (left, above));
    let below = y + BOX / 2.0 + 10.0;
    pair(sketch, [(side.lower, lower, &TICK), (side.upper, upper, &TICK)], (left, below));
}

/// Two figures at their marks, on one line, apart from each other and from the edges.
fn pair(sketch: &mut Sketch<'_>, figures: [(f64, f32, &Style); 2], (left, y): (f32, f32)) {
    let lang = sketch.lang;
    let [one, other] = figures.map(|(minutes, at, style)| {
        sketch.label(&written(minutes, lang), style).map(|line| (line, at, style.ink))
    });
    let (Some((one, at, ink)), Some((other, other_at, other_ink))) = (one, other) else {
        return;
    };
    let widths = (one.width, other.width);
    let first = (at - widths.0 / 2.0).max(left + 2.0);
    let second = (other_at - widths.1 / 2.0).min(sketch.width - widths.1).max(first + widths.0 + 6.0);
    let over = (second + widths.1 - sketch.width).max(0.0);
    sketch.put(one, ink, Hold::Left, (first - over, y));
    sketch.put(other, other_ink, Hold::Left, (second - over, y));
}

/// What the marks mean, each beside its mark; where that ends.
fn key(sketch: &mut Sketch<'_>, waits: &Waits, top: f32) -> f32 {
    let (mut x, mut y, mut row) = (0.0_f32, top, 0.0_f32);
    for (place, text) in waits.key.iter().enumerate() {
        let lines = sketch.faces.lines(text, &TICK, Some(sketch.width - 20.0));
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max) + 20.0;
        if x > 0.0 && x + width > sketch.width {
            (x, y, row) = (0.0, y + row + 1.0, 0.0);
        }
        let tall = height(&lines);
        let middle = y + lines.first().map_or(6.0, |line| line.height / 2.0);
        match place {
            0 => sketch.upright(x + 7.0, middle - 5.0, 10.0, 2.6, DEEP),
            1 => sketch.shapes.push(Shape::Bar { x, y: middle - 4.0, width: 14.0, height: 8.0, ink: LIGHT }),
            _ => {
                sketch.rule(x, middle, 14.0, 1.1, MUTED);
                sketch.upright(x + 14.0, middle - 4.0, 8.0, 1.4, MUTED);
            }
        }
        sketch.stack(lines, TICK.ink, (x + 20.0, y));
        row = row.max(tall);
        x += width + 18.0;
    }
    y + row + 2.0
}
