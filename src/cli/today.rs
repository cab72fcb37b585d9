//! `today`: what is due, in the order of urgency; as text, as JSON, as a calendar.

use std::path::PathBuf;
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::follow_words as words;
use super::out::{self, Out};
use crate::app::follow::Task;
use crate::app::{AppError, write_whole};
use crate::i18n::{Lang, dates, numbers};

/// What is due.
#[derive(clap::Args)]
pub struct Args {
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
    /// Writes the dates as a calendar that telephones import (.ics).
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let session = context.open()?;
    if let Some(path) = &args.ics {
        let calendar = session.due_dates()?;
        write_whole(path, |writer| -> Result<(), AppError> {
            std::io::Write::write_all(writer, calendar.as_bytes())
                .map_err(|error| AppError::file(path, error))
        })?;
        out::say(&words::calendar_written(lang, &path.display().to_string()));
        if !args.json {
            return Ok(ExitCode::SUCCESS);
        }
    }
    let agenda = session.agenda()?;
    context.warn_of_years(&agenda.years_without_holidays);
    let mut out = Out::new();
    if args.json {
        out.line(&serde_json::to_string(&agenda).unwrap_or_default())?;
    } else {
        for task in &agenda.tasks {
            out.text(&line(task, lang))?;
        }
    }
    out.finish()?;
    if !args.json {
        if agenda.tasks.is_empty() {
            out::say(words::nothing_due(lang));
        }
        let count = |count: usize| numbers::number(count as u64, lang);
        let waiting =
            words::waiting(lang, &count(agenda.to_confirm), &count(agenda.to_raise), &count(agenda.to_close));
        out::say(&waiting);
    }
    Ok(ExitCode::SUCCESS)
}

fn line(task: &Task, lang: Lang) -> String {
    let mark = if task.urgent {
        "!"
    } else if task.overdue {
        "×"
    } else {
        " "
    };
    let due = task.due.map(|due| dates::date(due, lang)).unwrap_or_default();
    format!("{mark} {due}  {}  {}", task.of, task.what)
}
