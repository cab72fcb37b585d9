//! What the officer decided of doubtful rows: a small file that a dry run writes, with the facilities that may be meant, and
//! that is edited by hand. A decision holds for a line only while the same row stands there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::super::{FacilitiesError, words};
use super::{AppError, Doubtful};
use crate::app::write_whole;
use crate::domain::facility::FacilityId;
use crate::domain::text::line_and_column;
use crate::i18n::Lang;
use crate::intake::facilities::ListedFacility;

/// What was decided of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is this facility.
    Known(FacilityId),
    /// It is none that is here.
    New,
    /// It is left out.
    Skip,
}

/// Decisions by line.
#[derive(Debug, Clone, Default)]
pub(super) struct Decisions(BTreeMap<u64, Decision>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    line: u64,
    name: String,
    #[serde(default)]
    decision: String,
}

impl Decisions {
    /// Reads a file of decisions about these rows.
    pub fn read(path: &Path, rows: &[ListedFacility]) -> Result<Self, AppError> {
        let text = std::fs::read_to_string(path).map_err(|source| AppError::file(path, source))?;
        let file: File = toml::from_str(&text).map_err(|error| {
            let (line, column) = line_and_column(&text, error.span().map_or(0, |span| span.start));
            FacilitiesError::BadDecisions { line, column, problem: error.message().to_owned() }
        })?;
        let mut all = BTreeMap::new();
        for Row { line, name, decision } in file.row {
            let stands = rows.iter().any(|row| row.line == line && row.name() == name);
            if !stands {
                return Err(FacilitiesError::OtherRow(line).into());
            }
            let decided = match decision.trim() {
                "" => continue,
                "new" => Decision::New,
                "skip" => Decision::Skip,
                other => Decision::Known(
                    other.parse().map_err(|_| FacilitiesError::NoDecision(line, other.to_owned()))?,
                ),
            };
            all.insert(line, decided);
        }
        Ok(Self(all))
    }

    /// What was decided of a line.
    pub fn of(&self, line: u64) -> Option<&Decision> {
        self.0.get(&line)
    }
}

/// Writes the doubtful rows with what may be meant, to be decided.
pub(super) fn write(path: &Path, doubtful: &[Doubtful], lang: Lang) -> Result<(), AppError> {
    let mut text = String::new();
    for line in words::decisions_head(lang).lines() {
        let _ = writeln!(text, "# {line}");
    }
    for row in doubtful {
        let name = toml::Value::String(row.name.clone());
        let _ = write!(text, "\n[[row]]\nline = {}\nname = {name}\n", row.line);
        for (id, khmer, latin) in &row.candidates {
            // A name is one line, whatever it holds.
            let names = format!("{khmer} · {latin}").replace(char::is_control, " ");
            let _ = writeln!(text, "#   {id}  {names}");
        }
        let _ = writeln!(text, "decision = \"\"");
    }
    write_whole(path, |file| file.write_all(text.as_bytes()).map_err(|error| AppError::file(path, error)))
}
