//! Counts in time as columns, each of which bears its count; in two rows or more where counts would run into each other.

use super::Hold;
use super::Shape;
use super::axis::Axis;
use super::sketch::Sketch;
use crate::brief::document::{Series, Span, Text};
use crate::brief::style::{DEEP, HAIR, INK, LIGHT, MUTED, Style, TICK};
use crate::i18n::numbers;

/// How high the tallest column is: of one row, and of one of several.
const TALL: f32 = 112.0;
const LOWER: f32 = 72.0;

/// Above a row's tallest column.
const ABOVE: f32 = 13.0;

/// Draws it; how high it is.
pub fn draw(sketch: &mut Sketch<'_>, series: &Series) -> f32 {
    let head = sketch.faces.lines(&series.axis, &TICK, Some(sketch.width));
    let mut end = sketch.stack(head, TICK.ink, (0.0, 0.0));
    let counts: Vec<String> = series.spans.iter().map(|span| counted(sketch, span)).collect();
    let mut widest = 0.0_f32;
    for count in &counts {
        widest = sketch.label(count, &TICK).map_or(widest, |line| widest.max(line.width));
    }
    let most = (sketch.width / (widest + 2.0)).floor().max(1.0) as usize;
    let rows = series.spans.len().div_ceil(most).max(1);
    let size = series.spans.len().div_ceil(rows).max(1);
    let tall = if rows == 1 { TALL } else { LOWER };
    let axis = Axis::to(series.spans.iter().map(|span| span.count).max().unwrap_or(1));
    let width = sketch.width / size as f32;
    let mut year = None;
    for (spans, counts) in series.spans.chunks(size).zip(counts.chunks(size)) {
        let bottom = end + ABOVE + tall;
        columns(sketch, (spans, counts), (axis, tall), (width, bottom));
        end = names(sketch, spans, year, (width, bottom));
        year = spans.iter().rev().find_map(|span| span.year.as_ref()).or(year);
    }
    end
}

/// The columns of a row with their counts.
fn columns(
    sketch: &mut Sketch<'_>,
    (spans, counts): (&[Span], &[String]),
    (axis, tallest): (Axis, f32),
    (width, bottom): (f32, f32),
) {
    sketch.rule(0.0, bottom, sketch.width, 0.8, MUTED);
    let bar = (width * 0.68).min(34.0);
    for (place, (span, count)) in spans.iter().zip(counts).enumerate() {
        let middle = (place as f32 + 0.5) * width;
        let tall = axis.part(span.count.into()) * tallest;
        let ink = if span.is_over { DEEP } else { LIGHT };
        if span.count > 0 {
            let (x, y) = (middle - bar / 2.0, bottom - tall);
            sketch.shapes.push(Shape::Bar { x, y, width: bar, height: tall, ink });
        }
        sketch.say(count, &TICK, Hold::Middle, (middle, bottom - tall - 3.5));
    }
}

/// The names of the spans and years under their columns; `year` is that in which the row begins. Gives where that ends.
fn names(sketch: &mut Sketch<'_>, spans: &[Span], year: Option<&Text>, (width, bottom): (f32, f32)) -> f32 {
    // Where letters would run into each other only each second or third span is named.
    let longest = sketch.widest(spans.iter().map(|span| &span.short), &TICK);
    let needed = longest + 4.0 + ((longest - width) / 2.0).max(0.0);
    let every = (1..=spans.len()).find(|every| *every as f32 * width >= needed);
    let every = every.unwrap_or(spans.len().max(1));
    let mut free = f32::MIN;
    for (place, span) in spans.iter().enumerate() {
        let edge = place as f32 * width;
        if place % every == 0 {
            sketch.write(&span.short, &TICK, Hold::Middle, (edge + width / 2.0, bottom + 12.0));
        }
        if let Some(year) = span.year.as_ref().or(year.filter(|_| place == 0)) {
            sketch.upright(edge.max(0.25), bottom, 26.0, 0.5, if place == 0 { HAIR } else { MUTED });
            if let Some(line) = sketch.line(year, &STRONG).filter(|_| edge + 4.0 > free) {
                let x = edge + 4.0;
                free = x + line.width + 4.0;
                sketch.put(line, STRONG.ink, Hold::Left, (x, bottom + 24.0));
            }
        }
    }
    let has_years = year.is_some() || spans.iter().any(|span| span.year.is_some());
    bottom + if has_years { 28.0 } else { 16.0 }
}

const STRONG: Style = Style { is_strong: true, ink: INK, ..TICK };

/// The count over a column, marked where its span is not over.
fn counted(sketch: &Sketch<'_>, span: &Span) -> String {
    let count = numbers::number(span.count.into(), sketch.lang);
    if span.is_over { count } else { format!("{count}*") }
}
