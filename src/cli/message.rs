//! `add --message`: a case out of a pasted message. What was read is printed; at a terminal the officer is asked about each,
//! elsewhere nothing is logged and the draft waits in the book.

use std::io::{IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use uuid::Uuid;

use super::add::{Args, ask, ask_refused, warn};
use super::context::Context;
use super::error::CliError;
use super::message_words as words;
use super::out::{self, Out};
use crate::app::{AppError, Session, draft_name};
use crate::domain::column::Column;
use crate::domain::draft::{Draft, Facilities, Unfinished};
use crate::domain::values::Coded;
use crate::i18n::{Lang, label};
use crate::intake::TableError;
use crate::intake::message::{Message, Reading, Sure};

/// Reads the message, and drafts a case from it.
pub fn run(path: &Path, args: &Args, context: &Context) -> Result<ExitCode, CliError> {
    let lang = context.lang();
    let text = read_text(path)?;
    let mut session = context.open()?;
    let message = session.read_message(&text)?;
    let mut form = message.draft();
    for (column, _) in &args.flags.given {
        // An officer said it: there is nothing to confirm.
        form.unconfirmed.remove(column);
    }
    form.draft = args.flags.over(form.draft);
    if args.json.is_some() {
        let id = session.keep_message(&form)?;
        let mut out = Out::new();
        out.line(&as_json(&message, id).to_string())?;
        out.finish()?;
        return Ok(ExitCode::SUCCESS);
    }
    if std::io::stdin().is_terminal() {
        return confirm_and_log(&message, &form, &mut session, lang);
    }
    print(&message, &mut session, lang)?;
    let kept = session.keep_message(&form)?;
    out::say(&words::kept(lang, &draft_name(kept)));
    Ok(ExitCode::SUCCESS)
}

fn read_text(path: &Path) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|source| AppError::Table(TableError::File { path: path.to_owned(), source }))?;
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    Ok(String::from_utf8_lossy(text).into_owned())
}

fn as_json(message: &Message, draft: Uuid) -> Value {
    let reading = |reading: &Reading| {
        json!({
            "column": reading.column.code(),
            "value": reading.value,
            "words": message.words_of(reading),
            "from": [reading.from.start, reading.from.end],
            "sure": sure(reading.sure),
        })
    };
    let readings: Vec<Value> = message.readings.iter().map(reading).collect();
    json!({ "readings": readings, "draft": draft })
}

fn sure(sure: Sure) -> &'static str {
    match sure {
        Sure::Said => "said",
        Sure::Likely => "likely",
    }
}

/// A line a reading: the field, its value, and the words that say it.
fn print(message: &Message, session: &mut Session, lang: Lang) -> Result<(), CliError> {
    let mut out = Out::new();
    for reading in &message.readings {
        out.text(&told(message, reading, session, lang))?;
    }
    if message.readings.is_empty() {
        out::say(words::nothing_read(lang));
    }
    out.finish()
}

fn told(message: &Message, reading: &Reading, session: &mut Session, lang: Lang) -> String {
    let named = match reading.column {
        Column::Facility => session.names().find(&reading.value).ok(),
        _ => None,
    };
    let value = match named {
        Some(facility) => format!("{} {}", reading.value, lang.pick(&facility.name_km, &facility.name_en)),
        None => reading.value.clone(),
    };
    let (field, said) = (label(reading.column, lang), message.words_of(reading));
    match reading.sure {
        Sure::Said => words::read_as(lang, field, &value, said),
        Sure::Likely => words::read_likely(lang, field, &value, said),
    }
}

/// Asks about each reading, then for what is missing, and logs the case. Who breaks off finds the draft in the book.
fn confirm_and_log(
    message: &Message,
    form: &Unfinished,
    session: &mut Session,
    lang: Lang,
) -> Result<ExitCode, CliError> {
    out::say(if message.readings.is_empty() {
        words::nothing_read(lang)
    } else {
        words::how_to_confirm(lang)
    });
    let asked = confirmed(message, form, session, lang).and_then(|draft| {
        ask_refused(draft, lang, |draft| match session.check(draft) {
            Err(AppError::Refused(refusals)) => Ok(refusals),
            checked => Ok(checked.map(|_| Vec::new())?),
        })
    });
    let draft = match asked {
        Ok(draft) => draft,
        Err(CliError::App(AppError::Cancelled)) => {
            let kept = session.keep_message(form)?;
            out::say(&words::kept(lang, &draft_name(kept)));
            return Err(AppError::Cancelled.into());
        }
        Err(error) => return Err(error),
    };
    let logged = session.log(&draft)?;
    warn(&logged.warnings, lang);
    let printed = super::add::print_number(logged.number.as_str(), lang)?;
    super::duplicates::tell_beside(&*session, &logged.number, lang);
    Ok(printed)
}

/// The draft with what the officer took, typed anew, or left out.
fn confirmed(
    message: &Message,
    form: &Unfinished,
    session: &mut Session,
    lang: Lang,
) -> Result<Draft, CliError> {
    let mut draft = form.draft.clone();
    let mut issues = Vec::new();
    for reading in message.readings.iter().filter(|one| form.unconfirmed.contains(&one.column)) {
        let answer = ask(&format!("{} [y]", told(message, reading, session, lang)))?;
        let value = match answer.to_lowercase().as_str() {
            "y" | "yes" | "បាទ" | "ចាស" => reading.value.clone(),
            "n" | "no" | "ទេ" => String::new(),
            _ => answer,
        };
        if reading.column == Column::Issues {
            issues.extend(Some(value).filter(|value| !value.is_empty()));
        } else {
            draft.set(reading.column, value);
        }
    }
    if form.unconfirmed.contains(&Column::Issues) {
        draft.set(Column::Issues, issues.join(";"));
    }
    Ok(draft)
}
