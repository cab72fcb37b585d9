//! Forms for those who have no Wardbook: what is collected with them comes back by an import. No book is needed to write
//! one, and nothing of a book is in one.

use std::path::Path;

use chrono::NaiveDate;

use super::export::workbook_error;
use super::{AppError, write_whole};
use crate::brief::form::{paper, tally, xlsform};
use crate::i18n::Lang;

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankForm {
    /// For telephones: an XLSForm for KoboToolbox or ODK.
    Telephones,
    /// Two pages of paper that mirror the form on the screen.
    Paper,
    /// The tally sheet for timed visits.
    Tally,
}

impl BlankForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Telephones, Self::Paper, Self::Tally];

    /// What its file is called where nobody says otherwise.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Telephones => "wardbook-form.xlsx",
            Self::Paper => "wardbook-form.pdf",
            Self::Tally => "wardbook-tally.pdf",
        }
    }

    /// The ending of its file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Telephones => "xlsx",
            Self::Paper | Self::Tally => "pdf",
        }
    }

    /// Writes it, whole or not at all, and over no file that is there. What is on paper has one language first; a telephone
    /// has both.
    ///
    /// # Errors
    /// [`AppError::FileExists`] where there is such a file already.
    pub fn write(self, path: &Path, lang: Lang, made_on: NaiveDate) -> Result<(), AppError> {
        if path.exists() {
            return Err(AppError::FileExists(path.to_owned()));
        }
        let bytes = match self {
            Self::Telephones => {
                xlsform::workbook().map_err(|error| AppError::file(path, workbook_error(error)))?
            }
            Self::Paper => paper::render(lang, made_on).map_err(AppError::Pdf)?,
            Self::Tally => tally::render(lang, made_on).map_err(AppError::Pdf)?,
        };
        write_whole(path, |writer| {
            std::io::Write::write_all(writer, &bytes).map_err(|error| AppError::file(path, error))
        })
    }
}
