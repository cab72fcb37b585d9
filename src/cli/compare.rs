//! `compare`: two sides of the same cases against each other.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::context::Context;
use super::error::{CliError, Exit};
use super::hotspots::timed;
use super::list::Query;
use super::out::Out;
use super::words;
use crate::app::{ComparisonView, Session, SideView, What};
use crate::book::Order;
use crate::brief::plain;
use crate::domain::date;
use crate::domain::values::{Coded, Payer};
use crate::i18n::{Lang, numbers};
use crate::insight::{SMALL, Summary};

/// Holds the waits of two sides of the same cases against each other.
#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["payer", "at", "facility"])))]
pub struct Args {
    #[command(flatten)]
    pub query: Query,
    /// Two payers, the first against the second: nssf,cash.
    #[arg(long, value_name = "A,B", value_parser = payers)]
    pub payer: Option<(Payer, Payer)>,
    /// Visits before a day against visits from that day on.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<NaiveDate>,
    /// Two facilities by code or name, the first against the second.
    #[arg(long, value_name = "A,B", value_parser = pair)]
    pub facility: Option<(String, String)>,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split(',').map(str::trim).collect::<Vec<_>>().as_slice() {
        [a, b] if !a.is_empty() && !b.is_empty() => Ok(((*a).to_owned(), (*b).to_owned())),
        _ => Err("A,B".to_owned()),
    }
}

fn payers(text: &str) -> Result<(Payer, Payer), String> {
    let (a, b) = pair(text)?;
    let payer = |code: &str| {
        code.parse::<Payer>()
            .map_err(|_| Payer::ALL.iter().map(|payer| payer.code()).collect::<Vec<_>>().join(", "))
    };
    Ok((payer(&a)?, payer(&b)?))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    date::parse(text).map_err(|error| error.to_string())
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let listing = session.listing(&args.query.text(), Order::Visited, None)?;
    let Some(what) = what(args, &mut session, lang)? else {
        return Ok(ExitCode::SUCCESS);
    };
    let compared = session.compare(&listing, &what)?;
    let mut out = Out::new();
    if args.json {
        out.line(&serde_json::to_string(&compared.json(lang)).unwrap_or_default())?;
    } else {
        for line in said(&compared, lang) {
            out.text(&line)?;
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// What is asked for; the same twice is no comparison.
fn what(args: &Args, session: &mut Session, lang: Lang) -> Result<Option<What>, CliError> {
    if let Some((a, b)) = args.payer {
        if a == b {
            return Err(CliError::said(Exit::Usage, words::same_payer_twice(lang), None));
        }
        return Ok(Some(What::Payers(a, b)));
    }
    if let Some((a, b)) = &args.facility {
        let (a, b) = (session.facility_called(a)?, session.facility_called(b)?);
        if a == b {
            return Err(CliError::said(Exit::Usage, words::same_facility_twice(lang, a.as_str()), None));
        }
        return Ok(Some(What::Facilities(a, b)));
    }
    Ok(args.at.map(What::At))
}

/// Both sides with their figures, then what is found, in words, and what stands in the way.
fn said(compared: &ComparisonView, lang: Lang) -> Vec<String> {
    let side = |side: &SideView, figures: Summary| {
        let wait = |wait: Option<f64>| {
            wait.map_or_else(|| "–".to_owned(), |wait| numbers::minutes(wait.round() as u32, lang))
        };
        let (cases, n) = (plain::cases_said(side.cases, lang), timed(figures.n, side.observed, lang));
        let (median, mut p90) = (wait(figures.median), wait(figures.p90));
        if (1..SMALL).contains(&figures.n) {
            p90 = format!("{p90} {}", words::too_few(lang));
        }
        words::compared_side(lang, &side.whose.name(lang), &cases, &n, &median, &p90)
    };
    let mut lines = vec![
        side(&compared.a, compared.found.a),
        side(&compared.b, compared.found.b),
        words::compared_verdict(lang, &compared.verdict(lang)),
        String::new(),
    ];
    let sides = [&compared.a, &compared.b].into_iter();
    lines.extend(sides.filter(|side| side.waits.count() >= SMALL).map(|side| side.sentence(lang)));
    lines.push(compared.sentence(lang));
    lines.extend(compared.warnings(lang).iter().map(|warning| format!("! {warning}")));
    lines
}
