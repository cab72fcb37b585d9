//! One province with points in it, by size.

use ratatui::style::{Modifier, Style};

use super::raster::{Projection, Raster};
use crate::insight::{Class, natural_breaks};
use crate::reference::Outline;
use crate::tui::text::width;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};

/// The sizes, smallest first.
const SIGNS: [&str; 3] = ["·", "•", "●"];

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
        let named = format!("{marker}{} {}", dot.label, dot.name);
        let bare = format!("{marker}{}", dot.label);
        for text in [named, bare] {
            let end = x + 1 + width(&text) as u16;
            let is_free = end <= columns
                && !taken.iter().any(|(from, to, row)| *row == y && *from <= end && x + 1 <= *to);
            if is_free {
                let style = if dot.is_chosen { style } else { Style::new() };
                canvas.text(x + 1, y, &text, style);
                taken.push((x + 1, end, y));
                break;
            }
        }
    }
}
