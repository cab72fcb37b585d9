//! What the demo's briefs say: kept as Markdown in `tests/briefs/`, and the same in every other format, figure by figure.
//! When briefs change on purpose, `WARDBOOK_WRITE_BRIEFS=1 cargo test --test briefs` writes them anew.

#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use common::formats::{between_tags, copied_from_pdf, out_of_parts};
use wardbook::app::brief::{Brief, BriefRequest, Prepared, write};
use wardbook::app::{Settings, open_demo};
use wardbook::brief::document::{Block, Chart, Document};
use wardbook::domain::digits::to_ascii;
use wardbook::domain::times::parse_length;
use wardbook::i18n::Lang;

/// One of a whole country, and one of a place.
const PARTIES: [&str; 2] = ["nssf", "phd:08"];

fn kept(party: &str, lang: Lang) -> PathBuf {
    let name = format!("{}-{lang}.md", party.replace(':', "-"));
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/briefs").join(name)
}

/// The Markdown as it is kept: members are called otherwise in every book.
fn to_keep(markdown: &str, prepared: &Prepared) -> String {
    let stories = prepared.stories().iter().zip(1..);
    stories.fold(markdown.to_owned(), |text, (story, number)| {
        text.replace(&story.pseudonym, &format!("X0X{number}"))
    })
}

fn says_the_same_everywhere(lang: Lang) {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open_demo(folder.path(), 500, Settings::default()).unwrap();
    for party in PARTIES {
        let request = BriefRequest::of(party.parse().unwrap(), lang);
        let prepared = session.prepare_brief(&request).unwrap();
        let brief = Brief::from(&prepared);
        let written = |ending: &str| {
            let path = folder.path().join(format!("brief.{ending}"));
            write(&brief.document, &path).unwrap();
            path
        };
        let markdown = std::fs::read_to_string(written("md")).unwrap();
        let (path, found) = (kept(party, lang), to_keep(&markdown, &prepared));
        if std::env::var_os("WARDBOOK_WRITE_BRIEFS").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let wanted = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        for (found, wanted) in found.lines().zip(wanted.lines()) {
            assert_eq!(found, wanted, "{}", path.display());
        }
        assert_eq!(found.len(), wanted.len(), "{}", path.display());

        let parts = read(&markdown);
        has_no_gaps(&parts, lang);
        let captions = parts.iter().filter(|part| matches!(part, Part::Table(..))).count();
        assert!(captions > 4, "{captions}");
        let drawn = drawn(&brief.document);
        if let Some(text) = copied_from_pdf(&written("pdf")) {
            holds(&unfurnished(&text, &brief.document), &parts, &drawn, "pdf");
        }
        holds(&out_of_parts(&written("docx")).unwrap(), &parts, &drawn, "docx");
        holds(&between_tags(&written("html")).unwrap(), &parts, &drawn, "html");
        is_counted_alike(&written("xlsx"), &parts);
    }
}

#[test]
fn the_demo_s_briefs_say_what_is_kept_and_the_same_in_every_format() {
    says_the_same_everywhere(Lang::En);
}

#[test]
fn they_do_so_in_khmer() {
    says_the_same_everywhere(Lang::Km);
}

/// The captions of charts, which Markdown has as tables, each with how many cells of a row stand in letters where it is
/// drawn. Where a place lies in a funnel is told by its mark; its counts and shares stand beside other charts and in tables.
fn drawn(document: &Document) -> BTreeMap<String, usize> {
    let captions = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => {
            let in_letters = if matches!(figure.chart, Chart::Funnel(_)) { 3 } else { usize::MAX };
            Some((solid(&figure.caption.to_string()), in_letters))
        }
        _ => None,
    });
    captions.collect()
}

/// That tables and charts are numbered from one on, in the order in which they stand: each format prints these captions.
fn has_no_gaps(parts: &[Part], lang: Lang) {
    for word in [lang.pick("តារាង ", "Table "), lang.pick("រូប ", "Figure ")] {
        let captions = parts.iter().filter_map(|part| match part {
            Part::Table(caption, _) => caption.strip_prefix(word)?.split([':', '៖']).next(),
            _ => None,
        });
        let numbers: Vec<u32> = captions.map(|number| to_ascii(number).parse().unwrap()).collect();
        let wanted: Vec<u32> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, wanted, "{word}");
    }
}

/// Whether a text says what stands in a cell, its figure and the number of cases behind it together or apart.
fn says(whole: &str, cell: &str) -> bool {
    let apart = cell.strip_suffix(')').and_then(|cell| cell.split_once(" ("));
    whole.contains(&solid(cell))
        || apart.is_some_and(|(main, of)| {
            whole.contains(&solid(main)) && whole.contains(&solid(&format!("n = {of}")))
        })
}

/// A part of a Markdown file.
#[derive(Debug)]
enum Part {
    /// A line.
    Line(String),
    /// A figure to remember, and what it counts.
    Key(String, String),
    /// A table under its caption, with the names of its columns first.
    Table(String, Vec<Vec<String>>),
}

fn read(markdown: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for line in markdown.lines().filter(|line| !line.is_empty() && !line.starts_with("| --")) {
        if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            let row = row.split(" | ").map(unescaped).collect();
            match parts.last_mut() {
                Some(Part::Table(_, rows)) => rows.push(row),
                Some(Part::Line(caption)) => {
                    let caption = std::mem::take(caption);
                    parts.pop();
                    parts.push(Part::Table(caption, vec![row]));
                }
                _ => unreachable!("a table without a caption: {line}"),
            }
        } else if let Some((value, label)) = line.strip_prefix("- **").and_then(|key| key.split_once("** ")) {
            parts.push(Part::Key(unescaped(value), unescaped(label)));
        } else {
            let bare = line.trim_start_matches('#').trim_start_matches(['-', '>']).trim_start();
            parts.push(Part::Line(unescaped(bare)));
        }
    }
    parts
}

fn unescaped(markdown: &str) -> String {
    let mut text = String::new();
    let mut letters = markdown.chars();
    while let Some(letter) = letters.next() {
        text.push(if letter == '\\' { letters.next().unwrap() } else { letter });
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Without spaces and what joins letters, for lines are broken.
fn solid(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}'..='\u{200D}'))
        .collect()
}

/// The text of a PDF without what stands at the head and foot of its pages.
fn unfurnished(text: &str, document: &Document) -> String {
    let [head, foot] =
        [&document.furniture.head, &document.furniture.foot].map(|text| solid(&text.to_string()));
    let pages = text.split('\u{c}').enumerate().map(|(number, page)| {
        let page = solid(page);
        let page = page.rsplit_once(&foot).map_or(page.as_str(), |(page, _)| page);
        // The first page has none at its head, and says the same as a title.
        if number == 0 { page.to_owned() } else { page.replace(&head, "") }
    });
    pages.collect()
}

/// That a text holds all parts in order. Of what is drawn there it holds each cell somewhere.
fn holds(text: &str, parts: &[Part], drawn: &BTreeMap<String, usize>, format: &str) {
    let whole = solid(text);
    let mut rest = whole.as_str();
    let mut follows = |wanted: &str| {
        let wanted = solid(wanted);
        let found = rest.find(&wanted);
        assert!(found.is_some(), "{format}: {wanted} does not follow in {rest}");
        rest = rest.split_at(found.unwrap() + wanted.len()).1;
    };
    for part in parts {
        match part {
            Part::Line(line) => follows(line),
            Part::Key(value, label) => {
                for said in [value, label] {
                    assert!(whole.contains(&solid(said)), "{format}: {said} is not in {whole}");
                }
            }
            Part::Table(caption, rows) => {
                follows(caption);
                let drawn = drawn.get(&solid(caption));
                for row in rows.iter().skip(usize::from(drawn.is_some())) {
                    match drawn {
                        None => row.iter().for_each(|cell| follows(cell)),
                        // Not each month is named under its column.
                        Some(in_letters) => {
                            let is_drawn = format == "pdf";
                            let cells = row.iter().take(if is_drawn { *in_letters } else { usize::MAX });
                            for cell in cells.skip(usize::from(is_drawn)) {
                                assert!(says(&whole, cell), "{format}: {cell} is not drawn in {whole}");
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A cell as a workbook has it: counts, minutes and shares as numbers, each in a cell of its own.
fn typed(cell: &str) -> Vec<Data> {
    let main_and_aside = cell.strip_suffix(')').and_then(|cell| cell.split_once(" ("));
    let (main, aside) = main_and_aside.unwrap_or((cell, ""));
    let count = |text: &str| to_ascii(text).replace([',', '.'], "").parse::<u32>().ok().map(f64::from);
    let share = |text: &str| match text.strip_suffix('%').and_then(count) {
        Some(percents) => Data::Float(percents / 100.0),
        None => Data::String(text.to_owned()),
    };
    if main.ends_with('%') {
        let ends = aside.split('–').filter(|end| !end.is_empty());
        return std::iter::once(main).chain(ends).map(share).collect();
    }
    if let Some(number) = count(cell) {
        return vec![Data::Float(number)];
    }
    let is_wait = main.chars().any(char::is_numeric)
        && ["h", "min", "ម៉ោង", "នាទី"].iter().any(|unit| main.contains(unit));
    match parse_length(main).ok().filter(|_| is_wait) {
        Some(minutes) => std::iter::once(f64::from(minutes)).chain(count(aside)).map(Data::Float).collect(),
        None => vec![Data::String(cell.to_owned())],
    }
}

fn is_same(found: &Data, wanted: &Data) -> bool {
    match (found, wanted) {
        (Data::String(found), Data::String(wanted)) => solid(found) == solid(wanted),
        _ => found == wanted,
    }
}

/// That a workbook says each line, and has each figure as a number in the row where it belongs.
fn is_counted_alike(path: &Path, parts: &[Part]) {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheets: Vec<Vec<Vec<Data>>> = book
        .sheet_names()
        .clone()
        .iter()
        .map(|name| {
            let range = book.worksheet_range(name).unwrap();
            range.rows().map(<[Data]>::to_vec).collect()
        })
        .collect();
    let texts = sheets.iter().flatten().flatten().filter(|cell| matches!(cell, Data::String(_)));
    let texts = solid(&texts.map(ToString::to_string).collect::<String>());
    let mut figures = 0;
    for part in parts {
        match part {
            Part::Line(line) => assert!(texts.contains(&solid(line)), "xlsx: {line} is not in {texts}"),
            Part::Key(value, label) => {
                let is_it = |row: &&Vec<Data>| {
                    row.get(1).is_some_and(|cell| solid(&cell.to_string()).starts_with(&solid(label)))
                };
                let row = sheets[0].iter().find(is_it);
                let row = row.unwrap_or_else(|| unreachable!("xlsx: {label} is not in {:?}", sheets[0]));
                assert!(is_same(&row[0], &typed(value)[0]), "xlsx: {value} {label}: {row:?}");
                figures += 1;
            }
            Part::Table(caption, rows) => {
                let is_it = |sheet: &&Vec<Vec<Data>>| solid(&sheet[0][0].to_string()) == solid(caption);
                let sheet =
                    sheets.iter().skip(1).find(is_it).unwrap_or_else(|| unreachable!("xlsx: {caption}"));
                for (row, found) in rows.iter().skip(1).zip(sheet.iter().skip(2)) {
                    let found: Vec<&Data> = found.iter().filter(|cell| **cell != Data::Empty).collect();
                    let name = Data::String(row[0].clone());
                    let wanted: Vec<Data> = std::iter::once(name)
                        .chain(row.iter().skip(1).flat_map(|cell| typed(cell)))
                        .collect();
                    let is_alike = found.len() >= wanted.len()
                        && found.iter().zip(&wanted).all(|(found, wanted)| is_same(found, wanted));
                    assert!(is_alike, "xlsx: {caption}: {found:?} is not {wanted:?}");
                    figures += wanted.len() - 1;
                }
            }
        }
    }
    assert!(figures > 30, "{figures}");
}
