//! `undo`: takes back what this desk did last.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::{out, words};
use crate::app::{LastDone, Session};
use crate::domain::entry::Kind;
use crate::domain::facility::FacilityId;
use crate::domain::number::CaseNumber;
use crate::i18n::{Lang, happened};

/// Takes back what this desk did last: one edit, one import.
#[derive(clap::Args)]
pub struct Args {}

pub fn run(_: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let done = session.last_done()?;
    // Nobody is told that one thing was taken back where another was.
    session.undo_only(done.batch)?;
    out::say(&said(&done, &session, lang));
    Ok(ExitCode::SUCCESS)
}

/// What was taken back: which cases, which facilities.
fn said(done: &LastDone, session: &Session, lang: Lang) -> String {
    let kind = done.kinds.first().map(|kind| happened(kind, lang)).unwrap_or_default();
    if let Some(merged) = &done.merged {
        let name = |id: &FacilityId| {
            let known = session.facilities().get(id);
            known.map_or_else(
                || id.to_string(),
                |known| format!("{id} {}", lang.pick(&known.name_km, &known.name_en)),
            )
        };
        return words::undone_merge(lang, &kind, &name(&merged.id), &name(&merged.into));
    }
    let numbers: Vec<&str> = done.first.iter().map(CaseNumber::as_str).collect();
    // Beside cases there may be a demand or a submission among what was touched.
    let is_of_cases = matches!(done.kinds.first(), Some(Kind::CaseLogged | Kind::CaseCorrected));
    let more = done.subjects.saturating_sub(numbers.len());
    match (numbers.as_slice(), done.subjects) {
        ([], 0 | 1) => words::undone(lang, &kind),
        ([], count) => words::undone_times(lang, &kind, count),
        (numbers, _) if is_of_cases && more > 0 => {
            words::undone_of_more(lang, &kind, &numbers.join(", "), more)
        }
        (numbers, _) => words::undone_of(lang, &kind, &numbers.join(", ")),
    }
}
