//! A slip for the member: the number of the case, what happens next, whom to call. Nothing else, for whoever finds it.
//!
//! A third of an A4 page as PDF, a picture for a telephone, or a few lines of text, all from one document. Who was told
//! what, and where, is not even handed in.

use chrono::NaiveDate;

use super::document::{Block, Document, Furniture, Text};
use super::draw::png::{PaintError, png};
use super::draw::{Drawing, Hold, Shape};
use super::faces::{Faces, Line};
use super::style::{DEEP, HAIR, INK, Ink, Style};
use crate::i18n::Lang;
use crate::i18n::messages::messages;

messages! {
    pub const ALL;

    /// Under the number.
    keep() {
        km: "នេះជាលេខរបស់អ្នក។ សូមប្រាប់លេខនេះ ពេលទូរស័ព្ទមក។",
        en: "This is your number. Say it when you call."
    }
    /// Over whom to call.
    call() { km: "ទូរស័ព្ទទៅ៖", en: "Call:" }
}

/// What stands on a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The number of the case.
    pub number: String,
    /// What happens next, and by when.
    pub next: String,
    /// Whom to call: the number, and who answers.
    pub call: Vec<(String, String)>,
    /// The day, for the properties of a file.
    pub made_on: NaiveDate,
}

impl Slip {
    /// The slip as a document.
    pub fn document(&self, lang: Lang) -> Document {
        let lang = lang.plain();
        let told = |text: &str| Text::told(text, lang);
        let furniture = Furniture {
            made_on: self.made_on,
            author: "Wardbook".to_owned(),
            head: Text::default(),
            foot: Text::default(),
        };
        let mut document = Document::new(lang, told(&self.number), told(keep(lang)), furniture);
        document.paragraph(&self.next);
        document.paragraph(call(lang));
        let points: Vec<String> = self.call.iter().map(|(number, who)| format!("{number} – {who}")).collect();
        document.list(points.iter().map(String::as_str));
        document
    }
}

/// A short document as text: a line a paragraph or point.
pub fn text(document: &Document) -> String {
    let mut lines = vec![document.title.to_string(), document.subtitle.to_string()];
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => lines.extend([String::new(), text.to_string()]),
            Block::List(points) => lines.extend(points.iter().map(|point| format!("- {point}"))),
            _ => {}
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

const WIDTH: f32 = 360.0;
const MARGIN: f32 = 18.0;
const SCALE: f32 = 3.0;
const WHITE: Ink = Ink(0xFF, 0xFF, 0xFF);
const NUMBER: Style = Style::new(26.0, 1.3, true, WHITE);
const UNDER: Style = Style::new(10.4, 1.4, false, WHITE);
const BODY: Style = Style::new(13.0, 1.5, false, INK);
const POINT: Style = Style::new(13.0, 1.5, true, DEEP);

/// A slip as a picture, in the bytes of a PNG file: 1,080 pixels wide, for a telephone.
pub fn picture(document: &Document) -> Result<Vec<u8>, PaintError> {
    png(&draw(document)?, SCALE)
}

fn draw(document: &Document) -> Result<Drawing, PaintError> {
    let mut faces = Faces::built_in()?;
    let mut lines = |text: &Text, style: &Style| faces.lines(text, style, Some(WIDTH - 2.0 * MARGIN));
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    let head =
        [(lines(&document.title, &NUMBER), NUMBER.ink), (lines(&document.subtitle, &UNDER), UNDER.ink)];
    let tall: f32 = head.iter().flat_map(|(lines, _)| lines).map(|line| line.height).sum();
    drawing.shapes.push(Shape::Bar { x: 0.0, y: 0.0, width: WIDTH, height: tall + 20.0, ink: DEEP });
    let mut y = 10.0;
    for (lines, ink) in head {
        y = stack(&mut drawing, lines, y, ink);
    }
    y += 22.0;
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => y = stack(&mut drawing, lines(text, &BODY), y, BODY.ink) + 10.0,
            Block::List(points) => {
                for point in points {
                    let rule =
                        Shape::Bar { x: MARGIN, y, width: WIDTH - 2.0 * MARGIN, height: 0.6, ink: HAIR };
                    drawing.shapes.push(rule);
                    y = stack(&mut drawing, lines(point, &POINT), y + 6.0, POINT.ink) + 6.0;
                }
            }
            _ => {}
        }
    }
    drawing.height = y + MARGIN;
    Ok(drawing)
}

/// Lines one under the other from a height on; returns where they end.
fn stack(drawing: &mut Drawing, lines: Vec<Line>, mut y: f32, ink: Ink) -> f32 {
    for line in lines {
        let height = line.height;
        drawing.shapes.push(Shape::Text { line, x: MARGIN, y, ink, hold: Hold::Left });
        y += height;
    }
    y
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::draw::tests::fault;
    use crate::brief::pdf;
    use crate::raster::png::decode;

    fn slip(lang: Lang) -> Document {
        let next = lang.pick(
            "អ្នកទទួលខុសត្រូវត្រូវឆ្លើយត្រឹមថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២៦។ បន្ទាប់មកយើងប្រាប់អ្នក។ សូមរង់ចាំទូរស័ព្ទពីយើង។",
            "Those responsible are to answer by 31 December 2026. Then we tell you. Please wait for our call, and do not come.",
        );
        let call = [
            ("012 345 678", "យើង"),
            ("1286", "ប.ស.ស."),
            ("1297", "the Ministry of Labour and Vocational Training"),
        ];
        Slip {
            number: "KC-7F3Q-2XM9".into(),
            next: next.into(),
            call: call.map(|(number, who)| (number.to_owned(), who.to_owned())).into(),
            made_on: "2026-11-30".parse().unwrap(),
        }
        .document(lang)
    }

    #[test]
    fn text_picture_and_pages_say_what_the_document_says() {
        for lang in Lang::ALL {
            let document = slip(lang);
            let written = text(&document);
            assert!(written.starts_with("KC-7F3Q-2XM9\n") && written.contains("- 1286 – "), "{written}");
            let drawing = draw(&document).unwrap();
            assert_eq!(fault(&drawing), None);
            let told: String = drawing
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Text { line, .. } => line.text.get(line.letters.clone()),
                    _ => None,
                })
                .flat_map(str::split_whitespace)
                .collect();
            let points = written.lines().map(|line| line.strip_prefix("- ").unwrap_or(line));
            for line in points.filter(|line| !line.is_empty()) {
                let solid: String = line.split_whitespace().collect();
                assert!(told.contains(&solid), "{solid}: {told}");
            }
            let (pixels, _) = decode(&picture(&document).unwrap()).unwrap();
            assert_eq!(pixels.width, 1_080);
            assert!(pdf::third(&document).unwrap().starts_with(b"%PDF-1.7"));
        }
    }
}
