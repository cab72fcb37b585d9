//! How process figures look: a table, and the chosen group in plain words below it.

use ratatui::layout::Rect;

use super::{ProcessScreen, sentence, table};
use crate::app::AppError;
use crate::app::follow::ProcessBy;
use crate::i18n::{Lang, Speak};
use crate::insight::SMALL;
use crate::tui::action::{Action, Context};
use crate::tui::model::Model;
use crate::tui::screens::hotspots::period_name;
use crate::tui::screens::people::titled;
use crate::tui::text::{truncate, width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::columns::{self, Choices};
use crate::tui::widgets::input;
use crate::tui::words::{self, ledger};

/// Rows above the table with its head.
const ABOVE: u16 = 3;
/// From so many rows on the chosen group stands below the table.
const TALL: u16 = 14;

/// The rows above the groups, those of groups, and those below.
pub(super) fn layout(body: Rect) -> (u16, u16, u16) {
    let below = if body.height >= TALL { (body.height / 3).clamp(6, 12) } else { 0 };
    let above = ABOVE.min(body.height);
    (above, body.height.saturating_sub(above + below), below)
}

fn by_name(by: ProcessBy, lang: Lang) -> &'static str {
    match by {
        ProcessBy::Party => ledger::by_party(lang),
        ProcessBy::Province => words::by_province(lang),
        ProcessBy::Facility => words::by_facility(lang),
        ProcessBy::Month => ledger::by_month(lang),
    }
}

impl ProcessScreen {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        canvas.text(1, 0, ledger::process_title(lang), theme.heading());
        self.draw_choices(model, canvas);
        if let Some(error) = &self.problem {
            let room = canvas.width().saturating_sub(2);
            let mut pane = canvas.part(1, ABOVE - 1, room, u16::MAX);
            let used = pane.paragraph(0, 0, &format!("! {}", error.what(lang)), theme.error());
            let used = used + pane.paragraph(0, used, &error.hint(lang).unwrap_or_default(), theme.text());
            if !matches!(error, AppError::Filter(_)) || self.found.is_none() {
                return;
            }
            let columns = canvas.width();
            let mut rest = canvas.part(0, used, columns, u16::MAX);
            self.draw_table(model, &mut rest);
            return;
        }
        self.draw_table(model, canvas);
    }

    fn draw_table(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(found) = &self.found else {
            canvas.text(1, ABOVE, words::counting(lang), theme.dim());
            return;
        };
        if found.total.received == 0 && found.groups.is_empty() {
            let room = usize::from(canvas.width().saturating_sub(4));
            for (y, line) in (ABOVE..).zip(wrap(ledger::nothing_raised_yet(lang), room)) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        let heads = table::heads(self.by, lang);
        let mut ranked = 0;
        let cells: Vec<_> = self
            .groups()
            .enumerate()
            .map(|(index, group)| {
                let has_rank = index > 0 && self.by != ProcessBy::Month && group.received >= SMALL;
                ranked += usize::from(has_rank);
                table::cells(group, has_rank.then_some(ranked), lang, theme)
            })
            .collect();
        let widths = columns::widths(&heads, &cells, usize::from(canvas.width().saturating_sub(3)));
        columns::head(&heads, &widths, (2, ABOVE - 1), theme.dim(), canvas);
        let (above, seen, below) = layout(Rect::new(0, 0, canvas.width(), canvas.height()));
        let mut place = self.place;
        place.fit(cells.len(), seen.into());
        let choices = Choices { chosen: place.chosen, theme, is_typing: self.is_typing };
        for (y, (index, cells)) in (above..).zip(cells.iter().enumerate().skip(place.top).take(seen.into())) {
            choices.row(&heads, &widths, (index, y), cells, canvas);
        }
        if below > 0 {
            let columns = canvas.width();
            self.draw_detail(model, &mut canvas.part(0, above + seen, columns, below));
        }
    }

    /// How it is grouped, of which period and of which cases; each can be clicked.
    fn draw_choices(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let choices =
            [(Action::GroupBy, by_name(self.by, lang)), (Action::Period, period_name(self.period)(lang))];
        let mut x = 1;
        for (action, name) in choices {
            let key = if self.is_typing { String::new() } else { model.keymap.key(Context::Process, action) };
            let room = (canvas.width() / 3).saturating_sub(4);
            let name = truncate(name, room.into()).into_owned();
            let blank = if key.is_empty() { "" } else { " " };
            let pieces =
                [(key.as_str(), theme.key()), (blank, theme.text()), (name.as_str(), theme.heading())];
            let used = canvas.pieces(x, 1, &pieces);
            canvas.zone(x, 1, used, 1, Hit::Act(action));
            x += used + 2;
        }
        let label = format!("{} ", words::filter_label(lang));
        let left = x + canvas.text(x, 1, &label, theme.dim());
        let room = canvas.width().saturating_sub(left + 1);
        canvas.zone(x, 1, room + width(&label) as u16, 1, Hit::Act(Action::Filter));
        if self.is_typing {
            input::draw(canvas, (left, 1), room, &self.filter, theme.input(), true);
        } else if self.filter.is_empty() {
            canvas.text_in(left, 1, room, words::filter_empty(lang), theme.dim());
        } else {
            canvas.text_in(left, 1, room, self.filter.value(), theme.heading());
        }
    }

    /// The chosen group in plain words.
    fn draw_detail(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let Some(group) = self.chosen() else {
            return;
        };
        canvas.rule(0, &titled(lang.pick(group.name_km.as_str(), group.name_en.as_str())), theme);
        let room = usize::from(canvas.width().saturating_sub(2)).clamp(1, 110);
        let mut lines = Vec::new();
        if group.received > 0 {
            lines.extend(wrap(&sentence(group, self.by, lang), room));
        }
        for line in table::outcomes(group, lang) {
            lines.extend(wrap(&line, room));
        }
        for (y, line) in (1..canvas.height()).zip(&lines) {
            canvas.text(1, y, line, theme.text());
        }
    }
}
