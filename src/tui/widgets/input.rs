//! Text fields: what keys do to one, and how one is drawn.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::Style;

use super::canvas::Canvas;
use crate::tui::text::{Field, clusters};

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// The text changed.
    Changed,
    /// Only the cursor moved.
    Moved,
    /// The key means nothing here.
    Ignored,
}

/// Does to a field of one line what a key says.
pub fn edit(field: &mut Field, key: KeyEvent) -> Edited {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let before = field.value().len();
    match key.code {
        KeyCode::Char(letter) if !ctrl && !alt => {
            field.insert(letter.encode_utf8(&mut [0; 4]));
            return Edited::Changed;
        }
        KeyCode::Char('w') if ctrl => field.delete_word(),
        KeyCode::Char('u') if ctrl => field.clear(),
        KeyCode::Char('a') if ctrl => field.home(),
        KeyCode::Char('e') if ctrl => field.end(),
        KeyCode::Backspace if ctrl || alt => field.delete_word(),
        KeyCode::Backspace => field.backspace(),
        KeyCode::Delete => field.delete(),
        KeyCode::Left if ctrl => field.word_left(),
        KeyCode::Right if ctrl => field.word_right(),
        KeyCode::Left => field.left(),
        KeyCode::Right => field.right(),
        KeyCode::Home => field.home(),
        KeyCode::End => field.end(),
        _ => return Edited::Ignored,
    }
    if field.value().len() == before { Edited::Moved } else { Edited::Changed }
}

/// The same for a field of many lines that is so many columns wide.
pub fn edit_lines(field: &mut Field, key: KeyEvent, columns: usize) -> Edited {
    match key.code {
        KeyCode::Enter => {
            field.insert("\n");
            Edited::Changed
        }
        KeyCode::Up | KeyCode::Down => {
            let before = field.cursor();
            if key.code == KeyCode::Up {
                field.up(columns);
            } else {
                field.down(columns);
            }
            if field.cursor() == before { Edited::Ignored } else { Edited::Moved }
        }
        _ => edit(field, key),
    }
}

/// Draws a field of one line; with the cursor, if it has the keys.
pub fn draw(
    canvas: &mut Canvas<'_>,
    place: (u16, u16),
    columns: u16,
    field: &Field,
    style: Style,
    focus: bool,
) {
    let (x, y) = place;
    let columns = columns.min(canvas.width().saturating_sub(x));
    canvas.text_in(x, y, columns, &" ".repeat(usize::from(columns)), style);
    if !focus {
        canvas.text_in(x, y, columns, field.value(), style);
        return;
    }
    let (shown, cursor) = field.view(usize::from(columns));
    canvas.text_in(x, y, columns, &shown, style);
    canvas.set_cursor(x + cursor as u16, y);
}

/// Draws a field whose text nobody may read over the shoulder: an asterisk for each letter.
pub fn draw_secret(
    canvas: &mut Canvas<'_>,
    place: (u16, u16),
    columns: u16,
    field: &Field,
    style: Style,
    focus: bool,
) {
    let hidden = |text: &str| "*".repeat(clusters(text).count());
    let mut dots = Field::new(&hidden(field.value()));
    let before = field.value().get(..field.cursor()).map_or(0, |text| clusters(text).count());
    dots.home();
    for _ in 0..before {
        dots.right();
    }
    draw(canvas, place, columns, &dots, style, focus);
}

/// Draws a field of many lines, scrolled so that the cursor is seen; with the cursor, if it has the keys. Returns how
/// many rows are hidden above and below.
pub fn draw_lines(canvas: &mut Canvas<'_>, field: &Field, style: Style, focus: bool) -> (usize, usize) {
    let height = usize::from(canvas.height()).max(1);
    let window = field.window(usize::from(canvas.width()), height);
    for (y, text) in (0..).zip(&window.rows) {
        canvas.text(0, y, text, style);
    }
    if focus {
        let (row, column) = window.cursor;
        canvas.set_cursor(column as u16, row as u16);
    }
    (window.top, window.total.saturating_sub(window.top + height))
}
