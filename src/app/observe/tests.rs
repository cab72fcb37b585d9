//! Observations on a book in a temporary folder.

use serde_json::json;

use super::*;
use crate::app::tests::session;
use crate::book::Listing;
use crate::domain::column::Column;
use crate::domain::draft::Reason;

fn draft() -> Draft {
    Draft::from_json(&json!({
        "visited_on": "2026-10-03", "facility": "kossamak", "payer": "cash", "stage": "admission",
        "times": {"arrived": "06:10", "seen": "~07:00"},
    }))
    .unwrap()
}

fn all(session: &Session) -> Vec<Observed> {
    let mut all = Vec::new();
    let take = |observed| -> Result<(), AppError> {
        all.push(observed);
        Ok(())
    };
    session.view().observations(take).unwrap();
    all
}

#[test]
fn a_timed_visit_is_written_down_is_no_case_and_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let written = session.observe(&draft()).unwrap();
    assert_eq!(all(&session), std::slice::from_ref(&written.observed));
    assert_eq!(session.view().count(&Listing::default()).unwrap(), 0);
    let shown: serde_json::Value = {
        let view = ObservationView::new(&written.observed, session.facilities(), Lang::En);
        serde_json::from_str(&view.to_json()).unwrap()
    };
    let expected = json!({
        "id": written.observed.id.to_string(), "visited_on": "2026-10-03",
        "recorded_at": "2026-11-22T09:00:00+07:00", "desk": "KC", "officer": "Sok Dara", "facility": "N00003",
        "facility_name": "Preah Kossamak Hospital", "province": "12", "district": "1204", "commune": null,
        "stage": "admission", "payer": "cash",
        "times": {"arrived": "06:10", "registered": null, "seen": "~07:00", "medicine": null, "left": null},
        "waited_minutes": 50,
    });
    assert_eq!(shown, expected);
    // What it prints can be read again.
    assert!(session.check_observation(&Draft::from_json(&shown).unwrap()).is_ok());

    let last = session.last_done().unwrap();
    assert_eq!((last.kinds.as_slice(), last.subjects, &last.number), ([Kind::Observed].as_slice(), 1, &None));
    session.undo_expected(Some(last.batch)).unwrap();
    assert_eq!(all(&session), []);
    assert_eq!(session.book.verify().unwrap().findings, []);
    assert!(matches!(session.undo(), Err(AppError::NothingToUndo)));
}

#[test]
fn all_that_is_wrong_is_said_at_once_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let mut refused = |changes: &[(Column, &str)]| {
        let mut draft = draft();
        for (column, text) in changes {
            draft.set(*column, *text);
        }
        match session.observe(&draft).unwrap_err() {
            AppError::ObservationRefused(refusals) => refusals,
            other => panic!("{other}"),
        }
    };
    let columns = |refusals: Vec<crate::domain::draft::Refusal>| -> Vec<Column> {
        refusals.into_iter().map(|refusal| refusal.column).collect()
    };
    assert_eq!(columns(refused(&[(Column::Seen, "")])), [Column::WaitedMinutes]);
    assert_eq!(columns(refused(&[(Column::Seen, "25:00")])), [Column::Seen]);
    assert_eq!(columns(refused(&[(Column::Registered, "05:00")])), [Column::Arrived]);
    assert_eq!(columns(refused(&[(Column::WaitedMinutes, "5")])), [Column::WaitedMinutes]);
    assert_eq!(columns(refused(&[(Column::Payer, "")])), [Column::Payer]);
    assert_eq!(columns(refused(&[(Column::Payer, "unknown")])), [Column::Payer]);
    assert_eq!(columns(refused(&[(Column::Payer, "bank")])), [Column::Payer]);
    let several = [(Column::VisitedOn, "2999-01-01"), (Column::Facility, ""), (Column::Payer, "")];
    assert_eq!(columns(refused(&several)), [Column::VisitedOn, Column::Facility, Column::Payer]);
    for column in Column::inputs() {
        let is_known = Observation::COLUMNS.contains(&column);
        if is_known || matches!(column, Column::RecordedAt | Column::SourceId) {
            continue;
        }
        let refusals = refused(&[(column, "Chan Sokha")]);
        assert_eq!((refusals[0].column, &refusals[0].reason), (column, &Reason::NotObserved));
    }
    assert_eq!(session.book.verify().unwrap().entries, 0);
}

#[test]
fn a_wait_as_told_and_an_odd_one_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let mut told = draft();
    for (column, text) in [(Column::Arrived, ""), (Column::Seen, ""), (Column::WaitedMinutes, "13 h")] {
        told.set(column, text);
    }
    told.set(Column::Stage, "consultation");
    let written = session.observe(&told).unwrap();
    assert_eq!(written.observed.observation.waited_minutes, 780);
    assert_eq!(written.warnings, [Warning::LongWait(780), Warning::Stage(Stage::Consultation)]);
}
