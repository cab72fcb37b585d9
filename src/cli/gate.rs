//! `gate`: a member is being refused now; the card, and the beginning of the case.

use std::process::ExitCode;

use serde::Serialize;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::Out;
use super::{add, words};
use crate::app::follow::Card;
use crate::i18n::Lang;

/// A member is being refused now.
#[derive(clap::Args)]
pub struct Args {
    /// The facility, by identifier or name.
    pub facility: String,
    /// Logs the beginning of a case – today, there, care refused – and prints its number last.
    #[arg(long)]
    pub start: bool,
    /// One JSON object, in both languages; with --start the number is its `case`.
    #[arg(long)]
    pub json: bool,
}

/// The card as JSON, with the case that was begun.
#[derive(Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    card: &'a Card,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let facility = session.facility_called(&args.facility)?;
    let card = session.gate_card(&facility)?;
    let mut out = Out::new();
    if !args.json {
        // Whatever becomes of the case: at the counter the card comes first.
        for line in lines(&card, lang) {
            out.text(&line)?;
        }
    }
    let mut case = None;
    if args.start {
        let logged = session.start_at_gate(&facility)?;
        add::warn(&logged.warnings, lang);
        case = Some(logged.number.to_string());
    }
    let printed = match (&case, args.json) {
        (_, true) => {
            let printed = Printed { card: &card, case: case.clone() };
            out.line(&serde_json::to_string(&printed).unwrap_or_default())
        }
        (Some(number), false) => out.line(number),
        (None, false) => Ok(()),
    };
    let printed = printed.and_then(|()| out.finish());
    if let (Err(_), Some(number)) = (&printed, &case) {
        // The case is on the disk: its number must not be lost with the output.
        return Err(CliError::said(Exit::Failed, words::saved_unprinted(lang, number), None));
    }
    printed?;
    Ok(ExitCode::SUCCESS)
}

/// The card as text: a heading, and what belongs to it further in.
fn lines(card: &Card, lang: Lang) -> Vec<String> {
    let mut lines = vec![format!("{}  {}", card.facility, card.facility_name.said(lang))];
    for (heading, sentences) in card.parts(lang) {
        lines.push(String::new());
        lines.push(heading.to_owned());
        lines.extend(sentences.into_iter().map(|sentence| format!("  {sentence}")));
    }
    lines
}
