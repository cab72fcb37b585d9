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
use crate::i18n::{Lang, numbers};
use crate::insight::SMALL;
use crate::tui::text::pad;

/// Columns of the place on the funnel.
const FUNNEL: usize = 12;

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
    if !args.json {
        out.line(words::hotspots_head(lang))?;
    }
    for group in &view.groups {
        if args.json {
            out.line(&serde_json::to_string(group).unwrap_or_default())?;
        } else {
            out.text(&line(group, lang))?;
        }
    }
    if !args.json {
        for rate in view.groups.iter().filter_map(|group| per_members(group, lang)) {
            out.text(&rate)?;
        }
    }
    out.finish()?;
    if !args.json {
        out::say(&words::hotspots_total(lang, view.total.cases, view.groups.len()));
        if args.by == GroupBy::Issue {
            out::say(words::issue_note(lang));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Its rate per 1,000 members, where an officer has entered how many there are.
fn per_members(group: &GroupView, lang: Lang) -> Option<String> {
    let counted = group.members.as_ref()?;
    let said = plain::per_members(group.cases, counted.members, counted.counted_on, &counted.source, lang)?;
    Some(format!("{}: {said}", group.name(lang)))
}

/// Cases, open, median wait with its n, severe share with its interval and its place on the funnel, name. Under five
/// cases a share says nothing.
fn line(group: &GroupView, lang: Lang) -> String {
    let wait = group.wait_median.map_or_else(
        || "–".to_owned(),
        |median| format!("{} (n={})", numbers::minutes(median.round() as u32, lang), group.timed),
    );
    let severe = match (group.severe_share, group.severe_low, group.severe_high) {
        (Some(share), Some(low), Some(high)) if group.cases >= SMALL => format!(
            "{} ({}–{})",
            numbers::percent(share, lang),
            numbers::percent(low, lang),
            numbers::percent(high, lang)
        ),
        _ => "–".to_owned(),
    };
    let funnel = group.funnel.map_or("–", |place| plain::funnel_word(place, lang));
    let rising = if group.rising == Some(true) { "↑" } else { " " };
    let key = group.key.as_deref().unwrap_or("–");
    format!(
        "{:>7} {:>7}  {wait:<20}  {severe:<16}  {}  {rising} {key}  {}",
        group.cases,
        group.open,
        pad(funnel, FUNNEL),
        group.name(lang)
    )
}
