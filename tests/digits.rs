//! Khmer is written with Khmer digits: in all that the program says, and in the briefs, letters and agendas that are kept.
//! What keeps its Western digits is listed here, with the reason.

#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is typed, dialled or looked up as it stands.
const AS_IT_STANDS: &[&str] = &[
    // Keys of a keyboard.
    "F1",
    "F2",
    "F4",
    "F6",
    "F7",
    "F9",
    "F11",
    "F12",
    // Codes of places, facilities and cases; queries, commands and JSON, which are typed in Latin letters.
    "08",
    "0811",
    "081101",
    "H080801",
    "HC-010604",
    "N00003",
    "KC-7F3Q-2XM9",
    "province:08",
    "waited>120",
    "since:2026-01-01",
    "--cases 10",
    "2026-10-03",
    r#"{\"visited_on\":\"2026-10-03\",\"facility\":\"H080801\",\"issues\":[\"WAIT\"]}"#,
    "facility:H080801",
    "agent:H080801",
    "nssf-branch:08",
    "phd:08",
    "labour:08",
    "7/9",
    // Days and years in a file of holidays, which programs write.
    "2027-04-14",
    "14/4/2027",
    "2027",
    // A setting of the environment, in the page of keys that is made.
    "WARDBOOK_WRITE_KEYS=1",
    // Times with a Latin letter.
    "6h10",
    "3h20",
    "7h",
    // The Western digits themselves, in the settings.
    "0123",
    // An encoding, a form, an address.
    "UTF-8",
    "KO41a",
    "SHA-256",
    // Kinds of files, and how points on a map are given.
    "MP3",
    "M4A",
    "3GP",
    "WGS84",
    "48N",
    "en.freshnewsasia.com/index.php/en/localnews/57917-2025-02-20-05-15-07.html",
    // Hotlines, as they stand on the keys of a telephone.
    "1286",
    "1297",
    // What members are called in the briefs that are kept.
    "K7M4",
    "X0X1",
    "X0X2",
    "X0X3",
    "X0X4",
    "X0X5",
    // What officers wrote in English of what they asked for, in the briefs that are kept.
    "30",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn is_khmer(text: &str) -> bool {
    text.chars().any(|letter| ('\u{1780}'..='\u{17DD}').contains(&letter))
}

/// The texts in quotation marks of a Rust file, as they are written there, without those of its tests.
fn texts(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = source[from..].find(['"', '\'', '/', '#']).map(|at| from + at) {
        let behind = &source[at + 1..];
        from = at + 1;
        match source.as_bytes()[at] {
            b'/' if behind.starts_with('/') => from += behind.find('\n').unwrap_or(behind.len()),
            // A module of tests is the last thing of a file.
            b'#' if behind.starts_with("[cfg(test)]") || behind.starts_with("[cfg(all(test") => {
                let item = behind.lines().skip(1).find(|line| !line.starts_with('#')).unwrap_or_default();
                if item.contains("mod ") && item.ends_with('{') {
                    break;
                }
            }
            // A quotation mark in quotation marks.
            b'\'' if behind.starts_with("\"'") => from += 2,
            b'\'' if behind.starts_with("\\\"'") => from += 3,
            b'"' => {
                let raw = source[..at].chars().rev().take_while(|sign| *sign == '#').count();
                let end = if source[..at - raw].ends_with('r') {
                    behind.find(&format!("\"{}", "#".repeat(raw)))
                } else {
                    let mut is_escaped = false;
                    behind.char_indices().find_map(|(place, letter)| {
                        let ends = letter == '"' && !is_escaped;
                        is_escaped = letter == '\\' && !is_escaped;
                        ends.then_some(place)
                    })
                };
                let end = end.unwrap_or(behind.len());
                found.push(behind[..end].to_owned());
                from = (from + end + 1).min(source.len());
            }
            _ => {}
        }
    }
    found
}

/// What stands in a Khmer text in Western digits, with what stands around each; names in braces are no text.
fn western(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        bare.push_str(before);
        let name = behind.split('}').next().unwrap_or_default();
        let is_name = name
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "_:.>".contains(sign));
        rest = if is_name && behind.contains('}') { &behind[name.len() + 1..] } else { behind };
        bare.push_str(if is_name { " " } else { "{" });
    }
    bare.push_str(rest);
    let words = bare.split(|sign: char| !sign.is_ascii_graphic());
    let words = words.map(|word| word.trim_matches(|sign: char| "()[],;:.«»`\\\"*|".contains(sign)));
    words.filter(|word| word.contains(|sign: char| sign.is_ascii_digit())).map(ToOwned::to_owned).collect()
}

/// The exceptions that stand in some texts; what is none is told with where it stands.
fn exceptions<'t>(texts: impl Iterator<Item = (String, &'t Path)>) -> (BTreeSet<&'static str>, Vec<String>) {
    let (mut met, mut wrong) = (BTreeSet::new(), Vec::new());
    for (text, path) in texts {
        for word in western(&text) {
            let known = AS_IT_STANDS
                .iter()
                .find(|known| **known == word || known.strip_prefix("--cases ") == Some(&word));
            match known {
                Some(known) => drop(met.insert(*known)),
                None => wrong.push(format!("{}: {word} in {text}", path.display())),
            }
        }
    }
    (met, wrong)
}

#[test]
fn all_that_is_said_in_khmer_has_khmer_digits() {
    let is_of_tests = |path: &PathBuf| {
        let name = path.to_string_lossy().replace('\\', "/");
        name.contains("/tests")
            || name.ends_with("/samples.rs")
            || path.extension().is_none_or(|ending| ending != "rs")
    };
    let sources: Vec<PathBuf> =
        files(&root().join("src")).into_iter().filter(|path| !is_of_tests(path)).collect();
    let said = sources.iter().flat_map(|path| {
        let source = std::fs::read_to_string(path).unwrap();
        texts(&source).into_iter().filter(|text| is_khmer(text)).map(|text| (text, path.as_path()))
    });
    let said: Vec<_> = said.collect();
    assert!(said.len() > 1_500, "{}", said.len());
    let (met, wrong) = exceptions(said.into_iter());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for hotline in ["1286", "1297", "KC-7F3Q-2XM9"] {
        assert!(met.contains(hotline), "{hotline}");
    }
}

#[test]
fn the_khmer_papers_that_are_kept_have_khmer_digits() {
    let papers: Vec<PathBuf> = ["tests/briefs", "src/brief/letter", "src/brief/compose/tests"]
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
        .filter(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            name.strip_suffix("km").is_some_and(|rest| rest.ends_with(['-', '.']))
        })
        .collect();
    assert!(papers.len() >= 6, "{papers:?}");
    let lines = papers.iter().flat_map(|path| {
        let paper = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        // What a snapshot says of itself is no paper, nor are notes in templates; members' words stay as they were told.
        let paper = match path.extension().unwrap().to_str() {
            Some("snap") => paper.splitn(3, "---\n").nth(2).unwrap().to_owned(),
            _ => paper,
        };
        let is_template = path.extension().is_some_and(|ending| ending == "txt");
        let lines: Vec<_> = paper
            .lines()
            .filter(|line| !line.trim_start().starts_with('>') && (!is_template || !line.starts_with('#')))
            .map(|line| (line.to_owned(), path.as_path()))
            .collect();
        lines
    });
    let (_, wrong) = exceptions(lines);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn western_digits_are_found() {
    let source =
        "let a = 'x'; /* \" */ let b = \"\u{1780} 95 % {p90}\"; // \"12\"\nlet c = r#\"\u{1780} \"F3\"\"#;";
    let source = source.replace("/* \" */ ", "");
    let found: Vec<Vec<String>> = texts(&source).iter().map(|text| western(text)).collect();
    assert_eq!(found, [vec!["95".to_owned()], vec!["F3".to_owned()]]);
    assert!(western("\u{17E9}\u{17E5}% \u{1780} {cases:>4}").is_empty());
}
