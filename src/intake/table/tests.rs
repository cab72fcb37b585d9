use super::*;
use crate::i18n::{Lang, header};
use crate::intake::error::WorkbookFault;

fn open(bytes: &[u8]) -> Result<Table, TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, bytes).unwrap();
    Table::open(&path, Reading::default())
}

#[test]
fn headers_are_read_in_both_languages_and_any_separator() {
    for text in [
        "visited_on,facility,issues\n2026-10-03,N00003,WAIT\n",
        "\u{FEFF}visited_on;facility;issues\r\n2026-10-03;N00003;WAIT\r\n",
        "sep=;\nvisited_on;facility;issues\n2026-10-03;N00003;WAIT",
        "visited_on\tfacility\tissues\n\t\t\n2026-10-03\tN00003\tWAIT",
    ] {
        let mut table = open(text.as_bytes()).unwrap();
        let row = table.next_row().unwrap().unwrap();
        assert_eq!(row.text(Column::Facility), "N00003", "{text}");
        assert!(table.next_row().unwrap().is_none());
    }
    let khmer: Vec<&str> = [Column::VisitedOn, Column::Facility, Column::Issues]
        .into_iter()
        .map(|column| header(column, Lang::Km))
        .collect();
    let mut table = open(format!("{}\n2026-10-03,N00003,WAIT\n", khmer.join(",")).as_bytes()).unwrap();
    assert_eq!(table.next_row().unwrap().unwrap().text(Column::Issues), "WAIT");
}

/// Rows are known again by it, also where a file of refused rows or another program wrote them.
#[test]
fn a_row_is_digested_with_the_names_of_its_columns() {
    let mut table = open(b"visited_on,odd,facility,issues\n2026-10-03,x,'=1,WAIT\n2026-10-04,x,\n").unwrap();
    for cells in [
        "visited_on\u{1F}2026-10-03\u{1E}facility\u{1F}=1\u{1E}issues\u{1F}WAIT\u{1E}",
        "visited_on\u{1F}2026-10-04\u{1E}",
    ] {
        assert_eq!(table.next_row().unwrap().unwrap().digest, hex(&Sha256::digest(cells)));
    }
}

#[test]
fn tables_that_cannot_be_read_say_why() {
    assert!(matches!(open(b""), Err(TableError::Empty)));
    assert!(matches!(open(b"a,b\n1,2\n"), Err(TableError::Columns { missing, .. }) if missing.len() == 3));
    assert!(matches!(open(b"visited_on,facility,issues,facility\n"), Err(TableError::Twice(_))));
    let table = open(b"visited_on,facility,issues,colour\n2026-10-03,N00003,WAIT,red\n").unwrap();
    assert_eq!(table.layout().unknown().collect::<Vec<_>>(), ["colour"]);
    let rows = ["visited_on,facility,issues,local\n\n2026-10-03,N00003,WAIT,ក\n".as_bytes(), b"2026-10-03,"]
        .concat();
    for (broken, line) in [(b"\xFF,WAIT\n".as_slice(), 4), (b"\xE1\x9E", 4), (b"N00003,WAIT\n\xE1\x9E,", 5)] {
        let opened = open(&[rows.as_slice(), broken].concat());
        assert!(matches!(opened, Err(TableError::NoText { line: told }) if told == line), "{broken:?}");
    }
    assert!(matches!(Table::open(Path::new("/"), Reading::default()), Err(TableError::File { .. })));
    let open_quote = open(b"visited_on,facility,issues\n2026-10-03,N00003,\"WAIT\n2026-10-03,N00003,WAIT\n");
    assert!(matches!(open_quote, Err(TableError::OpenQuote { line: 2 })));
}

fn first_row(table: &mut Table) -> [String; 3] {
    let row = table.next_row().unwrap().unwrap();
    [Column::VisitedOn, Column::Facility, Column::Narrative].map(|column| row.text(column).to_owned())
}

#[test]
fn a_table_is_read_in_whatever_it_is_written() {
    let text = "visited_on,facility,issues,narrative\r\n3/10/2026,N00003,WAIT,រង់ចាំ é\r\n";
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for bytes in [text.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(first_row(&mut open(&bytes).unwrap()), ["3/10/2026", "N00003", "រង់ចាំ é"]);
    }
    let western = b"visited_on;facility;issues;narrative\n3/10/2026;N00003;WAIT;caf\xE9\n";
    assert_eq!(first_row(&mut open(western).unwrap())[2], "café");
    // Khmer with a damaged letter is no Windows-1252, nor is half a pair of UTF-16 a letter.
    let damaged = [text.as_bytes(), b"3/10/2026,N00003,WAIT,\xFF\n"].concat();
    assert!(matches!(open(&damaged), Err(TableError::NoText { line: 3 })));
    let mut half = wide(u16::to_le_bytes);
    half.extend([0x00, 0xD8, 0x0A, 0x00]);
    assert!(matches!(open(&half), Err(TableError::NoText { line: 3 })));
    half.push(0x41);
    assert!(matches!(open(&half), Err(TableError::NoText { .. })));
}

#[test]
fn a_row_without_an_end_is_refused_before_it_is_held() {
    let mut bytes = b"visited_on,facility,issues,narrative\n2026-10-03,N00003,WAIT,".to_vec();
    bytes.resize(5_000_000, b'a');
    bytes.extend(b"\n2026-10-03,N00003,WAIT,b\n");
    assert!(matches!(open(&bytes), Err(TableError::LongRow { line: 2 })));
}

#[test]
fn months_that_come_first_are_asked_about_and_then_read() {
    let rows = |dates: &[&str]| {
        let rows: Vec<String> = dates.iter().map(|date| format!("{date},N00003,WAIT\n")).collect();
        format!("visited_on,facility,issues\n{}", rows.concat()).into_bytes()
    };
    let asked = open(&rows(&["3/10/2026", "10/25/2026"]));
    assert!(
        matches!(asked, Err(TableError::MonthFirst { line: 3, date, against: None }) if date == "10/25/2026")
    );
    let mixed = open(&rows(&["3/10/2026", "25/10/2026", "10/25/2026"]));
    assert!(matches!(mixed, Err(TableError::MonthFirst { line: 4, against: Some((3, _)), .. })));
    assert!(open(&rows(&["3/10/2026", "25/10/2026"])).is_ok());
    let short = open(&rows(&["3/4/26", "៣/៤/២៦", "10/25/26"]));
    assert!(matches!(short, Err(TableError::MonthFirst { line: 4, date, .. }) if date == "10/25/26"));
    assert_eq!(first_row(&mut open(&rows(&["3/4/26", "25/10/26"])).unwrap())[0], "2026-04-03");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, rows(&["3/10/2026"])).unwrap();
    let by =
        |dates| Reading { mapping: Mapping { dates: Some(dates), ..Mapping::default() }, rows: Rows::Cases };
    for (dates, expected) in [(Dates::DayFirst, "3/10/2026"), (Dates::MonthFirst, "2026-03-10")] {
        assert_eq!(first_row(&mut Table::open(&path, by(dates)).unwrap())[0], expected);
    }
    std::fs::write(&path, rows(&["3/10/26"])).unwrap();
    for (dates, expected) in [(Dates::DayFirst, "2026-10-03"), (Dates::MonthFirst, "2026-03-10")] {
        assert_eq!(first_row(&mut Table::open(&path, by(dates)).unwrap())[0], expected);
    }
}

#[test]
fn a_workbook_is_read_as_it_is_seen() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ករណី.xlsx");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("empty").unwrap();
    let sheet = book.add_worksheet();
    let heads = ["visited_on", "facility", "issues", "arrived", "paid_riel", "narrative"];
    for (column, head) in (0..).zip(heads) {
        sheet.write(1, column, head).unwrap();
    }
    let (day, time) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("hh:mm"));
    sheet.write_with_format(2, 0, ExcelDateTime::from_ymd(2026, 10, 3).unwrap(), &day).unwrap();
    sheet.write_with_format(2, 3, ExcelDateTime::from_hms(6, 10, 0).unwrap(), &time).unwrap();
    sheet.write(2, 1, "N00003").unwrap().write(2, 2, "WAIT").unwrap();
    sheet.write(2, 4, 40_000).unwrap().write(2, 5, "រង់ចាំ\nយូរ").unwrap();
    // Days as bare numbers, and a formula with the value that was kept with it.
    sheet.write(5, 0, 46_298).unwrap().write(5, 1, "N00003").unwrap();
    sheet.write_formula(5, 5, rust_xlsxwriter::Formula::new("=1+1").set_result("two")).unwrap();
    book.save(&path).unwrap();
    let mut table = Table::open(&path, Reading::default()).unwrap();
    let row = table.next_row().unwrap().unwrap();
    let columns = [Column::Arrived, Column::PaidRiel];
    assert_eq!(
        (row.line, columns.map(|column| row.text(column).to_owned())),
        (3, ["06:10", "40000"].map(str::to_owned))
    );
    drop(row);
    let mut table = Table::open(&path, Reading::default()).unwrap();
    assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "រង់ចាំ\nយូរ"]);
    assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", "two"]);
    assert!(table.next_row().unwrap().is_none());
    for (name, bytes) in
        [("broken.xlsx", b"PK\x03\x04broken".as_slice()), ("text.ods", b"a,b\n"), ("none.xlsx", b"")]
    {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let opened = Table::open(&path, Reading::default());
        assert!(matches!(opened, Err(TableError::NoWorkbook { .. } | TableError::Empty)), "{name}");
    }
}

/// Only a cell that holds a number has lost what cannot stand in one.
#[test]
fn a_nought_is_given_back_to_a_telephone_that_is_a_number_and_to_nothing_else() {
    use rust_xlsxwriter::Workbook;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("phones.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["visited_on", "facility", "issues", "member_phone", "member_nssf_number", "paid_riel"];
    for (column, head) in (0..).zip(heads) {
        sheet.write(0, column, head).unwrap();
    }
    let long = 1_234_567_890_123_456_f64;
    for (row, (phone, card)) in
        (1..).zip([(12_345_678.0, 12_345_678.0), (971_234_567.0, long), (1_234_567.0, 5.5), (long, 7.0)])
    {
        sheet.write(row, 0, "2026-10-03").unwrap().write(row, 1, "N00003").unwrap();
        sheet.write(row, 3, phone).unwrap().write(row, 4, card).unwrap().write(row, 5, 12_345_678).unwrap();
    }
    for (column, text) in [(0, "2026-10-03"), (3, "12345678"), (4, "12345678")] {
        sheet.write(5, column, text).unwrap();
    }
    book.save(&path).unwrap();
    let mut table = Table::open(&path, Reading::default()).unwrap();
    let mut read = || {
        let row = table.next_row().unwrap().unwrap();
        let [phone, card, paid] = [Column::MemberPhone, Column::MemberNssfNumber, Column::PaidRiel]
            .map(|column| row.text(column).to_owned());
        assert_eq!(
            (row.cells().get(3), row.is_number(Column::MemberNssfNumber)),
            (Some(&*phone), !paid.is_empty())
        );
        (phone, card, paid, row.has_nought_back)
    };
    let is = |phone: &str, card: &str, back| (phone.to_owned(), card.to_owned(), "12345678".to_owned(), back);
    assert_eq!(read(), is("012345678", "12345678", true));
    assert_eq!(read(), is("0971234567", "1.23456789012346E+15", true));
    assert_eq!(read(), is("1234567", "5.5", false));
    assert_eq!(read(), is("1.23456789012346E+15", "7", false));
    let (phone, card, _, back) = read();
    assert_eq!((phone.as_str(), card.as_str(), back), ("12345678", "12345678", false));
}

/// Its reader panics at it where sums are checked, as here.
#[test]
fn a_sheet_at_which_its_reader_panics_is_refused_and_not_taken_for_its_end() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("row.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "visited_on").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut text).unwrap();
        if name.ends_with("sheet1.xml") {
            let cells = String::from_utf8(text).unwrap();
            assert!(cells.contains("r=\"A1\""));
            text = cells.replace("r=\"A1\"", "r=\"A99999999999999999999\"").into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&text).unwrap();
    }
    to.finish().unwrap();
    assert!(matches!(Table::open(&path, Reading::default()), Err(TableError::NoWorkbook { .. })));
}

/// Its reader would wait for the table's end for ever.
#[test]
fn a_sheet_that_is_not_whole_is_refused_and_not_waited_for() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.ods");
    let whole = "<o:document-content><o:body><o:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell \
        office:value-type=\"string\"><text:p>visited_on</text:p></table:table-cell></table:table-row></table:table>\
        </o:spreadsheet></o:body></o:document-content>";
    let (cut, _) = whole.split_once("</table:table>").unwrap();
    for content in [cut.to_owned(), whole.replace("</table:table>", "</table026>")] {
        let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("mimetype", options).unwrap();
        archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
        archive.start_file("content.xml", options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
        archive.finish().unwrap();
        let opened = Table::open(&path, Reading::default());
        assert!(matches!(opened, Err(TableError::NoWorkbook { .. })));
    }
}

/// What is wrong with a workbook is told apart, for what helps is another thing each time.
#[test]
fn a_workbook_that_is_none_is_damaged_or_has_a_password_says_which() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let fault = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        match Table::open(&path, Reading::default()) {
            Err(TableError::NoWorkbook { fault, .. }) => fault,
            other => panic!("{name}: {:?}", other.err()),
        }
    };
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "visited_on").unwrap();
    let whole = book.save_to_buffer().unwrap();
    assert_eq!(fault("text.xlsx", b"visited_on,facility\n"), WorkbookFault::NoWorkbook);
    assert_eq!(fault("cut.xlsx", &whole[..whole.len() / 2]), WorkbookFault::Damaged);
    let mut broken = whole.clone();
    broken[60..90].fill(0xFF);
    assert_eq!(fault("broken.xlsx", &broken), WorkbookFault::Damaged);
    // As LibreOffice saves with a password: the list of parts says so, and the parts are no XML.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("content.xml", b"\x8F\x12\x99\x00\xA4"),
        ("META-INF/manifest.xml", b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
    ] {
        archive.start_file(name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    let locked = archive.finish().unwrap().into_inner();
    assert_eq!(fault("locked.ods", &locked), WorkbookFault::Encrypted);
    // As Excel does: a file of the old kind around it, which names its parts in UTF-16, anywhere.
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.resize((1 << 16) - 10, 0);
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(fault("locked.xlsx", &locked), WorkbookFault::Encrypted);
    std::fs::write(folder.path().join("old.xls"), &old).unwrap();
    let error = Table::open(&folder.path().join("old.xls"), Reading::default()).err();
    assert!(matches!(error, Some(TableError::OldWorkbook { .. })), "{error:?}");
}

#[test]
fn a_defused_cell_is_read_as_it_was() {
    assert_eq!(armed("'=1+1"), "=1+1");
    assert_eq!(armed("'tis"), "'tis");
}

/// What can be read in one order only is not read in the other when the order was told.
#[test]
fn an_order_that_was_told_holds_for_all_dates() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, "visited_on,facility,issues\n25/10/2026,N00003,WAIT\n").unwrap();
    let mapping = Mapping { dates: Some(Dates::MonthFirst), ..Mapping::default() };
    let mut table = Table::open(&path, Reading { mapping, rows: Rows::Cases }).unwrap();
    assert_eq!(first_row(&mut table)[0], "2026-25-10");
}

#[test]
fn dates_tell_whether_they_are_settled() {
    let dates = |dates: &[&str]| {
        let rows: Vec<String> = dates.iter().map(|date| format!("{date},N00003,WAIT\n")).collect();
        let table = open(format!("visited_on,facility,issues\n{}", rows.concat()).as_bytes()).unwrap();
        (table.open_date().map(|(text, day)| (text, day.to_string())), table.may_have_swapped_dates())
    };
    let open_date = Some(("5/10/2026".to_owned(), "2026-10-05".to_owned()));
    assert_eq!(dates(&["4/4/2026", "5/10/2026", "2026-10-20"]), (open_date, false));
    assert_eq!(dates(&["5/10/2026", "25/10/2026"]), (None, false));
    assert_eq!(dates(&["4/4/2026", "2026-10-03"]), (None, false));
    // As a spreadsheet leaves them that takes the month to come first.
    assert_eq!(dates(&["2026-03-10", "13/10/2026"]), (None, true));
    assert_eq!(dates(&["2026-03-10", "2026-03-13", "13/10/2026"]), (None, false));
    for month in [
        "16-Oct-26",
        "16 October 2026",
        "October 16, 2026",
        "Oct 16 2026",
        "ថ្ងៃទី១៦ ខែតុលា ឆ្នាំ២០២៦",
        "១៦ តុលា ២០២៦",
    ] {
        let text = format!("visited_on;facility;issues\n{month};N00003;WAIT\n");
        assert_eq!(first_row(&mut open(text.as_bytes()).unwrap())[0], "2026-10-16", "{month}");
    }
}

#[test]
fn a_title_may_stand_above_the_headers() {
    let titled = b"Complaints of Kandal local,,\n\n,November 2026,\nvisited_on,facility,issues\n2026-10-03,N00003,WAIT\n";
    let mut table = open(titled).unwrap();
    assert_eq!(table.headers_below(), Some(4));
    assert_eq!(first_row(&mut table), ["2026-10-03", "N00003", ""]);
    assert!(table.next_row().unwrap().is_none());
    // Where nothing is known by name the first record counts.
    let unknown = Table::open_by(Path::new("/nowhere"), Rows::Cases, |_| Mapping::default());
    assert!(unknown.is_err());
    let unknown = open(b"when,where,what\n2026-10-03,N00003,WAIT\n2026-10-04,N00003,WAIT\n");
    assert!(matches!(unknown, Err(TableError::Columns { .. })));
    assert_eq!(open(b"visited_on,facility,issues\n").unwrap().headers_below(), None);
}

#[test]
fn waits_are_hours_where_the_header_says_so() {
    let waits = |header: &str, wait: &str| {
        let text = format!("visited_on,facility,issues,{header}\n2026-10-03,N00003,WAIT,{wait}\n");
        let mut table = open(text.as_bytes()).unwrap();
        table.next_row().unwrap().unwrap().text(Column::WaitedMinutes).to_owned()
    };
    assert_eq!(waits("Hours waited", "4"), "4h");
    assert_eq!(waits("ម៉ោងរង់ចាំ", "១.៥"), "1.5h");
    assert_eq!(waits("Hours waited", "\"1,5\""), "1.5h");
    assert_eq!(waits("Hours waited", "3h20"), "3h20");
    assert_eq!(waits("Minutes waited", "240"), "240");
    assert_eq!(waits("waited_minutes", "240"), "240");
}

/// Forms of others have codes of their own, which an officer tells once.
#[test]
fn choices_of_another_form_are_read_as_they_were_told() {
    let mapping = "[columns]\n\"prob/problems\" = \"issues\"\n[values.issues]\nlong_wait = \"WAIT:high\"\nasked_money = \"PAY\"\n";
    let issues = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, text).unwrap();
        let reading = Reading { mapping: Mapping::parse(mapping).unwrap(), rows: Rows::Cases };
        let mut table = Table::open(&path, reading).unwrap();
        assert_eq!(table.layout().guessed().count(), 0);
        let row = table.next_row().unwrap().unwrap();
        (row.text(Column::Issues).to_owned(), row.text(Column::WaitedMinutes).to_owned())
    };
    let both = "visited_on,facility,prob/problems,prob/problems/long_wait,prob/problems/asked_money,prob/problems/other\n\
        2026-10-03,N00003,long_wait asked_money,1,1,0\n";
    assert_eq!(issues(both), ("WAIT:high;PAY".to_owned(), String::new()));
    let split =
        "visited_on,facility,prob/problems/long_wait,prob/problems/asked_money\n2026-10-03,N00003,1,1\n";
    assert_eq!(issues(split), ("WAIT;PAY".to_owned(), String::new()));
}
