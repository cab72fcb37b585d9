//! Every number that a brief prints is in its facts, or belongs to its words.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::parties::rich;
use super::*;
use crate::brief::suppress::publish;
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
    let counts = [row.cases, row.open, row.timed].map(|count| told::number(count, lang)).join(" ");
    format!("{counts} {median} {p90} {shares} {} ", row.name)
}

/// All that the facts hold and what follows from them by adding up, as it is written.
fn of_facts(facts: &Facts, lang: Lang) -> String {
    let number = |count: u32| told::number(count, lang);
    let mut all = of_row(&facts.total, lang)
        + &of_row(&facts.card_and_cash.0, lang)
        + &of_row(&facts.card_and_cash.1, lang);
    for rows in [facts.places.clone(), facts.issues.iter().map(|(_, row)| row.clone()).collect()] {
        let merged = publish(rows.clone(), |row| row.cases, told::ROWS).merged;
        all += &format!(
            " {} {} ",
            number(merged.len() as u32),
            number(merged.iter().map(|row| row.cases).sum())
        );
        rows.iter().for_each(|row| all += &of_row(row, lang));
    }
    facts.facilities.iter().for_each(|facility| all += &of_row(&facility.row, lang));
    let gathered = &facts.gathered;
    let [a, b, c, d] = gathered.evidence;
    let counts = [
        gathered.officers,
        gathered.estimated,
        a,
        b,
        c,
        d,
        a + b,
        a + d,
        b + d,
        a + c,
        b + c,
        c + d,
        a + b + c,
        a + b + d,
        a + c + d,
        b + c + d,
    ];
    for count in counts
        .into_iter()
        .chain([facts.without_consent, facts.praise])
        .chain(facts.months.iter().map(|month| month.2))
    {
        all += &format!("{} ", number(count));
    }
    let found = &facts.compared.found;
    all += &crate::brief::plain::verdict(found, lang);
    let (card, cash) = (crate::brief::plain::Among::All, crate::brief::plain::Among::All);
    all += &crate::brief::plain::compared(card, cash, found, lang);
    for day in [facts.made_on, facts.due]
        .into_iter()
        .chain(facts.period.map(|(from, to)| [from, to]).into_iter().flatten())
    {
        all += &format!(" {}", dates::long_date(day, lang));
    }
    let months = facts.months.iter().filter(|month| month.2 > 0).count() as u32;
    all += &format!(" {} {} ", number(months), number(facts.facilities.len() as u32));
    facts.months.iter().for_each(|(year, month, _)| all += &dates::month(*year, *month, lang));
    facts.stories.iter().for_each(|story| all += &story.text);
    all
}

/// The numbers of the words themselves: hotlines, laws, limits, and how tables are numbered.
fn of_words(lang: Lang) -> String {
    let tables = [words::ALL, words::why::ALL, words::rebuttals::ALL, words::annex::ALL];
    let mut all: String =
        tables.into_iter().flatten().map(|(_, km, en)| format!("{} ", lang.pick(km, en))).collect();
    (1..12).for_each(|table| all += &format!("{} ", told::number(table, lang)));
    all += &format!("{} {}", told::number(DAYS_TO_ANSWER, lang), told::number(crate::insight::SMALL, lang));
    for form in Party::FORMS {
        for code in IssueCode::ALL {
            all += asks::ask(&form.parse().unwrap(), *code, lang).unwrap_or_default();
            all += code.ko41a().unwrap_or_default();
        }
    }
    // The codes of KO41a, of the query, and of spans in quarters.
    all + " KO41 (41) 1 2 3 4 ១ ២ ៣ ៤"
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
        let mut facts = rich(form, lang);
        for ((place, cases), timed) in facts.places.iter_mut().zip(&counts).zip(&timed) {
            place.cases = *cases;
            place.open = cases / 2;
            place.timed = *timed.min(cases);
        }
        facts.total.cases = facts.places.iter().map(|place| place.cases).sum();
        facts.total.timed = facts.places.iter().map(|place| place.timed).sum();
        facts.gathered.evidence = evidence;
        facts.gathered.estimated = estimated.min(facts.total.timed);
        let codes = IssueCode::ALL.iter().copied();
        facts.issues = codes.zip(issues).map(|(code, cases)| (code, row("", cases.min(facts.total.cases)))).collect();
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
        let shown = annex::tellable_facilities(&facts);
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
                (&told::severe_count, &|row: &Row| told::severity(row).is_some()),
            ] {
                prop_assert!(is_enough(left(count, told)), "{place}: {shown:?}");
            }
        }
    }
}
