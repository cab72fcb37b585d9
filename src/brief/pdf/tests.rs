//! What a PDF says, and that nothing a document says can keep it from being written.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;

use super::*;
use crate::brief::compose::compose;
use crate::brief::compose::tests::facts;
use crate::brief::document::{Block, Cell, Column, Table, Text};
use crate::brief::samples::{hostile, naughty, saying, saying_all, texts};
use crate::i18n::Lang;

/// The text that a reader copies out, page by page, without spaces; `None` where there is no `pdftotext`.
fn copied(pdf: &[u8]) -> Option<Vec<String>> {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| println!("skipped: no pdftotext here"))
        .ok()?;
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.split('\u{c}').map(solid).filter(|page| !page.is_empty()).collect())
}

/// Without spaces, for lines are broken.
fn solid(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200B}').collect()
}

fn empty(lang: Lang) -> Document {
    Document { blocks: Vec::new(), ..compose(&facts(), lang) }
}

/// A column of short texts is as wide as they are, whatever stands beside it.
#[test]
fn short_texts_of_a_table_stand_on_one_line() {
    let lang = Lang::En;
    let column = |name: &str, is_figure| Column { name: Text::told(name, lang), is_figure };
    let row = |facility: &str, place: &str| {
        vec![Cell::Text(Text::told(facility, lang)), Cell::Text(Text::told(place, lang)), Cell::Count(12)]
    };
    let mut document = empty(lang);
    document.blocks.push(Block::Table(Table {
        columns: vec![
            column("Facility", false),
            column("Place", false),
            column("Cases", true),
            column("Open", true),
        ],
        rows: vec![
            row("Kampong Chhnang Provincial Referral Hospital", "Kampong Chhnang"),
            row(&"National Center for Tuberculosis and Leprosy Control ".repeat(4), "Phnom Penh"),
        ],
        ..Table::default()
    }));
    let sheets = flow::pages(&document, crate::brief::faces::Faces::built_in().unwrap());
    let drawn = sheets.pages.iter().flatten().flat_map(|placed| &placed.drawn);
    let lines: Vec<&str> = drawn
        .filter_map(|drawn| match drawn {
            sheets::Drawn::Text { line, .. } => line.text.get(line.letters.clone()),
            _ => None,
        })
        .collect();
    for whole in ["Kampong Chhnang Provincial Referral Hospital", "Kampong Chhnang", "Phnom Penh"] {
        assert!(lines.contains(&whole), "{whole}: {lines:?}");
    }
}

#[test]
fn all_that_a_brief_says_copies_out_in_order() {
    for lang in Lang::ALL {
        let document = compose(&facts(), lang);
        let Some(pages) = copied(&render(&document).unwrap()) else {
            return;
        };
        let whole = pages.concat();
        let mut rest = whole.as_str();
        for text in texts(&document) {
            let text = solid(&text);
            let found = rest.find(&text);
            assert!(found.is_some(), "{text} does not follow in {rest}");
            rest = rest.split_at(found.unwrap() + text.len()).1;
        }
        let numbered = crate::brief::compose::page(lang, "1", &pages.len().to_string());
        assert!(lang == Lang::Km || whole.contains(&solid(&numbered)), "{whole}");
    }
}

#[test]
fn khmer_words_with_letters_below_and_signs_above_copy_out_whole() {
    let words = "ក្នុង ស្ត្រី ខេត្ត ភ្នំពេញ សង្កាត់ អ្នកជំងឺ ព្រឹក្សា ញ្ញ ឱ្យ ឲ្យ ប.ស.ស. ១២៣ ៛ «ពេទ្យ» ក៏ ហ៊ាន ប៉ុន្តែ នឹង ធំ ទុំ កាំ សែ្ត្រ";
    let mut document = empty(Lang::Km);
    document.paragraph(words);
    let pdf = render(&document).unwrap();
    if let Some(pages) = copied(&pdf) {
        assert!(pages.concat().contains(&solid(words)), "{pages:?}");
    }
}

#[test]
fn the_same_document_makes_the_same_bytes_and_keeps_to_the_standard() {
    let document = compose(&facts(), Lang::Km);
    let pdf = render(&document).unwrap();
    assert!(pdf == render(&document).unwrap(), "the same input makes the same bytes");
    let text = String::from_utf8_lossy(&pdf);
    for said in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "/StructTreeRoot", "/Outlines"]
    {
        assert!(text.contains(said), "{said}");
    }
    assert!(text.contains("2026-11-22"), "the day that was handed in");
}

#[test]
fn a_long_table_names_its_columns_on_each_page() {
    let told = |text: &str| Text::told(text, Lang::En);
    let mut document = empty(Lang::En);
    let row = |n: u32| {
        let share = Cell::Share { share: 0.5, low: 0.25, high: 0.75 };
        vec![Cell::Text(told(&format!("Row {n}."))), Cell::Count(n), share]
    };
    document.blocks.push(Block::Table(Table {
        caption: told("Many rows"),
        columns: ["Headword", "Number", "Part"]
            .into_iter()
            .enumerate()
            .map(|(place, name)| Column { name: told(name), is_figure: place > 0 })
            .collect(),
        rows: (1..=200).map(row).collect(),
        notes: Vec::new(),
    }));
    let long = vec![Cell::Text(told(&"of many words ".repeat(600))), Cell::Untold, Cell::Untold];
    if let Some(Block::Table(table)) = document.blocks.last_mut() {
        table.rows.push(long);
    }
    let Some(pages) = copied(&render(&document).unwrap()) else {
        return;
    };
    assert!(pages.len() > 5, "{}", pages.len());
    for page in &pages {
        assert_eq!(page.matches("HeadwordNumberPart").count(), 1, "{page}");
    }
    for n in 1..=200 {
        assert!(pages.iter().any(|page| page.contains(&format!("Row{n}.{n}50%(25%–75%)"))), "row {n}");
    }
}

#[test]
fn no_heading_stands_alone_and_nothing_leaves_the_page() {
    use super::sheets::{Drawn, Owner};
    for lang in Lang::ALL {
        for lines in (0..48).step_by(6) {
            let mut document = compose(&facts(), lang);
            for _ in 0..lines {
                document.blocks.insert(0, Block::List(vec![Text::told("ពេទ្យ line", lang)]));
            }
            let sheets = flow::pages(&document, Faces::built_in().unwrap());
            for entry in &sheets.outline {
                let follows = sheets.pages[entry.page].iter().any(|placed| {
                    let is_below =
                        |drawn: &Drawn| matches!(drawn, Drawn::Text { y, .. } if *y > entry.y + 16.0);
                    matches!(placed.owner, Owner::Node(_)) && placed.drawn.iter().any(is_below)
                });
                assert!(follows, "{lang} {lines}: {}", entry.title);
            }
            for drawn in sheets.pages.iter().flatten().flat_map(|placed| &placed.drawn) {
                if let Drawn::Text { line, x, y, .. } = drawn {
                    let inside = *x >= style::LEFT - 1.0 && x + line.width <= style::RIGHT + 4.0;
                    assert!(inside && *y > 30.0 && y + line.height < style::PAGE.1 - 24.0, "{}", line.text);
                }
            }
        }
    }
}

#[test]
fn hostile_text_comes_out_as_the_text_it_is() {
    for (text, lang) in hostile().chain([("", Lang::En), (" ", Lang::Km)]) {
        let document = saying(text, lang);
        let pdf = render(&document).unwrap();
        let raw = String::from_utf8_lossy(&pdf);
        for act in ["/JavaScript", "/Launch", "/URI", "/OpenAction"] {
            assert!(!raw.contains(act), "{act}: {text}");
        }
        // What signs pile up to, and letters that no font of ours has, is drawn and not always copied.
        let wanted = solid(&document.title.to_string());
        if wanted.is_empty() || !wanted.is_ascii() {
            continue;
        }
        let Some(pages) = copied(&pdf) else {
            return;
        };
        let found = pages.concat().matches(&wanted).count();
        assert!(found >= 12, "{found} of {wanted}: {pages:?}");
    }
}

#[test]
fn the_list_of_naughty_strings_copies_out() {
    let (document, read) = saying_all(&naughty(), Lang::En);
    let Some(pages) = copied(&render(&document).unwrap()) else {
        return;
    };
    let said = pages.concat();
    for text in read.iter().map(|text| solid(text)).filter(|text| text.is_ascii()) {
        assert!(said.contains(&text), "{text:?}");
    }
}

#[test]
fn a_hundred_thousand_letters_without_a_space_are_broken_into_lines() {
    for (word, lang) in [("w", Lang::En), ("ពេទ្យ", Lang::Km)] {
        let text = word.repeat(100_000 / word.chars().count());
        let mut document = empty(lang);
        document.paragraph(&text);
        document.blocks.push(Block::Table(Table {
            columns: vec![Column { name: Text::told("n", lang), is_figure: false }],
            rows: vec![vec![Cell::Text(Text::told(&text, lang))]],
            ..Table::default()
        }));
        let Some(pages) = copied(&render(&document).unwrap()) else {
            return;
        };
        let found: usize = pages.iter().map(|page| page.matches(word).count()).sum();
        // Words that are cut between pages are not found.
        assert!(
            found >= 2 * (100_000 / word.chars().count()) - 4 * pages.len(),
            "{found} in {}",
            pages.len()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_said_keeps_a_document_from_being_written(
        text in "([\\x00-\\x7F]|[\u{1780}-\u{17F9}]|[\u{200B}-\u{200F}]|[\u{202A}-\u{202E}]|[\u{300}-\u{36F}]|\\PC|.){0,120}",
        is_khmer in any::<bool>(),
    ) {
        let lang = if is_khmer { Lang::Km } else { Lang::En };
        let rendered = render(&saying(&text, lang));
        prop_assert!(rendered.is_ok(), "{:?}", rendered.err());
    }
}
