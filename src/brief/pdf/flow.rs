//! The blocks of a document, one after the other, onto pages.

use super::sheets::{Drawn, Kind, Node, Owner, Sheets, height, rule, upright};
use super::style::{self, BODY, DEEP, HAIR, LEFT, MEASURE, RIGHT, Style, WIDTH};
use super::{chart, table};
use crate::brief::compose;
use crate::brief::document::{Block, Document, KeyFigure, Text};
use crate::brief::faces::{Faces, Line};
use crate::i18n::{Lang, numbers};

/// What is needed to put a document onto pages.
pub struct Flow {
    /// Lays out text.
    pub faces: Faces,
    /// Takes it.
    pub sheets: Sheets,
    /// The language of the document.
    pub lang: Lang,
}

/// How far the text of a point stands in.
const INDENT: f32 = 14.0;
/// Between two points.
const BETWEEN: f32 = 2.0;
/// The most lines of a point that is not parted.
const SHORT: usize = 6;
/// Between two columns of points.
const COLUMNS: f32 = 18.0;

/// The pages of a document.
pub fn pages(document: &Document, faces: Faces) -> Sheets {
    let mut flow = Flow { faces, sheets: Sheets::new(), lang: document.lang };
    flow.title(document);
    for (place, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(place + 1);
        if let (Block::Paragraph(_), Some(Block::List(points))) = (block, next) {
            // What introduces a list stands with it.
            let list = flow.list_height(points);
            flow.sheets.need(list + 26.0);
        }
        flow.block(block, next);
    }
    flow.furniture(document);
    flow.sheets
}

/// A short document on a third of a page: its blocks alone. One that is too long for it has a whole page.
pub fn third(document: &Document, faces: Faces) -> Sheets {
    let mut flow = Flow { faces, sheets: Sheets::new(), lang: document.lang };
    flow.title(document);
    for block in &document.blocks {
        flow.block(block, None);
    }
    flow.sheets.lift(style::FIRST_TOP - style::THIRD_TOP);
    if flow.sheets.pages.len() == 1 && flow.sheets.y <= style::THIRD.1 - style::THIRD_BELOW {
        flow.sheets.size = style::THIRD;
    }
    flow.sheets
}

impl Flow {
    /// Text of the program's own as a line.
    pub fn label(&mut self, text: &str, style: &Style) -> Option<Line> {
        let text = Text::told(text, self.lang);
        self.faces.lines(&text, style, None).into_iter().next()
    }

    /// A paragraph.
    pub fn text(&mut self, text: &Text, style: &Style, (x, width): (f32, f32), owner: Owner) {
        let lines = self.faces.lines(text, style, Some(width));
        self.sheets.pour(owner, lines, x, style.ink);
    }

    fn title(&mut self, document: &Document) {
        let bar = Drawn::Bar { x: LEFT, y: self.sheets.y - 14.0, width: 44.0, height: 4.0, ink: DEEP };
        self.sheets.place(Owner::Decoration, vec![bar]);
        self.sheets.entry(&document.title.to_string());
        let node = self.sheets.node(Kind::Heading(1, document.title.to_string()), None);
        self.text(&document.title, &style::TITLE, (LEFT, MEASURE), Owner::Node(node));
        if !document.subtitle.is_empty() {
            self.sheets.skip(4.0);
            let node = self.sheets.node(Kind::Paragraph, None);
            self.text(&document.subtitle, &style::SUBTITLE, (LEFT, WIDTH), Owner::Node(node));
        }
        self.sheets.skip(8.0);
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Particulars(lines) => self.particulars(lines),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Heading { level, text } => self.heading(*level, text, next),
            Block::Paragraph(text) => {
                let node = self.sheets.node(Kind::Paragraph, None);
                self.text(text, &BODY, (LEFT, MEASURE), Owner::Node(node));
                self.sheets.skip(6.0);
            }
            Block::List(points) => self.list(points),
            Block::Quote { source, text } => self.quote(source, text),
            Block::Table(told) => table::place(self, told),
            Block::Figure(figure) => chart::place(self, figure),
        }
    }

    fn particulars(&mut self, lines: &[Text]) {
        let y = self.sheets.y;
        self.sheets.place(Owner::Decoration, vec![rule(LEFT, y, WIDTH, 0.6, HAIR)]);
        self.sheets.skip(6.0);
        for line in lines {
            let node = self.sheets.node(Kind::Paragraph, None);
            self.text(line, &style::PARTICULARS, (LEFT, WIDTH), Owner::Node(node));
        }
        self.sheets.skip(6.0);
        let y = self.sheets.y;
        self.sheets.place(Owner::Decoration, vec![rule(LEFT, y, WIDTH, 0.6, HAIR)]);
        self.sheets.skip(12.0);
    }

    /// A heading, which never stands alone at the foot of a page.
    fn heading(&mut self, level: u8, text: &Text, next: Option<&Block>) {
        self.sheets.skip(16.0);
        let lines = self.faces.lines(text, &style::HEADING, Some(WIDTH));
        let behind = match next {
            Some(Block::Figure(figure)) => chart::tall(self, figure),
            Some(Block::Table(_)) => table::BEGINNING,
            _ => 72.0,
        };
        self.sheets.need(height(&lines) + 6.0 + behind);
        self.sheets.entry(&text.to_string());
        let node = self.sheets.node(Kind::Heading(level.saturating_add(1), text.to_string()), None);
        self.sheets.pour(Owner::Node(node), lines, LEFT, style::HEADING.ink);
        self.sheets.skip(5.0);
    }

    /// Points in two columns, where they are many and short; else one under the other.
    fn list(&mut self, points: &[Text]) {
        let list = self.sheets.node(Kind::List, None);
        if let Some((columns, tall)) = self.columns(points) {
            self.sheets.need(tall);
            let (top, mut x) = (self.sheets.y, LEFT);
            for column in columns {
                self.sheets.y = top;
                for lines in column {
                    self.point(list, lines, x);
                    self.sheets.y += BETWEEN;
                }
                x = RIGHT - (WIDTH - COLUMNS) / 2.0;
            }
            self.sheets.y = top + tall;
        } else {
            for point in points {
                let lines = self.faces.lines(point, &BODY, Some(MEASURE - INDENT));
                // A short point stands on one page.
                let together = if lines.len() <= SHORT { lines.len() } else { 2 };
                self.sheets.need(height(lines.get(..together).unwrap_or_default()));
                self.point(list, lines, LEFT);
                self.sheets.skip(BETWEEN);
            }
        }
        self.sheets.skip(6.0);
    }

    /// Points in two columns and how high these are; `None` where they are few or long.
    fn columns(&mut self, points: &[Text]) -> Option<([Vec<Vec<Line>>; 2], f32)> {
        if !(6..=60).contains(&points.len()) {
            return None;
        }
        let width = (WIDTH - COLUMNS) / 2.0 - INDENT;
        let mut first = Vec::new();
        for point in points {
            let lines = self.faces.lines(point, &BODY, Some(width));
            if lines.len() > 2 {
                return None;
            }
            first.push(lines);
        }
        let second = first.split_off(first.len().div_ceil(2));
        let tall = |column: &[Vec<Line>]| column.iter().map(|lines| height(lines) + BETWEEN).sum::<f32>();
        let tall = tall(&first).max(tall(&second));
        (tall < 400.0).then_some(([first, second], tall))
    }

    /// How much of a list stands together.
    fn list_height(&mut self, points: &[Text]) -> f32 {
        self.columns(points).map_or(24.0, |(_, tall)| tall)
    }

    fn point(&mut self, list: Node, lines: Vec<Line>, x: f32) {
        let item = self.sheets.node(Kind::Item, Some(list));
        let label = self.sheets.node(Kind::Label, Some(item));
        if let (Some(bullet), Some(first)) = (self.label("•", &BODY), lines.first()) {
            let y = self.sheets.y + first.baseline - bullet.baseline;
            let bullet = Drawn::Text { line: bullet, x: x + 2.0, y, ink: DEEP };
            self.sheets.place(Owner::Node(label), vec![bullet]);
        }
        let body = self.sheets.node(Kind::Body, Some(item));
        self.sheets.pour(Owner::Node(body), lines, x + INDENT, BODY.ink);
    }

    fn quote(&mut self, source: &Text, text: &Text) {
        let (x, width) = (LEFT + 14.0, MEASURE - 14.0);
        let quote = self.sheets.node(Kind::Quote, None);
        let source = self.faces.lines(source, &style::SOURCE, Some(width));
        let lines = self.faces.lines(text, &style::QUOTE, Some(width));
        let all = height(&source) + height(&lines);
        self.sheets.need(if all < 160.0 { all } else { 64.0 });
        let (page, top) = (self.sheets.pages.len(), self.sheets.y);
        let node = self.sheets.node(Kind::Paragraph, Some(quote));
        self.sheets.pour(Owner::Node(node), source, x, style::SOURCE.ink);
        let node = self.sheets.node(Kind::Paragraph, Some(quote));
        self.sheets.pour(Owner::Node(node), lines, x, style::QUOTE.ink);
        if page == self.sheets.pages.len() {
            let bar = upright(LEFT + 2.0, top + 2.0, self.sheets.y - top - 3.0, 1.6, style::LIGHT);
            self.sheets.place(Owner::Decoration, vec![bar]);
        }
        self.sheets.skip(9.0);
    }

    /// The few figures to remember, side by side.
    fn key_figures(&mut self, figures: &[KeyFigure]) {
        const GUTTER: f32 = 16.0;
        for row in figures.chunks(4) {
            let columns = row.len().max(3) as f32;
            let width = (WIDTH - GUTTER * (columns - 1.0)) / columns;
            let values: Vec<Text> =
                row.iter().map(|figure| Text::told(&figure.value.written(self.lang), self.lang)).collect();
            let style = self.key_style(&values, width);
            let mut set = Vec::new();
            for (figure, value) in row.iter().zip(&values) {
                let value = self.faces.lines(value, &style, Some(width));
                set.push((value, self.faces.lines(&figure.label, &style::KEY_LABEL, Some(width))));
            }
            let tallest = set.iter().map(|(value, label)| height(value) + height(label)).fold(0.0, f32::max);
            self.sheets.need(tallest + 12.0);
            let top = self.sheets.y;
            for (place, (value, label)) in set.into_iter().enumerate() {
                let x = LEFT + place as f32 * (width + GUTTER);
                self.sheets.place(Owner::Decoration, vec![rule(x, top, width, 1.4, DEEP)]);
                let node = self.sheets.node(Kind::Paragraph, None);
                self.sheets.y = top + 4.0;
                self.column(node, value, x, style::KEY.ink);
                self.column(node, label, x, style::KEY_LABEL.ink);
            }
            self.sheets.y = top + tallest + 4.0;
            self.sheets.skip(12.0);
        }
    }

    /// The largest letters in which all values stand on one line each.
    fn key_style(&mut self, values: &[Text], width: f32) -> Style {
        let sizes = [24.0, 21.0, 18.5, 16.5, 14.5].map(|size| Style { size, ..style::KEY });
        let fits = |style: &&Style| {
            values.iter().all(|value| self.faces.lines(value, style, Some(width)).len() <= 1)
        };
        sizes.iter().find(fits).copied().unwrap_or(style::KEY)
    }

    /// Lines that are known to fit.
    fn column(&mut self, node: Node, lines: Vec<Line>, x: f32, ink: style::Ink) {
        for line in lines {
            let (y, height) = (self.sheets.y, line.height);
            self.sheets.place(Owner::Node(node), vec![Drawn::Text { line, x, y, ink }]);
            self.sheets.y += height;
        }
    }

    /// What stands on each page beside its text.
    fn furniture(&mut self, document: &Document) {
        let count = self.sheets.pages.len();
        let number = |number: usize| numbers::number(number as u64, document.lang);
        for page in 0..count {
            let numbered = compose::page(document.lang, &number(page + 1), &number(count));
            let mut foot = vec![rule(LEFT, style::PAGE.1 - 54.0, WIDTH, 0.5, HAIR)];
            let y = style::PAGE.1 - 48.0;
            foot.extend(self.furnished(&document.furniture.foot, y, WIDTH * 0.75, false));
            foot.extend(self.furnished(&Text::told(&numbered, document.lang), y, WIDTH * 0.25, true));
            let mut head = Vec::new();
            if page > 0 {
                head.extend(self.furnished(&document.furniture.head, 48.0, WIDTH, false));
                head.push(rule(LEFT, 66.0, WIDTH, 0.5, HAIR));
            }
            if let Some(page) = self.sheets.pages.get_mut(page) {
                for (owner, drawn) in [(Owner::Head, head), (Owner::Foot, foot)] {
                    if !drawn.is_empty() {
                        page.push(super::sheets::Placed { owner, drawn });
                    }
                }
            }
        }
    }

    fn furnished(&mut self, text: &Text, y: f32, width: f32, is_right: bool) -> Option<Drawn> {
        let line = self.faces.lines(text, &style::FURNITURE, Some(width)).into_iter().next()?;
        let x = if is_right { RIGHT - line.width } else { LEFT };
        Some(Drawn::Text { y: y + 10.0 - line.baseline, line, x, ink: style::FURNITURE.ink })
    }
}
