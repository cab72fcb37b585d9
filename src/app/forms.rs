//! Forms for those who have no Wardbook: what is collected with them comes back by an import. No book is needed to write
//! one; where there is one, the form for telephones offers its facilities, and nothing else of a book is in any.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::export::workbook_error;
use super::{AppError, write_whole};
use crate::book::FacilityTable;
use crate::brief::form::{built_in, paper, tally, xlsform};
use crate::domain::facility::{Facility, FacilityId};
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
    /// has both. Says how many facilities it offers.
    ///
    /// # Errors
    /// [`AppError::FileExists`] where there is such a file already.
    pub fn write(
        self,
        path: &Path,
        lang: Lang,
        made_on: NaiveDate,
        book: Option<&FacilityTable>,
    ) -> Result<Option<usize>, AppError> {
        if path.exists() {
            return Err(AppError::FileExists(path.to_owned()));
        }
        let mut count = None;
        let bytes = match self {
            Self::Telephones => {
                let offered = offered(book, made_on);
                count = Some(offered.len());
                xlsform::workbook(&offered).map_err(|error| AppError::file(path, workbook_error(error)))?
            }
            Self::Paper => paper::render(lang, made_on).map_err(AppError::Pdf)?,
            Self::Tally => tally::render(lang, made_on).map_err(AppError::Pdf)?,
        };
        write_whole(path, |writer| {
            std::io::Write::write_all(writer, &bytes).map_err(|error| AppError::file(path, error))
        })?;
        Ok(count)
    }
}

/// The facilities at which a visit can have been: the built-in ones as a book describes them, and those that its officers added;
/// none that was found to be another one, and none that is closed.
fn offered(book: Option<&FacilityTable>, today: NaiveDate) -> Vec<Arc<Facility>> {
    let Some(book) = book else {
        return built_in().map(Arc::new).collect();
    };
    let ids = built_in().map(|facility| facility.id).chain(book.added().map(|facility| facility.id.clone()));
    let meant: BTreeMap<FacilityId, Arc<Facility>> =
        ids.filter_map(|id| book.get(&id)).map(|facility| (facility.id.clone(), facility)).collect();
    meant.into_values().filter(|facility| facility.closed_on(today).is_none()).collect()
}
