//! Imports of many rows: what two threads write, and what is left of it when they are stopped.

mod notices;
mod remember;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::session;
use crate::app::import::Elsewhere;
use crate::app::refused::RefusedTo;
use crate::app::{AppError, ImportOptions, ImportReport, RowProblem, RowRefusal, Session, demo};
use crate::book::Listing;
use crate::domain::column::Column;
use crate::domain::values::{Coded, Status};
use crate::i18n::Lang;
use crate::intake::Mapping;

/// A table of that many made-up cases.
fn table(folder: &Path, cases: usize) -> PathBuf {
    let path = folder.join("made-up.csv");
    let columns: Vec<Column> = Column::inputs().collect();
    let mut table = csv::Writer::from_path(&path).unwrap();
    table.write_record(columns.iter().map(|column| column.code())).unwrap();
    for draft in demo::drafts(cases) {
        table.write_record(columns.iter().map(|column| draft.get(*column))).unwrap();
    }
    table.flush().unwrap();
    path
}

#[test]
fn a_case_stands_in_its_row_as_its_entries_fold_whichever_way_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let report = session.import(&table(folder.path(), 1_200), &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.refused), (1_200, 1_200, 0));
    assert_eq!(session.book.verify().unwrap().findings, []);
    let alone = session.view().list(&Listing::default()).unwrap();
    assert_eq!(alone.len(), 1_200);
    for before in alone.iter().step_by(3) {
        // From its second entry on a case is folded field by field.
        session.confirm(&before.case.number).unwrap();
        let after = session.view().case(&before.case.number).unwrap();
        let mut expected = before.clone();
        expected.case.status = Status::Confirmed;
        assert_eq!(after, expected);
        assert_eq!(session.view().narrative(&after).unwrap(), session.view().narrative(before).unwrap());
        assert_eq!(session.view().identity(&after).unwrap(), session.view().identity(before).unwrap());
    }
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn a_stopped_import_keeps_whole_parts_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("many.csv");
    let mut table = csv::Writer::from_path(&path).unwrap();
    table.write_record(["source_id", "visited_on", "facility", "issues"]).unwrap();
    for row in 0..41_500 {
        let day = if row == 40_500 { "2026-13-03" } else { "2026-10-03" };
        table.write_record([row.to_string().as_str(), day, "N00003", "WAIT"]).unwrap();
    }
    table.flush().unwrap();
    let options = ImportOptions::default();
    let mut told = Vec::new();
    let stopped = session.import(&path, &options, |progress| {
        assert_eq!(progress.total, 41_500);
        told.push(progress.rows);
        progress.rows < 16_000
    });
    assert!(stopped.unwrap().stopped);
    assert_eq!(told, (1_000..=16_000).step_by(1_000).collect::<Vec<_>>());
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 16_000);
    let mut told = Vec::new();
    let report = session.import(&path, &options, |progress| {
        told.push(progress.rows);
        true
    });
    let report = report.unwrap();
    assert_eq!(told, (1_000..=41_000).step_by(1_000).chain([41_500]).collect::<Vec<_>>());
    assert_eq!((report.rows, report.unchanged, report.added, report.refused), (41_500, 16_000, 25_499, 1));
    assert_eq!(report.refusals.first().map(|refusal| refusal.line), Some(40_502));
}

#[test]
fn of_a_table_that_is_no_text_at_its_end_nothing_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = table(folder.path(), 600);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend(b"2026-10-03,\xFF\n");
    std::fs::write(&path, bytes).unwrap();
    let refused = session.import(&path, &ImportOptions::default(), |_| true);
    assert!(matches!(refused, Err(AppError::Table(_))));
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 0);
}

#[test]
fn rows_are_known_again_in_whatever_order_their_identifiers_come() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("order.csv");
    let write = |ids: &[&str]| {
        let rows = ids.iter().map(|id| format!("{id},2026-10-03,N00003,WAIT\n"));
        let text: String =
            std::iter::once("source_id,visited_on,facility,issues\n".to_owned()).chain(rows).collect();
        std::fs::write(&path, text).unwrap();
    };
    let mut import = |ids: &[&str]| {
        write(ids);
        let report = session.import(&path, &ImportOptions::default(), |_| true).unwrap();
        (report.added, report.unchanged)
    };
    assert_eq!(import(&["5", "10", "ខ", "9", "10", "5", "ខ"]), (4, 3));
    assert_eq!(import(&["1", "ក", "ខ", "គ", "9", "គ", "1"]), (3, 4));
    assert_eq!(import(&["គ", "ក", "5"]), (0, 3));
}

/// A table of more than one part: identifiers, days and what the members want.
fn long_table(path: &Path, rows: impl Iterator<Item = (String, u32, String)>) {
    let mut table = csv::Writer::from_path(path).unwrap();
    table.write_record(["source_id", "visited_on", "facility", "issues", "remedy"]).unwrap();
    for (id, day, remedy) in rows {
        let day = format!("2026-10-{day:02}");
        table.write_record([id.as_str(), &day, "N00003", "WAIT", &remedy]).unwrap();
    }
    table.flush().unwrap();
}

/// What the cases say that came of each row.
fn remedies(session: &Session) -> BTreeMap<String, String> {
    let cases = session.view().list(&Listing::default()).unwrap();
    let count = cases.len();
    let told: BTreeMap<String, String> = cases
        .into_iter()
        .map(|case| case.case.record)
        .map(|record| (record.source.unwrap().id, record.remedy.unwrap()))
        .collect();
    assert_eq!(told.len(), count, "no row is here twice");
    told
}

#[test]
fn a_row_with_the_identifier_of_another_that_says_something_else_is_refused_wherever_parts_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("twice.csv");
    // Identifiers that go down, so that each part asks the book; the later rows repeat, changed, what came before.
    let rows = |last: &'static str| {
        let (first, again) = (20_000..28_500_u32, 22_000..26_000_u32);
        let first = first.rev().map(|id| (id, "first"));
        let again = again.rev().map(move |id| (id, last));
        first.chain(again).map(|(id, remedy)| (id.to_string(), 1 + id % 28, remedy.to_owned()))
    };
    long_table(&path, rows("second"));
    let expected: BTreeMap<String, String> =
        (20_000..28_500).map(|id| (id.to_string(), "first".to_owned())).collect();
    let dry = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let report = session.import(&path, &dry, |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.changed, report.refused), (12_500, 8_500, 0, 4_000));
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 0);

    let report = session.import(&path, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.changed, report.refused), (12_500, 8_500, 0, 4_000));
    assert_eq!(remedies(&session), expected);
    long_table(&path, rows("first"));
    let report = session.import(&path, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((report.added, report.unchanged, report.changed), (0, 12_500, 0));
    assert_eq!(session.book.verify().unwrap().findings, []);
}

/// Two people with one number: the second must not become a correction of the first.
#[test]
fn an_update_takes_the_first_of_the_rows_of_one_identifier_wherever_parts_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("update.csv");
    // All days of a part differ from the order of the table; around the end of a part a row comes three times.
    let rows = [(0..8_001_u32, "first"), (7_998..8_001, "second"), (7_999..8_001, "third")];
    let rows = rows.into_iter().flat_map(|(ids, remedy)| ids.map(move |id| (id, remedy)));
    long_table(&path, rows.map(|(id, remedy)| (format!("{id:05}"), 28 - id % 28, remedy.to_owned())));
    let update = ImportOptions { update: true, ..ImportOptions::default() };
    let report = session.import(&path, &update, |_| true).unwrap();
    assert_eq!((report.rows, report.added, report.updated, report.refused), (8_006, 8_001, 0, 5));
    let twice = RowProblem::IdTwice { id: "07998".to_owned(), line: 8_000 };
    assert_eq!(report.refusals[0], RowRefusal { line: 8_003, problems: vec![twice] });
    let told = remedies(&session);
    let said = |id: &str| told.get(id).map(String::as_str);
    assert_eq!(["00000", "07998", "08000"].map(said), [Some("first"); 3]);
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn a_dry_run_tells_how_far_it_is_and_leaves_nothing_when_it_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("dry.csv");
    long_table(&path, (0..16_500_u32).map(|id| (id.to_string(), 1 + id % 28, "none".to_owned())));
    let dry = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let mut told = Vec::new();
    let stopped = session.import(&path, &dry, |progress| {
        told.push(progress.rows);
        progress.rows < 16_000
    });
    assert!(stopped.unwrap().stopped);
    assert_eq!(told, (1_000..=16_000).step_by(1_000).collect::<Vec<_>>());
    assert_eq!(session.import(&path, &dry, |_| true).unwrap().added, 16_500);
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 0);
    assert_eq!(session.book.verify().unwrap().findings, []);
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn taken(session: &mut Session, path: &Path) -> ImportReport {
    session.import(path, &ImportOptions::default(), |_| true).unwrap()
}

/// A column that nobody knew at first makes no second case of a row when its meaning is said later.
#[test]
fn a_row_is_known_again_when_more_of_its_columns_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let text = "visited_on,facility,issues,blurb\n2026-10-03,N00003,WAIT,I waited\n2026-10-04,N00003,PAY,They asked\n";
    let path = written(folder.path(), "t.csv", text);
    assert_eq!(taken(&mut session, &path).added, 2);
    let mapping = Mapping::parse("[columns]\nblurb = \"narrative\"\n").unwrap();
    let options = ImportOptions { mapping, ..ImportOptions::default() };
    let report = session.import(&path, &options, |_| true).unwrap();
    assert_eq!((report.added, report.changed), (0, 2));
    let update = ImportOptions { update: true, ..options };
    let report = session.import(&path, &update, |_| true).unwrap();
    assert_eq!((report.added, report.updated), (0, 2));
    assert_eq!(
        (taken(&mut session, &path).added, session.view().count(&Listing::default()).unwrap()),
        (0, 2)
    );
}

#[test]
fn a_table_under_another_name_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let text = "visited_on,facility,issues\n2026-10-03,N00003,WAIT\n2026-10-04,N00003,PAY\n";
    taken(&mut session, &written(folder.path(), "october.csv", text));
    let again = written(folder.path(), "october (1).csv", &format!("{text}2026-10-05,N00003,MED\n"));
    let dry = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let elsewhere = vec![Elsewhere { source: "october.csv".to_owned(), rows: 2 }];
    assert_eq!(session.import(&again, &dry, |_| true).unwrap().elsewhere, elsewhere);
    let report = taken(&mut session, &again);
    assert_eq!((report.added, &report.elsewhere), (3, &elsewhere));
    assert!(report.told(Lang::En)[0].contains("2 of these rows came word for word from “october.csv”"));
    let other = written(folder.path(), "november.csv", "visited_on,facility,issues\n2026-11-05,N00003,MED\n");
    assert_eq!(taken(&mut session, &other).elsewhere, []);
}

#[test]
fn rows_with_more_cells_than_headers_are_refused_with_all_their_cells() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let text = "visited_on,facility,issues,narrative\n2026-10-03,N00003,WAIT,I waited, then they asked 5000, then left\n\
        2026-10-04,N00003,PAY,They asked,,\n";
    let path = written(folder.path(), "ragged.csv", text);
    let refused = folder.path().join("refused.csv");
    let to = RefusedTo::File(refused.clone());
    let options = ImportOptions { refused: Some(to), ..ImportOptions::default() };
    let report = session.import(&path, &options, |_| true).unwrap();
    assert_eq!((report.added, report.refused), (1, 1));
    assert_eq!(report.refusals[0].problems, [RowProblem::Beyond(2)]);
    let kept = std::fs::read_to_string(&refused).unwrap();
    assert!(kept.contains("then they asked 5000") && kept.contains("then left"), "{kept}");
    // What stands there is not written over: it may be the table itself.
    let again = session.import(&path, &options, |_| true);
    assert!(matches!(again, Err(AppError::FileExists(_))), "{:?}", again.err());
}

#[test]
fn what_can_be_read_of_an_object_stays_with_why_it_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let text = r#"{"visited_on":"2026-10-03","facility":"N00003","issues":[{"code":"WAIT"}],"narrative":"I waited","unknown_thing":1}"#;
    let path = written(folder.path(), "t.jsonl", text);
    let refused = folder.path().join("refused.csv");
    let options =
        ImportOptions { refused: Some(RefusedTo::File(refused.clone())), ..ImportOptions::default() };
    assert_eq!(session.import(&path, &options, |_| true).unwrap().refused, 1);
    assert!(std::fs::read_to_string(&refused).unwrap().contains("I waited"));
    assert_eq!(taken(&mut session, &refused).added, 1);
}

/// What a book exported is in it already, whatever the file is called.
#[test]
fn an_export_that_comes_back_to_its_book_adds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let text = "visited_on,facility,issues,consent\n2026-10-03,N00003,WAIT,count\n";
    taken(&mut session, &written(folder.path(), "t.csv", text));
    let case = session.view().list(&Listing::default()).unwrap().remove(0).case;
    let text =
        format!("number,id,visited_on,facility,issues\n{},{},2026-10-03,N00003,WAIT\n", case.number, case.id);
    let report = taken(&mut session, &written(folder.path(), "export.csv", &text));
    assert_eq!((report.added, report.unchanged), (0, 1));
}
