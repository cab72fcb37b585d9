//! Imports of many rows: what two threads write, and what is left of it when they are stopped.

use std::path::{Path, PathBuf};

use super::session;
use crate::app::{AppError, ImportOptions, demo};
use crate::book::Listing;
use crate::domain::column::Column;
use crate::domain::values::{Coded, Status};

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
    for row in 0..41_000 {
        let day = if row == 40_500 { "2026-13-03" } else { "2026-10-03" };
        table.write_record([row.to_string().as_str(), day, "N00003", "WAIT"]).unwrap();
    }
    table.flush().unwrap();
    let options = ImportOptions::default();
    let mut told = Vec::new();
    let stopped = session.import(&path, &options, |rows| {
        told.push(rows);
        false
    });
    assert!(matches!(stopped, Err(AppError::Cancelled)));
    assert_eq!(told, [40_000]);
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 40_000);
    let report = session.import(&path, &options, |_| true).unwrap();
    assert_eq!((report.rows, report.unchanged, report.added, report.refused), (41_000, 40_000, 999, 1));
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
