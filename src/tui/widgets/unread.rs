//! What stands in place of a page that is not there: why it could not be read, or that it is being read.

use super::canvas::Canvas;
use crate::app::AppError;
use crate::i18n::{Lang, Speak};
use crate::tui::theme::Theme;
use crate::tui::words;

/// Draws it.
pub fn draw(problem: Option<&AppError>, lang: Lang, theme: Theme, canvas: &mut Canvas<'_>) {
    match problem {
        Some(error) => canvas.paragraph(1, 0, &format!("! {}", error.what(lang)), theme.error()),
        None => canvas.text(1, 0, words::reading_book(lang), theme.dim()),
    };
}
