//! Residents of each province: a denominator to show beside counts, never a rate by itself.
//!
//! Source: National Institute of Statistics, final census 2019, Table 2.1.1.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::place::Province;

use super::{ReferenceError, reference};

/// The census's year.
pub const CENSUS_YEAR: i32 = 2019;

/// Residents by province.
pub(super) type Residents = BTreeMap<Province, u32>;

#[derive(Deserialize)]
struct Row {
    province_code: Province,
    residents_2019: u32,
}

pub(super) fn parse(table: &str) -> Result<Residents, ReferenceError> {
    csv::Reader::from_reader(table.as_bytes())
        .deserialize()
        .map(|row| row.map(|row: Row| (row.province_code, row.residents_2019)))
        .collect::<Result<_, _>>()
        .map_err(|fault| ReferenceError::of("residents", fault.to_string()))
}

/// Residents of a province at the census of 2019; 0 for a code that is no province's.
pub fn residents(province: Province) -> u32 {
    reference().residents.get(&province).copied().unwrap_or(0)
}

/// Residents of the country at the census of 2019.
pub fn residents_total() -> u32 {
    reference().residents.values().sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::provinces;

    #[test]
    fn every_province_has_residents_and_they_sum_to_the_census() {
        assert!(provinces().all(|place| residents(place.code.province()) > 40_000));
        assert_eq!(reference().residents.len(), 25);
        assert_eq!(residents_total(), 15_552_211);
        assert_eq!(residents(Province::from_number(99).unwrap()), 0);
    }
}
