//! A picture as PNG, as small as it gets: with a palette where it has few colours.

use std::collections::BTreeMap;
use std::io::Cursor;

use super::picture::{Picture, Rgb};

/// A picture could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// Not written.
    #[error("the picture cannot be written: {0}")]
    Encoding(#[from] png::EncodingError),
    /// Not read.
    #[error("the picture cannot be read: {0}")]
    Decoding(#[from] png::DecodingError),
    /// Read, but larger than this machine's memory can be asked for.
    #[error("the picture is too large")]
    TooLarge,
}

/// The bytes of a PNG file. `notes` are texts to carry along, each under a keyword; Latin letters only.
pub fn encode(picture: &Picture, notes: &[(&str, &str)]) -> Result<Vec<u8>, PngError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_compression(png::Compression::High);
    for (keyword, text) in notes {
        encoder.add_text_chunk((*keyword).to_owned(), (*text).to_owned())?;
    }
    let colours = colours(picture);
    let data = if colours.len() <= 256 {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_palette(colours.keys().flat_map(|Rgb(r, g, b)| [*r, *g, *b]).collect::<Vec<u8>>());
        let depth = bits(colours.len());
        encoder.set_depth(depth);
        packed(picture, &colours, depth as usize)
    } else {
        encoder.set_color(png::ColorType::Rgb);
        picture.pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// A PNG file's picture and notes; any transparency is taken for opaque.
pub fn decode(bytes: &[u8]) -> Result<(Picture, Vec<(String, String)>), PngError> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info()?;
    let mut data = vec![0; reader.output_buffer_size().ok_or(PngError::TooLarge)?];
    let frame = reader.next_frame(&mut data)?;
    data.truncate(frame.buffer_size());
    let pixels = match frame.color_type {
        png::ColorType::Rgba => data,
        _ => data.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], u8::MAX]).collect(),
    };
    let notes = &reader.info().uncompressed_latin1_text;
    let notes = notes.iter().map(|note| (note.keyword.clone(), note.text.clone())).collect();
    Ok((Picture { width: frame.width, height: frame.height, pixels }, notes))
}

/// The colours of a picture, numbered; more than 256 are not all counted.
fn colours(picture: &Picture) -> BTreeMap<Rgb, u8> {
    let mut colours = BTreeMap::new();
    let mut last = None;
    for pixel in picture.pixels.chunks_exact(4) {
        let colour = Rgb(pixel[0], pixel[1], pixel[2]);
        if last != Some(colour) {
            colours.insert(colour, 0);
            last = Some(colour);
            if colours.len() > 256 {
                return colours;
            }
        }
    }
    for (number, place) in (0..=u8::MAX).zip(colours.values_mut()) {
        *place = number;
    }
    colours
}

fn bits(colours: usize) -> png::BitDepth {
    match colours {
        0..=2 => png::BitDepth::One,
        3..=4 => png::BitDepth::Two,
        5..=16 => png::BitDepth::Four,
        _ => png::BitDepth::Eight,
    }
}

/// The colours' numbers, so many bits each, every row from a byte of its own on.
fn packed(picture: &Picture, colours: &BTreeMap<Rgb, u8>, bits: usize) -> Vec<u8> {
    let mut data = Vec::new();
    for row in picture.pixels.chunks_exact((picture.width as usize * 4).max(4)) {
        let numbers: Vec<u8> = row
            .chunks_exact(4)
            .map(|pixel| colours.get(&Rgb(pixel[0], pixel[1], pixel[2])).copied().unwrap_or(0))
            .collect();
        for group in numbers.chunks(8 / bits) {
            let byte = group.iter().enumerate().map(|(place, number)| number << (8 - bits * (place + 1)));
            data.push(byte.fold(0, |all, one| all | one));
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(decode(b"").is_err());
        assert!(decode(b"\x89PNG\r\n\x1a\n and no more").is_err());
    }

    proptest! {
        #[test]
        fn a_picture_comes_back_as_it_was(
            width in 1_u32..40, height in 1_u32..30, colours in 1_u32..400, seed in any::<u32>(),
        ) {
            let pixels = (0..width * height).flat_map(|place| {
                let colour = (place ^ seed) % colours;
                [(colour % 7 * 36) as u8, (colour / 7) as u8, (colour % 2 * 255) as u8, 255]
            });
            let picture = Picture { width, height, pixels: pixels.collect() };
            let bytes = encode(&picture, &[("Title", "a note")]).unwrap();
            let (read, notes) = decode(&bytes).unwrap();
            prop_assert_eq!(read, picture);
            prop_assert_eq!(notes, [("Title".to_owned(), "a note".to_owned())]);
        }
    }
}
