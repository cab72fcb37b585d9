//! Word and Excel files of the demo book, opened by LibreOffice: they convert to PDF, and hold the title and figures of
//! the Markdown.

#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::Desk;

/// A book in clear with demo cases.
fn desk() -> Desk {
    let desk = Desk::with_book("");
    desk.ok(&["demo", "--cases", "400", "--csv", "cases.csv"]);
    desk.ok(&["import", "cases.csv"]);
    desk
}

/// All cells as they are shown, of all sheets, in UTF-8.
const CELLS: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

/// Tells LibreOffice that complex scripts are Khmer here, as an office in Cambodia has it (Options, Languages). Without that
/// Calc sets the Khmer of a workbook in a font that has none, and what it then takes from others lacks letters.
const KHMER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale_CTL" oor:op="fuse"><value>km-KH</value></prop></item></oor:items>"#;

/// Has LibreOffice convert files; false where it is missing.
fn convert(folder: &Path, into: &str, files: &[&str]) -> bool {
    let user = folder.join("office/user");
    if !user.exists() {
        std::fs::create_dir_all(&user).unwrap();
        std::fs::write(user.join("registrymodifications.xcu"), KHMER).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    let office = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", into])
        .args(files)
        .current_dir(folder)
        .env("HOME", folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if office.is_err() {
        println!("skipped: no LibreOffice here");
    }
    office.is_ok_and(|status| status.success())
}

/// The text of a file's pages after LibreOffice made a PDF of it; `None` where the reader of PDF is missing.
fn pages(folder: &Path, file: &str) -> Option<String> {
    let pdf = Path::new(file).with_extension("pdf");
    let output = Command::new("pdftotext").arg(pdf).arg("-").current_dir(folder).output();
    let output = output.map_err(|_| println!("skipped: no pdftotext here")).ok()?;
    assert!(output.status.success(), "{file} did not convert");
    Some(solid(&String::from_utf8(output.stdout).unwrap()))
}

/// Whether the machine has a font for Khmer.
fn has_khmer_font() -> bool {
    let list = Command::new("fc-list").args([":lang=km", "family"]).output();
    list.is_ok_and(|list| !list.stdout.is_empty())
}

/// The text of a workbook's sheets.
fn cells(folder: &Path, file: &str) -> String {
    let stem = file.trim_end_matches(".xlsx");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_of = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(&format!("{stem}-")) && name.contains(".csv")
    };
    let texts: Vec<String> = files.filter(is_of).map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(texts.len() > 3, "{file}: {} sheets", texts.len());
    solid(&texts.concat())
}

/// Without spaces, for lines are broken.
fn solid(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200B}'..='\u{200D}'))
        .collect()
}

/// Counts from the tables of a Markdown file, without those that stand for charts: these are pictures elsewhere.
fn figures(markdown: &str) -> Vec<String> {
    let rows = markdown.lines().filter(|line| line.starts_with('|') && !line.starts_with("| ---"));
    let rows = rows.filter(|row| row.split('|').count() > 6);
    rows.flat_map(|row| row.split('|').skip(2).take(2).map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
        .filter(|cell| !cell.is_empty() && cell.chars().all(char::is_numeric))
        .collect()
}

#[test]
fn libreoffice_opens_a_brief_and_shows_its_title_and_figures() {
    let desk = desk();
    let mut files = Vec::new();
    for lang in ["km", "en"] {
        for ending in ["docx", "xlsx", "md"] {
            let file = format!("{lang}-{ending}.{ending}");
            desk.ok(&["--lang", lang, "brief", "--for", "nssf", "--out", &file]);
            files.push(file);
        }
    }
    let of = |ending: &str| -> Vec<&str> {
        files.iter().map(String::as_str).filter(|file| file.ends_with(ending)).collect()
    };
    let folder = desk.folder.path();
    if !convert(folder, "pdf", &[of("docx"), of("xlsx")].concat()) || !convert(folder, CELLS, &of("xlsx")) {
        return;
    }
    for lang in ["km", "en"] {
        let markdown = std::fs::read_to_string(desk.path(&format!("{lang}-md.md"))).unwrap();
        let title = solid(markdown.lines().next().unwrap().trim_start_matches("# "));
        let figures = figures(&markdown);
        assert!(figures.len() > 20, "{figures:?}");
        let Some(pages) = pages(folder, &format!("{lang}-docx.docx")) else {
            return;
        };
        let cells = cells(folder, &format!("{lang}-xlsx.xlsx"));
        assert!(pages.contains(&title) && cells.contains(&title), "{title}: {pages} {cells}");
        for figure in figures {
            assert!(pages.contains(&figure), "{lang}: {figure} is not in {pages}");
            // A sheet's numbers are written by the program that shows them.
            let figure = wardbook::domain::digits::to_ascii(&figure);
            assert!(cells.contains(&figure), "{lang}: {figure} is not in {cells}");
        }
    }
    if has_khmer_font() {
        let printed = pages(folder, "km-xlsx.xlsx").unwrap();
        // Letters of the words that Calc has lost: a sign below a letter, and a vowel before both.
        for word in ["សង្ខេប", "ថ្ងៃ"] {
            assert!(printed.contains(word), "{word} is not in {printed}");
        }
    }
    let printed = pages(folder, "en-xlsx.xlsx").unwrap();
    assert!(printed.contains("Complaints") && printed.contains("Kandal"), "{printed}");
}

#[test]
fn an_export_opens_in_libreoffice_under_a_khmer_name() {
    let desk = desk();
    let name = "ករណី ខេត្តកណ្ដាល.xlsx";
    desk.ok(&["export", name, "province:kandal"]);
    let cases = desk.json(&["list", "province:kandal consent:count", "--json"]);
    if !convert(desk.folder.path(), "pdf", &[name]) {
        return;
    }
    let Some(pages) = pages(desk.folder.path(), name) else {
        return;
    };
    let number = cases[0]["number"].as_str().unwrap();
    assert!(pages.contains(&solid(number)), "{number}");
}
