//! What the screens do to a case: `confirm`, `withdraw`, `reopen`, `consent`, `assign`, `erase`.

use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::{out, words};
use crate::app::{AppError, Done, Session};
use crate::domain::column::Column;
use crate::domain::number::CaseNumber;
use crate::domain::values::{Coded, Purpose};
use crate::i18n::Speak;

/// A case.
#[derive(clap::Args)]
pub struct OnCase {
    /// The case number.
    pub number: String,
}

/// What the member agrees to.
#[derive(clap::Args)]
pub struct Consent {
    /// The case number.
    pub number: String,
    /// count, story, name, media; none: all consent is taken back.
    pub purposes: Vec<String>,
}

/// Who follows a case up.
#[derive(clap::Args)]
pub struct Assign {
    /// The case number.
    pub number: String,
    /// The officer; an empty text for nobody.
    pub officer: String,
}

fn act(
    number: &str,
    context: &Context,
    act: impl FnOnce(&mut Session, &CaseNumber) -> Result<Done, AppError>,
) -> Result<ExitCode, CliError> {
    let number: CaseNumber = number.parse().map_err(AppError::Number)?;
    let done = act(&mut context.open()?, &number)?;
    let said = if done.changed.is_empty() {
        words::unchanged(context.lang()).to_owned()
    } else {
        words::changed(context.lang(), number.as_str(), &done.changed.join(", "))
    };
    out::say(&said);
    Ok(ExitCode::SUCCESS)
}

pub fn confirm(args: &OnCase, context: &Context) -> Result<ExitCode, CliError> {
    act(&args.number, context, Session::confirm)
}

pub fn withdraw(args: &OnCase, context: &Context) -> Result<ExitCode, CliError> {
    act(&args.number, context, Session::withdraw)
}

pub fn reopen(args: &OnCase, context: &Context) -> Result<ExitCode, CliError> {
    act(&args.number, context, Session::reopen)
}

pub fn erase(args: &OnCase, context: &Context) -> Result<ExitCode, CliError> {
    act(&args.number, context, Session::erase)
}

pub fn consent(args: &Consent, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let purposes: Vec<Purpose> = args
        .purposes
        .iter()
        .flat_map(|text| text.split([';', ',']))
        .filter(|text| !text.trim().is_empty())
        .map(|text| {
            Purpose::parse(text)
                .map_err(|error| CliError::said(Exit::Refused, error.what(lang), error.hint(lang)))
        })
        .collect::<Result<_, _>>()?;
    act(&args.number, context, |session, number| session.set_consent(number, &purposes))
}

pub fn assign(args: &Assign, context: &Context) -> Result<ExitCode, CliError> {
    act(&args.number, context, |session, number| {
        session.edit(number, &[(Column::AssignedTo, args.officer.clone())])
    })
}
