//! How the columns of somebody's table become cases, as an officer said it: a small TOML file.
//!
//! ```toml
//! dates = "dmy"
//! source = "Kandal, October"
//! [columns]
//! "Hospital" = "facility"
//! "Colour" = ""
//! [fixed]
//! payer = "nssf"
//! [values.payer]
//! "Equity" = "hef"
//! [facilities]
//! "Kandal hosp." = "H080801"
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::cells::Dates;
use crate::domain::column::Column;
use crate::domain::facility::FacilityId;
use crate::domain::text::{compact, line_and_column};
use crate::domain::values::Coded;

/// How the columns of a table become cases.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Which comes first in its dates.
    pub dates: Option<Dates>,
    /// What the source is called.
    pub source: Option<String>,
    /// What each header means; `None` where its column is left out.
    pub columns: BTreeMap<String, Option<Column>>,
    /// What stands in every row that says nothing else.
    pub fixed: BTreeMap<Column, String>,
    /// What cells of a column mean, by their text.
    pub values: BTreeMap<Column, BTreeMap<String, String>>,
    /// Which facility a text means.
    pub facilities: BTreeMap<String, FacilityId>,
}

/// Why a text is no mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct BadMapping {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: MappingProblem,
}

/// What is wrong in a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingProblem {
    /// No TOML, or none of this shape: what its reader says.
    #[error("{0}")]
    Toml(String),
    /// Not the name of a column.
    #[error("no column `{given}`")]
    Column {
        /// What stands there.
        given: String,
        /// The nearest name.
        nearest: Option<&'static str>,
    },
    /// A column that the book gives itself.
    #[error("`{0}` is given by the book")]
    Given(Column),
    /// `dates` is neither `dmy` nor `mdy`.
    #[error("no order of dates: `{0}`")]
    Dates(String),
    /// No identifier of a facility.
    #[error("no facility `{0}`")]
    Facility(String),
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    dates: Option<Spanned<String>>,
    source: Option<String>,
    columns: BTreeMap<String, Spanned<String>>,
    fixed: BTreeMap<Spanned<String>, String>,
    values: BTreeMap<Spanned<String>, BTreeMap<String, String>>,
    facilities: BTreeMap<String, Spanned<String>>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// The first thing that is wrong, with where it stands.
    pub fn parse(text: &str) -> Result<Self, BadMapping> {
        let at = |offset: usize, problem| {
            let (line, column) = line_and_column(text, offset);
            BadMapping { line, column, problem }
        };
        let written: Written = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            at(start, MappingProblem::Toml(error.message().to_owned()))
        })?;
        let mut mapping = Self { source: written.source, ..Self::default() };
        if let Some(dates) = written.dates {
            mapping.dates = Some(
                Dates::of_name(dates.get_ref())
                    .ok_or_else(|| at(dates.span().start, MappingProblem::Dates(dates.get_ref().clone())))?,
            );
        }
        for (header, name) in written.columns {
            let column = match name.get_ref().trim() {
                "" => None,
                given => Some(column(given).map_err(|problem| at(name.span().start, problem))?),
            };
            mapping.columns.insert(header, column);
        }
        for (name, text) in written.fixed {
            let column = own_column(name.get_ref()).map_err(|problem| at(name.span().start, problem))?;
            mapping.fixed.insert(column, text);
        }
        for (name, values) in written.values {
            let column = own_column(name.get_ref()).map_err(|problem| at(name.span().start, problem))?;
            mapping.values.insert(column, values);
        }
        for (text, id) in written.facilities {
            let parsed = id
                .get_ref()
                .parse()
                .map_err(|_| at(id.span().start, MappingProblem::Facility(id.get_ref().clone())))?;
            mapping.facilities.insert(text, parsed);
        }
        Ok(mapping)
    }

    /// The mapping as [`Self::parse`] reads it.
    pub fn to_toml(&self) -> String {
        let mut document = toml::Table::new();
        let text = |text: &str| toml::Value::String(text.to_owned());
        if let Some(dates) = self.dates {
            document.insert("dates".to_owned(), text(dates.name()));
        }
        if let Some(source) = &self.source {
            document.insert("source".to_owned(), text(source));
        }
        let mut put = |name: &str, table: toml::Table| {
            if !table.is_empty() {
                document.insert(name.to_owned(), toml::Value::Table(table));
            }
        };
        let code = |column: &Option<Column>| text(column.map_or("", Column::code));
        put("columns", self.columns.iter().map(|(header, column)| (header.clone(), code(column))).collect());
        put("fixed", self.fixed.iter().map(|(column, value)| (column.to_string(), text(value))).collect());
        let values = self.values.iter().map(|(column, values)| {
            let table = values.iter().map(|(said, meant)| (said.clone(), text(meant))).collect();
            (column.to_string(), toml::Value::Table(table))
        });
        put("values", values.collect());
        let facilities = self.facilities.iter().map(|(said, id)| (said.clone(), text(id.as_str())));
        put("facilities", facilities.collect());
        toml::to_string(&document).unwrap_or_default()
    }

    /// What an officer said that a header means; the outer `None` where nothing was said.
    pub(super) fn told(&self, header: &str) -> Option<Option<Column>> {
        self.columns.get(header).copied().or_else(|| {
            let wanted = compact(header);
            self.columns.iter().find(|(known, _)| compact(known) == wanted).map(|(_, column)| *column)
        })
    }
}

fn column(given: &str) -> Result<Column, MappingProblem> {
    Column::parse(given).map_err(|_| {
        let near = Column::CODES.iter().map(|known| (strsim::osa_distance(given, known), *known)).min();
        let nearest = near.filter(|(distance, _)| *distance <= 3).map(|(_, known)| known);
        MappingProblem::Column { given: given.to_owned(), nearest }
    })
}

/// A column that a case is made from.
fn own_column(given: &str) -> Result<Column, MappingProblem> {
    let column = column(given)?;
    if column.is_given_by_the_book() { Err(MappingProblem::Given(column)) } else { Ok(column) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WRITTEN: &str = r#"
dates = "mdy"
source = "Kandal"
[columns]
"Hospital" = "facility"
"Colour" = ""
[fixed]
payer = "nssf"
[values.issues]
"Slow" = "WAIT"
[facilities]
"Kandal hosp." = "h080801"
"#;

    #[test]
    fn a_mapping_is_read_and_written() {
        let mapping = Mapping::parse(WRITTEN).unwrap();
        assert_eq!(mapping.dates, Some(Dates::MonthFirst));
        assert_eq!(mapping.told("hospital "), Some(Some(Column::Facility)));
        assert_eq!(mapping.told("Colour"), Some(None));
        assert_eq!(mapping.told("Date"), None);
        assert_eq!(mapping.fixed[&Column::Payer], "nssf");
        assert_eq!(mapping.facilities["Kandal hosp."].as_str(), "H080801");
        assert_eq!(Mapping::parse(&mapping.to_toml()).unwrap(), mapping);
        assert_eq!(Mapping::parse("").unwrap(), Mapping::default());
        assert_eq!(Mapping::parse(&Mapping::default().to_toml()).unwrap(), Mapping::default());
    }

    #[test]
    fn what_is_wrong_is_said_with_where_it_stands() {
        let bad = |text: &str| Mapping::parse(text).unwrap_err();
        let error = bad("[columns]\n\"ពេទ្យ\" = \"facilty\"\n");
        assert_eq!((error.line, error.column), (2, 11));
        let MappingProblem::Column { nearest, .. } = error.problem else { panic!("{error:?}") };
        assert_eq!(nearest, Some("facility"));
        assert!(matches!(bad("dates = \"ymd\"").problem, MappingProblem::Dates(_)));
        assert!(matches!(bad("[fixed]\nstatus = \"new\"").problem, MappingProblem::Given(Column::Status)));
        assert!(matches!(bad("[facilities]\nx = \"a b\"").problem, MappingProblem::Facility(_)));
        for text in ["colums = 1", "dates = 1", "[columns]\nx = 1", "= ", "[columns\n"] {
            assert!(matches!(bad(text).problem, MappingProblem::Toml(_)), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = Mapping::parse(&text);
        }

        #[test]
        fn any_headers_and_values_come_back(header in any::<String>(), value in any::<String>()) {
            let mut mapping = Mapping::default();
            mapping.columns.insert(header.clone(), Some(Column::Facility));
            mapping.values.insert(Column::Payer, BTreeMap::from([(header, value)]));
            prop_assert_eq!(Mapping::parse(&mapping.to_toml()).unwrap(), mapping);
        }
    }
}
