//! `brief`: a summary for a party.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::{out, words};
use crate::app::brief::{BriefRequest, write};
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
    /// The file: .pdf, .docx, .xlsx or .md.
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
    };
    let brief = session.brief(&request)?;
    write(&brief, &args.out)?;
    out::say(&words::brief_written(lang, brief.cases, &args.out.display().to_string()));
    if brief.without_consent > 0 {
        out::say(&words::without_consent(lang, brief.without_consent as usize));
    }
    if brief.struck > 0 {
        out::say(&words::struck(lang, brief.struck));
    }
    Ok(ExitCode::SUCCESS)
}
