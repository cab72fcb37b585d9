//! Workbooks. The first byte tells what the rest is: a file as it stands, the cells of a sheet of Excel, its table of strings,
//! or the content of an OpenDocument sheet; those are packed here, so that what is found lies behind the packing.
#![no_main]

#[path = "common.rs"]
mod common;

use std::io::{Cursor, Write};
use std::sync::Once;

/// The reader of workbooks panics at some damaged ones, which `intake` expects and catches: only what panics elsewhere is a find.
static LETS_THE_READER_PANIC: Once = Once::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    LETS_THE_READER_PANIC.call_once(|| {
        let aborts = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !panic.location().is_some_and(|place| place.file().contains("/calamine-")) {
                aborts(panic);
            }
        }));
    });
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    match kind % 4 {
        0 => common::read("table.xlsx", rest),
        1 => common::read("table.xlsx", &excel(rest, b"<sst/>")),
        2 => common::read("table.xlsx", &excel(SHEET, rest)),
        _ => common::read(
            "table.ods",
            &packed(&[("mimetype", ODS), ("META-INF/manifest.xml", b"<m/>"), ("content.xml", rest)]),
        ),
    }
});

const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const SHEET: &[u8] = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c></row></sheetData></worksheet>";

fn excel(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
