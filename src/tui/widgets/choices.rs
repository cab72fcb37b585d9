//! Rows of something that can be set, each with its value; Left and Right take the values beside it.

use crate::tui::text::pad;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};

/// The value behind or before one, round and round.
pub fn beside<T: Clone + PartialEq>(all: &[T], value: T, forward: bool) -> T {
    let at = all.iter().position(|known| *known == value).unwrap_or(0);
    let step = if forward { 1 } else { all.len().saturating_sub(1) };
    all.get((at + step) % all.len().max(1)).cloned().unwrap_or(value)
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
