//! `verify`: reads and checks everything; it only tells.

use std::process::ExitCode;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::words;
use crate::book::{Book, BookError, Finding};
use crate::domain::digits::hex;

/// Reads everything, hashes every chain, folds every case anew, and compares.
#[derive(clap::Args)]
pub struct Args {
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let path = &context.config.book;
    // Asked before the book is opened, which would drop what stands behind the break.
    if Book::write_ahead_log_is_damaged(path) {
        let detail = words::finding(&Finding::WriteAheadLog, lang);
        return Err(BookError::Damaged { path: path.clone(), detail }.into());
    }
    let session = context.open()?;
    let verified = session.book.verify()?;
    let sound = verified.findings.is_empty();
    let state = hex(&verified.state);
    let findings: Vec<String> = verified.findings.iter().map(|found| words::finding(found, lang)).collect();
    let mut out = Out::new();
    if args.json {
        let report = serde_json::json!({
            "sound": sound, "entries": verified.entries, "cases": verified.cases,
            "origins": verified.origins, "state": state, "findings": findings,
        });
        out.line(&report.to_string())?;
    } else if sound {
        out.line(&words::verified(lang, verified.entries, verified.cases))?;
    }
    out.finish()?;
    if sound {
        return Ok(ExitCode::SUCCESS);
    }
    for finding in &findings {
        out::say(finding);
    }
    Err(CliError::said(
        Exit::Damaged,
        words::not_sound(lang, &path.display().to_string()),
        Some(words::not_sound_hint(lang).to_owned()),
    ))
}
