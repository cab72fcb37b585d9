//! The templates of letters: files in the platform's config folder that a union may edit, and those that are shipped where
//! there are none.

mod words;

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::ConfigError;
use crate::brief::letter::{Fault, Field, Part, Problem, Templates, built_in};
use crate::i18n::{Lang, Language};

/// A fault in a template's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadTemplate {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong, and where.
    pub fault: Fault,
}

/// Where the templates of a settings file are looked for.
pub fn folder(config_file: &Path) -> PathBuf {
    config_file.with_file_name("templates")
}

/// The file of a part in a language.
fn path(folder: &Path, part: Part, language: Language) -> PathBuf {
    let code = match language {
        Language::Km => Lang::Km.code(),
        Language::En => Lang::En.code(),
    };
    folder.join(format!("{}.{code}.txt", part.name()))
}

/// Reads the templates of a language; where a file is missing, what is shipped holds.
pub fn read(folder: &Path, lang: Lang) -> Result<Templates, ConfigError> {
    let language = lang.language();
    let mut texts = Vec::new();
    for part in Part::ALL {
        let path = path(folder, part, language);
        texts.push(match std::fs::read(&path) {
            Ok(bytes) => text_of(bytes).map_err(|fault| bad(path, fault))?,
            Err(error) if error.kind() == ErrorKind::NotFound => built_in(part, language).to_owned(),
            Err(source) => return Err(ConfigError::File { path, source }),
        });
    }
    let text = |wanted: Part| {
        let found = Part::ALL.iter().zip(&texts).find(|(part, _)| **part == wanted);
        found.map_or_else(String::new, |(_, text)| text.clone())
    };
    Templates::read(text).map_err(|faults| {
        let at = |(part, fault)| BadTemplate { path: path(folder, part, language), fault };
        ConfigError::Templates(faults.into_iter().map(at).collect())
    })
}

/// How many files of one's own there are; all that is wrong in any.
pub fn check(folder: &Path) -> Result<usize, ConfigError> {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        match read(folder, lang) {
            Ok(_) => {}
            Err(ConfigError::Templates(more)) => faults.extend(more),
            Err(error) => return Err(error),
        }
    }
    if !faults.is_empty() {
        return Err(ConfigError::Templates(faults));
    }
    let all =
        Lang::ALL.into_iter().flat_map(|lang| Part::ALL.map(|part| path(folder, part, lang.language())));
    Ok(all.filter(|path| path.is_file()).count())
}

/// Writes what is shipped where there is no file yet, to be edited. Returns each file, and whether it was written now.
pub fn write_missing(folder: &Path) -> Result<Vec<(PathBuf, bool)>, ConfigError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| ConfigError::File { path, source }
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut written = Vec::new();
    for lang in Lang::ALL {
        for part in Part::ALL {
            let path = path(folder, part, lang.language());
            let made = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
            let is_new = match made {
                Ok(mut file) => {
                    file.write_all(built_in(part, lang.language()).as_bytes()).map_err(failed(&path))?;
                    true
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
                Err(source) => return Err(failed(&path)(source)),
            };
            written.push((path, is_new));
        }
    }
    Ok(written)
}

fn bad(path: PathBuf, fault: Fault) -> ConfigError {
    ConfigError::Templates(vec![BadTemplate { path, fault }])
}

/// The text of a file, or where it stops being one.
fn text_of(bytes: Vec<u8>) -> Result<String, Fault> {
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..sound).unwrap_or_default()).into_owned();
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Fault { line: before.matches('\n').count() + 1, column, problem: Problem::NoText }
    })
}

impl BadTemplate {
    /// Where, what, and what would do: `letter.en.txt:7:12: …`.
    pub fn said(&self, lang: Lang) -> String {
        let Fault { line, column, problem } = &self.fault;
        format!("{}:{line}:{column}: {}", self.path.display(), said(problem, lang))
    }
}

/// The sentence over several of them.
pub fn not_sound(lang: Lang) -> &'static str {
    words::not_sound(lang)
}

fn said(problem: &Problem, lang: Lang) -> String {
    let list = |fields: &[Field]| -> String {
        let names: Vec<String> = fields.iter().map(ToString::to_string).collect();
        names.join(" ")
    };
    match problem {
        Problem::UnknownField { given, nearest: Some(nearest), .. } => {
            words::unknown_like(lang, given, &nearest.to_string())
        }
        Problem::UnknownField { given, known, .. } => words::unknown(lang, given, &list(known)),
        Problem::NotClosed => words::not_closed(lang, "{", "}"),
        Problem::NotOpened => words::not_opened(lang, "{", "}"),
        Problem::NotAlone(field) => words::not_alone(lang, &field.to_string()),
        Problem::Missing([field]) => words::missing(lang, &field.to_string()),
        Problem::Missing(fields) => words::missing_all(lang, &list(fields)),
        Problem::Empty => words::empty(lang).to_owned(),
        Problem::NoText => words::no_text(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests;
