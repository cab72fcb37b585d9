//! Rows of something that can be set, each with its value; Left and Right take the values beside it.

use crate::tui::action::Action;
use crate::tui::text::{pad, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::list::Place;

/// The value behind or before one, round and round.
pub fn beside<T: Clone + PartialEq>(all: &[T], value: T, forward: bool) -> T {
    let at = all.iter().position(|known| *known == value).unwrap_or(0);
    let step = if forward { 1 } else { all.len().saturating_sub(1) };
    all.get((at + step) % all.len().max(1)).cloned().unwrap_or(value)
}

/// Whether an action takes the next value, or the one before; `None` for one that sets nothing.
pub fn turns(action: Action) -> Option<bool> {
    match action {
        Action::Open | Action::More => Some(true),
        Action::Less => Some(false),
        _ => None,
    }
}

/// Draws rows with their values, of which as many are seen as there is room for, and below them what the chosen one means and how
/// it is set.
pub fn draw(
    canvas: &mut Canvas<'_>,
    rows: &[(&str, String)],
    place: Place,
    [doc, how]: [&str; 2],
    theme: Theme,
) {
    let left = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    let seen = rows.len().min(usize::from(canvas.height()).max(1));
    let mut fitted = place;
    fitted.fit(rows.len(), seen);
    for (y, (index, (label, value))) in rows.iter().enumerate().skip(fitted.top).take(seen).enumerate() {
        row(canvas, (y as u16, index), (label, left), value, index == place.chosen, theme);
    }
    let columns = canvas.width();
    let mut below = canvas.part(2, seen as u16 + 1, columns.saturating_sub(4), u16::MAX);
    let used = below.paragraph(0, 0, doc, theme.text());
    below.paragraph(0, used + 1, how, theme.dim());
}

/// Draws a row: what is set in so many columns, then its value.
pub fn row(
    canvas: &mut Canvas<'_>,
    (y, index): (u16, usize),
    (label, left): (&str, usize),
    value: &str,
    is_chosen: bool,
    theme: Theme,
) {
    let marker = if is_chosen { ">" } else { " " };
    let used = canvas.text(0, y, &format!("{marker} {}", pad(label, left)), theme.text());
    let value = if is_chosen { format!("‹ {value} ›") } else { format!("  {value}") };
    canvas.text(used, y, &value, theme.text());
    canvas.zone(0, y, canvas.width(), 1, Hit::Row(index));
    if is_chosen {
        canvas.style_row(y, theme.selected());
        if theme.plain {
            canvas.set_cursor(0, y);
        }
    }
}
