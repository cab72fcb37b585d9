//! What was decided of tables: remembered, said where it is used, listed, changed and forgotten.

use std::collections::BTreeSet;
use std::path::Path;

use super::session;
use crate::app::facilities::{FacilitiesError, ListOptions};
use crate::app::{AppError, ImportOptions, ImportReport, Remembrance, Session};
use crate::i18n::Lang;
use crate::intake::Mapping;

const TABLE: &str = "Date;Hospital;Province;Problem;Shoe size\n\
    3/10/2026;Blue Hospital;Kandal;WAIT;38\n4/10/2026;N00003;;WAIT;39\n";

const MAP: &str = "[columns]\n\"Shoe size\" = \"harm\"\n[fixed]\npayer = \"hef\"\n[facilities]\n\"Blue Hospital\" = \"N00003\"\n";

/// Another table of its kind each time, so that its rows are new.
fn import(session: &mut Session, folder: &Path, month: u32, options: &ImportOptions) -> ImportReport {
    let path = folder.join(format!("month {month}.csv"));
    let text = TABLE.replace("/10/", &format!("/{month}/")).replace(";38", ";2").replace(";39", ";3");
    std::fs::write(&path, text).unwrap();
    session.import(&path, options, |_| true).unwrap()
}

fn by_map(text: &str) -> ImportOptions {
    ImportOptions { mapping: Mapping::parse(text).unwrap(), remembers: true, ..ImportOptions::default() }
}

fn names(session: &Session) -> Vec<String> {
    session.remembrances().unwrap().iter().map(|one| one.name().to_owned()).collect()
}

#[test]
fn a_mapping_that_was_given_once_is_remembered_told_and_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let plain = ImportOptions::default();
    // Blue Hospital lies in Kandal, as the row says; what is decided without a place holds only where none contradicts it.
    let map = MAP.replace("N00003", "H080801");
    let tried = import(&mut session, folder.path(), 1, &ImportOptions { dry_run: true, ..by_map(&map) });
    assert_eq!((tried.added, tried.remembered, names(&session).len()), (2, false, 0));
    let first = import(&mut session, folder.path(), 1, &by_map(&map));
    assert_eq!((first.added, first.remembered, &first.recalled), (2, true, &Mapping::default()));
    assert!(
        first
            .told(Lang::En)
            .iter()
            .any(|said| said.contains("is remembered for tables with the same headers"))
    );

    let second = import(&mut session, folder.path(), 2, &plain);
    assert_eq!((second.added, second.refused, second.remembered), (2, 0, false));
    let told = second.told(Lang::En);
    assert_eq!(
        told,
        [
            "Nothing in the table tells whether the day or the month comes first: 3/2/2026 is read as 3 February 2026. \
          If the month comes first, say --dates mdy.",
            "Used what was decided before: Shoe size → Harm (0–5); Who pays = hef; blue hospital → H080801. \
          To look at it or forget it: wardbook import --decisions"
        ]
    );
    assert!(second.told(Lang::Km)[1].contains("ចងចាំពីមុន"));
    let payers = session.listing("payer:hef", crate::book::Order::Visited, None).unwrap();
    assert_eq!(session.view().count(&payers).unwrap(), 4);

    let all = session.remembrances().unwrap();
    let [Remembrance::Name { name, .. }, Remembrance::Table { name: table, called, mapping }] =
        all.as_slice()
    else {
        panic!("{all:?}")
    };
    assert_eq!((name.as_str(), called.as_str(), mapping.fixed.len()), ("blue hospital", "month 1.csv", 1));
    let slip = session.forget("Blue Hosptal");
    let Err(AppError::NotRemembered { nearest, .. }) = slip else { panic!("{slip:?}") };
    assert_eq!(nearest.as_deref(), Some("blue hospital"));
    assert_eq!(session.forget("BLUE  Hospital").unwrap().len(), 1);
    assert_eq!(session.forget(table).unwrap().len(), 1);
    assert_eq!(names(&session), [] as [String; 0]);
    let third = import(&mut session, folder.path(), 3, &plain);
    assert_eq!((third.added, third.refused, &third.recalled), (1, 1, &Mapping::default()));
}

#[test]
fn a_decision_is_changed_or_forgotten_where_it_is_seen_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let decided = |id: &str| by_map(&format!("[facilities]\n\"Blue Hospital @ 08\" = \"{id}\"\n"));
    import(&mut session, folder.path(), 1, &decided("H080801"));
    let path = folder.path().join("month 1.csv");
    let seen = session.survey(&path, &ImportOptions::default(), |_| true).unwrap();
    assert_eq!((seen.doubtful.len(), seen.remembered.len()), (0, 1));
    let one = &seen.remembered[0];
    let (name, facility) = one.remembered.as_ref().unwrap();
    assert_eq!((name.as_str(), facility.id.as_str(), one.rows), ("blue hospital @ 08", "H080801", 1));
    assert!(!one.nearest.is_empty(), "others are offered");
    import(&mut session, folder.path(), 2, &decided("N00003"));
    assert!(
        matches!(&session.remembrances().unwrap()[0], Remembrance::Name { facility, .. } if facility.as_str() == "N00003")
    );

    let forgotten = ImportOptions {
        forgotten: BTreeSet::from(["blue hospital @ 08".to_owned()]),
        remembers: true,
        ..ImportOptions::default()
    };
    assert_eq!(session.survey(&path, &forgotten, |_| true).unwrap().doubtful.len(), 1);
    let tried = import(&mut session, folder.path(), 3, &ImportOptions { dry_run: true, ..forgotten.clone() });
    assert_eq!((tried.refused, names(&session).len()), (1, 1), "a trial forgets nothing");
    assert_eq!(import(&mut session, folder.path(), 3, &forgotten).refused, 1);
    assert_eq!(names(&session), [] as [String; 0]);
}

#[test]
fn a_name_without_its_place_is_forgotten_at_every_place_and_tables_stay_few() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let map = "[facilities]\n\"Blue Hospital @ 08\" = \"H080801\"\n\"Blue Hospital @ 12\" = \"N00003\"\n\"Blue Hospital North\" = \"N00003\"\n";
    import(&mut session, folder.path(), 1, &by_map(map));
    assert_eq!(session.forget("Blue Hospital").unwrap().len(), 2);
    assert_eq!(names(&session), ["blue hospital north"]);
    let path = folder.path().join("table.csv");
    for table in 0..105 {
        std::fs::write(&path, format!("visited_on,facility,issues,x{table}\n2026-10-03,N00003,WAIT,\n"))
            .unwrap();
        let map = by_map(&format!("[columns]\nx{table} = \"\"\n"));
        session.import(&path, &map, |_| true).unwrap();
    }
    assert_eq!(names(&session).len(), 101);
}

#[test]
fn a_row_of_a_list_that_was_skipped_is_skipped_again_until_that_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let list = folder.path().join("list.csv");
    std::fs::write(
        &list,
        "name_en,type,province,district\nPreah Kosamak Hospital,National hospital,12,1204\n",
    )
    .unwrap();
    let file = folder.path().join("decisions.toml");
    let plain = ListOptions::default();
    let counts = |session: &mut Session, options: &ListOptions| {
        let report = session.import_facilities(&list, options).unwrap();
        (report.skipped, report.recalled, report.doubtful.len())
    };
    assert_eq!(counts(&mut session, &plain), (0, 0, 1));
    let decide = |decision: &str| {
        let row =
            format!("[[row]]\nline = 2\nname = \"Preah Kosamak Hospital\"\ndecision = \"{decision}\"\n");
        std::fs::write(&file, row).unwrap();
        ListOptions { decisions: Some(file.clone()), ..ListOptions::default() }
    };
    let skip = decide("skip");
    assert_eq!(counts(&mut session, &skip), (1, 0, 0));
    assert_eq!(counts(&mut session, &plain), (1, 1, 0));
    assert_eq!(names(&session), ["preah kosamak hospital @ 1204"]);
    session.forget("Preah Kosamak Hospital").unwrap();
    assert_eq!(counts(&mut session, &plain), (0, 0, 1));
    assert_eq!(counts(&mut session, &skip), (1, 0, 0));
    // Another decision takes its place.
    let known = decide("N00003");
    assert_eq!(counts(&mut session, &known), (0, 0, 0));
    assert_eq!((names(&session), counts(&mut session, &plain)), (vec![], (0, 0, 0)));
    assert!(matches!(
        session.import_facilities(&list, &decide("a b")),
        Err(AppError::Facilities(FacilitiesError::NoDecision(..)))
    ));
}
