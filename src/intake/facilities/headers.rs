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
    /// The operational district: how the health service divides provinces, and none of their districts. Not read.
    OperationalDistrict,
    /// What the list is called that a refused row came from.
    Source,
    /// Why a row was refused.
    RefusedBecause,
}

/// Headers by field.
const NAMES: [(Field, &[&str]); 12] = [
    (Field::Source, &[SOURCE_NAME]),
    (Field::RefusedBecause, &[REFUSED_BECAUSE]),
    (
        Field::OperationalDistrict,
        &[
            "od",
            "od name",
            "od code",
            "od name en",
            "od name kh",
            "operational district",
            "operational district name",
            "operational district code",
            "health operational district",
            "health district",
            "phd",
            "ស្រុកប្រតិបត្តិ",
            "ឈ្មោះស្រុកប្រតិបត្តិ",
            "លេខកូដស្រុកប្រតិបត្តិ",
        ],
    ),
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
            "hf id",
            "hc id",
            "code hf",
            "hospital code",
            "health center code",
            "health centre code",
            "លេខកូដមណ្ឌលសុខភាព",
            "កូដមណ្ឌលសុខភាព",
            "កូដមូលដ្ឋាន",
            "លេខកូដមូលដ្ឋានសុខាភិបាល",
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
            "khmer",
            "hf name kh",
            "hf name km",
            "hf name khmer",
            "hf name in khmer",
            "hc name kh",
            "hc name km",
            "hc name khmer",
            "facility name kh",
            "facility name in khmer",
            "health facility name kh",
            "health facility name km",
            "health facility name khmer",
            "health facility name in khmer",
            "health center name khmer",
            "health centre name khmer",
            "name of health facility khmer",
            "ឈ្មោះមណ្ឌល",
            "ឈ្មោះមណ្ឌលសុខភាព",
            "ឈ្មោះមន្ទីរពេទ្យ",
            "ឈ្មោះភាសាខ្មែរ",
            "ឈ្មោះជាភាសាខ្មែរ",
            "ឈ្មោះជាអក្សរខ្មែរ",
            "មូលដ្ឋានសុខាភិបាល",
            "មណ្ឌលសុខភាព",
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
            "hf",
            "hf name en",
            "hf name eng",
            "hf name english",
            "hf name in english",
            "hf name latin",
            "hc name",
            "hc name en",
            "hc name english",
            "facility name eng",
            "facility name in english",
            "facility name latin",
            "health facility name en",
            "health facility name english",
            "health facility name in english",
            "health facilities",
            "health center",
            "health centre",
            "health center name",
            "health centre name",
            "health center name english",
            "health centre name english",
            "hospital name",
            "name of facility",
            "name of health facility",
            "name of health facility english",
            "name of health center",
            "name of health centre",
            "name eng",
            "name in english",
            "name in latin",
            "ឈ្មោះភាសាអង់គ្លេស",
            "ឈ្មោះជាភាសាអង់គ្លេស",
            "ឈ្មោះជាអក្សរឡាតាំង",
            "ឈ្មោះឡាតាំង",
            "ឈ្មោះអង់គ្លេស",
            "ឈ្មោះជាអង់គ្លេស",
        ],
    ),
    (
        Field::Kind,
        &[
            "kind",
            "type",
            "facility type",
            "type of facility",
            "hf type",
            "health facility type",
            "type of hf",
            "category",
            "facility category",
            "ប្រភេទ",
            "ប្រភេទមូលដ្ឋាន",
            "ប្រភេទមូលដ្ឋានសុខាភិបាល",
        ],
    ),
    (
        Field::Province,
        &[
            "province",
            "province name",
            "province code",
            "pro code",
            "prov",
            "prov code",
            "prov name",
            "pro name",
            "province en",
            "province kh",
            "province km",
            "province khmer",
            "province english",
            "province name en",
            "province name kh",
            "province name khmer",
            "province name english",
            "ឈ្មោះខេត្ត",
            "កូដខេត្ត",
            "pcode",
            "ខេត្ត",
            "រាជធានីខេត្ត",
            "លេខកូដខេត្ត",
        ],
    ),
    (
        Field::District,
        &[
            "district",
            "district name",
            "district code",
            "dis code",
            "dist code",
            "dis name",
            "dist name",
            "district en",
            "district kh",
            "district km",
            "district khmer",
            "district english",
            "district name en",
            "district name kh",
            "district name khmer",
            "district name english",
            "admin district",
            "ឈ្មោះស្រុក",
            "កូដស្រុក",
            "administrative district",
            "ស្រុក",
            "ក្រុងស្រុកខណ្ឌ",
            "ស្រុកខណ្ឌ",
            "លេខកូដស្រុក",
        ],
    ),
    (
        Field::Commune,
        &[
            "commune",
            "commune name",
            "commune code",
            "com code",
            "com name",
            "commune en",
            "commune kh",
            "commune km",
            "commune khmer",
            "commune english",
            "commune name en",
            "commune name kh",
            "commune name khmer",
            "commune name english",
            "commune sangkat",
            "sangkat",
            "ឈ្មោះឃុំ",
            "កូដឃុំ",
            "ឃុំ",
            "ឃុំសង្កាត់",
            "លេខកូដឃុំ",
        ],
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
            "x utm",
            "x utm48n",
            "x utm 48",
            "utm48n x",
            "x coordinate",
            "coordinate x",
            "gps x",
            "east utm",
            "easting utm48n",
            "longitude wgs84",
            "lon wgs84",
            "longitude x",
            "x longitude",
            "easting",
            "east",
            "utm easting",
            "gps longitude",
            "gps lon",
            "gps long",
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
            "y utm",
            "y utm48n",
            "y utm 48",
            "utm48n y",
            "y coordinate",
            "coordinate y",
            "gps y",
            "north utm",
            "northing utm48n",
            "latitude wgs84",
            "lat wgs84",
            "latitude y",
            "y latitude",
            "northing",
            "north",
            "utm northing",
            "gps latitude",
            "gps lat",
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
    /// Reads a row of headers.
    ///
    /// # Errors
    /// Where no column holds a code or a name.
    pub fn of(cells: &[String]) -> Result<Self, TableError> {
        let mut headers = Self::default();
        for (place, header) in cells.iter().enumerate() {
            let field = field_of(header);
            if field == Some(Field::OperationalDistrict) {
                // The officer is told that it is not read.
                headers.unknown.push(header.trim().to_owned());
            }
            match field {
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

    /// Whether they are what stands over a list, and no title or remark that happens to be the name of a column.
    pub fn are_of_a_list(&self) -> bool {
        self.places.values().map(Vec::len).sum::<usize>() >= 2
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
            ("Operational District", Some(Field::OperationalDistrict)),
            ("OD", Some(Field::OperationalDistrict)),
            ("HF name EN", Some(Field::NameEn)),
            ("HF name KH", Some(Field::NameKm)),
            ("ឈ្មោះមណ្ឌលសុខភាព", Some(Field::NameKm)),
            ("X (UTM 48N)", Some(Field::East)),
            ("Y (UTM 48N)", Some(Field::North)),
            ("Facility Name (English)", Some(Field::NameEn)),
            ("Facility Name (Khmer)", Some(Field::NameKm)),
            ("HF Code", Some(Field::Code)),
            ("Province Code", Some(Field::Province)),
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
