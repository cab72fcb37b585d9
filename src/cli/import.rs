//! `import`: the cases of a table with our own columns.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::{duplicates, words};
use crate::app::{ImportOptions, ImportReport};
use crate::i18n::{Lang, Speak};
use crate::intake::Dates;

/// Takes in the cases of a table.
#[derive(clap::Args)]
pub struct Args {
    /// The table: a workbook (.xlsx, .xlsm, .ods), or CSV in UTF-8, UTF-16 or Windows-1252.
    pub file: PathBuf,
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
    /// The report as one JSON object.
    #[arg(long)]
    pub json: bool,
}

fn dates(text: &str) -> Result<Dates, String> {
    let known = Dates::NAMES.iter().find(|(name, _)| *name == text).map(|(_, dates)| *dates);
    known.ok_or_else(|| Dates::NAMES.map(|(name, _)| name).join(", "))
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let options = ImportOptions {
        source: args.source.clone(),
        dry_run: args.dry_run,
        update: args.update,
        dates: args.dates,
    };
    let shows_progress = std::io::stderr().is_terminal();
    let before = session.newest_row()?;
    let begun = Instant::now();
    let report = session.import(&args.file, &options, |rows| {
        if shows_progress {
            let rate = rows as f64 / begun.elapsed().as_secs_f64().max(0.001);
            let _ = write!(std::io::stderr(), "\r{}", words::importing(lang, rows, rate as usize));
        }
        true
    })?;
    if shows_progress && report.rows > 0 {
        let _ = writeln!(std::io::stderr());
    }
    tell(&report, lang);
    let likely = if report.dry_run {
        None
    } else {
        duplicates::tell_after_import(&session, before, report.added, lang)
    };
    let mut out = Out::new();
    if args.json {
        out.line(&json(&report, likely, lang))?;
    }
    out.finish()?;
    Ok(if report.refused > 0 { Exit::SomeRefused.into() } else { ExitCode::SUCCESS })
}

fn tell(report: &ImportReport, lang: Lang) {
    for refusal in &report.refusals {
        for refused in &refusal.refusals {
            let hint = refused.hint(lang).map(|hint| format!(" {hint}")).unwrap_or_default();
            out::say(&format!("{} {}{hint}", words::line(lang, refusal.line), refused.what(lang)));
        }
    }
    if !report.unknown_columns.is_empty() {
        out::say(&words::unknown_columns(lang, &report.unknown_columns.join(", ")));
    }
    if report.dry_run {
        out::say(words::dry_run(lang));
    }
    out::say(&words::imported(
        lang,
        report.rows,
        report.added,
        report.unchanged,
        report.changed,
        report.updated,
        report.refused,
    ));
    if report.changed > 0 {
        out::say(words::changed_rows(lang));
    }
}

/// The report with the refused rows, and how many pairs are likely one where that was looked for.
fn json(report: &ImportReport, likely: Option<usize>, lang: Lang) -> String {
    let refusals: Vec<serde_json::Value> = report
        .refusals
        .iter()
        .flat_map(|row| {
            row.refusals.iter().map(|refused| {
                serde_json::json!({
                    "line": row.line,
                    "column": refused.column.to_string(),
                    "what": refused.what(lang),
                    "hint": refused.hint(lang),
                })
            })
        })
        .collect();
    let mut value = serde_json::to_value(report).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("refusals".to_owned(), refusals.into());
        fields.insert("likely_duplicates".to_owned(), likely.into());
    }
    value.to_string()
}
