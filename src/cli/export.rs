//! `export`: the cases of a query as a file for people outside the book.

use std::path::PathBuf;
use std::process::ExitCode;

use super::context::Context;
use super::error::CliError;
use super::list::Query;
use super::{attach_words, out, words};
use crate::app::ExportFormat;
use crate::book::Order;
use crate::brief::scrub::Struck;
use crate::i18n::{Lang, numbers};

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
    /// Writes the attachments of these cases as well, into this folder: only where the member agreed to media.
    #[arg(long, value_name = "FOLDER")]
    pub attachments: Option<PathBuf>,
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
    if exported.only_gaps > 0 {
        out::say(&words::only_gaps(lang, exported.only_gaps));
    }
    if exported.struck.places() > 0 {
        let places = counted(exported.struck.places(), lang);
        out::say(&words::struck(lang, &places, &kinds(&exported.struck, lang)));
    }
    if let Some(folder) = &args.attachments {
        let (written, left_out) = session.export_attachments(&args.query.text(), folder)?;
        out::say(&attach_words::exported(lang, written, &folder.display().to_string()));
        if left_out > 0 {
            out::say(&attach_words::without_consent(lang, left_out));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A count in the digits of a language.
pub(super) fn counted(places: usize, lang: Lang) -> String {
    numbers::number(places as u64, lang)
}

/// What was struck, by what each may be: `2 × may be somebody's name, 1 × a day`.
pub(super) fn kinds(struck: &Struck, lang: Lang) -> String {
    let kinds =
        struck.by_kind().map(|(why, places)| format!("{} × {}", counted(places, lang), why.said(lang)));
    kinds.collect::<Vec<_>>().join(", ")
}
