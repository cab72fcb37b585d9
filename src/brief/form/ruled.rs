//! Pages to be written on: labels, boxes to tick and lines, each where it is put. What is drawn around the text is
//! decoration; the labels are what a reader aloud hears.

use super::questions::Said;
use crate::brief::document::Text;
use crate::brief::faces::{Faces, Line};
use crate::brief::pdf::PdfError;
use crate::brief::pdf::sheets::{Drawn, Kind, Node, Owner, Sheets, rule, upright};
use crate::brief::style::{DEEP, HAIR, INK, Ink, MUTED, Style};
use crate::i18n::{Lang, Language};

/// The title.
pub const TITLE: Style = Style::new(17.0, 1.3, true, DEEP);
/// A part of the form.
pub const PART: Style = Style::new(11.0, 1.3, true, DEEP);
/// A label.
pub const LABEL: Style = Style::new(9.2, 1.4, false, INK);
/// The same in the other language.
pub const BESIDE: Style = Style::new(6.6, 1.4, false, MUTED);
/// What helps.
pub const HELP: Style = Style::new(7.8, 1.45, false, INK);

/// The lines that are written on.
const LINE: Ink = Ink(0x7A, 0x86, 0x90);
/// How wide and high a box to tick is.
const BOX: f32 = 9.0;
/// How much smaller a label may become before it no longer reads.
const SMALLEST: f32 = 0.72;

/// Pages that are filled by hand.
pub struct Ruled {
    faces: Faces,
    /// The pages.
    pub sheets: Sheets,
    /// The language that stands first.
    pub lang: Lang,
    /// On which height the next label stands.
    pub y: f32,
    /// Of which part of the document labels are, where they are of one.
    within: Option<Node>,
}

impl Ruled {
    /// An empty page of a size.
    pub fn new(lang: Lang, size: (f32, f32)) -> Result<Self, PdfError> {
        let sheets = Sheets { size, ..Sheets::new() };
        Ok(Self { faces: Faces::built_in()?, sheets, lang: lang.plain(), y: 0.0, within: None })
    }

    /// A text of both languages: the one that stands first, and the other.
    pub fn pick<'a>(&self, said: &'a Said) -> (&'a str, &'a str) {
        let [km, en] = said;
        match self.lang.language() {
            Language::Km => (km, en),
            Language::En => (en, km),
        }
    }

    /// What follows belongs to this part, until the next.
    pub fn inside(&mut self, kind: Kind, within: Option<Node>) -> Node {
        let node = self.sheets.node(kind, within);
        self.within = Some(node);
        node
    }

    /// What follows stands for itself.
    pub fn outside(&mut self) {
        self.within = None;
    }

    fn line(&mut self, text: &str, lang: Lang, style: &Style) -> Option<Line> {
        self.faces.lines(&Text::told(text, lang), style, None).into_iter().next()
    }

    /// Draws a line of text on the height of `y`, made smaller where it has no room; returns how wide it is.
    fn put(&mut self, line: Line, kind: Kind, ink: Ink, (x, room): (f32, f32)) -> f32 {
        let line = if line.width > room && line.width > 0.0 {
            let by = (room / line.width).max(SMALLEST);
            line.scaled(by)
        } else {
            line
        };
        let (width, y) = (line.width, self.y - line.baseline);
        let node = match self.within {
            Some(node) => node,
            None => self.sheets.node(kind, None),
        };
        self.sheets.place(Owner::Node(node), vec![Drawn::Text { line, x, y, ink }]);
        width
    }

    /// A text on one line; returns how wide it is.
    pub fn say(&mut self, text: &str, lang: Lang, style: &Style, place: (f32, f32)) -> f32 {
        let line = self.line(text, lang, style);
        line.map_or(0.0, |line| self.put(line, Kind::Paragraph, style.ink, place))
    }

    /// A text with its right end at a place.
    pub fn say_to(&mut self, text: &str, lang: Lang, style: &Style, right: f32) {
        if let Some(line) = self.line(text, lang, style) {
            let x = right - line.width;
            self.put(line, Kind::Paragraph, style.ink, (x, f32::INFINITY));
        }
    }

    /// A heading in both languages, one beside the other.
    pub fn heading(&mut self, level: u8, said: &Said, style: &Style, (x, room): (f32, f32)) {
        let (first, other) = self.pick(said);
        let (first, other, lang) = (first.to_owned(), other.to_owned(), self.lang);
        self.sheets.y = self.y;
        self.sheets.entry(&first);
        let node = self.inside(Kind::Heading(level, first.clone()), None);
        let used = self.say(&first, lang, style, (x, room));
        let beside = Style { size: BESIDE.size.max(style.size * 0.62), ..BESIDE };
        self.within = Some(node);
        self.say(&other, lang.other(), &beside, (x + used + 6.0, room - used - 6.0));
        self.outside();
    }

    /// A paragraph from `y` downwards; `y` is then on its last line.
    pub fn paragraph(&mut self, text: &str, lang: Lang, style: &Style, (x, width): (f32, f32)) {
        let lines = self.faces.lines(&Text::told(text, lang), style, Some(width));
        let node = self.within.unwrap_or_else(|| self.sheets.node(Kind::Paragraph, None));
        let kept = self.within.replace(node);
        for (place, line) in lines.into_iter().enumerate() {
            if place > 0 {
                self.y += line.height;
            }
            self.put(line, Kind::Paragraph, style.ink, (x, f32::INFINITY));
        }
        self.within = kept;
    }

    /// A label with the other language small behind it on the same line; returns where both end.
    pub fn beside(&mut self, said: &Said, style: &Style, (x, room): (f32, f32)) -> f32 {
        let (first, other) = self.pick(said);
        let (first, other, lang) = (first.to_owned(), other.to_owned(), self.lang);
        let widths = [
            self.line(&first, lang, style).map_or(0.0, |line| line.width),
            self.line(&other, lang.other(), &BESIDE).map_or(0.0, |line| line.width),
        ];
        let gap = 4.0;
        // Both give way alike.
        let by = (room / (widths.iter().sum::<f32>() + gap)).min(1.0);
        let node = self.label_node();
        let kept = self.within.replace(node);
        let used = self.say(&first, lang, style, (x, widths[0] * by));
        let end = x + used + gap;
        let other = self.say(&other, lang.other(), &BESIDE, (end, (x + room - end).max(1.0)));
        self.within = kept;
        end + other
    }

    /// A label with the other language small under it; returns where the longer ends.
    pub fn above(&mut self, said: &Said, style: &Style, (x, room): (f32, f32)) -> f32 {
        let (first, other) = self.pick(said);
        let (first, other, lang) = (first.to_owned(), other.to_owned(), self.lang);
        let node = self.label_node();
        let kept = self.within.replace(node);
        let used = self.say(&first, lang, style, (x, room));
        self.y += 9.0;
        let under = self.say(&other, lang.other(), &BESIDE, (x, room));
        self.y -= 9.0;
        self.within = kept;
        x + used.max(under)
    }

    fn label_node(&mut self) -> Node {
        match self.within {
            Some(node) => node,
            None => self.sheets.node(Kind::Paragraph, None),
        }
    }

    fn draw(&mut self, drawn: Vec<Drawn>) {
        self.sheets.place(Owner::Decoration, drawn);
    }

    /// A line to write on.
    pub fn blank(&mut self, from: f32, to: f32) {
        if to > from {
            let y = self.y + 2.5;
            self.draw(vec![rule(from, y, to - from, 0.6, LINE)]);
        }
    }

    /// A box to tick, by its left edge.
    pub fn tick(&mut self, x: f32) {
        let y = self.y - BOX + 1.5;
        self.frame((x, y), (BOX, BOX), 0.8, INK);
    }

    /// The outline of a rectangle.
    pub fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), thickness: f32, ink: Ink) {
        self.draw(vec![
            rule(x, y, width, thickness, ink),
            rule(x, y + height, width, thickness, ink),
            upright(x, y, height, thickness, ink),
            upright(x + width, y, height, thickness, ink),
        ]);
    }

    /// A line across, `below` the height of `y`.
    pub fn across(&mut self, below: f32, (x, width): (f32, f32), thickness: f32) {
        let y = self.y + below;
        self.draw(vec![rule(x, y, width, thickness, HAIR)]);
    }

    /// A line down.
    pub fn down(&mut self, x: f32, (from, to): (f32, f32)) {
        self.draw(vec![upright(x, from, to - from, 0.5, LINE)]);
    }

    /// A thick short bar over a title, as briefs have it.
    pub fn flag(&mut self, x: f32) {
        let y = self.y - 26.0;
        self.draw(vec![Drawn::Bar { x, y, width: 44.0, height: 4.0, ink: DEEP }]);
    }

    /// A box to tick with its label; returns where it ends.
    pub fn option(&mut self, said: &Said, (x, room): (f32, f32)) -> f32 {
        self.tick(x);
        self.beside(said, &LABEL, (x + BOX + 4.0, room - BOX - 4.0))
    }

    /// Boxes to tick in columns, row under row; `y` is then on the last of them.
    pub fn options(&mut self, all: &[Said], columns: usize, (x, width): (f32, f32), row: f32) {
        let cell = width / columns.max(1) as f32;
        for (line, options) in all.chunks(columns.max(1)).enumerate() {
            if line > 0 {
                self.y += row;
            }
            for (place, said) in options.iter().enumerate() {
                self.option(said, (x + place as f32 * cell, cell - 6.0));
            }
        }
    }
}

#[cfg(test)]
pub(in crate::brief::form) mod tests {
    use super::*;

    /// Every line of text with where its letters are: left, top, right, bottom.
    fn lines(sheets: &Sheets, page: usize) -> Vec<(String, [f32; 4])> {
        let drawn = sheets.pages[page].iter().flat_map(|placed| &placed.drawn);
        drawn
            .filter_map(|drawn| match drawn {
                Drawn::Text { line, x, y, .. } => {
                    let baseline = y + line.baseline;
                    let (top, bottom) = (baseline - line.size * 0.7, baseline + line.size * 0.1);
                    let text = line.text.get(line.letters.clone())?.trim().to_owned();
                    Some((text, [*x, top, x + line.width, bottom]))
                }
                _ => None,
            })
            .collect()
    }

    /// All lines of text.
    pub fn said(sheets: &Sheets) -> Vec<String> {
        (0..sheets.pages.len()).flat_map(|page| lines(sheets, page)).map(|(text, _)| text).collect()
    }

    /// The first text that runs into another or off the page.
    pub fn misplaced(sheets: &Sheets) -> Option<String> {
        let (width, height) = sheets.size;
        for page in 0..sheets.pages.len() {
            let lines = lines(sheets, page);
            for (place, (text, [left, top, right, bottom])) in lines.iter().enumerate() {
                if *left < 36.0 || *right > width - 36.0 || *top < 28.0 || *bottom > height - 20.0 {
                    return Some(format!("page {page}: {text} at {left} {top} {right} {bottom}"));
                }
                let into = lines
                    .iter()
                    .take(place)
                    .find(|(_, [l, t, r, b])| left < r && l < right && top < b && t < bottom);
                if let Some((other, _)) = into {
                    return Some(format!("page {page}: {text} runs into {other}"));
                }
            }
        }
        None
    }
}
