//! One picture of a brief for a messenger group: what it is, who made it, the figures to remember, where, and card
//! against cash. 1,080 pixels wide and as high as that needs, upright, so that it can be read on a telephone.
//!
//! It shows what the document says and nothing else: no figure is counted here. What the figures are not stands right
//! under them, for a picture is passed on without its document.

use super::compose;
use super::document::{Block, Chart, Document, Figure, KeyFigure, Text};
use super::draw::png::{PaintError, png};
use super::draw::{self, Drawing, Hold, Shape};
use super::faces::{Faces, Line};
use super::style::{DEEP, HAIR, INK, Ink, MUTED, Style};

/// How wide it is, in points of three pixels.
const WIDTH: f32 = 360.0;
/// How high it is at least.
const HEIGHT: f32 = 450.0;
const SCALE: f32 = 3.0;
const MARGIN: f32 = 18.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;

const WHITE: Ink = Ink(0xFF, 0xFF, 0xFF);
const PALE: Ink = Ink(0xD8, 0xE6, 0xEE);
const TITLE: Style = Style::new(15.4, 1.25, true, WHITE);
const SUBTITLE: Style = Style::new(10.4, 1.4, false, PALE);
const LINE: Style = Style::new(9.0, 1.45, false, MUTED);
const KEY: Style = Style::new(20.0, 1.1, true, DEEP);
const LABEL: Style = Style::new(9.0, 1.3, false, INK);
const CAPTION: Style = Style::new(10.0, 1.4, true, INK);
const BODY: Style = Style::new(10.4, 1.5, false, INK);

/// How many figures to remember it shows.
const KEYS: usize = 4;

/// A document as a picture, in the bytes of a PNG file.
pub fn render(document: &Document) -> Result<Vec<u8>, PaintError> {
    png(&draw(document)?, SCALE)
}

/// The same before it is painted.
fn draw(document: &Document) -> Result<Drawing, PaintError> {
    let mut faces = Faces::built_in()?;
    let mut sheet = Sheet { faces: &mut faces, drawing: Drawing::default(), y: 0.0, document };
    sheet.head();
    sheet.particulars();
    let keys = document.blocks.iter().find_map(|block| match block {
        Block::KeyFigures(figures) => Some(figures.as_slice()),
        _ => None,
    });
    match keys {
        Some(figures) => {
            sheet.keys(figures.get(..KEYS).unwrap_or(figures));
            sheet.caveat();
        }
        // Where there are too few cases for figures the document says so.
        None => sheet.paragraphs(),
    }
    let places = sheet.figure(|chart| matches!(chart, Chart::Map(_)));
    let places = places.or_else(|| sheet.figure(|chart| matches!(chart, Chart::Ranking(_))));
    let waits = sheet.figure(|chart| matches!(chart, Chart::Waits(_)));
    if let Some(figure) = places {
        sheet.chart(figure, 1.15);
    }
    if let Some(figure) = waits {
        sheet.chart(figure, 1.0);
    }
    sheet.foot();
    Ok(sheet.drawing)
}

/// A picture in the making, filled from top to bottom.
struct Sheet<'a> {
    faces: &'a mut Faces,
    drawing: Drawing,
    y: f32,
    document: &'a Document,
}

impl<'a> Sheet<'a> {
    fn figure(&self, is_wanted: impl Fn(&Chart) -> bool) -> Option<&'a Figure> {
        self.document.blocks.iter().find_map(|block| match block {
            Block::Figure(figure) if is_wanted(&figure.chart) => Some(figure),
            _ => None,
        })
    }

    fn lines(&mut self, text: &Text, style: &Style, width: f32) -> Vec<Line> {
        self.faces.lines(text, style, Some(width))
    }

    fn stack(&mut self, lines: Vec<Line>, x: f32, ink: Ink) {
        for line in lines {
            let (y, height) = (self.y, line.height);
            self.drawing.shapes.push(Shape::Text { line, x, y, ink, hold: Hold::Left });
            self.y += height;
        }
    }

    fn write(&mut self, text: &Text, style: &Style) {
        let lines = self.lines(text, style, INNER);
        self.stack(lines, MARGIN, style.ink);
    }

    /// The title on a dark ground.
    fn head(&mut self) {
        let title = self.lines(&self.document.title, &TITLE, INNER);
        let subtitle = self.lines(&self.document.subtitle, &SUBTITLE, INNER);
        let tall: f32 = title.iter().chain(&subtitle).map(|line| line.height).sum();
        let ground = Shape::Bar { x: 0.0, y: 0.0, width: WIDTH, height: tall + 18.0, ink: DEEP };
        self.drawing.shapes.push(ground);
        self.y = 9.0;
        self.stack(title, MARGIN, TITLE.ink);
        self.stack(subtitle, MARGIN, SUBTITLE.ink);
        self.y = tall + 24.0;
    }

    /// Who made it, and of which period.
    fn particulars(&mut self) {
        for block in &self.document.blocks {
            if let Block::Particulars(lines) = block {
                for line in lines {
                    self.write(line, &LINE);
                }
            }
        }
        self.y += 8.0;
    }

    fn paragraphs(&mut self) {
        for block in &self.document.blocks {
            if let Block::Paragraph(text) = block {
                self.write(text, &BODY);
                self.y += 6.0;
            }
        }
    }

    /// The figures to remember, two in a row.
    fn keys(&mut self, figures: &[KeyFigure]) {
        const GUTTER: f32 = 16.0;
        let width = (INNER - GUTTER) / 2.0;
        let lang = self.document.lang;
        for row in figures.chunks(2) {
            let (top, mut bottom) = (self.y, self.y);
            for (place, figure) in (0_u8..).zip(row) {
                let x = MARGIN + f32::from(place) * (width + GUTTER);
                let rule = Shape::Bar { x, y: top, width, height: 1.4, ink: DEEP };
                self.drawing.shapes.push(rule);
                self.y = top + 3.0;
                let value = Text::told(&figure.value.written(lang), lang);
                let value = self.lines(&value, &KEY, width);
                self.stack(value, x, KEY.ink);
                let label = self.lines(&figure.label, &LABEL, width);
                self.stack(label, x, LABEL.ink);
                bottom = bottom.max(self.y);
            }
            self.y = bottom + 7.0;
        }
        self.y += 2.0;
    }

    /// What the figures are, and what they are not.
    fn caveat(&mut self) {
        let caveat = Text::told(compose::no_survey(self.document.lang), self.document.lang);
        if self.document.blocks.iter().any(|block| matches!(block, Block::Paragraph(text) if *text == caveat))
        {
            self.write(&caveat, &LINE);
            self.y += 9.0;
        }
    }

    /// A chart under its title, so much larger than on paper.
    fn chart(&mut self, figure: &Figure, larger: f32) {
        self.write(&figure.title, &CAPTION);
        self.y += 4.0;
        let drawing = draw::chart(&figure.chart, self.document.lang, INNER / larger, self.faces);
        let drawing = drawing.scaled(larger);
        let tall = drawing.height;
        self.drawing.place(drawing, (MARGIN, self.y));
        self.y += tall + 8.0;
    }

    /// Who made it and when, at the lower edge.
    fn foot(&mut self) {
        let foot = self.lines(&self.document.furniture.foot, &LINE, INNER);
        let tall: f32 = foot.iter().map(|line| line.height).sum();
        self.y = (self.y + 4.0).max(HEIGHT - tall - 14.0);
        let y = self.y;
        self.drawing.shapes.push(Shape::Bar { x: MARGIN, y, width: INNER, height: 0.6, ink: HAIR });
        self.y += 5.0;
        self.stack(foot, MARGIN, LINE.ink);
        (self.drawing.width, self.drawing.height) = (WIDTH, self.y + 9.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::compose::compose;
    use crate::brief::compose::tests::facts;
    use crate::brief::draw::tests::fault;
    use crate::i18n::Lang;
    use crate::raster::png::decode;

    fn texts(drawing: &Drawing) -> Vec<String> {
        let text = |shape: &Shape| match shape {
            Shape::Text { line, .. } => Some(line.text.get(line.letters.clone())?.trim_end().to_owned()),
            _ => None,
        };
        drawing.shapes.iter().filter_map(text).collect()
    }

    #[test]
    fn a_picture_says_what_the_document_says() {
        for lang in Lang::ALL {
            let document = compose(&facts(), lang);
            let drawing = draw(&document).unwrap();
            assert_eq!(fault(&drawing), None);
            let all: String = texts(&drawing).concat().split_whitespace().collect();
            let solid = |text: &Text| text.to_string().split_whitespace().collect::<String>();
            assert!(all.contains(&solid(&document.title)) && all.contains(&solid(&document.furniture.foot)));
            for block in &document.blocks {
                if let Block::KeyFigures(figures) = block {
                    assert!(figures.iter().all(|figure| all.contains(&solid(&figure.label))), "{all}");
                }
            }
            let caveat = compose::no_survey(lang);
            assert!(all.contains(&solid(&Text::told(caveat, lang))), "{caveat} is not in {all}");
            let (picture, _) = decode(&render(&document).unwrap()).unwrap();
            assert!(picture.width == 1_080 && picture.height >= 1_350, "{}", picture.height);
        }
    }

    #[test]
    fn too_few_cases_are_said_and_not_drawn() {
        let mut few = facts();
        few.total.cases = 3;
        let drawing = draw(&compose(&few, Lang::En)).unwrap();
        assert_eq!(fault(&drawing), None);
        assert!(texts(&drawing).concat().contains("fewer than 5 cases"));
    }
}
