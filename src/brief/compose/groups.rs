//! The places and the problems that have most cases, and the cases in time.

use super::tables::{self, Numbered};
use super::{Facts, Row, charts, words};
use crate::brief::document::{Block, Document, Table, Text};
use crate::domain::issue::IssueCode;
use crate::i18n::{Lang, Named};

/// The places. Where all cases are of one place there is nothing to put in order.
pub(super) fn places(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    if facts.places.len() + usize::from(facts.other_places.is_some()) < 2 {
        return;
    }
    document.heading(words::places(lang));
    let caption = words::table_of_places(lang, &numbered.table(lang));
    let mut table = tables::first(&facts.places, facts.other_places, words::place(lang), &caption, lang);
    let is_of_one = facts.gathered.is_of_one_officer();
    let note = if is_of_one { words::places_note_of_one(lang) } else { words::places_note(lang) };
    table.notes.insert(0, Text::told(note, lang));
    document.blocks.push(Block::Table(table));
    for found in charts::of_places(facts, lang) {
        document.blocks.push(found.block(&numbered.figure(lang), lang));
    }
}

/// The cases in time.
pub(super) fn times(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    if let Some(spans) = &facts.months {
        document.heading(words::times(lang));
        let found = charts::months(spans, facts.made_on, lang);
        document.blocks.push(found.block(&numbered.figure(lang), lang));
    }
}

/// The problems.
pub(super) fn problems(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    let rows = named_problems(facts, lang);
    if rows.is_empty() {
        return;
    }
    document.heading(words::problems(lang));
    let caption = words::table_of_problems(lang, &numbered.table(lang));
    let mut table = tables::first(&rows, None, words::issue(lang), &caption, lang);
    note(&mut table, lang);
    document.blocks.push(Block::Table(table));
}

/// Says beside a table of problems that a case may stand in several rows.
pub(super) fn note(table: &mut Table, lang: Lang) {
    table.notes.insert(0, Text::told(words::issue_note(lang), lang));
}

/// The problems, by their names.
pub(super) fn named_problems(facts: &Facts, lang: Lang) -> Vec<Row> {
    let named = |(code, row): &(IssueCode, Row)| Row {
        name: format!("{code} – {}", code.name(lang)),
        ..row.clone()
    };
    facts.issues.iter().map(named).collect()
}
