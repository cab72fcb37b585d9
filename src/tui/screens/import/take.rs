//! The last step: what would happen, then what happened.

use super::list::list_lines;
use super::{Import, Pairs, draw_error};
use crate::app::ImportReport;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Speak};
use crate::tui::action::Action;
use crate::tui::model::Model;
use crate::tui::text::wrap;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::words;

impl Import {
    /// What is said of the trial or of the taking, a paragraph a line; `key` shows pairs that are likely one.
    pub(super) fn take_lines(&self, lang: Lang, key: &str) -> Vec<String> {
        if let Some(report) = &self.list {
            return list_lines(report, lang);
        }
        let Some(report) = self.taken.as_deref().or(self.tried.as_deref()) else {
            return Vec::new();
        };
        let mut lines = vec![
            if self.taken.is_some() { words::import_was(lang) } else { words::import_would(lang) }.to_owned(),
            String::new(),
        ];
        lines.extend(counts(report, lang));
        lines.push(String::new());
        lines.extend(report.told(lang));
        if !report.unread_sheets.is_empty() {
            lines.push(words::import_unread_sheets(lang, &report.unread_sheets.join(", ")));
        }
        if self.taken.is_none() {
            lines.push(words::import_go(lang).to_owned());
        } else {
            if report.stopped {
                lines.push(words::import_stopped(lang).to_owned());
            }
            if let Some(path) = &report.refused_file {
                lines.push(words::import_refused_file(lang, &path.display().to_string()));
            } else if report.refused > 0 {
                lines.push(words::import_refused_nowhere(lang).to_owned());
            }
            lines.extend(match self.pairs {
                Pairs::Unknown => None,
                Pairs::Asked(_) => Some(words::import_counting_pairs(lang).to_owned()),
                Pairs::Counted(0) => Some(words::import_no_pairs(lang).to_owned()),
                Pairs::Counted(1) => Some(words::import_one_pair(lang, key)),
                Pairs::Counted(count) => Some(words::import_pairs(lang, &number(count as u64, lang), key)),
            });
            lines.push(words::import_after(lang).to_owned());
        }
        for refusal in report.refusals.iter().take(200) {
            for problem in &refusal.problems {
                let line = number(refusal.line, lang);
                lines.push(words::import_line(lang, &line, &problem.what(lang)));
            }
        }
        lines
    }

    pub(super) fn draw_take(&self, model: &Model, canvas: &mut Canvas<'_>) {
        if let Some(error) = &self.failed {
            return draw_error(error, model, canvas);
        }
        let columns = usize::from(canvas.width().saturating_sub(3));
        let key = model.keymap.key(model.screen_context(), Action::ShowDuplicates);
        let lines: Vec<String> =
            self.take_lines(model.lang, &key).iter().flat_map(|line| wrapped(line, columns)).collect();
        let height = usize::from(canvas.height());
        let top = self.place.chosen.min(lines.len().saturating_sub(height));
        for (y, line) in (0..canvas.height()).zip(lines.iter().skip(top)) {
            let style = if top == 0 && y == 0 { model.theme.heading() } else { model.theme.text() };
            canvas.text(1, y, line, style);
        }
        if lines.len() > top + height {
            canvas.text_right(0, canvas.height().saturating_sub(1), canvas.width(), "↓", model.theme.key());
        }
        if model.theme.plain {
            canvas.set_cursor(0, 0);
        }
    }
}

fn wrapped(line: &str, columns: usize) -> Vec<String> {
    if line.is_empty() { vec![String::new()] } else { wrap(line, columns) }
}

/// How many rows there are of each kind; kinds without any are left out.
fn counts(report: &ImportReport, lang: Lang) -> Vec<String> {
    let kinds = [
        (report.added, words::import_n_new(lang)),
        (report.unchanged, words::import_n_known(lang)),
        (report.updated, words::import_n_corrected(lang)),
        (report.changed, words::import_n_changed(lang)),
        (report.refused, words::import_n_refused(lang)),
    ];
    kinds_of_rows(report.rows, &kinds, lang)
}

/// How many rows there are, then how many of each kind; kinds without any are left out.
pub(super) fn kinds_of_rows(rows: usize, kinds: &[(usize, &str)], lang: Lang) -> Vec<String> {
    let rows = (rows, words::import_n_rows(lang));
    let kinds = std::iter::once(rows).chain(kinds.iter().copied().filter(|(count, _)| *count > 0));
    kinds.map(|(count, what)| format!("{:>9}  {what}", number(count as u64, lang))).collect()
}
