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
    let shown = |period: Period| {
        FacilityView::of(&session.view(), &listing, &id, period.span(today), (today, today)).unwrap()
    };
    let all = shown(Period::All);
    assert_eq!(all.facility.as_ref().unwrap().name_en, "Preah Kossamak Hospital");
    assert_eq!((all.counts.cases, all.payers.a.cases, all.payers.b.cases), (4, 1, 2));
    assert_eq!((all.change.a.cases, all.change.b.cases), (4, 0));
    assert_eq!((all.payers.found.b.n, all.payers.found.b.median), (2, Some(330.0)));
    assert_eq!(crate::app::histogram(&all.waits), [0, 0, 0, 0, 4, 0, 0]);
    assert_eq!(all.issues[0], (crate::domain::issue::IssueCode::Wait, [0, 0, 4]));
    assert_eq!((all.months[2], all.months[13], all.months[23]), (1, 1, 2));
    assert_eq!(all.year_against_year(), Some((3, 1)));
    assert_eq!((all.overall, all.counts.funnel), (Some(1.0), None), "four cases have no place on the funnel");
    let days = shown(Period::Last90Days);
    assert_eq!((days.counts.cases, days.payers.b.cases, days.months), (2, 1, all.months));
}

/// A book in which one facility surely rises, and another would if nobody else were looked at.
fn with_rises(folder: &std::path::Path) -> Session {
    let mut session = session(folder);
    let mut log = |facility: &str, day: &str, times: usize| {
        for _ in 0..times {
            let mut draft = draft();
            draft.set(Column::Facility, facility);
            draft.set(Column::VisitedOn, day);
            session.log(&draft).unwrap();
        }
    };
    log("N00003", "2026-11-20", 12);
    // 8 of 18: P(X >= 8) of Binomial(18, 1/4) = 0.057, a finding where it is the only one looked at.
    log("HC-010604", "2026-11-20", 8);
    log("HC-010604", "2026-09-20", 10);
    for other in ["N00001", "N00002"] {
        log(other, "2026-11-20", 5);
        log(other, "2026-09-20", 15);
    }
    session
}

#[test]
fn a_ranking_judges_the_groups_of_its_query_and_a_page_one_facility_among_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_rises(folder.path());
    let today = session.today();
    let id: crate::domain::facility::FacilityId = "HC-010604".parse().unwrap();
    let mut verdict = |query: &str, period: Period| {
        let listing = session.listing(query, Order::Visited, None).unwrap();
        let (view, span) = (session.view(), period.span(today));
        let ranking = HotspotsView::of(&view, &listing, GroupBy::Facility, span, today).unwrap();
        let group = ranking.groups.iter().find(|group| group.key.as_deref() == Some(id.as_str())).unwrap();
        let page = FacilityView::of(&view, &listing, &id, span, (today, today)).unwrap();
        assert_eq!(group.rising_p, page.counts.rising_p, "{query}");
        [group.rising, page.counts.rising]
    };
    for period in Period::ALL {
        for query in ["", "issue:WAIT"] {
            assert_eq!(verdict(query, period), [Some(false), Some(false)], "{query}");
        }
        // The only facility looked at: the others are no reason for doubt.
        for query in ["province:01", "facility:HC-010604"] {
            assert_eq!(verdict(query, period), [Some(true), Some(false)], "{query}");
        }
    }
    assert_eq!(verdict("since:2026-10-01", Period::All), [None, None], "half a comparison is none");
}

#[test]
fn rising_asks_for_the_cases_of_facilities_that_rise_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_rises(folder.path());
    let mut count = |query: &str| {
        let listing = session.listing(query, Order::Visited, None).unwrap();
        session.view().count(&listing).unwrap()
    };
    assert_eq!((count("rising:yes"), count("-rising:no"), count("rising:yes facility:N00003")), (12, 12, 12));
    assert_eq!((count("rising:no"), count("-rising:yes"), count("rising:yes province:01")), (58, 58, 0));
}

#[test]
fn years_are_compared_to_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["2026-11-22", "2025-11-23", "2025-11-22", "2024-11-23", "2024-11-22"];
    let mut session = with_visits(folder.path(), &days.map(|day| (day, "nssf")));
    let listing = session.listing("", Order::Visited, None).unwrap();
    let id = "N00003".parse().unwrap();
    let view = session.view();
    let today = session.today();
    let shown = FacilityView::of(&view, &listing, &id, Period::All.span(today), (today, today));
    assert_eq!(shown.unwrap().year_against_year(), Some((2, 2)));
}
