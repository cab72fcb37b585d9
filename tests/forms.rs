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

/// Facilities that officers added are offered, under the stages of care of their kind; what is closed, or is another one, is not.
#[test]
fn the_form_offers_the_facilities_of_the_book_and_without_one_the_built_in() {
    let desk = Desk::with_book("");
    let clinic = ["--name-km", "គ្លីនិកផ្កាយ", "--name-en", "Star Clinic"];
    let place = ["facilities", "add", "--kind", "private_clinic", "--place", "120101"];
    let added = desk.ok(&[&place[..], &clinic].concat()).trim().to_owned();
    desk.ok(&["facilities", "rename", "N00003", "--name-en", "Kossamak Teaching Hospital"]);
    desk.ok(&["facilities", "close", "H080801", "--since", "2026-01-01"]);
    desk.ok(&["facilities", "merge", "HC-120101", "--into", &added]);
    let said = desk.run(&["--lang", "en", "form", "--xlsform", "own.xlsx"]).err;
    let known = 90 + 1_652;
    let count = |number: usize| format!("{},{:03} facilities of this book", number / 1_000, number % 1_000);
    assert!(said.contains(&count(known + 1 - 2)), "{said}");
    let offered = offered(&desk.path("own.xlsx"));
    let of = |id: &str| offered.iter().find(|row| row[0] == id).map(|row| row[1..].join("|"));
    assert_eq!(of(&added).as_deref(), Some("គ្លីនិកផ្កាយ|Star Clinic|1201|centre"));
    assert!(of("N00003").unwrap().contains("Kossamak Teaching Hospital"));
    assert_eq!((of("H080801"), of("HC-120101")), (None, None));
    let elsewhere = Desk::empty("");
    let said = elsewhere.run(&["--lang", "en", "form", "--xlsform", "own.xlsx"]).err;
    assert!(said.contains("1,742 built-in facilities, as there is no book here"), "{said}");
    // A book that does not open is said, and no form is written that would lack its facilities.
    let locked = Desk::with_book("correct horse battery");
    let answer = answer_of(locked.command().env("WARDBOOK_PASSPHRASE", "wrong horse").args([
        "form",
        "--xlsform",
        "own.xlsx",
    ]));
    assert_eq!((answer, locked.path("own.xlsx").exists()), (Some(4), false));
}

fn answer_of(command: &mut Command) -> Option<i32> {
    command.output().unwrap().status.code()
}

/// The facilities that a form offers: name, both labels, where, and which kind of care.
fn offered(path: &Path) -> Vec<[String; 5]> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheet = book.worksheet_range("choices").unwrap();
    let text = |row: &[calamine::Data], place: usize| row[place].to_string();
    sheet
        .rows()
        .filter(|row| text(row, 0) == "facility")
        .map(|row| [1, 2, 3, 4, 5].map(|place| text(row, place)))
        .collect()
}

#[test]
fn another_program_takes_the_form_without_a_warning_and_every_condition_can_be_worked_out() {
    if has_pyxform() {
        let desk = Desk::empty("");
        assert_eq!(collected(&desk).len(), 25);
        // With facilities of officers, two of them called the same.
        let desk = Desk::with_book("");
        let list = "code,name_km,name_en,kind,district\n77001,គ្លីនិកផ្កាយ,Star Clinic,private_clinic,1201\n\
                    77002,គ្លីនិកព្រះច័ន្ទ,Moon Clinic,private_clinic,1201\n";
        std::fs::write(desk.path("list.csv"), list).unwrap();
        desk.ok(&["facilities", "import", "list.csv"]);
        desk.ok(&["facilities", "rename", "77002", "--name-km", "គ្លីនិកផ្កាយ", "--name-en", "Star Clinic"]);
        assert_eq!(collected(&desk).len(), 25);
        let offered = offered(&desk.path("form.xlsx"));
        let numbered = offered.iter().filter(|row| row[2] == format!("Star Clinic ({})", row[0]));
        assert_eq!(numbered.count(), 2);
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
    // With labels: choices of many both in one column and in one each, and only in one of these ways.
    let labelled = ["labels-km.csv", "labels-en.csv", "labels-km-one.csv", "labels-en-split.csv"];
    for export in ["kobo.csv", "odk.csv"].into_iter().chain(labelled) {
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
