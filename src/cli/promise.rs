//! `promise`: the ledger of promises.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::out::{self, Out};
use super::{follow_words as words, given};
use crate::app::follow::{Judgement, NewPromise, PromiseView};
use crate::app::{AppError, Session};
use crate::domain::filter::Names;
use crate::domain::party::Party;
use crate::domain::place::{Level, PlaceCode};
use crate::domain::promise::{Fate, MembersWord, Whereabouts};
use crate::i18n::{Lang, Named, dates};

/// The ledger of promises.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Writes down what a party promised; prints its short name.
    Add(AddArgs),
    /// Lists the promises: pending ones first, by date.
    List(ListArgs),
    /// The party asked for a later date.
    Move(MoveArgs),
    /// Says what came of a promise, from members' word or the waits since.
    Judge(JudgeArgs),
}

/// Writes down a promise.
#[derive(clap::Args)]
pub struct AddArgs {
    /// Who promised.
    #[arg(long = "by", value_name = "PARTY")]
    pub party: String,
    /// What.
    pub what: String,
    /// Who said it.
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
    /// What they are there.
    #[arg(long, value_name = "TEXT")]
    pub role: Option<String>,
    /// Where it was said.
    #[arg(long, value_name = "TEXT")]
    pub said_where: Option<String>,
    /// When it was said; today where it is not given.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// By when it is to be done.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub due: Option<NaiveDate>,
    /// What would show that it was kept.
    #[arg(long, value_name = "TEXT")]
    pub shown_by: Option<String>,
    /// Where it is to be seen: a facility or a province; where the party answers if it is not given.
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// The submission that it answers.
    #[arg(long, value_name = "SUBMISSION")]
    pub submission: Option<String>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Lists the promises.
#[derive(clap::Args)]
pub struct ListArgs {
    /// Only those of a party.
    #[arg(long = "by", value_name = "PARTY")]
    pub party: Option<String>,
    /// Only those of which this came: pending, kept, partly, broken, withdrawn.
    #[arg(long, value_name = "FATE")]
    pub fate: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// Moves a promise.
#[derive(clap::Args)]
pub struct MoveArgs {
    /// Its short name.
    pub promise: String,
    /// The new date.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub due: NaiveDate,
    /// When the party asked for it.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Judges a promise.
#[derive(clap::Args)]
pub struct JudgeArgs {
    /// Its short name.
    pub promise: String,
    /// kept, partly, broken, withdrawn, or pending again.
    pub fate: String,
    /// Members' word: of nine asked, seven said that it was kept.
    #[arg(long, value_name = "7/9", value_parser = given::members_word)]
    pub members: Option<MembersWord>,
    /// By the waits before its date and since; they are written down with it.
    #[arg(long)]
    pub waits: bool,
    /// In words.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// When the union said so.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn run(command: &Command, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    match command {
        Command::Add(args) => add(args, &mut session, lang),
        Command::List(args) => list(args, &session, lang),
        Command::Move(args) => {
            let promise = session.promise_called(&args.promise)?;
            let on = args.on.unwrap_or_else(|| session.today());
            session.move_promise(&promise, args.due, on)?;
            shown(&session, &args.promise, args.json, words::promise_moved(lang))
        }
        Command::Judge(args) => {
            let promise = session.promise_called(&args.promise)?;
            let judgement = Judgement {
                fate: given::coded::<Fate>(&args.fate, lang)?,
                on: args.on,
                members: args.members,
                by_waits: args.waits,
                note: args.note.clone(),
            };
            session.judge_promise(&promise, &judgement)?;
            shown(&session, &args.promise, args.json, words::promise_judged(lang))
        }
    }
}

fn add(args: &AddArgs, session: &mut Session, lang: Lang) -> Result<ExitCode, CliError> {
    let place = args.place.as_deref().map(|text| place(session, text)).transpose()?;
    let submission = args.submission.as_deref().map(|text| session.submission_called(text)).transpose()?;
    let new = NewPromise {
        party: session.party_called(&args.party)?,
        what: args.what.clone(),
        who: args.who.clone(),
        role: args.role.clone(),
        said_where: args.said_where.clone(),
        on: args.on,
        due: args.due,
        shown_by: args.shown_by.clone(),
        place,
        submission: submission.map(|submission| submission.id),
    };
    let promise = session.promise(&new)?;
    shown(session, &promise.handle().to_string(), args.json, words::promise_added(lang))
}

/// A facility or a province by code or name.
fn place(session: &mut Session, text: &str) -> Result<Whereabouts, AppError> {
    if let Ok(codes) = session.names().places(Level::Province, text)
        && let [PlaceCode::Province(code)] = codes.as_slice()
    {
        return Ok(Whereabouts::Province(*code));
    }
    Ok(Whereabouts::Facility(session.facility_called(text)?))
}

fn shown(session: &Session, handle: &str, json: bool, said: &str) -> Result<ExitCode, CliError> {
    let view = session.promise_view(&session.promise_called(handle)?)?;
    let mut out = Out::new();
    if json {
        out.line(&serde_json::to_string(&view).unwrap_or_default())?;
    } else {
        out::say(said);
        out.text(&view.handle)?;
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn list(args: &ListArgs, session: &Session, lang: Lang) -> Result<ExitCode, CliError> {
    let party = args.party.as_deref().map(|text| session.party_called(text)).transpose()?;
    let fate = args.fate.as_deref().map(|text| given::coded::<Fate>(text, lang)).transpose()?;
    let is_wanted = |view: &PromiseView| {
        let of_party = party
            .as_ref()
            .is_none_or(|party| view.party.parse::<Party>().is_ok_and(|other| other.key() == party.key()));
        of_party && fate.is_none_or(|fate| view.fate == fate)
    };
    let mut out = Out::new();
    let mut any = false;
    for view in session.promise_views()?.into_iter().filter(is_wanted) {
        any = true;
        if args.json {
            out.line(&serde_json::to_string(&view).unwrap_or_default())?;
        } else {
            out.text(&line(&view, lang))?;
        }
    }
    out.finish()?;
    if !any {
        out::say(words::no_promises(lang));
    }
    Ok(ExitCode::SUCCESS)
}

fn line(view: &PromiseView, lang: Lang) -> String {
    let due = view.due.map_or_else(|| words::no_date(lang).to_owned(), |due| dates::date(due, lang));
    let fate = if view.overdue { words::overdue(lang) } else { view.fate.name(lang) };
    format!("{}  {due}  {fate}  {}: {}", view.handle, view.party_name, view.promised.what)
}
