//! A web page: one file, without scripts and with nothing from elsewhere, for a telephone, a screen and A4.
//!
//! Whatever a document says is text in it, never markup: all of it goes through one function that escapes it. And
//! should that fail one day, the page's own policy forbids scripts, addresses, and every style but the one whose
//! digest it names. Fonts and charts stand in the file. The same document makes the same bytes.

mod words;

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::document::{Block, Cell, Document, Figure, KeyFigure, Table, Text};
use super::draw::svg::{Named, escaped, svg, tag, write_runs};
use super::draw::{self, NARROW, WIDE};
use super::faces::{Faces, FontError};
use crate::i18n::{Lang, Language};

/// The fonts with the name of their family, their weight, and how much larger than asked for they are set.
const FONTS: [(&str, u32, &[u8], &str); 4] = [
    ("Brief", 400, include_bytes!("../../fonts/NotoSans-Regular.woff2"), ""),
    ("Brief", 700, include_bytes!("../../fonts/NotoSans-SemiBold.woff2"), ""),
    ("Brief Khmer", 400, include_bytes!("../../fonts/Battambang-Regular.woff2"), KHMER),
    ("Brief Khmer", 700, include_bytes!("../../fonts/Battambang-Bold.woff2"), KHMER),
];

/// As large beside Latin letters as on paper (`faces::KHMER_LARGER`).
const KHMER: &str = "size-adjust:112%;unicode-range:U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC;";

/// A document as a web page.
pub fn render(document: &Document) -> Result<String, FontError> {
    let lang = document.lang;
    let style = style(document);
    let title = format!("{} – {}", document.title, document.subtitle);
    let mut page = Page { out: String::new(), faces: Faces::built_in()?, lang, charts: 0, tables: 0 };
    let _ = write!(
        page.out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; \
         font-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n\
         <meta name=\"author\" content=\"{}\">\n<meta name=\"date\" content=\"{}\">\n<title>{}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n<main>\n",
        tag(lang.language()),
        STANDARD.encode(Sha256::digest(style.as_bytes())),
        escaped(&document.furniture.author),
        document.furniture.made_on,
        escaped(&title)
    );
    page.element("h1", "", &document.title);
    if !document.subtitle.is_empty() {
        page.element("p", "subtitle", &document.subtitle);
    }
    for block in &document.blocks {
        page.block(block);
    }
    page.element("footer", "", &document.furniture.foot);
    page.out.push_str("</main>\n</body>\n</html>\n");
    Ok(page.out)
}

/// The style: fonts, the sheet, and what stands at the foot of each printed page.
fn style(document: &Document) -> String {
    let mut style = String::new();
    for (family, weight, file, more) in FONTS {
        let _ = write!(
            style,
            "@font-face{{font-family:\"{family}\";font-weight:{weight};{more}\
             src:url(data:font/woff2;base64,{}) format(\"woff2\");}}",
            STANDARD.encode(file)
        );
    }
    style.push_str(include_str!("html/page.css"));
    let digits = match document.lang.language() {
        Language::Km => "khmer",
        Language::En => "decimal",
    };
    let furniture = "font-family:\"Brief\",\"Brief Khmer\";font-size:8pt;color:#5a6670;";
    let _ = write!(
        style,
        "@page{{size:A4;margin:18mm 18mm 20mm;@bottom-left{{{furniture}content:\"{}\";}}\
         @bottom-right{{{furniture}content:counter(page,{digits}) \" / \" counter(pages,{digits});}}}}",
        quoted(&document.furniture.foot.to_string())
    );
    style
}

/// A text inside quotation marks of a style: each letter but the plainest by its number.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == ' ' {
            out.push(letter);
        } else {
            let _ = write!(out, "\\{:06x}", u32::from(letter));
        }
    }
    out
}

/// A page in the making.
struct Page {
    out: String,
    faces: Faces,
    lang: Lang,
    charts: usize,
    tables: usize,
}

impl Page {
    /// An element with a text in it.
    fn element(&mut self, name: &str, class: &str, text: &Text) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = write!(self.out, "<{name}{class}>");
        write_runs(&mut self.out, text, self.lang, "span");
        let _ = writeln!(self.out, "</{name}>");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Particulars(lines) => {
                self.out.push_str("<div class=\"particulars\">\n");
                for line in lines {
                    self.element("p", "", line);
                }
                self.out.push_str("</div>\n");
            }
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Heading { level, text } => {
                self.element(&format!("h{}", level.saturating_add(1).clamp(2, 6)), "", text);
            }
            Block::Paragraph(text) => self.element("p", "", text),
            Block::List(points) => {
                self.out.push_str("<ul>\n");
                for point in points {
                    self.element("li", "", point);
                }
                self.out.push_str("</ul>\n");
            }
            Block::Quote { source, text } => {
                self.out.push_str("<figure class=\"quote\">\n");
                self.element("figcaption", "", source);
                self.element("blockquote", "", text);
                self.out.push_str("</figure>\n");
            }
            Block::Table(table) => {
                self.out.push_str("<figure>\n");
                self.table(table);
                self.out.push_str("</figure>\n");
            }
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn key_figures(&mut self, figures: &[KeyFigure]) {
        self.out.push_str("<dl class=\"keys\">\n");
        for figure in figures {
            self.out.push_str("<div>");
            self.element("dt", "", &figure.label);
            let value = Text::told(&figure.value.written(self.lang), self.lang);
            self.element("dd", "", &value);
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    /// A table that scrolls inside its own frame where it is too wide.
    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let id = format!("t{}", self.tables);
        let mut named = String::new();
        if !table.caption.is_empty() {
            let _ = write!(self.out, "<figcaption id=\"{id}\">");
            write_runs(&mut self.out, &table.caption, self.lang, "span");
            self.out.push_str("</figcaption>\n");
            named = format!(" aria-labelledby=\"{id}\"");
        }
        let _ = write!(
            self.out,
            "<div class=\"scroll\" role=\"region\"{named} tabindex=\"0\"><table{named}>\n<thead><tr>"
        );
        for column in &table.columns {
            let class = if column.is_figure { " class=\"f\"" } else { "" };
            let _ = write!(self.out, "<th scope=\"col\"{class}>");
            write_runs(&mut self.out, &column.name, self.lang, "span");
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (place, cell) in row.iter().enumerate() {
                let is_figure = table.columns.get(place).is_some_and(|column| column.is_figure);
                self.cell(cell, place == 0, is_figure);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
        for note in &table.notes {
            self.element("p", "note", note);
        }
    }

    fn cell(&mut self, cell: &Cell, is_name: bool, is_figure: bool) {
        let (opened, closed) = if is_name { ("th scope=\"row\"", "th") } else { ("td", "td") };
        let class = if is_figure { " class=\"f\"" } else { "" };
        let _ = write!(self.out, "<{opened}{class}>");
        if let Cell::Text(text) = cell {
            write_runs(&mut self.out, text, self.lang, "span");
        } else {
            let (main, aside) = cell.parts(self.lang);
            write_runs(&mut self.out, &Text::told(&main, self.lang), self.lang, "span");
            if let Some(aside) = aside {
                self.out.push_str(" <span class=\"aside\">");
                let aside = Text::told(&format!("({aside})"), self.lang);
                write_runs(&mut self.out, &aside, self.lang, "span");
                self.out.push_str("</span>");
            }
        }
        let _ = write!(self.out, "</{closed}>");
    }

    /// A chart, drawn for wide and for narrow screens, and as a table to be opened where no other table holds it.
    fn figure(&mut self, figure: &Figure) {
        self.charts += 1;
        let title = figure.caption.to_string();
        self.out.push_str("<figure class=\"chart\">\n");
        self.element("figcaption", "", &figure.caption);
        for (class, width) in [("wide", WIDE), ("narrow", NARROW)] {
            let drawing = draw::chart(&figure.chart, self.lang, width, &mut self.faces);
            let id = format!("c{}{class}", self.charts);
            let named = Named { id: &id, title: &title, description: &figure.alternative, class };
            self.out.push_str(&svg(&drawing, &named, self.lang));
            self.out.push('\n');
        }
        for note in &figure.notes {
            self.element("p", "note", note);
        }
        if !figure.is_in_table {
            self.out.push_str("<details>");
            self.element("summary", "", &Text::told(words::as_table(self.lang), self.lang));
            self.table(&figure.chart.table());
            self.out.push_str("</details>\n");
        }
        self.out.push_str("</figure>\n");
    }
}

#[cfg(test)]
mod tests;
