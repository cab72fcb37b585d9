//! The rows that an import refused, in a file of their own: each as it stood, with the reason behind it. Mended there, the
//! file is imported like any other, and its rows count as those of the table that they came from.

use std::path::{Path, PathBuf};

use super::RowRefusal;
use crate::app::{AppError, Whole, defused};
use crate::i18n::{Lang, Speak};
use crate::intake::{REFUSED_BECAUSE, SOURCE_NAME, Says, Table};

/// A file of refused rows that is being written; nothing stands at its place before it is whole.
pub(super) struct RefusedFile {
    path: PathBuf,
    headers: Vec<String>,
    /// Where the table has columns of a file of refused rows already: these are left out.
    left_out: Vec<usize>,
    source: String,
    lang: Lang,
    writer: Option<csv::Writer<tempfile::NamedTempFile>>,
}

/// How the name of a file begins that is not whole yet.
const BEGUN: &str = ".wardbook-refused-";

/// Removes what imports left that were killed: it holds names.
fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(BEGUN) {
            let file = std::fs::OpenOptions::new().write(true).open(entry.path());
            if file.is_ok_and(|file| file.try_lock().is_ok()) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

impl RefusedFile {
    /// A file for the refused rows of a table; it is made with the first of them.
    pub fn new(path: &Path, table: &Table, source: &str, lang: Lang) -> Result<Self, AppError> {
        if path.is_dir() {
            return Err(AppError::file(path, std::io::ErrorKind::IsADirectory.into()));
        }
        sweep(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")));
        let headings = &table.layout().headings;
        let is_ours = |header: &str| header.eq_ignore_ascii_case(REFUSED_BECAUSE);
        let left_out: Vec<usize> = headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| heading.says == Some(Says::SourceName) || is_ours(&heading.header))
            .map(|(place, _)| place)
            .collect();
        let headers = table.headers().into_iter().map(str::to_owned).collect();
        Ok(Self { path: path.to_owned(), headers, left_out, source: source.to_owned(), lang, writer: None })
    }

    /// Writes rows with why they were refused.
    pub fn write(&mut self, rows: &[(RowRefusal, csv::StringRecord)]) -> Result<(), AppError> {
        let path = self.path.clone();
        let failed = |error: csv::Error| AppError::file(&path, error.into());
        for (refusal, cells) in rows {
            let reasons: Vec<String> = refusal.problems.iter().map(|problem| self.reason(problem)).collect();
            let width = self.headers.len();
            let kept = |place: &usize| !self.left_out.contains(place);
            let cells: Vec<String> = (0..width)
                .filter(kept)
                .map(|place| defused(cells.get(place).unwrap_or_default().to_owned()))
                .chain([reasons.join(" "), self.source.clone()])
                .collect();
            self.writer()?.write_record(cells).map_err(failed)?;
        }
        Ok(())
    }

    fn reason(&self, problem: &super::RowProblem) -> String {
        let hint = problem.hint(self.lang).map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("{}{hint}", problem.what(self.lang))
    }

    fn writer(&mut self) -> Result<&mut csv::Writer<tempfile::NamedTempFile>, AppError> {
        let failed = |error| AppError::file(&self.path, error);
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => {
                use std::io::Write;
                let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let mut builder = tempfile::Builder::new();
                builder.prefix(BEGUN);
                let mut file = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
                // The system lets go of it however this program ends.
                file.as_file().lock().map_err(failed)?;
                file.write_all("\u{FEFF}".as_bytes()).map_err(failed)?;
                let mut writer = csv::Writer::from_writer(file);
                let kept = |(place, header): (usize, &String)| {
                    (!self.left_out.contains(&place)).then(|| header.clone())
                };
                let headers = self.headers.iter().enumerate().filter_map(kept);
                let ours = [REFUSED_BECAUSE, SOURCE_NAME].map(str::to_owned);
                writer.write_record(headers.chain(ours)).map_err(|error| failed(error.into()))?;
                writer
            }
        };
        Ok(self.writer.insert(writer))
    }

    /// Puts the file in its place; tells where it is, if any row was refused.
    pub fn put(self) -> Result<Option<PathBuf>, AppError> {
        let Some(writer) = self.writer else {
            return Ok(None);
        };
        let file = writer.into_inner().map_err(|error| AppError::file(&self.path, error.into_error()))?;
        Whole::of(file, &self.path)?.put()?;
        Ok(Some(self.path))
    }
}
