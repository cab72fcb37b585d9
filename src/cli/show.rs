//! `show`: one case, with its member, as JSON or for reading.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::out::Out;
use super::words;
use crate::app::duplicates::witnesses;
use crate::app::{AppError, CaseView};
use crate::book::{StoredCase, View};
use crate::domain::column::Column;
use crate::i18n::{Lang, Named, dates, happened, label, numbers};

/// Shows one case.
#[derive(clap::Args)]
pub struct Args {
    /// The case number.
    pub number: String,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let number = args.number.parse().map_err(AppError::Number)?;
    let session = context.open()?;
    let view = session.view();
    let stored = view.case(&number)?;
    let case = CaseView::with_member(&view, &stored, context.lang())?;
    let mut out = Out::new();
    if args.json {
        out.line(&case.to_json())?;
    } else {
        for line in lines(&view, &stored, &case, context.lang())? {
            out.text(&line)?;
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The case for reading: one line a field that is there, then the issues, the story,
/// and what happened.
fn lines(view: &View<'_>, stored: &StoredCase, case: &CaseView, lang: Lang) -> Result<Vec<String>, CliError> {
    let mut lines = vec![format!("{}  {}", case.number, case.status.name(lang))];
    let mut say = |column: Column, text: String| {
        if !text.is_empty() {
            lines.push(format!("{}: {text}", label(column, lang)));
        }
    };
    say(Column::VisitedOn, dates::long_date(stored.case.record.visited_on, lang));
    say(Column::Facility, format!("{} {}", case.facility, case.facility_name));
    say(Column::Stage, case.stage.map(|stage| stage.name(lang).to_owned()).unwrap_or_default());
    say(Column::Payer, case.payer.name(lang).to_owned());
    for column in [Column::Arrived, Column::Registered, Column::Seen, Column::Medicine, Column::Left] {
        say(column, numbers::digits(&case.cell(column), lang));
    }
    say(
        Column::WaitedMinutes,
        case.waited_minutes.map(|minutes| numbers::minutes(minutes, lang)).unwrap_or_default(),
    );
    for issue in &case.issues {
        let why = issue.why.map(|why| format!(" – {}", why.name(lang))).unwrap_or_default();
        let text = format!("{} {} – {}{why}", issue.code, issue.code.name(lang), issue.severity.name(lang));
        say(Column::Issues, text);
    }
    if case.paid.riel > 0 {
        say(Column::PaidRiel, numbers::riel(case.paid.riel, lang));
    }
    if case.paid.cents > 0 {
        say(Column::PaidUsd, numbers::dollars(case.paid.cents, lang));
    }
    let witnesses = witnesses(&stored.case.follow, lang).map(|said| format!(" – {said}"));
    say(Column::Evidence, format!("{}{}", case.evidence.name(lang), witnesses.unwrap_or_default()));
    let consent: Vec<&str> = case.consent.iter().map(|purpose| purpose.name(lang)).collect();
    say(
        Column::Consent,
        if consent.is_empty() { words::no_consent(lang).to_owned() } else { consent.join(", ") },
    );
    for column in [
        Column::Remedy,
        Column::Employer,
        Column::Local,
        Column::AssignedTo,
        Column::NextStep,
        Column::MemberName,
        Column::MemberPhone,
        Column::MemberNssfNumber,
        Column::MemberAddress,
        Column::MemberEmployeeNumber,
        Column::MemberSafeTime,
        Column::Narrative,
    ] {
        say(column, case.cell(column));
    }
    if let Some(day) = case.next_step.as_ref().and_then(|step| step.on) {
        say(Column::NextStepOn, dates::long_date(day, lang));
    }
    for header in view.history(stored)? {
        let moment =
            i64::try_from(header.at.milliseconds()).ok().and_then(chrono::DateTime::from_timestamp_millis);
        let day = moment
            .map(|at| dates::date(at.with_timezone(stored.case.recorded_at.offset()).date_naive(), lang));
        lines.push(format!(
            "{}  {}  {}",
            day.unwrap_or_default(),
            happened(&header.kind, lang),
            header.officer
        ));
    }
    Ok(lines)
}
