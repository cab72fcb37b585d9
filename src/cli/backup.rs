//! `backup` and `restore`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::{out, passphrase, words};
use crate::app::Clock;
use crate::book::{self, Secret};

/// Writes a backup of the book with its keys.
#[derive(clap::Args)]
pub struct BackupArgs {
    /// The file to write.
    pub out: PathBuf,
}

/// Puts a backup in the place of the book.
#[derive(clap::Args)]
pub struct RestoreArgs {
    /// The backup.
    pub file: PathBuf,
}

pub fn back_up(args: &BackupArgs, context: &Context) -> Result<ExitCode, CliError> {
    let session = context.open()?;
    session.book.back_up(&args.out)?;
    out::say(&words::backed_up(context.lang(), &args.out.display().to_string()));
    Ok(ExitCode::SUCCESS)
}

pub fn restore(args: &RestoreArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let path = &context.config.book;
    let stamp = Clock::System.now().format("%Y%m%d-%H%M%S").to_string();
    let secret = passphrase::given(context)?.unwrap_or(Secret::None);
    let aside = book::restore(&args.file, &context.options(secret), &stamp)?;
    out::say(&words::restored(lang, &path.display().to_string()));
    if let Some(aside) = aside {
        out::say(&words::set_aside(lang, &aside.display().to_string()));
    }
    Ok(ExitCode::SUCCESS)
}
