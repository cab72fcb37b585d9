//! One province with points in it, by size.

use ratatui::style::{Modifier, Style};

use super::raster::{Projection, Raster};
use crate::insight::{Class, natural_breaks};
use crate::reference::Outline;
use crate::tui::text::{truncate, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};

/// The sizes, smallest first.
const SIGNS: [&str; 3] = ["·", "•", "●"];

/// A name that is cut shorter says nothing.
const SHORTEST_NAME: usize = 8;

/// A point.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Latitude and longitude.
    pub point: (f64, f64),
    /// Its size, from 0.
    pub size: usize,
    /// What it is called.
    pub name: String,
    /// Its number as written.
    pub label: String,
    /// Whether it is, or belongs to, what is chosen.
    pub is_chosen: bool,
    /// The row of the ranking that it belongs to.
    pub row: Option<usize>,
}

/// The sign of a size.
pub fn sign(size: usize) -> &'static str {
    SIGNS.get(size).copied().unwrap_or("●")
}

/// Which counts have which size.
pub fn sizes(counts: &[f64]) -> Vec<Class> {
    natural_breaks(counts, SIGNS.len())
}

/// Draws a province with its points; numbers, and names after them, where nothing else stands.
pub fn draw_dots(outline: &Outline, dots: &[Dot], canvas: &mut Canvas<'_>, theme: Theme) {
    let Some(bounds) = outline.bounds() else {
        return;
    };
    let (columns, rows) = (canvas.width(), canvas.height());
    let (projection, (wide, high)) = Projection::fit(bounds, columns, rows);
    let projection = projection.moved((columns - wide) / 2, (rows - high) / 2);
    let raster = Raster::new([outline], projection, columns, rows);
    for y in 0..rows {
        for x in 0..columns {
            if let Some(border) = Raster::braille(x, y, |x, y| raster.is_border(x, y)) {
                canvas.text(x, y, border.encode_utf8(&mut [0; 4]), theme.dim());
            }
        }
    }
    // The chosen and the large first: they get their room before the others.
    let mut order: Vec<&Dot> = dots.iter().collect();
    order.sort_by_key(|dot| (!dot.is_chosen, std::cmp::Reverse(dot.size)));
    let place = |dot: &Dot| {
        let (x, y) = projection.dot(dot.point.0, dot.point.1);
        let inside = x >= 0.0 && y >= 0.0;
        let cell = ((x / super::raster::ACROSS as f64) as u16, (y / super::raster::DOWN as f64) as u16);
        (inside && cell.0 < columns && cell.1 < rows).then_some(cell)
    };
    let mut taken: Vec<(u16, u16, u16)> = dots.iter().filter_map(place).map(|(x, y)| (x, x, y)).collect();
    let mut drawn: Vec<(u16, u16)> = Vec::new();
    for dot in order {
        let Some((x, y)) = place(dot) else {
            continue;
        };
        if drawn.contains(&(x, y)) {
            continue;
        }
        drawn.push((x, y));
        let style = if dot.is_chosen { theme.selected().add_modifier(Modifier::BOLD) } else { theme.bar() };
        canvas.text(x, y, sign(dot.size), style);
        if let Some(row) = dot.row {
            canvas.zone(x.saturating_sub(1), y, 3, 1, Hit::Place(row));
        }
        let marker = if dot.is_chosen { ">" } else { "" };
        let label = format!("{marker}{}", dot.label);
        let next =
            taken.iter().filter(|(from, _, row)| *row == y && *from > x).map(|(from, _, _)| *from).min();
        let is_covered = taken.iter().any(|(from, to, row)| *row == y && *from <= x + 1 && x < *to);
        let room = usize::from(next.map_or(columns, |next| next - 1).saturating_sub(x + 1));
        let named = format!("{label} {}", dot.name);
        let text = if room >= (width(&label) + 1 + SHORTEST_NAME).min(width(&named)) {
            truncate(&named, room).into_owned()
        } else {
            label
        };
        if !is_covered && width(&text) <= room {
            let style = if dot.is_chosen { style } else { Style::new().remove_modifier(Modifier::DIM) };
            canvas.text(x + 1, y, &text, style);
            taken.push((x + 1, x + 1 + width(&text) as u16, y));
        }
    }
}
