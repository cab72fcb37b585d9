//! What was asked for before, and what came of it.

use super::tables::Numbered;
use super::{Facts, Outcome, words};
use crate::brief::document::{Block, Cell, Column, Document, Table, Text};
use crate::i18n::{Lang, dates};

/// A table of it; nothing where nothing was asked before.
pub(super) fn write(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    if facts.asked.is_empty() {
        return;
    }
    let lang = document.lang;
    let told = |text: &str| Text::told(text, lang);
    let names =
        [words::asked_what(lang), words::asked_on(lang), words::asked_due(lang), words::asked_outcome(lang)];
    let row = |asked: &super::Asked| {
        vec![
            Cell::Text(told(&asked.what)),
            Cell::Text(told(&dates::date(asked.asked_on, lang))),
            asked.due.map_or(Cell::Untold, |due| Cell::Text(told(&dates::date(due, lang)))),
            Cell::Text(told(outcome(asked.outcome, lang))),
        ]
    };
    document.heading(words::asked(lang));
    document.blocks.push(Block::Table(Table {
        caption: told(&words::table_of_asked(lang, &numbered.table(lang))),
        columns: names.map(|name| Column { name: told(name), is_figure: false }).to_vec(),
        rows: facts.asked.iter().map(row).collect(),
        notes: Vec::new(),
    }));
}

fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Kept => words::kept(lang),
        Outcome::Partly => words::partly(lang),
        Outcome::Broken => words::broken(lang),
        Outcome::Pending => words::pending(lang),
    }
}
