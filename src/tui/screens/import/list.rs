//! A list of facilities on its way: what would happen with it, then what happened. Its columns are known by their headers, and
//! what is doubtful of it is decided row by row in a file, so that only the first and the last step are its own.

use std::path::PathBuf;

use super::take::kinds_of_rows;
use super::{Import, Step};
use crate::app::AppError;
use crate::app::facilities::ListReport;
use crate::i18n::numbers::number;
use crate::i18n::{Lang, Speak};
use crate::tui::effect::{Effect, Generation, Work};
use crate::tui::model::{Cx, Model, Tone, Words};
use crate::tui::widgets::canvas::Canvas;
use crate::tui::words;

/// So many rows are told of in each way; of more the file of refused rows tells.
const TOLD: usize = 200;

impl Import {
    /// Goes to its first or its last step; the list is tried first.
    pub(super) fn go_with_list(&mut self, step: Step, cx: &mut Cx<'_>) {
        self.step = if step == Step::Choose { Step::Choose } else { Step::Take };
        self.place = crate::tui::widgets::list::Place::default();
        if self.step == Step::Take && self.list.is_none() {
            self.run(true, cx);
        }
    }

    /// Has the list tried, or taken in.
    pub(super) fn run_list(&mut self, path: PathBuf, dry_run: bool, cx: &mut Cx<'_>) {
        let generation = self.begin(dry_run);
        cx.effects.push(Effect::Write(Work::ImportList { path, dry_run, generation }));
    }

    /// It was tried or taken in, or not.
    pub fn list_taken(
        &mut self,
        generation: Generation,
        report: Result<Box<ListReport>, AppError>,
        cx: &mut Cx<'_>,
    ) {
        if self.running != Some(generation) {
            return;
        }
        self.running = None;
        match report {
            Ok(report) => {
                if !report.dry_run {
                    let counts = [report.added, report.changed].map(|count| count as u64);
                    cx.toast(
                        Tone::Good,
                        Words::new(move |lang| {
                            let [added, changed] = counts.map(|count| number(count, lang));
                            words::import_list_done(lang, &added, &changed)
                        }),
                    );
                }
                self.list = Some(report);
            }
            Err(error) => self.failed = Some(error),
        }
    }

    pub(super) fn draw_list(&self, model: &Model, canvas: &mut Canvas<'_>) {
        if self.running.is_none() {
            return self.draw_take(model, canvas);
        }
        let what = if self.is_trying { words::import_trying } else { words::import_taking };
        canvas.text(1, 0, what(model.lang), model.theme.heading());
        if model.theme.plain {
            canvas.set_cursor(0, 0);
        }
    }
}

/// What is said of a list, a paragraph a line.
pub(super) fn list_lines(report: &ListReport, lang: Lang) -> Vec<String> {
    let head = if report.dry_run { words::import_would(lang) } else { words::import_was(lang) };
    let mut lines = vec![head.to_owned(), String::new()];
    let kinds = [
        (report.added, words::import_n_new(lang)),
        (report.changed, words::import_n_completed(lang)),
        (report.unchanged, words::import_n_known(lang)),
        (report.skipped, words::import_n_skipped(lang)),
        (report.doubtful.len(), words::import_n_doubtful(lang)),
        (report.refused, words::import_n_refused(lang)),
    ];
    lines.extend(kinds_of_rows(report.rows, &kinds, lang));
    lines.push(String::new());
    lines.extend(report.told(lang));
    if !report.unknown_columns.is_empty() {
        lines.push(words::import_unknown_columns(lang, &report.unknown_columns.join(", ")));
    }
    if report.dry_run {
        lines.push(words::import_go(lang).to_owned());
    } else {
        if let Some(path) = &report.refused_file {
            lines.push(words::import_list_refused_file(lang, &path.display().to_string()));
        } else if report.refused > 0 {
            lines.push(words::import_refused_nowhere(lang).to_owned());
        }
        lines.push(words::import_list_after(lang).to_owned());
    }
    lines.extend(report.undecided(lang));
    for row in report.doubtful.iter().take(TOLD) {
        let candidates =
            row.candidates.iter().map(|(id, khmer, latin)| format!("{id} {}", lang.pick(khmer, latin)));
        let candidates: Vec<String> = candidates.collect();
        let line = number(row.line, lang);
        lines.push(words::import_list_doubtful(lang, &line, &row.name, &candidates.join(", ")));
    }
    for (line, faults) in report.refusals.iter().take(TOLD) {
        let line = number(*line, lang);
        lines.extend(faults.iter().map(|fault| words::import_line(lang, &line, &fault.what(lang))));
    }
    lines
}
