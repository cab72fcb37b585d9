//! Word: pages that are edited in Word and LibreOffice, with real headings, lists, tables and captions.
//!
//! The parts of the file are written here: they are few, and the crates for it leave out what Khmer and a long table
//! need (the language of a run, a header that is repeated). What never changes stands in `docx/parts`, in the order
//! that the schema of Office Open XML wants. The Khmer font travels with the file, so that it looks the same where no
//! Khmer font is installed. The same document makes the same bytes. Knows the document model and nothing of cases.

mod body;
mod figure;
mod fonts;
mod furniture;
mod package;
mod table;
mod text;

use std::io;

use super::document::Document;
use package::Package;

/// A document for Word.
pub fn render(document: &Document) -> io::Result<Vec<u8>> {
    let mut package = Package::new(document.furniture.made_on);
    let (body, pictures) = body::document(document).map_err(io::Error::other)?;
    let has_khmer = body.contains(text::COMPLEX);
    package.part("[Content_Types].xml", include_str!("docx/parts/content_types.xml").as_bytes())?;
    package.part("_rels/.rels", include_str!("docx/parts/package_rels.xml").as_bytes())?;
    package.part("docProps/core.xml", furniture::properties(document).as_bytes())?;
    package.part("docProps/app.xml", include_str!("docx/parts/app.xml").as_bytes())?;
    package.part("word/document.xml", body.as_bytes())?;
    let related = include_str!("docx/parts/document_rels.xml").replace("{pictures}", &pictures.relations());
    package.part("word/_rels/document.xml.rels", related.as_bytes())?;
    package.part("word/styles.xml", include_str!("docx/parts/styles.xml").as_bytes())?;
    package.part("word/numbering.xml", include_str!("docx/parts/numbering.xml").as_bytes())?;
    package.part("word/settings.xml", include_str!("docx/parts/settings.xml").as_bytes())?;
    package.part("word/header1.xml", furniture::header(document).as_bytes())?;
    package.part("word/footer1.xml", furniture::footer(document).as_bytes())?;
    fonts::write(&mut package, has_khmer)?;
    for (name, picture) in pictures.parts() {
        package.part(&format!("word/{name}"), picture)?;
    }
    package.finish()
}

#[cfg(test)]
mod tests;
