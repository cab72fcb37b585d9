//! What is built in: the gazetteer, the listed hospitals, outlines, holidays and residents, with fuzzy lookup.
//!
//! The tables and their credits are in `data/` (see `data/SOURCES.md`). Knows the domain types, and nothing of books,
//! settings or screens: what an officer adds comes in as an argument ([`lookup::FacilityIndex`]).
//!
//! The tables are parsed once, at first use. They are part of the program, and a test reads every row, so that a
//! failure cannot reach a user; were it to, the reference would be empty, and nothing would panic.

pub mod gazetteer;
pub mod holidays;
pub mod hospitals;
mod letters;
mod likeness;
pub mod lookup;
mod matching;
pub mod names;
pub mod outlines;
pub mod residents;
mod short;
mod titles;

use std::sync::OnceLock;

use thiserror::Error;

pub use gazetteer::{Place, communes_of, district_places, districts_of, place, places, provinces};
pub use holidays::{Holiday, calendar, holiday, holiday_years, holidays};
pub use hospitals::{MakeError, facility, hospitals, make_facility};
pub use likeness::{Likeness, kind_named, likeness};
pub use lookup::{FacilityIndex, Match, find_places};
pub use outlines::{CREDIT, Outline, kilometres_outside, outlines, province_at};
pub use residents::{CENSUS_YEAR, residents, residents_total};
pub use short::ShortNames;

/// All built-in tables, parsed.
#[derive(Debug, Default)]
pub struct Reference {
    gazetteer: gazetteer::Gazetteer,
    hospitals: hospitals::Hospitals,
    outlines: Vec<Outline>,
    holidays: holidays::Holidays,
    residents: residents::Residents,
}

/// A built-in table that cannot be read: a fault of the build, never of a user.
#[derive(Debug, Error)]
pub enum ReferenceError {
    /// A row of a table is not as it should be.
    #[error("the built-in {table}: {message}")]
    Table {
        /// Which table.
        table: &'static str,
        /// What is wrong, with the row.
        message: String,
    },
}

impl ReferenceError {
    /// A fault of `table`, told in the words of what failed.
    fn of(table: &'static str, fault: impl Into<String>) -> Self {
        Self::Table { table, message: fault.into() }
    }
}

impl Reference {
    /// Parses the built-in tables.
    pub fn load() -> Result<Self, ReferenceError> {
        Ok(Self {
            gazetteer: gazetteer::parse(include_str!("data/gazetteer.csv"))?,
            hospitals: hospitals::parse(include_str!("data/hospitals.csv"))?,
            outlines: outlines::parse(include_str!("data/provinces.geojson"))?,
            holidays: holidays::parse(include_str!("data/holidays.csv"))?,
            residents: residents::parse(include_str!("data/population.csv"))?,
        })
    }
}

/// The built-in tables.
pub fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| Reference::load().unwrap_or_default())
}

/// The names between bars in an `aliases` column.
fn split_aliases(column: &str) -> Vec<String> {
    column.split('|').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_parse() {
        let loaded = Reference::load().unwrap();
        assert_eq!(loaded.outlines.len(), 25);
    }

    #[test]
    fn a_broken_table_is_an_error_and_no_panic() {
        assert!(gazetteer::parse("code,name_km,name_en,aliases\nxx,a,b,\n").is_err());
        assert!(hospitals::parse("id,kind\nH010001\n").is_err());
        assert!(outlines::parse("{}").is_err());
        let fault = holidays::parse("date,name_km,name_en\n2026-13-01,a,b\n").unwrap_err();
        assert!(fault.to_string().contains("holidays"), "{fault}");
        assert!(residents::parse("province_code,residents_2019\n01,many\n").is_err());
    }
}
