//! A long text in the officer's own editor: in a folder that only the officer can look into, on a file system in
//! memory where there is one, wiped afterwards. It must not know of screens.

use std::ffi::OsString;
use std::fs;
use std::process::{Child, Command, ExitStatus};
use std::time::Duration;

use zeroize::Zeroizing;

use super::private::PrivateFolder;
use super::words;
use crate::i18n::errors::{of_io, of_system};
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
    Ended(ExitStatus),
    /// The system asked this program to end, and nothing had been saved in the editor.
    #[error("the program was asked to end")]
    Stopped,
}

impl Speak for EditorError {
    fn what(&self, lang: Lang) -> String {
        match self {
            Self::NotNamed => words::no_editor(lang).to_owned(),
            Self::Io(error) => words::editor_failed(lang, &of_io(error, lang)),
            Self::Stopped => words::editor_stopped(lang).to_owned(),
            Self::Ended(status) => words::editor_failed(lang, &of_system(&status.to_string(), lang)),
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

/// How often it is looked whether the editor has ended, or is to be.
const GLANCE: Duration = Duration::from_millis(100);

/// The file that an editor is given.
const STORY: &str = "story.txt";

/// Runs the editor on a text and returns what it leaves. The terminal must have been given back before. Once
/// `must_end` says so, the editor is ended, and what had been saved in it returned: the text may not stay in clear.
pub fn edit(
    editor: &OsString,
    text: &str,
    must_end: impl Fn() -> bool,
) -> Result<Zeroizing<String>, EditorError> {
    let folder = PrivateFolder::make()?;
    let path = folder.write(STORY, text.as_bytes())?;
    // `EDITOR` may bring arguments along: `vim -n`.
    let words = editor.to_string_lossy().into_owned();
    let mut words = words.split_whitespace();
    let program = words.next().ok_or(EditorError::NotNamed)?;
    let mut child = Command::new(program).args(words).arg(&path).spawn()?;
    let ended = wait(&mut child, must_end)?;
    if let Some(status) = ended.filter(|status| !status.success()) {
        return Err(EditorError::Ended(status));
    }
    // A letter that is not UTF-8 is lost by itself, not the text with it.
    let bytes = Zeroizing::new(fs::read(&path)?);
    let left = Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
    // An editor that was ended as it was writing may have left nothing.
    if ended.is_none() && left.trim().is_empty() { Err(EditorError::Stopped) } else { Ok(left) }
}

/// How the editor ended; `None` where it had to be ended.
fn wait(child: &mut Child, must_end: impl Fn() -> bool) -> std::io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status).filter(|_| !must_end()));
        }
        if must_end() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(GLANCE);
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

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
        let edited = edit(&script(folder.path(), &line), "រង់ចាំ", || false).unwrap();
        assert_eq!(edited.as_str(), "រង់ចាំ ជា");
        let told = fs::read_to_string(told).unwrap();
        let (mode, place) = told.trim().split_once('\n').unwrap();
        assert_eq!(mode, "700");
        assert!(!Path::new(place).exists());
    }

    #[test]
    fn an_editor_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let failed = edit(&script(folder.path(), "exit 3"), "text", || false);
        assert!(matches!(failed, Err(EditorError::Ended(status)) if status.code() == Some(3)));
        assert!(matches!(edit(&"/no/such/editor".into(), "", || false), Err(EditorError::Io(_))));
        assert!(matches!(edit(&" ".into(), "", || false), Err(EditorError::NotNamed)));
    }

    #[test]
    fn what_is_no_utf_8_costs_no_more_than_its_letter() {
        let folder = tempfile::tempdir().unwrap();
        let edited =
            edit(&script(folder.path(), "printf ' \\377 end' >> \"$1\""), "start", || false).unwrap();
        assert_eq!(edited.as_str(), "start \u{fffd} end");
    }

    #[test]
    fn an_editor_is_ended_when_the_system_ends_the_program_and_what_was_saved_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let told = folder.path().join("told");
        let line = format!(
            "printf ' saved' >> \"$1\"; echo \"$1\" > {0}.new; mv {0}.new {0}; exec sleep 600",
            told.display()
        );
        let edited = edit(&script(folder.path(), &line), "text", || told.exists()).unwrap();
        assert_eq!(edited.as_str(), "text saved");
        let place = fs::read_to_string(told).unwrap();
        assert!(!Path::new(place.trim()).exists(), "nothing stays in clear");
        let emptied = edit(&script(folder.path(), ": > \"$1\"; exec sleep 600"), "", || true);
        assert!(matches!(emptied, Err(EditorError::Stopped)));
    }
}
