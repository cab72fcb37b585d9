//! How one case looks: the page, scrolled, with what it is and where it stands in the rule above it.

use ratatui::style::Style;

use super::CaseScreen;
use super::page::{Ink, Line};
use crate::domain::number::CaseNumber;
use crate::i18n::Named;
use crate::i18n::numbers::number;
use crate::tui::action::{Action, Context};
use crate::tui::model::Model;
use crate::tui::text::width;
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Hit};
use crate::tui::words;

impl CaseScreen {
    /// Draws it.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let (lang, theme) = (model.lang, model.theme);
        let title = self.number.as_ref().map_or("", CaseNumber::as_str);
        let title = match self.status() {
            Some(status) => format!("{title} · {}", status.name(lang)),
            None => title.to_owned(),
        };
        canvas.rule(0, &title, theme);
        if let Some((place, all)) = self.place(model) {
            let text = words::case_place(lang, &number(place as u64, lang), &number(all as u64, lang));
            let used = width(&text) as u16 + 2;
            if usize::from(canvas.width()) > width(&title) + usize::from(used) + 6 {
                canvas.text(canvas.width() - used - 1, 0, &format!(" {text} "), theme.dim());
            }
        }
        let Some(page) = self.page(lang, canvas.width()) else {
            canvas.text(1, 2, words::reading_book(lang), theme.dim());
            return;
        };
        let mut body = canvas.below(1);
        let height = usize::from(body.height());
        let top = self.top.min(page.rows().saturating_sub(height));
        if theme.plain {
            // A reader of the screen goes on where the text begins.
            body.set_cursor(1, 0);
        }
        let has_more = top + height < page.rows() && height > 1;
        for (lines, x) in [(&page.left, 1), (&page.right, page.right_at)] {
            for (y, line) in (0..).zip(lines.iter().skip(top).take(height)) {
                // Beside the arrow that says that there is more, the last line ends before it.
                let is_last = has_more && usize::from(y) + 1 == height;
                let columns = body.width().saturating_sub(if is_last { 3 } else { 0 });
                draw_line(line, x, 0, model, &mut body.part(0, y, columns, 1));
            }
        }
        if has_more {
            let columns = body.width();
            body.text(columns.saturating_sub(2), height as u16 - 1, "↓", theme.key());
        }
    }
}

fn draw_line(line: &Line, x: u16, y: u16, model: &Model, canvas: &mut Canvas<'_>) {
    let mut at = x;
    for (text, ink) in line {
        if *ink == Ink::MemberKey {
            let key = model.keymap.binding(Context::Case, Action::ShowMember);
            let key = key.and_then(|binding| binding.shown_key(Context::Case));
            let key = key.map(|key| key.to_string()).unwrap_or_default();
            let say = if text.is_empty() { words::member_hidden } else { words::member_shown };
            let used = canvas.text(at, y, &say(model.lang, &key), model.theme.key());
            canvas.zone(at, y, used, 1, Hit::Act(Action::ShowMember));
            at += used;
        } else {
            at += canvas.text(at, y, text, style(*ink, model.theme));
        }
    }
}

fn style(ink: Ink, theme: Theme) -> Style {
    match ink {
        Ink::Text => theme.text(),
        Ink::Dim => theme.dim(),
        Ink::Heading => theme.heading(),
        Ink::Good => theme.good(),
        Ink::Error => theme.error(),
        Ink::Bar => theme.bar(),
        Ink::MemberKey => theme.key(),
        Ink::Severity(severity) => theme.severity(severity),
    }
}
