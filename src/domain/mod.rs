//! The field's types and rules, pure: no files, no clock, no screen, no network.
//!
//! Words are those of the union and of the field (see `docs/ARCHITECTURE.md`): a
//! book holds entries, entries fold into cases, a case has issues.

pub mod attachment;
pub mod case;
pub mod clock;
pub mod column;
pub mod date;
pub mod demand;
pub mod digits;
pub mod draft;
pub mod entry;
pub mod facility;
pub mod filter;
pub mod fold;
pub mod handle;
pub mod issue;
pub mod join;
pub mod members;
pub mod money;
pub mod number;
pub mod observation;
pub mod party;
pub mod period;
pub mod place;
pub mod point;
pub mod promise;
pub mod reach;
pub mod sounds;
pub mod standing;
pub mod submission;
pub mod text;
pub mod times;
pub mod values;
pub mod waits;
