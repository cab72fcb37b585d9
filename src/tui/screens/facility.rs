//! One facility: its months, its waits, what changed.

use crate::domain::facility::FacilityId;
use crate::tui::action::Action;
use crate::tui::model::{Cx, Model, Request, Screen};
use crate::tui::widgets::canvas::{Canvas, Hit};

/// One facility.
pub struct FacilityScreen {
    id: Option<FacilityId>,
    /// Where it goes back to.
    from: Screen,
}

impl Default for FacilityScreen {
    fn default() -> Self {
        Self { id: None, from: Screen::Hotspots }
    }
}

impl FacilityScreen {
    /// Shows a facility.
    pub fn open(&mut self, id: FacilityId, cx: &mut Cx<'_>) {
        self.from = if cx.screen == Screen::Facility { self.from } else { cx.screen };
        self.id = Some(id);
        self.reload(cx);
    }

    /// Reads it again.
    #[expect(clippy::unused_self, reason = "filled in by the next commit")]
    pub fn reload(&mut self, _cx: &mut Cx<'_>) {}

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        match (action, &self.id) {
            (Action::GoIn, Some(id)) => cx.requests.push(Request::ShowCases(format!("facility:{id}"))),
            (Action::GoBack, _) => cx.requests.push(Request::Show(self.from)),
            _ => {}
        }
    }

    /// Takes a click.
    #[expect(clippy::unused_self, reason = "filled in by the next commit")]
    pub fn clicked(&mut self, _hit: Hit, _cx: &mut Cx<'_>) {}

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        if let Some(id) = &self.id {
            canvas.text(1, 0, id.as_str(), model.theme.heading());
        }
    }
}
