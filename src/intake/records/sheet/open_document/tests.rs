use std::io::Write;

use super::super::Sheet;
use super::*;

/// The rows of the first sheet that says anything as they are read, and what looking over found.
fn read(sheets: &str) -> Result<(Vec<SheetRow>, Found), TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.ods");
    let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("mimetype", options).unwrap();
    archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    archive.start_file("content.xml", options).unwrap();
    write!(archive, "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>").unwrap();
    archive.finish().unwrap();
    let (mut sheet, found) = Sheet::open(&path)?;
    let mut rows = Vec::new();
    while let Some(row) = sheet.next_row()? {
        rows.push(row);
    }
    Ok((rows, found))
}

fn text(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

fn sheet(name: &str, rows: &str) -> String {
    format!("<table:table table:name=\"{name}\">{rows}</table:table>")
}

fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn a_cell_says_what_is_seen_in_it() {
    let cells = [
        ("office:value-type=\"float\" office:value=\"12345678\"><text:p>12,345,678</text:p>", "12345678"),
        ("office:value-type=\"currency\" office:value=\"2.5\"><text:p>$2.50</text:p>", "2.5"),
        ("office:value-type=\"date\" office:date-value=\"2026-10-03\"><text:p>3 Oct</text:p>", "2026-10-03"),
        (
            "office:value-type=\"date\" office:date-value=\"2026-10-03T06:10:00\"><text:p/>",
            "2026-10-03T06:10:00",
        ),
        ("office:value-type=\"time\" office:time-value=\"PT06H10M00S\"><text:p>6:10</text:p>", "06:10"),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TRUE</text:p>", "true"),
        ("office:value-type=\"string\"><text:p>a &amp; b&#x1780;</text:p>\n <text:p>c</text:p>", "a & bក\nc"),
        (
            "office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b<text:line-break/><text:span>c</text:span></text:p>",
            "a  b\nc",
        ),
        (
            "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>",
            "#DIV/0!",
        ),
        (
            "office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>\
             <text:p>said</text:p>",
            "said",
        ),
        (
            "office:value-type=\"string\"><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame>\
             <text:p>said</text:p>",
            "said",
        ),
    ];
    let columns = cells.map(|(cell, _)| format!("<table:table-cell {cell}</table:table-cell>")).concat();
    let (rows, _) = read(&sheet("a", &row(&columns))).unwrap();
    let said: Vec<&str> = rows[0].cells.iter().map(String::as_str).collect();
    assert_eq!(said, cells.map(|(_, said)| said));
    assert_eq!(rows[0].numbers, [0, 1]);
}

#[test]
fn rows_and_cells_stand_where_the_sheet_shows_them() {
    let rows = [
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>",
        &row(&["<table:table-cell table:number-columns-repeated=\"2\"/>", &text("c")].concat()),
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\" \
         table:number-columns-repeated=\"2\"><text:p>twice</text:p></table:table-cell></table:table-row>",
        &row("<table:table-cell/><table:covered-table-cell table:number-columns-repeated=\"2\" \
              office:value-type=\"string\"><text:p>lies under</text:p></table:covered-table-cell>\
              <table:table-cell office:value-type=\"string\"><text:p>d</text:p></table:table-cell>"),
        "<table:table-row-group><table:table-row><table:table-cell office:value-type=\"string\"><text:p>grouped</text:p>\
         </table:table-cell></table:table-row></table:table-row-group>",
        "<table:table-row table:number-rows-repeated=\"1048568\"><table:table-cell/></table:table-row>",
    ]
    .concat();
    let (rows, found) = read(&[sheet("empty", ""), sheet("a", &rows)].concat()).unwrap();
    let seen: Vec<(u64, String)> = rows.iter().map(|row| (row.line, row.cells.join("|"))).collect();
    let expected = [(4, "||c"), (5, "twice|twice"), (6, "twice|twice"), (7, "|||d"), (8, "grouped")];
    assert_eq!(seen, expected.map(|(line, cells)| (line, cells.to_owned())));
    assert_eq!((found.rows, found.unread), (4, Vec::new()));
}

#[test]
fn only_the_first_sheet_that_says_anything_is_read_and_the_others_are_told() {
    let sheets = [
        "<table:tracked-changes><table:table-cell-content-change><text:p>old</text:p></table:table-cell-content-change>\
         </table:tracked-changes>",
        &sheet("empty", &row("<table:table-cell/>")),
        &sheet("first", &row(&text("said"))),
        &sheet("blank", &row(&text(" "))),
        &sheet("ទីពីរ", &[row(&text("more")), row(&text("and more"))].concat()),
    ]
    .concat();
    let (rows, found) = read(&sheets).unwrap();
    assert_eq!((rows.len(), &*rows[0].cells[0]), (1, "said"));
    assert_eq!(found.unread, ["ទីពីរ"]);
    // One that nobody sees is not taken for the table.
    let hidden = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
    let first =
        sheet("lists", &row(&text("hidden"))).replace("table:name", "table:style-name=\"ta2\" table:name");
    let (rows, found) =
        read(&[hidden.to_owned(), first, sheet("seen", &row(&text("said")))].concat()).unwrap();
    assert_eq!((&*rows[0].cells[0], found.unread), ("said", vec!["lists".to_owned()]));
}

/// A small file may say once what would be more than can be held: that is known before a row is taken.
#[test]
fn what_repeats_without_end_is_refused() {
    let cell = |repeats: u32, length: usize| {
        let text = "x".repeat(length);
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{repeats}\"><text:p>{text}</text:p>\
             </table:table-cell>"
        )
    };
    let long = read(&sheet("a", &row(&cell(16_384, 10_000))));
    assert!(matches!(long, Err(TableError::LongRow { line: 1 })), "{:?}", long.err());
    let many = read(&sheet(
        "a",
        &format!(
            "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
            cell(16_384, 1)
        ),
    ));
    assert!(matches!(many, Err(TableError::TooLarge)), "{:?}", many.err());
    let endless = read(&sheet("a", &row(&text(&"x".repeat(5_000_000)))));
    assert!(matches!(endless, Err(TableError::TooLarge)), "{:?}", endless.err());
    let (rows, _) = read(&sheet("a", &row(&cell(4_000_000_000, 1)))).unwrap();
    assert_eq!(rows[0].cells.len(), 16_384);
}
