//! What a brief says and what it leaves out.

mod last_time;
mod numbers;
mod parties;

pub(in crate::brief) use parties::rich;

use super::*;
use crate::brief::document::{Block, Chart};
use crate::brief::markdown;
use crate::brief::suppress::{Counted, protect};
use crate::domain::issue::IssueCode;
use crate::domain::party::Party;
use crate::domain::period::Span;
use crate::domain::waits::Waits;
use crate::i18n::{Calendar, Digits};
use crate::insight::{Of, Warning, compare};

fn row(name: &str, cases: u32) -> Row {
    Row {
        name: name.into(),
        cases,
        open: Some(cases),
        timed: cases,
        median: Some(190.0),
        p90: Some(330.0),
        severe: Some((0.5, 0.2, 0.8)),
    }
}

/// What is found of waits, each so often.
fn compared(card: &[(u32, u32)], cash: &[(u32, u32)]) -> Compared {
    let [card, cash] = [card, cash].map(|waits| waits.iter().copied().collect::<Waits>());
    Compared { found: compare(&card, &cash), warnings: Vec::new() }
}

/// The same with places enough for all charts.
pub(in crate::brief) fn facts_of_charts() -> Facts {
    let place = |code: &str, name: &str, cases, severe| {
        let found = crate::insight::wilson(severe, cases).unwrap();
        let severe = Some((found.share, found.low, found.high));
        ((code.parse().unwrap(), name.to_owned()), Row { severe, ..row(name, cases) })
    };
    let places = [
        place("12", "ភ្នំពេញ", 460, 230),
        place("08", "Kandal", 239, 60),
        place("21", "Takeo", 120, 40),
        place("03", "Kampong Cham", 40, 9),
    ];
    let provinces = places.iter().map(|(province, _)| province.clone()).collect();
    Facts {
        total: row("", 859),
        places: places.into_iter().map(|(_, row)| row).collect(),
        card_and_cash: (row("card", 300), row("cash", 41)),
        charts: ChartFacts { provinces, quartiles: [Some((120.0, 250.0)), Some((60.0, 105.0))] },
        ..facts()
    }
}

/// Counts of a small book.
fn counted() -> Counted {
    Counted {
        total: row("", 41),
        places: vec![row("Kandal", 30), row("Takeo", 8), row("Kep", 3)],
        issues: vec![(IssueCode::Wait, row("", 35)), (IssueCode::Pay, row("", 9))],
        months: vec![(2026, 1, 8), (2026, 2, 12), (2026, 4, 21)],
        card_and_cash: (row("card", 30), row("cash", 4)),
    }
}

/// A facility of a place.
fn facility(place: &str, row: Row) -> FacilityRow {
    FacilityRow { id: row.name.clone(), row, place: place.to_owned(), within: vec![place.to_owned()] }
}

/// What a brief says of counts.
fn facts_of(counted: Counted) -> Facts {
    let told = protect(counted);
    Facts {
        party: "NSSF".into(),
        to: Party::Nssf,
        made_on: "2026-11-22".parse().unwrap(),
        desk: "KC".into(),
        period: Span {
            since: Some("2026-01-01".parse().unwrap()),
            until: Some("2026-06-30".parse().unwrap()),
        },
        query: "payer:nssf".into(),
        hides_query: false,
        total: told.total,
        without_consent: 3,
        not_for_counting: 6,
        withdrawn: 0,
        praise: 7,
        places: told.places,
        other_places: told.other_places,
        facilities: vec![facility("Kandal", row("A", 26)), facility("Takeo", row("B", 3))],
        issues: told.issues,
        months: told.months,
        card_and_cash: told.card_and_cash,
        compared: compared(&[(190, 30)], &[(190, 4)]),
        gathered: Gathering {
            officers: 3,
            of_one_officer: 15,
            of_one_employer: 9,
            estimated: 12,
            evidence: [6, 3, 30, 2],
        },
        last_time: LastTime::default(),
        due: "2026-12-21".parse().unwrap(),
        answer_days: 20,
        acknowledge: "2026-11-30".parse().unwrap(),
        stories: vec![Story {
            pseudonym: "K7M4".into(),
            place: "Kandal".into(),
            visited_on: "2026-03-07".parse().unwrap(),
            issues: vec![IssueCode::Wait],
            text: "I waited | long".into(),
        }],
        charts: ChartFacts::default(),
        names: Vec::new(),
    }
}

/// Facts of a small brief.
pub(in crate::brief) fn facts() -> Facts {
    facts_of(counted())
}

#[test]
fn a_brief_holds_figures_with_their_n_and_no_small_cell() {
    let text = markdown::render(&compose(&facts(), Lang::En));
    assert!(text.contains("41 cases"), "{text}");
    assert!(text.contains("Left out: &lt;5 cases"), "{text}");
    assert!(text.contains("| Kandal | 30 | 30 | 3 h 10 (30) |"), "{text}");
    assert!(text.contains("| Others | 11 |") && text.contains("Left out: 6 cases whose"), "{text}");
    assert!(text.contains("Member K7M4: Kandal, March 2026 – Long wait"), "{text}");
    assert!(!text.contains("Kep") && !text.contains("| B |"), "{text}");
    assert!(text.contains("March 2026") && !text.contains("7 March"), "{text}");
    assert!(text.contains("I waited \\| long"), "{text}");
    assert!(text.contains("- **35** cases of “Long wait”"), "{text}");
    assert!(text.contains("| April 2026 | 21 |") && text.contains("| March 2026 | 0 |"), "{text}");
    let khmer = markdown::render(&compose(&facts(), Lang::Km));
    let of_screen = Lang::Km.with_digits(Digits::Western).with_calendar(Calendar::Buddhist);
    assert_eq!(markdown::render(&compose(&facts(), of_screen)), khmer);
    assert!(khmer.contains("៤១ ករណី"), "{khmer}");
}

#[test]
fn a_chart_shows_what_its_table_shows_and_months_no_small_count() {
    let charts = |facts: &Facts| -> Vec<String> {
        let figure = |block| match block {
            Block::Figure(figure) => Some(figure.alternative),
            _ => None,
        };
        compose(facts, Lang::En).blocks.into_iter().filter_map(figure).collect()
    };
    let months = "January 2026: 8; February 2026: 12; March 2026: 0; April 2026: 21";
    // One place that may be shown makes no ranking.
    assert_eq!(charts(&facts()), [months]);
    let more = vec![row("Kandal", 30), row("Takeo", 20), row("Kep", 9), row("Pailin", 3)];
    let issues = vec![(IssueCode::Wait, row("", 50)), (IssueCode::Pay, row("", 20))];
    let ranked = charts(&facts_of(Counted { total: row("", 62), places: more, issues, ..counted() }));
    assert_eq!(ranked, ["Kandal: 50% (20%–80%); Takeo: 50% (20%–80%)", months]);
    let few = vec![(2026, 1, 8), (2026, 2, 3), (2026, 4, 21)];
    assert!(charts(&facts_of(Counted { months: few, ..counted() })).is_empty());
}

#[test]
fn names_stand_in_an_annex_where_they_are_given() {
    let named = Facts { names: vec![("K7M4".into(), "Chan Sokha".into())], ..facts() };
    let text = markdown::render(&compose(&named, Lang::En));
    assert!(text.contains("| Member K7M4 | Chan Sokha |"), "{text}");
    assert!(!markdown::render(&compose(&facts(), Lang::En)).contains("agreed to be named"));
}

#[test]
fn places_are_mapped_and_judged_and_waits_stand_side_by_side() {
    let facts = facts_of_charts();
    let document = compose(&facts, Lang::En);
    let charts: Vec<(String, Chart)> = document
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some((figure.alternative, figure.chart)),
            _ => None,
        })
        .collect();
    let [
        (_, Chart::Map(map)),
        (_, Chart::Ranking(_)),
        (said, Chart::Funnel(funnel)),
        _,
        (waited, Chart::Waits(_)),
    ] = charts.as_slice()
    else {
        panic!("{charts:?}");
    };
    assert_eq!(map.areas.len(), 4);
    assert!((funnel.middle - 339.0 / 859.0).abs() < 1e-9, "{}", funnel.middle);
    assert!(said.contains("ភ្នំពេញ: 460, 50% (45%–55%), above the 99.8% limits"), "{said}");
    assert!(said.contains("Kampong Cham: 40, 23% (12%–38%), below the 95% limits"), "{said}");
    assert!(waited.starts_with("NSSF card: 2 h, 3 h 10 (300), 4 h 10, 5 h 30; Cash: 1 h"), "{waited}");
    // Where not both sides may be told there is nothing of either; a place that is not told is not on the map.
    let few = Facts { card_and_cash: (Row::default(), Row::default()), ..facts.clone() };
    let is_told = |facts: &Facts, wanted: fn(&Chart) -> bool| {
        let blocks = compose(facts, Lang::En).blocks;
        blocks.iter().any(|block| matches!(block, Block::Figure(figure) if wanted(&figure.chart)))
    };
    assert!(!is_told(&few, |chart| matches!(chart, Chart::Waits(_))));
    let mut small = facts;
    small.charts.provinces.push(("23".parse().unwrap(), "Kep".into()));
    assert!(is_told(&small, |chart| matches!(chart, Chart::Map(map) if map.areas.len() == 4)));
}

#[test]
fn few_cases_give_no_figures() {
    let few = facts_of(Counted { total: row("", 4), ..counted() });
    let text = markdown::render(&compose(&few, Lang::En));
    assert!(text.contains("fewer than 5") && !text.contains("| Kandal"), "{text}");
}
