//! `slip`: what a member takes along: the number, what happens next, whom to call.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::follow_words as words;
use super::out::{self, Out};
use crate::app::{AppError, write_whole};
use crate::brief::document::Document;
use crate::brief::{pdf, slip};
use crate::config::{ConfigError, templates};
use crate::domain::number::CaseNumber;

/// A slip for the member.
#[derive(clap::Args)]
pub struct Args {
    /// The case number.
    pub number: String,
    /// Where it is written: as text, as a third of an A4 page, or as a picture. Without it the text is printed.
    #[arg(long, value_name = "FILE.{txt,pdf,png}")]
    pub out: Option<PathBuf>,
}

/// The formats of a slip.
#[derive(Clone, Copy)]
enum Format {
    Text,
    Page,
    Picture,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_string_lossy().to_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "pdf" => Some(Self::Page),
            "png" => Some(Self::Picture),
            _ => None,
        }
    }

    fn render(self, document: &Document) -> Result<Vec<u8>, AppError> {
        match self {
            Self::Text => Ok(slip::text(document).into_bytes()),
            Self::Page => pdf::third(document).map_err(AppError::Pdf),
            Self::Picture => slip::picture(document).map_err(AppError::Picture),
        }
    }
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let to = match &args.out {
        None => None,
        Some(path) => match Format::of(path) {
            Some(format) => Some((path, format)),
            None => {
                let what = words::no_slip_format(lang, &path.display().to_string());
                return Err(CliError::said(Exit::Usage, what, Some(words::slip_formats(lang).to_owned())));
            }
        },
    };
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let phone = phone(context)?;
    let session = context.open()?;
    let document = session.slip(&number, phone.as_deref(), lang)?.document(lang);
    match to {
        Some((path, format)) => {
            let bytes = format.render(&document)?;
            write_whole(path, |writer| -> Result<(), AppError> {
                std::io::Write::write_all(writer, &bytes).map_err(|error| AppError::file(path, error))
            })?;
            out::say(&words::slip_written(lang, &path.display().to_string()));
        }
        None => {
            let mut out = Out::new();
            for line in slip::text(&document).lines() {
                out.text(line)?;
            }
            out.finish()?;
        }
    }
    if phone.is_none() {
        out::say(&words::no_phone(lang, &context.config.file.display().to_string()));
    }
    Ok(ExitCode::SUCCESS)
}

/// Under which number the officer or the union is called: as the settings have it, else as the templates of letters do.
fn phone(context: &Context) -> Result<Option<String>, ConfigError> {
    if context.config.phone.is_some() {
        return Ok(context.config.phone.clone());
    }
    let read = templates::read(&templates::folder(&context.config.file), context.lang());
    match read {
        Ok(templates) => Ok(templates.telephone()),
        // Templates that cannot be used are told of where they are used.
        Err(ConfigError::Templates(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
