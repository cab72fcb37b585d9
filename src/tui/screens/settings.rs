//! What the officer prefers: language, colours, digits, and the like.

use crate::tui::action::Action;
use crate::tui::model::{Cx, Model};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

/// The settings.
#[derive(Default)]
pub struct SettingsScreen {}

#[expect(clippy::unused_self, reason = "filled in by the next commit")]
impl SettingsScreen {
    /// Does what an action says.
    pub fn act(&mut self, _action: Action, _cx: &mut Cx<'_>) {}

    /// Takes a click.
    pub fn clicked(&mut self, _hit: Hit, _cx: &mut Cx<'_>) {}

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        canvas.text(1, 0, words::settings(model.lang), model.theme.heading());
    }
}
