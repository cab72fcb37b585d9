//! What the screens of places show: months, periods, rises, and one facility.

use super::*;
use crate::domain::period::Period;

/// A book with cases on these days at Preah Kossamak Hospital, and one elsewhere.
fn with_visits(folder: &std::path::Path, visits: &[(&str, &str)]) -> Session {
    let mut session = session(folder);
    for (day, payer) in visits {
        let mut draft = draft();
        draft.set(Column::VisitedOn, *day);
        draft.set(Column::Payer, *payer);
        session.log(&draft).unwrap();
    }
    let mut elsewhere = draft();
    elsewhere.set(Column::Facility, "HC-010604");
    session.log(&elsewhere).unwrap();
    session
}

#[test]
fn a_period_cuts_the_cases_but_not_the_months_and_windows() {
    let folder = tempfile::tempdir().unwrap();
    let visits =
        ["2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-01", "2026-10-05", "2025-11-30"];
    let mut session = with_visits(folder.path(), &visits.map(|day| (day, "nssf")));
    let [everything, far, late] = ["", "province:01", "since:2026-11-01"]
        .map(|query| session.listing(query, Order::Visited, None).unwrap());
    let today = session.today();
    let count = |listing: &Listing, period: Period| {
        HotspotsView::of(&session.view(), listing, GroupBy::Province, period.span(today), today).unwrap()
    };
    let all = count(&everything, Period::All);
    let of_the_capital = &all.groups[0];
    assert_eq!((of_the_capital.cases, of_the_capital.last_28, of_the_capital.previous_84), (7, 5, 1));
    assert_eq!(of_the_capital.months, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5]);
    // 5 of 6: P(X >= 5) of Binomial(6, 1/4) = 19/4096.
    assert_eq!(of_the_capital.rising, Some(true));
    assert!((of_the_capital.rising_p.unwrap() - 19.0 / 4096.0).abs() < 1e-12);
    assert_eq!(all.facilities.iter().map(|(_, cases)| *cases).collect::<Vec<_>>(), [7, 1]);

    let year = count(&everything, Period::ThisYear);
    assert_eq!((year.groups[0].cases, year.total.cases), (6, 7));
    assert_eq!(year.groups[0].months, of_the_capital.months);
    let days = count(&far, Period::Last90Days);
    assert_eq!(days.groups.len(), 1);
    let cut = count(&late, Period::All);
    assert_eq!((cut.groups[0].last_28, cut.groups[0].rising), (5, None), "half a comparison is none");
}

#[test]
fn a_facility_tells_its_waits_issues_and_payers() {
    let folder = tempfile::tempdir().unwrap();
    let visits =
        [("2026-11-20", "nssf"), ("2026-11-19", "cash"), ("2026-01-05", "cash"), ("2025-02-03", "hef")];
    let mut session = with_visits(folder.path(), &visits);
    let listing = session.listing("", Order::Visited, None).unwrap();
    let today = session.today();
    let id = "N00003".parse().unwrap();
    let shown =
        |period: Period| FacilityView::of(&session.view(), &listing, &id, period.span(today), today).unwrap();
    let all = shown(Period::All);
    assert_eq!(all.facility.as_ref().unwrap().name_en, "Preah Kossamak Hospital");
    assert_eq!((all.counts.cases, all.card.cases, all.cash.cases), (4, 1, 2));
    assert_eq!((all.cash.timed, all.cash.wait_median), (2, Some(330.0)));
    assert_eq!(all.waits, [0, 0, 0, 0, 4, 0, 0]);
    assert_eq!(all.issues[0], (crate::domain::issue::IssueCode::Wait, [0, 0, 4]));
    assert_eq!((all.months[2], all.months[13], all.months[23]), (1, 1, 2));
    assert_eq!(all.year_against_year(), Some((3, 1)));
    let days = shown(Period::Last90Days);
    assert_eq!((days.counts.cases, days.cash.cases, days.months), (2, 1, all.months));
}
