//! `list`: the cases of a query.

use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::out::{self, Out};
use super::words;
use crate::app::{CaseView, columns, defused};
use crate::book::Order;
use crate::domain::values::Coded;
use crate::i18n::{Named, dates, numbers};

/// A query, in one argument or in several.
#[derive(clap::Args)]
pub struct Query {
    /// The query, such as: province:08 issue:WAIT status:open "free text".
    #[arg(value_name = "QUERY")]
    words: Vec<String>,
}

impl Query {
    /// The query as one text.
    pub fn text(&self) -> String {
        self.words.join(" ")
    }
}

/// Lists the cases of a query.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub query: Query,
    /// One JSON object a line.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// A CSV table.
    #[arg(long)]
    pub csv: bool,
    /// By what to sort: urgent (first), visited, recorded, waited, paid, number, facility, status.
    #[arg(long, value_name = "F", value_parser = order, default_value = "urgent")]
    pub sort: Order,
    /// How many at most.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// With the members.
    #[arg(long)]
    pub identities: bool,
}

fn order(text: &str) -> Result<Order, String> {
    Order::NAMES.iter().find(|(name, _)| *name == text).map(|(_, order)| *order).ok_or_else(|| {
        let names: Vec<&str> = Order::NAMES.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    })
}

/// How many cases are listed for people where no limit is given.
const SHOWN: usize = 200;

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let mut session = context.open()?;
    let lang = context.lang();
    let for_people = !args.json && !args.csv;
    let limit = args.limit.or(for_people.then_some(SHOWN));
    let listing = session.listing(&args.query.text(), args.sort, limit)?;
    let view = session.view();
    let mut out = Out::new();
    let columns = columns(args.identities, true);
    let to_csv = |cells: Vec<String>| -> Result<Vec<u8>, CliError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(cells).map_err(|error| CliError::Output(error.into()))?;
        writer.into_inner().map_err(|error| CliError::Output(error.into_error()))
    };
    if args.csv {
        out.bytes(&to_csv(columns.iter().map(|column| column.code().to_owned()).collect())?)?;
    }
    view.for_each::<CliError>(&listing, |stored| {
        let case = if args.identities {
            CaseView::with_member(&view, &stored, lang)?
        } else {
            CaseView::new(&view, &stored, lang)?
        };
        if args.json {
            out.line(&case.to_json())
        } else if args.csv {
            out.bytes(&to_csv(columns.iter().map(|column| defused(case.cell(*column))).collect())?)
        } else {
            let wait =
                case.waited_minutes.map_or_else(|| "–".to_owned(), |wait| numbers::minutes(wait, lang));
            let issues: Vec<String> = case.issues.iter().map(|issue| issue.code.to_string()).collect();
            let date = dates::date(stored.case.record.visited_on, lang);
            let mark = if stored.case.is_urgent() { "!" } else { " " };
            out.text(&format!(
                "{mark} {}  {date}  {:<24}  {}  {wait}  {}",
                case.number,
                issues.join(" "),
                case.status.name(lang),
                case.facility_name
            ))
        }
    })?;
    out.finish()?;
    if for_people {
        let all = view.count(&listing)?;
        out::say(&words::listed(lang, all.min(limit.unwrap_or(all)), all));
    }
    Ok(ExitCode::SUCCESS)
}
