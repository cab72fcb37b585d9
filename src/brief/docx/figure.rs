//! Charts, as pictures that are said in words for those who do not see them.

use super::text::{escaped, paragraph, with};
use crate::brief::document::Figure;
use crate::brief::draw::png::{PaintError, png};
use crate::brief::draw::{self, WIDE};
use crate::brief::faces::Faces;
use crate::i18n::Lang;

/// Pixels a point: 220 an inch, what Word itself keeps of pictures for print.
const SCALE: f32 = 220.0 / 72.0;

/// A little narrower than the page's text, or programs cut the last letters.
const WIDEST: f32 = 455.0;

/// The tallest picture that stands on a page with its caption, in points.
const TALLEST: f32 = 600.0;

/// What a point is in the units of Office's drawings.
const UNITS: f32 = 12_700.0;

/// Paints the charts of a document and keeps them for the package.
pub struct Pictures {
    faces: Faces,
    lang: Lang,
    painted: Vec<Vec<u8>>,
}

impl Pictures {
    /// None yet.
    pub fn new(lang: Lang) -> Result<Self, PaintError> {
        Ok(Self { faces: Faces::built_in()?, lang, painted: Vec::new() })
    }

    /// The pictures, each with its part's name and relation.
    pub fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        (1..).zip(&self.painted).map(|(number, bytes)| (format!("media/chart{number}.png"), bytes.as_slice()))
    }

    /// How the document names its pictures.
    pub fn relations(&self) -> String {
        let relation = |(number, (target, _))| {
            format!(
                r#"
  <Relationship Id="chart{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{target}"/>"#
            )
        };
        (1..).zip(self.parts()).map(relation).collect()
    }
}

/// A chart with its caption and notes.
pub fn written(figure: &Figure, pictures: &mut Pictures) -> Result<String, PaintError> {
    let drawing = draw::chart(&figure.chart, pictures.lang, WIDE, &mut pictures.faces);
    pictures.painted.push(png(&drawing, SCALE)?);
    let number = pictures.painted.len();
    let shrink = (TALLEST / drawing.height.max(1.0)).min(WIDEST / drawing.width.max(1.0)).min(1.0);
    let [width, height] = [drawing.width, drawing.height].map(|side| (side * shrink * UNITS).round() as u32);
    let said = escaped(&figure.alternative);
    let name = format!("chart{number}");
    let inline = format!(
        r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="{name}" descr="{said}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    );
    let keep = if figure.notes.is_empty() { "" } else { "<w:keepNext/>" };
    let notes: String = figure.notes.iter().map(|note| paragraph("TableNote", note)).collect();
    Ok(paragraph("Caption", &figure.caption)
        + &with("Figure", keep, &inline)
        + &notes
        + &with("Spacer", "", ""))
}
