//! One case, read in full.

use super::cases::one;
use crate::app::AppError;
use crate::domain::number::CaseNumber;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Generation, Query, Shown};
use crate::tui::model::{Cx, Model, Request, Screen, Tone, Words, body};
use crate::tui::screens::cases::draw::draw_lines;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::words;

/// One case.
pub struct CaseScreen {
    number: Option<CaseNumber>,
    shown: Option<Box<Shown>>,
    asked: Generation,
    /// The first row seen.
    top: usize,
    /// Where it goes back to.
    from: Screen,
}

impl Default for CaseScreen {
    fn default() -> Self {
        Self { number: None, shown: None, asked: Generation::default(), top: 0, from: Screen::Cases }
    }
}

impl CaseScreen {
    /// Shows a case.
    pub fn open(&mut self, number: CaseNumber, cx: &mut Cx<'_>) {
        self.from = if cx.screen == Screen::Case { self.from } else { cx.screen };
        self.number = Some(number);
        self.shown = None;
        self.top = 0;
        self.reload(cx);
    }

    /// Reads it again.
    pub fn reload(&mut self, cx: &mut Cx<'_>) {
        if let Some(number) = &self.number {
            cx.effects.push(Effect::Read(Query::Story(number.clone()), self.asked.next()));
        }
    }

    /// The case came.
    pub fn answered(&mut self, generation: Generation, case: Result<Box<Shown>, AppError>, cx: &mut Cx<'_>) {
        if generation != self.asked {
            return;
        }
        match case {
            Ok(shown) => self.shown = Some(shown),
            Err(error) => {
                cx.toast(Tone::Bad, Words::error(error));
                if cx.screen == Screen::Case {
                    cx.requests.push(Request::Show(self.from));
                }
            }
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action, cx: &mut Cx<'_>) {
        let page = usize::from(body(cx.size).height).saturating_sub(3).max(1);
        match action {
            Action::GoBack => cx.requests.push(Request::Show(self.from)),
            Action::Refresh => self.reload(cx),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top += page,
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX / 2,
            _ => {}
        }
        let columns = usize::from(cx.size.0.saturating_sub(2));
        let theme = crate::tui::theme::Theme::PLAIN;
        let rows = self.shown.as_ref().map_or(0, |shown| one::all(shown, cx.lang, theme, columns).len());
        self.top = self.top.min(rows.saturating_sub(page));
    }

    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let title = self.number.as_ref().map_or("", CaseNumber::as_str);
        canvas.rule(0, title, model.theme);
        let Some(shown) = &self.shown else {
            canvas.text(1, 2, words::reading_book(model.lang), model.theme.dim());
            return;
        };
        let columns = usize::from(canvas.width().saturating_sub(2));
        let lines = one::all(shown, model.lang, model.theme, columns);
        draw_lines(&lines, self.top, &mut canvas.below(1));
    }
}
