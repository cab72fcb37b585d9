//! `import`: the cases of a table. At a terminal what is doubtful is asked, and the answers are remembered; without one
//! nothing is guessed.

mod ask;
mod decisions;
mod progress;
mod words;

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::{duplicates, words as commands};
use crate::app::{
    AppError, ImportOptions, ImportReport, Noticed, RefusedTo, Session, Survey, mapping_said, write_whole,
};
use crate::domain::column::Column;
use crate::i18n::{Lang, Speak};
use crate::intake::{Dates, Mapping, Rows, TableError};
use progress::Shown;

/// Takes in the cases of a table.
#[derive(clap::Args)]
pub struct Args {
    /// The table: a workbook (.xlsx, .xlsm, .ods), CSV in UTF-8, UTF-16 or Windows-1252, an export of KoboToolbox or ODK, or
    /// our own JSON.
    #[arg(required_unless_present_any = ["decisions", "forget"])]
    pub file: Option<PathBuf>,
    /// Lists what was decided of tables before and is remembered: names of facilities, columns, rows of lists that are skipped.
    #[arg(long, conflicts_with = "file")]
    pub decisions: bool,
    /// Forgets what is remembered under a name, as --decisions lists it.
    #[arg(long, value_name = "NAME", conflicts_with = "file")]
    pub forget: Vec<String>,
    /// How its columns are read: a file that --save-map wrote. It is remembered for tables with the same headers.
    #[arg(long, value_name = "MAP.toml")]
    pub map: Option<PathBuf>,
    /// Writes down how its columns would be read, for correcting, and takes nothing in.
    #[arg(long, value_name = "MAP.toml", conflicts_with = "dry_run")]
    pub save_map: Option<PathBuf>,
    /// Takes columns whose headers are only like known names.
    #[arg(long)]
    pub yes: bool,
    /// Its rows are timed visits without a name, as on the tally sheet.
    #[arg(long)]
    pub observations: bool,
    /// What the source is called; the file's name where not given.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Writes nothing, says what would happen.
    #[arg(long)]
    pub dry_run: bool,
    /// Takes rows that changed since as corrections.
    #[arg(long)]
    pub update: bool,
    /// Which comes first in dates such as 3/10/2026: dmy or mdy. Asked for where the table's dates tell nothing else.
    #[arg(long, value_name = "ORDER", value_parser = dates)]
    pub dates: Option<Dates>,
    /// Where rows go that are refused, with their reasons; beside the table where not given.
    #[arg(long, value_name = "FILE.csv")]
    pub refused: Option<PathBuf>,
    /// The report as one JSON object.
    #[arg(long)]
    pub json: bool,
}

fn dates(text: &str) -> Result<Dates, String> {
    Dates::of_name(text).ok_or_else(|| Dates::NAMES.map(|(name, _)| name).join(", "))
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    match &args.file {
        Some(file) => import(file, args, &mut session, lang),
        None => decisions::run(args, &mut session, lang),
    }
}

fn import(file: &Path, args: &Args, session: &mut Session, lang: Lang) -> Result<ExitCode, CliError> {
    let mut options = options(args)?;
    if let Some(path) = &args.save_map {
        let survey = survey(session, file, &options, lang)?;
        return save_map(path, &survey, lang);
    }
    if !args.json && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        let survey = ask::survey(session, file, &mut options, lang)?;
        ask::decide(session, &survey, &mut options, lang)?;
    } else if args.dry_run {
        ask::tell(&survey(session, file, &options, lang)?, lang);
    }
    options.refused = args.refused.clone().map(RefusedTo::File).or_else(|| RefusedTo::beside(file));
    let mut shown = Shown::new(lang);
    let report = session.import(file, &options, |progress| shown.goes_on(progress));
    // With it goes its hold on Ctrl-C: what follows may be broken off.
    drop(shown);
    let report = report?;
    tell(&report, &options, lang);
    let likely = if report.dry_run || options.rows == Rows::Observations {
        None
    } else {
        duplicates::tell_after_import(session, &report, lang)
    };
    let mut out = Out::new();
    if args.json {
        out.line(&json(&report, likely, lang))?;
    }
    out.finish()?;
    Ok(match (report.stopped, report.refused) {
        (true, _) => Exit::Failed.into(),
        (false, 0) => ExitCode::SUCCESS,
        _ => Exit::SomeRefused.into(),
    })
}

fn options(args: &Args) -> Result<ImportOptions, CliError> {
    let mut mapping = args.map.as_deref().map(read_map).transpose()?.unwrap_or_default();
    mapping.dates = args.dates.or(mapping.dates);
    Ok(ImportOptions {
        source: args.source.clone(),
        dry_run: args.dry_run,
        update: args.update,
        mapping,
        rows: if args.observations { Rows::Observations } else { Rows::Cases },
        takes_guesses: args.yes,
        remembers: args.map.is_some(),
        forgotten: BTreeSet::new(),
        refused: None,
    })
}

fn read_map(path: &Path) -> Result<Mapping, CliError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| AppError::Table(TableError::File { path: path.to_owned(), source }))?;
    let bad = |problem| AppError::Mapping { path: path.to_owned(), problem };
    Ok(Mapping::parse(text.trim_start_matches('\u{FEFF}')).map_err(bad)?)
}

fn survey(
    session: &mut Session,
    file: &Path,
    options: &ImportOptions,
    lang: Lang,
) -> Result<Survey, CliError> {
    let mut shown = Shown::new(lang);
    let survey = session.survey(file, options, |progress| shown.goes_on(progress));
    shown.end();
    Ok(survey?)
}

/// Writes the mapping that the table would be read by, with the names of facilities that want a decision.
fn save_map(path: &Path, survey: &Survey, lang: Lang) -> Result<ExitCode, CliError> {
    if path.exists() {
        return Err(CliError::said(
            Exit::Refused,
            words::map_exists(lang, &path.display().to_string()),
            None,
        ));
    }
    let text = ask::mapping_file(survey, lang);
    write_whole(path, |writer| {
        use std::io::Write;
        writer.write_all(text.as_bytes()).map_err(|error| AppError::file(path, error))
    })?;
    ask::tell(survey, lang);
    out::say(&words::map_saved(lang, &path.display().to_string()));
    Ok(ExitCode::SUCCESS)
}

fn tell(report: &ImportReport, options: &ImportOptions, lang: Lang) {
    for refusal in &report.refusals {
        for problem in &refusal.problems {
            let hint = problem.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
            out::say(&format!("{} {}{hint}", commands::line(lang, refusal.line), problem.what(lang)));
        }
    }
    let untold = report.refused.saturating_sub(report.refusals.len());
    if untold > 0 {
        out::say(&words::more_refused(lang, untold));
    }
    if !report.unknown_columns.is_empty() {
        out::say(&commands::unknown_columns(lang, &report.unknown_columns.join(", ")));
    }
    if !report.unread_sheets.is_empty() {
        out::say(&words::unread_sheets(lang, &report.unread_sheets.join(", ")));
    }
    for sentence in report.told(lang) {
        out::say(&sentence);
    }
    if report.dry_run {
        out::say(commands::dry_run(lang));
    }
    out::say(&commands::imported(
        lang,
        report.rows,
        report.added,
        report.unchanged,
        report.changed,
        report.updated,
        report.refused,
    ));
    if let Some(path) = &report.refused_file {
        out::say(&words::refused_file(lang, &path.display().to_string()));
    } else if report.refused > 0 && !report.dry_run && options.refused.is_none() {
        out::say(words::no_refused_file(lang));
    }
    if report.changed > 0 {
        out::say(commands::changed_rows(lang));
    }
    if report.stopped {
        out::say(words::stopped(lang));
    }
}

/// The report with the refused rows, those worth a second look, and how many pairs are likely one where that was looked for.
fn json(report: &ImportReport, likely: Option<usize>, lang: Lang) -> String {
    let refusals: Vec<serde_json::Value> = report
        .refusals
        .iter()
        .flat_map(|row| {
            row.problems.iter().map(|problem| {
                let column = match problem {
                    crate::app::RowProblem::Field(refusal) => Some(refusal.column.to_string()),
                    crate::app::RowProblem::IdTwice { .. } => Some(Column::SourceId.to_string()),
                    crate::app::RowProblem::Json(_) | crate::app::RowProblem::Beyond(_) => None,
                };
                serde_json::json!({
                    "line": row.line,
                    "column": column,
                    "what": problem.what(lang),
                    "hint": problem.hint(lang),
                })
            })
        })
        .collect();
    let mut value = serde_json::to_value(report).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        let noticed = report.noticed.iter().map(|noticed| noticed_json(noticed, lang));
        fields.insert("refusals".to_owned(), refusals.into());
        fields.insert("noticed".to_owned(), noticed.collect());
        fields.insert("recalled".to_owned(), mapping_said(&report.recalled, lang).into());
        fields.insert("likely_duplicates".to_owned(), likely.into());
    }
    value.to_string()
}

/// The rows that are worth a second look for one reason, with the sentence that says it.
fn noticed_json(noticed: &Noticed, lang: Lang) -> serde_json::Value {
    let mut value = serde_json::to_value(noticed).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("what".to_owned(), noticed.said(lang).into());
    }
    value
}
