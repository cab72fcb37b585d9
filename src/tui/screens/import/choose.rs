//! The first step: which file, what its rows are, how its dates are meant, and what becomes of rows that changed.

use super::{Import, Kind, Step, seen};
use crate::i18n::Lang;
use crate::intake::Dates;
use crate::tui::action::Action;
use crate::tui::layers::{Asking, Prompt};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::paths::path_of;
use crate::tui::widgets::canvas::Canvas;
use crate::tui::widgets::choices::{self, beside};
use crate::tui::words;

/// What is chosen, in the order in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    File,
    Rows,
    Dates,
    Changed,
}

const ROWS: [Row; 4] = [Row::File, Row::Rows, Row::Dates, Row::Changed];

/// A list of facilities has neither days nor rows that are taken as corrections.
const ROWS_OF_LIST: [Row; 2] = [Row::File, Row::Rows];

const KINDS: [Kind; 3] = [Kind::Cases, Kind::Observations, Kind::Facilities];

const DATES: [Option<Dates>; 3] = [None, Some(Dates::DayFirst), Some(Dates::MonthFirst)];

impl Row {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::File => words::import_file(lang),
            Self::Rows => words::import_kind(lang),
            Self::Dates => words::import_dates(lang),
            Self::Changed => words::import_changed(lang),
        }
    }

    fn doc(self, lang: Lang) -> &'static str {
        match self {
            Self::File => words::import_file_doc(lang),
            Self::Rows => words::import_kind_doc(lang),
            Self::Dates => words::import_dates_doc(lang),
            Self::Changed => words::import_changed_doc(lang),
        }
    }
}

impl Import {
    fn rows(&self) -> &'static [Row] {
        if self.kind == Kind::Facilities { &ROWS_OF_LIST } else { &ROWS }
    }

    pub(super) fn choose(&mut self, action: Action, cx: &mut Cx<'_>) {
        let Some(row) = self.rows().get(self.place.chosen) else {
            return;
        };
        match (choices::turns(action), row) {
            (Some(_), Row::File) if action == Action::Open && self.file.is_some() => {
                self.go(Step::Columns, cx);
            }
            (Some(_), Row::File) => self.ask_file(cx),
            (Some(forward), row) => self.turn_row(*row, forward),
            (None, _) => {
                self.place.act(action, self.rows().len(), seen(cx.size));
            }
        }
    }

    fn turn_row(&mut self, row: Row, forward: bool) {
        match row {
            Row::File => return,
            Row::Rows => self.kind = beside(&KINDS, self.kind, forward),
            Row::Dates => self.dates = beside(&DATES, self.dates, forward),
            Row::Changed => {
                self.update = !self.update;
                return self.forget_trial();
            }
        }
        self.changed();
    }

    /// Asks for the file.
    pub(super) fn ask_file(&self, cx: &mut Cx<'_>) {
        let (title, hint) = (Words::fixed(words::import_file), Words::fixed(words::import_file_doc));
        let path = self.file.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        cx.requests.push(Request::Lay(Prompt::line(Asking::TableToImport, title, hint, &path)));
    }

    /// The file was named: it is looked over at once.
    pub fn told_file(&mut self, text: &str, cx: &mut Cx<'_>) -> Result<(), Words> {
        if !self.name_file(text) {
            return Err(Words::fixed(words::import_no_file));
        }
        self.go(Step::Columns, cx);
        Ok(())
    }

    /// Takes a path as people type, paste or drop it. Whether there was any.
    pub(super) fn name_file(&mut self, text: &str) -> bool {
        let Some(path) = path_of(text) else {
            return false;
        };
        if self.file.as_ref() != Some(&path) {
            self.file = Some(path);
            self.mapping = crate::intake::Mapping::default();
            self.decided.clear();
            self.forgotten.clear();
            self.changed();
        }
        true
    }

    pub(super) fn draw_choices(&self, model: &Model, canvas: &mut Canvas<'_>) {
        let lang = model.lang;
        let rows: Vec<(&str, String)> =
            self.rows().iter().map(|row| (row.label(lang), self.value(*row, lang))).collect();
        let doc = self.rows().get(self.place.chosen).map_or("", |row| row.doc(lang));
        choices::draw(canvas, &rows, self.place, [doc, words::import_how(lang)], model.theme);
    }

    fn value(&self, row: Row, lang: Lang) -> String {
        let said = match row {
            Row::File => match &self.file {
                Some(path) => return path.display().to_string(),
                None => words::import_none(lang),
            },
            Row::Rows => match self.kind {
                Kind::Cases => words::import_cases(lang),
                Kind::Observations => words::import_observations(lang),
                Kind::Facilities => words::import_facilities(lang),
            },
            Row::Dates => match (self.dates, self.survey().and_then(|survey| survey.recalled.dates)) {
                (None, None) => words::import_dates_auto(lang),
                (None, Some(recalled)) => return words::import_recalled(lang, order(recalled, lang)),
                (Some(dates), _) => order(dates, lang),
            },
            Row::Changed if self.update => words::import_update(lang),
            Row::Changed => words::import_leave(lang),
        };
        said.to_owned()
    }
}

fn order(dates: Dates, lang: Lang) -> &'static str {
    match dates {
        Dates::DayFirst => words::import_day_first(lang),
        Dates::MonthFirst => words::import_month_first(lang),
    }
}
