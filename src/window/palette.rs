//! What a terminal's colours look like.

use ratatui::style::{Color, Modifier};

use crate::raster::Rgb;

/// The colours of a terminal: ground, text and the sixteen of ANSI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The ground where a cell asks for no colour.
    pub background: Rgb,
    /// The text where a cell asks for no colour.
    pub foreground: Rgb,
    /// Black, red, green, yellow, blue, magenta, cyan, white; then the bright ones in the same order.
    pub ansi: [Rgb; 16],
}

/// The steps of the 6×6×6 cube that xterm's colours 16 to 231 stand on.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Palette {
    /// Light text on a dark ground.
    pub fn dark() -> Self {
        Self {
            background: Rgb(0x1a, 0x1d, 0x23),
            foreground: Rgb(0xe2, 0xe4, 0xe8),
            ansi: [
                Rgb(0x2b, 0x30, 0x3b),
                Rgb(0xf2, 0x77, 0x6e),
                Rgb(0x8c, 0xc8, 0x7a),
                Rgb(0xe9, 0xc0, 0x62),
                Rgb(0x6c, 0xa8, 0xf0),
                Rgb(0xcf, 0x90, 0xe0),
                Rgb(0x5f, 0xc9, 0xcf),
                Rgb(0xc5, 0xc9, 0xd1),
                Rgb(0x7a, 0x82, 0x90),
                Rgb(0xff, 0x9a, 0x90),
                Rgb(0xae, 0xe3, 0x9c),
                Rgb(0xff, 0xd9, 0x80),
                Rgb(0x92, 0xc4, 0xff),
                Rgb(0xe6, 0xb3, 0xf2),
                Rgb(0x86, 0xe4, 0xe8),
                Rgb(0xff, 0xff, 0xff),
            ],
        }
    }

    /// Dark text on a light ground.
    pub fn light() -> Self {
        Self {
            background: Rgb(0xfd, 0xfd, 0xfb),
            foreground: Rgb(0x22, 0x26, 0x2c),
            ansi: [
                Rgb(0x22, 0x26, 0x2c),
                Rgb(0xb8, 0x24, 0x1f),
                Rgb(0x2a, 0x7a, 0x2a),
                Rgb(0x8f, 0x5f, 0x00),
                Rgb(0x1d, 0x5f, 0xc4),
                Rgb(0x8e, 0x35, 0xa6),
                Rgb(0x00, 0x75, 0x80),
                Rgb(0xd3, 0xd6, 0xda),
                Rgb(0x6d, 0x75, 0x80),
                Rgb(0xd8, 0x3a, 0x32),
                Rgb(0x3b, 0x96, 0x3b),
                Rgb(0xb0, 0x7a, 0x0c),
                Rgb(0x3c, 0x7e, 0xe6),
                Rgb(0xab, 0x50, 0xc4),
                Rgb(0x12, 0x93, 0xa0),
                Rgb(0xff, 0xff, 0xff),
            ],
        }
    }

    /// Text and ground of a cell, its modifiers worked in.
    pub(super) fn of_cell(&self, foreground: Color, background: Color, modifier: Modifier) -> (Rgb, Rgb) {
        let mut text = self.colour(foreground, self.foreground);
        let ground = self.colour(background, self.background);
        if modifier.contains(Modifier::DIM) {
            text = text.mixed(ground, 0.35);
        }
        if modifier.contains(Modifier::REVERSED) { (ground, text) } else { (text, ground) }
    }

    /// A colour as asked for; `unset` where the terminal's own is.
    pub(super) fn colour(&self, colour: Color, unset: Rgb) -> Rgb {
        match colour {
            Color::Reset => unset,
            Color::Black => self.ansi[0],
            Color::Red => self.ansi[1],
            Color::Green => self.ansi[2],
            Color::Yellow => self.ansi[3],
            Color::Blue => self.ansi[4],
            Color::Magenta => self.ansi[5],
            Color::Cyan => self.ansi[6],
            Color::Gray => self.ansi[7],
            Color::DarkGray => self.ansi[8],
            Color::LightRed => self.ansi[9],
            Color::LightGreen => self.ansi[10],
            Color::LightYellow => self.ansi[11],
            Color::LightBlue => self.ansi[12],
            Color::LightMagenta => self.ansi[13],
            Color::LightCyan => self.ansi[14],
            Color::White => self.ansi[15],
            Color::Rgb(red, green, blue) => Rgb(red, green, blue),
            Color::Indexed(index) => self.indexed(index),
        }
    }

    fn indexed(&self, index: u8) -> Rgb {
        match index {
            0..16 => self.ansi[usize::from(index)],
            16..232 => {
                let step = |place: u8| CUBE[usize::from((index - 16) / place % 6)];
                Rgb(step(36), step(6), step(1))
            }
            232.. => {
                let grey = 8 + (index - 232) * 10;
                Rgb(grey, grey, grey)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_256_colours_are_those_of_xterm() {
        let palette = Palette::dark();
        let colour = |index| palette.colour(Color::Indexed(index), Rgb(0, 0, 0));
        assert_eq!(colour(9), palette.ansi[9]);
        assert_eq!(colour(16), Rgb(0, 0, 0));
        assert_eq!(colour(110), Rgb(135, 175, 215));
        assert_eq!(colour(231), Rgb(255, 255, 255));
        assert_eq!(colour(232), Rgb(8, 8, 8));
        assert_eq!(colour(255), Rgb(238, 238, 238));
    }

    #[test]
    fn reversed_text_takes_the_ground_and_gives_its_own() {
        let palette = Palette::light();
        let plain = palette.of_cell(Color::Red, Color::Reset, Modifier::empty());
        let reversed = palette.of_cell(Color::Red, Color::Reset, Modifier::REVERSED);
        assert_eq!((plain.1, plain.0), reversed);
    }

    /// WCAG 2.2's contrast ratio.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |Rgb(red, green, blue): Rgb| {
            let linear = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        (one / other).max(other / one)
    }

    #[test]
    fn text_can_be_read_on_its_ground() {
        for palette in [Palette::dark(), Palette::light()] {
            assert!(contrast(palette.foreground, palette.background) > 10.0);
            let (dim, ground) = palette.of_cell(Color::Reset, Color::Reset, Modifier::DIM);
            assert!(contrast(dim, ground) >= 4.5, "dim: {}", contrast(dim, ground));
            for (index, colour) in palette.ansi.into_iter().enumerate().take(7).skip(1) {
                let ratio = contrast(colour, palette.background);
                assert!(ratio >= 4.5, "{index} on its ground: {ratio}");
            }
        }
    }
}
