//! `facilities`: the known ones; adding, renaming, closing and merging them, and taking in a list.

mod change;
mod import;
mod words;

use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::words as common;
use crate::app::{AppError, Session};
use crate::domain::digits;
use crate::domain::facility::{Facility, FacilityKind};
use crate::domain::filter::FilterProblem;
use crate::domain::place::{BadPlaceCode, Level, PlaceCode};
use crate::i18n::{Lang, Speak, facility_notes};
use crate::reference;

/// The known facilities.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists the facilities whose name is like the text; all listed ones without a text.
    List(ListArgs),
    /// Adds a facility that is not in the list; prints its identifier.
    Add(AddArgs),
    /// Takes in an official list: codes, names in two scripts, places, points in degrees or UTM 48N.
    Import(import::Args),
    /// Merges a facility into another, which it is under another identifier, with all its cases.
    Merge(change::MergeArgs),
    /// Gives a facility another name; the one before is kept beside it.
    Rename(change::RenameArgs),
    /// Says what else a facility is called.
    Alias(change::AliasArgs),
    /// Marks a facility as closed since a day.
    Close(change::CloseArgs),
    /// Takes back that a facility is closed.
    Reopen(change::ReopenArgs),
    /// Says since when a facility has a contract with the fund, or has none any more.
    Contract(change::ContractArgs),
}

/// Lists facilities.
#[derive(clap::Args)]
pub struct ListArgs {
    /// A name in either script, a place, or an identifier.
    pub name: Vec<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// How many at most.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// Adds a facility.
#[derive(clap::Args)]
pub struct AddArgs {
    /// `health_centre`, `health_post`, `referral_hospital`, `private_hospital`, `private_clinic` …
    #[arg(long)]
    pub kind: String,
    /// Its commune or district: name or code (six digits, or four).
    #[arg(long)]
    pub place: String,
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

pub fn run(command: &Command, context: &Context) -> Result<ExitCode, CliError> {
    match command {
        Command::List(args) => list(args, context),
        Command::Add(args) => add(args, context),
        Command::Import(args) => import::run(args, context),
        Command::Merge(args) => change::merge(args, context),
        Command::Rename(args) => change::rename(args, context),
        Command::Alias(args) => change::alias(args, context),
        Command::Close(args) => change::close(args, context),
        Command::Reopen(args) => change::reopen(args, context),
        Command::Contract(args) => change::contract(args, context),
    }
}

fn list(args: &ListArgs, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let name = args.name.join(" ");
    let limit = args.limit.unwrap_or(usize::MAX);
    let found: Vec<Facility> = if name.trim().is_empty() {
        let listed = session.facilities().listed();
        listed.iter().take(limit).map(|facility| facility.as_ref().clone()).collect()
    } else {
        session.names().search(&name, limit.min(50)).into_iter().map(|(facility, _)| facility).collect()
    };
    let mut out = Out::new();
    for facility in &found {
        if args.json { out.line(&to_json(facility))? } else { out.text(&line(facility, context.lang()))? }
    }
    out.finish()?;
    if found.is_empty() {
        out::say(common::no_facility(context.lang()));
    }
    Ok(ExitCode::SUCCESS)
}

fn add(args: &AddArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let refused = |error: &dyn Speak| CliError::said(Exit::Refused, error.what(lang), error.hint(lang));
    let kind: FacilityKind = args.kind.parse().map_err(|error| refused(&error as &dyn Speak))?;
    let mut session = context.open()?;
    let place = place(&mut session, kind, &args.place).map_err(|error| refused(&*error))?;
    let facility =
        reference::make_facility(kind, place, &args.name_km, &args.name_en).map_err(AppError::from)?;
    if session.facilities().get(&facility.id).is_some() {
        out::say(common::facility_known(lang));
    } else {
        for known in session.alike_nearby(&facility) {
            let (id, name) = (known.id.as_str(), lang.pick(&known.name_km, &known.name_en));
            out::say(&words::alike_nearby(lang, id, name));
        }
        session.add_facility(&facility)?;
    }
    let mut out = Out::new();
    out.line(&if args.json { to_json(&facility) } else { facility.id.to_string() })?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The place that a code or a name means. Health centres and posts lie in a commune; others are told by their district, and a
/// commune is taken where no district is called so.
fn place(session: &mut Session, kind: FacilityKind, text: &str) -> Result<PlaceCode, Box<dyn Speak>> {
    if digits::to_ascii(text).trim().starts_with(|letter: char| letter.is_ascii_digit()) {
        return text.parse().map_err(|error: BadPlaceCode| Box::new(error) as Box<dyn Speak>);
    }
    let levels: &[Level] = match kind {
        FacilityKind::HealthCentre | FacilityKind::HealthPost => &[Level::Commune],
        _ => &[Level::District, Level::Commune],
    };
    session.names().place_called(text, levels).map_err(|nearest| {
        Box::new(FilterProblem::UnknownPlace { given: text.to_owned(), nearest }) as Box<dyn Speak>
    })
}

fn to_json(facility: &Facility) -> String {
    serde_json::to_string(facility).unwrap_or_default()
}

fn line(facility: &Facility, lang: Lang) -> String {
    let names = |code: PlaceCode| {
        reference::place(code).map(|place| format!("{} {}", place.name_km, place.name_en)).unwrap_or_default()
    };
    let place = names(facility.district.map_or(PlaceCode::Province(facility.province), PlaceCode::District));
    let notes = facility_notes(facility, lang);
    let notes = notes.iter().fold(String::new(), |all, note| all + "  ! " + note);
    format!("{:<16} {}  {}  {place}{notes}", facility.id.as_str(), facility.name_km, facility.name_en)
}
