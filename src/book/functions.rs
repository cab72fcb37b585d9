//! The functions that SQL of this book may call: matching text by its normal form.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;

use crate::domain::text::{compact, fold};

/// Adds the functions to a connection.
///
/// - `holds(needle, text, …)`: whether the folded needle stands in one of the folded
///   texts; NULL texts hold nothing.
/// - `holds_compact(needle, text, …)`: the same without spaces and punctuation: for
///   telephone numbers.
pub(super) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("holds", -1, flags, |context| holds(context, fold))?;
    connection.create_scalar_function("holds_compact", -1, flags, |context| holds(context, compact))
}

fn holds(context: &Context<'_>, normal: fn(&str) -> String) -> rusqlite::Result<bool> {
    let needle = context.get_raw(0).as_str()?;
    Ok((1..context.len()).any(|index| {
        let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = context.get_raw(index) else {
            return false;
        };
        std::str::from_utf8(bytes).is_ok_and(|text| normal(text).contains(needle))
    }))
}
