//! The last page: codes, and how everything was counted.

use super::tables::Numbered;
use super::told::number;
use super::words::annex as words;
use super::{Facts, why};
use crate::brief::document::{Block, Cell, Column, Document, Table, Text};
use crate::domain::issue::{HcatCategory, IssueCode};
use crate::domain::values::Coded;
use crate::i18n::{Lang, Meaning, dates};
use crate::insight::SMALL;

/// Codes and method, and the sources.
pub(super) fn write(document: &mut Document, facts: &Facts, numbered: &mut Numbered) {
    let lang = document.lang;
    document.heading(words::codes(lang));
    if facts.total.cases >= SMALL {
        document.blocks.push(Block::Table(codes(&words::table_of_codes(lang, &numbered.table(lang)), lang)));
        let is_of_one = facts.gathered.is_of_one_officer();
        let who = if is_of_one { words::officer_codes(lang) } else { words::officers_code(lang) };
        document.list([
            words::method_severe(lang, who).as_str(),
            words::method_evidence(lang),
            words::method_payers(lang),
            words::method_waits(lang),
            words::method_shares(lang),
            words::method_compared(lang),
            words::method_small(lang),
            words::method_names(lang),
            words::method_codes(lang),
        ]);
    } else {
        document.list([words::method_small(lang)]);
    }
    let made_on = dates::long_date(facts.made_on, lang);
    document.paragraph(&words::method_due(lang, &number(facts.answer_days, lang), &made_on));
    document.heading(super::words::why::sources(lang));
    document.list([why::sources(&facts.to, lang)]);
}

fn codes(caption: &str, lang: Lang) -> Table {
    let told = |text: &str| Text::told(text, lang);
    let names = [words::code(lang), words::meaning(lang), words::standards(lang)];
    let row = |code: &IssueCode| {
        let standards = [code.hcat().map(HcatCategory::name), code.ko41a()];
        let standards: Vec<&str> = standards.into_iter().flatten().collect();
        let standards =
            if standards.is_empty() { Cell::Untold } else { Cell::Text(told(&standards.join(" · "))) };
        // What stands in brackets tells officers what to record.
        let meaning = code.meaning(lang).split(" (").next().unwrap_or_default();
        vec![Cell::Text(told(code.code())), Cell::Text(told(meaning)), standards]
    };
    Table {
        caption: told(caption),
        columns: names.map(|name| Column { name: told(name), is_figure: false }).to_vec(),
        rows: IssueCode::ALL.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
