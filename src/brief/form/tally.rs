//! The tally sheet: one A4 page across, on which a volunteer notes when patients arrive and when they are seen. No name has
//! a place on it. The codes of the contract stand small under each heading, so that a table typed from it imports.

use chrono::NaiveDate;

use super::paper::{labelled, properties};
use super::questions::{Said, both};
use super::ruled::{BESIDE, HELP, LABEL, Ruled, TITLE};
use super::words;
use crate::brief::pdf::sheets::{Kind, Node};
use crate::brief::pdf::{PdfError, write};
use crate::brief::style::{INK, Style};
use crate::domain::column::Column;
use crate::domain::values::{Coded, Payer};
use crate::i18n::numbers::digits;
use crate::i18n::{Lang, Named};

/// A4, across.
const PAGE: (f32, f32) = (841.89, 595.28);
const LEFT: f32 = 40.0;
const RIGHT: f32 = PAGE.0 - 40.0;
const WIDTH: f32 = RIGHT - LEFT;
/// How many patients fit.
const ROWS: u32 = 20;
const ROW: f32 = 18.0;
/// The columns' widths: number, payers, arrived, seen.
const NUMBER: f32 = 34.0;
const TIME: f32 = 96.0;

/// Who may be to pay: an observation whose payer is not known counts nowhere.
const PAYERS: [Payer; 5] = [Payer::Nssf, Payer::Hef, Payer::Cash, Payer::Private, Payer::Refused];

/// The columns of a table that is typed from the sheet.
pub const COLUMNS: [Column; 5] =
    [Column::VisitedOn, Column::Facility, Column::Payer, Column::Arrived, Column::Seen];

/// The sheet as PDF.
pub fn render(lang: Lang, made_on: NaiveDate) -> Result<Vec<u8>, PdfError> {
    write::write(&properties(lang, made_on, both(words::tally_title)), &sheet(lang)?.sheets)
}

fn sheet(lang: Lang) -> Result<Ruled, PdfError> {
    let mut form = Ruled::new(lang, PAGE)?;
    head(&mut form);
    table(&mut form);
    foot(&mut form);
    Ok(form)
}

fn head(form: &mut Ruled) {
    let lang = form.lang;
    form.y = 56.0;
    form.flag(LEFT);
    form.heading(1, &both(words::tally_title), &TITLE, (LEFT, WIDTH));
    form.y += 15.0;
    form.beside(&both(words::tally_purpose), &HELP, (LEFT, WIDTH));
    form.y += 13.0;
    for lang in [lang, lang.other()] {
        let style = if lang == form.lang { HELP } else { BESIDE };
        let [one, two, three] = ["1.", "2.", "3."].map(|number| digits(number, lang));
        form.paragraph(&words::tally_how(lang, &one, &two, &three), lang, &style, (LEFT, WIDTH));
        form.y += 10.5;
    }
    form.y += 13.0;
    let fields = [
        (labelled(Column::Facility), Some(Column::Facility), 0.0, 0.46),
        (labelled(Column::VisitedOn), Some(Column::VisitedOn), 0.48, 0.26),
        (both(words::observed_by), None, 0.76, 0.24),
    ];
    for (said, column, from, part) in fields {
        let (x, width) = (LEFT + from * WIDTH, part * WIDTH);
        let end = form.above(&coded(said, column), &LABEL, (x, width * 0.5));
        form.blank(end + 6.0, x + width);
    }
}

/// With the column's code behind it.
fn coded(said: Said, column: Option<Column>) -> Said {
    match column {
        Some(column) => said.map(|text| format!("{text} ({column})")),
        None => said,
    }
}

fn table(form: &mut Ruled) {
    form.y += 26.0;
    let top = form.y - 2.0;
    let node = form.sheets.node(Kind::Table, None);
    let payers = RIGHT - LEFT - NUMBER - 2.0 * TIME;
    let cell = payers / PAYERS.len() as f32;
    let mut edges = vec![LEFT, LEFT + NUMBER];
    edges.extend((1..=PAYERS.len()).map(|place| LEFT + NUMBER + place as f32 * cell));
    edges.extend([RIGHT - TIME, RIGHT]);
    column_names(form, node, &edges, cell);
    let first = top + 36.0;
    let body = form.sheets.node(Kind::TableBody, Some(node));
    for number in 1..=ROWS {
        form.y = first + (number - 1) as f32 * ROW + ROW - 5.5;
        row(form, body, number, cell);
    }
    let bottom = first + ROWS as f32 * ROW;
    for line in 0..=ROWS {
        form.y = first + line as f32 * ROW;
        form.across(0.0, (LEFT, WIDTH), if line == 0 { 1.0 } else { 0.6 });
    }
    for edge in edges {
        form.down(edge, (top, bottom));
    }
    form.frame((LEFT, top), (WIDTH, bottom - top), 0.9, INK);
    form.y = bottom;
}

fn column_names(form: &mut Ruled, table: Node, edges: &[f32], cell: f32) {
    let head = form.sheets.node(Kind::TableHead, Some(table));
    let row = form.sheets.node(Kind::Row, Some(head));
    let small = Style { size: 6.2, ..BESIDE };
    let mut names: Vec<(Said, &str, f32)> = vec![(both(words::tally_number), "", NUMBER)];
    for payer in PAYERS {
        names.push((Lang::ALL.map(|lang| payer.name(lang).to_owned()), payer.code(), cell));
    }
    for column in [Column::Arrived, Column::Seen] {
        names.push((labelled(column), column.code(), TIME));
    }
    let y = form.y + 9.0;
    for ((said, code, width), edge) in names.into_iter().zip(edges) {
        form.inside(Kind::ColumnName, Some(row));
        form.y = y;
        form.above(&said, &LABEL, (edge + 4.0, width - 8.0));
        form.y = y + 19.0;
        if !code.is_empty() {
            form.say(code, Lang::En, &small, (edge + 4.0, width - 8.0));
        }
    }
    form.outside();
}

fn row(form: &mut Ruled, body: Node, number: u32, cell: f32) {
    let lang = form.lang;
    let row = form.sheets.node(Kind::Row, Some(body));
    form.inside(Kind::RowName, Some(row));
    form.say(&digits(&number.to_string(), lang), lang, &LABEL, (LEFT + 8.0, NUMBER));
    form.outside();
    for place in 0..PAYERS.len() {
        form.sheets.node(Kind::Cell, Some(row));
        form.tick(LEFT + NUMBER + place as f32 * cell + cell / 2.0 - 4.5);
    }
    for x in [RIGHT - 2.0 * TIME, RIGHT - TIME] {
        form.inside(Kind::Cell, Some(row));
        form.say(":", lang, &LABEL, (x + TIME / 2.0, 6.0));
        form.outside();
    }
}

fn foot(form: &mut Ruled) {
    let lang = form.lang;
    let columns = COLUMNS.map(Coded::code).join(", ");
    form.y = PAGE.1 - 26.0;
    form.say(&words::tally_foot(lang, &columns), lang, &BESIDE, (LEFT, WIDTH));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::form::ruled::tests::misplaced;

    #[test]
    fn the_sheet_is_one_page_on_which_nothing_runs_into_anything() {
        for lang in Lang::ALL {
            let sheets = sheet(lang).unwrap().sheets;
            assert_eq!(sheets.pages.len(), 1);
            assert_eq!(misplaced(&sheets), None, "{lang}");
            assert!(render(lang, "2026-11-30".parse().unwrap()).unwrap().starts_with(b"%PDF-1.7"));
        }
    }

    #[test]
    fn it_asks_for_what_an_observation_must_have_and_has_no_place_for_more() {
        use crate::domain::draft::Draft;
        use crate::reference::hospitals;
        struct Listed;
        impl crate::domain::draft::Facilities for Listed {
            fn find(
                &self,
                text: &str,
            ) -> Result<std::sync::Arc<crate::domain::facility::Facility>, Vec<String>> {
                let found = hospitals().find(|hospital| hospital.id.as_str() == text);
                found.cloned().map(std::sync::Arc::new).ok_or_else(Vec::new)
            }
        }
        for payer in PAYERS {
            let mut typed = Draft::default();
            for (column, text) in
                COLUMNS.into_iter().zip(["2026-11-30", "N00003", payer.code(), "6:10", "11:40"])
            {
                typed.set(column, text);
            }
            let today = "2026-12-01".parse().unwrap();
            assert!(typed.check_observation(&Listed, today).is_ok(), "{payer}");
        }
    }
}
