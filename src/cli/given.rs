//! Values as they are typed behind flags.

use chrono::NaiveDate;

use super::error::{CliError, Exit};
use crate::domain::date;
use crate::domain::promise::MembersWord;
use crate::domain::values::Coded;
use crate::i18n::{Lang, Speak};

/// A date as flags have it.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    date::parse_relative(text, chrono::Local::now().date_naive()).map_err(|error| error.what(Lang::En))
}

/// A value of one of the tables of values.
pub fn coded<T: Coded>(text: &str, lang: Lang) -> Result<T, CliError> {
    T::parse(text).map_err(|error| CliError::said(Exit::Usage, error.what(lang), error.hint(lang)))
}

/// `7/9`: of nine members asked seven said that a promise was kept.
pub fn members_word(text: &str) -> Result<MembersWord, String> {
    let (kept, asked) = text.split_once('/').ok_or("7/9")?;
    let number =
        |text: &str| crate::domain::digits::to_ascii(text.trim()).parse().map_err(|_| "7/9".to_owned());
    Ok(MembersWord { asked: number(asked)?, kept: number(kept)? })
}
