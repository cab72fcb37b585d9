//! Every number that a brief prints is in its facts, or belongs to its words.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::parties::{rich, rich_counts, rich_of};
use super::*;
use crate::domain::values::Coded;
use crate::i18n::{dates, numbers};

/// The numbers in a text, in either digits.
fn found(text: &str) -> BTreeSet<String> {
    let is_digit = |letter: &char| letter.is_ascii_digit() || ('០'..='៩').contains(letter);
    let mut all = BTreeSet::new();
    for piece in text.split(|letter: char| !is_digit(&letter) && !matches!(letter, '.' | ',')) {
        let number = piece.trim_matches(['.', ',']);
        if !number.is_empty() {
            all.insert(number.to_owned());
        }
    }
    all
}

/// What a row may print.
fn of_row(row: &Row, lang: Lang) -> String {
    let [median, p90] =
        [row.median, row.p90].map(|wait| numbers::minutes(wait.unwrap_or(0.0).round() as u32, lang));
    let (share, low, high) = row.severe.unwrap_or_default();
    let shares = [share, low, high].map(|share| numbers::percent(share, lang)).join(" ");
    let counts =
        [row.cases, row.open.unwrap_or_default(), row.timed].map(|count| told::number(count, lang)).join(" ");
    format!("{counts} {median} {p90} {shares} {} ", row.name)
}

/// All that the facts hold and what follows from them by adding up, as it is written.
fn of_facts(facts: &Facts, lang: Lang) -> String {
    let number = |count: u32| told::number(count, lang);
    let (card, cash) = &facts.card_and_cash;
    let mut all: Vec<String> = [&facts.total, card, cash].map(|row| of_row(row, lang)).to_vec();
    facts
        .places
        .iter()
        .chain(facts.issues.iter().map(|(_, row)| row))
        .for_each(|row| all.push(of_row(row, lang)));
    if let Some(others) = facts.other_places {
        all.push(format!(" {} ", number(others)));
    }
    facts.facilities.iter().for_each(|facility| all.push(of_row(&facility.row, lang)));
    let gathered = &facts.gathered;
    let [a, b, c, d] = gathered.evidence;
    // Grades that are told as one, or summed up.
    let sums = (1..16).map(|set| {
        let graded = [a, b, c, d].into_iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
        graded.map(|(_, cases)| cases).sum::<u32>()
    });
    let counts = [gathered.officers, gathered.estimated].into_iter().chain(sums);
    for count in counts
        .chain([facts.without_consent, facts.not_for_counting, facts.withdrawn, facts.praise])
        .chain(facts.months.iter().flat_map(|spans| spans.counts.clone()))
    {
        all.push(format!("{} ", number(count)));
    }
    // The share around which the funnel stands.
    let shown = facts.places.iter().filter(|row| row.severe.is_some());
    let shares: Vec<(u32, u32)> = shown.map(|row| (told::severe_count(row), row.cases)).collect();
    all.extend(crate::insight::pooled(&shares).map(|share| numbers::percent(share, lang)));
    let found = &facts.compared.found;
    all.push(crate::brief::plain::verdict(found, lang));
    let (card, cash) = (crate::brief::plain::Among::All, crate::brief::plain::Among::All);
    all.push(crate::brief::plain::compared(card, cash, found, lang));
    for day in [facts.made_on, facts.due]
        .into_iter()
        .chain([facts.period.since, facts.period.until].into_iter().flatten())
    {
        all.push(format!(" {}", dates::long_date(day, lang)));
    }
    if let Some(spans) = &facts.months {
        all.push(format!(" {} ", number(spans.counts.iter().filter(|count| **count > 0).count() as u32)));
        for place in (spans.first..).take(spans.counts.len()) {
            let month = place * spans.months;
            let [year, month] = [month.div_euclid(12), month.rem_euclid(12) + 1];
            all.push(dates::month(year as i32, month as u32, lang));
        }
    }
    facts.stories.iter().for_each(|story| all.push(format!("{} {}", story.text, story.pseudonym)));
    all.join(" ")
}

/// The numbers of the words themselves: hotlines, laws, limits, and how tables are numbered.
fn of_words(lang: Lang) -> String {
    let tables = [
        words::ALL,
        words::why::ALL,
        words::rebuttals::ALL,
        words::annex::ALL,
        chart_words::ALL_CHARTS,
        words::last_time::ALL,
    ];
    let mut all: Vec<&str> = tables.into_iter().flatten().map(|(_, km, en)| lang.pick(km, en)).collect();
    let numbers: Vec<String> = (1..12)
        .chain([facts().answer_days, crate::insight::SMALL])
        .map(|number| told::number(number, lang))
        .collect();
    all.extend(numbers.iter().map(String::as_str));
    for form in Party::FORMS {
        for code in IssueCode::ALL {
            all.extend(asks::ask(&form.parse().unwrap(), *code, lang));
            all.extend(code.ko41a());
        }
    }
    // The name of KO41a, and quarters.
    all.join(" ") + " KO41 1 2 3 4 ១ ២ ៣ ៤"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_number_in_the_text_is_in_the_facts(
        counts in prop::collection::vec(0_u32..60, 6),
        timed in prop::collection::vec(0_u32..60, 6),
        issues in prop::collection::vec(0_u32..90, 8),
        evidence in prop::array::uniform4(0_u32..40),
        estimated in 0_u32..90,
        form in prop::sample::select(Party::FORMS.to_vec()),
        is_khmer in any::<bool>(),
    ) {
        let lang = if is_khmer { Lang::Km } else { Lang::En };
        let mut counted = rich_counts(lang);
        for ((place, cases), timed) in counted.places.iter_mut().zip(&counts).zip(&timed) {
            place.cases = *cases;
            place.open = Some(cases / 2);
            place.timed = *timed.min(cases);
        }
        counted.total.cases = counted.places.iter().map(|place| place.cases).sum();
        counted.total.timed = counted.places.iter().map(|place| place.timed).sum();
        let (all, codes) = (counted.total.cases, IssueCode::ALL.iter().copied());
        counted.issues = codes.zip(issues).map(|(code, cases)| (code, row("", cases.min(all)))).collect();
        let mut facts = rich_of(form, counted, lang);
        facts.gathered.evidence = evidence;
        facts.gathered.estimated = estimated.min(facts.total.timed);
        let text = markdown::render(&compose(&facts, lang));
        let allowed = found(&format!("{} {}", of_facts(&facts, lang), of_words(lang)));
        for number in found(&text) {
            prop_assert!(allowed.contains(&number), "{number} is nowhere in the facts:\n{text}");
        }
    }

    #[test]
    fn what_is_left_of_a_place_is_none_or_enough(
        rows in prop::collection::vec((0_u32..30, 0_u32..30, 0_u32..30, 0_usize..3, 0_usize..5), 0..14),
    ) {
        let mut facts = rich("nssf", Lang::En);
        facts.facilities = rows
            .iter()
            .enumerate()
            .map(|(number, (cases, timed, severe, province, district))| {
                let share = crate::insight::wilson(*severe.min(cases), *cases);
                FacilityRow {
                    id: format!("F{number}"),
                    row: Row {
                        name: format!("F{number}"),
                        cases: *cases,
                        timed: *timed.min(cases),
                        severe: share.map(|share| (share.share, share.low, share.high)),
                        ..row("", 0)
                    },
                    place: format!("province {province}"),
                    within: vec![format!("{province}"), format!("{province}/{district}")],
                }
            })
            .collect();
        facts.places = (0..3).map(|province| row(&format!("province {province}"), 400)).collect();
        let shown = shown_facilities(&facts.places, &facts.facilities);
        let is_enough = |count: u32| count == 0 || count >= crate::insight::SMALL;
        for place in facts.facilities.iter().flat_map(|facility| facility.within.clone()) {
            let of = |rows: &[FacilityRow], count: &dyn Fn(&Row) -> u32| -> u32 {
                rows.iter().filter(|facility| facility.within.contains(&place)).map(|facility| count(&facility.row)).sum()
            };
            // Where nothing is told there is nothing to subtract.
            let left = |count: &dyn Fn(&Row) -> u32, told: &dyn Fn(&Row) -> bool| -> u32 {
                let is_told = of(&shown, &|row| u32::from(told(row))) > 0;
                let told = of(&shown, &|row| if told(row) { count(row) } else { 0 });
                if is_told { of(&facts.facilities, count) - told } else { 0 }
            };
            prop_assert!(is_enough(left(&|row| row.cases, &|_| true)), "{place}: {shown:?}");
            for (count, told) in [
                (&(|row: &Row| row.timed) as &dyn Fn(&Row) -> u32, &(|row: &Row| told::wait(row).is_some()) as &dyn Fn(&Row) -> bool),
                (&told::severe_count, &|row: &Row| row.severe.is_some()),
            ] {
                prop_assert!(is_enough(left(count, told)), "{place}: {shown:?}");
            }
        }
    }
}
