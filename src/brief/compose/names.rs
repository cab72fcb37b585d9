//! Who agreed to be named.

use super::{Facts, words};
use crate::brief::document::{Block, Cell, Column, Document, Table, Text};

/// Who agreed to be named, beside what they are called in stories; nothing where nobody is named.
pub(super) fn write(document: &mut Document, facts: &Facts) {
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
