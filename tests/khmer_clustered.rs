//! The tables of `khmer_terminal` on a terminal that advances by whole clusters, as kitty and its kin are built to.
//!
//! A process of its own, because the width profile is the process's. No emulator at hand advances so; the screen here
//! knows what the backend sends and puts each cluster into one cell, however it was cut into writes.

#![allow(clippy::unwrap_used, clippy::cast_possible_truncation, clippy::indexing_slicing)]

#[path = "khmer_terminal/scene.rs"]
mod scene;
#[path = "khmer_terminal/table.rs"]
mod table;

#[path = "khmer_terminal/wire.rs"]
mod wire;

use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use scene::{FRAMES, Grid, HEIGHT, WIDTH, scene};
use table::{TABLE_HEIGHT, TABLE_WIDTH, laid, table};
use unicode_segmentation::UnicodeSegmentation;
use wardbook::tui::backend::RowBackend;
use wardbook::tui::text::{Profile, profile, truncate, use_profile, width, wrap};
use wire::Wire;

/// A screen of clusters.
struct Screen {
    cells: Vec<Vec<String>>,
    row: usize,
    column: usize,
}

impl Screen {
    fn new(size: Size) -> Self {
        let row = vec![String::new(); usize::from(size.width)];
        Self { cells: vec![row; usize::from(size.height)], row: 0, column: 0 }
    }

    fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut pieces = text.split('\x1b');
        self.print(pieces.next().unwrap());
        for piece in pieces {
            let end = piece.find(|letter: char| letter.is_ascii_alphabetic()).unwrap();
            let (sequence, printed) = piece.split_at(end + 1);
            self.obey(sequence);
            self.print(printed);
        }
    }

    fn obey(&mut self, sequence: &str) {
        let (parameters, command) = sequence.trim_start_matches('[').split_at(sequence.len() - 2);
        match command {
            "H" => {
                let (row, column) = parameters.split_once(';').unwrap();
                self.row = row.parse::<usize>().unwrap() - 1;
                self.column = column.parse::<usize>().unwrap() - 1;
            }
            "J" => self.cells.iter_mut().flatten().for_each(String::clear),
            // Styles and modes.
            _ => assert!(["m", "h", "l"].contains(&command), "the backend sends {sequence}"),
        }
    }

    fn print(&mut self, text: &str) {
        for cluster in text.graphemes(true) {
            if let Some(cell) = self.cells[self.row].get_mut(self.column) {
                cell.clear();
                cell.push_str(if cluster == " " { "" } else { cluster });
            }
            self.column += 1;
        }
    }
}

fn play(size: Size, draw: impl Fn(usize, &mut Frame, &mut Grid)) {
    use_profile(Profile::Clustered);
    let wire = Wire::default();
    let mut terminal = Terminal::new(RowBackend::with_size(wire.clone(), size)).unwrap();
    let mut screen = Screen::new(size);
    for step in 0..FRAMES {
        let mut expected = Grid::new(size);
        terminal.draw(|frame| draw(step, frame, &mut expected)).unwrap();
        screen.process(&wire.take());
        for (y, (shown, row)) in screen.cells.iter().zip(&expected.cells).enumerate() {
            assert_eq!(shown, row, "frame {step}, row {y}");
        }
    }
}

#[test]
fn lists_and_popups_stand_without_gaps() {
    play(Size::new(WIDTH, HEIGHT), scene);
}

#[test]
fn two_hundred_words_and_lines_stand_without_gaps() {
    play(Size::new(TABLE_WIDTH, TABLE_HEIGHT), |step, frame, grid| table(step, frame, grid, laid));
}

#[test]
fn measures_and_cuts_follow_the_profile() {
    use_profile(Profile::Clustered);
    assert_eq!(profile(), Profile::Clustered);
    assert_eq!(width("ខេត្ត"), 2);
    assert_eq!(truncate("ខេត្តកំពត", 3), "ខេត្ត…");
    assert_eq!(wrap("ស្ត្រីស្ត្រី", 2), ["ស្ត្រីស្ត្រី"]);
    let sum = Profile::Sum.width("ខ្ញុំទៅមន្ទីរពេទ្យ");
    assert!(width("ខ្ញុំទៅមន្ទីរពេទ្យ") < sum);
}
