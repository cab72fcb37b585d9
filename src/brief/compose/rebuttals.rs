//! What may be held against a brief, and the answer that its figures bear. Which objections stand depends on the facts:
//! one that is true is granted.

use super::Facts;
use super::gathered::is_mostly_estimated;
use super::told::{self, is_tellable, number, share_texts, wait_text};
use super::words::rebuttals as words;
use crate::brief::document::{Block, Document, Text, Weight};
use crate::domain::party::Party;
use crate::domain::values::Evidence;
use crate::i18n::Lang;
use crate::insight::{CHANCE, Difference, SMALL};

/// Under so many cases a brief grants that it has few.
const FEW: u32 = 200;

/// What may be said against the brief, each with an answer.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    let pairs = [
        small(facts, lang),
        Some((words::chosen(lang), words::chosen_answer(lang).to_owned())),
        single(facts, lang),
        Some((words::distorted(lang), distorted(facts, lang))),
        alike(facts, lang),
        guessed(facts, lang),
        one_officer(facts, lang),
        one_employer(facts, lang),
        Some((words::nameless(lang), words::nameless_answer(lang).to_owned())),
    ];
    let point = |(objection, answer): (&str, String)| {
        let mut text = Text::default();
        text.append(objection, lang, Weight::Strong);
        text.append(&format!(" {answer}"), lang, Weight::Plain);
        text
    };
    document.heading(words::heading(lang));
    document.blocks.push(Block::List(pairs.into_iter().flatten().map(point).collect()));
}

type Pair = (&'static str, String);

fn small(facts: &Facts, lang: Lang) -> Option<Pair> {
    if facts.total.cases >= FEW {
        return None;
    }
    let answer = words::small_answer(lang, &number(facts.total.cases, lang));
    let answer = match facts.total.severe {
        Some(severity) => {
            let (share, ends) = share_texts(severity, lang);
            format!("{answer} {}", words::small_severe(lang, &share, &ends))
        }
        None => answer,
    };
    Some((words::small(lang), answer))
}

/// Where the cases are from more than one month. Of months only those are counted that a chart shows, and how many
/// facilities there are is not told: beside their figures either would say too much of the small ones.
fn single(facts: &Facts, lang: Lang) -> Option<Pair> {
    let months =
        facts.months.iter().flat_map(|spans| &spans.counts).filter(|cases| **cases > 0).count() as u32;
    let [cases, in_months] = [facts.total.cases, months].map(|count| number(count, lang));
    let answer = match &facts.to {
        _ if months < 2 => return None,
        Party::Facility(_) | Party::Agent(_) => words::single_months(lang, &cases, &in_months),
        _ if facts.facilities.len() < 2 => words::single_months(lang, &cases, &in_months),
        _ => words::single_answer(lang, &cases, &in_months),
    };
    Some((words::single(lang), answer))
}

fn distorted(facts: &Facts, lang: Lang) -> String {
    let shown = told::evidence(&facts.gathered).shown;
    let of = |grades: &[Evidence]| -> u32 {
        shown.iter().filter(|(grade, _)| grades.contains(grade)).map(|(_, cases)| cases).sum()
    };
    let documented = of(&[Evidence::A, Evidence::B]);
    let hearsay = of(&[Evidence::D]);
    let has_both = shown.iter().filter(|(grade, _)| matches!(grade, Evidence::A | Evidence::B)).count() == 2;
    let mut said = Vec::new();
    // Where only one of the two grades may be told, the sum of both may not.
    if has_both {
        let of_all = number(facts.total.cases, lang);
        said.push(words::distorted_documents(lang, &number(documented, lang), &of_all));
    }
    if hearsay >= SMALL {
        said.push(words::distorted_hearsay(lang, &number(hearsay, lang)));
    }
    said.push(words::distorted_answer(lang).to_owned());
    said.join(" ")
}

fn alike(facts: &Facts, lang: Lang) -> Option<Pair> {
    let found = &facts.compared.found;
    let (card, cash) = &facts.card_and_cash;
    let medians = told::comparable(facts).map(|(card_median, cash_median)| {
        [
            wait_text(card_median, lang),
            number(card.timed, lang),
            wait_text(cash_median, lang),
            number(cash.timed, lang),
        ]
    });
    let answer = match (found.difference, medians) {
        (Difference::NotComparable, _) | (_, None) => words::alike_unknown(lang).to_owned(),
        (Difference::Longer, Some([card, n, cash, cash_n])) => {
            words::alike_longer(lang, &card, &n, &cash, &cash_n)
        }
        (Difference::Shorter, Some([card, n, cash, cash_n])) => {
            words::alike_shorter(lang, &card, &n, &cash, &cash_n)
        }
        // The waits are spread otherwise though the typical pair is alike: what there is to say stands above.
        (Difference::None, Some(_)) if found.p.is_some_and(|p| p < CHANCE) => return None,
        (Difference::None, Some([card, n, cash, cash_n])) => {
            words::alike_none(lang, &card, &n, &cash, &cash_n)
        }
    };
    Some((words::alike(lang), answer))
}

fn guessed(facts: &Facts, lang: Lang) -> Option<Pair> {
    if !is_mostly_estimated(facts) {
        return None;
    }
    let estimated = facts.gathered.estimated;
    let answer = match Some(facts.total.timed).filter(|timed| is_tellable(*timed, estimated)) {
        Some(timed) => words::guessed_answer(lang, &number(estimated, lang), &number(timed, lang)),
        None => words::guessed_untold(lang).to_owned(),
    };
    Some((words::guessed(lang), answer))
}

fn one_officer(facts: &Facts, lang: Lang) -> Option<Pair> {
    let (officers, most) = (facts.gathered.officers, facts.gathered.of_one_officer);
    let answer = match officers {
        1 => words::one_officer_all(lang).to_owned(),
        _ if is_most(most, facts) => words::one_officer_most(lang, &number(officers, lang)),
        _ => return None,
    };
    Some((words::one_officer(lang), answer))
}

fn one_employer(facts: &Facts, lang: Lang) -> Option<Pair> {
    is_most(facts.gathered.of_one_employer, facts)
        .then(|| (words::one_employer(lang), words::one_employer_answer(lang).to_owned()))
}

/// Whether that is more than half of the cases.
fn is_most(count: u32, facts: &Facts) -> bool {
    u64::from(count) * 2 > u64::from(facts.total.cases)
}
