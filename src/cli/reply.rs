//! `reply`: what a party answered to a submission, that it received it, and the clock that is stopped meanwhile.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::{CliError, Exit};
use super::out::{self, Out};
use super::{follow_words as words, given};
use crate::app::AppError;
use crate::app::follow::{NewReply, Turned, mark_of};
use crate::domain::number::CaseNumber;
use crate::domain::submission::Way;
use crate::domain::values::PartyOutcome;
use crate::i18n::numbers;

/// Records what a party answered.
#[derive(clap::Args)]
pub struct Args {
    /// The submission: its short name (KC-S-…), a case in it, or the party where only one is open.
    pub submission: String,
    /// What the party made of all cases that wait: upheld, partly, not-upheld, no-answer.
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// What it made of a single case: KC-7F3Q-2XM9=upheld. Beats --outcome.
    #[arg(long = "case", value_name = "NUMBER=OUTCOME")]
    pub cases: Vec<String>,
    /// An interim reply: it only moves the date.
    #[arg(long, requires = "until", conflicts_with_all = ["outcome", "cases"])]
    pub interim: bool,
    /// The date by which the party now means to answer.
    #[arg(long, value_name = "DATE", value_parser = given::date, requires = "interim", conflicts_with_all = ["outcome", "cases"])]
    pub until: Option<NaiveDate>,
    /// The party only says that it received it.
    #[arg(long, conflicts_with_all = ["outcome", "cases", "interim", "way", "by", "text", "file"])]
    pub acknowledged: bool,
    /// Stops the clock: a member's consent is awaited.
    #[arg(long, conflicts_with_all = ["outcome", "cases", "interim", "acknowledged", "way", "by", "file"])]
    pub pause: bool,
    /// Lets the clock go on.
    #[arg(long, conflicts_with_all = ["outcome", "cases", "interim", "acknowledged", "pause", "way", "by", "file"])]
    pub resume: bool,
    /// When it came; today where it is not given.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// How it came: letter, meeting, call, hotline, message.
    #[arg(long, value_name = "WAY")]
    pub way: Option<String>,
    /// Who answered.
    #[arg(long, value_name = "TEXT")]
    pub by: Option<String>,
    /// What was said.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// A file that came with it; its name and digest are kept.
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// One JSON object: the submission as it stands now.
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let submission = session.submission_called(&args.submission)?;
    let on = args.on.unwrap_or_else(|| session.today());
    let said = if args.acknowledged {
        session.acknowledge(&submission, on)?;
        words::acknowledged(lang).to_owned()
    } else if args.pause || args.resume {
        let turned = if args.pause { Turned::Paused } else { Turned::Resumed };
        session.turn_clock(&submission, turned, on, args.text.as_deref())?;
        if args.pause { words::paused(lang) } else { words::resumed(lang) }.to_owned()
    } else {
        let mut new = NewReply {
            on: Some(on),
            way: args.way.as_deref().map(|text| given::coded::<Way>(text, lang)).transpose()?,
            by: args.by.clone(),
            text: args.text.clone(),
            file: args.file.as_deref().map(mark_of).transpose()?,
            until: args.until,
            outcome: args
                .outcome
                .as_deref()
                .map(|text| given::coded::<PartyOutcome>(text, lang))
                .transpose()?,
            ..NewReply::default()
        };
        for text in &args.cases {
            let (number, outcome) = text.split_once('=').ok_or_else(|| {
                let hint = Some("KC-7F3Q-2XM9=upheld".to_owned());
                CliError::said(Exit::Usage, words::no_outcome(lang, text), hint)
            })?;
            let number: CaseNumber = number.parse().map_err(AppError::Number)?;
            new.of_cases.insert(number, given::coded(outcome, lang)?);
        }
        let answered = session.reply(&submission, &new)?;
        if answered.is_empty() {
            words::moved(lang).to_owned()
        } else {
            words::replied(lang, &numbers::cases(answered.len() as u64, lang))
        }
    };
    let submission = session.submission_called(&submission.handle().to_string())?;
    let view = session.submission_view(&submission)?;
    context.warn_of_years(&view.holidays_unknown);
    let mut out = Out::new();
    if args.json {
        out.line(&serde_json::to_string(&view).unwrap_or_default())?;
    } else {
        out::say(&said);
        out.text(&view.handle)?;
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}
