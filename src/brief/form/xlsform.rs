//! The XLSForm: a workbook that KoboToolbox and ODK turn into a form for telephones, in Khmer and English.
//!
//! The same program makes the same bytes of the same facilities: no clock goes in. The version is a digest of all that is asked, so that it
//! changes when the form does and only then.

use std::sync::Arc;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use sha2::{Digest, Sha256};

use super::questions::{Choice, Question, Said, both, choices, survey};
use super::words;
use crate::brief::xlsx::KHMER_FONT;
use crate::domain::digits::hex;
use crate::domain::facility::Facility;
use crate::i18n::Lang;

/// The languages as the contract has them, Khmer first.
pub const LANGUAGES: [&str; 2] = ["Khmer (km)", "English (en)"];

/// What the form is called by those who collect with it.
pub const FORM_ID: &str = "wardbook_case";

/// A sheet as rows of cells, the first its header.
type Cells = Vec<Vec<String>>;

/// The workbook, which offers these facilities.
pub fn workbook(offered: &[Arc<Facility>]) -> Result<Vec<u8>, XlsxError> {
    let sheets = [("survey", survey_cells()), ("choices", choice_cells(offered))];
    let settings = settings_cells(&version(&sheets));
    let mut book = Workbook::new();
    let title = both(words::title).join(" · ");
    // Excel's own first day of this century: the form has no day of its own.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title(&title).set_author("Wardbook").set_creation_datetime(&made),
    );
    for (name, cells) in sheets.iter().chain(&[("settings", settings)]) {
        write(book.add_worksheet().set_name(*name)?, cells)?;
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, cells: &Cells) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let text = Format::new().set_font_name(KHMER_FONT).set_font_size(10);
    sheet.set_freeze_panes(1, 0)?;
    for (row, line) in (0..).zip(cells) {
        for (column, cell) in (0..).zip(line) {
            if row == 0 {
                sheet.set_column_width(column, if cell.contains("::") { 48 } else { 24 })?;
            }
            if !cell.is_empty() {
                sheet.write_string_with_format(row, column, cell, if row == 0 { &head } else { &text })?;
            }
        }
    }
    Ok(())
}

/// The release of the program, and a digest of what is asked.
fn version(sheets: &[(&str, Cells)]) -> String {
    let mut digest = Sha256::new();
    for cell in sheets.iter().flat_map(|(_, cells)| cells).flatten() {
        digest.update(cell.as_bytes());
        digest.update([0]);
    }
    let digest: String = hex(&digest.finalize()).chars().take(8).collect();
    format!("{}-{digest}", env!("CARGO_PKG_VERSION"))
}

/// The header of a column that has both languages.
fn in_both(name: &str) -> impl Iterator<Item = String> {
    LANGUAGES.map(|language| format!("{name}::{language}")).into_iter()
}

fn said(text: Option<Said>) -> [String; 2] {
    text.unwrap_or_default()
}

fn survey_cells() -> Cells {
    let mut head: Vec<String> = ["type", "name"].map(str::to_owned).into();
    head.extend(in_both("label").chain(in_both("hint")));
    head.push("required".to_owned());
    head.extend(in_both("required_message"));
    head.extend(["relevant", "constraint"].map(str::to_owned));
    head.extend(in_both("constraint_message"));
    head.extend(["choice_filter", "appearance", "calculation"].map(str::to_owned));
    std::iter::once(head).chain(survey().into_iter().map(asked)).collect()
}

fn asked(row: Question) -> Vec<String> {
    let needed = if row.is_required { "yes" } else { "" };
    let required_message = if row.is_required { both(words::needed) } else { Said::default() };
    let mut cells = vec![row.kind, row.name];
    cells.extend(said(row.label).into_iter().chain(said(row.hint)));
    cells.push(needed.to_owned());
    cells.extend(required_message);
    cells.extend([row.relevant, row.constraint]);
    cells.extend(said(row.refused));
    cells.extend([row.choice_filter, row.appearance.to_owned(), row.calculation.to_owned()]);
    cells
}

fn choice_cells(offered: &[Arc<Facility>]) -> Cells {
    let mut head: Vec<String> = ["list_name", "name"].map(str::to_owned).into();
    head.extend(in_both("label").chain(["within", "care"].map(str::to_owned)));
    let cells = |choice: Choice| {
        let [km, en] = choice.label;
        vec![choice.list, choice.name, km, en, choice.within, choice.care.to_owned()]
    };
    std::iter::once(head).chain(choices(offered).into_iter().map(cells)).collect()
}

fn settings_cells(version: &str) -> Cells {
    let [khmer, _] = LANGUAGES;
    let title = Lang::ALL.map(|lang| words::title(lang).to_owned()).join(" · ");
    let settings = [
        ("form_title", title.as_str()),
        ("form_id", FORM_ID),
        ("version", version),
        ("default_language", khmer),
        // What a list of filled forms on a telephone shows: no name, no number.
        ("instance_name", "concat(${visited_on}, ' ', ${facility})"),
    ];
    let (names, values) =
        settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().unzip();
    vec![names, values]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::form::questions::built_in;

    fn known() -> Vec<Arc<Facility>> {
        built_in().map(Arc::new).collect()
    }

    #[test]
    fn no_text_lacks_a_language_and_each_is_in_its_script() {
        use crate::domain::text::has_khmer;
        for (sheet, cells) in [("survey", survey_cells()), ("choices", choice_cells(&known()))] {
            let head = cells.first().unwrap();
            for row in cells.iter().skip(1) {
                assert_eq!(row.len(), head.len());
                for (place, name) in head.iter().enumerate() {
                    let Some(stem) = name.strip_suffix("::Khmer (km)") else { continue };
                    assert_eq!(head[place + 1], format!("{stem}::English (en)"));
                    let (km, en) = (&row[place], &row[place + 1]);
                    assert_eq!(km.is_empty(), en.is_empty(), "{sheet} {row:?}");
                    assert!(km.is_empty() || has_khmer(km) && !has_khmer(en), "{sheet} {row:?}");
                }
            }
        }
    }

    #[test]
    fn the_same_program_makes_the_same_workbook_and_its_version_follows_what_is_asked() {
        assert_eq!(workbook(&known()).unwrap(), workbook(&known()).unwrap());
        let asked = [("survey", survey_cells())];
        let mut other = survey_cells();
        other[3][2].push('?');
        assert_ne!(version(&asked), version(&[("survey", other)]));
    }
}
