//! A workbook read back by another library: the values of the CSV, each of its kind.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::json;

use super::*;
use crate::app::tests::session;
use crate::book::Order;
use crate::brief::samples::hostile;
use crate::brief::xlsx::limits::{CUT, LONGEST};
use crate::domain::draft::Draft;

fn rows(path: &Path) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let names = book.sheet_names().clone();
    assert_eq!(names.len(), 1, "{names:?}");
    book.worksheet_range(&names[0]).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn csv(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.strip_prefix('\u{FEFF}').unwrap();
    let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn logged(session: &mut Session, case: &serde_json::Value) {
    session.log(&Draft::from_json(case).unwrap()).unwrap();
}

fn case(narrative: &str) -> serde_json::Value {
    json!({
        "visited_on": "2026-10-03", "facility": "N00003", "payer": "nssf",
        "times": {"arrived": "06:10", "seen": "~11:40"},
        "issues": [{"code": "WAIT", "severity": "high"}],
        "paid": {"riel": 40000, "usd": 2.5, "receipt": true}, "harm": 2,
        "narrative": narrative, "remedy": "=1+1", "consent": ["count", "story"], "local": "@local",
        "member": {"name": "ចាន់ សុខា", "phone": "012345678", "nssf_number": "99994821"},
    })
}

#[test]
fn a_workbook_holds_what_the_csv_holds_each_of_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    logged(&mut session, &case("រង់ចាំ\nយូរ, \"5 h\" <b>&amp;</b>"));
    logged(&mut session, &case("+855 12; -1"));
    logged(
        &mut session,
        &json!({"visited_on": "2026-09-01", "facility": "HC-010604", "issues": ["PAY:low"], "consent": ["count"]}),
    );
    logged(&mut session, &json!({"visited_on": "2026-09-02", "facility": "N00003", "issues": ["PAY:low"]}));
    let listing = session.listing("", Order::Visited, None).unwrap();
    for identities in [false, true] {
        let [xlsx, comma] = ["ករណី ២០២៦.xlsx", "ករណី ២០២៦.csv"].map(|name| folder.path().join(name));
        let exported = session.export(&listing, &xlsx, identities).unwrap();
        assert_eq!(session.export(&listing, &comma, identities).unwrap(), exported);
        assert_eq!((exported.written, exported.without_consent, exported.cut), (3, 1, 0));
        let (rows, wanted) = (rows(&xlsx), csv(&comma));
        assert_eq!(rows.len(), wanted.len());
        let head: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
        assert_eq!(head, wanted[0]);
        for (row, wanted) in rows.iter().zip(&wanted).skip(1) {
            for ((cell, wanted), column) in row.iter().zip(wanted).zip(&head) {
                // What a CSV puts before a formula is not needed where a text is known as one.
                let wanted = wanted.strip_prefix('\'').unwrap_or(wanted);
                match column.as_str() {
                    _ if wanted.is_empty() => assert_eq!(cell, &Data::Empty, "{column}"),
                    "visited_on" | "claimed_on" => {
                        let Data::DateTime(day) = cell else { panic!("{column}: {cell:?}") };
                        let (year, month, day, ..) = day.to_ymd_hms_milli();
                        assert_eq!(format!("{year}-{month:02}-{day:02}"), wanted);
                    }
                    "waited_minutes" | "claimed_riel" | "paid_riel" | "paid_usd" | "harm" => {
                        let Data::Float(number) = cell else { panic!("{column}: {cell:?}") };
                        assert!((number - wanted.parse::<f64>().unwrap()).abs() < 1e-9, "{column}");
                    }
                    _ => assert_eq!(cell, &Data::String(wanted.to_owned()), "{column}"),
                }
            }
        }
    }
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".tmp")), "{left:?}");
}

/// A text without what no sheet can hold.
fn cleaned(text: &str) -> String {
    let is_kept = |letter: &char| match letter {
        '\n' | '\t' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !letter.is_control(),
    };
    text.replace("\r\n", "\n").chars().filter(is_kept).collect()
}

#[test]
fn hostile_text_stays_text_and_what_is_too_long_is_cut_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    for (text, _) in hostile() {
        logged(&mut session, &case(text));
    }
    logged(&mut session, &case(&"ពេទ្យ".repeat(9_000)));
    let listing = session.listing("", Order::Recorded, None).unwrap();
    let [path, comma] = ["a.xlsx", "a.csv"].map(|name| folder.path().join(name));
    let exported = session.export(&listing, &path, false).unwrap();
    assert_eq!(exported.cut, 1);
    assert_eq!(session.export(&listing, &comma, false).unwrap().only_gaps, exported.only_gaps);
    let (rows, wanted) = (rows(&path), csv(&comma));
    let place = wanted[0].iter().position(|name| name == "narrative").unwrap();
    let mut blank = 0;
    for (row, wanted) in rows.iter().zip(&wanted).skip(1) {
        let wanted = &wanted[place];
        // A text that is nothing but a link is nothing but a gap.
        if (&row[place], wanted.as_str()) == (&Data::Empty, "") {
            blank += 1;
            continue;
        }
        let Data::String(text) = &row[place] else { panic!("{:?}", row[place]) };
        if let Some(kept) = text.strip_suffix(CUT) {
            assert!(wanted.starts_with(kept) && text.encode_utf16().count() <= LONGEST);
        } else {
            // What a CSV puts before a formula is not needed where a text is known as one.
            let mut told =
                [Some(wanted.as_str()), wanted.strip_prefix('\'')].into_iter().flatten().map(cleaned);
            assert!(told.any(|told| told == *text), "{text:?} is not {wanted:?}");
        }
    }
    assert_eq!(blank, exported.only_gaps);
    assert!(blank * 5 < rows.len(), "{blank} of {}", rows.len());
}

#[test]
fn an_empty_listing_makes_a_sheet_with_its_header() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let listing = session.listing("", Order::Visited, None).unwrap();
    let path = folder.path().join("a.xlsx");
    assert_eq!(session.export(&listing, &path, false).unwrap(), Exported::default());
    assert_eq!(rows(&path).len(), 1);
}
