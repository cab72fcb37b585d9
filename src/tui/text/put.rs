//! Lays text into ratatui's buffer, one cluster a cell with the rest of its columns reserved as blanks.
//!
//! The only road from a person's text to the screen. It must not know about themes: styles come from the caller.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::style::Style;

use super::clean;
use super::runs::{LAID, is_simple};
use super::width::{clusters, printed_cluster, profile};

/// Draws `text` from (`x`, `y`) on, in at most `max_width` columns, and returns the columns used.
///
/// The text is cleaned first. A cluster that does not fit whole is not drawn. Coordinates outside the buffer draw
/// nothing.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, max_width: u16, text: &str, style: Style) -> u16 {
    let printed = clean::for_screen(text);
    lay(buffer, x, y, max_width, clusters(&printed).map(|cluster| (cluster, style)))
}

/// Draws pieces of different styles one after another; as [`put`] otherwise.
pub fn put_spans(buffer: &mut Buffer, x: u16, y: u16, max_width: u16, spans: &[(&str, Style)]) -> u16 {
    let mut used: u16 = 0;
    for (text, style) in spans {
        used += put(buffer, x.saturating_add(used), y, max_width.saturating_sub(used), text, *style);
    }
    used
}

/// Draws `text` with `mark_style` laid over the clusters that any of `mark_ranges` touches; as [`put`] otherwise.
///
/// The ranges are in bytes of `text` as given. They may overlap, be empty, or reach past the end.
#[expect(clippy::too_many_arguments, reason = "put, and what to mark")]
pub fn put_marked(
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    max_width: u16,
    text: &str,
    style: Style,
    mark_ranges: &[Range<usize>],
    mark_style: Style,
) -> u16 {
    let (printed, origins) = clean::for_screen_with_origins(text);
    let mut origins = origins.into_iter().peekable();
    let mut end = 0;
    let styled = clusters(&printed).map(|cluster| {
        end += cluster.len();
        let mut marked = false;
        while let Some(origin) = origins.next_if(|origin| origin.printed < end) {
            marked |= mark_ranges.iter().any(|range| overlap(range, &origin.source));
        }
        (cluster, if marked { style.patch(mark_style) } else { style })
    });
    lay(buffer, x, y, max_width, styled)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start.max(other.start) < one.end.min(other.end)
}

fn lay<'a>(
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    max_width: u16,
    styled: impl Iterator<Item = (&'a str, Style)>,
) -> u16 {
    let area = buffer.area;
    if !(area.left()..area.right()).contains(&x) || !(area.top()..area.bottom()).contains(&y) {
        return 0;
    }
    let room = usize::from(max_width.min(area.right() - x));
    let mut used = 0;
    for (cluster, style) in styled {
        let width = profile().cluster_width(cluster);
        if width == 0 {
            continue;
        }
        if used + width > room {
            break;
        }
        let symbol = printed_cluster(cluster);
        let diff_option = if is_simple(&symbol) { CellDiffOption::None } else { LAID };
        for step in 0..width {
            let column = x + (used + step) as u16;
            if let Some(cell) = buffer.cell_mut((column, y)) {
                fill(cell, if step == 0 { &symbol } else { " " }, style, diff_option);
            }
        }
        used += width;
    }
    used as u16
}

/// Writes one cell, keeping what `style` leaves open, such as the background of a panel underneath.
fn fill(cell: &mut Cell, symbol: &str, style: Style, diff_option: CellDiffOption) {
    cell.set_symbol(symbol).set_style(style).set_diff_option(diff_option);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text::width;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier};

    fn symbols(buffer: &Buffer) -> Vec<&str> {
        buffer.content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn a_cluster_takes_one_cell_and_reserves_the_rest() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 7, 1));
        assert_eq!(put(&mut buffer, 1, 0, 6, "ខេត្តa", Style::new().bg(Color::Blue)), 5);
        assert_eq!(symbols(&buffer), [" ", "ខេ", " ", "ត្ត", " ", "a", " "]);
        assert_eq!(buffer[(2, 0)].bg, Color::Blue);
        assert_eq!(buffer[(6, 0)].bg, Color::Reset);
    }

    #[test]
    fn a_cluster_that_does_not_fit_is_not_begun() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        assert_eq!(put(&mut buffer, 0, 0, 9, "ខេត្ត", Style::new()), 2);
        assert_eq!(symbols(&buffer), ["ខេ", " ", " "]);
    }

    #[test]
    fn what_stood_there_is_drawn_over_whole() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        put(&mut buffer, 0, 0, 4, "ខេត្ត", Style::new());
        put(&mut buffer, 0, 0, 4, "abcd", Style::new());
        let mut fresh = Buffer::empty(Rect::new(0, 0, 4, 1));
        put(&mut fresh, 0, 0, 4, "abcd", Style::new());
        assert_eq!(buffer, fresh);
    }

    #[test]
    fn marks_widen_to_clusters_and_survive_cleaning() {
        let text = "\u{1b}ក\u{200B}ត្ត x";
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        // Only the coeng sign in the middle of the cluster is asked for.
        let coeng = text.find('\u{17D2}').unwrap();
        let bold = Style::new().add_modifier(Modifier::BOLD);
        put_marked(&mut buffer, 0, 0, 8, text, Style::new(), &[coeng..coeng + 1, 90..99], bold);
        let marked: Vec<bool> =
            buffer.content.iter().map(|cell| cell.modifier.contains(Modifier::BOLD)).collect();
        assert_eq!(marked, [false, true, true, false, false, false, false, false]);
    }

    proptest! {
        #[test]
        fn nothing_falls_outside(
            text in any::<String>(), x in 0_u16..20, y in 0_u16..6, max_width in 0_u16..30,
            start in 0_usize..40, length in 0_usize..10,
        ) {
            let mut buffer = Buffer::empty(Rect::new(3, 2, 9, 2));
            let used = put(&mut buffer, x, y, max_width, &text, Style::new());
            prop_assert!(used <= max_width.min(9));
            prop_assert!(usize::from(used) <= width(&text));
            let mut again = Buffer::empty(Rect::new(3, 2, 9, 2));
            let plain = Style::new();
            let marks = start..start + length;
            prop_assert_eq!(put_marked(&mut again, x, y, max_width, &text, plain, &[marks], plain), used);
            prop_assert_eq!(&buffer, &again);
            let spans = [(text.as_str(), plain), ("ខេត្ត", plain)];
            put_spans(&mut again, x, y, max_width, &spans);
        }
    }
}
