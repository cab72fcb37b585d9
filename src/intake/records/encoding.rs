//! The text of a file in whatever it is written: UTF-8 or UTF-16, with a byte order mark or without, or Windows-1252.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// So many bytes tell UTF-16 without a mark from anything else.
const SAMPLE: usize = 4_096;

/// A file's text as UTF-8.
pub(super) enum Text {
    /// As it stands: sound or not is for its reader to find.
    Plain(File),
    /// Decoded as it is read; what cannot be is U+FFFD.
    Decoded(Box<DecodeReaderBytes<File, Vec<u8>>>),
}

impl Text {
    /// Opens a file that is written so; `None` for UTF-8.
    pub fn open(path: &Path, encoding: Option<&'static Encoding>) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(match encoding {
            None => Self::Plain(file),
            Some(encoding) => {
                let mut builder = DecodeReaderBytesBuilder::new();
                builder.encoding(Some(encoding)).bom_override(true).strip_bom(true);
                Self::Decoded(Box::new(builder.build(file)))
            }
        })
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(buffer),
            Self::Decoded(decoder) => decoder.read(buffer),
        }
    }
}

/// UTF-16, where a file begins like it: with its mark, or with letters of which every other byte is 0, or that of Khmer.
pub(super) fn utf_16(path: &Path) -> io::Result<Option<&'static Encoding>> {
    let mut sample = Vec::new();
    let mut file = File::open(path)?;
    file.rewind()?;
    file.take(SAMPLE as u64).read_to_end(&mut sample)?;
    Ok(match sample.as_slice() {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        sample => {
            let pairs = sample.as_chunks::<2>().0;
            let like = |byte: usize| pairs.iter().filter(|pair| matches!(pair[byte], 0x00 | 0x17)).count();
            let is_most = |count: usize| count * 10 > pairs.len() * 9 && pairs.len() > 4;
            // No text in bytes holds a zero.
            match (is_most(like(0)), is_most(like(1)), sample.contains(&0)) {
                (false, true, true) => Some(UTF_16LE),
                (true, false, true) => Some(UTF_16BE),
                _ => None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    fn written(bytes: &[u8], take: impl FnOnce(&Path)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        std::fs::write(&path, bytes).unwrap();
        take(&path);
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let text = "ថ្ងៃ,facility,បញ្ហា\n3/10/2026,N00003,WAIT\n";
        for mark in ["\u{FEFF}", ""] {
            let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            for (bytes, expected) in [(little, UTF_16LE), (big, UTF_16BE)] {
                written(&bytes, |path| {
                    assert_eq!(utf_16(path).unwrap(), Some(expected));
                    let mut read = String::new();
                    Text::open(path, Some(expected)).unwrap().read_to_string(&mut read).unwrap();
                    assert_eq!(read, text);
                });
            }
        }
        for other in [text.as_bytes(), b"", b"a", b"visited_on;facility\r\n", "ក".repeat(5_000).as_bytes()]
        {
            written(other, |path| assert_eq!(utf_16(path).unwrap(), None));
        }
    }

    #[test]
    fn windows_1252_is_decoded() {
        written(b"caf\xE9 \x80 5", |path| {
            let mut read = String::new();
            Text::open(path, Some(WINDOWS_1252)).unwrap().read_to_string(&mut read).unwrap();
            assert_eq!(read, "café € 5");
        });
    }
}
