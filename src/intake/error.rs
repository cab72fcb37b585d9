//! Why a table cannot be read at all.

use std::io;
use std::path::PathBuf;

/// Why a table cannot be read at all. Nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file could not be read.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is neither UTF-8 nor anything else that is read.
    #[error("no text at line {line}")]
    NoText {
        /// Where, from 1.
        line: u64,
    },
    /// A row longer than any honest one.
    #[error("the row at line {line} is too long")]
    LongRow {
        /// Where it begins, from 1.
        line: u64,
    },
    /// No workbook, or a damaged one.
    #[error("{}: no workbook: {fault:?}", .path.display())]
    NoWorkbook {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        fault: WorkbookFault,
    },
    /// A workbook of Excel before 2007.
    #[error("{}: an old workbook", .path.display())]
    OldWorkbook {
        /// Which.
        path: PathBuf,
    },
    /// A workbook that unpacks to more than can be read.
    #[error("the workbook unpacks to too much")]
    TooLarge,
    /// Text that is no JSON from here on.
    #[error("no JSON at line {line}, column {column}")]
    NoJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Dates that can only be read with the month first, and none that cannot: which is meant has to be said.
    #[error("month first at line {line}: {date}")]
    MonthFirst {
        /// The line of one, from 1.
        line: u64,
        /// That date.
        date: String,
        /// The line of one that can only be read with the day first, and that date.
        against: Option<(u64, String)>,
    },
    /// Columns without which no case can be made.
    #[error("columns missing: {missing:?}")]
    Columns {
        /// Their names.
        missing: Vec<&'static str>,
    },
    /// Columns of which a list of facilities needs one.
    #[error("columns missing: {0:?}")]
    ListColumns(Vec<&'static str>),
    /// A list of facilities with nothing in it.
    #[error("an empty list")]
    EmptyList,
    /// The same column twice.
    #[error("column {0} twice")]
    Twice(String),
    /// A quotation that is never closed.
    #[error("a quotation opens on line {line} and never closes")]
    OpenQuote {
        /// Where it opens, from 1.
        line: u64,
    },
    /// Text behind the end of a quotation.
    #[error("text goes on behind a closing quotation mark on line {line}")]
    StrayQuote {
        /// Where, from 1.
        line: u64,
    },
    /// Nothing in it.
    #[error("empty")]
    Empty,
}

/// What is wrong with a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is called one and is none.
    NoWorkbook,
    /// Something of it is broken, or is not there.
    Damaged,
    /// It has a password.
    Encrypted,
    /// Something rarer, in the words of its reader.
    Other(String),
}

impl TableError {
    /// A file that could not be read.
    pub(super) fn file(path: &std::path::Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}
