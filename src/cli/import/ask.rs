//! What is doubtful of a table: shown, and asked at a terminal. The answers are remembered in the book.

use std::collections::HashMap;
use std::io::{BufRead, Write};
use std::path::Path;

use super::words;
use crate::app::{AppError, Doubtful, ImportOptions, Session, Survey, UnknownWord};
use crate::cli::error::CliError;
use crate::cli::out;
use crate::domain::column::Column;
use crate::domain::facility::{Facility, FacilityId};
use crate::domain::values::Coded;
use crate::i18n::dates::long_date;
use crate::i18n::{Lang, Speak, label};
use crate::intake::{Dates, Heading, Mapping, Says, Sureness, TableError, choices_of, code_meant};
use crate::reference;

/// Looks the table over; where only its dates leave it open how they are meant, asks.
pub(super) fn survey(
    session: &mut Session,
    file: &Path,
    options: &mut ImportOptions,
    lang: Lang,
) -> Result<Survey, CliError> {
    match super::survey(session, file, options, lang) {
        Err(CliError::App(AppError::Table(error @ TableError::MonthFirst { .. }))) => {
            out::say(&words::ask_dates(lang, &error.what(lang)));
            options.mapping.dates = Some(ask_dates(lang)?);
            super::survey(session, file, options, lang)
        }
        Ok(survey) => {
            let Some((date, day)) = &survey.open_date else {
                return Ok(survey);
            };
            out::say(&words::ask_open_dates(lang, date, &long_date(*day, lang)));
            options.mapping.dates = Some(ask_dates(lang)?);
            super::survey(session, file, options, lang)
        }
        result => result,
    }
}

fn ask_dates(lang: Lang) -> Result<Dates, CliError> {
    loop {
        if let Some(dates) = Dates::of_name(&answer()?) {
            return Ok(dates);
        }
        out::say(words::dmy_or_mdy(lang));
    }
}

/// Shows what the columns are taken for, and asks where anything is doubtful.
pub(super) fn decide(
    session: &mut Session,
    survey: &Survey,
    options: &mut ImportOptions,
    lang: Lang,
) -> Result<(), CliError> {
    survey.layout.check().map_err(AppError::from)?;
    let guessed = survey.layout.guessed().count() > 0;
    let unknown = survey.layout.unknown().count() > 0;
    let is_new = |heading: &&Heading| heading.sureness != Sureness::Told;
    let told = options.mapping.clone();
    if (guessed && !options.takes_guesses) || (unknown && survey.layout.headings.iter().any(|h| is_new(&h))) {
        tell(survey, lang);
        if guessed && !options.takes_guesses {
            for heading in survey.layout.guessed() {
                let column = ask_column(heading, lang)?;
                options.mapping.columns.insert(heading.header.clone(), column);
            }
            options.takes_guesses = true;
        }
    }
    let decisions = ask_facilities(session, &survey.doubtful, lang)?;
    options.mapping.facilities.extend(decisions);
    ask_words(&survey.words, &mut options.mapping, lang)?;
    options.remembers |= options.mapping != told || told.dates.is_some();
    Ok(())
}

/// What a header that is only like a name of ours means: Enter takes it, a name of a column another, `-` none.
fn ask_column(heading: &Heading, lang: Lang) -> Result<Option<Column>, CliError> {
    let Some(Says::Field(column)) = heading.says else {
        return Ok(None);
    };
    loop {
        out::ask(&words::ask_column(lang, &heading.header, label(column, lang), column.code()));
        let said = answer()?;
        match said.as_str() {
            "" => return Ok(Some(column)),
            "-" => return Ok(None),
            name => match Column::parse(name) {
                Ok(column) => return Ok(Some(column)),
                Err(_) => out::say(&words::no_such_column(lang, name)),
            },
        }
    }
}

/// Which facility each doubtful name means; those without an answer stay open, and their rows are refused.
fn ask_facilities(
    session: &mut Session,
    doubtful: &[Doubtful],
    lang: Lang,
) -> Result<HashMap<String, FacilityId>, CliError> {
    let mut decided = HashMap::new();
    if doubtful.is_empty() {
        return Ok(decided);
    }
    out::say(&words::doubtful(lang, doubtful.len()));
    for one in doubtful {
        out::say(&doubtful_line(one, lang));
        for (number, facility) in (1..).zip(&one.nearest) {
            out::say(&format!("  {number}  {}", facility_line(facility)));
        }
        loop {
            out::ask(words::ask_facility(lang));
            let said = answer()?;
            if said == "." {
                return Ok(decided);
            }
            if said.is_empty() {
                break;
            }
            let number = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let chosen = match number.and_then(|place| one.nearest.get(place)) {
                Some(facility) => Some(facility.id.clone()),
                None => session.facility_called(&said).ok(),
            };
            if let Some(id) = chosen {
                decided.insert(one.name(), id);
                break;
            }
            out::say(&words::no_such_choice(lang, &said));
        }
    }
    Ok(decided)
}

/// What each word means that is no code of its column; those without an answer stay open, and their rows are refused.
fn ask_words(unknown: &[UnknownWord], mapping: &mut Mapping, lang: Lang) -> Result<(), CliError> {
    for word in unknown {
        let UnknownWord { column, text, rows } = word;
        out::say(&words::unknown_word(lang, text, label(*column, lang), *rows));
        out::say(&format!("  {}", choices(*column, lang)));
        loop {
            out::ask(words::ask_word(lang));
            let said = answer()?;
            if said == "." {
                return Ok(());
            }
            if said.is_empty() {
                break;
            }
            if let Some(code) = code_meant(*column, &said) {
                mapping.values.entry(*column).or_default().insert(text.clone(), code.to_owned());
                break;
            }
            out::say(&words::no_such_choice(lang, &said));
        }
    }
    Ok(())
}

/// `WAIT Long wait, PAY Asked to pay, …`.
fn choices(column: Column, lang: Lang) -> String {
    let named = choices_of(column, lang).into_iter().map(|(code, name)| format!("{code} {name}"));
    named.collect::<Vec<_>>().join(", ")
}

/// Says what each column is taken for, with what stands in it.
pub(super) fn tell(survey: &Survey, lang: Lang) {
    out::say(&words::columns_found(lang, survey.rows));
    for (heading, samples) in survey.layout.headings.iter().zip(&survey.samples) {
        if !heading.header.is_empty() {
            out::say(&column_line(heading, samples, lang));
        }
    }
    if let Err(error) = survey.layout.check() {
        out::say(&error.what(lang));
    }
    for UnknownWord { column, text, rows } in &survey.words {
        out::say(&format!("? {}", words::unknown_word(lang, text, label(*column, lang), *rows)));
    }
    for one in &survey.doubtful {
        out::say(&format!("? {}", doubtful_line(one, lang)));
        for facility in one.nearest.iter().take(3) {
            out::say(&format!("      {}", facility_line(facility)));
        }
    }
}

fn column_line(heading: &Heading, samples: &[String], lang: Lang) -> String {
    let mark = match (heading.says, heading.sureness) {
        (None | Some(Says::Nothing | Says::SourceName), _) => "-",
        (_, Sureness::Like) => "?",
        _ => " ",
    };
    let meant = match heading.says {
        Some(Says::Field(column)) => format!("{} ({column})", label(column, lang)),
        Some(Says::Choice(column, code)) => format!("{} {code}", label(column, lang)),
        Some(Says::Severity(code)) => format!("{} {code}", label(Column::Issues, lang)),
        Some(Says::Why) => label(Column::Issues, lang).to_owned(),
        Some(Says::OtherFacility) => label(Column::Facility, lang).to_owned(),
        Some(Says::SourceName | Says::Nothing) | None => words::left_out(lang).to_owned(),
    };
    // What stands in a column of identities is not shown: somebody may look over the officer's shoulder.
    let is_identity = matches!(heading.says, Some(Says::Field(column)) if column.is_identity());
    let short = |text: &String| text.chars().take(24).collect::<String>();
    let is_left_out = matches!(heading.says, None | Some(Says::Nothing | Says::SourceName));
    // Nor in one that is only guessed: it may be one of names.
    let is_hidden = is_identity || is_left_out || heading.sureness == Sureness::Like;
    let shown = match (is_hidden, samples) {
        (false, [first, ..]) => format!("   ({})", short(first)),
        _ => String::new(),
    };
    format!("{mark} {} → {meant}{shown}", heading.header)
}

fn doubtful_line(one: &Doubtful, lang: Lang) -> String {
    let place = one.place.and_then(reference::place);
    let place = place.map(|place| format!(", {}", lang.pick(&place.name_km, &place.name_en)));
    words::doubtful_name(lang, &one.text, &place.unwrap_or_default(), one.rows)
}

fn facility_line(facility: &Facility) -> String {
    let place = reference::place(facility.place());
    let place = place.map(|place| format!("{} {}", place.name_km, place.name_en)).unwrap_or_default();
    format!("{}  {}  {}  {place}", facility.id, facility.name_km, facility.name_en)
}

/// The mapping as a file to be corrected; names of facilities that want a decision stand in it as comments.
pub(super) fn mapping_file(survey: &Survey, lang: Lang) -> String {
    let mut mapping = survey.layout.to_mapping();
    let Mapping { dates, source, fixed, values, facilities, .. } = survey.mapping.clone();
    mapping = Mapping { dates, source, fixed, values, facilities, ..mapping };
    let comment = |line: &str| format!("# {line}\n");
    let mut text: Vec<String> = words::map_head(lang).lines().map(comment).collect();
    // What is only guessed stands there to be looked at: whoever takes the # away has.
    let guessed: Vec<String> = survey
        .layout
        .guessed()
        .filter_map(|heading| Some((heading, mapping.columns.remove(&heading.header)??)))
        .map(|(heading, column)| {
            let header = toml::Value::String(heading.header.clone());
            comment(&format!("? {header} = \"{column}\"").replace(['\n', '\r'], " "))
        })
        .collect();
    let written = mapping.to_toml();
    let columns = "[columns]\n";
    match written.split_once(columns) {
        Some((before, behind)) => {
            text.extend([before, columns].map(str::to_owned));
            text.extend(guessed);
            text.push(behind.to_owned());
        }
        None => {
            text.push(written);
            text.push(columns.to_owned());
            text.extend(guessed);
        }
    }
    text.extend(unknown_words(survey, lang));
    if survey.doubtful.is_empty() {
        return text.concat();
    }
    text.push("\n".to_owned());
    if mapping.facilities.is_empty() {
        text.push("[facilities]\n".to_owned());
    }
    text.extend(words::map_facilities(lang).lines().map(comment));
    for one in &survey.doubtful {
        let quoted = toml::Value::String(one.name());
        if one.nearest.is_empty() {
            text.push(comment(&format!("{quoted} = \"\"")));
        }
        text.extend(one.nearest.iter().map(|facility| {
            let line = format!("{quoted} = \"{}\"  # {}", facility.id, facility_line(facility));
            comment(&line.replace(['\n', '\r'], " "))
        }));
    }
    text.concat()
}

/// Words that mean no code yet, as comments under their column: whoever fills one in takes the sign away.
fn unknown_words(survey: &Survey, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut columns: Vec<Column> = survey.words.iter().map(|word| word.column).collect();
    columns.sort_unstable();
    columns.dedup();
    for column in columns {
        lines.push(format!("\n# [values.{column}]  {}\n", choices(column, lang)));
        for word in survey.words.iter().filter(|word| word.column == column) {
            lines.push(format!("# {} = \"\"\n", toml::Value::String(word.text.clone())));
        }
    }
    lines
}

fn answer() -> Result<String, CliError> {
    let mut line = String::new();
    let _ = std::io::stderr().flush();
    match std::io::stdin().lock().read_line(&mut line) {
        // The terminal went away, or Ctrl-D: nothing is written.
        Ok(0) | Err(_) => Err(AppError::Cancelled.into()),
        Ok(_) => Ok(line.trim().to_owned()),
    }
}
