use std::fmt::Debug;

use chrono::NaiveDate;
use serde_json::Value;

use super::draft::ALL_DRAFT;
use super::filter::ALL_FILTER;
use super::plain::ALL_PLAIN;
use super::*;
use crate::domain::column::Column;
use crate::domain::draft::{BadJson, Draft, Reason, Refusal, Warning};
use crate::domain::facility::FacilityId;
use crate::domain::filter::{FilterError, FilterProblem, Level, Names, parse};
use crate::domain::issue::IssueCode;
use crate::domain::money;
use crate::domain::place::PlaceCode;
use crate::domain::text::has_khmer;
use crate::domain::times::{VisitTime, parse_length};
use crate::domain::values::{Coded, Evidence, Payer, Stage};

struct Nowhere;

impl Names for Nowhere {
    fn places(&self, _: Level, _: &str) -> Result<Vec<PlaceCode>, Vec<String>> {
        Err(vec!["Kandal".into(), "Kampot".into(), "Kep".into()])
    }

    fn facilities(&self, _: &str) -> Result<Vec<FacilityId>, Vec<String>> {
        Err(vec![])
    }
}

fn refused(query: &str) -> FilterError {
    parse(query, &Nowhere).unwrap_err()
}

fn said(error: &dyn Speak, lang: Lang) -> (String, String) {
    (error.what(lang), error.hint(lang).unwrap_or_default())
}

fn english(error: &dyn Speak) -> (String, String) {
    said(error, Lang::En)
}

/// Both sentences are there, in their own script, and end as sentences do.
fn assert_speaks(error: &(impl Speak + Debug)) {
    for lang in Lang::ALL {
        let (what, hint) = said(error, lang);
        assert_eq!(has_khmer(&what), lang == Lang::Km, "{error:?}: {what}");
        assert!(what.ends_with(lang.pick("។", ".")), "{error:?}: {what}");
        assert!(hint.is_empty() || has_khmer(&hint) == (lang == Lang::Km), "{error:?}: {hint}");
        assert!(
            !what.contains(['{', '`']) && !hint.contains('`') || what.contains("{ }"),
            "{error:?}: {what}"
        );
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 3).unwrap()
}

#[test]
fn every_error_speaks_both_languages() {
    let given = || "abc".to_owned();
    for error in [
        BadDate::Unreadable(given()),
        BadDate::NoSuchDay(given()),
        BadDate::Future(day()),
        BadDate::TooEarly(day()),
    ] {
        assert_speaks(&error);
        assert_speaks(&FilterProblem::Date(error));
    }
    for error in [
        BadTime::NoTime(given()),
        BadTime::NoLength(given()),
        BadTime::TooLong(20_000),
        BadTime::Contradiction("arrived 06:10, seen 05:00, left 04:00".into()),
        BadTime::WaitContradicts { given: 100, from_times: 210 },
    ] {
        assert_speaks(&error);
        assert_speaks(&Refusal { column: Column::Seen, reason: Reason::Time(error) });
    }
    for error in [BadMoney::Unreadable(given()), BadMoney::TooMuch(given())] {
        assert_speaks(&error);
        assert_speaks(&Reason::Money(error));
    }
    for error in [BadNumber::Desk(given()), BadNumber::Form(given()), BadNumber::Check(given())] {
        assert_speaks(&error);
    }
    assert_speaks(&BadFacilityId(given()));
    assert_speaks(&BadFacilityKind(given()));
    assert_speaks(&BadPlaceCode(given()));
    assert_speaks(&UnknownLang(given()));
    let place = "08".parse().unwrap();
    for error in [
        DeriveError::CommuneNeeded(place),
        DeriveError::DistrictNeeded(place),
        DeriveError::NameNeeded(FacilityKind::PrivateClinic),
    ] {
        assert_speaks(&error);
    }
}

#[test]
fn every_refusal_warning_and_problem_speaks_both_languages() {
    let given = || "abc".to_owned();
    for column in Column::ALL {
        assert_speaks(&Refusal { column: *column, reason: Reason::Missing });
    }
    for reason in [
        Reason::UnknownFacility { given: given(), nearest: vec![] },
        Reason::TooLong { length: 1_000_000, limit: 200_000 },
        Reason::Harm(given()),
        Reason::YesOrNo(given()),
        Reason::Twice("WAIT".into()),
        Reason::WithoutIssue("CASH"),
        Reason::Issue(given()),
        Reason::LostDigits("1.23E+15".into()),
        Reason::NotObserved,
    ] {
        assert_speaks(&reason);
    }
    assert_speaks(&Warning::LongWait(870));
    assert_speaks(&Warning::Stage(Stage::Practice));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    assert_speaks(&Warning::Closed(day));
    for contract in
        [crate::domain::facility::Contract::Since(day), crate::domain::facility::Contract::Ended(day)]
    {
        assert_speaks(&Warning::NoContract(contract));
    }
    assert_speaks(&BadJson::NoObject);
    assert_speaks(&BadJson::UnknownName { given: given(), nearest: None });
    assert_speaks(&BadJson::WrongKind(given()));
    for query in [
        "x:1 y",
        "provinse:08",
        "province:kandl",
        "facility:nowhere",
        "issue:abcdef",
        "since:soon",
        "waited>long",
        "paid>much",
        "desk:12",
        "rising:maybe",
        "payer:",
        "\"open",
        "waited:120",
    ] {
        if let Err(error) = parse(query, &Nowhere) {
            assert_speaks(&error);
        }
    }
    assert_speaks(&FilterProblem::UnknownField { given: given(), nearest: None });
}

#[test]
fn a_query_is_told_where_and_what_would_do() {
    let (what, hint) = english(&refused("payer:nssf provinse:08"));
    assert_eq!(what, "At character 12, “provinse:08”: You cannot search by “provinse”.");
    assert_eq!(hint, "Did you mean province? For example: province:kandal");
    let (what, hint) = said(&refused("province:kandl"), Lang::Km);
    assert_eq!(what, "ត្រង់តួអក្សរទី ១ «province:kandl»៖ រកមិនឃើញទីកន្លែង «kandl» ទេ។");
    assert_eq!(hint, "តើចង់និយាយថា Kandal, Kampot ឬ Kep មែនទេ?");
    assert_eq!(english(&refused("waited:120")).1, "For example: waited>120");
    let all = FilterProblem::UnknownField { given: "x".into(), nearest: None };
    assert!(all.hint(Lang::Km).unwrap().contains("ខេត្ត, ស្រុក"));
    assert!(all.hint(Lang::En).unwrap().ends_with("member, employer or local."));
}

#[test]
fn an_unknown_code_is_told_the_nearest_or_all() {
    let hint = |error: UnknownCode| english(&error).1;
    assert_eq!(hint(Payer::parse("nsff").unwrap_err()), "Did you mean nssf (NSSF card)?");
    assert_eq!(hint(Payer::parse("សាច់ប្រាក់").unwrap_err()), "Did you mean cash?");
    assert_eq!(hint(IssueCode::parse("WAITT").unwrap_err()), "Did you mean WAIT (Long wait)?");
    assert_eq!(
        hint(Evidence::parse("E").unwrap_err()),
        "Choose one of these: A (Document or photo), B (Two witnesses or a note), C (First-hand) or D (Hearsay)."
    );
    assert!(
        hint(IssueCode::parse("anything").unwrap_err()).starts_with("Choose one of these: WAIT, DISC, REFU")
    );
    assert!(english(&refused("status:somehow")).1.contains("open, new, confirmed"));
    assert_eq!(
        Payer::parse("bank").unwrap_err().what(Lang::En),
        "“bank” is not one of the choices for who pays."
    );
}

#[test]
fn contradicting_times_are_told_by_their_labels() {
    let error = BadTime::Contradiction("arrived 06:10, seen ~05:00".into());
    assert_eq!(error.what(Lang::En), "These times cannot all be right: Arrived 06:10, Seen ~05:00.");
    assert_eq!(error.what(Lang::Km), "ម៉ោងទាំងនេះមិនអាចត្រូវទាំងអស់ទេ៖ ម៉ោងមកដល់ ០៦:១០, ម៉ោងបានពិនិត្យ ~០៥:០០។");
}

#[test]
fn the_examples_in_hints_are_themselves_taken() {
    for lang in Lang::ALL {
        let example =
            |hint: &str| hint.strip_prefix(lang.pick("ឧទាហរណ៍ ", "For example: ")).unwrap().to_owned();
        let json = BadJson::NoObject.hint(lang).unwrap();
        let value: Value = serde_json::from_str(&example(&json)).unwrap();
        assert!(!Draft::from_json(&value).unwrap().is_empty());
        let query = example(&FilterProblem::YesOrNo.hint(lang).unwrap());
        assert!(!parse(&query, &Nowhere).unwrap().is_empty(), "{query}");
    }
    for text in ["12.50", "១២.៥០"] {
        assert_eq!(money::parse_cents(text), Ok(1250));
    }
    for query in
        ["payer:nssf", "since:៣/១០/២០២៦", "since:2026-10", "until:2026", "waited>៣ម៉ោង២០នាទី", "paid>៤០០០០"]
    {
        assert!(parse(query, &Nowhere).is_ok(), "{query}");
    }
    for text in ["៦:១០", "6:10", "6h10", "~6h10"] {
        assert!(text.parse::<VisitTime>().is_ok());
    }
    for text in ["៣ម៉ោង២០នាទី", "3h20", "២០០"] {
        assert_eq!(parse_length(text), Ok(200));
    }
    for text in ["៤០០០០ រៀល", "40000 riel", "40000", "១២.៥០ ដុល្លារ", "12.50 dollars"]
    {
        assert!(money::parse(text).is_ok());
    }
    let form = "KC-7F3Q-2XM9".parse::<crate::domain::number::CaseNumber>();
    assert!(!matches!(form, Err(BadNumber::Form(_))));
    for text in ["WAIT:high", "PAY:low:informal"] {
        let mut draft = Draft::default();
        draft.set(Column::Issues, text);
        let refusals = draft.check(&NoFacilities, day()).unwrap_err();
        assert!(refusals.iter().all(|refusal| refusal.column != Column::Issues), "{text}");
    }
}

struct NoFacilities;

impl crate::domain::draft::Facilities for NoFacilities {
    fn find(&self, _: &str) -> Result<std::sync::Arc<crate::domain::facility::Facility>, Vec<String>> {
        Err(vec![])
    }
}

#[test]
fn what_was_typed_is_quoted_short_and_clean() {
    assert_eq!(quoted(" a\nb\u{202E}c "), "a bc");
    assert_eq!(quoted(&"x".repeat(200_000)).chars().count(), LONGEST_QUOTE + 1);
    let khmer = quoted(&"ខ្ញុំ".repeat(40));
    assert!(khmer.ends_with("ខ្ញុំ…"), "{khmer}");
    assert_eq!(quoted(&"\u{17D2}".repeat(100)).chars().count(), LONGEST_QUOTE + 1);
}

#[test]
fn templates_are_sentences_of_their_language() {
    for (name, km, en) in [ALL_PLAIN, ALL_FILTER, ALL_DRAFT].concat() {
        let arguments = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            found.sort();
            found
        };
        assert_eq!(arguments(km), arguments(en), "{name}");
        assert!(has_khmer(km) && !has_khmer(en), "{name}");
        assert!(!km.contains(['“', '”', '\u{200B}']) && !km.ends_with('.'), "{name}");
        assert!(!en.contains(['«', '»', '។']), "{name}");
    }
}
