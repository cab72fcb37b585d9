//! A picture, and what is laid on it: rectangles and masks.

/// A colour: red, green and blue as sRGB, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// This colour with so much of another, from 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f32) -> Self {
        self.under(other, (share * 255.0).round() as u8)
    }

    /// This colour under so much of another, from 0 to 255.
    fn under(self, other: Self, coverage: u8) -> Self {
        let mix = |below: u8, above: u8| {
            let coverage = u32::from(coverage);
            let sum = u32::from(below) * (255 - coverage) + u32::from(above) * coverage;
            ((sum + 127) / 255) as u8
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// A picture: rows from the top, four bytes a pixel (red, green, blue, and 255 for opaque).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width` × `height` × 4 bytes.
    pub pixels: Vec<u8>,
}

/// A place in a picture, in pixels; it may reach beyond the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
}

/// How much of each pixel a drawing covers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    /// From the drawing's origin to the mask's left edge.
    pub left: i32,
    /// From the drawing's origin down to the mask's upper edge.
    pub top: i32,
    /// Pixels a row.
    pub width: usize,
    /// Rows of coverage, 0 to 255, from the top.
    pub coverage: Vec<u8>,
}

impl Picture {
    /// One colour all over.
    pub fn filled(width: u32, height: u32, colour: Rgb) -> Self {
        let Rgb(red, green, blue) = colour;
        let pixels = [red, green, blue, u8::MAX].repeat(width as usize * height as usize);
        Self { width, height, pixels }
    }

    /// Covers an area with so much of a colour, 0 to 255.
    pub fn fill(&mut self, area: Area, colour: Rgb, coverage: u8) {
        let (top, bottom) = (area.y.max(0), area.y.saturating_add(area.height).min(self.height as i32));
        let (left, right) = (area.x, area.x.saturating_add(area.width));
        for y in top..bottom {
            for pixel in self.stretch(y, left, right).chunks_exact_mut(4) {
                cover(pixel, colour, coverage);
            }
        }
    }

    /// Lays a mask down with its origin at (`x`, `y`).
    pub fn stamp(&mut self, mask: &Mask, x: i32, y: i32, colour: Rgb) {
        let left = x + mask.left;
        let cut_off = usize::try_from(-left).unwrap_or(0);
        for (row, line) in (0..).zip(mask.coverage.chunks(mask.width.max(1))) {
            let right = left + line.len() as i32;
            let pixels = self.stretch(y + mask.top + row, left, right).chunks_exact_mut(4);
            for (pixel, coverage) in pixels.zip(line.iter().skip(cut_off)) {
                cover(pixel, colour, *coverage);
            }
        }
    }

    /// The pixels of a row from `left` to before `right`, as far as they are in the picture.
    fn stretch(&mut self, y: i32, left: i32, right: i32) -> &mut [u8] {
        let width = self.width as i32;
        let (left, right) = (left.clamp(0, width) as usize, right.clamp(0, width) as usize);
        let Ok(row) = usize::try_from(y) else {
            return &mut [];
        };
        let start = row * width as usize;
        self.pixels.get_mut((start + left) * 4..(start + right) * 4).unwrap_or_default()
    }
}

/// Lays so much of a colour, 0 to 255, over a pixel.
fn cover(pixel: &mut [u8], colour: Rgb, coverage: u8) {
    if let [red, green, blue, _] = pixel {
        let Rgb(r, g, b) = match coverage {
            0 => return,
            u8::MAX => colour,
            _ => Rgb(*red, *green, *blue).under(colour, coverage),
        };
        (*red, *green, *blue) = (r, g, b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_beyond_the_edge_is_cut_off() {
        let mut picture = Picture::filled(3, 2, Rgb(0, 0, 0));
        picture.fill(Area { x: -5, y: 1, width: 7, height: i32::MAX }, Rgb(255, 255, 255), 255);
        let mask = Mask { left: -1, top: -1, width: 2, coverage: vec![255; 4] };
        picture.stamp(&mask, 3, 0, Rgb(9, 9, 9));
        picture.stamp(&mask, i32::from(u16::MAX), -400, Rgb(9, 9, 9));
        let reds: Vec<u8> = picture.pixels.chunks(4).map(|pixel| pixel[0]).collect();
        assert_eq!(reds, [0, 0, 9, 255, 255, 0]);
    }
}
