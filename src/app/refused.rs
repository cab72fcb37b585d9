//! Rows that were refused, of a table of cases or of a list of facilities, in a file of their own: each as it stood, with the
//! reason behind it. Mended there, the file is imported like any other, and its rows count as those of the table that they
//! came from.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use super::file::numbered;
use super::{AppError, Whole, defused, free_path};
use crate::i18n::{Lang, Speak};
use crate::intake::{REFUSED_BECAUSE, SOURCE_NAME, is_of_refused_rows};

/// Where refused rows go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusedTo {
    /// To that file, where none stands yet.
    File(PathBuf),
    /// Beside the table: to a file of that name, or, where one stands there that says something else, to one with a number
    /// behind its name. Somebody may be mending what stands there: nothing is replaced.
    Beside(PathBuf),
}

impl RefusedTo {
    /// Beside a table; `None` where its folder takes no file.
    pub fn beside(table: &Path) -> Option<Self> {
        let stem = table.file_stem()?.to_string_lossy().into_owned();
        // The rows of `x-refused.csv` that are refused again go to `x-refused-2.csv`.
        let base = match stem.rsplit_once("-refused") {
            Some((base, number))
                if number.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                base
            }
            _ => stem.as_str(),
        };
        tempfile::NamedTempFile::new_in(folder_of(table)).ok()?;
        Some(Self::Beside(table.with_file_name(format!("{base}-refused.csv"))))
    }

    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Beside(path) => path,
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// So many files beside a table are looked at for the same rows.
const MOST_BESIDE: usize = 100;

/// A file of refused rows that is being written; nothing stands at its place before it is whole.
pub(super) struct RefusedRows {
    to: RefusedTo,
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

/// Why a row was refused, in words: all that is wrong with it.
pub(super) fn reasons<'a>(problems: impl Iterator<Item = &'a (impl Speak + 'a)>, lang: Lang) -> String {
    let reason = |problem: &dyn Speak| {
        let hint = problem.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
        format!("{}{hint}", problem.what(lang))
    };
    problems.map(|problem| reason(problem)).collect::<Vec<_>>().join(" ")
}

impl RefusedRows {
    /// A file for the refused rows of a table with these headers; it is made with the first of them.
    pub fn new(to: &RefusedTo, headers: Vec<String>, source: &str, lang: Lang) -> Result<Self, AppError> {
        if to.path().is_dir() {
            return Err(AppError::file(to.path(), io::ErrorKind::IsADirectory.into()));
        }
        // Whatever stands there is somebody's: the table itself, or rows that are being mended.
        if matches!(to, RefusedTo::File(path) if path.exists()) {
            return Err(AppError::FileExists(to.path().to_owned()));
        }
        sweep(folder_of(to.path()));
        let places = headers.iter().enumerate();
        let left_out =
            places.filter(|(_, header)| is_of_refused_rows(header)).map(|(place, _)| place).collect();
        Ok(Self { to: to.clone(), headers, left_out, source: source.to_owned(), lang, writer: None })
    }

    /// In which language it says why.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Writes a row with why it was refused.
    pub fn write<'a>(
        &mut self,
        cells_at: impl Fn(usize) -> Option<&'a str>,
        reasons: String,
    ) -> Result<(), AppError> {
        let kept = (0..self.headers.len()).filter(|place| !self.left_out.contains(place));
        let cells = kept.map(|place| defused(cells_at(place).unwrap_or_default().to_owned()));
        // Cells without a header stand behind all others, so that nothing is lost.
        let beyond = (self.headers.len()..).map_while(&cells_at);
        let beyond = beyond.map(|cell| defused(cell.to_owned()));
        let cells: Vec<String> = cells.chain([reasons, self.source.clone()]).chain(beyond).collect();
        let path = self.to.path().to_owned();
        self.writer()?.write_record(cells).map_err(|error| AppError::file(&path, error.into()))
    }

    fn writer(&mut self) -> Result<&mut csv::Writer<tempfile::NamedTempFile>, AppError> {
        let failed = |error| AppError::file(self.to.path(), error);
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => {
                let mut builder = tempfile::Builder::new();
                builder.prefix(BEGUN);
                let mut file = builder.tempfile_in(folder_of(self.to.path())).map_err(failed)?;
                // The system lets go of it however this program ends.
                file.as_file().lock().map_err(failed)?;
                file.write_all("\u{FEFF}".as_bytes()).map_err(failed)?;
                let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(file);
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

    /// Puts the file in its place; tells where it is, if any row was refused. Where the same rows were refused before for the
    /// same reasons, and their file still lies there as it was written, that is the one.
    pub fn put(self) -> Result<Option<PathBuf>, AppError> {
        let Some(writer) = self.writer else {
            return Ok(None);
        };
        let file = writer.into_inner().map_err(|error| AppError::file(self.to.path(), error.into_error()))?;
        let path = match self.to {
            RefusedTo::File(path) => path,
            RefusedTo::Beside(path) => {
                let failed = |error| AppError::file(&path, error);
                for before in numbered(&path).take(MOST_BESIDE).filter(|before| before.exists()) {
                    if says_the_same(file.path(), &before).map_err(failed)? {
                        return Ok(Some(before));
                    }
                }
                free_path(&path)
            }
        };
        Whole::of(file, &path)?.put()?;
        Ok(Some(path))
    }
}

/// Whether two files hold the same bytes; one that cannot be read is another.
fn says_the_same(new: &Path, before: &Path) -> io::Result<bool> {
    let new = File::open(new)?;
    let Ok(before) = File::open(before) else {
        return Ok(false);
    };
    if new.metadata()?.len() != before.metadata().map_or(0, |data| data.len()) {
        return Ok(false);
    }
    let (new, before) = (BufReader::new(new).bytes(), BufReader::new(before).bytes());
    Ok(new.zip(before).all(|(one, other)| one.is_ok_and(|one| other.is_ok_and(|other| one == other))))
}
