//! A drawing as SVG, to stand in a web page: letters stay letters, in the page's fonts, each run with its language.
//!
//! It holds no style, script, link or address; all text and attributes are escaped.

use std::fmt::Write;

use super::{Drawing, Hold, Path, Shape};
use crate::brief::document::Text;
use crate::brief::faces::{Line, Part};
use crate::brief::style::Ink;
use crate::i18n::{Lang, Language};

/// What an SVG bears beside its shapes.
pub struct Named<'a> {
    /// Unlike that of any other in the same page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// The same in words.
    pub description: &'a str,
    /// The class that the page's style knows it by.
    pub class: &'a str,
}

/// The SVG of a drawing.
pub fn svg(drawing: &Drawing, named: &Named<'_>, lang: Lang) -> String {
    let Named { id, title, description, class } = named;
    let (width, height) = (Length(drawing.width), Length(drawing.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"{id}-t\" aria-describedby=\"{id}-d\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escaped(title),
        escaped(description)
    );
    for shape in &drawing.shapes {
        write_shape(&mut out, shape, lang);
    }
    out.push_str("</svg>");
    out
}

fn write_shape(out: &mut String, shape: &Shape, lang: Lang) {
    let _ = match shape {
        Shape::Text { line, x, y, ink, hold } => {
            write_text(out, line, (*x, *y), *ink, *hold, lang);
            Ok(())
        }
        Shape::Bar { x, y, width, height, ink } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            Length(*x),
            Length(*y),
            Length(*width),
            Length(*height),
            Hex(*ink)
        ),
        Shape::Dot { x, y, radius, ink } => write!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>",
            Length(*x),
            Length(*y),
            Length(*radius),
            Hex(*ink)
        ),
        Shape::Area { rings, ink } => {
            write!(out, "<path d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\"/>", data(rings, true), Hex(*ink))
        }
        Shape::Line { paths, thickness, ink, dash } => {
            let dash = dash.map(|dash| format!(" stroke-dasharray=\"{}\"", Length(dash))).unwrap_or_default();
            write!(
                out,
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dash}/>",
                data(paths, false),
                Hex(*ink),
                Length(*thickness)
            )
        }
    };
}

fn write_text(out: &mut String, line: &Line, (x, y): (f32, f32), ink: Ink, hold: Hold, lang: Lang) {
    let (x, anchor) = match hold {
        Hold::Left => (x, ""),
        Hold::Middle => (x + line.width / 2.0, " text-anchor=\"middle\""),
        Hold::Right => (x + line.width, " text-anchor=\"end\""),
    };
    let letters = line.text.get(line.letters.clone()).unwrap_or_default().trim_end();
    let weight = if line.parts.iter().all(Part::is_strong) { " font-weight=\"700\"" } else { "" };
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}>",
        Length(x),
        Length(y + line.baseline),
        Length(line.size),
        Hex(ink)
    );
    write_runs(out, &Text::told(letters, lang), lang, "tspan");
    out.push_str("</text>");
}

/// Writes the runs of a text, each that is not in the language of the document in an element that says so.
pub fn write_runs(out: &mut String, text: &Text, lang: Lang, element: &str) {
    for run in text.runs() {
        if run.language == lang.language() {
            out.push_str(&escaped(&run.text));
        } else {
            let tag = tag(run.language);
            let _ = write!(out, "<{element} lang=\"{tag}\">{}</{element}>", escaped(&run.text));
        }
    }
}

/// A language as web pages name it.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Km => "km",
        Language::En => "en",
    }
}

/// A text in which nothing is markup, inside an element as well as inside a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// Points as the data of a path.
fn data(paths: &[Path], is_closed: bool) -> String {
    let mut out = String::new();
    for path in paths {
        for (place, (x, y)) in path.iter().enumerate() {
            let command = if place == 0 { 'M' } else { 'L' };
            let _ = write!(out, "{command}{} {}", tenths(*x), tenths(*y));
        }
        if is_closed && !path.is_empty() {
            out.push('Z');
        }
    }
    out
}

/// Finer than that no eye sees a line.
fn tenths(length: f32) -> Length {
    Length((length * 10.0).round() / 10.0)
}

/// A length with at most two decimals.
struct Length(f32);

impl std::fmt::Display for Length {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (self.0 * 100.0).round() / 100.0;
        if rounded.is_finite() { write!(formatter, "{rounded}") } else { formatter.write_str("0") }
    }
}

/// A colour as the web writes it.
struct Hex(Ink);

impl std::fmt::Display for Hex {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Ink(red, green, blue) = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}
