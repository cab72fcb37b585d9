//! Which column of a list holds what: by its header, in Khmer or English, however it is written.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::intake::spelt::Names;
use crate::intake::{REFUSED_BECAUSE, SOURCE_NAME, TableError};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    /// The number of the facility in the list.
    Code,
    /// Its Khmer name.
    NameKm,
    /// Its Latin name.
    NameEn,
    /// What it is.
    Kind,
    /// The province, by code or name.
    Province,
    /// The district, by code or name.
    District,
    /// The commune, by code or name.
    Commune,
    /// How far to the east: longitude or easting.
    East,
    /// How far to the north: latitude or northing.
    North,
    /// What the list is called that a refused row came from.
    Source,
    /// Why a row was refused.
    RefusedBecause,
}

/// Headers by field. Operational districts and health districts are no districts: they are left out.
const NAMES: [(Field, &[&str]); 11] = [
    (Field::Source, &[SOURCE_NAME]),
    (Field::RefusedBecause, &[REFUSED_BECAUSE]),
    (
        Field::Code,
        &[
            "code",
            "id",
            "hf code",
            "hc code",
            "facility code",
            "facility id",
            "health facility code",
            "hfac code",
            "moh code",
            "លេខកូដ",
            "កូដ",
            "លេខសម្គាល់",
            "លេខកូដមូលដ្ឋាន",
        ],
    ),
    (
        Field::NameKm,
        &[
            "name km",
            "name kh",
            "name khmer",
            "khmer name",
            "facility name khmer",
            "facility name km",
            "name in khmer",
            "ឈ្មោះ",
            "ឈ្មោះខ្មែរ",
            "ឈ្មោះជាខ្មែរ",
            "ឈ្មោះមូលដ្ឋាន",
            "ឈ្មោះមូលដ្ឋានសុខាភិបាល",
        ],
    ),
    (
        Field::NameEn,
        &[
            "name",
            "name en",
            "name english",
            "english name",
            "name latin",
            "latin name",
            "facility",
            "facility name",
            "health facility",
            "health facility name",
            "facility name en",
            "facility name english",
            "hf name",
            "ឈ្មោះឡាតាំង",
            "ឈ្មោះអង់គ្លេស",
            "ឈ្មោះជាអង់គ្លេស",
        ],
    ),
    (Field::Kind, &["kind", "type", "facility type", "type of facility", "hf type", "ប្រភេទ", "ប្រភេទមូលដ្ឋាន"]),
    (
        Field::Province,
        &["province", "province name", "province code", "pro code", "pcode", "ខេត្ត", "រាជធានីខេត្ត", "លេខកូដខេត្ត"],
    ),
    (
        Field::District,
        &[
            "district",
            "district name",
            "district code",
            "dis code",
            "administrative district",
            "ស្រុក",
            "ក្រុងស្រុកខណ្ឌ",
            "ស្រុកខណ្ឌ",
            "លេខកូដស្រុក",
        ],
    ),
    (
        Field::Commune,
        &["commune", "commune name", "commune code", "com code", "sangkat", "ឃុំ", "ឃុំសង្កាត់", "លេខកូដឃុំ"],
    ),
    (
        Field::East,
        &[
            "lon",
            "long",
            "lng",
            "longitude",
            "x",
            "x coord",
            "coord x",
            "utm x",
            "easting",
            "east",
            "utm easting",
            "gps longitude",
            "រយៈបណ្តោយ",
        ],
    ),
    (
        Field::North,
        &[
            "lat",
            "latitude",
            "y",
            "y coord",
            "coord y",
            "utm y",
            "northing",
            "north",
            "utm northing",
            "gps latitude",
            "រយៈទទឹង",
        ],
    ),
];

/// The columns of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Headers {
    places: BTreeMap<Field, Vec<usize>>,
    /// What means nothing here.
    pub unknown: Vec<String>,
}

impl Headers {
    /// Reads the first row of a list.
    ///
    /// # Errors
    /// Where no column holds a code or a name.
    pub fn of(cells: &[String]) -> Result<Self, TableError> {
        let mut headers = Self::default();
        for (place, header) in cells.iter().enumerate() {
            match field_of(header) {
                Some(field) => headers.places.entry(field).or_default().push(place),
                None if header.trim().is_empty() => {}
                None => headers.unknown.push(header.trim().to_owned()),
            }
        }
        let is_named = [Field::Code, Field::NameKm, Field::NameEn]
            .iter()
            .any(|field| headers.places.contains_key(field));
        if is_named { Ok(headers) } else { Err(TableError::ListColumns(vec!["code", "name_km", "name_en"])) }
    }

    /// The places of the columns that hold a field, the first first.
    pub fn places(&self, field: Field) -> impl Iterator<Item = usize> {
        self.places.get(&field).into_iter().flatten().copied()
    }
}

/// What a header says that its column holds: by name, or but one slip away from one alone.
fn field_of(header: &str) -> Option<Field> {
    static FIELDS: LazyLock<Names<Field>> = LazyLock::new(|| {
        Names::new(NAMES.iter().flat_map(|(field, names)| names.iter().map(move |name| (*name, *field))))
    });
    FIELDS.known(header).or_else(|| FIELDS.one_slip(header))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::compact;

    #[test]
    fn headers_are_known_in_both_languages_however_they_are_written() {
        for (header, field) in [
            ("Facility_Code", Some(Field::Code)),
            ("លេខកូដ", Some(Field::Code)),
            ("name_km", Some(Field::NameKm)),
            ("ឈ្មោះ\u{200B}ខ្មែរ", Some(Field::NameKm)),
            ("Health Facility Name", Some(Field::NameEn)),
            ("Helth facility name", Some(Field::NameEn)),
            ("ឃុំ/សង្កាត់", Some(Field::Commune)),
            ("UTM-X", Some(Field::East)),
            ("Lattitude", Some(Field::North)),
            ("Y", Some(Field::North)),
            ("Operational District", None),
            ("OD", None),
            ("Remarks", None),
            (" ", None),
        ] {
            assert_eq!(field_of(header), field, "{header}");
        }
        let headers =
            |row: &[&str]| Headers::of(&row.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>());
        let read = headers(&["No", "Province", "Code", "Province code", ""]).unwrap();
        assert_eq!(
            (read.places(Field::Province).collect::<Vec<_>>(), read.unknown),
            (vec![1, 3], vec!["No".to_owned()])
        );
        assert!(matches!(headers(&["Province", "Remarks"]), Err(TableError::ListColumns(_))));
    }

    #[test]
    fn no_header_means_two_things() {
        let mut seen = std::collections::BTreeMap::new();
        for (field, names) in NAMES {
            for name in names {
                assert_eq!(seen.insert(compact(name), field), None, "{name}");
            }
        }
    }
}
