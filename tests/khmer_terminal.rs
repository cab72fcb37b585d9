//! Draws tables of Khmer names through the backend into terminals and reads the terminals' screens back.
//!
//! Two terminals are asked. `vt100` runs in the process and advances by unicode-width's figure for each single code
//! point, so marks join the cell before them and every other Khmer code point takes a cell: the plain sum. tmux is a
//! real terminal with tables of its own. Both are compared with a third opinion: a grid filled here from the general
//! categories of the Khmer block, one code point at a time, which knows nothing of the program's own measure. The
//! comparison is cell for cell, so it holds that each letter is there, in its row, in order, in its column, that
//! nothing stale is left between, and that each border stands straight.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::cast_possible_truncation)]

#[path = "khmer_terminal/scene.rs"]
mod scene;
#[path = "khmer_terminal/table.rs"]
mod table;
#[cfg(unix)]
#[path = "khmer_terminal/tmux.rs"]
mod tmux;

#[path = "khmer_terminal/wire.rs"]
mod wire;

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::backend::{Backend, ClearType, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};
use scene::{FRAMES, Grid, HEIGHT, WIDTH, scene};
use table::{Pen, TABLE_HEIGHT, TABLE_WIDTH, laid, table};
use wardbook::tui::backend::RowBackend;
use wardbook::tui::text::put;
use wire::Wire;

fn terminal(wire: &Wire, size: Size) -> Terminal<RowBackend<Wire>> {
    Terminal::new(RowBackend::with_size(wire.clone(), size)).unwrap()
}

fn emulator(size: Size) -> vt100::Parser {
    vt100::Parser::new(NonZeroU16::new(size.height).unwrap(), NonZeroU16::new(size.width).unwrap(), 0)
}

/// The rows in which a screen does not hold what it should.
fn wrong_rows(screen: &vt100::Screen, grid: &Grid) -> usize {
    let is_wrong = |(y, row): &(usize, &Vec<String>)| {
        row.iter().enumerate().any(|(x, expected)| {
            let cell = screen.cell(*y as u16, x as u16).unwrap();
            cell.contents().trim_start_matches(' ') != expected
        })
    };
    grid.cells.iter().enumerate().filter(is_wrong).count()
}

fn compare(step: usize, screen: &vt100::Screen, grid: &Grid) {
    for (y, row) in grid.cells.iter().enumerate() {
        for (x, expected) in row.iter().enumerate() {
            let cell = screen.cell(y as u16, x as u16).unwrap();
            let shown = cell.contents().trim_start_matches(' ');
            assert_eq!(shown, expected, "frame {step}, row {y}, column {x}, expected row {}", row.concat());
        }
    }
}

#[test]
fn every_letter_stands_in_its_cell_in_every_frame() {
    let size = Size::new(WIDTH, HEIGHT);
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    let mut emulator = emulator(size);
    for step in 0..FRAMES {
        let mut grid = Grid::new(size);
        terminal.draw(|frame| scene(step, frame, &mut grid)).unwrap();
        let bytes = wire.take();
        assert!(bytes.starts_with(b"\x1b[?2026h"), "frame {step} begins a synchronised update");
        assert!(bytes.ends_with(b"\x1b[?2026l"), "frame {step} ends it");
        emulator.process(&bytes);
        compare(step, emulator.screen(), &grid);
    }
}

#[test]
fn two_hundred_words_and_lines_keep_every_letter_and_border_over_ten_frames() {
    let size = Size::new(TABLE_WIDTH, TABLE_HEIGHT);
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    let mut emulator = emulator(size);
    for step in 0..FRAMES {
        let mut grid = Grid::new(size);
        terminal.draw(|frame| table(step, frame, &mut grid, laid)).unwrap();
        emulator.process(&wire.take());
        compare(step, emulator.screen(), &grid);
    }
}

/// The comparison is no formality: what ratatui does by itself, with its own drawing or with this program's cells,
/// does not pass it.
#[test]
fn without_the_row_backend_letters_are_lost() {
    let plain: Pen = |buffer, x, y, text, style| buffer.set_string(x, y, text, style);
    let size = Size::new(TABLE_WIDTH, TABLE_HEIGHT);
    for pen in [plain, laid] {
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
        let options = TerminalOptions { viewport };
        let mut terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), options).unwrap();
        let mut emulator = emulator(size);
        let mut wrong = 0;
        for step in 0..FRAMES {
            let mut grid = Grid::new(size);
            terminal.draw(|frame| table(step, frame, &mut grid, pen)).unwrap();
            emulator.process(&wire.take());
            wrong += wrong_rows(emulator.screen(), &grid);
        }
        assert!(wrong > FRAMES * 50, "only {wrong} rows were wrong");
    }
}

#[test]
fn the_screen_is_right_after_a_resize_and_a_clear() {
    let wire = Wire::default();
    let mut size = Size::new(WIDTH, HEIGHT);
    let mut terminal = terminal(&wire, size);
    let mut emulator = emulator(size);
    for step in 0..FRAMES {
        if step % 3 == 1 {
            size = Size::new(WIDTH - step as u16 % 4, HEIGHT - 2 * (step as u16 % 5));
            terminal.backend_mut().set_size(size);
            emulator.set_size(NonZeroU16::new(size.height).unwrap(), NonZeroU16::new(size.width).unwrap());
        }
        if step == 5 {
            // As after another program had the terminal.
            emulator.process("\x1b[2Jស្ត្រី".as_bytes());
            terminal.clear().unwrap();
        }
        let mut grid = Grid::new(size);
        terminal.draw(|frame| scene(step, frame, &mut grid)).unwrap();
        emulator.process(&wire.take());
        compare(step, emulator.screen(), &grid);
    }
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let size = Size::new(WIDTH, HEIGHT);
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    for cursor in [None, Some(Position::new(4, 4))] {
        for repeat in 0..3 {
            terminal
                .draw(|frame| {
                    scene(0, frame, &mut Grid::new(size));
                    if let Some(position) = cursor {
                        frame.set_cursor_position(position);
                    }
                })
                .unwrap();
            let bytes = wire.take();
            assert_eq!(bytes.is_empty(), repeat > 0, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn only_rows_with_khmer_are_painted_whole() {
    let size = Size::new(20, 2);
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    let mut draw = |number: &str| {
        terminal
            .draw(|frame| {
                put(frame.buffer_mut(), 0, 0, 20, "ខេត្ត", Style::new());
                put(frame.buffer_mut(), 0, 1, 20, "province", Style::new());
                put(frame.buffer_mut(), 10, 0, 20, number, Style::new());
                put(frame.buffer_mut(), 10, 1, 20, number, Style::new());
            })
            .unwrap();
        String::from_utf8(wire.take()).unwrap()
    };
    draw("1");
    let changed = draw("2");
    assert!(changed.contains("ខេត្ត"), "{changed}");
    assert!(!changed.contains("province"), "{changed}");
}

#[test]
fn a_style_covers_a_word_and_what_is_reserved_for_it() {
    let size = Size::new(12, 1);
    let wire = Wire::default();
    let mut terminal = terminal(&wire, size);
    let mut emulator = emulator(size);
    for reversed in [false, true, false] {
        let style = if reversed { Style::new().reversed() } else { Style::new() };
        terminal
            .draw(|frame| {
                put(frame.buffer_mut(), 1, 0, 11, "ខេត្ត", style);
                put(frame.buffer_mut(), 5, 0, 7, "កំពត", Style::new().fg(Color::Red));
            })
            .unwrap();
        emulator.process(&wire.take());
        for x in 0..size.width {
            let cell = emulator.screen().cell(0, x).unwrap();
            assert_eq!(cell.inverse(), reversed && (1..5).contains(&x), "column {x}");
            assert_eq!(cell.fgcolor() == vt100::Color::Idx(1), (5..8).contains(&x), "column {x}");
        }
    }
}

#[test]
fn part_of_the_screen_can_be_cleared() {
    let size = Size::new(20, 3);
    let wire = Wire::default();
    let mut emulator = emulator(size);
    let mut backend = RowBackend::with_size(wire.clone(), size);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
    let empty = buffer.clone();
    for y in 0..3 {
        put(&mut buffer, 0, y, 20, "ខេត្ត កំពត", Style::new());
    }
    backend.draw(empty.diff(&buffer).into_iter()).unwrap();
    backend.set_cursor_position((5, 1)).unwrap();
    backend.clear_region(ClearType::AfterCursor).unwrap();
    // A row that is painted again must not bring back what was erased from it.
    let mut changed = empty.clone();
    put(&mut changed, 15, 1, 5, "x", Style::new());
    backend.draw(empty.diff(&changed).into_iter()).unwrap();
    Backend::flush(&mut backend).unwrap();
    emulator.process(&wire.take());
    let mut grid = Grid::new(size);
    grid.write(0, 0, "ខេត្ត កំពត");
    grid.write(0, 1, "ខេត្ត");
    grid.write(15, 1, "x");
    compare(0, emulator.screen(), &grid);
}

/// A text to draw, where, and whether reversed.
type Stroke = (u16, u16, String, bool);

fn draw(terminal: &mut Terminal<RowBackend<Wire>>, strokes: &[Stroke]) {
    terminal
        .draw(|frame| {
            for (x, y, text, reversed) in strokes {
                let style = if *reversed { Style::new().reversed() } else { Style::new() };
                put(frame.buffer_mut(), *x, *y, 30, text, style);
            }
        })
        .unwrap();
}

/// What can be seen of a screen: the letters, and where it is reversed.
fn seen(screen: &vt100::Screen) -> Vec<(String, bool)> {
    let (rows, columns) = screen.size();
    let places = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x)));
    places
        .map(|(y, x)| {
            let cell = screen.cell(y, x).unwrap();
            (cell.contents().trim_start_matches(' ').to_owned(), cell.inverse())
        })
        .collect()
}

proptest! {
    /// Texts laid over each other in any way: a frame after others looks like the same frame on a fresh screen.
    #[test]
    fn a_frame_does_not_depend_on_the_frames_before_it(
        frames in proptest::collection::vec(
            proptest::collection::vec(
                (0_u16..24, 0_u16..3, "[\u{1780}-\u{17A2}\u{17B6}-\u{17D3}\u{17D2}a-c é病]{1,8}", any::<bool>()),
                0..5,
            ),
            1..6,
        )
    ) {
        let size = Size::new(24, 3);
        let wire = Wire::default();
        let mut through = terminal(&wire, size);
        let mut screen = emulator(size);
        for strokes in frames {
            draw(&mut through, &strokes);
            screen.process(&wire.take());
            let mut fresh = emulator(size);
            draw(&mut terminal(&wire, size), &strokes);
            fresh.process(&wire.take());
            prop_assert_eq!(seen(screen.screen()), seen(fresh.screen()), "{:?}", strokes);
        }
    }
}
