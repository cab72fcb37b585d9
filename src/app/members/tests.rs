//! Counts of members on a book in a temporary folder.

use super::*;
use crate::app::tests::session;
use crate::book::Order;
use crate::i18n::{Lang, Speak};

fn typed<'a>(of: &'a str, members: &'a str, on: &'a str) -> CountAsTyped<'a> {
    CountAsTyped { of, members, on, source: "the union's list" }
}

#[test]
fn the_number_that_holds_is_found_for_just_its_group() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    session.count_members(typed("province:kandal", "4200", "2026-06-30")).unwrap();
    session.count_members(typed("province:08", "៤.០០០", "30/6/2025")).unwrap();
    session.count_members(typed("ខេត្ត:ភ្នំពេញ", "9,000", "2026-01-01")).unwrap();
    session.count_members(typed("district:0811", "300", "2026-01-01")).unwrap();
    session.count_members(typed("facility:kossamak", "70", "2026-01-01")).unwrap();
    session.count_members(typed("employer:Golden Star", "1500", "2026-01-01")).unwrap();
    session.count_members(typed("local:\"Golden Star\"", "60", "yesterday")).unwrap();

    let view = session.view();
    let denominators = Denominators::of(&view).unwrap();
    let members = |by, key: &GroupKey| denominators.for_group(by, key).map(|found| found.members);
    let kandal = GroupKey::Place(PlaceCode::Province("08".parse().unwrap()));
    assert_eq!(members(GroupBy::Province, &kandal), Some(4200));
    assert_eq!(for_group(&view, GroupBy::Province, &kandal).unwrap().unwrap().source, "the union's list");
    let phnom_penh = GroupKey::Place(PlaceCode::Province("12".parse().unwrap()));
    assert_eq!(members(GroupBy::Province, &phnom_penh), Some(9000));
    let district = GroupKey::Place(PlaceCode::District("0811".parse().unwrap()));
    assert_eq!(members(GroupBy::District, &district), Some(300));
    assert_eq!(members(GroupBy::Facility, &GroupKey::Facility("N00003".parse().unwrap())), Some(70));
    let name = GroupKey::Name("golden  STAR".into());
    assert_eq!(members(GroupBy::Employer, &name), Some(1500));
    assert_eq!(members(GroupBy::Local, &name), Some(60));
    assert_eq!(members(GroupBy::Facility, &GroupKey::Facility("N00002".parse().unwrap())), None);
    assert_eq!(members(GroupBy::Employer, &GroupKey::Unknown), None);
    assert_eq!(members(GroupBy::Month, &GroupKey::Month(2026, 1)), None);
    assert_eq!(denominators.whole(), None);

    session.count_members(typed("ទាំងអស់", "100000", "today")).unwrap();
    assert_eq!(Denominators::of(&session.view()).unwrap().whole().unwrap().members, 100_000);
    for (query, whole) in [("", Some(100_000)), ("payer:nssf", Some(100_000)), ("province:08", None)] {
        let listing = session.listing(query, Order::Visited, None).unwrap();
        let total = session.hotspots(&listing, GroupBy::Issue).unwrap().total;
        assert_eq!(total.members.map(|found| found.members), whole, "{query}");
    }
    session.count_members(typed("province:08", "4300", "2026-07-01")).unwrap();
    let holds = |session: &Session| {
        let found = for_group(&session.view(), GroupBy::Province, &kandal).unwrap();
        found.map(|found| (found.members, found.counted_on.to_string()))
    };
    assert_eq!(holds(&session), Some((4300, "2026-07-01".to_owned())));
    assert_eq!(session.last_done().unwrap().kinds, [Kind::MembersCounted]);
    session.undo().unwrap();
    assert_eq!(holds(&session), Some((4200, "2026-06-30".to_owned())));
    assert_eq!(session.view().member_counts().unwrap().len(), 8);
    assert_eq!(session.book.verify().unwrap().findings, []);
}

#[test]
fn what_cannot_be_checked_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(folder.path());
    let long = "x".repeat(LONGEST_LINE + 1);
    let refused = [
        typed("", "5", "today"),
        typed("everybody", "5", "today"),
        typed("-province:08", "5", "today"),
        typed("province:08,12", "5", "today"),
        typed("province:08 province:12", "5", "today"),
        typed("province:99", "5", "today"),
        typed("commune:081101", "5", "today"),
        typed("facility:H999999", "5", "today"),
        typed("employer:\"\"", "5", "today"),
        typed("waited>5", "5", "today"),
        typed("all", "0", "today"),
        typed("all", "-5", "today"),
        typed("all", "4.2", "today"),
        typed("all", "4,20", "today"),
        typed("all", "many", "today"),
        typed("all", "99999999999", "today"),
        typed("all", "5", "2999-01-01"),
        typed("all", "5", "soon"),
        CountAsTyped { source: "  ", ..typed("all", "5", "today") },
        CountAsTyped { source: &long, ..typed("all", "5", "today") },
        CountAsTyped { of: &format!("employer:{long}"), ..typed("all", "5", "today") },
    ];
    for typed in refused {
        let error = session.count_members(typed).unwrap_err();
        for lang in [Lang::Km, Lang::En] {
            assert!(!error.what(lang).is_empty() && error.hint(lang).is_some(), "{typed:?}");
        }
    }
    assert_eq!(session.book.verify().unwrap().entries, 0);
}
