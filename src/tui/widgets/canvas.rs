//! A rectangle of the screen, drawn on from its own corner; what falls outside is not drawn.
//!
//! All text goes through `tui::text`, so that Khmer stays whole.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::book::Order;
use crate::tui::action::Action;
use crate::tui::model::Screen;
use crate::tui::text::{put, truncate, width, wrap};
use crate::tui::theme::Theme;

/// What a click somewhere means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// An action of the table.
    Act(Action),
    /// A screen of the header.
    Show(Screen),
    /// The head of a column: sorts the list of cases so.
    Sort(Order),
    /// A row of the list; on the chosen one again, what Enter does.
    Row(usize),
    /// A field of the form.
    Field(usize),
    /// A value among those that a field offers.
    Choice(usize),
    /// A place on the map, by its row in the ranking.
    Place(usize),
}

/// What is left behind by drawing, besides the cells.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Where the terminal's cursor belongs.
    pub cursor: Option<Position>,
    /// What a click means where; the last that holds a point counts.
    pub zones: Vec<(Rect, Hit)>,
}

impl Marks {
    /// What a click there means.
    pub fn hit(&self, x: u16, y: u16) -> Option<Hit> {
        let point = Position::new(x, y);
        self.zones.iter().rev().find(|(area, _)| area.contains(point)).map(|(_, hit)| *hit)
    }
}

/// A rectangle to draw on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    marks: &'a mut Marks,
}

impl<'a> Canvas<'a> {
    /// The part of a buffer that lies within `area`.
    pub fn new(buffer: &'a mut Buffer, area: Rect, marks: &'a mut Marks) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, marks }
    }

    /// Its columns.
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// Its rows.
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// A rectangle of it, in its own coordinates.
    pub fn part(&mut self, x: u16, y: u16, width: u16, height: u16) -> Canvas<'_> {
        let left = self.area.x.saturating_add(x);
        let top = self.area.y.saturating_add(y);
        let area = Rect { x: left, y: top, width, height }.intersection(self.area);
        Canvas { buffer: self.buffer, area, marks: self.marks }
    }

    /// All rows from one on.
    pub fn below(&mut self, y: u16) -> Canvas<'_> {
        let (width, height) = (self.width(), self.height().saturating_sub(y));
        self.part(0, y, width, height)
    }

    /// A rectangle of that size in the middle.
    pub fn centred(&mut self, width: u16, height: u16) -> Canvas<'_> {
        let (width, height) = (width.min(self.width()), height.min(self.height()));
        let (x, y) = ((self.width() - width) / 2, (self.height() - height) / 2);
        self.part(x, y, width, height)
    }

    /// Draws a text to the right edge at most; returns the columns used. What is cut off ends in `…`.
    pub fn text(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        self.text_in(x, y, self.width().saturating_sub(x), text, style)
    }

    /// Draws a text in so many columns at most.
    pub fn text_in(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        if x >= self.width() || y >= self.height() {
            return 0;
        }
        let columns = columns.min(self.width() - x);
        let cut = truncate(text, usize::from(columns));
        put(self.buffer, self.area.x + x, self.area.y + y, columns, &cut, style)
    }

    /// Draws a text against the right end of so many columns.
    pub fn text_right(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) {
        let cut = truncate(text, usize::from(columns)).into_owned();
        let missing = columns.saturating_sub(width(&cut) as u16);
        self.text_in(x.saturating_add(missing), y, columns - missing, &cut, style);
    }

    /// Draws pieces one after another; returns the columns used.
    pub fn pieces(&mut self, x: u16, y: u16, pieces: &[(&str, Style)]) -> u16 {
        let mut used = 0;
        for (text, style) in pieces {
            used += self.text(x.saturating_add(used), y, text, *style);
        }
        used
    }

    /// Draws a text wrapped to the right edge; returns its rows.
    pub fn paragraph(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let columns = usize::from(self.width().saturating_sub(x)).max(1);
        let lines = wrap(text, columns);
        for (row, line) in (y..).zip(&lines) {
            self.text(x, row, line, style);
        }
        lines.len() as u16
    }

    /// Lays a style over a row.
    pub fn style_row(&mut self, y: u16, style: Style) {
        if y < self.height() {
            self.buffer.set_style(Rect { y: self.area.y + y, height: 1, ..self.area }, style);
        }
    }

    /// Takes away what is there.
    pub fn clear(&mut self) {
        for y in self.area.top()..self.area.bottom() {
            for x in self.area.left()..self.area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Draws a box along the edge with a title, and returns what is inside, with a blank on either side.
    pub fn boxed(&mut self, title: &str, theme: Theme) -> Canvas<'_> {
        let (columns, rows) = (self.width(), self.height());
        if columns < 6 || rows < 3 || theme.plain {
            self.text(0, 0, title, theme.heading());
            return self.part(0, 1, columns, rows.saturating_sub(1));
        }
        let across = "─".repeat(usize::from(columns - 2));
        self.text(0, 0, &format!("┌{across}┐"), theme.dim());
        for y in 1..rows - 1 {
            self.text(0, y, "│", theme.dim());
            self.text(columns - 1, y, "│", theme.dim());
        }
        self.text(0, rows - 1, &format!("└{across}┘"), theme.dim());
        let title = truncate(title, usize::from(columns.saturating_sub(6))).into_owned();
        self.text(2, 0, &format!(" {title} "), theme.heading());
        self.part(2, 1, columns - 4, rows - 2)
    }

    /// Draws a line across with a title.
    pub fn rule(&mut self, y: u16, title: &str, theme: Theme) {
        if theme.plain {
            self.text(0, y, title, theme.heading());
            return;
        }
        self.text(0, y, &"─".repeat(usize::from(self.width())), theme.dim());
        if !title.is_empty() {
            let title = truncate(title, usize::from(self.width().saturating_sub(4))).into_owned();
            self.text(1, y, &format!(" {title} "), theme.heading());
        }
    }

    /// Says what a click in a rectangle means.
    pub fn zone(&mut self, x: u16, y: u16, width: u16, height: u16, hit: Hit) {
        let left = self.area.x.saturating_add(x);
        let top = self.area.y.saturating_add(y);
        let area = Rect { x: left, y: top, width, height }.intersection(self.area);
        if !area.is_empty() {
            self.marks.zones.push((area, hit));
        }
    }

    /// Puts the terminal's own cursor there.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        if x < self.width() && y < self.height() {
            self.marks.cursor = Some(Position::new(self.area.x + x, self.area.y + y));
        }
    }
}
