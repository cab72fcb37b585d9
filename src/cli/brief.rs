//! `brief`: a summary for a party.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::{CliError, Exit};
use super::export::{counted, kinds};
use super::list::Query;
use super::{out, words};
use crate::app::brief::{BriefRequest, Paper, Prepared};
use crate::brief::document::Document;
use crate::brief::letter::Templates;
use crate::config::templates;
use crate::domain::date;
use crate::domain::party::Party;
use crate::i18n::numbers;

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
    /// The file: .pdf, .docx, .xlsx, .html, .md, or .png for a picture of one page.
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
    let files = [Some(&args.out), args.letter.as_ref(), args.agenda.as_ref()];
    let files: Vec<&PathBuf> = files.into_iter().flatten().collect();
    if files.iter().enumerate().any(|(place, file)| files.iter().take(place).any(|other| other == file)) {
        return Err(CliError::said(Exit::Usage, words::one_file_twice(lang), None));
    }
    let mut session = context.open()?;
    let request = BriefRequest {
        party: args.party.clone(),
        query: args.query.text(),
        from: args.from,
        to: args.to,
        lang,
        meeting: args.meeting.clone(),
        identities: args.identities,
        is_raising: false,
    };
    let prepared = session.prepare_brief(&request)?;
    // Said first: whatever becomes of the files, the officer knows what they hold.
    for left in prepared.left_out() {
        out::say(&left.said(lang));
    }
    let struck = prepared.struck_by_kind();
    if struck.places() > 0 {
        out::say(&words::struck_from_stories(lang, &counted(struck.places(), lang), &kinds(&struck, lang)));
    }
    for warning in prepared.warnings() {
        out::say(&warning.said(lang));
    }
    if args.dry_run {
        out::say(words::dry_run(lang));
        return Ok(ExitCode::SUCCESS);
    }
    let papers = templates.map_or_else(Vec::new, |templates| enclosed(args, &prepared, &templates));
    let brief = session.write_papers(&prepared, &args.out, &papers, &|_| true)?;
    out::say(&words::brief_written(
        lang,
        &numbers::cases(brief.cases.into(), lang),
        &args.out.display().to_string(),
    ));
    for (_, path, _) in &papers {
        out::say(&words::enclosed_written(lang, &path.display().to_string()));
    }
    Ok(ExitCode::SUCCESS)
}

/// What goes with a brief.
fn enclosed(args: &Args, prepared: &Prepared, templates: &Templates) -> Vec<(Paper, PathBuf, Document)> {
    let enclosed = prepared.enclosed();
    let letter = args.letter.clone().map(|path| (Paper::Letter, path, enclosed.letter(templates)));
    let agenda = args.agenda.clone().map(|path| (Paper::Agenda, path, enclosed.agenda(templates)));
    letter.into_iter().chain(agenda).collect()
}
