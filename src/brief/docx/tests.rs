//! What a Word file says, that it is sound, and that nothing a document says becomes markup.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::*;
use crate::brief::document::{Block, Text};
use crate::brief::samples::{brief, hostile, naughty, saying, saying_all, texts};
use crate::i18n::Lang;

/// The parts of a file, by name.
fn parts(docx: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn part(docx: &[u8], name: &str) -> String {
    let found = parts(docx).into_iter().find(|(found, _)| found == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

/// The text of a part as a reader sees it, a line a paragraph, without the marks where a line may end.
fn told(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut lines, mut is_text) = (vec![String::new()], false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => is_text = tag.name().as_ref() == "w:t",
            Event::End(tag) => {
                is_text = false;
                if tag.name().as_ref() == "w:p" {
                    lines.push(String::new());
                }
            }
            Event::Text(text) if is_text => lines.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if is_text => {
                let letter = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    other => panic!("&{other};"),
                };
                lines.last_mut().unwrap().push(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    lines.iter().map(|line| line.replace('\u{200B}', "")).collect()
}

/// The lines of the main part, with one space where there are several, as LibreOffice and Word print them.
fn lines(document: &Document) -> Vec<String> {
    told(&part(&render(document).unwrap(), "word/document.xml"))
}

#[test]
fn all_that_a_brief_says_stands_there_in_order() {
    for lang in Lang::ALL {
        let document = brief(lang);
        let mut rest = lines(&document).into_iter();
        for text in texts(&document) {
            let wanted = text.replace('\u{200B}', "");
            // Figures stand apart from their brackets by a space that does not break.
            let found = rest.find(|line| line.replace('\u{A0}', " ") == wanted);
            assert!(found.is_some(), "{wanted}");
        }
        let body = part(&render(&document).unwrap(), "word/document.xml");
        for block in &document.blocks {
            if let Block::Figure(figure) = block {
                assert!(body.contains(&format!("descr=\"{}\"", text::escaped(&figure.alternative))));
            }
        }
    }
}

#[test]
fn each_part_is_sound_and_is_where_others_say() {
    for lang in Lang::ALL {
        let docx = render(&brief(lang)).unwrap();
        let parts = parts(&docx);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        for (name, content) in &parts {
            let Ok(xml) = std::str::from_utf8(content) else {
                // Fonts and pictures.
                continue;
            };
            assert!(!xml.contains('{') || name.ends_with("fontTable.xml"), "{name}: {xml}");
            let mut reader = Reader::from_str(xml);
            while reader.read_event().unwrap() != Event::Eof {}
            for target in xml.split("Target=\"").skip(1) {
                let target = target.split('"').next().unwrap();
                let folder = name.split("_rels/").next().unwrap();
                assert!(names.contains(&format!("{folder}{target}").as_str()), "{name}: {target}");
            }
        }
        let types = part(&docx, "[Content_Types].xml");
        for override_of in types.split("PartName=\"/").skip(1) {
            assert!(names.contains(&override_of.split('"').next().unwrap()), "{override_of}");
        }
    }
}

/// In which order the schema (ISO/IEC 29500-1, annex A) wants the children of an element; Word calls a file damaged that
/// has another. Of each those that a brief may use, and some beside them.
const ORDERS: [(&str, &str); 17] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc \
               textAlignment outlineLvl rPr sectPr",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps strike color spacing kern position sz szCs highlight u shd vertAlign rtl cs \
               em lang",
    ),
    ("w:tbl", "tblPr tblGrid tr"),
    (
        "w:tblPr",
        "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
                 tblDescription",
    ),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tblCellMar", "top left bottom right"),
    ("w:tr", "tblPrEx trPr tc"),
    ("w:trPr", "cantSplit tblHeader"),
    ("w:tcPr", "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign"),
    ("w:pBdr", "top left bottom right"),
    ("w:sectPr", "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg"),
    (
        "w:style",
        "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:lvl", "start numFmt pStyle suff lvlText lvlJc pPr rPr"),
    (
        "w:settings",
        "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop characterSpacingControl compat themeFontLang \
                    decimalSymbol listSeparator",
    ),
    ("w:font", "altName panose1 charset family pitch sig embedRegular embedBold"),
    ("wp:inline", "extent effectExtent docPr cNvGraphicFramePr graphic"),
    ("pic:pic", "nvPicPr blipFill spPr"),
];

#[test]
fn children_stand_in_the_order_of_the_schema_and_ids_are_used_once() {
    for lang in Lang::ALL {
        let docx = render(&brief(lang)).unwrap();
        for (name, content) in
            parts(&docx).into_iter().filter(|(name, _)| name.strip_suffix(".xml").is_some())
        {
            let xml = String::from_utf8(content).unwrap();
            let mut reader = Reader::from_str(&xml);
            // Each open element, with the place of its latest child in its order, and its own latest child.
            let mut open: Vec<(String, usize, String)> = Vec::new();
            let mut ids = std::collections::BTreeSet::new();
            loop {
                let event = reader.read_event().unwrap();
                let tag = match &event {
                    Event::Start(tag) | Event::Empty(tag) => tag,
                    Event::End(_) => {
                        let (element, _, last) = open.pop().unwrap();
                        // What is behind a table in a cell or a body, and in a cell at all, is a paragraph.
                        assert!(element != "w:tc" || last == "w:p", "{name}: a cell ends with {last}");
                        continue;
                    }
                    Event::Eof => break,
                    _ => continue,
                };
                let child = tag.name().as_ref().to_owned();
                if let Some((parent, place, last)) = open.last_mut() {
                    assert!(*last != "w:tbl" || child != "w:tbl", "{name}: two tables become one");
                    if let Some((_, order)) = ORDERS.iter().find(|(element, _)| element == parent) {
                        let bare = child.split(':').nth(1).unwrap_or(&child);
                        let found = order.split_whitespace().position(|known| known == bare);
                        let found = found.unwrap_or_else(|| panic!("{name}: {child} in {parent}"));
                        assert!(found >= *place, "{name}: {child} in {parent} stands behind {last}");
                        *place = found;
                    }
                    last.clone_from(&child);
                }
                if child == "wp:docPr" {
                    let id =
                        tag.attributes().map(|found| found.unwrap()).find(|found| found.key.as_ref() == "id");
                    assert!(ids.insert(id.unwrap().value.into_owned()), "{name}: an id is used twice");
                }
                if matches!(event, Event::Start(_)) {
                    open.push((child, 0, String::new()));
                }
            }
        }
    }
}

#[test]
fn word_is_told_what_things_are() {
    let document = brief(Lang::Km);
    let docx = render(&document).unwrap();
    let body = part(&docx, "word/document.xml");
    let styles = part(&docx, "word/styles.xml");
    for style in body.split("Style w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
    let charts = document.blocks.iter().filter(|block| matches!(block, Block::Figure(_))).count();
    assert_eq!(
        (body.matches("<w:tblHeader/>").count(), body.matches("<w:drawing>").count()),
        (tables, charts)
    );
    assert_eq!(body.matches("<w:pStyle w:val=\"Caption\"/>").count(), tables + charts);
    assert!(body.contains("<w:lang w:bidi=\"km-KH\"/>") && body.contains("<w:lang w:val=\"en-GB\"/>"));
    let footer = part(&docx, "word/footer1.xml");
    assert!(footer.contains(" PAGE ") && footer.contains(" NUMPAGES "), "{footer}");
    let properties = part(&docx, "docProps/core.xml");
    assert!(properties.contains("2026-11-22T00:00:00Z") && properties.contains("km-KH"), "{properties}");
    assert!(body.contains('\u{200B}'), "lines of Khmer end between words");
}

#[test]
fn the_same_document_makes_the_same_bytes_and_the_font_comes_back() {
    let docx = render(&brief(Lang::Km)).unwrap();
    assert!(docx == render(&brief(Lang::Km)).unwrap());
    let table = part(&docx, "word/fontTable.xml");
    for (font, file) in [("font1", "Regular"), ("font2", "Bold")] {
        let key =
            table.split(&format!("w:embed{file}")).nth(1).unwrap().split("w:fontKey=\"{").nth(1).unwrap();
        let key = key.split('}').next().unwrap().replace('-', "");
        let found = parts(&docx).into_iter().find(|(name, _)| name.contains(font) && name.contains("odttf"));
        let mut bytes = found.unwrap().1;
        let key = u128::from_str_radix(&key, 16).unwrap().to_le_bytes();
        for (byte, key) in bytes.iter_mut().zip(key.iter().cycle()).take(32) {
            *byte ^= key;
        }
        let path = format!("{}/fonts/Battambang-{file}.ttf", env!("CARGO_MANIFEST_DIR"));
        assert!(bytes == std::fs::read(path).unwrap());
    }
    let plain =
        Document::new(Lang::En, Text::told("t", Lang::En), Text::default(), brief(Lang::En).furniture);
    assert!(parts(&render(&plain).unwrap()).iter().all(|(name, _)| !name.contains("odttf")));
}

#[test]
fn hostile_text_comes_out_as_the_text_it_is() {
    for (text, lang) in hostile() {
        let document = saying(text, lang);
        let wanted = document.title.to_string().replace('\u{200B}', "");
        let docx = render(&document).unwrap();
        let lines = told(&part(&docx, "word/document.xml"));
        let found = lines.iter().filter(|line| **line == wanted).count();
        assert_eq!(found, 12, "{text:?}");
        let footer = told(&part(&docx, "word/footer1.xml"));
        assert!(footer[0].starts_with(&wanted), "{footer:?}");
        // No field but the page's number and the count of pages, and nothing from elsewhere.
        for (name, content) in parts(&docx) {
            let xml = String::from_utf8_lossy(&content);
            let fields = ["w:instrText", "w:hyperlink", "TargetMode=\"External\""];
            assert!(
                !fields
                    .iter()
                    .any(|field| xml.contains(&format!("<{field}")) || xml.contains(&format!(" {field}"))),
                "{name}"
            );
            assert_eq!(
                xml.matches("<w:fldSimple").count(),
                2 * usize::from(name == "word/footer1.xml"),
                "{name}"
            );
        }
    }
    let long = "w".repeat(100_000);
    assert!(lines(&saying(&long, Lang::En)).contains(&long));
    let (document, read) = saying_all(&naughty(), Lang::En);
    let lines = lines(&document);
    for text in read {
        let wanted = text.replace('\u{200B}', "");
        assert!(lines.iter().filter(|line| **line == wanted).count() >= 2, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_said_breaks_a_part(
        text in "([\\x00-\\x7F]|[\u{1780}-\u{17F9}]|[\u{200B}-\u{200F}]|[\u{202A}-\u{202E}]|[\u{300}-\u{36F}]|\\PC|.){0,120}",
        is_khmer in any::<bool>(),
    ) {
        let lang = if is_khmer { Lang::Km } else { Lang::En };
        let document = saying(&text, lang);
        let wanted = document.title.to_string().replace('\u{200B}', "");
        prop_assert_eq!(&lines(&document)[0], &wanted);
    }
}
