//! The file as a whole: parts, packed.

use std::io::{self, Cursor, Write};

use chrono::{Datelike, NaiveDate};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Parts, packed. Each bears the same day, so that the same parts make the same bytes.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Package {
    /// Without parts.
    pub fn new(day: NaiveDate) -> Self {
        let year = u16::try_from(day.year()).unwrap_or_default();
        let of = |number: u32| u8::try_from(number).unwrap_or(1);
        // Archives count from 1980 on.
        let day =
            DateTime::from_date_and_time(year, of(day.month()), of(day.day()), 0, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default().last_modified_time(day).unix_permissions(0o644);
        Self { zip: ZipWriter::new(Cursor::default()), options }
    }

    /// Adds a part.
    pub fn part(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        self.zip.start_file(name, self.options)?;
        self.zip.write_all(content)
    }

    /// The whole.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}
