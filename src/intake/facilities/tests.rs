//! Lists as they come: both languages, both kinds of points, what is wrong with rows.

use super::*;
use crate::i18n::Speak;

fn read(text: &str) -> FacilityList {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    std::fs::write(&path, text).unwrap();
    FacilityList::read(&path).unwrap()
}

#[test]
fn a_list_is_read_in_both_languages_by_codes_and_by_names() {
    let list = read(
        "Code;ឈ្មោះខ្មែរ;Facility name;Type;ខេត្ត;District;Commune;X;Y;OD\n\
         010202;មណ្ឌលសុខភាព បត់ត្រង់;Bat Trang;HC;1;102;10202;;;Mongkol Borei\n\
         ;;Kampong Speu Provincial Hospital;;Kampong Speu;;;492171.368;1277502.966;\n\
         A-7;មន្ទីរពេទ្យ;;មន្ទីរពេទ្យបង្អែក;កណ្ដាល;តាខ្មៅ;;104.95;11.48;\n\
         ;;;;;;;;;\n",
    );
    assert_eq!((list.faults.len(), list.unknown.as_slice()), (0, &["OD".to_owned()][..]));
    let [first, second, third] = list.rows.as_slice() else { panic!("{:?}", list.rows) };
    assert_eq!((first.code.as_deref(), first.name_en.as_str()), (Some("010202"), "Bat Trang"));
    assert_eq!((first.kind, first.place), (Some(FacilityKind::HealthCentre), "010202".parse().ok()));
    assert_eq!((second.kind, second.place), (Some(FacilityKind::ProvincialHospital), "05".parse().ok()));
    assert_eq!(second.point, Some((11.5564, 104.9282)));
    assert_eq!((third.line, third.kind), (4, Some(FacilityKind::ReferralHospital)));
    assert_eq!((third.place, third.point), ("0811".parse().ok(), Some((11.48, 104.95))));
}

#[test]
fn rows_with_faults_say_all_that_is_wrong() {
    let list = read(
        "name,kind,province,district,lat,lon\n\
         A,castle,Atlantis,,13.75,100.5\n\
         B,HC,08,0102,,\n\
         ,HC,08,,,\n\
         C,HC,08,,north,104\n\
         D,HC,08,,492171,104.9\n\
         E,HC,08,,0,0\n",
    );
    let faults: Vec<(u64, Vec<RowFault>)> = list.faults;
    let place = |text: &str| text.parse::<PlaceCode>().unwrap();
    assert_eq!(
        faults,
        [
            (
                2,
                vec![
                    RowFault::Point(crate::domain::point::BadPoint::Elsewhere(13.75, 100.5)),
                    RowFault::UnknownPlace("Atlantis".into()),
                ]
            ),
            (3, vec![RowFault::PlaceElsewhere(place("0102"), place("08"))]),
            (4, vec![RowFault::NoName]),
            (5, vec![RowFault::NoNumber("north".into())]),
            (6, vec![RowFault::Point(crate::domain::point::BadPoint::Mixed(104.9, 492_171.0))]),
        ]
    );
    assert_eq!((list.rows.len(), list.rows[0].point), (1, None));
}

#[test]
fn headers_stand_below_titles_and_half_a_point_is_noticed() {
    let list = read(
        "Kingdom of Cambodia,,,\nHealth facility,,,\n,,,\nHF name EN,Province Code,X (UTM 48N),Y (UTM 48N)\n\
         Bat Trang HC,08,492171,\nSvay HC,08,,\nFar HC,08,0,0\n",
    );
    assert_eq!((list.rows.len(), list.faults.len(), list.half_points.as_slice()), (3, 0, &[5][..]));
    assert_eq!((list.rows[0].line, list.headers[0].as_str()), (5, "HF name EN"));
    // A list of one column has its header in the first row, as before.
    assert_eq!(read("name\nBat Trang\n").rows.len(), 1);
}

#[test]
fn numbers_in_each_others_columns_are_said_as_they_stand() {
    let list = read("name,kind,province,x,y\nA,HC,08,1277502,492171\nB,HC,08,11.5,104.9\n");
    let said: Vec<String> = list.faults.iter().map(|(_, faults)| faults[0].what(Lang::En)).collect();
    assert!(said[0].contains("492171, 1277502") && said[1].contains("104.9, 11.5"), "{said:?}");
    assert!(list.faults.iter().all(|(_, faults)| faults[0].hint(Lang::En).unwrap().contains("exchange")));
}

#[test]
fn a_table_that_names_nothing_is_no_list() {
    let folder = tempfile::tempdir().unwrap();
    for (text, is_empty) in [("province,lat\n08,11.5\n", false), ("", true)] {
        let path = folder.path().join("list.csv");
        std::fs::write(&path, text).unwrap();
        match FacilityList::read(&path) {
            Err(TableError::EmptyList) => assert!(is_empty),
            Err(TableError::ListColumns(_)) => assert!(!is_empty),
            other => panic!("{other:?}"),
        }
    }
}
