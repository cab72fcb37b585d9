//! A table of texts: as many columns as there is room for, what matters least left out first, and what is left shared out
//! to those that want more than they need.

use ratatui::style::Style;

use super::canvas::{Canvas, Hit};
use crate::tui::text::width;
use crate::tui::theme::Theme;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub head: String,
    /// Whether it is written against the right edge, as numbers are.
    pub is_number: bool,
    /// The columns without which it is not shown; what is wider is cut, unless there is room. `None` where nothing is cut.
    pub least: Option<usize>,
    /// Its rank: the lowest stays longest.
    pub rank: u8,
}

impl Column {
    /// A column of texts that may be cut to so many columns.
    pub fn text(head: &str, least: usize, rank: u8) -> Self {
        Self { head: head.to_owned(), is_number: false, least: Some(least), rank }
    }

    /// A column of texts of which nothing is cut.
    pub fn whole(head: &str, rank: u8) -> Self {
        Self { head: head.to_owned(), is_number: false, least: None, rank }
    }

    /// A column of numbers.
    pub fn number(head: &str, rank: u8) -> Self {
        Self { head: head.to_owned(), is_number: true, least: None, rank }
    }
}

/// A cell: its text and how it looks.
pub type Cell = (String, Style);

/// Blanks between two columns.
const GAP: usize = 2;

/// Blanks before the first column of rows that can be chosen.
const INDENT: u16 = 2;

/// How wide each column is in so many columns of the screen; 0 for those that have no room.
pub fn widths(columns: &[Column], rows: &[Vec<Cell>], room: usize) -> Vec<usize> {
    let wanted: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let cells = rows.iter().filter_map(|row| row.get(place)).map(|(text, _)| width(text));
            cells.max().unwrap_or(0).max(width(&column.head))
        })
        .collect();
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|place| columns.get(*place).map_or(u8::MAX, |column| column.rank));
    let (mut widths, mut left) = (vec![0; columns.len()], room + GAP);
    let least = |place: usize| {
        let wanted = wanted.get(place).copied().unwrap_or(0);
        columns.get(place).and_then(|column| column.least).map_or(wanted, |least| least.min(wanted))
    };
    for (index, place) in order.iter().copied().enumerate() {
        let needed = least(place).min(if index == 0 { room } else { usize::MAX });
        if needed > 0 && needed + GAP <= left {
            if let Some(width) = widths.get_mut(place) {
                *width = needed;
            }
            left -= needed + GAP;
        }
    }
    // The rest goes to those that are cut, in turn, so that a long one does not take all of it; twice to what matters most.
    let order: Vec<usize> = order.first().into_iter().chain(&order).copied().collect();
    loop {
        let mut is_given = false;
        for place in &order {
            let wants = wanted.get(*place).copied().unwrap_or(0);
            if let Some(width) = widths.get_mut(*place).filter(|width| **width > 0 && **width < wants)
                && left > 0
            {
                *width += 1;
                left -= 1;
                is_given = true;
            }
        }
        if !is_given {
            return widths;
        }
    }
}

/// Draws the heads of the columns.
pub fn head(columns: &[Column], widths: &[usize], (x, y): (u16, u16), style: Style, canvas: &mut Canvas<'_>) {
    let cells: Vec<Cell> = columns.iter().map(|column| (column.head.clone(), style)).collect();
    row(columns, widths, (x, y), &cells, canvas);
}

/// The cells of the chosen row: reversed, colours would be patches in it.
fn plain(cells: &[Cell]) -> Vec<Cell> {
    cells.iter().map(|(text, _)| (text.clone(), Style::new())).collect()
}

/// How rows look of which one is chosen: a sign before it, the whole row marked, and for screen readers the cursor on it.
#[derive(Clone, Copy)]
pub struct Choices {
    pub chosen: usize,
    pub theme: Theme,
    /// The cursor is elsewhere, where somebody types.
    pub is_typing: bool,
}

impl Choices {
    /// Draws the row of an index; a click on it finds that index.
    pub fn row(
        &self,
        columns: &[Column],
        widths: &[usize],
        (index, y): (usize, u16),
        cells: &[Cell],
        canvas: &mut Canvas<'_>,
    ) {
        let is_chosen = index == self.chosen;
        if is_chosen {
            row(columns, widths, (INDENT, y), &plain(cells), canvas);
        } else {
            row(columns, widths, (INDENT, y), cells, canvas);
        }
        canvas.zone(0, y, canvas.width(), 1, Hit::Row(index));
        if is_chosen {
            canvas.text(0, y, ">", self.theme.text());
            canvas.style_row(y, self.theme.selected());
            if self.theme.plain && !self.is_typing {
                canvas.set_cursor(0, y);
            }
        }
    }
}

/// Draws a row.
fn row(
    columns: &[Column],
    widths: &[usize],
    (mut x, y): (u16, u16),
    cells: &[Cell],
    canvas: &mut Canvas<'_>,
) {
    for ((column, width), (text, style)) in columns.iter().zip(widths).zip(cells) {
        let room = *width as u16;
        if room == 0 {
            continue;
        }
        if column.is_number {
            canvas.text_right(x, y, room, text, *style);
        } else {
            canvas.text_in(x, y, room, text, *style);
        }
        x += room + GAP as u16;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(room: usize) -> Vec<usize> {
        let columns = [
            Column::whole("Date", 1),
            Column::text("Party", 6, 2),
            Column::text("What", 8, 0),
            Column::number("n", 3),
        ];
        let cell = |text: &str| (text.to_owned(), Style::new());
        let rows =
            [vec![cell("31/10/2026"), cell("the Ministry"), cell("a counter for card-holders"), cell("12")]];
        widths(&columns, &rows, room)
    }

    #[test]
    fn what_matters_least_gives_way_first_and_the_rest_is_shared_out() {
        assert_eq!(fitted(100), [10, 12, 26, 2]);
        // Two more blanks between each.
        assert_eq!(fitted(56), [10, 12, 26, 2]);
        assert_eq!(fitted(55), [10, 12, 25, 2]);
        assert_eq!(fitted(40), [10, 8, 14, 2]);
        assert_eq!(fitted(28), [10, 6, 8, 0]);
        assert_eq!(fitted(20), [10, 0, 8, 0]);
        assert_eq!(fitted(8), [0, 0, 8, 0]);
        assert_eq!(fitted(5), [0, 0, 5, 0]);
        assert_eq!(fitted(0), [0, 0, 0, 0]);
        for room in 0..120 {
            let widths = fitted(room);
            let shown = widths.iter().filter(|width| **width > 0).count();
            assert!(
                widths.iter().sum::<usize>() + GAP * shown.saturating_sub(1) <= room,
                "{room}: {widths:?}"
            );
        }
    }
}
