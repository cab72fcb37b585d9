//! `drafts`: what was typed or read out of a message and is no case yet: listed, shown, thrown away. Logging one is the form's
//! matter, where each of its fields is looked at.

use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::context::Context;
use super::draft_words as words;
use super::error::CliError;
use super::out::{self, Out};
use crate::app::{KeptDraft, Session};
use crate::domain::column::Column;
use crate::domain::values::Coded;
use crate::i18n::{Lang, dates, label};

/// Drafts that wait in the book.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists the drafts, the newest first, without names and stories.
    List(ListArgs),
    /// Shows all that a draft holds.
    Show(OneArgs),
    /// Throws drafts away: nothing of them is left in the book.
    Drop(DropArgs),
}

/// Lists the drafts.
#[derive(clap::Args)]
pub struct ListArgs {
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// One draft.
#[derive(clap::Args)]
pub struct OneArgs {
    /// The draft, as `drafts list` names it.
    pub draft: String,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
}

/// Some drafts.
#[derive(clap::Args)]
pub struct DropArgs {
    /// The drafts, as `drafts list` names them.
    #[arg(required = true)]
    pub drafts: Vec<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

pub fn run(command: &Command, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let mut session = context.open()?;
    let mut out = Out::new();
    match command {
        Command::List(args) => {
            let drafts = session.drafts()?;
            for draft in &drafts {
                if args.json {
                    out.line(&as_json(draft, |column| !column.is_erasable()).to_string())?;
                } else {
                    out.text(&line(draft, &mut session, lang))?;
                }
            }
            if drafts.is_empty() {
                out::say(words::none(lang));
            }
        }
        Command::Show(args) => {
            let draft = session.draft_named(&args.draft)?;
            if args.json {
                out.line(&as_json(&draft, |_| true).to_string())?;
            } else {
                for line in lines(&draft, &mut session, lang) {
                    out.text(&line)?;
                }
            }
        }
        Command::Drop(args) => {
            // All are found before any goes.
            let drafts =
                args.drafts.iter().map(|name| session.draft_named(name)).collect::<Result<Vec<_>, _>>()?;
            for draft in drafts {
                session.drop_draft(draft.id)?;
                if args.json {
                    out.line(&json!({ "dropped": draft.id }).to_string())?;
                }
                out::say(&words::dropped(lang, &draft.name()));
            }
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn as_json(draft: &KeptDraft, is_told: impl Fn(Column) -> bool) -> Value {
    let told = draft.form.draft.iter().filter(|(column, _)| is_told(*column));
    let fields: Map<String, Value> =
        told.map(|(column, text)| (column.code().to_owned(), Value::from(text))).collect();
    json!({
        "draft": draft.id,
        "name": draft.name(),
        "started_at": draft.started_at.to_rfc3339(),
        "changed_at": draft.changed_at.to_rfc3339(),
        "corrects": draft.corrects,
        "fields": fields,
        "declined": draft.form.declined,
        "unconfirmed": draft.form.unconfirmed.iter().map(|column| column.code()).collect::<Vec<_>>(),
    })
}

/// What it is called, when it was changed, the visit, where, and what; whose it is stays in it.
fn line(draft: &KeptDraft, session: &mut Session, lang: Lang) -> String {
    let form = &draft.form;
    let shown = [Column::VisitedOn, Column::Facility, Column::Issues]
        .map(|column| said(column, form.draft.get(column), session, lang));
    let mut parts = vec![draft.name(), dates::date(draft.changed_at.date_naive(), lang)];
    parts.extend(shown.into_iter().filter(|text| !text.is_empty()));
    parts.extend(draft.corrects.as_ref().map(|number| words::corrects(lang, number.as_str())));
    parts.extend((!form.unconfirmed.is_empty()).then(|| words::unconfirmed(lang, form.unconfirmed.len())));
    parts.join("  ")
}

/// A line a field; what was read out of a message and nobody confirmed is marked.
fn lines(draft: &KeptDraft, session: &mut Session, lang: Lang) -> Vec<String> {
    let mut lines = vec![line(draft, session, lang)];
    for (column, text) in draft.form.draft.iter() {
        let mark = if draft.form.unconfirmed.contains(&column) { "? " } else { "  " };
        lines.push(format!("{mark}{}: {}", label(column, lang), said(column, text, session, lang)));
    }
    if !draft.form.unconfirmed.is_empty() {
        lines.push(words::what_the_mark_means(lang).to_owned());
    }
    lines
}

/// A text as it was typed; a facility that it names outright, with its name.
fn said(column: Column, text: &str, session: &mut Session, lang: Lang) -> String {
    if column == Column::Facility
        && let Ok(facility) = session.names().identified(text)
    {
        return format!("{text} {}", lang.pick(&facility.name_km, &facility.name_en));
    }
    text.to_owned()
}
