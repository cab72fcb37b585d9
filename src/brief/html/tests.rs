//! A page holds the document's text as text and nothing that acts; and in a real browser it fits, asks for nothing and
//! prints.

use std::fs;
use std::path::Path;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::*;
use crate::brief::compose::compose;
use crate::brief::compose::tests::{facts, facts_of_charts};
use crate::brief::samples::{all_hostile, hostile, naughty, saying, saying_all};

/// A document that says one text everywhere, in charts too.
fn charted(text: &str, lang: Lang) -> Document {
    let mut document = saying(text, lang);
    for block in compose(&facts_of_charts(), lang).blocks {
        if let Block::Figure(mut figure) = block {
            figure.caption = Text::told(text, lang);
            text.clone_into(&mut figure.alternative);
            document.blocks.push(Block::Figure(figure));
        }
    }
    document
}

/// The tags of a page, and its text as a reader of HTML would read it.
fn parsed(html: &str) -> (Vec<&str>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    for (place, piece) in html.split('<').enumerate() {
        let Some((tag, behind)) = piece.split_once('>').filter(|_| place > 0) else {
            text.push_str(piece);
            continue;
        };
        assert!(!behind.contains('>'), "a stray bracket: {behind}");
        tags.push(tag);
        text.push_str(behind);
    }
    for (entity, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, letter);
    }
    (tags, text)
}

#[test]
fn hostile_text_is_read_back_as_text_and_nothing_acts() {
    let long = "w".repeat(100_000);
    let texts = hostile().map(|(text, lang)| (text, saying(text, lang)));
    let all = all_hostile();
    let charted = Lang::ALL.map(|lang| (all.as_str(), charted(&all, lang)));
    for (text, document) in texts.chain(charted).chain([(long.as_str(), saying(&long, Lang::Km))]) {
        let html = render(&document).unwrap();
        let (before, behind) = html.split_once("<style>").unwrap();
        let (style, body) = behind.split_once("</style>").unwrap();
        let digest = STANDARD.encode(Sha256::digest(style.as_bytes()));
        assert!(before.contains(&format!("style-src 'sha256-{digest}'")));
        assert!(before.contains("default-src 'none'") && !style.contains('<') && !style.contains("http:"));
        let page = format!("{before}{body}");
        let (tags, read) = parsed(&page);
        // Twice in the page's title, and where the text itself stands; captions, titles and descriptions of charts.
        let said = document.title.to_string();
        let places = if text == all { 20 } else { 15 };
        assert!(read.matches(&said).count() >= places, "{} of {text:?}", read.matches(&said).count());
        for tag in tags {
            let name = tag.split([' ', '\n']).next().unwrap_or_default().trim_start_matches('/');
            let known = [
                "!DOCTYPE",
                "html",
                "head",
                "meta",
                "title",
                "style",
                "body",
                "main",
                "h1",
                "h2",
                "p",
                "div",
                "dl",
                "dt",
                "dd",
                "ul",
                "li",
                "figure",
                "figcaption",
                "blockquote",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "span",
                "svg",
                "desc",
                "text",
                "tspan",
                "rect",
                "circle",
                "path",
                "details",
                "summary",
                "footer",
            ];
            assert!(known.contains(&name), "{tag}");
            // Outside quotation marks stand names of attributes alone.
            let bare: String = tag.split('"').step_by(2).collect();
            let acts = [" on", "href", "src=", "style=", "action"].iter().any(|word| bare.contains(word));
            assert!(!acts && !bare.contains('\''), "{tag}");
        }
    }
}

#[test]
fn the_list_of_naughty_strings_is_read_back_and_nothing_acts() {
    let (document, read_back) = saying_all(&naughty(), Lang::En);
    let html = render(&document).unwrap();
    let body = html.split_once("</style>").unwrap().1;
    let (tags, read) = parsed(body);
    for text in read_back {
        assert!(read.matches(&text).count() >= 2, "{text:?}");
    }
    let acting =
        ["script", "img", "iframe", "a", "svg", "object", "embed", "link", "base", "form", "input", "video"];
    let name =
        |tag: &str| tag.trim_start_matches('/').split([' ', '\n', '/', '>']).next().unwrap().to_lowercase();
    assert!(tags.iter().all(|tag| !acting.contains(&name(tag).as_str()) && !tag.contains(" on")));
}

#[test]
fn the_same_document_makes_the_same_page_of_little_size() {
    let document = compose(&facts_of_charts(), Lang::Km);
    let html = render(&document).unwrap();
    assert_eq!(html, render(&document).unwrap());
    assert!(html.len() < 400_000, "{}", html.len());
    assert!(html.contains("<html lang=\"km\">") && html.contains("<span lang=\"en\">"));
}

/// Chromium, as Debian names it; `None`, said in one line, where there is none.
fn chromium(arguments: &[&str], folder: &Path) -> Option<(String, String)> {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let always = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        &profile,
    ];
    let output = Command::new("chromium").args(always).args(arguments).output();
    let output = output.map_err(|_| println!("skipped: no chromium here")).ok()?;
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some((told(&output.stdout), told(&output.stderr)))
}

/// A page around the page: shows it as wide as a telephone and as A4, and writes down what comes of it.
const HARNESS: &str = r#"<!DOCTYPE html><meta charset="utf-8"><body><script>
const html = HTML;
const frame = document.createElement("iframe");
frame.style = "border:0;width:390px;height:844px";
frame.srcdoc = html;
frame.onload = async () => {
  const inside = frame.contentWindow, page = frame.contentDocument;
  await page.fonts.ready;
  const told = [];
  for (const width of [390, 320, 794]) {
    frame.style.width = width + "px";
    told.push("width " + width + " " + page.documentElement.scrollWidth);
  }
  told.push("fonts " + [...page.fonts].every((font) => font.status == "loaded"));
  const asked = inside.performance.getEntriesByType("resource").filter((entry) => !entry.name.startsWith("data:"));
  told.push("asked " + asked.length);
  told.push("scripts " + page.scripts.length);
  const text = page.body.textContent;
  told.push("missing " + EXPECTED.filter((said) => !text.includes(said)).length);
  const result = document.createElement("pre");
  result.textContent = told.join(";");
  document.body.replaceChildren(result);
};
document.body.append(frame);
</script>"#;

#[test]
fn a_browser_shows_and_prints_it_whole_and_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, document) in [
        ("km", compose(&facts_of_charts(), Lang::Km)),
        ("en", compose(&facts_of_charts(), Lang::En)),
        ("hostile", charted(&format!("{} {}", all_hostile(), "W".repeat(3_000)), Lang::Km)),
    ] {
        let html = render(&document).unwrap();
        let expected = [document.title.to_string(), document.furniture.foot.to_string()];
        let quoted = |value: &serde_json::Value| value.to_string().replace('<', "\\u003c");
        let harness = HARNESS
            .replace("HTML;", &format!("{};", quoted(&serde_json::json!(html))))
            .replace("EXPECTED", &quoted(&serde_json::json!(expected)));
        fs::write(at("page.html"), &html).unwrap();
        fs::write(at("harness.html"), harness).unwrap();
        let address = format!("file://{}", at("harness.html").display());
        let Some((shown, said)) =
            chromium(&["--virtual-time-budget=20000", "--dump-dom", &address], folder.path())
        else {
            return;
        };
        let result = "width 390 390;width 320 320;width 794 794;fonts true;asked 0;scripts 0;missing 0";
        assert!(shown.contains(result), "{name}: {shown} {said}");
        assert!(!said.contains("CONSOLE"), "{name}: {said}");
        if name != "hostile" {
            let pdf = format!("--print-to-pdf={}", at("page.pdf").display());
            let address = format!("file://{}", at("page.html").display());
            let (_, said) = chromium(&["--no-pdf-header-footer", &pdf, &address], folder.path()).unwrap();
            assert!(!said.contains("CONSOLE"), "{name}: {said}");
            is_printed(&document, &at("page.pdf"));
        }
    }
}

/// That a printed page says the title, the figures to remember and the names of the rows.
fn is_printed(document: &Document, pdf: &Path) {
    let Ok(output) = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output() else {
        println!("skipped: no pdftotext here");
        return;
    };
    let solid = |text: &str| -> String {
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200B}').collect()
    };
    let text = solid(&String::from_utf8_lossy(&output.stdout));
    let mut said = vec![document.title.to_string()];
    for block in &document.blocks {
        match block {
            Block::KeyFigures(figures) => {
                said.extend(figures.iter().map(|figure| figure.value.written(document.lang)));
            }
            Block::Table(table) => {
                said.extend(table.rows.iter().flatten().map(|cell| cell.written(document.lang)));
            }
            Block::Figure(figure) => said.push(figure.caption.to_string()),
            _ => {}
        }
    }
    for said in said {
        assert!(text.contains(&solid(&said)), "{said} is not in {text}");
    }
}

#[test]
fn too_few_cases_make_a_page_too() {
    let mut few = facts();
    few.total.cases = 3;
    let html = render(&compose(&few, Lang::En)).unwrap();
    assert!(html.contains("fewer than 5") && !html.contains("<svg"));
}
