//! A path as people type it, paste it, or drop a file on a terminal.

use std::path::PathBuf;

/// The path that a text means: in quotation marks, with backslashes before what a shell would take for something else, as an
/// address (`file:///…` with `%20` for a space), or from the home folder on (`~/…`). `None` where there is none.
pub fn path_of(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    let inside = ['\'', '"'].iter().find_map(|mark| text.strip_prefix(*mark)?.strip_suffix(*mark));
    let text = inside.unwrap_or(text).trim();
    let path = if let Some(address) = text.strip_prefix("file://") {
        // Windows writes a slash before the drive.
        let plain = decoded(address);
        match plain.strip_prefix('/') {
            Some(rest) if cfg!(windows) => rest.to_owned(),
            _ => plain,
        }
    } else if inside.is_none() && !cfg!(windows) {
        without_backslashes(text)
    } else {
        text.to_owned()
    };
    if path.is_empty() {
        return None;
    }
    let home = path.strip_prefix("~/").zip(directories::BaseDirs::new());
    Some(match home {
        Some((rest, folders)) => folders.home_dir().join(rest),
        None => PathBuf::from(path),
    })
}

/// `%20` and its like as the bytes that they stand for.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let two = behind.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match two.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A backslash stands before a letter that a shell would take for something else.
fn without_backslashes(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_however_its_path_is_written() {
        for (typed, path) in [
            ("/home/dara/photo.jpg", "/home/dara/photo.jpg"),
            ("/home/dara/my photo.jpg", "/home/dara/my photo.jpg"),
            (" '/home/dara/my photo.jpg' ", "/home/dara/my photo.jpg"),
            ("\"/home/dara/ឈ្មោះ.jpg\"\n", "/home/dara/ឈ្មោះ.jpg"),
            ("/home/dara/my\\ photo\\(1\\).jpg", "/home/dara/my photo(1).jpg"),
            ("file:///home/dara/my%20photo%E1%9E%80.jpg", "/home/dara/my photoក.jpg"),
            ("'file:///home/dara/a%20b.csv'", "/home/dara/a b.csv"),
            ("file:///home/100%.jpg", "/home/100%.jpg"),
        ] {
            assert_eq!(path_of(typed), Some(PathBuf::from(path)), "{typed}");
        }
        for none in ["", "  ", "''", " \"\" ", "file://"] {
            assert_eq!(path_of(none), None, "{none:?}");
        }
        let home = directories::BaseDirs::new().unwrap().home_dir().join("a.csv");
        assert_eq!(path_of("~/a.csv"), Some(home));
    }
}
