//! A backend for ratatui that redraws whole rows where Khmer stands.
//!
//! Terminals disagree on how far a Khmer cluster advances the cursor, and none takes back a vowel sign when only its
//! neighbour is rewritten. So a changed row that holds such text, or held it, is painted again from a shadow of the
//! screen: first the blanks, then each run of Khmer in one go at a column of its own, last the simple cells, which
//! sets any border right. Other rows go the normal way. It is meant for full-screen use.
//!
//! It must not know about screens or themes. Whether there is colour is decided by the styles that arrive here.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::force_color_output;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Size};

use super::text::runs::{is_simple, runs};

/// Draws ratatui's frames on a terminal with Khmer left whole; see the module's head.
#[derive(Debug)]
pub struct RowBackend<W: Write> {
    inner: CrosstermBackend<W>,
    /// What the terminal shows, by row and column. A cell that was never drawn may be missing and is blank.
    shadow: Vec<Vec<Cell>>,
    /// Set instead of asking the terminal, when there is none.
    fixed_size: Option<Size>,
    in_frame: bool,
    cursor: Position,
    /// False once something was printed since the cursor was last placed.
    cursor_is_there: bool,
    /// Unknown until it is first shown or hidden.
    cursor_shown: Option<bool>,
}

/// What one row of a frame needs.
#[derive(Default)]
struct RowChange {
    columns: Vec<u16>,
    whole: bool,
}

impl<W: Write> RowBackend<W> {
    /// A backend that writes to a terminal and asks that terminal for its size.
    ///
    /// Crossterm is told to leave colours as they are: under `NO_COLOR` it would write an empty colour sequence,
    /// which resets reverse video too. The caller's styles must hold no colours then.
    pub fn new(writer: W) -> Self {
        force_color_output(true);
        Self {
            inner: CrosstermBackend::new(writer),
            shadow: Vec::new(),
            fixed_size: None,
            in_frame: false,
            cursor: Position::ORIGIN,
            cursor_is_there: false,
            cursor_shown: None,
        }
    }

    /// A backend for a screen of a given size, where there is no terminal to ask: tests and recordings.
    pub fn with_size(writer: W, size: Size) -> Self {
        let mut backend = Self::new(writer);
        backend.set_size(size);
        backend
    }

    /// Changes the size given to [`RowBackend::with_size`]; ratatui clears and redraws at the next frame.
    pub fn set_size(&mut self, size: Size) {
        self.fixed_size = Some(size);
    }

    /// A row of the shadow, grown to hold at least `length` cells.
    fn shadow_row(&mut self, y: u16, length: usize) -> &mut Vec<Cell> {
        let row = usize::from(y);
        if self.shadow.len() <= row {
            self.shadow.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.shadow[row];
        if cells.len() < length {
            cells.resize(length, Cell::EMPTY);
        }
        cells
    }

    /// Takes the frame's changes into the shadow and says what has to be painted.
    fn take_in<'a>(
        &mut self,
        content: impl Iterator<Item = (u16, u16, &'a Cell)>,
    ) -> BTreeMap<u16, RowChange> {
        let mut changes: BTreeMap<u16, RowChange> = BTreeMap::new();
        for (x, y, cell) in content {
            let covered = covered_columns(cell);
            let column = usize::from(x);
            let row = self.shadow_row(y, column + 1);
            let change = changes.entry(y).or_insert_with(|| RowChange {
                columns: Vec::new(),
                whole: row.iter().any(|shown| !is_simple(shown.symbol())),
            });
            change.whole |= !is_simple(cell.symbol());
            change.columns.push(x);
            row[column] = cell.clone();
            for hidden in row.iter_mut().skip(column + 1).take(covered) {
                *hidden = blank_like(cell);
            }
        }
        changes
    }

    fn begin_frame(&mut self) -> io::Result<()> {
        self.cursor_is_there = false;
        if !self.in_frame {
            self.in_frame = true;
            queue!(self.inner, BeginSynchronizedUpdate)?;
        }
        Ok(())
    }

    fn paint(&mut self, changes: &BTreeMap<u16, RowChange>) -> io::Result<()> {
        let mut blanks = Vec::new();
        let mut printed = Vec::new();
        let mut simple: Vec<(u16, u16, &Cell)> = Vec::new();
        for (&y, change) in changes {
            let Some(row) = self.shadow.get(usize::from(y)) else {
                continue;
            };
            if !change.whole {
                let columns = change.columns.iter();
                simple.extend(columns.filter_map(|&x| Some((x, y, row.get(usize::from(x))?))));
                continue;
            }
            for (x, cell) in (0_u16..).zip(row) {
                if cell.symbol() == " " || !is_simple(cell.symbol()) {
                    blanks.push((x, y, blank_like(cell)));
                } else {
                    simple.push((x, y, cell));
                }
            }
            for run in runs(row) {
                let mut cell = Cell::EMPTY;
                cell.set_symbol(&run.text).set_style(run.style);
                printed.push((run.column as u16, y, cell));
            }
        }
        if !blanks.is_empty() {
            let cells = blanks.iter().map(|(x, y, cell)| (*x, *y, cell));
            self.inner.draw(cells)?;
        }
        for (x, y, cell) in &printed {
            // A call each: the inner backend only moves the cursor when cells are not neighbours, and after a
            // run it is not where the cell count says.
            self.inner.draw(std::iter::once((*x, *y, cell)))?;
        }
        if simple.is_empty() {
            return Ok(());
        }
        self.inner.draw(simple.into_iter())
    }

    /// Outside a frame a change must be seen at once; inside one it waits for the frame's end.
    fn settle(&mut self) -> io::Result<()> {
        if self.in_frame { Ok(()) } else { Backend::flush(&mut self.inner) }
    }

    fn set_cursor_shown(&mut self, shown: bool) -> io::Result<()> {
        if self.cursor_shown == Some(shown) {
            return Ok(());
        }
        self.cursor_shown = Some(shown);
        if shown {
            queue!(self.inner, Show)?;
        } else {
            queue!(self.inner, Hide)?;
        }
        self.settle()
    }

    /// Takes out of the shadow what the terminal erases.
    fn erase_shadow(&mut self, clear_type: ClearType) {
        let (at_x, at_y) = (usize::from(self.cursor.x), usize::from(self.cursor.y));
        for (y, row) in self.shadow.iter_mut().enumerate() {
            for (x, cell) in row.iter_mut().enumerate() {
                let erased = match clear_type {
                    ClearType::All => true,
                    ClearType::AfterCursor => (y, x) >= (at_y, at_x),
                    ClearType::BeforeCursor => (y, x) <= (at_y, at_x),
                    ClearType::CurrentLine => y == at_y,
                    ClearType::UntilNewLine => y == at_y && x >= at_x,
                };
                if erased {
                    cell.reset();
                }
            }
        }
    }
}

/// The columns behind a cell that ratatui takes to be hidden by it, and so never sends.
fn covered_columns(cell: &Cell) -> usize {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(width) => usize::from(width.get() - 1),
        _ if cell.symbol().len() <= 1 => 0,
        _ => usize::from(cell.symbol().cell_width()).saturating_sub(1),
    }
}

fn blank_like(cell: &Cell) -> Cell {
    let mut blank = Cell::EMPTY;
    blank.set_style(cell.style());
    blank
}

impl<W: Write> Backend for RowBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changes = self.take_in(content);
        if changes.is_empty() {
            return Ok(());
        }
        self.begin_frame()?;
        self.paint(&changes)
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.cursor_is_there = false;
        self.inner.append_lines(count)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.set_cursor_shown(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.set_cursor_shown(true)
    }

    /// The place last asked for. The terminal is never asked: its answer would come in among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor_is_there && self.cursor == position {
            return Ok(());
        }
        self.cursor = position;
        self.cursor_is_there = true;
        queue!(self.inner, MoveTo(position.x, position.y))?;
        self.settle()
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Also forgets where the cursor is, so that a cleared screen may follow another program's use of the terminal.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        if clear_type == ClearType::All {
            self.shadow.clear();
            self.cursor_shown = None;
        } else {
            self.erase_shadow(clear_type);
        }
        self.cursor_is_there = false;
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.fixed_size.map_or_else(|| self.inner.size(), Ok)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        match self.fixed_size {
            Some(size) => Ok(WindowSize { columns_rows: size, pixels: Size::ZERO }),
            None => self.inner.window_size(),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.in_frame {
            self.in_frame = false;
            queue!(self.inner, EndSynchronizedUpdate)?;
        }
        Backend::flush(&mut self.inner)
    }
}

/// For commands that are no part of a frame: the alternate screen, the mouse, the window's title.
impl<W: Write> Write for RowBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}
