//! XMP (ISO 16684): a text of marked facts, beside or in place of Exif. None of it stays.

use std::collections::BTreeSet;

use crate::domain::attachment::Stripped;

/// By these names programs write what Exif has marks for.
const NAMES: [(Stripped, &[&[u8]]); 3] = [
    (Stripped::Camera, &[b"tiff:Make", b"tiff:Model", b"aux:Lens", b"exif:FNumber", b"exifEX:"]),
    (
        Stripped::Position,
        &[b"exif:GPSL", b"exif:GPSDest", b"exif:GPSPosition", b"photoshop:City", b"Iptc4xmpCore:Location"],
    ),
    (Stripped::Times, &[b"CreateDate", b"ModifyDate", b"DateCreated", b"DateTimeOriginal", b"MetadataDate"]),
];

/// What it tells of: texts always, for it is one.
pub(super) fn told_by(text: &[u8]) -> BTreeSet<Stripped> {
    let holds = |name: &&[u8]| memchr::memmem::find(text, name).is_some();
    let found = NAMES.iter().filter(|(_, names)| names.iter().any(holds)).map(|(told, _)| *told);
    found.chain([Stripped::Texts]).collect()
}

#[cfg(test)]
mod tests {
    use super::Stripped::{Position, Texts, Times};
    use super::*;

    #[test]
    fn a_position_in_a_text_is_one_too() {
        let told = |text: &str| told_by(text.as_bytes()).into_iter().collect::<Vec<_>>();
        assert_eq!(told("<x:xmpmeta><dc:title>x</dc:title>"), [Texts]);
        assert_eq!(told("exif:GPSLatitude=\"11,33N\" xmp:CreateDate=\"2026\""), [Position, Texts, Times]);
    }
}
