//! `brief`: a summary for a party.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::{out, words};
use crate::app::brief::BriefRequest;
use crate::domain::date;
use crate::domain::party::Party;

/// Writes a summary for a party.
#[derive(clap::Args)]
pub struct Args {
    /// facility:H080801, nssf, nssf-branch:08, phd:08, moh, mlvt or ssr.
    #[arg(long = "for", value_name = "PARTY", value_parser = party)]
    pub party: Party,
    #[command(flatten)]
    pub query: Query,
    /// First day of visits.
    #[arg(long, value_name = "D", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// Last day of visits.
    #[arg(long, value_name = "D", value_parser = day)]
    pub to: Option<NaiveDate>,
    /// The meeting, by any name: members are called the same in all its summaries. Without it, today's.
    #[arg(long, value_name = "LABEL")]
    pub meeting: Option<String>,
    /// With the names of members who agreed to be named, in an annex.
    #[arg(long)]
    pub identities: bool,
    /// Says what it would hold and leave out; writes and remembers nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The file: .pdf, .html, .md, or .png for a picture of one page.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

fn party(text: &str) -> Result<Party, String> {
    text.parse().map_err(|_| Party::FORMS.join(", "))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    date::parse(text).map_err(|error| error.to_string())
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let request = BriefRequest {
        party: args.party.clone(),
        query: args.query.text(),
        from: args.from,
        to: args.to,
        lang,
        meeting: args.meeting.clone(),
        identities: args.identities,
    };
    let prepared = session.prepare_brief(&request)?;
    if args.dry_run {
        out::say(words::dry_run(lang));
    } else {
        let brief = session.write_brief(&prepared, &args.out, &|| true)?;
        out::say(&words::brief_written(lang, brief.cases, &args.out.display().to_string()));
    }
    for left in prepared.left_out() {
        out::say(&left.said(lang));
    }
    if prepared.struck() > 0 {
        out::say(&words::struck_from_stories(lang, prepared.struck()));
    }
    for warning in prepared.warnings() {
        out::say(&warning.said(lang));
    }
    Ok(ExitCode::SUCCESS)
}
