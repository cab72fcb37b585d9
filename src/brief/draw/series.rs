//! Counts in time as columns. Each column bears its count, or a scale beside them tells it where they are
//! many.

use super::Hold;
use super::Shape;
use super::axis::Axis;
use super::sketch::Sketch;
use crate::brief::document::{Series, Span};
use crate::brief::style::{DEEP, HAIR, INK, LIGHT, MUTED, Style, TICK};
use crate::i18n::numbers;

/// How high the tallest column is.
const TALL: f32 = 112.0;

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, series: &Series) -> f32 {
    let head = sketch.faces.lines(&series.axis, &TICK, Some(sketch.width));
    let top = sketch.stack(head, TICK.ink, (0.0, 0.0)) + 13.0;
    let counts: Vec<String> = series.spans.iter().map(|span| counted(sketch, span)).collect();
    let mut widest = 0.0_f32;
    for count in &counts {
        widest = sketch.label(count, &TICK).map_or(widest, |line| widest.max(line.width));
    }
    let spans = series.spans.len().max(1) as f32;
    let highest = series.spans.iter().map(|span| span.count).max().unwrap_or(1);
    // Where counts would run into each other a scale tells them.
    let is_tight = widest + 2.0 > sketch.width / spans;
    let axis = if is_tight { Axis::of_counts(highest, 5) } else { Axis::to(highest) };
    let bottom = top + TALL;
    let left = if is_tight { scale(sketch, axis, widest, (top, bottom)) } else { 0.0 };
    let width = (sketch.width - left) / spans;
    sketch.rule(left, bottom, sketch.width - left, 0.8, MUTED);
    let bar = (width * 0.68).min(34.0);
    for (place, (span, count)) in series.spans.iter().zip(&counts).enumerate() {
        let middle = left + (place as f32 + 0.5) * width;
        let tall = axis.part(span.count.into()) * TALL;
        let ink = if span.is_over { DEEP } else { LIGHT };
        if span.count > 0 {
            let (x, y) = (middle - bar / 2.0, bottom - tall);
            sketch.shapes.push(Shape::Bar { x, y, width: bar, height: tall, ink });
        }
        let above = if !is_tight {
            count.as_str()
        } else if span.is_over {
            ""
        } else {
            "*"
        };
        sketch.say(above, &TICK, Hold::Middle, (middle, bottom - tall - 3.5));
    }
    names(sketch, series, (left, width), bottom)
}

/// The names of the spans and years under their columns; where that ends.
fn names(sketch: &mut Sketch<'_>, series: &Series, (left, width): (f32, f32), bottom: f32) -> f32 {
    // Where letters would run into each other only each second or third span is named.
    let longest = sketch.widest(series.spans.iter().map(|span| &span.short), &TICK);
    let needed = longest + 4.0 + ((longest - width) / 2.0).max(0.0);
    let every = (1..=series.spans.len()).find(|every| *every as f32 * width >= needed);
    let every = every.unwrap_or(series.spans.len().max(1));
    let mut free = f32::MIN;
    for (place, span) in series.spans.iter().enumerate() {
        let edge = left + place as f32 * width;
        if place % every == 0 {
            sketch.write(&span.short, &TICK, Hold::Middle, (edge + width / 2.0, bottom + 12.0));
        }
        if let Some(year) = &span.year {
            sketch.upright(edge.max(0.25), bottom, 26.0, 0.5, if place == 0 { HAIR } else { MUTED });
            if let Some(line) = sketch.line(year, &STRONG).filter(|_| edge + 4.0 > free) {
                let x = edge + 4.0;
                free = x + line.width + 4.0;
                sketch.put(line, STRONG.ink, Hold::Left, (x, bottom + 24.0));
            }
        }
    }
    bottom + if series.spans.iter().any(|span| span.year.is_some()) { 28.0 } else { 16.0 }
}

/// A scale at the left; where the columns begin.
fn scale(sketch: &mut Sketch<'_>, axis: Axis, widest: f32, (top, bottom): (f32, f32)) -> f32 {
    let left = widest + 6.0;
    for tick in axis.ticks() {
        let y = bottom - axis.part(tick) * (bottom - top);
        sketch.rule(left, y, sketch.width - left, 0.5, HAIR);
        let said = numbers::number(tick.round() as u64, sketch.lang);
        sketch.say(&said, &TICK, Hold::Right, (left - 4.0, y + 2.7));
    }
    left
}

const STRONG: Style = Style { is_strong: true, ink: INK, ..TICK };

/// The count over a column, marked where its span is not over.
fn counted(sketch: &Sketch<'_>, span: &Span) -> String {
    let count = numbers::number(span.count.into(), sketch.lang);
    if span.is_over { count } else { format!("{count}*") }
}
