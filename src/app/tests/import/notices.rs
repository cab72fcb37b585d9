//! What of the rows taken is worth a second look: what single rows would be warned of is counted, and refuses none of them.

use std::path::Path;

use super::session;
use crate::app::facilities::FacilityDeed;
use crate::app::{ImportOptions, ImportReport, Noticed, Oddity, Session};
use crate::domain::facility::Contract;
use crate::i18n::Lang;
use crate::intake::Rows;

fn import(session: &mut Session, path: &Path, options: &ImportOptions) -> ImportReport {
    session.import(path, options, |_| true).unwrap()
}

/// A desk at which a facility was closed, and another left without a contract, on the first of October.
fn desk(folder: &Path) -> Session {
    let mut session = session(folder);
    let day = "2026-10-01".parse().unwrap();
    let deeds =
        [("N00003", FacilityDeed::Close(day)), ("N00001", FacilityDeed::Contract(Contract::Ended(day)))];
    for (id, deed) in deeds {
        session.do_to_facility(&id.parse().unwrap(), &deed).unwrap();
    }
    session
}

fn noticed(kind: Oddity, rows: usize, lines: &[u64]) -> Noticed {
    Noticed { kind, rows, lines: lines.to_vec() }
}

#[test]
fn what_single_rows_would_be_warned_of_is_counted_with_the_first_lines() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = desk(folder.path());
    let path = folder.path().join("cases.csv");
    // The latest visits first: cases are written in the order of their visits, lines are told in that of the table.
    let closed: Vec<String> =
        (1..=7).rev().map(|day| format!("{day},2026-10-0{day},N00003,WAIT,,admission\n")).collect();
    let closed = closed.concat();
    let table = format!(
        "source_id,visited_on,facility,issues,waited_minutes,stage\n{closed}8,2026-10-02,N00001,WAIT,800,\n\
         9,2026-09-30,N00003,WAIT,60,practice\n10,2026-09-30,N00001,WAIT,60,admission\n11,2026-13-30,N00003,WAIT,,\n"
    );
    std::fs::write(&path, &table).unwrap();
    let expected = [
        noticed(Oddity::Closed, 7, &[2, 3, 4, 5, 6]),
        noticed(Oddity::NoContract, 1, &[9]),
        noticed(Oddity::LongWait, 1, &[9]),
        noticed(Oddity::Stage, 1, &[10]),
    ];
    let dry = import(&mut session, &path, &ImportOptions { dry_run: true, ..ImportOptions::default() });
    assert_eq!((dry.added, dry.refused, dry.noticed.as_slice()), (10, 1, &expected[..]));
    let taken = import(&mut session, &path, &ImportOptions::default());
    assert_eq!((taken.added, taken.refused, taken.noticed.as_slice()), (10, 1, &expected[..]));
    assert_eq!(
        expected[0].said(Lang::En),
        "Have another look: the facility was closed on that day (rows: 7; lines 2, 3, 4, 5, 6 …)."
    );
    assert!(expected[0].said(Lang::Km).contains("ចំនួនជួរ ៧៖ បន្ទាត់ ២, ៣"));
    // Rows that are here already were told of when they came; a row that is corrected is looked at anew.
    assert_eq!(import(&mut session, &path, &ImportOptions::default()).noticed, []);
    std::fs::write(&path, table.replace("800", "900")).unwrap();
    assert_eq!(import(&mut session, &path, &ImportOptions::default()).noticed, []);
    let updated = import(&mut session, &path, &ImportOptions { update: true, ..ImportOptions::default() });
    assert_eq!((updated.updated, updated.noticed.as_slice()), (1, &expected[1..3]));
}

#[test]
fn years_of_two_digits_are_read_and_those_that_stand_first_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let path = folder.path().join("cases.csv");
    let table = "visited_on,facility,issues\n3/4/26,N00003,WAIT\n31-12-25,N00003,WAIT\n០៣/០៤/២៦,N00001,WAIT\n\
        25-12-03,N00003,WAIT\n25-12-30,N00003,WAIT\n";
    std::fs::write(&path, table).unwrap();
    let report = import(&mut session, &path, &ImportOptions::default());
    assert_eq!(
        (report.added, report.refused),
        (4, 1),
        "the last is one of 2030, whichever of its days comes first"
    );
    assert_eq!(report.noticed, [noticed(Oddity::LongAgo, 1, &[5])]);
    let cases = session.view().list(&crate::book::Listing::default()).unwrap();
    let mut days: Vec<String> = cases.iter().map(|case| case.case.record.visited_on.to_string()).collect();
    days.sort();
    assert_eq!(days, ["2003-12-25", "2025-12-31", "2026-04-03", "2026-04-03"]);
}

#[test]
fn timed_visits_are_looked_at_in_the_same_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = desk(folder.path());
    let path = folder.path().join("tally.csv");
    let sheet = "visited_on,facility,payer,arrived,seen\n3/10/2026,N00003,nssf,6h10,11h40\n3/9/2026,N00003,cash,7h,7h20\n";
    std::fs::write(&path, sheet).unwrap();
    let options = ImportOptions { rows: Rows::Observations, ..ImportOptions::default() };
    assert_eq!(import(&mut session, &path, &options).noticed, [noticed(Oddity::Closed, 1, &[2])]);
    assert_eq!(import(&mut session, &path, &options).noticed, []);
}
