//! What each party is told and asked, and which sections stand on which facts.

use super::*;
use crate::i18n::Named;

/// A row whose waits and shares may be told.
fn told(name: &str, cases: u32, timed: u32, severe: u32) -> Row {
    let share = crate::insight::wilson(severe, cases).unwrap();
    let severe = Some((share.share, share.low, share.high));
    Row { name: name.into(), cases, open: Some(cases), timed, median: Some(170.0), p90: Some(325.0), severe }
}

/// Counts of a book that has something to say in every section.
pub(super) fn rich_counts(lang: Lang) -> Counted {
    let [kandal, takeo] = [lang.pick("កណ្ដាល", "Kandal"), lang.pick("តាកែវ", "Takeo")];
    Counted {
        total: told("", 435, 360, 155),
        places: vec![
            told(kandal, 200, 170, 80),
            told(takeo, 120, 100, 40),
            told(lang.pick("កំពត", "Kampot"), 70, 55, 25),
            told(lang.pick("កែប", "Kep"), 40, 30, 10),
            told(lang.pick("ប៉ៃលិន", "Pailin"), 3, 3, 0),
            told(lang.pick("មណ្ឌលគិរី", "Mondulkiri"), 2, 2, 0),
        ],
        issues: [
            (IssueCode::Wait, 260),
            (IssueCode::Pay, 90),
            (IssueCode::Disc, 60),
            (IssueCode::Cash, 30),
            (IssueCode::Priv, 3),
            (IssueCode::Info, 2),
        ]
        .map(|(code, cases)| (code, told("", cases, cases, cases / 2)))
        .to_vec(),
        months: vec![(2026, 1, 108), (2026, 2, 112), (2026, 4, 215)],
        card_and_cash: (told("", 280, 240, 90), Row { median: Some(75.0), ..told("", 70, 60, 20) }),
    }
}

/// Facts of a brief that has something to say in every section.
pub(in crate::brief) fn rich(to: &str, lang: Lang) -> Facts {
    rich_of(to, rich_counts(lang), lang)
}

/// The same of other counts.
pub(super) fn rich_of(to: &str, mut counted: Counted, lang: Lang) -> Facts {
    let to: Party = to.parse().unwrap();
    if matches!(to, Party::Facility(_)) {
        counted.places =
            vec![Row { name: lang.pick("កណ្ដាល", "Kandal").into(), ..counted.total.clone() }];
    }
    let [kandal, takeo] = [lang.pick("កណ្ដាល", "Kandal"), lang.pick("តាកែវ", "Takeo")];
    let mut facilities = vec![
        facility(kandal, told("A", 150, 120, 60)),
        facility(kandal, told("B", 50, 50, 20)),
        facility(takeo, told("C", 117, 97, 40)),
        facility(takeo, told("D", 3, 3, 0)),
    ];
    if matches!(to, Party::Facility(_)) {
        facilities.truncate(1);
    }
    Facts {
        party: lang.pick("ភាគីមួយ", "a party").into(),
        to,
        gathered: Gathering {
            officers: 6,
            of_one_officer: 120,
            of_one_employer: 60,
            estimated: 90,
            evidence: [60, 45, 300, 30],
        },
        compared: compared(&[(100, 60), (170, 120), (325, 60)], &[(30, 20), (75, 20), (100, 20)]),
        facilities,
        ..facts_of(counted)
    }
}

fn text(facts: &Facts, lang: Lang) -> String {
    markdown::render(&compose(facts, lang))
}

#[test]
fn each_party_is_told_why_and_asked_for_what_is_in_its_power() {
    for form in Party::FORMS {
        for lang in Lang::ALL {
            let name = format!("{}-{lang}", form.split(':').next().unwrap());
            insta::assert_snapshot!(name, text(&rich(form, lang), lang));
        }
    }
}

#[test]
fn no_section_stands_without_its_facts() {
    let heading = |text: &str, words: &str| text.contains(&format!("\n## {words}\n"));
    for lang in Lang::ALL {
        let whole = rich("nssf", lang);
        let said = text(&whole, lang);
        for words in
            [words::places(lang), words::stories(lang), words::annex::annex(lang), words::problems(lang)]
        {
            assert!(heading(&said, words), "{words} in {said}");
        }
        assert!(!heading(&said, words::last_time::heading(lang)));
        let bare = Facts {
            places: vec![told("A", 435, 360, 160)],
            facilities: Vec::new(),
            issues: Vec::new(),
            stories: Vec::new(),
            months: None,
            other_places: None,
            ..whole
        };
        let said = text(&bare, lang);
        for words in [
            words::places(lang),
            words::times(lang),
            words::stories(lang),
            words::annex::annex(lang),
            words::problems(lang),
        ] {
            assert!(!heading(&said, words), "{words} in {said}");
        }
    }
}

#[test]
fn three_things_are_asked_for_whatever_was_found() {
    for form in Party::FORMS {
        for lang in Lang::ALL {
            let none = Facts { issues: Vec::new(), ..rich(form, lang) };
            let few = rich_of(form, Counted { total: row("", 4), ..rich_counts(lang) }, lang);
            for facts in [rich(form, lang), none, few] {
                let asks = super::super::asks(&facts, lang);
                assert_eq!(asks.len(), ASKS, "{form}");
                let small = IssueCode::Priv.name(lang);
                assert!(!asks.iter().any(|ask| ask.starts_with(small)), "a small problem is told: {asks:?}");
            }
        }
    }
}

#[test]
fn objections_that_are_true_are_granted() {
    let said = |facts: &Facts| text(facts, Lang::En);
    let whole = rich("nssf", Lang::En);
    let all = said(&whole);
    assert!(
        all.contains("In these cases card-holders waited longer: median 2 h 50 (n = 240) against 1 h 15"),
        "{all}"
    );
    assert!(
        !all.contains("guesses") && !all.contains("officer’s work") && !all.contains("one factory"),
        "{all}"
    );
    assert!(!all.contains("The sample is small"), "{all}");
    let gathered = |change: fn(&mut Gathering)| {
        let mut facts = whole.clone();
        change(&mut facts.gathered);
        said(&facts)
    };
    let guessed = gathered(|gathered| gathered.estimated = 121);
    assert!(guessed.contains("That is so for 121 of 360 waits"), "{guessed}");
    assert!(guessed.contains("all waits are to be read as approximate"), "{guessed}");
    let nearly = gathered(|gathered| gathered.estimated = 358);
    assert!(
        nearly.contains("That is so for over a third of the waits") && !nearly.contains("358"),
        "{nearly}"
    );
    assert!(
        gathered(|gathered| gathered.of_one_officer = 218).contains("One of 6 officers logged over half")
    );
    assert!(gathered(|gathered| gathered.officers = 1).contains("one officer logged all of the cases"));
    assert!(gathered(|gathered| gathered.of_one_employer = 218).contains("from one workplace"));
    let one_grade = gathered(|gathered| gathered.evidence = [60, 3, 340, 32]);
    assert!(
        one_grade.contains("B, D together 35") && !one_grade.contains("rest on a document"),
        "{one_grade}"
    );
    let alike = Facts { compared: compared(&[(60, 30), (90, 30)], &[(60, 30), (90, 30)]), ..whole.clone() };
    assert!(said(&alike).contains("show no clear difference in waiting"), "{}", said(&alike));
    let few = Facts { total: told("", 60, 50, 20), ..whole };
    assert!(said(&few).contains("“The sample is small.” It is 60 cases."), "{}", said(&few));
}

#[test]
fn where_one_officer_logged_all_none_are_spoken_of() {
    for form in Party::FORMS {
        let of_officers = |officers: u32, lang: Lang| {
            let mut facts = rich(form, lang);
            facts.gathered.officers = officers;
            let charts = facts_of_charts();
            text(&Facts { charts: charts.charts, places: charts.places, ..facts }, lang)
        };
        let (one, several) = (of_officers(1, Lang::En), of_officers(6, Lang::En));
        assert!(!one.contains("officers") && one.contains("one union officer"), "{one}");
        assert!(several.contains("6 union officers"), "{several}");
        let khmer = of_officers(1, Lang::Km);
        let of_all = khmer.matches("មន្ត្រី").count();
        let of_one = khmer.matches("មន្ត្រីម្នាក់").count()
            + khmer.matches("មន្ត្រីតែម្នាក់").count()
            + khmer.matches("មន្ត្រីសហជីពម្នាក់").count();
        // “The officer who logged the case codes it” speaks of one anyway.
        let of_others = khmer.matches("មន្ត្រីដែលកត់ករណី").count() + khmer.matches("រដ្ឋមន្ត្រី").count();
        assert_eq!(of_all - of_others, of_one, "{khmer}");
    }
}

#[test]
fn warnings_keep_small_numbers_to_themselves() {
    let mut facts = rich("nssf", Lang::En);
    facts.compared.warnings = vec![
        Warning::Estimates { of: Of::B, estimated: 58, timed: 60 },
        Warning::OneEmployer { of: Of::A, count: 201, all: 280 },
        Warning::OfficersChanged { a: 6, b: 2 },
    ];
    let said = text(&facts, Lang::En);
    assert!(said.contains("To be noted: of those who paid cash, over a third of the waits rest"), "{said}");
    assert!(
        said.contains("To be noted: of card-holders, over half of the cases come from one employer."),
        "{said}"
    );
    assert!(!said.contains("58 of") && !said.contains("201 of"), "{said}");
    assert!(said.contains("the number of reporting officers differs by half or more: 6"), "{said}");
    let few = Facts { card_and_cash: (Row::default(), Row::default()), ..facts };
    let said = text(&few, Lang::En);
    assert!(
        said.contains("cannot be compared yet") && said.contains("we claim nothing about them"),
        "{said}"
    );
}
