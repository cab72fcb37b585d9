//! Documents that the officer asked for: the brief, and what goes with it.

use std::path::{Path, PathBuf};

use super::Writer;
use crate::app::brief::{Paper, Prepared, Step};
use crate::app::{AppError, free_path};
use crate::tui::effect::GoesOn;

/// The kinds of files in which letters are written; beside any other they are PDF.
const LETTERS: [&str; 3] = ["pdf", "docx", "md"];

impl Writer {
    /// Writes a document, and letter and agenda beside it where they are wanted: all of them or none, and none over a file
    /// that is there. `tell` is told what is being made. Returns where the document lies.
    pub(super) fn write_documents(
        &mut self,
        prepared: &Prepared,
        path: &Path,
        with_letter: bool,
        goes_on: &GoesOn,
        tell: &dyn Fn(Step),
    ) -> Result<PathBuf, AppError> {
        // Read first, so that a fault in them leaves nothing half done.
        let templates = match &self.start.templates {
            Some(read) if with_letter => Some(read(prepared.lang).map_err(AppError::Templates)?),
            _ => None,
        };
        let path = free_path(path);
        let mut papers = Vec::new();
        if let Some(templates) = templates {
            let enclosed = prepared.enclosed();
            for (paper, name, document) in [
                (Paper::Letter, "letter", enclosed.letter(&templates)),
                (Paper::Agenda, "agenda", enclosed.agenda(&templates)),
            ] {
                papers.push((paper, free_path(&beside(&path, name)), document));
            }
        }
        let step = |step: Step| {
            tell(step);
            goes_on.holds()
        };
        self.with(|session| session.write_papers(prepared, &path, &papers, &step))?;
        Ok(path)
    }
}

/// The path of what goes with a document: `brief-letter.pdf` with `brief.pdf`.
fn beside(path: &Path, name: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let ending = if LETTERS.contains(&ending.as_str()) { ending } else { "pdf".to_owned() };
    path.with_file_name(format!("{stem}-{name}.{ending}"))
}
