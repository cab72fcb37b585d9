//! What members told.

use chrono::Datelike;

use super::{Facts, words};
use crate::brief::document::{Block, Document, Text};
use crate::i18n::{Named, dates};

/// The stories; nothing where none may be told.
pub(super) fn write(document: &mut Document, facts: &Facts) {
    let lang = document.lang;
    if facts.stories.is_empty() {
        return;
    }
    document.heading(words::stories(lang));
    for told in &facts.stories {
        let codes: Vec<&str> = told.issues.iter().map(|code| code.name(lang)).collect();
        let month = dates::month(told.visited_on.year(), told.visited_on.month(), lang);
        let member = words::member(lang, &told.pseudonym);
        let about = if codes.is_empty() { String::new() } else { format!(" – {}", codes.join(", ")) };
        let source = format!("{member}: {}, {month}{about}", told.place);
        document
            .blocks
            .push(Block::Quote { source: Text::told(&source, lang), text: Text::told(&told.text, lang) });
    }
}
