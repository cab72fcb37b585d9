//! Writing a brief and what goes with it: all of it or nothing.
//!
//! The order is that of what may go wrong. First each document is made and lies whole beside its place under another
//! name: that takes long, may be cancelled between any two, and leaves nothing behind. Then the book remembers the brief;
//! only then do the files get their names, which takes no time. A power cut between these two leaves a brief that is
//! remembered and was not written: later ones are warned of it in vain. The other order would leave one that lies on the
//! table and that nobody is warned of. Where a name cannot be given after all, the files of this run are taken away again,
//! and the book says in another entry that the brief did not come to be.

use std::path::{Path, PathBuf};

use super::{Brief, Prepared};
use crate::app::file::{Whole, whole};
use crate::app::{AppError, Session};
use crate::brief::document::Document;
use crate::brief::{docx, html, markdown, pdf, picture, xlsx};

/// Which of the documents that are handed over together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The brief.
    Brief,
    /// The letter.
    Letter,
    /// The agenda.
    Agenda,
}

/// How far the writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is being made.
    pub paper: Paper,
    /// Which it is, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

impl Session {
    /// Writes a prepared brief in the format that the file's ending names, whole or not at all.
    ///
    /// # Errors
    /// [`AppError::Cancelled`] where it is not wanted any more: then nothing is written and nothing remembered.
    pub fn write_brief(
        &mut self,
        prepared: &Prepared,
        path: &Path,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Brief, AppError> {
        self.write_papers(prepared, path, &[], &|_| goes_on())
    }

    /// Writes a prepared brief and what goes with it: all of these files or none. Before each is made, and once they all
    /// are, `goes_on` is asked; it is told what is being made.
    ///
    /// # Errors
    /// [`AppError::Cancelled`] where it is not wanted any more: then nothing is written and nothing remembered.
    pub fn write_papers(
        &mut self,
        prepared: &Prepared,
        path: &Path,
        beside: &[(Paper, PathBuf, Document)],
        goes_on: &dyn Fn(Step) -> bool,
    ) -> Result<Brief, AppError> {
        let brief = Brief::from(prepared);
        if brief.cases == 0 {
            return Err(AppError::NothingToTell);
        }
        let first = (Paper::Brief, path, &brief.document);
        let papers = || {
            let others = beside.iter().map(|(paper, path, document)| (*paper, path.as_path(), document));
            std::iter::once(first).chain(others)
        };
        let of = papers().count();
        let mut made: Vec<Whole> = Vec::new();
        let mut last = Step { paper: Paper::Brief, number: 1, of };
        for (number, (paper, path, document)) in (1..).zip(papers()) {
            last = Step { paper, number, of };
            if !goes_on(last) {
                return Err(AppError::Cancelled);
            }
            made.push(laid(&rendered(document, path)?, path)?);
        }
        if !goes_on(last) {
            return Err(AppError::Cancelled);
        }
        let is_new = self.remember_brief(prepared)?;
        if let Err(error) = put_all(made) {
            if is_new {
                self.brief_was_not_written(prepared)?;
            }
            return Err(error);
        }
        Ok(brief)
    }
}

/// Gives all files their names; where one cannot have it, those before it are taken away again, unless another stood
/// there before.
fn put_all(made: Vec<Whole>) -> Result<(), AppError> {
    let mut new: Vec<PathBuf> = Vec::new();
    for file in made {
        let path = file.path().to_owned();
        let is_new = !path.exists();
        if let Err(error) = file.put() {
            for path in new {
                // What cannot be taken away is told by the folder; the first error says why.
                let _ = std::fs::remove_file(path);
            }
            return Err(error);
        }
        new.extend(is_new.then_some(path));
    }
    Ok(())
}

/// Writes a document in the format that the file's ending names, whole or not at all.
pub fn write(document: &Document, path: &Path) -> Result<(), AppError> {
    laid(&rendered(document, path)?, path)?.put()
}

/// A document in the format that a file's ending names.
fn rendered(document: &Document, path: &Path) -> Result<Vec<u8>, AppError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let bytes = match ending.as_str() {
        "md" => markdown::render(document).into_bytes(),
        "html" | "htm" => html::render(document).map_err(|error| AppError::Pdf(error.into()))?.into_bytes(),
        "png" => picture::render(document).map_err(AppError::Picture)?,
        "docx" => docx::render(document).map_err(|error| AppError::file(path, error))?,
        "xlsx" => xlsx::render(document)
            .map_err(|error| AppError::file(path, crate::app::export::workbook_error(error)))?,
        "pdf" => pdf::render(document).map_err(AppError::Pdf)?,
        _ => return Err(AppError::UnknownFormat(path.to_owned())),
    };
    Ok(bytes)
}

fn laid(bytes: &[u8], path: &Path) -> Result<Whole, AppError> {
    let write = |writer: &mut std::io::BufWriter<&mut std::fs::File>| {
        std::io::Write::write_all(writer, bytes).map_err(|error| AppError::file(path, error))
    };
    Ok(whole(path, write)?.0)
}
