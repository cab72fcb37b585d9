//! Khmer and English: what coded values, columns, dates, numbers and errors are called on screen and on paper.
//!
//! Stands right above `domain` and knows nothing else: no screen, no widths, no files, no environment. Whoever
//! needs sentences of their own (commands, screens, briefs) declares them with [`messages!`](messages) in their own
//! folder (`use crate::i18n::messages::messages;`), with both languages side by side.
//!
//! Latin codes (`nssf`, `WAIT`, `KC-7F3Q-2XM9`) are never translated and keep their Latin digits in both languages:
//! they are what is typed, printed in letters and read out over the telephone. So do hotlines, which are dialled as they
//! stand.

pub mod anchors;
pub mod asked;
pub mod columns;
pub mod dates;
pub mod errors;
mod events;
mod facility;
pub mod khmer;
mod lang;
pub mod messages;
pub mod numbers;
pub mod values;

pub use anchors::anchor;
pub use columns::{column_of_header, column_spellings, header, label};
pub use errors::Speak;
pub use events::{field_name, happened};
pub use facility::facility_notes;
pub use lang::{Calendar, Digits, Lang, Language, UnknownLang};
pub use values::{Meaning, Named, code_of_name, harm, name_of_code, question, rebuttal_question, table_name};
