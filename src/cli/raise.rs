//! `raise`: puts the cases of a query in a submission to a party.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::{CliError, Exit};
use super::list::Query;
use super::out::{self, Out};
use super::{follow_words as words, given};
use crate::app::brief::BriefRequest;
use crate::app::follow::{NewSubmission, Raisable, WhyNot, mark_of};
use crate::app::{AppError, Session};
use crate::domain::party::Party;
use crate::domain::standing::{Answer, RebuttalCheck};
use crate::domain::submission::Way;
use crate::domain::values::{Evidence, PartyOutcome};
use crate::i18n::{Lang, dates, numbers};

/// Raises cases with a party.
#[derive(clap::Args)]
pub struct Args {
    /// With whom: facility:H080801, agent:H080801, nssf-branch:08, phd:08, labour:08, nssf, board, ssr, moh, mlvt,
    /// employer:"…", other:"…".
    #[arg(long, value_name = "PARTY")]
    pub to: String,
    #[command(flatten)]
    pub query: Query,
    /// When; today where it is not given.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub on: Option<NaiveDate>,
    /// How: letter, meeting, call, hotline, message.
    #[arg(long, value_name = "WAY", default_value = "letter")]
    pub way: String,
    /// What is asked for, in a line.
    #[arg(long, value_name = "TEXT")]
    pub about: Option<String>,
    /// The cases of a demand, by its title or short name.
    #[arg(long, value_name = "DEMAND")]
    pub demand: Option<String>,
    /// The unsettled cases of an earlier submission, taken a rung higher.
    #[arg(long, value_name = "SUBMISSION")]
    pub after: Option<String>,
    /// What was found of the objections, for cases of which that is not on record: none, or those that hold
    /// (form,contract,contributions,package), or unknown.
    #[arg(long, value_name = "none|unknown|form,…")]
    pub check: Option<String>,
    /// Raises cases although an objection holds.
    #[arg(long)]
    pub although_rebutted: bool,
    /// Writes the brief for the party of the query's cases to this file, and keeps what it is known by.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["demand", "after"])]
    pub brief: Option<PathBuf>,
    /// A file that is handed over; its name and digest are kept.
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// Says which cases would be raised, and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Reads what `--check` says.
pub fn check(text: &str, lang: Lang) -> Result<RebuttalCheck, CliError> {
    let mut answers = match text.trim() {
        "none" | "" => return Ok(RebuttalCheck::all(Answer::No)),
        "unknown" => return Ok(RebuttalCheck::all(Answer::Unknown)),
        _ => [Answer::No; 4],
    };
    for word in text.split(',').map(str::trim) {
        let (name, answer) = match word.split_once('=') {
            Some((name, answer)) => (name, given::coded::<Answer>(answer, lang)?),
            None => (word, Answer::Yes),
        };
        let place = RebuttalCheck::QUESTIONS.iter().position(|question| *question == name);
        match place.and_then(|place| answers.get_mut(place)) {
            Some(place) => *place = answer,
            None => {
                let hint = words::check_hint(lang, &RebuttalCheck::QUESTIONS.join(", "));
                return Err(CliError::said(Exit::Usage, words::no_question(lang, name), Some(hint)));
            }
        }
    }
    Ok(RebuttalCheck::of(answers))
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let party = session.party_called(&args.to)?;
    let way: Way = given::coded(&args.way, lang)?;
    let check = args.check.as_deref().map(|text| check(text, lang)).transpose()?;
    let demand = args.demand.as_deref().map(|text| session.demand_called(text)).transpose()?;
    let after = args.after.as_deref().map(|text| session.submission_called(text)).transpose()?;
    let mut raisable = session.raisable(&party, &args.query.text(), check)?;
    if let Some(demand) = &demand {
        let linked = session.cases_of_demand(demand)?;
        raisable.cases.retain(|case| linked.contains(&case.number));
    }
    if let Some(after) = &after {
        let is_upheld = |id| matches!(after.outcome_of(id), Some((_, PartyOutcome::Upheld)));
        raisable.cases.retain(|case| after.made.cases.contains(&case.id) && !is_upheld(case.id));
    }
    say_left(&raisable, args.although_rebutted, lang);
    let cases: Vec<_> = raisable.allowed(args.although_rebutted).map(|case| case.number.clone()).collect();
    if args.dry_run {
        let mut out = Out::new();
        if args.json {
            let left_out = left(&raisable, args.although_rebutted);
            out.line(&serde_json::json!({ "would_raise": cases, "left_out": left_out }).to_string())?;
        } else {
            out::say(&words::would_raise(lang, &numbers::number(cases.len() as u64, lang)));
            for number in &cases {
                out.text(number.as_str())?;
            }
        }
        out.finish()?;
        return Ok(ExitCode::SUCCESS);
    }
    // Refused before anything is written.
    let on = session.raised_on(args.on.unwrap_or_else(|| session.today()), &cases)?;
    let mut files = args.attach.iter().map(|path| mark_of(path)).collect::<Result<Vec<_>, AppError>>()?;
    if let Some(path) = args.brief.as_ref().filter(|_| !cases.is_empty()) {
        let counted = write_brief(&mut session, &party, args, path, lang)?;
        if counted as usize != cases.len() {
            let [counted, submitted] =
                [u64::from(counted), cases.len() as u64].map(|count| numbers::cases(count, lang));
            out::say(&words::brief_counts_more(lang, &counted, &submitted));
        }
        files.push(mark_of(path)?);
    }
    let new = NewSubmission {
        on,
        party,
        way,
        cases,
        about: args.about.clone(),
        demand: demand.map(|demand| demand.id),
        after: after.map(|after| after.id),
        files,
        check,
        although_rebutted: args.although_rebutted,
    };
    let submission = session.raise(&new)?;
    let view = session.submission_view(&submission)?;
    context.warn_of_years(&view.holidays_unknown);
    let mut out = Out::new();
    if args.json {
        out.line(&serde_json::to_string(&view).unwrap_or_default())?;
    } else {
        let cases = numbers::number(view.cases as u64, lang);
        out::say(&words::raised(lang, &cases, &view.party_name));
        if let Some(due) = view.due {
            out::say(&words::due_by(lang, &dates::long_date(due, lang)));
        }
        out.text(&view.handle)?;
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The numbers of the cases that are left out, by why.
fn left(raisable: &Raisable, although_rebutted: bool) -> BTreeMap<WhyNot, Vec<&str>> {
    let mut by_reason = BTreeMap::<_, Vec<&str>>::new();
    for (case, why) in raisable.left() {
        if !(although_rebutted && why == WhyNot::Rebutted) {
            by_reason.entry(why).or_default().push(case.number.as_str());
        }
    }
    by_reason
}

/// Says which cases are left out, with why: one line a reason.
fn say_left(raisable: &Raisable, although_rebutted: bool, lang: Lang) {
    for (why, numbers_left) in left(raisable, although_rebutted) {
        let count = numbers::number(numbers_left.len() as u64, lang);
        let shown = numbers_left.iter().take(5).copied().collect::<Vec<_>>().join(", ");
        let more = if numbers_left.len() > 5 { " …" } else { "" };
        out::say(&format!("{}: {shown}{more}", words::left_out(lang, &count, words::why_not(why, lang))));
    }
    let hearsay = raisable.taken().filter(|case| case.evidence > Evidence::C).count();
    if hearsay > 0 {
        out::say(&words::hearsay(lang, &numbers::number(hearsay as u64, lang)));
    }
    let unconfirmed = raisable.taken().filter(|case| !case.is_confirmed).count();
    if unconfirmed > 0 {
        out::say(&words::unconfirmed(lang, &numbers::number(unconfirmed as u64, lang)));
    }
}

fn write_brief(
    session: &mut Session,
    party: &Party,
    args: &Args,
    path: &Path,
    lang: Lang,
) -> Result<u32, CliError> {
    let request = BriefRequest { query: args.query.text(), ..BriefRequest::of(party.clone(), lang) };
    let prepared = session.prepare_brief(&request)?;
    for left in prepared.left_out() {
        out::say(&left.said(lang));
    }
    for warning in prepared.warnings() {
        out::say(&warning.said(lang));
    }
    let brief = session.write_brief(&prepared, path, &|| true)?;
    out::say(&super::words::brief_written(
        lang,
        &numbers::cases(brief.cases.into(), lang),
        &path.display().to_string(),
    ));
    Ok(brief.cases)
}
