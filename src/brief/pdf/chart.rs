//! Charts, drawn.

use super::faces::Line;
use super::flow::Flow;
use super::sheets::{Drawn, Kind, Owner, height, rule, upright};
use super::style::{
    self, CAPTION, CHART, DEEP, HAIR, INK, LEFT, LIGHT, MUTED, NOTE, RIGHT, Style, TICK, WIDTH,
};
use crate::brief::document::{Chart, Figure, Interval, Ranking, Series, Span, Text};
use crate::i18n::numbers;

/// Where a text is held.
#[derive(Clone, Copy)]
enum Hold {
    Left,
    Middle,
    Right,
}

/// A chart, laid out.
struct Set {
    caption: Vec<Line>,
    drawn: Vec<Drawn>,
    tall: f32,
    notes: Vec<Vec<Line>>,
}

impl Set {
    fn of(flow: &mut Flow, figure: &Figure) -> Self {
        let caption = flow.faces.lines(&figure.caption, &CAPTION, Some(WIDTH));
        let mut drawn = Vec::new();
        let tall = match &figure.chart {
            Chart::Ranking(ranking) => rank(flow, ranking, &mut drawn),
            Chart::Series(series) => columns(flow, series, &mut drawn),
        };
        let mut notes = Vec::new();
        for note in &figure.notes {
            notes.push(flow.faces.lines(note, &NOTE, Some(style::MEASURE)));
        }
        Self { caption, drawn, tall, notes }
    }

    /// With its caption and notes.
    fn height(&self) -> f32 {
        let noted: f32 = self.notes.iter().map(|lines| height(lines)).sum();
        height(&self.caption) + 6.0 + self.tall + 6.0 + noted
    }
}

/// How high a chart is with its caption and notes.
pub fn tall(flow: &mut Flow, figure: &Figure) -> f32 {
    Set::of(flow, figure).height()
}

/// Places a chart with its caption and notes, all on one page.
pub fn place(flow: &mut Flow, figure: &Figure) {
    let set = Set::of(flow, figure);
    flow.sheets.need(set.height());
    let group = flow.sheets.node(Kind::Division, None);
    let node = flow.sheets.node(Kind::Paragraph, Some(group));
    flow.sheets.pour(Owner::Node(node), set.caption, LEFT, CAPTION.ink);
    flow.sheets.skip(6.0);
    let top = flow.sheets.y;
    let node = flow.sheets.node(Kind::Figure(figure.alternative.clone()), Some(group));
    flow.sheets.place(Owner::Node(node), set.drawn.into_iter().map(|drawn| lowered(drawn, top)).collect());
    flow.sheets.y += set.tall;
    flow.sheets.skip(6.0);
    for lines in set.notes {
        let node = flow.sheets.node(Kind::Paragraph, Some(group));
        flow.sheets.pour(Owner::Node(node), lines, LEFT, NOTE.ink);
    }
    flow.sheets.skip(12.0);
}

fn lowered(drawn: Drawn, by: f32) -> Drawn {
    match drawn {
        Drawn::Text { line, x, y, ink } => Drawn::Text { line, x, y: y + by, ink },
        Drawn::Bar { x, y, width, height, ink } => Drawn::Bar { x, y: y + by, width, height, ink },
        Drawn::Dot { x, y, radius, ink } => Drawn::Dot { x, y: y + by, radius, ink },
    }
}

/// A text by its baseline.
fn write(flow: &mut Flow, text: &Text, style: &Style, hold: Hold, (x, y): (f32, f32)) -> Option<Drawn> {
    let line = flow.faces.lines(text, style, None).into_iter().next()?;
    let x = match hold {
        Hold::Left => x,
        Hold::Middle => x - line.width / 2.0,
        Hold::Right => x - line.width,
    };
    Some(Drawn::Text { y: y - line.baseline, line, x, ink: style.ink })
}

fn said(flow: &mut Flow, text: &str, style: &Style, hold: Hold, at: (f32, f32)) -> Option<Drawn> {
    let text = Text::told(text, flow.lang);
    write(flow, &text, style, hold, at)
}

/// Shares with their intervals; how high that is.
fn rank(flow: &mut Flow, ranking: &Ranking, drawn: &mut Vec<Drawn>) -> f32 {
    const LONGEST: f32 = 150.0;
    const FIGURES: f32 = 86.0;
    const STEP: f32 = 16.5;
    let names = widest(flow, ranking.rows.iter().map(|row| &row.name), &CHART).min(LONGEST);
    let (left, right) = (LEFT + names + 16.0, RIGHT - FIGURES);
    let highest = ranking.rows.iter().map(|row| row.high).fold(0.0, f64::max);
    let (end, step) = if highest <= 0.5 {
        (((highest * 10.0).ceil() / 10.0).max(0.1), 0.1)
    } else {
        (((highest * 5.0).ceil() / 5.0).min(1.0), 0.2)
    };
    let at = |share: f64| left + (share / end).clamp(0.0, 1.0) as f32 * (right - left);
    let mut top = 14.0;
    drawn.extend(write(flow, &ranking.axis, &TICK, Hold::Left, (left, 6.0)));
    let mut rows = Vec::new();
    for row in &ranking.rows {
        let name = flow.faces.lines(&row.name, &CHART, Some(names + 1.0));
        let tall = STEP.max(height(&name) + 3.0);
        rows.push((row, name, top, tall));
        top += tall;
    }
    let ticks = (end / step).round() as u32;
    for tick in 0..=ticks {
        let share = f64::from(tick) * step;
        let (thickness, ink) = if tick == 0 { (0.8, MUTED) } else { (0.5, HAIR) };
        drawn.push(upright(at(share), 12.0, top - 10.0, thickness, ink));
        let percent = numbers::percent(share, flow.lang);
        let percent = if tick == 0 { numbers::number(0, flow.lang) } else { percent };
        drawn.extend(said(flow, &percent, &TICK, Hold::Middle, (at(share), top + 11.0)));
    }
    for (row, name, y, tall) in rows {
        let middle = y + tall / 2.0;
        let mut line_y = middle - height(&name) / 2.0;
        for line in name {
            let tall = line.height;
            drawn.push(Drawn::Text { line, x: LEFT, y: line_y, ink: CHART.ink });
            line_y += tall;
        }
        interval(flow, row, (at(row.low), at(row.share), at(row.high)), middle, drawn);
    }
    top + 16.0
}

/// One interval with its figures at the right.
fn interval(flow: &mut Flow, row: &Interval, x: (f32, f32, f32), y: f32, drawn: &mut Vec<Drawn>) {
    let (low, share, high) = x;
    drawn.push(rule(low, y, high - low, 2.2, LIGHT));
    for end in [low, high] {
        drawn.push(upright(end, y - 3.5, 7.0, 1.1, LIGHT));
    }
    drawn.push(Drawn::Dot { x: share, y, radius: 3.3, ink: DEEP });
    let strong = Style { is_strong: true, ..CHART };
    let said_share = numbers::percent(row.share, flow.lang);
    drawn.extend(said(flow, &said_share, &strong, Hold::Right, (RIGHT - 46.0, y + 3.0)));
    let of = format!("n = {}", numbers::number(row.of.into(), flow.lang));
    drawn.extend(said(flow, &of, &TICK, Hold::Right, (RIGHT, y + 3.0)));
}

/// Counts in time as columns; how high that is. Each column bears its count, so that no axis is needed.
fn columns(flow: &mut Flow, series: &Series, drawn: &mut Vec<Drawn>) -> f32 {
    const TALL: f32 = 112.0;
    const TOP: f32 = 20.0;
    let (left, bottom) = (LEFT, TOP + TALL);
    let highest = series.spans.iter().map(|span| span.count).max().unwrap_or(1).max(1);
    drawn.extend(write(flow, &series.axis, &TICK, Hold::Left, (LEFT, 6.0)));
    let at = |count: u32| bottom - count as f32 / highest as f32 * TALL;
    drawn.push(rule(left, bottom, RIGHT - left, 0.8, MUTED));
    let width = (RIGHT - left) / series.spans.len().max(1) as f32;
    let bar = (width * 0.68).min(34.0);
    // Where letters would run into each other only each second or third span is named.
    let longest = widest(flow, series.spans.iter().map(|span| &span.short), &TICK);
    let every = (1..=series.spans.len()).find(|every| *every as f32 * width >= longest + 4.0).unwrap_or(1);
    for (place, span) in series.spans.iter().enumerate() {
        let middle = left + (place as f32 + 0.5) * width;
        let top = at(span.count);
        let ink = if span.is_over { DEEP } else { LIGHT };
        if span.count > 0 {
            drawn.push(Drawn::Bar { x: middle - bar / 2.0, y: top, width: bar, height: bottom - top, ink });
        }
        drawn.extend(counted(flow, span, (middle, top - 3.5)));
        if place % every == 0 {
            drawn.extend(write(flow, &span.short, &TICK, Hold::Middle, (middle, bottom + 12.0)));
        }
        if let Some(year) = &span.year {
            let edge = left + place as f32 * width;
            drawn.push(upright(edge, bottom, 26.0, 0.5, if place == 0 { HAIR } else { MUTED }));
            let strong = Style { is_strong: true, ink: INK, ..TICK };
            drawn.extend(write(flow, year, &strong, Hold::Left, (edge + 4.0, bottom + 24.0)));
        }
    }
    bottom + if series.spans.iter().any(|span| span.year.is_some()) { 28.0 } else { 16.0 }
}

/// The count over a column, marked where its span is not over.
fn counted(flow: &mut Flow, span: &Span, at: (f32, f32)) -> Option<Drawn> {
    let count = numbers::number(span.count.into(), flow.lang);
    let count = if span.is_over { count } else { format!("{count}*") };
    said(flow, &count, &TICK, Hold::Middle, at)
}

/// How wide the widest of some texts is.
fn widest<'a>(flow: &mut Flow, texts: impl Iterator<Item = &'a Text>, style: &Style) -> f32 {
    let mut widest = 0.0_f32;
    for text in texts {
        let lines = flow.faces.lines(text, style, None);
        widest = lines.first().map_or(widest, |line| widest.max(line.width));
    }
    widest
}
