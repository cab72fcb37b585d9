//! What is wrong with a workbook, from what the libraries that read it say.

use std::io;
use std::path::{Path, PathBuf};

use crate::intake::error::{TableError, WorkbookFault};

pub(super) fn file_error(source: io::Error, path: &Path) -> TableError {
    TableError::file(path, source)
}

pub(super) fn no_workbook(path: &Path, fault: WorkbookFault) -> TableError {
    TableError::NoWorkbook { path: PathBuf::from(path.file_name().unwrap_or_default()), fault }
}

/// What cannot be unpacked: it is the file itself, or what is in it.
pub(super) fn not_unpacked(path: &Path, error: zip::result::ZipError) -> TableError {
    use zip::result::ZipError;
    no_workbook(
        path,
        match error {
            ZipError::Io(error) => return not_read(path, error),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                WorkbookFault::Encrypted
            }
            ZipError::InvalidArchive(_) | ZipError::FileNotFound => WorkbookFault::Damaged,
            rare => WorkbookFault::Other(rare.to_string()),
        },
    )
}

/// What could not be read to its end: broken content shows as an error of the file.
pub(super) fn not_read(path: &Path, error: io::Error) -> TableError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            no_workbook(path, WorkbookFault::Damaged)
        }
        _ => file_error(error, path),
    }
}

pub(super) fn not_excel(path: &Path, error: calamine::XlsxError) -> TableError {
    match error {
        calamine::XlsxError::Io(error) => not_read(path, error),
        calamine::XlsxError::Zip(error) => not_unpacked(path, error),
        calamine::XlsxError::Password => no_workbook(path, WorkbookFault::Encrypted),
        _ => no_workbook(path, WorkbookFault::Damaged),
    }
}
