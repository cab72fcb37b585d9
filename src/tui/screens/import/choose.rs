//! The first step: which file, what its rows are, how its dates are meant, and what becomes of rows that changed.

use std::path::PathBuf;

use super::{Import, Kind, Step, seen};
use crate::i18n::Lang;
use crate::intake::Dates;
use crate::tui::action::Action;
use crate::tui::layers::{Asking, Prompt};
use crate::tui::model::{Cx, Model, Request, Words};
use crate::tui::text::width;
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
        match (action, row) {
            (Action::Open, Row::File) if self.file.is_some() => self.go(Step::Columns, cx),
            (Action::Open | Action::More | Action::Less, Row::File) => self.ask_file(cx),
            (Action::Open | Action::More, row) => self.turn_row(*row, true),
            (Action::Less, row) => self.turn_row(*row, false),
            _ => {
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

    /// Takes a path as people type, paste or drop it: quoted, or as an address of a file. Whether there was any.
    pub(super) fn name_file(&mut self, text: &str) -> bool {
        let text = text.trim().trim_matches(['"', '\'']).trim();
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
        let (lang, theme) = (model.lang, model.theme);
        let rows = self.rows();
        let left = ROWS.iter().map(|row| width(row.label(lang))).max().unwrap_or(0) + 2;
        let columns = canvas.width();
        for (y, row) in rows.iter().enumerate() {
            let value = self.value(*row, lang);
            let is_chosen = y == self.place.chosen;
            choices::row(canvas, (y as u16, y), (row.label(lang), left), &value, is_chosen, theme);
        }
        let mut below = canvas.part(2, rows.len() as u16 + 1, columns.saturating_sub(4), u16::MAX);
        if let Some(row) = rows.get(self.place.chosen) {
            let used = below.paragraph(0, 0, row.doc(lang), theme.text());
            below.paragraph(0, used + 1, words::import_how(lang), theme.dim());
        }
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

/// A path, also where it is written `file:///…` with `%20` for a space, or begins with `~`.
fn path_of(text: &str) -> Option<PathBuf> {
    if text.is_empty() {
        return None;
    }
    if let Some(address) = text.strip_prefix("file://") {
        let mut bytes = Vec::with_capacity(address.len());
        let mut rest = address.as_bytes();
        while let Some((&first, behind)) = rest.split_first() {
            let code = behind.get(..2).and_then(|two| std::str::from_utf8(two).ok());
            match code.filter(|_| first == b'%').and_then(|code| u8::from_str_radix(code, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = behind.get(2..).unwrap_or_default();
                }
                None => {
                    bytes.push(first);
                    rest = behind;
                }
            }
        }
        return Some(PathBuf::from(String::from_utf8(bytes).ok()?));
    }
    let home = text.strip_prefix("~/").zip(directories::BaseDirs::new());
    Some(home.map_or_else(|| PathBuf::from(text), |(rest, folders)| folders.home_dir().join(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_however_it_is_pasted() {
        for (text, path) in [
            ("/a/b c.csv", "/a/b c.csv"),
            (" '/a/b c.csv' ", "/a/b c.csv"),
            ("\"/a/b.csv\"\n", "/a/b.csv"),
            ("file:///a/b%20c%E1%9E%80.csv", "/a/b cក.csv"),
            ("file:///a/100%.csv", "/a/100%.csv"),
        ] {
            let mut import = Import::default();
            assert!(import.name_file(text));
            assert_eq!(import.file, Some(PathBuf::from(path)), "{text}");
        }
        assert!(!Import::default().name_file(" '' "));
    }
}
