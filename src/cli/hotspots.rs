//! `hotspots`: the cases of a query counted in groups.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::out::{self, Out};
use super::words;
use crate::app::GroupView;
use crate::book::{GroupBy, Order};
use crate::brief::plain;
use crate::domain::place::PlaceCode;
use crate::i18n::{Lang, numbers};
use crate::insight::SMALL;
use crate::reference::{CENSUS_YEAR, residents};
use crate::tui::text::{pad, pad_left, width};

/// Columns of a count, of a share with its interval, and of the place on the funnel.
const COUNT: usize = 7;
const SEVERE: usize = 16;
const FUNNEL: usize = 22;

/// Counts the cases of a query in groups.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub query: Query,
    /// province, district, facility, issue, payer, employer, local or month.
    #[arg(long, value_parser = group_by, default_value = "province")]
    pub by: GroupBy,
    /// One JSON object a group.
    #[arg(long)]
    pub json: bool,
}

fn group_by(text: &str) -> Result<GroupBy, String> {
    GroupBy::NAMES.iter().find(|(name, _)| *name == text).map(|(_, by)| *by).ok_or_else(|| {
        let names: Vec<&str> = GroupBy::NAMES.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    })
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let listing = session.listing(&args.query.text(), Order::Visited, None)?;
    let view = session.hotspots(&listing, args.by)?;
    let mut out = Out::new();
    if args.json {
        for group in &view.groups {
            out.line(&serde_json::to_string(group).unwrap_or_default())?;
        }
        out.finish()?;
        return Ok(ExitCode::SUCCESS);
    }
    for line in table(&view.groups, args.by, lang) {
        out.text(&line)?;
    }
    let rates = view.groups.iter().flat_map(|group| [per_residents(group, lang), per_members(group, lang)]);
    for rate in rates.flatten() {
        out.text(&rate)?;
    }
    if let Some(rate) = members_rate(&view.total, lang) {
        out.text(&format!("{}: {rate}", words::all_cases(lang)))?;
    }
    out.finish()?;
    let total = &view.total;
    out::say(&words::hotspots_total(lang, &plain::cases_said(total.cases, lang), view.groups.len()));
    if total.observed > 0 {
        let [timed, observed] =
            [total.timed, total.observed].map(|count| numbers::number(count.into(), lang));
        out::say(&words::hotspots_timed(lang, &timed, &observed));
    }
    if args.by == GroupBy::Issue {
        out::say(words::issue_note(lang));
    }
    Ok(ExitCode::SUCCESS)
}

/// The rate per 100,000 residents of a province.
fn per_residents(group: &GroupView, lang: Lang) -> Option<String> {
    let PlaceCode::Province(province) = group.key.as_ref()?.parse().ok()? else {
        return None;
    };
    let said = plain::per_residents(group.cases, residents(province), CENSUS_YEAR, lang)?;
    Some(format!("{}: {said}", group.name(lang)))
}

/// Its rate per 1,000 members, where an officer has entered how many there are.
fn per_members(group: &GroupView, lang: Lang) -> Option<String> {
    Some(format!("{}: {}", group.name(lang), members_rate(group, lang)?))
}

fn members_rate(group: &GroupView, lang: Lang) -> Option<String> {
    let counted = group.members.as_ref()?;
    plain::per_members(group.cases, counted.members, counted.counted_on, &counted.source, lang)
}

/// The median wait with its n, and how many of these were observed.
fn wait(group: &GroupView, lang: Lang) -> String {
    let Some(median) = group.wait_median else {
        return "–".to_owned();
    };
    let median = numbers::minutes(median.round() as u32, lang);
    format!("{median} ({})", timed(group.timed, group.observed, lang))
}

/// `n=535`, or `n=535, 25 observed`.
pub(super) fn timed(timed: u32, observed: u32, lang: Lang) -> String {
    let [n, of_these] = [timed, observed].map(|count| numbers::number(count.into(), lang));
    if observed == 0 { format!("n={n}") } else { words::timed_observed(lang, &n, &of_these) }
}

/// The head and a line a group: cases, open, median wait with its n, severe share with its interval and its place on
/// the funnel, a rise, name. Under five cases a share says nothing; months do not rise, for each is over but one.
fn table(groups: &[GroupView], by: GroupBy, lang: Lang) -> Vec<String> {
    let waits: Vec<String> = groups.iter().map(|group| wait(group, lang)).collect();
    let widest = waits.iter().map(|wait| width(wait)).max().unwrap_or(0).max(width(words::head_wait(lang)));
    let row = |cases: &str, open: &str, wait: &str, severe: &str, funnel: &str| {
        let (cases, open) = (pad_left(cases, COUNT), pad_left(open, COUNT));
        let (wait, severe, funnel) = (pad(wait, widest), pad(severe, SEVERE), pad(funnel, FUNNEL));
        format!("{cases} {open}  {wait}  {severe}  {funnel}  ")
    };
    let heads =
        [words::head_cases, words::head_open, words::head_wait, words::head_severe, words::head_funnel];
    let [cases, open, wait, severe, funnel] = heads.map(|head| head(lang));
    let mut lines = vec![row(cases, open, wait, severe, funnel).trim_end().to_owned()];
    for (group, wait) in groups.iter().zip(&waits) {
        let severe = match (group.severe_share, group.severe_low, group.severe_high) {
            (Some(share), Some(low), Some(high)) if group.cases >= SMALL => {
                let [share, low, high] = [share, low, high].map(|share| numbers::percent(share, lang));
                format!("{share} ({low}–{high})")
            }
            _ => "–".to_owned(),
        };
        let funnel = group.funnel.map_or("–", |place| plain::funnel_word(place, lang));
        let rising = if group.rising == Some(true) && by != GroupBy::Month { "↑" } else { " " };
        let figures = row(&group.cases.to_string(), &group.open.to_string(), wait, &severe, funnel);
        let key = group.key.as_deref().unwrap_or("–");
        lines.push(format!("{figures}{rising} {key}  {}", group.name(lang)));
    }
    lines
}
