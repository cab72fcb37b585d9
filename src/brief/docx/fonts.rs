//! The Khmer font that travels with a document.
//!
//! Windows has no Khmer font that all of Cambodia's offices write in: `Khmer OS Battambang` is what they install, and
//! `Leelawadee UI`, which comes with Windows 10 and 11, stands in for it. Battambang is under a free licence and may
//! be embedded: a reader needs neither. Where a program does not look at embedded fonts (Word's protected view), the
//! others are named in its place.

use std::io;

use super::package::Package;

/// A face with the key that its file is bound to.
struct Face {
    part: &'static str,
    /// Any will do; it must be the one that the table of fonts names.
    key: [u8; 16],
    bytes: &'static [u8],
}

const FACES: [Face; 2] = [
    Face {
        part: "word/fonts/font1.odttf",
        key: *b"Wardbook regular",
        bytes: include_bytes!("../../../fonts/Battambang-Regular.ttf"),
    },
    Face {
        part: "word/fonts/font2.odttf",
        key: *b"Wardbook's bold ",
        bytes: include_bytes!("../../../fonts/Battambang-Bold.ttf"),
    },
];

/// Writes the table of fonts, and the Khmer one where it is needed.
pub fn write(package: &mut Package, has_khmer: bool) -> io::Result<()> {
    let table = include_str!("parts/fonts.xml");
    if !has_khmer {
        return package.part("word/fontTable.xml", table.replace("{embedded}", "").as_bytes());
    }
    let [regular, bold] = FACES.map(|face| guid(&face.key));
    let embedded = format!(
        r#"<w:embedRegular r:id="rId1" w:fontKey="{regular}"/><w:embedBold r:id="rId2" w:fontKey="{bold}"/>"#
    );
    package.part("word/fontTable.xml", table.replace("{embedded}", &embedded).as_bytes())?;
    package.part("word/_rels/fontTable.xml.rels", include_str!("parts/font_rels.xml").as_bytes())?;
    for face in FACES {
        package.part(face.part, &bound(&face))?;
    }
    Ok(())
}

/// The key as it is written.
fn guid(key: &[u8; 16]) -> String {
    let number = format!("{:032X}", u128::from_be_bytes(*key));
    let mut guid = String::from("{");
    for (place, digit) in number.chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            guid.push('-');
        }
        guid.push(digit);
    }
    guid + "}"
}

/// The file bound to its key: the first 32 bytes are exclusive-ored with the key, read from its end, twice (ISO/IEC
/// 29500-1, 17.8.1).
fn bound(face: &Face) -> Vec<u8> {
    let mut bytes = face.bytes.to_vec();
    let key = face.key.iter().rev().chain(face.key.iter().rev());
    for (byte, key) in bytes.iter_mut().zip(key) {
        *byte ^= key;
    }
    bytes
}
