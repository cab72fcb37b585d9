//! A table of 200 real Khmer words and the lines of the Universal Declaration of Human Rights.

use std::sync::LazyLock;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use wardbook::tui::text::{clusters, put, wrap};

use super::scene::Grid;

pub const TABLE_WIDTH: u16 = 84;
/// A row for each word, and one that says which frame it is.
pub const TABLE_HEIGHT: u16 = 201;

/// Where each column begins; a border stands one column before it.
const WORD: u16 = 3;
const LINE: u16 = 31;
const COUNT: u16 = 72;
const RIGHT: u16 = 79;

/// The words; their file says where they come from.
pub static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let words: Vec<&str> = uncommented(include_str!("words.txt")).collect();
    assert_eq!(words.len(), 200);
    words
});

/// The Declaration in lines that the column holds.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines: Vec<String> = uncommented(include_str!("udhr.txt"))
        .flat_map(|paragraph| wrap(paragraph, usize::from(COUNT - LINE - 1)))
        .filter(|line| clusters(line).count() > 10)
        .collect();
    assert!(lines.len() >= 100, "{}", lines.len());
    lines
});

fn uncommented(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// How a text gets into the buffer.
pub type Pen = fn(&mut Buffer, u16, u16, &str, Style);

/// As the program draws.
pub fn laid(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) {
    put(buffer, x, y, TABLE_WIDTH, text, style);
}

/// One frame: all words stand there in each, in other rows; half of the lines change, the other half stay; another
/// row is chosen, and all counts are new.
pub fn table(step: usize, frame: &mut Frame, grid: &mut Grid, pen: Pen) {
    let buffer = frame.buffer_mut();
    let mut write = |buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style| {
        pen(buffer, x, y, text, style);
        grid.write(x, y, text);
    };
    let chosen = step * 37 % WORDS.len();
    for index in 0..WORDS.len() {
        let y = index as u16;
        let mut style = Style::new();
        if index == chosen {
            style = style.add_modifier(Modifier::REVERSED);
            buffer.set_style(Rect::new(1, y, RIGHT - 1, 1), style);
            write(buffer, 1, y, ">", style);
        }
        write(buffer, WORD, y, WORDS[(index + step * 17) % WORDS.len()], style);
        let turn = step - step.min((index + step) % 2);
        write(buffer, LINE, y, &LINES[(index + turn * 23) % LINES.len()], style);
        write(buffer, COUNT, y, &format!("{:>6}", (index + 1) * (step + 1)), style);
        for x in [0, WORD - 1, LINE - 1, COUNT - 1, RIGHT] {
            write(buffer, x, y, "│", Style::new());
        }
    }
    write(buffer, 0, TABLE_HEIGHT - 1, &format!("frame {step}."), Style::new());
}
