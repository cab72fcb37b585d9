//! `members`: how many members there are, each number with its day and its source.

use std::process::ExitCode;

use serde::Serialize;

use super::context::Context;
use super::error::CliError;
use super::out::{self, Out};
use super::words;
use crate::app::members::CountAsTyped;
use crate::domain::members::{MemberCount, MembersCounted, MembersOf};
use crate::i18n::{Lang, dates, numbers};

/// How many members there are.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Enters how many members a group has: what rates per 1,000 members are taken against.
    Add(AddArgs),
    /// Lists the numbers that hold, the newest of each group.
    List(ListArgs),
}

/// Enters a number of members.
#[derive(clap::Args)]
pub struct AddArgs {
    /// Whose: all, province:08, district:0811, facility:H080801, 'employer:"Golden Star"' or 'local:"Local 3"'.
    pub of: String,
    /// How many.
    pub members: String,
    /// The day of which that is true.
    #[arg(long, value_name = "DATE")]
    pub on: String,
    /// Where the number comes from.
    #[arg(long, value_name = "TEXT")]
    pub source: String,
}

/// Lists the numbers of members.
#[derive(clap::Args)]
pub struct ListArgs {
    /// Older numbers too.
    #[arg(long)]
    pub all: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// A number as JSON prints it.
#[derive(Serialize)]
struct Line<'a> {
    /// Whose, as a query says it.
    of: String,
    members: u32,
    counted_on: String,
    source: &'a str,
    desk: &'a str,
    officer: &'a str,
    /// Whether it is the one that holds.
    holds: bool,
}

pub fn run(command: &Command, context: &Context) -> Result<ExitCode, CliError> {
    match command {
        Command::Add(args) => add(args, context),
        Command::List(args) => list(args, context),
    }
}

fn add(args: &AddArgs, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let AddArgs { of, members, on, source } = args;
    let count = session.count_members(CountAsTyped { of, members, on, source })?;
    let mut out = Out::new();
    out.text(&line(&count, context.lang()))?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn list(args: &ListArgs, context: &Context) -> Result<ExitCode, CliError> {
    let session = context.open()?;
    let counts = session.view().member_counts()?;
    let mut out = Out::new();
    let mut before: Option<String> = None;
    for MembersCounted { desk, officer, count, .. } in &counts {
        // Of each group the one that holds comes first.
        let key = count.of.key();
        let holds = before.as_ref() != Some(&key);
        before = Some(key);
        if !holds && !args.all {
            continue;
        }
        if args.json {
            let (of, counted_on) = (count.of.to_string(), count.counted_on.to_string());
            let (members, source, desk) = (count.members, count.source.as_str(), desk.as_str());
            let line = Line { of, members, counted_on, source, desk, officer, holds };
            out.line(&serde_json::to_string(&line).unwrap_or_default())?;
        } else {
            out.text(&line(count, context.lang()))?;
        }
    }
    out.finish()?;
    if counts.is_empty() {
        out::say(words::no_members(context.lang()));
    }
    Ok(ExitCode::SUCCESS)
}

fn line(count: &MemberCount, lang: Lang) -> String {
    let MemberCount { of, members, counted_on, source } = count;
    let whose = if *of == MembersOf::All { words::all_members(lang).to_owned() } else { of.to_string() };
    let (members, day) = (numbers::number((*members).into(), lang), dates::date(*counted_on, lang));
    words::members(lang, &whose, &members, &day, source)
}
