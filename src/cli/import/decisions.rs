//! What was decided of tables and is remembered: listed, and forgotten.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::{Args, words};
use crate::app::{Remembrance, Session, mapping_said};
use crate::cli::error::CliError;
use crate::cli::out::{self, Out};
use crate::i18n::Lang;

/// Forgets what is to be forgotten, then lists what is asked for.
pub(super) fn run(args: &Args, session: &mut Session, lang: Lang) -> Result<ExitCode, CliError> {
    let mut out = Out::new();
    for name in &args.forget {
        for gone in session.forget(name)? {
            out::say(&words::forgotten(lang, &line(&gone, session, lang)));
        }
    }
    if args.decisions {
        let all = session.remembrances()?;
        for one in &all {
            if args.json {
                out.line(&to_json(one).to_string())?;
            } else {
                out.text(&line(one, session, lang))?;
            }
        }
        if all.is_empty() {
            out::say(words::nothing_remembered(lang));
        }
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Its name first, as it is typed to forget it.
fn line(one: &Remembrance, session: &Session, lang: Lang) -> String {
    match one {
        Remembrance::Name { name, facility } => {
            let known = session.facilities().get(facility);
            let called = known.as_deref().map(|known| lang.pick(&known.name_km, &known.name_en));
            format!("{name} → {facility} {}", called.unwrap_or_default())
        }
        Remembrance::Table { name, called, mapping } => {
            words::remembered_table(lang, name, called, &mapping_said(mapping, lang).join("; "))
        }
        Remembrance::Skipped { name } => words::remembered_skip(lang, name),
    }
}

fn to_json(one: &Remembrance) -> Value {
    match one {
        Remembrance::Name { name, facility } => json!({ "name": name, "kind": "name", "facility": facility }),
        Remembrance::Table { name, called, mapping } => {
            json!({ "name": name, "kind": "table", "source": called, "mapping": mapping.to_toml() })
        }
        Remembrance::Skipped { name } => json!({ "name": name, "kind": "skip" }),
    }
}
