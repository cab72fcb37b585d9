//! What a brief says and what it leaves out.

use super::*;
use crate::brief::document::Chart;
use crate::brief::markdown;
use crate::domain::issue::IssueCode;
use crate::i18n::{Calendar, Digits};

fn row(name: &str, cases: u32) -> Row {
    Row {
        name: name.into(),
        cases,
        open: cases,
        timed: cases,
        median: Some(190.0),
        p90: Some(330.0),
        severe: Some((0.5, 0.2, 0.8)),
    }
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

/// Facts of a small brief.
pub(in crate::brief) fn facts() -> Facts {
    Facts {
        party: "NSSF".into(),
        made_on: "2026-11-22".parse().unwrap(),
        desk: "KC".into(),
        period: Some(("2026-01-01".parse().unwrap(), "2026-06-30".parse().unwrap())),
        query: "payer:nssf".into(),
        total: row("", 41),
        without_consent: 3,
        praise: 7,
        places: vec![row("Kandal", 30), row("Takeo", 8), row("Kep", 3)],
        facilities: vec![row("A", 38), row("B", 3)],
        issues: vec![(IssueCode::Wait, row("", 35)), (IssueCode::Pay, row("", 9))],
        months: vec![(2026, 1, 8), (2026, 2, 12), (2026, 4, 21)],
        card_and_cash: (row("card", 30), row("cash", 4)),
        stories: vec![Story {
            place: "Kandal".into(),
            visited_on: "2026-03-07".parse().unwrap(),
            issues: vec![IssueCode::Wait],
            text: "I waited | long".into(),
        }],
        charts: ChartFacts::default(),
    }
}

#[test]
fn a_brief_holds_figures_with_their_n_and_no_small_cell() {
    let text = markdown::render(&compose(&facts(), Lang::En));
    assert!(text.contains("41 cases"), "{text}");
    assert!(text.contains("Left out: &lt;5 cases"), "{text}");
    assert!(text.contains("| Kandal | 30 | 30 | 3 h 10 (30) |"), "{text}");
    assert!(text.contains("2 others | 11"), "{text}");
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
    let ranked = charts(&Facts { places: more, ..facts() });
    assert_eq!(ranked, ["Kandal: 50% (20%–80%); Takeo: 50% (20%–80%)", months]);
    let few = Facts { months: vec![(2026, 1, 8), (2026, 2, 3), (2026, 4, 21)], ..facts() };
    assert!(charts(&few).is_empty());
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
    // Neither side may be told where one is small, nor a province that the table does not show.
    let few = Facts { card_and_cash: (row("card", 300), row("cash", 4)), ..facts.clone() };
    let is_told = |facts: &Facts, wanted: fn(&Chart) -> bool| {
        let blocks = compose(facts, Lang::En).blocks;
        blocks.iter().any(|block| matches!(block, Block::Figure(figure) if wanted(&figure.chart)))
    };
    assert!(!is_told(&few, |chart| matches!(chart, Chart::Waits(_))));
    let mut small = facts;
    small.places.push(row("Kep", 3));
    small.charts.provinces.push(("23".parse().unwrap(), "Kep".into()));
    let kep = |chart: &Chart| matches!(chart, Chart::Map(map) if map.areas.iter().any(|area| area.count < 5));
    assert!(is_told(&small, |chart| matches!(chart, Chart::Map(_))) && !is_told(&small, kep));
}

#[test]
fn few_cases_give_no_figures() {
    let few = Facts { total: row("", 4), ..facts() };
    let text = markdown::render(&compose(&few, Lang::En));
    assert!(text.contains("fewer than 5") && !text.contains("Kandal"), "{text}");
}
