//! Whether duplicates are found, and what joining them does.

mod joining;
mod made;
mod measure;
