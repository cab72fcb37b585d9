//! The fonts that are built in, and the shaping of text with them.
//!
//! Where they come from and under which licence: `fonts/README.md` at the root.

use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use zeno::Command;

use crate::raster::letter;

/// A built-in font that cannot be read: the program was built from a damaged source.
#[derive(Debug, thiserror::Error)]
#[error("a built-in font cannot be read: {0}")]
pub struct FaceError(#[from] skrifa::raw::ReadError);

/// Which font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Letters, marks and signs of one width.
    Latin,
    /// Khmer.
    Khmer,
}

/// The built-in fonts, each in two weights.
pub struct Faces([Face; 4]);

impl Faces {
    /// Reads them.
    pub fn built_in() -> Result<Self, FaceError> {
        Ok(Self([
            Face::read(include_bytes!("../../fonts/JetBrainsMonoNL-Regular.ttf"))?,
            Face::read(include_bytes!("../../fonts/JetBrainsMonoNL-Bold.ttf"))?,
            Face::read(include_bytes!("../../fonts/Battambang-Regular.ttf"))?,
            Face::read(include_bytes!("../../fonts/Battambang-Bold.ttf"))?,
        ]))
    }

    /// One of them.
    pub fn get(&self, script: Script, is_bold: bool) -> &Face {
        let [latin, latin_bold, khmer, khmer_bold] = &self.0;
        match (script, is_bold) {
            (Script::Latin, false) => latin,
            (Script::Latin, true) => latin_bold,
            (Script::Khmer, false) => khmer,
            (Script::Khmer, true) => khmer_bold,
        }
    }
}

/// A font.
pub struct Face {
    font: FontRef<'static>,
    shaping: ShaperData,
    units_per_em: f32,
}

/// A glyph where shaping puts it. In ems, from the start of the text's baseline; up is positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Index in the font.
    pub glyph: u32,
    /// To the right.
    pub x: f32,
    /// Up.
    pub y: f32,
}

/// A text shaped.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shaped {
    /// Its glyphs.
    pub glyphs: Vec<Placed>,
    /// How far the text goes, in ems.
    pub advance: f32,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, FaceError> {
        let font = FontRef::new(bytes)?;
        let shaping = ShaperData::new(&font);
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { font, shaping, units_per_em: f32::from(metrics.units_per_em.max(1)) })
    }

    /// Whether it has the letter.
    pub fn has(&self, letter: char) -> bool {
        self.font.charmap().map(letter).is_some()
    }

    /// Shapes a text of one script.
    pub fn shape(&self, text: &str) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaper = self.shaping.shaper(&self.font).build();
        let done = shaper.shape(buffer, ShapeOptions::new());
        let mut shaped = Shaped::default();
        let ems = |units: i32| units as f32 / self.units_per_em;
        for (info, place) in done.glyph_infos().iter().zip(done.glyph_positions()) {
            shaped.glyphs.push(Placed {
                glyph: info.glyph_id,
                x: shaped.advance + ems(place.x_offset),
                y: ems(place.y_offset),
            });
            shaped.advance += ems(place.x_advance);
        }
        shaped
    }

    /// A glyph's outline at a size in pixels an em, with up positive; empty if it has none.
    pub fn outline(&self, glyph: u32, pixels_per_em: f32) -> Vec<Command> {
        letter(&self.font, glyph, pixels_per_em)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_the_letters_it_is_there_for() {
        let faces = Faces::built_in().unwrap();
        for is_bold in [false, true] {
            let latin = faces.get(Script::Latin, is_bold);
            for letter in (' '..='~').chain("éœ–—‘’“”…·×÷±≤≥←↑→↓●▲✓✗⚠€".chars())
            {
                assert!(latin.has(letter), "{letter}");
            }
            let khmer = faces.get(Script::Khmer, is_bold);
            for letter in ('ក'..='អ').chain('ា'..='៝').chain('០'..='៩').chain(['◌']) {
                assert!(khmer.has(letter), "{letter:?}");
            }
        }
    }

    #[test]
    fn latin_letters_are_all_of_one_width() {
        let faces = Faces::built_in().unwrap();
        for is_bold in [false, true] {
            for letter in ["i", "W", "é", "→", "●"] {
                let advance = faces.get(Script::Latin, is_bold).shape(letter).advance;
                assert!((advance - 0.6).abs() < 0.001, "{letter}: {advance}");
            }
        }
    }

    /// A consonant under another is one glyph, a vowel that is written after and stands before is moved.
    #[test]
    fn khmer_is_shaped() {
        let faces = Faces::built_in().unwrap();
        let face = faces.get(Script::Khmer, false);
        let glyphs =
            |text: &str| -> Vec<u32> { face.shape(text).glyphs.iter().map(|placed| placed.glyph).collect() };
        let (ko, e) = (glyphs("ក")[0], glyphs("◌េ"));
        assert!(e.len() == 2, "{e:?}");
        let moved = glyphs("កេ");
        assert_eq!(moved.len(), 2);
        assert_eq!(moved[1], ko, "the vowel stands first");
        let coeng = glyphs("\u{17D2}")[0];
        for word in ["ក្នុង", "ស្ត្រី", "ខេត្ត", "ភ្នំពេញ"] {
            let shaped = glyphs(word);
            assert!(!shaped.contains(&coeng) && !shaped.contains(&0), "{word}: {shaped:?}");
            assert!(shaped.len() < word.chars().count(), "{word}: {shaped:?}");
        }
    }
}
