//! Lists of holidays as officers write them, and what is wrong with some.

use super::*;
use crate::reference;

const HEAD: &str = "date,name_km,name_en\n";

fn faults(bytes: &[u8]) -> Vec<(u64, Problem)> {
    parse(bytes).err().unwrap_or_default()
}

#[test]
fn the_built_in_table_is_a_sound_list() {
    let days = parse(include_bytes!("../../reference/data/holidays.csv")).unwrap();
    assert!(days.values().eq(reference::holidays()));
}

#[test]
fn days_are_read_as_officers_and_spreadsheets_write_them() {
    let written = [
        "\u{FEFF}date,name_km,name_en\r\n2031-01-01,ចូលឆ្នាំសាកល,New Year\r\n\r\n៧/១/២០៣១,ជ័យជម្នះ,\r\n",
        "date;name_km;name_en\n1/1/2031;ចូលឆ្នាំសាកល;New Year\n;;\n7.1.2031;ជ័យជម្នះ;\n",
        "Date, NAME_KM ,name_en\n2031-01-01,ចូលឆ្នាំសាកល,\"New Year\"\n2031-01-07,ជ័យជម្នះ,",
    ];
    for text in written {
        let found = parse(text.as_bytes()).unwrap();
        let expected = ["2031-01-01", "2031-01-07"].map(|day| day.parse().unwrap());
        assert_eq!(days(&found), BTreeSet::from(expected), "{text}");
        assert_eq!(found.values().next().unwrap().name_en, "New Year");
    }
}

#[test]
fn each_fault_has_its_line() {
    let with = |rows: &str| faults(format!("{HEAD}{rows}").as_bytes());
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(faults(b"day,name\n2031-01-01,x\n"), [(1, Problem::Header), (2, Problem::Cells(2))]);
    assert_eq!(
        with("2031-01-01,a,b\n2031-02-30,a,b\nsoon,a,b\n"),
        [(3, Problem::Date("2031-02-30".into())), (4, Problem::Date("soon".into()))]
    );
    assert_eq!(with("2574-01-01,a,b\n"), [(2, Problem::Year(2574))]);
    assert_eq!(with("2031-01-01,a,b\n1/1/2031,a,b\n"), [(3, Problem::Twice(day("2031-01-01")))]);
    assert_eq!(with("2031-01-01,,\n"), [(2, Problem::Unnamed)]);
    assert_eq!(with("2031-01-01,a, b, c\n"), [(2, Problem::Cells(4))]);
    assert_eq!(with(""), [(1, Problem::Empty)]);
    assert_eq!(faults(b""), [(1, Problem::Empty)]);
    assert_eq!(faults(b"date,name_km,name_en\n2031-01-01,\xFF,b\n"), [(2, Problem::NoText)]);
    let folder = tempfile::tempdir().unwrap();
    let path = path(&folder.path().join("config.toml"));
    assert!(read(&path).unwrap().is_none());
    std::fs::write(&path, "date,name_km,name_en\n2031-13-01,a,b\n").unwrap();
    let Err(ConfigError::Holidays(found)) = read(&path) else {
        panic!("a sound list");
    };
    for lang in Lang::ALL {
        assert!(
            found[0].said(lang).contains("holidays.csv:2: ") && found[0].said(lang).contains("2031-13-01")
        );
    }
    assert!(matches!(read(folder.path()), Err(ConfigError::File { .. })));
}

#[test]
fn a_list_replaces_the_years_that_it_names_and_few_days_are_doubted() {
    let list = parse(format!("{HEAD}2026-11-30,ឈប់,Extra\n").as_bytes()).unwrap();
    let calendar = reference::calendar().corrected(&days(&list));
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(!calendar.is_working(day("2026-11-30")) && calendar.is_working(day("2026-11-09")));
    assert!(!calendar.is_working(day("2027-11-09")));
    assert!(said(&list, Lang::En)[0].contains("replaces all"));
    let whole = parse(include_bytes!("../../reference/data/holidays.csv")).unwrap();
    assert!(said(&whole, Lang::En).iter().all(|line| !line.contains("replaces")));
}
