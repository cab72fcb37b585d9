//! `undo`: takes back what this desk did last.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::{out, words};
use crate::i18n::happened;

/// Takes back what this desk did last: one edit, one import.
#[derive(clap::Args)]
pub struct Args {}

pub fn run(_: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let batch = context.open()?.undo()?;
    let kind = batch.entries.first().map(|(kind, _)| happened(kind, lang)).unwrap_or_default();
    out::say(&words::undone(lang, &kind, batch.entries.len()));
    Ok(ExitCode::SUCCESS)
}
