//! What is done to one facility.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::super::context::Context;
use super::super::error::{CliError, Exit};
use super::super::given;
use super::super::out::{self, Out};
use super::{to_json, words};
use crate::app::Session;
use crate::app::facilities::{FacilityDeed, FacilityDone};
use crate::domain::facility::{Contract, FacilityId};
use crate::i18n::numbers::number;
use crate::i18n::{Speak, dates};

/// Merges two facilities.
#[derive(clap::Args)]
pub struct MergeArgs {
    /// The facility that goes: identifier or name.
    pub old: String,
    /// The facility that stays: identifier or name.
    #[arg(long, value_name = "FACILITY")]
    pub into: String,
    /// The one that stays as one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Renames a facility.
#[derive(clap::Args)]
pub struct RenameArgs {
    /// Which: identifier or name.
    pub facility: String,
    /// Its Khmer name.
    #[arg(long, default_value = "")]
    pub name_km: String,
    /// Its English name.
    #[arg(long, default_value = "")]
    pub name_en: String,
    /// The facility as one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Adds an alias.
#[derive(clap::Args)]
pub struct AliasArgs {
    /// Which: identifier or name.
    pub facility: String,
    /// What else it is called.
    pub alias: String,
    /// The facility as one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Closes a facility.
#[derive(clap::Args)]
pub struct CloseArgs {
    /// Which: identifier or name.
    pub facility: String,
    /// The first day on which it was closed.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub since: NaiveDate,
    /// The facility as one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Reopens a facility.
#[derive(clap::Args)]
pub struct ReopenArgs {
    /// Which: identifier or name.
    pub facility: String,
    /// The facility as one JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Says something of a contract.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("when").required(true).args(["ended", "since"])))]
pub struct ContractArgs {
    /// Which: identifier or name.
    pub facility: String,
    /// The first day without a contract.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub ended: Option<NaiveDate>,
    /// The first day of the contract.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub since: Option<NaiveDate>,
    /// The facility as one JSON object.
    #[arg(long)]
    pub json: bool,
}

pub(super) fn merge(args: &MergeArgs, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let into = called(&mut session, &args.into, context)?;
    let old = called(&mut session, &args.old, context)?;
    let done = session.do_to_facility(&old, &FacilityDeed::MergeInto(into))?;
    out::say(&words::merged(context.lang(), old.as_str(), &number(done.moved as u64, context.lang())));
    show(&done, args.json)
}

pub(super) fn rename(args: &RenameArgs, context: &Context) -> Result<ExitCode, CliError> {
    let (name_km, name_en) = (args.name_km.clone(), args.name_en.clone());
    run(&args.facility, &FacilityDeed::Rename { name_km, name_en }, args.json, context)
}

pub(super) fn alias(args: &AliasArgs, context: &Context) -> Result<ExitCode, CliError> {
    run(&args.facility, &FacilityDeed::AddAlias(args.alias.clone()), args.json, context)
}

pub(super) fn close(args: &CloseArgs, context: &Context) -> Result<ExitCode, CliError> {
    run(&args.facility, &FacilityDeed::Close(args.since), args.json, context)
}

pub(super) fn reopen(args: &ReopenArgs, context: &Context) -> Result<ExitCode, CliError> {
    run(&args.facility, &FacilityDeed::Reopen, args.json, context)
}

pub(super) fn contract(args: &ContractArgs, context: &Context) -> Result<ExitCode, CliError> {
    let contract = args.ended.map(Contract::Ended).or(args.since.map(Contract::Since));
    match contract {
        Some(contract) => run(&args.facility, &FacilityDeed::Contract(contract), args.json, context),
        None => Ok(ExitCode::SUCCESS),
    }
}

/// The facility that is to be changed: where it is none, that is refused like anything else that would be written.
fn called(session: &mut Session, text: &str, context: &Context) -> Result<FacilityId, CliError> {
    session.facility_called(text).map_err(|error| {
        CliError::said(Exit::Refused, error.what(context.lang()), error.hint(context.lang()))
    })
}

fn run(facility: &str, deed: &FacilityDeed, json: bool, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let id = called(&mut session, facility, context)?;
    let done = session.do_to_facility(&id, deed)?;
    if !done.is_changed {
        out::say(words::nothing_changed(context.lang()));
    }
    if let FacilityDeed::Close(since) = deed
        && *since > session.today()
    {
        out::say(&words::closed_from(context.lang(), &dates::date(*since, context.lang())));
    }
    show(&done, json)
}

fn show(done: &FacilityDone, json: bool) -> Result<ExitCode, CliError> {
    let mut out = Out::new();
    out.line(&if json { to_json(&done.facility) } else { done.facility.id.to_string() })?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}
