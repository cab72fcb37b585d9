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
const SHORTEST_NAME: usize = 14;

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
    // First and last column (not included) and row of what is drawn.
    let mut taken: Vec<(u16, u16, u16)> = dots.iter().filter_map(place).map(|(x, y)| (x, x + 1, y)).collect();
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
        canvas.text(x, y, sign(dot.size), style.remove_modifier(Modifier::DIM));
        if let Some(row) = dot.row {
            canvas.zone(x.saturating_sub(1), y, 3, 1, Hit::Place(row));
        }
        let marker = if dot.is_chosen { ">" } else { "" };
        let label = format!("{marker}{}", dot.label);
        let style = if dot.is_chosen { style } else { Style::new() }.remove_modifier(Modifier::DIM);
        if let Some((from, text)) = beside((x, y), columns, &taken, &label, &dot.name) {
            canvas.text(from, y, &text, style);
            taken.push((from, from + width(&text) as u16, y));
        }
    }
}

/// The label beside a point, with the name where there is room: on its right, else on its left.
fn beside(
    (x, y): (u16, u16),
    columns: u16,
    taken: &[(u16, u16, u16)],
    label: &str,
    name: &str,
) -> Option<(u16, String)> {
    let in_row = || taken.iter().filter(|(_, _, row)| *row == y);
    let right_end =
        in_row().filter(|(from, _, _)| *from > x).map(|(from, _, _)| from.saturating_sub(1)).min();
    let left_end = in_row().filter(|(from, _, _)| *from < x).map(|(_, end, _)| end + 1).max();
    let right = usize::from(right_end.unwrap_or(columns).saturating_sub(x + 1));
    let left = usize::from(x.saturating_sub(left_end.unwrap_or(0)));
    let named = format!("{label} {name}");
    let wanted = width(&named).min(width(label) + 1 + SHORTEST_NAME);
    let cut = |room: usize| truncate(&named, room).into_owned();
    let at_left = |text: String| Some((x - width(&text) as u16, text));
    if right >= wanted && (right >= width(&named) || right >= left) {
        Some((x + 1, cut(right)))
    } else if left >= wanted {
        at_left(cut(left))
    } else if right >= width(label) {
        Some((x + 1, label.to_owned()))
    } else if left >= width(label) {
        at_left(label.to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stands_where_there_is_room_for_it() {
        let beside = |x, taken: &[(u16, u16, u16)]| beside((x, 0), 20, taken, "46", "Odong Hospital");
        assert_eq!(beside(0, &[(0, 1, 0)]), Some((1, "46 Odong Hospital".to_owned())));
        assert_eq!(beside(18, &[(18, 19, 0)]), Some((1, "46 Odong Hospital".to_owned())));
        assert_eq!(beside(3, &[(3, 4, 0), (9, 10, 0)]), Some((4, "46".to_owned())));
        assert_eq!(beside(4, &[(4, 5, 0), (6, 7, 0), (0, 1, 0)]), Some((2, "46".to_owned())));
        assert_eq!(beside(2, &[(2, 3, 0), (4, 5, 0), (0, 1, 0)]), None);
        assert_eq!(sizes(&[1.0, 2.0, 40.0, 300.0]).len(), 3);
    }
}
