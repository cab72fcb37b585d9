//! What is to be done today: drafts that wait, the newest cases, what is rising.

use crate::tui::action::Action;
use crate::tui::model::{Cx, Model};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// What is to be done today.
#[derive(Default)]
pub struct Today {}

#[expect(clippy::unused_self, reason = "filled in by the next commit")]
impl Today {
    /// The screen comes to the front, or the book changed.
    pub fn shown(&mut self, _cx: &mut Cx<'_>) {}

    /// Does what an action says.
    pub fn act(&mut self, _action: Action, _cx: &mut Cx<'_>) {}

    /// Takes a click.
    pub fn clicked(&mut self, _hit: Hit, _cx: &mut Cx<'_>) {}

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        canvas.text(1, 0, words::today(model.lang), model.theme.heading());
    }
}
