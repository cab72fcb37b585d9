//! `demo`: the screens on a throw-away book; with `--csv`, its cases as an import file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::context::Context;
use super::error::CliError;
use super::{out, words};
use crate::app::{AppError, Clock, defused, demo, write_whole};
use crate::book::Secret;
use crate::config::{self, templates};
use crate::domain::column::Column;
use crate::domain::values::Coded;
use crate::i18n::Speak;
use crate::tui::{self, Keep, Start};

/// The demo.
#[derive(clap::Args)]
pub struct Args {
    /// How many made-up cases.
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    pub cases: usize,
    /// Writes them as an import file instead.
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    match &args.csv {
        Some(path) => {
            write_csv(args.cases, path)?;
            let path = path.display().to_string();
            out::say(&words::demo_written(context.lang(), args.cases, &path));
            Ok(ExitCode::SUCCESS)
        }
        None => screens(context, Some(args.cases)),
    }
}

fn write_csv(cases: usize, path: &Path) -> Result<(), CliError> {
    let failed = |error: csv::Error| AppError::file(path, error.into());
    let columns: Vec<Column> = Column::inputs().collect();
    write_whole(path, |writer| -> Result<(), AppError> {
        let mut table = csv::Writer::from_writer(writer);
        table.write_record(columns.iter().map(|column| column.code())).map_err(failed)?;
        for draft in demo::drafts(cases) {
            let cells = columns.iter().map(|column| defused(draft.get(*column).to_owned()));
            table.write_record(cells).map_err(failed)?;
        }
        table.flush().map_err(|error| AppError::file(path, error))
    })?;
    Ok(())
}

/// Runs the screens: on the book, or on a demo of so many cases.
pub fn screens(context: &Context, demo: Option<usize>) -> Result<ExitCode, CliError> {
    let secret = match demo {
        Some(_) => Secret::None,
        None => super::passphrase::given(context)?.unwrap_or(Secret::None),
    };
    let file = context.config.file.clone();
    let keep: Keep = Arc::new(move |preferences, lang| {
        config::keep(&file, lang, preferences).map_err(|error| error.what(lang))
    });
    let folder = templates::folder(&context.config.file);
    tui::run(Start {
        options: context.options(secret),
        clock: Clock::System,
        settings: context.settings(),
        calendar: context.calendar(),
        demo,
        preferences: context.config.preferences.clone(),
        documents: context.config.documents.clone(),
        templates: Some(Arc::new(move |lang| {
            templates::read(&folder, lang).map_err(|error| CliError::from(error).words(lang).0)
        })),
        keep: Some(keep),
        plain: context.plain,
    })?;
    Ok(ExitCode::SUCCESS)
}
