//! The smaller commands of following up: `check`, `mark`, `link`, `people`, `process`.

use std::collections::BTreeSet;
use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::out::{self, Out};
use super::{follow_words as words, given, raise, tell};
use crate::app::AppError;
use crate::app::follow::{FollowError, PartyKnown, ProcessBy, ProcessGroup, ProcessRequest, Share};
use crate::domain::clock::Clocks;
use crate::domain::clock::LONGEST;
use crate::domain::draft::Warning;
use crate::domain::number::CaseNumber;
use crate::domain::party::{Contact, Described};
use crate::domain::period::Span;
use crate::domain::standing::Mark;
use crate::i18n::{Lang, Speak, numbers};
use crate::insight::SMALL;

/// Says which objections hold against a case.
#[derive(clap::Args)]
pub struct CheckArgs {
    /// The case number.
    pub number: String,
    /// none, unknown, or those that hold: form,contract,contributions,package; each also as form=unknown.
    pub objections: String,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Marks a case as one that comes first.
#[derive(clap::Args)]
pub struct MarkArgs {
    /// The case number.
    pub number: String,
    /// safety, retaliation; none: it is taken off.
    pub marks: Vec<String>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Links cases to a demand.
#[derive(clap::Args)]
pub struct LinkArgs {
    /// The case numbers.
    pub numbers: Vec<String>,
    /// The demand, by its title or short name; one of a new title is made.
    #[arg(long, value_name = "TITLE", required_unless_present = "list")]
    pub demand: Option<String>,
    /// Takes them off it.
    #[arg(long)]
    pub off: bool,
    /// Lists the demands.
    #[arg(long)]
    pub list: bool,
    /// JSON.
    #[arg(long)]
    pub json: bool,
}

/// People and parties.
#[derive(clap::Args)]
pub struct PeopleArgs {
    /// A party: what is known of it, or to be written down; without one, all of them.
    pub party: Option<String>,
    /// The ladder for a facility.
    #[arg(long, value_name = "FACILITY", conflicts_with = "party")]
    pub ladder: Option<String>,
    /// Somebody there: name;role;telephone. In place of those that are known; an empty one takes them all away.
    #[arg(long, value_name = "NAME;ROLE;TEL", requires = "party")]
    pub contact: Vec<String>,
    /// Working days to acknowledge.
    #[arg(long, value_name = "DAYS", requires = "party", value_parser = days())]
    pub acknowledge: Option<u32>,
    /// Working days to answer.
    #[arg(long, value_name = "DAYS", requires = "party", value_parser = days())]
    pub answer: Option<u32>,
    /// Working days before a date on which the union is warned.
    #[arg(long, value_name = "DAYS", requires = "party", value_parser = days())]
    pub warn: Option<u32>,
    /// Its Khmer name.
    #[arg(long, value_name = "TEXT", requires = "party")]
    pub name_km: Option<String>,
    /// Its English name.
    #[arg(long, value_name = "TEXT", requires = "party")]
    pub name_en: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// What parties answered, how fast, and what came of it.
#[derive(clap::Args)]
pub struct ProcessArgs {
    #[command(flatten)]
    pub query: Query,
    /// By what: party, province, facility, month.
    #[arg(long, value_name = "GROUP", value_parser = by, default_value = "party")]
    pub by: ProcessBy,
    /// Raised on this day or later.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub from: Option<NaiveDate>,
    /// Raised on this day or earlier.
    #[arg(long, value_name = "DATE", value_parser = given::date)]
    pub to: Option<NaiveDate>,
    /// One JSON object a line: all, then each group.
    #[arg(long)]
    pub json: bool,
}

fn by(text: &str) -> Result<ProcessBy, String> {
    let known = ProcessBy::NAMES.iter().find(|(name, _)| *name == text).map(|(_, by)| *by);
    known.ok_or_else(|| ProcessBy::NAMES.map(|(name, _)| name).join(", "))
}

pub fn check(args: &CheckArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let check = raise::check(&args.objections, lang)?;
    let mut session = context.open()?;
    session.check_case(&number, check)?;
    let view = session.view();
    let record = view.case(&number)?.case.record;
    let known = view.facilities().get(&record.facility);
    if let Some(contract) = known.and_then(|known| known.without_contract_on(record.visited_on)) {
        out::say(&Warning::NoContract(contract).what(lang));
    }
    tell::shown(&session, &number, args.json, words::checked(lang), lang)
}

pub fn mark(args: &MarkArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let number: CaseNumber = args.number.parse().map_err(AppError::Number)?;
    let given =
        args.marks.iter().flat_map(|text| text.split([',', ';'])).filter(|text| !text.trim().is_empty());
    let marks: BTreeSet<Mark> = given.map(|text| given::coded(text, lang)).collect::<Result<_, _>>()?;
    let mut session = context.open()?;
    session.mark_case(&number, &marks)?;
    tell::shown(&session, &number, args.json, words::marked(lang), lang)
}

pub fn link(args: &LinkArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let mut out = Out::new();
    let demands = match &args.demand {
        Some(title) if !args.list => {
            let cases: Vec<CaseNumber> = args
                .numbers
                .iter()
                .map(|text| text.parse().map_err(AppError::Number))
                .collect::<Result<_, _>>()?;
            if cases.is_empty() {
                // Nothing is linked: the demand is shown.
                vec![session.demand_called(title)?]
            } else if args.off {
                let demand = session.demand_called(title)?;
                session.unlink(&cases, &demand)?;
                vec![demand]
            } else {
                vec![session.link(&cases, title)?]
            }
        }
        _ => session.view().demands()?,
    };
    for demand in &demands {
        let cases = session.cases_of_demand(demand)?;
        if args.json {
            let numbers: Vec<&str> = cases.iter().map(CaseNumber::as_str).collect();
            let handle = demand.handle().to_string();
            let line = serde_json::json!({ "handle": handle, "title": demand.title, "cases": numbers });
            out.line(&line.to_string())?;
        } else {
            let count = numbers::number(cases.len() as u64, lang);
            out.text(&words::demand(lang, &demand.handle().to_string(), &demand.title, &count))?;
        }
    }
    out.finish()?;
    if demands.is_empty() {
        out::say(words::no_demands(lang));
    }
    Ok(ExitCode::SUCCESS)
}

pub fn people(args: &PeopleArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let known = match (&args.party, &args.ladder) {
        (Some(party), _) => {
            let party = session.party_called(party)?;
            let known = session.party_known(&party)?;
            let contacts: Vec<Contact> = args.contact.iter().map(|text| contact(text)).collect();
            let clocks = Clocks {
                acknowledge: args.acknowledge.unwrap_or(known.clocks.acknowledge),
                answer: args.answer.unwrap_or(known.clocks.answer),
                warn: args.warn.unwrap_or(known.clocks.warn),
            };
            let is_changed = !contacts.is_empty()
                || clocks != known.clocks
                || args.name_km.is_some()
                || args.name_en.is_some();
            if is_changed {
                let before = session.description_of(&party)?;
                vec![session.describe_party(&Described {
                    party,
                    name_km: args.name_km.clone().or(before.name_km),
                    name_en: args.name_en.clone().or(before.name_en),
                    contacts: if contacts.is_empty() { known.contacts } else { contacts },
                    clocks,
                })?]
            } else {
                vec![known]
            }
        }
        (None, Some(facility)) => {
            let facility = session.facility_called(facility)?;
            session.ladder(&facility)?.into_iter().map(|rung| rung.party).collect()
        }
        (None, None) => session.parties()?,
    };
    let mut out = Out::new();
    for party in &known {
        if args.json {
            out.line(&serde_json::to_string(party).unwrap_or_default())?;
        } else {
            out.text(&person(party, lang))?;
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Working days of a clock.
fn days() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(0..=i64::from(LONGEST))
}

fn contact(text: &str) -> Contact {
    let mut parts = text.splitn(3, ';').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    Contact { name: next(), role: next(), reach: next() }
}

fn person(party: &PartyKnown, lang: Lang) -> String {
    let contacts: Vec<String> = party
        .contacts
        .iter()
        .map(|contact| {
            let parts = [contact.name.as_str(), &contact.role, &contact.reach];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        })
        .collect();
    let [acknowledge, answer, warn] = [party.clocks.acknowledge, party.clocks.answer, party.clocks.warn]
        .map(|days| numbers::number(days.into(), lang));
    let clocks = words::clocks(lang, &acknowledge, &answer, &warn);
    let mut text = format!("{}  {}  ({clocks})", party.party, party.name(lang));
    if !contacts.is_empty() {
        text.push_str("  ");
        text.push_str(&contacts.join("; "));
    }
    text
}

pub fn process(args: &ProcessArgs, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    if let (Some(from), Some(to)) = (args.from, args.to)
        && to < from
    {
        return Err(AppError::from(FollowError::Before(to, from)).into());
    }
    let span = Span { since: args.from, until: args.to };
    let request = ProcessRequest { query: args.query.text(), span, by: args.by };
    let found = session.process(&request)?;
    let mut out = Out::new();
    for group in std::iter::once(&found.total).chain(&found.groups) {
        if args.json {
            out.line(&serde_json::to_string(group).unwrap_or_default())?;
        } else {
            for line in figures(group, lang) {
                out.text(&line)?;
            }
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The figures of a group, a line a kind.
fn figures(group: &ProcessGroup, lang: Lang) -> Vec<String> {
    let number = |count: u32| numbers::number(count.into(), lang);
    let name = lang.pick(&group.name_km, &group.name_en);
    let mut lines = vec![format!("{name}  ({})", group.key)];
    lines.push(words::process_counts(
        lang,
        &number(group.received),
        &number(group.answered),
        &number(group.open),
        &number(group.overdue),
        &number(group.withdrawn),
        &number(group.closed),
    ));
    let share = |share: &Share| {
        words::share(
            lang,
            &number(share.n),
            &number(share.of),
            &numbers::percent(share.share, lang),
            &numbers::percent(share.low, lang),
            &numbers::percent(share.high, lang),
        )
    };
    if let Some(in_time) = group.acknowledged_in_time.as_ref().filter(|share| share.of >= SMALL) {
        lines.push(words::acknowledged_in_time(lang, &share(in_time)));
    }
    if let Some(in_time) = group.answered_in_time.as_ref().filter(|share| share.of >= SMALL) {
        lines.push(words::answered_in_time(lang, &share(in_time)));
    }
    if let (Some(median), Some(p90), true) = (group.days_median, group.days_p90, group.answered >= SMALL) {
        let (median, p90) = (numbers::decimal(median, 1, lang), numbers::decimal(p90, 1, lang));
        lines.push(words::days(lang, &median, &p90, &number(group.answered)));
    }
    let counts = |table: &'static str, counts: &std::collections::BTreeMap<&'static str, u32>| {
        let some = counts.iter().filter(|(_, count)| **count > 0);
        some.map(|(code, count)| {
            format!("{} {}", crate::i18n::name_of_code(table, code, lang).unwrap_or(code), number(*count))
        })
        .collect::<Vec<_>>()
        .join(", ")
    };
    for (text, what) in [
        (counts("party_outcome", &group.party_outcomes), words::by_parties(lang)),
        (counts("member_outcome", &group.member_outcomes), words::by_members(lang)),
        (counts("fate", &group.promises), words::promises(lang)),
    ] {
        if !text.is_empty() {
            lines.push(format!("  {what}: {text}"));
        }
    }
    lines
}
