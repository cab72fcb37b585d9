//! `export`: the cases of a query as a file for people outside the book.

use std::path::PathBuf;
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::{out, words};
use crate::app::ExportFormat;
use crate::book::Order;

/// Writes the cases of a query to a file.
#[derive(clap::Args)]
pub struct Args {
    /// The file: .csv, .xlsx or .json.
    pub file: PathBuf,
    #[command(flatten)]
    pub query: Query,
    /// With the members.
    #[arg(long)]
    pub identities: bool,
}

pub fn run(args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    ExportFormat::of(&args.file)?;
    let mut session = context.open()?;
    let lang = context.lang();
    let listing = session.listing(&args.query.text(), Order::Visited, None)?;
    let exported = session.export(&listing, &args.file, args.identities)?;
    out::say(&words::exported(lang, exported.written, &args.file.display().to_string()));
    if exported.without_consent > 0 {
        out::say(&words::without_consent(lang, exported.without_consent));
    }
    if exported.blanked > 0 {
        out::say(&words::blanked(lang, exported.blanked));
    }
    if exported.cut > 0 {
        out::say(&words::cut(lang, exported.cut));
    }
    if exported.struck > 0 {
        out::say(&words::struck(lang, exported.struck));
    }
    Ok(ExitCode::SUCCESS)
}
