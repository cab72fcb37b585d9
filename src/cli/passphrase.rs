//! Where the passphrase comes from: a file, the environment, or a prompt on a terminal.

use std::io::IsTerminal;
use std::path::Path;

use zeroize::Zeroizing;

use super::context::Context;
use super::error::{CliError, Exit};
use super::{out, words};
use crate::book::{BookError, Secret};
use crate::i18n::errors::of_io;

/// The passphrase from `--passphrase-file` or `WARDBOOK_PASSPHRASE`.
pub fn given(context: &Context) -> Result<Option<Secret>, CliError> {
    if let Some(path) = &context.passphrase_file {
        return read_file(path, context).map(|text| Some(Secret::Passphrase(text)));
    }
    Ok(from_environment("WARDBOOK_PASSPHRASE").map(Secret::Passphrase))
}

fn from_environment(name: &str) -> Option<Zeroizing<String>> {
    std::env::var(name).ok().map(Zeroizing::new)
}

fn read_file(path: &Path, context: &Context) -> Result<Zeroizing<String>, CliError> {
    let text = std::fs::read_to_string(path).map(Zeroizing::new).map_err(|error| {
        let what = words::passphrase_file(
            context.lang(),
            &path.display().to_string(),
            &of_io(&error, context.lang()),
        );
        CliError::said(Exit::Passphrase, what, None)
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    Ok(Zeroizing::new(text.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Asks for the passphrase; without a terminal it is missing.
pub fn ask(context: &Context) -> Result<Secret, CliError> {
    hidden(words::passphrase(context.lang())).map(Secret::Passphrase)
}

/// The passphrase of a new book, typed twice. An empty one is taken only where it was
/// given on purpose, by a file or the environment.
pub fn new(context: &Context) -> Result<Secret, CliError> {
    match given(context)? {
        Some(secret) => Ok(secret),
        None => twice(context).map(Secret::Passphrase),
    }
}

/// The passphrase that replaces another: `WARDBOOK_NEW_PASSPHRASE`, a file, or typed twice.
pub fn replacement(context: &Context, file: Option<&Path>) -> Result<Zeroizing<String>, CliError> {
    let text = match (file, from_environment("WARDBOOK_NEW_PASSPHRASE")) {
        (Some(path), _) => read_file(path, context)?,
        (None, Some(text)) => text,
        (None, None) => twice(context)?,
    };
    if text.is_empty() {
        return Err(CliError::said(Exit::Refused, words::empty_passphrase(context.lang()), None));
    }
    Ok(text)
}

/// The recovery code: `WARDBOOK_RECOVERY_CODE` or typed.
pub fn recovery_code(context: &Context) -> Result<Secret, CliError> {
    match from_environment("WARDBOOK_RECOVERY_CODE") {
        Some(code) => Ok(Secret::Recovery(code)),
        None => hidden(words::recovery_code_prompt(context.lang())).map(Secret::Recovery),
    }
}

fn twice(context: &Context) -> Result<Zeroizing<String>, CliError> {
    loop {
        let first = hidden(words::new_passphrase(context.lang()))?;
        let second = hidden(words::passphrase_again(context.lang()))?;
        if first == second && !first.is_empty() {
            return Ok(first);
        }
        out::say(words::passphrases_differ(context.lang()));
    }
}

fn hidden(prompt: &str) -> Result<Zeroizing<String>, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(BookError::PassphraseMissing.into());
    }
    rpassword::prompt_password(format!("{prompt} "))
        .map(Zeroizing::new)
        .map_err(|_| BookError::PassphraseMissing.into())
}
