//! Cases that are likely one: `duplicates`, `join`, `keep-apart`, and what `add` and `import` say of them.

use std::io::IsTerminal;
use std::process::ExitCode;

use super::add::ask;
use super::context::Context;
use super::duplicate_words as words;
use super::error::CliError;
use super::list::Query;
use super::out::{self, Out};
use crate::app::duplicates::{JoinError, JoinedCases, Joining, Suspected, code, percent, reasons};
use crate::app::{AppError, ImportReport, Session};
use crate::domain::number::CaseNumber;
use crate::domain::values::Coded;
use crate::i18n::{Lang, Named, Speak, dates, field_name};
use crate::intake::duplicates::Reason;

/// Lists pairs of cases that likely tell of the same visit.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub query: Query,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// How many pairs at most.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// Two cases.
#[derive(clap::Args)]
pub struct Two {
    /// The number of one.
    pub one: String,
    /// The number of the other.
    pub other: String,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Two cases of one visit.
#[derive(clap::Args)]
pub struct ToJoin {
    #[command(flatten)]
    pub two: Two,
    /// What only the joined case tells of – its issues, and sums and times where the kept one has none – is taken over; also of a case
    /// that is joined already.
    #[arg(long)]
    pub take_over: bool,
    /// Also where facilities or days differ, or where the two were kept apart.
    #[arg(long)]
    pub sure: bool,
}

/// A case that was joined into another.
#[derive(clap::Args)]
pub struct One {
    /// Its number.
    pub number: String,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// How many pairs are listed for people where no limit is given.
const SHOWN: usize = 50;

/// So many are told of after an import, or beside a new case.
const TOLD: usize = 5;

/// Reasons in a line.
const REASONS: usize = 4;

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let limit = args.limit.or((!args.json).then_some(SHOWN));
    let (pairs, all) = session.duplicates(&args.query.text(), limit)?;
    let mut out = Out::new();
    for pair in &pairs {
        if args.json {
            out.line(&json(pair).to_string())?;
        } else {
            for line in lines(&session, pair, lang) {
                out.text(&line)?;
            }
        }
    }
    out.finish()?;
    if !args.json {
        out::say(&words::listed(lang, pairs.len(), all));
        if let Some(pair) = pairs.first() {
            let (kept, other) = numbers(pair);
            out::say(&words::what_to_do(lang, kept.as_str(), other.as_str()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn numbers(pair: &Suspected) -> (&CaseNumber, &CaseNumber) {
    (&pair.kept.case.number, &pair.other.case.number)
}

/// A pair in two lines: which, and why. No name and no number of anybody.
fn lines(session: &Session, pair: &Suspected, lang: Lang) -> [String; 2] {
    let facility = &pair.kept.case.record.facility;
    let name = session.facilities().get(facility);
    let name = name
        .map_or_else(|| facility.to_string(), |known| lang.pick(&known.name_km, &known.name_en).to_owned());
    let case = |stored: &crate::book::StoredCase| {
        format!("{}  {}", stored.case.number, dates::date(stored.case.record.visited_on, lang))
    };
    [
        format!("{}  {}  {}  {name}", percent(pair.score, lang), case(&pair.kept), case(&pair.other)),
        format!("     {}", reasons(&pair.reasons, REASONS, lang)),
    ]
}

fn json(pair: &Suspected) -> serde_json::Value {
    let reason = |reason: &Reason| match reason {
        Reason::Story(percent) => serde_json::json!({"code": code(*reason), "percent": percent}),
        Reason::DaysApart(days) | Reason::RecordedThen(days) => {
            serde_json::json!({"code": code(*reason), "days": days})
        }
        _ => serde_json::json!({ "code": code(*reason) }),
    };
    let case = |stored: &crate::book::StoredCase| {
        let case = &stored.case;
        serde_json::json!({
            "number": case.number, "id": case.id, "visited_on": case.record.visited_on, "desk": case.desk.as_str(),
            "officer": case.officer, "told_by": case.record.told_by, "status": case.status,
        })
    };
    serde_json::json!({
        "score": pair.score,
        "facility": pair.kept.case.record.facility,
        "kept": case(&pair.kept),
        "other": case(&pair.other),
        "reasons": pair.reasons.iter().map(reason).collect::<Vec<_>>(),
    })
}

fn two(args: &Two) -> Result<(CaseNumber, CaseNumber), AppError> {
    Ok((args.one.parse().map_err(AppError::Number)?, args.other.parse().map_err(AppError::Number)?))
}

pub fn join(args: &ToJoin, context: &Context) -> Result<ExitCode, CliError> {
    let (one, other) = two(&args.two)?;
    let lang = context.lang();
    let mut session = context.open()?;
    let joining = Joining { is_sure: args.sure, takes_over: args.take_over };
    let done = match session.join_so(&one, &other, joining) {
        Err(AppError::Join(error @ JoinError::Differ(_))) if is_one_all_the_same(&error, args, lang)? => {
            session.join_so(&one, &other, Joining { is_sure: true, ..joining })?
        }
        done => done?,
    };
    if args.two.json {
        let mut out = Out::new();
        let value = serde_json::json!({
            "kept": done.kept, "joined": done.joined, "witnesses": done.witnesses,
            "new_witness": done.is_new_witness, "same_person": done.is_known_same, "evidence": done.evidence,
            "left": done.left, "taken_over": done.taken_over,
        });
        out.line(&value.to_string())?;
        out.finish()?;
    }
    out::say(&said(&done, lang));
    Ok(ExitCode::SUCCESS)
}

/// Asks where somebody is there to answer.
fn is_one_all_the_same(error: &JoinError, args: &ToJoin, lang: Lang) -> Result<bool, CliError> {
    if args.two.json || !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return Ok(false);
    }
    let answer = ask(&format!("{} {} [y]", error.what(lang), words::join_all_the_same(lang)))?;
    Ok(matches!(answer.to_lowercase().as_str(), "y" | "yes"))
}

/// What a joining did.
fn said(done: &JoinedCases, lang: Lang) -> String {
    let grade = format!("{} – {}", done.evidence, done.evidence.name(lang));
    let mut said = vec![words::joined(lang, done.joined.as_str(), done.kept.as_str())];
    if done.is_new_witness {
        said.push(words::witnesses(lang, done.witnesses, &grade));
    } else {
        let told = if done.is_known_same { words::told_twice } else { words::teller_unknown };
        said.push(told(lang).to_owned());
        if done.evidence != done.before {
            said.push(words::shown_by_the_other(lang, done.joined.as_str(), &grade));
        }
    }
    if !done.taken_over.is_empty() {
        let fields: Vec<String> = done.taken_over.iter().map(|field| field_name(field, lang)).collect();
        said.push(words::taken_over(lang, done.joined.as_str(), &fields.join(", ")));
    }
    if !done.left.is_empty() {
        let left: Vec<&str> = done.left.iter().map(|code| code.code()).collect();
        said.push(words::left(lang, &left.join(", "), done.kept.as_str(), done.joined.as_str()));
    }
    said.join(" ")
}

pub fn part(args: &One, context: &Context) -> Result<ExitCode, CliError> {
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let from = context.open()?.part(&number)?;
    if args.json {
        let mut out = Out::new();
        out.line(&serde_json::json!({ "parted": number, "from": from }).to_string())?;
        out.finish()?;
    }
    out::say(&words::parted(context.lang(), number.as_str(), from.as_str()));
    Ok(ExitCode::SUCCESS)
}

pub fn keep_apart(args: &Two, context: &Context) -> Result<ExitCode, CliError> {
    let (one, other) = two(args)?;
    context.open()?.keep_apart(&one, &other)?;
    if args.json {
        let mut out = Out::new();
        out.line(&serde_json::json!({ "kept_apart": [one, other] }).to_string())?;
        out.finish()?;
    }
    out::say(&words::kept_apart(context.lang(), one.as_str(), other.as_str()));
    Ok(ExitCode::SUCCESS)
}

/// Says of a case that was just logged with which others it may be one. It is on the disk: where this cannot be found out, nothing
/// is said.
pub fn tell_beside(session: &Session, number: &CaseNumber, lang: Lang) {
    let Ok(pairs) = session.duplicates_of(number) else {
        return;
    };
    for pair in pairs.iter().take(TOLD) {
        let (kept, other) = numbers(pair);
        let there = if kept == number { other } else { kept };
        let why = reasons(&pair.reasons, REASONS, lang);
        out::say(&words::may_be(lang, number.as_str(), there.as_str(), &why));
    }
    if let Some((kept, other)) = pairs.first().map(numbers) {
        out::say(&words::what_to_do(lang, kept.as_str(), other.as_str()));
    }
}

/// Says of how many pairs that are likely one an import brought a case, and how to look at them. As with [`tell_beside`], the cases
/// are on the disk.
pub fn tell_after_import(session: &Session, report: &ImportReport, lang: Lang) -> Option<usize> {
    let Some((pairs, all)) = session.duplicates_of_import(report, Some(TOLD)).ok()? else {
        out::say(words::not_compared(lang));
        return None;
    };
    if all > 0 {
        out::say(&if all == 1 { words::one_came(lang).to_owned() } else { words::came(lang, all) });
        for pair in &pairs {
            for line in lines(session, pair, lang) {
                out::say(&line);
            }
        }
        out::say(words::see_all(lang));
    } else if report.added > 0 {
        out::say(words::none_came(lang));
    }
    Some(all)
}
