//! Text as runs, and what keeps a text from becoming markup.

use std::fmt::Write;

use crate::brief::document::{Run, Text, Weight};
use crate::brief::khmer::breakable;
use crate::i18n::khmer::is_khmer;
use crate::i18n::{Lang, Language};

/// Marks letters that are set in the complex-script font, size and weight.
pub const COMPLEX: &str = "<w:cs/>";

/// A paragraph of a style.
pub fn paragraph(style: &str, text: &Text) -> String {
    with(style, "", &runs(text))
}

/// A paragraph of a style with properties of its own, of runs.
pub fn with(style: &str, properties: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>"#)
}

/// Text of the program's own as runs.
pub fn said(text: &str, lang: Lang) -> String {
    runs(&Text::told(text, lang))
}

/// A text as runs.
pub fn runs(text: &Text) -> String {
    styled(text, "")
}

/// A text as runs of a character style.
pub fn styled(text: &Text, style: &str) -> String {
    let mut out = String::new();
    for run in text.runs() {
        match run.language {
            Language::Km => khmer(&mut out, run, style),
            Language::En => write(&mut out, &run.text, run, style, false),
        }
    }
    out
}

/// Khmer letters, and apart from them the digits and signs of Europe between them, which its font lacks.
fn khmer(out: &mut String, run: &Run, style: &str) {
    let text = breakable(&run.text);
    let (mut part, mut is_complex) = (String::new(), true);
    for letter in text.chars() {
        let needs = match letter {
            ' ' | '\u{A0}' | '\u{200B}'..='\u{200D}' => is_complex,
            _ => is_khmer(letter) || matches!(letter, '\u{300}'..='\u{36F}' | '\u{25CC}'),
        };
        if needs != is_complex && !part.is_empty() {
            write(out, &part, run, style, is_complex);
            part.clear();
        }
        is_complex = needs;
        part.push(letter);
    }
    if !part.is_empty() {
        write(out, &part, run, style, is_complex);
    }
}

fn write(out: &mut String, text: &str, run: &Run, style: &str, is_complex: bool) {
    out.push_str("<w:r><w:rPr>");
    if !style.is_empty() {
        let _ = write!(out, r#"<w:rStyle w:val="{style}"/>"#);
    }
    if run.weight == Weight::Strong {
        out.push_str("<w:b/><w:bCs/>");
    }
    if is_complex {
        out.push_str(COMPLEX);
    }
    let language = match run.language {
        Language::Km => r#"<w:lang w:bidi="km-KH"/>"#,
        Language::En => r#"<w:lang w:val="en-GB"/>"#,
    };
    let _ = write!(out, r#"{language}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text));
}

/// A text in which nothing is markup, and no character that XML forbids.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}
