//! What every subcommand needs: settings, and the way to the book.

use std::path::PathBuf;

use super::error::CliError;
use super::{follow_words, out, passphrase, words};
use crate::app::{Clock, Session, Settings};
use crate::book::{Book, Cost, Device, Options, Secret};
use crate::config::{Config, Environment, holidays};
use crate::domain::clock::Calendar;
use crate::i18n::{Lang, dates};
use crate::reference;

/// Settings, and the way to the book.
pub struct Context {
    pub config: Config,
    pub passphrase_file: Option<PathBuf>,
    pub plain: bool,
}

impl Context {
    pub fn new(
        book: Option<PathBuf>,
        passphrase_file: Option<PathBuf>,
        lang: Option<Lang>,
        plain: bool,
    ) -> Result<Self, CliError> {
        let config = Config::load(&Environment::of_process(), book, lang)?;
        Ok(Self { config, passphrase_file, plain })
    }

    /// The language of messages.
    pub fn lang(&self) -> Lang {
        self.config.lang
    }

    /// What the use cases need to know of the settings.
    pub fn settings(&self) -> Settings {
        Settings { lang: self.config.lang, riel_per_dollar: self.config.riel_per_dollar }
    }

    /// Which days are working days: the built-in holidays, and in their place the officer's own list in the years that it
    /// names. A list with faults is not used, and that is said.
    pub fn calendar(&self) -> Calendar {
        let path = holidays::path(&self.config.file);
        match holidays::read(&path) {
            Ok(None) => reference::calendar(),
            Ok(Some(list)) => reference::calendar().corrected(&holidays::days(&list)),
            Err(_) => {
                out::say(&follow_words::holidays_not_used(self.lang(), &path.display().to_string()));
                reference::calendar()
            }
        }
    }

    /// Says of which years no holiday is known, where a clock runs into them.
    pub fn warn_of_years(&self, years: &[i32]) {
        if !years.is_empty() {
            let lang = self.lang();
            let years: Vec<String> = years.iter().map(|year| dates::year(*year, lang)).collect();
            let path = holidays::path(&self.config.file).display().to_string();
            out::say(&follow_words::holidays_unknown(lang, &years.join(", "), &path));
        }
    }

    /// How the book is opened with a secret.
    pub fn options(&self, secret: Secret) -> Options {
        Options {
            path: self.config.book.clone(),
            secret,
            device: Device::new(&self.config.device),
            cost: Cost::STRONG,
        }
    }

    /// Opens the book: first without a passphrase, which is asked for only where it is
    /// needed.
    pub fn open(&self) -> Result<Session, CliError> {
        let secret = match passphrase::given(self)? {
            Some(secret) => secret,
            None if Book::needs_passphrase(&self.config.book)? => passphrase::ask(self)?,
            None => Secret::None,
        };
        let book = Book::open(&self.options(secret))?;
        if !book.is_encrypted() {
            out::say(words::in_clear(self.lang()));
        }
        if book.entries_lost() > 0 {
            out::say(&words::entries_lost(self.lang(), book.entries_lost()));
        }
        let mut session = Session::new(book, Clock::System, self.settings());
        session.calendar = self.calendar();
        Ok(session)
    }
}
