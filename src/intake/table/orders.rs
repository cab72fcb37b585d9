//! In which order the dates of a table are written: told by those that can be read in one order only. It is one for the whole
//! table, never guessed row by row.

use crate::intake::cells::{Dates, dated};
use crate::intake::error::TableError;

/// What the dates of a table tell.
#[derive(Default)]
pub(super) struct Orders {
    /// One that has the month first, with its line.
    month_first: Option<(u64, String)>,
    /// One that has the day first, with its line.
    day_first: Option<(u64, String)>,
    /// One that can be read either way.
    open: Option<String>,
    /// Dates that a spreadsheet holds as such, or that have the year first: with a day up to 12, and with a later one.
    low: usize,
    high: usize,
}

impl Orders {
    pub fn take(&mut self, line: u64, text: &str) {
        if let Some((day, _)) = dated(text) {
            if day <= 12 {
                self.low += 1;
            } else {
                self.high += 1;
            }
            return;
        }
        let told = || (line, text.trim().to_owned());
        match Dates::only(text) {
            Some(Dates::MonthFirst) => drop(self.month_first.get_or_insert_with(told)),
            Some(Dates::DayFirst) => drop(self.day_first.get_or_insert_with(told)),
            None if self.open.is_none() && Dates::fits_both(text) => self.open = Some(told().1),
            None => {}
        }
    }

    /// Fails where a date can only be read with the month first: then others may be meant so that can be read both ways.
    pub fn check(&self) -> Result<(), TableError> {
        let Some((line, date)) = self.month_first.clone() else {
            return Ok(());
        };
        Err(TableError::MonthFirst { line, date, against: self.day_first.clone() })
    }

    /// One that can be read either way, where nothing else tells.
    pub fn open(&self) -> Option<&str> {
        self.open.as_deref().filter(|_| self.day_first.is_none())
    }

    /// Whether all that stand as dates have a day up to 12, and others stand as text with a later one: so a spreadsheet leaves
    /// them that takes the month to come first, and has swapped day and month in the former.
    pub fn may_be_swapped(&self) -> bool {
        self.low > 0 && self.high == 0 && self.open.is_none() && self.day_first.is_some()
    }
}
