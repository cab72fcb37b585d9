//! What is drawn, and what a screen should then hold.

use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;
use wardbook::tui::text::{Profile, pad_left, profile, put, put_marked, truncate};

#[rustfmt::skip]
const PLACES: [&str; 45] = [
    "បន្ទាយមានជ័យ", "បាត់ដំបង", "កំពង់ចាម", "កំពង់ឆ្នាំង", "កំពង់ស្ពឺ", "កំពង់ធំ", "កំពត", "កណ្ដាល", "កោះកុង",
    "ក្រចេះ", "មណ្ឌលគិរី", "ភ្នំពេញ", "ព្រះវិហារ", "ព្រៃវែង", "ពោធិ៍សាត់", "រតនគិរី", "សៀមរាប", "ព្រះសីហនុ",
    "ស្ទឹងត្រែង", "ស្វាយរៀង", "តាកែវ", "ឧត្ដរមានជ័យ", "កែប", "ប៉ៃលិន", "ត្បូងឃ្មុំ", "ខ្ញុំ", "ស្ត្រី", "ខេត្ត",
    "ក្រុង", "កញ្ជ្រៀច", "កណ្ដៀង", "ក្រគរ", "ជ្រោយចង្វារ", "បន្ទាយស្រី", "ប្រាសាទបល្ល័ង្គ", "ពញាក្រែក", "ព្រះស្ដេច",
    "ភ្នំស្រុក", "មណ្ឌលសីមា", "មោងឫស្សី", "សន្ទុក", "ស្ទឹងសែន", "ស្រីសន្ធរ", "អណ្ដូងមាស", "Kampot",
];

#[rustfmt::skip]
const HOSPITALS: [&str; 28] = [
    "មន្ទីរពេទ្យ", "មន្ទីរពេទ្យព្រះកុសុមៈ", "មន្ទីរពេទ្យកាល់ម៉ែត", "មន្ទីរពេទ្យបង្អែកព្រះស្ដេច",
    "មន្ទីរពេទ្យបង្អែកអង្គរជុំ", "មន្ទីរពេទ្យបង្អែកខេត្តព្រះសីហនុ", "មន្ទីរពេទ្យបង្អែកចំការមន",
    "មន្ទីរពេទ្យបង្អែកអន្លង់វែង", "មន្ទីរពេទ្យបង្អែកឧដុង្គ", "មន្ទីរពេទ្យបង្អែកកោះធំ", "មន្ទីរពេទ្យបង្អែកខេត្តសៀមរាប",
    "មន្ទីរពេទ្យបង្អែកសម្តេចឪ", "មន្ទីរពេទ្យបង្អែកសិរីសោភ័ណ", "មន្ទីរពេទ្យបង្អែកក្រូចឆ្មារ",
    "មន្ទីរពេទ្យបង្អែកសំពៅលូន", "មន្ទីរពេទ្យបង្អែកខេត្តកំពង់ធំ", "មន្ទីរពេទ្យបង្អែកខេត្តតាកែវ",
    "មន្ទីរពេទ្យបង្អែកខេត្តបាត់ដំបង", "មន្ទីរពេទ្យបង្អែកខេត្តកំពង់ឆ្នាំង", "មន្ទីរពេទ្យបង្អែកខេត្តឧត្ដរមានជ័យ",
    "មន្ទីរពេទ្យបង្អែកខេត្តបន្ទាយមានជ័យ", "មន្ទីរពេទ្យបង្អែកបារាយណ៍ និងសន្ទុក",
    "មជ្ឈមណ្ឌលជាតិកំចាត់រោគរបេង និងហង់សិន", "មន្ទីរពេទ្យមិត្តភាពកម្ពុជា-ចិន ត្បូងឃ្មុំ",
    "មន្ទីរពេទ្យបង្អែកព្រះនេត្រព្រះ", "មន្ទីរពេទ្យបង្អែកអូរជ្រៅ", "Calmette Hospital", "មន្ទីរពេទ្យ (ស្ត្រី)",
];

pub const WIDTH: u16 = 86;
pub const HEIGHT: u16 = 26;
pub const FRAMES: usize = 10;

/// The left edge of each column; a border stands one column before it.
const PLACE: u16 = 3;
const HOSPITAL: u16 = 24;
const COUNT: u16 = 72;
const RIGHT: u16 = 79;

/// What each cell of a screen should hold: "" for a blank, or one code point and the marks on it; on a terminal that
/// advances by clusters, one cluster.
pub struct Grid {
    pub cells: Vec<Vec<String>>,
}

impl Grid {
    pub fn new(size: Size) -> Self {
        let row = vec![String::new(); usize::from(size.width)];
        Self { cells: vec![row; usize::from(size.height)] }
    }

    pub fn write(&mut self, x: u16, y: u16, text: &str) {
        let row = &mut self.cells[usize::from(y)];
        let pieces = pieces(text);
        assert!(usize::from(x) + pieces.len() <= row.len(), "{text} is wider than the screen");
        for (cell, piece) in row.iter_mut().skip(usize::from(x)).zip(pieces) {
            *cell = if piece == " " { String::new() } else { piece };
        }
    }

    fn blank(&mut self, area: Rect) {
        for position in area.positions() {
            self.cells[usize::from(position.y)][usize::from(position.x)].clear();
        }
    }
}

/// What a text puts into one cell after the other.
fn pieces(text: &str) -> Vec<String> {
    if profile() == Profile::Clustered {
        return text.graphemes(true).map(str::to_owned).collect();
    }
    let mut pieces: Vec<String> = Vec::new();
    for letter in text.chars() {
        match pieces.last_mut() {
            Some(last) if is_mark(letter) => last.push(letter),
            _ => pieces.push(letter.to_string()),
        }
    }
    pieces
}

/// The Khmer code points of general category Mn, from the Unicode character database.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{17B4}' | '\u{17B5}' | '\u{17B7}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D3}' | '\u{17DD}'
    )
}

/// One frame of the play: the list scrolls, the selection moves, the list and its names shrink and grow, counts
/// change, a search is marked, and a popup comes and goes.
pub fn scene(step: usize, frame: &mut Frame, grid: &mut Grid) {
    let size = frame.area().as_size();
    let rows = usize::from(size.height - 3) - 4 * (step % 3);
    let (scrolled, selected) = (step * 5, step * 3 % rows);
    let place_width = if step % 4 == 2 { 7 } else { usize::from(HOSPITAL - PLACE - 1) };
    for index in 0..rows {
        let y = 1 + index as u16;
        let mut style = Style::new();
        if index == selected {
            style = style.add_modifier(Modifier::REVERSED).fg(Color::Yellow);
            frame.buffer_mut().set_style(Rect::new(1, y, RIGHT - 1, 1), style);
            write(frame, grid, 1, y, "▶", style);
        }
        // In some frames only the counts change, in others everything does.
        let first = if step.is_multiple_of(2) { index + scrolled } else { index + scrolled - 5 };
        write(frame, grid, PLACE, y, &truncate(PLACES[first % PLACES.len()], place_width), style);
        let hospital = truncate(HOSPITALS[first % HOSPITALS.len()], usize::from(COUNT - HOSPITAL - 1));
        let found = hospital.find("ពេទ្យ").map_or(0..0, |at| at..at + "ពេទ្យ".len());
        let mark = Style::new().add_modifier(Modifier::BOLD);
        put_marked(frame.buffer_mut(), HOSPITAL, y, COUNT - HOSPITAL - 1, &hospital, style, &[found], mark);
        grid.write(HOSPITAL, y, &hospital);
        write(frame, grid, COUNT, y, &pad_left(&(index * 37 * (step + 1)).to_string(), 6), style);
        for x in [0, PLACE - 1, HOSPITAL - 1, COUNT - 1, RIGHT] {
            write(frame, grid, x, y, "│", Style::new());
        }
    }
    if step % 5 == 3 {
        popup(frame, grid);
    }
    write(frame, grid, 0, size.height - 1, &format!("frame {step}."), Style::new());
}

/// A popup begins and ends between clusters of the text underneath or in the midst of one; where a cluster is cut,
/// what is left of it must be blank.
fn popup(frame: &mut Frame, grid: &mut Grid) {
    let area = Rect::new(HOSPITAL + 5, 6, 30, 5);
    for y in area.rows().map(|row| row.y) {
        // The cluster that the left edge cuts begins left of it: find it before it is covered.
        let start = (HOSPITAL..area.x).rev().find(|x| frame.buffer_mut()[(*x, y)].symbol() != " ");
        let cut = start.filter(|x| {
            let symbol = frame.buffer_mut()[(*x, y)].symbol().to_owned();
            *x + pieces(&symbol).len() as u16 > area.x
        });
        if let Some(x) = cut {
            grid.blank(Rect::new(x, y, area.x - x, 1));
        }
        let after = (area.right()..COUNT - 1).find(|x| frame.buffer_mut()[(*x, y)].symbol() != " ");
        grid.blank(Rect::new(area.right(), y, after.unwrap_or(COUNT - 1) - area.right(), 1));
    }
    Clear.render(area, frame.buffer_mut());
    grid.blank(area);
    for y in area.rows().map(|row| row.y) {
        write(frame, grid, area.x, y, "┃", Style::new());
        write(frame, grid, area.right() - 1, y, "┃", Style::new());
    }
    write(frame, grid, area.x + 2, area.y + 2, "ខ្ញុំ ស្ត្រី ក្រុង", Style::new().bg(Color::Blue));
}

fn write(frame: &mut Frame, grid: &mut Grid, x: u16, y: u16, text: &str, style: Style) {
    put(frame.buffer_mut(), x, y, WIDTH, text, style);
    grid.write(x, y, text);
}
