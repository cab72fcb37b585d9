//! What a painted buffer looks like.

use proptest::prelude::*;
use ratatui::layout::Rect;

use super::*;
use crate::tui::text::put;

fn painter() -> Painter {
    Painter::new(Palette::dark(), 1.0).unwrap()
}

fn buffer(lines: &[&str], style: Style) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, lines.len() as u16));
    for (y, line) in (0_u16..).zip(lines) {
        put(&mut buffer, 0, y, 40, line, style);
    }
    buffer
}

fn pixel(picture: &Picture, x: u32, y: u32) -> Rgb {
    let at = ((y * picture.width + x) * 4) as usize;
    Rgb(picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2])
}

/// The columns of pixels that hold anything but ground.
fn inked(picture: &Picture) -> Vec<u32> {
    let ground = Palette::dark().background;
    (0..picture.width).filter(|x| (0..picture.height).any(|y| pixel(picture, *x, y) != ground)).collect()
}

#[test]
fn lines_go_on_from_cell_to_cell() {
    let painted = painter().paint(&buffer(&["┌──┐", "│  │", "│  │", "└──┘"], Style::new()));
    let text = Palette::dark().foreground;
    let (left, top) = (4, 10);
    let runs_down = (top..painted.height - 11).all(|y| pixel(&painted, left, y) == text);
    let runs_across = (left..30).all(|x| pixel(&painted, x, top) == text);
    assert!(runs_down && runs_across);
}

#[test]
fn a_full_block_fills_its_cell_and_no_more() {
    let painted = painter().paint(&buffer(&[" █"], Style::new().fg(Color::Rgb(1, 2, 3))));
    assert_eq!(inked(&painted), (10..20).collect::<Vec<u32>>());
    assert!((0..22).all(|y| pixel(&painted, 10, y) == Rgb(1, 2, 3)));
}

#[test]
fn reversed_text_stands_on_the_colour_of_text() {
    let painted = painter().paint(&buffer(&["a"], Style::new().add_modifier(Modifier::REVERSED)));
    assert_eq!(pixel(&painted, 0, 0), Palette::dark().foreground);
    assert_eq!(pixel(&painted, 15, 0), Palette::dark().background);
}

#[test]
fn hidden_text_is_hidden() {
    let painted = painter().paint(&buffer(&["secret ក្នុង ●"], Style::new().add_modifier(Modifier::HIDDEN)));
    assert_eq!(inked(&painted), [0_u32; 0]);
}

/// Words of all kinds: their letters stay within what is reserved for them, so that what follows keeps its column.
#[test]
fn khmer_stays_in_its_cells() {
    let mut painter = painter();
    for word in ["ក្នុង", "ស្ត្រី", "ខេត្ត", "ភ្នំពេញ", "ហ", "ស", "ឡ", "ញ៉ាំ", "ក្ដៅ", "១២៣៤៥៦៧៨៩០", "មន្ទីរពេទ្យ"]
    {
        let line = format!("   {word}│");
        let painted = painter.paint(&buffer(&[&line], Style::new()));
        let end = (width(&line) as u32 - 1) * 10;
        let ink = inked(&painted);
        let line_at = end + 4;
        assert!(ink.iter().all(|x| (29..=line_at).contains(x)), "{word}: {ink:?}");
        assert!(ink.contains(&line_at), "{word}");
        assert!(ink.len() > 5, "{word}");
    }
}

#[test]
fn digits_stand_in_columns() {
    let mut painter = painter();
    let mut starts = |line: &str| inked(&painter.paint(&buffer(&[line], Style::new())));
    let (three, one) = (starts("១១១"), starts("  ១"));
    let last: Vec<u32> = three.into_iter().filter(|x| *x >= 20).collect();
    assert_eq!(last, one);
    assert_eq!(pieces("ម៉ោង១២ថ្ងៃ"), ["ម៉ោង", "១", "២", "ថ្ងៃ"]);
}

#[test]
fn what_no_font_has_is_a_box() {
    let painted = painter().paint(&buffer(&["病"], Style::new()));
    assert!(!inked(&painted).is_empty());
}

#[test]
fn a_margin_and_a_cursor_are_drawn_round_the_same_cells() {
    let cells = buffer(&["a"], Style::new());
    let mut with_margin = painter().with_margin(7);
    let painted = with_margin.paint_with_cursor(&cells, Some(Position::new(3, 0)));
    assert_eq!((painted.width, painted.height), (414, 36));
    assert_eq!(pixel(&painted, 7 + 30, 7), Palette::dark().foreground);
    assert_eq!(with_margin.paint_with_cursor(&cells, Some(Position::new(40, 0))), with_margin.paint(&cells));
}

#[test]
fn nothing_and_nonsense_are_painted_too() {
    for scale in [f32::NAN, -1.0, 0.0, 1e9] {
        let mut painter = Painter::new(Palette::light(), scale).unwrap();
        assert_eq!(painter.paint(&Buffer::empty(Rect::ZERO)).pixels, [0_u8; 0]);
        assert!(painter.cell_size().0 > 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Drawn with kept letters or with new ones, a buffer looks the same.
    #[test]
    fn any_text_is_painted_the_same_twice(text in any::<String>(), khmer in "[ក-៹]{0,30}", bits in any::<u16>()) {
        let style = Style::new().add_modifier(Modifier::from_bits_truncate(bits));
        let cells = buffer(&[&text, &khmer], style);
        let mut painter = painter();
        let first = painter.paint(&cells);
        prop_assert_eq!(painter.paint(&cells), first);
    }
}
