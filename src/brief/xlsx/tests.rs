//! What a workbook says, read back by another library: numbers as numbers, text as text.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use zip::ZipArchive;

use super::spread::{Value, lanes};
use super::*;
use crate::brief::compose::tests::facts;
use crate::brief::document::{Cell, Column, Table, Text};
use crate::brief::samples::{brief, hostile, naughty, saying, saying_all};
use crate::i18n::Lang;

fn sheets(xlsx: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(xlsx.to_vec())).unwrap();
    let names = book.sheet_names().clone();
    let mut read = |name: &String| {
        let range = book.worksheet_range(name).unwrap();
        (name.clone(), range.rows().map(<[Data]>::to_vec).collect())
    };
    names.iter().map(&mut read).collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{200B}', "")
}

/// All texts of the first sheet, without the marks where a line may end.
fn summary(xlsx: &[u8]) -> Vec<String> {
    let rows = sheets(xlsx).remove(0).1;
    rows.into_iter()
        .flatten()
        .filter(|cell| *cell != Data::Empty)
        .map(|cell| plain(&cell.to_string()))
        .collect()
}

fn parts(xlsx: &[u8]) -> HashMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(xlsx)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut content = String::new();
            part.read_to_string(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn each_table_has_a_sheet_of_numbers() {
    for lang in Lang::ALL {
        let document = brief(lang);
        let sheets = sheets(&render(&document).unwrap());
        let tables = document.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            Block::Figure(figure) => Some(Table { caption: figure.caption.clone(), ..figure.chart.table() }),
            _ => None,
        });
        let tables: Vec<Table> = tables.collect();
        assert_eq!(sheets.len(), tables.len() + 1);
        for (table, (name, rows)) in tables.iter().zip(sheets.iter().skip(1)) {
            assert!(name.chars().count() <= 31, "{name}");
            // A sheet has the number that its caption has in all formats.
            assert!(table.caption.to_string().starts_with(name.as_str()), "{name}: {}", table.caption);
            assert_eq!(rows[0][0], Data::String(table.caption.to_string()));
            for (column, lane) in lanes(table, lang).iter().enumerate() {
                assert_eq!(plain(&rows[1][column].to_string()), lane.name);
                for (row, value) in rows.iter().skip(2).zip(&lane.values) {
                    match value {
                        Value::Text(text) | Value::Said(text) => {
                            assert_eq!(row[column], Data::String(text.clone()));
                        }
                        Value::Count(number) | Value::Share(number) => {
                            assert_eq!(row[column], Data::Float(*number));
                        }
                        Value::Nothing => assert_eq!(row[column], Data::Empty),
                    }
                }
            }
        }
    }
}

/// A list of names has no number, in no format: the tables behind it keep theirs.
#[test]
fn sheets_have_the_numbers_of_their_captions() {
    let mut facts = facts();
    facts.names = vec![("XKVQ".to_owned(), "Sok Dara".to_owned())];
    for lang in Lang::ALL {
        let sheets = sheets(&render(&compose::compose(&facts, lang)).unwrap());
        let list = words::list(lang, lang.pick("១", "1"));
        for (name, rows) in sheets.iter().skip(1).filter(|(name, _)| *name != list) {
            assert!(rows[0][0].to_string().starts_with(name.as_str()), "{name}: {}", rows[0][0]);
        }
        assert!(sheets.iter().any(|(name, _)| *name == list));
    }
}

/// Each figure as the other formats write it can be read off the numbers of the sheet.
#[test]
fn no_figure_differs_from_other_formats() {
    use crate::i18n::numbers::{minutes, number, percent};
    let lang = Lang::Km;
    for block in brief(lang).blocks {
        let Block::Table(table) = block else { continue };
        let lanes = lanes(&table, lang);
        for (place, row) in table.rows.iter().enumerate() {
            let mut values = lanes.iter().map(|lane| match &lane.values[place] {
                Value::Count(count) => *count,
                Value::Share(share) => *share,
                _ => f64::NAN,
            });
            for cell in row {
                let mut next = || values.next().unwrap();
                let read = match cell {
                    Cell::Text(_) => {
                        next();
                        continue;
                    }
                    Cell::Count(_) => number(next() as u64, lang),
                    Cell::Wait { of: Some(_), .. } => {
                        format!("{} ({})", minutes(next() as u32, lang), number(next() as u64, lang))
                    }
                    Cell::Wait { of: None, .. } => minutes(next() as u32, lang),
                    Cell::Share { .. } => {
                        let [share, low, high] = [next(), next(), next()].map(|share| percent(share, lang));
                        format!("{share} ({low}–{high})")
                    }
                    Cell::Few | Cell::Untold => break,
                };
                assert_eq!(read, cell.written(lang));
            }
        }
    }
}

#[test]
fn a_share_that_is_nearly_none_is_said_as_in_other_formats() {
    let lang = Lang::En;
    let rows =
        vec![vec![Cell::Share { share: 0.004, low: 0.0, high: 0.999 }], vec![Cell::Few], vec![Cell::Untold]];
    let columns = vec![Column { name: Text::told("Severe (95% interval)", lang), is_figure: true }];
    let said = |text: &str| Value::Said(text.to_owned());
    let spread = lanes(&Table { columns, rows, ..Table::default() }, lang);
    let names: Vec<&str> = spread.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["Severe", "Severe: from", "Severe: to"]);
    let values: Vec<&Value> = spread.iter().flat_map(|lane| &lane.values).collect();
    let nothing = Value::Nothing;
    let wanted = [
        &said("<1%"),
        &said("<5"),
        &said("–"),
        &Value::Share(0.0),
        &nothing,
        &nothing,
        &said(">99%"),
        &nothing,
        &nothing,
    ];
    assert_eq!(values, wanted);
}

#[test]
fn the_first_sheet_reads_like_the_brief() {
    for lang in Lang::ALL {
        let document = brief(lang);
        let xlsx = render(&document).unwrap();
        let said = summary(&xlsx).join("\n");
        for block in &document.blocks {
            let texts: Vec<&Text> = match block {
                Block::Particulars(lines) | Block::List(lines) => lines.iter().collect(),
                Block::Heading { text, .. } | Block::Paragraph(text) => vec![text],
                Block::Quote { source, text } => vec![source, text],
                Block::KeyFigures(figures) => figures.iter().map(|key| &key.label).collect(),
                Block::Table(table) => vec![&table.caption],
                Block::Figure(figure) => vec![&figure.caption],
            };
            for text in texts {
                assert!(said.contains(&plain(&text.to_string())), "{text} is not in {said}");
            }
        }
    }
}

#[test]
fn charts_are_excel_s_own_and_the_same_document_makes_the_same_bytes() {
    let document = brief(Lang::Km);
    let xlsx = render(&document).unwrap();
    assert!(xlsx == render(&document).unwrap());
    let parts = parts(&xlsx);
    let charts: Vec<&String> =
        parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).map(|(_, xml)| xml).collect();
    assert_eq!(charts.len(), 2);
    let bar = charts.iter().find(|xml| xml.contains("<c:barDir val=\"bar\"/>")).unwrap();
    assert!(bar.contains("<c:orientation val=\"maxMin\"/>") && bar.contains("<c:errBars>"), "{bar}");
    assert!(charts.iter().any(|xml| xml.contains("<c:barDir val=\"col\"/>")));
    assert!(parts["docProps/core.xml"].contains("2026-11-22"), "{}", parts["docProps/core.xml"]);
    for xml in parts.iter().filter(|(name, _)| name.contains("worksheets/sheet")).map(|(_, xml)| xml).skip(1)
    {
        assert!(xml.contains("state=\"frozen\"") || xml.contains("mergeCell") || !xml.contains("autoFilter"));
    }
}

#[test]
fn hostile_text_comes_out_as_the_text_it_is() {
    let (broken, unbroken) = ("ពេទ្យ w ".repeat(5_000), "w".repeat(100_000));
    let long = [(broken.as_str(), Lang::Km), (unbroken.as_str(), Lang::En)];
    for (text, lang) in hostile().chain(long) {
        let document = saying(text, lang);
        let xlsx = render(&document).unwrap();
        let wanted = plain(&document.title.to_string());
        let sheets = sheets(&xlsx);
        let cells = sheets.iter().flat_map(|(_, rows)| rows.iter().flatten());
        let found = cells.filter(|cell| matches!(cell, Data::String(text) if plain(text) == wanted)).count();
        if text.len() > limits::LONGEST {
            let whole = summary(&xlsx).concat();
            assert!(whole.matches(&wanted).count() >= 5);
        } else {
            assert!(found >= 10, "{found} of {text:?}");
        }
        for (name, xml) in parts(&xlsx) {
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} holds a formula");
            assert!(!xml.contains("TargetMode=\"External\""), "{name} leads elsewhere");
            let mut reader = quick_xml::Reader::from_str(&xml);
            while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
        }
    }
}

#[test]
fn the_list_of_naughty_strings_is_read_back() {
    let (document, read) = saying_all(&naughty(), Lang::Km);
    let xlsx = render(&document).unwrap();
    let sheets = sheets(&xlsx);
    let cells: Vec<String> = sheets
        .iter()
        .flat_map(|(_, rows)| rows.iter().flatten())
        .filter_map(|cell| if let Data::String(text) = cell { Some(plain(text)) } else { None })
        .collect();
    for text in read {
        assert!(cells.contains(&plain(&text)), "{text:?}");
    }
    assert!(parts(&xlsx).values().all(|xml| !xml.contains("<f>") && !xml.contains("<f ")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_said_breaks_a_workbook(
        text in "([\\x00-\\x7F]|[\u{1780}-\u{17F9}]|[\u{200B}-\u{200F}]|[\u{300}-\u{36F}]|\\PC|.){0,120}",
        is_khmer in any::<bool>(),
    ) {
        let document = saying(&text, if is_khmer { Lang::Km } else { Lang::En });
        let said = summary(&render(&document).unwrap());
        let title = plain(&document.title.to_string());
        prop_assert!(title.is_empty() || said[0] == title, "{:?}", said[0]);
    }
}
