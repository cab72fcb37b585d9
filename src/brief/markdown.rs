//! Markdown (CommonMark with GitHub's tables). Nothing in a text becomes markup.

use std::fmt::Write;

use super::document::{Block, Document, Table};

/// Renders a document.
pub fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(text) => {
                let _ = writeln!(out, "## {}", escaped(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}", escaped(text));
            }
            Block::List(points) => {
                for point in points {
                    let _ = writeln!(out, "- {}", escaped(point));
                }
            }
            Block::Quote(text) => {
                let _ = writeln!(out, "> {}", escaped(text));
            }
            Block::Table(table) => write_table(&mut out, table),
        }
    }
    out
}

fn write_table(out: &mut String, table: &Table) {
    if !table.caption.is_empty() {
        let _ = writeln!(out, "{}\n", escaped(&table.caption));
    }
    write_row(out, &table.header);
    let lines: Vec<&str> =
        (0..table.header.len()).map(|column| if column == 0 { "---" } else { "---:" }).collect();
    let _ = writeln!(out, "| {} |", lines.join(" | "));
    for row in &table.rows {
        write_row(out, row);
    }
    for note in &table.notes {
        let _ = writeln!(out, "\n{}", escaped(note));
    }
}

fn write_row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// One line in which no character is markup: punctuation is escaped with a backslash
/// where it could mean something, `<` and `&` as entities, and control characters are
/// dropped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let behind = rest.as_str();
        match c {
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

    #[test]
    fn a_document_is_rendered_in_order() {
        let mut document = Document { title: "Summary".into(), ..Document::default() };
        document.heading("Places");
        document.paragraph("Two places.");
        document.blocks.push(Block::List(vec!["one".into(), "two".into()]));
        document.blocks.push(Block::Table(Table {
            caption: "Cases".into(),
            header: vec!["Place".into(), "n".into()],
            rows: vec![vec!["Kandal".into(), "12".into()]],
            notes: vec!["A note.".into()],
        }));
        assert_eq!(
            render(&document),
            "# Summary\n\n## Places\n\nTwo places.\n\n- one\n- two\n\nCases\n\n| Place | n |\n| --- | ---: |\n| Kandal | 12 |\n\nA note.\n"
        );
    }

    #[test]
    fn text_never_becomes_markup() {
        let hostile =
            "# x\n<script>alert(1)</script> [a](http://x) *b* `c` | d ![e](f)\n- g\n1. h \u{202E}abc";
        let rendered = escaped(hostile);
        assert!(!rendered.contains('\n') && !rendered.contains('<') && !rendered.contains('\u{202E}'));
        for markup in ["](", " *b", "`c`", " | "] {
            let bare = rendered.match_indices(markup).any(|(at, _)| {
                !rendered.get(..at).is_some_and(|before| before.ends_with('\\')) && !markup.starts_with(' ')
            });
            assert!(!bare, "{markup}: {rendered}");
        }
        assert_eq!(escaped("1. h"), "1\\. h");
        assert_eq!(escaped("- g"), "\\- g");
        assert_eq!(escaped("3.5 of ២០២៦"), "3\\.5 of ២០២៦");
        assert_eq!(escaped("about 3.5"), "about 3.5");
    }
}
