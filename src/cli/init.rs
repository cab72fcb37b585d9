//! `init`: makes a book. The recovery code is printed once, here.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::out::{self, Out};
use super::{passphrase, words};
use crate::app::{Clock, NewBook};
use crate::book::BookError;

/// Makes a book.
#[derive(clap::Args)]
pub struct Args {
    /// The desk's code: two to four letters, the beginning of its case numbers.
    #[arg(long)]
    pub desk: String,
    /// The officer's name.
    #[arg(long)]
    pub officer: String,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    if context.config.book.exists() {
        return Err(BookError::Exists(context.config.book.clone()).into());
    }
    let options = context.options(passphrase::new(context)?);
    let made = NewBook::make(&options, &args.desk, &args.officer, Clock::System, context.settings())?;
    let mut out = Out::new();
    out::say(&words::made(lang, &options.path.display().to_string()));
    match made.recovery_code {
        Some(code) => {
            out::say(words::recovery_note(lang));
            out.line(&code)?;
        }
        None => out::say(words::in_clear(lang)),
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}
