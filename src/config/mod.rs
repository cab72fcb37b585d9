//! What is set outside the book: the platform's folders, a small TOML file and the
//! environment. The rest of the house is told; only the terminal's own variables (`NO_COLOR`,
//! `COLORTERM`, `EDITOR` …) are read where the terminal is.

pub mod holidays;
pub mod templates;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};
use serde::Deserialize;

use crate::app::Preferences;
use crate::domain::text::line_and_column;
use crate::i18n::errors::{of_io, of_toml};
use crate::i18n::messages::messages;
use crate::i18n::{Lang, Speak};

/// What the file may say. Every line is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfigFile {
    /// `km` or `en`.
    pub lang: Option<Lang>,
    /// The book that is opened where none is named.
    pub book: Option<PathBuf>,
    /// Riel to a dollar, for comparing sums.
    pub riel_per_dollar: Option<u64>,
    /// The telephone number that members call: the officer's, or the union's.
    pub phone: Option<String>,
    /// What the officer prefers of the screens.
    pub screen: Preferences,
    /// Keys for actions, in place of the built-in ones.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It could not be read.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no TOML, or names something that is not there.
    #[error("{}, line {line}, column {column}: {problem}", .path.display())]
    Text {
        /// Which.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What its reader says.
        problem: String,
    },
    /// Templates that cannot be filled in: all that is wrong.
    #[error("{} faults in templates", .0.len())]
    Templates(Vec<templates::BadTemplate>),
    /// A list of holidays that cannot be used: all that is wrong.
    #[error("{} faults in holidays", .0.len())]
    Holidays(Vec<holidays::BadHoliday>),
}

messages! {
    pub const ALL;

    /// A file of settings that cannot be read or written.
    file_failed(path: &str, reason: &str) {
        km: "អាន ឬសរសេរ {path} មិនបាន៖ {reason}។",
        en: "{path} cannot be read or written: {reason}."
    }
    /// A file of settings that says something wrong.
    wrong_there(path: &str, line: usize, column: usize, problem: &str) {
        km: "{path} បន្ទាត់ {line} តួទី {column}៖ {problem}។",
        en: "{path}, line {line}, column {column}: {problem}."
    }
}

impl Speak for ConfigError {
    fn what(&self, lang: Lang) -> String {
        let all = |head: &str, faults: Vec<String>| {
            std::iter::once(head.to_owned()).chain(faults).collect::<Vec<_>>().join("\n")
        };
        match self {
            Self::File { path, source } => {
                file_failed(lang, &path.display().to_string(), &of_io(source, lang))
            }
            Self::Text { path, line, column, problem } => {
                wrong_there(lang, &path.display().to_string(), *line, *column, &of_toml(problem, lang))
            }
            Self::Templates(faults) => {
                all(templates::not_sound(lang), faults.iter().map(|fault| fault.said(lang)).collect())
            }
            Self::Holidays(faults) => {
                all(holidays::not_sound(lang), faults.iter().map(|fault| fault.said(lang)).collect())
            }
        }
    }

    fn hint(&self, _: Lang) -> Option<String> {
        None
    }
}

/// What was set, from all sources: flags before environment before file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The language.
    pub lang: Lang,
    /// The book.
    pub book: PathBuf,
    /// Where this device keeps the tokens of its origins.
    pub device: PathBuf,
    /// Riel to a dollar.
    pub riel_per_dollar: u64,
    /// The telephone number that members call.
    pub phone: Option<String>,
    /// What the officer prefers of the screens.
    pub preferences: Preferences,
    /// Where the file is looked for.
    pub file: PathBuf,
    /// Where documents lie unless another place is told.
    pub documents: PathBuf,
}

/// The environment, as far as it matters here.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `WARDBOOK_BOOK`.
    pub book: Option<OsString>,
    /// `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that says something.
    pub locale: Option<String>,
}

impl Environment {
    /// The process's own.
    pub fn of_process() -> Self {
        let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            book: std::env::var_os("WARDBOOK_BOOK").filter(|path| !path.is_empty()),
            locale: said("LC_ALL").or_else(|| said("LC_MESSAGES")).or_else(|| said("LANG")),
        }
    }
}

/// The riel that a dollar has been worth in Cambodian shops for years; each union sets
/// its own.
const RIEL_PER_DOLLAR: u64 = 4_000;

impl Config {
    /// Puts together what flags, environment and file say.
    pub fn load(
        environment: &Environment,
        book: Option<PathBuf>,
        lang: Option<Lang>,
    ) -> Result<Self, ConfigError> {
        let folders = Folders::of_platform();
        let file = folders.config.join("config.toml");
        let set = read(&file)?;
        let preferences = Preferences { keys: set.keys, ..set.screen };
        let lang = lang
            .or(set.lang)
            .or_else(|| environment.locale.as_deref().map(Lang::from_locale))
            .unwrap_or(Lang::En);
        Ok(Self {
            lang: preferences.written(lang),
            book: book
                .or_else(|| environment.book.clone().map(PathBuf::from))
                .or(set.book)
                .unwrap_or_else(|| folders.data.join("book.wardbook")),
            device: folders.state.join("origins"),
            riel_per_dollar: set.riel_per_dollar.unwrap_or(RIEL_PER_DOLLAR),
            phone: set.phone.map(|phone| phone.trim().to_owned()).filter(|phone| !phone.is_empty()),
            preferences,
            file,
            documents: documents(),
        })
    }
}

/// Reads the file; where there is none, nothing is set.
pub fn read(path: &Path) -> Result<ConfigFile, ConfigError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(ConfigFile::default()),
        Err(source) => return Err(ConfigError::File { path: path.to_owned(), source }),
    };
    toml::from_str(&text).map_err(|error| no_toml(path, &text, error.span(), error.message()))
}

fn no_toml(path: &Path, text: &str, span: Option<Range<usize>>, problem: &str) -> ConfigError {
    let (line, column) = line_and_column(text, span.map_or(0, |span| span.start));
    ConfigError::Text { path: path.to_owned(), line, column, problem: problem.to_owned() }
}

/// Keeps the language and the preferences of the screens for the next start. What else the file says, and its
/// comments, stay as they are.
pub fn keep(path: &Path, lang: Lang, preferences: &Preferences) -> Result<(), ConfigError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(source) => return Err(ConfigError::File { path: path.to_owned(), source }),
    };
    let wrong = |problem: &str| no_toml(path, "", None, problem);
    let mut file: toml_edit::DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| no_toml(path, &text, error.span(), error.message()))?;
    file.insert("lang", toml_edit::value(lang.code()));
    let preferred = toml::Table::try_from(preferences).map_err(|error| wrong(&error.to_string()))?;
    let screen = file.entry("screen").or_insert_with(toml_edit::table);
    for (name, preferred) in preferred {
        let preferred = match preferred {
            toml::Value::Boolean(preferred) => toml_edit::value(preferred),
            toml::Value::String(preferred) => toml_edit::value(preferred),
            other => return Err(wrong(&format!("{name} = {other}"))),
        };
        if let Some(table) = screen.as_table_like_mut() {
            table.insert(&name, preferred);
        }
    }
    let failed = |source| ConfigError::File { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut whole = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    whole.write_all(file.to_string().as_bytes()).map_err(failed)?;
    whole.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// The officer's folder for documents; the home folder where the platform names none.
fn documents() -> PathBuf {
    let folders = UserDirs::new();
    let known = folders.as_ref().map(|folders| folders.document_dir().unwrap_or(folders.home_dir()));
    known.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The platform's folders for this program.
struct Folders {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

impl Folders {
    fn of_platform() -> Self {
        match ProjectDirs::from("", "", "wardbook") {
            Some(folders) => Self {
                config: folders.config_dir().to_owned(),
                data: folders.data_dir().to_owned(),
                state: folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned(),
            },
            // Without a home folder everything stays where the program was started.
            None => Self { config: ".".into(), data: ".".into(), state: ".".into() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Colours;

    #[test]
    fn flags_come_before_the_environment() {
        let environment =
            Environment { book: Some("from-environment".into()), locale: Some("km_KH.UTF-8".into()) };
        let config = Config::load(&environment, None, None).unwrap();
        assert_eq!((config.book, config.lang), ("from-environment".into(), Lang::Km));
        let config = Config::load(&environment, Some("flag".into()), Some(Lang::En)).unwrap();
        assert_eq!((config.book, config.lang), ("flag".into(), Lang::En));
    }

    #[test]
    fn a_wrong_file_says_where() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert_eq!(read(&path).unwrap(), ConfigFile::default());
        std::fs::write(&path, "lang = \"km\"\nriel_per_dollar = 4100\n").unwrap();
        assert_eq!(read(&path).unwrap().riel_per_dollar, Some(4100));
        std::fs::write(&path, "colour = \"red\"\n").unwrap();
        assert!(
            matches!(read(&path), Err(ConfigError::Text { problem, line: 1, .. }) if problem.contains("colour"))
        );
        let said = Lang::ALL.map(|lang| read(&path).unwrap_err().what(lang));
        assert!(said[0].contains("បន្ទាត់ ១ តួទី ១៖ មិនស្គាល់ឈ្មោះ «colour» នៅទីនេះទេ"), "{}", said[0]);
        assert!(
            said[1].contains("line 1, column 1: `colour` is not known here; these are: lang, book"),
            "{}",
            said[1]
        );
        assert!(matches!(read(folder.path()), Err(ConfigError::File { .. })));
    }

    #[test]
    fn preferences_are_kept_beside_what_else_the_file_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("config.toml");
        let preferred = Preferences { mouse: false, colours: Colours::TwoFiftySix, ..Preferences::default() };
        keep(&path, Lang::Km, &preferred).unwrap();
        let kept = read(&path).unwrap();
        assert_eq!((kept.lang, kept.screen), (Some(Lang::Km), preferred.clone()));
        let own =
            "# of our branch\nriel_per_dollar = 4100\nlang = \"km\" # for all\n[keys]\nquit = [\"F10\"]\n";
        std::fs::write(&path, own).unwrap();
        keep(&path, Lang::En, &Preferences::default()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# of our branch\n"), "{text}");
        let kept = read(&path).unwrap();
        assert_eq!((kept.lang, kept.riel_per_dollar), (Some(Lang::En), Some(4_100)));
        assert_eq!(kept.keys["quit"], ["F10"]);
        std::fs::write(&path, "no toml").unwrap();
        assert!(matches!(keep(&path, Lang::En, &preferred), Err(ConfigError::Text { .. })));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "no toml");
    }
}
