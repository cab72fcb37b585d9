//! Letters as masks, drawn once and kept.

use std::collections::HashMap;

use zeno::{Command, Fill, Style, Transform};

use super::face::{Faces, Placed, Script, Shaped};
use crate::raster::{Mask, mask};

/// How many masks and words are kept before all are forgotten: far more than a screen holds.
const KEPT: usize = 8_192;

/// Places between two pixels that are told apart.
const STEPS: f32 = 4.0;

/// How finely letters are squeezed: in so many steps from nothing to their own width.
const SQUEEZES: f32 = 64.0;

/// How many shades lie between none and all. Few, so that a picture has few colours; more cannot be seen in text.
const SHADES: u32 = 15;

/// Letters of a kind: which font, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kind {
    /// The font.
    pub script: Script,
    /// Its weight.
    pub is_bold: bool,
    /// Pixels an em.
    pub size: f32,
    /// Width over own width, at most 1.
    pub squeeze: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    script: Script,
    is_bold: bool,
    squeeze: u8,
    glyph: u32,
    step_x: u8,
    step_y: u8,
}

/// The fonts, and what was drawn with them. All letters of a font have one size.
pub struct Glyphs {
    faces: Faces,
    masks: HashMap<Key, Mask>,
    words: HashMap<(String, Script, bool), Shaped>,
}

impl Glyphs {
    /// Nothing drawn yet.
    pub fn new(faces: Faces) -> Self {
        Self { faces, masks: HashMap::new(), words: HashMap::new() }
    }

    /// Which of the fonts has the letter.
    pub fn script_of(&self, letter: char) -> Option<Script> {
        [Script::Latin, Script::Khmer].into_iter().find(|script| self.faces.get(*script, false).has(letter))
    }

    /// Shapes a text.
    pub fn shape(&mut self, text: &str, script: Script, is_bold: bool) -> Shaped {
        if self.words.len() >= KEPT {
            self.words.clear();
        }
        let face = self.faces.get(script, is_bold);
        self.words.entry((text.to_owned(), script, is_bold)).or_insert_with(|| face.shape(text)).clone()
    }

    /// The mask of a glyph of a text that starts at `x` (in pixels, from any whole pixel), and the pixel that the
    /// mask is to be laid at, from that whole pixel and down from the baseline.
    pub fn mask(&mut self, placed: Placed, kind: Kind, x: f32) -> (&Mask, i32, i32) {
        let squeeze = (kind.squeeze * SQUEEZES).floor().clamp(1.0, SQUEEZES);
        let stretch = squeeze / SQUEEZES;
        let (pixel_x, step_x) = parted(x + placed.x * kind.size * stretch);
        let (pixel_y, step_y) = parted(-placed.y * kind.size);
        let key = Key {
            script: kind.script,
            is_bold: kind.is_bold,
            squeeze: squeeze as u8,
            glyph: placed.glyph,
            step_x,
            step_y,
        };
        if self.masks.len() >= KEPT {
            self.masks.clear();
        }
        let face = self.faces.get(kind.script, kind.is_bold);
        let mask = self.masks.entry(key).or_insert_with(|| {
            let outline = face.outline(placed.glyph, kind.size);
            let place =
                Transform::new(stretch, 0.0, 0.0, -1.0, f32::from(step_x) / STEPS, f32::from(step_y) / STEPS);
            draw(&outline, Fill::NonZero, Some(place))
        });
        (mask, pixel_x, pixel_y)
    }
}

/// The whole pixel, and how many steps beyond.
fn parted(place: f32) -> (i32, u8) {
    let steps = (place * STEPS).round();
    let whole = (steps / STEPS).floor();
    (whole as i32, (steps - whole * STEPS) as u8)
}

/// Draws a path whose y goes down the picture (once placed), filled or as a line, in [`SHADES`].
pub fn draw<'a>(path: &[Command], style: impl Into<Style<'a>>, place: Option<Transform>) -> Mask {
    let mut mask = mask(path, style, place);
    for part in &mut mask.coverage {
        let shade = (u32::from(*part) * SHADES + 127) / 255;
        *part = (shade * 255 / SHADES) as u8;
    }
    mask
}
