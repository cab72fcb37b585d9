//! What a brief says, from facts that are handed in: figures with their n, small cells
//! merged, stories with consent and without identity, and how it was all counted.

mod chart_words;
mod charts;
mod facts;
mod words;

use chrono::Datelike;

use super::document::{Block, Cell, Column, Document, Furniture, KeyFigure, Table, Text};
use crate::i18n::{Lang, Named, dates, numbers};
use crate::insight::SMALL;

pub use facts::{ChartFacts, Facts, Row, Story};
pub use words::page;

/// Writes the brief; the reader's digits and calendar for the screen have no say in it.
pub fn compose(facts: &Facts, lang: Lang) -> Document {
    let lang = lang.plain();
    let mut document = opening(facts, lang);
    if facts.total.cases < SMALL {
        document.paragraph(words::too_few(lang));
    } else {
        document.paragraph(&words::counted(lang, &number(facts.total.cases, lang)));
    }
    document.paragraph(&words::left_out(lang, &counted(facts.without_consent).written(lang)));
    for (count, said) in [
        (facts.not_for_counting, words::left_out_other as fn(Lang, &str) -> String),
        (facts.withdrawn, words::left_out_withdrawn),
    ] {
        if count > 0 {
            document.paragraph(&said(lang, &counted(count).written(lang)));
        }
    }
    if facts.praise > 0 {
        document.paragraph(&words::praise(lang, &counted(facts.praise).written(lang)));
    }
    if facts.total.cases >= SMALL {
        figures(&mut document, facts);
    }
    document.heading(words::method(lang));
    document.list([
        words::method_waits(lang),
        words::method_severe(lang),
        words::method_small(lang),
        words::method_names(lang),
    ]);
    names(&mut document, facts);
    document
}

/// The title and what stands under it.
fn opening(facts: &Facts, lang: Lang) -> Document {
    let told = |text: &str| Text::told(text, lang);
    let day = dates::long_date(facts.made_on, lang);
    let furniture = Furniture {
        made_on: facts.made_on,
        author: words::author(lang, &facts.desk),
        head: told(&words::subtitle(lang, &facts.party)),
        foot: told(&words::foot(lang, &facts.desk, &day)),
    };
    let subtitle = told(&words::subtitle(lang, &facts.party));
    let mut document = Document::new(lang, told(words::title(lang)), subtitle, furniture);
    let mut particulars = vec![told(&words::made(lang, &day, &facts.desk))];
    particulars.push(told(&match facts.period {
        Some((from, to)) => words::period(lang, &dates::long_date(from, lang), &dates::long_date(to, lang)),
        None => words::period_all(lang).to_owned(),
    }));
    if !facts.query.trim().is_empty() {
        particulars.push(told(&words::query(lang, facts.query.trim())));
    }
    document.blocks.push(Block::Particulars(particulars));
    document
}

fn figures(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    let mut tables = 0..;
    let mut charts = 0..;
    let next = |of: &mut std::ops::RangeFrom<u32>| number(of.next().unwrap_or_default() + 1, lang);
    let key_figures = key_figures(facts, lang);
    if !key_figures.is_empty() {
        document.heading(words::glance(lang));
        document.blocks.push(Block::KeyFigures(key_figures));
    }
    document.heading(words::places(lang));
    let caption = words::table_of_places(lang, &next(&mut tables));
    document.blocks.push(Block::Table(table(
        &facts.places,
        facts.other_places,
        words::place(lang),
        &caption,
        lang,
    )));
    for found in charts::of_places(facts, lang) {
        document.blocks.push(found.block(&next(&mut charts), lang));
    }
    if !facts.facilities.is_empty() {
        document.paragraph(words::facilities(lang));
        document.list(facts.facilities.iter().map(|row| row.name.as_str()));
    }
    if let Some(spans) = &facts.months {
        let found = charts::months(spans, facts.made_on, lang);
        document.heading(words::times(lang));
        document.blocks.push(found.block(&next(&mut charts), lang));
    }
    document.heading(words::problems(lang));
    let caption = words::table_of_problems(lang, &next(&mut tables));
    let mut problems = table(&problems(facts, lang), None, words::issue(lang), &caption, lang);
    problems.notes.push(Text::told(words::issue_note(lang), lang));
    document.blocks.push(Block::Table(problems));
    document.heading(words::payers(lang));
    document.paragraph(&card_against_cash(&facts.card_and_cash, lang));
    if let Some(found) = charts::waits(facts, lang) {
        document.blocks.push(found.block(&next(&mut charts), lang));
    }
    stories(document, facts);
}

/// The problems, by their names.
fn problems(facts: &Facts, lang: Lang) -> Vec<Row> {
    facts
        .issues
        .iter()
        .map(|(code, row)| Row { name: format!("{code} – {}", code.name(lang)), ..row.clone() })
        .collect()
}

/// The few figures to remember: each stands in a table or a sentence further down as well.
fn key_figures(facts: &Facts, lang: Lang) -> Vec<KeyFigure> {
    let key = |value: Cell, label: &str| KeyFigure { value, label: Text::told(label, lang) };
    let mut keys = vec![key(Cell::Count(facts.total.cases), words::key_cases(lang))];
    if let [first, second, ..] = facts.places.as_slice()
        && second.cases < first.cases
    {
        keys.push(key(Cell::Count(first.cases), &words::key_place(lang, &first.name)));
    }
    if let Some((code, row)) = facts.issues.iter().max_by_key(|(_, row)| row.cases) {
        keys.push(key(Cell::Count(row.cases), &words::key_problem(lang, code.name(lang))));
    }
    let (card, cash) = &facts.card_and_cash;
    if let Some((minutes, _)) = comparable(card, cash) {
        let label = words::key_wait(lang, &number(card.timed, lang));
        keys.push(key(Cell::Wait { minutes, of: None }, &label));
    }
    keys
}

fn stories(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    if facts.stories.is_empty() {
        return;
    }
    document.heading(words::stories(lang));
    for told in &facts.stories {
        let codes: Vec<&str> = told.issues.iter().map(|code| code.name(lang)).collect();
        let month = dates::month(told.visited_on.year(), told.visited_on.month(), lang);
        let mut source = format!("{}: {}, {month}", words::member(lang, &told.pseudonym), told.place);
        if !codes.is_empty() {
            source.push_str(" – ");
            source.push_str(&codes.join(", "));
        }
        document
            .blocks
            .push(Block::Quote { source: Text::told(&source, lang), text: Text::told(&told.text, lang) });
    }
}

/// The medians of both sides, where they may be told beside each other.
fn comparable(card: &Row, cash: &Row) -> Option<(f64, f64)> {
    card.median.zip(cash.median).filter(|_| card.timed >= SMALL && cash.timed >= SMALL)
}

fn card_against_cash((card, cash): &(Row, Row), lang: Lang) -> String {
    match comparable(card, cash) {
        Some((card_median, cash_median)) => words::compared(
            lang,
            &wait_text(card_median, lang),
            &number(card.timed, lang),
            &wait_text(cash_median, lang),
            &number(cash.timed, lang),
        ),
        None => words::not_comparable(lang).to_owned(),
    }
}

fn number(count: u32, lang: Lang) -> String {
    numbers::number(count.into(), lang)
}

/// A count, `<5` where it is small.
fn counted(count: u32) -> Cell {
    super::suppress::cell(count).map_or(Cell::Few, Cell::Count)
}

fn wait_text(minutes: f64, lang: Lang) -> String {
    Cell::Wait { minutes, of: None }.written(lang)
}

fn table(rows: &[Row], others: Option<u32>, first: &str, caption: &str, lang: Lang) -> Table {
    let told = |text: &str| Text::told(text, lang);
    let mut cells: Vec<Vec<Cell>> = rows.iter().map(|row| line(row, lang)).collect();
    if let Some(count) = others {
        // How many they are is not told: of five with a case each that would say all.
        let mut line = vec![Cell::Text(told(words::others(lang))), Cell::Count(count)];
        line.resize(6, Cell::Untold);
        cells.push(line);
    }
    let figures =
        [words::cases(lang), words::open(lang), words::wait(lang), words::p90(lang), words::severe(lang)];
    let mut columns = vec![Column { name: told(first), is_figure: false }];
    columns.extend(figures.map(|name| Column { name: told(name), is_figure: true }));
    Table { caption: told(caption), columns, rows: cells, notes: Vec::new() }
}

/// A row's cells.
fn line(row: &Row, lang: Lang) -> Vec<Cell> {
    let wait = |minutes: Option<f64>, of: Option<u32>| {
        minutes.map_or(Cell::Untold, |minutes| Cell::Wait { minutes, of })
    };
    vec![
        Cell::Text(Text::told(&row.name, lang)),
        Cell::Count(row.cases),
        row.open.map_or(Cell::Untold, Cell::Count),
        wait(row.median, Some(row.timed)),
        wait(row.p90, None),
        row.severe.map_or(Cell::Untold, |(share, low, high)| Cell::Share { share, low, high }),
    ]
}

/// Who agreed to be named, beside what they are called in stories.
fn names(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    let told = |text: &str| Text::told(text, lang);
    if facts.names.is_empty() {
        return;
    }
    document.heading(words::names(lang));
    let column = |name: &str| Column { name: told(name), is_figure: false };
    let row = |(pseudonym, name): &(String, String)| {
        vec![Cell::Text(told(&words::member(lang, pseudonym))), Cell::Text(told(name))]
    };
    document.blocks.push(Block::Table(Table {
        caption: Text::default(),
        columns: vec![column(words::called(lang)), column(words::name(lang))],
        rows: facts.names.iter().map(row).collect(),
        notes: vec![told(words::names_note(lang))],
    }));
}

#[cfg(test)]
pub(in crate::brief) mod tests;
