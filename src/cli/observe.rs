//! `observe`: writes down one timed visit without a name, from flags, a JSON object, or plain prompts.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use super::add::{ask_all, read_json, warn};
use super::case_flags::VisitFlags;
use super::context::Context;
use super::error::{CliError, Exit};
use super::out::Out;
use super::words;
use crate::app::{AppError, ObservationView};
use crate::domain::column::Column;
use crate::domain::draft::Draft;
use crate::domain::observation::{Observation, Observed};
use crate::i18n::{Lang, Named, dates, numbers};

/// Writes down one timed visit.
#[derive(clap::Args)]
pub struct Args {
    /// A file with one JSON object, or - for standard input; what was written comes out as JSON too.
    #[arg(long, value_name = "FILE|-")]
    pub json: Option<PathBuf>,
    #[command(flatten)]
    pub flags: VisitFlags,
}

/// What is asked for without any flag, in this order.
const ASKED: [Column; 6] = [
    Column::VisitedOn,
    Column::Facility,
    Column::Payer,
    Column::Arrived,
    Column::Seen,
    Column::WaitedMinutes,
];

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let prompts = args.json.is_none() && args.flags.0.given.is_empty();
    if prompts && !std::io::stdin().is_terminal() {
        let hint = Some(words::observe_hint(lang).to_owned());
        return Err(CliError::said(Exit::Usage, words::observe_nothing(lang), hint));
    }
    let draft = match &args.json {
        Some(path) => Draft::from_json(&read_json(path)?).map_err(AppError::Json)?,
        None => Draft::default(),
    };
    let mut draft = args.flags.0.over(draft);
    let mut session = context.open()?;
    if prompts {
        draft = ask_all(&ASKED, lang, |draft| match session.check_observation(draft) {
            Err(AppError::ObservationRefused(refusals)) => Ok(refusals),
            checked => Ok(checked.map(|_| Vec::new())?),
        })?;
    }
    let written = session.observe(&draft)?;
    warn(&written.warnings, lang);
    let view = ObservationView::new(&written.observed, session.facilities(), lang);
    let mut out = Out::new();
    let printed = if args.json.is_some() {
        out.line(&view.to_json())
    } else {
        out.text(&line(&written.observed, &view, lang))
    };
    // It is on the disk: who does not see that would write it down twice.
    printed
        .and_then(|()| out.finish())
        .map_err(|_| CliError::said(Exit::Failed, words::observed_unprinted(lang), None))?;
    Ok(ExitCode::SUCCESS)
}

/// Facility, day, payer and wait.
fn line(observed: &Observed, view: &ObservationView, lang: Lang) -> String {
    let Observation { facility, visited_on, payer, waited_minutes, .. } = &observed.observation;
    let wait = numbers::minutes(*waited_minutes, lang);
    let (day, payer) = (dates::date(*visited_on, lang), payer.name(lang));
    words::observed(lang, &format!("{facility} {}", view.facility_name), &day, payer, &wait)
}
