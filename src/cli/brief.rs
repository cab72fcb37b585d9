//! `brief`: a summary for a party.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::{out, words};
use crate::app::brief::{Brief, BriefRequest, write};
use crate::brief::document::Document;
use crate::brief::letter::{Enclosed, Templates};
use crate::config::templates;
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
    /// The file: .pdf or .md.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// A letter that goes with it: .pdf, .docx or .md. Its words: wardbook config templates.
    #[arg(long, value_name = "FILE", value_parser = text_file)]
    pub letter: Option<PathBuf>,
    /// An agenda for the meeting about it: .pdf, .docx or .md.
    #[arg(long, value_name = "FILE", value_parser = text_file)]
    pub agenda: Option<PathBuf>,
}

fn party(text: &str) -> Result<Party, String> {
    text.parse().map_err(|_| Party::FORMS.join(", "))
}

/// A file of a kind that a letter can be written in, so that none is refused when the brief is written already.
fn text_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ["pdf", "docx", "md"].contains(&ending.as_str()) {
        Ok(path)
    } else {
        Err(".pdf, .docx, .md".to_owned())
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    date::parse(text).map_err(|error| error.to_string())
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    // Before the book is opened and anything is written.
    let wants_more = args.letter.is_some() || args.agenda.is_some();
    let folder = templates::folder(&context.config.file);
    let templates = if wants_more { Some(templates::read(&folder, lang)?) } else { None };
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
    let enclosed = [
        (&args.letter, Enclosed::letter as fn(&Enclosed, &Templates) -> Document),
        (&args.agenda, Enclosed::agenda),
    ];
    for (path, document) in enclosed {
        if let Some((path, templates)) = path.as_ref().zip(templates.as_ref()) {
            let document = document(&brief.enclosed, templates);
            write(&Brief { document, ..brief.clone() }, path)?;
            out::say(&words::enclosed_written(lang, &path.display().to_string()));
        }
    }
    if brief.without_consent > 0 {
        out::say(&words::without_consent(lang, brief.without_consent as usize));
    }
    if brief.struck > 0 {
        out::say(&words::struck(lang, brief.struck));
    }
    Ok(ExitCode::SUCCESS)
}
