//! Forms for those who have no Wardbook: that they are written whole and over nothing, that pip's `pyxform` takes the XLSForm
//! without a warning, and that what a telephone would send comes back by `import`.

#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;
use std::process::Command;

use common::Desk;
use serde_json::Value;
use wardbook::brief::form::tally;
use wardbook::domain::values::Coded;

const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// Whether there is what `tests/forms/submissions.py` wants.
fn has_pyxform() -> bool {
    let found = Command::new(PYTHON).args(["-c", "import pyxform, lxml"]).output();
    let is_there = found.is_ok_and(|run| run.status.success());
    if !is_there {
        eprintln!("skipped: there is no Python with pyxform and lxml here");
    }
    is_there
}

/// The submissions that a telephone would send with the form of the desk, exported both ways into its folder.
fn collected(desk: &Desk) -> Vec<Value> {
    desk.ok(&["form", "--xlsform", "form.xlsx"]);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/submissions.py");
    let run = Command::new(PYTHON)
        .arg(script)
        .arg(desk.path("form.xlsx"))
        .arg(desk.folder.path())
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&std::fs::read(desk.path("expected.json")).unwrap()).unwrap()
}

#[test]
fn a_form_is_written_whole_and_over_no_file_that_is_there() {
    let desk = Desk::empty("");
    for lang in ["km", "en"] {
        let names = ["xlsform.xlsx", "paper.pdf", "observe.pdf"].map(|name| format!("{lang}-{name}"));
        let [telephones, paper, tally] = &names;
        let all = ["--lang", lang, "form", "--xlsform", telephones, "--paper", paper, "--observe", tally];
        let answer = desk.run(&all);
        assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{}", answer.err);
        assert!(names.iter().all(|name| answer.err.contains(name)), "{}", answer.err);
        std::fs::remove_file(desk.path(tally)).unwrap();
        std::fs::write(desk.path(paper), "filled in").unwrap();
        let refused = desk.run(&all);
        assert_eq!(refused.code, 3, "{}", refused.err);
        assert_eq!(std::fs::read_to_string(desk.path(paper)).unwrap(), "filled in");
        assert!(!desk.path(tally).exists(), "all or none");
    }
    // Nothing of a book, and nothing of the languages of a screen, is in the workbook.
    let read = |name: &str| std::fs::read(desk.path(name)).unwrap();
    assert_eq!(read("km-xlsform.xlsx"), read("en-xlsform.xlsx"));
    assert!(!desk.book().exists());
    for wrong in [&["form"][..], &["form", "--paper", "x.docx"], &["form", "--xlsform", "x.pdf"]] {
        assert_eq!(desk.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn another_program_takes_the_form_without_a_warning_and_every_condition_can_be_worked_out() {
    if has_pyxform() {
        let desk = Desk::empty("");
        assert_eq!(collected(&desk).len(), 25);
    }
}

/// What is in `expected` must be in `found`; what else is there is the book's.
fn differs(found: &Value, expected: &Value) -> Option<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => expected.iter().find_map(|(name, value)| {
            let none = Value::Null;
            let fault = differs(found.get(name).unwrap_or(&none), value)?;
            Some(format!("{name}: {fault}"))
        }),
        _ => (found != expected).then(|| format!("{found}, not {expected}")),
    }
}

#[test]
fn what_telephones_collect_comes_back_whole_from_either_server() {
    if !has_pyxform() {
        return;
    }
    let folder = Desk::empty("");
    let expected = collected(&folder);
    for export in ["kobo.csv", "odk.csv"] {
        let desk = Desk::with_book("");
        let path = folder.path(export).display().to_string();
        let answer = desk.run(&["import", &path]);
        assert_eq!(answer.code, 0, "{export}: {}", answer.err);
        let mut left = desk.json(&["list", "--json"]);
        assert_eq!(left.len(), expected.len(), "{export}");
        for case in &mut left {
            *case = desk.json(&["show", case["number"].as_str().unwrap(), "--json"]).remove(0);
        }
        for case in &expected {
            let faults: Vec<String> = left.iter().filter_map(|found| differs(found, case)).collect();
            let place = left.iter().position(|found| differs(found, case).is_none());
            assert!(place.is_some(), "{export}: {case}\n{faults:#?}");
            left.remove(place.unwrap());
        }
        // The same export again adds nothing.
        let again = desk.run(&["import", &path]);
        assert_eq!(again.code, 0, "{export}: {}", again.err);
        assert_eq!(desk.json(&["list", "--json"]).len(), expected.len());
        assert_eq!(desk.verified()["sound"], true);
    }
}

/// The columns that stand on the tally sheet make observations, without a map and without a name.
#[test]
fn a_table_typed_from_the_tally_sheet_comes_in_as_observations() {
    let desk = Desk::with_book("");
    let columns: Vec<&str> = tally::COLUMNS.iter().map(|column| column.code()).collect();
    assert_eq!(columns, ["visited_on", "facility", "payer", "arrived", "seen"]);
    let rows = ["2026-11-02,N00003,nssf,06:10,11:40", "2026-11-02,N00003,cash,06:15,07:00"];
    std::fs::write(desk.path("tally.csv"), format!("{}\n{}\n", columns.join(","), rows.join("\n"))).unwrap();
    for _ in 0..2 {
        let answer = desk.run(&["import", "tally.csv", "--observations"]);
        assert_eq!(answer.code, 0, "{}", answer.err);
    }
    assert!(desk.json(&["list", "--json"]).is_empty());
    let compared = desk.json(&["compare", "--payer", "nssf,cash", "--json"]).remove(0);
    assert_eq!((&compared["a"]["n"], &compared["b"]["n"]), (&Value::from(1), &Value::from(1)), "{compared}");
    assert_eq!(desk.verified()["sound"], true);
}
