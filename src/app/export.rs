//! Exports: the cases of a query as a table, for people outside the book. Consent
//! decides which cases and which stories; identities only where asked for.

mod leaving;
mod workbook;

use std::io::Write;
use std::ops::AddAssign;
use std::path::Path;

pub(super) use workbook::workbook_error;

use leaving::Leaving;

use super::in_order::in_order;
use super::{AppError, CaseView, Session, write_whole};
use crate::book::Listing;
use crate::brief::scrub::Struck;
use crate::domain::column::Column;
use crate::domain::values::Coded;

/// In which format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated, UTF-8 with a byte order mark, formulas defused.
    Csv,
    /// A workbook with typed columns, the header kept in sight, and filters.
    Xlsx,
    /// An array of the contract's objects, one a line.
    Json,
}

/// What an export did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exported {
    /// Cases written.
    pub written: usize,
    /// Cases left out because no consent is recorded.
    pub without_consent: usize,
    /// Stories left blank because their consent does not cover telling them.
    pub blanked: usize,
    /// Stories left blank because striking left nothing of them but gaps.
    pub only_gaps: usize,
    /// What was suspected and struck from texts.
    pub struck: Struck,
    /// Texts that a cell of the format cannot hold whole.
    pub cut: usize,
}

impl ExportFormat {
    /// The format that a file's ending names.
    pub fn of(path: &Path) -> Result<Self, AppError> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            "json" => Ok(Self::Json),
            _ => Err(AppError::UnknownFormat(path.to_owned())),
        }
    }
}

/// The columns of a table of cases: employer, officer in charge and next step `inside` the book alone, the member only where
/// asked for.
pub fn columns(identities: bool, inside: bool) -> Vec<Column> {
    Column::ALL
        .iter()
        .copied()
        .filter(|column| identities || !column.is_identity())
        .filter(|column| {
            let is_for_officers = matches!(
                column,
                Column::Employer | Column::AssignedTo | Column::NextStep | Column::NextStepOn
            );
            inside || !is_for_officers
        })
        .collect()
}

/// A cell that no spreadsheet takes for a formula.
pub fn defused(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

impl Session {
    /// Writes the cases of a listing to a file, whole or not at all.
    pub fn export(&self, listing: &Listing, path: &Path, identities: bool) -> Result<Exported, AppError> {
        let format = ExportFormat::of(path)?;
        if listing.filter.asks_for_members() {
            return Err(AppError::MemberOutside);
        }
        write_whole(path, |writer| match format {
            ExportFormat::Csv => self.export_csv(listing, identities, writer, path),
            ExportFormat::Xlsx => self.export_workbook(listing, identities, writer, path),
            ExportFormat::Json => self.export_json(listing, identities, writer, path),
        })
    }

    fn export_csv(
        &self,
        listing: &Listing,
        identities: bool,
        out: &mut impl Write,
        path: &Path,
    ) -> Result<Exported, AppError> {
        let columns = columns(identities, false);
        let failed = |error: csv::Error| AppError::file(path, error.into());
        out.write_all("\u{FEFF}".as_bytes()).map_err(|error| AppError::file(path, error))?;
        let mut table = csv::Writer::from_writer(out);
        table.write_record(columns.iter().map(|column| column.code())).map_err(failed)?;
        let exported = self.each_exported(listing, identities, |case| {
            table.write_record(columns.iter().map(|column| defused(case.cell(*column)))).map_err(failed)
        })?;
        table.flush().map_err(|error| AppError::file(path, error))?;
        Ok(exported)
    }

    fn export_json(
        &self,
        listing: &Listing,
        identities: bool,
        out: &mut impl Write,
        path: &Path,
    ) -> Result<Exported, AppError> {
        let failed = |error| AppError::file(path, error);
        let mut separator = "[\n";
        let exported = self.each_exported(listing, identities, |case| {
            let written = write!(out, "{separator}{}", case.to_json());
            separator = ",\n";
            written.map_err(failed)
        })?;
        let end = if exported.written == 0 { "[]\n" } else { "\n]\n" };
        out.write_all(end.as_bytes()).map_err(failed)?;
        Ok(exported)
    }

    /// Each case that may leave the book, as it may leave it. Most of the time goes into looking through the stories, which
    /// all cores do.
    fn each_exported(
        &self,
        listing: &Listing,
        identities: bool,
        mut take: impl FnMut(&CaseView) -> Result<(), AppError>,
    ) -> Result<Exported, AppError> {
        let view = self.view();
        let (mut exported, mut without_consent) = (Exported::default(), 0);
        in_order(
            |leaving: Leaving| leaving.left(identities),
            |(case, left)| {
                exported += left;
                take(&case)
            },
            |leave| {
                view.for_each::<AppError>(listing, |stored| {
                    if stored.case.record.consent.is_empty() {
                        without_consent += 1;
                        return Ok(());
                    }
                    let case = CaseView::new(&view, &stored, self.settings.lang)?;
                    leave(Leaving { case, identity: view.identity(&stored)? })
                })
            },
        )?;
        Ok(Exported { without_consent, ..exported })
    }
}

impl AddAssign for Exported {
    fn add_assign(&mut self, other: Self) {
        self.written += other.written;
        self.without_consent += other.without_consent;
        self.blanked += other.blanked;
        self.only_gaps += other.only_gaps;
        self.struck += other.struck;
        self.cut += other.cut;
    }
}
