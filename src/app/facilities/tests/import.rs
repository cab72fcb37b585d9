//! Official lists held against what is there.

use std::path::PathBuf;

use super::*;
use crate::domain::facility::FacilityKind;

struct Desk {
    folder: tempfile::TempDir,
    session: Session,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let session = session(folder.path());
        Self { folder, session }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn import(&mut self, list: &str, options: &ListOptions) -> ListReport {
        let path = self.path("moh.csv");
        std::fs::write(&path, list).unwrap();
        self.session.import_facilities(&path, options).unwrap()
    }

    fn counts(&mut self, list: &str) -> [usize; 5] {
        let report = self.import(list, &ListOptions::default());
        [report.added, report.changed, report.unchanged, report.doubtful.len(), report.refused]
    }
}

const LIST: &str = "code,name_km,name_en,type,province,district,commune,x,y\n\
    120401,មន្ទីរពេទ្យព្រះកុសុមៈ,Preah Kossamak,Hospital,12,1204,,,\n\
    010202,,Bat Trang HC,HC,01,0102,010202,,\n\
    77001,មណ្ឌលសុខភាពថ្មី,Thmei Zyx Health Center,HC,08,0811,,492171,1277502\n\
    ,,Sokha Clinic,Private clinic,12,1201,,,\n\
    ,,Nowhere,HC,08,,,,\n";

#[test]
fn a_row_that_fits_two_numbered_ones_offers_both_and_a_point_elsewhere_is_told() {
    let mut desk = Desk::new();
    let list = "name_km,name_en,kind,province,district,lat,lon\n\
                មណ្ឌលសុខភាពបឹងកក់,,HC,12,1204,11.57,\n,Boeng Kak,HC,12,1204,13.5,103.2\n";
    let report = desk.import(list, &ListOptions { dry_run: true, ..ListOptions::default() });
    assert_eq!(report.doubtful.len(), 2, "{report:?}");
    for row in &report.doubtful {
        let mut ids: Vec<&str> = row.candidates.iter().map(|(id, ..)| id.as_str()).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["HC-120407", "HC-120408"], "{}", row.name);
    }
    assert_eq!((report.half_points.as_slice(), report.far.len()), (&[2][..], 1));
    assert!(report.far[0].line == 3 && report.far[0].kilometres > 200, "{:?}", report.far);
    assert_eq!(report.told(crate::i18n::Lang::En).len(), 2);
}

#[test]
fn what_is_sure_is_taken_and_the_same_list_twice_adds_nothing() {
    let mut desk = Desk::new();
    // A health centre without number and commune could be anywhere; what “Hospital” is does not matter where it is here.
    assert_eq!(desk.counts(LIST), [2, 2, 0, 0, 1]);
    assert_eq!(desk.counts(LIST), [0, 0, 4, 0, 1]);
    let names = |desk: &mut Desk, text: &str| desk.session.names().find(text).unwrap().id.to_string();
    for (text, id) in [
        ("120401", "N00003"),
        ("010202", "HC-010202"),
        ("77001", "77001"),
        ("Thmei Zyx Health Center", "77001"),
    ] {
        assert_eq!(names(&mut desk, text), id, "{text}");
    }
    let thmei = desk.session.facilities().get(&id("77001")).unwrap();
    assert_eq!((thmei.kind, thmei.source.as_str()), (FacilityKind::HealthCentre, "moh.csv"));
    let (north, east) = thmei.point.unwrap();
    assert!((north - 11.5564).abs() < 1e-4 && (east - 104.9282).abs() < 1e-4, "{north} {east}");
    assert!(desk.session.names().find("Sokha Clinic").unwrap().id.as_str().starts_with("PC-1201-"));
    assert_eq!(desk.session.book.verify().unwrap().findings, []);
    desk.session.undo().unwrap();
    assert!(desk.session.names().find("77001").is_err());
    assert_eq!(desk.session.book.verify().unwrap().findings, []);
}

#[test]
fn a_doubtful_row_waits_for_a_decision_that_is_then_remembered() {
    let mut desk = Desk::new();
    let list = "name_en,type,province,district\nPreah Kosamak Hospital,National hospital,12,1204\n";
    let file = desk.path("decisions.toml");
    let dry = ListOptions { dry_run: true, decisions: Some(file.clone()), ..ListOptions::default() };
    let report = desk.import(list, &dry);
    assert!(
        report.decisions_written
            && report.doubtful[0].candidates.iter().any(|(one, ..)| *one == id("N00003"))
    );
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("N00003") && written.contains("line = 2"), "{written}");
    let decided = ListOptions { decisions: Some(file.clone()), ..ListOptions::default() };
    assert_eq!(desk.import(list, &decided).doubtful.len(), 1, "nothing is decided yet");

    let decide = |text: &str| std::fs::write(&file, written.replace("decision = \"\"", text)).unwrap();
    decide("decision = \"skip\"");
    let report = desk.import(list, &decided);
    assert_eq!((report.skipped, report.doubtful.len()), (1, 0));
    decide("decision = \"N00003\"");
    assert_eq!(desk.import(list, &decided).changed, 1);
    let report = desk.import(list, &ListOptions::default());
    assert_eq!((report.unchanged, report.doubtful.len(), report.added), (1, 0, 0), "it is remembered");

    decide("decision = \"a b\"");
    let path = desk.path("moh.csv");
    let refused = |desk: &mut Desk| match desk.session.import_facilities(&path, &decided) {
        Err(AppError::Facilities(error)) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&mut desk), FacilitiesError::NoDecision(2, "a b".to_owned()));
    decide("decision = \"new\"");
    std::fs::write(&path, list.replace("Preah Kosamak", "Other")).unwrap();
    assert_eq!(refused(&mut desk), FacilitiesError::OtherRow(2));
    std::fs::write(&file, "[[row]]\nline = \"x\"").unwrap();
    assert!(matches!(refused(&mut desk), FacilitiesError::BadDecisions { line: 2, .. }));
}

#[test]
fn a_number_that_another_place_has_is_no_proof_and_two_rows_are_not_one_facility() {
    let mut desk = Desk::new();
    let first = "code,name_en,type,province\n50001,Zyx Veng,Referral hospital,14\n";
    assert_eq!(desk.counts(first), [1, 0, 0, 0, 0]);
    let other = "code,name_en,type,province\n50001,Kep,Referral hospital,23\n";
    assert_eq!(desk.counts(other), [0, 0, 0, 1, 0]);
    let twice = "code,name_en,type,province\n50001,Zyx Veng,Referral hospital,14\n50001,Zyx Veng,Referral hospital,14\n";
    let report = desk.import(twice, &ListOptions::default());
    assert_eq!(report.refusals, [(3, vec![crate::intake::facilities::RowFault::Twice(2)])]);
}

/// The next list begins with 1 again, and a table of cases with a 3 in it means none of them.
#[test]
fn numbers_that_count_rows_become_nobody_s_identifier() {
    let mut desk = Desk::new();
    for header in ["ID", "លេខសម្គាល់"] {
        let list = format!(
            "{header},name_en,type,province,district\n1,Zyx Veng,Referral hospital,14,1401\n2.,Zyx Thmei,Private clinic,14,1401\n\
             ៣,Zyx Chas,Private clinic,14,1401\n1045678,Zyx Leu,Private clinic,14,1401\n07,Zyx Krom,Private clinic,14,1401\n4,,Private clinic,14,1401\n"
        );
        let report = desk.import(&list, &ListOptions::default());
        assert_eq!((report.counting, report.refused), (4, 1), "a number alone names nobody");
        assert!(report.added == 5 || report.unchanged == 5, "{report:?}");
    }
    for number in ["1", "2", "3"] {
        assert!(desk.session.names().find(number).is_err(), "{number}");
    }
    for code in ["1045678", "07"] {
        assert_eq!(desk.session.names().find(code).unwrap().id.as_str(), code);
    }
}

#[test]
fn refused_rows_come_in_from_their_file_once_they_are_mended() {
    let mut desk = Desk::new();
    let file = desk.path("moh-refused.csv");
    let options = ListOptions { refused: crate::app::RefusedTo::beside(&file), ..ListOptions::default() };
    let list = "code;name_en;type;district;lat;lon\n77001;Zyx Veng;castle;1401;;\n77002;Zyx Thmei;HC;1401;;\n77003;=Far;HC;1401;1;1\n";
    let tried = desk.import(list, &ListOptions { dry_run: true, ..options.clone() });
    assert!(tried.refused == 2 && tried.refused_file.is_none() && !file.exists());
    let report = desk.import(list, &options);
    assert_eq!((report.added, report.refused, report.refused_file.as_ref()), (1, 2, Some(&file)));
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "code,name_en,type,district,lat,lon,refused_because,wardbook_source");
    assert!(
        lines[1].starts_with("77001,Zyx Veng,castle,1401,,,") && lines[1].contains("is no kind of facility")
    );
    assert!(
        lines[2].starts_with("77003,'=Far,HC,1401,1,1,") && lines[2].ends_with(",moh.csv"),
        "{}",
        lines[2]
    );
    // The same again leaves no second file.
    assert_eq!(desk.import(list, &options).refused_file.as_ref(), Some(&file));
    std::fs::write(&file, text.replace("castle", "HC").replace(",1,1,", ",11.5,104.9,")).unwrap();
    let mended = desk.session.import_facilities(&file, &options).unwrap();
    assert_eq!((mended.added, mended.refused, mended.source.as_str()), (2, 0, "moh.csv"));
    assert_eq!((mended.unknown_columns.len(), mended.refused_file), (0, None));
    // What somebody mended is not written over.
    let again = desk.import(list, &options);
    assert_eq!((again.refused, again.refused_file), (1, Some(desk.path("moh-refused-2.csv"))));
    assert!(std::fs::read_to_string(&file).unwrap().contains("11.5"));
}

#[test]
fn names_of_the_list_are_kept_beside_ours_or_take_their_place_when_asked() {
    let mut desk = Desk::new();
    let list = "code,name_en,type,province\nN00003,Kossamak University Hospital,National hospital,12\n";
    desk.import(list, &ListOptions::default());
    let name = |desk: &Desk| desk.session.facilities().get(&id("N00003")).unwrap().name_en.clone();
    assert_eq!(name(&desk), "Preah Kossamak Hospital");
    desk.import(list, &ListOptions { renames: true, ..ListOptions::default() });
    assert_eq!(name(&desk), "Kossamak University Hospital");
    assert!(desk.session.names().find("Preah Kossamak Hospital").is_ok());
}
