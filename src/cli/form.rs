//! `form`: forms for those who have no Wardbook. A book is opened only for the form for telephones, and where there is one: its
//! facilities are offered.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::form_words as words;
use super::out;
use crate::app::{AppError, BlankForm, Clock, Session};
use crate::i18n::numbers::number;

/// Writes a form for telephones or for paper. What is collected with it comes back by import.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("which").required(true).multiple(true)))]
pub struct Args {
    /// For telephones: an XLSForm for KoboToolbox or ODK, in Khmer and English, with the facilities of the book if there is one.
    #[arg(long, value_name = "OUT.xlsx", group = "which", value_parser = workbook)]
    pub xlsform: Option<PathBuf>,
    /// For paper: two A4 pages that mirror the form on the screen.
    #[arg(long, value_name = "OUT.pdf", group = "which", value_parser = pages)]
    pub paper: Option<PathBuf>,
    /// The tally sheet for timed visits, without names.
    #[arg(long, value_name = "OUT.pdf", group = "which", value_parser = pages)]
    pub observe: Option<PathBuf>,
}

fn workbook(text: &str) -> Result<PathBuf, String> {
    ending(text, BlankForm::Telephones)
}

fn pages(text: &str) -> Result<PathBuf, String> {
    ending(text, BlankForm::Paper)
}

/// A file with the ending of its kind, so that none is refused when another is written already.
fn ending(text: &str, form: BlankForm) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ending == form.ending() { Ok(path) } else { Err(format!(".{}", form.ending())) }
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let wanted = [
        (BlankForm::Telephones, &args.xlsform),
        (BlankForm::Paper, &args.paper),
        (BlankForm::Tally, &args.observe),
    ];
    let wanted: Vec<(BlankForm, &Path)> =
        wanted.into_iter().filter_map(|(form, path)| Some((form, path.as_deref()?))).collect();
    // Before any is written.
    if let Some((_, path)) = wanted.iter().find(|(_, path)| path.exists()) {
        return Err(AppError::FileExists((*path).to_owned()).into());
    }
    let session = match &args.xlsform {
        Some(_) if context.config.book.exists() => Some(context.open()?),
        _ => None,
    };
    let facilities = session.as_ref().map(Session::facilities);
    let made_on = Clock::System.now().date_naive();
    for (form, path) in wanted {
        let offered = form.write(path, lang, made_on, facilities)?;
        let path = path.display().to_string();
        out::say(&match form {
            BlankForm::Telephones => {
                let count = number(offered.unwrap_or_default() as u64, lang);
                let offers = match facilities {
                    Some(_) => words::offers_those_of_the_book(lang, &count),
                    None => words::offers_the_built_in(lang, &count),
                };
                format!("{}\n{offers}", words::xlsform_written(lang, &path))
            }
            BlankForm::Paper => words::paper_written(lang, &path),
            BlankForm::Tally => words::tally_written(lang, &path),
        });
    }
    Ok(ExitCode::SUCCESS)
}
