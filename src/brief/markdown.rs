//! Markdown (CommonMark with GitHub's tables). Nothing in a text becomes markup.

use std::fmt::Write;

use super::document::{Block, Document, Table};
use crate::i18n::Lang;

/// Renders a document.
pub fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    if !document.subtitle.is_empty() {
        let _ = writeln!(out, "\n{}", escaped(&document.subtitle));
    }
    for block in &document.blocks {
        out.push('\n');
        write_block(&mut out, block, document.lang);
    }
    out
}

fn write_block(out: &mut String, block: &Block, lang: Lang) {
    match block {
        Block::Particulars(lines) => {
            let lines: Vec<String> = lines.iter().map(escaped).collect();
            let _ = writeln!(out, "{}", lines.join("\n\n"));
        }
        Block::KeyFigures(figures) => {
            for figure in figures {
                let _ = writeln!(
                    out,
                    "- **{}** {}",
                    escaped(&figure.value.written(lang)),
                    escaped(&figure.label)
                );
            }
        }
        Block::Heading { level, text } => {
            let _ = writeln!(out, "{}# {}", "#".repeat((*level).clamp(1, 5).into()), escaped(text));
        }
        Block::Paragraph(text) => {
            let _ = writeln!(out, "{}", escaped(text));
        }
        Block::List(points) => {
            for point in points {
                let _ = writeln!(out, "- {}", escaped(point));
            }
        }
        Block::Quote { source, text } => {
            let _ = writeln!(out, "{}\n\n> {}", escaped(source), escaped(text));
        }
        Block::Table(table) => write_table(out, table, lang),
        // What is drawn elsewhere stands here as a table, each under its number.
        Block::Figure(figure) => {
            let mut table = figure.chart.table();
            table.caption.clone_from(&figure.caption);
            table.notes.clone_from(&figure.notes);
            write_table(out, &table, lang);
        }
    }
}

fn write_table(out: &mut String, table: &Table, lang: Lang) {
    if !table.caption.is_empty() {
        let _ = writeln!(out, "{}\n", escaped(&table.caption));
    }
    write_row(out, table.columns.iter().map(|column| escaped(&column.name)));
    write_row(
        out,
        table.columns.iter().map(|column| if column.is_figure { "---:" } else { "---" }.to_owned()),
    );
    for row in &table.rows {
        write_row(out, row.iter().map(|cell| escaped(&cell.written(lang))));
    }
    for note in &table.notes {
        let _ = writeln!(out, "\n{}", escaped(note));
    }
}

fn write_row(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// One line in which no character is markup: punctuation is escaped with a backslash
/// where it could mean something, `<` and `&` as entities, and control characters are
/// dropped.
fn escaped(text: &impl ToString) -> String {
    let text = text.to_string();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let behind = rest.as_str();
        match c {
            // Four spaces before a text would make code of it.
            ' ' | '\n' | '\r' | '\t' if out.is_empty() => {}
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '+' | '!' | '|' | '~' | '^' | '$'
            | '"' | '@' => {
                out.push('\\');
                out.push(c);
            }
            // Bare addresses would become links.
            ':' if behind.starts_with("//") => out.push_str("\\:"),
            '.' if ends_in_www(&out) => out.push_str("\\."),
            '-' | '=' | '.' | '(' | ')' if out.trim().is_empty() || ends_a_number(&out) => {
                out.push('\\');
                out.push(c);
            }
            _ if is_control(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// `1.` or `1)` at the beginning would be a list.
fn ends_a_number(so_far: &str) -> bool {
    !so_far.is_empty() && so_far.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_in_www(so_far: &str) -> bool {
    so_far.chars().rev().take(3).all(|c| c.eq_ignore_ascii_case(&'w')) && so_far.len() >= 3
}

fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::document::{Cell, Column, Furniture, KeyFigure, Text};
    use crate::brief::samples::{hostile, saying};

    fn told(text: &str) -> Text {
        Text::told(text, Lang::En)
    }

    #[test]
    fn a_document_is_rendered_in_order() {
        let furniture = Furniture {
            made_on: "2026-11-22".parse().unwrap(),
            author: String::new(),
            head: told("head"),
            foot: told("foot"),
        };
        let mut document = Document::new(Lang::En, told("Summary"), Text::default(), furniture);
        document.blocks.push(Block::Particulars(vec![told("Made today."), told("All visits.")]));
        document
            .blocks
            .push(Block::KeyFigures(vec![KeyFigure { value: Cell::Count(12), label: told("cases") }]));
        document.heading("Places");
        document.paragraph("Two places.");
        document.list(["one", "two"]);
        document.blocks.push(Block::Table(Table {
            caption: told("Cases"),
            columns: vec![
                Column { name: told("Place"), is_figure: false },
                Column { name: told("n"), is_figure: true },
            ],
            rows: vec![vec![Cell::Text(told("Kandal")), Cell::Count(1_200)]],
            notes: vec![told("A note.")],
        }));
        document.blocks.push(Block::Quote { source: told("Kandal"), text: told("I waited.") });
        assert_eq!(
            render(&document),
            "# Summary\n\nMade today.\n\nAll visits.\n\n- **12** cases\n\n## Places\n\nTwo places.\n\n- one\n- two\n\n\
             Cases\n\n| Place | n |\n| --- | ---: |\n| Kandal | 1,200 |\n\nA note.\n\nKandal\n\n> I waited.\n"
        );
    }

    /// A text as a reader of Markdown sees it, and what is left of it without what was escaped: there nothing may act.
    fn read(markdown: &str) -> (String, String) {
        let (mut read, mut bare) = (String::new(), String::new());
        let mut rest = markdown;
        while let Some(letter) = rest.chars().next() {
            let entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')];
            let entity = entities.into_iter().find(|(entity, _)| rest.starts_with(entity));
            let escape = rest.strip_prefix('\\').and_then(|behind| behind.chars().next());
            if let Some((entity, stands_for)) = entity {
                read.push(stands_for);
                rest = rest.split_at(entity.len()).1;
            } else if let Some(escape) = escape.filter(char::is_ascii_punctuation) {
                read.push(escape);
                rest = rest.split_at(2).1;
            } else {
                read.push(letter);
                bare.push(letter);
                rest = rest.split_at(letter.len_utf8()).1;
            }
        }
        (read, bare)
    }

    /// A line without what the document itself makes of it: a heading, a point, a quotation, a row.
    fn inside(line: &str) -> String {
        let line = line.trim_start_matches('#').trim_start_matches(['-', '>']).trim_start_matches(' ');
        match line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            Some(row) => row.replace(" | ", " "),
            None => line.replacen("**", "", 2),
        }
    }

    #[test]
    fn hostile_text_comes_out_as_the_text_it_is() {
        let long = "w".repeat(100_000);
        for (text, lang) in hostile().chain([(long.as_str(), Lang::En)]) {
            let document = saying(text, lang);
            let markdown = render(&document);
            let wanted = document.title.to_string();
            let found = read(&markdown).0.matches(wanted.trim_start()).count();
            assert!(found >= 12, "{found} of {text:?}: {markdown}");
            for line in markdown.lines().filter(|line| !line.starts_with("| --")) {
                assert!(!line.starts_with([' ', '\t']), "{line:?}");
                let bare = read(&inside(line)).1;
                let acts = bare.find(['<', '&', '`', '*', '_', '[', ']', '#', '|', '~', '$', '@', '!', '\\']);
                assert!(acts.is_none() && !bare.contains("://") && !bare.contains("www."), "{line:?}");
            }
        }
    }

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escaped(&"a\n<b> \u{202E}c"), "a &lt;b&gt; c");
        assert_eq!(escaped(&"    four"), "four");
        assert_eq!(escaped(&"1. h"), "1\\. h");
        assert_eq!(escaped(&"- g"), "\\- g");
        assert_eq!(escaped(&"3.5 of ២០២៦"), "3\\.5 of ២០២៦");
        assert_eq!(escaped(&"about 3.5"), "about 3.5");
    }
}
