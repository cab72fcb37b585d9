//! Files with a secret wherever their format has a place for one (`tests/make.py` made them): none of it stays.

use super::*;
use crate::domain::values::Coded;

/// Stands in every place of every file that is no picture and no sound.
const SECRET: &[u8] = b"CHANSOKHA";

fn file(name: &str) -> Vec<u8> {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/intake/attachment/tests").join(name);
    std::fs::read(path).unwrap()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    memchr::memmem::find(bytes, what).is_some()
}

#[test]
fn nothing_of_who_where_and_when_stays_in_any_kind_of_file() {
    use Stripped::{Camera, Pictures, Position, Rest, Texts, Times};
    let photo = [Camera, Position, Texts, Times, Pictures];
    for (name, media, stripped) in [
        ("photo.jpg", Media::Jpeg, &photo[..]),
        ("progressive.jpg", Media::Jpeg, &photo),
        ("photo.png", Media::Png, &photo),
        ("photo.webp", Media::Webp, &photo),
        ("paper.pdf", Media::Pdf, &[Camera, Position, Texts, Times, Pictures, Rest]),
        ("voice.m4a", Media::Mp4, &[Position, Texts, Times, Rest]),
        ("voice.ogg", Media::Ogg, &[Texts]),
        ("voice.mp3", Media::Mp3, &[Texts]),
        ("voice.wav", Media::Wav, &[Texts, Rest]),
    ] {
        let bytes = file(name);
        assert!(holds(&bytes, SECRET), "{name} proves nothing");
        let cleaned = clean(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((cleaned.media, cleaned.stripped.as_slice()), (media, stripped), "{name}");
        assert!(!holds(&cleaned.bytes, SECRET), "{name}");
        // 23.04 and 41.52 seconds, as Exif holds them.
        for seconds in [2_304_u32, 4_152] {
            for pair in [
                [seconds.to_be_bytes(), 100_u32.to_be_bytes()],
                [seconds.to_le_bytes(), 100_u32.to_le_bytes()],
            ] {
                assert!(!holds(&cleaned.bytes, pair.as_flattened()), "{name}: the position");
            }
        }
        assert!(!holds(&cleaned.bytes, b"+11.5564") && !holds(&cleaned.bytes, b"2026:10:03"), "{name}");
        let again = clean(&cleaned.bytes).unwrap();
        assert_eq!(again.stripped, [], "{name} is clean");
        if media != Media::Pdf {
            assert_eq!(again.bytes, cleaned.bytes, "{name}");
        }
    }
}

/// Whatever stands behind the last frame, between two or in a frame that was cut off, well formed or not.
#[test]
fn of_a_recording_only_its_frames_stay() {
    let sound = clean(&file("voice.mp3")).unwrap().bytes;
    assert_eq!(clean(&sound).unwrap().stripped, []);
    let frame = &sound[..417];
    let id3 = |mark: &[u8]| [mark, &[4, 0, 0x10, 0, 0, 0, SECRET.len() as u8]].concat();
    let appended = [&id3(b"ID3")[..], SECRET, &id3(b"3DI")].concat();
    let without_head = [SECRET, &id3(b"3DI")].concat();
    let ape = [&b"APETAGEX\xD0\x07\0\0\xFF\xFF\xFF\xFF"[..], SECRET, b"APETAGEX"].concat();
    let lyrics = [&b"LYRICSBEGIN"[..], SECRET].concat();
    let v1 = [&b"TAG"[..], SECRET, &[b' '; 116]].concat();
    for tail in [&appended[..], &without_head, &ape, &lyrics, &v1, SECRET] {
        for recording in [
            [&sound[..], tail].concat(),
            [&sound[..], tail, tail].concat(),
            [&sound[..], tail, frame, frame].concat(),
            [tail, &sound[..]].concat(),
        ] {
            let cleaned = clean(&recording).map(|cleaned| (cleaned.bytes, cleaned.stripped));
            let Ok((bytes, stripped)) = cleaned else {
                assert!(recording.starts_with(tail), "{tail:?}");
                continue;
            };
            assert!(!holds(&bytes, SECRET) && bytes.starts_with(&sound), "{tail:?}");
            assert_eq!(stripped, [Stripped::Texts]);
            assert_eq!(clean(&bytes).unwrap().bytes, bytes);
        }
    }
    for tail in [&appended[..], &ape, &lyrics, &v1] {
        let cut = [&sound[..], &frame[..200], tail].concat();
        assert_eq!(clean(&cut).unwrap().bytes, sound, "{tail:?}");
    }
}

/// A picture as `photo.jpg` is, without any of the segments that go, and with those that are handed in.
fn plain(segments: &[&[u8]]) -> Vec<u8> {
    let cleaned = clean(&file("photo.jpg")).unwrap().bytes;
    let exif = memchr::memmem::find(&cleaned, b"Exif\0\0").unwrap() - 4;
    let bare = [&cleaned[..exif], &cleaned[exif + 36..]].concat();
    [&bare[..2], &segments.concat(), &bare[2..]].concat()
}

#[test]
fn it_is_said_what_was_there_and_nothing_where_nothing_was() {
    let segment = |mark: u8, content: &[u8]| {
        let length = (content.len() as u16 + 2).to_be_bytes();
        [&[0xFF, mark], &length[..], content].concat()
    };
    let said = |segments: &[&[u8]]| clean(&plain(segments)).unwrap().stripped;
    assert_eq!(said(&[]), []);
    // Only how many dots an inch has.
    let dots = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x1A\0\x05\0\0\0\x01\0\0\0\x08\0\0\0\0";
    assert_eq!(said(&[&segment(0xE1, dots)]), []);
    // Only when.
    let when = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x32\0\x02\0\0\0\x14\0\0\0\x08\0\0\0\0";
    assert_eq!(said(&[&segment(0xE1, when)]), [Stripped::Times]);
    assert!(!holds(&clean(&plain(&[&segment(0xE1, when)])).unwrap().bytes, b"Exif"));
    let text = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"11,33.3N\"/>";
    assert_eq!(said(&[&segment(0xE1, text)]), [Stripped::Position, Stripped::Texts]);
}

#[test]
fn what_is_seen_stays_and_which_way_is_up() {
    for name in ["photo.jpg", "progressive.jpg"] {
        let (bytes, cleaned) = (file(name), clean(&file(name)).unwrap().bytes);
        let exif = memchr::memmem::find(&cleaned, b"Exif\0\0").unwrap();
        let segment = &cleaned[exif..exif + 32];
        assert_eq!(exif::orientation(segment), Some(6), "{name}");
        // From the first table on all is as it was, up to the end of the picture.
        let tables = memchr::memmem::find(&cleaned, &[0xFF, 0xDB]).unwrap();
        assert!(holds(&bytes, &cleaned[tables..]), "{name}");
    }
    let decode = |bytes: &[u8]| {
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    };
    let cleaned = clean(&file("photo.png")).unwrap().bytes;
    assert_eq!(decode(&cleaned), decode(&file("photo.png")));
    let chunk = memchr::memmem::find(&cleaned, b"eXIf").unwrap();
    assert_eq!(exif::orientation(&cleaned[chunk + 4..chunk + 30]), Some(6));
    assert!(holds(&clean(&file("photo.webp")).unwrap().bytes, b"EXIF\x1A\0\0\0"));
}

#[test]
fn a_document_keeps_its_pages_and_what_stands_on_them() {
    let cleaned = clean(&file("paper.pdf")).unwrap().bytes;
    let document = lopdf::Document::load_mem(&cleaned).unwrap();
    assert_eq!(document.get_pages().len(), 1);
    assert!(holds(&cleaned, b"seen"), "a note on a page is what the paper says");
}

#[test]
fn a_recording_is_found_where_it_was() {
    let (bytes, cleaned) = (file("voice.m4a"), clean(&file("voice.m4a")).unwrap().bytes);
    assert_eq!(bytes.len(), cleaned.len(), "sounds are found by their places");
    let sound = memchr::memmem::find(&bytes, b"mdat").unwrap();
    assert_eq!(bytes[sound..sound + 12], cleaned[sound..sound + 12]);
}

#[test]
fn what_cannot_be_cleaned_is_refused() {
    let refused = |bytes: &[u8]| clean(bytes).unwrap_err();
    assert_eq!(refused(b""), CannotKeep::Empty);
    assert_eq!(refused(&vec![0; LARGEST + 1]), CannotKeep::TooLarge(LARGEST as u64 + 1));
    assert_eq!(refused(b"PK\x03\x04 a workbook"), CannotKeep::Unknown);
    assert_eq!(refused(b"\0\0\0\x18ftypheic\0\0\0\0"), CannotKeep::Heic);
    assert_eq!(refused(&file("film.mp4")), CannotKeep::Film);
    assert_eq!(refused(&file("locked.pdf")), CannotKeep::Locked);
    // A page can be guessed from it; what would be written of that could not be read again (found by `fuzz/run attachment`).
    assert_eq!(refused(&file("torn.pdf")), CannotKeep::Damaged(Media::Pdf));
    // A second description of the picture, behind an empty one (found by `fuzz/run attachment`).
    let twice = b"RIFF\x26\0\0\0WEBPVP8X\0\0\0\0VP8X\x0a\0\0\0\x0c\0\0\0\x2f\0\0\x1f\0\0";
    assert_eq!(refused(twice), CannotKeep::Damaged(Media::Webp));
    for lang in crate::i18n::Lang::ALL {
        for fault in [
            CannotKeep::Heic,
            CannotKeep::Film,
            CannotKeep::TooLarge(20_500_000),
            CannotKeep::Damaged(Media::Pdf),
        ] {
            use crate::i18n::Speak;
            assert!(!fault.what(lang).is_empty() && fault.hint(lang).is_some());
        }
    }
}

#[test]
fn a_file_a_little_too_large_is_not_said_to_be_more_than_itself() {
    use crate::i18n::{Lang, Speak};
    let said = |size: u64| CannotKeep::TooLarge(size).what(Lang::En);
    assert_eq!(said(20_000_001), "The file has 20,000,001 bytes, more than 20,000,000 bytes.");
    assert_eq!(said(20_500_000), "The file has 20.5 MB, more than 20.0 MB.");
}

#[test]
fn a_file_that_was_cut_or_broken_anywhere_is_refused_or_clean_and_never_a_panic() {
    for name in ["photo.jpg", "photo.png", "photo.webp", "voice.m4a", "voice.ogg", "voice.mp3", "voice.wav"] {
        let whole = file(name);
        for place in 0..whole.len() {
            let mut broken = whole.clone();
            broken[place] ^= 0xFF;
            for bytes in [&whole[..place], &broken] {
                if let Ok(cleaned) = clean(bytes) {
                    assert!(Media::ALL.contains(&cleaned.media));
                }
            }
        }
    }
    let paper = file("paper.pdf");
    for place in (0..paper.len()).step_by(97) {
        if let Ok(cleaned) = clean(&paper[..place]) {
            assert!(clean(&cleaned.bytes).is_ok(), "{place}");
        }
    }
}
