//! PDF: who wrote it, with what and when (Info and XMP, at the document and at each picture), what programs keep in it for
//! themselves, files that lie in it and scripts go; photos in it are cleaned like photos. What is written on its pages stays.
//! Written anew, it holds nothing of the states before, which a PDF otherwise keeps.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object};

use super::fault::CannotKeep;
use super::{Kept, jpeg};
use crate::domain::attachment::Stripped;

/// What goes from any dictionary: what was written about a thing, and what programs keep for themselves.
const GO: [(&[u8], Stripped); 4] = [
    (b"Metadata", Stripped::Texts),
    (b"PieceInfo", Stripped::Rest),
    (b"LastModified", Stripped::Times),
    (b"Thumb", Stripped::Pictures),
];

/// What goes from the document itself: what runs when it is opened, and the files in it.
const GO_FROM_CATALOG: [&[u8]; 5] = [b"OpenAction", b"AA", b"Names", b"AF", b"Collection"];

pub(super) fn clean(bytes: &[u8]) -> Result<Kept, CannotKeep> {
    // A damaged file may take the library's reader further than it can go.
    let read = std::panic::catch_unwind(|| Document::load_mem(bytes).ok());
    let Ok(Some(mut document)) = read else {
        return Ok(None);
    };
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(CannotKeep::Locked);
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return Ok(None);
    }
    let mut stripped = BTreeSet::new();
    for (name, went) in [(&b"Info"[..], Stripped::Texts), (b"ID", Stripped::Rest)] {
        if document.trailer.remove(name).is_some() && name == b"Info" {
            stripped.extend([went, Stripped::Times]);
        }
    }
    if let Ok(catalog) = document.catalog_mut() {
        for name in GO_FROM_CATALOG {
            stripped.extend(catalog.remove(name).map(|_| Stripped::Rest));
        }
    }
    for object in document.objects.values_mut() {
        clean_object(object, &mut stripped, 0);
    }
    document.prune_objects();
    let mut kept = Vec::new();
    let saved =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| document.save_to(&mut kept).is_ok()));
    // Of a damaged file more may have been guessed than can be written down again.
    let is_whole = matches!(saved, Ok(true)) && pages_of(&kept) == Some(pages);
    Ok(is_whole.then_some((kept, stripped)))
}

/// How many pages a file has, where it can be read.
fn pages_of(bytes: &[u8]) -> Option<usize> {
    std::panic::catch_unwind(|| Some(Document::load_mem(bytes).ok()?.get_pages().len())).ok().flatten()
}

/// No honest object lies deeper in others.
const DEEPEST: usize = 64;

fn clean_object(object: &mut Object, stripped: &mut BTreeSet<Stripped>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::Dictionary(dictionary) => clean_dictionary(dictionary, stripped, depth),
        Object::Array(objects) => {
            for object in objects {
                clean_object(object, stripped, depth + 1);
            }
        }
        Object::Stream(stream) => {
            clean_dictionary(&mut stream.dict, stripped, depth);
            let is_photo = stream.filters().is_ok_and(|filters| filters == [&b"DCTDecode"[..]]);
            if is_photo && let Some((photo, went)) = jpeg::clean(&stream.content) {
                stripped.extend(went);
                stream.set_content(photo);
            }
        }
        _ => {}
    }
}

fn clean_dictionary(dictionary: &mut Dictionary, stripped: &mut BTreeSet<Stripped>, depth: usize) {
    for (name, went) in GO {
        stripped.extend(dictionary.remove(name).map(|_| went));
    }
    let is = |dictionary: &Dictionary, name: &[u8], value: &[u8]| {
        dictionary.get(name).and_then(Object::as_name).is_ok_and(|found| found == value)
    };
    // Who wrote a note on a page, and when; in a form the same name is that of a field.
    let is_note =
        dictionary.has(b"Rect") && dictionary.has(b"Subtype") && !is(dictionary, b"Subtype", b"Widget");
    if is_note {
        for name in [&b"T"[..], b"M", b"CreationDate", b"NM"] {
            stripped.extend(dictionary.remove(name).map(|_| Stripped::Texts));
        }
    }
    for (_, object) in dictionary.iter_mut() {
        clean_object(object, stripped, depth + 1);
    }
}
