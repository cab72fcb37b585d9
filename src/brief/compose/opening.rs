//! The title of a brief, what stands under it, and the few figures to remember.

use super::told::{self, number, share_texts};
use super::{Facts, words};
use crate::brief::document::{Block, Cell, Document, Furniture, KeyFigure, Text};
use crate::i18n::{Lang, Named, dates};
use crate::insight::SMALL;

/// The document with its title.
pub(super) fn document(facts: &Facts, lang: Lang) -> Document {
    let told = |text: &str| Text::told(text, lang);
    let day = dates::long_date(facts.made_on, lang);
    let mut document = Document::new(
        lang,
        told(words::title(lang)),
        told(&words::subtitle(lang, &facts.party)),
        furniture(facts, lang),
    );
    let mut particulars = vec![told(&words::made(lang, &day, &facts.desk)), told(&period(facts, lang))];
    particulars.extend(chosen(facts, lang).map(|said| told(&said)));
    document.blocks.push(Block::Particulars(particulars));
    document
}

/// What stands on each page of the brief and of what goes with it.
pub(in crate::brief) fn furniture(facts: &Facts, lang: Lang) -> Furniture {
    let day = dates::long_date(facts.made_on, lang);
    Furniture {
        made_on: facts.made_on,
        author: words::author(lang, &facts.desk),
        head: Text::told(&words::subtitle(lang, &facts.party), lang),
        foot: Text::told(&words::foot(lang, &facts.desk, &day), lang),
    }
}

/// How the cases were chosen, in a sentence; nothing where none were left out by choice.
pub(in crate::brief) fn chosen(facts: &Facts, lang: Lang) -> Option<String> {
    if facts.hides_query {
        return Some(words::query_not_told(lang).to_owned());
    }
    let query = facts.query.trim();
    (!query.is_empty()).then(|| words::query(lang, query))
}

/// The period in a sentence.
fn period(facts: &Facts, lang: Lang) -> String {
    let day = |day| dates::long_date(day, lang);
    match (facts.period.since, facts.period.until) {
        (None, None) => words::period_all(lang).to_owned(),
        (None, Some(until)) => words::period_until(lang, &day(until)),
        (Some(since), until) => words::period(lang, &day(since), &day(until.unwrap_or(facts.made_on))),
    }
}

/// The few figures to remember: each stands in a table or a sentence further down as well.
pub(super) fn key_figures(document: &mut Document, facts: &Facts) {
    if facts.total.cases < SMALL {
        return;
    }
    let lang = document.lang;
    let key = |value: Cell, label: &str| KeyFigure { value, label: Text::told(label, lang) };
    let mut keys = vec![key(Cell::Count(facts.total.cases), words::key_cases(lang))];
    if let [first, second, ..] = facts.places.as_slice()
        && second.cases < first.cases
    {
        keys.push(key(Cell::Count(first.cases), &words::key_place(lang, &first.name)));
    }
    if let Some((code, row)) = facts.issues.first() {
        keys.push(key(Cell::Count(row.cases), &words::key_problem(lang, code.name(lang))));
    }
    if let Some((minutes, _)) = told::comparable(facts) {
        let label = words::key_wait(lang, &number(facts.card_and_cash.0.timed, lang));
        keys.push(key(Cell::Wait { minutes, of: None }, &label));
    }
    if let Some(severity) = facts.total.severe.filter(|_| keys.len() < 4) {
        let (share, ends) = share_texts(severity, lang);
        let label = words::key_severe(lang, &ends, &number(facts.total.cases, lang));
        keys.push(key(Cell::Text(Text::told(&share, lang)), &label));
    }
    document.heading(words::glance(lang));
    document.blocks.push(Block::KeyFigures(keys));
}
