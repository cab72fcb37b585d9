//! What can be read from a file of each format that goes out, by programs and libraries other than those that wrote it.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use quick_xml::events::Event;
use zip::ZipArchive;

/// Stands between texts that are apart, so that the digits of one do not run into those of the next.
const APART: &str = " ø ";

/// What a Markdown file says.
#[expect(clippy::unnecessary_wraps, reason = "as every reader")]
pub fn as_text(path: &Path) -> Option<String> {
    Some(std::fs::read_to_string(path).unwrap())
}

/// What stands between the tags of a page, but for its style and its fonts.
#[expect(clippy::unnecessary_wraps, reason = "as every reader")]
pub fn between_tags(path: &Path) -> Option<String> {
    let page = std::fs::read_to_string(path).unwrap();
    let parts = page.split("<style").map(|part| part.rsplit("</style>").next().unwrap());
    let texts = parts.flat_map(|part| part.split('<')).filter_map(|part| part.split_once('>'));
    let text: String = texts.map(|(_, text)| text).collect();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    Some(entities.into_iter().fold(text, |text, (entity, letter)| text.replace(entity, letter)))
}

/// What copies out of a PDF; `None` where there is no `pdftotext`.
pub fn copied_from_pdf(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output();
    let Ok(output) = output else {
        println!("skipped: no pdftotext here");
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap())
}

/// All that the parts of a Word or Excel file say: their texts in order, behind them their attributes, as what is said in
/// place of a picture; and what stands in the files of pictures beside their pixels. Fonts say nothing.
#[expect(clippy::unnecessary_wraps, reason = "as every reader")]
pub fn out_of_parts(path: &Path) -> Option<String> {
    let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let (mut texts, mut attributes) = (String::new(), String::new());
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        match name.rsplit('.').next() {
            Some("png") => texts.push_str(&beside_pixels(&content)),
            Some("odttf") => {}
            _ => told(&String::from_utf8(content).unwrap(), &mut texts, &mut attributes),
        }
    }
    Some(texts + &attributes)
}

/// The texts and attributes of a part.
fn told(xml: &str, texts: &mut String, attributes: &mut String) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Text(text) | Event::Comment(text) => texts.push_str(text),
            Event::CData(text) => texts.push_str(text),
            Event::GeneralRef(name) => texts.push_str(match &**name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => unreachable!("&{other};"),
            }),
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attributes.push_str(&attribute.unwrap().value);
                    attributes.push_str(APART);
                }
            }
            // Letters of one paragraph stand in many runs; all else is apart.
            Event::End(tag) if !matches!(tag.name().as_ref(), "w:t" | "w:r" | "w:rPr") => {
                texts.push_str(APART);
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

/// What a picture says beside its pixels. The letters in it are drawn from the document that other formats write out, and
/// no program reads them back; but a file may carry notes, and ours has none but the program's name.
#[expect(clippy::unnecessary_wraps, reason = "as every reader")]
pub fn beside_the_pixels(path: &Path) -> Option<String> {
    Some(beside_pixels(&std::fs::read(path).unwrap()))
}

/// The chunks of a PNG file but those that make its pixels.
fn beside_pixels(png: &[u8]) -> String {
    let mut rest = png.strip_prefix(b"\x89PNG\r\n\x1A\n").unwrap();
    let mut told = String::new();
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let (kind, behind) = behind.split_at(4);
        let (content, behind) = behind.split_at(u32::from_be_bytes(*length) as usize);
        if !matches!(kind, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND") {
            assert_eq!((kind, content), (b"tEXt".as_slice(), b"Software\0Wardbook".as_slice()));
            told.push_str(&String::from_utf8_lossy(content));
            told.push_str(APART);
        }
        // Behind each is its checksum.
        rest = &behind[4..];
    }
    told
}
