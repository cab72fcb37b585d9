//! How the table of cases and one case look.

use ratatui::style::Style;

use super::one::summary;
use super::table::{Widths, marked};
use super::{Cases, ORDERS};
use crate::app::AppError;
use crate::book::Order;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Speak};
use crate::tui::model::Model;
use crate::tui::text::{width, wrap};
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::widgets::input;
use crate::tui::words;

/// Pieces of one line with their styles.
pub type Line = Vec<(String, Style)>;

impl Cases {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let layout = self.layout(model.size, model.lang);
        self.draw_filter(&layout, model, canvas);
        self.draw_table(&layout, model, &mut canvas.part(0, layout.above, layout.columns, u16::MAX));
        if let Some(area) = layout.preview {
            let mut pane = canvas.part(area.x, area.y, area.width, area.height);
            self.draw_preview(model, &mut pane);
        }
    }

    /// The order of the rows that are shown.
    fn kept_order(&self) -> Order {
        self.page.as_ref().map_or(self.order, |page| page.order)
    }

    fn draw_filter(&self, layout: &super::Layout, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let mut count = match &self.page {
            Some(page) if !page.is_counted => words::counting_cases(lang).to_owned(),
            Some(page) => words::cases_counted(lang, &number(page.total as u64, lang)),
            None => words::reading_book(lang).to_owned(),
        };
        let kept = self.kept_order();
        if !Widths::new(layout.columns, self, lang).tells(kept)
            && let Some((_, name)) = ORDERS.iter().find(|(order, _)| *order == kept)
            && canvas.width() >= 70
        {
            count = format!("{count} · ▼ {}", name(lang));
        }
        let right = width(&count) as u16 + 1;
        let columns = canvas.width();
        let left = canvas.text(0, 0, &format!(" {} ", words::filter_label(lang)), theme.heading());
        let room = columns.saturating_sub(left + right + 1);
        if self.is_typing {
            input::draw(canvas, (left, 0), room, &self.filter, theme.input(), true);
        } else if self.filter.is_empty() {
            canvas.text_in(left, 0, room, words::filter_empty(lang), theme.dim());
        } else {
            canvas.text_in(left, 0, room, self.filter.value(), theme.text());
        }
        canvas.text_right(columns.saturating_sub(right), 0, right.saturating_sub(1), &count, theme.text());
        if let Some(error) = &self.problem {
            let (said, hint) = problem_lines(error, lang, columns);
            let rows = layout.above.saturating_sub(1);
            let lines = said
                .iter()
                .map(|line| (line, theme.error()))
                .chain(hint.iter().map(|line| (line, theme.text())));
            for (y, (line, style)) in (0..rows).zip(lines) {
                canvas.text(1, y + 1, line, style);
            }
        }
    }

    fn draw_table(&self, layout: &super::Layout, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let widths = Widths::new(canvas.width(), self, lang);
        widths.head(self.kept_order(), model, canvas);
        let needles = self.needles();
        if self.total() == 0 {
            let text = match (&self.page, self.filter.is_empty()) {
                (None, _) => words::reading_book(lang),
                (Some(_), true) => words::no_cases_yet(lang),
                (Some(_), false) => words::nothing_found(lang),
            };
            for (y, line) in (2..).zip(wrap(text, usize::from(canvas.width().saturating_sub(4)))) {
                canvas.text(2, y, &line, theme.text());
            }
            return;
        }
        for y in 0..layout.rows {
            let index = self.place.top + y;
            let Some(row) = self.row(index) else {
                continue;
            };
            let chosen = index == self.place.chosen;
            widths.row(row, y as u16 + 1, &needles, model, canvas);
            canvas.zone(0, y as u16 + 1, layout.columns, 1, Hit::Row(index));
            if chosen {
                canvas.text(0, y as u16 + 1, ">", theme.text());
                canvas.style_row(y as u16 + 1, theme.selected());
                if theme.plain && !self.is_typing {
                    canvas.set_cursor(0, y as u16 + 1);
                }
            }
        }
    }

    fn draw_preview(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let Some(shown) = &self.shown else {
            canvas.rule(0, "", model.theme);
            return;
        };
        canvas.rule(0, shown.case.number.as_str(), model.theme);
        let columns = usize::from(canvas.width().saturating_sub(2));
        let needles = self.needles();
        let lines: Vec<Line> = summary(shown, model.lang, model.theme, columns)
            .into_iter()
            .map(|line| marked(line, &needles, model.theme))
            .collect();
        let room = usize::from(canvas.height().saturating_sub(1));
        let is_cut = lines.len() > room;
        draw_lines(&lines, 0, &mut canvas.below(1));
        if is_cut && room > 1 {
            let more = format!(" {} ", words::enter_for_more(model.lang));
            let used = width(&more) as u16;
            let (x, y) = (canvas.width().saturating_sub(used), canvas.height() - 1);
            canvas.text(x, y, &more, model.theme.key());
        }
    }
}

/// What is wrong with a filter, and what would do, in lines.
pub(super) fn problem_lines(error: &AppError, lang: Lang, columns: u16) -> (Vec<String>, Vec<String>) {
    let room = usize::from(columns.saturating_sub(2)).max(1);
    let said = wrap(&format!("! {}", error.what(lang)), room);
    (said, error.hint(lang).map(|hint| wrap(&hint, room)).unwrap_or_default())
}

/// Draws lines from one on, as many as there is room for.
pub fn draw_lines(lines: &[Line], from: usize, canvas: &mut Canvas<'_>) {
    let height = canvas.height();
    for (y, line) in (0..height).zip(lines.iter().skip(from)) {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        canvas.pieces(1, y, &pieces);
    }
}
