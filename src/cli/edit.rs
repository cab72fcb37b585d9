//! `edit`: corrects a case. A flag with an empty text clears its field.

use std::path::PathBuf;
use std::process::ExitCode;

use super::case_flags::CaseFlags;
use super::context::Context;
use super::error::{CliError, Exit};
use super::{add, out, words};
use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::changes_from_json;

/// Corrects a case.
#[derive(clap::Args)]
pub struct Args {
    /// The case number.
    pub number: String,
    /// A file with a JSON object of the fields to change, or - for standard input.
    #[arg(long, value_name = "FILE|-")]
    pub json: Option<PathBuf>,
    #[command(flatten)]
    pub flags: CaseFlags,
}

pub fn run(args: Args, context: &Context) -> Result<ExitCode, CliError> {
    let number = args.number.parse().map_err(AppError::Number)?;
    let mut changes: Vec<(Column, String)> = match &args.json {
        Some(path) => changes_from_json(&add::read_json(path)?).map_err(AppError::Json)?,
        None => Vec::new(),
    };
    changes.extend(args.flags.given);
    if changes.is_empty() {
        return Err(CliError::said(Exit::Usage, words::edit_nothing(context.lang()), None));
    }
    let mut session = context.open()?;
    let done = session.edit(&number, &changes)?;
    add::warn(&done.warnings, context.lang());
    if done.changed.is_empty() {
        out::say(words::unchanged(context.lang()));
    } else {
        out::say(&words::changed(context.lang(), number.as_str(), &done.changed.join(", ")));
    }
    Ok(ExitCode::SUCCESS)
}
