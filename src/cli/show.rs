//! `show`: one case, with its member, as JSON or for reading.

use std::process::ExitCode;

use super::attach;
use super::attach_words;
use super::context::Context;
use super::duplicate_words;
use super::error::CliError;
use super::out::Out;
use super::words;
use crate::app::duplicates::witnesses;
use crate::app::{AppError, AttachmentView, CaseView, JoinedView};
use crate::book::{StoredCase, View, at_root};
use crate::domain::column::Column;
use crate::domain::issue::Issue;
use crate::domain::money::Paid;
use crate::domain::number::CaseNumber;
use crate::domain::times::Times;
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
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let session = context.open()?;
    let view = session.view();
    // Of a case that was joined into another one, that other one, which stands for both.
    let (kept, stored) = at_root(&number, |number| view.case(number))?;
    let case = CaseView::whole(&view, &stored, context.lang())?;
    let mut out = Out::new();
    if args.json {
        out.line(&case.to_json())?;
    } else {
        if kept != number {
            out.text(&duplicate_words::was_joined(context.lang(), number.as_str(), kept.as_str()))?;
        }
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
    for (column, text) in told(&case.times, case.waited_minutes, &case.issues, &case.paid, lang) {
        say(column, text);
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
    for joined in &case.joined {
        lines.extend(told_in(joined, lang));
    }
    let attachments = AttachmentView::all(view, &stored.case.number)?;
    if !attachments.is_empty() {
        lines.push(format!("{}:", attach_words::attachments(lang)));
        lines.extend(attachments.iter().map(|one| format!("  {}", attach::line(one, lang))));
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

/// The times, the wait, the issues and the sums of a case.
fn told(
    times: &Times,
    waited: Option<u32>,
    issues: &[Issue],
    paid: &Paid,
    lang: Lang,
) -> Vec<(Column, String)> {
    let known = Column::TIMES.into_iter().zip(times.in_order());
    let mut told: Vec<(Column, String)> = known
        .filter_map(|(column, time)| Some((column, numbers::digits(&time?.to_string(), lang))))
        .collect();
    told.extend(waited.map(|minutes| (Column::WaitedMinutes, numbers::minutes(minutes, lang))));
    for issue in issues {
        let why = issue.why.map(|why| format!(" – {}", why.name(lang))).unwrap_or_default();
        let text = format!("{} {} – {}{why}", issue.code, issue.code.name(lang), issue.severity.name(lang));
        told.push((Column::Issues, text));
    }
    if paid.riel > 0 {
        told.push((Column::PaidRiel, numbers::riel(paid.riel, lang)));
    }
    if paid.cents > 0 {
        told.push((Column::PaidUsd, numbers::dollars(paid.cents, lang)));
    }
    told
}

/// What was told in a case that was joined into the one that is shown.
fn told_in(joined: &JoinedView, lang: Lang) -> Vec<String> {
    let mut told_there = vec![
        (Column::VisitedOn, dates::long_date(joined.visited_on, lang)),
        (Column::ToldBy, joined.told_by.name(lang).to_owned()),
    ];
    told_there.extend(told(&joined.times, joined.waited_minutes, &joined.issues, &joined.paid, lang));
    told_there.push((Column::Evidence, joined.evidence.name(lang).to_owned()));
    let member = joined.member.as_ref();
    let texts = [
        (Column::Remedy, joined.remedy.clone()),
        (Column::MemberName, member.and_then(|member| member.name.clone())),
        (Column::MemberPhone, member.and_then(|member| member.phone.clone())),
        (Column::MemberSafeTime, member.and_then(|member| member.safe_time.clone())),
        (Column::Narrative, joined.narrative.clone()),
    ];
    told_there.extend(texts.into_iter().filter_map(|(column, text)| Some((column, text?))));
    let lines = told_there.into_iter().map(|(column, text)| format!("  {}: {text}", label(column, lang)));
    std::iter::once(duplicate_words::told_in(lang, &joined.number)).chain(lines).collect()
}
