use proptest::prelude::*;

use super::*;
use crate::domain::values::Coded;

/// A tiny world: two provinces and one facility.
struct World;

impl Names for World {
    fn places(&self, level: Level, text: &str) -> Result<Vec<PlaceCode>, Vec<String>> {
        match (level, text) {
            (Level::Province, "08" | "kandal" | "កណ្ដាល") => Ok(vec!["08".parse().unwrap()]),
            (Level::District, "0811") => Ok(vec!["0811".parse().unwrap()]),
            _ => Err(vec!["Kandal".into()]),
        }
    }

    fn facilities(&self, text: &str) -> Result<Vec<FacilityId>, Vec<String>> {
        match text {
            "H080801" => Ok(vec!["H080801".parse().unwrap()]),
            _ => Err(vec![]),
        }
    }
}

fn parsed(query: &str) -> Filter {
    parse(query, &World).unwrap()
}

fn only(query: &str) -> Term {
    let mut filter = parsed(query);
    assert_eq!(filter.terms.len(), 1, "{query}");
    filter.terms.remove(0)
}

fn problem(query: &str) -> (usize, FilterProblem) {
    let error = parse(query, &World).unwrap_err();
    (error.column, error.problem)
}

#[test]
fn the_contract_s_own_example_is_read() {
    let filter = parsed(
        "province:08 district:0811 facility:H080801 issue:WAIT severity:high payer:nssf status:open \
         waited>120 paid>0 since:2026-01-01 until:2026-06-30 party:nssf desk:KC evidence:A \
         consent:story rising:yes \"free text\"",
    );
    assert_eq!(filter.terms.len(), 17);
    assert_eq!(filter.terms.last().unwrap().test, Test::Text("free text".into()));
}

#[test]
fn names_stand_for_codes_in_both_scripts() {
    let kandal = Test::Place(vec!["08".parse().unwrap()]);
    assert_eq!(only("province:kandal").test, kandal);
    assert_eq!(only("province:កណ្ដាល").test, kandal);
    assert_eq!(only("ខេត្ត:កណ្ដាល").test, kandal);
}

#[test]
fn commas_are_or_and_a_hyphen_negates() {
    let term = only("-issue:wait,PAY");
    assert!(term.negated);
    assert_eq!(term.test, Test::Issue(vec![IssueCode::Wait, IssueCode::Pay]));
    let term = only("-ទឹក");
    assert_eq!((term.negated, term.test), (true, Test::Text("ទឹក".into())));
    assert_eq!(only("employer:\"A, B\",C").test, Test::Employer(vec!["A, B".into(), "C".into()]));
}

#[test]
fn numbers_compare_and_days_may_be_months() {
    assert_eq!(only("waited>120").test, Test::Waited(Comparison::Over, 120));
    assert_eq!(only("waited>=2h").test, Test::Waited(Comparison::AtLeast, 120));
    assert_eq!(only("paid<40,000").test, Test::Paid(Comparison::Under, 40_000));
    assert_eq!(only("waited>១២០").test, Test::Waited(Comparison::Over, 120));
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(only("until:2026-02").test, Test::Until(day("2026-02-28")));
    assert_eq!(only("since:2026").test, Test::Since(day("2026-01-01")));
    assert_eq!(only("since:3/10/2026").test, Test::Since(day("2026-10-03")));
}

#[test]
fn a_term_that_cannot_be_read_says_where_and_what_would_do() {
    let (column, wrong) = problem("payer:nssf provinse:08");
    assert_eq!(column, 12);
    assert!(matches!(wrong, FilterProblem::UnknownField { nearest: Some("province"), .. }));
    let (_, wrong) = problem("province:kandl");
    assert!(matches!(wrong, FilterProblem::UnknownPlace { nearest, .. } if nearest == ["Kandal"]));
    assert!(matches!(problem("issue:WAITT").1, FilterProblem::UnknownValue(_)));
    assert!(matches!(problem("since:yesterday").1, FilterProblem::Date(_)));
    assert!(matches!(problem("\"open").1, FilterProblem::OpenQuote));
    assert!(matches!(problem("payer:").1, FilterProblem::NoValue));
    assert!(matches!(problem("waited:120").1, FilterProblem::Sign { sign: ":", .. }));
    assert!(matches!(problem("province>08").1, FilterProblem::Sign { sign: ">", .. }));
    assert!(matches!(problem("rising:maybe").1, FilterProblem::YesOrNo));
    assert!(matches!(problem("waited>long").1, FilterProblem::Length(_)));
}

#[test]
fn words_with_colons_that_are_no_fields_are_text() {
    assert_eq!(only("06:10").test, Test::Text("06:10".into()));
    assert!(parsed("   ").is_empty());
    assert_eq!(StatusTest::Is(Status::New), StatusTest::Is(Status::at(0).unwrap()));
}

proptest! {
    #[test]
    fn nothing_that_is_typed_panics(query in "\\PC{0,40}") {
        let _ = parse(&query, &World);
    }

    #[test]
    fn pieces_of_the_language_never_panic(pieces in prop::collection::vec(
        prop::sample::select(vec!["-", "issue", ":", ">", "=", ",", "\"", "WAIT", " ", "waited", "ខេត្ត", "08", "៥", "\u{200B}", "since"]), 0..14)) {
        let _ = parse(&pieces.concat(), &World);
    }
}

#[test]
fn the_words_of_a_filter_are_those_that_a_text_must_hold() {
    assert_eq!(parsed("province:08 toilet -dirty \"no soap\"").words(), ["toilet", "no soap"]);
    assert!(parsed("employer:sok").words().is_empty());
}

#[test]
fn the_days_of_visits_are_those_that_all_terms_leave() {
    let visited = |query: &str| {
        let Span { since, until } = parsed(query).visited();
        let said = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        format!("{} {}", said(since), said(until))
    };
    assert_eq!(visited("issue:WAIT recorded-since:2026-03-01"), "– –");
    assert_eq!(visited("since:2026-03"), "2026-03-01 –");
    assert_eq!(visited("until:2026 since:2026-03-05 until:2026-06 since:2025"), "2026-03-05 2026-06-30");
    assert_eq!(visited("-since:2026-03-01 -until:2025-12-31"), "2026-01-01 2026-02-28");
    assert_eq!(visited("since:2026-05-01 until:2026-04-30"), "2026-05-01 2026-04-30");
}
