//! `add`: logs one case from flags, a JSON object, or plain prompts.

use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::case_flags::CaseFlags;
use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::{duplicates, message, message_words, words};
use crate::app::AppError;
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Refusal, Warning};
use crate::i18n::{Lang, Speak, label};
use crate::tui::text::one_line;

/// Logs one case.
#[derive(clap::Args)]
pub struct Args {
    /// A file with one JSON object, or - for standard input; with --message, prints what was read as JSON.
    #[arg(long, value_name = "FILE|-", num_args = 0..=1, default_missing_value = "-")]
    pub json: Option<PathBuf>,
    /// A file with a message that somebody sent, or - for standard input: what can be read from it becomes a draft.
    #[arg(long, value_name = "FILE|-")]
    pub message: Option<PathBuf>,
    #[command(flatten)]
    pub flags: CaseFlags,
}

/// What is asked for without any flag, in this order.
const ASKED: [Column; 14] = [
    Column::VisitedOn,
    Column::Facility,
    Column::Issues,
    Column::Payer,
    Column::Arrived,
    Column::Seen,
    Column::WaitedMinutes,
    Column::PaidRiel,
    Column::Narrative,
    Column::Remedy,
    Column::Employer,
    Column::Consent,
    Column::MemberName,
    Column::MemberPhone,
];

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    if let Some(path) = &args.message {
        if args.json.as_ref().is_some_and(|file| file.as_os_str() != "-") {
            let what = message_words::json_takes_no_file(context.lang());
            return Err(CliError::said(Exit::Usage, what, None));
        }
        return message::run(path, args, context);
    }
    let prompts = args.json.is_none() && args.flags.given.is_empty();
    if prompts && !std::io::stdin().is_terminal() {
        let lang = context.lang();
        return Err(CliError::said(
            Exit::Usage,
            words::add_nothing(lang),
            Some(words::add_hint(lang).to_owned()),
        ));
    }
    let draft = match &args.json {
        Some(path) => Draft::from_json(&read_json(path)?).map_err(AppError::Json)?,
        None => Draft::default(),
    };
    let mut draft = args.flags.over(draft);
    let mut session = context.open()?;
    if prompts {
        draft = ask_all(&ASKED, context.lang(), |draft| match session.check(draft) {
            Err(AppError::Refused(refusals)) => Ok(refusals),
            checked => Ok(checked.map(|_| Vec::new())?),
        })?;
    }
    let logged = session.log(&draft)?;
    warn(&logged.warnings, context.lang());
    let printed = print_number(logged.number.as_str(), context.lang())?;
    duplicates::tell_beside(&session, &logged.number, context.lang());
    Ok(printed)
}

/// Prints the number of a case that is on the disk: it must not be lost with the output.
pub fn print_number(number: &str, lang: Lang) -> Result<ExitCode, CliError> {
    let mut out = Out::new();
    let printed = out.line(number).and_then(|()| out.finish());
    printed.map_err(|_| CliError::said(Exit::Failed, words::saved_unprinted(lang, number), None))?;
    Ok(ExitCode::SUCCESS)
}

/// Says what is worth a second look.
pub fn warn(warnings: &[Warning], lang: Lang) {
    for warning in warnings {
        out::say(&warning.what(lang));
    }
}

/// Reads one JSON text from a file or from standard input.
pub fn read_json(path: &std::path::Path) -> Result<serde_json::Value, CliError> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|source| {
        AppError::Table(crate::intake::TableError::File { path: path.to_owned(), source })
    })?;
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    let value = serde_json::from_slice(text);
    Ok(value.map_err(|error| AppError::NoJson { line: error.line(), column: error.column() })?)
}

/// Asks for field after field, and again for what is wrong: `refused` says what that is.
pub fn ask_all(
    asked: &[Column],
    lang: Lang,
    refused: impl FnMut(&Draft) -> Result<Vec<Refusal>, CliError>,
) -> Result<Draft, CliError> {
    let mut draft = Draft::default();
    for &column in asked {
        let text = ask(label(column, lang))?;
        draft.set(column, text);
    }
    ask_refused(draft, lang, refused)
}

/// Asks for what is wrong with a draft, until nothing is.
pub fn ask_refused(
    mut draft: Draft,
    lang: Lang,
    mut refused: impl FnMut(&Draft) -> Result<Vec<Refusal>, CliError>,
) -> Result<Draft, CliError> {
    loop {
        let refusals = refused(&draft)?;
        if refusals.is_empty() {
            return Ok(draft);
        }
        for refusal in refusals {
            out::say(&refusal.what(lang));
            if let Some(hint) = refusal.hint(lang) {
                out::say(&hint);
            }
            draft.set(refusal.column, ask(label(refusal.column, lang))?);
        }
    }
}

/// Asks for one line.
pub fn ask(what: &str) -> Result<String, CliError> {
    let mut stderr = std::io::stderr();
    let _ = write!(stderr, "{}: ", one_line(what));
    let _ = stderr.flush();
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        // The terminal went away, or Ctrl-D: nothing is written.
        Ok(0) | Err(_) => Err(AppError::Cancelled.into()),
        Ok(_) => Ok(line.trim().to_owned()),
    }
}
