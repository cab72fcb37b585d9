//! What comes in: tables of other people's making, turned into drafts. Knows the
//! domain and the names of columns in both languages, not the book.

pub mod attachment;
mod cells;
pub mod duplicates;
mod error;
pub mod facilities;
mod headers;
mod labels;
mod layout;
mod mapping;
mod meanings;
pub mod message;
mod records;
mod spelt;
mod table;

pub use cells::Dates;
pub use error::{TableError, WorkbookFault};
pub use headers::Sureness;
pub use layout::{Heading, Layout, REFUSED_BECAUSE, Rows, SOURCE_NAME, Says, is_of_refused_rows};
pub use mapping::{BadMapping, Mapping, MappingProblem};
pub use meanings::{choices_of, code_meant, holds_codes, unknown_words};
pub use records::Records;
pub use table::{Reading, Row, Table, may_lack_nought};
