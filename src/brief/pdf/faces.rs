//! The fonts of a PDF: which letters they have, and how a text is laid out in lines with them.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, Layout, LayoutContext};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::PdfError;
use super::style::Style;
use crate::brief::document::{Text, Weight};
use crate::i18n::Language;

/// The families by their names here, each with its regular and its strong face.
const FAMILIES: [(&str, [&[u8]; 2]); 3] = [
    (
        "text",
        [
            include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
            include_bytes!("../../../fonts/NotoSans-SemiBold.ttf"),
        ],
    ),
    (
        "khmer",
        [
            include_bytes!("../../../fonts/Battambang-Regular.ttf"),
            include_bytes!("../../../fonts/Battambang-Bold.ttf"),
        ],
    ),
    // Arrows, signs of mathematics and marks that the others lack.
    (
        "signs",
        [
            include_bytes!("../../../fonts/JetBrainsMonoNL-Regular.ttf"),
            include_bytes!("../../../fonts/JetBrainsMonoNL-Bold.ttf"),
        ],
    ),
];

const LATIN_FIRST: [FontFamilyName<'static>; 3] = [named("text"), named("khmer"), named("signs")];
const KHMER_FIRST: [FontFamilyName<'static>; 3] = [named("khmer"), named("text"), named("signs")];

const fn named(name: &'static str) -> FontFamilyName<'static> {
    FontFamilyName::Named(Cow::Borrowed(name))
}

/// Khmer letters look small beside Latin ones of the same size.
pub const KHMER_LARGER: f32 = 1.12;

/// What is drawn for a letter that no font has. What is copied out is the letter.
const MISSING: char = '\u{FFFD}';

/// The glyph of the first font for [`MISSING`], and how wide it is in ems.
fn missing() -> Result<(u32, f32), PdfError> {
    let [(_, [text, _]), ..] = FAMILIES;
    let font = FontRef::new(text).map_err(|_| PdfError::Font)?;
    let glyph = font.charmap().map(MISSING).ok_or(PdfError::Font)?;
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let advance = metrics.advance_width(glyph).filter(|advance| *advance > 0.0).ok_or(PdfError::Font)?;
    Ok((glyph.to_u32(), advance))
}

/// Lays out text.
pub struct Faces {
    fonts: Vec<(u64, Font)>,
    missing: u32,
    missing_advance: f32,
    context: FontContext,
    scratch: LayoutContext<Option<Language>>,
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct Line {
    /// The text that it is a part of.
    pub text: Rc<str>,
    /// What is drawn, from left to right.
    pub parts: Vec<Part>,
    /// From its top to the next one's.
    pub height: f32,
    /// From its top to the baseline.
    pub baseline: f32,
    /// How wide it is, without the spaces at its end.
    pub width: f32,
}

/// Glyphs of one font and language.
#[derive(Debug, Clone)]
pub struct Part {
    /// The font.
    pub font: Font,
    /// Its size in points.
    pub size: f32,
    /// The language of the letters.
    pub language: Language,
    /// Where it begins, from the start of the line.
    pub x: f32,
    /// The glyphs, with where their letters stand in the text.
    pub glyphs: Vec<KrillaGlyph>,
}

impl Faces {
    /// Reads the built-in fonts.
    pub fn built_in() -> Result<Self, PdfError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut fonts = Vec::new();
        let (missing, missing_advance) = missing()?;
        for (family, faces) in FAMILIES {
            for (bytes, weight) in faces.into_iter().zip([FontWeight::NORMAL, FontWeight::BOLD]) {
                let blob = Blob::new(Arc::new(bytes));
                let font = Font::new(bytes.into(), 0).ok_or(PdfError::Font)?;
                fonts.push((blob.id(), font));
                let named = FontInfoOverride {
                    family_name: Some(family),
                    weight: Some(weight),
                    ..FontInfoOverride::default()
                };
                collection.register_fonts(blob, Some(named));
            }
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Ok(Self { fonts, missing, missing_advance, context, scratch: LayoutContext::new() })
    }

    /// A text in lines, of at most a width in points; without one on one line.
    pub fn lines(&mut self, text: &Text, style: &Style, width: Option<f32>) -> Vec<Line> {
        let (told, layout) = self.layout(text, style, width);
        let told: Rc<str> = told.into();
        layout.lines().map(|line| self.line(&line, &told)).collect()
    }

    fn layout(
        &mut self,
        text: &Text,
        style: &Style,
        width: Option<f32>,
    ) -> (String, Layout<Option<Language>>) {
        let told = text.to_string();
        let mut builder = self.scratch.ranged_builder(&mut self.context, &told, 1.0, false);
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.height())));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&LATIN_FIRST))));
        let mut start = 0;
        for run in text.runs() {
            let range = start..start + run.text.len();
            start = range.end;
            builder.push(StyleProperty::Brush(Some(run.language)), range.clone());
            if style.is_strong || run.weight == Weight::Strong {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if run.language == Language::Km {
                let families = FontFamily::List(Cow::Borrowed(&KHMER_FIRST));
                builder.push(StyleProperty::FontFamily(families), range.clone());
                builder.push(StyleProperty::FontSize(style.size * KHMER_LARGER), range.clone());
                let height = LineHeight::Absolute(style.khmer_height());
                builder.push(StyleProperty::LineHeight(height), range);
            }
        }
        let mut layout = builder.build(&told);
        layout.break_all_lines(width.map(|width| width.max(1.0)));
        (told, layout)
    }

    fn line(&self, line: &parley::layout::Line<'_, Option<Language>>, told: &Rc<str>) -> Line {
        let metrics = line.metrics();
        let (mut parts, mut x): (Vec<Part>, f32) = (Vec::new(), 0.0);
        for run in line.runs() {
            let found = self.fonts.iter().find(|(id, _)| *id == run.font().data.id());
            let Some(font) = found.map(|(_, font)| font) else {
                continue;
            };
            for cluster in run.visual_clusters() {
                let letters = cluster.text_range();
                let language = cluster.style().brush.unwrap_or(Language::En);
                if cluster.is_ligature_continuation() {
                    lengthen(parts.last_mut(), letters.end);
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let drawn = self.drawn(font, run.font_size(), &glyph);
                    let fits = |part: &&mut Part| part.language == language && part.is_of(&drawn);
                    match parts.last_mut().filter(fits) {
                        Some(part) => part.glyphs.push(drawn.glyph(letters.clone())),
                        None => parts.push(Part {
                            font: drawn.font.clone(),
                            size: drawn.size,
                            language,
                            x,
                            glyphs: vec![drawn.glyph(letters.clone())],
                        }),
                    }
                    x += glyph.advance;
                }
            }
        }
        Line {
            text: Rc::clone(told),
            parts,
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            width: metrics.advance - metrics.hanging_advance,
        }
    }

    /// What is drawn for a glyph: itself, or where no font has one the sign of a missing letter, as wide as the gap.
    fn drawn<'a>(&'a self, font: &'a Font, size: f32, glyph: &parley::layout::Glyph) -> Drawn<'a> {
        let is_missing = glyph.id == 0;
        let size = if is_missing { glyph.advance / self.missing_advance } else { size };
        match self.fonts.first() {
            Some((_, text)) if is_missing && size > 0.0 => Drawn {
                font: text,
                size,
                id: self.missing,
                advance: self.missing_advance,
                offset: (0.0, 0.0),
            },
            // A glyph's offset counts upwards here and downwards there.
            _ => Drawn {
                font,
                size,
                id: glyph.id,
                advance: glyph.advance / size,
                offset: (glyph.x / size, -glyph.y / size),
            },
        }
    }
}

/// Counts the letters up to an end to the last glyphs: to all that stand for the same letters together, or these would
/// be copied out twice.
fn lengthen(part: Option<&mut Part>, end: usize) {
    let glyphs = part.map(|part| part.glyphs.as_mut_slice()).unwrap_or_default();
    let letters = glyphs.last().map(|glyph| glyph.text_range.clone());
    let together = glyphs.iter_mut().rev().take_while(|glyph| Some(&glyph.text_range) == letters.as_ref());
    for glyph in together {
        glyph.text_range.end = glyph.text_range.end.max(end);
    }
}

/// A glyph with its font, in ems.
struct Drawn<'a> {
    font: &'a Font,
    size: f32,
    id: u32,
    advance: f32,
    offset: (f32, f32),
}

impl Drawn<'_> {
    fn glyph(&self, letters: Range<usize>) -> KrillaGlyph {
        let (x, y) = self.offset;
        KrillaGlyph::new(GlyphId::new(self.id), self.advance, x, y, 0.0, letters, None)
    }
}

impl Part {
    fn is_of(&self, drawn: &Drawn<'_>) -> bool {
        self.font == *drawn.font && (self.size - drawn.size).abs() < f32::EPSILON
    }
}
