//! `tell` and `close`: telling the member, and ending a case.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::out::{self, Out};
use super::{follow_words as words, given};
use crate::app::follow::{Call, Reached};
use crate::app::{AppError, CaseView, Session};
use crate::domain::number::CaseNumber;
use crate::domain::values::MemberOutcome;
use crate::i18n::{Lang, Named, dates};

/// Tells the member, or lists who is to be told.
#[derive(clap::Args)]
pub struct TellArgs {
    /// The case number; without it, those who are to be called. The number of a case that was joined into another one means
    /// whoever complained there.
    pub number: Option<String>,
    /// What the member says came of it: solved, partly, not-solved, not-asked.
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// The member could not be reached: the try is put on record.
    #[arg(long, conflicts_with = "outcome")]
    pub tried: bool,
    /// The member of a closed case was asked again.
    #[arg(long, conflicts_with = "tried")]
    pub again: bool,
    /// When; today where it is not given.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// Lists with names, telephones and safe times.
    #[arg(long)]
    pub identities: bool,
    /// JSON: the case, or one object a line.
    #[arg(long)]
    pub json: bool,
}

/// Closes a case.
#[derive(clap::Args)]
pub struct CloseArgs {
    /// The case number.
    pub number: String,
    /// What the member says came of it.
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// When; today where it is not given.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn tell(args: &TellArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let Some(number) = &args.number else {
        return queue(args, &mut session, lang);
    };
    let number: CaseNumber = number.parse().map_err(AppError::Number)?;
    let outcome =
        args.outcome.as_deref().map(|text| given::coded::<MemberOutcome>(text, lang)).transpose()?;
    let on = args.on.unwrap_or_else(|| session.today());
    let (number, said) = if args.again {
        session.ask_again(&number, on, outcome)?;
        (number, words::asked_again(lang))
    } else if args.tried {
        (session.tell(&number, on, Reached::NotReached)?, words::tried(lang))
    } else {
        (session.tell(&number, on, Reached::Told(outcome))?, words::told(lang))
    };
    shown(&session, &number, args.json, said, lang)
}

pub fn close(args: &CloseArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let outcome =
        args.outcome.as_deref().map(|text| given::coded::<MemberOutcome>(text, lang)).transpose()?;
    session.close(&number, args.on.unwrap_or_else(|| session.today()), outcome)?;
    shown(&session, &number, args.json, words::closed(lang), lang)
}

/// What was done to a case: JSON of the case, or a sentence and its number.
pub fn shown(
    session: &Session,
    number: &CaseNumber,
    json: bool,
    said: &str,
    lang: Lang,
) -> Result<ExitCode, CliError> {
    let view = session.view();
    let mut out = Out::new();
    if json {
        out.line(&CaseView::new(&view, &view.case(number)?, lang)?.to_json())?;
    } else {
        out::say(said);
        out.text(number.as_str())?;
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn queue(args: &TellArgs, session: &mut Session, lang: Lang) -> Result<ExitCode, CliError> {
    let calls = session.calls(args.identities)?;
    let mut out = Out::new();
    for call in &calls {
        if args.json {
            out.line(&serde_json::to_string(call).unwrap_or_default())?;
        } else {
            out.text(&line(call, lang))?;
        }
    }
    out.finish()?;
    if calls.is_empty() {
        out::say(words::nobody_to_call(lang));
    }
    Ok(ExitCode::SUCCESS)
}

fn line(call: &Call, lang: Lang) -> String {
    let mark = if call.urgent { "! " } else { "  " };
    let since = call.since.map(|since| dates::date(since, lang)).unwrap_or_default();
    let outcome = call.party_outcome.map_or("", |outcome| outcome.name(lang));
    let member = [&call.name, &call.phone, &call.safe_time].map(|text| text.as_deref().unwrap_or_default());
    let joined = call.joined_into.as_ref().map(|kept| words::complained_of_the_same(lang, kept));
    let why = [call.why.name(lang), joined.as_deref().unwrap_or_default()].join(" ");
    let text =
        format!("{mark}{}  {since}  {}  {outcome}  {}", call.number, why.trim_end(), member.join("  "));
    text.trim_end().to_owned()
}
