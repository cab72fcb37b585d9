//! Reads a row of cells back as what is to be printed: simple cells one by one, and runs of Khmer in one go.
//!
//! The backend and the painter of pictures both need this. It knows how [`put`](super::put()) lays text into cells
//! and must not know about terminals.

use std::num::NonZeroU16;
use std::ops::RangeInclusive;

use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::style::Style;

use super::width::profile;

/// Marks a cell as laid by this module: the first cell of a cluster, or a blank reserved behind it.
///
/// The width of one is what makes it sound. Ratatui then compares every cell by itself and skips none, so the
/// screen's shadow never misses a change; and a popup's `Clear` takes the mark away, so a cluster whose reserve has
/// been covered can be told from a whole one.
pub(super) const LAID: CellDiffOption = CellDiffOption::ForcedWidth(NonZeroU16::MIN);

const KHMER: RangeInclusive<char> = '\u{1780}'..='\u{17FF}';
const KHMER_SYMBOLS: RangeInclusive<char> = '\u{19E0}'..='\u{19FF}';

/// A piece of a row that is printed in one go at a column of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index of the first cell.
    pub column: usize,
    /// Cells reserved.
    pub width: usize,
    /// What is printed.
    pub text: String,
    /// The style of the first cell.
    pub style: Style,
    khmer: bool,
}

/// Whether every terminal prints this symbol in one column without looking at its neighbours.
pub fn is_simple(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (Some(' '..='~'), None) => true,
        (Some(letter), None) => !is_khmer(letter) && profile().cluster_width(symbol) == 1,
        _ => false,
    }
}

fn is_khmer(letter: char) -> bool {
    KHMER.contains(&letter) || KHMER_SYMBOLS.contains(&letter)
}

/// The runs of a row, from left to right: everything that is not [simple](is_simple).
///
/// Neighbouring Khmer clusters of one style are joined, so that a terminal which advances less than the reserve
/// leaves its gap at the end of a word and not inside it. A cluster whose reserve was overdrawn is left out.
pub fn runs(row: &[Cell]) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for (column, cell) in row.iter().enumerate() {
        let symbol = cell.symbol();
        if is_simple(symbol) {
            continue;
        }
        let width = profile().cluster_width(symbol);
        if width == 0 || !reserve_is_whole(row, column, width) {
            continue;
        }
        let run = Run {
            column,
            width,
            text: symbol.to_owned(),
            style: cell.style(),
            khmer: symbol.chars().any(is_khmer),
        };
        match found.last_mut() {
            Some(last)
                if last.khmer
                    && run.khmer
                    && last.style == run.style
                    && last.column + last.width == column =>
            {
                last.width += run.width;
                last.text.push_str(&run.text);
            }
            _ => found.push(run),
        }
    }
    found
}

/// A cluster that a plain widget drew has no reserve of its own; it is let through and what it covers is repaired
/// by printing the simple cells last.
fn reserve_is_whole(row: &[Cell], column: usize, width: usize) -> bool {
    if row.get(column).is_none_or(|cell| cell.diff_option != LAID) {
        return true;
    }
    (column + 1..column + width)
        .all(|at| row.get(at).is_some_and(|cell| cell.diff_option == LAID && cell.symbol() == " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text::{put, put_spans};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn texts(buffer: &Buffer) -> Vec<(usize, String)> {
        runs(&buffer.content).into_iter().map(|run| (run.column, run.text)).collect()
    }

    #[test]
    fn a_word_is_one_run_and_a_space_parts_two() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        put(&mut buffer, 1, 0, 19, "ខេត្ត កំពត a", Style::new());
        assert_eq!(texts(&buffer), [(1, "ខេត្ត".to_owned()), (6, "កំពត".to_owned())]);
    }

    #[test]
    fn a_new_style_starts_a_new_run() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        put_spans(&mut buffer, 0, 0, 20, &[("ខេ", Style::new()), ("ត្ត", Style::new().bold())]);
        assert_eq!(texts(&buffer), [(0, "ខេ".to_owned()), (2, "ត្ត".to_owned())]);
    }

    #[test]
    fn wide_letters_stand_alone() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        put(&mut buffer, 0, 0, 20, "病院", Style::new());
        assert_eq!(texts(&buffer), [(0, "病".to_owned()), (2, "院".to_owned())]);
    }

    #[test]
    fn a_cluster_half_under_a_popup_is_left_out() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        put(&mut buffer, 0, 0, 20, "ស្ត្រីក", Style::new());
        buffer[(2, 0)].reset();
        assert_eq!(texts(&buffer), [(3, "ក".to_owned())]);
    }
}
