//! A long text in the officer's own editor: in a folder that only the officer can look into, on a file system in
//! memory where there is one, wiped afterwards. It must not know of screens.

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use zeroize::Zeroizing;

use super::words;
use crate::i18n::{Lang, Speak};

/// Why there is no text.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// Neither `VISUAL` nor `EDITOR` names a program.
    #[error("no editor is named")]
    NotNamed,
    /// A file or the program failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The program ended with an error.
    #[error("{0}")]
    Ended(std::process::ExitStatus),
}

impl Speak for EditorError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NotNamed => words::no_editor(lang).to_owned(),
            Self::Io(error) => words::editor_failed(lang, &error.to_string()),
            Self::Ended(status) => words::editor_failed(lang, &status.to_string()),
        }
    }

    fn hint(&self, _: Lang) -> Option<String> {
        None
    }
}

/// The program that the officer's environment names.
pub fn named() -> Option<OsString> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(std::env::var_os).find(|name| !name.is_empty())
}

/// Runs the editor on a text and returns what it leaves. The terminal must have been given back before.
pub fn edit(editor: &OsString, text: &str) -> Result<Zeroizing<String>, EditorError> {
    let folder = PrivateFolder::make()?;
    let path = folder.path().join("story.txt");
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(text.as_bytes())?;
    // `EDITOR` may bring arguments along: `vim -n`.
    let words = editor.to_string_lossy().into_owned();
    let mut words = words.split_whitespace();
    let program = words.next().ok_or(EditorError::NotNamed)?;
    let status = Command::new(program).args(words).arg(&path).status()?;
    if !status.success() {
        return Err(EditorError::Ended(status));
    }
    Ok(Zeroizing::new(fs::read_to_string(&path)?))
}

/// A folder of mode 0700 that is overwritten and removed when it goes, with all that the editor left in it.
struct PrivateFolder(tempfile::TempDir);

impl PrivateFolder {
    fn make() -> std::io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix("wardbook-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let made = in_memory().into_iter().find_map(|place| builder.tempdir_in(place).ok());
        made.map_or_else(|| builder.tempdir(), Ok).map(Self)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        wipe(self.path());
    }
}

/// Where files do not reach the disk, as far as the system has such a place.
fn in_memory() -> Vec<PathBuf> {
    let own = std::env::var_os("XDG_RUNTIME_DIR").filter(|path| !path.is_empty()).map(PathBuf::from);
    own.into_iter().chain([PathBuf::from("/dev/shm")]).filter(|path| path.is_dir()).collect()
}

/// Overwrites every file below a folder. What cannot be overwritten is at least removed with the folder.
fn wipe(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(facts) = fs::symlink_metadata(&path) else {
            continue;
        };
        if facts.is_dir() {
            wipe(&path);
        } else if facts.is_file() {
            let zeros = vec![0; usize::try_from(facts.len()).unwrap_or(0)];
            let file = fs::OpenOptions::new().write(true).open(&path);
            let _ = file.and_then(|mut file| file.write_all(&zeros).and_then(|()| file.sync_data()));
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// An editor that does what a line of shell says to the file `$1`.
    fn script(folder: &Path, line: &str) -> OsString {
        let path = folder.join("editor");
        fs::write(&path, format!("#!/bin/sh\n{line}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        path.into_os_string()
    }

    #[test]
    fn the_text_comes_back_and_nothing_of_it_stays() {
        let folder = tempfile::tempdir().unwrap();
        let told = folder.path().join("told");
        let line = format!(
            "printf ' ជា' >> \"$1\"; cp \"$1\" \"$1~\"; d=$(dirname \"$1\"); stat -c %a \"$d\" > {0}; echo \"$d\" >> {0}",
            told.display()
        );
        let edited = edit(&script(folder.path(), &line), "រង់ចាំ").unwrap();
        assert_eq!(edited.as_str(), "រង់ចាំ ជា");
        let told = fs::read_to_string(told).unwrap();
        let (mode, place) = told.trim().split_once('\n').unwrap();
        assert_eq!(mode, "700");
        assert!(!Path::new(place).exists());
    }

    #[test]
    fn an_editor_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let failed = edit(&script(folder.path(), "exit 3"), "text");
        assert!(matches!(failed, Err(EditorError::Ended(status)) if status.code() == Some(3)));
        assert!(matches!(edit(&"/no/such/editor".into(), ""), Err(EditorError::Io(_))));
        assert!(matches!(edit(&" ".into(), ""), Err(EditorError::NotNamed)));
    }
}
