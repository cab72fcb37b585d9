//! `rekey` and `recover`: another passphrase for the same book.

use std::path::PathBuf;
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::{out, passphrase, words};
use crate::book::{Book, Cost};

/// Changes the passphrase.
#[derive(clap::Args)]
pub struct RekeyArgs {
    /// A file that holds the new passphrase; or set `WARDBOOK_NEW_PASSPHRASE`.
    #[arg(long, value_name = "F")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// Sets a new passphrase with the recovery code (prompt, or `WARDBOOK_RECOVERY_CODE`).
#[derive(clap::Args)]
pub struct RecoverArgs {
    /// A file that holds the new passphrase; or set `WARDBOOK_NEW_PASSPHRASE`.
    #[arg(long, value_name = "F")]
    pub new_passphrase_file: Option<PathBuf>,
}

pub fn rekey(args: &RekeyArgs, context: &Context) -> Result<ExitCode, CliError> {
    let session = context.open()?;
    let fresh = passphrase::replacement(context, args.new_passphrase_file.as_deref())?;
    session.book.rekey(&fresh, Cost::STRONG)?;
    out::say(words::rekeyed(context.lang()));
    Ok(ExitCode::SUCCESS)
}

pub fn recover(args: &RecoverArgs, context: &Context) -> Result<ExitCode, CliError> {
    // What a code would not help with is said before it is asked for.
    Book::needs_passphrase(&context.config.book)?;
    let code = passphrase::recovery_code(context)?;
    let book = Book::open(&context.options(code))?;
    let fresh = passphrase::replacement(context, args.new_passphrase_file.as_deref())?;
    book.rekey(&fresh, Cost::STRONG)?;
    out::say(words::rekeyed(context.lang()));
    Ok(ExitCode::SUCCESS)
}
