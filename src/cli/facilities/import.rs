//! Takes in an official list.

use std::path::PathBuf;
use std::process::ExitCode;

use super::super::context::Context;
use super::super::error::{CliError, Exit};
use super::super::out::{self, Out};
use super::super::words as common;
use super::words;
use crate::app::RefusedTo;
use crate::app::facilities::{ListOptions, ListReport};
use crate::i18n::{Lang, Speak};

/// Takes in a list.
#[derive(clap::Args)]
pub struct Args {
    /// The list: a workbook (.xlsx, .xlsm, .ods), or CSV.
    pub file: PathBuf,
    /// What the list is called; the file's name where not given.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Writes nothing, says what would happen; with --decisions it writes the doubtful rows to be decided.
    #[arg(long)]
    pub dry_run: bool,
    /// Takes the list's names for those of facilities that are here; the ones before are kept beside them.
    #[arg(long)]
    pub rename: bool,
    /// What was decided of doubtful rows: the file that a dry run wrote.
    #[arg(long, value_name = "FILE.toml")]
    pub decisions: Option<PathBuf>,
    /// Where rows go that are refused, with their reasons; beside the list where not given.
    #[arg(long, value_name = "FILE.csv")]
    pub refused: Option<PathBuf>,
    /// The report as one JSON object.
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let options = ListOptions {
        source: args.source.clone(),
        dry_run: args.dry_run,
        renames: args.rename,
        refused: args.refused.clone().map(RefusedTo::File).or_else(|| RefusedTo::beside(&args.file)),
        decisions: args.decisions.clone(),
    };
    let report = session.import_facilities(&args.file, &options)?;
    tell(&report, args, lang);
    let mut out = Out::new();
    if args.json {
        out.line(&json(&report, lang))?;
    }
    out.finish()?;
    let is_whole = report.refused == 0 && report.doubtful.is_empty();
    Ok(if is_whole { ExitCode::SUCCESS } else { Exit::SomeRefused.into() })
}

fn tell(report: &ListReport, args: &Args, lang: Lang) {
    for (line, faults) in &report.refusals {
        for fault in faults {
            let hint = fault.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
            out::say(&format!("{} {}{hint}", common::line(lang, *line), fault.what(lang)));
        }
    }
    for row in &report.doubtful {
        out::say(&format!("{} {}", common::line(lang, row.line), words::doubtful(lang, &row.name)));
        for (id, khmer, latin) in &row.candidates {
            out::say(&format!("    {id}  {khmer}  {latin}"));
        }
    }
    if !report.unknown_columns.is_empty() {
        out::say(&common::unknown_columns(lang, &report.unknown_columns.join(", ")));
    }
    for sentence in report.told(lang) {
        out::say(&sentence);
    }
    if report.dry_run {
        out::say(common::dry_run(lang));
    }
    let doubtful = report.doubtful.len();
    let ListReport { added, changed, unchanged, skipped, refused, .. } = *report;
    out::say(&words::list_taken(lang, added, changed, unchanged, skipped, doubtful, refused));
    if let Some(path) = &report.refused_file {
        out::say(&words::list_refused(lang, &path.display().to_string()));
    } else if refused > 0 && !report.dry_run {
        out::say(words::list_refused_nowhere(lang));
    }
    match &args.decisions {
        Some(file) if report.decisions_written => {
            out::say(&words::decisions_written(lang, &file.display().to_string()));
        }
        _ => {
            if let Some(sentence) = report.undecided(lang) {
                out::say(&sentence);
            }
        }
    }
}

/// The report with the refused rows.
fn json(report: &ListReport, lang: Lang) -> String {
    let refusals: Vec<serde_json::Value> = report
        .refusals
        .iter()
        .flat_map(|(line, faults)| {
            faults.iter().map(move |fault| {
                serde_json::json!({ "line": line, "what": fault.what(lang), "hint": fault.hint(lang) })
            })
        })
        .collect();
    let mut value = serde_json::to_value(report).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("refusals".to_owned(), refusals.into());
    }
    value.to_string()
}
