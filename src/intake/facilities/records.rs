//! The records of a table, whatever is in them: the one place where a list of facilities meets the readers of files.

use std::path::Path;

use crate::intake::table::armed;
use crate::intake::{Records, TableError};

/// A list of all facilities of the country has some two thousand rows; what has more than this many is no such list.
const MOST: usize = 100_000;

/// All records with their lines, the headers first.
pub(super) fn of(path: &Path) -> Result<Vec<(u64, Vec<String>)>, TableError> {
    let mut records = Records::open(path)?;
    let mut all = Vec::new();
    while records.read()? {
        if all.len() > MOST {
            return Err(TableError::TooLarge);
        }
        let cells = records.record().iter().map(|cell| armed(cell).to_owned()).collect();
        all.push((records.line(), cells));
    }
    Ok(all)
}
