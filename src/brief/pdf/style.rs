//! The measures of a page and how its text is set: one grid, two weights, three inks. In points, from the page's upper left corner.

pub use crate::brief::style::{DEEP, HAIR, INK, Ink, LIGHT, MUTED, Style};

/// A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);

/// A third of it, as wide.
pub const THIRD: (f32, f32) = (PAGE.0, PAGE.1 / 3.0);
/// The first line of a third.
pub const THIRD_TOP: f32 = 44.0;
/// How much is left free below its text: what printers cannot reach.
pub const THIRD_BELOW: f32 = 12.0;

/// Where text begins on each page, and where it ends.
pub const LEFT: f32 = 68.0;
/// The right edge of tables and charts.
pub const RIGHT: f32 = PAGE.0 - 68.0;
/// The first line of all pages but the first.
pub const TOP: f32 = 92.0;
/// The first line of the first page.
pub const FIRST_TOP: f32 = 76.0;
/// The last line of a page.
pub const BOTTOM: f32 = PAGE.1 - 84.0;

/// How wide tables and charts are.
pub const WIDTH: f32 = RIGHT - LEFT;
/// How wide running text is: some eighty letters.
pub const MEASURE: f32 = 420.0;

/// The title.
pub const TITLE: Style = Style::new(23.0, 1.3, true, DEEP);
/// Under the title.
pub const SUBTITLE: Style = Style::new(13.0, 1.4, false, INK);
/// Who and when.
pub const PARTICULARS: Style = Style::new(8.8, 1.55, false, MUTED);
/// Headings.
pub const HEADING: Style = Style::new(14.0, 1.35, true, DEEP);
/// Running text.
pub const BODY: Style = Style::new(9.8, 1.55, false, INK);
/// Somebody's words.
pub const QUOTE: Style = Style::new(9.8, 1.6, false, INK);
/// Whose words.
pub const SOURCE: Style = Style::new(8.8, 1.5, true, DEEP);
/// Over a table or chart.
pub const CAPTION: Style = Style::new(9.2, 1.5, true, INK);
/// Names of columns.
pub const COLUMN: Style = Style::new(8.0, 1.4, true, MUTED);
/// Cells.
pub const CELL: Style = Style::new(9.0, 1.45, false, INK);
/// What stands in brackets behind a cell's figure.
pub const ASIDE: Style = Style::new(8.2, 1.45 * 9.0 / 8.2, false, MUTED);
/// Under a table or chart.
pub const NOTE: Style = Style::new(7.9, 1.5, false, MUTED);
/// A figure to remember.
pub const KEY: Style = Style::new(24.0, 1.2, true, DEEP);
/// What it counts.
pub const KEY_LABEL: Style = Style::new(8.4, 1.45, false, INK);
/// At the head and foot of a page.
pub const FURNITURE: Style = Style::new(7.9, 1.4, false, MUTED);
