//! What stands on each page beside its text, and in the file's properties.

use super::text::{escaped, runs, said, with};
use crate::brief::compose;
use crate::brief::document::Document;
use crate::i18n::{Lang, Language};

/// Stand where the program that shows the pages puts their number and count. No text holds them.
const NUMBER: &str = "\u{E000}";
const COUNT: &str = "\u{E001}";

/// At the head of all pages but the first.
pub fn header(document: &Document) -> String {
    let head = with("Header", "", &runs(&document.furniture.head));
    include_str!("parts/header.xml").replace("{body}", &head)
}

/// At the foot of each page.
pub fn footer(document: &Document) -> String {
    let mut foot = runs(&document.furniture.foot);
    foot.push_str("<w:r><w:tab/></w:r>");
    foot.push_str(&numbered(document.lang));
    include_str!("parts/footer.xml").replace("{body}", &with("Footer", "", &foot))
}

/// `Page 1 of 3`, with fields for the figures.
fn numbered(lang: Lang) -> String {
    let field =
        |what: &str| format!(r#"<w:fldSimple w:instr=" {what} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let sentence = compose::page(lang, NUMBER, COUNT);
    let mut out = String::new();
    let mut rest = sentence.as_str();
    while let Some((at, sign)) =
        rest.char_indices().find(|(_, letter)| matches!(letter, '\u{E000}' | '\u{E001}'))
    {
        out.push_str(&said(rest.get(..at).unwrap_or_default(), lang));
        out.push_str(&field(if sign == '\u{E000}' { "PAGE" } else { "NUMPAGES" }));
        rest = rest.get(at + sign.len_utf8()..).unwrap_or_default();
    }
    out.push_str(&said(rest, lang));
    out
}

/// Title, author, language and the day that the document bears.
pub fn properties(document: &Document) -> String {
    let day = format!("{}T00:00:00Z", document.furniture.made_on.format("%Y-%m-%d"));
    let language = match document.lang.language() {
        Language::Km => "km-KH",
        Language::En => "en-GB",
    };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified><dc:language>{language}</dc:language></cp:coreProperties>"#,
        escaped(&document.title.to_string()),
        escaped(&document.subtitle.to_string()),
        author = escaped(&document.furniture.author),
    )
}
