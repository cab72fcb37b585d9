//! The fonts of what goes out: which letters they have, and how a text is laid out in lines with them. Pages (`pdf`)
//! and drawings (`draw`) measure and set their text with this alone; no font of the machine is looked at.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, Layout, LayoutContext};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::document::{Text, Weight};
use super::style::Style;
use crate::i18n::Language;

/// The families by their names here, each with its regular and its strong face.
const FAMILIES: [(&str, [&[u8]; 2]); 3] = [
    (
        "text",
        [
            include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            include_bytes!("../../fonts/NotoSans-SemiBold.ttf"),
        ],
    ),
    (
        "khmer",
        [
            include_bytes!("../../fonts/Battambang-Regular.ttf"),
            include_bytes!("../../fonts/Battambang-Bold.ttf"),
        ],
    ),
    // Arrows, signs of mathematics and marks that the others lack.
    (
        "signs",
        [
            include_bytes!("../../fonts/JetBrainsMonoNL-Regular.ttf"),
            include_bytes!("../../fonts/JetBrainsMonoNL-Bold.ttf"),
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

/// A built-in font cannot be read: the program was built from a damaged source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a built-in font cannot be read")]
pub struct FontError;

/// One of the built-in fonts, by its place among all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Face(pub usize);

/// The files of all fonts, in the order of their [`Face`].
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    FAMILIES.into_iter().flat_map(|(_, files)| files)
}

/// The glyph of the first font for [`MISSING`], and how wide it is in ems.
fn missing() -> Result<(u32, f32), FontError> {
    let font = FontRef::new(files().next().ok_or(FontError)?).map_err(|_| FontError)?;
    let glyph = font.charmap().map(MISSING).ok_or(FontError)?;
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let advance = metrics.advance_width(glyph).filter(|advance| *advance > 0.0).ok_or(FontError)?;
    Ok((glyph.to_u32(), advance))
}

/// Lays out text.
pub struct Faces {
    /// How the layout names each face.
    blobs: Vec<u64>,
    missing: u32,
    missing_advance: f32,
    context: FontContext,
    scratch: LayoutContext<Option<Language>>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text that it is a part of.
    pub text: Rc<str>,
    /// Which letters of it stand on the line.
    pub letters: Range<usize>,
    /// What is drawn, from left to right.
    pub parts: Vec<Part>,
    /// From its top to the next one's.
    pub height: f32,
    /// From its top to the baseline.
    pub baseline: f32,
    /// How wide it is, without the spaces at its end.
    pub width: f32,
    /// The size of its Latin letters, in points.
    pub size: f32,
}

/// Glyphs of one font and language.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The font.
    pub face: Face,
    /// Its size in points.
    pub size: f32,
    /// The language of the letters.
    pub language: Language,
    /// Where it begins, from the start of the line.
    pub x: f32,
    /// The glyphs, with where their letters stand in the text.
    pub glyphs: Vec<Glyph>,
}

/// A glyph; lengths are in ems.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// From its start to the next one's.
    pub advance: f32,
    /// Where it is drawn from its start: to the right, and downwards.
    pub offset: (f32, f32),
    /// For which letters of the text it stands.
    pub letters: Range<usize>,
}

impl Line {
    /// The same so many times as large.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        let part = |part: Part| Part { size: part.size * by, x: part.x * by, ..part };
        Self {
            parts: self.parts.into_iter().map(part).collect(),
            height: self.height * by,
            baseline: self.baseline * by,
            width: self.width * by,
            size: self.size * by,
            ..self
        }
    }
}

impl Faces {
    /// Reads the built-in fonts.
    pub fn built_in() -> Result<Self, FontError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut blobs = Vec::new();
        let (missing, missing_advance) = missing()?;
        for (family, faces) in FAMILIES {
            for (bytes, weight) in faces.into_iter().zip([FontWeight::NORMAL, FontWeight::BOLD]) {
                let blob = Blob::new(Arc::new(bytes));
                blobs.push(blob.id());
                let named = FontInfoOverride {
                    family_name: Some(family),
                    weight: Some(weight),
                    ..FontInfoOverride::default()
                };
                collection.register_fonts(blob, Some(named));
            }
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Ok(Self { blobs, missing, missing_advance, context, scratch: LayoutContext::new() })
    }

    /// A text in lines, of at most a width in points; without one on one line.
    pub fn lines(&mut self, text: &Text, style: &Style, width: Option<f32>) -> Vec<Line> {
        let (told, layout) = self.layout(text, style, width);
        let told: Rc<str> = told.into();
        layout.lines().map(|line| Line { size: style.size, ..self.line(&line, &told) }).collect()
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
            let Some(face) = self.blobs.iter().position(|id| *id == run.font().data.id()).map(Face) else {
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
                    // A mark that no font has takes no room, and no sign stands for it: it is copied with its letter.
                    if glyph.id == 0 && glyph.advance <= 0.0 {
                        lengthen(parts.last_mut(), letters.end);
                        continue;
                    }
                    let drawn = self.drawn(face, run.font_size(), &glyph);
                    let fits = |part: &&mut Part| part.language == language && part.is_of(&drawn);
                    match parts.last_mut().filter(fits) {
                        Some(part) => part.glyphs.push(drawn.glyph(letters.clone())),
                        None => parts.push(Part {
                            face: drawn.face,
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
            letters: line.text_range(),
            parts,
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            width: metrics.advance - metrics.hanging_advance,
            size: 0.0,
        }
    }

    /// What is drawn for a glyph: itself, or where no font has one the sign of a missing letter, as wide as the gap.
    fn drawn(&self, face: Face, size: f32, glyph: &parley::layout::Glyph) -> Drawn {
        let is_missing = glyph.id == 0;
        if is_missing {
            let advance = self.missing_advance;
            let size = glyph.advance / advance;
            return Drawn { face: Face(0), size, id: self.missing, advance, offset: (0.0, 0.0) };
        }
        // A glyph's offset counts upwards in the layout.
        let offset = (glyph.x / size, -glyph.y / size);
        Drawn { face, size, id: glyph.id, advance: glyph.advance / size, offset }
    }
}

/// Counts the letters up to an end to the last glyphs: to all that stand for the same letters together, or these would
/// be copied out twice.
fn lengthen(part: Option<&mut Part>, end: usize) {
    let glyphs = part.map(|part| part.glyphs.as_mut_slice()).unwrap_or_default();
    let letters = glyphs.last().map(|glyph| glyph.letters.clone());
    let together = glyphs.iter_mut().rev().take_while(|glyph| Some(&glyph.letters) == letters.as_ref());
    for glyph in together {
        glyph.letters.end = glyph.letters.end.max(end);
    }
}

/// A glyph with its font, in ems.
struct Drawn {
    face: Face,
    size: f32,
    id: u32,
    advance: f32,
    offset: (f32, f32),
}

impl Drawn {
    fn glyph(&self, letters: Range<usize>) -> Glyph {
        Glyph { id: self.id, advance: self.advance, offset: self.offset, letters }
    }
}

impl Part {
    /// Whether its letters are strong.
    pub fn is_strong(&self) -> bool {
        // Each family has its regular face first, its strong one second.
        self.face.0 % 2 == 1
    }

    fn is_of(&self, drawn: &Drawn) -> bool {
        self.face == drawn.face && (self.size - drawn.size).abs() < f32::EPSILON
    }
}
